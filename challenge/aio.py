"""Which async library runs: the only module that names it.

After `patch("eventlet")` or `patch("gevent")` the standard library's threads, locks, queues and sleeps are green, so
the rest of the program uses those and works the same with real threads.
"""

import contextlib
import errno
import gc
import os
import signal
import socket
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from challenge.config import AsyncMode, Settings

SPARE_FILES = 128
"""Open files that are not phones: the database, Redis, templates, logs."""
OUT_OF_ROOM = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.ECONNABORTED)
OUT_OF_ROOM_SECONDS = 0.05
EAGER_MS = 1
P = ParamSpec("P")
T = TypeVar("T")


def patch(mode: AsyncMode) -> None:
    """Prepare the process for `mode`. Call it first, before anything that opens sockets or makes locks is imported."""
    # Without this psycopg waits in C and freezes every green thread for the length of each query.
    os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")
    if mode == "eventlet":
        _patch_for_eventlet()
    if mode == "gevent":
        from gevent import monkey

        monkey.patch_all()


def wait_briefly_for_postgresql() -> None:
    """Let a green thread wait a moment for PostgreSQL itself, before it lets the others have a turn.

    A server nearby answers within a fraction of a millisecond. Whoever lets others go first gets its turn again when
    thousands of phones had theirs, and a batch of answers has half a dozen questions to ask.
    """
    if not _eventlet_is_at_work():
        return
    from psycopg import waiting

    if waiting.wait is waiting.wait_selector:
        waiting.wait = cast(Any, _wait_eagerly)


def _eventlet_is_at_work() -> bool:
    if "eventlet" not in sys.modules:
        return False
    from eventlet import patcher

    return bool(patcher.is_monkey_patched("select"))


def _wait_eagerly(generator: Any, file: int, *limits: Any, **more: Any) -> Any:
    from psycopg import waiting

    return waiting.wait_selector(_eager(generator, file), file, *limits, **more)


def _eager(generator: Any, file: int) -> Any:
    """The same generator, which asks to be waited for only when a moment was not enough."""
    from eventlet import patcher

    select = patcher.original("select")
    moment = select.poll()
    try:
        wanted = next(generator)
        while True:
            moment.register(file, sum(flag for bit, flag in ((1, select.POLLIN), (2, select.POLLOUT)) if wanted & bit))
            found = moment.poll(EAGER_MS)
            came = found[0][1] if found else 0
            # What is neither is an error of the connection: reading finds out which.
            ready = (1 if came & ~select.POLLOUT else 0) | (2 if came & select.POLLOUT else 0)
            wanted = generator.send(ready or (yield wanted))
    except StopIteration as done:
        return done.value


