"""Our own spreadsheet: one question a row, one column for each thing that a question may have.

docs/formats.md lists the columns. Questions become rows of texts and rows become questions; this module must not know
which kind of file the rows stand in.
"""

from collections.abc import Callable, Sequence

from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.formats.cells import DATE, Cell, Fault, Row, Table, looks_like_a_date, named
from challenge.catalogue.formats.checking import lettered
from challenge.catalogue.formats.written import (
    MOST_QUESTIONS,
    Fields,
    Parsed,
    Place,
    Problem,
    Written,
    listed,
    part_of,
    slips_of,
    text_of,
)

OPTIONS = tuple(LETTERS)
OPTION_SLIPS = tuple(f"slip {each}" for each in LETTERS)
WRONG = tuple(f"wrong {n}" for n in range(1, 9))
BECAUSE = tuple(f"because {n}" for n in range(1, 9))
STEPS = ("step 1", "step 2", "step 3")
PLAIN = ("id", "topic", "type", "calculator", "seconds", "points", "text")
ASKED = ("unit", "units", "form", "policy", "tolerance", "percent")
COLUMNS = (
    *(*PLAIN, *OPTIONS, "key", *ASKED, "slip", *OPTION_SLIPS),
    *(name for pair in zip(WRONG, BECAUSE, strict=True) for name in pair),
    *("trick", *STEPS),
)
"""Every column, in the order in which it is written; a file may leave any out, but for text, type and key."""

NEEDED = ("type", "text")
HEADER_ROWS = 20
BETWEEN = " | "
TOO_MANY = f"There are more than {MOST_QUESTIONS} questions. Split the file in two."
NO_COLUMN = "Our spreadsheet has no column with this name. Remove it, or see docs/formats.md for the names."

TWICE = "This column is here twice. Remove one of them."
BEYOND = "A cell without a heading can't be read. Clear it."


def header_in(table: Table) -> Row | None:
    """The first of the leading rows that names our columns; None if this isn't our spreadsheet."""
    return next((row for row in table.rows[:HEADER_ROWS] if set(NEEDED) <= set(_headings(row))), None)


def parse(table: Table, header: Row) -> Parsed:
    """The questions below the header."""
    headings = _headings(header)
    problems = [
        Problem(header.number, named(n, heading), NO_COLUMN if heading not in COLUMNS else TWICE)
        for n, heading in enumerate(headings)
        if heading and (heading not in COLUMNS or heading in headings[:n])
    ]
    questions: list[Written] = []
    for row in table.rows:
        if row.number <= header.number or row.is_empty():
            continue
        if len(questions) == MOST_QUESTIONS:
            problems.append(Problem(row.number, "file", TOO_MANY))
            break
        questions.append(_question(row, headings, problems))
    return Parsed(tuple(each for each in questions if each.fields), tuple(problems))


def cells_of(fields: Fields) -> list[str]:
    """A question as the texts of one row, in the order of COLUMNS."""
    cells = {name: text_of(fields, name) for name in (*PLAIN, *ASKED, "slip", "trick")}
    cells |= dict(zip(STEPS, listed(fields.get("steps")), strict=False))
    for name, option in part_of(fields, "options").items():
        cells[name] = text_of(_mapping(option), "text")
        cells[f"slip {name}"] = text_of(_mapping(option), "slip")
    items = listed(fields.get("items"))
    cells |= dict(zip(OPTIONS, items, strict=False))
    cells["key"] = (", " if fields.get("type") == "choices" else BETWEEN).join(listed(fields.get("key")))
    for n, slip in enumerate(slips_of(fields)):
        cells[WRONG[n]] = _order_in_letters(slip["answer"], items) if items else text_of(slip, "answer")
        cells[BECAUSE[n]] = text_of(slip, "because")
    return [cells.get(name, "") for name in COLUMNS]


def cannot(fields: Fields) -> str:
    """Why our spreadsheet can't say this question; empty if it can."""
    if any("|" in key for key in listed(fields.get("key"))):
        return "Its key has a “|”, which parts keys in a spreadsheet."
    date = next((cell for name, cell in _in_columns(fields) if _may_be_a_date(name, cell)), "")
    return f"“{date}” looks like a date that a spreadsheet made." if date else ""


def _in_columns(fields: Fields) -> list[tuple[str, str]]:
    return list(zip(COLUMNS, cells_of(fields), strict=True))


def _headings(row: Row) -> list[str]:
    """The names in a header row, capitals and spaces apart."""
    found = []
    for cell in row.cells:
        name = " ".join(cell.lower().split()) if isinstance(cell, str) else ""
        found.append(name.upper() if name.upper() in OPTIONS else _with_capital_letter(name))
    return found


def _with_capital_letter(name: str) -> str:
    return next((each for each in OPTION_SLIPS if each.lower() == name), name)


def _question(row: Row, headings: Sequence[str], problems: list[Problem]) -> Written:
    """The question in one row; without fields, and the problems say why, if a cell can't be read."""
    cells: dict[str, str] = {}
    places: dict[str, Place] = {}
    before = len(problems)
    for n, heading in enumerate(headings):
        cell = row.at(n)
        if heading not in COLUMNS or heading in places:
            continue
        place = places[heading] = Place(row.number, named(n, heading))
        if not cell:
            continue
        if fault := _fault(heading, cell):
            problems.append(Problem(place.row, place.column, fault))
            continue
        assert isinstance(cell, str)
        cells[heading] = cell
    if any(not isinstance(cell, str) for cell in row.cells[len(headings) :]):
        problems.append(Problem(row.number, "beyond the last column", BEYOND))
    if len(problems) > before:
        return Written({}, Place(row.number, "row"))
    return _written(cells, places, row.number)


