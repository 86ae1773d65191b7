"""The words of composed shapes (`wording.toml`), and the texts between and under items, by language."""

# ruff: noqa: E501 - a row of texts stays a line

import tomllib
from importlib.resources import files

Words = dict[str, tuple[str, ...]]
"""The words for one thing, by language."""


def _read() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("bench.layouts.shapes").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


WORDS: dict[str, dict[str, Words]] = {
    name: {
        thing: {language: tuple(words) for language, words in said.items()} for thing, said in things.items()
    }
    for name, things in _read().items()
}
"""`heads` of columns, `short` labels under items, `over` two-level headings, `labels` of header data, `sums`."""

TITLES: Words = {
    "purchase_order": ("采购订单", "PURCHASE ORDER", "Bestellung"),
    "contract": ("采购合同", "PURCHASE CONTRACT", "Kaufvertrag"),
}
"""By kind of paper: Chinese, English, German."""

CONDITIONS: Words = {
    "zh": ("附材质证明 EN 10204-3.1", "包装：纸箱，每箱2件", "出厂前须做水压试验 1.6MPa", "质保期 18 个月", "原产地：中国", "须激光打标位号 P-1203A"),
    "en": ("With material certificate EN 10204-3.1", "Packing: carton, 2 per box", "Hydrostatic test at 16 bar", "Warranty 18 months", "Country of origin: CN", "To be laser marked with tag P-1203A"),
    "de": ("Mit Abnahmeprüfzeugnis EN 10204-3.1", "Verpackung: Karton zu 2 Stück", "Druckprobe 16 bar", "Gewährleistung 18 Monate", "Ursprungsland: CN", "Mit Signatur P-1203A kennzeichnen"),
}  # fmt: skip
NOTES: Words = {
    "zh": ("以上用于2026年5月P-1203A大修，联系人王工 13800000000", "说明：下列物料随机附中文说明书2份", "注：以下各项须分开装箱"),
    "en": ("The items above are for the overhaul of pump P-1203A in May 2026; contact ext. 4471", "Note: two operating manuals to be supplied with the following items", "Please pack the following items separately"),
    "de": ("Obige Positionen für die Revision der Pumpe P-1203A im Mai 2026, Rückfragen App. 4471", "Hinweis: zu den folgenden Positionen 2 Betriebsanleitungen beilegen", "Folgende Positionen bitte getrennt verpacken"),
}  # fmt: skip
SECTIONS: Words = {
    "zh": ("一、P-1203A泵用备件", "二、P-2208B泵用备件"),
    "en": ("A. Spares for pump P-1203A", "B. Spares for pump P-2208B"),
    "de": ("Ersatzteile für Pumpe P-1203A", "Ersatzteile für Pumpe P-2208B"),
}  # fmt: skip
OPTION: Words = {
    "zh": ("备选（本次不订）：", "选项，未订购："),
    "en": ("OPTIONAL, not ordered: ", "Alternative - not part of this order: "),
    "de": ("OPTION, nicht bestellt: ", "Alternativposition, nicht bestellt: "),
}  # fmt: skip
DELETED: Words = {"zh": ("（已取消）",), "en": (" - CANCELLED",), "de": (" - STORNIERT",)}
FREE: Words = {
    "zh": ("免费", "赠送，免费"),
    "en": ("free of charge", "FOC"),
    "de": ("kostenlos",),
}  # fmt: skip
LOT: Words = {"zh": ("第{}批", "批次{}"), "en": ("Lot {}", "Delivery {}"), "de": ("Teillieferung {}",)}
PER_NOTE: Words = {
    "zh": ("注：以上单价均为每{}件价格。",),
    "en": ("All unit prices are per {} pieces.", "Note: prices quoted per {} pcs."),
    "de": ("Alle Preise verstehen sich je {} Stück.",),
}  # fmt: skip
PER_UNDER: Words = {
    "zh": ("单价按每{}件计",),
    "en": ("Price per {} pcs", "Price basis: per {}"),
    "de": ("Preis je {} Stück",),
}  # fmt: skip
EXTRAS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (("申请单号", "PR26{at}817"), ("位号", "P-1{at}03A"), ("成本中心", "CC40{at}"), ("单重(kg)", "{at}.35"), ("库位", "A-0{at}-12"), ("税则号", "8484.20"), ("备注", "急件")),
    "en": (("Req. no.", "10{at}8170"), ("Tag no.", "P-1{at}03A"), ("Cost centre", "CC40{at}"), ("Weight kg", "{at}.35"), ("Bin", "A-0{at}-12"), ("HS code", "8484.20"), ("Remarks", "urgent")),
    "de": (("BANF", "10{at}8170"), ("Tag-Nr.", "P-1{at}03A"), ("Kostenstelle", "CC40{at}"), ("Gewicht kg", "{at},35"), ("Lagerort", "A-0{at}-12"), ("Zolltarifnr.", "8484.20"), ("Bemerkung", "eilig")),
}  # fmt: skip
PLEASE: Words = {
    "zh": ("请按下列明细供货：", "兹订购以下货物："),
    "en": ("Please supply the following:", "We order as follows:"),
    "de": ("Wir bestellen:", "Bitte liefern Sie:"),
}
CLOSING: Words = {
    "zh": ("请于两日内签字盖章回传。", "未尽事宜双方协商解决。"),
    "en": ("Please acknowledge receipt of this order within two days.", "Our general conditions of purchase apply."),
    "de": ("Bitte bestätigen Sie den Auftrag innerhalb von zwei Tagen.", "Es gelten unsere Einkaufsbedingungen."),
}  # fmt: skip
