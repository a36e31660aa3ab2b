"""A host at the console and a big screen, as light as the phones."""

import re
from itertools import count
from secrets import token_hex

from challenge.cli.load.conversation import Conversation
from challenge.cli.load.wire import Wire

STATE, DONE, REFUSED, STALE = b"state", b"done", b"refused", b"stale"
_STATE = re.compile(rb'"state":"(\w+)"')
_VERSION = re.compile(rb'"version":(\d+)')
_ID = re.compile(rb'"id":"([^"]+)"')
_CODE = re.compile(rb'"code":"(\w+)"')


class Watcher(Conversation):
    """Somebody who looks at a sitting. A console of ten thousand teams is megabytes: only what is needed is read.

    version, state: of the sitting and its round, as last heard. pictures: how many came. trouble: why nothing comes.
    """

    __slots__ = ("pictures", "state", "trouble", "version")

    def __init__(
        self, wire: Wire, namespace: str, *, cookie: str = "", auth: dict[str, str] | dict[str, int] | None = None
    ) -> None:
        super().__init__(wire, namespace, cookie=cookie, auth=auth)
        self.version, self.pictures = -1, 0
        self.state = self.trouble = ""

    def event(self, name: bytes, payload: bytes, start: int, *, at: int) -> None:
        """The server said something."""
        if name == STATE:
            self.pictures += 1
            self._learn(payload, start)

    def turned_away(self, reason: str) -> None:
        """Not let in."""
        self.trouble = reason

    def lost(self) -> None:
        """Cut off."""
        self.trouble = "the connection was lost"

    def _learn(self, payload: bytes, start: int) -> None:
        version, state = _VERSION.search(payload, start), _STATE.search(payload, start)
        if version and int(version[1]) >= self.version:
            self.version = int(version[1])
            self.state = state[1].decode() if state else self.state


class Host(Watcher):
    """Presses the buttons. A press that came too late for its version is pressed again."""

    __slots__ = ("_name", "_pressed", "_run", "_serial", "outcome")

    def __init__(self, wire: Wire, *, cookie: str, sitting: int) -> None:
        super().__init__(wire, "/host", cookie=cookie, auth={"sitting": sitting})
        self._run, self._serial = token_hex(6), count()
        self._name = ""
        self._pressed = self.outcome = b""

    def press(self, name: str) -> None:
        """Give a command; `outcome` becomes `done`, or the code of the refusal."""
        self._name, self.outcome = name, b""
        self._pressed = f"{self._run}-{next(self._serial)}".encode()
        data = b'{"id":"%b","version":%d,"name":"%b"}' % (self._pressed, self.version, name.encode())
        self.say("command", data)

    def event(self, name: bytes, payload: bytes, start: int, *, at: int) -> None:
        """The server said something."""
        if name not in (DONE, REFUSED):
            super().event(name, payload, start, at=at)
            if name == STATE and self.outcome == STALE:
                self.press(self._name)
            return
        found = _ID.search(payload, start)
        if found is None or found[1] != self._pressed:
            return
        if name == DONE:
            self._learn(payload, start)
            self.outcome = DONE
        else:
            code = _CODE.search(payload, start)
            self.outcome = code[1] if code else REFUSED
