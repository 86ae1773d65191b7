"""What reads like a known phrase and is another: it is read for what it says, or left for a person."""

from dataclasses import replace

import pytest
from compare_builders import held, order, quotation
from paper import form, paper
from typed_orders import sure, told

from compare import payment_terms
from extractors.assemble import assemble
from extractors.fields import dates, periods, tax
from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.vocabulary import keys
from extractors.vocabulary.meanings import Role
from models.reading import Reading

HEAD = """
Acme Pumps Ltd
Mill Road 5, Leeds

Purchase Order No. 4500012345        Date: 12 March 2026

Supplier: Delta Seals GmbH
"""
ITEMS = """
Item  Part No.     Description      Qty  Unit  Price    Amount
1     10041873     Seal ring        2    pcs   100.00   200.00
2     10041874     O-ring           4    pcs   25.00    100.00

Total EUR 300.00
"""
CHINESE = """
天津海川化工有限公司
采购订单
订单编号：PO20260312        日期：2026-03-12
供方：德塔密封有限公司

序号  物料号     名称      数量  单位  单价     金额
1     10041873   机械密封  2     件    100.00   200.00
2     10041874   O形圈     4     件    25.00    100.00

合计：300.00元
"""
TERMS = """1. Validity: 30 days
2. Delivery: 10 weeks
3. Payment: 30 days net
4. Warranty: 12 months
5. Incoterms: EXW Hamburg
"""


def said(*lines: str, chinese: bool = False) -> Reading:
    head = CHINESE if chinese else HEAD + ITEMS
    return assemble(paper(head + "\n" + "\n".join(lines) + "\n"))


@pytest.mark.parametrize(
    ("asked", "quoted", "same"),
    [
        ("carta de crédito 90 días fecha factura", "90 days from invoice date", None),
        ("lettera di credito 60 giorni data polizza di carico", "T/T 60 days from B/L date", False),
        ("crédit documentaire à vue", "T/T at sight", False),
        ("货到30天分期付款", "货到30天付款", None),
        ("分期付款：30%预付，70%发货前", "30%预付，70%发货前", True),
        ("세금계산서 수령 후 30일", "30 days from invoice date", False),
        ("세금계산서 수령 후 30일", "30 days after receipt of invoice", True),
        ("saldo 30 giorni data fattura", "30 days from invoice date", None),
        ("30% anticipo, saldo 30 giorni data fattura", "30% in advance, 70% 30 days from invoice date", True),
        ("30 giorni dalla consegna della fattura", "30 days after receipt of invoice", True),
        ("30 days net, no order", "30 days with order", None),
        ("30% 계약시, 70% 선적 전", "30% with order, 70% before shipment", None),
    ],
)
def test_terms_are_the_same_only_where_means_shares_and_events_are(
    asked: str, quoted: str, *, same: bool | None
) -> None:
    assert payment_terms.same(asked, quoted) is same


def test_a_letter_of_credit_in_another_language_is_no_match_to_a_transfer() -> None:
    asked = order(payment_terms="carta de crédito 90 días fecha factura")
    assert held(asked, quotation(payment_terms="90 days from invoice date")).verdict != "match"


@pytest.mark.parametrize("place", ["天津市海滨路18号（供应部仓库）", "天津市海滨路18号（应急物资库）"])
def test_a_warehouse_in_brackets_belongs_to_the_place(place: str) -> None:
    found = said(f"收货地址：{place}", chinese=True).header.delivery_place
    assert found is not None
    assert (found.value, found.sure) == (place, True)


@pytest.mark.parametrize(
    ("aside", "kept"),
    [("（进厂须提前一天报车牌）", False), ("（需提前预约）", False), ("（需方三号仓库）", True)],
)
def test_what_the_driver_has_to_do_is_no_part_of_the_place(aside: str, *, kept: bool) -> None:
    found = said(f"收货地址：天津市滨海新区海滨路18号{aside}", chinese=True).header.delivery_place
    assert found is not None
    assert found.value == "天津市滨海新区海滨路18号" + (aside if kept else "")


