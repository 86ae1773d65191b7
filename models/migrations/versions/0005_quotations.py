"""Snapshots of quotations that wait for a person; those from before are used."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "snapshot_state",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('used', 'waiting', 'discarded')", name="snapshot_state"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["quotation_snapshot.id"]),
        sa.PrimaryKeyConstraint("snapshot_id"),
    )
    op.execute(
        "INSERT INTO snapshot_state (snapshot_id, state, decided_by, decided_at, why) "
        "SELECT id, 'used', 'import', taken_at, 'imported' FROM quotation_snapshot"
    )
