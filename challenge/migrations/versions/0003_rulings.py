"""Typed answers that hosts accept beyond the key"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["round_question.id"], name=op.f("fk_ruling_question_id_round_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
    )
    op.create_index(op.f("ix_ruling_question_id"), "ruling", ["question_id"])


def downgrade() -> None:
    op.drop_table("ruling")