def test_a_call_centre_is_nobody_to_call() -> None:
    whole = "Mill Road 5, Leeds LS1 4AB (Call Centre Building)"
    found = said(f"Delivery address: {whole}").header.delivery_place
    assert found is not None
    assert found.value == whole


@pytest.mark.parametrize(
    "text", ["第40周", "第8周交货", "12 sett.", "45 sem.", "40 tyg.", "收到预付款/合同签订后30天"]
)
def test_the_week_of_a_year_and_one_event_of_two_are_no_lead_time(text: str) -> None:
    assert periods.parse(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("自收到本订单之日起第45天", "P45D"),
        ("12 settimane", "P12W"),
        ("收到预付款后6周内。 Within 6 weeks after receipt of the advance payment.", "P6W"),
        ("Within 6 weeks after receipt of the advance payment. 收到预付款后6周内。", "P6W"),
    ],
)
def test_a_lead_time_that_says_so_is_one(text: str, iso: str) -> None:
    found = periods.parse(text)
    assert found is not None
    assert found.iso == iso


def test_two_tongues_that_differ_tell_no_lead_time() -> None:
    assert periods.parse("收到预付款后6周内。 Within 8 weeks after receipt of the advance payment.") is None


@pytest.mark.parametrize(
    "text",
    [
        "KDV dahil edilmemiştir",
        "KDV dahil degildir",
        "Fiyatlara KDV dahil olmayıp ayrıca eklenecektir",
        "부가세 포함되지 않음",
        "부가세 포함 안됨",
        "Impostos inclusos: não",
        "BTW inclusief: nee",
    ],
)
def test_a_tax_that_is_not_included_is_not(text: str) -> None:
    found = tax.statement(text)
    assert found is not None
    assert found.included is False


@pytest.mark.parametrize("text", ["KDV dahil", "부가세 포함", "BTW inclusief: ja", "IVA inclusa"])
def test_a_tax_that_is_included_is(text: str) -> None:
    found = tax.statement(text)
    assert found is not None
    assert found.included is True


@pytest.mark.parametrize("line", ["Zero VAT", "We pay the VAT", "Add VAT"])
def test_a_tax_that_is_spoken_of_is_not_surely_absent(line: str) -> None:
    found = said(line).header.tax_rate
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("line", ["Observations: none", "Private and confidential", "Innovative Seals"])
def test_letters_within_other_words_are_no_tax(line: str) -> None:
    assert said(line).header.tax_rate is None


def test_a_chinese_name_above_the_buyers_line_may_be_the_sellers() -> None:
    head = "Acme Pumps Ltd, Mill Road 5, Leeds, Tel 0113 1234567\nPurchase Order\nOrder No. PO1\n"
    text = f"             上海德塔密封有限公司\n{head}Vendor: Delta Seals GmbH\n{ITEMS}"
    found = assemble(paper(text)).header.customer
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "lines",
    [
        ("付款方式：3.1 货到30天付款", "3.2 合同签订后预付30%，货到后付70%"),
        ("付款方式：3.1 月结30天", "3.2 以六个月承兑汇票支付"),
    ],
)
def test_the_next_clause_of_paying_leaves_the_first_open(lines: tuple[str, str]) -> None:
    assert not sure_of(said(*lines, chinese=True), "payment_terms")


@pytest.mark.parametrize(
    ("clause", "certain"), [("合同签订后预付30%，货到后付70%", False), ("包装：木箱", True)]
)
def test_the_next_clause_of_a_word_file_is_looked_at_as_well(clause: str, *, certain: bool) -> None:
    document = paper(f"{CHINESE}\n付款方式：3.1 货到30天付款\n3.2 {clause}\n")
    laid_out = replace(document, pages=tuple(replace(page, synthetic=True) for page in document.pages))
    assert sure_of(assemble(laid_out), "payment_terms") is certain


def test_a_clause_of_something_else_leaves_the_terms_alone() -> None:
    assert sure_of(said("付款方式：3.1 货到30天付款", "3.2 包装：木箱", chinese=True), "payment_terms")


def test_terms_that_go_on_in_the_next_line_are_open() -> None:
    assert not sure_of(said("Pagamento: 60 gg data fattura", "fine mese"), "payment_terms")


