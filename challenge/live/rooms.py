"""Who is connected, and what rooms follow from it.

A connection's rooms follow from its verified identity, never from a name that it sent. Presence is a count of live
connections: it is forgotten with the process, and rebuilt as phones come back. A room of ten thousand is one process's
to hold, so what is kept for each connection is small.
"""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from challenge.live.presence import Changed, Elsewhere, PresenceOf
from challenge.rules.scoring import network_credit_ms
from challenge.services.access import ScreenIdentity, StaffIdentity, TeamIdentity
from challenge.services.views import Presence, Room

PLAY, HOST, SCREEN = "/play", "/host", "/screen"
PINGS_KEPT = 7
MOST_A_SECOND = 20
TOLD_AT_MOST_EVERY_MS, TOLD_AT_LEAST_EVERY_MS = 1_000, 3_000


@dataclass(slots=True)
class Member:
    """One live connection.

    pings: the last measured round trips, in milliseconds. probe: number and time of the one on its way. spoken_until:
    up to when this connection has used its share of the server's attention (ms).
    """

    identity: TeamIdentity | StaffIdentity | ScreenIdentity
    namespace: str
    sitting_id: int
    pings: tuple[int, ...] = ()
    probe: tuple[int, int] | None = None
    probes: int = 0
    spoken_until: int = 0

    @property
    def entry_id(self) -> int | None:
        """The team that this connection plays for, if it is a phone."""
        return self.identity.entry_id if isinstance(self.identity, TeamIdentity) else None

    def measured(self, ping_ms: int) -> None:
        """A round trip of this connection was measured; the last few are kept."""
        self.pings = (*self.pings, ping_ms)[-PINGS_KEPT:]

    def credit_ms(self, most: int) -> int:
        """The network's share of this phone's time, as the server measured it; at most `most`."""
        return network_credit_ms(self.pings, most)

    def speaks_too_often(self, now: int) -> bool:
        """Note that this connection says something; whether it says more than twenty things in a second.

        Each thing said uses a twentieth of a second, and up to one second may be used ahead. One number does what a
        list of the last twenty times would.
        """
        used_until = max(self.spoken_until, now) + 1_000 // MOST_A_SECOND
        self.spoken_until = min(used_until, now + 1_000)
        return used_until > now + 1_000


