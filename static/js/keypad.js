/**
 * The maths keys: a fraction bar, a minus, powers, signs and units that phones' number keyboards lack. They write into a
 * field that any keyboard can use as well.
 *
 * @typedef {import("./wire.js").Question} Question
 */

import { el, rich, svg } from "./drawing.js";
import { USUAL_LETTERS, keysFor } from "./keys.js";

const DIGITS = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0"];
const BACK = "back";
const BRACKET = "()";
const ONE_COLUMN = 3;
const SIGN = 2;
const WORD = 6;

const FACES = {
  "/": () => icon("0 0 22 28", { width: 22, height: 28, d: "M7 1.5h8v8H7zM2 14h18M7 18.5h8v8H7z" }),
  " ": () => icon("0 0 24 24", { width: 24, height: 24, d: "M3 10v6h18v-6" }),
  [BACK]: () => icon("0 0 24 18", { width: 26, height: 20, d: "M8 2h14v14H8L2 9zM11 6l6 6m0-6l-6 6" }),
  "-": () => "−",
  "²": () => raised("a", "2"),
  "³": () => raised("a", "3"),
  "^": () => raised("a", "n"),
  "×10^": () => raised("×10", "n"),
  [BRACKET]: () => "( )",
};
const NAMES = {
  [BACK]: "Delete",
  [BRACKET]: "Bracket, open or close",
  "/": "Fraction bar",
  " ": "Space",
  "-": "Minus",
  ".": "Decimal point",
  ",": "Comma",
  ":": "Colon",
  "%": "Per cent",
  "£": "Pounds",
  "p": "Pence",
  "h": "Hours",
  "min": "Minutes",
  "s": "Seconds",
  "m": "Metres",
  "g": "Grams",
  "l": "Litres",
  "mm": "mm, millimetres",
  "cm": "cm, centimetres",
  "km": "km, kilometres",
  "kg": "kg, kilograms",
  "ml": "ml, millilitres",
  "mph": "mph, miles per hour",
  "km/h": "km/h, kilometres per hour",
  "m/s": "m/s, metres per second",
  "g/cm³": "g/cm³, grams per cubic centimetre",
  "kg/m³": "kg/m³, kilograms per cubic metre",
  "°": "Degrees",
  "°C": "°C, degrees Celsius",
  "²": "Squared",
  "³": "Cubed",
  "^": "To the power of",
  "×10^": "Times 10 to the power of",
  "×": "Times",
  "√": "Square root",
  "π": "Pi",
  "±": "Plus or minus",
  "=": "Equals",
  "+": "Plus",
  "<": "Is less than",
  ">": "Is greater than",
  "≤": "Is less than or equal to",
  "≥": "Is greater than or equal to",
};
/** A word or a unit stands apart from the number before it; £, p, % and ° do not. */
const STANDS_APART = /^(?!p$)([a-z]+(\/[a-z]+)?[²³]?|°C)$/i;

/** The digits, the signs right of them, and a strip of more where the type needs them. */
export function keypad(/** @type {Question} */ question, /** @type {HTMLInputElement} */ field) {
  const shown = shownBy(question);
  const { dot, corner, signs, strip } = keysFor(shown);
  const isLetter = (types) => shown.letters.includes(types) || USUAL_LETTERS.includes(types);
  const units = [dot, corner, ...signs, ...strip].filter((types) => STANDS_APART.test(types) && !isLetter(types));
  const press = (types) => {
    if (types === BACK) takeBack(field, [...units, "×10^", " or "]);
    else type(field, isApart(field, { types, units }) ? ` ${types}` : types === BRACKET ? nextBracket(field) : types);
  };
  const key = (types) => {
    const name = isLetter(types) ? null : NAMES[types];
    const face = isLetter(types) ? el("i", {}, types) : FACES[types]?.();
    return makeKey(field, types, { name, face, press: () => press(types) });
  };
  const wide = signs.length > ONE_COLUMN;
  const right = wide ? [signs[0], BACK, ...signs.slice(1)] : [BACK, ...signs];
  return el(
    "div",
    { class: wide ? "pad wide" : "pad", role: "group", "aria-label": "Maths keys", onkeydown: (event) => handOver(event, field) },
    strip.length > 0 && el("div", { class: "more", onfocusin: showWhole }, ...strip.map(key)),
    el("div", { class: corner ? "digits" : "digits roomy" }, ...[...DIGITS, dot, ...(corner ? [corner] : [])].map(key)),
    el("div", { class: "signs" }, ...right.map(key)),
  );
}

