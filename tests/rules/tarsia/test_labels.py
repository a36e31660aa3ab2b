import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.tarsia.labels import folded, seen, typed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("$1/2$ of 20", "1/2 of 20"),
        ("cost: \\$5", "cost: $5"),
        ("$3 times 4 div 2$", "3 × 4 ÷ 2"),
        ("$x^2 + 10^(-4)$", "x² + 10⁻⁴"),
        ("$5 - -3$", "5 − −3"),
        ("$sqrt(49)$", "√49"),
        ("$sqrt(3^2 + (1 + 3)^2)$", "√(3² + (1 + 3)²)"),
        ("$root(3, 8)$", "∛8"),
        ("$root(4, 16)$", "⁴√16"),
        ("$frac(1, x + 2)$", "1/(x + 2)"),
        ("$sqrt(frac(1, 4))$", "√(1/4)"),
        ("$sqrt(49$", "√49"),
        ("$x <= 4$, $y != 0$, $z >= 2$", "x ≤ 4, y ≠ 0, z ≥ 2"),
        ("$90 degree$ or $25 percent$", "90° or 25%"),
        ('$1/2 "of - pi" 40$', "1/2 of - pi 40"),
        ("$2 pi approx 6.28$", "2 π ≈ 6.28"),
        ("left over $1", "left over 1"),
    ],
)
def test_a_label_is_seen_in_one_line_of_signs(text, shown):
    assert seen(text) == shown


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("$a b$", "a×b"),
        ("$2x y^2 z$", "2x×y²×z"),
        ("$1/2 x$", "(1/2)x"),
        ("$x + 3/4 y$", "x + (3/4)y"),
        ("$2 1/2$", "2 1/2"),
        ("$(x + 1) (x + 2)$", "(x + 1)×(x + 2)"),
        ("a b", "a b"),
    ],
)
def test_a_formula_is_typed_so_that_it_can_be_read_in_one_way(text, plain):
    assert typed(text) == plain


def test_capitals_and_spaces_tell_no_two_labels_apart():
    assert folded("Right  Angle ") == folded("right angle")
    assert folded("$x^2$") != folded("$x^3$")


@given(st.text(alphabet='$"sqrtfaco(),^/-0123 π\\', max_size=300))
def test_no_text_is_too_odd_to_be_seen(text):
    assert isinstance(seen(text), str)
    assert isinstance(typed(text), str)
