"""Stable words that no enumeration of `models` lists, for the catalogues to translate.

A word that is missing here is still shown, as it stands; the tests hold what the other packages use.
"""

CHECKS = (
    *(f"H{number:02}" for number in range(1, 14)),
    *(f"L{number:02}" for number in range(1, 15)),
    "X01",
    "X02",
    "M01",
)
"""The codes of the field matrix."""

ANCHORS = (
    "contract_signed",
    "contract_effective",
    "order_receipt",
    "prepay_received",
    "lc_received",
    "drawing_approved",
    "supplies_received",
    "call_off",
    "release",
)
"""What a lead time counts from."""

PROBLEMS = (
    "no_lines",
    "several_tables",
    "no_total",
    "total_open",
    "row_left_out",
    "embedded_differs",
    "embedded_several",
    "embedded_unread",
    "order_withdrawn",
    "not_in_force",
    "line_status",
    "scanned_page",
    "tracked_deletions",
    "letter_withdraws",
    "letter_changes",
    "older_order",
    "test_message",
    "comment",
)
"""What a document leaves open as a whole."""

CASE_REASONS = (
    "no_order",
    "no_quotation",
    "not_proven",
    "unreadable",
    "not_compared",
    "note",
    "new_version",
    "possible_version",
    "change",
    "part_order",
    "other_customer",
    "same_lines",
    "same_mail",
    "old_version",
    "same_message_id",
    "new_mail",
    "not_an_order",
    "basis_changed",
    "unknown_sender",
    "look_alike_sender",
    "several_senders",
    "shows_other_sender",
    "sender_not_proven",
)
"""Why a case needs a person, beside the kinds of difference; a detail may follow after a colon."""

RELATION_REASONS = (
    "tax_number",
    "customer_name",
    "customer_not_known",
    "names_the_order",
    "all_fields_equal",
    "differ_in_one_mail",
    "says_so",
    "customer_not_certain",
    "other_kind",
    "number_not_certain",
    "no_line_in_common",
    "sent_together",
    "dated_before",
    "less_is_stated",
    "same_lines_and_amounts",
    "sent_after_it",
    "same_thread",
    "other_documents",
    "subject_or_name",
)
"""Why two cases have to do with each other."""

CAUSES = (
    "tax_basis",
    "price_unit",
    "discount",
    "date_shift",
)
"""What explains several differences at once."""

WHYS = (
    "tax_basis",
    "price_unit",
    "tax_basis_and_price_unit",
    "tax_basis_not_stated",
    "digits",
    "currency",
    "not_quoted",
    "not_read",
    "no_data",
    "split",
    "tolerance",
    "unit",
    "counted",
    "unit_unknown",
    "other_number",
    "owner",
    "by_all_lines",
    "one_of_several",
    "contradicts",
    "too_short",
    "several_items",
    "look_alike",
    "slip",
    "drawing",
    "description",
    "revision",
    "other_drawing",
    "rejected",
    "zero_price",
    "free_as_quoted",
    "expired",
    "notation",
    "other_script",
    "alike",
    "several_fit",
    "several_rates",
    "converted",
    "not_understood",
    "version",
    "place_not_stated",
    "place",
    "no_document_date",
    "other_start",
    "later",
    "same_day",
    "tax_rate_unknown",
    "early",
    "tax",
    "net_total",
    "recomputed",
    "discount",
    "total_open",
    "amount_missing",
    "no_price_or_quantity",
    "may_be_equal",
    "needs_no_quotation",
    "no_quotation",
    "no_master_data",
    "not_read_from_documents",
    "other_language",
    "told_by_intake",
    "no_screening_lists",
    "no_clause",
    "no_standard",
    "no_limit",
    "pay_when_paid",
    "beyond_standard",
    "third_party",
    "which_line",
    "lots",
    "whose_account",
    "listed",
    "discount_not_quoted",
    "charge_not_quoted",
    "charges",
    "free_of_charge",
    "included_elsewhere",
    "no_sizes",
    "sizes",
    "not_positive",
    "alternative",
    "before_offer",
    "price_and_quantity",
    "row_not_read",
    "said_of_all",
    "header_contradicts",
    "price_contradicts",
    "price_unclear",
    "tax_unclear",
    "quantity_open",
    "ordered_before",
    "unreadable_validity",
    "promised_later",
    "not_confirmed",
    "status_unknown",
)
"""What made two sides equal after all, why a check did not run, or what explains a difference."""

MATCH_WHYS = (
    "part_number",
    "customer_part_number",
    "drawing",
    "look_alike",
    "slip",
    "price_and_quantity",
    "description",
)
"""What holds a line and a quoted item together."""

