// Marks, words and cards of one statement light up together; Escape puts a shown note away.
const article = document.querySelector("[data-article]");

function numbersOf(target) {
  const part = target.closest?.("[data-in], [data-statement]");
  if (!part) return [];
  return (part.dataset.in ?? part.dataset.statement).split(" ");
}

function lightUp(numbers) {
  const wanted = new Set(numbers);
  for (const part of document.querySelectorAll("[data-in]")) {
    part.classList.toggle("on", wanted.size > 0 && part.dataset.in.split(" ").some((one) => wanted.has(one)));
  }
  for (const card of document.querySelectorAll(".card[data-statement]")) {
    card.classList.toggle("on", wanted.has(card.dataset.statement));
  }
}

// Over words that several statements share, the innermost is meant: the one that begins last.
function showNote(target) {
  for (const one of document.querySelectorAll(".anchor.shown")) one.classList.remove("shown");
  const words = target.closest?.("[data-in]");
  if (!words) return;
  const innermost = words.dataset.in.split(" ").at(-1);
  document.querySelector(`.anchor[data-statement="${innermost}"]`)?.classList.add("shown");
}

function fromAddress() {
  const anchor = document.querySelector(".anchor:target, .card:target");
  if (anchor) lightUp([anchor.dataset.statement]);
}

if (article) {
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      if (event.target.closest?.(".tip")) return;
      article.classList.remove("quiet");
      lightUp(numbersOf(event.target));
      showNote(event.target);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") article.classList.add("quiet");
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
}
