"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# What was imported and what was done is only ever added; the database itself refuses the rest.
APPEND_ONLY = ("audit", "quotation_snapshot", "quotation", "quotation_item", "snapshot_quotation")


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
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("hash"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "document",
        sa.Column("doc_sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("magic_type", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("doc_sha256"),
    )
    op.create_table(
        "mailbox_lease",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "folder"),
    )
    op.create_table(
        "message",
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome_code", sa.String(), nullable=True),
        sa.Column("reason_code", sa.String(), nullable=True),
        sa.Column("reason_detail", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_by", sa.String(), nullable=True),
        sa.Column("lease_fence", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'processed') = (outcome_code IS NOT NULL)", name="message_processed_has_outcome"
        ),
        sa.CheckConstraint(
            "(state = 'quarantined') = (reason_code IS NOT NULL)", name="message_quarantined_has_reason"
        ),
        sa.CheckConstraint("kind IN ('full', 'headers_only')", name="message_kind"),
        sa.CheckConstraint("state IN ('stored', 'processed', 'quarantined')", name="message_state"),
        sa.PrimaryKeyConstraint("raw_sha256"),
    )
    op.create_index("message_first_seen", "message", ["first_seen_at"], unique=False)
    op.create_index("message_waiting", "message", ["state", "lease_until"], unique=False)
    op.create_table(
        "quotation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("customer_number", sa.String(), nullable=True),
        sa.Column("customer", sa.String(), nullable=True),
        sa.Column("customer_local", sa.String(), nullable=True),
        sa.Column("incoterms", sa.String(), nullable=True),
        sa.Column("payment_terms", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("content_sha256"),
    )
    op.create_index(op.f("ix_quotation_number"), "quotation", ["number"], unique=False)
    op.create_table(
        "quotation_snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("quotations", sa.Integer(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "envelope",
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sender_name", sa.String(), nullable=True),
        sa.Column("sender_address", sa.String(), nullable=True),
        sa.Column("recipients_json", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("in_reply_to", sa.String(), nullable=True),
        sa.Column("references_json", sa.String(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("defects_json", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["message.raw_sha256"],
        ),
        sa.PrimaryKeyConstraint("raw_sha256"),
    )
    op.create_index(op.f("ix_envelope_in_reply_to"), "envelope", ["in_reply_to"], unique=False)
    op.create_index(op.f("ix_envelope_message_id"), "envelope", ["message_id"], unique=False)
    op.create_index(op.f("ix_envelope_sender_address"), "envelope", ["sender_address"], unique=False)
    op.create_table(
        "extraction",
        sa.Column("doc_sha256", sa.String(64), nullable=False),
        sa.Column("read_as", sa.String(), nullable=False),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result_json", sa.String(), nullable=False),
        sa.CheckConstraint("status IN ('read', 'failed')", name="extraction_status"),
        sa.ForeignKeyConstraint(
            ["doc_sha256"],
            ["document.doc_sha256"],
        ),
        sa.PrimaryKeyConstraint("doc_sha256", "read_as", "extractor_version"),
    )
    op.create_table(
        "part",
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("doc_sha256", sa.String(64), nullable=False),
        sa.Column("read_as", sa.String(), nullable=False),
        sa.Column("shown_name", sa.String(), nullable=True),
        sa.Column("container_json", sa.String(), nullable=False),
        sa.Column("mime_ordinal", sa.Integer(), nullable=False),
        sa.Column("ignored", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["doc_sha256"],
            ["document.doc_sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["message.raw_sha256"],
        ),
        sa.PrimaryKeyConstraint("raw_sha256", "ordinal"),
    )
    op.create_index(op.f("ix_part_doc_sha256"), "part", ["doc_sha256"], unique=False)
    op.create_table(
        "quotation_item",
        sa.Column("quotation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("part_number", sa.String(), nullable=True),
        sa.Column("local_part_number", sa.String(), nullable=True),
        sa.Column("customer_part_number", sa.String(), nullable=True),
        sa.Column("drawing_number", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("quantity", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("price", sa.String(), nullable=True),
        sa.Column("price_per", sa.String(), nullable=False),
        sa.Column("net_value", sa.String(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("tax_rate", sa.String(), nullable=True),
        sa.Column("tax_included", sa.Boolean(), nullable=True),
        sa.Column("discount", sa.String(), nullable=True),
        sa.Column("lead_time", sa.String(), nullable=True),
        sa.Column("delivery_date", sa.Date(), nullable=True),
        sa.Column("rejected", sa.String(), nullable=True),
        sa.Column("alternative", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
        ),
        sa.PrimaryKeyConstraint("quotation_id", "position"),
    )
    op.create_table(
        "review_case",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("doc_sha256", sa.String(64), nullable=True),
        sa.Column("read_as", sa.String(), nullable=True),
        sa.Column("piece", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("reasons_json", sa.String(), nullable=False),
        sa.Column("amount", sa.String(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("customer", sa.String(), nullable=True),
        sa.Column("document_kind", sa.String(), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("quotation_number", sa.String(), nullable=True),
        sa.Column("comparison_json", sa.String(), nullable=True),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("rule_version", sa.String(), nullable=False),
        sa.Column("compared_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(kind = 'document') = (doc_sha256 IS NOT NULL)", name="review_case_has_document"),
        sa.CheckConstraint("kind IN ('document', 'message')", name="review_case_kind"),
        sa.ForeignKeyConstraint(
            ["doc_sha256"],
            ["document.doc_sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["message.raw_sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["quotation_snapshot.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("doc_sha256", "read_as", "piece", name="review_case_document"),
    )
    op.create_index("review_case_document_number", "review_case", ["document_number"], unique=False)
    op.create_index(
        "review_case_message",
        "review_case",
        ["raw_sha256"],
        unique=True,
        sqlite_where=sa.text("kind = 'message'"),
        postgresql_where=sa.text("kind = 'message'"),
    )
    op.create_index("review_case_queue", "review_case", ["state", "number"], unique=False)
    op.create_index("review_case_quotation_number", "review_case", ["quotation_number"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acked_as", sa.String(), nullable=True),
        sa.Column("fetch_failures", sa.Integer(), nullable=False),
        sa.Column("closed_reason", sa.String(), nullable=True),
        sa.CheckConstraint("raw_sha256 IS NOT NULL OR fetch_failures > 0", name="sighting_has_message"),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["message.raw_sha256"],
        ),
        sa.PrimaryKeyConstraint("account_id", "folder", "uidvalidity", "uid"),
    )
    op.create_index("sighting_message", "sighting", ["raw_sha256"], unique=False)
    op.create_index("sighting_open", "sighting", ["account_id", "folder", "acked_at"], unique=False)
    op.create_table(
        "snapshot_quotation",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quotation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["quotation_snapshot.id"],
        ),
        sa.PrimaryKeyConstraint("snapshot_id", "position"),
    )
    op.create_index(
        op.f("ix_snapshot_quotation_quotation_id"), "snapshot_quotation", ["quotation_id"], unique=False
    )
    op.create_table(
        "case_message",
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_number"],
            ["review_case.number"],
        ),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["message.raw_sha256"],
        ),
        sa.PrimaryKeyConstraint("case_number", "raw_sha256", "ordinal"),
    )
    op.create_index("case_message_message", "case_message", ["raw_sha256"], unique=False)
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("doc_sha256", sa.String(64), nullable=False),
        sa.Column("read_as", sa.String(), nullable=False),
        sa.Column("piece", sa.Integer(), nullable=False),
        sa.Column("quotation_number", sa.String(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("quote_item", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("rule_version", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("document_sure", sa.Boolean(), nullable=False),
        sa.Column("detail_json", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_number"],
            ["review_case.number"],
        ),
        sa.ForeignKeyConstraint(
            ["doc_sha256"],
            ["document.doc_sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(
            "doc_sha256",
            "read_as",
            "piece",
            "quotation_number",
            "snapshot_id",
            "line",
            "quote_item",
            "field",
            "code",
            "occurrence",
            "rule_version",
            name="finding_once",
        ),
    )
    op.create_index(op.f("ix_finding_case_number"), "finding", ["case_number"], unique=False)
    for table in APPEND_ONLY:
        for statement in _append_only(op.get_context().dialect.name, table):
            op.execute(statement)
