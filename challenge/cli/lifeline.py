"""The line between a worker and the process that looks after it: whoever is left alone notices at once.

The worker's end. It works with green threads and with real ones, and needs no signal that could get lost: when the
other process dies, however it dies, the system closes its end.
"""

import contextlib
import os
import signal
import socket
import threading

READY = b"ready"


class Lifeline:
    """A worker's end of the line, inherited as an open file."""

    def __init__(self, handle: int) -> None:
        self._line = socket.socket(fileno=handle)
        self._line.set_inheritable(False)

    def end_with_the_parent(self) -> None:
        """From now on, stop as if told so when the other end is gone."""
        threading.Thread(target=self._watch, name="lifeline", daemon=True).start()

    def tell_ready(self) -> None:
        """Say that phones can come. A parent that is gone doesn't hear it, and that is noticed elsewhere."""
        with contextlib.suppress(OSError):
            self._line.sendall(READY)

    def _watch(self) -> None:
        with contextlib.suppress(OSError):
            while self._line.recv(16):
                pass
        os.kill(os.getpid(), signal.SIGTERM)
