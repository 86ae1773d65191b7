"""What headings of money are called that are no field of ours (`sap.columns`)."""

import functools
import re
from enum import StrEnum

from extractors.fields.text import plain


class Kind(StrEnum):
    """What the heading of a column speaks of."""

    UNIT = "unit"
    PRICE = "price"
    DISCOUNT = "discount"
    SURCHARGE = "surcharge"
    VALUE = "value"
    LEAST = "least"


NO_MONEY = re.compile(
    r"\b(?:type|group|procedure|date|category|class|determination|indicator|status|level|list|reason|source"
    r"|agent|valid|remarks?|notes?|comments?|number|no|id|code|weights?|pages?|items|positions|terms"
    r"|currency"
    r"|curr|qty|quantity|menge|probability|expected|statistical|statistics|credit|insured|budget"
    r"|margin|profit"
    r"|exchange|days|points|time|version|cancell?ation|restocking)\b"
    r"|\b(?:tax|vat|gst) (?:amount|value|total|code|rate)|^(?:tax|vat|gst|mwst|ust)\b"
    r"|steuer(?:betrag|satz|wert|$)|gewicht|währung|datum|gruppe|bemerkung|free of charge|cash disc"
    r"|(?:rebate|discount) basis|subtotal [1-6]$|rabattbasis"
    r"|重量|数量|日期|类型|类别|组|状态|原因|来源|有效|备注|说明|编?号|币|税率|税额|增值税|消费税|概率"
    r"|预期|预计"
    r"|信用|预算|毛利|利润|汇率|条款|方式|天数|周期|时间|版本|免费|人$|员$|单$",
    re.IGNORECASE,
)
"""What a heading speaks of that is no money of the offer's."""
HEAD = re.compile(
    r"(?:discount|rebate|rabatt|nachlass|abschlag|remise|折扣|优惠|让利)(?: ?%| ?\(%\)| rate| in %|率)?$",
    re.IGNORECASE,
)
"""A heading that ends so is a discount, of whatever it is: quantity discount, 客户组折扣."""
HEDGED = re.compile(
    r"\b(?:type|group|category|class|level|version|qty|quantity|menge|date|valid)\b|gruppe|数量|类型"
    r"|类别|级别|组|版本",
    re.IGNORECASE,
)
"""What makes a code of a price, which has no decimals, or else one more price."""
CHARGED = re.compile(
    r"\bpack(?:ing|aging)?\b|verpackung|包装|certificat|zeugnis|证书|\btransport|insurance"
    r"|versicherung|保险|inspection|检验"
    r"|documentation|commission|provision|handling|engineering|install|montage|安装|training|培训"
    r"|\btests?\b|测试|crating|木箱",
    re.IGNORECASE,
)
"""What may be charged beside a price, if there is a sum of money under it."""
CONDITIONS = (
    (re.compile(r"(?:K\d{3}|K[A-Z]\d{2}|H[A-D]\d{2}|R[A-D]\d{2})"), Kind.DISCOUNT),
    (re.compile(r"(?:PR\d{2}|ZPR\w|PN\d{2}|PB\d{2})"), Kind.PRICE),
    (re.compile(r"(?:Z[A-Z]\d{2}|HM\d{2}|FR\d{2}|MTZ)"), Kind.SURCHARGE),
)
"""Types of conditions (KONV-KSCHL), as SAP and its users call them."""
UNOFFERED = re.compile(
    r"\blist|catalog|before disc|indicat|\bcost|referen"
    r"|\b(?:old|last|previous|former|past|standard|moving|average|market|competitors?|purchase"
    r"|purchasing|buying"
    r"|transfer|retail|rrp|msrp|historical|target|estimated)\b"
    r"|折前|目录|面价|标价|参考|成本|原价|采购|进价|上次|历史|旧价|市场价|目标|标准价|移动平均|零售|指导价"
    r"|einkauf|kosten|selbstkosten|ausgangspreis|bisherig",
    re.IGNORECASE,
)
"""What a heading says of a price that nobody is offered; what is offered stands beside it."""
WORDS = {
    Kind.LEAST: (
        r"\bmoq\b|\bmin(?:imum|imal|\.)? ?(?:order(?! value)|qty|quantity|purchase|lot)|^scales?$|staffel"
        r"|\bscale (?:qty|quantity|from|price|break)|mindest(?:menge|best|abnahme)"
        r"|^min(?:imum|dest)?\.?$|\bmultiples?\b|vielfach|倍数|\blot size|losgröße|\bvpe\b|pack(?:ing"
        r"|age|aging)? (?:size|qty"
        r"|quantity|unit)|verpackungs(?:einheit|menge)"
        r"|包装数|装箱数|批量|最小包装"
        r"|\b(?:from|break|tier) (?:qty|quantity)|price breaks?"
        r"|起订|起批|起售|阶梯|最[小少低](?:订|起|批|采|购|数)"
    ),
    Kind.UNIT: (
        r"^u?pe$|^fa[ck]tor$|preisfaktor|\bpric(?:e|ing) ?(?:unit|base|basis|uom|um|qty|quantity|for"
        r"|factor)\b|\bunit of price\b"
        r"|preiseinheit|preisbasis|preismenge|peinh|kpein|kmein|(?:计价|定价|价格?)(?:单位|数量|基数"
        r"|基准|倍数)"
    ),
    Kind.PRICE: (
        r"\bprices?\b(?! ?(?:disc|reduc|surch|incr))"
        r"|(?:preis|prix|precio|prezzo|preço|prijs)(?!nach|gruppe|liste)"
        r"|\bbafo\b|^negotiated$|best and final|final offer|^(?:ep|e-?preis|vk|nego)\.?$|协议价|成交价"
        r"|^(?:unit )?rate$|(?<![报询评议比])价(?!税|格?折|格?优惠)|报价$"
    ),
    Kind.DISCOUNT: (
        r"\bdis(?:c|count|counts|counted)\b|reduction|rebate|rabatt|nachlass|abschlag|remise|rabais"
        r"|descuento"
        r"|desconto|sconto|korting|折(?!弯)|优惠(?!券)|让利|减价|下浮|返利|降价"
    ),
    Kind.SURCHARGE: (
        r"surcharge|\b(?:extra|additional|handling|packing|service|shipping|delivery|transport) charge"
        r"|\bcharges\b"
        r"|zuschlag|zuschläge|aufschlag|aufpreis|mark-?up|uplift|\bincrease|supplement|recargo|toeslag"
        r"|maggiorazione|\bfees?\b|freight|fracht|packing cost|tooling|set-?up|附加|加价|加急|上浮|费"
    ),
    Kind.VALUE: (
        r"\b(?:sub)?totals?\b|\bamounts?\b|\bvalue\b|\bsum\b|\bextended\b|betrag|summe|gesamt|montant"
        r"|importe"
        r"|\b(?:netto|brutto|gesamt|positions|waren|auftrags)?wert\b|\bvalor\b|importo"
        r"|小计|合计|总计|总额|金额|货值|价税"
    ),
}
"""What headings speak of, by the words they say it with; the first kind counts."""
SEARCHES = {each: re.compile(words, re.IGNORECASE) for each, words in WORDS.items()}


