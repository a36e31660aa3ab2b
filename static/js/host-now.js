/**
 * The card of what is on now: the question, the ring, who has answered, the honey button and the other commands.
 * Decides nothing: `state.next` and `state.can` say what may be done.
 */

import { letter } from "./asking.js";
import { Countdown } from "./countdown.js";
import { el, rich, setText } from "./drawing.js";
import { keyed } from "./keyed.js";
import { countdownOf, phaseAt, untilTurn } from "./phases.js";
import { drawStrip } from "./strip.js";
import { countOf } from "./words.js";

const $ = (id) => document.getElementById(id);
const LONG_TITLE = 60;
const ASKED = ["read", "open", "closing", "locked", "revealed"];
const NAMES_SHOWN = 4;

const PHASES = {
  read: "reading time",
  open: "open",
  closing: "closing, last answers are coming in",
  locked: "answers are in",
  revealed: "the answer is on the screen",
};
const SCENES = {
  planned: ["Not started yet", "Ready when you are"],
  lobby: ["In the lobby", "Teams are coming in"],
  standings: ["On the big screen", "Standings"],
  done: ["The round is over", "That’s all. Thank you for hosting."],
};

/** Between the close and the lock nothing can be pressed, for less than a second. */
const CLOSING = { label: "Locking the answers…", detail: "The last ones are on their way." };

/**
 * The commands beside the honey button; those that can't be undone stand apart and end with an ellipsis. Left out are
 * those that the honey button does: always (`instead`) or in some phases (`unless`).
 */
const OTHERS = [
  { name: "resume", label: "Carry on", instead: true },
  { name: "pause", label: "Pause" },
  { name: "extend", label: "+30 seconds", args: { seconds: 30 } },
  { name: "close", label: "Close now", unless: ["open", "closing"] },
  { name: "reveal", label: "Show the answer", unless: ["locked"] },
  { name: "standings", label: "Show standings" },
  { name: "unvoid", label: "Count this question again", about: "question" },
  { name: "void", label: "Void question…", about: "question", danger: true },
  { name: "end", label: "End the round…", danger: true },
];

/**
 * @param {{clock: {now: () => number}, press: (name: string, args: object) => void, say: (words: string) => void}} how
 */
export function nowCard({ clock, press, say }) {
  const countdown = new Countdown(clock, { say });
  $("ring").replaceWith(countdown.ring);
  let turn = 0;

  /** Draws the state, and once more when the clock alone changes the phase. */
  function draw(state, allowed) {
    clearTimeout(turn);
    const now = clock.now();
    const phase = phaseAt(state.round, now, longest(state.round));
    const left = untilTurn(state.round, now, longest(state.round));
    if (left !== null) turn = setTimeout(() => draw(state, allowed), left + 20);
    drawHeading(state.round, phase);
    drawRing(countdown, state.round, now);
    drawChoices(state.round, phase);
    drawMeter(state, phase);
    drawNext(state, allowed);
    drawOthers(state, { phase, allowed, press });
  }
  return { draw };
}

/** The host's ring runs to the last team's deadline, extra time included. */
function longest(round) {
  return Math.max(0, ...Object.keys(round.deadlines ?? {}).map(Number));
}

function drawHeading(round, phase) {
  const asks = round.question && ASKED.includes(phase);
  const [over, title] = asks
    ? [`Question ${round.number} of ${round.of} · ${PHASES[phase]}`, round.question.text]
    : (SCENES[phase] ?? SCENES.planned);
  const voided = asks && round.reveal?.voided ? " · doesn’t count" : "";
  setText($("step"), (round.paused ? `${over} · paused` : over) + voided);
  const heading = $("title");
  if (heading.dataset.html === title) return;
  heading.dataset.html = title;
  heading.replaceChildren(...(asks ? rich("span", {}, title).childNodes : [title]));
  heading.classList.toggle("long", heading.textContent.length > LONG_TITLE);
}

function drawRing(countdown, round, now) {
  const aim = countdownOf(round, now, { extra: longest(round) });
  countdown.ring.hidden = !aim;
  countdown.ring.classList.toggle("still", round.paused);
  countdown.point(aim, round.state === "read" && phaseAt(round, now) === "read" ? "until answers open" : "left");
}

function drawChoices(round, phase) {
  const list = $("choices");
  const options = ASKED.includes(phase) && !round.reveal ? (round.question?.options ?? []) : [];
  list.hidden = options.length === 0;
  const about = `${round.question?.id}`;
  if (list.dataset.about === about) return;
  list.dataset.about = about;
  list.replaceChildren(
    ...options.map((option, index) =>
      el("li", {}, letter(option, index), rich("span", { class: "maths" }, option.html)),
    ),
  );
}

function drawMeter({ round, teams }, phase) {
  const asks = ASKED.includes(phase) && phase !== "read";
  const lobby = phase === "lobby" || phase === "planned";
  $("meter").hidden = !asks && !lobby;
  const here = teams.filter((team) => team.here).length;
  const away = teams.filter((team) => !team.here).length;
  const [filled, total] = asks ? [round.answered, round.teams] : [here, teams.length];
  drawStrip($("strip"), { filled, total });
  $("strip").toggleAttribute("hidden", total === 0);
  setText($("count"), asks ? `${filled} of ${total}` : countOf(total, "team"));
  setText($("count-rest"), `${asks ? "answered" : "in so far"}${away ? ` · ${away} away` : ""}`);
  setText($("waiting-for"), asks && (phase === "open" || phase === "closing") ? missing(teams) : "");
}

/** "Still to answer: Pi Hards, Root Awakening and 3 more." */
function missing(teams) {
  const names = teams.filter((team) => team.here && !team.answered).map((team) => team.name);
  if (names.length === 0) return "";
  const rest = names.length - NAMES_SHOWN;
  return `Still to answer: ${names.slice(0, NAMES_SHOWN).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
}

function drawNext(state, allowed) {
  const button = $("next");
  const words = state.next ?? (state.round.state === "closing" ? CLOSING : { label: "", detail: "" });
  const had = document.activeElement === button;
  button.hidden = !words.label;
  if (button.textContent !== words.label) button.dataset.since = String(performance.now());
  setText(button, words.label);
  setText($("next-detail"), words.detail);
  button.setAttribute("aria-disabled", String(!allowed || !state.next));
  $("keys-hint").hidden = !state.next;
  if (had && button.hidden) $("title").focus();
}

function drawOthers(state, { phase, allowed, press }) {
  const offered = OTHERS.filter((one) => state.can.includes(one.name) && !spare(one, state, phase));
  const how = {
    key: (one) => one.name,
    make: (one) => button(one, () => press(one.name, one.args)),
    update: (made) => made.setAttribute("aria-disabled", String(!allowed)),
  };
  keyed(
    $("others"),
    offered.filter((one) => !one.danger),
    how,
  );
  keyed(
    $("dangers"),
    offered.filter((one) => one.danger),
    how,
  );
}

/** The honey button does the same already, or there is no question that it could be about. */
function spare(one, { next, round }, phase) {
  if (one.about && !round.question) return true;
  return one.label === next?.label || (one.instead && next !== null) || one.unless?.includes(phase);
}

function button(one, onclick) {
  return el(
    "button",
    { class: one.danger ? "btn danger" : "btn quiet", type: "button", "data-command": one.name, onclick },
    one.label,
  );
}
