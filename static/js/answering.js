/**
 * How an answer is given: one control per type of question, all alike to the screen that holds them.
 *
 * @typedef {import("./wire.js").Question} Question
 * @typedef {import("./wire.js").Raw} Raw
 * @typedef {"none"|"sending"|"held"|"sent"} Status
 * @typedef {{element: HTMLElement, invitation: string,
 *   show: (answer: Raw|null, status: Status) => void, complain?: (message: string) => void,
 *   hearReading?: (message: {typed: string, written: string, words: string, problem: string}) => void}} Control
 *   `show` draws the team's answer as it stands; it must leave alone what somebody is in the middle of typing.
 * @typedef {{give: (answer: Raw) => void, canChange: boolean, say: (words: string) => void,
 *   readOut: (typed: string) => void}} Wiring `readOut` asks the server how it reads what is typed so far
 */

import { named } from "./asking.js";
import { choosingOne, choosingSeveral } from "./choosing.js";
import { hasKeys } from "./keys.js";
import { ordering } from "./ordering.js";
import { typingMaths, typingText } from "./typing.js";
import { together } from "./words.js";

const CONTROLS = {
  choice: choosingOne,
  truth: choosingOne,
  choices: choosingSeveral,
  text: typingText,
  order: ordering,
};

/** The control for a question. @returns {Control} */
export function answering(/** @type {Question} */ question, /** @type {Wiring} */ wiring) {
  return (CONTROLS[question.kind] ?? typingMaths)(question, wiring);
}

/** An answer in a sentence: "C", "A and C", "3/4", "your order". */
export function inWords(/** @type {Question} */ question, /** @type {Raw} */ answer) {
  if (question.kind === "text" || hasKeys(question)) return String(answer);
  if (question.kind === "order") return "your order";
  return together([answer].flat().map((id) => named(question, id)));
}
