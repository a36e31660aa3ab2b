"""The tables of what students type: every YAML file of `marking_cases` is a list of cases, one answer each."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from challenge.rules.marking import Reading, Verdict, malformed, mark, read, unreadable
from challenge.rules.questions import FormPolicy, Kind, Units, Wanted
from tests.rules.asked import asked

FOLDER = Path(__file__).parent / "marking_cases"
FIELDS = {"type", "key", "unit", "units", "form", "policy", "tolerance", "percent", "answer", "verdict", "reading"}
AT_LEAST = 400


def every_case():
    """Every scalar as the text that it is: `no` and 1:30 are no booleans and no numbers here."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, case in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), start=1):
            yield pytest.param(case, id=f"{path.stem}-{number}-{case['answer']}")


PARAMS = list(every_case())
CASES = [param.values[0] for param in PARAMS]


def question_of(case):
    keys = [case["key"]] if isinstance(case["key"], str) else case["key"]
    return asked(Kind(case["type"]), tuple(keys), wanted=wanted_of(case))


def wanted_of(case):
    return Wanted(
        unit=case.get("unit", ""),
        units=Units(case.get("units", "optional")),
        form=case.get("form", ""),
        policy=FormPolicy(case.get("policy", "required")),
        tolerance=case.get("tolerance", ""),
        percent=case.get("percent", "yes") == "yes",
    )


@pytest.mark.parametrize("case", PARAMS)
def test_an_answer_gets_the_verdict_that_a_fair_judge_would_give(case):
    question, answer = question_of(case), case["answer"]

    assert malformed(question, answer) is None
    assert mark(question, answer).verdict.value == case["verdict"]
    if case["verdict"] == "right":
        assert unreadable(question, answer) is None
    if case["verdict"] == "unreadable":
        assert unreadable(question, answer).message
    if "reading" in case:
        reading = read(question.kind, answer, question.wanted)
        assert isinstance(reading, Reading)
        assert reading.written == case["reading"]


def test_what_is_read_back_to_a_team_could_have_been_typed_and_means_the_same():
    for case in CASES:
        kind, wanted = Kind(case["type"]), wanted_of(case)
        reading = read(kind, case["answer"], wanted)
        if isinstance(reading, Reading) and kind is not Kind.TEXT:
            again = read(kind, reading.written, wanted)
            assert isinstance(again, Reading), reading.written
            assert again.value == reading.value, reading.written


def test_there_are_as_many_cases_as_were_promised_and_no_two_are_the_same():
    counted = Counter(repr(sorted(case.items())) for case in CASES)

    assert sum(counted.values()) >= AT_LEAST
    assert [case for case, count in counted.items() if count > 1] == []


def test_every_case_says_what_it_is_with_known_fields():
    for case in CASES:
        assert {"type", "key", "answer", "verdict"} <= set(case) <= FIELDS
        assert case["verdict"] in set(Verdict)
