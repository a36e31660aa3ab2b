"""A sitting: one live gathering, and who hosts it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from challenge.models.base import At, Base, Id
from challenge.models.competition import College, Stage


class Sitting(Base):
    """One gathering in which teams play rounds at the same time.

    code: what teams type. door_key: what the QR code adds, so that it works while typed guesses are slowed.
    screen_key: opens the big screen. entry_mode: `open` to whoever has the code, or `listed` teams only.
    version: counts every change that a host could have missed.
    """

    __tablename__ = "sitting"

    id: Mapped[Id]
    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id"))
    college_id: Mapped[int] = mapped_column(ForeignKey("college.id"))
    name: Mapped[str]
    place: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    door_key: Mapped[str]
    screen_key: Mapped[str] = mapped_column(unique=True)
    entry_mode: Mapped[str]
    most_teams: Mapped[int]
    made_at: Mapped[At]
    door_locked_at: Mapped[At | None]
    version: Mapped[int] = mapped_column(default=0)

    stage: Mapped[Stage] = relationship()
    college: Mapped[College] = relationship()


class SittingHost(Base):
    """Somebody who may run a sitting."""

    __tablename__ = "sitting_host"

    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
