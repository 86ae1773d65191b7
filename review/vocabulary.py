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
    "call_off",
    "release",
)
"""What a lead time counts from."""

PROBLEMS = ("no_lines", "several_tables", "no_total", "total_open")
"""What a document leaves open as a whole."""

CASE_REASONS = (
    "no_order",
    "no_quotation",
    "not_proven",
    "unreadable",
    "not_compared",
    "note",
)
"""Why a case needs a person, beside the kinds of difference; a detail may follow after a colon."""

CAUSES = ()
WHYS = ()
MATCH_WHYS = ()
IGNORED = ()
COLUMNS = ("part", "quantity", "price", "amount", "delivery")
"""What a table of lines has beside the line's number."""
READINGS = ("unsure", "read")
"""What the marks of values stand for beside the outcomes of checks."""
ERROR_PAGES = ("404", "405", "410", "500")
"""The status codes that have a page of their own."""
