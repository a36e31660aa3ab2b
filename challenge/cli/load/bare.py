"""The same phones against a bare socket.io server on Node.js: what the protocol alone costs on this machine."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from challenge.cli.load import servers
from challenge.cli.load.machine import cores
from challenge.cli.load.recording import Script
from challenge.cli.load.servers import Server
from challenge.config import ROOT, environment

PROGRAM = Path(__file__).with_name("bare_server.mjs")
SCRIPT = "bare-script.json"


def lacks() -> str | None:
    """What a comparison needs and this machine has not, or None."""
    if node() is None:
        return "Node.js, which is not on the PATH"
    if not (ROOT / "node_modules" / "socket.io").is_dir():
        return "socket.io in node_modules (npm ci brings it, and so does python3 run.py test)"
    return None


def node() -> str | None:
    """The Node.js of this machine, or the one that the set-up brought."""
    return shutil.which("node") or shutil.which("node", path=str(ROOT / ".venv" / "bin"))


@contextmanager
def running(script: Script, folder: Path, *, grace_ms: int) -> Iterator[Server]:
    """The bare server, saying what our own said; on the first core, as our own with one process."""
    (folder / SCRIPT).write_text(json.dumps({**asdict(script), "grace_ms": grace_ms}), encoding="utf-8")
    port = servers.free_port()
    command = [node() or "node", str(PROGRAM), str(port), str(folder / SCRIPT)]
    with servers.running(
        command, port=port, environ=environment(), log=folder / "bare.log", cores=cores()[:1]
    ) as server:
        yield server
