"""The real door: each phone shows its team's card, gets its pass, and goes on to the web socket."""

from collections import Counter
from collections.abc import Sequence

from challenge.cli.load import pages
from challenge.cli.load.pages import Page
from challenge.cli.load.phone import Phone
from challenge.cli.load.phones import AT_ONCE, Phones
from challenge.cli.load.wire import Line

PASS_COOKIE = "pass"  # noqa: S105 - its name, not its value
FOUND, OK = 302, 200
MOST_TRIES, AGAIN_SECONDS = 5, 1.0


class Door:
    """Where the phones of a crowd come in, each with its team's code. problems: why some stay outside."""

    def __init__(self, phones: Phones, codes: Sequence[str]) -> None:
        self._phones, self._codes = phones, codes
        self.problems: Counter[str] = Counter()

    def let_in(self, *, seconds: float, at_once: int = AT_ONCE) -> bool:
        """Let everybody in, not more than `at_once` at a time; whether all were present in time."""
        coming = iter(zip(self._phones.all, self._codes, strict=True))
        crowd, outside = self._phones.crowd, self.problems
        started = 0

        def done() -> bool:
            nonlocal started
            while started - crowd.present - outside.total() < at_once and (next_one := next(coming, None)) is not None:
                _Visit(self, *next_one).knock()
                started += 1
            return crowd.present + outside.total() >= len(self._phones.all)

        return self._phones.until(done, seconds=seconds) and self._phones.everybody_in()


class _Visit(Line):
    """One phone at the door: the card's page, its button, the pass."""

    __slots__ = ("_came", "_code", "_door", "_host", "_phone", "_request", "_tries")

    def __init__(self, door: Door, phone: Phone, code: str) -> None:
        super().__init__(phone.wire)
        self._door, self._phone, self._code = door, phone, code
        self._host = self._came = self._request = b""
        self._tries = 0

    def knock(self) -> None:
        """Ask for the card's page."""
        host, port = self._phone.address
        self._came, self._tries = b"", self._tries + 1
        self._request = pages.get(f"{host}:{port}", f"/t/{self._code}")
        self.open(host, port)

    def opened(self) -> None:
        """The connection stands: say what there is to say."""
        self._phone.begin()
        self.send(self._request)

    def heard(self, data: bytes, _at: int) -> None:
        """A part of a page came."""
        self._came += data
        page = pages.read(self._came)
        if page is None:
            return
        self._came = b""
        if page.status == FOUND and PASS_COOKIE in page.cookies:
            self.cut()
            self._phone.carry(page.cookies[PASS_COOKIE])
            self._phone.connect()
        elif page.status == OK and page.csrf_token:
            self._press(page)
        else:
            self._try_again(f"the door answered {page.status}")

    def lost(self) -> None:
        """The server hung up."""
        self._try_again("the door did not answer")

    def _press(self, page: Page) -> None:
        host, port = self._phone.address
        fields = {"csrf_token": page.csrf_token}
        self._request = pages.post(f"{host}:{port}", f"/t/{self._code}", fields, cookies=page.cookies)
        if page.closes:
            self.open(host, port)
        else:
            self.send(self._request)

    def _try_again(self, why: str) -> None:
        self.cut()
        if self._tries < MOST_TRIES:
            self.wire.later(AGAIN_SECONDS, self.knock)
        else:
            self._door.problems[why] += 1
