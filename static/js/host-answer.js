/**
 * The answer card: what is right, how the teams answered and why, and the worked solution. The host sees it from the
 * lock on, the class from the reveal on; the server decides both.
 */

import { rightAnswer } from "./answers.js";
import { barsClass, explainedRows } from "./bars.js";
import { el, rich } from "./drawing.js";

const $ = (id) => document.getElementById(id);
const SHOWN = ["locked", "revealed"];

export function answerCard() {
  let drawn = "";

  function draw({ round }) {
    const visible = round.reveal !== null && SHOWN.includes(round.state);
    $("answer").hidden = !visible;
    if (!visible) return;
    $("answer-secret").hidden = round.state !== "locked";
    const content = JSON.stringify(round.reveal);
    if (content === drawn) return;
    drawn = content;
    drawAnswer(round);
  }
  return { draw };
}

function drawAnswer(round) {
  const { reveal } = round;
  $("answer-title").replaceChildren(el("span", { class: "soft" }, "Right answer: "), rightAnswer(round));
  $("bars").className = barsClass(round);
  $("bars").replaceChildren(...explainedRows(round));
  $("answer-note").replaceChildren(
    ...(reveal.voided
      ? [`This question doesn’t count. ${reveal.void_reason}`]
      : rich("span", {}, reveal.note).childNodes),
  );
  $("trick").replaceChildren(...rich("span", {}, reveal.trick).childNodes);
  $("steps").replaceChildren(...reveal.steps.map((step) => rich("li", { class: "maths" }, step)));
}
