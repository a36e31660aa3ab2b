/**
 * A team's phone: what the server says, what the clock says and what the team does, drawn one thing at a time.
 *
 * @typedef {import("./wire.js").PhoneState} PhoneState
 * @typedef {import("./wire.js").Phase} Phase
 * @typedef {import("./wire.js").Raw} Raw
 * @typedef {{state: PhoneState, phase: Phase, standing: import("./connection.js").Standing, answer: Raw|null,
 *   status: import("./answering.js").Status, isSending: boolean, notice: import("./outbox.js").Notice|null, waiting: string}} View
 * @typedef {{main: Node[], heading: HTMLElement, title: string, update: (view: View) => void,
 *   help: (view: View) => import("./helping.js").Help|null, words?: (view: View) => string}} Screen
 */

import { connect } from "./connection.js";
import { merge, withKept } from "./merging.js";
import { Outbox } from "./outbox.js";
import { Page } from "./page.js";
import { untilTurn } from "./phases.js";
import { postAnswer } from "./posting.js";
import { viewOf } from "./viewing.js";
import { WakeLock } from "./wakelock.js";
import { welcome } from "./welcome.js";

/** Long enough away that the team may wonder whether it is still in. */
const LONG_AWAY_MS = 20_000;
const LONGEST_TIMER_MS = 60_000;

class Phone {
  /** @type {PhoneState|null} */
  #state = null;
  /** @type {import("./connection.js").Standing} */
  #standing = "connecting";
  #leftAt = 0;
  #turn = 0;
  #light = new WakeLock();

  constructor() {
    this.outbox = new Outbox({
      say: (answer) => this.line?.say("answer", answer) ?? false,
      post: postAnswer,
      kept: (message) => {
        this.line.hurry();
        this.#kept(message);
      },
      changed: () => this.#draw(),
    });
    this.line = connect("/play", {
      hear: {
        state: (message) => this.#hear("state", message),
        moved: (message) => this.#hear("moved", message),
        mine: (message) => this.#hear("mine", message),
        count: (message) => this.#hear("count", message),
        kept: (message) => this.#kept(message),
        reading: (message) => this.page.hearReading(message),
        refused: (message) => this.outbox.refused(message),
        gone: ({ message }) => {
          this.line.close();
          this.#leave(message);
        },
      },
      standing: (standing, reason) => this.#stand(standing, reason),
    });
    this.page = new Page({
      clock: this.line.clock,
      give: (answer) => this.outbox.put(this.#state, answer),
      readOut: (typed) => this.line.say("reading", { typed }),
    });
    document.addEventListener("visibilitychange", () => this.#draw());
  }

  #hear(name, message) {
    const isFirst = this.#state === null;
    const { state, missed } = merge(this.#state, name, message);
    this.#state = state;
    if (missed) this.line.say("state");
    if (name === "state") this.#caughtUp(isFirst);
    // A pause or an outage may just have ended: an answer that waited for it must not miss the rest of the time.
    if (name === "moved" && this.outbox.waiting) this.outbox.again();
    this.#draw();
  }

  /** A whole state has come: everything that waited for it goes on. */
  #caughtUp(isFirst) {
    this.line.clock.hint(this.#state.now);
    this.outbox.belongTo(this.#state.me.code);
    this.outbox.again();
    const awayMs = this.#leftAt ? Date.now() - this.#leftAt : 0;
    this.#leftAt = 0;
    this.page.greet(welcome(this.#state, { isFirst, wasLongAway: awayMs > LONG_AWAY_MS }), () => this.#draw());
    if (this.#state.round.state === "done") this.#light.release();
    else this.#light.hold();
  }

  #kept(message) {
    if (this.#state) this.#state = withKept(this.#state, message);
    this.outbox.kept(message);
    this.#draw();
  }

  #stand(standing, reason) {
    if (standing === "offline" && this.#standing === "online") this.#leftAt = Date.now();
    this.#standing = standing;
    if (standing === "refused") this.#leave(reason);
    else this.#draw();
  }

  #leave(message) {
    clearTimeout(this.#turn);
    this.#state = null;
    this.#light.release();
    this.page?.leave(message);
  }

  #draw() {
    if (!this.page) return;
    if (!this.#state) return this.page.stand(this.#standing);
    const now = this.line.clock.now();
    const view = viewOf(this.#state, { now, standing: this.#standing, outbox: this.outbox });
    this.page.draw(view);
    this.#armTurn(this.#state, now);
  }

  /** The clock alone opens and closes the answers: draw again at that moment. */
  #armTurn({ round, me }, now) {
    clearTimeout(this.#turn);
    const wait = untilTurn(round, now, me.extra);
    if (wait !== null) this.#turn = setTimeout(() => this.#draw(), Math.min(wait + 1, LONGEST_TIMER_MS));
  }
}

new Phone();
