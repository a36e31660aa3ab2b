/**
 * One run of questions: where it is, how it went, and the answer that the server has not seen yet. It is kept on this
 * phone after each step, so that a reload or a flat battery goes on where it was. Must not know the page or the line.
 *
 * @typedef {import("./wire.js").Question & {id: string, seconds: number}} Asked
 * @typedef {import("./wire.js").Raw} Raw
 * @typedef {{question: string, result: import("./wire.js").Result, reveal: import("./wire.js").Reveal}} Reply
 * @typedef {{address: string, turn: number, ids: string[], at: number, verdicts: Record<string, string>, ends: number|null,
 *   unsent: {question: string, answer: Raw|null}|null, reply: Reply|null}} Kept `ends`: when the time of this question is up
 */

import { shelf } from "./keeping.js";

export class Run {
  #shelf = shelf("practice-run");
  /** @type {Kept} */
  #kept;

  /**
   * @param {Asked[]} questions
   * @param {string} address of the page: another one is another run
   */
  constructor(questions, address) {
    this.questions = new Map(questions.map((question) => [question.id, question]));
    const kept = this.#shelf.read();
    const isOurs = kept?.address === address && kept.ids.every((id) => this.questions.has(id));
    this.#kept = isOurs ? kept : fresh(address, [...this.questions.keys()], 1);
  }

  get turn() {
    return this.#kept.turn;
  }

  get at() {
    return this.#kept.at;
  }

  get of() {
    return this.#kept.ids.length;
  }

  get ends() {
    return this.#kept.ends;
  }

  get unsent() {
    return this.#kept.unsent;
  }

  get reply() {
    return this.#kept.reply;
  }

  /** The question that is on; none at the end. @returns {Asked|undefined} */
  get question() {
    return this.questions.get(this.#kept.ids[this.at]);
  }

  /** Every question of this run with its verdict. @returns {{question: Asked, verdict: string}[]} */
  get marked() {
    return this.#kept.ids
      .filter((id) => id in this.#kept.verdicts)
      .map((id) => ({ question: this.questions.get(id), verdict: this.#kept.verdicts[id] }));
  }

  get missed() {
    return this.marked.filter(({ verdict }) => verdict !== "right" && verdict !== "void");
  }

  /** The clock of this question starts, unless it runs already. */
  start(/** @type {number} */ now) {
    if (this.ends === null) this.#keep({ ends: now + this.question.seconds * 1_000 });
  }

  /** An answer that has to reach the server; null asks for the solution alone. */
  give(/** @type {Raw|null} */ answer) {
    this.#keep({ unsent: { question: this.question.id, answer } });
  }

  /** The answer has to be given anew. */
  takeBack() {
    this.#keep({ unsent: null });
  }

  settle(/** @type {Reply} */ reply) {
    const verdicts = { ...this.#kept.verdicts, [this.question.id]: reply.result.verdict };
    this.#keep({ unsent: null, reply, verdicts });
  }

  next() {
    this.#keep({ at: this.at + 1, reply: null, ends: null });
  }

  /** From the beginning, with those that were not right. */
  again() {
    const ids = this.missed.map(({ question }) => question.id);
    this.#keep(fresh(this.#kept.address, ids, this.turn + 1));
  }

  #keep(changes) {
    this.#kept = { ...this.#kept, ...changes };
    this.#shelf.write(this.#kept);
  }
}

function fresh(address, ids, turn) {
  return { address, turn, ids, at: 0, verdicts: {}, ends: null, unsent: null, reply: null };
}
