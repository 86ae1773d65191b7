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
    for `absent`.
    """

    field: str
    what: str
    against: str
    severity: Severity
    noted: bool = False
    absent: str | None = None
    reason: str | None = None


BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
NO_MASTER = "needs the customer master, which is not imported"
NO_CLAUSES = "clauses are not read from documents"
NO_PICTURE = "seals and signatures are not read from documents"

CATALOGUE: dict[str, CheckKind] = {
    "H01": CheckKind("customer", "buyer's legal name", "sold-to party of the quotation", BLOCKER, noted=True),
    "H02": CheckKind(
        "our_name",
        "our name and bank account",
        "own master data",
        BLOCKER,
        absent=NO_MASTER,
        reason="no_master_data",
    ),
    "H03": CheckKind(
        "quotation_number", "quotation that the document names", "quotations of the export", MAJOR
    ),
    "H04": CheckKind("document_date", "date of the document", "validity of the quotation", MAJOR, noted=True),
    "H05": CheckKind("currency", "currency", "currency of the quoted items", BLOCKER),
    "H06": CheckKind("payment_terms", "payment terms", "payment terms of the quotation", MAJOR),
    "H07": CheckKind("incoterms", "Incoterms: code and place", "Incoterms of the quotation", MAJOR),
    "H08": CheckKind(
        "ship_to",
        "ship-to party",
        "partner of the quotation",
        MAJOR,
        absent=NO_MASTER,
        reason="no_master_data",
    ),
    "H09": CheckKind("total_amount", "total", "sum of the lines, tax, discount", BLOCKER),
    "H10": CheckKind(
        "clauses",
        "damages, warranty, liability",
        "standard clauses",
        MAJOR,
        absent=NO_CLAUSES,
        reason="not_read_from_documents",
    ),
    "H11": CheckKind(
        "documents",
        "documents asked for",
        "scope of the quotation",
        MINOR,
        absent=NO_CLAUSES,
        reason="not_read_from_documents",
    ),
    "H12": CheckKind(
        "seal", "signature and seal", "both sides", MAJOR, absent=NO_PICTURE, reason="not_read_from_documents"
    ),
    "H13": CheckKind(
        "partial_delivery",
        "delivery tolerance, partial delivery",
        "customer master",
        MINOR,
        absent=NO_MASTER,
        reason="no_master_data",
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
        absent="descriptions are in two languages; they are shown side by side",
        reason="other_language",
    ),
    "L04": CheckKind("quantity", "quantity", "quoted quantity", MAJOR),
    "L05": CheckKind("unit", "unit of measure", "quoted unit, by meaning", BLOCKER),
    "L06": CheckKind(
        "unit_price", "unit price", "quoted price in the document's tax basis and price unit", BLOCKER
    ),
    "L07": CheckKind("total_amount", "discount on the whole", "discount of the quotation", MAJOR, noted=True),
    "L08": CheckKind("amount", "amount of a line", "quantity times price", MAJOR),
    "L09": CheckKind("tax_rate", "tax rate", "tax rate of the quoted items", MAJOR),
    "L10": CheckKind("delivery_date", "delivery date or lead time", "quoted delivery", MAJOR),
    "L11": CheckKind(
        "lots",
        "sum of the lots of a line",
        "quantity of the line",
        BLOCKER,
        absent="lots inside a line are not read; lots on lines of their own are added up (L04)",
        reason="not_read_from_documents",
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
    "X02": CheckKind(
        "screening",
        "goods and users",
        "screening lists",
        BLOCKER,
        absent="needs screening lists",
        reason="no_screening_lists",
    ),
    "M01": CheckKind(
        "document_number", "fields without which there is no order", "the document", MAJOR, noted=True
    ),
}
"""By code: H header, L line, X across documents, M mandatory."""
