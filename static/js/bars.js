/**
 * How the teams answered: one bar an answer, counts in figures, the right one in honey with a tick. No team is named.
 * The host sees the slip behind each wrong answer too.
 *
 * @typedef {import("./wire.js").Bar} Bar
 * @typedef {import("./wire.js").PublicRound} PublicRound
 */

import { letter } from "./asking.js";
import { el, rich } from "./drawing.js";

const WORDY = 9;

/**
 * The rows of the bars.
 * @param {PublicRound} round one with a reveal
 */
export function barRows(round) {
  const { bars, none } = round.reveal;
  const most = Math.max(1, none, ...bars.map((bar) => bar.count));
  const rows = bars.map((bar, index) => row(bar, index, bar.count / most));
  if (none > 0)
    rows.push(
      silent(
        none,
        none / most,
        bars.some((bar) => bar.letter),
      ),
    );
  return rows;
}

/** "wordy" where an answer needs a line of its own, "typed" where answers have no letter. */
export function barsClass(round) {
  const texts = round.reveal.bars.map((bar) => rich("i", {}, bar.html).textContent.trim());
  const isWordy = texts.some((text) => text.length > WORDY);
  const isTyped = !round.reveal.bars.some((bar) => bar.letter);
  return ["bars", isWordy && "wordy", isTyped && "typed"].filter(Boolean).join(" ");
}

/** The rows with the misconception under each wrong answer that somebody gave. */
export function explainedRows(round) {
  const rows = barRows(round);
  round.reveal.bars.forEach((bar, index) => {
    if (bar.slip && bar.count > 0 && !bar.right) rows[index].append(rich("p", { class: "slip" }, bar.slip));
  });
  return rows;
}

/**
 * One answer's row.
 * @param {Bar} bar
 */
function row(bar, index, share) {
  const words = bar.right ? `${bar.count} ✓ right` : String(bar.count);
  return el(
    "li",
    { class: bar.right ? "right" : null },
    letter(bar, index),
    rich("span", { class: "said" }, bar.html),
    track(share, words),
  );
}

function silent(count, share, lettered) {
  return el(
    "li",
    { class: "silent" },
    lettered && el("b", { class: "letter none", "aria-hidden": "true" }, "–"),
    el("span", { class: "said" }, "No answer"),
    track(share, String(count)),
  );
}

function track(share, words) {
  const bar = share > 0 && el("span", { class: "bar" });
  if (bar) bar.style.setProperty("--v", share.toFixed(3));
  return el("span", { class: "track" }, bar, el("span", { class: "tally" }, words));
}