NOTES = (
    "tax_basis_not_stated",
    "not_compared",
    "not_stated",
    "free_as_quoted",
    "zero_price",
    "expired",
    "before_offer",
    "differs",
    "not_ours",
    "unknown_place",
    "listed",
    "clause",
    "clause_beyond",
    "not_quoted",
    "lots",
    "shutdown",
    "header_asks",
    "before_document",
    "far_later",
)
"""What notes of a comparison say; the texts have places for the values."""

CLAUSES = (
    "damages",
    "damages_unlimited",
    "warranty",
    "warranty_first",
    "warranty_last",
    "liability_unlimited",
    "liability_cap",
    "liability_consequential",
    "pay_when_paid",
    "docs",
    "tolerance",
    "partial_allowed",
    "partial_forbidden",
    "lots",
    "lot",
    "discount",
    "free",
    "included",
    "effective",
    "after_signed_sealed",
    "after_signed",
    "after_sealed",
    "after_prepay_received",
    "after_lc_received",
    "from_delivery",
    "from_startup",
    "from_acceptance",
    "from_ship",
    "hours",
    "per_D",
    "per_W",
    "per_M",
)
"""What clauses of a document commit to; the texts have places for the values."""

FIELDS = (
    "our_name",
    "our_account",
    "ship_to",
    "clauses",
    "charges",
    "documents",
    "seal",
    "partial_delivery",
    "lots",
    "duplicate",
    "screening",
)
"""What checks look at beside the fields that are read."""

IGNORED = (
    "mail_text_without_an_order",
    "signature_picture",
    "small_picture",
    "tracking_pixel",
    "empty_body",
    "other_form_of_the_body",
    "calendar",
    "business_card",
    "digital_signature",
    "public_key",
    "delivery_report",
    "style_sheet",
    "system_file",
    "encryption_header",
)
"""Why a part of a mail is no document."""
COLUMNS = ("part", "quantity", "price", "amount", "delivery")
"""What a table of lines has beside the line's number."""
READINGS = ("unsure", "read")
"""What the marks of values stand for beside the outcomes of checks."""
STORIES = ("header", "footer", "footnotes", "endnotes", "text_box")
"""The parts of a Word file beside its body, as its reader names them in places."""

ERROR_PAGES = ("400", "403", "404", "405", "410", "413", "500", "503")
"""The status codes that have a page of their own."""
FILED = ("moved", "marked", "left")
"""How a mailbox shows that a mail is settled."""
SKIPPED = (
    "no_number",
    "no_item",
    "unreadable_number",
    "unreadable_date",
    "unreadable_mark",
    "unreadable_validity",
    "spreadsheet_error",
    "precision_lost",
    "contradicts",
    "header_contradicts",
    "price_contradicts",
    "price_unclear",
    "tax_unclear",
    "quantity_open",
)
"""Why a row of an export is no item, or what of its item is not known."""

INVOICE_REASONS = (
    "no_source",
    "no_order",
    "no_quantity",
    "no_price",
    "no_order_price",
    "no_profile",
    "no_issue_date",
    "unreadable_order",
    "unreadable_delivery",
    "unreadable_number",
    "unreadable_date",
    "spreadsheet_error",
    "precision_lost",
    "export_row_unread",
    "order_unknown",
    "item_unknown",
    "part_unknown",
    "item_open",
    "other_customer",
    "delivery_billed",
    "exceeds",
    "rejected",
    "request",
    "consignment",
    "free_of_charge",
    "request_open",
    "currency_differs",
    "tax_rate_differs",
    "net_price_differs",
    "gross_price_differs",
    "net_differs",
    "gross_differs",
    "amount_differs",
    "arithmetic",
    "unit_differs",
    "quantity_differs",
    "quantity_differs_returns",
    "delivery_unknown",
    "not_shipped",
    "not_accepted",
    "data_missing",
    "hold_until",
    "monthly",
    "per_po",
    "split",
    "free",
)
"""Why a row of an invoice list is decided as it is; the texts have places for the values."""
INVOICE_SOURCES = ("orders", "deliveries", "billing", "profiles")
"""What an invoice list is held against."""
INVOICE_FIELDS = ("title", "tax_number", "invoice_type", "payer", "tax_rate", "currency", "bucket")
"""What is missing in a profile, or keeps rows off one invoice."""
INVOICE_COLUMNS = ("decision", "reason", "group", "remark")
"""The columns that are added to an answered list."""
INVOICE_TYPES = ("special", "ordinary")
"""The kinds of invoice in China; other texts stay as printed."""
