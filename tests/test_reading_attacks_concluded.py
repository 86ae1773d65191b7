"""Orders whose money, day, number or time something beside it puts in question, and the usual ones."""

from dataclasses import replace

import pytest
from drawn_table import Cells, drawn
from reading_attacks import CHINESE, CONTRACT, ENGLISH, HEADING_ZH, Attack, finds
from typed_orders import read

from extractors.assemble import assemble
from models.reading import Field, Header

NAMELESS = replace(
    CHINESE,
    head={name: line for name, line in CHINESE.head.items() if name != "cur"},
    foot=["合计：17,390.00"],
)
UNDATED = replace(CONTRACT, head={name: line for name, line in CONTRACT.head.items() if name != "date"})
PLAIN = replace(ENGLISH, head={name: line for name, line in ENGLISH.head.items() if name != "date"})
HEAD = [ENGLISH.letterhead, ENGLISH.title, *ENGLISH.head.values()]


def _header(attack: Attack) -> Header:
    return assemble(attack.document).header


def _sure(field: Field | None) -> str | None:
    return field.value if field is not None and field.sure else None


@pytest.mark.parametrize(
    "said",
    [
        "付汇方式：外汇电汇",
        "按当日汇率结算",
        "以上为美刀价",
        "以上单价以U计",
        "付款方式：不可撤销即期信用证",
        "价格条款：FOB上海",
        "境外供货，由买方报关",
        "收货：香港海瑞工程有限公司",
    ],
)
def test_no_yuan_is_concluded_where_something_crosses_the_border(said: str) -> None:
    assert _sure(_header(Attack(said, NAMELESS, more=(said,))).currency) is None


@pytest.mark.parametrize("tax", ["出口货物，增值税税率0%", "税率：5%，增值税", "进口环节增值税：13%"])
def test_nor_from_the_tax_of_what_goes_abroad(tax: str) -> None:
    assert _sure(_header(Attack(tax, NAMELESS, head={"tax": tax})).currency) is None


@pytest.mark.parametrize("price", ["含税单价(U)", "离岸单价"])
def test_nor_where_a_price_may_name_a_money(price: str) -> None:
    rows = [[*HEADING_ZH[:7], price, "含税金额"], *NAMELESS.rows[1:]]
    assert _sure(_header(Attack(price, NAMELESS, rows=rows)).currency) is None


def test_the_tax_of_the_mainland_tells_the_yuan() -> None:
    assert _sure(_header(Attack("usual", NAMELESS)).currency) == "CNY"
    place = "交货地点：苏州市新加坡工业园香港路8号保税区2号库"
    assert _sure(_header(Attack("usual", NAMELESS, head={"place": place})).currency) == "CNY"


@pytest.mark.parametrize(
    "said",
    [
        "双方于2025年3月1日签订本合同框架协议，约定如下。",
        "双方于2025年3月1日签署本订单对应的技术协议。",
        "双方应于2026年11月30日签订本合同。",
        "如双方未于2026年11月30日签订本合同，则报价失效。",
        "双方于2025年3月1日签订本合同附件《技术协议》。",
        "本协议由双方就前述框架协议于2025年3月1日签订。",
        "双方已于2025年3月1日签订以下合同，现补充：",
        "双方于2025年3月1日签订本合同，于2026年11月9日重新修订。",
        "本合同于2025年3月1日签订，本次为第二次修订。",
    ],
)
def test_the_day_of_something_else_is_not_the_contracts(said: str) -> None:
    assert _sure(_header(Attack(said, UNDATED, more=(said,))).document_date) is None


@pytest.mark.parametrize(
    "said",
    [
        "This order is made on the 3 March 2026 price list.",
        "This order amends this contract made on 3 March 2026.",
        "If this contract is signed on 1 December 2026, prices hold.",
        "This order was made on 3 March 2026 and is hereby revised.",
    ],
)
def test_nor_is_it_in_english(said: str) -> None:
    assert _sure(_header(Attack(said, PLAIN, more=(said,))).document_date) is None


def test_the_day_on_which_this_contract_was_made_is_its_date() -> None:
    said = "甲乙双方经协商，于2026年11月8日在海城市订立本合同，共同遵守。"
    assert _sure(_header(Attack("usual", UNDATED, more=(said,))).document_date) == "2026-11-08"
    said = "This contract is made on 12 November 2026 between the parties named above."
    assert _sure(_header(Attack("usual", PLAIN, more=(said,))).document_date) == "2026-11-12"


