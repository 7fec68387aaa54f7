// Ask for a page of ours and put one part of it in the place of ours, so that the rest stays as it is.
const kept = new Map();

export async function fetchPart(address, selector) {
  if (!kept.has(address)) {
    kept.set(address, fetch(address, { headers: { Accept: "text/html" } }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }));
  }
  try {
    const page = new DOMParser().parseFromString(await kept.get(address), "text/html");
    return page.querySelector(selector);
  } catch (error) {
    kept.delete(address);
    throw error;
  }
}

let turn = 0;

// Only the last of several wishes counts; where the part cannot be had, the browser goes to the page itself.
export async function swap(address, selector) {
  const mine = ++turn;
  const old = document.querySelector(selector);
  old.classList.add("busy");
  try {
    const part = await fetchPart(address, selector);
    if (mine !== turn) return null;
    document.querySelector(selector).replaceWith(document.adoptNode(part));
    history.replaceState(null, "", address);
    return document.querySelector(selector);
  } catch {
    if (mine === turn) location.assign(address);
    return null;
  }
}
