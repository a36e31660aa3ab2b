from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import read, spoken
from challenge.rules.questions import Kind, Wanted


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2 1/3", "two and one third"),
        ("-4", "minus four"),
        ("3.5", "three point five"),
        ("7/2", "seven halves"),
        ("1/2", "one half"),
        ("-1/4", "minus one quarter"),
        ("3/4", "three quarters"),
        ("2/4", "two quarters"),
        ("5/8", "five eighths"),
        ("11/12", "eleven twelfths"),
        ("7/20", "seven twentieths"),
        ("3/100", "three hundredths"),
        ("1/1000", "one thousandth"),
        ("3/22", "three over twenty-two"),
        ("-2 1/2", "minus two and one half"),
        ("0.05", "zero point zero five"),
        ("12.340", "twelve point three four"),
        ("50%", "fifty per cent"),
        ("0", "zero"),
        ("-0", "zero"),
    ],
)
def test_a_number_is_said_as_a_teacher_says_it(typed, words):
    assert read(Kind.NUMBER, typed, Wanted()).words == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (7, "seven"),
        (13, "thirteen"),
        (20, "twenty"),
        (45, "forty-five"),
        (100, "one hundred"),
        (105, "one hundred and five"),
        (219, "two hundred and nineteen"),
        (1000, "one thousand"),
        (1005, "one thousand and five"),
        (1100, "one thousand one hundred"),
        (12_345, "twelve thousand three hundred and forty-five"),
        (200_000, "two hundred thousand"),
        (1_000_001, "one million and one"),
        (2_000_300_000, "two billion three hundred thousand"),
        (900_000_000_019, "nine hundred billion and nineteen"),
        (10**12, "1,000,000,000,000"),
    ],
)
def test_whole_numbers_are_said_up_to_a_trillion(number, words):
    assert spoken.whole(number) == words


@pytest.mark.parametrize(
    ("exponent", "words"),
    [(2, "squared"), (3, "cubed"), (4, "to the power four"), (-2, "to the power minus two"), (0, "to the power zero")],
)
def test_powers_are_said(exponent, words):
    assert spoken.power(exponent) == words


def test_a_part_of_a_penny_is_said_in_pounds():
    assert spoken.pounds(Fraction("1.439"), "one point four three nine") == "one point four three nine pounds"


@given(one=st.integers(0, 10**7), other=st.integers(0, 10**7))
def test_two_numbers_never_sound_alike(one, other):
    assert (spoken.whole(one) == spoken.whole(other)) is (one == other)


@given(above=st.integers(0, 50), below=st.integers(1, 120), other=st.integers(1, 120))
def test_two_fractions_never_sound_alike(above, below, other):
    assert (spoken.fraction(above, below) == spoken.fraction(above, other)) is (below == other)
