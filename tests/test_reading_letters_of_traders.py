"""What small firms write: items under letters, hours beside places, means of transport beside trade terms."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields.incoterms import normal
from extractors.header.conditions import opening_hours
from extractors.header.sides.contact_persons import is_initialled
from models.reading import Field, Kind, Reading

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Seal", "2", "50.00", "100.00"],
]
LETTER = """
Olkaria Traders Limited

Our ref: OT/118/27
14th May 2027

Dear Sirs,
We are pleased to order the following goods from you:
a)  Shaft seal T2-30             KM-T2-3001   4 pcs x 25.00   100.00
b)  Shaft seal T2-40             KM-T2-4001   2 pcs x 30.00    60.00
c)  Gasket sheet, graphite, 1.5 mm   KM-GS-20   3 m² x 20.00    60.00
Total order value: USD 220.00
The goods should leave your works within 45 days from the date of this order.
"""


def _value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _order(after: str) -> Reading:
    return assemble(form("Purchase order PO-118\nBuyer: Haven Pumps GmbH", ROWS, after))


@pytest.fixture(scope="module")
def letter() -> Reading:
    return assemble(paper(LETTER))


def test_items_may_be_counted_by_letters(letter: Reading) -> None:
    assert letter.kind is Kind.PURCHASE_ORDER
    assert [_plain(line.line_number) for line in letter.lines] == ["a", "b", "c"]
    assert [_plain(line.amount) for line in letter.lines] == ["100.00", "60.00", "60.00"]


def test_a_thickness_is_no_quantity_beside_pieces_or_square_metres(letter: Reading) -> None:
    assert [_plain(line.quantity) for line in letter.lines] == ["4", "2", "3"]
    assert _plain(letter.lines[2].unit) == "m²"
    assert _plain(letter.lines[2].description) == "Gasket sheet, graphite, 1.5 mm"


def test_a_code_of_letters_with_two_figures_is_proposed(letter: Reading) -> None:
    assert _value(letter.lines[2].part_number) == ("KM-GS-20", False)


def test_goods_that_leave_the_works_are_delivered(letter: Reading) -> None:
    assert _value(letter.header.lead_time) == ("P45D", True)


def _plain(field: Field | None) -> str | None:
    return field.value if field is not None else None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon-Fri 6:30-14:00, Sat until 11:00", True),
        ("Tuesdays 9-11:30", True),
        ("Mo-Do 7.00 bis 15.30 Uhr", True),
        ("周一至周六 上午8:30-11:30", True),
        ("Gate 4, 7 am - 2 pm", False),
        ("12 Quay Road", False),
        ("Halle 7.00", False),
    ],
)
def test_hours_are_days_and_times_and_nothing_else(text: str, *, hours: bool) -> None:
    assert opening_hours.is_hours(text) is hours


def test_hours_are_no_place_of_delivery() -> None:
    found = _order(
        "Goods receiving: Mon-Fri 6:30-14:00, Sat until 11:00\nTotal   100.00"
    ).header.delivery_place
    assert found is None or not found.sure


CAPTIONS = """
Total               100.00

Delivery address    Haven Pumps GmbH, Hall 3, Werftstr. 20, 24143 Kiel, Germany
Goods receipt       Mon-Thu 7:00-14:00
Contact             Frau Ohlsen
"""


def test_two_captions_with_a_value_each_are_two() -> None:
    place = "Haven Pumps GmbH, Hall 3, Werftstr. 20, 24143 Kiel, Germany"
    assert _value(_order(CAPTIONS).header.delivery_place) == (place, True)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Air, CIP Tulsa", "CIP Tulsa"),
        ("Sea freight: CFR Santos", "CFR Santos"),
        ("海运，CIF 宁波", "CIF 宁波"),
        ("CIF Durban, by sea", "CIF Durban"),
        ("EXW, by truck", "EXW"),
        ("DAP Sea Point, Cape Town", "DAP Sea Point, Cape Town"),
        ("FCA Airport, Oslo", "FCA Airport, Oslo"),
        ("Air freight", None),
    ],
)
def test_how_goods_travel_is_no_part_of_a_trade_term(text: str, term: str | None) -> None:
    assert normal(text) == term


@pytest.mark.parametrize("remark", ["free house", "carriage paid", "frei Haus", "arriving at our works"])
def test_who_carries_the_goods_may_stand_behind_the_day(remark: str) -> None:
    found = _order(f"Total   100.00\nDelivery: 14 May 2027, {remark}").header
    assert _value(found.delivery_date) == ("2027-05-14", True)


def test_what_else_stands_behind_the_day_leaves_it_open() -> None:
    for said in ("rest later", "arriving at your works"):
        found = _order(f"Total   100.00\nDelivery: 14 May 2027, {said}").header.delivery_date
        assert found is None or not found.sure


def test_a_likely_label_may_have_its_value_beside_its_colon() -> None:
    found = _order("Total   100.00\nWarehouse:      Stores hall of the mill").header
    assert _value(found.delivery_place) == ("Stores hall of the mill", False)


UNLOADED = "Gate 2, 16 Mill Road, Oldbridge 4744"


@pytest.mark.parametrize("label", ["Unloading point:   ", "Abladestelle: ", "Unloading address    "])
def test_a_whole_address_where_goods_are_unloaded_is_the_place_of_delivery(label: str) -> None:
    assert _value(_order(f"Total   100.00\n{label}{UNLOADED}").header.delivery_place) == (UNLOADED, True)


def test_a_gate_where_goods_are_unloaded_is_none() -> None:
    found = _order("Total   100.00\nUnloading point:   Gate 2 of the mill").header.delivery_place
    assert found is None or not found.sure


def test_beside_the_place_of_delivery_the_unloading_point_is_none() -> None:
    place = "Hall 3, 9 Quay Road, Kiel 24143"
    found = _order(f"Total   100.00\nUnloading point:   {UNLOADED}\nShip to:  {place}").header.delivery_place
    assert _value(found) == (place, True)


def test_a_name_that_signs_with_its_initial_is_a_persons() -> None:
    assert is_initialled("Nora Whitlock", ["N. Whitlock, Purchasing Manager"])
    assert not is_initialled("Nora Whitlock", ["M. Whitlock, Purchasing Manager", "Nora Whitlock"])
    assert not is_initialled("Haven Water", ["H. Water"])
    assert is_initialled("Nora Whitlock, ext. 214", ["p.p. N. Whitlock"])


ADDRESSED = """
                                                Brockhaus Coatings (Taishan) Co., Ltd.
                                                Order no.   BC-27-118
{company}
{person}
No. 3 Harbour Street

