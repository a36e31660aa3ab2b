import subprocess
import sys

import pytest

from challenge.cli import secret
from challenge.cli.trouble import Trouble
from tests.architecture.source import ROOT


def test_the_key_is_drawn_once(tmp_path):
    first = secret.secret_key(tmp_path / "instance")

    assert secret.secret_key(tmp_path / "instance") == first
    assert len(first) >= 60


def test_only_its_owner_can_read_the_key(tmp_path):
    secret.secret_key(tmp_path)

    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_two_installations_have_different_keys(tmp_path):
    assert secret.secret_key(tmp_path / "a") != secret.secret_key(tmp_path / "b")


def test_of_several_starts_at_once_one_key_wins(tmp_path):
    code = (
        "import sys; from pathlib import Path; from challenge.cli.secret import secret_key; "
        "print(secret_key(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "instance")]

    starts = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    keys = {start.communicate(timeout=30)[0] for start in starts}

    assert len(keys) == 1


def test_an_instance_folder_that_can_not_be_made_is_named(tmp_path):
    (tmp_path / "instance").write_text("a file")

    with pytest.raises(Trouble, match="instance"):
        secret.secret_key(tmp_path / "instance")


def test_a_disk_without_links_gets_the_key_all_the_same(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(secret.os, "link", refuse)

    assert secret.secret_key(tmp_path) == secret.secret_key(tmp_path)
