/**
 * The phone's page: its bar, the one screen that is on, and the line of help at the foot. Draws a screen when the screen
 * changes, and lets it update itself otherwise. Must not know the line or the outbox.
 *
 * @typedef {import("./phone.js").View} View
 * @typedef {import("./phone.js").Screen} Screen
 */

import { Countdown } from "./countdown.js";
import { el, put, setText } from "./drawing.js";
import { countdownOf } from "./phases.js";
import { placing } from "./placing.js";
import { questioning } from "./questioning.js";
import { revealing } from "./revealing.js";
import { gone, lobby } from "./waiting.js";
import { haveAnswered } from "./words.js";

const GREETING_MS = 8_000;
const QUESTION = new Set(["read", "open", "closing", "locked"]);
const SAID_ON = { open: "Answers are open.", closing: "Time’s up.", locked: "Answers are in." };

export class Page {
  #key = "";
  /** @type {Screen|null} */
  #screen = null;
  #heard = "";
  #phase = "";
  #helped = "";
  #drawnAt = 0;
  #greeting = "";
  #wasSending = false;

  /** @param {{clock: {now: () => number}, give: (answer: import("./wire.js").Raw) => void,
   *   readOut: (typed: string) => void, screens?: typeof ROUND}} wiring `screens`: those of a round, or others */
  constructor({ clock, give, readOut, screens = ROUND }) {
    const at = (id) => document.getElementById(id);
    this.parts = { main: at("main"), foot: at("foot"), pill: at("pill"), team: at("team"), where: at("where"), say: at("say") };
    this.help = el("div", { class: "help" });
    this.count = el("span", { class: "num" });
    this.give = give;
    this.readOut = readOut;
    this.screens = screens;
    this.countdown = new Countdown(clock, { say: (words) => this.#say(words) });
    put(this.parts.foot, this.help);
  }

  /** The connection, always in sight. */
  stand(/** @type {import("./connection.js").Standing} */ standing, { isSending = false, isSent = false } = {}) {
    const [state, words] = pillOf(standing, { isSending, isSent });
    if (this.parts.pill.dataset.state !== state) this.parts.pill.dataset.state = state;
    setText(this.parts.pill, words);
  }

  /** A few words for a team that is back; they go by themselves. */
  greet(words, redraw) {
    if (!words) return;
    this.#greeting = words;
    this.#say(words);
    setTimeout(() => {
      this.#greeting = "";
      redraw();
    }, GREETING_MS);
  }

  draw(/** @type {View} */ view) {
    this.stand(view.standing, { isSending: view.isSending, isSent: view.status === "sent" && QUESTION.has(view.phase) });
    setText(this.parts.team, view.state.me.team);
    setText(this.parts.where, this.screens.whereabouts(view));
    this.#change(this.screens.keyOf(view), () => this.screens.screenOf(view, this.#wiring()));
    this.#screen.update(view);
    this.countdown.point(this.#aim(view), view.phase === "read" ? "until answers open" : "left");
    const isNews = this.#drawHelp(this.#screen.help(view), view.state.round);
    // Only for who sent it from here: nothing may move under the finger of whoever is still putting an answer together.
    if (isNews && (view.isSending || this.#wasSending)) bringIntoSight(this.parts.foot);
    this.#wasSending = view.isSending;
    this.#tell(view);
  }

  /** How the server reads what is being typed. */
  hearReading(message) {
    this.#screen?.hearReading?.(message);
  }

  /** The line is closed for good. */
  leave(message) {
    this.countdown.stop();
    setText(this.parts.where, "");
    setText(this.parts.pill, "Left");
    this.parts.pill.dataset.state = "plain";
    put(this.help);
    this.#change(`gone:${message}`, () => gone(message));
  }

  #wiring() {
    return { ring: this.countdown.ring, give: this.give, readOut: this.readOut, say: (words) => this.#say(words) };
  }

  #change(key, make) {
    if (key === this.#key) return;
    const isFirst = this.#key === "";
    this.#key = key;
    this.#drawnAt = this.countdown.clock.now();
    this.#screen = make();
    put(this.parts.main, ...this.#screen.main);
    document.title = `${this.#screen.title} · FE Maths Challenge`;
    if (isFirst) return;
    window.scrollTo(0, 0);
    this.#screen.heading.focus({ preventScroll: true });
  }

  #aim({ state, phase }) {
    const { round, me } = state;
    if (phase !== "read" && phase !== "open") return null;
    const readMs = Math.max(1_000, (round.opens_at ?? 0) - this.#drawnAt);
    return countdownOf(round, this.countdown.clock.now(), { extra: me.extra, readMs });
  }

  /** True when the words are others than before. */
  #drawHelp(help, round) {
    if (this.#greeting && (!help || help.isMild)) help = greeted(this.#greeting);
    const told = help?.count && round.teams > 1;
    setText(this.count, told ? `${round.answered} of ${round.teams} ${haveAnswered(round)}.` : "");
    const signature = JSON.stringify(help);
    if (signature === this.#helped) return false;
    this.#helped = signature;
    put(this.help, help && this.#helpAsNode(help));
    return true;
  }

  #helpAsNode(help) {
    const words = el("span", {}, help.fact && el("b", {}, help.fact), help.fact && help.more && " ", help.more, " ", help.count && this.count);
    return el("p", { class: classOf(help) }, words);
  }

  /** What changed, for the ears: the phase, or what became of the answer. */
  #tell(view) {
    const words = this.#screen.words?.(view) ?? "";
    if (words !== this.#heard) this.#say(words);
    else if (view.phase !== this.#phase && this.#phase) this.#say(SAID_ON[view.phase] ?? "");
    this.#heard = words;
    this.#phase = view.phase;
  }

  #say(words) {
    if (words) setText(this.parts.say, words);
  }
}

/** A welcome in the place of the help. */
function greeted(words) {
  const [fact, more] = words.split(/(?<=[.!]) (.*)/s);
  return { tone: "note", fact, more, count: false, isMild: true };
}

/** Brings the foot above the lower edge, or above the keyboard of the phone. */
function bringIntoSight(foot) {
  const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
  if (foot.getBoundingClientRect().bottom <= offsetTop + height + 1) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  foot.scrollIntoView({ block: "end", behavior: isCalm ? "auto" : "smooth" });
}

/** Mild words give way: they stand at the end of the page; the others stay in sight. */
function classOf({ tone, isMild }) {
  if (tone === "soft") return "soft";
  return ["note", tone === "held" && "held", isMild && "mild"].filter(Boolean).join(" ");
}

function pillOf(standing, { isSending, isSent }) {
  if (standing === "connecting") return ["sending", "Connecting"];
  if (standing !== "online") return ["offline", "Offline"];
  if (isSending) return ["sending", "Sending"];
  return isSent ? ["sent", "Sent"] : ["on", "Online"];
}

function whereabouts({ state: { sitting, round }, phase }) {
  if (QUESTION.has(phase) || phase === "revealed") return `Question ${round.number} of ${round.of}`;
  if (phase === "standings") return `After ${round.number} of ${round.of}`;
  if (phase === "done") return "Finished";
  return sitting.place || sitting.name;
}

/** Two views with the same key are the same screen; a reveal that was changed afterwards is a new one. */
function keyOf({ state: { round, result, place, me }, phase }) {
  if (QUESTION.has(phase)) return `question:${round.question.id}`;
  if (phase === "revealed") return `reveal:${JSON.stringify([round.number, round.reveal, result, me.points])}`;
  if (phase === "standings" || phase === "done") return `place:${JSON.stringify([phase, place])}`;
  return "lobby";
}

/** @returns {Screen} */
function screenOf(view, wiring) {
  if (QUESTION.has(view.phase)) return questioning(view, wiring);
  if (view.phase === "revealed") return revealing(view);
  if (view.phase === "standings" || view.phase === "done") return placing(view);
  return lobby(view);
}

/** The screens of a round: which one a view calls for, how it is told from others, and where it says we are. */
const ROUND = { screenOf, keyOf, whereabouts };
