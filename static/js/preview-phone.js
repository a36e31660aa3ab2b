/**
 * A question as phones show it, for whoever builds a quiz: the page of a phone without a round. An answer that is sent
 * is marked at once, and nothing is kept.
 */

import { el, put, rich } from "./drawing.js";
import { Page } from "./page.js";
import { viewOf } from "./viewing.js";

const VERDICTS = { right: "Right.", form: "Right value, not in the asked form.", wrong: "Wrong.", unreadable: "Can’t be read." };

const { round: asked, at, draft } = document.querySelector("script[data-round]").dataset;
const round = JSON.parse(asked);
const state = {
  round,
  version: 0,
  sitting: { name: "Preview", place: "" },
  me: { team: "Your team", names: [], extra: 0, points: 0, played: 0, phones: 1 },
  mine: null,
  result: null,
  place: null,
};
/** A clock that stands, so that a preview never runs out of time. */
const clock = { now: () => round.opens_at };
const nothing = { unsent: null, isHeld: false, notice: null, waiting: "" };
const page = new Page({ clock, give, readOut });
draw();

function draw() {
  page.draw(viewOf(state, { now: clock.now(), standing: "online", outbox: nothing }));
}

async function give(answer) {
  state.mine = { question: round.question.id, answer };
  draw();
  const mark = await ask("try", { answer });
  const foot = document.getElementById("foot");
  put(foot, el("p", { class: "note", role: "status" }, el("span", {}, el("b", {}, VERDICTS[mark.verdict]), mark.reading && ` We read ${mark.reading}. `, rich("span", {}, mark.reason))));
}

async function readOut(typed) {
  page.hearReading(await ask("reading", { typed }));
}

async function ask(what, message) {
  const reply = await fetch(`${at}/${what}${window.location.search}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content },
    body: JSON.stringify(draft ? { ...message, draft } : message),
  });
  return reply.json();
}
