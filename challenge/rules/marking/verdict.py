"""What marking can say of a response. It must not know how any kind of answer is read."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The four outcomes. An unreadable response is asked for again; it is never silently a wrong one."""

    RIGHT = "right"
    FORM = "form"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Mark:
    """The verdict on one response: `reading` is plain text that identical ones share, `reason` HTML or empty."""

    verdict: Verdict
    reading: str
    reason: str = ""
