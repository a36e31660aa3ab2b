"""The program as it serves, in a process of its own: `python -m tests.live.program MODE HOST PORT READY_FD CHANGES`.

The real command's own parts, without asking for the browser's files; CHANGES are settings as JSON. The clock of this
machine is as many milliseconds ahead as TEST_CLOCK_WRONG_MS says.
"""

import json
import os
import sys
import time
from dataclasses import replace

from challenge import aio


def main(mode: str, host: str, port: str, ready: str, changes: str) -> None:
    set_clock_wrong(int(os.environ.get("TEST_CLOCK_WRONG_MS", "0")))
    aio.patch(mode)
    from challenge.cli import serve

    settings = replace(serve.this_settings(), async_mode=mode, **json.loads(changes))
    with (
        serve.listening(host, int(port), settings) as listener,
        serve.application_for(settings, listener) as application,
    ):
        os.write(int(ready), str(listener.getsockname()[1]).encode())
        os.close(int(ready))
        serve.serve_until_stopped(application, listener)


def set_clock_wrong(ahead_ms: int) -> None:
    """Let this program believe that it is later than it is."""
    right = time.time_ns
    if ahead_ms:
        time.time_ns = lambda: right() + ahead_ms * 1_000_000
        time.time = lambda: time.time_ns() / 1_000_000_000


if __name__ == "__main__":
    main(*sys.argv[1:])
