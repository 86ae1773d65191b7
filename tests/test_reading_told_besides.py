"""What ordinary orders tell besides their boxes: days of single items, other orders, who fetches them."""

from dataclasses import replace

import pytest
from drawn_table import drawn
from paper import form, paper, sheet
from typed_orders import TWO_ITEMS, known, told

from extractors.assemble import assemble
from extractors.fields import companies, dates, incoterms
from extractors.header.sums import spoken_totals
from extractors.lines.columns import heading_lines
from extractors.lines.headings import recognise
from extractors.lines.tables import unruled_items
from extractors.page.runs import make_run, rows_of
from models.page import Box, FileFormat, SourceDocument
from models.reading import Header, OrderLine, Reading

SELLER = "供应商：津海密封有限公司"
HEAD = f"江北泵业有限公司\n采购订单\n订单编号：PO-77120\n日期：2026年3月2日\n{SELLER}\n"
ITEMS = [
    ["序号", "名称", "数量", "单价", "金额"],
    ["1", "压盖", "4", "125.00", "500.00"],
    ["2", "弹簧", "2", "20.00", "40.00"],
    ["3", "密封圈", "6", "10.00", "60.00"],
]


def contract(after: str, head: str = HEAD) -> Reading:
    return assemble(form(head, ITEMS, f"合计：600.00\n{after}"))


def days(lines: tuple[OrderLine, ...]) -> list[tuple[str | None, bool]]:
    return [known(each.delivery_date) for each in lines]


def english(said: str, after: str = "") -> Header:
    return assemble(paper(TWO_ITEMS.format(said) + after)).header


def test_a_sentence_proposes_the_day_of_each_item_by_its_number() -> None:
    read = contract("交货：第1项于2026年10月20日前交货；第2至3项于2026年9月20日前交货。")
    assert days(read.lines) == [("2026-10-20", False), ("2026-09-20", False), ("2026-09-20", False)]
    assert read.header.delivery_date is None


@pytest.mark.parametrize(
    "said",
    [
        "第2项交期另行通知。",
        "以上交期以供方书面确认为准。",
        "第2至3项分两批交货。",
    ],
)
def test_what_puts_such_days_off_finds_none_that_is_sure(said: str) -> None:
    told = "交货：第1项于2026年10月20日前交货；第2至3项于2026年9月20日前交货。"
    assert not any(sure for _, sure in days(contract(f"{told}\n{said}").lines))


def test_two_days_of_one_item_are_none() -> None:
    read = contract("交货：第1至2项于2026年10月20日前交货；第2至3项于2026年9月20日前交货。")
    assert days(read.lines) == [("2026-10-20", False), (None, False), ("2026-09-20", False)]


def test_the_last_order_s_items_have_no_day_in_this_one() -> None:
    read = contract("上次订货第1项于2025年10月20日交货；第2至3项于2025年9月20日交货。")
    assert days(read.lines) == [(None, False)] * 3


def test_items_that_a_sentence_gives_a_lead_time() -> None:
    read = assemble(paper(TWO_ITEMS.format("") + "\nDelivery: item 10 in 8 weeks, item 20 in 10 weeks.\n"))
    assert told(read.lines, "lead_time") == [("P8W",), ("P10W",)]
    assert read.header.delivery_date is None


def test_a_sentence_that_gives_one_of_two_items_a_lead_time_may_mean_the_order() -> None:
    read = assemble(paper(TWO_ITEMS.format("") + "\nDelivery: item 10 in 8 weeks, the rest ex stock.\n"))
    assert [known(each.lead_time) for each in read.lines] == [("P8W", False), (None, False)]
    assert read.header.delivery_date or read.header.lead_time


@pytest.mark.parametrize(
    "said",
    [
        "As per your offer. Work order 5510923 (caustic pump, shutdown 18/01/2028).",
        "Ship with order 26-0698 in one container if possible.",
        "Please pack together with our PO 26-0698.",
        "The invoice for our order 26-0698 has not yet been received.",
    ],
)
def test_a_sentence_of_another_order_is_no_rival_of_the_number(said: str) -> None:
    assert known(english("", f"\n{said}\n").document_number) == ("PO-77120", True)


