/**
 * What time it is on the server. Knows only the exchanges it is shown; must not know sockets or screens.
 *
 * Each exchange bounds the difference between the two clocks by half its round trip, so the quickest one is the best.
 */

const REMEMBERED_MS = 120_000;

export class ServerClock {
  /** @type {{offset: number, trip: number, at: number}[]} */
  #samples = [];
  #offset = 0;

  /** The server's time now, in epoch milliseconds. */
  now() {
    return Date.now() + this.#offset;
  }

  /** A first estimate from a message's own time stamp, used until an exchange has been measured. */
  hint(/** @type {number} */ serverNow) {
    if (this.#samples.length === 0) this.#offset = serverNow - Date.now();
  }

  /**
   * Takes one exchange: when we sent it, and what the server's clock said.
   * @param {{sent: number, now: number}} exchange
   */
  measure({ sent, now }, received = Date.now()) {
    const trip = received - sent;
    if (!(trip >= 0 && trip < 10_000)) return;
    const sample = { offset: now - (sent + received) / 2, trip, at: received };
    this.#samples = this.#samples.filter((old) => agree(old, sample) && received - old.at < REMEMBERED_MS);
    this.#samples.push(sample);
    this.#offset = this.#samples.reduce((best, next) => (next.trip <= best.trip ? next : best)).offset;
  }
}

/** Samples that can't both be true mean that this device's clock was set: the older ones are then worthless. */
function agree(old, sample) {
  return Math.abs(old.offset - sample.offset) <= (old.trip + sample.trip) / 2 + 2;
}
