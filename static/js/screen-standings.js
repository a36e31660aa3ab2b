/** The standings on the big screen: the top places only, so that nobody is at the bottom of a list. */

import { el } from "./drawing.js";
import { points } from "./words.js";

const STAGGER_MS = 90;
const ONE_COLUMN = 5;

export const standings = {
  key: ({ standings: rows, round }) => `standings ${round.number} ${JSON.stringify(rows)}`,

  make({ standings: rows, round }) {
    const list = el("ol", {}, ...rows.map((row, index) => line(row, rows.length - index)));
    list.style.setProperty(
      "grid-template-rows",
      `repeat(${Math.ceil(rows.length / (rows.length > ONE_COLUMN ? 2 : 1))}, auto)`,
    );
    return el(
      "div",
      { class: rows.length > ONE_COLUMN ? "table two" : "table" },
      el("h1", {}, rows.length ? "At the top" : "Every team is level"),
      rows.length ? list : el("p", { class: "lead" }, "No points yet. The next question changes that."),
    );
  },

  words: ({ round }) => ({
    head: `After question ${round.number} of ${round.of}`,
    aside: round.policy,
    start: "Your own place is on your phone.",
    code: true,
  }),
};

function line({ place, team, points: got }, turn) {
  const row = el(
    "li",
    { class: /^=?1(st)?$/.test(String(place)) ? "top" : null },
    el("span", { class: "at" }, String(place)),
    el("span", {}, team),
    el("span", { class: "got" }, points(got)),
  );
  row.style.setProperty("animation-delay", `${turn * STAGGER_MS}ms`);
  return row;
}
