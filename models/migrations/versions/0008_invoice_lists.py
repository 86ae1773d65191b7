"""The weekly invoice list: exports by day, answered lists, people's changes, customers' profiles."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "export_snapshot",
    "column_choice",
    "invoice_list",
    "invoice_list_row",
    "invoice_row_change",
    "invoice_list_group",
    "invoice_list_export",
    "invoice_list_superseded",
    "invoice_profile",
    "profile_proposal",
    "profile_proposal_settled",
    "notice_switch",
)
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


def _exports() -> None:
    op.create_table(
        "export_snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns_json", sa.String(), nullable=False),
        sa.Column("unknown_json", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("export_snapshot_kind", "export_snapshot", ["kind", "id"], unique=False)
    op.create_table(
        "export_state",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('used', 'waiting', 'discarded')", name="export_state"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["export_snapshot.id"]),
        sa.PrimaryKeyConstraint("snapshot_id"),
    )
    op.create_table(
        "column_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("shape", sa.String(64), nullable=False),
        sa.Column("columns_json", sa.String(), nullable=False),
        sa.Column("chosen_by", sa.String(), nullable=False),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("column_choice_shape", "column_choice", ["kind", "shape"], unique=False)


def _lists() -> None:
    op.create_table(
        "invoice_list",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=True),
        sa.Column("sender", sa.String(), nullable=True),
        sa.Column("reply_sha256", sa.String(64), nullable=True),
        sa.Column("stale_json", sa.String(), nullable=False),
        sa.Column("missing_json", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["raw_sha256"], ["message.raw_sha256"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("identity", "year", "week", "zone", name="invoice_list_once"),
    )
    op.create_index("invoice_list_week", "invoice_list", ["zone", "year", "week"], unique=False)
    op.create_index("ix_invoice_list_raw_sha256", "invoice_list", ["raw_sha256"], unique=False)
    op.create_table(
        "invoice_list_row",
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(), nullable=True),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("deliveries", sa.String(), nullable=False),
        sa.Column("customer_number", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("decision_json", sa.String(), nullable=False),
        sa.Column("hold_since", sa.Date(), nullable=True),
        sa.Column("hold_lists", sa.Integer(), nullable=True),
        sa.Column("hold_first_list", sa.Integer(), nullable=True),
        sa.Column("hold_owner", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.ForeignKeyConstraint(["hold_first_list"], ["invoice_list.number"]),
        sa.PrimaryKeyConstraint("list_number", "position"),
    )
    op.create_index("invoice_list_row_order", "invoice_list_row", ["order_number", "item"], unique=False)
    op.create_index("invoice_list_row_code", "invoice_list_row", ["list_number", "code"], unique=False)
    op.create_table(
        "invoice_row_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["list_number", "position"], ["invoice_list_row.list_number", "invoice_list_row.position"]
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "invoice_row_change_row", "invoice_row_change", ["list_number", "position"], unique=False
    )


def _beside_lists() -> None:
    op.create_table(
        "invoice_list_group",
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rows_json", sa.String(), nullable=False),
        sa.Column("customer", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("tax_rate", sa.String(), nullable=False),
        sa.Column("net", sa.String(), nullable=False),
        sa.Column("tax", sa.String(), nullable=False),
        sa.Column("gross", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.PrimaryKeyConstraint("list_number", "position"),
    )
    op.create_table(
        "invoice_list_export",
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.ForeignKeyConstraint(["snapshot_id"], ["export_snapshot.id"]),
        sa.PrimaryKeyConstraint("list_number", "snapshot_id"),
    )
    op.create_table(
        "invoice_list_superseded",
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("by_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.ForeignKeyConstraint(["by_number"], ["invoice_list.number"]),
        sa.PrimaryKeyConstraint("list_number"),
    )
    op.create_index(
        "ix_invoice_list_superseded_by_number", "invoice_list_superseded", ["by_number"], unique=False
    )


def _profiles() -> None:
    op.create_table(
        "invoice_profile",
        sa.Column("customer_number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("profile_json", sa.String(), nullable=False),
        sa.Column("put_by", sa.String(), nullable=False),
        sa.Column("put_at", MOMENT, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("customer_number", "version"),
    )
    op.create_table(
        "profile_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_number", sa.String(), nullable=False),
        sa.Column("changes_json", sa.String(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["list_number"], ["invoice_list.number"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_profile_proposal_customer_number", "profile_proposal", ["customer_number"], unique=False
    )
    op.create_table(
        "profile_proposal_settled",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["profile_proposal.id"]),
        sa.PrimaryKeyConstraint("proposal_id"),
    )
    op.create_table(
        "notice_switch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("teller", sa.String(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("switched_by", sa.String(), nullable=False),
        sa.Column("switched_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def upgrade() -> None:
    _exports()
    _lists()
    _beside_lists()
    _profiles()
    for table in APPEND_ONLY:
        for statement in _append_only(op.get_context().dialect.name, table):
            op.execute(statement)
