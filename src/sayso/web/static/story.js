// Zooming and filtering the timeline without leaving the page; + and - and the arrows do it from the keyboard.
import { swap } from "./swap.js";

const KEYS = { "+": "near", "=": "near", "-": "far", ArrowLeft: "before", ArrowRight: "behind", 0: "whole" };

async function zoom(link) {
  const name = link.dataset.zoom;
  const isInside = document.activeElement?.closest(".timeline") !== null;
  const part = await swap(link.getAttribute("href").split("#")[0], "#timeline");
  part?.querySelector(isInside ? ".timeline" : `[data-zoom="${name}"]`)?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-zoom]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  zoom(link);
});

document.addEventListener("keydown", (event) => {
  const name = KEYS[event.key];
  if (!name || event.altKey || event.ctrlKey || event.metaKey || !event.target.closest(".timeline")) return;
  event.preventDefault();
  zoom(document.querySelector(`[data-zoom="${name}"]`));
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-swap-form]");
  if (!form) return;
  event.preventDefault();
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  swap(`${form.getAttribute("action")}?${new URLSearchParams(given)}`, form.dataset.swapForm);
});
