"""Sums below the lines: what each is called, where its amount stands, and what the ladder proves."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.header.summaries import recognise, segments
from extractors.vocabulary.meanings import Summary
from models.reading import Header

HEAD = "PURCHASE ORDER\nOrder No.: PO-118\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\n"
ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Seal", "2", "50.00", "100.00"],
    ["20", "10044022", "Ring", "4", "25.00", "100.00"],
]


def _header(sums: str, head: str = HEAD, rows: list[list[str]] = ROWS) -> Header:
    return assemble(form(head, rows, sums)).header


def _total(header: Header) -> tuple[str | None, bool]:
    assert header.total_amount is not None
    return header.total_amount.value, header.total_amount.sure


def _basis(header: Header) -> tuple[str | None, bool] | None:
    return (header.tax_included.value, header.tax_included.sure) if header.tax_included else None


@pytest.mark.parametrize(
    ("text", "kind", "rate"),
    [
        ("Summe EUR inkl. USt.", Summary.GROSS, None),
        ("CGST9 (9%)", Summary.TAX, 9),
        ("VAT 19% @ 19.0", Summary.TAX, 19),
        ("GST @ 10.0", Summary.TAX, 10),
        ("增値税 9%", Summary.TAX, 9),
        ("总计（A+B）", Summary.TOTAL, None),
        ("三、合同总价（含税，税率9%）", Summary.GROSS, 9),
        ("Round-off", Summary.CHARGE, None),
        ("TOTAL FOB BUSAN", Summary.TOTAL, None),
        ("Grand total (CIF port of Izmir)", Summary.TOTAL, None),
        ("Subtotal ex works Leipzig", Summary.SUBTOTAL, None),
        ("Air freight up to Santos", Summary.CHARGE, None),
        ("Less : Rounded off", Summary.DISCOUNT, None),
        ("Add: Freight", Summary.CHARGE, None),
        ("Less: trade discount", Summary.DISCOUNT, None),
        ("Input SGST @ 6%", Summary.TAX, 6),
        ("VAT zero-rated (0%) - export of goods", Summary.TAX, 0),
        ("Discount @ 2.50 %", Summary.DISCOUNT, None),
        ("Total (Incl)", Summary.GROSS, None),
        ("Nett Total", Summary.NET, None),
        ("TOTAL DEL PEDIDO / ORDER TOTAL", Summary.TOTAL, None),
    ],
)
def test_what_programs_call_a_sum_is_known(text: str, kind: Summary, rate: int | None) -> None:
    said = recognise(text)
    assert said is not None
    assert (said.kind, said.rest) == (kind, "")
    assert said.rate == rate or kind is Summary.DISCOUNT


def test_a_comma_in_brackets_parts_no_sums() -> None:
    text = "二、合同总价（含税，税率9%）：218.00元，大写贰佰壹拾捌元整"
    assert [text[slice(*span)] for span in segments(text)] == [
        "二、合同总价（含税，税率9%）：218.00元",
        "大写贰佰壹拾捌元整",
    ]


@pytest.mark.parametrize("text", ["Total for pumps", "Packing to EN 22180", "Shipping to be arranged by us"])
def test_what_only_begins_like_a_sum_is_none(text: str) -> None:
    assert recognise(text) is None


def test_a_larger_sum_of_unknown_name_below_the_total_leaves_it_open() -> None:
    sums = [
        *ROWS,
        ["", "", "Total value of goods", "", "", "200.00"],
        ["", "", "Hafenumschlag", "", "", "260.00"],
    ]
    total = _header("", rows=sums).total_amount
    assert total is not None
    assert not total.sure


def test_amounts_below_a_row_of_captions_are_no_item() -> None:
    order = paper(
        """
