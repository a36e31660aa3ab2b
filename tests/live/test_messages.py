"""The wire, parsed strictly: what is not exactly as described is refused by name."""

import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.live import messages
from challenge.live.messages import Answer, AskState, Clock, Preview, Probed, ShowSitting, WatchSitting, parse
from challenge.live.namespace import SAID
from challenge.rules.refusal import Refused
from challenge.services.hosting import Order, OrderName

ID = "0a1b2c3d-0000-4000-8000-000000000000"
ANSWER = {"id": ID, "question": 7, "answer": "C"}
COMMAND = {"id": ID, "version": 3, "name": "next"}
DEEP: list[object] = []
for _ in range(600):
    DEEP = [DEEP]


def without(message, field):
    return {name: value for name, value in message.items() if name != field}


def order(name, **more):
    return {**COMMAND, "name": name, **more}


REFUSED = [
    # No object at all.
    *(("answer", data, "malformed") for data in (None, 7, "C", [], ["C"], True, 1.5, b"C")),
    ("state", None, "malformed"),
    ("command", "next", "malformed"),
    ("preview", ["void", 1], "malformed"),
    # Answers.
    *(("answer", without(ANSWER, field), "missing_field") for field in ANSWER),
    *(
        ("answer", {**ANSWER, "id": id_}, "malformed")
        for id_ in (None, 7, "", "short", "x" * 41, "with space", "ümlauts-here", ID + "\n", "'; DROP--", ["x" * 8], {})
    ),
    *(
        ("answer", {**ANSWER, "question": number}, "malformed")
        for number in (None, "7", -1, 7.0, 2**31, True, [7], float("nan"), float("inf"))
    ),
    *(
        ("answer", {**ANSWER, "answer": raw}, "malformed")
        for raw in (None, 7, 1.5, True, {}, {"C": 1}, [7], [None], [["C"]], ["A"] * 13, "x" * 257, "\0", ["\0"], b"C")
    ),
    ("answer", {**ANSWER, "team": 4}, "unknown_field"),
    ("answer", {**ANSWER, "entry": 4}, "unknown_field"),
    ("answer", {**ANSWER, "sitting": 1}, "unknown_field"),
    ("answer", {**ANSWER, "received_at": 1}, "unknown_field"),
    ("answer", {**ANSWER, "taken_ms": 1}, "unknown_field"),
    ("answer", {**ANSWER, "__class__": "Order"}, "unknown_field"),
    ("answer", {**ANSWER, 7: "C"}, "unknown_field"),
    ("answer", {**ANSWER, "x" * 300: 1}, "unknown_field"),
    # The small ones.
    ("state", {"version": 1}, "unknown_field"),
    ("clock", {}, "missing_field"),
    *(("clock", {"sent": sent}, "malformed") for sent in ("1", None, -1, True, 2**53, float("nan"), [1])),
    ("clock", {"sent": 1, "now": 1}, "unknown_field"),
    ("probed", {}, "missing_field"),
    *(("probed", {"n": n}, "malformed") for n in (-1, 0.5, "1", None, False)),
    ("probed", {"n": 1, "rtt": 0}, "unknown_field"),
    ("watch", {}, "missing_field"),
    ("watch", {"sitting": "1"}, "malformed"),
    ("watch", {"sitting": 1, "staff": 1}, "unknown_field"),
    ("show", {"key": 1}, "malformed"),
    ("show", {"key": "x" * 257}, "malformed"),
    ("preview", {"name": "void"}, "missing_field"),
    ("preview", {"name": "remove", "question": 1}, "malformed"),
    ("preview", {"name": ["void"], "question": 1}, "malformed"),
    ("preview", {"name": "void", "question": 1, "answer": "1"}, "unknown_field"),
    ("preview", {"name": "unaccept", "question": 1}, "missing_field"),
    ("preview", {"name": "void", "question": "1"}, "malformed"),
    # Commands.
    *(("command", without(COMMAND, field), "missing_field") for field in ("id", "version")),
    ("command", without(COMMAND, "name"), "unknown_command"),
    *(
        ("command", order(name), "unknown_command")
        for name in (None, 7, "", "Next", "NEXT", "next ", "tick", "drop", ["next"], {"next": 1})
    ),
    ("command", order("next", version="3"), "malformed"),
    ("command", order("next", version=-1), "malformed"),
    ("command", order("next", id=7), "malformed"),
    ("command", order("next", staff=1), "unknown_field"),
    ("command", order("next", sitting=1), "unknown_field"),
    ("command", order("pause", seconds=1), "unknown_field"),
    ("command", order("extend"), "missing_field"),
    *(("command", order("extend", seconds=s), "malformed") for s in (-1, "30", 1.5, None, True)),
    ("command", order("void", question=1), "missing_field"),
    ("command", order("void", question=1, reason=7), "malformed"),
    ("command", order("void", question=1, reason="x" * 257), "malformed"),
    ("command", order("unvoid", question=1, reason="again"), "unknown_field"),
    ("command", order("remove"), "missing_field"),
    ("command", order("remove", entry="1"), "malformed"),
    ("command", order("rename", entry=1, team="a\0b"), "malformed"),
    ("command", order("extra", entry=1, percent="25"), "malformed"),
    ("command", order("extra", entry=1), "missing_field"),
    # Too long, whatever it is.
    ("answer", {**ANSWER, "answer": "x" * 5_000}, "too_long"),
    ("answer", {**ANSWER, "junk": list(range(5_000))}, "too_long"),
    ("answer", "x" * 5_000, "too_long"),
    ("answer", [0] * 5_000, "too_long"),
    ("state", {"x" * 5_000: 1}, "too_long"),
    ("command", {**COMMAND, "reason": "é" * 900}, "too_long"),
    # Deep, but short.
    ("answer", {**ANSWER, "answer": DEEP}, "malformed"),
    ("clock", {"sent": DEEP}, "malformed"),
]


