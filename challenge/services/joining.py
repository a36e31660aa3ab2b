"""How teams come in: by a sitting's code, by their own code, or back in by the secret on their phone."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from challenge.announcements import TeamsChanged
from challenge.models import Device, Entry, Round, Sitting, Student, Team
from challenge.rules import names
from challenge.rules.codes import TEAM_CODE, kind_of, tidy_code
from challenge.rules.names import look_alike_keys, refuse_first_name, refuse_name_asking, tidy
from challenge.rules.play import State
from challenge.rules.refusal import Refused
from challenge.services import rounds
from challenge.services.access import TeamIdentity
from challenge.services.tokens import kept, new_code, new_secret
from challenge.services.transaction import announce

NO_TEAM = Refused("no_team", "We can't find that team code. Check it against your card or your partner's phone.")


@dataclass(frozen=True, slots=True)
class Joined:
    """A phone that may play now; `secret` is for this phone alone and is told once."""

    secret: str
    team: str
    sitting_id: int


def sitting_by_code(db: Session, code: str) -> Sitting | None:
    """The sitting that a round code opens."""
    if kind_of(tidy_code(code)) != "round":
        return None
    return db.scalars(select(Sitting).where(Sitting.code == tidy_code(code))).one_or_none()


def entry_by_code(db: Session, code: str) -> Entry | None:
    """The latest entry of the team that a team code belongs to."""
    if kind_of(tidy_code(code)) != "team":
        return None
    query = select(Entry).join(Team).where(Team.code == tidy_code(code)).order_by(Entry.id.desc()).limit(1)
    return db.scalars(query).one_or_none()


def taken_names(db: Session, sitting_id: int) -> list[str]:
    """The team names that a sitting has already, of listed teams that are still to come too."""
    query = select(Team.name).join(Entry).where(Entry.sitting_id == sitting_id, Entry.removed_at.is_(None))
    return list(db.scalars(query))


def refuse_team_name(db: Session, sitting_id: int, name: str, *, renamed: int | None = None) -> Refused | None:
    """Why no team of a sitting may have this name, or None. renamed: the entry that is to have it."""
    return refuse_name_asking(name, lambda keys: _taken_keys(db, sitting_id, keys, but=renamed))


def suggestions(db: Session, sitting_id: int, *, seed: int) -> tuple[str, ...]:
    """A few names that are free in a sitting, the same for the same seed while they are."""
    return names.suggestions_asking(lambda keys: _taken_keys(db, sitting_id, keys), seed=seed)


def refuse_entering(db: Session, sitting: Sitting) -> Refused | None:
    """Why no new team may come into this sitting now, or None."""
    return _refuse_entering(db, sitting, rounds.current(db, sitting.id))


def refuse_form(db: Session, sitting: Sitting, *, name: str, first_names: list[str]) -> dict[str, Refused]:
    """What is wrong with a new team's form, by field."""
    found = {"name": refuse_team_name(db, sitting.id, name)}
    for number, first_name in enumerate(first_names, start=1):
        found[f"first_name_{number}"] = refuse_first_name(first_name)
    return {field: refusal for field, refusal in found.items() if refusal}


def join_open(
    db: Session, sitting: Sitting, *, name: str, first_names: list[str], now: int, secret: str | None = None
) -> Joined | dict[str, Refused]:
    """Let a new team into an open class round, or say what is wrong, by field (`form` for the whole).

    secret: what the phone shall have, if the door wants to know it again; a used one is not given twice.
    """
    # One at a time: two teams must not both find the same name free, or the same last place.
    sitting, round_ = rounds.locked(db, sitting.id)
    if refusal := _refuse_entering(db, sitting, round_):
        return {"form": refusal}
    if wrong := refuse_form(db, sitting, name=name, first_names=first_names):
        return wrong
    entry = new_entry(db, sitting, round_, name=tidy(name), students=[(each, "") for each in first_names])
    fresh = secret if secret and not _is_used(db, secret) else new_secret()
    return _come_in(db, entry, secret=fresh, now=now)


