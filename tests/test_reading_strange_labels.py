"""A label that nobody knows leads a value of the order: what it states is not surely absent."""

from collections.abc import Sequence

import pytest
from paper import paper, sheet
from reading_attacks import CHINESE, ENGLISH, UNSURE, Attack, finds
from typed_orders import read, value

from extractors.assemble import assemble
from models.reading import Reading

LABELLED = {
    "quotation_number": "quote",
    "delivery_place": "place",
    "payment_terms": "pay",
    "incoterms": "inc",
    "delivery_date": "deliv",
    "currency": "cur",
}
STRANGE = ("Zemony no.", "Your modupy", "Gemareg", "Ramav ref.")
STRANGE_ZH = ("爩麤编号", "齾麤龘", "靐齾事项")
ITEMS = """
Pos  Part no.   Description       Qty  Unit  Price   Amount
1    10044556   Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
"""


@pytest.mark.parametrize("name", sorted(set(LABELLED) - {"currency"}))
@pytest.mark.parametrize("label", STRANGE)
def test_a_value_behind_a_label_that_nobody_knows_is_not_surely_absent(name: str, label: str) -> None:
    key = LABELLED[name]
    _, _, said = ENGLISH.head[key].partition(":")
    assert finds(Attack(f"{key} {label}", head={key: f"{label}:{said}"}, truth={name: UNSURE})) == []


@pytest.mark.parametrize("name", sorted(set(LABELLED) - {"incoterms", "currency"}))
@pytest.mark.parametrize("label", STRANGE_ZH)
def test_nor_is_it_in_chinese(name: str, label: str) -> None:
    key = LABELLED[name]
    _, _, said = CHINESE.head[key].partition("：")
    head = {key: f"{label}：{said}"}
    assert finds(Attack(f"{key} {label}", base=CHINESE, head=head, truth={name: UNSURE})) == []


@pytest.mark.parametrize(
    "said",
    [
        "以上价格含13%爩鱻",
        "上述价格均已包含13%齉麤鱻",
        "爩率：13%",
        "按13%开具麤灪票",
        "一、质量：按国标，质保期12个月。价格含13%爩鱻鱻。",
    ],
)
def test_a_rate_that_no_word_calls_a_tax_is_not_surely_absent(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"tax": said}, truth={"tax_rate": UNSURE, "tax_included": "*"})
    assert finds(attack) == []


@pytest.mark.parametrize(
    "said",
    [
        "Prices plus 19 % Vyda.",
        "Zytol: 19 %",
        "All prices are exclusive of 20% bomon",
        "Vyda. 19 %: 366.70",
    ],
)
def test_nor_is_it_in_english(said: str) -> None:
    assert finds(Attack(said, after=[said], truth={"tax_rate": UNSURE, "tax_included": "*"})) == []


@pytest.mark.parametrize(
    "said",
    [
        "Less 3% discount on invoices of 2026",
        "Liquidated damages: 0.5% per week, at most 5% of the order value.",
        "Retention 5% until the end of the warranty",
        "A quantity tolerance of 5% is accepted",
    ],
)
def test_a_share_of_something_else_opens_no_tax(said: str) -> None:
    order = read(f"{ITEMS}\n{said}")
    assert order.header.tax_rate is None


@pytest.mark.parametrize("label", ["币种", "货币", "币别"])
def test_a_currency_whose_name_nobody_knows_is_not_surely_absent(label: str) -> None:
    attack = Attack(
        label,
        base=CHINESE,
        head={"cur": f"{label}：灪齾龘"},
        foot=["合计：17,390.00"],
        truth={"currency": UNSURE},
    )
    assert finds(attack) == []


def _order(*said: str) -> Reading:
    head = [
        "                       Purchase order",
        "Purchase order no.: PO-55170",
        "Date: 12 March 2026",
        "Buyer: Nordkai Pumps Ltd",
        "Seller: Delta Seals GmbH",
    ]
    return assemble(paper("\n".join([*head, *said]) + ITEMS))


