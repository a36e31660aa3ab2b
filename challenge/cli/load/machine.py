"""What processes of this machine cost, where they may run, and what the machine is. Linux only."""

import os
import platform
import resource
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from challenge.cli.trouble import Trouble

SPARE_FILES = 200
LISTENING = "0A"
"""A state of a socket in /proc/net/tcp."""

_PROC = Path("/proc")
_PAGE = resource.getpagesize()
_TICKS = os.sysconf("SC_CLK_TCK")
PARENT, USER, SYSTEM = 1, 11, 12
"""Places in /proc/PID/stat, counted after the name."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of several processes: seconds of CPU since they began, and bytes of memory now."""

    cpu_seconds: float
    memory: int


def cost(processes: Iterable[int]) -> Cost:
    """What these processes have used. One that has gone counts for nothing."""
    cpu, memory = 0.0, 0
    for process in processes:
        stat = _stat(process)
        if stat:
            cpu += (int(stat[USER]) + int(stat[SYSTEM])) / _TICKS
            memory += int((_PROC / str(process) / "statm").read_text().split()[1]) * _PAGE
    return Cost(cpu, memory)


def family(process: int) -> list[int]:
    """A process and all that it started."""
    parents = {}
    for folder in _PROC.iterdir():
        if folder.name.isdecimal() and (stat := _stat(int(folder.name))):
            parents[int(folder.name)] = int(stat[PARENT])
    found = [process]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def listeners(port: int) -> int:
    """How many sockets listen on a port of this machine; several processes may share one."""
    lines = [line.split() for line in (_PROC / "net" / "tcp").read_text().splitlines()[1:]]
    return sum(1 for line in lines if line[3] == LISTENING and int(line[1].rpartition(":")[2], 16) == port)


def cores() -> list[int]:
    """The cores that we may use."""
    return sorted(os.sched_getaffinity(0))


def pin(process: int, to: Iterable[int]) -> None:
    """Keep a process, 0 for this one, to some cores."""
    os.sched_setaffinity(process, set(to))


def allow_files(wanted: int) -> None:
    """Let this process and those that it starts open as many files as they may. Raises Trouble if that's too few."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if most != resource.RLIM_INFINITY and wanted + SPARE_FILES > most:
        raise Trouble(
            f"{wanted} phones need more connections than this machine allows: {most}. Allow more with\n"
            f"ulimit -Hn {wanted + SPARE_FILES} (as root), or measure with fewer phones."
        )


def describe() -> dict[str, str | int]:
    """What the figures were measured on."""
    try:
        text = (_PROC / "cpuinfo").read_text()
    except OSError:
        text = ""
    models = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return {
        "cpu": models[0] if models else platform.machine(),
        "cores": len(cores()),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def _stat(process: int) -> list[str]:
    """The fields after the name, which may hold anything."""
    try:
        return (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
