/** A question as the big screen shows it while answers are open, without a round behind it. */

import { put, setText } from "./drawing.js";
import { fit } from "./fit.js";
import { question } from "./screen-question.js";

const $ = (id) => document.getElementById(id);
const state = { round: JSON.parse($("stage").dataset.round), sitting: { door: "locked", code: "" } };
const clock = { now: () => state.round.opens_at };
const words = question.words(state, "read");

put($("main"), question.make(state, clock));
draw();
new ResizeObserver(draw).observe($("main"));
document.fonts.ready.then(draw);

function draw() {
  question.update($("main").firstElementChild, state, "open");
  fit($("main").firstElementChild);
  setText($("head"), words.head);
  setText($("aside"), words.aside);
}
