"""The words by which contracts say when the invoice comes: `invoicing.toml`."""

import re
import tomllib
from importlib.resources import files

from extractors.late import late

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("invoicing.toml").read_text(encoding="utf-8")
)


def _either(name: str) -> re.Pattern[str]:
    return late("|".join(sorted(_WORDS[name], key=len, reverse=True)), re.IGNORECASE)


INVOICE_FIRST = _either("invoice_first")
AFTER_ACCEPTANCE = _either("after_acceptance")
