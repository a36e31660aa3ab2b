"""Points: knowledge before speed. Only a right answer earns any, and speed never turns a wrong one into points.

Time is what the server measured, less what the server itself measured of the network; nothing that a phone says about
time comes in here. The caller brings every time in milliseconds.
"""

from collections.abc import Sequence
from enum import StrEnum

from challenge.rules.marking import Verdict

BONUS_SCALE = 100
"""What one point is worth in a round with a speed bonus, so that the bonus stays a whole number."""

MOST_BONUS = 50
"""The bonus for one point's answer at the very first moment: half of what being right earns."""


class Policy(StrEnum):
    """How much speed counts: not at all, only between teams level on points, or as a bounded bonus."""

    ACCURACY = "accuracy"
    TIE_BREAK = "tie_break"
    BONUS = "bonus"


_IN_WORDS = {
    Policy.ACCURACY: "Points are for right answers. Speed doesn't count.",
    Policy.TIE_BREAK: "Points are for right answers. Speed only splits ties.",
    Policy.BONUS: f"A right answer earns {BONUS_SCALE} a point, and up to {MOST_BONUS} more for speed.",
}
_TIE_BREAK_IN_WORDS = {
    Policy.ACCURACY: "Level on points? You share the place.",
    Policy.TIE_BREAK: "Level on points? Less time on your right answers puts you ahead. Level to a tenth of a second? "
    "You share the place.",
    Policy.BONUS: "Level on points? Less time on your right answers puts you ahead. Level to a tenth of a second? "
    "You share the place.",
}


def points_for(verdict: Verdict, *, points: int, taken_ms: int, limit_ms: int, policy: Policy) -> int:
    """What one response earns of a question's points. limit_ms: the team's own time, extra time included.

    A right answer in a form that was not asked for earns nothing until it is mended.
    """
    if verdict is not Verdict.RIGHT:
        return 0
    if policy is not Policy.BONUS:
        return points
    return points * BONUS_SCALE + _bonus(points * MOST_BONUS, taken_ms=taken_ms, limit_ms=limit_ms)


def credited_taken_ms(received_ms: int, opened_ms: int, *, credit_ms: int, most_credit_ms: int) -> int:
    """How long a team took: from the opening, moved by every pause, to the arrival, without the network's share.

    Never below 0, and the network's share never above `most_credit_ms`, whatever was measured.
    """
    credit = min(max(0, credit_ms), max(0, most_credit_ms))
    return max(0, received_ms - opened_ms - credit)


def network_credit_ms(pings: Sequence[int], most: int) -> int:
    """The network's share of a phone's time: the median of the round trips that the server measured, at most `most`.

    The whole round trip counts: half of it carries the answer, and the phone's idea of when the question opened may
    be late by as much as the other half. Of two medians the lower counts, so one slow ping can't buy time.
    """
    if not pings:
        return 0
    median = sorted(pings)[(len(pings) - 1) // 2]
    return min(max(0, median), max(0, most))


def policy_in_words(policy: Policy) -> str:
    """The policy as players read it."""
    return _IN_WORDS[policy]


def tie_break_in_words(policy: Policy) -> str:
    """What parts teams that are level on points, as it is announced before the round."""
    return _TIE_BREAK_IN_WORDS[policy]


def _bonus(most: int, *, taken_ms: int, limit_ms: int) -> int:
    """All of it at once, sliding evenly to nothing at the limit; a limit of 0 leaves no time to be quick in."""
    left = min(limit_ms - taken_ms, limit_ms)
    return most * left // limit_ms if left > 0 else 0
