"""Saying an expression aloud: `2x + 3` is two x plus three, `x²` is x squared."""

from challenge.rules.marking import spoken
from challenge.rules.marking.trees import Letter, Negative, Number, Power, Product, Quotient, Sum, Tree


def said(tree: Tree) -> str:
    """The whole tree in words; brackets are said as well, so that nothing is left to guess."""
    match tree:
        case Number():
            return tree.words
        case Letter(name):
            return "pi" if name == "π" else name
        case Negative(inner):
            return f"minus {_part(inner)}"
        case Sum(terms):
            return said(terms[0]) + "".join(map(_added, terms[1:]))
        case Product(factors):
            return _part(factors[0]) + "".join(map(_times, factors[1:]))
        case Quotient(Number() as top, Number() as bottom):
            return _fraction(top, bottom)
        case Quotient(top, bottom):
            return f"{_part(top)} over {_part(bottom)}"
        case _:
            return f"{_part(tree.base)} {spoken.power(tree.exponent)}"


def _part(tree: Tree) -> str:
    """A part, with its brackets if it is a sum."""
    return f"open bracket {said(tree)} close bracket" if isinstance(tree, Sum) else said(tree)


def _added(term: Tree) -> str:
    return f" minus {_part(term.inner)}" if isinstance(term, Negative) else f" plus {_part(term)}"


def _times(factor: Tree) -> str:
    """A factor behind another: a letter or a bracket just follows, a number needs the word."""
    first = factor.base if isinstance(factor, Power) else factor
    return f" {_part(factor)}" if isinstance(first, Letter | Sum) else f" times {_part(factor)}"


def _fraction(top: Number, bottom: Number) -> str:
    if top.value.denominator > 1 or bottom.value.denominator > 1:
        return f"{top.words} over {bottom.words}"
    return spoken.fraction(top.value.numerator, bottom.value.numerator)
