"""`python3 run.py puzzles check`, `make` and `set`, as an author sees them."""

from collections import Counter
from fractions import Fraction

import pytest
from click.testing import CliRunner

from challenge.catalogue import coverage, fresh
from challenge.catalogue.generators import making
from challenge.catalogue.quizzes import Bank, Quiz
from challenge.catalogue.reading import read, read_bank
from challenge.catalogue.topics import Aim
from challenge.cli.puzzles import puzzles
from tests.architecture.source import ROOT
from tests.catalogue.conftest import SOUND
from tests.catalogue.test_bank import BANK


@pytest.fixture
def sound():
    """The text of a quiz that loads."""
    return SOUND


@pytest.fixture
def check(tmp_path):
    """Runs the check over a folder of quiz files, given by name."""

    def run(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text)
        return CliRunner().invoke(puzzles, ["check", str(tmp_path)])

    return run


def test_sound_quizzes_pass_and_show_what_they_cover(check, sound):
    result = check(sample=sound)

    assert result.exit_code == 0
    assert "sample: 6 questions, The Funkies" in result.output
    assert result.output.rstrip().endswith("All of it can be played.")


def test_coverage_counts_each_topic_at_its_level(check, sound):
    other = sound.replace("quiz: sample", "quiz: other").replace("category: funkies", "category: go-forth")

    rows = {
        line.strip()[:20].strip(): line.split()[-3:] for line in check(sample=sound, other=other).output.splitlines()
    }

    assert rows["Decimals"] == ["2", "-", "2"]
    assert rows["Speed"] == ["-", "-", "-"]


def test_each_strand_shows_its_share_beside_the_share_to_aim_at(check, sound):
    lines = check(sample=sound).output.splitlines()

    number = next(line for line in lines if line.startswith("Number"))
    assert number.split() == ["Number", "(aim", "25%)", "4", "(67%)", "-", "-"]


def test_problems_are_listed_with_file_line_and_field_and_fail_the_check(check, sound):
    result = check(sample=sound, broken=sound.replace("quiz: sample", "quiz: broken").replace("key: B\n", "key: E\n"))

    assert result.exit_code == 1
    assert "To mend (2 places):" in result.output
    assert "broken.yaml, line 16, questions[1].key: “E” is not among the options (A, B)" in result.output
    assert "sample: 6 questions" in result.output


def test_a_folder_without_quizzes_fails_the_check(check):
    result = check()

    assert result.exit_code == 1
    assert "There are no quizzes" in result.output


def test_the_project_s_own_puzzles_are_checked_when_no_folder_is_named():
    result = CliRunner().invoke(puzzles, ["check"])

    assert result.exit_code == 0, result.output
    tarsias = len(list((ROOT / "puzzles" / "tarsia").glob("*.yaml")))
    assert len(list((ROOT / "puzzles").rglob("*.yaml"))) == result.output.count(" questions, ") + tarsias
    assert result.output.count(" matches, ") == tarsias


@pytest.fixture
def bank(tmp_path):
    """Writes files of the bank, given by name, beside a sound quiz."""

    def write(**files):
        folder = tmp_path / "bank"
        folder.mkdir(exist_ok=True)
        (tmp_path / "sample.yaml").write_text(SOUND)
        for name, text in files.items():
            (folder / f"{name.replace('_', '-')}.yaml").write_text(text)
        return tmp_path

    return write


@pytest.fixture
def modest(monkeypatch):
    """A bank that wants two questions on decimals for The Funkies, one of them by hand, and nothing else."""
    aims = {("funkies", "Decimals"): Aim(2, 1)}
    monkeypatch.setattr(coverage, "AIMS", aims)
    monkeypatch.setattr(fresh, "AIMS", aims)


def checked(folder):
    return CliRunner().invoke(puzzles, ["check", str(folder)])


def test_a_bank_below_its_aim_fails_the_check_and_names_what_is_short(bank, modest):
    result = checked(bank(funkies_number=BANK.format(slug="funkies-number", id="f-half")))

    assert result.exit_code == 1
    assert "bank/funkies-number: 1 question, 1 by hand" in result.output
    assert "Below the aim (1 place):\n  The Funkies, Decimals: 1 of 2 in all" in result.output
    assert "All of it can be played." not in result.output


