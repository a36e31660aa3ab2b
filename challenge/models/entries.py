"""Teams, their students, their places in sittings, and the phones they play on."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from challenge.models.base import At, Base, Id


class Team(Base):
    """Students who play together. `code` brings them back in on any phone; it is not their public name."""

    __tablename__ = "team"

    id: Mapped[Id]
    season_id: Mapped[int] = mapped_column(ForeignKey("season.id"))
    college_id: Mapped[int] = mapped_column(ForeignKey("college.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    name: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)

    students: Mapped[list["Student"]] = relationship(order_by="Student.id")


class Student(Base):
    """As little as possible about a child: a first name and a surname initial."""

    __tablename__ = "student"

    id: Mapped[Id]
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    first_name: Mapped[str]
    surname_initial: Mapped[str] = mapped_column(default="")


class Entry(Base):
    """One team's place in one sitting of a stage.

    name_key is the name as look-alikes share it, and second_key its other reading if there is one; both are empty of
    removed entries, so that their names are free again.
    """

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("sitting_id", "team_id"),
        UniqueConstraint("sitting_id", "name_key"),
        Index("ix_entry_second_key", "sitting_id", "second_key", unique=True),
        # Who is here is asked at every door, and told from this index alone.
        Index("ix_entry_present", "sitting_id", "removed_at", "joined_at"),
    )

    id: Mapped[Id]
    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id"))
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    name_key: Mapped[str | None]
    extra_percent: Mapped[int] = mapped_column(default=0)
    joined_at: Mapped[At | None]
    removed_at: Mapped[At | None]
    second_key: Mapped[str | None]

    team: Mapped[Team] = relationship()


class Device(Base):
    """A phone that plays for an entry. Only the hash of its secret is kept."""

    __tablename__ = "device"

    id: Mapped[Id]
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[At]

    entry: Mapped[Entry] = relationship()
