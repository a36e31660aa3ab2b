/**
 * One value with all that a screen needs: what the server knows, what the clock adds, and what still waits on this phone.
 * Pure: time comes in as an argument.
 *
 * @typedef {import("./phone.js").View} View
 */

import { keptAnswer } from "./merging.js";
import { phaseAt } from "./phases.js";

/**
 * @param {import("./wire.js").PhoneState} state
 * @param {{now: number, standing: import("./connection.js").Standing, outbox: import("./outbox.js").Outbox}} rest
 * @returns {View}
 */
export function viewOf(state, { now, standing, outbox }) {
  const unsent = outbox.unsent?.question === state.round.question?.id ? outbox.unsent : null;
  const kept = keptAnswer(state);
  return {
    state,
    phase: phaseAt(state.round, now, state.me.extra),
    standing,
    answer: unsent ? unsent.answer : kept,
    status: statusOf({ unsent, kept, standing, isHeld: outbox.isHeld }),
    isSending: outbox.unsent !== null,
    notice: outbox.notice,
    waiting: outbox.waiting,
  };
}

function statusOf({ unsent, kept, standing, isHeld }) {
  if (unsent) return standing !== "online" || isHeld ? "held" : "sending";
  return kept === null ? "none" : "sent";
}
