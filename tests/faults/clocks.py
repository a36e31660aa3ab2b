"""Who holds a round's clock, as the database has it."""

from sqlalchemy import text

from tests.faults.hall import Game, eventually
from tests.live.serving import Server

TAKEN_OVER_SECONDS = 3.0
"""What is promised."""
LOOKING_SECONDS = 0.3


def holder(game: Game) -> str | None:
    """The process that holds the clock of this round."""
    query = text("SELECT holder FROM round_clock WHERE round_id = :round")
    with game.room.database.reading() as db:
        held: str | None = db.scalars(query, {"round": game.room.round_id}).first()
        return held


def keeper(game: Game) -> Server:
    """The server that keeps this round's time; a moment after a start there is one."""
    eventually(lambda: holder(game) is not None, "somebody keeps the time", seconds=TAKEN_OVER_SECONDS)
    held = holder(game)
    return next(server for server in game.hall.servers if server.name == held)


def taken_from(game: Game, server: Server, *, seconds: float = TAKEN_OVER_SECONDS + LOOKING_SECONDS) -> None:
    """Wait until another process keeps the time."""
    eventually(
        lambda: holder(game) not in (server.name, None), f"another takes the clock of {server.name}", seconds=seconds
    )
