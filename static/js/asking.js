/**
 * Draws the question of a round: its text, what to know about it, and its options. Phone, screen and host show the same.
 * Must not know how an answer is given.
 *
 * @typedef {import("./wire.js").PublicRound} PublicRound
 * @typedef {import("./wire.js").Question} Question
 * @typedef {import("./wire.js").Option} Option
 */

import { el, rich, spoken } from "./drawing.js";
import { points } from "./words.js";

const SHAPES = ["a", "b", "c", "d", "e", "f"];
const SHORT_TEXT = 46;
const LONG_TEXT = 90;
const SHORT_OPTION = 4;
const LONG_OPTION = 14;
const LONG_WORD = 7;

/** The question's text as a heading; short ones are larger. */
export function asked(/** @type {Question} */ question, tag = "h1") {
  const heading = rich(tag, { class: "ask" }, question.text);
  const { length } = heading.textContent;
  if (length <= SHORT_TEXT) heading.classList.add("short");
  if (length > LONG_TEXT) heading.classList.add("long");
  return heading;
}

/** "Fractions · no calculator · 1 point"; in practice there are no points. */
export function about(/** @type {Question} */ question) {
  const worth = question.points > 0 && points(question.points);
  return [question.topic, question.calculator ? "calculator" : "no calculator", worth].filter(Boolean).join(" · ");
}

/** A letter in its own shape; nothing where an option has none. */
export function letter(/** @type {Option} */ option, /** @type {number} */ index) {
  return option.letter ? el("b", { class: `letter ${SHAPES[index] ?? ""}` }, option.letter) : null;
}

/** The face of an option: letter and text. `extra` goes to its end. */
export function face(/** @type {Option} */ option, /** @type {number} */ index, ...extra) {
  return el("span", { class: "face" }, letter(option, index), rich("span", {}, option.html), ...extra);
}

/**
 * The options as they are shown where nobody can tap them.
 * @param {Question} question
 * @param {{right?: string[]}} [reveal] ids of the right ones, once they may be known
 */
export function shown(question, { right = [] } = {}) {
  const items = question.options.map((option, index) => {
    const isRight = right.includes(option.id);
    return el("li", { class: isRight ? "tile right" : "tile" }, face(option, index, isRight && el("small", {}, "✓ right")));
  });
  return el("ul", { class: tilesClass(question) }, ...items);
}

/** Long options get a line of their own, so that no word is broken; middling ones a smaller type. */
export function tilesClass(/** @type {Question} */ question) {
  const texts = question.options.map((option) => rich("i", {}, option.html).textContent.trim());
  const isLong = texts.some((text) => text.length > LONG_OPTION || text.split(" ").some((word) => word.length > LONG_WORD));
  const isShort = texts.every((text) => text.length <= SHORT_OPTION);
  return ["tiles", isLong && "wide", !isLong && !isShort && "middling", question.options.length > 4 && "many"].filter(Boolean).join(" ");
}

/** An option's name in a sentence: its letter, or its text where it has none. */
export function named(/** @type {Question} */ question, /** @type {string} */ id) {
  const option = question.options.find((candidate) => candidate.id === id);
  if (!option) return id;
  return question.kind === "truth" || !option.letter ? spoken(option.html) : option.letter;
}
