"""The number of the offer that a sentence names: "your offer of 2 May, no. 20031177", "your quote QT/338"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.header.labelling.value_types import is_date
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

FOREIGN = (
    r"ofert[ayęą]|offert[aei]?|angebots?|devis|preventivo|cotizaci[oó]n|cota[cç][aã]o|nabídk[ayuou]+"
    r"|tilbud|teklif\w*|tarjous"
)
"""An offer in the languages of Europe; the French word is one of English too."""
OFFERED = Rare(
    rf"(?:报价|\b(?:quotation|quote|offer|proposal)\b|\b(?:{FOREIGN})\b)(?:(?!订单|合同"
    rf"|\border\b)[^。.;；]){{0,40}}?"
    r"(?:编号|单号|号|\bno\.?|\bnr\.?|\bnumber|\bref\.?|#|\bn[°º.](?!\w)|\bnúm\.?|\bč\.)\s*[:：]?\s*"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d{4})[A-Za-z0-9][A-Za-z0-9\-/]{4,24})",
    "报价|quotation|quote|offer|proposal|ofert|offert|angebot|devis|preventivo|cotiza|cota|nab|tilbud"
    "|teklif"
    "|tarjous",
    re.IGNORECASE,
)
YOURS = Rare(
    r"(?:贵[司方](?:的)?报价单?|\byour (?:quotation|quote|offer|proposal))\s*[:：]?\s*(?!(?:19|20)\d\d\b)"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d{3})[A-Za-z0-9][A-Za-z0-9\-/]{3,24})(?![A-Za-z0-9.,]\d)",
    "报价|quotation|quote|offer|proposal",
    re.IGNORECASE,
)
"""The number right behind "your quotation"."""
BEFORE = Rare(
    r"(?:第|出卖人|[供卖乙你]方|贵[司方])\s*(?P<value>(?=[A-Za-z0-9\-/]*\d{3})[A-Za-z0-9][A-Za-z0-9\-/]{3,24})"
    r"\s*号(?:的)?报价",
    "报价",
)
"""The number that stands before the word: 第 QT-2207 号报价单, 依据出卖人20031177号报价单."""


NARROW = {0xFF10 + digit: str(digit) for digit in range(10)}


def find(text: str) -> Iterator[tuple[Label, int, int]]:
    """Yield where the number of an offer stands; figures may be as wide as ideographs."""
    text = text.translate(NARROW)
    for found in (*OFFERED.finditer(text), *YOURS.finditer(text), *BEFORE.finditer(text)):
        if not is_date(found["value"]):
            yield Label.QUOTATION_NUMBER, found.start("value"), found.end("value")


UNREAD = Rare(
    r"(?:\b(?:your|ihr\w{0,2}|votre|vostra|uw|ert)\s+|贵[司方]的?)(?:quotation|quote|offer|proposal"
    r"|angebot\w{0,2}|offre|devis"
    r"|offerta|offerte|preventivo|pro-?forma(?: invoice)?|报价)"
    r"(?:[^.;。；]|(?<=\d)\.|\.(?! +[A-Z][a-z])){0,30}?"
    r"(?P<value>\b(?=[A-Za-z0-9\-/]*\d{2})(?:[A-Za-z]{1,6}[\-/ ]?\d|\d{2,}[\-/]|\d{5})[A-Za-z0-9\-/]{1,20})"
    r"|\byour\s(?!order|account|vendor|customer|supplier|item|part|code|p\.?o\b|purchase|invoice|tel"
    r"|phone|fax|ref|vat)"
    r"[a-z]{3,14}(?:\sno\.?)?\s(?P<named>\d{6,10})\b"
    r"|[按依照据][你您贵][^，。；;、\d合订图]{1,8}?\s?(?P<yours>(?=[A-Za-z0-9\-/]*\d{4})[A-Za-z0-9][A-Za-z0-9\-/]{4,20})"
    r"|(?:(?:\bprices?|\bpreise?)\b[^.;\d]{0,12}\b(?:as per|according to|acc\. to|per|laut|gemäß)\s+"
    r"|[价][格款]?(?:均|请)?[按依照参]+(?:据|照)?(?:[:：][^。；;\d]{0,10})?|贵(?:公司|[司方])(?:的)?)\s?"
    r"(?P<priced>(?=[A-Za-z0-9\-/]*\d{3})[A-Za-z]{0,6}[\-/]?\d[A-Za-z0-9\-/]{3,20})"
    r"|(?:[根依][据照]|[参按]照)(?:(?!订单|合同|[图协]|标准)[^，。；;]){0,28}?"
    r"(?<![\d.\-/])(?P<based>\d{6,10})(?![\d.\-/])"
    r"|\b(?:based on|on the basis of|according to|in accordance with|reference to|referring to|further to)"
    r"\s(?:(?!order|contract|drawing|standard|p\.?o\b|requisition)[^.;,\d]){0,40}?(?P<referred>\d{7,10})\b",
    "quotation|quote|offer|proposal|angebot|offre|devis|offert|preventivo|proforma|pro-forma|报价|price"
    "|preis|价|贵|你|您|your"
    "|据|照|based|basis|accord|refer|further",
    re.IGNORECASE,
)
"""What may be the number of the reader's offer, however it is led in."""


def seems_told(text: str) -> bool:
    """Tell whether a sentence seems to name the number of an offer of the reader's: no day is one."""
    found = (next(filter(None, each.groups())) for each in UNREAD.finditer(text))
    return not all(map(is_date, found))


LED = Rare(
    r"(?:\b(?:quotation|quote|offer|proposal|angebot)\b|报价单?)"
    r"(?:\s*(?:no|nr|ref|number|编号|号))?[.#]*\s*[:：]?\s*$",
    "quotation|quote|offer|proposal|angebot|报价",
    re.IGNORECASE,
)
"""What a line ends with whose margin broke the number off."""
NEXT = 2.0
"""The next line begins no further below than so many heights of the letters."""
NUMBER = late(r"\s*(?=[A-Za-z0-9\-/]*\d{2})[A-Za-z0-9][A-Za-z0-9\-/]{3,24}")


def broken_off(runs: Sequence[Run]) -> Run | None:
    """Return the line that begins with the number of an offer which the line before it ends by naming."""
    for before, run in itertools.pairwise(runs):
        below = before.page is run.page and 0 <= run.box.top - before.box.top < NEXT * before.box.height
        found = NUMBER.match(run.text) if below and LED.search(before.text) is not None else None
        if found is not None and not is_date(found[0]):
            return run
    return None
