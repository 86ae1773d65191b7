"""Stable words of rows held against reviewed contracts and due lists, and of warnings about a whole list."""

from collections.abc import Iterable, Mapping

from models.contract_terms import Due

REASONS = (
    "contract_open",
    "contract_of_other",
    "contract_no_line",
    "contract_unsure",
    "contract_silent",
    "contract_currency_differs",
    "contract_tax_rate_differs",
    "contract_net_price_differs",
    "contract_gross_price_differs",
    "contract_acceptance",
    "partial_forbidden",
    "claims_exceed_order",
    "milestone",
    "milestone_waits",
    "milestone_billed",
    "milestone_mixed",
    "milestone_skipped",
    "milestone_returned",
    "attested",
    "reference_differs",
    "name_differs",
    "milestone_values_open",
    "invoice_first",
    "not_due",
    "due_differs",
)
"""Why a row is decided as it is, by its contract or the due list."""
SOURCES = ("due",)
"""What a list is held against besides the exports that it needs."""
TERMS = (
    "unit_price",
    "currency",
    "tax_rate",
    "tax_included",
    "payment",
    "invoice_first",
    "acceptance",
    "partial",
)
"""The terms of a contract that a row may ask for."""
WARNINGS = (
    "quota_invoice",
    "quota_month",
    "quota_not_counted",
    "quota_earlier_open",
    "quota_earlier_not_counted",
)
"""What is said of a list as a whole."""
GROUPS: Mapping[str, Iterable[str]] = {
    "invoice_due": Due,
    "invoice_term": TERMS,
    "invoice_warning": WARNINGS,
}
