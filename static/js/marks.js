/** The show's drawings: category marks, and the triangles in the corner of a honey card. One colour each, from CSS. */

import { el, svg } from "./drawing.js";

const MARKS = {
  funkies: "M7 7a5 5 0 0 1 10 0 5 5 0 0 1 0 10 5 5 0 0 1-10 0 5 5 0 0 1 0-10z",
  ein2steins: "M12 1l9.5 5.5v11L12 23l-9.5-5.5v-11z",
  "go-forth": "M2 3h9l11 9-11 9H2l7-9z",
};

const BITS = [
  [2, "M24 0h48L48 41.6z"],
  [3, "M48 41.6h48L72 0z"],
  [1, "M72 0h48L96 41.6z"],
  [2, "M72 83.1h48L96 41.6z"],
  [1, "M48 41.6h48L72 83.1z"],
  [3, "M96 41.6h48L120 83.1z"],
  [2, "M96 41.6h48L120 0z"],
];

/** A category's shape beside its name. */
export function category(/** @type {string} */ key, /** @type {string} */ name) {
  return el("span", { class: `cat ${key}` }, mark(key), name);
}

/** A category's shape alone; put its name beside it. */
export function mark(/** @type {string} */ key) {
  return svg("svg", { class: "mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: MARKS[key] ?? "" }));
}

/** Triangles for the corner of a honey hero. */
export function bits() {
  const paths = BITS.map(([tone, d]) => svg("path", { class: `bit${tone}`, d }));
  return svg("svg", { class: "bits", viewBox: "0 0 120 126", width: 120, height: 126, "aria-hidden": "true" }, ...paths);
}