def offload(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` returns or raises, worked out by a real thread while the green threads go on.

    Only for what works by itself: locks, queues, sockets and the database are green, and stay with their own thread.
    """
    if _eventlet_is_at_work():
        from eventlet import tpool

        return cast(T, tpool.execute(work, *args, **kwargs))
    if _gevent_is_at_work():
        import gevent

        # What is raised in its threads gevent would also print.
        result, error = gevent.get_hub().threadpool.apply(_outcome, (work, args, kwargs))
        if error is not None:
            raise error
        return cast(T, result)
    return work(*args, **kwargs)


def _outcome(work: Callable[..., T], args: Any, kwargs: Any) -> tuple[T | None, Exception | None]:
    try:
        return work(*args, **kwargs), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again
        return None, error


def _gevent_is_at_work() -> bool:
    if "gevent" not in sys.modules:
        return False
    from gevent import monkey

    return bool(monkey.is_module_patched("threading"))


def listen(host: str, port: int, settings: Settings) -> socket.socket:
    """A listening socket. Raises OSError when the address can't be had."""
    return _listening(_bound(host, port, socket.SO_REUSEADDR), settings)


def hold(host: str, port: int) -> socket.socket:
    """Keep a port for `listen_beside` without listening on it; port 0 takes a free one. Raises OSError."""
    # Without this question two starts of ours would share the port, each with half of the phones.
    with _bound(host, port, socket.SO_REUSEADDR) as question:
        port = question.getsockname()[1]
    return _bound(host, port, socket.SO_REUSEADDR, _reuse_port())


def listen_beside(host: str, port: int, settings: Settings) -> socket.socket:
    """A listening socket on a port where our other processes listen too: the system deals the phones out."""
    return _listening(_bound(host, port, socket.SO_REUSEADDR, _reuse_port()), settings)


def serve(app: Any, listener: socket.socket, settings: Settings) -> None:
    """Serve a WSGI application on `listener` until Ctrl-C or SIGTERM, then return at once.

    Phones come back by themselves and send again what was not acknowledged: nobody needs to be waited for.
    """
    app, files = _without_deflate(app), allow_files()
    if settings.database_url.startswith("postgresql"):
        wait_briefly_for_postgresql()
    settle_memory()
    match settings.async_mode:
        case "eventlet":
            _serve_eventlet(app, listener, most=min(settings.connections, files - SPARE_FILES))
        case "gevent":
            # Its web sockets have a second handle each.
            _serve_gevent(app, listener, most=min(settings.connections, (files - SPARE_FILES) // 2))
        case "threading":
            _serve_threads(app, listener)


def allow_files() -> int:
    """Let this process open as many files as the system allows; returns how many. Each phone is one."""
    if sys.platform == "win32":
        return sys.maxsize
    import resource

    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        allowed = most
    return sys.maxsize if allowed == resource.RLIM_INFINITY else allowed


def _patch_for_eventlet() -> None:
    # Eventlet announces its retirement by a warning class of its own, at import.
    warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
    # Its own name server client is slow to import, and nothing here looks up names while it serves.
    os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
    # What is offloaded computes: more real threads would only keep the green ones from their turns, and wait for locks
    # that the standard library made green.
    os.environ.setdefault("EVENTLET_THREADPOOL_SIZE", "1")
    import eventlet

    eventlet.monkey_patch()

    # Green threads all run on this thread, which is traced already if a debugger or a coverage tool is at work.
    # Without this each new one would install its tracer once more, and the older ones would be traced no longer.
    import threading

    threading.settrace(None)


def _reuse_port() -> int:
    if not hasattr(socket, "SO_REUSEPORT"):
        raise OSError(errno.ENOPROTOOPT, "this system lets no two processes listen on one port")
    return socket.SO_REUSEPORT


def _bound(host: str, port: int, *options: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        for option in options:
            bound.setsockopt(socket.SOL_SOCKET, option, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def _listening(bound: socket.socket, settings: Settings) -> socket.socket:
    try:
        bound.listen(settings.backlog)
    except OSError:
        bound.close()
        raise
    return bound


def _without_deflate(app: Any) -> Any:
    """Compressing each message would cost 90 KiB of memory a phone, for messages of a few hundred bytes."""

    def uncompressed(environ: dict[str, Any], start_response: Any) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return app(environ, start_response)

    return uncompressed


def settle_memory() -> None:
    """What is loaded by now stays to the end: no need to search it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)


def _serve_eventlet(app: Any, listener: socket.socket, *, most: int) -> None:
    import eventlet
    from eventlet import hubs, wsgi

    class Pool(eventlet.GreenPool):  # type: ignore[misc]
        def waitall(self) -> None:
            """Open sockets would be waited for until the last phone goes home."""

    class Small(wsgi.HttpProtocol):  # type: ignore[misc]
        """A phone keeps its buffers as long as it is here, and reads and writes a few hundred bytes."""

        rbufsize = wbufsize = 2_048

    # A signal interrupts whichever green thread runs; only the one that serves ends when it is interrupted. An idle
    # hub sleeps on after a signal, for up to a minute, so it is woken by what the signal writes into a socket.
    serving, (told, tell) = eventlet.getcurrent(), socket.socketpair()

    def stop_when_told() -> None:
        told.recv(1)
        hubs.get_hub().schedule_call_global(0, serving.throw, KeyboardInterrupt)

    signal.set_wakeup_fd(tell.fileno())
    _on_stop(lambda *_: None)
    eventlet.spawn_n(stop_when_told)
    with told, tell:
        with contextlib.suppress(KeyboardInterrupt):
            # `socketio.run()` would hold 1,024 connections and let the next phones hang.
            wsgi.server(Patient(listener), app, custom_pool=Pool(most), protocol=Small, log_output=False, debug=False)
        signal.set_wakeup_fd(-1)


class Patient:
    """A listener that outlives a moment without room: eventlet's server would end for good at the first such error."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listener, name)

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection, as soon as there is room for it."""
        while True:
            try:
                return self._listener.accept()
            except OSError as error:
                if error.errno not in OUT_OF_ROOM:
                    raise
            time.sleep(OUT_OF_ROOM_SECONDS)


def _serve_gevent(app: Any, listener: socket.socket, *, most: int) -> None:
    import gevent
    from gevent.event import Event
    from gevent.pool import Pool
    from gevent.pywsgi import WSGIServer

    class Whole(gevent.socket.socket):  # type: ignore[misc]
        """Sends all or nothing: the web sockets don't ask how much of a message went out."""

        def send(self, data: Any, *arguments: Any, **more: Any) -> int:
            rest = memoryview(data).cast("B")
            while rest:
                rest = rest[super().send(rest, *arguments, **more) :]
            return len(data)

    class Server(WSGIServer):  # type: ignore[misc]
        def handle(self, client: Any, address: Any) -> None:
            with Whole(client.family, client.type, client.proto, fileno=client.detach()) as whole:
                super().handle(whole, address)

    stopped = Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(each, stopped.set)
    server = Server(listener, app, spawn=Pool(most), log=None)
    server.start()
    stopped.wait()
    server.close()


def _serve_threads(app: Any, listener: socket.socket) -> None:
    from werkzeug.serving import make_server

    _on_stop(_interrupt)
    host, port = listener.getsockname()[:2]
    with contextlib.suppress(KeyboardInterrupt):
        make_server(host, port, app, threaded=True, fd=listener.fileno()).serve_forever()


def _on_stop(handler: Callable[..., Any]) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, handler)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt
