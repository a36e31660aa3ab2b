"""News between processes, by Redis: fast when all is well, and nothing depends on it.

The database is the truth. Whoever missed news, or may have, is told to look there; so news may be dropped, but never
without a trace, and nobody ever waits for Redis but the threads of this module.
"""

import threading
from collections.abc import Callable
from typing import Any

import redis
import structlog
from redis.backoff import NoBackoff
from redis.client import PubSub
from redis.retry import Retry

from challenge.announcements import RoundMoved
from challenge.live.backlog import Backlog
from challenge.live.envelopes import Look, News, decode, encode, opening

GATHER_SECONDS = 0.010
HEARTBEAT_SECONDS = 3.0
MOST_WAITING, MOST_AT_ONCE = 20_000, 2_000
SOCKET_SECONDS = 1.0
PING_SECONDS, MOST_UNANSWERED = 0.5, 3
"""A Redis that says nothing is given up after two seconds. Pings are counted, not seconds: when this process itself was
held up, what came meanwhile is read before Redis is blamed."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.05, 1.0
STOP_SECONDS = 5.0
AWAY = (redis.RedisError, OSError)
log: Any = structlog.get_logger()


class Bus:
    """Tells the other processes what happened here, and hears what happened there.

    channel: the same for all processes of one installation; others that share its Redis don't hear it.
    """

    def __init__(self, redis_url: str | None, *, process: str, channel: str) -> None:
        self._redis = _client(redis_url) if redis_url else None
        self._process = process
        self._channel = channel
        self._own = opening(process)
        self._listeners: list[Callable[[News], None]] = []
        self._on_return: list[Callable[[], None]] = []
        self._out: Backlog[News] = Backlog(MOST_WAITING)
        self._in: Backlog[News] = Backlog(MOST_WAITING)
        self._speaking, self._hearing = _Link("out"), _Link("in")
        self._urgent = threading.Event()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def alone(self) -> bool:
        """Whether there is no Redis, and so no other process to tell anything."""
        return self._redis is None

    def subscribe(self, listener: Callable[[News], None]) -> None:
        """Call `listener` with everything that other processes publish; from one thread, one after another."""
        self._listeners.append(listener)

    def on_return(self, callback: Callable[[], None]) -> None:
        """Call `callback` whenever news may have been missed: everything must be asked of the database again.

        That is when Redis is heard again (and when it is first heard: something may have happened before), when
        another process says that it lost some of its news, and when news came faster than the listeners took them.
        """
        self._on_return.append(callback)

    def start(self) -> None:
        """Let the news flow, for as long as the process runs."""
        if self._redis is None:
            return
        for run in (self._send, self._receive, self._tell):
            thread = threading.Thread(target=run, args=(self._redis,), name=f"bus{run.__name__}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """End the threads, and let Redis go."""
        self._stopping.set()
        self._out.wake()
        self._in.wake()
        for thread in self._threads:
            thread.join(STOP_SECONDS)
        if self._redis is not None:
            self._redis.close()

    def publish(self, news: News) -> None:
        """Tell the other processes, soon. Never raises, never waits; what can't be told makes them look themselves."""
        if self._redis is None:
            return
        self._out.put(news)
        if isinstance(news, RoundMoved):
            self._urgent.set()

    def healthy(self) -> bool:
        """Whether news go out and come in, as far as there is anybody to tell."""
        return self._redis is None or (self._speaking.up and self._hearing.up)

    def _send(self, client: redis.Redis) -> None:
        while not self._stopping.is_set():
            if self._done(self._speaking, lambda: client.publish(self._channel, self._envelope())):
                self._speaking.works()
                self._out.wait(HEARTBEAT_SECONDS)
                self._urgent.wait(GATHER_SECONDS)
            else:
                # What was in the envelope may have arrived or not. It isn't sent again: whoever hears that something
                # was lost finds it in the database, with everything that happened since.
                self._out.lose()

    def _envelope(self) -> bytes:
        self._urgent.clear()
        lost, news = self._out.lost(), self._out.take(MOST_AT_ONCE)
        return encode(self._process, [Look(), *news] if lost else news)

    def _receive(self, client: redis.Redis) -> None:
        while not self._stopping.is_set():
            self._done(self._hearing, lambda: self._listen(client))

    def _done(self, link: "_Link", work: Callable[[], object]) -> bool:
        """Whether this could be done; if not, it may be tried again now, after a pause."""
        try:
            work()
        except Exception as error:
            if not isinstance(error, AWAY):
                log.exception("news between processes stumbled")
            self._stopping.wait(link.failed(str(error)))
            return False
        return True

    def _listen(self, client: redis.Redis) -> None:
        subscription: PubSub
        with client.pubsub() as subscription:  # type: ignore[no-untyped-call]
            subscription.subscribe(self._channel)
            unanswered = 0
            while not self._stopping.is_set():
                message = subscription.get_message(timeout=PING_SECONDS)
                if message is not None:
                    unanswered = 0
                    self._received(message["type"], message["data"])
                elif unanswered == MOST_UNANSWERED:
                    raise redis.TimeoutError("no answer to a ping")
                else:
                    unanswered += 1
                    subscription.ping()

    def _received(self, kind: str, told: Any) -> None:
        match kind:
            case "subscribe":
                self._hearing.works()
                self._in.lose()
            case "message" if not told.startswith(self._own):
                self._open(told)

    def _open(self, told: bytes) -> None:
        try:
            envelope = decode(told)
        except ValueError as error:
            log.warning("news from another process could not be read", reason=str(error), begins=told[:60])
            return
        for news in envelope.news:
            if isinstance(news, Look):
                self._in.lose()
            else:
                self._in.put(news)

    def _tell(self, _client: redis.Redis) -> None:
        """Listeners have a thread of their own: however long they take, Redis is heard and doesn't hang up on us."""
        while not self._stopping.is_set():
            self._in.wait(HEARTBEAT_SECONDS)
            if self._in.lost():
                for callback in self._on_return:
                    _guarded(callback)
            for news in self._in.take(MOST_AT_ONCE):
                for listener in self._listeners:
                    _guarded(listener, news)


class _Link:
    """One direction of the way to Redis: whether it works, and how long to pause before the next try."""

    def __init__(self, direction: str) -> None:
        self.up = False
        self._direction = direction
        self._complained = False
        self._pause = FIRST_PAUSE_SECONDS

    def works(self) -> None:
        if self._complained:
            log.info("news between processes flow again", direction=self._direction)
        self.up, self._complained, self._pause = True, False, FIRST_PAUSE_SECONDS

    def failed(self, reason: str) -> float:
        """How many seconds to pause."""
        if not self._complained:
            log.warning("Redis is away: other processes hear news late", direction=self._direction, reason=reason)
        self.up, self._complained = False, True
        pause, self._pause = self._pause, min(2 * self._pause, LONGEST_PAUSE_SECONDS)
        return pause


def _guarded(call: Callable[..., None], *what: Any) -> None:
    try:
        call(*what)
    except Exception:
        log.exception("news from another process could not be taken in")


def _client(url: str) -> redis.Redis:
    """Raises ValueError when the address can't be one of a Redis."""
    return redis.Redis.from_url(
        url,
        # Trying again is ours to do: the library's way would say nothing of what was missed meanwhile.
        retry=Retry(NoBackoff(), 0),
        socket_timeout=SOCKET_SECONDS,
        socket_connect_timeout=SOCKET_SECONDS,
        protocol=2,
    )
