"""Orders placed for somebody else: "Ordered in the name and for the account of …", "We order as agent for …".

Whoever writes such a paper, or stands beside its buyer's label, need not be who buys.
"""

import re
from collections.abc import Iterable

from extractors.rare import Rare
from extractors.scope import Scope
from models.reading import Field, Reason, opened

ORDERING = r"\b(?:order(?:s|ed|ing)?|buy(?:s|ing)?|purchas(?:es?|ed|ing)|act(?:s|ing)?|placed)\b[^.;]{0,40}?"
FOR_ANOTHER = Rare(
    rf"{ORDERING}\b(?:for|on) (?:the )?account of (?!(?:the )?(?:buyer|seller|supplier|vendor|purchaser"
    r"|customer|consignee|beneficiary|applicant|contractor|party|us\b|you\b|both))"
    rf"|{ORDERING}\bas (?:an? |the |duly authori[sz]ed )?(?:purchasing |buying )?agents? (?:for|of)\b"
    rf"|{ORDERING}\bin the name (?:and|of)\b|\bim (?:namen|auftrag) und (?:auf|für) rechnung\b"
    r"|(?:受[^，。；;：:]{2,24}委托|(?<![授替])代(?![表码码号])理?[^，。；;：:]{2,16}(?:公司|集团))"
    r"[^，。；;：:]{0,4}(?:采购|订购|购买)(?![部中员处科人方])",
    "account of|agent|in the name|rechnung|采购|订购|购买",
    re.IGNORECASE,
)


def doubted(buyer: Field | None, scope: Scope) -> Field | None:
    """Return the buyer, open where the order is placed for somebody else."""
    if buyer is None or not buyer.sure or not is_told(run.text for run in scope.runs):
        return buyer
    return opened(buyer, Reason.ROLE)


def is_told(texts: Iterable[str]) -> bool:
    """Tell whether a text says that the order is placed for somebody else than the writer."""
    return any(map(FOR_ANOTHER.search, texts))
