/** A question on the big screen, from the reading time to the lock: text, ring, options, how many have answered. */

import { asked, face } from "./asking.js";
import { Countdown } from "./countdown.js";
import { el, put, setText, svg } from "./drawing.js";
import { countdownOf } from "./phases.js";
import { drawStrip } from "./strip.js";
import { haveAnswered } from "./words.js";

const SHORT = 14;
const LONG = 42;
const FLOWING = 80;

/** The pieces of the scene that move; there is one big screen in a page. */
let parts = null;

export const question = {
  key: ({ round }) => `question ${round.question?.id} ${round.number}`,

  make({ round }, clock) {
    parts?.countdown.stop();
    const countdown = new Countdown(clock);
    const strip = svg("svg", { class: "strip", "aria-hidden": "true" });
    const count = el("b", { class: "num" });
    const rest = el("span", {});
    parts = {
      clock,
      countdown,
      strip,
      count,
      rest,
      meter: el("div", { class: "meter" }, strip, el("p", {}, count, rest)),
    };
    const label = el("p", { class: "soft" });
    parts.label = label;
    parts.stamp = el("p", { class: "stamp", hidden: true }, "Answers are in");
    const clockwork = el("div", { class: "clock" }, countdown.ring, parts.stamp, label);
    const text = asked(round.question);
    const flowing = text.textContent.length > FLOWING;
    return el(
      "div",
      { class: "question" },
      el("div", { class: flowing ? "text flowing" : "text" }, clockwork, text),
      options(round.question),
    );
  },

  update(scene, { round }, phase) {
    const aim = countdownOf(round, parts.clock.now());
    const done = phase === "closing" || phase === "locked";
    parts.countdown.ring.hidden = !aim;
    parts.countdown.ring.classList.toggle("wait", phase === "read");
    parts.countdown.point(aim, phase === "read" ? "until answers open" : "left");
    parts.stamp.hidden = Boolean(aim);
    setText(parts.stamp, phase === "open" ? "Last answers" : phase === "closing" ? "Time’s up" : "Answers are in");
    setText(parts.label, { read: "until answers open", open: "seconds left" }[phase] ?? "\u00a0");
    scene.classList.toggle("dimmed", done);
    drawStrip(parts.strip, { filled: round.answered, total: round.teams });
    setText(parts.count, `${round.answered} of ${round.teams}`);
    setText(parts.rest, ` ${haveAnswered(round)}`);
  },

  words: ({ round }, phase) => ({
    head: `Question ${round.number} of ${round.of}`,
    aside: [round.question.topic, round.question.calculator ? "calculator" : "no calculator"]
      .filter(Boolean)
      .join(" · "),
    start: phase === "read" ? "Read it together first." : parts.meter,
    code: true,
  }),
};

function options(asking) {
  if (asking.options.length === 0) return blank(asking);
  const list = el("ol", { class: `tiles ${asking.kind === "truth" ? "truth" : columns(asking.options)}` });
  put(list, ...asking.options.map((option, index) => el("li", { class: "tile" }, tileFace(option, index))));
  return list;
}

function tileFace(option, index) {
  const made = face(option, index);
  made.dataset.fit = "";
  return made;
}

/** Two columns for most; three for five or six short ones; one for three or more long ones. */
function columns(list) {
  const longest = Math.max(...list.map((option) => lengthOf(option.html)));
  if (list.length > 2 && longest > LONG) return list.length > 4 ? "six" : "one";
  if ([3, 5, 6].includes(list.length) && longest <= SHORT) return "three";
  if (list.length === 3) return "one";
  return list.length > 4 ? "six" : "";
}

function lengthOf(html) {
  return el("i", {}, html.replace(/<[^>]*>/g, "")).textContent.trim().length;
}

function blank({ unit, kind }) {
  const before = unit === "£" && unit;
  const after = unit && unit !== "£" && unit;
  return el(
    "div",
    { class: "typed" },
    el(
      "p",
      { class: "blank", "aria-hidden": "true" },
      before,
      el("span", { class: "cursor" }),
      after && el("span", { class: "push" }, after),
    ),
    el(
      "p",
      { class: "soft" },
      kind === "text" ? "Type a word or two on your phone." : "Type your answer on your phone.",
    ),
  );
}