PURCHASE ORDER
Order No.: PO-118
Item   Part no.   Description     Qty   Unit price   Amount
10     10044021   Seal              2        50.00   100.00
20     10044022   Ring              4        25.00   100.00
Merchandise       Freight         Rebate             Order total
200.00              12.00             0.00                212.00
"""
    )
    reading = assemble(order)
    assert len(reading.lines) == len(ROWS) - 1
    assert _total(reading.header) == ("212.00", True)


def test_the_sign_of_the_rand_stands_before_a_total() -> None:
    head = HEAD + "Currency: ZAR\n"
    found = _header("Total (Excl)   200.00\nTax 15.00 %   30.00\nTotal (Incl)   R 230.00", head)
    assert (_total(found), _basis(found)) == (("230.00", True), ("false", True))


def test_unit_prices_behind_a_mark_are_no_rate_of_a_tax() -> None:
    assert recognise("5 pcs @ 20.00") is None


@pytest.mark.parametrize(
    ("sums", "total"),
    [
        ("Sub Total   200.00\nCGST9 (9%)   18.00\nSGST9 (9%)   18.00\nTotal   236.00", "236.00"),
        ("Freight   10.00\nVAT 20%   42.00\nTotal   252.00", "252.00"),
        ("Nettosumme   200.00\nFracht   10.00\n19% MwSt.   39.90\nGesamtbetrag   249.90", "249.90"),
        ("Total   200.00\nVAT 20% @ 20.0   40.00\nGrand Total   240.00", "240.00"),
    ],
)
def test_lines_charges_and_taxes_make_the_total(sums: str, total: str) -> None:
    header = _header(sums)
    assert _total(header) == (total, True)
    assert _basis(header) == ("false", True)


def test_a_tax_that_does_not_close_leaves_the_total_open() -> None:
    assert not _total(_header("Sub Total   200.00\nCGST9 (9%)   18.00\nTotal   236.00"))[1]


def test_a_net_sum_that_contradicts_the_lines_leaves_the_total_open() -> None:
    assert not _total(_header("Net total   190.00\nVAT 20%   40.00\nTotal   240.00"))[1]


def test_sums_side_by_side_stand_below_their_captions() -> None:
    sums = (
        "Sub-total     Charges     Sales tax     Round-off     Total\n"
        "200.00        10.00       0.00          0.00          210.00 USD"
    )
    header = _header(sums)
    assert _total(header) == ("210.00", True)


def test_captions_and_amounts_of_another_count_are_no_pairs() -> None:
    header = _header("Sub-total     Charges     Total\n200.00        200.00")
    assert header.total_amount is None or not header.total_amount.sure


def test_columns_of_net_tax_and_gross_are_summed_each() -> None:
    rows = [
        ["序号", "物料编码", "名称", "数量", "不含税单价", "不含税金额", "税额", "价税合计"],
        ["1", "10044021", "轴套", "2", "100.00", "200.00", "26.00", "226.00"],
        ["2", "10044022", "密封", "1", "300.00", "300.00", "39.00", "339.00"],
        ["合计", "", "", "", "", "500.00", "65.00", "565.00"],
    ]
    head = "采购订单\n订单号：PO-118\n订单日期：2026-03-05\n采购方：海文泵业有限公司\n"
    header = _header("", head, rows)
    assert _total(header) == ("565.00", True)
    assert _basis(header) == ("false", True)


def test_a_total_in_words_alone_is_what_net_and_tax_make() -> None:
    head = "采购订单\n订单号：PO-118\n订单日期：2026-03-05\n采购方：海文泵业有限公司\n"
    rows = [
        ["序号", "物料编码", "名称", "数量", "单价", "金额"],
        ["1", "10044021", "轴套", "2", "100.00", "200.00"],
        ["2", "10044022", "密封", "1", "300.00", "300.00"],
    ]
    header = _header("合计：500.00\n增值税（13%）：65.00\n合计（大写）：伍佰陆拾伍元整", head, rows)
    assert _total(header)[0] == "565.00"


def test_the_sum_of_the_lines_alone_is_the_total_where_the_head_states_it() -> None:
    assert _total(_header("Sub-total: 200.00 EUR", f"{HEAD}Amount: 200.00 EUR\n")) == ("200.00", True)
    assert _total(_header("Sub-total: 200.00 EUR")) == ("200.00", False)


@pytest.mark.parametrize("more", ["Sales tax   20.00", "Freight   10.00", "Moms 25 %   50.00"])
def test_it_is_not_where_something_is_added(more: str) -> None:
    total = _header(f"Sub-total: 200.00 EUR\n{more}", f"{HEAD}Amount: 200.00 EUR\n").total_amount
    assert total is None or not total.sure


def test_a_sum_stands_behind_what_the_form_prints_beside_it() -> None:
    text = """
PURCHASE ORDER
Order No.: PO-118
Order date: 2026-03-05
Buyer: Haven Pumps GmbH