def test_a_sentence_with_another_number_for_this_order_is_one() -> None:
    assert not known(english("", "\nThis is our order 26-0698.\n").document_number)[1]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Deliver to\nLot 4 Creek Road, Altona VIC 3018", "Lot 4 Creek Road, Altona VIC 3018"),
        ("Deliver to\nUnit 9 Mill Road, Livingston EH54 7BT", "Unit 9 Mill Road, Livingston EH54 7BT"),
    ],
)
def test_a_numbered_street_and_a_town_with_its_code_are_a_whole_address(said: str, place: str) -> None:
    assert known(english(said).delivery_place) == (place, True)


def test_a_street_and_a_town_alone_may_go_on() -> None:
    assert not known(english("Deliver to\nLot 4 Creek Road, Altona").delivery_place)[1]


def test_clauses_numbered_by_a_word_alone_are_labels() -> None:
    read = contract(
        "Article 4 Destination 目的地: 河北省邢台市泉北大街12号仓库\nArticle 5 Payment 付款: 货到30天付款"
    )
    assert known(read.header.delivery_place) == ("河北省邢台市泉北大街12号仓库", True)
    assert known(read.header.payment_terms) == ("货到30天付款", True)


def test_cash_against_documents_through_a_bank_is_paying() -> None:
    assert known(english("Payment: CAD through first class bank").payment_terms)[1]


def test_a_users_contract_number_is_none_of_the_order() -> None:
    read = contract("", HEAD.replace("订单编号", "单号") + "用户合同号：CBW-2026-5521\n")
    assert known(read.header.document_number) == ("PO-77120", True)


@pytest.mark.parametrize("label", ["需方：", "采购单位："])
def test_who_sells_by_another_label_is_not_surely_the_buyer(label: str) -> None:
    head = f"采购订单\n订单编号：PO-77120\n{SELLER}\n"
    assert not known(contract(f"{label}津海密封有限公司", head).header.customer)[1]


def test_the_total_of_a_former_order_contradicts_nothing() -> None:
    former = "前次订货（2024年10月，JB-24-066，总价41,300.00元）之价格不作为依据。"
    assert known(contract(former).header.total_amount) == ("600.00", True)
    assert not known(contract("本合同总价41,300.00元。").header.total_amount)[1]


def test_the_last_order_s_total_is_told_by_its_sentence() -> None:
    def totals(text: str) -> list[str]:
        page = paper(text).pages[0]
        runs = [make_run(page, line) for line in rows_of(page.words)]
        return [each.run.text[each.start : each.end] for each in spoken_totals.find(runs)]

    assert totals("The last order of 2 May had a contract total of EUR 9.00.") == []
    assert totals("The contract total is EUR 9.00.") == ["EUR 9.00"]
    assert totals("Compared with the last order, the contract total is EUR 9.00.") == ["EUR 9.00"]
    assert totals("较上次订货有调整，合同总价为9.00元。") == ["9.00元"]


def test_a_sum_of_all_amounts_by_a_further_name() -> None:
    read = assemble(form(HEAD, ITEMS, "合价总计（增值税率13%）：600.00"))
    assert known(read.header.total_amount) == ("600.00", True)


def test_a_place_behind_when_goods_come() -> None:
    read = contract("交货：合同签订后4个月内交货，地点为河北省邢台市泉北大街12号压缩机厂房。")
    assert known(read.header.delivery_place) == ("河北省邢台市泉北大街12号压缩机厂房", True)
    assert known(read.header.lead_time) == ("P4M", True)


@pytest.mark.parametrize(
    "said",
    [
        "交货日期：2026.10.15（整单一次交付）",
        "交货期：2026年10月15日前到达交货地点。",
        "交货 Delivery: not later than 15 October 2026 不迟于2026年10月15日",
    ],
)
def test_a_day_of_delivery_with_what_takes_nothing_from_it(said: str) -> None:
    assert known(contract(said).header.delivery_date) == ("2026-10-15", True)