Dear Mr. Qiu, we order as follows:
"""


def _customer(company: str, person: str) -> tuple[str | None, bool] | None:
    head = ADDRESSED.format(company=company, person=person)
    return _value(assemble(form(head, ROWS, "Total   100.00")).header.customer)


def test_who_is_spoken_to_below_a_company_makes_it_the_seller() -> None:
    found = _customer("Yinhe Agitator Seals Co., Ltd.", "Mr. Qiu Jian")
    assert found == ("Brockhaus Coatings (Taishan) Co., Ltd.", True)


def test_another_person_below_a_company_makes_it_no_seller() -> None:
    found = _customer("Yinhe Agitator Seals Co., Ltd.", "Mr. Feng Lei")
    assert found is None or not found[1]


CHINESE = """
{head}
订货单位：海川电力物资有限公司
供货单位：上海穆特流体密封有限公司
编制日期：2027年2月6日
{more}
"""
CHINESE_ROWS = [
    ["序号", "名称", "厂家编码", "数量", "单位", "单价", "金额"],
    ["1", "机械密封", "DG-115-F", "2", "套", "50.00", "100.00"],
]


def _chinese(head: str, more: str = "") -> Reading:
    return assemble(form(CHINESE.format(head=head, more=more), CHINESE_ROWS, "合计   100.00"))


def test_a_label_that_ends_as_the_title_does_names_the_papers_own_number() -> None:
    found = _chinese("备品备件订货清单\n清单编号：HC-DH-2702-09").header.document_number
    assert _value(found) == ("HC-DH-2702-09", True)


def test_a_label_of_another_paper_than_the_title_names_no_number_surely() -> None:
    found = _chinese("采购订单\n清单编号：HC-DH-2702-09").header.document_number
    assert found is None or not found.sure


def test_days_of_the_week_beside_a_time_of_delivery_state_none() -> None:
    found = _chinese("采购订单\n订单编号：HC-2702", "送货时间：周一至周六").header
    assert found.delivery_date is None
    assert found.lead_time is None


def test_the_works_of_a_district_is_a_place_beside_the_label_of_another_seller() -> None:
    place = "某州市相桥区黄台污水处理厂"
    found = _chinese("采购订单\n订单编号：HC-2702", f"收货地点：{place}").header.delivery_place
    assert _value(found) == (place, True)


@pytest.mark.parametrize("place", ["黄台污水处理厂", "上海市金山区穆特流体机械厂"])
def test_a_works_that_may_be_the_sellers_is_no_place_surely(place: str) -> None:
    found = _chinese("采购订单\n订单编号：HC-2702", f"收货地点：{place}").header.delivery_place
    assert found is not None
    assert not found.sure


def test_both_sides_sign_this_contract_on_its_day() -> None:
    text = """
备件采购合同
合同编号：HC-WZ-2702-17
甲方（采购方）：海川水务集团有限公司
乙方（供货方）：山东恒麟泵业有限公司
根据甲方2027年2月1日询比结果，甲乙双方于2027年3月5日在海川市签订本合同，共同信守。
"""
    found = assemble(form(text, CHINESE_ROWS, "合计   100.00")).header.document_date
    assert _value(found) == ("2027-03-05", True)


def test_another_contract_that_both_sides_signed_dates_nothing_surely() -> None:
    text = """
备件采购合同
合同编号：HC-WZ-2702-17
甲方（采购方）：海川水务集团有限公司
乙方（供货方）：山东恒麟泵业有限公司
甲乙双方于2027年1月5日在海川市签订框架合同，现就备件订立如下条款。
"""
    found = assemble(form(text, CHINESE_ROWS, "合计   100.00")).header.document_date
    assert found is None or not found.sure
