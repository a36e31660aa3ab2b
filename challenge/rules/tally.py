"""From raw responses to marks, points and standings: a pure function, so that anybody can recompute a result."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from challenge.rules.marking import Mark, Verdict, chosen, identity, mark
from challenge.rules.questions import Kind, Option, Question, Raw
from challenge.rules.rulings import accepts, mark_under
from challenge.rules.scoring import Policy, points_for
from challenge.rules.showing import Bar
from challenge.rules.standings import Row, Score, standings


@dataclass(frozen=True, slots=True)
class Given:
    """A team's answer that counts: its last one before the lock. `question` is an index into the round."""

    entry: int
    question: int
    raw: Raw
    taken_ms: int
    limit_ms: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A response with its verdict and points; no points while its question is voided."""

    given: Given
    mark: Mark
    points: int


@dataclass(frozen=True, slots=True)
class Board:
    """Every mark of the locked questions, and the standings after those that teams have seen the answers of.

    indexes: where in `rows` each entry is, so that telling a hall costs no more than its size.
    """

    marked: Mapping[tuple[int, int], Marked]
    rows: tuple[Row, ...]
    indexes: Mapping[int, int]
    counted: int

    def row(self, entry: int) -> Row | None:
        """A team's row of the standings."""
        index = self.indexes.get(entry)
        return None if index is None else self.rows[index]

    def of_question(self, question: int) -> list[Marked]:
        """All marked responses to one question."""
        given = (self.marked.get((entry, question)) for entry in self.indexes)
        return [marked for marked in given if marked is not None]


def tally(
    questions: Sequence[Question],
    given: Sequence[Given],
    *,
    teams: Mapping[int, str],
    locked: Collection[int],
    shown: Collection[int],
    voided: Collection[int],
    policy: Policy,
    accepted: Sequence[Collection[str]] = (),
) -> Board:
    """The board of a round.

    teams: names by entry; locked, shown, voided: indexes of questions; accepted: by question, what hosts accepted.
    """
    counting = [each for each in given if each.question in locked and each.entry in teams]
    # A hall gives few different answers to a question: each is marked once, however many teams gave it.
    verdicts = {
        (question, raw): mark_under(questions[question], raw, accepted[question] if accepted else ())
        for question, raw in {(each.question, each.raw) for each in counting}
    }
    marked = {
        (each.entry, each.question): _marked(
            questions[each.question],
            each,
            verdict=verdicts[each.question, each.raw],
            voided=voided,
            policy=policy,
        )
        for each in counting
    }
    scored = set(shown) - set(voided)
    owned: dict[int, list[Marked]] = {entry: [] for entry in teams}
    for each in marked.values():
        if each.given.question in scored:
            owned[each.given.entry].append(each)
    rows = standings([_score(entry, name, owned[entry]) for entry, name in teams.items()], policy)
    indexes = {row.score.entry: index for index, row in enumerate(rows)}
    return Board(marked, rows, indexes, counted=len(scored))


def bars(question: Question, marked: Sequence[Marked]) -> list[Bar]:
    """How many teams gave each answer; identical readings are one answer. Several choices count option by option."""
    alike = Counter(each.given.raw for each in marked)
    examples = {each.given.raw: each for each in reversed(marked)}
    counts: dict[str, Bar] = {}
    for raw, count in alike.items():
        for bar in _parts(question, examples[raw]):
            known = counts.get(bar.reading)
            counts[bar.reading] = replace(known or bar, count=count + (known.count if known else 0))
    return list(counts.values())


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """A typed answer that the key doesn't have, and how many teams gave it or the same. typed: as one wrote it."""

    typed: str
    count: int
    verdict: Verdict
    accepted: bool


def other_answers(question: Question, marked: Sequence[Marked], accepted: Collection[str]) -> list[OtherAnswer]:
    """What a host may rule on: every typed answer beyond the key, the commonest first."""
    groups: dict[str, OtherAnswer] = {}
    for raw, count in Counter(each.given.raw for each in marked).items():
        if isinstance(raw, str) and (verdict := mark(question, raw).verdict) is not Verdict.RIGHT:
            same = identity(question, raw)
            known = groups.get(same) or OtherAnswer(raw, 0, verdict, accepts(question, accepted, raw))
            groups[same] = replace(known, count=known.count + count)
    return sorted(groups.values(), key=lambda each: (-each.count, each.typed))


def _parts(question: Question, each: Marked) -> list[Bar]:
    """What one response adds to: its reading, or each option that it ticked, right or wrong by itself."""
    raw, right = each.given.raw, each.mark.verdict is Verdict.RIGHT
    if question.kind is Kind.CHOICES:
        return [_ticked(question, option) for option in question.options if option.id in raw]
    if not question.options:
        # Not as it was typed: 0.5 and 1/2 are one answer and must not be worded by whoever came last.
        return [Bar(each.mark.reading, escape(each.mark.reading), 1, right, each.mark.reason)]
    reading = raw if isinstance(raw, str) else each.mark.reading
    return [Bar(reading, chosen(question, raw), 1, right, each.mark.reason)]


def _ticked(question: Question, option: Option) -> Bar:
    right = option.id in question.key
    return Bar(option.id, option.html, 1, right, "" if right else option.slip)


def _marked(question: Question, given: Given, *, verdict: Mark, voided: Collection[int], policy: Policy) -> Marked:
    if given.question in voided:
        return Marked(given, verdict, 0)
    points = points_for(
        verdict.verdict, points=question.points, taken_ms=given.taken_ms, limit_ms=given.limit_ms, policy=policy
    )
    return Marked(given, verdict, points)


def _score(entry: int, name: str, own: Sequence[Marked]) -> Score:
    right = [each for each in own if each.mark.verdict is Verdict.RIGHT]
    return Score(
        entry=entry,
        team=name,
        points=sum(each.points for each in own),
        right=len(right),
        time_ms=sum(each.given.taken_ms for each in right),
    )
