/**
 * The one answer that the server has not acknowledged yet: kept on this phone, sent again until the server settles it.
 *
 * The id is made once per answer, so however often and by whichever way it travels, it counts once. The phone never
 * guesses what became of it: even for a question that is over it asks, because the acknowledgement alone may have been
 * lost. Knows when to send; must not know sockets, screens or how an answer is given.
 *
 * @typedef {import("./wire.js").PhoneState} PhoneState
 * @typedef {import("./wire.js").Raw} Raw
 * @typedef {{id: string, team: string, question: number, number: number, answer: Raw}} Unsent
 * @typedef {{code: string, question: number, number: number, message: string}} Notice what became of an answer that was not kept
 */

import { shelf, uuid } from "./keeping.js";

const KEEP_TRYING = new Set(["paused", "busy", "storage"]);
const ACKNOWLEDGED_IN_MS = 3_000;
const MOST_WAIT_MS = 10_000;

export class Outbox {
  #shelf = shelf("unsent");
  #timer = 0;
  #attempts = 0;
  #posting = new AbortController();
  /** @type {Unsent|null} */
  unsent = null;
  /** @type {Notice|null} */
  notice = null;
  /** Why the server could not take it yet: a code, or "". */
  waiting = "";

  /**
   * @param {{say: (answer: object) => boolean, post: (answer: object, signal: AbortSignal) => Promise<object|null>,
   *   kept: (message: object) => void, changed: () => void}} ways `say` sends by the socket, if it can; `post` by HTTPS:
   *   {kept} or {refused}, or null when nothing came back; `kept` is told of what HTTPS acknowledged
   */
  constructor(ways) {
    this.ways = ways;
    this.unsent = this.#shelf.read();
  }

  /** True while sending has not succeeded for so long that the team should know. */
  get isHeld() {
    return this.unsent !== null && (this.#attempts > 2 || this.waiting !== "");
  }

  /** Takes a new answer in place of whatever waits here, and sends it. */
  put(/** @type {PhoneState} */ state, /** @type {Raw} */ answer) {
    const { id, number } = { id: state.round.question.id, number: state.round.number };
    this.notice = null;
    this.waiting = "";
    // The last to arrive counts: an older answer that is still on its way by HTTPS must not overtake this one.
    this.#posting.abort();
    this.#posting = new AbortController();
    this.unsent = { id: uuid(), team: state.me.code, question: id, number, answer };
    this.#shelf.write(this.unsent);
    this.#attempts = 0;
    this.#deliver();
  }

  /** An answer of another team that played on this phone before is none of ours. */
  belongTo(/** @type {string} */ team) {
    if (this.unsent && this.unsent.team !== team) this.#forget(null);
  }

  /** The line is back: send at once. */
  again() {
    if (!this.unsent) return;
    this.#attempts = 0;
    this.waiting = "";
    this.#deliver();
  }

  kept(/** @type {{id: string}} */ { id }) {
    if (id === this.unsent?.id) this.#forget(null);
  }

  refused(/** @type {{id: string|null, code: string, message: string}} */ { id, code, message }) {
    if (!this.unsent || id !== this.unsent.id) return;
    if (!KEEP_TRYING.has(code) && code !== "not_open") return this.#forget(code, message);
    this.waiting = code === "not_open" ? "" : code;
    this.#later();
    this.ways.changed();
  }

  /** The team has read what became of it. */
  dismiss() {
    this.notice = null;
  }

  #deliver() {
    const { id, question, answer } = this.unsent;
    const isSaid = this.ways.say({ id, question, answer });
    if (this.#attempts > 0 || !isSaid) this.#post({ id, question, answer });
    this.#attempts += 1;
    this.#later();
    this.ways.changed();
  }

  async #post(answer) {
    const reply = await this.ways.post(answer, this.#posting.signal);
    if (answer.id !== this.unsent?.id) return;
    if (reply?.kept) this.ways.kept(reply.kept);
    else if (reply?.refused) this.refused({ id: answer.id, ...reply.refused });
  }

  #later() {
    clearTimeout(this.#timer);
    const wait = Math.min(MOST_WAIT_MS, ACKNOWLEDGED_IN_MS * Math.max(1, this.#attempts));
    this.#timer = setTimeout(() => this.unsent && this.#deliver(), wait);
  }

  /** Empties the box; a `code` says why the answer was not kept. */
  #forget(code, message = "") {
    const { question, number } = this.unsent;
    clearTimeout(this.#timer);
    this.unsent = null;
    this.waiting = "";
    this.#shelf.clear();
    if (code) this.notice = { code: code === "not_now" ? "late" : code, question, number, message };
    this.ways.changed();
  }
}
