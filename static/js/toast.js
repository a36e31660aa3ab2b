/**
 * One short line at the foot of the page: done, no action needed.
 */

import { setText } from "./drawing.js";

const SHOWN_MS = 5_000;

/**
 * The function that shows words in `element` for a few seconds. Words said while a dialog is open are shown above it.
 * @param {HTMLElement} element
 */
export function toaster(element) {
  let timer = 0;
  return (words) => {
    clearTimeout(timer);
    (document.querySelector("dialog[open]") ?? document.body).append(element);
    element.hidden = false;
    setText(element, words);
    timer = setTimeout(() => {
      element.hidden = true;
      setText(element, "");
    }, SHOWN_MS);
  };
}
