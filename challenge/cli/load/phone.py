"""One light phone: it answers probes and questions, notices a dead line, and comes back when it is cut off.

It keeps to what the page does (static/js/connection.js, outbox.js, merging.js): the same messages, the same patience.
"""

import json
import time
from collections.abc import Callable
from typing import Final

from challenge.cli.load.conversation import Conversation
from challenge.cli.load.crowd import MILLISECOND, Crowd
from challenge.cli.load.news import News
from challenge.cli.load.outbox import Outbox, Sent

REFUSED_SECONDS, REFUSED_AT_MOST_SECONDS = 1.0, 10.0
RETURN_SECONDS, RETURN_AT_MOST_SECONDS = 0.4, 2.0
MOST_DOUBLINGS = 5
MEETING_SECONDS, MEETING_AT_MOST_SECONDS = 8.0, 32.0
SILENCE_SECONDS, SILENCE_AT_MOST_SECONDS = 4.0, 32.0
CLOCKS_AT_FIRST, CLOCK_GAP_SECONDS, CLOCK_SECONDS = 4, 0.12, 30.0


class Phone(Conversation):
    """A phone with its secret. present: it has got its `state`. news: where the round stands, as far as it knows.

    began_at: when it knocked at the door, if it did (ns). gone: a host took its team out. reason: the last refusal.
    """

    __slots__ = (
        "_asked_at",
        "_called_at", "_clock_at", "_crowd", "_lost_at", "_met_at", "_outbox", "_patience",
        "_refusals", "_tries",
        "began_at", "gone", "news", "number", "present", "reason", "version",
    )  # fmt: skip

    def __init__(self, crowd: Crowd, number: int, *, secret: str = "") -> None:
        super().__init__(crowd.wire, "/play", cookie=f"pass={secret}")
        self._crowd, self.number = crowd, number
        self._outbox = Outbox(crowd, self)
        self.version = -1
        self.news: News | None = None
        self.present = self.gone = False
        self.reason = ""
        self.began_at = self._called_at = self._lost_at = 0
        self._tries = self._refusals = 0
        self._met_at = self._asked_at = self._clock_at = 0.0
        self._patience = SILENCE_SECONDS

    @property
    def sent(self) -> dict[str, Sent]:
        """Everything that it ever answered, by message id."""
        return self._outbox.sent

    @property
    def waiting(self) -> dict[str, Sent]:
        """What of it is neither kept nor refused yet."""
        return self._outbox.waiting

    def answer(self, question: int, answer: bytes) -> Sent:
        """Answer a question with this JSON; it is sent until it is kept or refused for good."""
        return self._outbox.put(question, answer)

    @property
    def address(self) -> tuple[str, int]:
        """Where it knocks and connects next."""
        return self._crowd.address(self.number + self._tries)

    def begin(self) -> None:
        """From now on it counts how long this phone takes to be in."""
        self.began_at = self.began_at or time.time_ns()

    def carry(self, secret: str) -> None:
        """Take the secret that the door gave."""
        self._cookie = f"pass={secret}"

    def connect(self) -> None:
        """Connect now; the server's `state` makes the phone present."""
        self._met_at, self._called_at = time.monotonic(), time.time_ns()
        self.meet(*self.address)

    def drop(self) -> None:
        """Lose the connection without a word, as in a dead spot; the phone comes back if its crowd does."""
        self._lose()

    def look(self, now: float) -> None:
        """What a phone does now and then: notices a dead line, asks the time, repeats what was not acknowledged."""
        if not self.present:
            if self.is_busy and now - self._met_at > self._meeting_seconds:
                self._lose()
            return
        if self._asked_at and now - self._asked_at > self._patience:
            self._patience = min(2 * self._patience, SILENCE_AT_MOST_SECONDS)
            self._lose()
            return
        if now >= self._clock_at:
            self._clock_at = now + CLOCK_SECONDS
            self._ask_the_time()
        if self._outbox.waiting:
            self._outbox.repeat(now)

    def event(self, name: bytes, payload: bytes, start: int, *, at: int) -> None:
        """The server said something."""
        hear = _HEARD.get(name)
        if hear is not None:
            hear(self, payload, start, at)

    def turned_away(self, reason: str) -> None:
        """Refused: ask again, less and less often."""
        self.reason = reason
        self._refusals += 1
        self._absent()
        self._come_back(min(REFUSED_SECONDS * self._refusals, REFUSED_AT_MOST_SECONDS))

    def lost(self) -> None:
        """Cut off: come back soon, to the next address if there are several."""
        self._absent()
        delay = min(RETURN_SECONDS * 2 ** min(self._tries, MOST_DOUBLINGS), RETURN_AT_MOST_SECONDS)
        self._tries += 1
        self._come_back(delay * self._crowd.chance.uniform(0.5, 1.5))

    def hear_state(self, payload: bytes, start: int, at: int) -> None:
        """The full picture."""
        news = self._crowd.reader.of(json.loads(payload[start:-1]))
        if not self.present:
            self._welcome(at)
        self.version = news.version
        self._follow(news)

    def hear_moved(self, payload: bytes, start: int, at: int) -> None:
        """The round moved."""
        news = self._crowd.reader.read(payload, start)
        if self.news is not None and news.version > self.news.version:
            self._crowd.moved(news, at)
        if self._is_news(news.version):
            self._follow(news)

    def hear_count(self, payload: bytes, start: int, _at: int) -> None:
        """So many teams have answered."""
        self._is_news(self._crowd.reader.read(payload, start).version)

    def hear_mine(self, payload: bytes, start: int, _at: int) -> None:
        """The team's own part changed."""
        begin = payload.find(b'"version":', start) + 10
        self._is_news(int(payload[begin : payload.find(b",", begin)]))

    def hear_kept(self, payload: bytes, start: int, at: int) -> None:
        """An answer is kept."""
        self._outbox.kept(payload, start, at)

    def hear_refused(self, payload: bytes, start: int, _at: int) -> None:
        """Something that we said is refused."""
        self._outbox.refused(payload, start)

    def hear_probe(self, payload: bytes, start: int, _at: int) -> None:
        """The server measures the way to us: what it sent goes back at once."""
        self.say("probed", payload[start:-1])

    def hear_clock(self, _payload: bytes, _start: int, _at: int) -> None:
        """The time, as we asked; the line lives."""
        self._asked_at = 0.0
        self._patience = max(SILENCE_SECONDS, self._patience / 2)

    def hear_gone(self, _payload: bytes, _start: int, _at: int) -> None:
        """A host took this team out."""
        self.gone = True

    @property
    def _meeting_seconds(self) -> float:
        """How long it waits to be let in: longer each time, so that a slow server is not kept busy by the impatient."""
        in_vain = min(max(0, self._tries - 1), MOST_DOUBLINGS)
        return min(MEETING_SECONDS * (1 << in_vain), MEETING_AT_MOST_SECONDS)

    def _absent(self) -> None:
        if self.present:
            self._crowd.present -= 1
            self._lost_at = time.time_ns()
        self.present = False

    def _come_back(self, seconds: float) -> None:
        if self._crowd.returns and not self.gone:
            self.wire.later(seconds, self._connect_again)

    def _connect_again(self) -> None:
        if self._crowd.returns and not self.gone and not self.is_open:
            self.connect()

    def _ask_the_time(self) -> None:
        if self.present:
            self._asked_at = self._asked_at or time.monotonic()
            self.say("clock", b'{"sent":%d}' % (time.time_ns() // MILLISECOND))

    def _keep_in_time(self) -> None:
        """Ask the time a few times at once, then now and then: not all phones at the same moment."""
        self._asked_at = 0.0
        self._clock_at = time.monotonic() + self._crowd.chance.random() * CLOCK_SECONDS
        for turn in range(CLOCKS_AT_FIRST):
            self.wire.later(turn * CLOCK_GAP_SECONDS, self._ask_the_time)

    def _welcome(self, at: int) -> None:
        since = {"connecting": self._called_at, "returning": self._lost_at}
        if not self._lost_at:
            since["joining"] = self.began_at
        for name, began in since.items():
            if began:
                self._crowd.samples.add(name, (at - began) / MILLISECOND)
        self.present = True
        self._crowd.present += 1
        self._lost_at = self._tries = self._refusals = 0
        self._keep_in_time()
        self._outbox.deliver()

    def _is_news(self, version: int) -> bool:
        """Whether this is no older than what the phone knows; it asks for everything if it missed something."""
        if version < self.version:
            return False
        if version > self.version + 1:
            self.say("state", b"{}")
        self.version = version
        return True

    def _follow(self, news: News) -> None:
        known, self.news = self.news, news
        if known is None or (known.number, known.state) != (news.number, news.state):
            self._crowd.heard[news.number, news.state] += 1
        self._outbox.follow(news)


Hear = Callable[[Phone, bytes, int, int], None]
_HEARD: Final[dict[bytes, Hear]] = {
    b"state": Phone.hear_state,
    b"moved": Phone.hear_moved,
    b"mine": Phone.hear_mine,
    b"count": Phone.hear_count,
    b"kept": Phone.hear_kept,
    b"refused": Phone.hear_refused,
    b"probe": Phone.hear_probe,
    b"clock": Phone.hear_clock,
    b"gone": Phone.hear_gone,
}
