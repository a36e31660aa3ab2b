"""What has happened, in the past tense: published after the commit that made it true, never before.

Services announce; the live door listens. A fact names things by id and carries no rows.
"""

from dataclasses import dataclass

from challenge.rules.questions import Raw


@dataclass(frozen=True, slots=True)
class RoundMoved:
    """What everybody sees of a sitting's round changed: by a host's command, by the clock, or after an outage."""

    sitting_id: int


@dataclass(frozen=True, slots=True)
class TeamsChanged:
    """A team joined, was renamed, or was granted extra time; or the door was locked or unlocked."""

    sitting_id: int
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class TeamRemoved:
    """A host took a team out of the sitting."""

    sitting_id: int
    entry_id: int


@dataclass(frozen=True, slots=True)
class ResponseKept:
    """A response of this entry is in the database, sent by this phone of theirs: what it says is their answer now."""

    sitting_id: int
    entry_id: int
    question_id: int
    raw: Raw
    device_id: int


Fact = RoundMoved | TeamsChanged | TeamRemoved | ResponseKept
