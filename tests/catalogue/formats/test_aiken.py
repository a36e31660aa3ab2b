"""Aiken, line by line."""

import pytest

from challenge.catalogue.formats import read

GOOD = "What is 1 + 1?\nA. 2\nB) 3\nANSWER: A\n"


def test_questions_are_read_with_points_or_brackets_behind_the_letters():
    found = read(f"\ufeff{GOOD}\nWhat costs $5?\n\nA. A hat\nB. A £9 hat\nanswer: a\n".encode(), "quiz.txt")

    assert found.problems == ()
    assert [each.question.fields for each in found.questions] == [
        {"type": "choice", "text": "What is 1 + 1?", "options": {"A": {"text": "2"}, "B": {"text": "3"}}, "key": "A"},
        {
            "type": "choice",
            "text": "What costs \\$5?",
            "options": {"A": {"text": "A hat"}, "B": {"text": "A £9 hat"}},
            "key": "A",
        },
    ]
    assert [each.question.place.row for each in found.questions] == [1, 6]


@pytest.mark.parametrize(
    ("text", "row", "column", "says"),
    [
        ("What?\nA. 1\nB. 2\nANSWER: C\n", 4, "ANSWER", "not among the options"),
        ("What?\nA. 1\nB. 2\nANSWER: A, B\n", 4, "ANSWER", "Write one of"),
        ("What?\nA. 1\nANSWER: A\n", 3, "ANSWER", "fewer than two"),
        ("What\nnow?\nA. 1\nB. 2\nANSWER: A\n", 2, "question", "on one line"),
        ("What?\nA. 1\nC. 2\nANSWER: A\n", 3, "answer C", "where B should"),
        ("What?\nA. 1\nB. 2\nor 3\nANSWER: A\n", 4, "answers", "“or 3” is no answer"),
        ("What?\n" + "".join(f"{x}. {x}\n" for x in "ABCDEFG") + "ANSWER: A\n", 8, "answer G", "too many answers"),
        ("ANSWER: A\n", 1, "ANSWER", "no question above"),
        ("What?\nA. 1\nB. 1\nANSWER: A\n", 2, "answers", "the same"),
        ("What?\nA.\nB. 1\nANSWER: A\n", 2, "answer A", "empty"),
        (f"What?\nA. 1\nB. {'x' * 60}\nANSWER: A\n", 3, "answer B", "Shorten it to 48"),
    ],
)
def test_each_problem_has_its_line_and_the_good_question_stays(text, row, column, says):
    found = read((text + "\n" + GOOD).encode(), "quiz.txt")

    assert [(each.row, each.column) for each in found.problems] == [(row, column)]
    assert says in found.problems[0].message
    assert len(found.questions) == 1


def test_a_last_question_without_its_answer_line_is_named():
    found = read((GOOD + "\nWhat else?\nA. 1\nB. 2\n").encode(), "quiz.txt")

    assert [(each.row, each.column) for each in found.problems] == [(6, "question")]
    assert "ANSWER: B" in found.problems[0].message


def test_too_many_questions_are_cut_off_by_name():
    found = read((GOOD + "\n").encode() * 501, "quiz.txt")

    assert len(found.questions) == 500
    assert "500" in found.problems[0].message
