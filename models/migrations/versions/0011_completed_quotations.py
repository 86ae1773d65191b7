"""Quotations know by which customer-material records they were completed."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# In one statement: SQLite cannot add a constraint to a table that is there.
ADDED = "ALTER TABLE quotation_snapshot ADD COLUMN materials_id INTEGER REFERENCES export_snapshot (id)"


def upgrade() -> None:
    op.execute(ADDED)
