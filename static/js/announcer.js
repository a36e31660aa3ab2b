/**
 * Speaks for screen readers: one polite live region, filled at most once in a while, so that thirty answers in a
 * second are one sentence and not thirty.
 */

import { setText } from "./drawing.js";

const GAP_MS = 4_000;

/** @param {Element} region */
export function announcer(region) {
  let timer = 0;
  let spoke = -Infinity;
  let pending = "";

  function speak() {
    spoke = performance.now();
    timer = 0;
    setText(region, pending);
  }

  /** Says `words` now when it has been quiet, or the latest words when the gap is over. */
  function say(words) {
    if (words === pending) return;
    pending = words;
    clearTimeout(timer);
    timer = setTimeout(speak, Math.max(0, spoke + GAP_MS - performance.now()));
  }
  return say;
}

/** "Question 3 is open. 17 of 23 answered." */
export function sentence({ state, paused, number, answered, teams }) {
  const about = `Question ${number}`;
  const words = {
    planned: "",
    lobby: `In the lobby. ${teams === 1 ? "1 team is" : `${teams} teams are`} in.`,
    read: `${about}: reading time.`,
    open: `${about} is open. ${answered} of ${teams} answered.`,
    closing: `${about} is closing. ${answered} of ${teams} answered.`,
    locked: `${about}: answers are in. ${answered} of ${teams} answered.`,
    revealed: `${about}: the answer is on the screen.`,
    standings: "The standings are on the screen.",
    done: "The round is over.",
  }[state];
  return paused ? `Paused. ${words}` : words;
}
