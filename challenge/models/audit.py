"""Who decided what, and when."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from challenge.models.base import At, Base, Json


class HostCommand(Base):
    """A command that was carried out. Its id comes from the host's page, so a repeated one is known."""

    __tablename__ = "host_command"

    id: Mapped[str] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    name: Mapped[str]
    detail: Mapped[Json]
    at: Mapped[At]
    version: Mapped[int]