@pytest.mark.parametrize(
    "said",
    [
        "交货日期：2026.10.15（首批交付）",
        "交货 Delivery: not later than 15 October 2026 不迟于2026年11月15日",
    ],
)
def test_a_day_of_delivery_with_another_or_of_a_part_is_open(said: str) -> None:
    assert not known(contract(said).header.delivery_date)[1]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("报价依据：20018016（贵公司2026年1月30日报价）", True),
        ("报价依据：20018016（贵公司2026年1月30日报价的修订，20018044）", False),
    ],
)
def test_whose_offer_of_what_day_stands_behind_its_number(said: str, *, sure: bool) -> None:
    assert known(contract("", HEAD + said + "\n").header.quotation_number) == ("20018016", sure)


@pytest.mark.parametrize("form_", ["Lda.", "S.L.U.", "LLP", "OHG"])
def test_further_forms_of_companies(form_: str) -> None:
    name = f"Rio Alto Vedantes, {form_}"
    assert [name[low:high] for low, high in companies.find(name)] == [name]


@pytest.mark.parametrize("text", ["wk 38-2026", "KW 38-2026", "week 38 - 2026"])
def test_a_week_and_its_year_behind_a_dash(text: str) -> None:
    assert [(each.first.isoformat(), each.last.isoformat()) for each in dates.parse(text)] == [
        ("2026-09-14", "2026-09-20")
    ]


def test_a_heading_that_begins_with_the_year_of_its_days() -> None:
    rows = [
        ["序号", "名称", "数量", "单价", "金额", "2026年到货"],
        ["1", "压盖", "4", "125.00", "500.00", "10/16"],
        ["2", "弹簧", "2", "20.00", "40.00", "09月25日"],
    ]
    read = assemble(form(HEAD, rows, "合计：540.00"))
    assert days(read.lines) == [("2026-10-16", True), ("2026-09-25", True)]
    heading = recognise("2026年数量")
    assert heading is None or not heading.exact


def test_names_of_several_lines_below_things_beside_their_codes() -> None:
    names = [
        ("波纹管密封 Metal bellows seal", "MB85-45 Alloy 718"),
        ("角接触轴承 Angular contact", "bearing 7310"),
    ]
    cells = [
        (0, 0, at, text) for at, text in enumerate(["序号", "货物 Goods", "GPN", "数量", "单价", "金额"])
    ]
    for at, (first, second) in enumerate(names):
        row = 1 + 2 * at
        others = [str(at + 1), "", f"1009492{at}", "2", "10.00", "20.00"]
        cells += [(row, row + 1, column, text) for column, text in enumerate(others) if text]
        cells += [(row, row + 1, 1, f"{first}\n{second}")]
    read = assemble(drawn(HEAD.split("\n"), cells, ["合计：40.00"]))
    assert [known(each.description) for each in read.lines] == [(" ".join(each), True) for each in names]


def test_what_is_made_to_order_heads_its_names() -> None:
    rows = [
        ["序号", "定作物名称", "材质规格", "承揽方编码", "数量", "单价", "金额"],
        ["1", "轴套", "合金C276 70", "LP-27-5576", "4", "125.00", "500.00"],
        ["2", "叶轮", "双相钢2205 260", "LP-47-3375", "1", "40.00", "40.00"],
    ]
    read = assemble(
        sheet([["采购订单"], ["订单编号", "PO-77120"], [], *rows, ["合计", "", "", "", "", "", "540.00"]])
    )
    assert [known(each.description)[0] for each in read.lines] == ["轴套", "叶轮"]


def test_two_labelled_codes_of_a_line_with_a_letter_first() -> None:
    rows = [
        ["项", "品名规格", "数量", "单价", "金额"],
        ["1", "压盖", "4", "125.00", "500.00"],
        ["", "贵厂号4S8B-00572-D 我厂号Z02-1157", "", "", ""],
        ["2", "弹簧", "2", "20.00", "40.00"],
        ["", "贵厂号10091511 我厂号Z02-1163", "", "", ""],
    ]
    read = assemble(form(HEAD, rows, "合计：540.00"))
    assert told(read.lines, "part_number", "customer_part_number") == [
        ("4S8B-00572-D", "Z02-1157"),
        ("10091511", "Z02-1163"),
    ]


