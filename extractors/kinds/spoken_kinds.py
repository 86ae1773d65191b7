"""What a paper without a telling title is: by the sentences and labels in it, and by whether it has items."""

import re
from collections.abc import Sequence

from extractors.late import late
from extractors.page.runs import Run, evidence
from models.page import SourceDocument
from models.reading import Evidence, Kind

ORDERING = late(
    r"订购|采购以下|下单|采购订单|订单号|订单编号|请确认并安排|purchase order|we (?:hereby )?order"
    r"|please supply|our order|order no|po no|po number|ordered by|order reference"
    r"|\bp\.\s?o\.?\s*(?:no|number|nr|date|#)|\border (?:number|no|date|ref|details)\b"
    r"|bestell(?:ung|-?nr|nummer|datum)"
    r"|(?:following|this|an|our|new|official) order\b|\bour p\.?o\b|\bpo (?:ref|date|id)\b|注文番号|発注番号"
    r"|\bp\.?o\.?\s*[:#]?\s*\S*\d|订货|采购单|下达.{0,6}订单|以下订单|如下订单"
    r"|\bordine (?:a |d[i'’]|n)|\b(?:bon de commande|commande (?:n|fournisseur))"
    r"|\b(?:pedido (?:a |de |n)|orden de compra)"
    r"|\b(?:inkooporder|bestelnummer|inköpsorder|innkjøpsordre|indkøbsordre|ostotilaus)"
    r"|\bconfirm (?:the|our|this) order\b|(?:本次|此次|本批|我[司方])(?:的)?(?:采购)?订单",
    re.IGNORECASE,
)
PLACING = late(
    r"订购下列|订购以下|订购如下|采购下列|采购以下|购买以下|we (?:hereby )?(?:order|place)|please supply"
    r"|please book the following|this order is subject|order is placed"
    r"|\bplac(?:e|ing) (?:with you )?(?:our|this) (?:firm |official |purchase |following )*order\b"
    r"|\bwe (?:would|should|'d) like to (?:order|purchase|buy)\b"
    r"|\b(?:we|i) (?:hereby )?confirm (?:the|our|this|my) order for\b"
    r"|\b(?:take|accept|treat|regard|consider) this (?:e-?mail|mail|letter|message) as (?:our|an|my)\b"
    r"[^,.;]{0,20}\border\b"
    r"|\b(?:proceed with|book|enter|process) (?:our|this|the following) (?:purchase )?order\b"
    r"|\bpleased to (?:order|place)\b|\brufen wir[^.;]{0,40}\bab\b|wir bestellen|bestellen wir"
    r"|hiermit bestellen|^wir erteilen ihnen (?:hiermit )?(?:den )?folgenden (?:liefer)?auftrag\s*:"
    r"|(?:\bhiermit|\bauf (?:der )?(?:grundlage|basis)\b[^.;]{0,40}|\baufgrund\b[^.;]{0,40}) erteilen wir"
    r" (?:ihnen|hiermit)[^.;]{0,60}(?:liefer)?auftrag\b(?![^.;]{0,30}\bnicht\b)"
    r"|按(?:照)?(?:以下|下列|如下|下述|下表)[^，。；,;]{0,8}(?:下单|订购|采购|排产|备货)"
    r"|(?:[现兹特今]|决定|本次|此次)[^，。；,;拟欲询]{0,6}向[贵你您][^，。；,;拟欲询]{0,8}(?:订购|订货|采购|下单|下达订单)(?!的|[意询计])"
    r"|确认(?:购买|订购|采购|下单|订货)(?!后|[合意])|按[^，。；,;]{0,12}报价[^，。；,;]{0,24}(?:下单|订货|订购|安排生产|定了|订了)"
    r"|请(?:帮|给|为)?(?:忙|我们|我司|我方|我)?(?:安排)?备(?:一下)?货|需要?(?:向贵[司方公厂][^，。；,;]{0,4})?采购[^，。；,;]{0,16}如下"
    r"|按[^。；;]{0,24}(?:报来?的?|谈好的?|说好的?)[^。；;]{0,24}执行[^。；;]{0,24}安排"
    r"|(?<![指约预规没沒未不别果若想要])[订定](?:下面|以下|下列|这)(?:几样|几种|些|的?(?:东西|货|配件|备件|产品))"
    r"(?![^。]*(?:吗|嗎|多少钱|[?？]))"
    r"|(?<!询)(?:下单|订购|订货)(?:的?(?:内容|明细|清单|产品|信息))?如下|下列订单|以下为我[司方][^，。；,;]{0,6}订单",
    re.IGNORECASE,
)
"""Sentences that place an order, also where no table of items was recognised."""
NO_ORDER = late(
    r"退货|退回|退款|对账|對賬|欠款|不要了|取消|投诉|投訴|破损|坏了|多少钱|报个价|请报价"
    r"|\breturn(?:s|ed|ing)\b|\breturn (?:of|these|the|them|to)\b"
    r"|\bcredit (?:note|memo|us)\b|\bplease credit\b|\brefund|\bcomplain|\bbroken\b|\bdamaged\b"
    r"|\bstatement of account|\b(?:have|already|were|was) paid\b|\bcancel|\bwould you charge\b|\bhow much\b"
    r"|\bplease quote\b|\brücksendung|\breklamation|\bstorno",
    re.IGNORECASE,
)
"""What letters speak of that list goods and order none."""
QUOTING = late(
    r"报价有效期|报价如下|以上报价|报价单[^，。,]{0,20}已发出|有效期(?:至|为?\s?\d+\s?[天日])"
    r"|valid (?:for \d|until)|validity|we are pleased to (?:quote|offer)",
    re.IGNORECASE,
)
PARTIES = late(r"需方|买方")
"""Labels of who buys, in an order or a contract."""
CONTRACTING = late(r"(?<!原)合同(?:编号|编码|号)|\bcontract (?:no|number)\b", re.IGNORECASE)
"""Labels of a contract's own number."""
INVOICING = late(
    r"发票号码|发票代码|invoice\s*(?:no|number|date|#|month|period)|rechnungs-?\s?(?:nr|nummer|datum|betrag)"
    r"|\brechnung\s+(?:nr|no)|amount due|please remit|num[eé]ro de facture|factuur(?:nummer|datum)"
    r"|receipt\s*(?:no|#)",
    re.IGNORECASE,
)
SHORT = 60
"""A line that says what the paper is is short; in a sentence an order may speak of its invoice."""
DRAWING = late(
    r"\b(?:scale|dwg|drawn|sheet size|third angle|title block|tolerances?|projection)\b"
    r"|比例|图样标记|设计|校核|标准化|视图|未注公差",
    re.IGNORECASE,
)


