/**
 * Answers that are typed: maths with the maths keys below the field, or short text with the phone's own keyboard. While
 * a team types, the server says how it reads that; never whether it is right.
 *
 * @typedef {import("./answering.js").Control} Control
 * @typedef {import("./answering.js").Wiring} Wiring
 * @typedef {import("./wire.js").Question} Question
 */

import { el, setText } from "./drawing.js";
import { keypad } from "./keypad.js";
import { sending } from "./sending.js";

const LONGEST = 64;
const READ_AFTER_MS = 300;
/** An answer that is half typed can't be read yet: only who has stopped is told how to mend it. */
const MEND_AFTER_MS = 1_200;
const BEFORE_THE_NUMBER = new Set(["£", "$", "€"]);
const PLAIN_NUMBER = /^[0-9]+(\.[0-9]+)?$/;

/** A number, an amount, an expression …: the maths keys are there, and the phone's own keyboard one tap away. */
export function typingMaths(/** @type {Question} */ question, /** @type {Wiring} */ wiring) {
  const field = makeField({ inputmode: "none" });
  const keys = keypad(question, field);
  return typing(question, { ...wiring, field, beside: keyboardKey(field, keys), below: keys });
}

/** @returns {Control} */
export function typingText(/** @type {Question} */ question, /** @type {Wiring} */ wiring) {
  return typing(question, { ...wiring, field: makeField({}), beside: null, below: null });
}

function typing(question, { give, canChange, readOut, field, beside, below }) {
  let shown = "";
  const read = () => field.value.trim() || null;
  const button = sending({ read, give });
  const said = saying(question.answer_hint ?? "", { field, readOut: below ? readOut : null });
  field.addEventListener("input", () => {
    button.refresh();
    said.changed();
  });
  return {
    element: el("div", { class: "stack typing" }, layOut(question, { field, beside, said: said.element }), below, button.element),
    invitation: canChange ? "Agree on it, then send it. You can change your mind." : "Agree on it first. Once sent, it stays.",
    show(answer, status) {
      const isUntouched = field.value.trim() === shown;
      if (answer !== null && isUntouched && field.value !== answer) {
        field.value = answer;
        said.changed();
      }
      if (answer !== null) shown = answer;
      field.classList.toggle("held", status === "sending" || status === "held");
      button.show(answer, status);
    },
    complain: said.complain,
    hearReading: said.hearReading,
  };
}

/**
 * The line below the field, as high as it ever gets: what to type, then how the server reads it, or what to mend. What it
 * says belongs to the text that stands in the field, or else it is empty.
 */
function saying(hint, { field, readOut }) {
  const words = el("span", {}, hint);
  const reading = el("p", { class: "soft small", id: "typed-reading", "aria-live": "polite" }, words);
  const problem = el("span", {});
  const error = el("p", { class: "error", id: "typed-problem", role: "alert", hidden: true }, problem);
  const read = () => field.value.trim();
  const ask = later(READ_AFTER_MS, () => read() && readOut(read()));
  const tell = (message, text) => {
    if (message.typed !== read() || !error.hidden) return;
    // Whoever listens instead of looking hears plain numbers too.
    words.classList.toggle("hidden", PLAIN_NUMBER.test(read()) && !message.problem);
    setText(words, text);
  };
  const mend = later(MEND_AFTER_MS, tell);
  const turnError = (isOn) => {
    error.hidden = !isOn;
    reading.hidden = isOn;
    if (isOn) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  return {
    element: el("div", { class: "said" }, reading, error),
    changed() {
      turnError(false);
      if (!readOut) return;
      words.classList.remove("hidden");
      setText(words, read() ? "" : hint);
      ask();
    },
    complain(message) {
      setText(problem, message);
      turnError(true);
    },
    hearReading(message) {
      tell(message, inWords(message));
      if (message.problem) mend(message, `${inWords({ ...message, words: "" })} ${message.problem}`.trim());
    },
  };
}

/** "We read 2 1/3: two and one third." */
function inWords({ written, words }) {
  if (!written) return "";
  return words && words !== written ? `We read ${written}: ${words}.` : `We read ${written}.`;
}

/** Runs, with what it was last called with, once it hasn't been called for a moment. */
function later(ms, run) {
  let waiting = 0;
  return (...values) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => run(...values), ms);
  };
}

/** Changes between the maths keys and the phone's own keyboard. */
function keyboardKey(field, keys) {
  const button = el("button", { type: "button", class: "btn quiet", "aria-pressed": "false", "aria-label": "abc, the phone’s own keyboard" }, "abc");
  button.addEventListener("click", () => {
    const isOurs = field.inputMode === "none";
    field.inputMode = isOurs ? "text" : "none";
    keys.hidden = isOurs;
    button.setAttribute("aria-pressed", String(isOurs));
    // A keyboard follows the field's wish only when the field is focused anew.
    field.blur();
    field.focus();
  });
  return button;
}

function makeField(props) {
  return el("input", {
    id: "typed",
    name: "answer",
    type: "text",
    maxlength: LONGEST,
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "send",
    "aria-describedby": "typed-reading typed-problem",
    ...props,
  });
}

function layOut({ unit }, { field, beside, said }) {
  const isBefore = BEFORE_THE_NUMBER.has(unit);
  const sign = unit ? el("b", { class: "unit" }, unit) : null;
  const label = el("label", { for: "typed" }, "Your answer", unit && !isBefore ? el("span", { class: "hidden" }, ` in ${unit}`) : null);
  return el("div", { class: "field" }, label, el("div", { class: "typed" }, isBefore ? sign : null, field, isBefore ? null : sign, beside), said);
}
