/**
 * The big screen: draws the scene that belongs to the round's phase, and carries the phase on by the clock.
 * It is told what to show and asks for nothing.
 */

import { announcer, sentence } from "./announcer.js";
import { connect } from "./connection.js";
import { el, put, setText } from "./drawing.js";
import { fit } from "./fit.js";
import { phaseAt, untilTurn } from "./phases.js";
import { finale } from "./podium.js";
import { answer } from "./screen-answer.js";
import { lobby } from "./screen-lobby.js";
import { question } from "./screen-question.js";
import { standings } from "./screen-standings.js";
import { tools } from "./screen-tools.js";
import { spaced } from "./words.js";

const $ = (id) => document.getElementById(id);

/**
 * A scene: `key` changes when it must be built anew; `make` builds it, `update` draws what moves within it, `words`
 * are for the frame around it.
 * @typedef {{key: (state: any) => string, make: (state: any, clock: object) => HTMLElement,
 *   update?: (scene: HTMLElement, state: any, phase: string) => void,
 *   words: (state: any, phase: string) => {head: string, aside?: string, start?: Node|string,
 *   end?: string, code?: boolean}}} Scene
 * @type {Record<string, Scene>}
 */
const SCENES = {
  planned: lobby,
  lobby,
  read: question,
  open: question,
  closing: question,
  locked: question,
  revealed: answer,
  standings,
  done: finale,
};

const say = announcer($("announcer"));
const room = tools();
let state = null;
let shown = "";
let turn = 0;

const line = connect("/screen", {
  auth: { key: $("stage").dataset.key },
  hear: { state: see },
  standing: stand,
});
new ResizeObserver(refit).observe($("main"));
document.fonts?.ready.then(refit);

function see(fresh) {
  state = fresh;
  line.clock.hint(fresh.now);
  draw();
  say(sentence({ ...fresh.round, teams: fresh.round.state === "lobby" ? fresh.teams.length : fresh.round.teams }));
}

function draw() {
  clearTimeout(turn);
  const { round } = state;
  const now = line.clock.now();
  const phase = phaseAt(round, now, longest(round));
  const left = untilTurn(round, now, longest(round));
  if (left !== null) turn = setTimeout(draw, left + 20);
  const scene = SCENES[phase] ?? lobby;
  room.enter(phase);
  show(scene, phase);
  frame(scene.words(state, phase));
  $("veil").hidden = !round.paused;
}

/** Builds the scene when it is another one, moves what moves within it, and makes a new one fit. */
function show(scene, phase) {
  document.body.dataset.scene = phase === "planned" ? "lobby" : phase;
  document.body.classList.toggle("spot", phase === "done");
  const key = scene.key(state);
  const fresh = key !== shown;
  if (fresh) put($("main"), scene.make(state, line.clock));
  shown = key;
  scene.update?.($("main").firstElementChild, state, phase);
  if (!fresh) return;
  fit($("main").firstElementChild);
  scene.update?.($("main").firstElementChild, state, phase);
}

function frame({ head, aside = "", start = "", end = "", code = false }) {
  setText($("head"), head);
  setText($("aside"), aside);
  if (typeof start === "string") setText($("foot-start"), start);
  else if ($("foot-start").firstChild !== start) put($("foot-start"), start);
  const joinable = code && state.sitting.door === "open";
  if (!joinable) setText($("foot-end"), end);
  else if (!$("foot-end").textContent.includes(spaced(state.sitting.code)))
    put($("foot-end"), "Join any time: ", el("b", { class: "honeyed" }, spaced(state.sitting.code)));
}

/** The screen stays open as long as any team may answer; nobody sees whose extra time it is. */
function longest(round) {
  return Math.max(0, ...Object.keys(round.deadlines ?? {}).map(Number));
}

function refit() {
  const scene = $("main").firstElementChild;
  if (!state || !scene) return;
  fit(scene);
  draw();
}

function stand(standing, reason = "") {
  $("adrift").hidden = standing === "online" || standing === "connecting";
  if (standing === "refused")
    setText($("adrift"), reason || "This screen’s link no longer works. Open it again from the console.");
}
