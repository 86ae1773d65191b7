"""When exports were last delivered, and which of their files are no longer kept."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("export_state", sa.Column("seen_at", MOMENT, nullable=True))
    op.add_column("export_state", sa.Column("removed_at", MOMENT, nullable=True))
    op.execute(
        "UPDATE export_state SET seen_at ="
        " (SELECT taken_at FROM export_snapshot WHERE export_snapshot.id = export_state.snapshot_id)"
    )
    with op.batch_alter_table("export_state") as table:
        table.alter_column("seen_at", existing_type=MOMENT, nullable=False)
