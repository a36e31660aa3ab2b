"""`python3 run.py puzzles import` and `export`, as a teacher sees them."""

import pytest
from click.testing import CliRunner

from challenge.catalogue.formats import read, write
from challenge.catalogue.quizzes import Quiz
from challenge.catalogue.reading import read as read_quiz
from challenge.cli.puzzles import puzzles
from tests.catalogue.conftest import SOUND
from tests.catalogue.formats.samples import CHOICE, KAHOOT_TEMPLATE, SAMPLES, saved, workbook

KAHOOT = [
    [1, "What is 6 × 7?", "42", "36", "48", None, 30, "1"],
    [2, "A half is 0.5.", "True", "False", None, None, 20, 1],
    [3, "What is 6 × 7?", "$42", "42p", None, None, 20, "1"],
]


@pytest.fixture
def run(tmp_path):
    """Runs a command in a folder of its own; files are written there first."""

    def command(*arguments, **files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content) if isinstance(content, bytes) else path.write_text(content, encoding="utf-8")
        with_folder = [str(each).replace("@", f"{tmp_path}/") for each in arguments]
        return CliRunner().invoke(puzzles, with_folder)

    return command


def test_an_import_shows_what_is_in_a_file_and_keeps_nothing(run, tmp_path):
    result = run("import", "@mine.csv", mine__csv=write(SAMPLES, "csv"))

    assert result.exit_code == 0
    assert "row 2: choice, What is $2/3 + 1/4$?" in result.output
    assert f"{len(SAMPLES)} questions can be taken." in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_our_own_questions_become_a_quiz_file_that_loads_as_they_were(run, tmp_path):
    result = run(
        "import", "@mine.xlsx", "--to", "@mine.yaml", "--category", "funkies", mine__xlsx=write(SAMPLES, "xlsx")
    )

    quiz = read_quiz(tmp_path / "mine.yaml")
    assert result.exit_code == 0, result.output
    assert isinstance(quiz, Quiz), quiz
    assert [each.id for each in quiz.questions] == [each["id"] for each in SAMPLES]
    assert "filled in" not in result.output


def test_a_kahoot_sheet_becomes_a_quiz_that_can_be_played_and_says_what_was_filled_in(run, tmp_path):
    sheet = saved(workbook([*KAHOOT_TEMPLATE, *KAHOOT]))

    result = run(
        *("import", "@k.xlsx", "--to", "@times.yaml", "--category", "go-forth", "--topic", "Times and divide"),
        *("--title", "Six sevens"),
        k__xlsx=sheet,
    )

    quiz = read_quiz(tmp_path / "times.yaml")
    assert result.exit_code == 0, result.output
    assert isinstance(quiz, Quiz), quiz
    assert (quiz.title, quiz.category) == ("Six sevens", "go-forth")
    assert [each.id for each in quiz.questions] == ["what-is-6-7", "a-half-is-0-5", "what-is-6-7-2"]
    assert [each.seconds for each in quiz.questions] == [30, 20, 20]
    assert {each.topic for each in quiz.questions} == {"Times and divide"}
    assert quiz.questions[0].steps == ("The right answer: 42",)
    assert quiz.questions[1].steps == ("This is true.",)
    assert quiz.questions[2].steps == ("The right answer: $42",)
    assert "topic in 3, calculator in 3, trick in 3, steps in 3, slips of options in 2, the slip in 1" in result.output


