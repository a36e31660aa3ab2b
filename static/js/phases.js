/**
 * The phase of a round at a moment, for one team: the server's state, carried on by the clock between its messages.
 * Pure: time comes in as an argument.
 *
 * @typedef {import("./wire.js").PublicRound} PublicRound
 * @typedef {import("./wire.js").Phase} Phase
 */

/** When answers close for a team with this extra time (per cent). @returns {number|null} */
export function deadline(/** @type {PublicRound} */ round, extra = 0) {
  return round.deadlines?.[String(extra)] ?? round.closes_at;
}

/** @returns {Phase} */
export function phaseAt(/** @type {PublicRound} */ round, /** @type {number} */ now, extra = 0) {
  const moment = round.paused ? (round.paused_at ?? now) : now;
  const opened = round.state === "open" || (round.state === "read" && passed(round.opens_at, moment));
  if (!opened) return round.state;
  return passed(deadline(round, extra), moment) ? "closing" : "open";
}

/** How long until the clock alone changes the phase, in ms; null when only the host can. */
export function untilTurn(/** @type {PublicRound} */ round, /** @type {number} */ now, extra = 0) {
  if (round.paused) return null;
  const phase = phaseAt(round, now, extra);
  const turn = phase === "read" ? round.opens_at : phase === "open" ? deadline(round, extra) : null;
  return turn === null ? null : Math.max(0, turn - now);
}

/**
 * What the ring shows: from when to when, and where the clock stands still. Null when nothing is being counted.
 * @returns {{ends: number, lasts: number, frozen: number|null}|null}
 */
export function countdownOf(/** @type {PublicRound} */ round, /** @type {number} */ now, { extra = 0, readMs = 10_000 } = {}) {
  const phase = phaseAt(round, now, extra);
  const frozen = round.paused ? round.paused_at : null;
  const ends = deadline(round, extra);
  if (phase === "read" && round.opens_at) return { ends: round.opens_at, lasts: readMs, frozen };
  if (phase !== "open" || !ends) return null;
  return { ends, lasts: Math.max(1, ends - (round.opens_at ?? ends - round.seconds * 1000)), frozen };
}

function passed(moment, now) {
  return moment !== null && now >= moment;
}