/** What anybody can see of the question that decides about its keys. */
function shownBy({ kind, form, text }) {
  const shown = rich("div", {}, text);
  const letters = [...shown.querySelectorAll("mi")].map((each) => each.textContent.trim());
  const root = shown.querySelector("msqrt") ? " √" : "";
  return { kind, form, text: shown.textContent + root, letters: [...new Set(letters.filter((each) => /^[a-z]$/i.test(each)))] };
}

/** A unit after its number; a number after a unit of time, as in 1 h 30 min. */
function isApart(field, { types, units }) {
  const before = field.value.slice(0, field.selectionStart);
  if (units.includes(types)) return /[0-9.½⅓¼¾]$/.test(before);
  return units.includes("min") && /^[0-9]$/.test(types) && /[a-z]$/i.test(before);
}

/** Closes what is open once there is something in it, and opens otherwise. */
function nextBracket(field) {
  const before = field.value.slice(0, field.selectionStart);
  const open = [...before].filter((each) => each === "(").length - [...before].filter((each) => each === ")").length;
  return open > 0 && /[^(+\-−×*/^,=]\s*$/.test(before) ? ")" : "(";
}

/** What one press brought goes at one press: a whole unit with its space, or else one character. */
function takeBack(field, wholes) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (from !== to) return write(field, "", from, to);
  const before = value.slice(0, from);
  const pressed = wholes.flatMap((types) => [` ${types}`, types]).filter((text) => before.endsWith(text));
  const last = /(?<=[a-z]) [0-9]$/i.exec(before)?.[0] ?? [...before].at(-1) ?? "";
  return write(field, "", from - Math.max(last.length, ...pressed.map((text) => text.length)), to);
}

function type(field, text) {
  const { selectionStart: from, selectionEnd: to, value, maxLength } = field;
  if (value.length - (to - from) + text.length <= maxLength) write(field, text, from, to);
}

function write(field, text, from, to) {
  field.setRangeText(text, from, to, "end");
  // A field without the focus shows its beginning; a team looks at what it has just typed.
  if (field.selectionEnd === field.value.length) field.scrollLeft = field.scrollWidth;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Whoever clicks a key and then types on a keyboard means the field. */
function handOver(event, field) {
  const isTyped = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isTyped || event.key === "Backspace") field.focus();
}

/** Browsers leave a key alone that can be seen in part. */
function showWhole({ target }) {
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function makeKey(field, types, { name, face, press }) {
  const props = { type: "button", class: classOf(types), "aria-label": name, onclick: press };
  const button = el("button", props, face ?? types.trim());
  // The cursor stays in the field, so that a key changes what the team is looking at.
  for (const down of ["pointerdown", "mousedown"]) {
    button.addEventListener(down, (event) => document.activeElement === field && event.preventDefault());
  }
  return button;
}

/** A word is smaller than a sign, so that it fits its key. */
function classOf(types) {
  if (/^[0-9.]$/.test(types)) return null;
  const { length } = types === BACK ? "" : types.trim();
  return ["op", length > SIGN && "word", length > WORD && "long"].filter(Boolean).join(" ");
}

/** Drawn by the style sheet: the key goes by its name, and is not also called "a2". */
function raised(base, power) {
  return el("span", { class: "raised", "data-base": base, "data-power": power });
}

function icon(viewBox, { width, height, d }) {
  return svg("svg", { class: "outline", viewBox, width, height, "aria-hidden": "true" }, svg("path", { d }));
}
