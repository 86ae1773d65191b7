"""The checks by code: what is held against what, how grave it is, and whether it is done here.

Codes and severities are those of the field matrix (docs/comparing.md). What is not done here says why: a
check that did not run is never shown as one that passed.
"""

from dataclasses import dataclass

from models.comparison import Severity


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A row of the field matrix. `absent` says why a check is not done here, None where it is.

    What a `noted` check finds is told in a note instead of a difference. `reason` is the stable word
    for `absent`. `needs` are the data without which the check is not done.
    """

    field: str
    what: str
    against: str
    severity: Severity
    noted: bool = False
    absent: str | None = None
    reason: str | None = None
    needs: str | None = None


BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
NO_PICTURE = "seals and signatures are not read from documents"
OWN = "`[own]` in `policy.toml`"
STANDARD = "`[clauses]` in `policy.toml`"
PLACES = "`[vocabulary.ship_to]` in `policy.toml`"
WORDS = "`[screening]` in `policy.toml`"

CATALOGUE: dict[str, CheckKind] = {
    "H01": CheckKind("customer", "buyer's legal name", "sold-to party of the quotation", BLOCKER, noted=True),
    "H02": CheckKind(
        "our_name", "our name and bank account", "own names and accounts", BLOCKER, noted=True, needs=OWN
    ),
    "H03": CheckKind(
        "quotation_number", "quotation that the document names", "quotations of the export", MAJOR
    ),
    "H04": CheckKind("document_date", "date of the document", "validity of the quotation", MAJOR, noted=True),
    "H05": CheckKind("currency", "currency", "currency of the quoted items", BLOCKER),
    "H06": CheckKind("payment_terms", "payment terms", "payment terms of the quotation", MAJOR),
    "H07": CheckKind("incoterms", "Incoterms: code and place", "Incoterms of the quotation", MAJOR),
    "H08": CheckKind(
        "delivery_place", "place of delivery", "known places of the customer", MAJOR, noted=True, needs=PLACES
    ),
    "H09": CheckKind("total_amount", "total", "sum of the lines, tax, discount", BLOCKER),
    "H10": CheckKind(
        "clauses", "damages, warranty, liability", "standard clauses", MAJOR, noted=True, needs=STANDARD
    ),
    "H11": CheckKind(
        "documents", "documents asked for", "documents we give", MINOR, noted=True, needs=STANDARD
    ),
    "H12": CheckKind(
        "seal", "signature and seal", "both sides", MAJOR, absent=NO_PICTURE, reason="not_read_from_documents"
    ),
    "H13": CheckKind(
        "partial_delivery",
        "delivery tolerance, partial delivery",
        "standard clauses",
        MINOR,
        noted=True,
        needs=STANDARD,
    ),
    "L01": CheckKind(
        "part_number", "part: every number of the line", "part numbers of the quoted item", BLOCKER
    ),
    "L02": CheckKind("drawing_number", "revision of the drawing", "revision that was quoted", BLOCKER),
    "L03": CheckKind(
        "description",
        "sizes and materials in the description",
        "description of the quoted item",
        MAJOR,
        noted=True,
        needs="sizes or materials on both sides",
    ),
    "L04": CheckKind("quantity", "quantity", "quoted quantity", MAJOR),
    "L05": CheckKind("unit", "unit of measure", "quoted unit, by meaning", BLOCKER),
    "L06": CheckKind(
        "unit_price", "unit price", "quoted price in the document's tax basis and price unit", BLOCKER
    ),
    "L07": CheckKind(
        "total_amount",
        "discounts and charges on the whole",
        "discount and charges of the quotation",
        MAJOR,
        noted=True,
    ),
    "L08": CheckKind("amount", "amount of a line", "quantity times price", MAJOR),
    "L09": CheckKind("tax_rate", "tax rate", "tax rate of the quoted items", MAJOR),
    "L10": CheckKind("delivery_date", "delivery date or lead time", "quoted delivery", MAJOR),
    "L11": CheckKind(
        "lots",
        "sum of the lots of a line",
        "quantity of the line",
        BLOCKER,
        noted=True,
        needs="lots in a sentence",
    ),
    "L12": CheckKind("part_number", "ordered line", "any quoted item", BLOCKER),
    "L13": CheckKind("part_number", "quoted item", "any ordered line", INFO),
    "L14": CheckKind("unit_price", "price of zero", "none may be", BLOCKER, noted=True),
    "X01": CheckKind(
        "duplicate",
        "document",
        "earlier documents",
        BLOCKER,
        absent="told by the intake, not here",
        reason="told_by_intake",
    ),
    "X02": CheckKind("screening", "goods and users", "screening lists", BLOCKER, noted=True, needs=WORDS),
    "M01": CheckKind(
        "document_number", "fields without which there is no order", "the document", MAJOR, noted=True
    ),
}
"""By code: H header, L line, X across documents, M mandatory."""
