"""Files of the question bank: read as a quiz is, with ids that no other file has."""

import pytest

from challenge.catalogue.fingerprints import bank_of, fingerprints
from challenge.catalogue.quizzes import Bank
from challenge.catalogue.reading import MOST_BYTES_OF_BANK, alike, read_all, read_bank, repeated

BANK = """\
bank: {slug}
category: funkies

questions:
  - id: {id}
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
def bank(tmp_path):
    """Reads a text as a file of the bank."""

    def read(text, slug="funkies-number"):
        path = tmp_path / f"{slug}.yaml"
        path.write_text(text, encoding="utf-8")
        return read_bank(path)

    return read


@pytest.fixture
def sound():
    return BANK.format(slug="funkies-number", id="f-half")


def test_a_sound_file_gives_its_questions_and_where_they_stand(bank, sound):
    found = bank(sound + sound.partition("questions:\n")[2].replace("f-half", "f-half-2") + '    made: "halves 2"\n')

    assert (found.slug, found.category) == ("funkies-number", "funkies")
    assert [(each.question.id, each.made, each.line) for each in found.questions] == [
        ("f-half", "", 5),
        ("f-half-2", "halves 2", 14),
    ]


BROKEN = [
    ("bank: funkies-number", "bank: funkies-numbers", "bank", "“bank: funkies-number” or rename the file"),
    ("bank: funkies-number", "quiz: funkies-number", "quiz", "There is no field with this name"),
    ("category: funkies", "category: funky", "category", "Did you mean “funkies”?"),
    ("category: funkies", "category: funkies\ntitle: a", "title", "Known here: bank, category, questions"),
    ("key: 4.5", "key: 4.5\n    made: halves", "questions[1].made", "the generator's name and its seed"),
    ("key: 4.5", "key: lots", "questions[1].key", "can't be read"),
    ("$9/2 = 4.5$", "$9/_2$", "questions[1].steps[1]", "can't be typeset"),
]


@pytest.mark.parametrize(("old", "new", "field", "says"), BROKEN)
def test_a_broken_file_is_named_with_field_and_remedy(bank, sound, old, new, field, says):
    problems = bank(sound.replace(old, new))

    assert not isinstance(problems, Bank), "it loaded"
    assert [problem.field for problem in problems if says in problem.message] == [field]


WHOLE_FILES = [
    ("", "empty"),
    ("- a\n- b\n", "starts with the fields “bank:” and “category:”"),
    ("#" * (MOST_BYTES_OF_BANK + 1), "larger than 1024 KB"),
    ("bank: [", "can't be read as YAML"),
]


@pytest.mark.parametrize(("text", "says"), WHOLE_FILES)
def test_a_file_that_is_no_part_of_a_bank_says_so(bank, text, says):
    (problem,) = bank(text)

    assert says in problem.message


def test_a_file_holds_at_most_two_hundred_questions(bank, sound):
    head, _, one = sound.partition("questions:\n")
    many = "".join(one.replace("f-half", f"f-half-{n}") for n in range(201))

    (problem,) = bank(f"{head}questions:\n{many}")

    assert problem.message == "There are 201 here. Write 1 to 200."


def test_an_id_twice_in_one_file_is_named_with_the_first_line(bank, sound):
    (problem,) = bank(sound + sound.partition("questions:\n")[2])

    assert (problem.field, problem.line) == ("questions[2].id", 14)
    assert "the question on line 5" in problem.message


def test_an_id_in_two_files_is_named_in_the_later_one(bank):
    one, other = (bank(BANK.format(slug=slug, id="f-half"), slug) for slug in ("funkies-number", "funkies-ratio"))

    assert repeated([one]) == []
    assert [str(problem) for problem in repeated([one, other])] == [
        "funkies-ratio.yaml, line 5, id: “f-half” is also a question in funkies-number.yaml. Give this one another id."
    ]


def test_the_same_text_twice_at_one_level_is_named_whatever_the_answer(bank):
    first = bank(BANK.format(slug="funkies-number", id="f-half"))
    again = bank(BANK.format(slug="funkies-ratio", id="f-other").replace("4.5", "5.4"), "funkies-ratio")
    harder = BANK.format(slug="go-forth-number", id="g-half").replace("category: funkies", "category: go-forth")

    assert alike([first, bank(harder, "go-forth-number")]) == []
    (problem,) = alike([first, again])
    assert str(problem).startswith("funkies-ratio.yaml, line 5, text: “f-half” in funkies-number.yaml asks the same")


def test_the_bank_is_no_quiz_and_has_fingerprints_of_its_own(tmp_path, sound):
    folder = bank_of(tmp_path)
    folder.mkdir()
    (folder / "funkies-number.yaml").write_text(sound)

    assert read_all(tmp_path).quizzes == ()
    assert fingerprints(folder) == {"funkies-number": read_bank(folder / "funkies-number.yaml").fingerprint}
