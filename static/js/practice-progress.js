/** Draws what this phone remembers of earlier practice, and forgets it on request. */

import { el, put } from "./drawing.js";
import { forget, record } from "./practice-record.js";

const levels = JSON.parse(document.querySelector("script[data-levels]").dataset.levels);
const section = document.getElementById("progress");
draw();
// Back from a run, a browser may show this page as it was.
window.addEventListener("pageshow", draw);

function draw() {
  const kept = record();
  const tables = levels.filter(([slug]) => kept[slug]).map(([slug, name]) => table(name, kept[slug]));
  section.hidden = tables.length === 0;
  put(section, el("h2", {}, "Your progress"), ...tables, el("p", { class: "row" }, forgetting()));
}

function table(name, topics) {
  const rows = Object.entries(topics).map(([topic, { right, asked }]) =>
    el("tr", {}, el("th", { scope: "row" }, topic), el("td", { class: "num" }, `${right} of ${asked}`)));
  const head = el("tr", {}, el("th", { scope: "col" }, "Topic"), el("th", { class: "num", scope: "col" }, "Right"));
  return el("table", { class: "fit" }, el("caption", {}, name), el("thead", {}, head), el("tbody", {}, ...rows));
}

function forgetting() {
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": "forget-title" });
  const close = () => dialog.close();
  put(
    dialog,
    el("div", { class: "stack" },
      el("h2", { id: "forget-title" }, "Forget your progress?"),
      el("p", {}, "It is on this phone only, so nobody can bring it back."),
      el("p", { class: "row" },
        el("button", { type: "button", class: "btn", autofocus: true, onclick: close }, "Keep it"),
        el("button", { type: "button", class: "btn danger", onclick: () => forgotten(close) }, "Forget it"))),
  );
  return el("span", {}, el("button", { type: "button", class: "btn quiet", onclick: () => dialog.showModal() }, "Forget my progress…"), dialog);
}

function forgotten(close) {
  close();
  forget();
  draw();
  put(section, el("p", { class: "note", role: "status", tabindex: -1 }, el("span", {}, el("b", {}, "Forgotten."), " This phone starts afresh.")));
  section.hidden = false;
  section.firstChild.focus();
}
