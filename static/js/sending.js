/** The button under an answer that is put together before it goes: it says whether there is something new to send. */

import { el, setText } from "./drawing.js";

/**
 * @typedef {import("./wire.js").Raw} Raw
 * @param {{read: () => Raw|null, give: (answer: Raw) => void}} wiring `read` gives what would be sent, or null
 */
export function sending({ read, give }) {
  let answer = null;
  let status = "none";
  const element = el("button", { class: "btn big", type: "submit", "aria-disabled": "true" }, "Send answer");

  const isNews = () => read() !== null && !same(read(), answer);
  const refresh = () => {
    element.setAttribute("aria-disabled", String(!isNews()));
    setText(element, isNews() && answer !== null ? "Send the change" : WORDS[status]);
  };
  element.addEventListener("click", (event) => {
    event.preventDefault();
    if (isNews()) give(read());
  });
  return {
    element,
    refresh,
    /** Draws how the answer stands that was given last. */
    show(given, now) {
      answer = given;
      status = now;
      refresh();
    },
  };
}

const WORDS = { none: "Send answer", sending: "Sending…", held: "Not sent yet", sent: "Sent ✓" };

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
