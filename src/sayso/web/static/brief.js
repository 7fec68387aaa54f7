// Copying a brief as text; without this there is the file to take along.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const answer = await fetch(button.dataset.copy);
    if (!answer.ok) return;
    await navigator.clipboard.writeText(await answer.text());
    document.querySelector("[data-copied]").textContent = button.dataset.done;
    button.textContent = button.dataset.done;
  });
}
