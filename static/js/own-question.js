/** The form of a question: shows what belongs to the chosen type, and keeps the preview up with what is written. */

const LOOK_AFTER_MS = 900;
const form = document.getElementById("own");
const wants = JSON.parse(form.dataset.wants);
const forms = JSON.parse(form.dataset.forms);
let waiting = 0;

form.elements.type.addEventListener("change", fitType);
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, LOOK_AFTER_MS);
});
fitType();
if (form.elements.text.value) look();

function fitType() {
  const type = form.elements.type.value;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(type);
  for (const part of form.querySelectorAll("[data-wants]")) part.hidden = !(wants[type] ?? []).includes(part.dataset.wants);
  for (const option of form.elements.form.options) option.hidden = option.value !== "" && !(forms[type] ?? []).includes(option.value);
  if (form.elements.form.selectedOptions[0]?.hidden) form.elements.form.value = "";
}

function look() {
  const held = document.activeElement;
  form.requestSubmit(document.getElementById("look"));
  held?.focus({ preventScroll: true });
}