def test_a_bank_that_has_what_it_wants_passes(bank, modest):
    made = BANK.format(slug="funkies-number-made", id="f-halves-7") + '    made: "halves 7"\n'
    made = made.replace("of 9?", "of 9 once more?")

    result = checked(bank(funkies_number=BANK.format(slug="funkies-number", id="f-half"), funkies_number_made=made))

    assert result.exit_code == 0, result.output
    assert "bank/funkies-number-made: 1 question, 0 by hand" in result.output
    assert result.output.endswith("All of it can be played.\n")


def test_the_bank_s_table_shows_each_topic_beside_its_aim(bank):
    lines = checked(bank(funkies_number=BANK.format(slug="funkies-number", id="f-half"))).output.splitlines()

    table = lines[next(n for n, line in enumerate(lines) if line.startswith("The bank: ")) :]
    rows = {line[:44].strip(): line[44:].split("  ") for line in table}
    cells = {name: [cell.strip() for cell in row if cell.strip()] for name, row in rows.items()}
    assert cells["Decimals"] == ["1/12 (1/4)", "0/8 (0/3)", "0/8 (0/3)"]
    assert cells["Standard form"] == ["-", "-", "0/9 (0/3)"]
    assert cells["Number"] == ["1/105 (1/34)", "0/80 (0/27)", "0/75 (0/24)"]
    assert cells["All of it"][0] == "1/300 (1/101)"
    assert cells["number"] == ["1", "-", "-"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"funkies_number": "bank: ["}, "funkies-number.yaml, line 1, file: "),
        (
            {
                name: BANK.format(slug=name.replace("_", "-"), id="f-half")
                for name in ("funkies_number", "funkies_ratio")
            },
            "funkies-ratio.yaml, line 5, id: “f-half” is also a question in funkies-number.yaml",
        ),
        (
            {
                name: BANK.format(slug=name.replace("_", "-"), id=id_)
                for name, id_ in (("funkies_number", "f-half"), ("funkies_ratio", "f-other"))
            },
            "funkies-ratio.yaml, line 5, text: “f-half” in funkies-number.yaml asks the same in the same words",
        ),
    ],
)
def test_problems_of_the_bank_are_listed_and_fail_the_check(bank, modest, files, says):
    result = checked(bank(**files))

    assert result.exit_code == 1
    assert says in result.output.partition("To mend (1 place):")[2]


def test_a_misnamed_file_of_the_bank_is_named(bank, modest):
    folder = bank()
    (folder / "bank" / "funkies-number.yml").write_text("")

    assert "Rename it to funkies-number.yaml" in checked(folder).output


@pytest.fixture
def generators(monkeypatch):
    """Two generators on decimals for The Funkies, and no others."""
    monkeypatch.setattr(making, "GENERATORS", {})
    monkeypatch.setattr(fresh, "load_generators", lambda: None)

    @making.generator(topic="Decimals", levels=(making.FUNKIES,), calculator=False)
    def tenths(dice, level):
        tenths = dice.randint(1, 99)
        asked = making.typed_number(Fraction(tenths, 10), (tenths, "That's ten times as much."))
        return making.made(
            f"What is {tenths} divided by 10?", asked, seconds=30, trick="One place", steps=["One place."], facts={}
        )

    @making.generator(topic="Decimals", levels=(making.FUNKIES,), calculator=True)
    def larger(dice, level):
        one, other = dice.sample(range(10, 100), 2)
        asked = making.true_or_false(right=one > other, slip="Look at the tenths.")
        text = f"True or false? 0.{one} is more than 0.{other}."
        return making.made(text, asked, seconds=30, trick="Tenths first", steps=["Tenths."], facts={})


def make(folder):
    return CliRunner().invoke(puzzles, ["make", str(folder)])


def test_make_fills_what_those_by_hand_leave_to_be_wished_for(bank, modest, generators):
    folder = bank(funkies_number=BANK.format(slug="funkies-number", id="f-half"))

    result = make(folder)

    assert result.exit_code == 0, result.output
    assert result.output == "bank/funkies-number-made.yaml: 1 question\n"
    assert checked(folder).exit_code == 0