@pytest.mark.parametrize(
    ("terms", "beside"),
    [
        ("月结30天", "收到发票次月开始计"),
        ("月结30天", "发票次月入账"),
        ("预付三成", "凭发票月底清账"),
        ("货到30天付款", "自收到发票之日计"),
        ("货到30天付款", "发票金额扣一成质保金"),
        ("Cash in advance", "Invoices settled at the end of the following month"),
        ("Half in advance", "Remainder on receipt of invoice"),
    ],
)
def test_a_sentence_of_invoices_that_moves_paying_is_not_cut_off(terms: str, beside: str) -> None:
    chinese = terms[-1] > "z"
    line = f"付款方式：{terms}。{beside}。" if chinese else f"Payment terms: {terms}. {beside}."
    read = _header(Attack(line, CHINESE if chinese else ENGLISH, head={"pay": line})).payment_terms
    assert read is None or not read.sure or beside in (read.value or "")


@pytest.mark.parametrize("beside", ["发票抬头与我司登记一致", "发票请注明我司订单号", "发票随货寄出"])
def test_what_stands_on_the_invoice_is(beside: str) -> None:
    line = f"付款方式：货到验收合格后30天内付款。{beside}"
    assert _sure(_header(Attack(line, head={"pay": line}, base=CHINESE)).payment_terms) == (
        "货到验收合格后30天内付款"
    )


@pytest.mark.parametrize(
    "beside",
    ["已作废，以20017799为准", "第2项按20017799执行", "轴套按最新报价", "修订版为20017731-A", "作废"],
)
def test_a_sentence_behind_a_number_may_take_it_back(beside: str) -> None:
    number = _header(Attack(beside, CHINESE, head={"quote": f"报价单号：20017731。{beside}"}))
    assert _sure(number.quotation_number) is None
    number = _header(Attack(beside, CHINESE, head={"num": f"订单编号：CG2026-1108。{beside}"}))
    assert _sure(number.document_number) is None


@pytest.mark.parametrize(
    "said",
    [
        ("第二条 交货", "机械密封：45天", "轴套：60天", "第五条 乙方应于合同生效后30天内交货。"),
        ("合同签订后5日内，乙方将履约保函送达甲方。",),
        ("合同签订后30天内交货，由甲方分批签收。",),
        ("合同签订后30天内乙方发货，由甲方通知后接收。",),
        ("合同生效后30天内交货，由甲方预付款到账起算签收。",),
        ("合同签订后30天内交货。", "轴套到货后40天内由甲方安排第二批到货验收，交货。"),
    ],
)
def test_a_time_with_something_beside_it_is_not_certain(said: tuple[str, ...]) -> None:
    assert _sure(_header(Attack(said[0], CONTRACT, after=said)).lead_time) is None


def test_a_time_within_which_goods_are_brought_somewhere_is_no_absent_one() -> None:
    said = "合同签订后30天内，乙方将标的物送往甲方指定仓库。"
    header = _header(Attack(said, CONTRACT, after=(said,)))
    assert header.lead_time is not None or header.delivery_date is not None


def test_the_title_of_a_clause_leaves_its_sentence_certain() -> None:
    said = ("第二条 交货", "乙方应于合同生效后30天内交货，由甲方签收。")
    assert _sure(_header(Attack("usual", CONTRACT, after=said)).lead_time) == "P30D"


def test_a_platform_s_numbers_and_things_are_not_surely_something_else() -> None:
    for heading, at in (("品目", 4), ("品类", 4), ("平台编码", 2)):
        rows = [list(row) for row in CHINESE.rows]
        rows[0][at] = heading
        name = "description" if at == 4 else "customer_part_number"
        assert not finds(Attack(heading, CHINESE, rows=rows, lines=[{name: "?"}, {name: "?"}]))


