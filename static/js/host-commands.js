/**
 * The host's commands: each has an id, names the version of the state it saw, and waits for the server's word.
 * Knows nothing of buttons; tells `changed` when what may be pressed changes, and `tell` in words what became of a press.
 */

import { uuid } from "./keeping.js";

const STALE = "Something changed just before you pressed. Here’s how it is now.";
const LOST = "The line dropped as you pressed. Here’s how it is now.";
const PATIENCE_MS = 8_000;

export class Commands {
  /** @type {{id: string, name: string, done: () => void, refused: (words: string) => void}|null} */
  #waiting = null;
  #timer = 0;
  #version = 0;

  /**
   * @param {{say: (name: string, message: object) => boolean, changed: () => void, tell: (words: string) => void}} how
   */
  constructor({ say, changed, tell }) {
    this.say = say;
    this.changed = changed;
    this.tell = tell;
  }

  /** The command under way, or nothing. */
  get waiting() {
    return this.#waiting?.name ?? "";
  }

  /** The state that the next command will have seen. */
  saw(version) {
    this.#version = version;
  }

  /**
   * Send one command, unless another is under way. `done` runs once the server has kept it; `refused` gets the
   * server's reason when it hasn't.
   */
  send(name, args = {}, { done = () => {}, refused = this.tell } = {}) {
    if (this.#waiting) return;
    const id = uuid();
    if (!this.say("command", { id, version: this.#version, name, ...args })) return;
    this.#waiting = { id, name, done, refused };
    this.#timer = setTimeout(() => this.#drop(LOST), PATIENCE_MS);
    this.changed();
  }

  done({ id }) {
    if (id !== this.#waiting?.id) return;
    const { done } = this.#waiting;
    this.#drop();
    done();
  }

  refused({ id, code, message }) {
    if (id && id !== this.#waiting?.id) return;
    const tell = this.#waiting?.refused ?? this.tell;
    this.#drop();
    if (code === "stale") this.tell(STALE);
    else tell(message);
  }

  /** The line went down: whether the press arrived shows in the state that comes with the next connection. */
  lost() {
    if (this.#waiting) this.#drop(LOST);
  }

  #drop(words = "") {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.changed();
    if (words) this.tell(words);
  }
}
