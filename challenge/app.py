"""The application: the one place where everything is wired."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Flask
from flask_socketio import SocketIO
from flask_wtf import CSRFProtect
from socketio import WSGIApp
from werkzeug.middleware.proxy_fix import ProxyFix

from challenge.aside import aside
from challenge.config import ROOT, Settings
from challenge.live import json, messages, namespace
from challenge.live.broadcast import Broadcast
from challenge.live.bus import Bus
from challenge.live.clock import Clock
from challenge.live.engine import Engine
from challenge.live.frames import Frames
from challenge.live.inbox import Inbox
from challenge.live.namespace import Doors
from challenge.live.neighbours import Neighbours
from challenge.live.pulse import Pulse
from challenge.live.rooms import Rooms
from challenge.rules.refusal import Refused
from challenge.services.access import TeamIdentity
from challenge.services.responding import Arrival, Outcome
from challenge.services.scenes import Scene
from challenge.services.transaction import Database
from challenge.services.views import Addresses
from challenge.web.assets import register_assets
from challenge.web.authoring import authoring
from challenge.web.compression import register_compression
from challenge.web.doorkeeper import Doorkeeper
from challenge.web.exporting import exporting
from challenge.web.hosting import hosting
from challenge.web.importing import allow_files, importing
from challenge.web.play import play
from challenge.web.practice import practice
from challenge.web.public import public, register_errors
from challenge.web.qr import qr_svg
from challenge.web.quizzes import quizzes
from challenge.web.results import results
from challenge.web.screens import screens
from challenge.web.security import register_headers
from challenge.web.staff import register_login, staff_of
from challenge.web.tarsias import tarsias
from challenge.web.wiring import Wiring, pass_of, wire

MOST_BODY = 256 * 1_024
MOST_SOCKET_MESSAGE = 64 * 1_024
BLUEPRINTS = (
    public, play, practice, hosting, quizzes, importing, exporting, authoring, tarsias, results, screens,
)  # fmt: skip
PING_SECONDS, PING_PATIENCE_SECONDS = 8, 6
"""A dead phone is noticed within 14 seconds; the library's own 25 and 20 would leave it 45."""
ANSWER_PATIENCE_SECONDS = 5.0
Now = Callable[[], int]


class Part(Protocol):
    """Something that runs beside the doors."""

    def start(self) -> None:
        """Run, for as long as the process does."""


@dataclass(frozen=True, slots=True)
class Application:
    """The wired program. Start it once, in the process that serves."""

    settings: Settings
    flask: Flask
    socketio: SocketIO
    database: Database
    engine: Engine
    parts: tuple[Part, ...]

    def start(self) -> None:
        """Let the clock, the writer, the news and the rounds run."""
        for part in (*self.parts, self.engine):
            part.start()

    def stop(self) -> None:
        """Let others keep the rounds' time, and let the database go."""
        self.engine.stop()
        self.database.engine.dispose()


def create_app(settings: Settings) -> Application:
    """Wire the program for these settings; nothing runs yet."""
    flask, database = _flask(settings), Database(settings.database_url)
    socketio = _socketio(flask, settings)
    _trust_proxies(flask, settings)
    clock, rooms, server = Clock(database), Rooms(settings.process), socketio.server
    pulse = Pulse(server.eio)
    frames = Frames(server, pulse, ready=settings.ready_frames)
    bus = Bus(settings.redis_url, process=settings.process, channel=f"challenge:{database.fingerprint()}")
    # The other processes first: telling those who are here takes its time.
    database.subscribe(bus.publish)
    broadcast = Broadcast(server, frames, rooms, database=database, addresses=_addresses_for(settings), now=clock.now)
    inbox, engine = _inbox(settings, database, broadcast), _engine(settings, database, broadcast, now=clock.now)
    neighbours = Neighbours(bus, rooms, broadcast=broadcast, engine=engine, now=clock.now)
    namespace.register(
        Doors(
            server=server,
            frames=frames,
            database=database,
            rooms=rooms,
            inbox=inbox,
            broadcast=broadcast,
            now=clock.now,
            most_credit_ms=settings.most_credit_ms,
            pass_of=pass_of,
            staff_of=lambda environ: staff_of(flask, environ),
        )
    )
    wire(flask, _wiring(settings, database, inbox, now=clock.now))
    return Application(settings, flask, socketio, database, engine, (clock, pulse, inbox, broadcast, neighbours))


