"""What one phone heard in a run, so that a bare server can say the same, in the same sizes, to as many phones."""

import json
from dataclasses import dataclass, field
from typing import Any

from challenge.cli.load.crowd import Crowd
from challenge.cli.load.phone import Phone

Message = dict[str, Any]


@dataclass(slots=True)
class Script:
    """The messages of a run, one of each sort. mine: after an answer and at the reveal; steps: each `moved`."""

    state: Message = field(default_factory=dict)
    count: Message = field(default_factory=dict)
    kept: Message = field(default_factory=dict)
    mine: dict[str, Message] = field(default_factory=dict)
    steps: list[Message] = field(default_factory=list)


class RecordingPhone(Phone):
    """A phone that plays like all others and remembers what it was told."""

    __slots__ = ("script",)

    def __init__(self, crowd: Crowd, number: int, *, secret: str = "") -> None:
        super().__init__(crowd, number, secret=secret)
        self.script = Script()

    def event(self, name: bytes, payload: bytes, start: int, *, at: int) -> None:
        """The server said something."""
        self._note(name, payload[start:-1])
        super().event(name, payload, start, at=at)

    def _note(self, name: bytes, data: bytes) -> None:
        script = self.script
        match name:
            case b"state" if not script.state:
                script.state = json.loads(data)
            case b"moved":
                self._note_step(json.loads(data))
            case b"count":
                script.count = json.loads(data)
            case b"kept":
                script.kept = json.loads(data)
            case b"mine":
                self._note_mine(json.loads(data))

    def _note_step(self, message: Message) -> None:
        """Once for each step of the round, though it be told twice."""
        steps, round_ = self.script.steps, message["round"]
        if not steps or (steps[-1]["round"]["number"], steps[-1]["round"]["state"]) != (
            round_["number"],
            round_["state"],
        ):
            steps.append(message)

    def _note_mine(self, message: Message) -> None:
        """With a result it belongs to the reveal that follows; with an answer alone, to the answering."""
        sort = "revealed" if message["result"] else "answered" if message["mine"] else ""
        if sort:
            self.script.mine[sort] = message