NUMBERED = late(
    r"\s*(?:(?:our )?(?:purchase )?order (?:no|nr|number|ref)\b|p\.?\s?o\.? ?(?:no|number|#)"
    r"|bestell-?(?:nr|nummer)"
    r"|(?:采购)?订单(?:号|编号)|采购(?:订单|单)号?\s*[:：]?\s*[A-Z]{0,6}\d)",
    re.IGNORECASE,
)
"""The label of an order's number."""
PRICED = late(
    r"\bunit price|\bprice (?:per|/) ?unit|\bprice each|einzelpreis|stückpreis|单价|單價", re.IGNORECASE
)
TERMS = (
    late(r"\bpayment|zahlung|付款|结算方式", re.IGNORECASE),
    late(r"\bcurrency|währung|币[种别]|幣別", re.IGNORECASE),
    late(r"\bdelivery|\bship to|lieferung|liefertermin|交货|送货|到货|收货", re.IGNORECASE),
    late(r"\bquantity|\bqty|menge|数量|數量", re.IGNORECASE),
    late(r"\bsupplier|\bvendor|\bseller|lieferant|供应商|供方|卖方|供應商", re.IGNORECASE),
    late(r"\btotal|\bsum\b|gesamt|总额|合计|总价|價稅合計", re.IGNORECASE),
)
"""What orders state besides."""
ENOUGH = 4


