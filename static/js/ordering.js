/**
 * Putting things in order with two buttons each: no dragging is needed, and a keyboard does the same.
 *
 * @typedef {import("./answering.js").Control} Control
 * @typedef {import("./answering.js").Wiring} Wiring
 * @typedef {import("./wire.js").Question} Question
 */

import { face } from "./asking.js";
import { el, spoken, svg } from "./drawing.js";
import { sending } from "./sending.js";

/** @returns {Control} */
export function ordering(/** @type {Question} */ question, /** @type {Wiring} */ { give, canChange, say }) {
  let order = question.options.map((option) => option.id);
  let isTouched = false;
  const button = sending({ read: () => order, give: (answer) => { isTouched = false; give(answer); } });
  const list = el("ol", { class: "order", "aria-label": "Your order, first to last" });
  const rows = new Map(question.options.map((option, index) => [option.id, row(option, index, move)]));

  function draw() {
    // Moving a row would drop the focus from its button, so the focus is given back.
    const held = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...order.map((id) => rows.get(id)));
    order.forEach((id, at) => placeRow(rows.get(id), at, order.length));
    held?.focus({ preventScroll: true });
  }

  function move(option, by) {
    const from = order.indexOf(option.id);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    [order[from], order[to]] = [order[to], order[from]];
    isTouched = true;
    draw();
    button.refresh();
    say(`${spoken(option.html)}: now ${to + 1} of ${order.length}.`);
  }

  draw();
  return {
    element: el("div", { class: "stack" }, list, button.element),
    invitation: canChange ? "Move them up or down, then send." : "Move them up or down. Once sent, it stays.",
    show(answer, status) {
      if (answer !== null && !isTouched && String(answer) !== String(order)) {
        order = [...answer];
        draw();
      }
      list.classList.toggle("held", status === "sending" || status === "held");
      list.classList.toggle("sent", status === "sent" && String(answer) === String(order));
      button.show(answer, status);
    },
  };
}

function row(option, index, move) {
  const name = spoken(option.html);
  return el(
    "li",
    { class: "tile" },
    face(
      option,
      index,
      el("button", { type: "button", class: "up", "aria-label": `Move ${name} up`, onclick: () => move(option, -1) }, arrow("M5 15l7-8 7 8")),
      el("button", { type: "button", class: "down", "aria-label": `Move ${name} down`, onclick: () => move(option, 1) }, arrow("M5 9l7 8 7-8")),
    ),
  );
}

function placeRow(item, at, of) {
  item.querySelector(".up").setAttribute("aria-disabled", String(at === 0));
  item.querySelector(".down").setAttribute("aria-disabled", String(at === of - 1));
}

function arrow(d) {
  return svg("svg", { class: "outline", viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true" }, svg("path", { d }));
}
