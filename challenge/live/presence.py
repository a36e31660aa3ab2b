"""Who is connected to the other processes of this program, as far as they have told.

Each process repeats its own presence every few seconds, so a word that was lost is soon made good, and a process that
has died is forgotten because it says nothing more.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

FORGOTTEN_AFTER_MS = 10_000


@dataclass(frozen=True, slots=True)
class PresenceOf:
    """Who of one sitting is connected to one process: phones by entry, big screens, hosts."""

    process: str
    sitting_id: int
    phones: Mapping[int, int]
    screens: int
    hosts: int

    @property
    def empty(self) -> bool:
        """Whether nobody of this sitting is there."""
        return not (self.phones or self.screens or self.hosts)


@dataclass(frozen=True, slots=True)
class Changed:
    """The presence of a sitting changed. entries: those that have another number of phones than before."""

    sitting_id: int
    entries: frozenset[int]


class Elsewhere:
    """What the other processes said last."""

    def __init__(self) -> None:
        self._words: dict[int, dict[str, tuple[PresenceOf, int]]] = defaultdict(dict)
        self._phones: dict[int, int] = {}

    def hear(self, told: PresenceOf, now: int) -> Changed | None:
        """Another process told its presence of a sitting; None when that is no news."""
        before, _ = self._words.get(told.sitting_id, {}).get(told.process, (_nobody_of(told), now))
        if told.empty:
            self._forget(told.sitting_id, told.process)
        else:
            self._words[told.sitting_id][told.process] = (told, now)
        if before == told:
            return None
        return Changed(told.sitting_id, self._recount(before.phones, told.phones))

    def forget_silent(self, now: int) -> list[Changed]:
        """Forget what wasn't repeated for ten seconds: its process has died, or can't be heard."""
        silent = [
            word
            for words in self._words.values()
            for word, heard_at in words.values()
            if now - heard_at >= FORGOTTEN_AFTER_MS
        ]
        for word in silent:
            self._forget(word.sitting_id, word.process)
        return [Changed(word.sitting_id, self._recount(word.phones, {})) for word in silent]

    def phones(self, entry_id: int) -> int:
        """How many phones of a team the other processes have."""
        return self._phones.get(entry_id, 0)

    def screens(self, sitting_id: int) -> int:
        """How many big screens of a sitting the other processes have."""
        return sum(word.screens for word, _ in self._words.get(sitting_id, {}).values())

    def hosts(self, sitting_id: int) -> int:
        """How many hosts of a sitting the other processes have."""
        return sum(word.hosts for word, _ in self._words.get(sitting_id, {}).values())

    def _forget(self, sitting_id: int, process: str) -> None:
        words = self._words.get(sitting_id, {})
        words.pop(process, None)
        if not words:
            self._words.pop(sitting_id, None)

    def _recount(self, before: Mapping[int, int], after: Mapping[int, int]) -> frozenset[int]:
        changed = {entry for entry in before.keys() | after.keys() if before.get(entry, 0) != after.get(entry, 0)}
        for entry in changed:
            left = self._phones.pop(entry, 0) + after.get(entry, 0) - before.get(entry, 0)
            if left > 0:
                self._phones[entry] = left
        return frozenset(changed)


def _nobody_of(told: PresenceOf) -> PresenceOf:
    return PresenceOf(told.process, told.sitting_id, {}, screens=0, hosts=0)
