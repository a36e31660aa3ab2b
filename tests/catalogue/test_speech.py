"""Formulas as a British teacher says them."""

import pytest

from challenge.catalogue.typesetting import typeset

SAID = {
    "2/3 + 1/4": "2 over 3 plus 1 over 4",
    "1 1/2": "1 and 1 over 2",
    "2 times 3 1/4": "2 times 3 and 1 over 4",
    "x 1/2": "x 1 over 2",
    "3 x/2": "3 x over 2",
    "-1/2": "minus 1 over 2",
    "1/(-2)": "1 over minus 2, end of fraction",
    "(1 + 2)/3": "1 plus 2, all over 3",
    "1/(x + 1)": "1 over x plus 1, end of fraction",
    "(x + 1)/(x + 2)": "x plus 1, all over x plus 2, end of fraction",
    "x/y/z": "x over y, all over z",
    "x^2": "x squared",
    "x^3": "x cubed",
    "2^10": "2 to the power 10",
    "10^(-4)": "10 to the power minus 4",
    "x^n": "x to the power n",
    "(-3)^2": "open bracket minus 3 close bracket squared",
    "x_1": "x sub 1",
    "sqrt(49)": "the square root of 49",
    "sqrt(x + 1)": "the square root of x plus 1, end of root",
    "root(3, 8)": "the cube root of 8",
    "root(4, 16)": "the 4th root of 16",
    "root(3, x + 1)": "the cube root of x plus 1, end of root",
    "-4": "minus 4",
    "5 - -3": "5 minus minus 3",
    "12 div 4": "12 divided by 4",
    "x = 4": "x equals 4",
    "5 != 6": "5 is not equal to 6",
    "2 < 3": "2 is less than 3",
    "3 > 2": "3 is greater than 2",
    "x <= 4": "x is less than or equal to 4",
    "x >= 4": "x is greater than or equal to 4",
    "pi approx 3.14": "pi is about 3.14",
    "2 : 3": "2 to 3",
    "25%": "25 per cent",
    "25 percent": "25 per cent",
    "90 degree": "90 degrees",
    "3(x + 2)": "3 open bracket x plus 2 close bracket",
    "(3, 7)": "open bracket 3, 7 close bracket",
    "2, 4, 6, dots": "2, 4, 6, and so on",
    "1,250": "1,250",
    "1,250,000.5": "1,250,000.5",
    "3 + ? = 7": "3 plus what equals 7",
    "3 + square = 7": "3 plus blank equals 7",
    '1/2 "of" 40': "1 over 2 of 40",
    '5 "cm"^2': "5 cm squared",
    '5 "cm²"': "5 cm squared",
    "2a + 3b": "2 a plus 3 b",
    "a -> b": "a goes to b",
}


@pytest.mark.parametrize("formula", SAID)
def test_a_formula_is_said_as_a_teacher_says_it(formula):
    source = f"${formula}$"

    assert typeset([source])[source].spoken == SAID[formula]


def test_the_spoken_form_is_the_label_of_the_formula():
    done = typeset(["$1 1/2$"])["$1 1/2$"]

    assert done.html.startswith(f'<math aria-label="{done.spoken}">')
