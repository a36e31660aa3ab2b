"""Questions as plain functions make them, for the tests of the rules."""

from challenge.rules.questions import Kind, Option, Question, Slip, Wanted
from tests.builders import TYPED


def asked(kind: Kind, key: tuple[str, ...], **fields) -> Question:
    return Question(
        **{
            "id": "q1",
            "topic": "Fractions",
            "calculator": False,
            "seconds": 60,
            "points": 1,
            "text": "What is it?",
            "words": 3,
            "answer": "the answer",
            "trick": "",
            "steps": (),
            "kind": kind,
            "key": key,
            **fields,
        }
    )


def number(key: str, *, unit: str = "", slips: dict[str, str] | None = None) -> Question:
    return asked(Kind.NUMBER, (key,), wanted=Wanted(unit), slips=_slips(slips))


def text(*key: str, slips: dict[str, str] | None = None) -> Question:
    return asked(Kind.TEXT, key, slips=_slips(slips))


def typed(kind: Kind, *key: str, slips: dict[str, str] | None = None, **wanted) -> Question:
    return asked(kind, key, wanted=Wanted(**wanted), slips=_slips(slips))


def choice(key: str = "C") -> Question:
    return asked(Kind.CHOICE, (key,), options=OPTIONS)


def choices(*key: str) -> Question:
    return asked(Kind.CHOICES, key, options=OPTIONS)


def truth(key: str) -> Question:
    options = (Option("true", "True", "Looks bigger."), Option("false", "False", "Looks smaller."))
    return asked(Kind.TRUTH, (key,), options=options)


def order(*key: str, slips: dict[str, str] | None = None) -> Question:
    return asked(Kind.ORDER, key, options=OPTIONS, slips=_slips(slips))


def _slips(slips: dict[str, str] | None) -> tuple[Slip, ...]:
    return tuple(Slip(answer, because) for answer, because in (slips or {}).items())


OPTIONS = (
    Option("A", "<b>3/7</b>", "Adds tops and bottoms."),
    Option("B", "8 &lt; 9", "Turns the sign round."),
    Option("C", "11/12"),
    Option("D", "1"),
)

ONE_OF_EACH = (
    number("3/4"),
    text("isosceles"),
    choice(),
    choices("A", "C"),
    truth("true"),
    order("C", "A", "D", "B"),
    *(typed(kind, key) for kind, (key, _) in TYPED.items()),
)
