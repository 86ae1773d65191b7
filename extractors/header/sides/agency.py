"""Orders placed for somebody else: "Ordered in the name and for the account of …", "We order as agent for …".

Whoever writes such a paper need not be who buys.
"""

import re
from collections.abc import Iterable

from extractors.late import late

FOR_ANOTHER = late(
    r"\b(?:for|on) (?:the )?account of (?!(?:the )?(?:buyer|seller|supplier|vendor|purchaser|customer"
    r"|consignee|us\b|you\b|both))"
    r"|\bas (?:an? |the |duly authori[sz]ed )?(?:purchasing |buying )?agents? (?:for|of)\b"
    r"|\bin the name (?:and|of)\b|im (?:namen|auftrag) und (?:auf|für) rechnung|auf rechnung (?:von|der)\b"
    r"|受[^，。；;]{2,24}委托[^，。；;]{0,8}(?:采购|订购|购买)|代理?[^，。；;]{2,16}(?:公司|集团)(?:采购|订购|购买)",
    re.IGNORECASE,
)


def is_told(texts: Iterable[str]) -> bool:
    """Tell whether a text says that the order is placed for somebody else than the writer."""
    return any(map(FOR_ANOTHER.search, texts))
