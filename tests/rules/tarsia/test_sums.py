"""Sums on labels, held against Python's own arithmetic on the same sums."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from challenge.rules.tarsia.sums import NUMBER, worked_out

ADDING, TIMES, ATOM = range(3)
"""How tightly a sum hangs together, which says where it needs brackets."""


@st.composite
def atoms(draw):
    whole = draw(st.integers(0, 30))
    shape = draw(st.sampled_from(["whole", "decimal", "percent", "fraction", "mixed", "root"]))
    below = draw(st.integers(2, 9))
    return {
        "whole": (f"{whole}", Fraction(whole), ATOM),
        "decimal": (f"{whole}.{below}", Fraction(10 * whole + below, 10), ATOM),
        "percent": (f"{whole}%", Fraction(whole, 100), ATOM),
        "fraction": (f"{whole}/{below}", Fraction(whole, below), TIMES),
        "mixed": (f"{whole + 1} 1/{below}", whole + 1 + Fraction(1, below), TIMES),
        "root": (f"√{whole * whole}", Fraction(whole), ATOM),
    }[shape]


def bracketed(sum_, least):
    text, value, binds = sum_
    return (text, value) if binds >= least else (f"({text})", value)


@st.composite
def joined(draw, sums):
    sign = draw(st.sampled_from(["+", "-", "*", "÷", " of ", "^2"]))
    one, other = draw(sums), draw(sums)
    if sign in "+-":
        (left, a), (right, b) = bracketed(one, ADDING), bracketed(other, TIMES)
        return f"{left} {sign} {right}", a + b if sign == "+" else a - b, ADDING
    if sign == "^2":
        return f"({one[0]})^2", one[1] ** 2, TIMES
    (left, a), (right, b) = bracketed(one, TIMES), bracketed(other, ATOM)
    assume(sign != "÷" or b)
    return f"{left} {sign} {right}", a / b if sign == "÷" else a * b, TIMES


@given(st.recursive(atoms(), joined, max_leaves=5))
def test_every_sum_comes_to_what_it_comes_to(sum_):
    text, value, _ = sum_
    assume(len(text) <= 64)

    found = worked_out(" ".join(text.split()))

    assert found is not None, text
    assert (found.measure, found.size) == (NUMBER, value), text
