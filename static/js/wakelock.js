/** Keeps the phone's screen lit while a round is on, where the browser allows it (https or localhost only). */

export class WakeLock {
  #wanted = false;
  #lock = null;

  constructor() {
    document.addEventListener("visibilitychange", () => this.#take());
  }

  /** Asks for the light. */
  hold() {
    this.#wanted = true;
    this.#take();
  }

  /** Lets the phone sleep again. */
  release() {
    this.#wanted = false;
    this.#lock?.release();
    this.#lock = null;
  }

  async #take() {
    if (!this.#wanted || this.#lock || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      this.#lock.addEventListener("release", () => (this.#lock = null));
    } catch {
      // A low battery may refuse it; the round goes on, and the next return to the page asks again.
      this.#lock = null;
    }
  }
}
