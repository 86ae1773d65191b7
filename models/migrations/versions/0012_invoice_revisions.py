"""Answered invoice lists are decided anew by a person's word, and know how exports changed in number."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

APPEND_ONLY = ("invoice_revision", "invoice_row_revision")
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
        "invoice_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("attestation_id", sa.Integer(), nullable=False),
        sa.Column("why_json", sa.String(), nullable=False),
        sa.Column("groups_json", sa.String(), nullable=False),
        sa.Column("used_json", sa.String(), nullable=False),
        sa.Column("revised_by", sa.String(), nullable=False),
        sa.Column("revised_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.ForeignKeyConstraint(["attestation_id"], ["attestation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_invoice_revision_list_number", "invoice_revision", ["list_number"], unique=False)
    op.create_table(
        "invoice_row_revision",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("decision_json", sa.String(), nullable=False),
        sa.Column("hold_since", sa.Date(), nullable=True),
        sa.Column("hold_lists", sa.Integer(), nullable=True),
        sa.Column("hold_first_list", sa.Integer(), nullable=True),
        sa.Column("hold_owner", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["revision_id"], ["invoice_revision.id"]),
        sa.ForeignKeyConstraint(["hold_first_list"], ["invoice_list.number"]),
        sa.ForeignKeyConstraint(
            ["list_number", "position"], ["invoice_list_row.list_number", "invoice_list_row.position"]
        ),
        sa.PrimaryKeyConstraint("revision_id", "position"),
    )
    op.create_index(
        "invoice_row_revision_row", "invoice_row_revision", ["list_number", "position"], unique=False
    )
    op.add_column("invoice_list", sa.Column("shifted_json", sa.String(), nullable=False, server_default="[]"))
    for table in APPEND_ONLY:
        for statement in _append_only(op.get_context().dialect.name, table):
            op.execute(statement)
