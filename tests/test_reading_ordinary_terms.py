"""Terms, places and names as ordinary papers have them, with what is said behind them or in front of them."""

import pytest
from paper import form, paper
from typed_orders import HEAD as HEADED
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from extractors.fields import place_ends
from extractors.header.sides import broken_names
from extractors.page.runs import make_run, rows_of
from models.reading import Header

HEAD = "{head}\n采购订单\n订单编号：PO-77120\n{seller}\n{said}\n"
ITEMS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]
SELLER = "供应商：津海密封有限公司"


def chinese(
    said: str = "", *, head: str = "江北泵业有限公司", seller: str = SELLER, after: str = ""
) -> Header:
    text = HEAD.format(head=head, seller=seller, said=said)
    return assemble(form(text, ITEMS, f"合计：500.00\n{after}")).header


def english(said: str, currency: str = "EUR") -> Header:
    return assemble(paper(TWO_ITEMS.format(said).replace("EUR", f"{currency:<3}"))).header


STREET = "河北省石家庄市经济技术开发区扬子路88号"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (f"合同生效后6周内，送至{STREET}3号门收货处。", f"{STREET}3号门收货处"),
        (f"自本订单签字之日起45天内送至{STREET}备件库，由供方负责运输。", f"{STREET}备件库"),
        (f"税率13%，总价含税。送货：{STREET}备件库。", f"{STREET}备件库"),
        (f"送货信息：{STREET}备件库", f"{STREET}备件库"),
        (f"交货地点：{STREET}备件库，联系人：周正0561-6077315。", f"{STREET}备件库"),
        (f"交货地点：{STREET}备件库。联系人：乌日娜 0471-739 5108。", f"{STREET}备件库"),
    ],
)
def test_a_whole_address_that_goods_are_sent_to_is_the_place(said: str, place: str) -> None:
    assert known(chinese(after=said).delivery_place) == (place, True)


@pytest.mark.parametrize(
    "said",
    [
        f"首批合同生效后6周内，送至{STREET}3号门。",
        f"自本订单签字之日起45天内送至{STREET}备件库，再转运至工地。",
        f"税率13%。送货：7天内送到{STREET}备件库。",
        f"发票寄至{STREET}财务部。",
    ],
)
def test_goods_that_go_on_or_in_part_and_papers_have_no_certain_place(said: str) -> None:
    place = chinese(after=said).delivery_place
    assert place is None or not (place.sure and place.value is not None)


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Consignee: Garran Zinc Ltd, Plot C-41, MIDC Ambad, Nashik", True),
        ("5. 收货人Consignee: Garran Zinc Ltd, Warehouse No. 3, Makat Highway 22, Atyrau", True),
        ("Consignee: Harbour Forwarding Ltd, Plot C-41, MIDC Ambad, Nashik", False),
    ],
)
def test_the_buyer_as_consignee_gets_the_goods_at_a_whole_address(said: str, *, sure: bool) -> None:
    found = english(said).delivery_place
    assert found is not None
    assert found.sure is sure


@pytest.mark.parametrize(
    "late",
    ["逾期利息按年利率3.45%计。", "如买方逾期付款，按每日0.05%支付违约金。", "逾期付款按LPR计收利息。"],
)
def test_what_late_payment_costs_is_none_of_the_terms(late: str) -> None:
    terms = "货到验收合格后60天内电汇支付"
    assert known(chinese(f"付款方式：{terms}。{late}").payment_terms) == (terms, True)


@pytest.mark.parametrize(
    "further", ["逾期不付的质保金10%一年后付清。", "逾期付款按日支付0.05%违约金，且余款10%一年后付。"]
)
def test_a_further_instalment_belongs_to_the_terms(further: str) -> None:
    found = chinese(f"付款方式：货到验收合格后60天内付90%。{further}").payment_terms
    assert found is not None
    assert "10%" in (found.value or "") or not found.sure


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Price basis: CIF Nhava Sheva (Incoterms 2020), prices firm", "CIF Nhava Sheva"),
        ("Terms of deliv.: CPT Kuusankoski", "CPT Kuusankoski"),
        ("Delivery terms: DAP Hull; all prices are firm and fixed", "DAP Hull"),
    ],
)
def test_a_trade_term_is_read_beside_firm_prices_and_below_short_labels(said: str, term: str) -> None:
    assert known(english(said).incoterms) == (term, True)


def test_prices_that_are_firm_under_a_condition_are_more_than_a_remark() -> None:
    found = english("Price basis: CIF Nhava Sheva, prices firm for FOB only").incoterms
    assert found is None or not (found.sure and found.value == "CIF Nhava Sheva")


@pytest.mark.parametrize(
    "said",
    [
        "All amounts in pounds sterling (GBP), VAT zero-rated.",
        "All prices in sterling (GBP).",
    ],
)
def test_pounds_sterling_are_said_once_by_word_and_code(said: str) -> None:
    assert known(english(said, "").currency) == ("GBP", True)


