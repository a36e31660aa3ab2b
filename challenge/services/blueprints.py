"""Quizzes made by blueprint: a level, topics, so many questions, so many minutes."""

import random
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import TOPICS
from challenge.rules import blueprint
from challenge.rules.blueprint import Candidate
from challenge.rules.names import tidy
from challenge.rules.refusal import Refused
from challenge.services import access, shelves
from challenge.services.access import Action, StaffIdentity
from challenge.services.building import MOST_QUESTIONS, TITLE_LENGTH, new_quiz, takes_ms
from challenge.services.shelves import Shelved, Wish

LARGEST_SEED = 10**9


@dataclass(frozen=True, slots=True)
class Plan:
    """A blueprint. topics: none means all of them. minutes: None for as long as it takes."""

    title: str
    category: str
    topics: tuple[str, ...] = ()
    count: int = 15
    minutes: int | None = None
    calculator: bool | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Built:
    """A quiz that was made. short: how many questions fewer than asked for there were; wrong: why there is none."""

    slug: str
    short: int = 0
    wrong: dict[str, Refused] = field(default_factory=dict)


def make(db: Session, by: StaffIdentity, plan: Plan) -> Built:
    """A new quiz by blueprint; with a count of 0, an empty one to fill by hand."""
    if refusal := access.refuse(db, by, Action.MAKE_QUIZ):
        return Built("", wrong={"form": refusal})
    if wrong := refuse_plan(plan):
        return Built("", wrong=wrong)
    chosen = _chosen(db, by, plan)
    if plan.count and not chosen:
        return Built("", wrong={"topics": Refused("none", "No question fits all of this. Choose more topics or time.")})
    quiz = new_quiz(by, plan.title, plan.category, [each.question for each in chosen])
    db.add(quiz)
    return Built(quiz.slug, short=plan.count - len(chosen))


def refuse_plan(plan: Plan) -> dict[str, Refused]:
    """What is wrong with a blueprint, by field."""
    allowed = {
        "title": 0 < len(tidy(plan.title)) <= TITLE_LENGTH,
        "category": plan.category in CATEGORIES,
        "topics": set(plan.topics) <= set(TOPICS),
        "count": 0 <= plan.count <= MOST_QUESTIONS,
        "minutes": plan.minutes is None or 1 <= plan.minutes <= 240,
        "seed": 0 <= plan.seed < LARGEST_SEED,
    }
    remedies = {
        "title": f"Give the quiz a title of up to {TITLE_LENGTH} characters.",
        "category": "Choose one of the levels.",
        "topics": "Choose topics from the list.",
        "count": f"Ask for 1 to {MOST_QUESTIONS} questions.",
        "minutes": "Give it 1 to 240 minutes, or leave this empty.",
        "seed": "Write a number of up to nine digits, or leave this empty.",
    }
    return {name: Refused("bad_field", remedies[name]) for name, fine in allowed.items() if not fine}


def _chosen(db: Session, by: StaffIdentity, plan: Plan) -> list[Shelved]:
    found = shelves.browse(db, by, Wish(category=plan.category, calculator=plan.calculator))
    found = [each for each in found if not each.kept_for]
    dice = random.Random(plan.seed)  # noqa: S311 - a seed gives the same quiz again; nothing here is secret
    dice.shuffle(found)
    topics = [topic for topic in TOPICS if topic in plan.topics or not plan.topics]
    dice.shuffle(topics)
    candidates = [
        Candidate(each.id, each.question.topic, each.question.kind.value, takes_ms(each.question)) for each in found
    ]
    most_ms = None if plan.minutes is None else plan.minutes * 60_000
    by_id = {each.id: each for each in found}
    return [by_id[each.id] for each in blueprint.choose(candidates, topics=topics, count=plan.count, most_ms=most_ms)]