class Rooms:
    """The live connections of this process, and the numbers of those of others.

    Connections come and go on threads of their own: one at a time here.
    """

    def __init__(self, process: str = "") -> None:
        self._process = process
        self._turn = threading.RLock()
        self._members: dict[str, Member] = {}
        self._phones: dict[int, tuple[str, ...]] = {}
        self._away: dict[int, int] = {}
        self._watching: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._elsewhere = Elsewhere()
        self._changed: set[int] = set()
        self._told: dict[int, int] = {}

    def enter(self, sid: str, member: Member) -> None:
        """A connection came in."""
        with self._turn:
            self._members[sid] = member
            self._watching[member.namespace, member.sitting_id].add(sid)
            self._changed.add(member.sitting_id)
            if (entry_id := member.entry_id) is not None:
                self._phones[entry_id] = (*self._phones.get(entry_id, ()), sid)
                self._away.pop(entry_id, None)

    def leave(self, sid: str, *, now: int) -> Member | None:
        """A connection went away."""
        with self._turn:
            member = self._members.pop(sid, None)
            if member is None:
                return None
            self._unwatch(sid, member)
            self._changed.add(member.sitting_id)
            if (entry_id := member.entry_id) is not None:
                self._phone_left(entry_id, sid, now=now)
            return member

    def member(self, sid: str) -> Member | None:
        """Who is behind a connection."""
        return self._members.get(sid)

    def phones(self, entry_id: int) -> frozenset[str]:
        """The connections of a team's phones to this process."""
        return frozenset(self._phones.get(entry_id, ()))

    def phones_of(self, entry_id: int) -> int:
        """How many phones of a team are connected, to any process."""
        with self._turn:
            return len(self._phones.get(entry_id, ())) + self._elsewhere.phones(entry_id)

    def connected(self, namespace: str, sitting_id: int) -> frozenset[str]:
        """The connections of one kind in a sitting, to this process."""
        with self._turn:
            return frozenset(self._watching.get((namespace, sitting_id), ()))

    def sittings(self) -> frozenset[int]:
        """The sittings of which anybody is connected to this process."""
        with self._turn:
            return frozenset(sitting_id for _, sitting_id in self._watching)

    def anybody_in(self, sitting_id: int) -> bool:
        """Whether anybody of a sitting is connected to this process."""
        return any((namespace, sitting_id) in self._watching for namespace in (PLAY, HOST, SCREEN))

    def devices(self, sids: Iterable[str]) -> set[int]:
        """The devices behind these connections of phones."""
        members = [self._members.get(sid) for sid in sids]
        return {each.identity.device_id for each in members if each and isinstance(each.identity, TeamIdentity)}

    def room(self, sitting_id: int, entries: Iterable[int]) -> Room:
        """Who of these entries is here, and how many screens and hosts watch, in all processes."""
        with self._turn:
            teams = {entry: Presence(self.phones_of(entry), self._away.get(entry)) for entry in entries}
            return Room(
                teams,
                screens=self._count(SCREEN, sitting_id) + self._elsewhere.screens(sitting_id),
                hosts=self._count(HOST, sitting_id) + self._elsewhere.hosts(sitting_id),
            )

    def presence_of(self, sitting_id: int) -> PresenceOf:
        """Who of a sitting is connected to this process, for the others to hear."""
        with self._turn:
            phones = Counter(self._members[sid].entry_id for sid in self._watching.get((PLAY, sitting_id), ()))
            return PresenceOf(
                self._process,
                sitting_id,
                {entry: count for entry, count in phones.items() if entry is not None},
                screens=self._count(SCREEN, sitting_id),
                hosts=self._count(HOST, sitting_id),
            )

    def presence_due(self, *, now: int) -> list[PresenceOf]:
        """What to tell the other processes now; ask a few times a second.

        A sitting's presence is told when it changed, at most once a second, and again every three seconds while
        anybody is here; when the last has gone, that is told once.
        """
        with self._turn:
            due = [sitting_id for sitting_id in self._changed | self._told.keys() if self._is_due(sitting_id, now)]
            told = [self.presence_of(sitting_id) for sitting_id in due]
            self._changed.difference_update(due)
            for presence in told:
                self._told[presence.sitting_id] = now
                if presence.empty:
                    del self._told[presence.sitting_id]
            return told

    def hear_presence(self, told: PresenceOf, now: int) -> Changed | None:
        """Another process told its presence of a sitting; None when that changes nothing."""
        with self._turn:
            changed = self._elsewhere.hear(told, now)
            if changed is not None:
                self._note_away(changed, now)
            return changed

    def forget_silent(self, *, now: int) -> list[Changed]:
        """Forget what another process told and hasn't repeated for ten seconds; what that changes."""
        with self._turn:
            changes = self._elsewhere.forget_silent(now)
            for changed in changes:
                self._note_away(changed, now)
            return changes

    def _unwatch(self, sid: str, member: Member) -> None:
        watching = self._watching[member.namespace, member.sitting_id]
        watching.discard(sid)
        if not watching:
            del self._watching[member.namespace, member.sitting_id]

    def _phone_left(self, entry_id: int, sid: str, *, now: int) -> None:
        left = tuple(each for each in self._phones[entry_id] if each != sid)
        if left:
            self._phones[entry_id] = left
            return
        del self._phones[entry_id]
        if not self._elsewhere.phones(entry_id):
            self._away[entry_id] = now

    def _count(self, namespace: str, sitting_id: int) -> int:
        return len(self._watching.get((namespace, sitting_id), ()))

    def _is_due(self, sitting_id: int, now: int) -> bool:
        patience = TOLD_AT_MOST_EVERY_MS if sitting_id in self._changed else TOLD_AT_LEAST_EVERY_MS
        # A clock that was set back must not keep the others waiting until it has caught up.
        return not 0 <= now - self._told.get(sitting_id, now - patience) < patience

    def _note_away(self, changed: Changed, now: int) -> None:
        for entry_id in changed.entries:
            if self.phones_of(entry_id):
                self._away.pop(entry_id, None)
            else:
                self._away[entry_id] = now