def _fault(heading: str, cell: Cell) -> str:
    if isinstance(cell, Fault):
        return cell.message
    return DATE if _may_be_a_date(heading, cell) else ""


def _may_be_a_date(heading: str, text: str) -> bool:
    return heading in (*OPTIONS, "key", *WRONG, "tolerance") and looks_like_a_date(text)


def _written(cells: dict[str, str], places: dict[str, Place], number: int) -> Written:
    kind = cells["type"] = cells.get("type", "").lower()
    fields: Fields = {name: cells[name] for name in PLAIN if cells.get(name)}
    _lower(fields, "calculator")
    paths = {name: name for name in places}
    used = {*PLAIN, "trick", *STEPS}
    for build in _BUILDERS.get(kind, (_typed,)):
        used |= build(cells, fields, paths)
    if "trick" in cells:
        fields["trick"] = cells["trick"]
    if steps := [name for name in STEPS if cells.get(name)]:
        fields["steps"] = [cells[name] for name in steps]
        paths |= {name: f"steps[{n}]" for n, name in enumerate(steps, start=1)}
    for name in set(cells) - used:
        fields[name] = cells[name]
    by_path = {path: places[name] for name, path in paths.items() if name in places}
    return Written(fields, Place(number, "row"), by_path)


def _lower(fields: Fields, *names: str) -> None:
    """Words that a spreadsheet may have put in capitals: YES, TRUE."""
    for name in names:
        if name in fields:
            fields[name] = text_of(fields, name).lower()


def _options(cells: dict[str, str], fields: Fields, paths: dict[str, str]) -> set[str]:
    """Options and their slips. An empty column between two options stays, so that it is named."""
    last = max((n for n, name in enumerate(OPTIONS) if name in cells), default=-1)
    options = []
    for name in OPTIONS[: last + 1]:
        option: Fields = {"text": cells.get(name, "")}
        if f"slip {name}" in cells:
            option["slip"] = cells[f"slip {name}"]
        options.append(option)
        paths |= {name: f"options.{name}.text", f"slip {name}": f"options.{name}.slip"}
    fields["options"] = lettered(options)
    return {*OPTIONS[: last + 1], *OPTION_SLIPS[: last + 1]}


def _letters(cells: dict[str, str], fields: Fields, _paths: dict[str, str]) -> set[str]:
    if cells.get("key"):
        fields["key"] = [part for part in cells["key"].upper().replace(",", " ").replace("|", " ").split() if part]
    return {"key"}


def _one_letter(cells: dict[str, str], fields: Fields, _paths: dict[str, str]) -> set[str]:
    fields["key"] = cells.get("key", "").upper()
    return {"key"}


def _truth(cells: dict[str, str], fields: Fields, _paths: dict[str, str]) -> set[str]:
    fields["key"] = cells.get("key", "").lower()
    if "slip" in cells:
        fields["slip"] = cells["slip"]
    return {"key", "slip"}


def _order(cells: dict[str, str], fields: Fields, paths: dict[str, str]) -> set[str]:
    names = [name for name in OPTIONS if name in cells]
    fields["items"] = [cells[name] for name in names]
    paths |= {name: f"items[{n}]" for n, name in enumerate(names, start=1)}
    used = _slips(cells, fields, paths)
    for slip in slips_of(fields):
        letters = text_of(slip, "answer").upper().replace(",", " ").split()
        if letters and all(each in names for each in letters):
            slip["answer"] = [cells[each] for each in letters]
    return {*names, *used}


def _typed(cells: dict[str, str], fields: Fields, paths: dict[str, str]) -> set[str]:
    keys = [part.strip() for part in cells.get("key", "").split("|")]
    fields["key"] = keys if len(keys) > 1 else keys[0]
    for name in ASKED:
        if name in cells:
            fields[name] = cells[name]
    _lower(fields, "percent", "units", "policy")
    return {"key", *ASKED, *_slips(cells, fields, paths)}


def _slips(cells: dict[str, str], fields: Fields, paths: dict[str, str]) -> set[str]:
    slips: list[Fields] = []
    for wrong, because in zip(WRONG, BECAUSE, strict=True):
        if wrong in cells or because in cells:
            slips.append({"answer": cells.get(wrong, ""), "because": cells.get(because, "")})
            paths |= {wrong: f"slips[{len(slips)}].answer", because: f"slips[{len(slips)}].because"}
    if slips:
        fields["slips"] = slips
    return {*WRONG, *BECAUSE}


_Build = Callable[[dict[str, str], Fields, dict[str, str]], set[str]]
_BUILDERS: dict[str, tuple[_Build, ...]] = {
    "choice": (_options, _one_letter),
    "choices": (_options, _letters),
    "truth": (_truth,),
    "order": (_order,),
}
"""How the cells of each type become fields; each says which columns it used. All other types are typed."""


def _order_in_letters(answer: object, items: Sequence[str]) -> str:
    """A wrong order by the letters of its items; the word `reversed` stays."""
    if not isinstance(answer, list):
        return str(answer)
    return ", ".join(OPTIONS[items.index(item)] for item in answer)


def _mapping(value: object) -> Fields:
    return value if isinstance(value, dict) else {}
