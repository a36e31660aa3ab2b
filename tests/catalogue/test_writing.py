"""Fields become the YAML that an author would write; read again, they are the same fields."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from challenge.catalogue import tree
from challenge.catalogue.writing import document

CHOICE = {
    "id": "f-half",
    "type": "choice",
    "calculator": "no",
    "seconds": 30,
    "text": "What is $1/2$ of £9?",
    "options": {"A": {"text": "£4.50"}, "B": {"text": "£18", "slip": "That's double: halve it."}},
    "key": "A",
    "trick": "Halve it",
    "steps": ["$9/2 = 4.5$"],
}


def test_a_question_stands_as_the_house_writes_it():
    assert document({"bank": "funkies-number", "category": "funkies"}, [CHOICE], remark="Made by hand.") == (
        "# Made by hand.\n"
        "bank: funkies-number\n"
        "category: funkies\n"
        "\n"
        "questions:\n"
        "  - id: f-half\n"
        "    type: choice\n"
        "    calculator: no\n"
        "    seconds: 30\n"
        '    text: "What is $1/2$ of £9?"\n'
        "    options:\n"
        '      A: {text: "£4.50"}\n'
        '      B: {text: "£18", slip: "That\'s double: halve it."}\n'
        "    key: A\n"
        '    trick: "Halve it"\n'
        "    steps:\n"
        '      - "$9/2 = 4.5$"\n'
    )


def test_keys_units_and_slips_are_quoted_where_yaml_needs_it():
    fields = {
        "id": "a",
        "key": "2:3",
        "unit": "£",
        "slips": [
            {"answer": "-4", "because": "b"},
            {"answer": "reversed", "because": "b"},
            {"answer": ["3 m", "x"], "because": "b"},
        ],
    }

    assert document({}, [fields]).splitlines()[3:] == [
        '    key: "2:3"',
        '    unit: "£"',
        "    slips:",
        '      - {answer: -4, because: "b"}',
        '      - {answer: reversed, because: "b"}',
        '      - {answer: ["3 m", "x"], because: "b"}',
    ]


def test_items_and_lists_of_keys_stay_on_one_line():
    text = document({}, [{"id": "a", "items": ["3.09 m", "3.4 m"], "key": ["B", "C"]}])

    assert 'items: ["3.09 m", "3.4 m"]' in text
    assert "key: [B, C]" in text


def test_questions_are_apart_by_an_empty_line():
    assert document({}, [{"id": "a"}, {"id": "b"}]).endswith("  - id: a\n\n  - id: b\n")


LINE = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "x"
)


@given(
    text=LINE,
    key=LINE | st.lists(LINE, min_size=1, max_size=3),
    items=st.lists(LINE, min_size=1, max_size=3),
    step=LINE,
)
def test_whatever_is_written_is_read_again(text, key, items, step):
    fields = {"id": "a", "text": text, "key": key, "items": items, "steps": [step], "options": {"A": {"text": text}}}

    read = yaml.load(document({"bank": "b"}, [fields]), Loader=yaml.BaseLoader)

    assert read == {"bank": "b", "questions": [fields]}
    assert isinstance(tree.parse(document({"bank": "b"}, [fields])), tree.Mapping)
