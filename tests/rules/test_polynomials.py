from collections import Counter
from fractions import Fraction
from itertools import product as every

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import polynomials, rationals
from challenge.rules.marking.polynomials import MOST_DEGREE, MOST_PRODUCTS, MOST_TERMS, ONE, TooBigError
from challenge.rules.marking.rationals import (
    MOST_BITS,
    MOST_DEGREE_BELOW,
    MOST_POWER,
    MOST_TERMS_ABOVE,
    Rational,
    TangledError,
)

POINTS = [
    dict(zip("xyz", place, strict=True)) for place in every([Fraction(2), Fraction(-3, 5), Fraction(7)], repeat=3)
]

names = st.text("xyz", max_size=2).map(lambda name: "".join(sorted(name)))
terms = st.dictionaries(names, st.integers(-6, 6).filter(bool), min_size=1, max_size=3)
in_one_letter = st.dictionaries(st.sampled_from(["", "x", "xx"]), st.integers(-6, 6).filter(bool), min_size=1)
bottoms = st.one_of(in_one_letter, st.just({"x": 1, "y": 1}), st.just({"xy": 2, "z": 3}), st.just({"yy": 4}))
linear = st.one_of(
    st.dictionaries(st.sampled_from(["", "x"]), st.integers(-6, 6).filter(bool), min_size=1),
    st.just({"x": 1, "y": 1}),
    st.just({"yy": 4}),
)
values = st.builds(lambda top, bottom: rationals.quotient(Rational(top), [Rational(bottom)]), terms, bottoms)
plain_values = st.builds(lambda top, bottom: rationals.quotient(Rational(top), [Rational(bottom)]), terms, linear)


def at(polynomial, point):
    total = Fraction(0)
    for name, coefficient in polynomial.items():
        share = Fraction(coefficient)
        for letter in name:
            share *= point[letter]
        total += share
    return total


def worth(value, point):
    """None where something would be divided by 0."""
    under = at(value.under(), point)
    return at(value.top, point) / under if under else None


def said(value):
    return str(rationals.lowest(value))


def x_and(number):
    return Rational({"x": 1, "": number})


@given(terms, terms)
def test_polynomials_are_multiplied_as_their_values_are(one, other):
    result = polynomials.product([one, other])

    assert all(at(result, point) == at(one, point) * at(other, point) for point in POINTS)


@given(terms, terms)
def test_what_was_multiplied_divides_again_without_a_remainder(one, other):
    assert polynomials.divided(polynomials.product([one, other]), other) == one


@pytest.mark.parametrize(
    ("top", "by"),
    [({"x": 1}, {"y": 1}), ({"x": 1, "": 1}, {"x": 1}), ({"x": 3}, {"x": 2}), ({"xx": 1, "": 1}, {"x": 1, "": 1})],
)
def test_a_remainder_is_no_quotient(top, by):
    assert polynomials.divided(top, by) is None


@given(values, plain_values)
def test_sums_and_products_of_fractions_are_worth_what_their_parts_are(one, other):
    total, times = rationals.total([one, other]), rationals.product([one, other])

    for point in POINTS:
        parts = worth(one, point), worth(other, point)
        if None not in parts:
            assert worth(total, point) == sum(parts)
            assert worth(times, point) == parts[0] * parts[1]


@given(values, linear)
def test_a_fraction_says_the_same_after_it_was_expanded_and_cancelled(value, factor):
    again = rationals.quotient(rationals.product([value, Rational(factor)]), [Rational(factor)])

    assert said(again) == said(value)


@given(values, plain_values)
def test_two_fractions_say_the_same_only_if_they_are_worth_the_same(one, other):
    difference = rationals.lowest(rationals.total([one, rationals.negative(other)]))

    assert (said(one) == said(other)) is (difference.top == {})


@given(st.lists(terms, min_size=1, max_size=5))
def test_the_order_of_terms_says_nothing(parts):
    forwards = rationals.total([Rational(part) for part in parts])
    backwards = rationals.total([Rational(part) for part in reversed(parts)])

    assert said(forwards) == said(backwards)


def test_a_power_is_a_repeated_product():
    half = rationals.quotient(x_and(1), [rationals.letter("y"), x_and(2)])

    assert said(rationals.power(half, 3)) == said(rationals.product([half, half, half]))
    assert said(rationals.power(half, 0)) == "+1"


def test_brackets_of_one_letter_are_cancelled_in_part():
    bottom = Rational({"xx": 1, "": -1})

    value = rationals.quotient(rationals.product([x_and(1), Rational({"y": 1})]), [bottom])

    assert said(value) == "+1y/+1x-1"


def test_brackets_that_stand_under_two_fractions_stand_once_under_their_sum():
    one, other = (rationals.quotient(Rational({name: 1}), [x_and(1)]) for name in "yz")

    assert said(rationals.total([one, other])) == "+1y+1z/+1x+1"


def test_a_fraction_of_numbers_is_cancelled_with_its_sign_on_top():
    assert said(rationals.quotient(rationals.number(Fraction(6)), [rationals.number(Fraction(-4))])) == "-3/+2"
    assert said(rationals.quotient(rationals.number(Fraction(0)), [x_and(1)])) == "0"