ENDING = """
Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.

       Unsere Art.-Nr. / our
Pos    no.                     Bezeichnung / Description   Menge /   Preis / Price   PE /   Betrag / Amount
       Ihre Art.-Nr. / your                                Qty       EUR             per    EUR
       no.
10     RPS-40-2217             Deckel / Gland              10 St     26.00           1 St   260.00
       10022823
20     RPS-55-0380             Feder / Spring              10 St     30.00           1 St   300.00
       10051589
Gesamtbetrag / Total EUR                                                                    560.00
"""


def test_a_heading_goes_on_below_its_own_line() -> None:
    page = paper(ENDING).pages[0]
    lines = unruled_items.lines_of(page, page.words)
    at = next(at for at, line in enumerate(lines) if line[0].text.startswith("Pos"))
    heading = heading_lines.find(lines, at)
    assert heading is not None
    assert heading.columns[1].text == "Unsere Art.-Nr. / our no. Ihre Art.-Nr. / your no."
    assert heading.last == at + 2


def test_a_number_of_another_paper_in_the_head_is_no_title_s() -> None:
    head = HEAD + "（本合同取代原合同QHLJ-WZ-2023-118之续签意向）\n"
    assert known(contract("", head).header.document_number) == ("PO-77120", True)


def test_a_number_that_goes_on_in_brackets_is_one() -> None:
    head = HEAD.replace("采购订单\n订单编号：PO-77120", "买卖合同\n合同编号：HYHC-SB-2026(071)")
    assert known(contract("", head).header.document_number) == ("HYHC-SB-2026(071)", True)


def test_a_second_number_in_the_title_is_a_rival() -> None:
    head = HEAD.replace("采购订单\n", "采购订单 JB-2026-0711\n")
    assert not known(contract("", head).header.document_number)[1]


@pytest.mark.parametrize(("label", "code"), [("All prices", "USD"), ("Alle Preise in", "CHF")])
def test_what_all_prices_are_in_is_the_currency(label: str, code: str) -> None:
    rows = [["Order", "PO-77120"], ["Vendor", "Beilan Sealing Co., Ltd."], [label, code], []]
    rows += [
        ["Item", "Description", "Qty", "Unit price", "Amount"],
        ["10", "Gland", "2", "$ 5.00", "$ 10.00"],
    ]
    read = assemble(sheet([*rows, ["Total", "", "", "", "$ 10.00"]]))
    assert known(read.header.currency) == (code, code == "USD")


def test_the_day_behind_the_number_of_a_title_is_the_paper_s() -> None:
    text = TWO_ITEMS.format("Currency: EUR").replace("Order date: 2027-03-01\n", "")
    dated = text.replace("Purchase Order PO-77120", "Purchase Order PO-77120 / 2027-03-02")
    assert known(assemble(paper(dated)).header.document_date) == ("2027-03-02", True)
    split = text.replace("Purchase Order PO-77120", "Purchase Order PO-77120 / 4410-03-02")
    assert not known(assemble(paper(split)).header.document_date)[1]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("EXW Tianjin, our forwarder Transmar will collect", True),
        ("FCA Tianjin, collected by our carrier", True),
        ("DAP Hull, our forwarder will collect", False),
        ("EXW Tianjin, our forwarder will collect and charge the seller", False),
    ],
)
def test_who_fetches_the_goods_takes_nothing_from_a_term_by_which_he_does(said: str, *, sure: bool) -> None:
    found = english(f"Terms of delivery: {said}").incoterms
    assert known(found) == (said.split(",", maxsplit=1)[0], sure)


