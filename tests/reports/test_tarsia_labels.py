"""How labels are broken, measured and fitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.catalogue.tarsias import Label
from challenge.reports.tarsia_forms import Room
from challenge.reports.tarsia_labels import MM_OF_A_POINT, Sizes, Way, fitted, lacking, measured, quoted

SIZES = Sizes(floor=9, comfort=10, alike=11, most=16)
WAYS = st.lists(
    st.lists(st.builds(Way, st.just(("[x]",)), st.floats(0.3, 30), st.floats(0.5, 5)), min_size=1, max_size=3),
    min_size=1,
    max_size=8,
)


def ways(text, most_lines=3):
    return measured([Label(text, text, text)], most_lines)[0]


@given(ways=WAYS, breadth=st.floats(20, 150), narrowing=st.sampled_from([0, 2, 3.46]), height=st.floats(5, 60))
def test_what_is_fitted_has_room_and_is_never_below_the_floor(ways, breadth, narrowing, height):
    room = Room(breadth, narrowing, height)

    found = fitted(ways, room, SIZES)

    for each, tried in zip(found, ways, strict=True):
        if each is None:
            assert all(way.fit(room) < SIZES.floor for way in tried)
            continue
        assert SIZES.floor <= each.size <= SIZES.most
        assert each.way in tried
        assert each.height <= room.height + 1e-6
        assert each.way.width * each.size * MM_OF_A_POINT <= room.breadth - room.narrowing * each.height + 1e-6


def test_labels_share_the_size_of_the_smallest_that_is_not_small():
    room = Room(60, 0, 20)
    wide = [[Way(("[a]",), width, 0.7)] for width in (2, 60 / (12.6 * MM_OF_A_POINT), 60 / (9.6 * MM_OF_A_POINT))]

    assert [each.size for each in fitted(wide[:2], room, SIZES)] == [12.5, 12.5]
    assert [each.size for each in fitted(wide, room, SIZES)] == [11, 11, 9.5]


def test_a_second_line_must_be_worth_it():
    room = Room(60, 0, 20)
    one, slightly, much = (Way(("[a]",), 60 / (size * MM_OF_A_POINT), 0.7) for size in (12.2, 13.2, 14.7))

    assert fitted([[one, slightly]], room, SIZES)[0].way is one
    assert fitted([[one, much]], room, SIZES)[0].way is much


def test_words_are_broken_at_spaces_into_lines_of_like_width():
    two = ways("What is three quarters of 24 pounds?", 2)[-1]

    assert two.lines == ('[#"What is three";]'.replace("three", "three quarters"), '[#"of 24 pounds?";]')


def test_sums_are_torn_apart_last():
    told = ways("£18 because 24 ÷ 4 = 6 and 3 × 6 = 18", 2)

    untorn, narrowest = told[2:]
    assert untorn.lines[1] == '[#"and 3 × 6 = 18";]'
    assert narrowest.width < untorn.width


def test_a_formula_is_one_word_with_what_touches_it():
    assert [each.lines for each in ways("($1/2$ of)")[:1]] == [
        ('[#"(";#math.equation(alt: "1 over 2", $display(1/2)$.body);#" of)";]',)
    ]
    assert len(ways("$1/2 + 1/3 + 1/4$")) == 2, "one line, however it is asked"


def test_a_mixed_number_is_set_a_little_apart():
    (mixed, *_), (sum_, *_) = ways("$12 3/4 + 1 1/2$"), ways("$2 + 1/2 3/4$")

    assert "$display(12 thin 3/4 + 1 thin 1/2)$" in mixed.lines[0]
    assert "thin" not in sum_.lines[0]


def test_a_fraction_is_measured_in_full():
    """Two lines of digits and a bar: more than twice the height of one."""
    (plain, *_), (fraction, *_) = ways("12"), ways("$1/2$")

    assert plain.height == pytest.approx(0.65, abs=0.05)
    assert fraction.height > 2 * plain.height


@pytest.mark.parametrize("text", ["", "Prime Suspects", "£ ½ √ ² − × ÷ ≤ π é Ž"])
def test_common_signs_can_be_printed(text):
    assert lacking(text) == []


def test_signs_that_no_font_has_are_found():
    assert lacking('A "😀" and a 漢\N{ZERO WIDTH JOINER}, twice 😀') == ["😀", "漢"]


def test_a_text_can_not_leave_its_quotes():
    assert quoted('a "b" \\ #c\n$d$') == '"a \\"b\\" \\\\ #c $d$"'
