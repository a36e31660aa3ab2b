"""The same invented college, teams and questions in every test, built by plain functions."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from challenge import migrations
from challenge.config import Settings
from challenge.models import Quiz, Round, Sitting, Staff
from challenge.rules.questions import Kind, Option, Question, Slip, Wanted, as_dict
from challenge.services import demo, joining, rounds, sittings
from challenge.services.access import Role, StaffIdentity, TeamIdentity
from challenge.services.joining import Joined
from challenge.services.sittings import SittingPlan
from challenge.services.transaction import Database

NOON = 1_790_000_000_000
"""A moment on the server's clock, in milliseconds."""

TEAMS = ("Prime Suspects", "Ratio Gaga", "Pi Hards", "Root Awakening", "Sum Like It Hot", "Acute Angles")


def choice(id_: str = "half", key: str = "C") -> Question:
    """One choice of four: 2/3 + 1/4."""
    return Question(
        id=id_,
        kind=Kind.CHOICE,
        topic="Fractions",
        calculator=False,
        seconds=30,
        points=1,
        text="What is 2/3 + 1/4?",
        words=6,
        key=(key,),
        answer="11/12",
        trick="Same bottoms first",
        steps=("Twelfths fit both.",),
        options=(
            Option("A", "3/7", "Adding tops and bottoms is the most common slip here."),
            Option("B", "3/12", "Only the bottoms were multiplied."),
            Option("C", "11/12", "" if key == "C" else "A slip."),
            Option("D", "5/6", "Close, but the top is one too small."),
        ),
    )


def choices(id_: str = "primes", key: tuple[str, ...] = ("A", "C")) -> Question:
    """Several choices of four: which are prime?"""
    options = (
        Option("A", "2"),
        Option("B", "9", "9 is 3 times 3."),
        Option("C", "11"),
        Option("D", "21", "21 is 3 times 7."),
    )
    return replace(choice(id_), kind=Kind.CHOICES, text="Which are prime?", key=key, answer="2, 11", options=options)


def truth(id_: str = "zero", key: str = "true") -> Question:
    """True or false."""
    options = (Option("true", "True", "A slip."), Option("false", "False", "A slip."))
    return replace(choice(id_), kind=Kind.TRUTH, text="0 is even.", key=(key,), answer="True", options=options)


def number(id_: str = "share", key: str = "3/4", unit: str = "") -> Question:
    """A typed number."""
    slips = (Slip("4/3", "That is upside down."),)
    return replace(
        choice(id_),
        kind=Kind.NUMBER,
        text="18 out of 24?",
        key=(key,),
        answer=key,
        options=(),
        slips=slips,
        wanted=Wanted(unit),
    )


def word(id_: str = "triangle", key: tuple[str, ...] = ("isosceles", "isosceles triangle")) -> Question:
    """A typed word."""
    slips = (Slip("equilateral", "That has three equal sides."),)
    return replace(
        choice(id_), kind=Kind.TEXT, text="Two equal sides?", key=key, answer=key[0], options=(), slips=slips
    )


def order(id_: str = "smallest", key: tuple[str, ...] = ("b", "c", "a")) -> Question:
    """Put in order."""
    options = (Option("a", "0.5"), Option("b", "0.05"), Option("c", "0.35"))
    return replace(
        choice(id_), kind=Kind.ORDER, text="Smallest first", key=key, answer="0.05, 0.35, 0.5", options=options
    )


TYPED = {
    Kind.MONEY: ("£3.50", "£35"),
    Kind.QUANTITY: ("3.5 cm", "35 cm"),
    Kind.DURATION: ("1 h 30 min", "130 min"),
    Kind.TIME: ("14:30", "4:30 pm"),
    Kind.RATIO: ("2:3", "3:2"),
    Kind.COORDINATES: ("(2, -3)", "(-3, 2)"),
    Kind.EXPRESSION: ("2x + 3", "5x"),
    Kind.EQUATION: ("y = 2x + 3", "y = 3x + 2"),
    Kind.INEQUALITY: ("x > 3", "x < 3"),
    Kind.SOLUTIONS: ("x = 2 or x = -3", "x = 2"),
}
"""The other typed answers: the key, and a slip."""


def typed(kind: Kind) -> Question:
    """A question of one of these types."""
    key, slip = TYPED[kind]
    return replace(
        choice(kind.value),
        kind=kind,
        text=f"Which {kind.value} is it?",
        key=(key,),
        answer=key,
        options=(),
        slips=(Slip(slip, "That is a well-known slip."),),
    )


def class_round() -> list[Question]:
    """A question of every basic type: enough for most tests of a round."""
    return [choice(), choices(), truth(), number(), word(), order()]


def one_of_each() -> list[Question]:
    """A question of every type."""
    return [*class_round(), *map(typed, TYPED)]


def settings(tmp_path: Path, **changes: object) -> Settings:
    """Settings of a throw-away program."""
    plain = Settings(
        database_url=f"sqlite:///{tmp_path / 'test.sqlite3'}",
        secret_key="a test's secret",
        instance=tmp_path,
        puzzles=tmp_path,
        async_mode="threading",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def empty_database(url: str) -> Database:
    """A database with today's tables."""
    database = Database(url)
    with database.engine.begin() as connection:
        migrations.upgrade(connection)
    return database


def season(db: Session, questions: list[Question] | None = None) -> StaffIdentity:
    """The demo season with one quiz, `quiz`; its host."""
    quiz = Quiz(
        slug="quiz",
        title="Class round, Ein2steins",
        category="ein2steins",
        about="",
        fingerprint="1",
        questions=[as_dict(question) for question in questions or class_round()],
    )
    db.add(quiz)
    db.flush()
    demo.prepare(db, now=NOON, grace_ms=800)
    person = db.query(Staff).one()
    return StaffIdentity(person.id, person.name, Role(person.role))


def sitting(db: Session, by: StaffIdentity, **changes: object) -> Sitting:
    """A new sitting of that quiz, in the lobby."""
    plan = replace(SittingPlan(name="Maths 2", place="Room B14", quiz="quiz"), **changes)  # type: ignore[arg-type]
    made = sittings.make_sitting(db, plan, by=by, now=NOON, grace_ms=800)
    assert isinstance(made, Sitting), made
    return made


def team(db: Session, in_: Sitting, name: str = TEAMS[0], *, now: int = NOON) -> TeamIdentity:
    """A team that came in by the code, and its phone."""
    joined = joining.join_open(db, in_, name=name, first_names=["Aisha", "Tom"], now=now)
    assert isinstance(joined, Joined), joined
    db.flush()
    identity = joining.identify(db, joined.secret)
    assert identity is not None
    return identity


def round_of(db: Session, in_: Sitting) -> Round:
    """The round that is being played."""
    return rounds.current(db, in_.id)
