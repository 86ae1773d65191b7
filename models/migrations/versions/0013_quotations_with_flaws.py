"""Quotations know what of them could not be read, and their items the lots they were promised in."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, column in (("quotation", "flaws"), ("quotation_item", "lots")):
        op.add_column(table, sa.Column(column, sa.String(), nullable=False, server_default="[]"))
