"""Keys stay home: nothing that leaves the server before the lock holds or depends on a key."""

import json
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from challenge.rules.questions import Kind, Option, Slip
from tests import builders
from tests.live import preparing

KEY_WORDS = ("ZZKEY", "ZZTRICK", "ZZSTEP", "ZZSLIP")
TEAMS = ("Prime Suspects", "Pi Hards")
RAW = {
    Kind.CHOICE: "A",
    Kind.CHOICES: ["A"],
    Kind.TRUTH: "false",
    Kind.NUMBER: "0.5",
    Kind.TEXT: "scalene",
    Kind.ORDER: ["a", "b", "c"],
    **{kind: slip for kind, (_, slip) in builders.TYPED.items()},
}
OTHER_KEYS = {
    Kind.CHOICE: ("A",),
    Kind.CHOICES: ("B", "D"),
    Kind.TRUTH: ("false",),
    Kind.NUMBER: ("7",),
    Kind.TEXT: ("trapezium",),
    Kind.ORDER: ("a", "b", "c"),
    **{kind: (slip,) for kind, (_, slip) in builders.TYPED.items()},
}
NEVER_THE_SAME = (
    *("now", "at", "version", "id", "code", "opens_at", "closes_at", "deadlines", "qr"),
    *("answered", "phones", "points", "played", "teams"),
)
"""Ids and times, what is gathered and so may be told a moment later, and the points of questions revealed before."""


def marked(question):
    """The same question with words in every secret part that nothing else contains."""
    return replace(
        question,
        answer="ZZKEY",
        trick="ZZTRICK",
        steps=("ZZSTEP one", "ZZSTEP two"),
        options=tuple(Option(option.id, option.html, "ZZSLIP") for option in question.options),
        slips=() if question.options else (Slip(RAW[question.kind], "ZZSLIP"),),
        key=("ZZKEY",) if question.kind is Kind.TEXT else question.key,
    )


@pytest.mark.parametrize("question", builders.one_of_each(), ids=lambda question: question.kind.value)
def test_no_frame_before_the_lock_holds_anything_of_the_key(cast, database, question):
    room = preparing.sitting(database, [marked(question)])
    host, screen, phones = cast.host(room), cast.screen(room), cast.teams(room, *TEAMS)

    asked = host.opens_next()
    phones[0].kept(asked, RAW[question.kind])
    host.does("pause")
    phones[1].told_now()
    host.does("resume")
    host.does("extend", seconds=5)
    host.locks()
    assert host.told_now()["round"]["reveal"]["trick"] == "ZZTRICK"
    for each in (screen, *phones):
        each.told_now()
    host.does("reveal", "revealed")

    _holds_no_key(_until(host, ("locked",)))
    for each in (screen, *phones):
        each._from = 0
        each.wait_for(lambda frame: _state_of(frame) == "revealed")
        _holds_no_key(_until(each, ("revealed",)))
        assert "ZZTRICK" in json.dumps([frame.data for frame in each.frames]), "the reveal must be seen at all"


def test_rounds_that_differ_in_their_keys_alone_sound_the_same_until_the_reveal(cast, database):
    questions = builders.class_round()
    others = [replace(each, key=OTHER_KEYS[each.kind], answer="Other", steps=(), slips=()) for each in questions]

    rooms = [preparing.sitting(database, each) for each in (questions, others)]
    with ThreadPoolExecutor(2) as played:
        first, second = played.map(lambda room: _traffic(cast, room), rooms)

    _sound_the_same(first, second)
    asked = {(number, state) for number in range(1, len(questions) + 1) for state in ("open", "locked")}
    assert asked <= {(number, state) for _, number, state, _ in first["phone"].keys() & second["phone"].keys()}


def _sound_the_same(first, second):
    """Whatever was told in both; a step that was over before it could be told is told in one of them alone."""
    for who, told in first.items():
        both = told.keys() & second[who].keys()
        assert {step: told[step] for step in both} == {step: second[who][step] for step in both}


def _traffic(cast, room):
    """What a phone and a screen hear of a round in which each question is answered, locked, and never revealed."""
    host, screen, (phone,) = cast.host(room), cast.screen(room), cast.teams(room, TEAMS[0])
    for question in builders.class_round():
        asked = host.opens_next()
        phone.kept(asked, RAW[question.kind])
        phone.told_now()
        host.locks()
        screen.told_now()
        phone.told_now()
        host.does("reveal", "revealed")
    return {"phone": _said(phone, room), "screen": _said(screen, room)}


def _said(client, room):
    """What was told at each step before its reveal, without what always differs: ids, codes, times, gathered news."""
    told = defaultdict(set)
    for frame in client.frames:
        if frame.event in ("state", "moved", "kept") and _state_of(frame) not in ("lobby", "revealed"):
            plain = _plain(frame.data, room)
            told[_step(frame.event, plain)].add(json.dumps(plain, sort_keys=True))
    return told


def _step(event, plain):
    """When something was told: the question's number, the state, and whether the question itself was in it."""
    if "round" not in plain:
        return (event, plain["question"], None, False)
    return (event, plain["round"]["number"], plain["round"]["state"], bool(plain["round"]["question"]))


def _plain(value, room):
    """The value without what is never the same; questions by their number. Ids of options are kept."""
    if isinstance(value, dict) and "html" in value:
        return value
    if isinstance(value, dict):
        told = {name: _plain(each, room) for name, each in value.items() if name not in NEVER_THE_SAME}
        asked = value.get("question")
        return {**told, "question": room.questions.index(asked)} if isinstance(asked, int) else told
    return [_plain(each, room) for each in value] if isinstance(value, list) else value


def _until(client, states):
    """The frames before the first that tells that the round is in one of these states, or a team's own result."""
    first = next(index for index, each in enumerate(client.frames) if _state_of(each) in states or _result_of(each))
    return client.frames[:first]


def _state_of(frame):
    return (frame.data.get("round") or {}).get("state") if isinstance(frame.data, dict) else None


def _result_of(frame):
    return frame.data.get("result") if isinstance(frame.data, dict) else None


def _holds_no_key(frames):
    assert len(frames) > 4
    text = json.dumps([frame.data for frame in frames])
    assert not [word for word in KEY_WORDS if word in text]
    for frame in frames:
        if isinstance(frame.data, dict) and frame.data.get("round"):
            assert frame.data["round"]["reveal"] is None
        assert not {"right", "verdict", "key", "steps", "slip", "trick"} & set(_names(frame.data))


def _names(value):
    if isinstance(value, dict):
        return [*value, *(name for each in value.values() for name in _names(each))]
    return [name for each in value for name in _names(each)] if isinstance(value, list) else []
