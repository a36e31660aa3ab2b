"""A whole program on a throw-away database, and browsers that knock at its doors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from challenge.app import Application, create_app
from challenge.models import Entry, Sitting, SittingHost, Staff
from challenge.services import hosting, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.clockwork import BEAT_MS
from challenge.services.hosting import Obeyed, Order, OrderName
from challenge.services.responding import Outcome
from challenge.web.doorkeeper import Doorkeeper
from challenge.web.wiring import Wiring, wire
from tests import builders
from tests.builders import NOON
from tests.services.playing import keep_time
from tests.web.pages import Page


@dataclass(frozen=True)
class Told:
    """What people in a room know of a sitting."""

    id: int
    code: str
    door_key: str
    screen_key: str


@dataclass
class Browser:
    """A browser with its own cookies, which sends the forms of the pages that it was shown."""

    client: FlaskClient
    secure: bool = False
    _token: str = ""

    def get(self, address: str, **headers: str) -> TestResponse:
        return self.client.get(address, headers=headers, base_url=self.origin)

    def head(self, address: str) -> TestResponse:
        return self.client.head(address, base_url=self.origin)

    def post(self, address: str, **fields: Any) -> TestResponse:
        return self.client.post(address, data={"csrf_token": self.token, **fields}, base_url=self.origin)

    def answer(self, message: Any, **headers: str) -> TestResponse:
        """Send an answer as the phone's script does."""
        return self.client.post("/play/answer", json=message, headers={"X-CSRFToken": self.token, **headers})

    @property
    def origin(self) -> str:
        return "https://localhost" if self.secure else "http://localhost"

    @property
    def token(self) -> str:
        if not self._token:
            self._token = Page(self.get("/join").text).value("csrf_token")
        return self._token

    def cookie(self, name: str) -> str | None:
        found = self.client.get_cookie(name)
        return found.value if found else None


@dataclass
class House:
    """The program, its clock, the organiser who started it, and one sitting."""

    app: Application
    organiser: StaffIdentity
    now: int = NOON
    here: Told = field(init=False)

    def __post_init__(self) -> None:
        self.wiring = replace(
            self.wiring,
            now=lambda: self.now,
            doorkeeper=Doorkeeper(None, slow_seconds=0),
            aside=lambda work, *arguments: work(*arguments),
        )
        self.here = self.sitting()

    @property
    def wiring(self) -> Wiring:
        found: Wiring = self.app.flask.extensions["challenge"]
        return found

    @wiring.setter
    def wiring(self, changed: Wiring) -> None:
        wire(self.app.flask, changed)

    def answer_with(self, outcome: Outcome) -> None:
        """Let every answer that comes by HTTPS have this outcome."""
        self.wiring = replace(self.wiring, submit=lambda _identity, _data: outcome)

    @contextmanager
    def changing(self) -> Iterator[Session]:
        with self.app.database.transaction() as db:
            yield db

    def sitting(self, **changes: object) -> Told:
        with self.changing() as db:
            made = builders.sitting(db, self.organiser, **changes)
            return Told(made.id, made.code, made.door_key, made.screen_key)

    def change_sitting(self, told: Told, **changes: object) -> None:
        with self.changing() as db:
            for name, value in changes.items():
                setattr(db.get_one(Sitting, told.id), name, value)

    def team_code(self, told: Told, name: str = builders.TEAMS[0]) -> str:
        """The code of a team that came in on another phone."""
        with self.changing() as db:
            joined = builders.team(db, db.get_one(Sitting, told.id), name)
            return db.get_one(Entry, joined.entry_id).team.code

    def teams(self, told: Told) -> list[str]:
        with self.app.database.reading() as db:
            return [entry.team.name for entry in db.query(Entry).filter_by(sitting_id=told.id, removed_at=None)]

    def order(self, told: Told, name: OrderName, **needs: Any) -> None:
        """Carry out what a host orders."""
        with self.changing() as db:
            version = db.get_one(Sitting, told.id).version
            order = Order(str(uuid4()), version, name, **needs)
            done = hosting.obey(db, order, by=self.organiser, sitting_id=told.id, now=self.now)
            assert isinstance(done, Obeyed), done

    def pass_time(self, milliseconds: int) -> None:
        """Let the clock run, and the engine do what is due; it beats often, or it would give the time back."""
        for _ in range(milliseconds // BEAT_MS):
            self.now += BEAT_MS
            with self.changing() as db:
                keep_time(db, now=self.now)

    def browser(self) -> Browser:
        return Browser(self.app.flask.test_client(), secure=self.app.settings.https)

    def phone(self, told: Told, name: str = "Ratio Gaga", **fields: str) -> Browser:
        """A phone that plays in a sitting."""
        browser = self.browser()
        assert browser.post(f"/join/{told.code}", name=name, **fields).location == "/play"
        return browser

    def host_of(self, *run: Told) -> Browser:
        """The signed-in browser of a teacher who runs these sittings and no other."""
        with self.changing() as db:
            person = Staff(name="Ms Carter", role=Role.HOST.value)
            db.add(person)
            db.flush()
            db.add_all(SittingHost(sitting_id=told.id, staff_id=person.id) for told in run)
            link = sittings.make_link(db, person.id, now=self.now)
        return self._signed_in(link)

    def organisers_browser(self) -> Browser:
        return self._signed_in(self.link())

    def link(self) -> str:
        """The token of a new one-time link for the organiser."""
        with self.changing() as db:
            return sittings.make_link(db, self.organiser.staff_id, now=self.now)

    def _signed_in(self, token: str) -> Browser:
        browser = self.browser()
        assert browser.post(f"/host/sign-in/{token}").location == "/host"
        return browser


def open_house(folder: Path, season: Path, **changes: object) -> House:
    """A program on a copy of the database `season`."""
    settings = builders.settings(folder, **changes)
    (folder / "test.sqlite3").write_bytes(season.read_bytes())
    app = create_app(settings)
    # Each program would translate the same templates again; most of the tests' time went there.
    app.flask.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(season.parent))
    with app.database.reading() as db:
        person = db.query(Staff).one()
        organiser = StaffIdentity(person.id, person.name, Role(person.role))
    return House(app, organiser)
