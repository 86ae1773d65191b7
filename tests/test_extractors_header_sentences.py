"""Order data in running text: proposed with its place, and never sure."""

from collections.abc import Iterator

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header.spoken import told_places
from models.reading import Reading, stated

ROWS = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Shaft sleeve", "4", "10.00", "40.00"]]


def values(text: str) -> dict[str, str | None]:
    return {name: field.value for name, field in stated(assemble(form(text, ROWS)).header)}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Delivery is required by Apr 2, 2026.", "delivery_date", "2026-04-02"),
        ("要求2026年4月13日前到货，运费由贵方承担。", "delivery_date", "2026-04-13"),
        ("请于收到本函后4周内交货。", "lead_time", "P4W"),
        ("Please ship to Unit 9, Tannery Road, Ashford.", "delivery_place", "Unit 9, Tannery Road, Ashford"),
        ("请将货物送至海城市港区路8号仓库。", "delivery_place", "海城市港区路8号仓库"),
        ("Payment will be made as follows: 30 days net.", "payment_terms", "30 days net"),
        ("This order 26-01195 of 13 Feb 2026 is binding.", "document_number", "26-01195"),
        ("本合同（编号HT2026-118）由双方于2026年3月25日签订。", "document_date", "2026-03-25"),
        ("Against your offer of 2 May 2026, no. 20031177.", "quotation_number", "20031177"),
        ("根据贵公司2026年3月30日报价（编号20031288）订购。", "quotation_number", "20031288"),
    ],
)  # fmt: skip
def test_a_sentence_states_a_field(line: str, name: str, value: str) -> None:
    assert values(f"Purchase order\n{line}").get(name) == value


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("请发物流送货上门，地址：台州市路桥区新安街18号，收货人：赵工。", ["台州市路桥区新安街18号"]),
        ("请尽快送货，开票地址：台州市路桥区新安街18号。", []),
        ("甲方负责运输至乙方厂区：台州市路桥区新安街18号，运费由甲方承担。", ["台州市路桥区新安街18号"]),
        ("货款付至甲方账户：台州市路桥区新安街18号支行。", []),
    ],
)
def test_an_address_behind_the_sending_of_goods_says_where_to(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in told_places.find(text)] == places


def unsure(reading: Reading) -> Iterator[str]:
    return (name for name, field in stated(reading.header) if not field.sure)


