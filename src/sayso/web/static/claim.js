// The slider over the days of a claim: each stop is a day on which something of it came out.
import { swap } from "./swap.js";

const slide = document.querySelector("[data-slide]");
const cells = [...document.querySelectorAll(".cell")];

if (slide && cells.length > 1) {
  const slider = slide.querySelector("input");
  const shown = document.querySelector("#as-of");

  const place = () => {
    const row = document.querySelector(".days");
    // The thumb stands over the middle of its day.
    const step = row.scrollWidth / cells.length;
    slider.style.width = `${row.clientWidth - step + 16}px`;
  };

  const tell = (cell) => {
    for (const one of cells) one.removeAttribute("aria-current");
    cell.setAttribute("aria-current", "date");
    slider.value = cells.indexOf(cell);
    slider.setAttribute("aria-valuetext", cell.dataset.told);
    shown.textContent = cell.dataset.told;
  };

  const go = (cell) => {
    tell(cell);
    swap(cell.getAttribute("href"), "#as-known");
  };

  slide.hidden = false;
  place();
  addEventListener("resize", place);
  const now = cells.find((one) => one.hasAttribute("aria-current")) ?? cells.at(-1);
  slider.value = cells.indexOf(now);
  slider.setAttribute("aria-valuetext", now.dataset.told);
  slider.addEventListener("input", () => go(cells[Number(slider.value)]));
  for (const cell of cells) {
    cell.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(cell);
    });
  }
}

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