@pytest.mark.parametrize(
    ("lines", "field", "certain"),
    [
        (("Sposób płatności: przelew", "Termin: 30 dni"), "lead_time", False),
        (("Zahlung: Überweisung", "Termin: 30 Tage"), "lead_time", False),
        (("Angebot abzugeben bis", "Termin: 15.04.2026"), "delivery_date", False),
        (("Termin: 15.04.2026",), "delivery_date", True),
        (("Facturas", "Enviar a: Calle Mayor 5, 28001 Madrid"), "delivery_place", False),
        (("Enviar a: Calle Mayor 5, 28001 Madrid",), "delivery_place", True),
        (("Enviar a: facturas@acme.es",), "delivery_place", False),
        (("Enviar a: Sra. López, Compras",), "delivery_place", False),
        (("Consegnare a: Sig. Rossi",), "delivery_place", False),
        (("Consegnare a: Via Roma 5, 20121 Milano",), "delivery_place", True),
    ],
)
def test_a_vague_label_means_what_stands_above_it(
    lines: tuple[str, ...], field: str, *, certain: bool
) -> None:
    assert sure_of(said(*lines), field) is certain


@pytest.mark.parametrize("line", ["Prazo: 30 dias", "Plazo: 30 días"])
def test_a_time_of_something_is_not_surely_none_of_the_delivery(line: str) -> None:
    found = said(line).header.delivery_date
    assert found is not None
    assert not found.sure


def test_where_goods_are_fetched_is_the_sellers_address() -> None:
    behind = "Hamburg Incoterms 2020, Delta Seals GmbH, Hafenstr. 12, 20457 Hamburg"
    for term in ("EXW", "FCA", "FOB"):
        assert not sure_of(said(f"Incoterms: {term} {behind}"), "delivery_place")


@pytest.mark.parametrize(
    ("heading", "certain"),
    [
        ("Terms & Conditions", True),
        ("Supplier's Terms & Conditions (not accepted)", False),
        ("The following Terms & Conditions do not apply:\n\nTerms & Conditions", False),
        ("Terms & Conditions of our quotation", False),
        ("Terms & Conditions (unless otherwise agreed)", False),
    ],
)
def test_a_list_of_terms_holds_where_its_heading_says_nothing_against_it(
    heading: str, *, certain: bool
) -> None:
    assert sure_of(said(heading, TERMS), "payment_terms") is certain


def test_listopad_is_october_in_croatia_and_november_in_poland() -> None:
    assert dates.parse("10. listopada 2026") == ()
    assert [each.last.isoformat() for each in dates.parse("10 listopada 2026")] == ["2026-11-10"]


def test_requested_by_holds_days_as_well_as_people() -> None:
    items = """
Item  Your Part No.  Description      Qty  Unit  Price    Amount   Requested by
1     10041873       Seal ring        2    pcs   100.00   200.00   2026-04-12
2     10041874       O-ring           4    pcs   25.00    100.00   2026-04-13

Total EUR 300.00
"""
    lines = assemble(paper(HEAD + items)).lines
    assert told(lines, "delivery_date") == [("2026-04-12",), ("2026-04-13",)]


def sure_of(reading: Reading, field: str) -> bool:
    found = getattr(reading.header, field)
    return found is not None and found.sure


@pytest.mark.parametrize(
    "line",
    [
        "Zgodnie z ofertą nr 20018131 z dnia 12.02.2026 zamawiamy",
        "Come da vostra offerta n. 20018131 del 12/02/2026",
        "Según su oferta nº 20018131",
        "Selon votre devis n° 20018131",
        "Conforme sua cotação nº 20018131",
    ],
)
def test_the_offer_that_a_sentence_names_in_another_language_is_proposed(line: str) -> None:
    found = said(line).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == ("20018131", False)


@pytest.mark.parametrize(
    ("label", "meaning_of"),
    [
        ("Condicoes de pagamento", "Condições de pagamento"),
        ("Sua cotacao", "Sua cotação"),
        ("Modalita di pagamento", "Modalità di pagamento"),
        ("Cotizacion de referencia", "Quotation reference"),
    ],
)
def test_a_label_without_its_accents_is_the_same(label: str, meaning_of: str) -> None:
    assert meaning(label)
    assert meaning(label) == meaning(meaning_of)