Item   Part no.    Description    Qty    Unit price    Amount
10     10044021    Seal             2         50.00    100.00
20     10044022    Ring             4         25.00    100.00
Payment terms: 30 days net               Total HT     200.00
Incoterms: EXW Lyon                     Total TTC     200.00
"""
    header = assemble(paper(text)).header
    assert _total(header)[0] == "200.00"
    assert header.payment_terms is not None
    assert header.payment_terms.value == "30 days net"


def test_a_total_under_a_stamp_is_read_where_it_stands_again() -> None:
    text = "合同总价：218.00元，大写贰佰壹拾捌元整"
    head = "采购合同\n合同编号：HT-118\n签订日期：2026-03-05\n买方：海文泵业有限公司\n"
    rows = [
        ["序号", "物料编码", "名称", "数量", "含税单价", "含税金额"],
        ["1", "10044021", "轴套", "2", "50.00", "100.00"],
        ["2", "10044022", "密封", "2", "59.00", "118.00"],
        ["总价（一+二）", "", "", "", "", "218.00"],
    ]
    assert _total(_header(text, head, rows)) == ("218.00", True)


CHINESE = "采购订单\n订单号：PO-118\n订单日期：2026-03-05\n采购方：海文泵业有限公司\n"
PRICED = [
    ["序号", "物料编码", "名称", "数量", "单价", "金额"],
    ["1", "10044021", "轴套", "2", "50.00", "100.00"],
    ["2", "10044022", "密封", "4", "25.00", "100.00"],
]


def _rate(sums: str, head: str = HEAD, rows: list[list[str]] = ROWS) -> tuple[str | None, bool] | None:
    rate = _header(sums, head, rows).tax_rate
    return (rate.value, rate.sure) if rate is not None else None


def test_two_halves_of_a_tax_make_its_rate_and_neither_is_it() -> None:
    assert _rate("Subtotal   200.00\nCGST @ 6%   12.00\nSGST @ 6%   12.00\nTotal   224.00") == ("12", False)
    assert _rate("Subtotal   200.00\nCGST @ 6%   12.00\nTotal   212.00") == (None, False)


def test_a_rate_that_its_amount_contradicts_is_open() -> None:
    assert _rate("Net total   200.00\nVAT 19%   38.00\nGross total   238.00") == ("19", True)
    assert _rate("Net total   200.00\nVAT 19%   40.00\nGross total   240.00") == ("19", False)


def test_the_rate_of_freight_is_not_that_of_the_goods() -> None:
    assert _rate("合计：200.00\n运费发票税率6%。", CHINESE, PRICED) == ("6", False)
    assert _rate("合计：200.00\n以上含运费，税率6%。", CHINESE, PRICED) == ("6", True)


def test_a_tax_noted_below_every_item_is_likely_the_orders() -> None:
    rows = [
        [*ROWS[0]],
        ["10", "10044021", "Seal", "2", "50.00", "100.00"],
        ["", "", "IN: Integrated GST 12.00 %", "", "", ""],
        ["20", "10044022", "Ring", "4", "25.00", "100.00"],
        ["", "", "IN: Integrated GST 12.00 %", "", "", ""],
    ]
    rate = _rate("Total   200.00", HEAD, rows)
    assert rate is None or rate == ("12", False)


def test_brackets_behind_a_total_may_speak_of_the_prices() -> None:
    assert _basis(_header("总额 200.00（单价已含增值税13%）", CHINESE, PRICED)) == ("true", True)


@pytest.mark.parametrize(
    "said",
    [
        "合同总价（价税合计）为人民币贰佰贰拾陆元整。",
        "未税合计200.00，税额26.00，价税合计226.00，大写贰佰贰拾陆元整",
    ],
)
def test_what_is_said_of_a_sum_is_not_said_of_the_prices(said: str) -> None:
    basis = _basis(
        _header(f"未税合计：200.00\n税额（13%）：26.00\n价税合计：226.00\n{said}", CHINESE, PRICED)
    )
    assert basis == ("false", True)


def test_a_larger_total_in_words_leaves_the_one_in_figures_open() -> None:
    assert not _total(_header("合计：200.00\n合同总价（含税）为人民币贰佰贰拾陆元整", CHINESE, PRICED))[1]


def test_the_sign_of_the_rand_behind_a_label_is_none_of_its_words() -> None:
    label = recognise("ORDER TOTAL  R")
    assert label is not None
    assert label.kind is Summary.TOTAL
    assert recognise("Order total Rev") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("abzüglich 5 % Jahresbonus", Summary.DISCOUNT),
        ("abzgl. Frachtkosten", Summary.DISCOUNT),
        ("zuzüglich Frachtkosten", Summary.CHARGE),
    ],
)
def test_german_says_what_is_taken_off_without_a_colon(text: str, kind: Summary) -> None:
    label = recognise(text)
    assert label is not None
    assert label.kind is kind


@pytest.mark.parametrize(("net", "total"), [("190.00", "190.00"), ("185.00", "200.00")])
def test_a_net_sum_below_the_discount_is_the_last_one(net: str, total: str) -> None:
    header = _header(f"Total value of goods 200.00\nDiscount 5 % -10.00\nNet order value {net}")
    assert _total(header)[0] == total
    assert _total(header)[1] is (net == total)


@pytest.mark.parametrize(
    ("clause", "sure"),
    [
        ("Seller is liable up to the order value or USD 500,000 per event.", True),
        ("The order value is EUR 500,000.00.", False),
    ],
)
def test_another_bound_beside_the_order_value_is_no_total(clause: str, *, sure: bool) -> None:
    assert _total(_header(f"Total EUR 200.00\n\n\n\n\n\n\n\n{clause}")) == ("200.00", sure)
