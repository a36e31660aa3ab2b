"""What can be missing on somebody's machine, said in one sentence with its remedy.

Standard library only. Knows the words of the operating system and of pip and npm; decides nothing.
"""

import errno
import re
from pathlib import Path


class Trouble(Exception):  # noqa: N818 - it is somebody's trouble, not our error
    """Something outside the program stands in its way. Its text is for the person at the keyboard."""


def of_the_disk(error: OSError, path: Path) -> Trouble:
    """The sentence for a file that could not be read or written."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return Trouble(f"The disk is full: {path} could not be written. Free some space and start again.")
        case errno.EROFS:
            return Trouble(f"{path} is on a disk that can only be read. Copy the project to one that can be written.")
        case errno.EACCES | errno.EPERM:
            return Trouble(f"You may not write {path}. Change its owner or its permissions, or use another folder.")
        case _:
            return Trouble(f"{path} could not be used: {error.strerror or error}.")


_SYMPTOMS = (
    (
        r"No space left on device|ENOSPC|Disk quota exceeded",
        "The disk is full. Free about 500 MB and start again.",
    ),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        (
            "A package that came down is not the one this program was tested with, so it was not installed.\n"
            "A proxy or a mirror may have changed it. Try again, or from another network."
        ),
    ),
    (
        (
            r"(?i)Temporary failure in name resolution|Name or service not known|NewConnectionError"
            r"|Max retries exceeded|nodename nor servname|getaddrinfo failed|Network is unreachable|No route to host"
            r"|Connection refused|ConnectTimeout|Read timed out|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET"
        ),
        (
            "{registry} could not be reached. Setting up needs the internet once; later starts don't.\n"
            "Check the connection. Behind a college's proxy, set HTTPS_PROXY or your {tool} settings, then start again."
        ),
    ),
    (
        r"(?i)certificate verify failed|CERT_HAS_EXPIRED|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|SSLError",
        (
            "The connection to {registry} could not be trusted. Where the network inspects traffic, give {tool} its\n"
            "certificate ({certificate}), then start again."
        ),
    ),
    (
        r"Permission denied|EACCES|EROFS|Read-only file system",
        "The project's folder can't be written. Change its owner or permissions, or copy it to your home folder.",
    ),
    (
        r"Could not find a version that satisfies|No matching distribution found|ETARGET|E404",
        (
            "{registry} doesn't have a package that this program needs for this machine and this Python.\n"
            "If you use a mirror, it may be behind. The last lines below name the package."
        ),
    ),
)

_PYTHON = {"registry": "The Python package index", "tool": "pip", "certificate": "PIP_CERT"}
_NODE = {"registry": "The npm registry", "tool": "npm", "certificate": "NODE_EXTRA_CA_CERTS"}


def of_pip(output: str) -> Trouble:
    """What stopped pip, by what it printed."""
    return _diagnosed(output, _PYTHON, "The Python packages could not be installed.")


def of_npm(output: str) -> Trouble:
    """What stopped npm, by what it printed."""
    return _diagnosed(output, _NODE, "The browser's files could not be brought.")


def _diagnosed(output: str, words: dict[str, str], what: str) -> Trouble:
    for pattern, remedy in _SYMPTOMS:
        if re.search(pattern, output):
            return Trouble(f"{what}\n{remedy.format(**words)}\n\n{_last_lines(output)}")
    return Trouble(f"{what} It said:\n\n{_last_lines(output)}")


def _last_lines(output: str) -> str:
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join(f"    {line[:300]}" for line in lines[-8:])
