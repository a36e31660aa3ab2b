/** How practice went, topic by topic: kept in this browser and sent to nobody. */

import { shelf } from "./keeping.js";

/** @typedef {{right: number, asked: number}} Count */

const kept = shelf("practice");

/** Counts one more answer. */
export function note(/** @type {string} */ level, /** @type {string} */ topic, { isRight }) {
  const all = record();
  const { right, asked } = all[level]?.[topic] ?? { right: 0, asked: 0 };
  kept.write({ ...all, [level]: { ...all[level], [topic]: { right: right + Number(isRight), asked: asked + 1 } } });
}

/** Everything that is kept, by level and topic. @returns {Record<string, Record<string, Count>>} */
export function record() {
  return kept.read() ?? {};
}

/** Forgets it all, and the questions that somebody is in the middle of. */
export function forget() {
  kept.clear();
  shelf("practice-run").clear();
}
