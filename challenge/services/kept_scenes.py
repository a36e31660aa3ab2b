"""Scenes that are kept while nothing in them changes: a room that comes back at once costs one load, not one each."""

from collections import OrderedDict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.models import Sitting
from challenge.services import scenes, seating
from challenge.services.scenes import Scene
from challenge.services.seating import Stamp

MOST_KEPT = 400


@dataclass(frozen=True, slots=True)
class _Kept:
    """A scene, and the stamp of its teams when it was made."""

    scene: Scene
    stamp: Stamp


class KeptScenes:
    """The latest scene of each sitting. What could be out of date is asked of the database every time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, _Kept] = OrderedDict()

    def of(self, db: Session, sitting_id: int) -> Scene:
        """The scene of a sitting now."""
        kept, now = self._kept.get(sitting_id), seating.stamp(db, sitting_id)
        if kept is not None and (kept.stamp, kept.scene.sitting.version) == (now, _version(db, sitting_id)):
            return kept.scene
        return self._keep(sitting_id, _Kept(_loaded(db, sitting_id, kept, now=now), now))

    def lately(self, db: Session, sitting_id: int) -> Scene:
        """The scene of a sitting now, but that teams may be missing which came in since it was last asked for.

        It costs the same in a room of ten and in a hall of ten thousand.
        """
        kept = self._kept.get(sitting_id)
        if kept is not None and kept.scene.sitting.version == _version(db, sitting_id):
            return kept.scene
        return self.of(db, sitting_id)

    def _keep(self, sitting_id: int, kept: _Kept) -> Scene:
        self._kept[sitting_id] = kept
        self._kept.move_to_end(sitting_id)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept.scene


def _loaded(db: Session, sitting_id: int, kept: _Kept | None, *, now: Stamp) -> Scene:
    if kept is None:
        return scenes.load(db, sitting_id)
    listed = kept.scene.listed
    if now != kept.stamp:
        listed = seating.caught_up(db, sitting_id, listed, was=kept.stamp, now=now)
    # Extra time and names are part of what was marked; newcomers have answered nothing that is locked.
    before = kept.scene if now.command == kept.stamp.command else None
    return scenes.load(db, sitting_id, listed=listed, before=before)


def _version(db: Session, sitting_id: int) -> int:
    return db.scalars(select(Sitting.version).where(Sitting.id == sitting_id)).one()
