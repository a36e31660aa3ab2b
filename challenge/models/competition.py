"""Season, category, college and stage: the frame in which sittings happen."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from challenge.models.base import Base, Id


class Season(Base):
    """One year's competition."""

    __tablename__ = "season"

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class Category(Base):
    """One of a season's categories, in the order in which they are shown."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("season_id", "slug"),)

    id: Mapped[Id]
    season_id: Mapped[int] = mapped_column(ForeignKey("season.id"))
    slug: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]


class College(Base):
    """An institution that takes part in a season."""

    __tablename__ = "college"
    __table_args__ = (UniqueConstraint("season_id", "name"),)

    id: Mapped[Id]
    season_id: Mapped[int] = mapped_column(ForeignKey("season.id"))
    name: Mapped[str]


class Stage(Base):
    """A part of a season: its kind (class round, …), and `scope` and `format` as the design names them."""

    __tablename__ = "stage"

    id: Mapped[Id]
    season_id: Mapped[int] = mapped_column(ForeignKey("season.id"))
    kind: Mapped[str]
    scope: Mapped[str]
    format: Mapped[str]
    name: Mapped[str]
