"""Whether an untrusted value has the shape of a response to a question; it must not ask whether it is right."""

from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import Kind, Question
from challenge.rules.refusal import Refused

LISTS = (Kind.CHOICES, Kind.ORDER)

_NOT_AN_ANSWER = Refused("malformed", "That answer didn't reach us whole. Choose it again, then send it.")
_TOO_LONG = Refused("malformed", f"That's too long for us. Use {MOST_CHARACTERS} characters at most.")
_NOTHING_CHOSEN = Refused("malformed", "Choose at least one answer, then send it.")
_NOT_ALL = Refused("malformed", "Put every one of them in order, then send it.")


def malformed(question: Question, raw: object) -> Refused | None:
    """Why this value, fresh from the wire, can't be a response to the question; None where it can."""
    if question.kind in LISTS:
        return _malformed_list(question, raw)
    if not isinstance(raw, str):
        return _NOT_AN_ANSWER
    if question.kind in (Kind.CHOICE, Kind.TRUTH):
        return None if raw in _ids(question) else _NOT_AN_ANSWER
    if len(raw) > MOST_CHARACTERS:
        return _TOO_LONG
    return None if _is_whole_text(raw) else _NOT_AN_ANSWER


def _malformed_list(question: Question, raw: object) -> Refused | None:
    ids = _ids(question)
    if not isinstance(raw, list | tuple) or len(raw) > len(ids):
        return _NOT_AN_ANSWER
    if not all(isinstance(each, str) and each in ids for each in raw) or len(set(raw)) < len(raw):
        return _NOT_AN_ANSWER
    if question.kind is Kind.ORDER:
        return None if len(raw) == len(ids) else _NOT_ALL
    return None if raw else _NOTHING_CHOSEN


def _ids(question: Question) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


def _is_whole_text(raw: str) -> bool:
    """JSON can carry half of a character, which no database would take."""
    return not any("\ud800" <= character <= "\udfff" for character in raw)
