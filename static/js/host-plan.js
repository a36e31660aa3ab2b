/**
 * What follows the honey button's step; the button itself says what comes first.
 */

import { el, setText } from "./drawing.js";
import { keyed } from "./keyed.js";

const $ = (id) => document.getElementById(id);

/** @param {{plan: {label: string, detail: string}[]}} state */
export function drawPlan({ plan }) {
  $("plan").hidden = plan.length === 0;
  keyed($("plan-list"), plan, {
    key: (_, index) => index,
    make: () => el("li", {}, el("b", {}), el("span", { class: "soft" })),
    update,
  });
}

function update(row, step, index) {
  row.classList.toggle("now", index === 0);
  setText(row.firstChild, step.label);
  setText(row.lastChild, step.detail);
}
