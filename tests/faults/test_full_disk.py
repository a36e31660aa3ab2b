"""PostgreSQL's disk is full: nothing that can't be stored is acknowledged, the host is told, and later all arrives.

The tables are on a small disk of memory, the log on the machine's own, so that it is the tables that can't grow.
(SQLite on a disk that fails is in tests/live/alone/test_storage.py.)
"""

import subprocess

import pytest

from tests.faults.postgres import Cluster

pytestmark = [pytest.mark.needs_mounts, pytest.mark.needs_postgres_binaries]
DISK_MB = 96


@pytest.fixture
def small():
    """A PostgreSQL whose tables are on a small disk."""
    cluster = Cluster()
    cluster.data.mkdir(mode=0o700)
    size = f"size={DISK_MB}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "challenge-faults", cluster.data], check=True)
    try:
        yield cluster.make("--waldir", str(cluster.home / "log-of-writes")).start()
    finally:
        cluster.stop("immediate")
        subprocess.run(["umount", cluster.data], check=True)
        cluster.remove()


def test_while_the_database_s_disk_is_full_answers_are_held_and_afterwards_kept(hall, small):
    made = hall(small.url(small.new_database()))
    game = made.game([made.server()])
    question = game.opens()
    ballast = small.data / "ballast"
    _fill(ballast)

    game.all_answer(question)
    trouble = game.host.wait("state", lambda told: told["trouble"]).data["trouble"]
    assert not any(player.acknowledged for player in game.players)
    assert "disk" in trouble
    ballast.unlink()

    game.all_are_acknowledged()
    game.host.wait("state", lambda told: told["trouble"] == "")
    game.goes_on_to_the_end(question)
    made.close()


def _fill(ballast):
    with pytest.raises(OSError, match="No space left"):
        _write_without_end(ballast)


def _write_without_end(path):
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(8_192))