def test_things_under_one_number_with_amounts_of_their_own_are_items() -> None:
    heading = ["Pos", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount"]
    cells: Cells = [(0, 0, at, text) for at, text in enumerate(heading)]
    for first, number in ((1, "10"), (3, "20")):
        cells += [(first, first + 1, 0, number), (first, first + 1, 3, "4"), (first, first + 1, 4, "pcs")]
        for row, price, amount in ((first, "320.00", "1,280.00"), (first + 1, "100.00", "400.00")):
            texts = ((1, f"1002317{row}"), (2, f"Mechanical seal {row}"), (5, price), (6, amount))
            cells += [(row, row, at, text) for at, text in texts]
    reading = assemble(drawn(HEAD, cells, ["Total EUR 3,360.00"]))
    assert [_sure(line.part_number) for line in reading.lines] == [f"1002317{row}" for row in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "title",
    [
        "quotation",
        "invoice",
        "order confirmation",
        "rechnung",
        "Angebot.",
        "Order confirmation.",
        "Tilausvahvistus",
    ],
)
def test_a_plain_title_of_another_paper_below_a_letterhead_is_one(title: str) -> None:
    assert not finds(Attack(title, title=title, nothing_sure=True))


def test_a_title_beside_a_company_gives_way_to_that_of_another_paper() -> None:
    letterhead = "Changxing Sealing Co., Ltd.                            Order"
    assert not finds(Attack("seller's", letterhead=letterhead, title="Order confirmation", nothing_sure=True))


def test_a_small_cancellation_below_the_title_is_one() -> None:
    attack = Attack("cancelled", before=["Cancellation"], nothing_sure=True)
    assert not finds(attack)


def test_a_further_line_of_a_name_between_storeys_is_its_rest() -> None:
    body = """
Pos  Our item / Description      Qty Unit    Price     Amount
     Your item                   Due
1    NP-4410                     4 pcs       320.00    1,280.00
     Mechanical seal 45
     SiC/SiC
     10023177                    18.12.2026
2    NP-4411                     10 pcs      65.00     650.00
     Shaft sleeve
     Replaces NP-4400
     10023188                    20.12.2026
Total EUR 1,930.00
"""
    names = [line.description for line in read(body).lines]
    assert [_sure(name) for name in names] == ["Mechanical seal 45 SiC/SiC", None]


def test_what_is_not_ordered_is_no_item_below_what_was_carried_forward() -> None:
    body = """
Pos  Your part no.  Description        Qty  Unit   Unit price    Amount
10   10023177       Mechanical seal    4    pcs    320.00        1,280.00
20   10023188       Shaft sleeve       10   pcs    65.00         650.00
Carried forward                                                  1,930.00
Optional items, not ordered
30   10023199       Spare sleeve       1    pcs    65.00         65.00
Total EUR                                                        1,930.00
"""
    assert [_sure(line.part_number) for line in read(body).lines] == ["10023177", "10023188"]


@pytest.mark.parametrize("said", ["1. 币种：美元", "1. 以美元结算。"])
def test_another_money_in_general_terms_leaves_the_concluded_one_open(said: str) -> None:
    assert _sure(_header(Attack(said, NAMELESS, after=("一般条款", said))).currency) is None
    usual = ("一般条款", "1. 以人民币结算。")
    assert _sure(_header(Attack(said, NAMELESS, after=usual)).currency) == "CNY"


@pytest.mark.parametrize("said", ["EXW carrier DHL account 118", "DAP Esbjerg for return shipments only"])
def test_freight_with_something_besides_the_term_does_not_label_it(said: str) -> None:
    assert _sure(_header(Attack(said, head={"inc": f"Freight: {said}"})).incoterms) is None
    usual = Attack("usual", head={"inc": "Freight: DAP Esbjerg"})
    assert _sure(_header(usual).incoterms) == "DAP Esbjerg"


def test_in_how_many_lots_is_no_part_of_a_place() -> None:
    said = "Please deliver to our site, Industrivej 4, in two lots."
    place = _header(Attack(said, head={"place": None}, after=(said,))).delivery_place
    assert place is not None
    assert not place.sure or not str(place.value).endswith("lots")


def test_a_day_of_receipt_beside_a_known_heading_is_not_surely_absent() -> None:
    header = _header(Attack("receipt", head={"deliv": "Exp. receipt: 2026-12-18"}))
    assert header.delivery_date is not None


def test_what_is_paid_later_leaves_the_sentence_of_paying_open() -> None:
    rest = "剩余款项一年后结清。"
    said = ("甲方收到货物验收合格后30天内付款。", rest)
    assert _sure(_header(Attack(rest, CONTRACT, after=said)).payment_terms) is None
    assert _sure(_header(Attack("usual", CONTRACT, after=said[:1])).payment_terms) is not None
