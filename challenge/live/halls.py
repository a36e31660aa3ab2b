"""What one process keeps of each sitting, so that telling a hall costs one look at the database and not one a phone.

The database stays the truth: a sitting's version is compared with it whenever something is told. The answers to the
question on show are read once when it comes up and then follow the news.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from challenge.announcements import ResponseKept
from challenge.rules.play import CLOCKED
from challenge.rules.questions import Raw
from challenge.rules.showing import Audience
from challenge.services import scenes, views
from challenge.services.kept_scenes import MOST_KEPT, KeptScenes
from challenge.services.scenes import Scene


@dataclass
class Hall:
    """A sitting as this process knows it. answers: to the question on show, by entry."""

    scene: Scene
    answers: dict[int, Raw] = field(default_factory=dict)

    @property
    def answered(self) -> frozenset[int]:
        """The teams that have answered the question on show."""
        return frozenset(self.answers)

    def round_for_teams(self) -> dict[str, Any]:
        """The round as every phone of this sitting sees it."""
        return {**self._round_for_teams, "answered": len(self.answers), "teams": len(self.scene.teams)}

    @cached_property
    def _round_for_teams(self) -> dict[str, Any]:
        return views.round_view(self.scene, Audience.TEAM, answered=0)


class Halls:
    """The halls of one process."""

    def __init__(self) -> None:
        self._scenes = KeptScenes()
        self._halls: OrderedDict[int, Hall] = OrderedDict()
        self._turn = threading.Lock()

    def now(self, db: Session, sitting_id: int) -> Hall:
        """A sitting as it is, with every team that is in it."""
        return self._hall(db, self._scenes.of(db, sitting_id))

    def lately(self, db: Session, sitting_id: int) -> Hall:
        """A sitting as it is, but for teams that came in since it was last asked for."""
        return self._hall(db, self._scenes.lately(db, sitting_id))

    def afresh(self, db: Session, sitting_id: int) -> Hall:
        """A sitting as it is, when news of it may have been lost."""
        with self._turn:
            self._halls.pop(sitting_id, None)
        return self.now(db, sitting_id)

    def known(self, sitting_id: int) -> Hall | None:
        """A sitting as it was when it was last looked at; no look at the database."""
        return self._halls.get(sitting_id)

    def note(self, fact: ResponseKept) -> None:
        """An answer was stored, here or by another process."""
        with self._turn:
            hall = self._halls.get(fact.sitting_id)
            if hall is not None and hall.scene.on_show is not None and hall.scene.on_show.id == fact.question_id:
                hall.answers[fact.entry_id] = fact.raw

    def _hall(self, db: Session, scene: Scene) -> Hall:
        known = self._halls.get(scene.sitting.id)
        if known is not None and known.scene is scene:
            return known
        # Once a question is locked, what is stored counts and not what was heard.
        follows = known is not None and scene.play.state in CLOCKED and _same_question(known.scene, scene)
        stored = {} if follows else scenes.latest_answers(db, scene)
        with self._turn:
            heard = known.answers if known is not None and follows else {}
            hall = Hall(scene, stored | {entry: raw for entry, raw in heard.items() if scene.team(entry)})
            self._halls[scene.sitting.id] = hall
            self._halls.move_to_end(scene.sitting.id)
            if len(self._halls) > MOST_KEPT:
                self._halls.popitem(last=False)
        return hall


def _same_question(one: Scene, other: Scene) -> bool:
    return one.on_show is not None and other.on_show is not None and one.on_show.id == other.on_show.id
