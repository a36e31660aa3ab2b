"""Every way we know to break a quiz file is named with its line, its field and the remedy."""

from typing import NamedTuple

import pytest

from challenge.catalogue.quizzes import Quiz
from challenge.catalogue.reading import MOST_BYTES, read


class Broken(NamedTuple):
    """Replace `old` by `new` in the sound quiz; `at` ends in the line to be named, else the new text's first line."""

    old: str
    new: str
    field: str
    says: str
    at: str = ""


CHOICE = "questions[1]"
BROKEN = {
    "an unknown field": Broken("title:", "titles:", "titles", "Did you mean “title”?"),
    "an unknown field of a question": Broken(
        'trick: "Same', 'tricks: "Same', f"{CHOICE}.tricks", "Did you mean “trick”?"
    ),
    "a field of another type": Broken(
        "    key: B\n", "    key: B\n    unit: cm\n", f"{CHOICE}.unit", "Fields of a choice question", "unit: cm"
    ),
    "a missing field": Broken("    seconds: 60\n    points: 2\n", "", f"{CHOICE}.seconds", "missing", "id: one-choice"),
    "a field written twice": Broken(
        "key: B\n", "key: B\n    key: A\n", "key", "twice (first on line 16)", "    key: A"
    ),
    "an id used twice": Broken("id: a-number", "id: one-choice", "questions[4].id", "also the question on line 6"),
    "an id with capitals": Broken("id: a-text", "id: A Text", "questions[5].id", "small letters"),
    "another slug than the file's": Broken("quiz: sample", "quiz: simple", "quiz", "“quiz: sample”"),
    "an unknown category": Broken("category: funkies", "category: funky", "category", "Did you mean “funkies”?"),
    "an unknown topic": Broken("topic: Money", "topic: Cash", "questions[4].topic", "Write one of"),
    "a topic spelt wrongly": Broken("topic: Money", "topic: Mony", "questions[4].topic", "Did you mean “Money”?"),
    "an unknown type": Broken("type: truth", "type: boolean", "questions[3].type", "Write one of: choice, choices"),
    "true where yes is meant": Broken("calculator: yes", "calculator: true", "questions[4].calculator", "yes, no"),
    "yes where true is meant": Broken("key: false", "key: yes", "questions[3].key", "true, false"),
    "seconds in words": Broken("seconds: 25", "seconds: half a minute", "questions[3].seconds", "from 10 to 240"),
    "seconds with a point": Broken("seconds: 25", "seconds: 25.5", "questions[3].seconds", "whole number"),
    "too many seconds": Broken("seconds: 25", "seconds: 2500", "questions[3].seconds", "from 10 to 240"),
    "an endless number": Broken("seconds: 25", "seconds: " + "9" * 60, "questions[3].seconds", "whole number"),
    "points of nought": Broken("points: 2", "points: 0", f"{CHOICE}.points", "from 1 to 10"),
    "an empty text": Broken('about: "One question of each type."', "about:", "about", "empty"),
    "a list for a text": Broken('trick: "Count up"', "trick: [Count, up]", "questions[4].trick", "Write one text"),
    "a text for a list": Broken('steps: ["0.35 is less', 'steps: "0.35" #', "questions[3].steps", "Write a list"),
    "too many steps": Broken(
        '["3.09, 3.40, 3.50"]', "[a, b, c, d]", "questions[6].steps", "There are 4 here. Write 1 to 3"
    ),
    "a text that is too long": Broken("Count up", "Count up " * 9, "questions[4].trick", "Shorten it to 60"),
    "a hidden character": Broken("Count up", "Count \u202eup", "questions[4].trick", "hidden character (U+202E)"),
    "a question that is a text": Broken(
        "  - id: an-order", "  - no fields\n  - id: an-order", "questions[6]", "Write fields here"
    ),
    "questions that are a text": Broken("questions:", "questions: none\nmore:", "questions", "Write a list"),
    "options that are a list": Broken(
        '    options:\n      A: {text: "$3/7$", slip: "Adding tops and bottoms."}\n      B: {text: "$11/12$"}',
        "    options: [a, b]",
        f"{CHOICE}.options",
        "under this one, indented",
    ),
    "options out of order": Broken(
        '      C: {text: "8"}',
        '      D: {text: "8"}',
        "questions[2].options",
        "A, B, C",
        'Which go into 24?"\n    options',
    ),
    "a single option": Broken(
        '      B: {text: "$11/12$"}\n', "", f"{CHOICE}.options", "2 to 6", '1/4$?"\n    options:'
    ),
    "a key without its option": Broken("key: B", "key: C", f"{CHOICE}.key", "not among the options (A, B)"),
    "a key that is a list": Broken("key: B", "key: [B]", f"{CHOICE}.key", "Write one text"),
    "a key that should be a list": Broken("key: [B, C]", "key: B", "questions[2].key", "Write a list"),
    "a right letter written twice": Broken("key: [B, C]", "key: [B, B]", "questions[2].key", "twice"),
    "a wrong option without its slip": Broken(
        ', slip: "4 are left over."', "", "questions[2].options.A.slip", "missing", 'A: {text: "5"'
    ),
    "a right option with a slip": Broken(
        'B: {text: "6"}',
        'B: {text: "6", slip: "No."}',
        "questions[2].options.B.slip",
        "Remove the slip or mend the key",
    ),
    "two equal options": Broken(
        'B: {text: "6"}', 'B: {text: "5"}', "questions[2].options", "the same", '24?"\n    opt'
    ),
    "a number in another unit": Broken(
        "key: 3.5", "key: 3.5 kg", "questions[4].key", "can't be read. This answer is in £"
    ),
    "a number in two parts": Broken("key: 3.5", "key: 12 34", "questions[4].key", "can't be read"),
    "a fraction over nought": Broken("key: 3.5", "key: 3/0", "questions[4].key", "can't have 0 at the bottom"),
    "two right numbers of one value": Broken(
        "key: 3.5", "key: [3.5, £3.50]", "questions[4].key", "“£3.50” is right already"
    ),
    "an unreadable one of two right numbers": Broken(
        "key: 3.5", "key: [3.5, lots]", "questions[4].key[2]", "“lots” can't"
    ),
    "a form that isn't there": Broken(
        "key: 3.5", "key: 3.5\n    form: 2dp", "questions[4].form", "Did you mean “2 dp”?", "2dp"
    ),
    "a policy that isn't there": Broken(
        "key: 3.5",
        "key: 3.5\n    policy: strict",
        "questions[4].policy",
        "Write one of: optional, required, enforced",
        "strict",
    ),
    "a tolerance with a unit": Broken(
        "key: 3.5", "key: 3.5\n    tolerance: 5 mm", "questions[4].tolerance", "such as 0.5 or 1/2", "5 mm"
    ),
    "units where one is printed": Broken(
        "key: 3.5", "key: 3.5\n    units: required", "questions[4].units", "Did you mean “unit”?", "units: required"
    ),
    "a generator in a quiz": Broken(
        "key: 3.5", "key: 3.5\n    made: change 7", "questions[4].made", "Fields of a number question", "made: change 7"
    ),
    "a unit with markup": Broken('unit: "£"', 'unit: "<b>"', "questions[4].unit", "short unit"),
    "a slip that equals the key": Broken(
        "answer: 4.5", "answer: 7/2", "questions[4].slips[1].answer", "a right answer too"
    ),
    "a slip that is no number": Broken("answer: 4.5", "answer: lots", "questions[4].slips[1].answer", "can't be read"),
    "a slip without a reason": Broken(
        ', because: "A pound too much."', "", "questions[4].slips[1].because", "missing", "answer: 4.5"
    ),
    "a spelling that is also a slip": Broken(
        "answer: pentagon", "answer: Hexagon", "questions[5].slips[1].answer", "a right answer too"
    ),
    "a spelling given twice": Broken("[hexagon, a hexagon]", "[hexagon, Hexagon]", "questions[5].key", "right already"),
    "two items only": Broken(
        ', "$3 1/2$ m"]\n    slips', "]\n    slips", "questions[6].items", "Write 3 to 6", "items:"
    ),
    "a wrong order that is right": Broken(
        "answer: reversed",
        'answer: ["3.09 m", "3.4 m", "$3 1/2$ m"]',
        "questions[6].slips[1].answer",
        "the right order",
    ),
    "a wrong order with a stranger": Broken(
        "answer: reversed", 'answer: ["3 m", "3.4 m", "$3 1/2$ m"]', "questions[6].slips[1].answer", "every item once"
    ),
    "a lonely dollar": Broken("A £5 note", "A $5 note", "questions[4].text", "written \\$"),
    "code in a formula": Broken("$2/3 + 1/4$?", "$#read(1)$?", f"{CHOICE}.text", "“#” can't stand in a formula"),
    "a formula Typst can't read": Broken('"$11/12$"', '"$11/_12$"', f"{CHOICE}.options.B.text", "can't be typeset"),
    "a sign nobody can say": Broken(
        "$8/12 + 3/12", "$8/12 := 3/12", f"{CHOICE}.steps[2]", "can't say", 'steps: ["$2/3'
    ),
    "a colon without quotes": Broken('title: "A sample"', "title: Maths: a sample", "file", "needs quotes"),
    "quotes left open": Broken('title: "A sample"', 'title: "A sample', "file", "close the quotes above", "about"),
    "a tab for indentation": Broken('    trick: "Count', '\ttrick: "Count', "file", "tabs can't indent"),
    "fields out of line": Broken('    trick: "Count up"', '   trick: "Count up"', "file", "Line the fields up"),
    "an ampersand without quotes": Broken('title: "A sample"', "title: & more", "file", "starts with & or *"),
    "an anchor": Broken("key: [B, C]", "key: &right [B, C]", "file", "Remove “&right”"),
    "an alias": Broken("key: [B, C]", "key: *right", "file", "“*right” repeats"),
    "a tag": Broken(
        "key: [B, C]", "key: !!python/name:os.system [B, C]", "file", "Remove “tag:yaml.org,2002:python/name"
    ),
    "a field with a list for a name": Broken('title: "A sample"', "[a, b]: c", "file", "one word"),
    "a second document": Broken("questions:", "questions: []\n---\nmore:", "file", "one quiz in one file", "---"),
    "lists nested very deeply": Broken("key: [B, C]", "key: " + "[" * 5000, "file", "nested too deeply"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_line_field_and_remedy(name, reading, sound):
    case = BROKEN[name]
    assert case.old in sound
    text = sound.replace(case.old, case.new, 1)
    marker = case.at or case.new.split("\n")[0]
    line = text[: text.rindex(marker) + len(marker)].count("\n") + 1

    problems = reading(text)

    assert not isinstance(problems, Quiz), "it loaded"
    found = [(problem.file, problem.line, problem.field) for problem in problems if case.says in problem.message]
    assert found == [("sample.yaml", line, case.field)], "\n".join(map(str, problems))


WHOLE_FILES = {
    "an empty file": ("", 1, "file", "empty"),
    "a list": ("- quiz: sample\n", 1, "file", "starts with fields"),
    "a file that is too large": ("#" * (MOST_BYTES + 1), 1, "file", "larger than 256 KB"),
    "a file in another encoding": ("quiz: sample\ntitle: \u00e9t\u00e9\n".encode("latin-1"), 2, "file", "UTF-8"),
    "a control character": ("quiz: sample\ntitle: a\x07b\n", 2, "file", "hidden control character"),
    "a bomb of aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "file", "Remove “&a”"),
    "a field without a name": ("quiz: sample\n? \n: x\n", 2, "file", "one word"),
    "comments only": ("# nothing here\n", 1, "file", "empty"),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_is_no_quiz_says_so(name, reading):
    text, line, field, says = WHOLE_FILES[name]

    problems = reading(text)

    (problem,) = problems
    assert (problem.line, problem.field) == (line, field)
    assert says in problem.message


def test_one_visit_finds_every_problem_in_the_order_of_the_lines(reading, sound):
    text = sound.replace("key: 3.5", "key: lots").replace("title:", "titles:").replace("$8/12 + ", "$8/12 + #")

    problems = reading(text)

    assert [problem.field for problem in problems] == ["title", "titles", "questions[4].key"]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_problem_is_named_once_even_if_two_rules_meet_it(reading, sound):
    problems = reading(sound.replace("id: an-order", "points: 1"))

    assert [problem.field for problem in problems] == ["questions[6].id"]


def test_formulas_are_looked_at_once_the_fields_are_sound(reading, sound):
    text = sound.replace("$8/12 + ", "$8/12 + #").replace("Count up", "Count $up$")

    problems = reading(text)

    assert [problem.field for problem in problems] == ["questions[1].steps[2]", "questions[4].trick"]


def test_a_file_that_cannot_be_opened_is_a_problem_and_not_a_crash(tmp_path):
    problems = read(tmp_path / "gone.yaml")

    assert "can't be opened" in problems[0].message
