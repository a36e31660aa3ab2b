"""What a simulated team writes down: the right answer where this machine has the quiz, a plausible one elsewhere.

Pure. A question comes as phones see it (`round.question` of a state); answers are raw, as phones send them.
"""

from collections.abc import Iterable
from random import Random

from challenge.catalogue.values import rounded
from challenge.cli.simulated.guessing import Answer, Asked, guess
from challenge.rules.marking import Verdict, mark
from challenge.rules.questions import CHOSEN, Kind, Question

TRIES = 20
KNOWN_SLIPS = 0.8


class Knowledge:
    """The questions whose keys this machine has, found by their text."""

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._known = {_face(question): question for question in questions}

    def of(self, asked: Asked) -> Question | None:
        """The question behind what a phone was shown, if it is known exactly as it was shown."""
        options = tuple(sorted((each["id"], each["html"]) for each in asked["options"]))
        return self._known.get((asked["kind"], asked["text"], options))

    def right_answer(self, asked: Asked, chance: Random) -> Answer:
        """The right answer in the asked form; a guess where the key isn't known."""
        question = self.of(asked)
        if question is None:
            return guess(asked, chance)
        if question.kind in (Kind.CHOICES, Kind.ORDER):
            return list(question.key)
        key = chance.choice(question.key)
        ways = (key, *rounded(key, question.wanted.form))
        return next((way for way in ways if _is_right(question, way)), key)

    def wrong_answer(self, asked: Asked, chance: Random) -> Answer:
        """An answer that people who are wrong would give: a known slip first, a guess otherwise."""
        question = self.of(asked)
        if question is None:
            return guess(asked, chance)
        if question.kind not in CHOSEN and question.slips and chance.random() < KNOWN_SLIPS:
            return chance.choice(question.slips).answer
        guesses = (guess(asked, chance) for _ in range(TRIES))
        return next((guessed for guessed in guesses if not _is_right(question, guessed)), guess(asked, chance))


def _is_right(question: Question, answer: Answer) -> bool:
    return mark(question, answer if isinstance(answer, str) else tuple(answer)).verdict is Verdict.RIGHT


def _face(question: Question) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    options = tuple(sorted((each.id, each.html) for each in question.options))
    return question.kind.value, question.text, options
