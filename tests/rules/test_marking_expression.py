# ruff: noqa: RUF001

import pytest

from challenge.rules.marking import Verdict, expression_forms, grammar, identity, mark, read, tokens, unreadable
from challenge.rules.marking.expression import EQUALS
from challenge.rules.questions import FormPolicy, Kind, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import typed


def expression(key, **wanted):
    return typed(Kind.EXPRESSION, key, **wanted)


def verdict(key, answer, **wanted):
    return mark(expression(key, **wanted), answer).verdict


def advice(answer, form=""):
    """What the phone says to an answer that isn't in the asked form."""
    refusal = unreadable(expression("x", form=form), answer)
    return refusal and refusal.message


@pytest.mark.parametrize(
    "answer",
    [
        "2x+3",
        "3+2x",
        "3 + 2*x",
        "2·x+3",
        "2 × x + 3",
        "x*2+3",
        "2X+3",
        "2𝑥+3",
        "(2x+3)",
        "=2x+3",
        "+2x+3.",
        "２x+３",
        "٢x+3",
    ],
)
def test_a_sum_is_right_however_its_terms_are_typed(answer):
    assert verdict("2x + 3", answer) is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["3x+2", "2x-3", "5x", "2x", "3", "2n+3", "2xx+3", "-(2x+3)"])
def test_another_value_is_wrong(answer):
    assert verdict("2x + 3", answer, form="any") is Verdict.WRONG


@pytest.mark.parametrize("answer", ["x/2", "x÷2", "½x", "0.5x", ".5x", "0,5x", "(1/2)x", "1/2*x", "(x)/(2)"])
def test_half_of_something_is_right_in_every_notation(answer):
    assert verdict("x/2", answer) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ("", tokens.NOTHING),
        (".", tokens.NOTHING),
        ("=", grammar.UNFINISHED),
        ("y=2x", EQUALS),
        ("x😀", tokens.UNKNOWN),
        ("£2x", tokens.UNKNOWN),
        ("2 3", tokens.UNKNOWN),
        ("1,00,000x", tokens.UNKNOWN),
        ("2 5/3", tokens.UNKNOWN),
        ("x²²", grammar.POWER),
        ("2 1/2 x", tokens.UNKNOWN),
        ("x2", grammar.NUMBER_BEHIND),
        ("(x+1)2", grammar.NUMBER_BEHIND),
        ("x²3", grammar.NUMBER_BEHIND),
        ("1/2x", grammar.WHOSE_BOTTOM),
        ("1/2 x", grammar.WHOSE_BOTTOM),
        ("1/2(x+1)", grammar.WHOSE_BOTTOM),
        ("a/b/c", grammar.WHOSE_BOTTOM),
        ("x/2 1/3", grammar.WHOSE_BOTTOM),
        ("3--2", grammar.TWO_MINUSES),
        ("2x+", grammar.UNFINISHED),
        ("()", grammar.UNFINISHED),
        ("3++x", grammar.UNFINISHED),
        ("2x^", grammar.POWER),
        ("x^y", grammar.POWER),
        ("x^1.5", grammar.POWER),
        ("x^½", grammar.POWER),
        ("x^13", grammar.POWER),
        ("x^(2", grammar.POWER),
        ("x^2^3", grammar.POWER),
        ("(x+1", grammar.OPEN_BRACKET),
        ("x+1)", grammar.OPEN_BRACKET),
        ("(" * 9 + "x" + ")" * 9, grammar.TOO_LONG),
        ("(a+b+c+d)^4(a+b)", grammar.TOO_LONG),
        ("x/0", grammar.ZERO_BELOW),
        ("1/(x-x)", grammar.ZERO_BELOW),
        ("1 1/0", grammar.ZERO_BELOW),
        ("1/(1/x)", grammar.TANGLED),
        ("1/(a²-b²)", grammar.TANGLED),
        ("1/((((((a+1)^5)^5)^5)))", grammar.TOO_LONG),
        ("2x+1O", tokens.LETTER_O),
        ("o", tokens.LETTER_O),
        ("2x plus 3", tokens.WORDS),
        ("4x cm", tokens.WORDS),
        ("two x", tokens.WORDS),
    ],
)
def test_what_could_mean_two_things_or_nothing_is_asked_for_again(answer, refusal):
    assert read(Kind.EXPRESSION, answer, Wanted()) == refusal
    assert verdict("x", answer) is Verdict.UNREADABLE