def test_problems_are_listed_and_keep_a_quiz_from_being_written(run, tmp_path):
    bad = write([CHOICE], "csv") + b"mine,Fractions,number,no,60,1,Half?,,,,,,,=1/2\n"

    shown = run("import", "@mine.csv", mine__csv=bad)
    refused = run("import", "@mine.csv", "--to", "@mine.yaml", "--category", "funkies")
    taken = run("import", "@mine.csv", "--to", "@mine.yaml", "--category", "funkies", "--good-rows")

    assert (shown.exit_code, refused.exit_code, taken.exit_code) == (1, 1, 0)
    assert "row 3, N (key): This is a spreadsheet formula" in shown.output
    assert "Nothing was written" in refused.output
    quiz = read_quiz(tmp_path / "mine.yaml")
    assert isinstance(quiz, Quiz)
    assert [each.id for each in quiz.questions] == [CHOICE["id"]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "@mine.txt", "--category", "funkies"), ".yaml"),
        (("--to", "@mine.yaml"), "--category"),
        (("--to", "@there.yaml", "--category", "funkies"), "is there already"),
        (("--to", "@no/such/mine.yaml", "--category", "funkies"), "make it first"),
        (("--to", "@My Quiz.yaml", "--category", "funkies"), "small letters"),
        (("--to", "@mine.yaml", "--category", "funkies", "--title", "x" * 61), "Shorten it to 60"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_with_the_remedy(run, tmp_path, arguments, says):
    result = run("import", "@mine.csv", *arguments, mine__csv=write([CHOICE], "csv"), there__yaml="mine")

    assert result.exit_code == 1
    assert "Nothing was written" in result.output
    assert says in result.output
    assert (tmp_path / "there.yaml").read_text() == "mine"
    assert not (tmp_path / "mine.yaml").exists()


def test_a_topic_is_asked_for_where_a_question_names_none(run, tmp_path):
    result = run(
        "import", "@k.txt", "--to", "@k.yaml", "--category", "funkies", k__txt=b"2+2?\nA. 4\nB. 5\nANSWER: A\n"
    )

    assert result.exit_code == 1
    assert "--topic" in result.output


def test_more_than_a_quiz_holds_and_nothing_at_all_are_refused(run):
    many = "".join(f"What is {n} + 1?\nA. {n + 1}\nB. {n}\nANSWER: A\n\n" for n in range(61)).encode()
    options = ("--category", "funkies", "--topic", "Decimals")

    too_many = run("import", "@many.txt", "--to", "@a.yaml", *options, many__txt=many)
    nothing = run("import", "@bad.csv", "--to", "@b.yaml", *options, "--good-rows", bad__csv=b"text,type\nx,odd\n")

    assert "60 at most" in too_many.output
    assert "no question can be taken" in nothing.output
    assert (too_many.exit_code, nothing.exit_code) == (1, 1)


def test_an_export_names_what_the_format_cannot_say_and_what_it_leaves_out(run, tmp_path):
    result = run("export", "@sample.yaml", "--format", "kahoot", "--to", "@out.xlsx", sample__yaml=SOUND)

    assert result.exit_code == 0, result.output
    assert "a-number: It has only questions with answers to choose from" in result.output
    assert "has no place for: id of 3, topic of 3" in result.output
    found = read((tmp_path / "out.xlsx").read_bytes(), "out.xlsx")
    assert found.problems == ()
    assert [each.question.fields["type"] for each in found.questions] == ["choice", "choices", "truth"]


def test_an_export_in_our_own_format_goes_round_to_the_same_quiz(run, tmp_path):
    run("export", "@sample.yaml", "--format", "csv", "--to", "@out.csv", sample__yaml=SOUND)
    run("import", "@out.csv", "--to", "@again.yaml", "--category", "funkies")

    first, again = read_quiz(tmp_path / "sample.yaml"), read_quiz(tmp_path / "again.yaml")

    assert isinstance(first, Quiz)
    assert isinstance(again, Quiz), again
    assert first.questions == again.questions


@pytest.mark.parametrize("quiz", ["class-round-funkies", "funkies-number"])
def test_a_quiz_or_a_part_of_the_bank_is_found_by_its_name(run, tmp_path, quiz):
    result = run("export", quiz, "--format", "moodle", "--to", "@out.xml")

    assert result.exit_code == 0, result.output
    assert read((tmp_path / "out.xml").read_bytes(), "out.xml").problems == ()


def test_exports_that_cannot_be_are_refused(run):
    broken = SOUND.replace("topic: Money", "topic: Cash")

    unknown = run("export", "no-such-quiz", "--format", "csv", "--to", "@out.csv")
    unsound = run("export", "@broken.yaml", "--format", "csv", "--to", "@out.csv", broken__yaml=broken)
    there = run("export", "@sample.yaml", "--format", "csv", "--to", "@sample.yaml", sample__yaml=SOUND)
    only_typed = SOUND[: SOUND.index("  - id: one-choice")] + SOUND[SOUND.index("  - id: a-number") :]
    nothing = run("export", "@sample.yaml", "--format", "aiken", "--to", "@out.txt", sample__yaml=only_typed)

    assert "There is no quiz “no-such-quiz”" in unknown.output
    assert "Mend this quiz first" in unsound.output
    assert "questions[4].topic" in unsound.output
    assert "is there already" in there.output
    assert "Nothing was written" in nothing.output
    assert [each.exit_code for each in (unknown, unsound, there, nothing)] == [1, 1, 1, 1]
