"""Promise 9: rooms do not leak. New here: every emit of the live door names its room or its one connection.

tests/live/test_rooms.py captures the traffic of two sittings.
"""

import ast
import inspect

import pytest

from challenge.config import ROOT
from challenge.live.frames import Frames

LIVE = sorted((ROOT / "challenge" / "live").glob("*.py"))


def emits(path):
    """Every call of a method `emit` in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "emit":
            yield node


@pytest.mark.parametrize("path", LIVE, ids=lambda path: path.name)
def test_every_emit_names_its_room_and_its_namespace(path):
    for call in emits(path):
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        assert {"to", "namespace"} <= set(named), f"{path.name}:{call.lineno}"
        assert not isinstance(named["to"], ast.Constant), f"{path.name}:{call.lineno}"


def test_one_module_alone_emits_and_its_callers_can_not_leave_out_to_whom():
    assert [path.name for path in LIVE if any(emits(path))] == ["frames.py"]
    for way in (Frames.tell, Frames.tell_all, Frames.tell_own):
        assert {"sid", "sids", "own"} & set(inspect.signature(way).parameters)
        assert not any(each.default is not each.empty for each in inspect.signature(way).parameters.values())


def test_nothing_but_the_live_door_emits():
    others = [path for path in (ROOT / "challenge").rglob("*.py") if path.parent.name not in ("live", "simulated")]

    assert [path.name for path in others if any(emits(path))] == []