def test_no_advice_has_a_sign_that_html_would_swallow():
    messages = [each.message for each in {**vars(grammar), **vars(tokens)}.values() if isinstance(each, Refused)]
    messages += [each for name, each in vars(expression_forms).items() if name.isupper()]

    assert len(messages) > 20
    assert not set("".join(messages)) & set("<>&")


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("2x+3", "2x + 3", "two x plus three"),
        ("-x^2/4-1", "−x²/4 − 1", "minus x squared over four minus one"),
        ("3(x+2)", "3(x + 2)", "three open bracket x plus two close bracket"),
        ("(x+1)/(2x)", "(x + 1)/(2x)", "open bracket x plus one close bracket over two x"),
        ("x*2^3", "x × 2³", "x times two cubed"),
        ("2*-x", "2(−x)", "two times minus x"),
        ("3-(-2)", "3 − (−2)", "three minus minus two"),
        ("3+-2", "3 − 2", "three minus two"),
        ("(x+1)^-2", "(x + 1)⁻²", "open bracket x plus one close bracket to the power minus two"),
        ("pi r^2", "πr²", "pi r squared"),
        ("1,000x", "1,000x", "one thousand x"),
        ("2½x", "2½x", "two and one half x"),
        ("0½x", "½x", "one half x"),
        ("2 1/3*x", "(2 1/3)x", "two and one third x"),
        ("3/4", "3/4", "three quarters"),
        ("0.5/2", "0.5/2", "zero point five over two"),
        ("(x/2)/3", "(x/2)/3", "x over two over three"),
        (
            "[x+1]{x-1}",
            "(x + 1)(x − 1)",
            "open bracket x plus one close bracket open bracket x minus one close bracket",
        ),
    ],
)
def test_an_expression_is_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.EXPRESSION, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_all_ways_to_type_one_value_share_an_identity():
    answers = ["2x+3", "3+2X", "x+x+3", "(4x+6)/2"]

    assert len({identity(expression("x"), answer) for answer in answers}) == 1
    assert identity(expression("x"), "2x+4") != identity(expression("x"), "2x+3")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("x+x+3", expression_forms.LIKE_TERMS),
        ("1/2+x+1/3", expression_forms.LIKE_TERMS),
        ("x/2+x", expression_forms.LIKE_TERMS),
        ("x-x", expression_forms.LIKE_TERMS),
        ("2/x+3/x", expression_forms.LIKE_TERMS),
        ("1/(x+1)+2/(x+1)", expression_forms.LIKE_TERMS),
        ("(x+1)/2+x", expression_forms.LIKE_TERMS),
        ("2(x+1)+x", expression_forms.MULTIPLY_OUT),
        ("x-(x+1)", expression_forms.MULTIPLY_OUT),
        ("2(3x+6)", expression_forms.MULTIPLY_OUT),
        ("2(x/2+1)", expression_forms.MULTIPLY_OUT),
        ("2(x²+x)", expression_forms.MULTIPLY_OUT),
        ("2(x+x)", expression_forms.LIKE_TERMS),
        ("2a*3b", expression_forms.NUMBERS),
        ("(1/2)x*3", expression_forms.NUMBERS),
        ("2x*-1", expression_forms.NUMBERS),
        ("1x", expression_forms.A_ONE),
        ("0x", expression_forms.SIMPLER),
        ("x*x", expression_forms.A_POWER),
        ("x²x", expression_forms.A_POWER),
        ("x^1", expression_forms.SIMPLER),
        ("x^0", expression_forms.SIMPLER),
        ("(x+1)^1", expression_forms.SIMPLER),
        ("(2x)^3", expression_forms.SIMPLER),
        ("2^3x", expression_forms.SIMPLER),
        ("2^3+x", expression_forms.SIMPLER),
        ("-(-x)", expression_forms.SIMPLER),
        ("3 - -x", expression_forms.SIMPLER),
        ("2x/4", expression_forms.CANCEL),
        ("x/1", expression_forms.CANCEL),
        ("0.5x/2", expression_forms.CANCEL),
        ("x/0.5", expression_forms.CANCEL),
        ("x²/x", expression_forms.CANCEL),
        ("(2x+2)/4", expression_forms.CANCEL),
        ("(x²-1)/(x-1)", expression_forms.CANCEL),
        ("x^-1/2", expression_forms.CANCEL),
        ("(2/4)x", expression_forms.CANCEL),
        ("x*x/2", expression_forms.A_POWER),
        ("2/(x*x)", expression_forms.A_POWER),
        ("(x/2)/3", expression_forms.ONE_FRACTION),
        ("(x/2)y", expression_forms.ONE_FRACTION),
        ("(1/x)y", expression_forms.ONE_FRACTION),
    ],
)
def test_what_is_not_simplified_is_told_what_to_do(answer, said):
    assert advice(answer) == advice(answer, "simplified") == said
    assert advice(answer, "any") is None