@pytest.mark.parametrize(
    "said",
    [
        ["Order reference     Issued on          Damypod", "55170-B             12 March 2026      20031183"],
        ["RUDAZ REFERENCE", "20031183"],
        ["BYKUV NO 20031183"],
        ["Pakuvy-Nr.: 20031183"],
    ],
)
def test_a_number_below_or_beside_such_a_label_may_be_the_quotations(said: Sequence[str]) -> None:
    field = _order(*said).header.quotation_number
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize(
    "said",
    [
        "Requisition: 10044771",
        "BANF: 10108813",
        "GSTIN: 27AABCN1234F1Z5",
        "Cost centre: 441700",
        "Our zemony: 10044771",
        "Exchange rate: 1.0000",
        "Works order: W/26/1187",
        "HS code: 84842000",
        "Phone: 0117 555 0142",
    ],
)
def test_a_number_of_something_else_opens_no_quotation(said: str) -> None:
    assert _order(said).header.quotation_number is None


@pytest.mark.parametrize(
    "said", ["采购计划号：JH202605-02", "源单编号：CGSQ005127", "定标编号：DB-2026-0552", "汇率：1.00"]
)
def test_nor_does_it_in_chinese(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"quote": said}, truth={"quotation_number": None})
    reading = assemble(attack.document)
    assert reading.header.quotation_number is None


@pytest.mark.parametrize("said", ["按你齾鱻价单20030290，请帮忙下单。", "摘要：按贵龘灪价 20030290 执行"])
def test_a_sentence_that_goes_by_a_number_of_the_sellers_may_name_the_quotation(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"quote": said}, truth={"quotation_number": UNSURE})
    assert finds(attack) == []


@pytest.mark.parametrize("label", ["Fuzy time", "Time of byzo"])
def test_a_period_behind_such_a_label_may_be_that_of_the_delivery(label: str) -> None:
    header = _order(f"{label}: within 8 weeks from the date of this order").header
    field = header.delivery_date or header.lead_time
    assert field is not None
    assert not field.sure


def test_the_warranty_is_none() -> None:
    header = _order("Warranty: 12 months").header
    assert header.delivery_date is None
    assert header.lead_time is None


@pytest.mark.parametrize(
    ("foot", "basis"),
    [("Zytud incl. VAT 16,200.00", None), ("Zytud TTC 16,200.00", None)],
)
def test_a_sum_that_nobody_names_does_not_say_what_the_prices_hold(foot: str, basis: str | None) -> None:
    header = read(
        """
Pos  Part no.   Description       Qty  Unit  Price     Amount
1    10044556   Mechanical seal     2  pcs   6,750.00  13,500.00
"""
        f"{foot}\n"
    ).header
    assert header.tax_included is None or not header.tax_included.sure or value(header.tax_included) == basis


@pytest.mark.parametrize("place", ["Ihr Angebot Gy.", "灪龘鱻"])
def test_words_that_name_no_place_are_none_for_sure(place: str) -> None:
    field = _order(f"Delivery address: {place}").header.delivery_place
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize("place", ["Storvik", "Central Stores, Plot 61, Mina Qamra", "宁岭市东岭区4号库"])
def test_places_stay_as_sure_as_they_were(place: str) -> None:
    field = _order(f"Delivery address: {place}").header.delivery_place
    assert field is not None
    assert field.sure


@pytest.mark.parametrize(
    "said",
    [
        "备注：爩麤鱻齉20030290",
        "【鱻齉灪麤爩】20030290",
        "价格依据：齉爩鱻灪龘 20030290",
    ],
)
def test_a_number_within_a_remark_or_between_other_labels_may_be_the_quotations(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"quote": said}, truth={"quotation_number": UNSURE})
    assert finds(attack) == []


@pytest.mark.parametrize("said", ["Your ref: Nekel 20030736", "Reference your lofuro 20031672."])
def test_so_may_one_in_a_reference_to_the_seller(said: str) -> None:
    field = _order(said).header.quotation_number
    assert field is not None
    assert not field.sure


def test_a_column_of_one_rate_under_a_heading_that_nobody_knows_may_be_the_tax() -> None:
    rows = [
        [*row[:7], each, *row[7:]]
        for row, each in zip(CHINESE.rows, ("爩齉(%)", "13.00", "13.00"), strict=True)
    ]
    attack = Attack(
        "rate", base=CHINESE, rows=rows, head={"tax": None}, truth={"tax_rate": UNSURE}, lines=None
    )
    assert finds(attack) == []


