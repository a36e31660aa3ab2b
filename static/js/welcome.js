/** The words for a team that comes back. Remembers on this phone which team it was. */

import { shelf } from "./keeping.js";
import { points } from "./words.js";

const met = shelf("met");

/**
 * @param {import("./wire.js").PhoneState} state
 * @param {{isFirst: boolean, wasLongAway: boolean}} how
 * @returns {string} "" when nothing needs to be said
 */
export function welcome({ me }, { isFirst, wasLongAway }) {
  const isKnown = met.read() === me.code;
  met.write(me.code);
  const isLate = isFirst && me.played > 0;
  if (!wasLongAway && !isLate && !(isFirst && isKnown)) return "";
  return isKnown ? `Welcome back. You’re still ${me.team}${score(me)}` : `You’re in! You’re ${me.team}${score(me)}`;
}

function score(me) {
  if (me.points === 0) return ".";
  return `, and your ${points(me.points)} ${me.points === 1 ? "is" : "are"} here.`;
}
