"""Sentences that tell terms in words alone: 款到发货, "payable in advance", "by end of June", "ab Werk".

No figure stands in them that a field is read from, so that nothing else notices what they state.
"""

import re
from collections.abc import Callable, Mapping

from extractors.fields import periods
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.scope import Scope

LONGEST = 600
"""A longer text is a clause of general terms."""
END = late(r"(?<=[a-z)])\.\s|[。；;]")
MONTHS = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli"
    r"|aug(?:ust)?|sep(?:tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri)day|(?:mon|diens|donners|frei)tag|mittwoch"
COUNTS = "|".join(sorted(periods.COUNTS, key=len, reverse=True))
GERMAN = (
    "ein(?:er|em)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|dreißig|sechzig|neunzig"
)
SPELLED = (
    rf"\b(?:(?:{COUNTS})\s+(?:(?:calendar|working|business)\s+)?(?:days?|weeks?|months?)"
    rf"|(?:{GERMAN})\s+(?:tagen?|wochen?|monaten?))\b"
)
"""A period whose number is spelled."""
FEW = r"[一二两三四五六七八九十半\d]{1,3}"
DAY = rf"(?:{FEW}月(?:{FEW}[日号]|[底初中末份])|本?月底|年底|本周|下周|本月|下月)"
SOON = r"\b(?:by|before|until|till|latest|later than|bis|vor|spätestens(?: bis)?)\b"
WHEN = (
    rf"(?:{SOON}\s+(?:the\s+|zum\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?"
    rf"(?:(?:end|middle|mid|beginning|early|late|start|ende|mitte|anfang)[- ]?(?:of\s+)?)?"
    rf"(?:{MONTHS}|{WEEKDAYS}|\d{{1,2}}\.\d{{1,2}}\.)"
    rf"|\b(?:on|in|am|im)\s+(?:(?:early|mid|late|ende|mitte|anfang)[- ])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?{MONTHS}\b"
    r"|\b(?:calendar\s+week|week|cw|kw|wk)\s?\d"
    rf"|{SPELLED})"
)
"""A day or a period in words."""
AT_ONCE = (
    r"\b(?:as soon as possible|asap|immediately|without delay|urgently"
    r"|schnellstmöglich|baldmöglichst|umgehend|dringend)\b"
)
PAYS = Rare(
    r"\b(?:payable|payment|paid|pay|prepayment)\b[^.;]{0,40}\b(?:in advance|(?:up)?on (?:delivery|receipt)"
    r"|with order|against (?:documents|(?:a |the |your )?pro-?forma))"
    r"|\b(?:full|100 ?%) (?:pre-?payment|advance payment)\b"
    r"|\bcash (?:on delivery|with order|against documents)\b"
    rf"|\b(?:invoices?|payments?|price|terms of)\b[^.;]{{0,60}}{SPELLED}"
    rf"|\bwe (?:pay|settle)\b[^.;]{{0,60}}\bmonth"
    r"|\b(?:usual|standard|normal|agreed|customary) (?:payment terms|terms of payment)\b"
    r"|\b(?:vor(?:aus)?kasse|nachnahme)\b|\b(?:be)?zahl\w*\b[^.;]{0,40}\b(?:\w*eingang|\w*erhalt|lieferung)\b"
    r"|\bzahl\w*\b[^.;]{0,60}\d\s*tagen?\b[^.;]*\bnetto\b"
    r"|\bdue (?:up)?on receipt\b|\bsettle\w*\b[^.;]{0,40}\bend of (?:the )?month\b"
    r"|付清?全款|票到(?:即|后)?付|款到后?(?:发货|交货|提货)|先款后货|带款提货|货到付款"
    r"|先(?:开)?票[，,]?后?(?:付)?款|见票后?(?:即)?付款"
    rf"|预付{FEW}成|(?:货款|余款|尾款|款项)[^。；;]{{0,20}}(?:结清|付清|承兑|汇票|电汇)|(?:付款"
    rf"|结算)[^。；;，,]{{0,4}}[按照][^。；;]{{1,16}}执行",
    "payable|payment|paid|pay|due|invoice|price|terms|cash|advance|settle|kasse|nachnahme|zahl|款|票|成|结算",
    re.IGNORECASE,
)
NO_PAYMENT = Rare(
    r"逾期|违约|罚|赔|退|保函|质保金|\b(?:late|overdue|interest|penalt\w*|damages|cancel\w*|warrant\w*"
    r"|freight"
    r"|customs|dut(?:y|ies)|liab\w*|claim\w*|insur\w*|copy|copies)\b|verzug",
    "逾期|违约|罚|赔|退|保函|质保金|late|overdue|interest|penalt|damages|cancel|warrant|freight|customs"
    "|dut|liab"
    "|claim|insur|cop|verzug",
    re.IGNORECASE,
)
GOODS = Rare(
    r"\b(?:deliver\w*|ship(?:ped|ment|ping)?|dispatch\w*|arriv\w*|reach\w*|needed|we need|require[ds]?"
    r"|we expect|(?:be|are) here|on (?:our )?site|liefer\w*|benötig\w*|brauchen|eintreff\w*|anliefer\w*"
    r"|versand\w*)\b",
    "deliver|ship|dispatch|arriv|reach|need|requir|expect|here|on site|on our site|liefer|tig|brauch"
    "|eintreff|versand",
    re.IGNORECASE,
)
WANTED = late(rf"{WHEN}|{AT_ONCE}", re.IGNORECASE)
CHINESE = Rare(
    rf"{DAY}[^。；;，,]{{0,4}}?前?[^。；;，,]{{0,8}}?(?:送|运|交货|发货|到货|到厂|交齐|交付|到(?=$|[。！]))"
    rf"|{FEW}(?:个?工作日|天|日|周|个?星期|个?月)之?内[^。；;，,]{{0,6}}(?:送|交货|发货|到货|交齐|交付)"
    r"|(?:尽快|立即|马上|尽早|急需)[^。；;，,]{0,8}(?:发货|交货|送货|到货)|(?:此|本)[单批]货?加急",
    "送|运|交货|发货|到货|到厂|交齐|交付|到|加急",
)
NO_DELIVERY = Rare(
    r"逾期|延期|延迟|违约|罚|赔|验收|质保|发票|通知|回传|回签|确认|图纸|资料|证书|付"
    r"|\b(?:late|delay\w*|penalt\w*|damages|warrant\w*|inspect\w*|invoice\w*|confirm\w*|acknowledg\w*"
    r"|documents?"
    r"|drawings?|certificates?|samples?|notif\w*|inform\w*|advise|schedule|quot\w*|offers?|cancel\w*"
    r"|reports?|pay\w*"
    r"|paid|if|unless|claims?|insur\w*|rechnung\w*|bestätig\w*|auftragsbestätigung)\b|verzug",
    "逾期|延期|延迟|违约|罚|赔|验收|质保|发票|通知|回|确认|图纸|资料|证书|付|late|delay|penalt|damages"
    "|warrant|inspect|invoice|confirm|acknowledg|document|drawing|certificate|sample|notif|inform|advise"
    "|schedule|quot|offer|cancel|report|pay|paid|if|unless|claim|insur|rechnung|tig|verzug",
    re.IGNORECASE,
)
PLACES = Rare(
    r"\b(?:collect(?:ed|ion)?|pick(?:ed)?[- ]?up)\b[^.;]{0,40}\b"
    r"(?:by (?:us|our|the buyer|buyer)|from your|at your)\b"
    r"|\bwe (?:will |shall )?(?:collect|pick up)\b|\bself[- ]?(?:pick-?up|collection)\b"
    r"|\b(?:deliver|ship|send|dispatch)\w*\b[^.;]{0,40}\bto our (?:end )?(?:customer|client)\b"
    r"|\babgeholt\b|\bselbstabhol\w+\b|\babholung durch\b"
    r"|\b(?:an|in) unser(?:en|e)? (?:\w*lager|werk|kunden)\b"
    r"|自行提货|上门提货|(?<!收)自提(?![供出交取])|[发送寄](?:货)?(?:到|至|往|给)我[司方](?:的)?(?:客户"
    r"|工厂|仓库|现场)",
    "collect|pick|self|customer|client|abgeholt|abhol|unser|提|我",
    re.IGNORECASE,
)
TRADES = Rare(
    r"\bfree on board\b|\bcarriage paid to\b|\bc ?& ?f\b|\bcost (?:and|&) freight\b|\bab werk\b|(?:离岸"
    r"|到岸)价",
    "free on board|carriage|c&f|c & f|c& f|c &f|cost|ab werk|岸",
    re.IGNORECASE,
)

