/**
 * The host's console: one state from the server, drawn by the cards; one command at a time back to it.
 */

import { announcer, sentence } from "./announcer.js";
import { connect } from "./connection.js";
import { setText } from "./drawing.js";
import { answerCard } from "./host-answer.js";
import { Commands } from "./host-commands.js";
import { askToEnd, teamSheet, voidDialog } from "./host-dialogs.js";
import { doorCard } from "./host-door.js";
import { nowCard } from "./host-now.js";
import { drawPlan } from "./host-plan.js";
import { rulingDialog, rulingsList } from "./host-rulings.js";
import { teamsTable } from "./host-teams.js";
import { toaster } from "./toast.js";
import { countOf, spaced } from "./words.js";

const $ = (id) => document.getElementById(id);
const SETTLE_MS = 500;
const DONE = {
  extend: "30 seconds added.",
  extra: "Extra time saved.",
  rename: "Renamed.",
  remove: "The team is out.",
  accept: "It counts as right now.",
  unaccept: "It counts as wrong again.",
};
const LINE = {
  connecting: ["sending", "Connecting"],
  online: ["on", "Live"],
  offline: ["offline", "Offline"],
  refused: ["offline", "Not connected"],
};

let state = null;
const tell = toaster($("toast"));
const say = announcer($("announcer"));

const line = connect("/host", {
  auth: { sitting: Number($("console").dataset.sitting) },
  hear: {
    state: see,
    done: (message) => commands.done(message),
    refused: (message) => commands.refused(message),
    preview: (message) => (message.name === "void" ? voiding : ruling).show(message),
  },
  standing: (...news) => stand(...news),
});
const commands = new Commands({ say: line.say, changed: draw, tell });
const voiding = voidDialog({
  preview: (question) => line.say("preview", { name: "void", question }),
  confirm: (question, reason) => send("void", { question, reason }),
});
const ruling = rulingDialog({ preview: (about) => line.say("preview", about), confirm: send });
const sheet = teamSheet({ press: send });
const cards = [
  nowCard({ clock: line.clock, press, say }),
  answerCard(),
  rulingsList({ open: (other) => ruling.open(other, state) }),
  { draw: drawPlan },
  teamsTable({ open: (entry) => sheet.open(state.teams.find((team) => team.id === entry)) }),
  doorCard({ press, tell }),
  sheet,
];
$("next").addEventListener("click", (event) => event.detail < 2 && next());
document.addEventListener("keydown", shortcut);

function see(fresh) {
  state = fresh;
  line.clock.hint(fresh.now);
  commands.saw(fresh.version);
  draw();
  say(sentence({ ...fresh.round, teams: fresh.round.state === "lobby" ? fresh.teams.length : fresh.round.teams }));
}

function draw() {
  if (!state) return;
  const { sitting, round, teams, trouble } = state;
  setText($("who"), [sitting.name, sitting.place].filter(Boolean).join(" · "));
  setText($("where"), `Code ${spaced(sitting.code)} · ${countOf(teams.length, "team")} · ${round.title}`);
  setText($("trouble"), trouble);
  $("trouble").hidden = !trouble;
  for (const card of cards) card.draw(state, allowed());
}

/** Whether a button may be pressed at all: a line, a state, and no command under way. */
function allowed() {
  return state !== null && line.online() && !commands.waiting;
}

/** The honey button. A label that changed a moment ago is not what the host meant to press. */
function next() {
  if (!allowed() || !state.next) return;
  if (performance.now() - Number($("next").dataset.since) < SETTLE_MS)
    tell("Something changed just before you pressed. Here’s how it is now.");
  else commands.send("next");
}

/** Any other command: those that can't be undone ask first. */
function press(name, args = {}) {
  if (!allowed()) return;
  if (name === "void") voiding.open(state);
  else if (name === "unvoid") send(name, { question: state.round.question.id });
  else if (name === "end") askToEnd(state, () => send("end"));
  else send(name, args);
}

function send(name, args = {}, refused = tell) {
  if (allowed()) commands.send(name, args, { done: () => DONE[name] && tell(DONE[name]), refused });
}

/** Space or the right arrow mean Next, but only while no control has the focus. */
function shortcut(event) {
  const free =
    document.activeElement === document.body ||
    document.activeElement === null ||
    document.activeElement === $("title");
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat;
  if (!free || !plain || !["Space", "ArrowRight"].includes(event.code) || document.querySelector("dialog[open]"))
    return;
  event.preventDefault();
  next();
}

function stand(standing, reason = "") {
  const [kind, words] = LINE[standing];
  $("link").dataset.state = kind;
  setText($("link"), words);
  $("adrift").hidden = standing === "online" || standing === "connecting";
  if (standing === "refused") {
    setText($("trouble"), reason || "You are signed out. Open your sign-in link again.");
    $("trouble").hidden = false;
  }
  if (standing !== "connecting") queueMicrotask(() => (standing === "online" ? draw() : commands.lost()));
  if (standing === "offline") queueMicrotask(draw);
}
