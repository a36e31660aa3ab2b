/**
 * What this phone knows of its round, carried on by the server's messages. Pure: it must not know the screen or the line.
 *
 * @typedef {import("./wire.js").PhoneState} PhoneState
 * @typedef {{state: PhoneState|null, missed: boolean}} Merged `missed`: ask the server for a whole `state`
 */

/**
 * The state after one message.
 * @param {PhoneState|null} known
 * @param {"state"|"moved"|"mine"|"count"} name
 * @param {any} message
 * @returns {Merged}
 */
export function merge(known, name, message) {
  // A state that was overtaken on its way is shown no longer than it takes to ask for another.
  if (name === "state") return { state: message, missed: known !== null && message.version < known.version };
  if (known === null) return { state: null, missed: true };
  if (name === "moved" && isNews(message.round.question, known)) return { state: known, missed: true };
  const missed = message.version > known.version + 1;
  return { state: MERGERS[name](known, message), missed };
}

const MERGERS = {
  moved: (known, { version, round }) => {
    if (version < known.version) return known;
    const question = isNamed(round.question) ? known.round.question : round.question;
    return { ...known, version, round: { ...round, question } };
  },
  mine: (known, { me, mine, result, place }) => ({ ...known, me, mine, result, place }),
  // What brings a count and nothing else, a locked door or a neighbour's new name, was no more than that to this phone.
  count: (known, { version, answered, teams }) =>
    version < known.version ? known : { ...known, version, round: { ...known.round, answered, teams } },
};

/** Whether a question is only named: it was on show already, so we should have it. */
function isNamed(/** @type {import("./wire.js").Question|{id: number}|null} */ question) {
  return question !== null && !("kind" in question);
}

function isNews(question, /** @type {PhoneState} */ known) {
  return isNamed(question) && question.id !== known.round.question?.id;
}

/** The state once the server has said that it kept our answer. */
export function withKept(/** @type {PhoneState} */ known, { question, answer }) {
  if (known.round.question?.id !== question) return known;
  // The count comes later, in a full hall by seconds: until then we are one of those who have answered.
  return { ...known, mine: { question, answer }, round: { ...known.round, answered: Math.max(known.round.answered, 1) } };
}

/** What the server holds of ours for the question that is on. @returns {import("./wire.js").Raw|null} */
export function keptAnswer(/** @type {PhoneState} */ { mine, round }) {
  return mine && mine.question === round.question?.id ? mine.answer : null;
}
