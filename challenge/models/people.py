"""Staff and how they sign in."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from challenge.models.base import At, Base, Id


class Staff(Base):
    """Somebody who runs things: a host, a lead, an organiser."""

    __tablename__ = "staff"

    id: Mapped[Id]
    name: Mapped[str]
    role: Mapped[str]


class SignIn(Base):
    """A one-time sign-in link. Only the hash of its token is kept."""

    __tablename__ = "sign_in"

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[At]
    used_at: Mapped[At | None]
