"""The demo season of a first start: a class round that can be hosted at once."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES
from challenge.models import Category, College, Quiz, Season, Sitting, Staff, Stage
from challenge.rules.play import State
from challenge.services import rounds, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.sittings import SittingPlan

FAVOURITE = "class-round-ein2steins"


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a start prints: the token of the host's one-time link, and the newest sitting that isn't finished."""

    token: str
    code: str | None
    door_key: str | None


def prepare(db: Session, *, now: int, grace_ms: int) -> Welcome:
    """Make the demo season if there is no season, and a fresh sign-in link for its host."""
    host = db.scalars(select(Staff).order_by(Staff.id)).first() or _first_season(db)
    identity = StaffIdentity(host.id, host.name, Role(host.role))
    sitting = _open_sitting(db) or _first_sitting(db, identity, now=now, grace_ms=grace_ms)
    return Welcome(
        token=sittings.make_link(db, host.id, now=now),
        code=sitting.code if sitting else None,
        door_key=sitting.door_key if sitting else None,
    )


def sign_in_again(db: Session, *, now: int) -> str | None:
    """A fresh sign-in token for the first host, if there is one yet."""
    host = db.scalars(select(Staff).order_by(Staff.id)).first()
    return None if host is None else sittings.make_link(db, host.id, now=now)


def _open_sitting(db: Session) -> Sitting | None:
    newest = db.scalars(select(Sitting).order_by(Sitting.id.desc()).limit(50))
    return next((each for each in newest if rounds.current(db, each.id).state != State.DONE), None)


def _first_sitting(db: Session, by: StaffIdentity, *, now: int, grace_ms: int) -> Sitting | None:
    slugs = list(db.scalars(select(Quiz.slug).order_by(Quiz.slug)))
    if not slugs:
        return None
    quiz = FAVOURITE if FAVOURITE in slugs else slugs[0]
    plan = SittingPlan(name="Demo class round", place="Room B14", quiz=quiz)
    made = sittings.make_sitting(db, plan, by=by, now=now, grace_ms=grace_ms)
    return made if isinstance(made, Sitting) else None


def _first_season(db: Session) -> Staff:
    season = Season(slug="demo", name="Demo season")
    host = Staff(name="Host", role=Role.ORGANISER.value)
    db.add_all([season, host])
    db.flush()
    db.add_all(
        Category(season_id=season.id, slug=slug, name=name, position=position)
        for position, (slug, name) in enumerate(CATEGORIES.items())
    )
    db.add_all(
        [
            College(season_id=season.id, name="Kiln Lane College"),
            Stage(season_id=season.id, kind="class round", scope="class", format="ranked", name="Class round"),
        ]
    )
    db.flush()
    return host
