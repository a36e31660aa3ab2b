/**
 * Typed answers beyond the key: the host sees each with its count, and may count it as right for everybody who gave the
 * same. First comes what that would change.
 */

import { previewOf } from "./host-dialogs.js";
import { el, setText } from "./drawing.js";
import { keyed } from "./keyed.js";
import { countOf } from "./words.js";

const $ = (id) => document.getElementById(id);
const VERDICTS = { wrong: "wrong", form: "right, not in the asked form", unreadable: "couldn’t be read" };

/** @typedef {{answer: string, shown: string, count: number, verdict: string, accepted: boolean}} Other */

/**
 * The list on the answer card.
 * @param {{open: (other: Other) => void}} how `open` asks before a ruling is made, or taken back
 */
export function rulingsList({ open }) {
  let others = [];
  $("rulings").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const other = button && others.find(({ answer }) => answer === button.closest("li").dataset.key);
    if (other && button.getAttribute("aria-disabled") === "false") open(other);
  });

  function draw(state, allowed) {
    others = state.others;
    $("rulings-card").hidden = others.length === 0;
    keyed($("rulings"), others, {
      key: ({ answer }) => answer,
      make: row,
      update: (element, other) => update(element, other, allowed),
    });
  }
  return { draw };
}

function row() {
  return el(
    "li",
    {},
    el("b", { class: "given" }),
    el("span", { class: "soft small grow" }),
    el("button", { class: "btn quiet small", type: "button" }),
  );
}

function update(element, { shown, count, verdict, accepted }, allowed) {
  const [given, about, button] = element.children;
  setText(given, shown);
  setText(about, `${countOf(count, "team")} · ${accepted ? "counts as right" : VERDICTS[verdict]}`);
  setText(button, accepted ? "Take back…" : "Accept…");
  button.setAttribute("aria-label", accepted ? `Take back: ${shown}` : `Accept ${shown}`);
  button.setAttribute("aria-disabled", String(!allowed));
}

/**
 * The dialog before a ruling.
 * @param {{preview: (ruling: object) => void, confirm: (name: string, ruling: object) => void}} how
 */
export function rulingDialog({ preview, confirm }) {
  const dialog = $("ruling-dialog");
  let about = { name: "", question: 0, answer: "" };
  dialog.addEventListener("close", () => {
    const { name, ...ruling } = about;
    if (dialog.returnValue === "yes") confirm(name, ruling);
  });

  function open({ answer, shown, accepted }, { round }) {
    about = { name: accepted ? "unaccept" : "accept", question: round.question.id, answer };
    setText($("ruling-title"), accepted ? `Count “${shown}” as wrong again?` : `Count “${shown}” as right?`);
    setText($("ruling-no"), accepted ? "Keep it right" : "Keep it wrong");
    setText($("ruling-yes"), accepted ? "Take it back" : "Accept it");
    $("ruling-preview").replaceChildren(el("p", { class: "soft" }, "Working out which places would change…"));
    dialog.returnValue = "keep";
    dialog.showModal();
    preview(about);
  }

  function show(message) {
    const isOurs = message.name === about.name && message.question === about.question && message.answer === about.answer;
    if (isOurs && dialog.open) $("ruling-preview").replaceChildren(...previewOf(message));
  }
  return { open, show };
}
