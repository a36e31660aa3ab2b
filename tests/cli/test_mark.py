"""`python3 run.py mark`, as somebody sees it who tries answers on a key."""

import json

import pytest
from click.testing import CliRunner

from challenge.cli import marking_bench
from challenge.cli.mark import mark
from challenge.rules.questions import CHOSEN, Kind


def ask(*arguments):
    return CliRunner().invoke(mark, list(arguments))


def tried(key, answer, **fields):
    options = [part for name, value in fields.items() for part in (f"--{name}", value)]
    result = ask("--key", key, "--answer", answer, *options)
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_it_prints_verdict_reading_words_reason_and_type():
    assert tried("7/2", "3 1/2") == {
        "verdict": "right",
        "reading": "3 1/2",
        "words": "three and one half",
        "reason": "",
        "type": "number",
    }


VERDICTS = [
    ("3/4", "0.75", {}, "right", "number"),
    ("3/4", "0.75", {"form": "fraction"}, "form", "number"),
    ("3/4", "0.75", {"form": "fraction", "policy": "enforced"}, "wrong", "number"),
    ("3/4", "0.75", {"form": "fraction", "policy": "optional"}, "right", "number"),
    ("0.75", "3/4", {"form": "fraction"}, "right", "number"),
    ("1/2", "50%", {"percent": "no"}, "unreadable", "number"),
    ("3.5", "3.5 cm", {"unit": "cm"}, "right", "number"),
    ("3.5", "35 mm", {"unit": "cm"}, "unreadable", "number"),
    ("12", "12.5", {"tolerance": "0.5"}, "right", "number"),
    ("12", "12.6", {"tolerance": "0.5"}, "wrong", "number"),
    ("£3.50", "350p", {}, "right", "money"),
    ("12 cm", "12", {"units": "required"}, "form", "quantity"),
    ("1 h 30 min", "90 min", {}, "right", "duration"),
    ("1:30", "90 min", {"type": "duration"}, "right", "duration"),
    ("14:30", "2:30 pm", {}, "right", "time"),
    ("2:3", "4:6", {}, "right", "ratio"),
    ("2 : 3", "3 : 2", {}, "wrong", "ratio"),
    ("2:30", "1:15", {"type": "ratio"}, "right", "ratio"),
    ("(2, -3)", "2,-3", {}, "right", "coordinates"),
    ("2x + 3", "3 + 2*x", {}, "right", "expression"),
    ("y = 2x + 3", "2x+3=y", {}, "right", "equation"),
    ("x > 3", "3 < x", {}, "right", "inequality"),
    ("x = 2 or x = -3", "-3, 2", {}, "right", "solutions"),
    ("hexagon", " Hexagon ", {}, "right", "text"),
    ("B", "b", {}, "unreadable", "choice"),
    ("B", "A", {}, "wrong", "choice"),
    ("true", "true", {}, "right", "truth"),
    ("[A, C]", "C, A", {}, "right", "choices"),
    ("[A, C]", "A", {}, "wrong", "choices"),
    ("[3 < 4, b, c]", "b → 3 < 4 → c", {"type": "order"}, "wrong", "order"),
    ("[3 < 4, b, c]", "3 < 4, b, c", {"type": "order"}, "right", "order"),
    ("[12, 13]", "13", {}, "right", "number"),
    ("[hexagon, a hexagon]", "A Hexagon", {}, "right", "text"),
    ('"12"', "12", {}, "right", "number"),
    ("{type: ratio, key: '2:3', form: simplest}", "4:6", {}, "form", "ratio"),
    ("{key: [12, 13], unit: cm}", "12 cm", {}, "right", "number"),
    ("- 4", "-4", {}, "right", "number"),
    ("3 # 4", "3", {"type": "text"}, "wrong", "text"),
]


@pytest.mark.parametrize(("key", "answer", "fields", "verdict", "type_"), VERDICTS)
def test_an_answer_is_marked_by_its_key(key, answer, fields, verdict, type_):
    found = tried(key, answer, **fields)

    assert (found["verdict"], found["type"]) == (verdict, type_)


def test_every_type_can_be_tried():
    assert {type_ for *_, type_ in VERDICTS} == set(Kind)


def test_what_is_unreadable_has_no_reading_but_a_reason():
    found = tried("3/4", "3//4")

    assert (found["verdict"], found["reading"], found["words"]) == ("unreadable", "", "")
    assert "Try something like" in found["reason"]


def test_an_answer_that_no_phone_could_send_is_unreadable_and_says_why():
    assert "too long" in tried("3/4", "1" * 65)["reason"]


def test_a_text_that_is_no_text_says_why():
    assert tried("hexagon", "🙂")["reason"] != ""


def test_a_reason_is_plain_text():
    found = tried("x > 3", "x >= 3")

    assert found["verdict"] == "wrong"
    assert found["reason"] != ""
    assert "&" not in found["reason"]
    assert "<" not in found["reason"]


def test_items_are_read_as_they_were_put():
    assert tried("[3 < 4, b, c]", "b, 3 < 4, c", type="order")["reading"] == "b → 3 < 4 → c"


