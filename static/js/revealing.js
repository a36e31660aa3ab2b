/**
 * The answer, and why. A right answer gets the honey; a wrong one goes quiet and teaches.
 *
 * @typedef {import("./phone.js").View} View
 * @typedef {import("./wire.js").PublicRound} PublicRound
 */

import { el, rich } from "./drawing.js";
import { bits } from "./marks.js";
import { countOf, points, together } from "./words.js";

/** What we say first, by verdict. */
const FIRST = {
  right: "Spot on.",
  form: "Right value",
  wrong: "Not this time",
  unreadable: "We couldn’t read this one",
  none: "No answer from you this time",
  void: "This one doesn’t count",
};

/** @param {View} view */
export function revealing(view) {
  const { round, me } = view.state;
  const { parts, heading } = solution(view);
  return {
    main: [...parts, el("p", { class: "row tally" }, ...tally(me, round))],
    heading,
    title: `Question ${round.number}: the answer`,
    update() {},
    help: () => null,
  };
}

/** The verdict, the answer, the misconception and the worked solution. */
export function solution(/** @type {View} */ view) {
  const { round, result } = view.state;
  const verdict = round.reveal.voided ? "void" : (result?.verdict ?? "none");
  const { hero, heading } = (HEROES[verdict] ?? answerHero)(view, verdict);
  return { parts: [hero, ...worked(round, verdict)], heading };
}

const HEROES = { right: rightHero, void: voidHero };

function rightHero({ state: { round, result } }) {
  const heading = el("h1", { tabindex: -1 }, FIRST.right);
  const hero = el(
    "div",
    { class: "hero won" },
    bits(),
    el("p", {}, el("b", {}, `${lettersOf(round.question, round.reveal.right) || "That"} ${isPlural(round) ? "are" : "is"} right`)),
    heading,
    el("p", { class: "row gain" }, rich("span", { class: "answer" }, round.reveal.answer), result.points > 0 && el("b", {}, `+${points(result.points)}`)),
    result.reason && rich("p", {}, result.reason),
  );
  return { hero, heading };
}

function voidHero({ state: { round } }) {
  const heading = el("h1", { tabindex: -1 }, FIRST.void);
  const why = round.reveal.void_reason;
  const hero = el("div", { class: "hero" }, el("p", {}, el("b", {}, `Question ${round.number}`)), heading, el("p", {}, why || "Nobody gains or loses by it."));
  return { hero, heading };
}

function answerHero(view, verdict) {
  const { round, result } = view.state;
  const heading = el("h1", { tabindex: -1, class: "its" }, "It’s ", answer(round));
  const late = verdict === "none" && view.notice?.code === "late" && view.notice.question === round.question?.id;
  const first = late ? "Time was up before this one reached us" : FIRST[verdict];
  const hero = el("div", { class: "hero" }, el("p", {}, el("b", {}, first)), heading, reason(result));
  return { hero, heading };
}

/** "C, 11/12" or "B and C: 6, 8": the letters of the right options, where there are any, and the answer itself. */
function answer(round) {
  const letters = lettersOf(round.question, round.reveal.right);
  const mark = isPlural(round) ? ": " : ", ";
  return el("span", { class: "answer" }, letters && letters + mark, rich("span", {}, round.reveal.answer));
}

function isPlural({ question, reveal }) {
  return question.kind === "choices" && reveal.right.length > 1;
}

function lettersOf({ kind, options }, ids) {
  if (kind !== "choice" && kind !== "choices") return "";
  return together(options.filter(({ id, letter }) => letter && ids.includes(id)).map(({ letter }) => letter));
}

/** "You answered 3/7. Adding tops and bottoms is the most common slip here." */
function reason(result) {
  if (!result?.chose && !result?.reason) return null;
  const chose = result.chose ? el("span", {}, "You answered ", rich("span", {}, result.chose), ". ") : null;
  return el("p", {}, chose, rich("span", {}, result.reason));
}

function worked({ reveal }, verdict) {
  if (reveal.steps.length === 0 && !reveal.trick) return [];
  const isHowTo = verdict === "right" || !reveal.trick;
  const heading = isHowTo ? el("h2", {}, "How it works") : el("h2", { class: "trick" }, el("small", {}, "The trick"), rich("span", {}, reveal.trick));
  return [heading, el("ol", { class: "steps" }, ...reveal.steps.map((step) => rich("li", {}, step)))];
}

function tally(me, round) {
  const left = round.of - round.number;
  return [
    el("span", {}, el("b", { class: "num" }, points(me.points)), el("span", { class: "soft" }, ` from ${countOf(me.played, "question")}`)),
    el("span", { class: "soft" }, left > 0 ? `${left} still to come` : "That was the last one"),
  ];
}
