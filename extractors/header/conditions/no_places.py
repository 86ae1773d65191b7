"""What stands beside a label of the place and is none: a time, a carrier, a person, a notice to come.

"Ship to: will be advised later", "Deliver to: Mr. Lars Holm", 交货地点：以采购员通知为准, 交货地点：快递.
"""

import re

from extractors.fields import payment, periods, place_asides
from extractors.header.labelling import address_lines, plain_addresses
from extractors.late import late
from extractors.page.runs import IDEOGRAPH

TOLD_LATER = late(
    r"(?:指定|约定)的?(?:交货|收货|交付)?(?:地[点址]|处所)|通知|另行|待(?:定|确认)|告知|(?:电话|提前)联系"
    r"|\b(?:notice|notif\w+|advised?|informed?|announced|tb[acd]|later)\b|\bwill be\b"
    r"|^\W*(?:siehe|laut|lt\.|gemäß|wie|wird)(?!\w)|\bvia (?:separate|e-?mail)\b",
    re.IGNORECASE,
)
"""A place that somebody tells later, or that stands elsewhere."""
SENT_BY = late(
    r"(?:by |per |via )?(?:own |our |your |express )?(?:courier|trucks?|lorry|air|sea|ocean|road|rail"
    r"|express|post|parcel|(?:dhl|ups|fedex|tnt|dpd|gls)\b.{0,30})(?:[ -]?(?:freight|service|transport"
    r"|cargo))?"
    r"|(?:走|发)?(?:快递|物流|汽运|陆运|空运|海运|铁运|零担|专车|顺丰|德邦)(?:发货|运输|配送|到付|直达)?",
    re.IGNORECASE,
)
"""How goods travel."""
CARRIED = late(
    r"by (?:air|sea|ocean|road|rail|truck|courier)(?:[ -]?(?:freight|cargo|transport))?\s+"
    r"(?:through|via|with|using|freight|collect)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""How goods travel, and with whom: "By air freight through our nominated forwarder"."""
PERSON = late(
    r"(?:(?:attn|attention|z\. ?hd)\b\W*)?(?:mr|mrs|ms|herrn?|frau|mme|sra?|sig|sig\.?ra|dott|dhr"
    r"|mevr|hr|fru)\b\.?\s[^\d,]{2,30}(?:,\s?[^\d,]{2,20})?"
    r"|[\u4e00-\u9fff]{1,4}[\s,，:：(（]*(?:电话|手机|tel)?[\s:：]*1\d{10}[)）]?"
    r"|[\u4e00-\u9fff]{2,4}(?:先生|女士|小姐)",
    re.IGNORECASE,
)
MAILED = late(r"\S+@\S+\.\w+")
SEVERAL = late(
    r"(?:\b(?:items?|pos\.?|position|lines?)\s*\d{1,3}\b.*){2}|(?:第?\s?\d{1,3}\s?[、，]?(?:项|行).*){2}",
    re.IGNORECASE,
)
"""Items that go to places of their own."""
MANY = late(r"various|several|multiple|divers\w*|mehrere|verschiedene|多[处地点]|各[地处]", re.IGNORECASE)
CHANGING = late(
    r"\b(?:until|no longer|instead of)\b|^\s*not\s|\bbis (?:zum )?\d|不再|改[至为到]|搬[迁离走]|已迁"
    r"|新地址|请?勿[送发]|[暂已]停"
    r"|停用|作废|废弃|已?关闭|[旧原]址(?![路街道巷])|不要[送发]"
    r"|\b(?:closed|disused|former|formerly|old (?:site|plant|works|address)|geschlossen|ehemals|moved"
    r"|relocated"
    r"|vacated|(?:do|does) not|samples? only|only (?:for )?samples?|nicht mehr|verlegt|umgezogen)\b",
    re.IGNORECASE,
)
"""A place that holds up to a day, in the stead of another, or no longer."""
AGAIN = late(
    r"(?:[收交送到卸接][货貨](?:地址|地[点點]|[单單]位)(?=.{4})|目的地(?=.{4})|指运地|到站"
    r"|\b(?:(?:un)?loading|off-?loading) (?:point|place)"
    r"|\b(?:ship|deliver)(?:y)?[ -]?to\b|\b(?:delivery|shipping) address|\bplace of (?:delivery|receipt)"
    r"|\bdestination\b"
    r"|\bconsignee\b|\b(?:ablade|entlade|liefer)(?:stelle|ort|adresse|anschrift)\b)",
    re.IGNORECASE,
)
"""The label of another place amid a text: what two lines state is joined."""
BEFORE = 6
"""So much of the first place stands before the label of a second one, and no bracket that the label is"
" in."""
TWO = late(r"\s[/|]\s|\s(?:or|oder|ou|bzw\.|resp\.)\s|或者?|[;；]", re.IGNORECASE)
"""What parts two places beside one label."""
ACCOUNT = late(
    r"\ba/c\b|\baccount (?:no|number)\b|\bacct\b|\bswift\b|\biban\b|开户[行银]|[账帐]号|[账帐]户"
    r"|银行[^，。；]{0,24}\d{4}[\d ]{8,}",
    re.IGNORECASE,
)
"""Where money goes, and no goods: "Bank of China Tianjin, A/C 2771 0580 3312"."""
EDGES = " \t.,;。；，"


def is_none(text: str) -> bool:
    """Tell whether a text beside a label of the place states no single place."""
    bare = text.strip(EDGES)
    if any(each.search(bare) for each in (SEVERAL, ACCOUNT)):
        return True
    if CHANGING.search(place_asides.RESTS.sub("", bare)) or place_asides.is_doubtful(bare) or are_two(bare):
        return True
    if TOLD_LATER.search(bare) and not plain_addresses.is_address(bare):
        return True
    if is_way(bare) or any(each.fullmatch(bare) is not None for each in (PERSON, MAILED, MANY)):
        return True
    return periods.parse(bare) is not None or payment.parse(bare) is not None


def is_way(text: str) -> bool:
    """Tell whether a text says how the goods travel, and not to where."""
    bare = text.strip(EDGES)
    return any(each.fullmatch(bare) is not None for each in (SENT_BY, CARRIED))


def are_two(text: str) -> bool:
    """Tell whether two places stand in one text: behind a label of its own, or two whole addresses.

    The same in two scripts is one.
    """
    again = any(each.start() >= BEFORE and not _is_aside(text, each.start()) for each in AGAIN.finditer(text))
    addresses = [each for each in TWO.split(text) if _is_placed(each)]
    scripts = {IDEOGRAPH.search(each) is not None for each in addresses}
    return again or len(scripts) < len(addresses)


def _is_aside(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in {"(", "（", ":", "："}


def _is_placed(text: str) -> bool:
    """Tell whether a text holds a street or a town of its own, with its number."""
    parts = [each.strip() for each in text.split(",")]
    located = (each.search(part) for part in parts for each in (address_lines.STREET, address_lines.TOWN))
    return any(map(str.isdigit, text)) and any(located)
