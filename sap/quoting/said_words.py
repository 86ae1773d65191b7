"""Words of titles and notes of a list, by what they say of all its items."""

import re


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


PRICES = _words(
    r"\bprices\b|\bprice (?:per|is|in|for|basis|unit|incl|excl|subject)|\bpreise\b|\bpreis (?:pro|je"
    r"|in|zzgl|inkl)",
    r"单价|价格(?!表|清单|明细|单\b|目录|汇总)|\bper \d|(?:\b[A-Z]{3}|元|€|\$) ?/ ?\d|百件|千件|含税"
    r"|未税|增值税|专票",
    r"\b(?:vat|tax|taxes|mwst|ust|gst)\b(?! ?(?:no\b|number|id\b|reg|nr))|\bcurrency\b|币种|货币"
    r"|währung|\bamounts in\b",
    r"单位[:：] ?(?:元|万元|千元|人民币|美元|欧元|[A-Z]{3}\b)|\b[TkK]€|\bin (?:1[,. ']?000|thousands?"
    r"|tausend)\b|千元|万元",
)
"""What speaks of what things cost; harmless where the items say the same."""
SCALED = re.compile(r"\b[TkK](?:€|(?:EUR|USD|CNY|RMB)\b)|\bin (?:1[,. ']?000|thousands?|tausend)\b|千元|万元")
"""Amounts of which each is many."""
CHARGES = _words(
    r"\bdiscounts?\b|\brebate|\bsurcharge|\bfreight\b|\bless \d|\d ?% ?(?:off|less|reduction|on all"
    r"|surcharge)|\bplus\b.{0,30}\d ?%",
    r"\bplus (?:packing|packaging|freight|transport|handling|insurance)|\bpacking (?:extra|not incl|\d)",
    r"rabatt|nachlass|zuschlag|abschlag|zzgl\.? (?!\d{0,2} ?%? ?(?:mwst|ust|umsatz|mehrwert|ges))"
    r"|\bfracht|verpackungskosten",
    r"折扣|优惠|附加费|运费|包装费|下浮|上浮|让利|[\d一二三四五六七八九]折|另计|另加",
)
"""What comes to the prices, or off them; no item says that."""
AMOUNTS = _words(
    r"\bmoq\b|\bminimum (?:order|qty|quant|purchase|value)|mindest(?:best|menge|abnahme)|起订|起批"
    r"|最[小低少](?:订|起)",
    r"\bquantit(?:y|ies) (?:are )?in\b|\bquantit\w* (?:unit|per)|\bunits? ?:|mengen? in\b"
    r"|mengeneinheit ?:|\bin (?:boxes|packs|cartons|dozens?)\b",
    r"数量单位|计量单位|单位[:：] ?[盒箱包卷桶袋打]|以[盒箱包卷桶袋打]为单位",
)
"""How much is one, and how much is ordered at least."""
OTHERS = {
    "valid_to": _words(r"\bvalid\b|\bvalidity\b|\bexpir|gültig|有效期|有效至|失效"),
    "payment_terms": _words(r"\bpayment|\bpayable|\bprepay|zahlung|vorkasse|付款|结算|账期|款到|预付"),
    "incoterms": _words(r"\bincoterms?\b|\bdelivery terms\b|贸易条款|价格条款|交货条件"),
    "delivery_date": _words(
        r"\bdelivery (?:time|period|date|week|within|in|by|from|ex|approx)|\bdelivered\b|\blead ?time",
        r"\bdispatch|\bshipment|liefer(?:zeit|frist|termin|bar)|交[货付][期时周日]|交期|[货工]期|发货",
    ),
}
"""What speaks of the rest that an order is held against, by the field that says it of an item."""
TAKEN_BACK = _words(
    r"\bcancel(?!l?able)|\bvoid\b|\bwithdrawn|\bsupersed|\breplaced\b|\bdraft\b|\bbudget(?:ary)?\b"
    r"|\bindicati|\binvalid"
    r"|not binding|non-binding|\bdo not use|\bnot (?:to be used|for use|valid|released|approved)"
    r"|\bno longer\b|\bobsolete"
    r"|\b(?:old|outdated|previous) (?:list|version|offers?|quot\w*|prices?)|\b(?:is|are|has|have|was"
    r"|were|offers?|quot\w*) expired"
    r"|\bexpired (?:offers?|quot\w*|list)|\bpreliminary\b|\bprovisional\b|\btest (?:list|data)\b"
    r"|\bfor information only"
    r"|\binternal (?:calculation|use|only)|\bnot for customers?\b|\barchived?\b|\blost (?:quot|offer"
    r"|deal)|\brejected (?:quot|offer)"
    r"|\bhistor(?:y|ic|ical)\b|\btemplate\b|\bsample (?:list|quot|data)|\b(?:list|quotations?"
    r"|prices) on hold",
    r"nur zur information|interne kalkulation|kalkulation intern|archiv|historisch|\bmuster(?:liste"
    r"|angebot)?\b|storniert|unverbindlich|entwurf|freibleibend|ungültig|nicht (?:mehr )?(?:gültig"
    r"|verwenden"
    r"|freigegeben)|zurückgezogen"
    r"|ersetzt|veraltet|überholt|abgelaufen|vorläufig|alte (?:liste|version|angebote|preise)|richtpreis",
    r"未中标|历史报价|历史价|存档|归档|内部测算|样例|模板|作废|作廢|取消|草稿|仅供参考|僅供參考|无效"
    r"|無效|已?过期|已?過期|失效的|停用|不可使用|请勿使用"
    r"|勿用|旧版|已?被?替[代换]|撤回|撤销|暂定|预算报价",
)
"""What takes a whole list back, or says that nobody offers what stands in it."""
CHANGED = _words(
    r"[+±] ?\d+ ?(?:weeks?|days?|months?|wochen?|tage?|monate?|[周天日]|个月)|\bextend|\bpostpon"
    r"|\bdelayed\b|\bdelays?\b|\blonger\b"
    r"|\bholidays?\b|\bshutdown\b|\bonly (?:if|when|for|together|with|as a)\b|\b(?:valid"
    r"|holds?) only\b|\bif all\b|\bsubject to\b",
    r"verläng|verschieb|verschob|verzöger|betriebsferien|\bnur (?:wenn|bei|für|als|zusammen|gültig)"
    r"|vorbehaltlich|vorbehalten",
    r"顺延|順延|延长|延期|延后|推迟|节假日|放假|停工|整单有效|整单订购|仅当|僅當|全部订购|方为?有效|方可",
)
"""What changes what the rows say, or holds on a condition alone."""
NONE_OF_IT = re.compile(
    r"\b(?:without|excl\w*\.?|excluding|no|not)\s+(?:\w+\s+)?(?:cancel\w*|expired|void|withdrawn"
    r"|superseded|replaced|draft\w*)"
    r"|\b(?:incl\w*\.?|including|with|show|mit|inkl\.?)\s+(?:\w+\s+){0,2}(?:cancel\w*|expired"
    r"|withdrawn|storniert\w*)[^:]{0,20}: ?"
    r"(?:no|none|nein|false)\b"
    r"|ohne (?:\w+ )?(?:storn\w*|abgelauf\w*|entw\w*)|(?:不含|不包括|排除|无|剔除)(?:已)?(?:取消|作废"
    r"|过期|失效|删除)",
    re.IGNORECASE,
)
"""How a list says that nothing of the sort is in it."""
SUM = re.compile(r"total|\bsum\b|合计|小计|总计|summe", re.IGNORECASE)
PLAIN_SUM = re.compile(
    r"(?:(?:grand|sub|net|gross)?[- ]?totals?|amount|sum|summe|gesamt(?:betrag|summe)?|netto|brutto"
    r"|net|gross"
    r"|incl(?:uding|\.)?|excl(?:uding|\.)?|inkl\.?|exkl\.?|vat|tax|mwst|ust|gst|\d{1,2} ?%"
    r"|合计|小计|总计|总价|总额|不?含税|未税|价税|[\W_])+",
    re.IGNORECASE,
)
"""What a sum beside its amount is called."""
LISTED = re.compile(
    r"\b(?:list of|open|our|all)?\s?(?:quotations?|offers?|lists?|angebotsliste|preisliste|angebote"
    r"|liste)\b|报价清单|报价一览表?|清单|一览表",
    re.IGNORECASE,
)
"""What a title calls the list itself."""
