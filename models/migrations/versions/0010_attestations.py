"""What people vouch for about orders, and what was invoiced in a month before a list came."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

APPEND_ONLY = ("attestation", "attestation_taken_back")
MOMENT = sa.DateTime(timezone=True)


def _append_only(dialect: str, table: str) -> list[str]:
    if dialect == "postgresql":
        refuse = (
            f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        trigger = (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"
        )
        return [refuse, trigger]
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def upgrade() -> None:
    op.create_table(
        "attestation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("due", sa.String(), nullable=False),
        sa.Column("percent", sa.String(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attestation_order_number", "attestation", ["order_number"], unique=False)
    op.create_table(
        "attestation_taken_back",
        sa.Column("attestation_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("taken_back_by", sa.String(), nullable=False),
        sa.Column("taken_back_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["attestation_id"], ["attestation.id"]),
        sa.PrimaryKeyConstraint("attestation_id"),
    )
    op.add_column(
        "invoice_list", sa.Column("earlier_json", sa.String(), nullable=False, server_default="null")
    )
    for table in APPEND_ONLY:
        for statement in _append_only(op.get_context().dialect.name, table):
            op.execute(statement)
