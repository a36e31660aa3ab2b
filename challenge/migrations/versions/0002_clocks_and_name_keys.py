"""A clock of its own for each round, and names that are looked up by what they look like"""

import sqlalchemy as sa
from alembic import op

from challenge.rules.names import look_alike_keys

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round_clock",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("alive_at", sa.BigInteger(), nullable=True),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_clock_round_id_round")),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_round_clock")),
    )
    op.execute("INSERT INTO round_clock (round_id, alive_at) SELECT id, alive_at FROM round")
    # Not in a batch: SQLite would make the table anew, and what points at it would be in the way.
    op.drop_column("round", "alive_at")
    op.add_column("entry", sa.Column("second_key", sa.String(), nullable=True))
    op.drop_index("ix_entry_sitting_id", "entry")
    op.create_index("ix_entry_second_key", "entry", ["sitting_id", "second_key"], unique=True)
    op.create_index("ix_entry_present", "entry", ["sitting_id", "removed_at", "joined_at"])
    _fold_names()


def downgrade() -> None:
    op.drop_index("ix_entry_present", "entry")
    op.drop_index("ix_entry_second_key", "entry")
    op.create_index("ix_entry_sitting_id", "entry", ["sitting_id"])
    op.drop_column("entry", "second_key")
    op.add_column("round", sa.Column("alive_at", sa.BigInteger(), nullable=True))
    op.execute("UPDATE round SET alive_at = (SELECT alive_at FROM round_clock WHERE round_id = round.id)")
    op.drop_table("round_clock")


def _fold_names() -> None:
    """Give every entry the keys of its team's name."""
    connection = op.get_bind()
    used: set[tuple[int, str]] = set()
    names = sa.text(
        "SELECT entry.id, entry.sitting_id, team.name FROM entry JOIN team ON team.id = entry.team_id"
        " WHERE entry.removed_at IS NULL ORDER BY entry.id"
    )
    rows = connection.execute(names).all()
    connection.execute(sa.text("UPDATE entry SET name_key = NULL"))
    for entry_id, sitting_id, name in rows:
        keys = look_alike_keys(name)
        if not used.isdisjoint((sitting_id, key) for key in keys):
            # An older rule let both in; the first keeps the name.
            continue
        used.update((sitting_id, key) for key in keys)
        first, second = keys[0], keys[1] if len(keys) > 1 else None
        connection.execute(
            sa.text("UPDATE entry SET name_key = :first, second_key = :second WHERE id = :id"),
            {"first": first, "second": second, "id": entry_id},
        )
