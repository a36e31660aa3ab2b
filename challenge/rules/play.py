"""The course of a quiz round: which state follows which, by the host's word or by the clock.

    planned → lobby → (for each question: read → open → closing → locked → revealed) → done

with standings after some questions, and a pause between any two. Times are milliseconds since 1970 by the server's
clock. An answer counts when it arrives before its team's deadline; `closing` is the short grace in which answers that
were on their way still arrive, and no key leaves the server before `locked`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from challenge.rules.refusal import Refused

MOST_EXTENSION_MS = 10 * 60_000


class State(StrEnum):
    """Where a round stands."""

    PLANNED = "planned"
    LOBBY = "lobby"
    READ = "read"
    OPEN = "open"
    CLOSING = "closing"
    LOCKED = "locked"
    REVEALED = "revealed"
    STANDINGS = "standings"
    DONE = "done"


CLOCKED = frozenset({State.READ, State.OPEN, State.CLOSING})
"""The states that end by themselves."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One question's times: to read it before the clock starts, and to answer it."""

    reading_ms: int
    answering_ms: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a round will play. `most_extra` is the largest extra time among its teams, in per cent."""

    questions: tuple[Timing, ...]
    grace_ms: int
    most_extra: int = 0
    standings_every: int = 0


@dataclass(frozen=True, slots=True)
class Play:
    """Where a round stands now.

    question: index of the question on show, -1 before the first. closes_at: the deadline of a team without extra time.
    cut_at: when a host closed the question for everybody. voided: indexes of questions that don't count.
    """

    state: State = State.PLANNED
    question: int = -1
    opens_at: int | None = None
    closes_at: int | None = None
    cut_at: int | None = None
    paused_at: int | None = None
    voided: frozenset[int] = frozenset()


Moved = Play | Refused


def deadline(play: Play, extra: int) -> int:
    """When the open question closes for a team with `extra` per cent more time."""
    opens_at, closes_at = _times(play)
    whole = opens_at + (closes_at - opens_at) * (100 + extra) // 100
    return whole if play.cut_at is None else min(whole, play.cut_at)


def due(play: Play, plan: Plan) -> int | None:
    """When the clock next changes the state, or None if only the host can."""
    if play.state not in CLOCKED or play.paused_at is not None:
        return None
    if play.state is State.READ:
        return play.opens_at
    closes = deadline(play, plan.most_extra)
    return closes if play.state is State.OPEN else closes + plan.grace_ms


def tick(play: Play, plan: Plan, *, now: int) -> Play:
    """The round after the clock has done all that is due by `now`."""
    follows = {State.READ: State.OPEN, State.OPEN: State.CLOSING, State.CLOSING: State.LOCKED}
    while (at := due(play, plan)) is not None and at <= now:
        play = replace(play, state=follows[play.state])
    return play


def open_lobby(play: Play) -> Moved:
    """Let teams in."""
    if play.state is not State.PLANNED:
        return Refused("not_now", "The doors of this round are open already.")
    return replace(play, state=State.LOBBY)


def next_step(play: Play, plan: Plan, *, now: int) -> Moved:
    """What the host's one big button does in each state."""
    if play.paused_at is not None:
        return resume(play, now=now)
    match play.state:
        case State.PLANNED:
            return open_lobby(play)
        case State.READ:
            return _started(play, plan, now=now)
        case State.OPEN:
            return close(play, now=now)
        case State.LOCKED:
            return reveal(play)
        case State.REVEALED if standings_follow(play, plan):
            return show_standings(play)
        case State.REVEALED | State.LOBBY | State.STANDINGS:
            return _ask_next(play, plan, now=now)
        case State.CLOSING:
            return Refused("not_now", "The last answers are still coming in. It takes a second.")
        case _:
            return Refused("not_now", "This round is finished.")


def standings_follow(play: Play, plan: Plan) -> bool:
    """Whether the standings are planned after the question on show; after the last one the podium comes instead."""
    asked = play.question + 1
    return plan.standings_every > 0 and asked % plan.standings_every == 0 and asked < len(plan.questions)


def pause(play: Play, *, now: int) -> Moved:
    """Stop the clock and hold the round."""
    if play.paused_at is not None:
        return Refused("not_now", "The round is paused already.")
    if play.state in (State.PLANNED, State.DONE):
        return Refused("not_now", "There is nothing to pause.")
    return replace(play, paused_at=now)


def resume(play: Play, *, now: int) -> Moved:
    """Go on after a pause; its length is given back to the players."""
    if play.paused_at is None:
        return Refused("not_now", "The round isn't paused.")
    return give_back(replace(play, paused_at=None), lost_ms=now - play.paused_at)


def give_back(play: Play, *, lost_ms: int) -> Play:
    """Move the running question's times by the length of a pause or an outage."""
    if play.state not in CLOCKED:
        return play
    opens_at, closes_at = _times(play)
    cut_at = None if play.cut_at is None else play.cut_at + lost_ms
    return replace(play, opens_at=opens_at + lost_ms, closes_at=closes_at + lost_ms, cut_at=cut_at)


