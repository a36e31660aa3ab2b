"""Names of teams and first names of students: tidied, decent, nobody's telephone number, one of each in a sitting.

It knows what a name may be and which names to offer. It must not know who asks; chance comes in as a seed.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import count as counting
from itertools import islice, zip_longest

from challenge.rules.decency import is_decent
from challenge.rules.lookalikes import identities
from challenge.rules.refusal import Refused
from challenge.rules.team_names import DESCRIBED, PUNS, THINGS

LEAST, MOST = 2, 32
MOST_IN_FIRST_NAME = 20
MOST_SUGGESTED = 28

Asking = Callable[[Collection[str]], Collection[str]]
"""Tells which of these look-alike keys belong to other teams of the sitting."""

_MOST_READ = 400
_MOST_MARKS = 2
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")
_BLANKS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
_CONTACT = re.compile(
    r"\S@\S+\.\S|https?:|www\.|\b[\w-]+\.(?:com|co|uk|org|net|io|me|tv|gg|app|info|link)\b"
    r"|(?:^|\s)@\w|\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|whats ?app|discord)\b\s*[:@=]",
    re.IGNORECASE,
)
_BETWEEN = " -'.\N{RIGHT SINGLE QUOTATION MARK}"
_TELEPHONE = 8
_FIRST_ASKED, _MOST_ASKED = 8, 512
_PI = "314159265358979323846264338327950"

_INDECENT = Refused("indecent", "Pick a name that everyone can cheer.")
_TOO_SHORT = Refused("too_short", f"Pick a name of {LEAST} letters or more.")
_TOO_LONG = Refused("too_long", f"That's a long one. Pick a name of {MOST} characters at most.")
_NO_LETTERS = Refused("no_letters", "Pick a name with letters in it.")
_PERSONAL = Refused("personal", "Leave out phone numbers, addresses and links. Everybody will see this name.")
_NO_FIRST_NAME = Refused("too_short", "Type a first name, or leave it empty.")
_LONG_FIRST_NAME = Refused("too_long", f"Type a first name of {MOST_IN_FIRST_NAME} letters at most.")
_NOT_A_FIRST_NAME = Refused("not_a_name", "Use letters in a first name. Hyphens, apostrophes and an initial are fine.")


@lru_cache(maxsize=16_384)
def tidy(name: str) -> str:
    """The name as it is kept and shown: composed letters, single spaces, nothing invisible, no towers of accents."""
    kept = "".join(_kept(character) for character in name[:_MOST_READ])
    lowered = _without_towers(unicodedata.normalize("NFC", kept))
    return " ".join(unicodedata.normalize("NFC", lowered).split())


def refuse_name(name: str, taken: Collection[str]) -> Refused | None:
    """Why a team can't have this name; None where it can. taken: the names of the other teams in the sitting."""
    return refuse_name_asking(name, _keys(taken).intersection)


def refuse_name_asking(name: str, which_taken: Asking) -> Refused | None:
    """Why a team can't have this name, where not all names but only the keys that matter are looked up."""
    name = tidy(name)
    if refusal := _refuse_shape(name):
        return refusal
    if not is_decent(name):
        return _INDECENT
    if not which_taken(identities(name)):
        return None
    return Refused("taken", f'Another team got there first. "{_next_free(name, which_taken)}" is free.')


def look_alike_keys(name: str) -> tuple[str, ...]:
    """The one or two keys of a name: two names that share a key are taken for one another."""
    return tuple(sorted(identities(tidy(name))))


def refuse_first_name(name: str) -> Refused | None:
    """Why this can't be a student's first name; None where it can. A surname is never asked for."""
    name = tidy(name)
    if not name:
        return _NO_FIRST_NAME
    if _length(name) > MOST_IN_FIRST_NAME:
        return _LONG_FIRST_NAME
    if not _is_spelt_like_a_name(name):
        return _NOT_A_FIRST_NAME
    return None if is_decent(name) else _INDECENT


def suggestions(taken: Collection[str], *, seed: int, count: int = 3) -> tuple[str, ...]:
    """Free names to offer, the same for the same seed. taken: names that teams have already."""
    return suggestions_asking(_keys(taken).intersection, seed=seed, count=count)


def suggestions_asking(which_taken: Asking, *, seed: int, count: int = 3) -> tuple[str, ...]:
    """Free names to offer, where only the keys that matter are looked up."""
    return tuple(islice(_free(_offers(seed), which_taken), count))


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    invisible = unicodedata.category(character) in _INVISIBLE or character in _BLANKS
    return "" if invisible or "\ufe00" <= character <= "\ufe0f" else character


def _without_towers(name: str) -> str:
    """Two accents on a letter are a language; more are a tower that covers other people's names."""
    kept: list[str] = []
    marks = 0
    for character in name:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _length(name: str) -> int:
    """How many characters a reader sees."""
    return sum(not _is_mark(character) for character in name)


def _refuse_shape(name: str) -> Refused | None:
    if _length(name) < LEAST:
        return _TOO_SHORT
    if _length(name) > MOST:
        return _TOO_LONG
    if not any(character.isalpha() for character in name):
        return _NO_LETTERS
    return _PERSONAL if _CONTACT.search(name) or _has_telephone(name) else None


def _has_telephone(name: str) -> bool:
    digits = "".join(character for character in name if character.isdecimal())
    return len(digits) >= _TELEPHONE and not _PI.startswith(digits)


def _is_spelt_like_a_name(name: str) -> bool:
    letters = all(character.isalpha() or _is_part_of_letter(character) or character in _BETWEEN for character in name)
    return letters and name[0].isalpha()


def _is_part_of_letter(character: str) -> bool:
    """Vowel signs and accents that have no composed form."""
    return unicodedata.category(character) in ("Mn", "Mc")


def _keys(names: Collection[str]) -> set[str]:
    return {key for name in names for key in identities(tidy(name))}


def _next_free(name: str, which_taken: Asking) -> str:
    """The name with the first number that makes it free."""
    stem = re.sub(r" [0-9]+$", "", name)
    return next(_free((_numbered(stem, number) for number in counting(2)), which_taken))


def _free(offers: Iterator[str], which_taken: Asking) -> Iterator[str]:
    """Those of endless names that are free, in their order; asked for in growing blocks, so that few questions do."""
    size = _FIRST_ASKED
    while True:
        block = list(islice(offers, size))
        taken = frozenset(which_taken({key for name in block for key in identities(name)}))
        yield from (name for name in block if taken.isdisjoint(identities(name)))
        size = min(2 * size, _MOST_ASKED)


def _numbered(stem: str, number: int) -> str:
    ending = f" {number}"
    return stem[: MOST - len(ending)].rstrip() + ending


def _offers(seed: int) -> Iterator[str]:
    """Every name we can offer in the order of a seed: a pun, then a made-up name; when all are gone, with numbers."""
    puns = _stirred(PUNS, seed)
    made = _stirred([f"{word} {thing}" for word in DESCRIBED for thing in THINGS], seed)
    for pair in zip_longest(puns, made):
        yield from (name for name in pair if name)
    yield from (f"{name} {number}" for number in counting(2) for name in made)


def _stirred(names: Sequence[str], seed: int) -> list[str]:
    return [name for _, name in sorted((_mixed(seed, place), name) for place, name in enumerate(names))]


def _mixed(seed: int, place: int) -> int:
    """A number that looks random, from Steele's splitmix64: chance comes from the seed alone."""
    mixed = (seed * 0x9E3779B97F4A7C15 + (place + 1) * 0xD1342543DE82EF95) & (2**64 - 1)
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
    return mixed ^ (mixed >> 31)
