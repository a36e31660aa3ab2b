"""Kahoot's spreadsheet as its template is, and as teachers fill it in."""

from io import BytesIO

import pytest

from challenge.catalogue.formats import read, write
from tests.catalogue.formats.samples import CHOICE, KAHOOT_TEMPLATE, saved, workbook
from tests.catalogue.formats.test_spreadsheets import only_problem

SIX_SEVENS = [1, "What is 6 × 7?", 42, "36", "48", None, 30, "1"]


class TestKahoot:
    def sheet(self, *rows):
        return saved(workbook([*KAHOOT_TEMPLATE, *rows]))

    def test_the_template_is_read_below_its_leading_rows(self):
        found = read(self.sheet(SIX_SEVENS, [2, "True?", "True", "False", None, None, 20, 2], [3]), "kahoot.xlsx")

        assert found.problems == ()
        first, second = found.questions
        assert first.question.fields == {
            "type": "choice",
            "text": "What is 6 × 7?",
            "seconds": "30",
            "options": {"A": {"text": "42"}, "B": {"text": "36"}, "C": {"text": "48"}},
            "key": "A",
        }
        assert first.question.place.row == 9
        assert {"topic", "steps", "options.B.slip"} <= set(first.missing)
        assert second.question.fields == {"type": "truth", "text": "True?", "seconds": "20", "key": "false"}

    def test_the_table_may_begin_in_the_first_cell_and_have_no_numbers(self):
        rows = [row[1:] for row in (KAHOOT_TEMPLATE[-1], [1, "Which?", "a", "b", "c", "d", 60, "1,3"])]

        found = read(saved(workbook(rows)), "export.xlsx")

        assert found.questions[0].question.fields["type"] == "choices"
        assert found.questions[0].question.fields["key"] == ["A", "C"]

    def test_merged_instructions_above_the_table_do_not_matter(self):
        book = workbook([*KAHOOT_TEMPLATE, SIX_SEVENS])
        book.active.merge_cells("B2:H2")

        assert read(saved(book), "kahoot.xlsx").problems == ()

    def test_an_answer_left_out_between_two_keeps_the_numbers_of_the_others(self):
        found = read(self.sheet([1, "Which?", "a", None, "c", None, 20, 3]), "kahoot.xlsx")

        assert found.questions[0].question.fields["key"] == "B"
        assert found.questions[0].question.fields["options"]["B"] == {"text": "c"}

    def test_dollars_are_dollars_there(self):
        found = read(self.sheet([1, "A $5 hat and a $7 scarf?", "$12", "$2", None, None, 20, 1]), "kahoot.xlsx")

        assert found.problems == ()
        assert found.questions[0].question.fields["text"] == "A \\$5 hat and a \\$7 scarf?"

    @pytest.mark.parametrize(
        ("row", "column", "says"),
        [
            ([1, "x" * 121, "a", "b", None, None, 20, 1], "B (Question)", "121 characters long. Shorten it to 120"),
            ([1, "Q?", "a" * 76, "b", None, None, 20, 1], "C (Answer 1)", "76 characters long. Shorten it to 75"),
            ([1, "Q?", "a" * 60, "b", None, None, 20, 1], "C (Answer 1)", "60 characters long. Shorten it to 48"),
            ([1, "Q?", "a", "b", None, None, 45, 1], "G (Time limit)", "Write one of 5, 10, 20"),
            ([1, "Q?", "a", "b", None, None, 5, 1], "G (Time limit)", "from 10 to 240"),
            ([1, "Q?", "a", "b", None, None, 20, "5"], "H (Correct answers)", "such as 1,3"),
            ([1, "Q?", "a", "b", None, None, 20, None], "H (Correct answers)", "such as 1,3"),
            ([1, "Q?", "a", "b", None, None, 20, 3], "H (Correct answers)", "Answer 3 is empty"),
            ([1, "Q?", "a", None, None, None, 20, 1], "D (Answer 2)", "Write another one"),
            ([1, None, "a", "b", None, None, 20, 1], "B (Question)", "missing"),
            ([1, "Q?", "=1+1", "b", None, None, 20, 1], "C (Answer 1)", "formula"),
            ([1, "Q?", "01-Feb", "b", None, None, 20, 1], "C (Answer 1)", "1/2"),
            ([1, "Q?", "b", "b", None, None, 20, 1], "C (Answer 1)", "the same"),
        ],
    )
    def test_each_limit_is_named_by_row_and_column(self, row, column, says):
        found = read(self.sheet(SIX_SEVENS, row), "kahoot.xlsx")

        problem = only_problem(found)
        assert (problem.row, problem.column) == (10, column)
        assert says in problem.message
        assert len(found.questions) == 1

    def test_what_we_write_has_the_leading_rows_and_numbers_of_the_template(self):
        from openpyxl import load_workbook

        sheet = load_workbook(BytesIO(write([CHOICE, CHOICE | {"id": "again"}], "kahoot"))).active

        rows = [[cell or None for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert rows[1][1] == "Quiz template"
        assert [row[0] for row in rows[:8]] == [None] * 8
        assert rows[7][:8] == KAHOOT_TEMPLATE[-1]
        assert rows[8] == ["1", "What is 2/3 + 1/4?", "3/7", "11/12", "1/2", None, "60", "2"]
        assert rows[9][0] == "2"


def test_a_kahoot_of_too_many_questions_is_cut_off_by_name():
    rows = [[n, f"What is {n} + 1?", n + 1, n, None, None, 20, 1] for n in range(501)]

    found = read(saved(workbook([*KAHOOT_TEMPLATE, *rows])), "kahoot.xlsx")

    assert len(found.questions) == 500
    assert "500" in only_problem(found).message