def extend(play: Play, *, by_ms: int) -> Moved:
    """Give everybody more time for the open question."""
    if play.state is not State.OPEN:
        return Refused("not_now", "Only an open question can be given more time.")
    if not 0 < by_ms <= MOST_EXTENSION_MS:
        return Refused("bad_time", "Extend by 1 second to 10 minutes.")
    return replace(play, closes_at=_times(play)[1] + by_ms)


def close(play: Play, *, now: int) -> Moved:
    """Close the open question for everybody, at once."""
    if play.state is not State.OPEN:
        return Refused("not_now", "No question is open.")
    if play.paused_at is not None:
        play = give_back(replace(play, paused_at=None), lost_ms=now - play.paused_at)
    return replace(play, state=State.CLOSING, cut_at=now)


def reveal(play: Play) -> Moved:
    """Show the answer of the locked question."""
    if play.state is not State.LOCKED:
        return Refused("not_now", "Answers must be locked before they are shown.")
    return replace(play, state=State.REVEALED)


def revealed(play: Play) -> Play:
    """The round once the answer of a locked question is shown; any other round as it is."""
    shown = reveal(play)
    return shown if isinstance(shown, Play) else play


def show_standings(play: Play) -> Moved:
    """Show where the teams stand."""
    if play.state is not State.REVEALED:
        return Refused("not_now", "Show the answer first, then the standings.")
    return replace(play, state=State.STANDINGS)


def void(play: Play, *, question: int) -> Moved:
    """Take a question out of the scores. One that is still running is locked at once."""
    if not 0 <= question <= play.question:
        return Refused("not_now", "Only a question that was asked can be voided.")
    if question in play.voided:
        return Refused("not_now", "That question is voided already.")
    voided = play.voided | {question}
    if question == play.question and play.state in CLOCKED:
        return replace(play, state=State.LOCKED, paused_at=None, voided=voided)
    return replace(play, voided=voided)


def unvoid(play: Play, *, question: int) -> Moved:
    """Put a voided question back into the scores."""
    if question not in play.voided:
        return Refused("not_now", "That question isn't voided.")
    return replace(play, voided=play.voided - {question})


def end(play: Play) -> Moved:
    """Finish the round now. A question whose time was still running does not count: teams had less than the others."""
    if play.state is State.DONE:
        return Refused("not_now", "This round is finished.")
    cut_short = {play.question} if play.state in CLOCKED else set()
    return replace(play, state=State.DONE, paused_at=None, voided=play.voided | cut_short)


def refuse_answer(play: Play, *, question: int, extra: int, received: int, grace_ms: int) -> Refused | None:
    """Why an answer to question number `question` may not be taken, or None.

    An answer on its way when the time ran out, or when the host paused, has `grace_ms` to arrive.
    """
    if question in play.voided:
        return Refused("voided", "This question doesn't count any more. Next one soon.")
    if question < play.question or (question == play.question and play.state not in CLOCKED):
        return Refused("late", "Time was up before this one reached us. Next question soon.")
    counted = stopped_clock(play, received=received)
    if question > play.question or opened_at(play) > counted:
        return Refused("not_open", "This question isn't open yet.")
    if counted > deadline(play, extra) + grace_ms:
        return Refused("late", "Time was up before this one reached us. Next question soon.")
    if received > counted + grace_ms:
        return Refused("paused", "The round is paused. Your answer is safe on this phone.")
    return None


def opened_at(play: Play) -> int:
    """When the running question opened, moved by every pause and outage since."""
    return _times(play)[0]


def stopped_clock(play: Play, *, received: int) -> int:
    """When an answer received at `received` counts as received: never inside a pause."""
    return received if play.paused_at is None else min(received, play.paused_at)


def deadlines(play: Play, extras: frozenset[int]) -> Mapping[int, int]:
    """The deadline for each amount of extra time in the room, that of no extra time included."""
    return {extra: deadline(play, extra) for extra in sorted(extras | {0})}


def locked_questions(play: Play) -> range:
    """The indexes of the questions whose answers can't change any more."""
    return range(play.question if play.state in CLOCKED else play.question + 1)


def shown_questions(play: Play) -> range:
    """The indexes of the questions whose answers teams have seen: those that count in points and places so far."""
    seen = play.state in (State.REVEALED, State.STANDINGS, State.DONE)
    return range(play.question + 1 if seen else play.question)


def _ask_next(play: Play, plan: Plan, *, now: int) -> Play:
    following = play.question + 1
    if following >= len(plan.questions):
        return replace(play, state=State.DONE)
    timing = plan.questions[following]
    opens_at = now + timing.reading_ms
    return replace(
        play,
        state=State.READ,
        question=following,
        opens_at=opens_at,
        closes_at=opens_at + timing.answering_ms,
        cut_at=None,
    )


def _started(play: Play, plan: Plan, *, now: int) -> Play:
    answering_ms = plan.questions[play.question].answering_ms
    return replace(play, state=State.OPEN, opens_at=now, closes_at=now + answering_ms)


def _times(play: Play) -> tuple[int, int]:
    if play.opens_at is None or play.closes_at is None:
        raise ValueError(f"A round in state {play.state} has no running question.")
    return play.opens_at, play.closes_at
