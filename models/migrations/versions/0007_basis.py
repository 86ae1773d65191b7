"""Cases that are compared again with newer quotations."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLE = "basis_change"
# In one statement: SQLite cannot add a constraint to a table that is there.
ADDED = "ALTER TABLE review_case ADD COLUMN checked_snapshot_id INTEGER REFERENCES quotation_snapshot (id)"


def _append_only(dialect: str) -> list[str]:
    if dialect == "postgresql":
        refuse = (
            f"CREATE FUNCTION {TABLE}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{TABLE} is append-only'; END $$"
        )
        trigger = (
            f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_is_append_only()"
        )
        return [refuse, trigger]
    return [
        f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def upgrade() -> None:
    op.execute(ADDED)
    op.create_index(
        "review_case_basis",
        "review_case",
        ["state", "checked_snapshot_id", "snapshot_id", "verdict"],
        unique=False,
    )
    op.create_table(
        TABLE,
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("to_snapshot", sa.Integer(), nullable=False),
        sa.Column("from_snapshot", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was_verdict", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("changes_json", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_number"], ["review_case.number"]),
        sa.ForeignKeyConstraint(["to_snapshot"], ["quotation_snapshot.id"]),
        sa.ForeignKeyConstraint(["from_snapshot"], ["quotation_snapshot.id"]),
        sa.PrimaryKeyConstraint("case_number", "to_snapshot"),
    )
    for statement in _append_only(op.get_context().dialect.name):
        op.execute(statement)
