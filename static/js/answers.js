/** The right answer of a revealed question, the same on the console and the big screen. */

import { letter } from "./asking.js";
import { el, rich } from "./drawing.js";

const LETTERED = ["choice", "choices"];

/**
 * The letters of the right options in their shapes, then the answer itself.
 * @param {import("./wire.js").PublicRound} round one with a reveal
 * @returns {HTMLElement}
 */
export function rightAnswer({ question, reveal }) {
  const right = LETTERED.includes(question.kind)
    ? question.options.filter((option) => reveal.right.includes(option.id))
    : [];
  const letters = right.map((option) => letter(option, question.options.indexOf(option)));
  return el("span", { class: "right-answer" }, ...letters, " ", rich("span", {}, reveal.answer));
}
