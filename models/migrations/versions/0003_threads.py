"""How cases and messages belong together."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "case_origin",
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.Column("owner_address", sa.String(), nullable=True),
        sa.Column("origin_json", sa.String(), nullable=False),
        sa.Column("writer", sa.String(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("lines_sha256", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_number"], ["review_case.number"]),
        sa.PrimaryKeyConstraint("case_number"),
    )
    for column in ("owner_address", "writer", "number_key", "lines_sha256"):
        op.create_index(f"ix_case_origin_{column}", "case_origin", [column], unique=False)
    op.create_table(
        "case_relation",
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("other_number", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail_json", sa.String(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["case_number"], ["review_case.number"]),
        sa.ForeignKeyConstraint(["other_number"], ["review_case.number"]),
        sa.PrimaryKeyConstraint("case_number", "other_number", "relation"),
    )
    op.create_index("ix_case_relation_other_number", "case_relation", ["other_number"], unique=False)
    op.create_table(
        "join_clue",
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("clue", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_number"], ["review_case.number"]),
        sa.ForeignKeyConstraint(["raw_sha256"], ["message.raw_sha256"]),
        sa.PrimaryKeyConstraint("case_number", "raw_sha256"),
    )
    op.create_table(
        "thread_reference",
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["raw_sha256"], ["message.raw_sha256"]),
        sa.PrimaryKeyConstraint("raw_sha256", "message_id"),
    )
    op.create_index("ix_thread_reference_message_id", "thread_reference", ["message_id"], unique=False)
    op.create_table(
        "unlocked_document",
        sa.Column("doc_sha256", sa.String(64), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["doc_sha256"], ["document.doc_sha256"]),
        sa.ForeignKeyConstraint(["case_number"], ["review_case.number"]),
        sa.ForeignKeyConstraint(["raw_sha256"], ["message.raw_sha256"]),
        sa.PrimaryKeyConstraint("doc_sha256"),
    )
