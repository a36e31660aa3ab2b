import shutil

import pytest
from sqlalchemy import select

from challenge import migrations
from challenge.catalogue import reading
from challenge.cli import library, terminal
from challenge.models import BankQuestion, Quiz
from challenge.services.transaction import Database
from tests.architecture.source import ROOT

QUIZ = min((ROOT / "puzzles").glob("*.yaml"))


@pytest.fixture
def database(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    with database.engine.begin() as connection:
        migrations.upgrade(connection)
    yield database
    database.engine.dispose()


@pytest.fixture
def folder(tmp_path):
    """A folder with one of the real quizzes."""
    folder = tmp_path / "puzzles"
    folder.mkdir()
    shutil.copy(QUIZ, folder)
    return folder


def titles(database):
    with database.reading() as db:
        return sorted(db.scalars(select(Quiz.slug)))


def test_the_quizzes_of_the_folder_are_kept(database, folder):
    library.bring_up_to_date(database, folder)

    assert titles(database) == [QUIZ.stem]


def test_what_did_not_change_is_not_read_again(database, folder, monkeypatch):
    library.bring_up_to_date(database, folder)
    monkeypatch.setattr(reading, "read", lambda _path: pytest.fail("read again"))

    library.bring_up_to_date(database, folder)


def test_a_broken_file_is_named_with_its_line_and_the_others_load(database, folder, capsys):
    (folder / "broken.yaml").write_text("quiz: broken\ntitle: [not a title\n")

    library.bring_up_to_date(database, folder)

    assert titles(database) == [QUIZ.stem]
    assert "broken.yaml, line " in capsys.readouterr().out


def test_without_a_folder_it_says_so_and_goes_on(database, tmp_path, capsys):
    library.bring_up_to_date(database, tmp_path / "nowhere")

    assert titles(database) == []
    assert "There is no folder" in capsys.readouterr().out


BANK = """\
bank: funkies-{strand}
category: funkies
questions:
  - id: f-{strand}
    topic: Decimals
    type: number
    calculator: no
    seconds: 30
    text: "What is $1/2$ of 9?"
    key: 4.5
    trick: "Halve it"
    steps: ["$9/2 = 4.5$"]
"""


@pytest.fixture
def bank(folder):
    """A folder with two files of a bank in it."""
    bank = folder / "bank"
    bank.mkdir()
    for strand in ("number", "ratio"):
        (bank / f"funkies-{strand}.yaml").write_text(BANK.format(strand=strand))
    return bank


def ids(database):
    with database.reading() as db:
        return sorted(db.scalars(select(BankQuestion.id)))


def test_the_bank_is_kept_beside_the_quizzes(database, folder, bank):
    library.bring_up_to_date(database, folder)

    assert titles(database) == [QUIZ.stem]
    assert ids(database) == ["f-number", "f-ratio"]


def test_a_first_start_says_how_far_the_bank_is(database, folder, bank, capsys):
    library.bring_up_to_date(database, folder)

    said = capsys.readouterr().out
    assert "Typesetting 2 files of the question bank" in said
    assert "1 of 2: funkies-number" in said
    assert "2 of 2: funkies-ratio" in said


def test_on_a_terminal_one_line_moves_on(monkeypatch):
    seen = []
    monkeypatch.setattr(terminal, "console", terminal.Console(force_terminal=True, width=60))
    monkeypatch.setattr("rich.status.Status.update", lambda _status, text: seen.append(text))

    with terminal.long_step("Typesetting …") as tell:
        tell("1 of 2")

    assert seen == ["Typesetting … 1 of 2"]


def test_only_the_files_of_the_bank_that_changed_are_read_again(database, folder, bank, monkeypatch):
    library.bring_up_to_date(database, folder)
    changed = bank / "funkies-ratio.yaml"
    changed.write_text(changed.read_text().replace("id: f-ratio", "id: f-halving"))
    seen = []
    read_bank = reading.read_bank
    monkeypatch.setattr(reading, "read_bank", lambda path: seen.append(path.name) or read_bank(path))

    library.bring_up_to_date(database, folder)
    library.bring_up_to_date(database, folder)

    assert seen == ["funkies-ratio.yaml"]
    assert ids(database) == ["f-halving", "f-number"]


def test_a_file_that_left_the_bank_takes_its_questions_along(database, folder, bank):
    library.bring_up_to_date(database, folder)
    (bank / "funkies-ratio.yaml").unlink()

    library.bring_up_to_date(database, folder)

    assert ids(database) == ["f-number"]


def test_a_broken_file_of_the_bank_is_named_and_keeps_what_it_held(database, folder, bank, capsys):
    library.bring_up_to_date(database, folder)
    broken = bank / "funkies-ratio.yaml"
    broken.write_text(broken.read_text().replace("key: 4.5", "key: lots"))

    library.bring_up_to_date(database, folder)

    assert "funkies-ratio.yaml, line 10, questions[1].key: “lots” can't be read" in capsys.readouterr().out
    assert ids(database) == ["f-number", "f-ratio"]
