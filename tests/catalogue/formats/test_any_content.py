"""Whatever a file holds, reading it gives good questions and problems by row and column: it never raises."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from challenge.catalogue.formats import FORMATS, cannot, read, write
from tests.catalogue.formats.samples import SAMPLES

SHARED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(["a.csv", "a.xlsx", "a.txt", "a.gift", "a.xml", "a", "a.yaml", "a.zip"])
PIECES = [
    "",
    "$",
    "\\",
    "{",
    "}",
    "=",
    "~",
    "#",
    "%50%",
    "::",
    "//",
    "->",
    "\n\n",
    "\n",
    '"',
    "'",
    "<",
    ">",
    "&",
    "]]>",
]
PIECES += [
    "\\(",
    "\\)",
    "$$",
    "\\frac{",
    "ANSWER: A",
    "A. ",
    ",",
    ";",
    "\t",
    "=1+1",
    "01-Feb",
    "&lt;",
    "<img>",
    "|",
    "9" * 40,
]
SPLICES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES) | st.text(max_size=6)),
    min_size=1,
    max_size=4,
)


def whole(format_: str) -> bytes:
    return write([each for each in SAMPLES if not cannot(each, format_)], format_)


WHOLE = {format_: whole(format_) for format_ in FORMATS}


def is_answered(found) -> bool:
    return bool(found.questions or found.problems) and all(
        problem.row >= 1 and problem.column and problem.message.rstrip().endswith((".", "?", "!", "”", ")"))
        for problem in found.problems
    )


def spliced(text: str, splices) -> str:
    for where, cut, put in splices:
        at = int(where * len(text))
        text = text[:at] + put + text[at + cut :]
    return text


@SHARED
@example(content=b"", name="a.csv")
@example(content=b"\xff\xfe\x00", name="a.csv")
@example(content=b"PK\x03\x04", name="a.xlsx")
@example(content=b"<", name="a.xml")
@example(content=b"::", name="a.gift")
@example(content=b"ANSWER:", name="a.txt")
@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    name=NAMES,
)
def test_any_bytes_at_all_are_explained(content, name):
    assert is_answered(read(content, name))


@SHARED
@given(splices=SPLICES, format_=st.sampled_from([each for each in FORMATS if FORMATS[each].suffix != ".xlsx"]))
def test_a_sound_file_damaged_anywhere_is_read_or_explained(splices, format_):
    text = spliced(WHOLE[format_].decode("utf-8-sig"), splices)

    found = read(text.encode("utf-8", "surrogatepass"), f"a{FORMATS[format_].suffix}")

    assert is_answered(found)


@SHARED
@given(where=st.floats(0, 1), put=st.binary(min_size=1, max_size=8), format_=st.sampled_from(["xlsx", "kahoot"]))
def test_a_workbook_damaged_anywhere_is_read_or_explained(where, put, format_):
    content = WHOLE[format_]
    at = int(where * len(content))

    assert is_answered(read(content[:at] + put + content[at + len(put) :], "a.xlsx"))


@SHARED
@given(splices=SPLICES, part=st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]))
def test_a_workbook_whose_parts_are_damaged_is_read_or_explained(splices, part):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(WHOLE["kahoot"])) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            new.writestr(each, spliced(content.decode(), splices) if each == part else content)

    assert is_answered(read(out.getvalue(), "a.xlsx"))


def written_questions():
    texts = st.text("aB1 .,:;=~#%{}\\'\"<>&@+-|/$€é−½√()[]?!*_", min_size=1, max_size=30).map(
        lambda text: " ".join(text.replace("$", "\\$").split())
    )
    options = st.lists(texts.filter(bool), min_size=2, max_size=4, unique_by=str.casefold)
    return st.tuples(texts.filter(bool), options, st.integers(0, 1), st.booleans())


@pytest.mark.parametrize("format_", FORMATS)
@settings(SHARED, max_examples=40)
@given(written_questions())
def test_any_choice_comes_back_as_it_was_or_is_refused_by_name(format_, written):
    text, options, right, slips = written
    lettered = {letter: {"text": option} for letter, option in zip("ABCD", options, strict=False)}
    for n, letter in enumerate(lettered):
        if n != right and slips:
            lettered[letter]["slip"] = f"Not {letter}."
    question = {"id": "one", "type": "choice", "text": text, "options": lettered, "key": "AB"[right]}

    if cannot(question, format_):
        return  # it has said so, which is what it may do
    found = read(write([question], format_), f"a{FORMATS[format_].suffix}")

    assert found.problems == ()
    assert [each.question.fields for each in found.questions] == [FORMATS[format_].carried(question)]
