"""The questions of the bank, beside the quizzes"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bank_question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("calculator", sa.Boolean(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_question")),
    )
    op.create_index(op.f("ix_bank_question_bank"), "bank_question", ["bank"])
    op.create_index("ix_bank_question_topic", "bank_question", ["category", "topic"])


def downgrade() -> None:
    op.drop_table("bank_question")
