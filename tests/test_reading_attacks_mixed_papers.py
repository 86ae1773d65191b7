"""What a paper holds besides, or says in rarer words: other tables, unknown labels, two languages."""

import pytest
from paper import form, paper, sheet
from reading_attacks import (
    CHINESE,
    HEADING,
    SEAL,
    SLEEVE,
    UNSURE,
    Attack,
    finds,
    pages,
)

from extractors.assemble import assemble
from extractors.conventions import Conventions
from extractors.header.whole import suspicion
from extractors.page.blocks import page_blocks, some_of
from extractors.page.runs import make_run
from extractors.scope import Scope
from extractors.several_orders import split
from models.reading import Field, Kind

ATTACKS = (
    # A label that nobody knows, and a value that can only be one thing.
    Attack(
        "mp-place",
        base=CHINESE,
        head={"place": "货到处：南通市经开区通达路88号海瑞厂区2号库"},
        truth={"delivery_place": UNSURE},
    ),
    Attack(
        "mp-terms",
        base=CHINESE,
        head={"pay": "放款方法：货到验收合格后30天内付款"},
        truth={"payment_terms": UNSURE},
    ),
    # The day of a framework, beside the order's own that is called nothing but a date.
    Attack(
        "mp-agreement-date",
        head={"date": "Agreement date: 2024-03-12", "own": "Dated: 2026-11-12"},
        truth={"document_date": UNSURE},
    ),
    # No currency is printed anywhere.
    Attack("mp-currency", head={"cur": None}, foot=["Total 1,930.00"], truth={"currency": UNSURE}),
    # The number of another contract.
    Attack(
        "mp-contract-ref",
        head={"num": "Contract reference: MC-2024-118"},
        truth={"document_number": UNSURE},
    ),
    # Labels in two languages that nothing but a blank parts from the value.
    Attack(
        "mp-two-languages",
        base=CHINESE,
        head={"buy": "需方 / Customer江苏海瑞化工装备有限公司"},
        truth={"customer": "江苏海瑞化工装备有限公司"},
    ),
    Attack("mp-trade-currency", head={"inc": "Incoterms: DAP Esbjerg EUR"}, truth={"incoterms": UNSURE}),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_wrong_is_sure(attack: Attack) -> None:
    assert not finds(attack)


HEAD = "Nordhavn Process A/S\nPURCHASE ORDER\nOrder No.: 4500781234\nOrder date: 2026-11-12"
EARLIER = [
    ["Pos", "Your part no.", "Description", "Qty", "Unit price", "Amount"],
    ["1", "10099001", "Filter bag 200 mm", "7", "31.00", "199.00"],
    ["2", "10099002", "Disc spring", "5", "12.00", "61.00"],
    ["3", "10099003", "Coupling", "2", "12.00", "99.00"],
]


def values(fields: list[Field | None]) -> list[tuple[str | None, bool] | None]:
    return [None if field is None else (field.value, field.sure) for field in fields]


@pytest.mark.parametrize(
    "title", ["Earlier order", "库存及备件清单", "Preisliste", "附：往年采购明细", "Annex B: Price history"]
)
def test_a_table_of_something_else_gives_no_sure_line(title: str) -> None:
    lines = assemble(form(f"{HEAD}\n{title}", EARLIER)).lines
    assert lines
    fields = [field for line in lines for field in (line.part_number, line.quantity)]
    assert not any(field is not None and field.sure for field in fields)


def test_numbers_that_make_nothing_leave_their_lines_open() -> None:
    read = assemble(form(HEAD, EARLIER, "Total EUR 1,930.00"))
    assert not any(line.part_number.sure for line in read.lines if line.part_number is not None)


def test_of_two_tables_in_one_sheet_the_one_that_makes_the_total_is_the_orders() -> None:
    width = len(HEADING)
    rows = [
        ["PURCHASE ORDER", *[""] * (width - 1)],
        ["Order No.: 4500781234", *[""] * (width - 1)],
        ["Bought last year", *[""] * (width - 1)],
        *([*row, *[""] * (width - len(row))] for row in EARLIER),
        HEADING,
        SEAL,
        SLEEVE,
        ["Total EUR", *[""] * (width - 2), "1,930.00"],
    ]
    read = assemble(sheet(rows))
    assert values([line.part_number for line in read.lines]) == [("10023177", True), ("10023188", True)]
    assert read.header.total_amount is not None
    assert (read.header.total_amount.value, read.header.total_amount.sure) == ("1930.00", False)


def test_a_second_heading_without_drawn_cells_begins_another_table() -> None:
    text = """
Nordhavn Process A/S
PURCHASE ORDER
Order No.: 4500781234
Description               Qty            Amount        Your part no.
Filter bag 200 mm         7              199.00        10099001
Disc spring               5              61.00         10099002
Pos   Description         Unit    Qty    Price    Amount      Your part no.
10    Mechanical seal     pcs     4      320.00   1,280.00    10023177
20    Shaft sleeve        pcs     10     65.00    650.00      10023188
30    Gland plate         pcs     1      70.00    70.00       10023199
Total EUR                                         2,000.00
"""
    lines = assemble(paper(text)).lines
    assert values([line.part_number for line in lines]) == [
        ("10023177", True),
        ("10023188", True),
        ("10023199", True),
    ]
    names = [line.description.value for line in lines if line.description]
    assert names == ["Mechanical seal", "Shaft sleeve", "Gland plate"]


def test_sizes_beside_the_name_are_no_numbers_of_parts() -> None:
    text = """
采购订单
订单编号：CG2026-1108
序号   名称         技术规格    数量   单位   单价    金额
1      骨架油封     TC 6204     4      只     12.00   48.00
       供方编码：2D8S-0331
2      深沟球轴承   NU 2210     2      套     80.00   160.00
       供方编码：2D8S-0338
3      圆柱销       M12x95 A4-  2      套     10.00   20.00
       供方编码：2D8S-0345
                    70
合计                                                  228.00
"""
    lines = assemble(paper(text)).lines
    assert values([line.part_number for line in lines][:2]) == [("2D8S-0331", True), ("2D8S-0338", True)]
    assert [line.customer_part_number for line in lines] == [None, None, None]


def test_a_label_in_two_languages_ends_the_name_above_it() -> None:
    rows = [["Pos", "Description", "Qty", "Price", "Amount"], ["1", "Hose DN40", "4", "50.00", "200.00"]]
    text = "Purchase order\nOrder No.: 4500781234"
    body = paper(
        f"""
{text}
Pos  Description                      Qty   Price   Amount
1    Hose DN40                        4     50.00   200.00
     供方编码 Vendor part LP-12-3000
"""
    )
    assert values([assemble(form(text, rows)).lines[0].part_number]) == [(None, False)]
    assert values([assemble(body).lines[0].part_number]) == [("LP-12-3000", True)]


@pytest.mark.parametrize(("above", "below"), [("交期:2026年6月", "19日"), ("Wanted: 19 June", "2026")])
def test_a_day_that_its_cell_broke_is_read_whole(above: str, below: str) -> None:
    text = f"""
Purchase order
Order No.: 4500781234
Pos  Description      Qty   Price   Amount
1    Hose DN40        4     50.00   200.00
     {above}
     {below}
2    Gland plate      1     70.00   70.00
     {above}
     {below}
Total EUR                           270.00
"""
    dates = values([line.delivery_date for line in assemble(paper(text)).lines])
    assert dates == [("2026-06-19", True), ("2026-06-19", True)]


def test_a_time_behind_its_label_without_a_mark_belongs_to_the_item() -> None:
    text = """
采购订单
订单编号：CG2026-1108
序号   名称             数量   单价    金额
1      机械密封         4      50.00   200.00
       货期45天
2      轴套             1      70.00   70.00
       货期60天
合计                                   270.00
"""
    read = assemble(paper(text))
    assert values([line.lead_time for line in read.lines]) == [("P45D", True), ("P60D", True)]
    assert read.header.lead_time is None


def test_where_one_item_alone_lacks_a_number_those_of_the_others_may_be_lost() -> None:
    text = """
Purchase order
Order No.: 4500781234
Pos  Description      Qty   Price   Amount
1    Hose DN40        4     50.00   200.00
     Your part no. 10023177
2    Gland plate      1     70.00   70.00
     Your part no. 10023188
3    Shaft sleeve     2     10.00   20.00
Total EUR                           290.00
"""
    parts = values([line.part_number for line in assemble(paper(text)).lines])
    assert parts == [("10023177", False), ("10023188", False), (None, False)]


def test_a_time_below_the_last_item_may_be_the_orders() -> None:
    text = """
Purchase order
Order No.: 4500781234
Pos  Description      Qty   Price   Amount
1    Hose DN40        4     50.00   200.00
2    Gland plate      1     70.00   70.00
     Required week: CW 33/2026
Total EUR                           270.00
"""
    read = assemble(paper(text))
    dates = [line.delivery_date for line in read.lines] + [read.header.delivery_date]
    assert not any(field is not None and field.sure for field in dates)


def test_a_price_unit_of_pieces_is_likely_the_unit() -> None:
    text = """
采购订单
订单编号：CG2026-1108
物料名称：机械密封
订货数：4
计价单位：套
单价：50.00
金额：200.00
物料名称：轴套
订货数：2
计价单位：件
单价：30.00
金额：60.00
合计：260.00
"""
    for line, unit in zip(assemble(paper(text)).lines, ("套", "件"), strict=True):
        assert values([line.unit]) == [(unit, False)]


def test_labels_of_the_order_end_the_last_card() -> None:
    text = """
购销合同
合同编号：HT2026-1108
项目：1
物料名称：机械密封
数量：4
单价：50.00
金额：200.00
项目：2
物料名称：轴套
数量：2
单价：30.00
金额：60.00
收货仓库：南通市经开区通达路88号2号库
合计：260.00
"""
    place = assemble(paper(text)).header.delivery_place
    assert values([place]) == [("南通市经开区通达路88号2号库", True)]


def order(number: str, day: str, amount: str) -> str:
    return f"""
Nordhavn Process A/S
PURCHASE ORDER
Nordhavn Process A/S hereby places order no. {number} dated {day} for the goods listed below.
Pos  Description      Qty   Price    Amount
1    Hose DN40        1     {amount}   {amount}
"""


def test_an_order_that_says_its_number_in_a_sentence_begins_anew_with_another() -> None:
    first, second = order("PO-4711", "3 May 2026", "200.00"), order("PO-4712", "9 May 2026", "300.00")
    rest = paper("Total EUR 200.00\nPayment terms: 30 days net")
    assert len(split(pages(paper(first), rest, paper(second)))) == len((first, second))
    assert len(split(pages(paper(first), rest, paper(first)))) == 1


def test_an_order_whose_number_stands_elsewhere_on_the_page_begins_anew() -> None:
    head = "PURCHASE ORDER\nOrder No.: 45001\nOrder date: 2026-05-03\nSupplier: Changxing Sealing Co., Ltd."
    other = (
        "PURCHASE ORDER\nSupplier: Changxing Sealing Co., Ltd.\nProject: Turnaround\nDepartment: Stores\n"
        "Order date: 2026-05-03\nOrder No.: 45002"
    )
    assert len(split(pages(form(head, EARLIER), form(other, EARLIER)))) == len((head, other))
    again = other.replace("45002", "45001")
    assert len(split(pages(form(head, EARLIER), form(again, EARLIER)))) == 1


def test_options_whose_boxes_were_lost_leave_the_terms_open() -> None:
    text = f"{HEAD}\nPayment terms \ufffd in advance \ufffd 30 days net \ufffd other"
    terms = assemble(form(text, [HEADING, SEAL, SLEEVE], "Total EUR 1,930.00")).header.payment_terms
    assert terms is not None
    assert not terms.sure


@pytest.mark.parametrize("label", ["Registered office", "Port of loading", "Invoices by mail to"])
def test_another_address_makes_no_place_doubtful(label: str) -> None:
    text = f"{HEAD}\n{label}: Havnegade 12, 6700 Esbjerg, Denmark"
    assert assemble(form(text, [HEADING, SEAL, SLEEVE], "Total EUR 1,930.00")).header.delivery_place is None


def test_what_goes_on_at_the_left_is_not_surely_the_second_labels_value() -> None:
    text = f"""
{HEAD}
Destination: Quai B, 21 avenue du Port, 38999 Val- Payment terms: Net 60 days after
le-Bas, France                                     receipt of invoice
Required on site: 2026-12-18 and all other goods that the papers name for this order
"""
    rows = [HEADING, SEAL, SLEEVE]
    terms = assemble(form(text, rows, "Total EUR 1,930.00")).header.payment_terms
    assert terms is None or not terms.sure


def test_the_rest_of_a_broken_cell_is_nobodys_number() -> None:
    text = """
Purchase order
Order No.: 4500781234
Pos  Description                 Qty   Price   Amount   Tag no.
1    Hose DN40                   4     50.00   200.00   P-
     Supplier catalogue no. :                           1103A
     10023177
2    Gland plate                 1     70.00   70.00    P-
     Supplier catalogue no. :                           1203A
     10023188
Total EUR                                      270.00
"""
    parts = [line.part_number for line in assemble(paper(text)).lines]
    assert not any(field is not None and field.sure and field.value in {"1103A", "1203A"} for field in parts)


def test_a_rate_behind_a_label_set_wide_is_not_passed_over() -> None:
    text = """
采购订单
订单编号：CG2026-1108
税          率 13%
"""
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "2", "30.00", "60.00"]]
    rate = assemble(form(text, rows, "合计：60.00")).header.tax_rate
    assert rate is not None
    assert not rate.sure or rate.value == "13"


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        (
            "二、到货地址 Delivery location 通海市滨江路209号备件库 Spare Parts Store, 209 Binjiang Road,",
            True,
        ),
        ("三、交货地址 通海市滨江路209号备件库", True),
        ("交货地址由双方另行商定。", False),
    ],
)
def test_a_place_behind_a_mere_blank_is_not_passed_over(line: str, doubtful: bool) -> None:  # noqa: FBT001
    page = paper(line).pages[0]
    scope = Scope(Kind.PURCHASE_ORDER, (), (make_run(page, page.words),), Conventions())
    assert (suspicion.unread(scope, "place") is not None) is doubtful


def test_a_number_that_the_margin_parted_from_its_label_is_not_passed_over() -> None:
    text = f"{HEAD}\nVAT ID: 91120000MA05        Packing: wooden cases        Ref. quotation:\n20031407"
    number = assemble(form(text, [HEADING, SEAL, SLEEVE], "Total EUR 1,930.00")).header.quotation_number
    assert number is not None
    assert not number.sure


def test_a_page_keeps_its_margin_when_tables_are_taken_out() -> None:
    page = paper("Pos   Description   Amount\nTerms: 30 days").pages[0]
    blocks = page_blocks(page, (), page.words)
    short = [block for block in blocks.blocks if "Terms" in block.text]
    assert some_of(blocks, short).right_margin == blocks.right_margin
