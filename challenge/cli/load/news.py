"""What a phone needs to know of a message that goes to everybody: read once, however many phones hear it."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from challenge.cli.simulated.guessing import guess

MOST_REMEMBERED = 256
VARIANTS = 24
"""How many different answers a crowd gives to one question; more would only cost memory."""


@dataclass(frozen=True, slots=True)
class News:
    """Where the round stands. at: when the server sent it (ms), if it said so; answers: what may be sent, as JSON.

    A question that is only named is known from what came before; where it isn't, there are no answers.
    """

    version: int
    state: str
    question: int | None
    number: int
    at: float | None
    answers: tuple[bytes, ...]


class Reader:
    """Reads messages, and remembers those that it has read: a thousand phones hear the same bytes."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - simulated people, not secrets
        self._read: dict[bytes, News] = {}
        self._answers: dict[int, tuple[bytes, ...]] = {}

    def read(self, payload: bytes, start: int) -> News:
        """A `moved` or a `count`: the payload and where its data begin."""
        known = self._read.get(payload)
        if known is None:
            if len(self._read) >= MOST_REMEMBERED:
                self._read.clear()
            known = self._read[payload] = self.of(json.loads(payload[start:-1]))
        return known

    def of(self, message: Mapping[str, Any]) -> News:
        """A message that was read already. A `count` says nothing of the round's state."""
        round_ = message.get("round") or {}
        question = round_.get("question")
        return News(
            version=message["version"],
            state=round_.get("state", ""),
            question=question["id"] if question else None,
            number=round_.get("number", 0),
            at=message.get("at"),
            answers=self._possible(question) if question else (),
        )

    def _possible(self, question: Mapping[str, Any]) -> tuple[bytes, ...]:
        number: int = question["id"]
        if "kind" not in question:
            return self._answers.get(number, ())
        if number not in self._answers:
            self._answers[number] = tuple(
                json.dumps(guess(question, self._chance), separators=(",", ":")).encode() for _ in range(VARIANTS)
            )
        return self._answers[number]
