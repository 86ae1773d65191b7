"""What is known about mailboxes: when they were last seen, and their tokens."""

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
