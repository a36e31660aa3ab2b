"""Every permission, on one page.

An identity is what a door verified about the one who asks: never a name that they sent.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from challenge.models import SittingHost
from challenge.rules.refusal import Refused


class Role(StrEnum):
    """What a member of staff is."""

    ORGANISER = "organiser"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class StaffIdentity:
    """Somebody who signed in by a link."""

    staff_id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class TeamIdentity:
    """A phone that proved its secret: it plays for this entry."""

    entry_id: int
    sitting_id: int
    device_id: int


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """A big screen that was opened with a sitting's screen key."""

    sitting_id: int


Identity = StaffIdentity | TeamIdentity | ScreenIdentity


class Action(StrEnum):
    """What can be asked for."""

    MAKE_SITTING = "make a sitting"
    RUN_SITTING = "run a sitting"
    MAKE_QUIZ = "make a quiz"
    USE_QUIZ = "see or play a quiz"
    CHANGE_QUIZ = "change a quiz"
    RESERVE = "reserve questions for a final, and see those that are reserved"


def refuse(
    db: Session, by: Identity, action: Action, *, sitting_id: int | None = None, owner_id: int | None = None
) -> Refused | None:
    """Why `by` may not do `action` in that sitting or with that owner's quiz, or None.

    Staff: make sittings and quizzes; run the sittings they host; play the ready-made quizzes, which nobody owns, and
    their own; change their own. An organiser may do all this everywhere, but change what is ready-made, and reserves
    questions. What a team or a screen may do follows from its identity, which names its one sitting: it asks for
    nothing here.
    """
    match by, action:
        case StaffIdentity(), Action.MAKE_SITTING | Action.MAKE_QUIZ:
            return None
        case StaffIdentity(role=Role.ORGANISER), Action.RUN_SITTING | Action.USE_QUIZ | Action.RESERVE:
            return None
        case StaffIdentity(role=Role.ORGANISER), Action.CHANGE_QUIZ:
            allowed = owner_id is not None
        case StaffIdentity(staff_id=staff_id), Action.USE_QUIZ:
            allowed = owner_id in (None, staff_id)
        case StaffIdentity(staff_id=staff_id), Action.CHANGE_QUIZ:
            allowed = owner_id == staff_id
        case StaffIdentity(staff_id=staff_id), Action.RUN_SITTING:
            allowed = db.get(SittingHost, (sitting_id, staff_id)) is not None
        case _:
            allowed = False
    return None if allowed else Refused("not_allowed", "That isn't yours to do. Ask the host of this round.")
