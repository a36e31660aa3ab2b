"""Formulas as plain text and as TeX: exact where it can be, refused where anything would have to be guessed."""

import pytest

from challenge.catalogue.formats.formula import UnsayableError, in_plain
from challenge.catalogue.formats.tex import to_tex, with_formulas


@pytest.mark.parametrize(
    ("ours", "plain"),
    [
        ("$3/4$", "3/4"), ("$(1 + 2)/3$", "(1 + 2)/3"), ("$x^2$", "x²"), ("$10^(-4)$", "10⁻⁴"), ("$x_1$", "x₁"),
        ("$sqrt(49)$", "√49"), ("$sqrt(a + b)$", "√(a + b)"), ("$root(3, 8)$", "∛8"), ("$x^a$", "x^a"),
        ("$2^(a + b)$", "2^(a + b)"), ("$3 times 4 div 2$", "3 × 4 ÷ 2"), ("$90 degree$", "90°"), ("$x <= 4$", "x ≤ 4"),
        ('$1/2 "of" 40$', "1/2 of 40"), ("£5 or \\$5", "£5 or $5"), ("$5 - -3$", "5 − −3"), ("$1,250$", "1,250"),
    ],
)  # fmt: skip
def test_a_formula_as_plain_text(ours, plain):
    assert in_plain(ours) == plain


@pytest.mark.parametrize(
    "ours",
    [
        "$2/3x$", "$2 1/2/3$", "$x/2/3$", "$root(5, 8)$", "$sqrt()$", "$x_a$", "$x^2^3$",
        "$^2$", "$/2$", "$2/$", "$x^$",
        "$2/)$", "$(1$", "$1)$", "$sqrt 4$", "$root(3)$", "$sqrt(1, 2)$", "$frac(1, 2)$", "$x^-1$", "$2/+$",
        "$" + "(" * 12 + "1" + ")" * 12 + "$", "$+^2$",
    ],
)  # fmt: skip
def test_what_would_have_to_be_guessed_is_refused(ours):
    with pytest.raises(UnsayableError):
        in_plain(ours)


@pytest.mark.parametrize(
    "ours",
    [
        "$3/4$", "$(1 + 2)/3$", "$x^2 + 3x$", "$10^(-4)$", "$10^12$", "$x_1$", "$sqrt(a + b)/2$", "$root(3, 8)$",
        "$3 times 4$", "$90 degree$", "$x <= 4$", "$x != 0$", '$1/2 "of" 40$', "$1,250$", "$25%$", "$2, 4, 6, dots$",
        "$2pi r$", "$3 + square = 7$", "$a b$", "$2 : 3$", "£5 is \\$6 and $1 1/2$ is more",
    ],
)  # fmt: skip
def test_every_example_of_our_notation_is_tex_and_back_the_same(ours):
    assert with_formulas(to_tex(ours)) == ours


@pytest.mark.parametrize("ours", ["$(x)/4$", "$x^(2)$", "$frac(1, 2)$", "$pi approx3$", "$a/b/c$", "$25 percent$"])
def test_what_tex_would_bring_back_otherwise_is_refused(ours):
    try:
        assert with_formulas(to_tex(ours)) == ours
    except UnsayableError:
        return


@pytest.mark.parametrize(("tex", "ours"), [("\\(2\\, x\\)", "$2 x$"), ("\\(3^\\circ\\)", "$3 degree$")])
def test_spaces_and_degrees_of_tex(tex, ours):
    assert with_formulas(tex) == ours


@pytest.mark.parametrize("tex", ["\\(x^{}\\)", "\\(x^\\)", "\\(\\frac+2\\)", "\\(}\\)", "\\(\\sqrt{2\\)"])
def test_tex_that_is_not_whole_is_refused(tex):
    with pytest.raises(UnsayableError):
        with_formulas(tex)
