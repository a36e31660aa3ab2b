from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.tarsia.values import Likeness, classes, compared, readings

SAME = [
    ["$1/2$", "0.5", "50%", "$2/4$", "½", "$frac(1, 2)$", "25% + $1/4$"],
    ["10", "$1/2$ of 20", '$1/2 "of" 20$', "3 + 7", "$2 times 5$", "$sqrt(100)$", "50% of 20", "$-3 + 13$", "2 x 5"],
    ["£20", "25% of £80", "£12.50 + 750p", "$4 times$ £5", "2000p", "£60 ÷ 3", "£30 − £10"],
    ["7", "$sqrt(49)$", "√(25 + 24)", "$root(3, 343)$", "£14 ÷ £2", "$14/2$", "-(-7)", "$2(3 + 4) div 2$"],
    ["16", "$2^4$", "$(-4)^2$", "$(1 + 1)^4$", "4²"],
    ["-9", "$-3^2$", "−9", "$(-1)(3)^2$"],
    ["1.7 m", "170 cm", "2 m − 30 cm", "$1 700$ mm"],
    ["12 m²", "4 m × 3 m", "36 m³ ÷ 3 m", "1 m² × 12"],
    ["36 m³", "12 m² × 3 m"],
    ["120 km", "60 km/h × 2 h", "2 h × 60 km/h"],
    ["60 km/h", "120 km ÷ 2 h"],
    ["2 h", "120 km ÷ 60 km/h", "120 min", "1 h 30 min + 30 min"],
    ["90°", "$90 degree$", "180° − 90°"],
    ["$3 times 10^4$", "30,000", "30 000", "(3 × 10^2) × 100"],
    ["$sqrt(2) times sqrt(8)$", "4"],
    ["$sqrt(12)$", "$2 sqrt(3)$", "$sqrt(3) + sqrt(3)$", "$sqrt(6) times sqrt(2)$", "√3 × 2", "6 ÷ √3"],
    ["$2 pi$", "π + π", "2 × π"],
    ["0", "√5 − √5", "√0"],
    ["2:3", "4:6", "2 to 3", "$4 : 6$"],
    ["(2, -3)", "(2,−3)"],
    ["2x", "$x + x$", "$x times 2$", "4x ÷ 2", "$1/2 \"of\" 4x$"],
    ["$x y$", "$y x$"],
    ["$2(x + 1)$", "2x + 2"],
    ["x = 4", "$2x = 8$", "4 = x"],
    ["$x > 3$", "3 < x"],
    ["x = 2 or x = -3", "x = −3, x = 2", "$x^2 + x = 6$", "(x − 2)(x + 3) = 0"],
    ["$x^2 = 49$", "x = ±7", "x = 7 or x = −7", "$x^2 - 49 = 0$"],
    ["$x^2 + 9 = 6x$", "x = 3"],
    ["$x^2 = 2$", "$2x^2 = 4$"],
    ["$x^2 = -4$", "$x^2 + 4 = 0$"],
    ["$x^3 = 8$", "8 = $x^3$"],
    ["$y = 2x$", "$y - 2x = 0$"],
    ["15", "half of 30", "A third of 45", "three quarters of 20", "a half of a half of 60", "double 7.5"],
    ["£15", "twice £7.50", "double (£5 + 250p)", "a tenth of £150"],
    ["2:30 pm", "14:30"],
    ["noon", "12:00 pm"],
    ["Right angle", "right  angle"],
]  # fmt: skip

DIFFERENT = [
    ("3:2", "2:3"),
    ("£2", "2"),
    ("2 m", "2"),
    ("2 m", "2 m²"),
    ("x + 1", "y + 1"),
    ("3x − 4", "−12"),
    ("$2x(3 + 1)$", "8"),
    ("0.5", "0.05"),
    ("5", "−5"),
    ("1/3", "0.33"),
    ("π", "3.14"),
    ("(2, 3)", "(3, 2)"),
    ("x > 3", "x ≥ 3"),
    ("1:30", "1.30"),
    ("cat", "act"),
    ("area", "$a^2 r e$"),
    ("$x_1$", "x"),
    ("1, 4, 7", "7, 4, 1"),
    ("√−4", "2"),
    ("√(3 − 7)", "2"),
    ("(1 + 2)(3 + 4)^2", "441"),
    ("((1 + 2)", "3"),
    ("∛9", "3"),
    ("∛10000000", "√2"),
    ("√(√2)", "2"),
    ("(2 m)^2", "4"),
    ("√(2 m)", "2"),
    ("√2 + 1", "√3"),
    ("£2 + 3", "5"),
    ("£2 × £3", "6"),
    ("6 ÷ £3", "2"),
    ("1 ÷ π", "π"),
    ("π × π", "π"),
    ("√999983 × √999979", "1"),
    ("5 ÷ 0", "0"),
    ("2^99", "1"),
    ("(1 + 1)^13", "8192"),
    ("10% of x", "x"),
]


