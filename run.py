#!/usr/bin/env python3
"""The one command: `python3 run.py` sets everything up and serves; `python3 run.py test` runs the tests.

Knows only which Python it needs. It keeps to words that an old Python can read, so that it can say that it is too
old; the setting up is in challenge/cli/bootstrap.py, which like this file uses nothing but the standard library.
"""

import os
import sys

OLDEST = (3, 11)


def wrong_python(version: "tuple[int, ...]") -> "str | None":
    """What to say to somebody who runs this with a Python that is too old, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    oldest = ".".join(map(str, OLDEST))
    return (
        f"The FE Maths Challenge needs Python {oldest} or newer, and this is Python {version[0]}.{version[1]}.\n"
        "Install a newer one from https://www.python.org/downloads/ (Debian and Ubuntu: apt install python3),\n"
        f"then start it by its name, for instance: python{oldest} run.py"
    )


def main() -> None:
    """Check this Python, then let the program set itself up and start."""
    message = wrong_python(tuple(sys.version_info[:2]))
    if message:
        sys.exit(message)
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from challenge.cli import bootstrap

    sys.exit(bootstrap.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
