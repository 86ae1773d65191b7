"""The imprint of a company at the foot of its paper: register, tax number and bank in one long line."""

import re
from collections.abc import Sequence

from extractors.late import late
from extractors.page.runs import Run

MARK = late(
    r"\b(?:registered (?:in|office|address|no|number)|reg(?:istered|istration|d)?\.? (?:office|no|number)"
    r"|company (?:reg(?:istration)?\.? )?(?:no|number)|(?:vat|gst|tax) (?:reg|id|no)\b"
    r"|iban\b|(?:swift|b\.?i\.?c)\b(?=(?:[ -]?code)?\s?[:.]|[ -]code\b| (?-i:[A-Z]{6}[A-Z\d]{2}))|sort code"
    r"|bank(?=\s?:)|bankers\b|bankverbindung\b|handelsregister|amtsgericht|hr ?b\b(?=\s?:|[\s.]{0,2}\d{3})"
    r"|geschäftsführ\w*|ust\.?-id\w*|steuer-?(?:nr\b|nummer)"
    r"|(?:siret|siren)\b(?=\s?:|[\s.]{0,2}\d{3})|rcs\b(?=\s?:|\s(?:[a-zà-ÿ-]+\s){0,2}\d{3})"
    r"|(?:kvk|btw|cvr|krs|nip|regon|cnpj|gstin|abn|acn)\b(?=\s?:|[\s.-]{0,2}(?:[A-Z]{2})?\d{2})|org\.?\s?nr\b|rea\b"
    r"|cap\. ?soc\b|partita iva|p\.?iva\b|c\.?c\.?i\.?a\.?a\b|managing directors?"
    r"|legal representative|share capital"
    r"|www\.)|开户行|税号|账号|帐号|统一社会信用代码|注册资本|法定代表人",
    re.IGNORECASE,
)
LEAST = 2
"""So many different things of a company at least stand in its imprint."""
WORDS = 8


def is_imprint(line: Sequence[Run]) -> bool:
    """Tell whether a line is a company's imprint, whose numbers stand under columns by chance."""
    text = " ".join(run.text for run in line)
    if sum(len(run.words) for run in line) < WORDS and len(text) < WORDS * 4:
        return False
    return len({mark[0].casefold() for mark in MARK.finditer(text)}) >= LEAST