def test_make_writes_the_same_every_time_whatever_it_wrote_before(bank, modest, generators):
    folder = bank()
    make(folder)
    made = folder / "bank" / "funkies-number-made.yaml"
    first = made.read_text()

    make(folder)

    assert made.read_text() == first
    assert first.count("    made: ") == 2


def test_made_questions_name_their_generator_and_seed(bank, modest, generators):
    folder = bank()
    make(folder)

    found = read_bank(folder / "bank" / "funkies-number-made.yaml")

    assert isinstance(found, Bank), found
    assert [each.question.id for each in found.questions] == [
        "f-" + each.made.replace(" ", "-") for each in found.questions
    ]
    assert {each.made.split()[0] for each in found.questions} == {"tenths", "larger"}


def test_a_made_file_that_is_no_longer_needed_goes(bank, modest, generators):
    folder = bank()
    make(folder)
    (folder / "bank" / "funkies-number.yaml").write_text(
        BANK.format(slug="funkies-number", id="f-half")
        + BANK.format(slug="", id="f-half-2").partition("questions:\n")[2]
    )

    make(folder)

    assert not (folder / "bank" / "funkies-number-made.yaml").exists()


def test_make_writes_nothing_while_a_file_by_hand_is_broken(bank, modest, generators):
    folder = bank(funkies_number=BANK.format(slug="funkies-number", id="f-half").replace("key: 4.5", "key: lots"))

    result = make(folder)

    assert result.exit_code == 1
    assert "Mend these files first:\n  funkies-number.yaml, line 11, questions[1].key" in result.output
    assert [path.name for path in (folder / "bank").iterdir()] == ["funkies-number.yaml"]


def test_make_names_what_no_generator_makes(bank, modest, monkeypatch):
    monkeypatch.setattr(making, "GENERATORS", {})
    monkeypatch.setattr(fresh, "load_generators", lambda: None)

    result = make(bank())

    assert result.exit_code == 1
    assert "The Funkies, Decimals, 2 wanted: Nothing is made on Decimals for The Funkies" in result.output


def fresh_set(*options):
    return CliRunner().invoke(puzzles, ["set", *options])


WISHES = ("--topics", "Ratio, Percentages", "--level", "ein2steins", "--count", "15", "--calculator", "no")


def test_a_fresh_set_is_a_quiz_that_the_check_accepts(tmp_path):
    result = fresh_set(*WISHES, "--seed", "7")
    path = tmp_path / "fresh-ein2steins-7.yaml"
    path.write_text(result.output)

    quiz = read(path)

    assert result.exit_code == 0, result.output
    assert isinstance(quiz, Quiz), quiz
    assert Counter(question.topic for question in quiz.questions).keys() == {"Ratio", "Percentages"}
    assert len(quiz.questions) == 15
    assert {question.calculator for question in quiz.questions} == {False}
    assert checked(tmp_path).exit_code == 0


def test_the_same_wishes_give_the_same_set_and_another_seed_another():
    one, again, other = (fresh_set(*WISHES, "--seed", seed).output for seed in ("7", "7", "8"))

    assert one == again
    assert one.splitlines()[8:] != other.splitlines()[8:]


def test_without_topics_a_set_has_all_of_the_level(generators, modest):
    text = fresh_set("--level", "funkies", "--count", "4").output

    assert 'about: "4 questions made on demand: Decimals."' in text
    assert text.count("topic: Decimals") == 4


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--level", "funkies", "--topics", "Cooking"], "“Cooking” is not a topic"),
        (["--level", "funkies", "--topics", "Pythagoras"], "Nothing is made on Pythagoras for The Funkies"),
        (["--level", "funkies", "--count", "61"], "61 is not in the range"),
        (["--level", "hard"], "'hard' is not one of"),
        ([], "Missing option '--level'"),
    ],
)
def test_wishes_that_cannot_be_met_are_named(options, says):
    result = fresh_set(*options)

    assert result.exit_code in (1, 2)
    assert says in result.output
    assert "Traceback" not in result.output
