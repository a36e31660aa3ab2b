/**
 * Practice on a phone: one question at a time, marked by the server at once. An answer that finds no way is kept and sent
 * again; marking it twice changes nothing.
 */

import { Page } from "./page.js";
import { post } from "./posting.js";
import { note } from "./practice-record.js";
import { Run } from "./practice-run.js";
import { screensOf } from "./practice-screens.js";

const AGAIN_AFTER_MS = 1_500;
const AGAIN_AT_MOST_MS = 10_000;
/** Refusals that pass by themselves. */
const PASSING = new Set(["slow_down"]);

const { level, levelName, timed, questions } = document.querySelector("script[data-questions]").dataset;
const { pathname, search } = window.location;

class Practice {
  #run = new Run(JSON.parse(questions), pathname + search);
  #notice = null;
  #attempts = 0;
  #isPosting = false;
  #again = 0;
  #turn = 0;

  constructor() {
    this.page = new Page({
      clock: { now: () => Date.now() },
      give: (answer) => this.#give(answer),
      readOut: (typed) => this.#readOut(typed),
      screens: screensOf({ next: () => this.#next(), again: () => this.#startAgain(), skip: () => this.#give(null) }),
    });
    window.addEventListener("online", () => this.#send());
    window.addEventListener("offline", () => this.#draw());
    document.addEventListener("visibilitychange", () => this.#draw());
    this.#draw();
    this.#send();
  }

  #give(answer) {
    if (this.#run.unsent || this.#run.reply) return;
    this.#notice = null;
    this.#attempts = 0;
    this.#run.give(answer);
    this.#draw();
    this.#send();
  }

  async #send() {
    clearTimeout(this.#again);
    if (this.#isPosting || !this.#run.unsent) return this.#draw();
    this.#isPosting = true;
    const reply = await post("/practice/answer", this.#run.unsent);
    this.#isPosting = false;
    if (reply?.kept) this.#settle(reply.kept);
    else if (reply?.refused && !PASSING.has(reply.refused.code)) this.#refused(reply.refused);
    else this.#later();
    return this.#draw();
  }

  #settle(reply) {
    const { topic } = this.#run.question;
    this.#run.settle(reply);
    this.#attempts = 0;
    if (reply.result.verdict !== "void") note(level, topic, { isRight: reply.result.verdict === "right" });
  }

  #refused({ code, message }) {
    if (code === "gone") return this.#settle(withdrawn(message));
    this.#notice = { code, message, question: this.#run.question.id, number: this.#run.at + 1 };
    return this.#run.takeBack();
  }

  #later() {
    this.#attempts += 1;
    this.#again = setTimeout(() => this.#send(), Math.min(AGAIN_AT_MOST_MS, AGAIN_AFTER_MS * this.#attempts));
  }

  async #readOut(typed) {
    const reply = await post("/practice/reading", { question: this.#run.question?.id, typed });
    if (reply?.kept) this.page.hearReading(reply.kept);
  }

  #next() {
    this.#notice = null;
    this.#run.next();
    this.#draw();
  }

  #startAgain() {
    this.#run.again();
    this.#draw();
  }

  #draw() {
    clearTimeout(this.#turn);
    if (timed && this.#isOpen) this.#watchTheClock();
    this.page.draw(this.#view());
  }

  get #isOpen() {
    return this.#run.question !== undefined && !this.#run.reply;
  }

  /** The time of a question ends it, unless an answer is on its way already. */
  #watchTheClock() {
    const now = Date.now();
    this.#run.start(now);
    if (this.#run.unsent) return;
    if (now >= this.#run.ends) {
      this.#run.give(null);
      queueMicrotask(() => this.#send());
    } else this.#turn = setTimeout(() => this.#draw(), this.#run.ends - now + 1);
  }

  #view() {
    const { unsent, reply } = this.#run;
    const isHeld = !navigator.onLine || this.#attempts > 0;
    return {
      run: this.#run,
      more: this.#more(),
      state: { round: this.#round(), me: { team: `Practice: ${levelName}`, extra: 0 }, result: reply?.result ?? null },
      phase: this.#phase(),
      standing: isHeld ? "offline" : "online",
      answer: unsent?.answer ?? null,
      status: !unsent ? "none" : isHeld ? "held" : "sending",
      isSending: unsent !== null,
      isSkipping: unsent !== null && unsent.answer === null,
      notice: this.#notice,
      waiting: "",
    };
  }

  #phase() {
    if (!this.#run.question) return "done";
    return this.#run.reply ? "revealed" : "open";
  }

  #round() {
    const { question, at, of, ends, reply } = this.#run;
    const lasts = (question?.seconds ?? 0) * 1_000;
    const clock = ends ? { opens_at: ends - lasts, closes_at: ends } : { opens_at: null, closes_at: null };
    return { question, reveal: reply?.reveal ?? null, number: at + 1, of, state: "open", paused: false, can_change: false, ...clock };
  }

  /** Where it goes on: the same wishes with other questions, or other wishes. */
  #more() {
    const wishes = new URLSearchParams(search);
    wishes.delete("seed");
    return { fresh: `${pathname}?${wishes}`, topics: `/practice/${level}?${wishes}` };
  }
}

/** A question that was taken out of practice while it was on. */
function withdrawn(message) {
  const reveal = { voided: true, void_reason: message, answer: "", right: [], trick: "", steps: [], bars: [], none: 0, note: "" };
  return { question: "", result: { verdict: "void", points: 0, chose: "", reason: "" }, reveal };
}

new Practice();
