"""Sentences that state what no label introduces: how long delivery takes, when is paid, what the order makes.

"Delivery shall be effected within 10 weeks", "Council pays 30 days from end of month", 余5%一年后付清. What
is not read from them is not absent.
"""

import re

from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.scope import Scope

PERIOD = (
    r"\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:(?:calendar|working|business|banking)?\s*(?:days?|weeks?|months?)"
    r"|tagen?|wochen?|monaten?|个?工作日|天|日|周|个?月)"
)
MILESTONE = "upon|against|after|before|prior|within|on|with|by|in|at"
"""What a share of the price waits for: "30 % upon order, 70 % against documents"."""
PAYS = Rare(
    rf"(?:\b(?:pays?|paid|payable|payments?)\b|zahl(?:ung|bar|en)|付清|支付|付款)"
    rf"[^.;。；]{{0,60}}?(?:{PERIOD}|\d\s*[%％]|\bl/c\b)"
    rf"|(?:{PERIOD}|\d\s*[%％])[^.;。；]{{0,24}}?(?:付清|支付|付款)"
    rf"|\d\s?%[^.;%]{{0,60}}[,;]\s*(?:and )?\d{{1,3}}\s?%\s+(?:{MILESTONE})\b",
    "pay|paid|zahl|付|%",
    re.IGNORECASE,
)
DELIVERS = Rare(
    r"(?:\bdeliver(?:y|ed)?\b|\bshipment\b|\bready\b|\blead[ -]?time\b|liefer(?:zeit|ung|frist)"
    r"|交货|交付|到货|发货)"
    rf"(?:[^.;。；,，]|(?<=approx)\.|(?<=\bca)\.){{0,60}}?{PERIOD}",
    "deliver|shipment|ready|lead|liefer|货|交付",
    re.IGNORECASE,
)
NEITHER = (
    r"逾期|延期|迟延|延迟|违约|罚|赔偿|异议|投诉|退货|通知|保险"
    r"|\b(?:late|delay\w*|penalt\w+|damages|fine|warrant\w*|claims?|notif\w*|insur\w*|cancel\w*|notice"
    r"|complain\w*|interest|overdue|confirm(?:ation)?)\b|verzug|skonto"
)
NEEDED = (
    "逾|延|违|罚|赔|异|投|退|通|保险|late|delay|penal|damage|fine|warrant|claim|notif|insur|cancel|notice"
    "|complain|interest|overdue|confirm|verzug|skonto"
)
UNPAID = Rare(
    rf"{NEITHER}|收到[^,，]{{0,6}}款项?[之以]?后|交货期|货期"
    r"|\b(?:after|from|upon) (?:receipt of )?(?:the |your |our )?(?:advance |down )?payment\b",
    f"{NEEDED}|收到|货期|payment",
    re.IGNORECASE,
)
"""What a sentence is about that merely mentions paying: a delivery that counts from it."""
UNDELIVERED = Rare(
    rf"{NEITHER}|检验|验收|质保[期金]|保修|开具|提供|寄|付|\b(?:inspect\w*|pa(?:y\w*|id)|invoice\w*)\b|zahl",
    f"{NEEDED}|检|验|质|保修|开具|提供|寄|付|inspect|pay|paid|invoice|zahl",
    re.IGNORECASE,
)
"""What a sentence is about that merely mentions a delivery."""
SUM = late(
    r"\s*(?:(?:order|grand|contract|net|gross)\s+)?(?:total|sum)\b[^.\d]{0,40}\d[\d.,' ]*[.,]\d{2}(?!\d)"
    r"|\s*(?:合计|总计|总价|总金额|总值|合同金额)[^。\d]{0,30}\d[\d.,' ]*[.,]\d{2}(?!\d)",
    re.IGNORECASE,
)
"""A sum that something stands behind, so that it was no line of a sum."""
LONGEST = 2000
"""A longer text is no paragraph of an order."""
END = late(r"(?<=[a-z)])(?<!\bapprox)(?<!\bca)(?<!\bmax)\.\s|[。；;]")


def payment(scope: Scope) -> Run | None:
    """Return a sentence that says when or by which shares the price is paid."""
    return _first(scope, PAYS, UNPAID)


def delivery(scope: Scope) -> Run | None:
    """Return a sentence that says how long a delivery takes."""
    return _first(scope, DELIVERS, UNDELIVERED)


def total(scope: Scope) -> Run | None:
    """Return a text that names a sum of the order and its amount."""
    texts = (*scope.runs, *scope.under, *scope.summed)
    return next((run for run in texts if SUM.match(run.text)), None)


def _first(scope: Scope, words: Rare, aside: Rare) -> Run | None:
    for run in sentences.paragraphs((*scope.runs, *scope.under)):
        if len(run.text) > LONGEST or words.search(run.text) is None:
            continue
        parts = END.split(run.text)
        if any(words.search(part) is not None and aside.search(part) is None for part in parts):
            return run
    return None
