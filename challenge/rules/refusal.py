"""A refusal is a value with its reason; a bug is an exception."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something may not be done: `code` for programs, `message` for the person who asked."""

    code: str
    message: str
