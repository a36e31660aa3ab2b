"""The key that signs the cookies: drawn once, kept in the instance folder where only its owner can read it."""

import os
import secrets
from pathlib import Path

from challenge.cli.trouble import of_the_disk


def secret_key(instance: Path) -> str:
    """The key of this installation, made now if there is none. Raises Trouble."""
    path = instance / "secret.key"
    try:
        instance.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise of_the_disk(error, path) from error


def _make(path: Path) -> None:
    """Write it whole under another name, then link it into place: of two starts at once, one key wins."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(new, path)
    finally:
        new.unlink(missing_ok=True)


def _put_in_place(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:  # a disk without links
        new.replace(path)
