"""A sitting as it stands, as one frozen value: what every view of it is drawn from.

A scene changes only when the round moves or the teams change; the live door keeps it in between. It holds the keys, so
it never leaves the server: `views` decides what of it may be seen.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.models import Category, College, Response, Round, Sitting, Stage
from challenge.rules.play import Plan, Play, locked_questions, shown_questions
from challenge.rules.questions import CHOSEN, Question, Raw
from challenge.rules.scoring import Policy
from challenge.rules.tally import Board, Given, OtherAnswer, other_answers, tally
from challenge.services import rounds, seating
from challenge.services.seating import Seating, TeamFacts

Accepted = tuple[tuple[str, ...], ...]
"""The typed answers that hosts accepted beyond the key, question by question."""


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """What a sitting is called, and how one gets in."""

    id: int
    name: str
    place: str
    stage: str
    college: str
    code: str
    door_key: str
    screen_key: str
    entry_mode: str
    most_teams: int
    door_locked: bool
    version: int


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The settings of the round that is being played."""

    id: int
    title: str
    category: str
    category_name: str
    policy: Policy
    can_change: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the round, the id by which responses name it, and a host's rulings on it.

    void_reason: why it was voided, if it was. accepted: typed answers that count as right beyond the key.
    """

    id: int
    question: Question
    void_reason: str | None
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scene:
    """A sitting, its round and its teams at one version.

    listed: also the teams that are not here yet. given: what counts of the locked questions.
    """

    sitting: SittingFacts
    round: RoundFacts
    play: Play
    plan: Plan
    asked: tuple[Asked, ...]
    listed: Seating
    given: tuple[Given, ...]
    board: Board

    @cached_property
    def teams(self) -> Seating:
        """The teams that came in."""
        return tuple(team for team in self.listed if team.joined)

    @cached_property
    def extras(self) -> frozenset[int]:
        """The amounts of extra time in the room, in per cent."""
        return frozenset(team.extra for team in self.teams)

    @cached_property
    def _by_entry(self) -> dict[int, TeamFacts]:
        return {team.entry: team for team in self.teams}

    def team(self, entry: int) -> TeamFacts | None:
        """The team with this entry, if it is in the sitting."""
        return self._by_entry.get(entry)

    @cached_property
    def other_answers(self) -> list[OtherAnswer]:
        """What teams typed to the question on show beyond its key, once it is locked."""
        asked = self.on_show
        if asked is None or asked.question.kind in CHOSEN:
            return []
        return other_answers(asked.question, self.board.of_question(self.play.question), asked.accepted)

    @property
    def on_show(self) -> Asked | None:
        """The question that the round has come to."""
        return self.asked[self.play.question] if self.play.question >= 0 else None


def load(db: Session, sitting_id: int, *, listed: Seating | None = None, before: Scene | None = None) -> Scene:
    """The scene of a sitting now.

    listed: its teams, if they are known already. before: its scene when its teams were the same but for newcomers;
    what can't have changed since is taken from there.
    """
    # The version first: what changes while the rest is read shows as a newer one, never as this one.
    sitting = _sitting_facts(db, sitting_id)
    round_ = rounds.current(db, sitting_id)
    if before is not None and before.round.id != round_.id:
        before = None
    facts = _round_facts(db, round_) if before is None else before.round
    listed = seating.teams(db, sitting_id) if listed is None else listed
    play = rounds.play_of(round_)
    asked = tuple(Asked(row.id, rounds.content(row), row.void_reason, rounds.accepted(row)) for row in round_.questions)
    responses = _given(db, round_, play, listed=listed, before=before)
    return Scene(
        sitting=sitting,
        round=facts,
        play=play,
        plan=rounds.plan_of(db, round_),
        asked=asked,
        listed=listed,
        given=responses,
        board=_board(play, asked, listed, given=responses, policy=facts.policy, before=before),
    )


def board_after(scene: Scene, *, play: Play | None = None, asked: tuple[Asked, ...] | None = None) -> Board:
    """The board as it would be if the round stood at `play`, or with these rulings on what was asked."""
    asked = scene.asked if asked is None else asked
    return _board(play or scene.play, asked, scene.listed, given=scene.given, policy=scene.round.policy, before=None)


def _board(
    play: Play,
    asked: tuple[Asked, ...],
    listed: Seating,
    *,
    given: tuple[Given, ...],
    policy: Policy,
    before: Scene | None,
) -> Board:
    counts = (locked_questions(play), shown_questions(play), play.voided, listed, _accepted(asked))
    if before is not None and counts == _counts(before):
        return before.board
    return tally(
        [each.question for each in asked],
        given,
        teams={team.entry: team.name for team in listed if team.joined},
        locked=locked_questions(play),
        shown=shown_questions(play),
        voided=play.voided,
        accepted=_accepted(asked),
        policy=policy,
    )


def _counts(scene: Scene) -> tuple[range, range, frozenset[int], Seating, Accepted]:
    """What the board of a round follows from, beside its responses."""
    play = scene.play
    return locked_questions(play), shown_questions(play), play.voided, scene.listed, _accepted(scene.asked)


def _accepted(asked: tuple[Asked, ...]) -> Accepted:
    return tuple(each.accepted for each in asked)


def _given(db: Session, round_: Round, play: Play, *, listed: Seating, before: Scene | None) -> tuple[Given, ...]:
    """The response of each team to each locked question that counts: the last one."""
    locked = locked_questions(play)
    known = () if before is None else tuple(each for each in before.given if each.question in locked)
    read = {*locked} - ({*locked_questions(before.play)} if before is not None else set())
    if not read:
        return known
    places = {row.id: row for row in round_.questions if row.position in read}
    extras = {team.entry: team.extra for team in listed if team.joined}
    query = (
        select(Response.entry_id, Response.question_id, Response.raw, Response.taken_ms)
        .where(Response.question_id.in_(places))
        .order_by(Response.id)
    )
    last = {(entry, question): (raw, taken) for entry, question, raw, taken in db.execute(query)}
    return known + tuple(
        Given(
            entry=entry,
            question=places[question].position,
            raw=raw_of(raw),
            taken_ms=taken,
            limit_ms=places[question].answering_ms * (100 + extras.get(entry, 0)) // 100,
        )
        for (entry, question), (raw, taken) in last.items()
    )


def raw_of(stored: str | list[str]) -> Raw:
    """A stored response as the rules see it."""
    return stored if isinstance(stored, str) else tuple(stored)


def versions(db: Session, sitting_ids: Collection[int]) -> dict[int, int]:
    """The versions of these sittings now."""
    rows = db.execute(select(Sitting.id, Sitting.version).where(Sitting.id.in_(sitting_ids)))
    return {row.id: row.version for row in rows}


def latest_answers(db: Session, scene: Scene) -> dict[int, Raw]:
    """What each team has answered to the question on show so far, by entry."""
    if scene.on_show is None:
        return {}
    query = (
        select(Response.entry_id, Response.raw).where(Response.question_id == scene.on_show.id).order_by(Response.id)
    )
    return {entry: raw_of(raw) for entry, raw in db.execute(query) if scene.team(entry)}


def latest_answer(db: Session, scene: Scene, entry: int) -> Raw | None:
    """What one team has answered to the question on show."""
    if scene.on_show is None:
        return None
    query = (
        select(Response.raw)
        .where(Response.question_id == scene.on_show.id, Response.entry_id == entry)
        .order_by(Response.id.desc())
        .limit(1)
    )
    raw = db.scalars(query).first()
    return None if raw is None else raw_of(raw)


def _round_facts(db: Session, round_: Round) -> RoundFacts:
    category = db.get_one(Category, round_.category_id)
    return RoundFacts(
        id=round_.id,
        title=round_.title,
        category=category.slug,
        category_name=category.name,
        policy=Policy(round_.policy),
        can_change=round_.can_change,
    )


def _sitting_facts(db: Session, sitting_id: int) -> SittingFacts:
    query = select(Sitting, Stage.name, College.name).join(Stage).join(College).where(Sitting.id == sitting_id)
    sitting, stage, college = db.execute(query).one()
    return SittingFacts(
        id=sitting.id,
        name=sitting.name,
        place=sitting.place,
        stage=stage,
        college=college,
        code=sitting.code,
        door_key=sitting.door_key,
        screen_key=sitting.screen_key,
        entry_mode=sitting.entry_mode,
        most_teams=sitting.most_teams,
        door_locked=sitting.door_locked_at is not None,
        version=sitting.version,
    )