REFUSED = [
    (["--key", "3/0", "--answer", "1"], "key: “3/0” can't be read"),
    (["--key", "?", "--answer", "1"], "type: We can't tell the type of this key"),
    (["--key", "[4, x = 4]", "--answer", "1"], "type: We can't tell the type"),
    (["--key", "", "--answer", "1"], "key: This field is empty"),
    (["--key", "3", "--answer", "1", "--type", "nummer"], "type: “nummer” is not known here. Did you mean “number”?"),
    (["--key", "3", "--answer", "1", "--form", "simple"], "form: “simple” is not known here. Did you mean “simplest”?"),
    (["--key", "2:3", "--answer", "1", "--tolerance", "1"], "tolerance: There is no field with this name"),
    (["--key", "£3", "--answer", "1", "--unit", "cm"], "key: “£3” can't be read"),
    (["--key", "G", "--answer", "A", "--type", "choice"], "key: Write one of: A, B, C"),
    (["--key", "[A, B]", "--answer", "A", "--type", "choice"], "key: Write one of: A, B, C"),
    (
        ["--key", "{key: 3, from: simplest}", "--answer", "1"],
        "from: There is no field with this name. Did you mean “form”?",
    ),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_a_key_that_will_not_do_is_named_with_the_remedy(arguments, says):
    result = ask(*arguments)

    assert result.exit_code == 1
    assert says in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("arguments", [[], ["--key", "3"], ["--answer", "3"]])
def test_without_a_key_or_an_answer_it_says_what_to_give(arguments):
    result = ask(*arguments)

    assert result.exit_code == 2
    assert "--key and --answer, or --file, or --bench" in result.output


@pytest.fixture
def file(tmp_path):
    """Runs a file of cases."""

    def run(text):
        path = tmp_path / "cases.yaml"
        path.write_text(text, encoding="utf-8")
        return ask("--file", str(path))

    return run


def test_a_file_prints_one_line_for_each_case(file):
    result = file("- {key: 3/4, answer: '0.75'}\n- {key: '2:3', answer: '3:2'}\n- {key: [A, C], answer: [C, A]}\n")

    found = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert [(each["verdict"], each["type"]) for each in found] == [
        ("right", "number"),
        ("wrong", "ratio"),
        ("right", "choices"),
    ]


def test_an_answer_is_taken_as_it_is_typed_spaces_and_all(file):
    result = file('- {key: 1 1/2, answer: "  1   1/2 "}\n- {key: 3, answer: ""}\n- {key: 3, answer: "3\\u202e"}\n')

    assert [json.loads(line)["verdict"] for line in result.output.splitlines()][:2] == ["right", "unreadable"]
    assert result.exit_code == 0


BAD = [
    ("- {key: 3/0, answer: 1}", "Case 1, line 1: key: “3/0” can't be read"),
    ("- {key: 3}", "Case 1, line 1: answer: This field is missing"),
    ("- {key: 3, answer: {a: b}}", "Case 1, line 1: answer: This field is missing or no text"),
    ("- {answer: 3}", "Case 1, line 1: key: This field is missing"),
    ("- {kee: 3, answer: 3}", "key"),
    ("- just a text", "Case 1, line 1: Write a list of cases"),
    ("- {key: 3, answer: 3, form: 2dp}", "Case 1, line 1: form: “2dp” is not known here. Did you mean “2 dp”?"),
    ("- {key: 2 : 3, answer: 3}", "Line 1: "),
    ("key: 3\nanswer: 3", "Write a list of cases"),
    ("", "Line 1: The file is empty"),
]


@pytest.mark.parametrize(("text", "says"), BAD)
def test_a_bad_case_is_named_by_its_number(file, text, says):
    result = file(text)

    assert result.exit_code == 1
    assert says in json.loads(result.output.splitlines()[0])["error"]


def test_the_cases_after_a_bad_one_are_marked_all_the_same(file):
    result = file("- {key: 3, answer: 3}\n- {key: 3}\n- {key: 4, answer: 4}\n")

    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [line.get("verdict") for line in lines] == ["right", None, "right"]
    assert lines[1]["error"].startswith("Case 2, line 2: ")


def test_the_benchmark_names_every_typed_type_with_its_microseconds(monkeypatch):
    monkeypatch.setattr(marking_bench, "ROUNDS", 1)

    result = ask("--bench", "--tries", "2")

    rows = {line.split()[0]: line.split()[1:4] for line in result.output.splitlines() if line and " " in line}
    assert result.exit_code == 0
    assert "2 tries" in result.output
    assert "The worst of all takes" in result.output
    for kind in set(Kind) - CHOSEN:
        assert all(float(figure) > 0 for figure in rows[kind.value])


@pytest.mark.parametrize("kind", marking_bench.KEYS)
def test_the_benchmark_tries_right_and_wrong_answers_of_each_type(kind):
    key, typical = marking_bench.KEYS[kind], marking_bench.TYPICAL[kind]

    verdicts = {tried(f'"{key}"', answer, type=kind.value)["verdict"] for answer in typical}

    assert {"right", "wrong"} <= verdicts
