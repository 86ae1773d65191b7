"""Stable words of the pages of invoicing that no enumeration of `models` lists, for the catalogues."""

from collections.abc import Iterable, Mapping

from desk.invoicing.unseen import TELLING
from models.contract_terms import PROVEN
from models.invoice_desk import ExportKind
from models.invoice_sources import InvoiceMode
from review.invoicing.rules import Rule

DATA_FIELDS = tuple(
    "acceptance amount billed_on billing_block billing_blocks billing_category billing_date"
    " billing_document billing_item billing_status billing_type cancelled cancels category"
    " confirmed_quantity country created_by created_on currency customer customer_description"
    " customer_number customer_part_number customer_reference cutoff_day deliveries delivery"
    " delivery_block delivery_blocks delivery_date delivery_item delivery_status delivery_type"
    " description distribution_channel division document document_date document_type email gross"
    " hold_until invoice_type issue_status issued issued_on item item_category mode net net_price"
    " net_value order order_type overall_status part_number payer planned_on plant price price_per"
    " price_unit proof_on proof_status proven quantity reference reference_item rejected sales_document"
    " sales_org sales_organisation schedule_line schedule_quantity ship_to shipping_point sort_criterion"
    " tax tax_amount tax_number tax_rate title unit".split()
)
"""What columns of exports are understood as, and what records of orders, deliveries and billing hold."""
PROFILE_FIELDS = tuple(
    "name mode cutoff_day title tax_number invoice_type acceptance hold_until email".split()
)
"""The fields of an invoice profile in the order of its page."""
PROFILE_MISTAKES = tuple(
    "text mode cutoff_day no_cutoff_day tax_number check_character acceptance hold_until email"
    " customer_number why".split()
)
"""What can be wrong in a form with a profile."""
REASONS = tuple(
    "by_person word_given word_taken_back quantity_not_positive order_contradicts profiles_differ"
    " released_before billing_blocked delivery_billing_blocked delivery_blocked"
    " billing_status_contradicts billing_unplaced".split()
)
"""Reasons of decisions: those of people, and of rows that claim nothing."""
SKIPPED = ("no_cutoff_day",)
"""Why a row of a file of profiles is no profile, besides what rows of exports are refused for."""
ATTEST_MISTAKES = tuple("event happened_on who evidence".split())
"""What can be wrong in a form with a person's word."""
GROUPS: Mapping[str, Iterable[str]] = {
    "actor": ("desk", "import"),
    "attest_event": PROVEN,
    "attest_mistake": ATTEST_MISTAKES,
    "data_field": DATA_FIELDS,
    "export_kind": ExportKind,
    "invoice_mode": InvoiceMode,
    "invoice_rule": Rule,
    "invoicing_page": ("lists", "profiles", "exports", "switches"),
    "invoice_unseen": TELLING,
    "list_part": ("rows", "preview", "notices"),
    "profile_field": ("customer_number", *PROFILE_FIELDS),
    "profile_mistake": PROFILE_MISTAKES,
}
