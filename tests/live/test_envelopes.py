"""Envelopes: what processes write to each other is read back the same, and nothing else is read at all."""

import json

import pytest

from challenge.announcements import ResponseKept, RoundMoved, TeamRemoved, TeamsChanged
from challenge.live.envelopes import Envelope, Look, decode, encode, opening
from challenge.live.presence import PresenceOf

ALL_NEWS = (
    RoundMoved(1),
    TeamsChanged(1),
    TeamsChanged(1, 2),
    TeamRemoved(1, 2),
    ResponseKept(1, 2, 3, "¾ of a “π”", 4),
    ResponseKept(1, 2, 3, ("A", "C"), 4),
    ResponseKept(1, 2, 3, (), 4),
    ResponseKept(2**63 - 1, 0, 3, "\ud800", 4),
    PresenceOf("there", 1, {2: 1, 40: 3}, screens=1, hosts=2),
    PresenceOf("there", 1, {}, screens=0, hosts=0),
    Look(),
)

GARBAGE = [
    b"",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'[1,"there",[]',
    b"[1,[]]",
    b"{}",
    b'[2,"there",[]]',
    b'[true,"there",[]]x',
    b"[1,7,[]]",
    b'[1,"there",{}]',
    b'[1,"there",[[]]]',
    b'[1,"there",["moved"]]',
    b'[1,"there",[[["moved"],1]]]',
    b'[1,"there",[["sung",1]]]',
    *(
        json.dumps([1, "there", [news]]).encode()
        for news in (
            ["moved"],
            ["moved", 1, 2],
            ["moved", True],
            ["moved", -1],
            ["moved", 2**63],
            ["moved", 1.0],
            ["moved", "1"],
            ["moved", None],
            ["teams", None, 1],
            ["removed", 1, None],
            ["kept", 1, 2, 3, 4, 5],
            ["kept", 1, 2, 3, ["A", 4], 5],
            ["kept", 1, 2, 3, None, 5],
            ["here", 1, [1, 2, 3], 0, 0],
            ["here", 1, {"1": 2}, 0, 0],
            ["here", 1, [1, "2"], 0, 0],
            ["here", 1, [], 0],
            ["look", 1],
        )
    ),
]


def test_all_news_are_read_back_as_they_were_written():
    assert decode(encode("there", ALL_NEWS)) == Envelope("there", ALL_NEWS)


def test_an_envelope_may_be_empty():
    assert decode(encode("there", [])) == Envelope("there", ())


def test_a_process_knows_its_own_envelopes_by_how_they_begin():
    name = 'a "strange" näme'

    assert encode(name, ALL_NEWS).startswith(opening(name))
    assert not encode(name + "r", []).startswith(opening(name))


def test_presence_is_of_the_process_that_sent_it():
    forged = PresenceOf("somebody else", 1, {}, screens=1, hosts=0)

    (news,) = decode(encode("there", [forged])).news

    assert news == PresenceOf("there", 1, {}, screens=1, hosts=0)


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda told: repr(told[:40]))
def test_garbage_is_refused(garbage):
    with pytest.raises(ValueError, match=r"."):
        decode(garbage)
