# ruff: noqa: RUF001
"""What a reader sees in a text, whatever characters it is written with: the Latin letter behind each look-alike.

It knows shapes only; which words are rude or taken it must not know. Its use is comparing, never showing.
"""

import re
import unicodedata
from functools import lru_cache

HIDDEN = "*"
"""Stands in `chunks` for a letter that was starred out."""

_LETTER_I = {"1": "i", "!": "i", "|": "i", "6": "g", "ß": "ss"}
_LETTER_L = {"1": "l", "!": "l", "|": "l", "6": "b", "ß": "b"}
_FIGURES = {"0": "o", "2": "z", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "+": "t"}
READINGS = (str.maketrans(_FIGURES | _LETTER_I), str.maketrans(_FIGURES | _LETTER_L))
"""Figures and signs that stand for letters. A 1 may be meant as i or as l, so there are two readings."""

_CYRILLIC = "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkвbмmнhтtьbүyӏlѵvАaВbЕeКkМmНhОoРpСcТtУyХxІiЈjЅsҺhҮyӀlѴvԜwԚqЬbԌg"
_GREEK = "αaβbγyεeηnικκkνvοoρpτtυuχxωwΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxϲcϳj".replace("ικ", "ιi", 1)
_ARMENIAN = "օoհhոnսuցgՏs"
_CHEROKEE = "ᎪaᏴbᏟcᎠdᎬeᏀgᎻhᎥiᎫjᏦkᏞlᎷmᏢpᏒrᏚsᎢtᏙvᎳwᏃz"
_LISU = "ꓐbꓑpꓒdꓓdꓔtꓖgꓗkꓙjꓚcꓜzꓝfꓟmꓠnꓡlꓢsꓣrꓦvꓧhꓪwꓫxꓬyꓮaꓰeꓲiꓳoꓴu"
_SIGNS = "@a$s€e¢c©c®r¥y§sðdþpƨsɑaɩiʋvɯmʍw"
# Letters that only look Latin in a Latin word: a Russian hat is no insult because its first letter resembles a w.
_BORROWED = "иnйnпnшwщwяrгrцuзeбbдaфoэeжxИnЙnПnШwЩwЯrГrЦuЗeБbДaФoЭeЖxσoςsδdμuλaθoπnξeΣeΔaΛaΘoΩoΠnΞe"
_NAMED = re.compile(r".*\b(?:LATIN|SYMBOL)\b.*\bLETTER(?: [A-Z]+)*? ([A-Z])(?: WITH .+)?")


def _pairs(text: str) -> dict[str, str]:
    return dict(zip(text[::2], text[1::2], strict=True))


_ALWAYS = _pairs(_CYRILLIC + _GREEK + _ARMENIAN + _CHEROKEE + _LISU + _SIGNS) | {"æ": "ae", "Æ": "ae", "œ": "oe"}
_IN_LATIN = str.maketrans(_pairs(_BORROWED))
_KEPT = "+ß"
_STARS = "*#%?"
_APOSTROPHES = re.compile(r"['’‘ʼ`´′]")
_EITHER_I_OR_L = re.compile(r"(?<=[A-Z])l(?=[A-Z])|(?<=[a-z])I")
_STROKE = re.compile(r"[!|](?!\w)")


def chunks(text: str, reading: dict[int, str]) -> list[str]:
    """What stands between gaps and punctuation, in small Latin letters where it looks like them.

    A chunk of figures alone stays as it is: it is a number. Starred-out letters are `HIDDEN`.
    """
    joined = _EITHER_I_OR_L.sub("|", _STROKE.sub(" ", _APOSTROPHES.sub("", text)))
    if re.search(r"[A-Za-z]", joined):
        joined = unicodedata.normalize("NFC", joined).translate(_IN_LATIN)
    seen = "".join(map(_seen, unicodedata.normalize("NFKD", joined)))
    return [chunk if chunk.isdecimal() else _read(chunk, reading) for chunk in seen.split()]


@lru_cache(maxsize=16_384)
def identities(text: str) -> frozenset[str]:
    """The keys of a name; two names that share one are taken for one another.

    Figures at the end of a word may be a number or letters, so there can be two keys.
    """
    parts = chunks(text, {})
    apart = [piece for part in parts for piece in re.split(r"(?<=[^0-9])(?=[0-9]+$)", part)]
    return frozenset("".join(map(_identity, pieces)) for pieces in (parts, apart))


def _read(chunk: str, reading: dict[int, str]) -> str:
    return chunk.translate(reading).casefold().replace("vv", "w")


def _identity(part: str) -> str:
    if part.isdecimal():
        return part
    letters = _read(part, READINGS[0]).replace(HIDDEN, "").replace("rn", "m").replace("l", "i")
    return re.sub(r"(.)\1+", r"\1", letters)


@lru_cache(maxsize=4096)
def _seen(character: str) -> str:
    """The letter, figure or sign that a character looks like; a space for punctuation, nothing for an accent."""
    if character.isascii() and character.isalnum():
        return character
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me"):
        return ""
    if character in _STARS:
        return HIDDEN
    if character in _KEPT or character in "!|":
        return character
    if character in _ALWAYS:
        return _ALWAYS[character]
    if named := _NAMED.fullmatch(unicodedata.name(character, "")):
        return named[1].lower()
    return character if character.isalnum() else " "
