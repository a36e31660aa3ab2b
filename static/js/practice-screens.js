/**
 * The screens of practice: a question, its answer, and how it went. The first two are those of a round, with the buttons
 * that a host would press. Must not know how an answer is marked or kept.
 *
 * @typedef {import("./phone.js").View} View
 * @typedef {import("./phone.js").Screen} Screen
 * @typedef {{next: () => void, again: () => void, skip: () => void}} Presses
 */

import { el, put, rich } from "./drawing.js";
import { bits } from "./marks.js";
import { questioning } from "./questioning.js";
import { solution } from "./revealing.js";
import { countOf } from "./words.js";

/** What the page needs to draw practice instead of a round. */
export function screensOf(/** @type {Presses} */ presses) {
  return {
    screenOf: (view, wiring) => SCREENS[view.phase](view, { ...wiring, ...presses }),
    keyOf: ({ phase, run }) => `${phase}:${run.turn}:${run.at}`,
    whereabouts: ({ phase, state: { round } }) => (phase === "done" ? "Finished" : `Question ${round.number} of ${round.of}`),
  };
}

const SCREENS = { open: asking, revealed: answering, done: summing };

/** @returns {Screen} */
function asking(/** @type {View} */ view, wiring) {
  const screen = questioning(view, wiring);
  const skip = el("button", { type: "button", class: "btn quiet", onclick: wiring.skip }, "Show me how");
  return {
    ...screen,
    main: [...screen.main, el("p", { class: "row skipping" }, skip)],
    update(now) {
      screen.update(now);
      skip.disabled = now.status !== "none";
    },
    help: (now) => helpOf(screen, now),
    words: (now) => (now.isSkipping ? "" : screen.words(now)),
  };
}

function helpOf(screen, view) {
  if (view.isSkipping && view.status === "held") {
    return { tone: "held", fact: "You’re offline.", more: "The answer comes the moment you’re back.", count: false, isMild: false };
  }
  if (view.isSkipping || (view.status === "none" && !view.notice)) return null;
  return view.notice?.code === "unreadable" && view.status === "none" ? null : screen.help(view);
}

/** @returns {Screen} */
function answering(/** @type {View} */ view, { next }) {
  const { parts, heading } = solution(view);
  const { number, of } = view.state.round;
  const isLast = number === of;
  const right = view.run.marked.filter(({ verdict }) => verdict === "right").length;
  return {
    main: [
      ...parts,
      right > 0 && el("p", { class: "row tally" }, el("span", {}, el("b", { class: "num" }, `${right} right`), el("span", { class: "soft" }, ` of ${number}`))),
      el("p", { class: "start" }, el("button", { type: "button", class: "btn big", onclick: next }, isLast ? "See how it went" : "Next question")),
    ].filter(Boolean),
    heading,
    title: `Question ${number}: the answer`,
    update() {},
    help: () => null,
  };
}

/** @returns {Screen} */
function summing(/** @type {View} */ { run, more }, { again }) {
  const { marked, missed } = run;
  const right = marked.filter(({ verdict }) => verdict === "right").length;
  const counted = right + missed.length;
  const heading = el("h1", { tabindex: -1 }, right > 0 ? `${right} of ${counted} right` : `${countOf(counted, "question")} practised`);
  const isAll = right === counted && counted > 0;
  const hero = el("div", { class: isAll ? "hero won" : "hero" }, isAll && bits(), el("p", {}, el("b", {}, "That’s all of them")), heading, el("p", {}, wordsFor(missed)));
  const main = el("div", { class: "stack" });
  put(main, byTopic(marked), missed.length > 0 && missedOnes(missed), ways({ missed, more, again }));
  return { main: [hero, main], heading, title: "How it went", update() {}, help: () => null };
}

function wordsFor(missed) {
  if (missed.length === 0) return "Every one of them. Try a new set, or another topic.";
  return missed.length === 1 ? "One to look at again." : "The ones you missed are worth another go: now you know how.";
}

function byTopic(marked) {
  const rows = [...grouped(marked)].map(([topic, ones]) => {
    const right = ones.filter(({ verdict }) => verdict === "right").length;
    return el("tr", {}, el("th", { scope: "row" }, topic), el("td", { class: "num" }, `${right} of ${ones.length}`));
  });
  const head = el("tr", {}, el("th", { scope: "col" }, "Topic"), el("th", { class: "num", scope: "col" }, "Right"));
  return el("table", { class: "fit" }, el("caption", {}, "By topic"), el("thead", {}, head), el("tbody", {}, ...rows));
}

function grouped(marked) {
  const topics = new Map();
  for (const each of marked) topics.set(each.question.topic, [...(topics.get(each.question.topic) ?? []), each]);
  return topics;
}

function missedOnes(missed) {
  const items = missed.map(({ question }) => rich("li", {}, question.text));
  return el("section", { class: "stack missed" }, el("h2", {}, "To look at again"), el("ol", { class: "steps" }, ...items));
}

function ways({ missed, more, again }) {
  const words = missed.length === 1 ? "Again the one I missed" : `Again the ${countOf(missed.length, "question")} I missed`;
  return el(
    "div",
    { class: "stack ways" },
    missed.length > 0 && el("button", { type: "button", class: "btn big", onclick: again }, words),
    el("a", { class: missed.length > 0 ? "btn quiet" : "btn big", href: more.fresh }, "A new set"),
    el("a", { class: "btn quiet", href: more.topics }, "Other topics"),
    el("a", { class: "quiet-link", href: "/practice" }, "Your progress"),
  );
}