def are_equal(one, other):
    return len(set(classes([(one, one), (other, other)]))) == 1


@pytest.mark.parametrize(("one", "other"), [pair for group in SAME for pair in combinations(group, 2)])
def test_labels_that_say_the_same_value_are_equal(one, other):
    assert are_equal(one, other)
    assert compared(one, other) is Likeness.EQUAL


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_labels_that_say_other_values_are_not_equal(one, other):
    assert not are_equal(one, other)
    assert compared(one, other) is not Likeness.EQUAL


def test_no_two_groups_of_equal_labels_are_equal():
    firsts = [group[0] for group in SAME if group[0] != "4"]

    assert classes([(label, label) for label in firsts]) == tuple(range(len(firsts)))


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("10", "12", Likeness.UNEQUAL),
        ("2:30", "2:3", Likeness.UNEQUAL),
        ("3m", "m + m", Likeness.UNEQUAL),
        ("2 m", "20 cm", Likeness.UNEQUAL),
        ("$x^2 = 49$", "x = 7", Likeness.UNEQUAL),
        ("$x^2 = 49$", "x = 7 or x = -6", Likeness.UNEQUAL),
        ("£5", "5", Likeness.OTHER_KIND),
        ("5 miles", "8 km", Likeness.OTHER_KIND),
        ("$2x + 1 = 9$", "4", Likeness.UNKNOWN),
        ("half of the 20", "10", Likeness.UNKNOWN),
    ],
)
def test_what_can_not_be_equal_is_told_from_what_can_not_be_read(one, other, likeness):
    assert compared(one, other) is likeness
    assert compared(other, one) is likeness


def test_labels_of_one_pair_share_a_class_because_their_author_says_so():
    assert classes([("a fair lot", "10"), ("$3 + 7$", "ten"), ("TEN", "a decade")]) == (0, 0, 0)


def test_what_leads_from_one_pair_to_another_makes_one_class():
    """The third pair joins the first two, which had nothing in common."""
    assert classes([("few", "3"), ("some", "4")]) == (0, 1)
    assert classes([("few", "3"), ("some", "4"), ("3", "4")]) == (0, 0, 0)


def test_the_other_label_of_a_pair_tells_how_one_is_meant():
    ratios = [("2:30", "1:15"), ("1:15", "5:75")]
    times = [("2:30", "half past two"), ("1:15", "quarter past one")]

    assert classes(ratios) == (0, 0)
    assert classes(times) == (0, 1)


def test_a_letter_behind_a_number_is_metres_or_a_product_as_its_partner_is():
    assert classes([("3m", "m + m + m"), ("300 cm", "3 metres")]) == (0, 1)
    assert classes([("3m", "300 cm"), ("2 m + 1 m", "3 metres")]) == (0, 0)
    assert readings("5n")[0].kind == "expression"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 64, "-" * 64, "√" * 64, "1/" * 32, "9^9" * 20, "9^9^9^9", "((9^12)^12)^12", "+1" * 32, "1+" * 31 + "1",
        "sqrt(" * 12, "$" + "sqrt(" * 60 + "$", "x^12" * 16, "of " * 21, "1 of " * 12 + "1", "£" * 64, "2:" * 32,
        "(a+b)" * 12, "\x00", "😀", "\ud800", "9" * 64, "9" * 20_000, "",
    ],
)  # fmt: skip
def test_no_text_takes_long_or_breaks_anything(text):
    started = process_time()

    assert isinstance(readings(text), tuple)

    assert process_time() - started < 1


@given(st.text(alphabet="0123456789x+-*/×÷^()√∛π%£pm:., of=<$", max_size=70))
def test_every_label_is_equal_to_itself(text):
    assert compared(text, text) is Likeness.EQUAL
    assert classes([(text, text), ("another", text)]) == (0, 0)