def _inbox(settings: Settings, database: Database, broadcast: Broadcast) -> Inbox:
    return Inbox(
        database,
        size=settings.inbox_size,
        gather_ms=settings.gather_ms,
        most_credit_ms=settings.most_credit_ms,
        trouble=broadcast.trouble,
    )


def _engine(settings: Settings, database: Database, broadcast: Broadcast, *, now: Now) -> Engine:
    return Engine(
        database, holder=settings.process, now=now, trouble=broadcast.trouble, in_trouble=broadcast.in_trouble
    )


def _wiring(settings: Settings, database: Database, inbox: Inbox, *, now: Now) -> Wiring:
    return Wiring(
        settings=settings,
        database=database,
        doorkeeper=Doorkeeper(settings.redis_url),
        now=now,
        submit=lambda identity, data: _submitted(inbox, identity, data, now=now()),
        aside=aside,
    )


def _flask(settings: Settings) -> Flask:
    app = Flask(__name__, root_path=str(ROOT), template_folder="templates", static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MOST_BODY,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SECURE=settings.https,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.url_map.strict_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    allow_files(app)
    CSRFProtect(app)
    register_login(app)
    register_headers(app)
    register_compression(app)
    register_errors(app)
    register_assets(app, ROOT / "static")
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _socketio(flask: Flask, settings: Settings) -> SocketIO:
    pages = flask.wsgi_app
    socketio = SocketIO(
        flask,
        async_mode=settings.async_mode,
        # Handlers only put things into queues or read a little; in order of arrival is what an answer needs.
        async_handlers=False,
        manage_session=False,
        json=json,
        max_http_buffer_size=MOST_SOCKET_MESSAGE,
        # live/pulse.py looks after them, at a fraction of the cost.
        monitor_clients=False,
        ping_interval=PING_SECONDS,
        ping_timeout=PING_PATIENCE_SECONDS,
    )
    # Flask-SocketIO would copy the environ of each handshake, for handlers that want Flask; it stays in memory as long
    # as the phone is here, and our handlers don't.
    flask.wsgi_app = WSGIApp(socketio.server, pages)  # type: ignore[method-assign]
    return socketio


def _trust_proxies(flask: Flask, settings: Settings) -> None:
    """Believe what our own proxies say of address, scheme and host, and nobody else: anybody can write a header."""
    if (count := settings.proxies) > 0:
        flask.wsgi_app = ProxyFix(flask.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def _addresses_for(settings: Settings) -> Callable[[Scene], Addresses]:
    """Where phones come in: the address that was set or found at start; the QR code carries the sitting's door key."""

    def addresses(scene: Scene) -> Addresses:
        base = settings.public_url
        code, key = scene.sitting.code, scene.sitting.door_key
        return Addresses(join=f"{base}/join", qr=str(qr_svg(f"{base}/join/{code}?k={key}")))

    return addresses


def _submitted(inbox: Inbox, identity: TeamIdentity, data: object, *, now: int) -> Outcome:
    """An answer that came by HTTPS takes the same way as one by the socket."""
    message: Any = messages.parse("answer", data)
    if isinstance(message, Refused):
        return message
    arrival = Arrival(identity, message.id, message.question, message.answer, received_at=now, credit_ms=0)
    return inbox.submit(arrival, wait_seconds=ANSWER_PATIENCE_SECONDS)
