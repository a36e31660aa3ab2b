"""Setting up: makes `.venv`, installs the locked packages into it, and hands over to the command.

Standard library only: it runs before anything is installed. Knows the lock files and what was installed last; knows
nothing of the commands, except which of them need the tests' packages.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from challenge.cli.exclusive import exclusive
from challenge.cli.trouble import Trouble, of_pip, of_the_disk
from challenge.config import ROOT, environment

FETCHED = ("Collecting ", "Processing ")
"""How pip's line about one package begins, from the index and from the machine's own folder."""

PROGRAM, TESTS, NODE = "requirements.lock", "requirements-test.lock", "requirements-node.lock"


def run(arguments: Sequence[str]) -> int:
    """Set up what `arguments` need, then become the command. Returns only when something is in the way."""
    try:
        prepare(locks_for(arguments))
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Start again whenever you like; nothing is broken.")
        return 130
    return _become([str(python_of(ROOT / ".venv")), "-P", "-m", "challenge.cli", *arguments])


def locks_for(arguments: Sequence[str]) -> list[str]:
    """The lock files whose packages a command needs."""
    return [PROGRAM, TESTS] if arguments[:1] == ["test"] else [PROGRAM]


def prepare(locks: Sequence[str], root: Path = ROOT) -> None:
    """Bring `.venv` up to the lock files; quick and silent when it is already there.

    Raises Trouble with the remedy.
    """
    if not missing(locks, root):
        return
    try:
        with exclusive(root / "instance" / "setup.lock", _say_that_we_wait):
            _install_missing(locks, root)
    except OSError as error:
        raise of_the_disk(error, Path(error.filename or root)) from error


def missing(locks: Sequence[str], root: Path) -> list[str]:
    """Those of `locks` that differ from what `.venv` was last made from, or that it never finished."""
    venv = root / ".venv"
    if not python_of(venv).exists() or _unfinished(venv).exists():
        return list(locks)
    installed = _stamps(venv)
    return [lock for lock in locks if installed.get(lock) != _digest(root / lock)]


def python_of(venv: Path) -> Path:
    """The Python inside a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def say(text: str) -> None:
    """One message on the terminal, at once."""
    print(text, flush=True)


def _say_that_we_wait() -> None:
    say("Another start of this program is setting things up. Waiting for it to finish …")


def _install_missing(locks: Sequence[str], root: Path) -> None:
    wanted = missing(locks, root)
    if not wanted:
        return
    venv = root / ".venv"
    if _unusable(venv):
        _make(venv)
    _unfinished(venv).touch()
    for lock in wanted:
        _install(root / lock, venv)
    _unfinished(venv).unlink()
    say("The packages are ready.")


def _unusable(venv: Path) -> bool:
    """Whether a new environment has to be made: none there, half done, or its Python has gone."""
    if not python_of(venv).exists() or _unfinished(venv).exists():
        return True
    probe = subprocess.run([python_of(venv), "-m", "pip", "--version"], capture_output=True, check=False)
    return probe.returncode != 0


def _make(venv: Path) -> None:
    if refusal := _refuse_to_make():
        raise Trouble(refusal)
    say("Making .venv, a place of its own for this program's packages …")
    if venv.exists():
        shutil.rmtree(venv)
    made = subprocess.run([sys.executable, "-m", "venv", venv], capture_output=True, text=True, check=False)
    if made.returncode:
        shutil.rmtree(venv, ignore_errors=True)
        raise _venv_trouble(made.stdout + made.stderr)


def _refuse_to_make() -> str | None:
    """Debian ships Python without the parts that make an environment."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return None
    return _WITHOUT_VENV.format(*sys.version_info[:2])


_WITHOUT_VENV = (
    "This Python has no venv module, so the program can't keep its packages apart from the system's.\n"
    "Debian and Ubuntu: sudo apt install python3-venv   (or python{0}.{1}-venv)\n"
    "Elsewhere: install Python from https://www.python.org/downloads/. Then start again."
)


def _venv_trouble(output: str) -> Trouble:
    if "ensurepip" in output and "No space left" not in output:
        return Trouble(_WITHOUT_VENV.format(*sys.version_info[:2]))
    return of_pip(output)


def _install(lock: Path, venv: Path) -> None:
    total = sum(not line.startswith(" ") and "==" in line for line in lock.read_text().splitlines())
    say(f"Installing the {total} packages of {lock.name}; the first time takes a minute or two …")
    command = [str(python_of(venv)), "-m", "pip", "install", "--require-hashes", "--progress-bar", "off"]
    settings = {**environment(), "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1"}
    output = []
    with subprocess.Popen(
        [*command, "-r", str(lock)],
        env=settings,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=os.name == "nt",
    ) as pip:
        for line in pip.stdout or ():
            output.append(line)
            _show_progress(line, sum(text.startswith(FETCHED) for text in output))
    if pip.returncode:
        raise of_pip("".join(output))
    _remember(lock, venv)


def _show_progress(line: str, collected: int) -> None:
    if line.startswith(FETCHED) and (sys.stdout.isatty() or collected % 10 == 0):
        package = re.split("==|-[0-9]", Path(line.split()[1]).name)[0]
        say(f"  {collected:3}  {package}")
    elif line.startswith("Installing collected"):
        say("  All fetched. Putting them in their place …")


def _remember(lock: Path, venv: Path) -> None:
    stamps = {**_stamps(venv), lock.name: _digest(lock)}
    new = venv / "installed.json.new"
    new.write_text(json.dumps(stamps, indent=1))
    new.replace(venv / "installed.json")


def _stamps(venv: Path) -> dict[str, str]:
    try:
        stamps: dict[str, str] = json.loads((venv / "installed.json").read_text())
    except (OSError, ValueError):
        return {}
    return stamps


def _unfinished(venv: Path) -> Path:
    """A file that is there while packages are being put in place, and stays if that was interrupted."""
    return venv / "unfinished"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _become(command: Sequence[str]) -> int:
    settings = {**environment(), "PYTHONPATH": _with_root(environment().get("PYTHONPATH", ""))}
    if os.name != "nt":
        os.execve(command[0], list(command), settings)  # noqa: S606 - it takes this process's place
    return subprocess.call(command, env=settings)


def _with_root(path: str) -> str:
    """PYTHONPATH with this project in front: the commands run from whatever folder they were called in."""
    return os.pathsep.join(part for part in (str(ROOT), path) if part)
