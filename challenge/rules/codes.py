"""Codes that are read off a board and typed on a phone: six characters for a round, eight for a team.

No vowels, so that chance writes no words; none of the characters that are taken for one another. The caller brings
the chance, and must bring enough of it: a team's code lets a phone in.
"""

import unicodedata
from typing import Literal

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
ROUND_CODE = 6
TEAM_CODE = 8

_MOST_TYPED = 64
_GAPS = ("Zs", "Pd", "Cf", "Cc")
_RUDE_ANYWAY = (
    "FCK",
    "FKN",
    "FVCK",
    "CNT",
    "CVNT",
    "SHT",
    "WNK",
    "WHR",
    "DCK",
    "CCK",
    "BTCH",
    "TWT",
    "NGR",
    "FGT",
    "KKK",
)


def code_from(number: int, length: int) -> str | None:
    """The code of a number that chance drew, or None where chance wrote something rude: draw again.

    No other code stands in for a rude one: it would be drawn far more often than its share, and could be guessed.
    Numbers beyond the last code start over.
    """
    characters = []
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[digit])
    code = "".join(reversed(characters))
    return None if any(rude in code for rude in _RUDE_ANYWAY) else code


def tidy_code(text: str) -> str:
    """The code as it was meant, in capitals without gaps. A character that no code has is left in, never guessed."""
    plain = unicodedata.normalize("NFKC", text[:_MOST_TYPED]).upper()
    return "".join(character for character in plain if unicodedata.category(character) not in _GAPS)


def kind_of(code: str) -> Literal["round", "team"] | None:
    """What a tidy code can be the code of."""
    if not set(code) <= set(ALPHABET):
        return None
    if len(code) == ROUND_CODE:
        return "round"
    return "team" if len(code) == TEAM_CODE else None


def spaced(code: str) -> str:
    """The code in two halves, as it is shown: KTN 47Q, 7K2M 9QXD."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}" if kind_of(code) else code