TAX = r"(?:税|\bvat\b|\bgst\b|\btax(?:es)?\b|mwst|\bust\b|\bmoms\b|\btva\b|\biva\b|\bbtw\b)"
TAXED = late(rf"\d\s*[%％][^.。;；]{{0,8}}{TAX}|{TAX}[^.。;；]{{0,24}}\d\s*[%％]", re.IGNORECASE)
OTHER_TAX = late(
    r"\b(?:with-?holding|income|stamp) (?:tax|duty)\b|预扣税|代扣税|所得税|印花税|关税", re.IGNORECASE
)
"""Taxes that no price holds: their rate is none of the order's."""

BASES = Rare(
    rf"{TAX}[^.;。；]{{0,60}}\b(?:in addition|on top|extra|added|additional(?:ly)?|excluded|included"
    rf"|inclusive|exclusive|hinzu\w*|zusätzlich|enthalten)\b"
    rf"|\b(?:plus|net of|before|without|excluding|including|free of|zuzüglich|zzgl\.?|ohne|inklusive)"
    rf"\s[^.;]{{0,24}}{TAX}"
    r"|税[^。；，]{0,8}(?:另|外加|已含|包含|包括|在内)|(?:含|包)[^。；，]{0,6}税",
    "税|vat|gst|tax|mwst|ust|moms|tva|iva|btw",
    re.IGNORECASE,
)
"""How a sentence says whether prices hold the tax."""
NO_BASIS = late(
    r"\b(?:import|withh\w+|dut(?:y|ies)|customs|levies|freight|invoices?|numbers?|id)\b|税号|税务|关税|发票|运费",
    re.IGNORECASE,
)

