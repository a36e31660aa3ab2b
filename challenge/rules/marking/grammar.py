"""Reading an expression: numbers, letters, + − × ÷, powers, brackets and fraction bars, as students type them.

What could be read in two ways is not read at all, such as 1/2x or x2: the phone says how to type it. It must not know
what an answer is worth.
"""

from challenge.rules.marking.numerals import ZERO_BELOW
from challenge.rules.marking.rationals import MOST_POWER, TangledError
from challenge.rules.marking.tokens import UNKNOWN, Token, UnreadableError, refusal, tokens
from challenge.rules.marking.trees import Negative, Number, Power, Product, Quotient, Sum, Tree
from challenge.rules.refusal import Refused

DEEPEST = 8
"""How many brackets may stand in one another."""

READINGS_KEPT = 2_048
"""Of each type: in a round many teams type the same, and one answer is read when it comes in and when it is marked."""

TOO_LONG = refusal("That's too long for us to read. Simplify it, then send it again.")
OPEN_BRACKET = refusal("A bracket has no partner. Check the brackets, then send it again.")
UNFINISHED = refusal("Something is missing beside a sign. Check it, then send it again.")
TWO_MINUSES = refusal("Two minus signs run together. Type one, or put brackets round the second.")
NUMBER_BEHIND = refusal("Type the number in front of the letter, like 5a. For a power, type a^5.")
WHOSE_BOTTOM = refusal("What is under the line? Put brackets round it, like (4/5)a or 4/(5a).")
POWER = refusal(f"Type a power as a whole number up to {MOST_POWER}, like a^5.")
TANGLED = refusal("That bottom is hard for us to read. Write it as brackets multiplied, like (a + 5)(a + 7).")

_WITHIN_A_TERM = ("/", "(")

TROUBLES = (UnreadableError, ArithmeticError)
"""What may come up while a text is read and its value worked out; `trouble` says it to the student."""


def parsed(text: str) -> Tree:
    """The tree of an expression in plain text. UnreadableError."""
    if "--" in text:
        raise UnreadableError(TWO_MINUSES)
    return _Parser(tokens(text)).whole()


def trouble(error: Exception) -> Refused:
    """What to tell of an error that came up while a value was worked out."""
    if isinstance(error, UnreadableError):
        return error.refused
    if isinstance(error, ZeroDivisionError):
        return ZERO_BELOW
    return TANGLED if isinstance(error, TangledError) else TOO_LONG


class _Parser:
    """Descends through the tokens, one method for each rule of the grammar."""

    def __init__(self, all_tokens: list[Token]) -> None:
        self._tokens = all_tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        """All tokens as one expression."""
        tree = self._sum()
        if self._next != "":
            raise UnreadableError(OPEN_BRACKET)
        return tree

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self, *signs: str) -> str:
        """One of these signs if it is next, else nothing."""
        token = self._next
        if isinstance(token, str) and token in signs:
            self._at += 1
            return token
        return ""

    def _sum(self) -> Tree:
        terms = [_signed(self._take("+", "-"), self._term())]
        while sign := self._take("+", "-"):
            second_sign = self._take("-")
            terms.append(_signed(sign, _signed(second_sign, self._term())))
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _term(self) -> Tree:
        factors = [self._factor()]
        under_a_line = False
        while True:
            if self._take("*"):
                factors.append(_signed(self._take("-"), self._factor()))
                under_a_line = False
            elif not self._goes_on():
                return _product(factors)
            elif under_a_line:
                raise UnreadableError(WHOSE_BOTTOM)
            elif self._take("/"):
                factors = [Quotient(_product(factors), self._bottom())]
                under_a_line = True
            else:
                factors.append(self._neighbour(factors[-1]))

    def _goes_on(self) -> bool:
        """Whether what is next belongs to the same term: a bar, or a factor without a sign before it."""
        token = self._next
        return not isinstance(token, str) or token in _WITHIN_A_TERM

    def _bottom(self) -> Tree:
        bottom = _signed(self._take("-"), self._factor())
        if isinstance(bottom, Number) and " " in bottom.text:
            raise UnreadableError(WHOSE_BOTTOM)
        return bottom

    def _neighbour(self, before: Tree) -> Tree:
        """A factor that stands beside another without a sign between them."""
        if isinstance(self._next, Number):
            raise UnreadableError(UNKNOWN if isinstance(before, Number) else NUMBER_BEHIND)
        return self._factor()

    def _factor(self) -> Tree:
        base = self._atom()
        if not self._take("^"):
            return base
        exponent = self._exponent()
        if self._take("^"):
            raise UnreadableError(POWER)
        return Power(base, exponent)

    def _exponent(self) -> int:
        bracket = self._take("(")
        sign = self._take("+", "-")
        number = self._next
        if not isinstance(number, Number) or not number.text.isdecimal() or number.value > MOST_POWER:
            raise UnreadableError(POWER)
        self._at += 1
        if bracket and not self._take(")"):
            raise UnreadableError(POWER)
        return -int(number.value) if sign == "-" else int(number.value)

    def _atom(self) -> Tree:
        token = self._next
        if not isinstance(token, str):
            self._at += 1
            return token
        if not self._take("("):
            raise UnreadableError(UNFINISHED)
        return self._bracket()

    def _bracket(self) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableError(TOO_LONG)
        tree = self._sum()
        if not self._take(")"):
            raise UnreadableError(OPEN_BRACKET)
        self._depth -= 1
        return tree


def _signed(sign: str, tree: Tree) -> Tree:
    return Negative(tree) if sign == "-" else tree


def _product(factors: list[Tree]) -> Tree:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