@pytest.mark.parametrize(("name", "data", "code"), REFUSED)
def test_what_is_not_as_described_is_refused_by_name(name, data, code):
    refused = parse(name, data)

    assert isinstance(refused, Refused), refused
    assert refused.code == code
    assert len(refused.message) < 120


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("answer", ANSWER, Answer(ID, 7, "C")),
        ("answer", {**ANSWER, "answer": ["B", "A"]}, Answer(ID, 7, ("B", "A"))),
        ("answer", {**ANSWER, "answer": ""}, Answer(ID, 7, "")),
        ("answer", {**ANSWER, "answer": []}, Answer(ID, 7, ())),
        ("state", {}, AskState()),
        ("clock", {"sent": 0}, Clock(0)),
        ("clock", {"sent": 1790000000000.25}, Clock(1790000000000.25)),
        ("probed", {"n": 3}, Probed(3)),
        ("watch", {"sitting": 4}, WatchSitting(4)),
        ("show", {"key": "k"}, ShowSitting("k")),
        ("preview", {"name": "void", "question": 9}, Preview(OrderName.VOID, 9)),
        (
            "preview",
            {"name": "accept", "question": 9, "answer": "1/2"},
            Preview(OrderName.ACCEPT, 9, "1/2"),
        ),
        ("command", COMMAND, Order(ID, 3, OrderName.NEXT)),
        ("command", order("extend", seconds=30), Order(ID, 3, OrderName.EXTEND, seconds=30)),
        (
            "command",
            order("void", question=2, reason="Two answers were right."),
            Order(ID, 3, OrderName.VOID, question=2, reason="Two answers were right."),
        ),
        ("command", order("extra", entry=5, percent=25), Order(ID, 3, OrderName.EXTRA, entry=5, percent=25)),
        (
            "command",
            order("rename", entry=5, team="Pi Hards"),
            Order(ID, 3, OrderName.RENAME, entry=5, team="Pi Hards"),
        ),
    ],
)
def test_what_is_as_described_is_understood(name, data, message):
    assert parse(name, data) == message


@pytest.mark.parametrize("name", sorted({name for names in SAID.values() for name in names}))
def test_every_name_that_may_be_said_can_be_parsed(name):
    assert isinstance(parse(name, {"no such": "field"}), Refused)


@pytest.mark.parametrize("name", OrderName)
def test_every_command_of_the_hosts_is_on_the_wire(name):
    assert name in messages._ORDERS


@given(
    name=st.sampled_from(["answer", "state", "clock", "probed", "watch", "show", "preview", "command"]),
    data=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["id", "question", "answer", "name", "version", "sent", "n", "x"]), inner)
        ),
        max_leaves=12,
    ),
)
def test_whatever_comes_is_understood_or_refused_and_never_an_error(name, data):
    outcome = parse(name, data)

    assert outcome is not None
    if not isinstance(outcome, Refused):
        assert set(data) <= {"id", "question", "answer", "name", "version", "sent", "n"}


def test_an_id_may_be_a_uuid_of_any_library():
    for id_ in (str(uuid.uuid4()), uuid.uuid4().hex, str(uuid.uuid4()).upper()):
        assert parse("answer", {**ANSWER, "id": id_}) == Answer(id_, 7, "C")


def test_the_longest_honest_message_is_well_below_the_limit():
    longest = {**ANSWER, "id": "x" * 40, "answer": "é" * 64}

    assert len(json.dumps(longest)) < messages.MOST_BYTES / 4
    assert isinstance(parse("answer", longest), Answer)
