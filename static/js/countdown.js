/**
 * The ring with the seconds in it. Follows the server's clock; the number changes on its full seconds.
 * Must not know what happens when the time is up.
 */

import { el, setText } from "./drawing.js";

const SPOKEN_AT = [30, 10, 5];
const LAST_SECONDS = 5;

/**
 * @typedef {{ends: number, lasts: number, frozen: number|null}} Aim
 */

export class Countdown {
  /** @type {Aim|null} */
  #aim = null;
  #timer = 0;
  #said = Infinity;

  /**
   * @param {{now: () => number}} clock the server's
   * @param {{say?: (words: string) => void}} [options] `say` speaks at 30, 10 and 5 seconds
   */
  constructor(clock, { say = () => {} } = {}) {
    this.clock = clock;
    this.say = say;
    this.suffix = "left";
    this.ring = el("p", { class: "ring idle", role: "timer", "aria-label": "The clock is not running" });
    document.addEventListener("visibilitychange", () => this.#tick());
  }

  /**
   * Counts to `aim.ends`; null empties the ring. `suffix` ends the spoken label: "left", "until answers open".
   * @param {Aim|null} aim
   */
  point(aim, suffix = "left") {
    if (aim?.ends !== this.#aim?.ends) this.#said = Infinity;
    this.#aim = aim;
    this.suffix = suffix;
    this.#tick();
  }

  /** Stops the timer for good; call it when the ring leaves the page. */
  stop() {
    this.#aim = null;
    clearTimeout(this.#timer);
  }

  #tick() {
    clearTimeout(this.#timer);
    if (!this.#aim) return this.#show(0, 0);
    const { ends, lasts, frozen } = this.#aim;
    const left = Math.max(0, ends - (frozen ?? this.clock.now()));
    const seconds = Math.ceil(left / 1000);
    // The ring glides towards where it will be at the next full second; with reduced motion it steps there.
    const goal = frozen === null ? Math.max(0, seconds - 1) * 1000 : left;
    this.#show(seconds, Math.min(1, goal / lasts));
    if (frozen !== null || left === 0) return undefined;
    this.#speak(seconds);
    this.#timer = setTimeout(() => this.#tick(), left - (seconds - 1) * 1000 + 1);
    return undefined;
  }

  #show(seconds, share) {
    const idle = this.#aim === null;
    this.ring.classList.toggle("idle", idle);
    this.ring.classList.toggle("last", !idle && seconds <= LAST_SECONDS && this.suffix === "left");
    this.ring.classList.toggle("long", seconds > 99);
    this.ring.style.setProperty("--left", share.toFixed(4));
    setText(this.ring, idle ? "" : String(seconds));
    const unit = seconds === 1 ? "second" : "seconds";
    this.ring.setAttribute("aria-label", idle ? "The clock is not running" : `${seconds} ${unit} ${this.suffix}`);
  }

  #speak(seconds) {
    const mark = SPOKEN_AT.find((at) => seconds === at && seconds < this.#said);
    if (!mark || this.suffix !== "left") return;
    this.#said = mark;
    this.say(`${mark} seconds left.`);
  }
}
