/** Turns the suggested team names into buttons that fill the field. Without it they are words to copy. */

import { el } from "./drawing.js";

const words = document.getElementById("ideas");
const field = document.getElementById("name");

if (words && field) {
  const buttons = JSON.parse(words.dataset.ideas).map((idea) => {
    const take = () => {
      field.value = idea;
      field.removeAttribute("aria-invalid");
      field.focus();
    };
    return el("button", { class: "btn quiet", type: "button", onclick: take }, idea);
  });
  words.replaceWith(el("div", { class: "ideas", role: "group", "aria-label": "Team names you can take" }, ...buttons));
}
