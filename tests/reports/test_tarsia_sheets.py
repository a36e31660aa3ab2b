"""A Tarsia as a PDF: what is on it, and that it comes out the same again."""

import re
from collections import Counter

import pytest

from challenge.reports.tarsia_fitting import chosen
from challenge.reports.tarsia_labels import measured
from challenge.reports.tarsia_sheets import LARGE, MOST_LINES, NORMAL, as_pdf, printing, source
from challenge.rules.refusal import Refused
from tests.reports.tarsias import a_tarsia

LAYOUTS = ["chain 21", "loop 12", "triangle 4", "hexagon 2", "parallelogram 3 x 3", "star", "squares 4 x 3", "cards 12"]
LONG = "Thirty-nine signs, which is a long label"
PLACED = re.compile(r"^piece\((.*?), (.*?), (\d+), dealt(\d+)\)\nnumber\(.*?, .*?, (\d+),", re.MULTILINE)


def pages(pdf):
    return len(re.findall(rb"/Type/Page\b", pdf))


def print_(name, teams=("",), *, seed=7, scale=NORMAL, sitting="", **made):
    return printing(a_tarsia(name, **made), teams, seed=seed, sitting=sitting, scale=scale)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_printed_on_one_sheet_with_two_more_for_the_judge(name):
    pdf = as_pdf(print_(name))

    assert pdf.startswith(b"%PDF")
    assert pages(pdf) == 3
    assert b"/Lang(en-GB)" in pdf
    assert b"pdfuaid:part>1<" in pdf


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("scale", [NORMAL, LARGE])
def test_every_label_is_drawn_on_its_piece_in_type_that_can_be_read(name, scale):
    tarsia = a_tarsia(name)
    ways = measured(tarsia.labels, MOST_LINES)

    code = source(printing(tarsia, [""], seed=7, scale=scale))

    for number, edges in enumerate(tarsia.faces.pieces):
        (drawn,) = re.findall(rf"^#let dealt{number} = (.*)$", code, re.MULTILINE)
        assert min(float(size) for size in re.findall(r"label\(([\d.]+)pt", drawn)) >= scale.sizes.floor
        for edge in edges:
            assert edge is None or any(", ".join(way.lines) in drawn for way in ways[edge])


def test_a_border_is_printed_though_it_matches_nothing():
    code = source(print_("star", border=["Nobody’s", "Nothing’s"]))

    assert code.count('#"Nobody’s"') == code.count('#"Nothing’s"') == 2, "on the piece, and on that of the solution"


def test_a_chain_says_where_it_starts_and_finishes():
    code = source(print_("chain 5"))

    assert re.findall(r'^#let dealt(\d) = .*strong\("(\w+)"\)', code, re.MULTILINE) == [("0", "START"), ("4", "FINISH")]
    assert "START" not in source(print_("loop 5"))


def test_a_piece_has_the_same_number_in_all_sets_and_lies_elsewhere():
    code = source(print_("triangle 3", ["Swift", "Slow", ""]))

    found = PLACED.findall(code)
    numbers = {(piece, shown) for *_, piece, shown in found}
    places = Counter((x, y, angle, piece) for x, y, angle, piece, _ in found)
    assert len(found) == 3 * 9
    assert len(numbers) == 9
    assert {shown for _, shown in numbers} == {str(number) for number in range(1, 10)}
    assert max(places.values()) < 3
    assert len(places) > 18


def test_numbers_do_not_follow_the_solution():
    assert print_("chain 21").shown != tuple(range(1, 22))
    assert print_("chain 21", seed=7).shown != print_("chain 21", seed=8).shown


def test_the_same_seed_prints_the_same_bytes_and_another_does_not():
    assert as_pdf(print_("star")) == as_pdf(print_("star"))
    assert source(print_("star")) != source(print_("star", seed=8))


def test_each_set_names_its_team_the_sitting_and_its_number():
    pdf_source = source(print_("star", ["Swift", ""], sitting="College final"))

    assert '"Swift · Set 1", "Fractions of amounts · College final"' in pdf_source
    assert '_____ · Set 2", "Fractions of amounts · College final"' in pdf_source
    assert '"For the judge only", "Fractions of amounts · College final · seed 7"' in pdf_source


def test_many_sets_add_their_sheets_and_a_list_for_the_scores():
    assert pages(as_pdf(print_("star", ["Swift", "Slow", "Prime Suspects"]))) == 3 + 2 + 1


def test_names_are_no_code_and_signs_that_no_font_has_are_replaced():
    hostile = '"] #panic("x") $ \\ */ // <b> @x'
    code = source(print_("star", [hostile, "Team 😀"]))

    assert isinstance(as_pdf(print_("star", [hostile, "Team 😀"])), bytes)
    assert '"Team ? · Set 2"' in code


def test_a_label_with_a_sign_that_no_font_has_is_refused():
    refused = source(print_("cards 2", pairs=[("😀", "smile")]))

    assert refused == Refused("no_sign", "Labels have signs that can't be printed: “😀”. Take them out.")
    assert as_pdf(print_("cards 2", pairs=[("😀", "smile")])) == refused


def test_a_label_that_fits_no_piece_is_named():
    long = "$" + "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16"[:118] + "$"

    refused = source(print_("hexagon 2", pairs=[(long, "136"), ("7", "8")]))

    assert refused.code == "too_long"
    assert refused.message.startswith(f"Too long for a piece, even in 9 points: “{long}”")
    assert refused.message.endswith("and 10 more. Shorten what they say.")


def test_long_labels_take_more_lines_or_more_sheets_and_stay_legible():
    tarsia = a_tarsia("cards 12", pairs=[(LONG, LONG.upper())])
    ways = measured(tarsia.labels, MOST_LINES)

    found = chosen(tarsia, ways, NORMAL)

    assert min(each.size for each in found.labels) >= NORMAL.sizes.comfort
    assert max(len(each.way.lines) for each in found.labels) >= 2


def test_large_print_is_large_and_takes_the_sheets_that_it_needs():
    small, large = (chosen(*_measured("triangle 4"), scale) for scale in (NORMAL, LARGE))

    assert min(each.size for each in large.labels) >= 24
    assert large.grid.form.width > small.grid.form.width
    assert pages(as_pdf(print_("triangle 4", scale=LARGE))) > 3


def test_jigsaws_are_turned_and_what_is_read_one_way_is_not():
    def angles(name):
        return {int(angle) for *_, angle, _, _ in PLACED.findall(source(print_(name)))}

    assert angles("squares 4 x 3") == {0, 90, 180, 270}
    assert {angle % 360 for angle in angles("triangle 4")} == {0, 60, 120, 180, 240, 300}
    assert angles("chain 21") == angles("loop 12") == angles("cards 12") == {0}


def _measured(name):
    tarsia = a_tarsia(name)
    return tarsia, measured(tarsia.labels, MOST_LINES)
