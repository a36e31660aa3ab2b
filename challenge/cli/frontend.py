"""The files in static/vendor/ that browsers need and the project doesn't own: brought by npm, copied, never committed.

Knows what they are made from; a stamp of that says whether they are up to date.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

import click

from challenge.cli import node
from challenge.cli.terminal import long_step
from challenge.cli.trouble import Trouble, of_the_disk
from challenge.config import ROOT

SCRIPT = Path("socket.io-client/dist/socket.io.esm.min.js")
FONT = Path("@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2")


@click.command()
def frontend() -> None:
    """Make the files in static/vendor/."""
    build()


def ready(root: Path = ROOT) -> bool:
    """Whether static/vendor/ is there and up to date."""
    stamp = _vendor(root) / "made-from"
    return stamp.exists() and stamp.read_text() == _recipe(root)


def build(root: Path = ROOT) -> None:
    """Make static/vendor/ anew unless it is up to date. Raises Trouble with the remedy."""
    if ready(root):
        return
    try:
        node.bring(node.Packages.PROGRAM, root)
        with long_step("Making the maths font for phones …"):
            _make(root)
    except OSError as error:
        raise of_the_disk(error, Path(error.filename or _vendor(root))) from error


def _make(root: Path) -> None:
    from challenge.cli import mathsfont  # the font tools take a third of a second to import

    vendor, modules = _vendor(root), root / "node_modules"
    vendor.mkdir(parents=True, exist_ok=True)
    _replace(vendor / "socket.io.esm.min.js", _without_source_map((modules / SCRIPT).read_bytes()))
    font = mathsfont.build(modules / FONT)
    if len(font) > mathsfont.MOST_BYTES:
        raise Trouble(f"The maths font came out at {len(font)} bytes; phones are promised {mathsfont.MOST_BYTES}.")
    _replace(vendor / "maths.woff2", font)
    _replace(vendor / "made-from", _recipe(root).encode())


def _vendor(root: Path) -> Path:
    return root / "static" / "vendor"


def _without_source_map(script: bytes) -> bytes:
    """The map isn't served, so the line that names it would make a browser ask in vain."""
    return re.sub(rb"\n//# sourceMappingURL=.*\s*$", b"\n", script)


def _replace(path: Path, content: bytes) -> None:
    """Put the whole file there or leave the old one: a reader never meets half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _recipe(root: Path) -> str:
    """What the files are made from, in one line: the locked packages and the two modules that make them."""
    here = Path(__file__).parent
    sources = (root / "package-lock.json", here / "frontend.py", here / "mathsfont.py")
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