@pytest.mark.parametrize(
    ("heading", "exact"), [("我厂图号/代号", False), ("图号或料号", False), ("我厂图号", True)]
)
def test_drawings_that_may_be_codes_are_not_sure(heading: str, *, exact: bool) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.exact is exact
    rows = [
        ["序号", heading, "贵司编码", "名称", "数量", "单价", "金额"],
        ["1", "A20.118", "10081503", "静环", "2", "10.00", "20.00"],
        ["2", "A20.125", "10081510", "动环", "2", "10.00", "20.00"],
    ]
    read = assemble(form(HEAD, rows, "合计：40.00"))
    assert [known(each.drawing_number)[1] for each in read.lines] == [exact, exact]


TYPED = """
CASCADIA MINERAL INC.                 PURCHASE ORDER    77-21586
2280 RIVER ROAD                       ORDERED           JUN 12 2026
                                      BUYER             T. OKAFOR
VENDOR 30418                          SHIP TO
BEILAN SEALING CO., LTD.              RECEIVING DOCK C

Item   Your part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10    pc     26.00        260.00
Total USD                                                            260.00
"""


def test_a_buyer_s_person_above_where_goods_go_is_no_place() -> None:
    found = assemble(paper(TYPED)).header.delivery_place
    assert found is None or found.value != "T. OKAFOR"


NOTED = """
江北泵业有限公司                                  定购单
编号：HX26-0719
致：津海密封有限公司

                     ①我方料号
No  品名规格         ②贵方料号    订购数   未税单价   未税小计
                     ③原机厂件号
                     HX-MF-00821
1   静环 50          10027715      3套      10.00      30.00
                     H7N/50-G9
                     HX-MF-01140
2   压盖 48          10029118      2个      20.00      40.00
                     K6375-50533
    {mark} 2项按我司图纸尺寸复检，不合格整批退回。
                     HX-MF-01377
3   弹簧 20          10030256      1根      30.00      30.00
                     —
总计                                                   100.00
"""


@pytest.mark.parametrize("mark", ["★", "※", "注："])
def test_a_marked_note_below_a_name_is_none_of_it(mark: str) -> None:
    read = assemble(paper(NOTED.format(mark=mark)))
    assert [known(each.description)[0] for each in read.lines] == ["静环 50", "压盖 48", "弹簧 20"]


def test_a_day_that_may_be_read_in_several_ways_is_likely_one_to_come() -> None:
    rows = [["Item", "Description", "Qty", "Unit price", "Amount", "Delivery"]]
    rows += [["10", "Gland", "2", "5.00", "10.00", "26/11/20"]]
    head = "Purchase Order PO-77120\nOrder date: 2 September 2026\nSupplier: Beilan Sealing Co., Ltd."
    lines = assemble(form(head, rows, "Total: 10.00")).lines
    assert days(lines) == [("2026-11-20", False)]


LISTED = """
Terms & conditions
1. Price basis: CIF Nhava Sheva, firm till completion of supply.
2. Delivery: within 70 days from date of this P.O.; bill of lading date shall be considered.
3. Payment: 100% by irrevocable L/C at 60 days from B/L date
4. Consignee: Garran Zinc Ltd, Unit-2 Stores, Plot 121, Hyderabad
"""


def test_an_entry_of_terms_with_a_second_sentence_ends_no_list() -> None:
    page = paper(TWO_ITEMS.format("") + LISTED).pages[0]
    words, shift = [], 0.0
    for word in page.words:
        shift = 14.0 if word.text == "bill" else shift if word.box.x0 > 400 else 0.0
        box = word.box
        words.append(replace(word, box=Box(box.x0 + shift, box.top, box.x1 + shift, box.bottom)))
    parted = SourceDocument(FileFormat.PDF, (replace(page, words=tuple(words)),), exact=False)
    assert known(assemble(parted).header.payment_terms) == (
        "100% by irrevocable L/C at 60 days from B/L date",
        False,
    )


def test_a_total_in_a_term_names_no_place() -> None:
    assert incoterms.find("TOTAL CIF VALUE USD") == ()
    assert incoterms.find("CIF Value Port") != ()
