"""Who is told what, and when.

What moves the round is told at once. What happens often (answers, teams coming and going) is gathered and told a few
times a second at most, and less often where telling takes long, so that a room of a thousand phones costs no more than
its size. Each process tells those who are connected to it, whichever process did what there is to tell.
"""

import math
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Protocol

import structlog
from sqlalchemy.orm import Session

from challenge.announcements import Fact, ResponseKept, RoundMoved, TeamRemoved, TeamsChanged
from challenge.live.frames import Frames, Message, moment
from challenge.live.halls import Hall, Halls
from challenge.live.pictures import Pictures
from challenge.live.rooms import HOST, PLAY, SCREEN, Rooms
from challenge.rules import showing
from challenge.rules.play import Play, State
from challenge.rules.questions import Question
from challenge.services import scenes, seating
from challenge.services.scenes import Scene
from challenge.services.transaction import Database, StorageTroubleError
from challenge.services.views import Addresses

GATHER_SECONDS = 0.25
LARGEST_SHARE = 0.05
"""Of this process's time, for what is gathered. The rest belongs to the answers."""
LONGEST_PAUSE_SECONDS = 1.0
"""Between two times of telling, however long the last took: a database that hung for seconds was no work of ours."""
COUNTS_A_SECOND = 1_000
"""Phones that are told how many have answered. It is nice to know, and not worth more of a crowded second."""
SWEEP_SECONDS = 1.0
PERSONAL_STATES = (State.REVEALED, State.STANDINGS, State.DONE)
log: Any = structlog.get_logger()


class Server(Protocol):
    """As much of the Socket.IO server as is needed to end a connection."""

    def disconnect(self, sid: str, /, *, namespace: str) -> None:
        """End a connection."""