@pytest.mark.parametrize(
    "answer",
    [
        "0", "7", "-7", "0.5", "7/2", "-7/2", "2^5", "-2^5", "x", "-x", "2x", "x*2", "2xy", "x^-2", "2x²y", "x+1",
        "1-x", "x/2", "-x/2", "2x/3", "(x+1)/2", "x/2+1/2", "x+1/x", "1/x+1/y", "2+1/(x+1)", "1/((x+1)(x+2))", "3(x+2)",
        "-(x+2)", "x(x+1)", "(x+1)(x+2)", "2(x+1)²", "(1/2)x", "½x", "½(x+1)", "(1-x)/(1+x)", "x/(1-x)", "3+-x",
    ],
)  # fmt: skip
def test_what_is_simplified_is_left_in_peace(answer):
    assert advice(answer) is None
    assert verdict(answer, answer) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("3(x+2)", expression_forms.MULTIPLY_OUT),
        ("-(x+2)", expression_forms.MULTIPLY_OUT),
        ("(x+1)²", expression_forms.MULTIPLY_OUT),
        ("x+2(x+1)", expression_forms.MULTIPLY_OUT),
        ("x(x+1)/2", expression_forms.MULTIPLY_OUT),
        ("x²+x+2x+2", expression_forms.LIKE_TERMS),
        ("x²+3x+2", None),
        ("(x+1)/2", None),
        ("6x", None),
    ],
)
def test_an_expanded_answer_has_no_brackets_left(answer, said):
    assert advice(answer, "expanded") == said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("6x+12", expression_forms.FACTORISE),
        ("-(6x+12)", expression_forms.FACTORISE),
        ("(6x+12)/5", expression_forms.FACTORISE),
        ("2(3x+6)", expression_forms.COMMON_FACTOR),
        ("3(x²+x)", expression_forms.COMMON_FACTOR),
        ("(2x+2)²", expression_forms.COMMON_FACTOR),
        ("(2x+2)(x+1)/3", expression_forms.COMMON_FACTOR),
        ("x(x-x)", expression_forms.SIMPLER),
        ("2*3(x+2)", expression_forms.NUMBERS),
        ("6(x+2)", None),
        ("-6(-x-2)", None),
        ("x(x+1)/2", None),
        ("x²(x+1)³", None),
    ],
)
def test_a_factorised_answer_is_a_product_with_nothing_in_common_in_its_brackets(answer, said):
    assert advice(answer, "factorised") == said


@pytest.mark.parametrize(
    ("key", "answer", "expected"),
    [
        ("(x+1)(x+2)", "(x+2)(x+1)", Verdict.RIGHT),
        ("(x+1)(x+2)", "(-x-1)(-2-x)", Verdict.RIGHT),
        ("(x+1)(x+2)", "1/2*(x+1)*(x+2)*2", Verdict.FORM),
        ("x(x-1)(x+1)", "x(x²-1)", Verdict.FORM),
        ("(x+3)^2", "(x+3)(3+x)", Verdict.RIGHT),
        ("-5x(x+1)", "x(-x-1)5", Verdict.UNREADABLE),
        ("-5x(x+1)", "5x(-x-1)", Verdict.RIGHT),
        ("x^-2y(x+1)", "y(x+1)/x²", Verdict.RIGHT),
        ("6(x+2)", "6(x+3)", Verdict.WRONG),
        ("0", "0", Verdict.RIGHT),
    ],
)
def test_a_factorised_answer_goes_as_far_as_its_key(key, answer, expected):
    assert verdict(key, answer, form="factorised", policy=FormPolicy.REQUIRED) is expected


def test_what_is_too_big_to_look_at_is_not_in_the_asked_form():
    twice = "(1/((a+b+c+d+e)^2(f+g+h))+1/((a+b+c+d+e)^2(f+g+h)))(a+b+c+d+e)"

    assert verdict("2/((a+b+c+d+e)(f+g+h))", twice, form="factorised") is Verdict.FORM
    assert advice("(x^12+1)/(x^10(x^3+1))") == expression_forms.SIMPLER


def test_a_capital_is_the_small_letter_unless_one_letter_occurs_both_ways():
    assert verdict("4x", "4X") is Verdict.RIGHT
    assert verdict("4X", "4x") is Verdict.RIGHT
    assert verdict("6AB", "6ab") is Verdict.RIGHT
    assert verdict("4x", "X+3x") is Verdict.FORM
    assert verdict("4x", "X+3x", form="any") is Verdict.RIGHT
    assert verdict("5x", "X+3x", form="any") is Verdict.WRONG
    assert verdict("A + a", "a + A") is Verdict.RIGHT
    assert verdict("A + a", "2a") is Verdict.WRONG
    assert verdict("A + a", "A + 2a") is Verdict.WRONG


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(FormPolicy.OPTIONAL, Verdict.RIGHT), (FormPolicy.REQUIRED, Verdict.FORM), (FormPolicy.ENFORCED, Verdict.WRONG)],
)
def test_the_policy_says_what_becomes_of_another_form(policy, expected):
    marked = mark(expression("3x + 6", form="expanded", policy=policy), "3(x+2)")

    assert marked.verdict is expected
    assert marked.reason == expression_forms.MULTIPLY_OUT


def test_a_wrong_expression_brings_the_misconception_of_its_value():
    question = typed(Kind.EXPRESSION, "2x + 6", slips={"2x + 3": "Multiplies the first term only."})

    assert mark(question, "3+2x").reason == "Multiplies the first term only."
    assert mark(question, "2x+5").reason == ""