BLOCK = (
    late(r"\bscale\b|比例|maßstab", re.IGNORECASE),
    late(
        r"^\s*(?:dwg|drawing|drg)\.? ?(?:no|nr|number)\b|^\s*图样(?:代号|名称)|^\s*zeichnungs-?nr",
        re.IGNORECASE,
    ),
    late(r"^\s*drawn\b|^\s*designed\b|^\s*制图|^\s*gezeichnet", re.IGNORECASE),
    late(r"^\s*checked\b|^\s*校核|^\s*标准化|^\s*geprüft", re.IGNORECASE),
    late(r"^\s*rev(?:ision)?\b", re.IGNORECASE),
    late(r"\btolerances?\b|\bprojection\b|未注公差|图样标记|第\s?张", re.IGNORECASE),
)
"""What the title block of a drawing states (ISO 7200)."""
MARKED = 3
TRADED = late(
    r"\border\b|\bp\.?o\.?\b|quotation|invoice|supplier|vendor|deliver|price|total|bestell|angebot|lieferant|preis"
    r"|订单|订货|采购|合同|报价|发票|[供需买卖甲乙]方|供应商|合计|总价|金额|交货|单号|委托|加工费",
    re.IGNORECASE,
)


AWARD = late(
    r"\bletter of (?:award|acceptance)\b|\bnotice of award\b|\baward letter\b|\bauftragsschreiben\b"
    r"|\bzuschlag|中标通知|成交通知|中选通知",
    re.IGNORECASE,
)
"""The title of a letter that awards an order, and may place it as well."""
AWARDING = late(
    r"\baward you (?:this|the|our|an?) [^.;]{0,24}order\b|\bask you to supply\b|\bdeliver the following\b",
    re.IGNORECASE,
)


def is_awarding(title: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a letter of award places the order itself: it bears its number, and a sentence says so."""
    if AWARD.search(title.text) is None or not any(NUMBERED.match(run.text) for run in runs):
        return False
    return any(PLACING.search(run.text) or AWARDING.search(run.text) for run in runs)


def _has_title_block(runs: Sequence[Run]) -> bool:
    """Tell whether a paper that lists parts has the title block of a drawing, and no price and no order."""
    texts = [run.text for run in runs]
    marked = sum(any(each.search(text) for text in texts if len(text) < SHORT) for each in BLOCK)
    traded = any(PRICED.search(text) or TRADED.search(text) for text in texts)
    scaled = any(BLOCK[0].search(text) for text in texts)
    return scaled and marked >= MARKED and not traded


def _says(run: Run, kind: Kind) -> bool:
    """Tell whether a line says the kind: that of an invoice is a label, not "invoice date" ending a text."""
    return kind is not Kind.INVOICE or (len(run.text) < SHORT and not run.text[0].islower())


def _is_priced_order(runs: Sequence[Run]) -> bool:
    """Tell whether a paper whose items were not understood has a number of an order, prices and terms."""
    texts = [run.text for run in runs if len(run.text) < SHORT]
    ordered = any(NUMBERED.match(text) for text in texts)
    priced = any(PRICED.search(text) for text in texts)
    termed = sum(any(each.search(text) for text in texts) for each in TERMS)
    return ordered and priced and termed >= ENOUGH


def kind_of(
    document: SourceDocument, runs: Sequence[Run], *, has_items: bool
) -> tuple[Kind, Evidence | None]:
    """Return the kind of a paper without a title, and the line that decided it."""
    for pattern, kind in (
        (INVOICING, Kind.INVOICE),
        (ORDERING, Kind.PURCHASE_ORDER),
        (CONTRACTING, Kind.CONTRACT),
        (PARTIES, Kind.PURCHASE_ORDER),
        (QUOTING, Kind.QUOTATION),
    ):
        deciding = [run for run in runs if pattern.search(run.text) and _says(run, kind)]
        if kind is Kind.INVOICE and len(deciding) == 1 and any(ORDERING.search(run.text) for run in runs):
            continue
        if deciding and (has_items or (kind is Kind.INVOICE and len(deciding) > 1)):
            return kind, evidence(deciding[0])
    said = next((run for run in runs if PLACING.search(run.text)), None)
    if said is not None:
        return Kind.PURCHASE_ORDER, evidence(said)
    words = sum(len(page.words) for page in document.pages)
    drawn = next((run for run in runs if DRAWING.search(run.text)), None)
    if drawn is not None and words < 400 and (not has_items or _has_title_block(runs)):
        return Kind.DRAWING, evidence(drawn)
    if _is_priced_order(runs):
        return Kind.PURCHASE_ORDER, None
    lines = sum(len(page.rulings) for page in document.pages)
    if not has_items and words < 60 and lines > words / 3:
        return Kind.DRAWING, None
    return (Kind.PURCHASE_ORDER, None) if has_items else (Kind.OTHER, None)