@pytest.mark.parametrize("number", [Fraction(0), Fraction(3), Fraction(-3, 7)])
def test_a_plain_number_is_known_as_one(number):
    assert rationals.number(number).is_number()
    assert not rationals.quotient(rationals.number(Fraction(1)), [rationals.letter("x")]).is_number()
    assert not rationals.letter("x").is_number()


def test_nothing_is_divided_by_nought():
    with pytest.raises(ZeroDivisionError):
        rationals.quotient(x_and(1), [rationals.number(Fraction(0))])


@pytest.mark.parametrize(
    "divisor",
    [
        rationals.quotient(Rational(ONE), [x_and(1)]),
        Rational({"xx": 1, "yy": -1}),
        Rational({"xx": 1, "xy": 2, "yy": 1}),
    ],
)
def test_what_cannot_be_cancelled_simply_is_not_divided_by(divisor):
    with pytest.raises(TangledError):
        rationals.quotient(Rational(ONE), [divisor])


def test_a_sum_has_so_many_terms_at_most():
    many = [rationals.letter(chr(0x100 + n)) for n in range(MOST_TERMS + 1)]

    assert rationals.total(many[1:])
    with pytest.raises(TooBigError):
        rationals.total(many)


def test_a_product_has_so_many_products_of_terms_at_most_even_where_few_are_left():
    one, other = ({"x" * power: 1 for power in range(size)} for size in (12, 8))

    assert MOST_PRODUCTS == 12 * 8
    assert len(polynomials.product([one, other])) == 19
    with pytest.raises(TooBigError):
        polynomials.product([one, {**other, "y": 1}])


def test_a_product_has_such_a_power_at_most_whatever_is_cancelled_later():
    assert polynomials.product([{"x": 1}] * MOST_DEGREE) == {"x" * MOST_DEGREE: 1}
    with pytest.raises(TooBigError):
        polynomials.product([{"x": 1}] * (MOST_DEGREE + 1))


def test_a_product_of_nothing_is_one_and_with_nought_nothing():
    assert polynomials.product([]) == ONE
    assert polynomials.product([{"x": 1, "": 1}, {}, {"y": 2}]) == {}


def test_a_sum_of_fractions_has_so_much_under_its_bar_at_most():
    parts = [rationals.quotient(Rational(ONE), [x_and(n)]) for n in range(1, MOST_DEGREE_BELOW + 2)]

    assert rationals.total(parts[1:])
    with pytest.raises(TooBigError):
        rationals.total(parts)


def test_a_sum_over_a_bracket_has_fewer_terms_at_most():
    top = Rational({chr(0x100 + n): 1 for n in range(MOST_TERMS_ABOVE + 1)})

    assert rationals.lowest(rationals.quotient(top, [rationals.letter("x")]))
    with pytest.raises(TooBigError):
        rationals.lowest(rationals.quotient(top, [x_and(1)]))


def test_a_division_that_gets_out_of_hand_is_given_up():
    top = {"z\u0200": 1, **{f"y{chr(0x100 + n)}": 1 for n in range(MOST_TERMS - 1)}}

    with pytest.raises(TooBigError):
        polynomials.divided(top, {"\u0200": 1, "a": 1, "b": 1, "c": 1})


def test_no_root_is_looked_for_where_remainders_tell_nothing():
    assert polynomials.has_root_of({"x": 1}, {"x": 2**61 - 1, "": 1})
    assert polynomials.has_root_of({"xx": 1, "": -1}, {"x": 1, "": 1})
    assert not polynomials.has_root_of({"xx": 1, "": 1}, {"x": 1, "": 1})


def test_powers_and_numbers_are_so_big_at_most():
    largest = rationals.number(Fraction(2 ** (MOST_BITS - 1)))

    assert rationals.power(rationals.letter("x"), MOST_POWER)
    for too_big in (
        lambda: rationals.power(rationals.letter("x"), MOST_POWER + 1),
        lambda: rationals.product([rationals.letter("x")] * (MOST_POWER + 1)),
        lambda: rationals.product([largest, rationals.number(Fraction(2))]),
        lambda: rationals.quotient(Rational(ONE), [rationals.letter("x")] * (MOST_POWER + 1)),
        lambda: rationals.power(rationals.quotient(Rational(ONE), [x_and(1)]), MOST_POWER),
    ):
        with pytest.raises(TooBigError):
            rationals.lowest(too_big())


def test_a_bracket_under_a_bar_has_few_terms():
    with pytest.raises(TooBigError):
        rationals.quotient(Rational(ONE), [Rational(dict.fromkeys("abcdefg", 1))])


@given(in_one_letter, in_one_letter, in_one_letter)
def test_what_two_polynomials_of_one_letter_share_divides_both(one, other, common):
    first, second = polynomials.product([one, common]), polynomials.product([other, common])

    shared = polynomials.shared_with(first, second) if polynomials.letters(first) else ONE

    assert polynomials.divided(polynomials.primitive(second), shared) is not None
    assert polynomials.divided(polynomials.primitive(first), shared) is not None
    assert polynomials.degree(shared) >= (polynomials.degree(common) if polynomials.letters(first) else 0)


def test_the_letters_that_all_terms_have_are_found_as_often_as_all_have_them():
    assert polynomials.common_letters({"xxy": 2, "xxz": 3, "xxxx": 1}) == "xx"
    assert polynomials.common_letters({"xxy": 2}) == "xxy"
    assert Counter(polynomials.together("xz", "xy")) == Counter("xxyz")
