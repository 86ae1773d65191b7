"""The checks by code: what is held against what, how grave it is, and whether it is done here.

Codes and severities are those of the field matrix (`domain.md` §4.2). What is not done here says why: a
check that did not run is never shown as one that passed.
"""

from dataclasses import dataclass

from models.comparison import Severity


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A row of the field matrix. `absent` says why a check is not done here, None where it is.

    What a `noted` check finds is told in a note instead of a difference.
    """

    what: str
    against: str
    severity: Severity
    noted: bool = False
    absent: str | None = None


BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
NO_MASTER = "needs the customer master, which is not imported"
NO_CLAUSES = "clauses are not read from documents"
NO_PICTURE = "seals and signatures are not read from documents"

CATALOGUE: dict[str, CheckKind] = {
    "H01": CheckKind("buyer's legal name", "sold-to party of the quotation", BLOCKER, noted=True),
    "H02": CheckKind("our name and bank account", "own master data", BLOCKER, absent=NO_MASTER),
    "H03": CheckKind("quotation that the document names", "quotations of the export", MAJOR),
    "H04": CheckKind("date of the document", "validity of the quotation", MAJOR, noted=True),
    "H05": CheckKind("currency", "currency of the quoted items", BLOCKER),
    "H06": CheckKind("payment terms", "payment terms of the quotation", MAJOR),
    "H07": CheckKind("Incoterms: code and place", "Incoterms of the quotation", MAJOR),
    "H08": CheckKind("ship-to party", "partner of the quotation", MAJOR, absent=NO_MASTER),
    "H09": CheckKind("total in figures and in words", "sum of the lines, tax, discount", BLOCKER),
    "H10": CheckKind("damages, warranty, liability", "standard clauses", MAJOR, absent=NO_CLAUSES),
    "H11": CheckKind("documents asked for", "scope of the quotation", MINOR, absent=NO_CLAUSES),
    "H12": CheckKind("signature and seal", "both sides", MAJOR, absent=NO_PICTURE),
    "H13": CheckKind("delivery tolerance, partial delivery", "customer master", MINOR, absent=NO_MASTER),
    "L01": CheckKind("part: every number of the line", "part numbers of the quoted item", BLOCKER),
    "L02": CheckKind("revision of the drawing", "revision that was quoted", BLOCKER),
    "L03": CheckKind(
        "sizes and materials in the description",
        "description of the quoted item",
        MAJOR,
        absent="descriptions are in two languages; they are shown side by side",
    ),
    "L04": CheckKind("quantity", "quoted quantity", MAJOR),
    "L05": CheckKind("unit of measure", "quoted unit, by meaning", BLOCKER),
    "L06": CheckKind("unit price", "quoted price in the document's tax basis and price unit", BLOCKER),
    "L07": CheckKind("discount on the whole", "discount of the quotation", MAJOR, noted=True),
    "L08": CheckKind("amount of a line", "quantity times price", MAJOR),
    "L09": CheckKind("tax rate", "tax rate of the quoted items", MAJOR),
    "L10": CheckKind("delivery date or lead time", "quoted delivery", MAJOR),
    "L11": CheckKind(
        "sum of the lots of a line",
        "quantity of the line",
        BLOCKER,
        absent="lots inside a line are not read; lots on lines of their own are added up (L04)",
    ),
    "L12": CheckKind("ordered line", "any quoted item", BLOCKER),
    "L13": CheckKind("quoted item", "any ordered line", INFO),
    "L14": CheckKind("price of zero", "none may be", BLOCKER, noted=True),
    "X01": CheckKind("document", "earlier documents", BLOCKER, absent="told by the intake, not here"),
    "X02": CheckKind("goods and users", "screening lists", BLOCKER, absent="needs screening lists"),
    "M01": CheckKind("fields without which there is no order", "the document", MAJOR, noted=True),
}
"""By code: H header, L line, X across documents, M mandatory."""
