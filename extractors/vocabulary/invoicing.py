"""The words by which contracts say when the invoice comes: `invoicing.toml`."""

import re

from extractors.late import late
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("invoicing")


def _either(name: str) -> re.Pattern[str]:
    return late("|".join(sorted(_WORDS[name], key=len, reverse=True)), re.IGNORECASE)


INVOICE_FIRST = _either("invoice_first")
AFTER_ACCEPTANCE = _either("after_acceptance")
