"""Answers that are chosen or put in order: one option, several, true or false, items in their right order.

This module knows which fields these types have and what makes a key sound. It must not know Typst or HTML.
"""

import random

from challenge.catalogue.answers import SLIP, Answers, DraftOption, DraftSlip, differ, slip_fields
from challenge.catalogue.fields import Fields, Text

LETTERS = "ABCDEF"
OPTION = 48
ITEM = 40


def choice(fields: Fields) -> Answers:
    """Options with one right letter."""
    letter = fields.one_of("key", LETTERS)
    return _lettered(fields, (letter,) if letter else ())


def choices(fields: Fields) -> Answers:
    """Options with a list of right letters."""
    key = tuple(text.source for text in fields.texts("key", 1, len(LETTERS), length=1))
    if len(set(key)) < len(key):
        fields.wrong("key", "A letter is here twice. Write each right letter once.")
    return _lettered(fields, key)


def truth(fields: Fields) -> Answers:
    """A statement that is true or false, and why people choose the other."""
    right = fields.one_of("key", ("true", "false"))
    slip = fields.text("slip", most=SLIP)
    options = tuple(
        DraftOption(word, Text(word.capitalize(), slip.line, slip.field), None if word == right else slip)
        for word in ("true", "false")
    )
    return Answers((right,), Text(right.capitalize(), fields.line("key"), fields.place("key")), options)


def order(fields: Fields) -> Answers:
    """Items in their right order; the ids shuffle them."""
    items = fields.texts("items", 3, len(LETTERS), length=ITEM)
    sources = [item.source for item in items]
    differ(fields, "items", sources)
    ids = _shuffled_ids(fields.text("id", most=64).source, len(items))
    by_text = dict(zip(sources, ids, strict=True))
    drawn = [DraftOption(id_, item) for id_, item in zip(ids, items, strict=True)]
    options = tuple(sorted(drawn, key=lambda option: option.id))
    answer = Text(" → ".join(sources), fields.line("items"), fields.place("items"))
    slips = tuple(_order_slip(each, by_text) for each in slip_fields(fields))
    return Answers(ids, answer, options, slips)


def _lettered(fields: Fields, key: tuple[str, ...]) -> Answers:
    """Options under letters from A on; each wrong one says which slip leads to it."""
    under = fields.mapping("options")
    letters = tuple(under.node.entries)
    expected = tuple(LETTERS[: len(letters)])
    if under.node.entries and (letters != expected or len(letters) < 2):
        fields.wrong("options", f"Letter the options A, B, C … in this order, 2 to {len(LETTERS)} of them.")
        return Answers((), Text("", fields.line("key"), fields.place("key")))
    for letter in key:
        if letter not in letters:
            fields.wrong(
                "key", f"“{letter}” is not among the options ({', '.join(letters)}). Write an option's letter."
            )
    options = tuple(_option(under.mapping(letter), letter, key) for letter in letters)
    differ(fields, "options", [option.text.source for option in options])
    right = ", ".join(option.text.source for option in options if option.id in key)
    return Answers(key, Text(right, fields.line("key"), fields.place("key")), options)


def _option(fields: Fields, letter: str, key: tuple[str, ...]) -> DraftOption:
    fields.only(("text", "slip"))
    text = fields.text("text", most=OPTION)
    if letter not in key:
        return DraftOption(letter, text, fields.text("slip", most=SLIP))
    if fields.has("slip"):
        fields.wrong("slip", "This option is right, so it has no slip. Remove the slip or mend the key.")
    return DraftOption(letter, text)


def _shuffled_ids(seed: str, count: int) -> tuple[str, ...]:
    """An id for each item in the right order: the letter of its place on the screen, which is never the right order."""
    right = [chr(ord("a") + n) for n in range(count)]
    ids = right.copy()
    random.Random(seed).shuffle(ids)  # noqa: S311 the same order on every machine, not a secret
    return tuple(ids if ids != right else [*right[1:], *right[:1]])


def _order_slip(fields: Fields, ids: dict[str, str]) -> DraftSlip:
    """A wrong order: all items in it, or the word `reversed`. Its answer is the ids with commas between."""
    fields.only(("answer", "because"))
    items = [text.source for text in fields.one_or_more("answer", len(LETTERS), length=ITEM)]
    if items == ["reversed"]:
        items = list(ids)[::-1]
    if items == list(ids):
        fields.wrong("answer", "This is the right order. Write a wrong one, or “reversed”.")
    elif sorted(items) != sorted(ids):
        fields.wrong("answer", "Write every item once, exactly as under “items”, or the word “reversed”.")
    return DraftSlip(",".join(ids.get(item, "") for item in items), fields.text("because", most=SLIP))
