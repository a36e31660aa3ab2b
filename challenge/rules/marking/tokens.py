"""Taking a typed expression apart into numbers, letters and signs.

What stands for nothing in maths is refused here: words, units, the letter O, pictures. What the signs mean together it
must not know.
"""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from string import ascii_letters

from challenge.rules.marking.numerals import numeral
from challenge.rules.marking.trees import VULGAR, Letter, Number
from challenge.rules.marking.typed import LETTER_O, tidied, with_plain_signs
from challenge.rules.refusal import Refused


def refusal(message: str) -> Refused:
    """A text that can't be read: `message` says how to mend it."""
    return Refused("unreadable", message)


NOTHING = refusal("Type your answer first.")
UNKNOWN = refusal("We can't read that. Use numbers, letters and signs only, like 5a + 7.")
WORDS = refusal("Use letters and signs only, like 5a + 7. Leave out words and units.")

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("×·⋅∙•\N{ASTERISK OPERATOR}", "*"),
        **dict.fromkeys("÷\N{FRACTION SLASH}", "/"),
        **dict.fromkeys("[{", "("),
        **dict.fromkeys("]}", ")"),
    }
)
_LOWERED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_RAISED = re.compile("[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PI = re.compile("pi", re.IGNORECASE)
_RUN = re.compile("[a-z]{2,}", re.IGNORECASE)
_FAMILIAR = re.compile(
    "and|cm|deg|div|ft|hrs?|in|is|kg|km|lbs?|less|min|ml|mm|mph|nine|none?|not?|one|or|six|sum|ten|the|to|two"
)
_MOST_LETTERS_IN_A_ROW = 3
"""Four different letters side by side are rather a word."""

_SIGNS_OF_MATHS = "-+*/^()"
_LETTERS = f"{ascii_letters}π"
_GROUPED = r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\ \d{3})+"
_MIXED = rf"\d+\ [1-9]\d*/\d+ (?!\ ?[A-Za-zπ(^/{VULGAR}]|[\d.,])"
_TOKEN = re.compile(
    rf"""
      \d*\ ?[{VULGAR}]
    | {_MIXED} | (?:{_GROUPED}) (?:\.\d+)? (?![\d,.]) | \d+,\d+ (?![\d,.]) | \d+(?:\.\d+)? | \.\d+
    | [^ ]
    """,
    re.VERBOSE | re.ASCII,
)

Token = str | Number | Letter
"""A number, a letter, or one of the signs; the empty string at the end."""


class UnreadableError(Exception):
    """Why a text can't be read: `refused`."""

    def __init__(self, refused: Refused) -> None:
        """Leave the reading of a text at this."""
        super().__init__(refused.message)
        self.refused = refused


def plain(typed: str) -> str:
    """The text with one character for each sign, powers as ^(2). UnreadableError where it is no text or empty."""
    text = tidied(typed)
    if text is None:
        raise UnreadableError(UNKNOWN)
    if not text.isascii():
        text = _RAISED.sub(lambda found: f"^({found[0].translate(_LOWERED)})", with_plain_signs(text))
        text = "".join(map(_spelt, text.translate(_SIGNS)))
    if text in ("", "."):
        raise UnreadableError(NOTHING)
    return _PI.sub("π", text.replace("**", "^").translate(_SIGNS).removesuffix("."))


def has_both_cases(text: str) -> bool:
    """Whether some letter occurs as a capital and small. Otherwise a capital says nothing: phones type them unasked."""
    return not text.islower() and any(character.isupper() and character.lower() in text for character in text)


def tokens(text: str) -> list[Token]:
    """The numbers, letters and signs of a plain text, the empty string last. UnreadableError."""
    _refuse_words(text)
    return [*map(_token, _TOKEN.findall(text)), ""]


def _spelt(character: str) -> str:
    """A digit of any script as 0 to 9, a letter of mathematical type as a plain one."""
    if character.isascii() or character in VULGAR:
        return character
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    if unicodedata.name(character, "").startswith("MATHEMATICAL "):
        return unicodedata.normalize("NFKC", character)
    return character


def _refuse_words(text: str) -> None:
    for run in _RUN.findall(text.lower()):
        if _FAMILIAR.fullmatch(run) or len(set(run)) > _MOST_LETTERS_IN_A_ROW:
            raise UnreadableError(WORDS)
    if "o" in text.lower():
        raise UnreadableError(LETTER_O)


@lru_cache(maxsize=4_096)
def _token(text: str) -> Token:
    if text in _SIGNS_OF_MATHS:
        return text
    if text in _LETTERS:
        return Letter(text)
    return _vulgar(text[:-1].strip(), text[-1]) if text[-1] in VULGAR else _number(text)


def _number(text: str) -> Number:
    number = numeral(text, UNKNOWN)
    if isinstance(number, Refused):
        raise UnreadableError(number)
    assert isinstance(number.value, Fraction)
    return Number(number.value, number.written, number.words)


def _vulgar(whole: str, share: str) -> Number:
    """A fraction that is one character, perhaps behind a whole number."""
    number = _number(f"{whole} {unicodedata.normalize('NFKD', share).translate(_SIGNS)}".strip())
    return Number(number.value, f"{whole.lstrip('0')}{share}", number.words)
