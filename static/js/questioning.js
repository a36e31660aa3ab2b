/**
 * The screen of a question, from the first reading to the lock. It is drawn once per question; afterwards only what has
 * changed is touched, so nothing jumps and nobody loses their place.
 *
 * @typedef {import("./phone.js").View} View
 */

import { about, asked } from "./asking.js";
import { answering, inWords } from "./answering.js";
import { el, setText } from "./drawing.js";
import { answerWords, helpWords } from "./helping.js";

const LEGENDS = {
  choice: "Choose one answer",
  truth: "True or false",
  choices: "Choose every right answer",
  text: "Type your answer",
  order: "Put these in order",
};

/**
 * @param {View} view
 * @param {{ring: HTMLElement, give: (answer: import("./wire.js").Raw) => void, say: (words: string) => void,
 *   readOut: (typed: string) => void}} wiring
 */
export function questioning({ state: { round } }, { ring, give, say, readOut }) {
  const question = round.question;
  const control = answering(question, { give, canChange: round.can_change, say, readOut });
  let complained = null;
  const heading = asked(question);
  heading.setAttribute("tabindex", "-1");
  const fields = el("fieldset", { class: "stack answer" }, el("legend", { class: "hidden" }, LEGENDS[question.kind] ?? "Type your answer"), control.element);
  const size = heading.classList.contains("short") ? "stack question" : "stack question wordy";
  const form = el(
    "form",
    { class: size, onsubmit: (event) => event.preventDefault() },
    el("div", { class: "asking" }, ring, heading),
    el("p", { class: "soft small about" }, about(question)),
    fields,
  );
  return {
    main: [form],
    heading,
    title: `Question ${round.number}`,
    update(/** @type {View} */ view) {
      form.classList.toggle("shut", view.phase === "read");
      form.classList.toggle("over", view.phase === "closing" || view.phase === "locked");
      setEnabled(fields, view.phase === "open" && !view.state.round.paused && !isFinal(view));
      control.show(view.answer, view.status);
      // Once for each: whoever has begun to mend it isn't told again.
      if (view.notice !== complained) complain(control, view);
      complained = view.notice;
    },
    hearReading: (message) => control.hearReading?.(message),
    help: (/** @type {View} */ view) => helpWords(view, { control, given: view.answer && inWords(question, view.answer) }),
    words: (/** @type {View} */ view) => answerWords(view, view.answer && inWords(question, view.answer)),
  };
}

/** One answer only, and it is given. */
function isFinal({ state: { round }, status }) {
  return !round.can_change && status !== "none";
}

/** A disabled field loses the focus: it gets it back when it is enabled again, unless somebody moved on. */
function setEnabled(fields, isEnabled) {
  if (fields.disabled !== isEnabled) return;
  if (!isEnabled) fields.focused = fields.contains(document.activeElement) ? document.activeElement : null;
  fields.disabled = !isEnabled;
  if (isEnabled && document.activeElement === document.body) fields.focused?.focus({ preventScroll: true });
}

function complain(control, { notice, state }) {
  if (notice?.code !== "unreadable" || notice.question !== state.round.question.id) return;
  control.complain?.(notice.message || "We couldn’t read that. Try digits, like 3/4 or 0.75.");
}
