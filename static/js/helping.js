/**
 * The words at the foot of a question: one bold fact and one next step. Pure: it gives values, and draws nothing.
 *
 * @typedef {import("./phone.js").View} View
 * @typedef {{tone: "soft"|"note"|"held", fact: string, more: string, count: boolean, isMild: boolean}} Help `isMild`: words
 *   that may wait while something else is said
 */

/**
 * What the foot says now.
 * @param {View} view
 * @param {{control: {invitation: string}, given: string|null}} about `given` is the team's answer in words
 * @returns {Help}
 */
export function helpWords(view, { control, given }) {
  const late = lateWords(view, given);
  if (late) return late;
  if (view.state.round.paused) return note("Paused by your host.", "The clock has stopped. You lose no time.");
  return BY_PHASE[view.phase](view, { given, invitation: control.invitation });
}

const BY_PHASE = {
  read: () => ({ ...note("Read it first.", "Answers open in a moment. Talk it over."), isMild: true }),
  open: openWords,
  closing: (view, { given }) => overWords(view, given),
  locked: (view, { given }) => overWords(view, given),
};

function openWords(view, { given, invitation }) {
  if (view.status === "none") return { tone: "soft", fact: "", more: invitation, count: false, isMild: true };
  if (view.status === "sending") return held(`Sending ${given}…`, "It counts once we say “Got it”.");
  if (view.status === "held") return held(`${opening(given)} is safe on this phone, not sent yet.`, heldWhy(view));
  return note(`Got it: ${given}.`, view.state.round.can_change ? "You can still change it." : "", { count: true });
}

function heldWhy({ standing, waiting }) {
  if (waiting === "paused") return "Your host has paused the round. We’ll send it when it goes on.";
  if (standing === "online") return "The server is busy. Keep this page open: we keep trying.";
  return "Keep this page open. We’ll send it the moment you’re back.";
}

function overWords({ status, phase, standing }, given) {
  if (status === "sending" || status === "held") {
    const more = standing === "online" ? "We’re asking whether it got here in time." : "We’ll ask the moment you’re back.";
    return held(`${opening(given)} isn’t confirmed yet.`, more);
  }
  const fact = phase === "closing" ? "Time’s up." : "Answers are in.";
  const yours = given ? `Yours: ${given}. ` : "";
  return note(fact, `${yours}Your host shows the answer next.`);
}

/** An answer that came to nothing, told plainly. */
function lateWords({ notice, state: { round } }, given) {
  if (!notice || notice.code === "unreadable") return null;
  const which = notice.question === round.question?.id ? "this one" : `your answer to question ${notice.number}`;
  if (notice.code === "late") {
    const kept = given && notice.question === round.question?.id ? `${opening(given)} still counts.` : "";
    const next = round.question?.id === notice.question ? "Next question soon." : "";
    return note(`Time was up before ${which} reached us.`, kept || next);
  }
  if (notice.code === "voided") return note("This question doesn’t count.", "Nobody gains or loses by it.");
  return note("That one wasn’t taken.", notice.message || "Send it once more.");
}

function note(fact, more, { count = false } = {}) {
  return { tone: "note", fact, more, count, isMild: false };
}

function held(fact, more) {
  return { tone: "held", fact, more, count: false, isMild: false };
}

/** An answer's words at the beginning of a sentence. */
function opening(given) {
  return given.startsWith("your ") ? `Y${given.slice(1)}` : given;
}

/** The same in one sentence, for the ears; "" when there is nothing new to hear. */
export function answerWords(view, given) {
  if (view.status === "sent") return `Got it: ${given}.`;
  if (view.status === "held") return `${opening(given)} is safe on this phone, not sent yet.`;
  return "";
}
