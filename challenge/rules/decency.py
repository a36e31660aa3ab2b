"""Whether a name can be put on a screen in front of a hall.

It sees through spacing, punctuation, accents, figures for letters, repeated letters, stars and look-alike letters, and
lets innocent words pass. It must not know what a name is for.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from challenge.rules.lookalikes import HIDDEN, READINGS, chunks
from challenge.rules.rude_words import ANYWHERE, INNOCENT, INSIDE, WHOLE

_RUDE_SIGNS = frozenset("\N{REVERSED HAND WITH MIDDLE FINGER EXTENDED}\N{AUBERGINE}卐卍࿕࿖")
_ENDINGS = ("", "s", "z", "er", "ers", "ed", "ing", "y")
_LONGEST = 24
_REPEATS = re.compile(r"(.)\1+")


def is_decent(text: str) -> bool:
    """Whether nothing rude can be read in a text, in either way of reading its figures."""
    if not _RUDE_SIGNS.isdisjoint(text):
        return False
    return not any(_is_rude(chunks(text, reading), reading) for reading in READINGS)


def _is_rude(parts: Sequence[str], reading: dict[int, str]) -> bool:
    words = [word for part in parts for word in part.split(HIDDEN) if word]
    letters = [word for word in words if not word.isdecimal()]
    return (
        any(map(_is_rude_word, letters))
        or any(map(_hides_rude_word, parts))
        or _found("".join(letters), "anywhere")
        or any(_is_rude_word(spelt) for spelt in _spelt_out(words, reading))
        or any(_patterns()["spaced"].fullmatch(joined) for joined in _joined(letters))
    )


def _is_rude_word(word: str) -> bool:
    return _found(word, "whole") or _found(word, "inside")


def _found(text: str, which: str) -> bool:
    """Whether the pattern finds something that is no part of an innocent word."""
    excuses = [found.span() for found in _patterns()["innocent"].finditer(text)]
    return any(
        not any(start <= found.start() and found.end() <= end for start, end in excuses)
        for found in _patterns()[which].finditer(text)
    )


def _hides_rude_word(part: str) -> bool:
    """Whether a word with stars in it can only be meant as a rude one: f**k, sh*t."""
    stars = part.count(HIDDEN)
    if not stars or part.startswith(HIDDEN) or len(part) < 2 * stars:
        return False
    return re.search(rf"\b{re.escape(part).replace(re.escape(HIDDEN), '[a-z]')}\b", _lexicon()) is not None


def _spelt_out(words: Sequence[str], reading: dict[int, str]) -> Iterable[str]:
    """Words spelt one character at a time: `f u c k`, `5 h 1 t`. A number alone spells nothing."""
    run = ""
    for word in (*words, ""):
        if len(word) == 1:
            run += word
            continue
        if len(run) > 1 and not run.isdecimal():
            yield run.translate(reading)
        run = ""


def _joined(words: Sequence[str]) -> Iterable[str]:
    """Neighbouring words as one, each run that could be a rude word: `sh it`, `bell end`."""
    for first in range(len(words)):
        run = words[first]
        for word in words[first + 1 :]:
            run += word
            if len(run) > _LONGEST:
                break
            if _squeezed(run) in _squeezed_lexicon():
                yield run


def _squeezed(word: str) -> str:
    return _REPEATS.sub(r"\1", word)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    endings = "|".join(_ENDINGS)
    inside, whole = _any_of((*ANYWHERE, *INSIDE)), _any_of(WHOLE)
    return {
        "anywhere": re.compile(_any_of(ANYWHERE)),
        "inside": re.compile(inside),
        "whole": re.compile(rf"\A(?:{whole})[sz]*\Z"),
        "spaced": re.compile(rf"(?:{inside})(?:{endings})|(?:{whole})[sz]*"),
        "innocent": re.compile(f"(?:{'|'.join(sorted(INNOCENT, key=len, reverse=True))})[sz]*"),
    }


def _any_of(words: Iterable[str]) -> str:
    """A pattern of these words in which every letter may be repeated."""
    read = (chunks(word, READINGS[0])[0] for word in words)
    return "|".join("".join(f"{re.escape(letter)}+" for letter in word) for word in read)


@cache
def _lexicon() -> str:
    return " ".join(word + ending for word in (*ANYWHERE, *INSIDE, *WHOLE) for ending in _ENDINGS)


@cache
def _squeezed_lexicon() -> frozenset[str]:
    return frozenset(_squeezed(chunks(word, READINGS[0])[0]) for word in _lexicon().split())
