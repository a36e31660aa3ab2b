"""The characters that a phone may type: which are kept, which are left out, and which make an answer unreadable.

It must not know what the text means: `number`, `text` and the others read it.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from challenge.rules.refusal import Refused

MOST_CHARACTERS = 64

LETTER_O = Refused("unreadable", "Is that the letter O? Type the digit 0 there, then send it again.")

_UNREADABLE = ("Cc", "Cs", "Co", "Cn", "Me", "So")
_SYMBOLS_OF_MATHS = "°℃℉"

MINUS = "\N{MINUS SIGN}"
_DASHES = f"{MINUS}\N{EN DASH}\N{EM DASH}\N{FIGURE DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SMALL HYPHEN-MINUS}"
_SLASHES = "\N{FRACTION SLASH}\N{DIVISION SLASH}"
_APOSTROPHES = (
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}\N{ACUTE ACCENT}`"
    "\N{PRIME}"
)
_QUOTES = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE PRIME}"
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

_ON_A_KEYBOARD = str.maketrans(
    {
        **_FULL_WIDTH,
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SLASHES, "/"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
    }
)

_TIMES = "\N{MULTIPLICATION SIGN}\N{MIDDLE DOT}\N{DOT OPERATOR}\N{BULLET OPERATOR}\N{ASTERISK OPERATOR}"
_IN_MATHS = str.maketrans(
    {
        **dict.fromkeys(_TIMES, "*"),
        **dict.fromkeys("\N{MASCULINE ORDINAL INDICATOR}\N{RING ABOVE}", "°"),
        **dict.fromkeys("\N{MATHEMATICAL ITALIC SMALL PI}\N{MATHEMATICAL BOLD SMALL PI}", "π"),
        "\N{DEGREE CELSIUS}": "°C",
        "\N{DEGREE FAHRENHEIT}": "°F",
    }
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"
_POWER = re.compile(f"[{_RAISED}]+")
_LOWERED = str.maketrans(_RAISED, "0123456789+-()")
_SHARE_OF_A_SIGN = re.compile(r"([¼-¾⅐-⅞]) ?(?=[√π])")

_ANSWER_TO = re.compile(r"(?:[A-NP-Za-np-z] ?)?= ?")
_LETTERS_O = re.compile(r"(?<![^\W\d_])[oO]+(?![^\W\d_])|(?<=[0-9.])[oO]+")

Read = TypeVar("Read")


def understood(
    typed: str, read: Callable[[str], Read | Refused], *, nothing: Refused, unclear: Refused
) -> Read | Refused:
    """What `read` makes of the text in plain maths, without `=` or `x =` before it.

    nothing: what to say to an empty text; unclear: to one that can't be read as text at all. A letter O where a 0
    would have made sense is never taken for it: the phone asks.
    """
    text = tidied(typed)
    if not text:
        return unclear if text is None else nothing
    plain = in_plain_maths(text)
    if before := _ANSWER_TO.match(plain):
        plain = plain[before.end() :]
    found = read(plain)
    if isinstance(found, Refused):
        noughts = _LETTERS_O.sub(lambda letters: "0" * len(letters[0]), plain)
        if noughts != plain and not isinstance(read(noughts), Refused):
            return LETTER_O
    return found


def tidied(typed: str) -> str | None:
    """The text with plain single spaces and nothing invisible in it, or None if it can't be read as text at all.

    Controls, emoji and halves of characters make it unreadable, since nobody could say what they stand for.
    """
    if len(typed) > MOST_CHARACTERS:
        return None
    if typed.isascii() and typed.isprintable():
        return " ".join(typed.split())
    seen = [_seen(character) for character in typed]
    if None in seen:
        return None
    return unicodedata.normalize("NFC", " ".join("".join(filter(None, seen)).split()))


def shown(typed: str) -> str:
    """What can be shown of any text whatever, at most 64 characters of it."""
    seen = "".join(_seen(character) or "" for character in typed[:MOST_CHARACTERS])
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def with_plain_signs(text: str) -> str:
    """The text with every dash, slash and quotation mark as an English keyboard has it."""
    return text if text.isascii() else text.translate(_ON_A_KEYBOARD)


def in_plain_maths(text: str) -> str:
    """The text as one types maths on an English keyboard: digits 0 to 9, `-`, `/`, `*`, `^2`, and `2 1/2` for 2½.

    √, π, ÷ and ° stay. A share right before √ or π gets brackets, since 1/2π could be two things and ½π is one.
    """
    if text.isascii():
        return text
    signs = _SHARE_OF_A_SIGN.sub(lambda share: f"({_spelt(share[1]).strip()})", with_plain_signs(text))
    powers = _POWER.sub(lambda raised: "^" + raised[0].translate(_LOWERED), signs).translate(_IN_MATHS)
    return " ".join("".join(map(_spelt, powers)).split())


def _spelt(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    if unicodedata.decomposition(character).startswith("<fraction>"):
        return f" {with_plain_signs(unicodedata.normalize('NFKD', character))} "
    return character


def _seen(character: str) -> str | None:
    """What a reader sees of a character: a space, nothing or the character itself; None where it is not for reading."""
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category in _UNREADABLE and character not in _SYMBOLS_OF_MATHS:
        return None
    if category.startswith("Z"):
        return " "
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character