def test_a_label_in_the_next_row_of_a_workbook_is_no_part_of_an_address() -> None:
    place = "昌溪县医药园康健路8号五金备件库"
    rows = [
        ["采购订单", ""],
        ["订单编号", "PO26062351"],
        ["交货地点", place],
        ["麤靐龘鱻", "月结90天，电汇"],
    ]
    field = assemble(sheet(rows)).header.delivery_place
    assert field is not None
    assert field.value == place


def test_a_line_of_many_words_before_a_colon_is_soon_read() -> None:
    # An expression with a repetition in a repetition takes years here.
    _order(f"{'zemony ' * 60}: 20031183")


@pytest.mark.parametrize("said", ["No.: 20031642", "No. 20031642"])
def test_a_bare_number_beside_the_papers_own_may_be_the_quotations(said: str) -> None:
    field = _order(said).header.quotation_number
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Incoterms: CIF Dunfell, to Goods Inward, Berth 3, Dunfell", "incoterms"),
        ("Incoterms: FCA Tianjin : 10108813", "incoterms"),
        ("付款方式：月结90天，电汇。乙方须开具13%增值税普通票。", "payment_terms"),
    ],
)
def test_a_term_with_the_next_statement_behind_it_is_not_sure(said: str, name: str) -> None:
    field = getattr(_order(said).header, name)
    assert field is None or not field.sure


def test_an_address_within_the_clause_of_another_label_is_not_surely_absent() -> None:
    said = "交货时间：2026年12月20日前。齾龘地处：沣宁市经开区创新二路15号3号车间仓库。"
    attack = Attack(
        said,
        base=CHINESE,
        head={"place": None, "deliv": said},
        truth={"delivery_place": UNSURE, "delivery_date": "*", "lead_time": "*"},
    )
    assert finds(attack) == []


@pytest.mark.parametrize("said", ["Bokad Order: 802385", "Zemony purchase order no.: 802385"])
def test_a_number_behind_a_half_known_label_is_a_rival_of_the_papers_own(said: str) -> None:
    field = _order(said).header.document_number
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize("said", ["Works order: W/26/1187", "Previous order: PO-55001", "Project: 802385"])
def test_numbers_of_known_other_papers_are_no_rivals(said: str) -> None:
    field = _order(said).header.document_number
    assert field is not None
    assert (field.value, field.sure) == ("PO-55170", True)


@pytest.mark.parametrize(
    "said",
    [
        "双方根据卖方2026年3月5日第20018843号灪齉，订立本合同",
        "依照供方20018843号齉灪",
        "Further to your bykuv 20018843 we order",
    ],
)
def test_a_sentence_that_goes_by_a_bare_number_may_name_the_quotation(said: str) -> None:
    base = CHINESE if not said.isascii() else ENGLISH
    assert (
        finds(Attack(said, base=base, head={"quote": None}, more=[said], truth={"quotation_number": UNSURE}))
        == []
    )


@pytest.mark.parametrize(
    "said", ["根据图纸20018843制造", "按照合同20018843执行", "in accordance with drawing 20018843"]
)
def test_a_number_of_a_drawing_or_contract_is_none(said: str) -> None:
    base = CHINESE if not said.isascii() else ENGLISH
    assert (
        finds(Attack(said, base=base, head={"quote": None}, more=[said], truth={"quotation_number": None}))
        == []
    )


def test_an_address_with_who_receives_behind_it_is_not_surely_absent() -> None:
    said = "灪齉：江苏省常州市新北区汉江路8号备件库，收货人 王师傅"
    assert (
        finds(Attack(said, base=CHINESE, head={"place": None}, more=[said], truth={"delivery_place": UNSURE}))
        == []
    )


def test_a_mere_means_of_payment_is_open_beside_terms_behind_a_strange_label() -> None:
    head = {"pay": "付款方式：电汇"}
    said = "灪齉：货到票到45天"
    attack = Attack(said, base=CHINESE, head=head, more=[said], truth={"payment_terms": UNSURE})
    assert finds(attack) == []


def test_a_year_in_brackets_that_is_not_the_editions_opens_the_term() -> None:
    said = {"inc": "Incoterms: DAP Esbjerg (Berynudoz 2020)"}
    assert finds(Attack("inc", head=said, truth={"incoterms": UNSURE})) == []
