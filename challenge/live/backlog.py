"""A bounded queue of news between threads, that drops the oldest rather than block, and remembers that it did."""

import threading
from collections import deque
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Backlog(Generic[T]):
    """Many put, one takes. Without a lock: each step is atomic by itself, so `put` never waits for anybody."""

    def __init__(self, most: int) -> None:
        self._items: deque[T] = deque()
        self._most = most
        self._lost = False
        self._wake = threading.Event()

    def put(self, item: T) -> None:
        """Add one; when there is no room the oldest is lost."""
        self._items.append(item)
        if len(self._items) > self._most:
            with suppress(IndexError):
                self._items.popleft()
            self._lost = True
        if not self._wake.is_set():
            self._wake.set()

    def lose(self) -> None:
        """Something that should have come by here is lost."""
        self._lost = True
        self._wake.set()

    def wake(self) -> None:
        """Let the one who waits look up."""
        self._wake.set()

    def wait(self, seconds: float) -> None:
        """Wait until something is there or was lost, but no longer than this."""
        self._wake.wait(seconds)

    def take(self, most: int) -> list[T]:
        """The oldest ones, at most so many."""
        # What is put from here on wakes the next wait; what was put before is taken now.
        self._wake.clear()
        taken: list[T] = []
        while self._items and len(taken) < most:
            taken.append(self._items.popleft())
        if self._items:
            self._wake.set()
        return taken

    def lost(self) -> bool:
        """Whether something was lost since this was asked last."""
        if not self._lost:
            return False
        self._lost = False
        return True