def test_pounds_beside_another_currency_are_open() -> None:
    found = english("All prices in pounds sterling (GBP), payable in US dollars.", "").currency
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "notice",
    [
        "乙方应提前3日电话通知甲方仓库（0873-7712655）。",
        "供方须提前2天通知收货人。",
        "乙方应提前3日电话联系甲方。",
    ],
)
def test_who_is_told_before_a_delivery_does_not_move_it(notice: str) -> None:
    assert known(chinese(f"交货期：订单签订后10周内。{notice}").lead_time) == ("P10W", True)


def test_another_time_behind_the_first_one_is_not_passed_over() -> None:
    found = chinese("交货期：订单签订后10周内。乙方应提前3日交付第一批。").lead_time
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("said", "sure"), [("at mill", True), ("at the warehouse", True), ("at latest", False)]
)
def test_where_goods_are_by_a_day_takes_nothing_from_it(said: str, *, sure: bool) -> None:
    found = english(f"Delivery date: June 18, 2027, {said}").delivery_date
    assert found is not None
    assert found.sure is sure


@pytest.mark.parametrize(
    ("name", "sure"), [("江北泵业集团", False), ("江北泵业集团有限公司", True), ("青湾市排水管理处", False)]
)
def test_a_short_name_beside_the_whole_one_is_never_sure(name: str, *, sure: bool) -> None:
    head = "江北泵业集团有限公司"
    found = chinese(f"采购组织：{name}", head=head).customer
    assert found is not None
    assert found.sure is sure
    assert sure or name.startswith("青") or found.value == head


def test_an_office_behind_the_company_at_the_head_is_open() -> None:
    office = chinese(head="江北泵业股份有限公司采购中心").customer
    assert office is not None
    assert not office.sure
    assert known(chinese(head="江北泵业股份有限公司").customer) == ("江北泵业股份有限公司", True)


@pytest.mark.parametrize(("seller", "sure"), [("天津汉密", True), ("江北", False), ("江北泵业", False)])
def test_a_seller_in_short_tells_that_the_head_is_the_buyers(seller: str, *, sure: bool) -> None:
    found = chinese(head="江北泵业有限公司|账套：[006]江北", seller=f"供应商：{seller}").customer
    assert found is not None
    assert found.sure is sure


PERSON = """
{head}
Purchase Order PUR0048127
Order date: 2026-11-24
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
Deliver to: {to}, Quay Road 14, 4711 Harlow
Buyer: Luciana Prado, +55 31 3829 4417

Item   Your part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10    pc     26.00        260.00
Total EUR                                                            260.00
"""


@pytest.mark.parametrize(
    ("to", "sure"), [("Rio Pardo Pulp Ltd - Central Store", True), ("Harbour Store", False)]
)
def test_a_buyer_with_a_telephone_is_a_person_where_the_goods_go_to_the_head(to: str, *, sure: bool) -> None:
    found = assemble(paper(PERSON.format(head="Rio Pardo Pulp Ltd", to=to))).header.customer
    assert found is not None
    assert found.sure is sure


@pytest.mark.parametrize(
    "person",
    ["，联系人：周正0561-6077315。", "。联系人：乌日娜 0471-739 5108", "，收货人：王强 (010)6512 3456转12"],
)
def test_a_place_ends_before_somebody_with_a_fixed_telephone(person: str) -> None:
    place = "淮北市濉溪县百善镇物资库"
    assert place_ends.before(f"{place}{person}") in {(len(place), True), (len(place) + 1, True)}


def test_a_name_at_the_head_goes_on_below_a_word_that_ends_none() -> None:
    page = (
        "Weißbach Armaturen- und\nPumpentechnik GmbH\nGewerbepark 14, 08523 Plauen\n\nBestellung B26-04471\n"
    )
    below = "Ihr Angebot 20018229\nWeißbach GmbH, Tor 2, Gewerbepark 14\nDelta Seals GmbH, Ringweg 4\n"
    table = [
        ["Pos.", "Bezeichnung", "Menge", "Preis EUR", "Gesamt EUR"],
        ["10", "Gleitring", "2", "5,00", "10,00"],
    ]
    found = assemble(form(page + below, table, "Summe EUR 10,00")).header.customer
    assert known(found) == ("Weißbach Armaturen- und Pumpentechnik GmbH", False)


@pytest.mark.parametrize(
    ("first", "whole"), [("Weißbach Armaturen- und", True), ("Harrow &", True), ("Harrow Pumps", False)]
)
def test_a_line_that_ends_no_name_goes_on_in_the_one_below(first: str, *, whole: bool) -> None:
    page = paper(f"{first}\nPumpentechnik GmbH").pages[0]
    lines = [make_run(page, line) for line in rows_of(page.words)]
    assert broken_names.with_rest(lines[0], lines).text == (f"{first} Pumpentechnik GmbH" if whole else first)


def test_a_number_that_a_dash_parts_below_headings_in_two_tongues_is_one() -> None:
    table = """
Item  型号代码       Description           Qty    Unit price   Amount
      Part code
1     LP-24-         Magnetic drive pump   1      4,676.20     4,676.20
      2760
2     LP-89-         Mechanical seal       3      603.66       1,810.98
      9391
Total EUR                                                      6,487.18
"""
    found = assemble(paper(HEADED + table)).lines
    numbers = [line.part_number for line in found]
    assert [known(number) for number in numbers] == [("LP-24-2760", False), ("LP-89-9391", False)]