def test_what_only_a_sentence_states_is_not_sure() -> None:
    text = "Purchase order\nPlease deliver by 30 April 2026, CIF Ashford, to Unit 9, Tannery Estate, Ashford."
    assert "incoterms" in set(unsure(assemble(form(text, ROWS))))


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Please deliver by 30 April 2026, CIF Ashford, to Unit 9, Tannery Road, Ashford.",
         "delivery_date", "2026-04-30"),
        ("Delivery shall take place within 8 weeks after receipt of this purchase order.",
         "lead_time", "P8W"),
        ("请于收到本函后10周内将货物送达云鹤市高新区松涛大道209号备件库。", "lead_time", "P10W"),
        ("卖方应当在2026年6月10日之前将全部货物运抵澄南市银杏路101号收货区。", "delivery_date", "2026-06-10"),
        ("Payment will be made as follows: 45 days from date of invoice.",
         "payment_terms", "45 days from date of invoice"),
        ("Please ship the goods to Unit 9, Tannery Estate, Ashford.",
         "delivery_place", "Unit 9, Tannery Estate, Ashford"),
        ("交货地点为蔚岭市芦苇湾工业园五金仓。", "delivery_place", "蔚岭市芦苇湾工业园五金仓"),
        ("第二条 交货\n乙方应在合同签订后60天内将货物送至海城市港区路8号仓库，由甲方库管员签收。",
         "lead_time", "P60D"),
        ("第二条 交货\n乙方应在合同签订后60天内将货物送至海城市港区路8号仓库，由甲方库管员签收。",
         "delivery_place", "海城市港区路8号仓库"),
        ("合同签订后60天内，由乙方运至海城市港区路8号仓库。\n到货后10个工作日内由甲方各部门联合验收。",
         "lead_time", "P60D"),
        ("甲乙双方经协商，于2026年5月11日在海城市订立本合同，共同遵守。", "document_date", "2026-05-11"),
        ("This contract was concluded in Leeds on 3 May 2026 between the parties.",
         "document_date", "2026-05-03"),
    ],
)  # fmt: skip
def test_a_sentence_that_is_understood_to_the_last_word_is_sure(line: str, name: str, value: str) -> None:
    field = getattr(assemble(form(f"Purchase order\n{line}", ROWS)).header, name)
    assert (field.value, field.sure) == (value, True)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("Delivery shall possibly take place within 8 weeks after receipt of this order.", "lead_time"),
        ("Delivery within 8 weeks after receipt of this order, unless agreed otherwise.", "lead_time"),
        ("Please deliver by 30 April 2026 or by 30 May 2026.", "delivery_date"),
        ("Please do not deliver by 30 April 2026.", "delivery_date"),
        ("Deliver after 30 April 2026.", "delivery_date"),
        ("供方将货物送至需方苏州工厂验收合格后付款。", "delivery_place"),
        ("If the gate is closed, ship the goods to Unit 9, Tannery Estate, Ashford.", "delivery_place"),
        ("Ship the goods to Unit 9, Tannery Estate, Ashford.\n\nShip samples to Mill Lane 4, Holmstad.",
         "delivery_place"),
        ("Goods must be delivered by 30 April 2026.\n\nThe pumps are delivered on 3 May 2026 to the site.",
         "delivery_date"),
        ("All goods must be delivered by 30 April 2026.\n\nDelivery shall take place within 8 weeks.",
         "delivery_date"),
        ("双方于2025年3月1日在海城市签订框架协议，本订单按其执行。", "document_date"),
        ("This order follows the contract that was made on 3 May 2025.", "document_date"),
        ("第二条 交货\n乙方应在合同签订后60天内将货物送至海城市港区路8号仓库，预付款未到的顺延。",
         "lead_time"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_or_a_rival_leaves_it_open(lines: str, name: str) -> None:
    field = getattr(assemble(form(f"Purchase order\n{lines}", ROWS)).header, name)
    assert field is None or not field.sure


@pytest.mark.parametrize(
    "line",
    [
        "Late delivery is charged with 0.5% for each week after 30 April 2026.",
        "质保期：货到验收合格之日起12个月。",
        "请于2日内确认回传。",
    ],
)
def test_fines_warranty_and_answers_are_no_delivery(line: str) -> None:
    found = values(f"Purchase order\n{line}")
    assert found.get("delivery_date") is None
    assert found.get("lead_time") is None


def test_a_label_outweighs_a_sentence() -> None:
    text = "Purchase order\nDelivery date: 2026-05-20\n\nDeliver not before 1 May 2026."
    header = assemble(form(text, ROWS)).header
    assert header.delivery_date is not None
    assert (header.delivery_date.value, header.delivery_date.sure) == ("2026-05-20", True)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Total EUR", False),
        ("30 days net", True),
        ("款到发货", True),
        ("ZB14", True),
        ("20% 訂金，餘款見提單副本電匯", True),
        ("20% 訂金", False),
    ],
)
def test_what_stands_beside_a_label_of_payment_and_speaks_of_none_is_not_sure(
    text: str, *, sure: bool
) -> None:
    header = assemble(form(f"Purchase order\nPayment terms: {text}", ROWS)).header
    assert header.payment_terms is not None
    assert header.payment_terms.sure is sure


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (
            "Die Lieferung erbitten wir an: Delta Werke AG, Tor 3, Hafenweg 8, 24103 Kiel.",
            "Delta Werke AG, Tor 3, Hafenweg 8, 24103 Kiel",
        ),
        ("Die Lieferung erfolgt nach Zahlungseingang auf Konto 12345.", None),
        ("Rechnungen senden Sie bitte an: Delta Werke AG, Postfach 8, 24103 Kiel", None),
    ],
)
def test_a_german_sentence_says_where_to(line: str, place: str | None) -> None:
    assert values(f"Bestellung 4711\n{line}").get("delivery_place") == place


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Further to your quote QT/PU/338, please supply as below.", "QT/PU/338"),
        ("With reference to your offer 12/05/2026 we order as below.", None),
        ("Your proposal 2026 was accepted as below.", None),
        ("按贵司报价 BJ-0338 采购如下：", "BJ-0338"),
    ],
)
def test_the_number_behind_your_offer_is_the_quotations(line: str, number: str | None) -> None:
    quotation = assemble(form(f"Purchase order\n{line}", ROWS)).header.quotation_number
    assert (quotation.value if quotation is not None else None) == number