BASIS = late(r"(?:所有|全部|以上|上述)[^，。；\d]{0,6}价[^，。；\d]{0,4}含")


def says_basis(text: str) -> bool:
    """Tell whether a text says of all prices whether they hold the tax: it is no caption of its rate."""
    return BASIS.search(text) is not None


def is_taxed(text: str) -> bool:
    """Tell whether a text puts a percentage beside a word for tax."""
    return TAXED.search(OTHER_TAX.sub("", text)) is not None


def find(scope: Scope, topic: str) -> Run | None:
    """Return a text that tells in words alone how is paid, or when, where and on what terms is delivered."""
    tells = WAYS.get(topic)
    if tells is None:
        return None
    for run in sentences.paragraphs((*scope.runs, *scope.under)):
        if len(run.text) <= LONGEST and any(map(tells, END.split(run.text))):
            return run
    return None


def _pays(text: str) -> bool:
    return PAYS.search(text) is not None and NO_PAYMENT.search(text) is None


def _delivers(text: str) -> bool:
    told = CHINESE.search(text) or (GOODS.search(text) and WANTED.search(text))
    return bool(told) and NO_DELIVERY.search(text) is None


def _places(text: str) -> bool:
    return PLACES.search(text) is not None


def _says_basis(text: str) -> bool:
    return BASES.search(text) is not None and NO_BASIS.search(text) is None


def _trades(text: str) -> bool:
    return TRADES.search(text) is not None


WAYS: Mapping[str, Callable[[str], bool]] = {
    "payment": _pays,
    "delivery": _delivers,
    "place": _places,
    "incoterms": _trades,
    "basis": _says_basis,
}
"""How a sentence tells a topic."""