class Broadcast:
    """Tells phones, screens and hosts of one process what happened."""

    def __init__(
        self,
        server: Server,
        frames: Frames,
        rooms: Rooms,
        *,
        database: Database,
        addresses: Callable[[Scene], Addresses],
        now: Callable[[], int],
    ) -> None:
        self._server = server
        self._frames = frames
        self._rooms = rooms
        self._database = database
        self._pictures = Pictures(rooms, addresses=addresses, now=now)
        self._now = now
        self._halls = Halls()
        self._news: dict[int, dict[int, set[int]]] = defaultdict(dict)
        self._untold: set[int] = set()
        self._versions: dict[int, int] = {}
        self._plays: dict[int, Play] = {}
        self._counted: dict[int, float] = {}
        self._uncounted: set[int] = set()
        self._gathering = threading.Lock()
        self._turns: dict[int, threading.Lock] = defaultdict(threading.Lock)
        self._consoles: dict[int, dict[str, Any]] = {}
        self._trouble = ""
        database.subscribe(self.hear)

    def start(self) -> None:
        """Let the gathered news go out, for as long as the process runs."""
        for run in (self._flush_on, self._sweep_on):
            threading.Thread(target=run, name=f"broadcast{run.__name__}", daemon=True).start()

    def hear(self, fact: Fact) -> None:
        """A fact was committed, by this process or by another."""
        match fact:
            case RoundMoved(sitting_id):
                self._tell_moved(sitting_id, self._halls.now)
            case ResponseKept(sitting_id, entry_id, device_id=device_id):
                self._halls.note(fact)
                self._gather(sitting_id, entry_id, device_id)
            case TeamsChanged(sitting_id, entry_id):
                self._gather(sitting_id, entry_id)
            case TeamRemoved(sitting_id, entry_id):
                self._turn_out(entry_id)
                self._gather(sitting_id)

    def presence_changed(self, sitting_id: int, *entries: int | None) -> None:
        """Somebody came or went in a sitting; a team hears how many phones it has."""
        self._gather(sitting_id)
        for entry_id in entries:
            self._gather(sitting_id, entry_id)

    def look_again(self) -> None:
        """News of other processes may have been lost: have everything that anybody here sees asked for anew."""
        with self._gathering:
            self._untold.update(self._rooms.sittings())

    def sweep(self) -> None:
        """Find what moved without a word of it coming here, and have it told."""
        with self._database.reading() as db:
            stand = scenes.versions(db, self._rooms.sittings())
        for sitting_id in self._versions.keys() - stand.keys():
            for kept in (self._versions, self._plays, self._counted, self._consoles, self._turns):
                kept.pop(sitting_id, None)
        with self._gathering:
            self._untold.update(each for each, version in stand.items() if self._versions.get(each, version) < version)

    def in_trouble(self) -> bool:
        """Whether hosts were told of trouble that isn't over."""
        return self._trouble != ""

    def trouble(self, message: str) -> None:
        """Tell every host that the database can't be written (or, with "", that it can again)."""
        if message == self._trouble:
            return
        self._trouble = message
        for sitting_id, console in list(self._consoles.items()):
            told = {**console, "trouble": message, "now": self._now()}
            self._tell_room(Message(HOST, "state", told), sitting_id)

    def phone_state(self, db: Session, entry_id: int, sitting_id: int) -> dict[str, Any] | None:
        """The full picture for one phone; None when its team is not in the sitting any more."""
        hall = self._seen(self._halls.lately(db, sitting_id))
        team = hall.scene.team(entry_id) or seating.team(db, entry_id)
        if team is None:
            return None
        # Not from what this process heard: the team's other phone may be with a process that has died meanwhile.
        return self._pictures.phone(hall, team, own=scenes.latest_answer(db, hall.scene, entry_id))

    def host_state(self, db: Session, sitting_id: int) -> dict[str, Any]:
        """The full picture for a host."""
        return self._console(self._seen(self._halls.now(db, sitting_id)))

    def screen_state(self, db: Session, sitting_id: int) -> dict[str, Any]:
        """The full picture for a big screen."""
        return self._pictures.screen(self._seen(self._halls.now(db, sitting_id)))

    def question(self, sitting_id: int) -> Question | None:
        """The question on show as this process last heard of it; None where it has heard of none."""
        hall = self._halls.known(sitting_id)
        asked = hall.scene.on_show if hall and showing.question_on_show(hall.scene.play.state) else None
        return asked.question if asked else None

    def flush(self) -> None:
        """Tell what was gathered."""
        with self._gathering:
            gathered, self._news = self._news, defaultdict(dict)
            moved, self._untold = self._untold, set()
        for sitting_id in moved:
            self._tell_moved(sitting_id, self._halls.afresh)
        uncounted, self._uncounted = self._uncounted - gathered.keys(), set()
        for sitting_id, entries in gathered.items():
            try:
                self._tell_gathered(sitting_id, entries)
            except StorageTroubleError as trouble:
                for entry_id, devices in entries.items():
                    self._gather(sitting_id, entry_id, *devices)
                self.trouble(str(trouble))
        for sitting_id in uncounted:
            self._count_late(sitting_id)

    def _gather(self, sitting_id: int, entry_id: int | None = None, *devices: int) -> None:
        """Have a sitting told soon, and this team of its own part; `devices` have heard it already."""
        with self._gathering:
            entries = self._news[sitting_id]
            if entry_id is not None:
                entries.setdefault(entry_id, set()).update(devices or {0})

    def _seen(self, hall: Hall) -> Hall:
        """Whoever is here has heard of this version, or hears of it now."""
        self._versions.setdefault(hall.scene.sitting.id, hall.scene.sitting.version)
        self._plays.setdefault(hall.scene.sitting.id, hall.scene.play)
        return hall

    def _tell_gathered(self, sitting_id: int, entries: dict[int, set[int]]) -> None:
        if not self._rooms.anybody_in(sitting_id):
            return
        with self._turns[sitting_id]:
            with self._database.reading() as db:
                hall = self._halls.now(db, sitting_id)
            if hall.scene.play != self._plays.get(sitting_id):
                # It moved, and no word of it came: after a `count` with its version nobody would ask for the rest.
                self._tell_phones(hall)
            for entry_id, devices in entries.items():
                self._tell_team(hall, entry_id, heard=devices)
            self._count(hall)
            self._tell_watchers(hall)

    def _count(self, hall: Hall) -> None:
        """Tell phones how many have answered; a phone waits the longer for it the more phones there are."""
        sitting_id, version = hall.scene.sitting.id, hall.scene.sitting.version
        phones, now = self._rooms.connected(PLAY, sitting_id), time.monotonic()
        due = self._counted.get(sitting_id, -math.inf) + len(phones) / COUNTS_A_SECOND
        if now < due and version == self._versions.get(sitting_id):
            self._uncounted.add(sitting_id)
            return
        self._counted[sitting_id], self._versions[sitting_id] = now, version
        count = {"version": version, "answered": len(hall.answers), "teams": len(hall.scene.teams)}
        self._frames.tell_all(Message(PLAY, "count", count), phones)

    def _count_late(self, sitting_id: int) -> None:
        try:
            with self._turns[sitting_id]:
                with self._database.reading() as db:
                    hall = self._halls.lately(db, sitting_id)
                self._count(hall)
        except StorageTroubleError as trouble:
            self._uncounted.add(sitting_id)
            self.trouble(str(trouble))

    def _tell_moved(self, sitting_id: int, look: Callable[[Session, int], Hall]) -> None:
        if not self._rooms.anybody_in(sitting_id):
            return
        with self._turns[sitting_id]:
            try:
                with self._database.reading() as db:
                    hall = look(db, sitting_id)
            except StorageTroubleError as trouble:
                # It has moved all the same: phones that never heard of it would stand still.
                with self._gathering:
                    self._untold.add(sitting_id)
                self.trouble(str(trouble))
                return
            self._tell_phones(hall)
            self._versions[sitting_id] = hall.scene.sitting.version
            self._tell_watchers(hall)

    def _tell_phones(self, hall: Hall) -> None:
        scene = hall.scene
        before, self._plays[scene.sitting.id] = self._plays.get(scene.sitting.id), scene.play
        round_ = hall.round_for_teams()
        if before is not None and showing.same_question(before, scene.play):
            round_["question"] = {"id": round_["question"]["id"]}
        told = {"version": scene.sitting.version, "round": round_, "at": moment()}
        moved = Message(PLAY, "moved", told)
        if scene.play.state not in PERSONAL_STATES:
            self._tell_room(moved, scene.sitting.id)
            return
        # A team hears of its own result first, so that its phone shows the answer and the verdict together.
        own = ((self._rooms.phones(team.entry), team) for team in scene.teams)
        results = ((phones, self._pictures.mine(hall, team)) for phones, team in own if phones)
        self._frames.tell_own(results, moved)

    def _tell_team(self, hall: Hall, entry_id: int, *, heard: set[int]) -> None:
        """Tell a team its own part; not the one phone that heard `kept`, if it is the only one of its team here."""
        phones, team = self._rooms.phones(entry_id), hall.scene.team(entry_id)
        if team is None or (len(phones) == 1 and heard == self._rooms.devices(phones)):
            return
        for sid in phones:
            self._frames.tell(self._pictures.mine(hall, team), sid)

    def _tell_watchers(self, hall: Hall) -> None:
        sitting_id = hall.scene.sitting.id
        if self._rooms.connected(HOST, sitting_id):
            self._tell_room(Message(HOST, "state", self._console(hall)), sitting_id)
        if self._rooms.connected(SCREEN, sitting_id):
            self._tell_room(Message(SCREEN, "state", self._pictures.screen(hall)), sitting_id)

    def _tell_room(self, message: Message, sitting_id: int) -> None:
        self._frames.tell_all(message, self._rooms.connected(message.namespace, sitting_id))

    def _console(self, hall: Hall) -> dict[str, Any]:
        picture = self._consoles[hall.scene.sitting.id] = self._pictures.console(hall, trouble=self._trouble)
        return picture

    def _turn_out(self, entry_id: int) -> None:
        gone = Message(PLAY, "gone", {"message": "Your host took this team out of the round. Have a word with them."})
        for sid in self._rooms.phones(entry_id):
            self._frames.tell(gone, sid)
            self._server.disconnect(sid, namespace=PLAY)

    def _flush_on(self) -> None:
        while True:
            began = time.monotonic()
            try:
                self.flush()
            except Exception:
                log.exception("gathered news could not be told")
            time.sleep(pause_after(time.monotonic() - began))

    def _sweep_on(self) -> None:
        while True:
            time.sleep(SWEEP_SECONDS)
            try:
                self.sweep()
            except StorageTroubleError as trouble:
                self.trouble(str(trouble))
            except Exception:
                log.exception("what moved could not be looked for")


def pause_after(took: float) -> float:
    """How many seconds to gather before telling again, when telling took so many."""
    return min(max(GATHER_SECONDS, took / LARGEST_SHARE - took), LONGEST_PAUSE_SECONDS)