def come_back(db: Session, code: str, *, now: int) -> Joined | Refused:
    """Let a phone play for the team whose code it knows. A locked door stays open to those who are in already."""
    entry = entry_by_code(db, code)
    if entry is None:
        return NO_TEAM
    sitting = db.get_one(Sitting, entry.sitting_id)
    if entry.removed_at is not None:
        return Refused("removed", "Your host took this team out of the round. Have a word with them.")
    if entry.joined_at is None and (refusal := _refuse_newcomer(sitting, rounds.current(db, sitting.id))):
        return refusal
    return _come_in(db, entry, secret=new_secret(), now=now)


def identify(db: Session, secret: str) -> TeamIdentity | None:
    """Whose phone this is, by its secret; None for an unknown one and for a team that was removed."""
    device = db.scalars(select(Device).where(Device.secret_hash == kept(secret))).one_or_none()
    if device is None or device.entry.removed_at is not None:
        return None
    return TeamIdentity(device.entry_id, device.entry.sitting_id, device.id)


def new_entry(db: Session, sitting: Sitting, round_: Round, *, name: str, students: list[tuple[str, str]]) -> Entry:
    """A team with its place in a sitting that plays this round; students are (first name, surname initial)."""
    team = Team(
        season_id=sitting.stage.season_id,
        college_id=sitting.college_id,
        category_id=round_.category_id,
        name=name,
        code=new_code(TEAM_CODE, lambda code: db.scalars(select(Team.id).where(Team.code == code)).first() is not None),
        students=[Student(first_name=tidy(first), surname_initial=initial) for first, initial in students],
    )
    entry = Entry(stage_id=sitting.stage_id, sitting_id=sitting.id, team=team)
    entry.name_key, entry.second_key = name_keys(name)
    db.add(entry)
    db.flush()
    return entry


def name_keys(name: str) -> tuple[str, str | None]:
    """What no two teams of a sitting may share: the keys by which look-alikes of a name are found."""
    first, *others = look_alike_keys(name)
    return first, others[0] if others else None


def _taken_keys(db: Session, sitting_id: int, keys: Collection[str], *, but: int | None = None) -> set[str]:
    """Which of these keys the entries of a sitting have, `but` this one."""
    columns = (Entry.name_key, Entry.second_key)
    found = (
        select(column).where(Entry.sitting_id == sitting_id, column.in_(keys), Entry.id.is_distinct_from(but))
        for column in columns
    )
    return {key for key in db.scalars(union_all(*found)) if key is not None}


def _refuse_entering(db: Session, sitting: Sitting, round_: Round) -> Refused | None:
    if sitting.entry_mode != "open":
        return Refused("listed", "This round is for listed teams. Type the team code from your card.")
    if refusal := _refuse_newcomer(sitting, round_):
        return refusal
    if rounds.teams_in(db, sitting.id) >= sitting.most_teams:
        return Refused("full", f"This round is full: {sitting.most_teams} teams are in. Tell your teacher.")
    return None


def _refuse_newcomer(sitting: Sitting, round_: Round) -> Refused | None:
    if round_.state == State.DONE:
        return Refused("over", "This round has finished. Ask your teacher for the code of the next one.")
    if sitting.door_locked_at is not None:
        return Refused("door_locked", "The door is locked for now. Ask your teacher to open it.")
    return None


def _is_used(db: Session, secret: str) -> bool:
    return db.scalars(select(Device.id).where(Device.secret_hash == kept(secret))).one_or_none() is not None


def _come_in(db: Session, entry: Entry, *, secret: str, now: int) -> Joined:
    if entry.joined_at is None:
        entry.joined_at = now
        announce(db, TeamsChanged(entry.sitting_id, entry.id))
    db.add(Device(entry_id=entry.id, secret_hash=kept(secret), made_at=now))
    return Joined(secret, entry.team.name, entry.sitting_id)
