"""Expressions by chance: the marking agrees with an independent evaluation, and never raises."""

from fractions import Fraction
from itertools import product as every

from hypothesis import assume, given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, read
from challenge.rules.questions import Kind, Wanted
from challenge.rules.refusal import Refused
from tests.rules.test_marking_expression import verdict

POINTS = list(every([Fraction(2), Fraction(-3), Fraction(1, 2), Fraction(5, 3), Fraction(7)], repeat=2))


class Some:
    """An expression as text beside its value, which is computed here and nowhere else."""

    def __init__(self, text, worth, factor=None):
        self.text = text
        self.worth = worth
        self.factor = factor or f"({text})"


ATOMS = st.sampled_from(
    [
        Some("x", lambda x, y: x, "x"),
        Some("y", lambda x, y: y, "y"),
        *(Some(str(n), lambda x, y, n=n: Fraction(n), f"({n})") for n in (1, 2, 3, 10)),
        Some("½", lambda x, y: Fraction(1, 2), "(½)"),
        Some("1.5", lambda x, y: Fraction(3, 2), "(1.5)"),
    ]
)


def _joined(parts):
    one, other, sign = parts
    match sign:
        case "+" | " - " | "−":
            bracketed = other.text if sign == "+" and other.text[0] != "-" else other.factor
            text = f"{one.text}{sign}{bracketed}"
            minus = sign != "+"
            return Some(text, lambda x, y: one.worth(x, y) + (-1 if minus else 1) * other.worth(x, y))
        case _:
            return Some(f"{one.factor}{sign}{other.factor}", lambda x, y: one.worth(x, y) * other.worth(x, y))


def _raised(parts):
    base, power = parts
    return Some(f"{base.factor}{power}", lambda x, y: base.worth(x, y) ** {"²": 2, "^3": 3, "^(1)": 1}[power])


def _shared(parts):
    top, below = parts
    return Some(f"{top.factor}/{below}", lambda x, y: top.worth(x, y) / below)


def _turned(one):
    return Some(f"-{one.factor}", lambda x, y: -one.worth(x, y))


SIGNS = st.sampled_from(["+", " - ", "−", "*", "×", "·", " ", ""])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner, SIGNS).map(_joined),
        st.tuples(inner, st.sampled_from(["²", "^3", "^(1)"])).map(_raised),
        st.tuples(inner, st.integers(2, 5)).map(_shared),
        inner.map(_turned),
    ),
    max_leaves=5,
)


def _is_readable(some):
    return len(some.text) <= 64 and not isinstance(read(Kind.EXPRESSION, some.text, Wanted()), Refused)


@given(EXPRESSIONS, EXPRESSIONS)
def test_two_expressions_are_equal_exactly_where_their_values_are_at_many_points(one, other):
    assume(_is_readable(one) and _is_readable(other))
    alike = all(one.worth(x, y) == other.worth(x, y) for x, y in POINTS)

    expected = Verdict.RIGHT if alike else Verdict.WRONG

    assert verdict(one.text, other.text, form="any") is expected


@given(
    EXPRESSIONS, st.sampled_from([(0, "({})+2-2"), (0, "1*({})"), (0, "(3({}))/3"), (1, "({})+1"), (1, "2-({})+({})")])
)
def test_a_rewriting_is_right_and_a_little_more_is_wrong(some, change):
    differs, pattern = change
    rewritten = pattern.replace("{}", some.text)
    assume(_is_readable(some) and _is_readable(Some(rewritten, None)))
    always_2 = all(some.worth(x, y) == 2 for x, y in POINTS)
    assume(not always_2)

    assert verdict(some.text, rewritten, form="any") is (Verdict.WRONG if differs else Verdict.RIGHT)


@given(st.permutations(["3x²", "-2xy", "+7", "-y", "+4x"]), st.sampled_from(["", " "]))
def test_the_order_of_terms_never_matters(terms, gap):
    answer = gap.join(term.replace("-", f"-{gap}").replace("+", f"+{gap}") for term in _first_without_plus(terms))

    assert verdict("3x² − 2xy + 4x − y + 7", answer) is Verdict.RIGHT


def _first_without_plus(terms):
    signed = [term if term[0] in "+-" else f"+{term}" for term in terms]
    return [signed[0].removeprefix("+"), *signed[1:]]


@given(EXPRESSIONS)
def test_what_is_read_back_reads_as_the_same_value(some):
    assume(_is_readable(some))
    first = read(Kind.EXPRESSION, some.text, Wanted())
    assume(len(first.written) <= 64)

    again = read(Kind.EXPRESSION, first.written, Wanted())

    assert (again.value, again.written, again.words) == (first.value, first.written, first.words)


@given(
    st.text("xyXab0123456789.,+-*/^()²½ =π", max_size=64) | st.text(max_size=64),
    st.sampled_from(["", "expanded", "factorised", "any"]),
    st.sampled_from(["x", "6(x+2)", "1/(x+1)", "A+a", "0"]),
)
def test_marking_never_raises_whatever_is_typed(answer, form, key):
    assert verdict(key, answer, form=form) in Verdict
