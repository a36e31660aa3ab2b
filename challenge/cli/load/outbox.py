"""A phone's answers: each is sent until it is kept or refused for good, always with the same id."""

import json
import time
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from challenge.cli.load.crowd import MILLISECOND, Crowd
from challenge.cli.load.news import News

SENT_AGAIN = ("paused", "busy", "storage", "not_open")
AGAIN_SECONDS, AGAIN_AT_MOST_SECONDS = 3.0, 10.0
BUSY_SECONDS = 1.0
"""The page waits three seconds after any such refusal; the light phones are less patient, which is harder to serve."""


@dataclass(slots=True)
class Sent:
    """One answer and what became of it. Times in ns since 1970; `sent_at`: the first time, `times`: how often."""

    phone: int
    id: str
    question: int
    answer: bytes
    sent_at: int = 0
    times: int = 0
    again_at: float = 0.0
    kept_at: int = 0
    refused: str = ""


class Speaker(Protocol):
    """As much of a phone as its outbox needs."""

    present: bool
    number: int

    def say(self, name: str, data: bytes) -> None:
        """Send an event."""


class Outbox:
    """What one phone answered (`sent`, by message id), and what of it is not acknowledged yet (`waiting`)."""

    __slots__ = ("_crowd", "_left", "_open", "_phone", "_planned", "sent", "waiting")

    def __init__(self, crowd: Crowd, phone: Speaker) -> None:
        self._crowd, self._phone = crowd, phone
        self.sent: dict[str, Sent] = {}
        self.waiting: dict[str, Sent] = {}
        self._open: News | None = None
        self._planned: int | None = None
        self._left = 0

    def follow(self, news: News) -> None:
        """The round stands elsewhere: a question that opens will be answered at some moment of the window."""
        self._open = news if news.state == "open" and news.answers else None
        manner = self._crowd.manner
        if self._open is None or news.question == self._planned or not manner.burst:
            return
        self._planned, self._left = news.question, manner.burst
        self._crowd.waiting += manner.burst
        self._crowd.wire.later(self._crowd.chance.random() * manner.window, partial(self._next, news))

    def put(self, question: int, answer: bytes) -> Sent:
        """Answer a question with this JSON."""
        self._crowd.waiting += 1
        return self._put(question, answer)

    def deliver(self) -> None:
        """The line is back: send what is not acknowledged."""
        for sent in list(self.waiting.values()):
            self._deliver(sent)

    def repeat(self, now: float) -> None:
        """Send again what has waited too long."""
        for sent in [each for each in self.waiting.values() if now >= each.again_at]:
            self._deliver(sent)

    def kept(self, payload: bytes, start: int, at: int) -> None:
        """The server has kept an answer; at: when we heard of it, in ns."""
        begin = payload.find(b'"id":"', start) + 6
        sent = self.waiting.pop(payload[begin : payload.find(b'"', begin)].decode(), None)
        if sent is None:
            self._crowd.repeated += 1
            return
        sent.kept_at = self._crowd.last_kept_at = at
        self._crowd.samples.add("acknowledgement", (at - sent.sent_at) / MILLISECOND)
        self._crowd.kept += 1
        self._crowd.waiting -= 1
        if self._left and self._open is not None:
            self._next(self._open)

    def refused(self, payload: bytes, start: int) -> None:
        """The server has refused an answer: for now, or for good."""
        message: dict[str, Any] = json.loads(payload[start:-1])
        self._crowd.refused[message["code"]] += 1
        sent = self.waiting.get(message["id"] or "")
        if sent is None:
            return
        if message["code"] in SENT_AGAIN:
            sent.again_at = time.monotonic() + BUSY_SECONDS
            return
        sent.refused = message["code"]
        del self.waiting[sent.id]
        self._crowd.waiting -= 1 + self._left
        self._left = 0

    def _next(self, news: News) -> None:
        if not self._left or news.question != self._planned:
            return
        if self._open is None:
            # It closed before this phone had made up its mind.
            self._crowd.waiting -= self._left
            self._left = 0
            return
        self._left -= 1
        assert news.question is not None
        self._put(news.question, self._crowd.chance.choice(news.answers))

    def _put(self, question: int, answer: bytes) -> Sent:
        id_ = f"{self._crowd.run}-{self._phone.number}-{len(self.sent)}"
        sent = self.sent[id_] = self.waiting[id_] = Sent(self._phone.number, id_, question, answer)
        self._deliver(sent)
        return sent

    def _deliver(self, sent: Sent) -> None:
        sent.again_at = time.monotonic() + min(AGAIN_SECONDS * max(1, sent.times), AGAIN_AT_MOST_SECONDS)
        if not self._phone.present:
            return
        sent.times += 1
        data = b'{"id":"%b","question":%d,"answer":%b}' % (sent.id.encode(), sent.question, sent.answer)
        if not sent.sent_at:
            sent.sent_at = time.time_ns()
        self._phone.say("answer", data)
