"""Making sittings, and signing in the people who run them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.models import (
    Category,
    College,
    Quiz,
    Round,
    RoundClock,
    RoundQuestion,
    SignIn,
    Sitting,
    SittingHost,
    Staff,
    Stage,
)
from challenge.rules.codes import ROUND_CODE
from challenge.rules.names import tidy
from challenge.rules.play import State
from challenge.rules.questions import from_dict
from challenge.rules.reading import reading_ms
from challenge.rules.refusal import Refused
from challenge.rules.scoring import Policy
from challenge.services import access, library, shelves
from challenge.services.access import Action, Role, StaffIdentity
from challenge.services.tokens import kept, new_code, new_secret

LINK_LASTS_MS = 12 * 3_600_000
DOOR_KEY = 8
MOST_TEAMS = 250
"""A full hall. It only bounds what a flood of made-up teams can do."""

NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class SittingPlan:
    """What a host asks for when they start a round."""

    name: str
    place: str
    quiz: str
    entry_mode: str = "open"
    policy: str = Policy.TIE_BREAK.value
    can_change: bool = True
    standings_every: int = 5


def make_sitting(
    db: Session, plan: SittingPlan, *, by: StaffIdentity, now: int, grace_ms: int, screen_key: str | None = None
) -> Sitting | dict[str, Refused]:
    """A new sitting with one quiz round, its doors open; or what is wrong, by field.

    screen_key: the key that its big screen shall have; a sitting that has it already is the one that was asked for.
    """
    if screen_key and (made := by_screen_key(db, screen_key)):
        return db.get_one(Sitting, made)
    if refusal := access.refuse(db, by, Action.MAKE_SITTING):
        return {"form": refusal}
    if wrong := refuse_plan(db, plan, by=by):
        return wrong
    stage = db.scalars(select(Stage).where(Stage.kind == "class round").order_by(Stage.id.desc())).first()
    if stage is None:
        return {"form": Refused("no_stage", "This season has no class round yet. Restart the program to make one.")}
    sitting = _new_sitting(db, plan, stage=stage, now=now, screen_key=screen_key or new_secret())
    db.add(SittingHost(sitting_id=sitting.id, staff_id=by.staff_id))
    _add_quiz_round(db, sitting, plan, grace_ms=grace_ms)
    return sitting


def refuse_plan(db: Session, plan: SittingPlan, *, by: StaffIdentity) -> dict[str, Refused]:
    """What is wrong with a plan, by field."""
    allowed = {
        "name": 1 <= len(tidy(plan.name)) <= NAME_LENGTH,
        "place": len(tidy(plan.place)) <= NAME_LENGTH,
        "quiz": plan.quiz in {quiz.slug for quiz in library.quizzes(db, by) if quiz.questions},
        "entry": plan.entry_mode in ("open", "listed"),
        "policy": plan.policy in set(Policy),
        "standings_every": 0 <= plan.standings_every <= 50,
    }
    remedies = {
        "name": f"Give the class or group a name of up to {NAME_LENGTH} characters.",
        "place": f"Keep the place to {NAME_LENGTH} characters.",
        "quiz": "Choose one of the quizzes in the list.",
        "entry": "Choose who may come in.",
        "policy": "Choose how points are given.",
        "standings_every": "Show standings after every 1 to 50 questions, or 0 for never.",
    }
    wrong = {field: Refused("bad_field", remedies[field]) for field, fine in allowed.items() if not fine}
    if allowed["quiz"] and (refusal := shelves.refuse_playing(db, by, db.get_one(Quiz, plan.quiz))):
        wrong["quiz"] = refusal
    return wrong


def sittings_of(db: Session, by: StaffIdentity) -> list[Sitting]:
    """The sittings that somebody may run, the newest first."""
    query = select(Sitting).order_by(Sitting.id.desc())
    if by.role is not Role.ORGANISER:
        query = query.join(SittingHost).where(SittingHost.staff_id == by.staff_id)
    return list(db.scalars(query))


def exists(db: Session, sitting_id: int) -> bool:
    """Whether there is such a sitting."""
    return db.get(Sitting, sitting_id) is not None


def by_screen_key(db: Session, key: str) -> int | None:
    """The sitting that a big screen's key opens."""
    if not (key.isascii() and key.isprintable()):
        return None
    return db.scalars(select(Sitting.id).where(Sitting.screen_key == key)).one_or_none()


def make_link(db: Session, staff_id: int, *, now: int) -> str:
    """A new one-time sign-in token for a member of staff."""
    token = new_secret()
    db.add(SignIn(staff_id=staff_id, token_hash=kept(token), expires_at=now + LINK_LASTS_MS))
    return token


def sign_in(db: Session, token: str, *, now: int) -> StaffIdentity | Refused:
    """Use up a one-time token."""
    link = db.scalars(select(SignIn).where(SignIn.token_hash == kept(token)).with_for_update()).one_or_none()
    if link is None or link.used_at is not None or link.expires_at < now:
        return Refused("bad_link", "This sign-in link was used already or is too old. Each start prints a new one.")
    link.used_at = now
    return _identity(db.get_one(Staff, link.staff_id))


def staff(db: Session, staff_id: int) -> StaffIdentity | None:
    """The member of staff with this id."""
    person = db.get(Staff, staff_id)
    return None if person is None else _identity(person)


def _identity(person: Staff) -> StaffIdentity:
    return StaffIdentity(person.id, person.name, Role(person.role))


def _new_sitting(db: Session, plan: SittingPlan, *, stage: Stage, now: int, screen_key: str) -> Sitting:
    colleges = select(College).where(College.season_id == stage.season_id).order_by(College.id).limit(1)
    college = db.scalars(colleges).one()
    sitting = Sitting(
        stage_id=stage.id,
        college_id=college.id,
        name=tidy(plan.name),
        place=tidy(plan.place),
        code=new_code(
            ROUND_CODE, lambda code: db.scalars(select(Sitting.id).where(Sitting.code == code)).first() is not None
        ),
        door_key=new_code(DOOR_KEY),
        screen_key=screen_key,
        entry_mode=plan.entry_mode,
        most_teams=MOST_TEAMS,
        made_at=now,
    )
    db.add(sitting)
    db.flush()
    return sitting


def _add_quiz_round(db: Session, sitting: Sitting, plan: SittingPlan, *, grace_ms: int) -> None:
    quiz = db.get_one(Quiz, plan.quiz)
    in_season = Category.season_id == sitting.stage.season_id
    category = db.scalars(select(Category).where(in_season, Category.slug == quiz.category)).one()
    round_ = Round(
        sitting_id=sitting.id,
        position=0,
        kind="quiz",
        title=quiz.title,
        quiz_slug=quiz.slug,
        category_id=category.id,
        policy=plan.policy,
        can_change=plan.can_change,
        standings_every=plan.standings_every,
        grace_ms=grace_ms,
        state=State.LOBBY.value,
        clock=RoundClock(),
    )
    round_.questions = [_copied(position, content) for position, content in enumerate(quiz.questions)]
    db.add(round_)
    db.flush()


def _copied(position: int, content: dict[str, object]) -> RoundQuestion:
    question = from_dict(content)
    return RoundQuestion(
        position=position,
        source=question.id,
        content=content,
        reading_ms=reading_ms(question.words),
        answering_ms=question.seconds * 1_000,
    )
