"""Quizzes and questions that staff make, questions reserved for a final, and where a round's questions came from"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("quiz") as quiz:
        quiz.add_column(sa.Column("owner_id", sa.Integer(), nullable=True))
        quiz.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
        quiz.create_foreign_key(op.f("fk_quiz_owner_id_staff"), "staff", ["owner_id"], ["id"])
        quiz.create_index(op.f("ix_quiz_owner_id"), ["owner_id"])
    with op.batch_alter_table("quiz") as quiz:
        quiz.alter_column("version", server_default=None)
    op.create_table(
        "own_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("calculator", sa.Boolean(), nullable=False),
        sa.Column("written", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_own_question_owner_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_question")),
    )
    op.create_index(op.f("ix_own_question_owner_id"), "own_question", ["owner_id"])
    op.create_table(
        "reservation",
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("kept_for", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_reservation_staff_id_staff")),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_reservation")),
    )
    op.add_column("round_question", sa.Column("source", sa.String(), nullable=False, server_default=""))
    op.create_index(op.f("ix_round_question_source"), "round_question", ["source"])


def downgrade() -> None:
    op.drop_index(op.f("ix_round_question_source"), "round_question")
    op.drop_column("round_question", "source")
    op.drop_table("reservation")
    op.drop_table("own_question")
    with op.batch_alter_table("quiz") as quiz:
        quiz.drop_index(op.f("ix_quiz_owner_id"))
        quiz.drop_constraint(op.f("fk_quiz_owner_id_staff"), type_="foreignkey")
        quiz.drop_column("version")
        quiz.drop_column("owner_id")
