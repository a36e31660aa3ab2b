"""Questions as files of each format, and what a format can't say or has no place for.

Whether a question survives is tried and not supposed: it is written, read back and compared. This module must not know
what a sound question is.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from challenge.catalogue.formats import aiken, columns, csv_file, gift, kahoot, moodle_xml, xlsx_file
from challenge.catalogue.formats.opening import parsed
from challenge.catalogue.formats.written import MOST_QUESTIONS, Fields, part_of, plain_fields, text_of

TOO_MANY = f"These are too many for one file. Export at most {MOST_QUESTIONS} questions at a time."
NOT_THE_SAME = "It would not come back from there as it is now."


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    suffix: of its files' names. write: the questions, each of which it can say, as a file. cannot: why it can't say a
    question, or empty. carried: what of a question comes back from it.
    """

    title: str
    suffix: str
    write: Callable[[Sequence[Fields]], bytes]
    cannot: Callable[[Fields], str]
    carried: Callable[[Fields], Fields]


def _csv(questions: Sequence[Fields]) -> bytes:
    return csv_file.written([columns.COLUMNS, *map(columns.cells_of, questions)])


def _xlsx(questions: Sequence[Fields]) -> bytes:
    return xlsx_file.written([columns.COLUMNS, *map(columns.cells_of, questions)], title="Questions")


def _kahoot(questions: Sequence[Fields]) -> bytes:
    rows = kahoot.rows_of(questions)
    return xlsx_file.written(rows, title="Sheet1", header=len(kahoot.TEMPLATE), widths=kahoot.WIDTHS)


FORMATS = {
    "csv": Format("CSV", ".csv", _csv, columns.cannot, dict),
    "xlsx": Format("Excel", ".xlsx", _xlsx, columns.cannot, dict),
    "kahoot": Format("Kahoot's spreadsheet", ".xlsx", _kahoot, kahoot.cannot, kahoot.as_carried),
    "gift": Format("GIFT", ".gift", gift.written, gift.cannot, gift.as_carried),
    "moodle": Format("Moodle XML", ".xml", moodle_xml.written, moodle_xml.cannot, moodle_xml.as_carried),
    "aiken": Format("Aiken", ".txt", aiken.written, aiken.cannot, aiken.as_carried),
}
"""Every format by the name that commands and pages use."""


def write(questions: Sequence[Mapping[str, object]], format_: str) -> bytes:
    """These questions, whose fields are as in puzzles/SCHEMA.md, as a file. Raises ValueError at one it can't say."""
    kind, fields = FORMATS[format_], [plain_fields(each) for each in questions]
    if not any(map(kind.cannot, fields)) and _comes_back(fields, kind):
        return kind.write(fields)
    refused = next((each for each in fields if cannot(each, format_)), None)
    if refused is None:
        raise ValueError(TOO_MANY)
    raise ValueError(f"{kind.title} can't say “{_name(refused)}”. {cannot(refused, format_)}")


def cannot(question: Mapping[str, object], format_: str) -> str:
    """Why a format can't say a question, as a sentence; empty if it can."""
    kind, fields = FORMATS[format_], plain_fields(question)
    return kind.cannot(fields) or ("" if _comes_back([fields], kind) else NOT_THE_SAME)


def loses(question: Mapping[str, object], format_: str) -> tuple[str, ...]:
    """What of a question a format has no place for or changes, in words; the question must be one it can say."""
    fields = plain_fields(question)
    carried = FORMATS[format_].carried(fields)
    found = [name for name in fields if name not in carried]
    if text_of(carried, "seconds") not in ("", text_of(fields, "seconds")):
        found.append(f"seconds ({fields['seconds']} become {carried['seconds']})")
    if carried.get("text") != fields.get("text") or _texts(carried) != _texts(fields):
        found.append("the layout of formulas")
    if _slips(carried) != _slips(fields):
        found.append("the slips of options")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file of the questions that a format can say; empty if it can say none.

    left_out: why it can't say the others, by their places in the list, from 0. lost: in how many of those that it can
    say something is left out or changed, by what `loses` calls it.
    """

    content: bytes
    left_out: dict[int, str]
    lost: dict[str, int]


def outgoing(questions: Sequence[Mapping[str, object]], format_: str) -> Outgoing:
    """As many of these questions, at most `MOST_QUESTIONS`, as a format can say. An id that comes twice is left out."""
    kind, fields = FORMATS[format_], _once_each([plain_fields(each) for each in questions])
    left_out = {n: why for n, each in enumerate(fields) if (why := kind.cannot(each))}
    taken = _without(fields, left_out)
    content = kind.write(taken) if taken else b""
    # Reading a file back takes longest, so it is done once for all, and one by one only where that shows a difference.
    if taken and not _is_read_as(taken, content, kind):
        left_out = {n: why for n, each in enumerate(fields) if (why := cannot(each, format_))}
        taken = _without(fields, left_out)
        content = kind.write(taken) if taken else b""
    lost = Counter(name for each in taken for name in loses(each, format_))
    return Outgoing(content, left_out, dict(lost))


def all_outgoing(questions: Sequence[Mapping[str, object]]) -> dict[str, Outgoing]:
    """What each format would make of these questions, by its name."""
    return {name: outgoing(questions, name) for name in FORMATS}


def _without(fields: Sequence[Fields], left_out: Mapping[int, str]) -> list[Fields]:
    return [each for n, each in enumerate(fields) if n not in left_out]


def _once_each(questions: Sequence[Fields]) -> list[Fields]:
    """The same questions; only the first with an id has it."""
    seen = {""}
    found = []
    for each in questions:
        id_ = text_of(each, "id")
        found.append({name: value for name, value in each.items() if name != "id" or id_ not in seen})
        seen.add(id_)
    return found


def _comes_back(questions: Sequence[Fields], kind: Format) -> bool:
    """Whether all these questions, which nothing else speaks against, are read as they were written."""
    return _is_read_as(questions, kind.write(questions), kind)


def _is_read_as(questions: Sequence[Fields], content: bytes, kind: Format) -> bool:
    back = parsed(content, f"questions{kind.suffix}")
    found = [plain_fields(each.fields) for each in back.questions]
    return not back.problems and found == [kind.carried(each) for each in questions]


def _texts(fields: Fields) -> list[str]:
    return [text_of(option, "text") for option in part_of(fields, "options").values() if isinstance(option, dict)]


def _slips(fields: Fields) -> list[str]:
    return [text_of(option, "slip") for option in part_of(fields, "options").values() if isinstance(option, dict)]


def _name(fields: Fields) -> str:
    return text_of(fields, "id") or text_of(fields, "text")