@functools.lru_cache(maxsize=4096)
def hedged(heading: str) -> Kind | None:
    """Return what a heading speaks of only where a sum of money, or what it is for, stands under it."""
    name = plain(heading)
    if kind(heading) is not None or UNOFFERED.search(name):
        return None
    if CHARGED.search(name) and not NO_MONEY.search(name):
        return Kind.SURCHARGE
    price = SEARCHES[Kind.PRICE].search(name) and HEDGED.search(name)
    return Kind.PRICE if price and not NO_MONEY.search(HEDGED.sub(" ", name)) else None


def speaks_of_money(heading: str) -> bool:
    """Tell whether anything in a heading is a word of prices, discounts, charges or values."""
    return any(SEARCHES[each].search(plain(heading)) for each in SEARCHES)


@functools.lru_cache(maxsize=4096)
def kind(heading: str) -> Kind | None:
    """Return what a heading speaks of; None where it is nothing that makes a price another one."""
    name = plain(heading)
    condition = next((each for code, each in CONDITIONS if code.fullmatch(name.strip())), None)
    if condition is not None or HEAD.search(name):
        return condition or Kind.DISCOUNT
    found = next((each for each, search in SEARCHES.items() if search.search(name)), None)
    if found in {Kind.UNIT, Kind.LEAST}:
        return found
    return None if UNOFFERED.search(name) or NO_MONEY.search(name) else found
