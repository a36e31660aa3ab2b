/**
 * Answers that are tapped: radio tiles (one choice, true/false) and tick tiles (several choices).
 *
 * @typedef {import("./answering.js").Control} Control
 * @typedef {import("./answering.js").Wiring} Wiring
 * @typedef {import("./wire.js").Question} Question
 */

import { face, tilesClass } from "./asking.js";
import { el } from "./drawing.js";
import { sending } from "./sending.js";

/** A tap sends at once; where the first answer is final, a button asks for the team's agreement. @returns {Control} */
export function choosingOne(/** @type {Question} */ question, /** @type {Wiring} */ { give, canChange }) {
  const chosen = () => tiles.inputs.find((input) => input.checked)?.value ?? null;
  const button = canChange ? null : sending({ read: chosen, give });
  const tiles = makeTiles(question, { type: "radio", changed: () => (button ? button.refresh() : give(chosen())) });
  return {
    element: el("div", { class: "stack" }, tiles.element, button?.element),
    invitation: canChange ? "Agree on one, then tap it. You can change your mind." : "Agree on one first. Once sent, it stays.",
    show(answer, status) {
      if (answer !== null || canChange) tiles.check(answer === null ? [] : [answer], status);
      button?.show(answer, status);
    },
  };
}

/** Several may be right; a button sends them together. @returns {Control} */
export function choosingSeveral(/** @type {Question} */ question, /** @type {Wiring} */ { give, canChange }) {
  let isTouched = false;
  const chosen = () => {
    const ids = tiles.inputs.filter((input) => input.checked).map((input) => input.value);
    return ids.length ? ids : null;
  };
  const button = sending({ read: chosen, give: (answer) => { isTouched = false; give(answer); } });
  const tiles = makeTiles(question, {
    type: "checkbox",
    changed() {
      isTouched = true;
      button.refresh();
    },
  });
  return {
    element: el("div", { class: "stack" }, tiles.element, button.element),
    invitation: canChange ? "More than one can be right. Tick them, then send." : "Tick every right one. Once sent, it stays.",
    show(answer, status) {
      if (answer !== null && !isTouched) tiles.check(answer, status);
      button.show(answer, status);
    },
  };
}

function makeTiles(question, { type, changed }) {
  const inputs = question.options.map((option) => el("input", { type, name: "answer", value: option.id, onchange: changed }));
  const labels = question.options.map((option, index) => el("label", { class: "tile" }, inputs[index], face(option, index)));
  return {
    element: el("div", { class: tilesClass(question) }, ...labels),
    inputs,
    /** Checks these ids; dashed while they are on their way. */
    check(ids, status) {
      inputs.forEach((input, index) => {
        input.checked = ids.includes(input.value);
        labels[index].classList.toggle("held", status === "sending" || status === "held");
      });
    },
  };
}