def test_short_words_keep_their_accents() -> None:
    assert keys.lexicon({"part": ["Réf."]}).of("ref") == frozenset()


VENDORS = """
Ln   Item          Vendor Name   Description    Qty   Rate     Amount
1    KAR-SL-3302   {one}      Slurry seal    4     100.00   400.00
2    KAR-SL-3310   {other}      Lantern ring   2     50.00    100.00

Total EUR 500.00
"""


def test_numbers_below_vendor_name_are_how_the_seller_calls_the_things() -> None:
    lines = assemble(paper(HEAD + VENDORS.format(one="10045590", other="10045602"))).lines
    assert told(lines, "part_number", "customer_part_number") == [
        ("10045590", "KAR-SL-3302"),
        ("10045602", "KAR-SL-3310"),
    ]
    assert not any(sure(lines, "part_number"))


@pytest.mark.parametrize(("one", "other"), [("KSB-2000", "KSB-2000"), ("Delta-1 ", "Omega-2 ")])
def test_a_name_below_vendor_name_is_nobodys_number(one: str, other: str) -> None:
    lines = assemble(paper(HEAD + VENDORS.format(one=one, other=other))).lines
    assert {line.part_number.value for line in lines if line.part_number} <= {"KAR-SL-3302", "KAR-SL-3310"}


COUNTED = """
序   名称        贵方编码      数量 单位       单价       金额
1    轴套        10049020            2 套      7260.00    14520.00
2    水封环      10049033           10 件       915.50     9551.00
3    填料        10049052      36.5   千克      142.00     5183.00

合计：29254.00元
"""
FIRM = (
    "天津海川化工有限公司\n采购订单\n订单编号：PO20260312        日期：2026-03-12\n供方：德塔密封有限公司\n"
)


def test_quantities_with_their_units_stand_below_two_headings() -> None:
    lines = assemble(paper(FIRM + COUNTED)).lines
    assert told(lines, "quantity", "unit") == [("2", "套"), ("10", "件"), ("36.5", "千克")]


PRICED = """
项目  物料       说明       订单数量  单位   不含税价/价格单位    净值
10    60031388   螺栓       400       件     286.00 / 100         1144.00
20    60031402   机械密封   3         套     14260.00 / 1         42780.00

总净值    43924.00
"""


def test_a_price_and_what_it_is_for_stand_in_one_column() -> None:
    lines = assemble(paper(FIRM + PRICED)).lines
    assert told(lines, "unit_price", "price_per", "amount") == [
        ("286.00", "100", "1144.00"),
        ("14260.00", "1", "42780.00"),
    ]


SECTIONS = [
    ["Part.", "Clave proveedor", "Descripción", "Cant.", "Unidad", "P. unitario", "Importe"],
    ["1", "10085501", "Sello mecánico", "2", "JGO", "1985.00", "3970.00"],
    ["2", "10085508", "Juego de caras", "4", "JGO", "488.00", "1952.00"],
    ["", "", "", "", "Subtotal Área 200", "", "5922.00"],
    ["3", "10033918", "Sello sencillo", "6", "PZA", "217.50", "1305.00"],
    ["4", "10033925", "O-ring FKM", "40", "PZA", "2.15", "86.00"],
    ["", "", "", "", "Subtotal Área 350", "", "1391.00"],
]


def test_a_sum_of_a_section_stops_no_count_of_items() -> None:
    lines = assemble(form(HEAD, SECTIONS, "TOTAL USD 7313.00")).lines
    assert told(lines, "line_number", "part_number") == [
        ("1", "10085501"),
        ("2", "10085508"),
        ("3", "10033918"),
        ("4", "10033925"),
    ]


@pytest.mark.parametrize(
    ("text", "role"), [("Uw art.nr.", Role.SELLER_PART), ("Ons art.nr.", Role.BUYER_PART)]
)
def test_whose_number_a_dutch_heading_means(text: str, role: Role) -> None:
    heading = recognise(text)
    assert heading is not None
    assert heading.roles == {role}
