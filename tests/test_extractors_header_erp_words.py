"""Words by which programs of many countries label the fields of an order."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

ORDER = """
南湾环保设备有限公司
采购订单
订单编号：PO-55120
供应商：津海密封有限公司
{label}
{value}

币种：人民币

序号  名称    数量  单价    金额
1     压盖    4     125.00  500.00
合计                        500.00
"""

TERM_ROWS = [["Item", "Part no.", "Qty", "Price", "Amount"], ["1", "7C6-7009", "4", "10.00", "40.00"]]


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize("label", ["您方报价/日期", "贵厂报价/日期"])
def test_an_offer_of_yours_is_an_offer(label: str) -> None:
    header = assemble(paper(ORDER.format(label=label, value="30077150 / 2026.04.09"))).header
    assert told(header.quotation_number) == ("30077150", True)


@pytest.mark.parametrize("label", ["请将货物发送至：", "请将货物运送至："])
def test_goods_are_asked_to_be_sent_to_a_place(label: str) -> None:
    header = assemble(paper(ORDER.format(label=label, value="台州市路桥区新安街18号2号仓库"))).header
    assert told(header.delivery_place) == ("台州市路桥区新安街18号2号仓库", True)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("5/9/2026 (5 September 2026)", ("2026-09-05", True)),
        ("9/5/2026（2026年9月5日）", ("2026-09-05", True)),
        ("5/9/2026 (6 September 2026)", ("2026-09-05", False)),
        ("5/9/2026 (05/09/2026)", ("2026-09-05", False)),
    ],
)
def test_a_day_in_words_in_brackets_settles_the_one_before_it(said: str, day: tuple[str, bool]) -> None:
    header = assemble(paper(ORDER.format(label=f"日期 Date: {said}", value=""))).header
    assert told(header.document_date) == day


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("收货方：台州市路桥区新安街18号2号仓库", True),
        ("收货单位：台州市路桥区新安街18号2号仓库", True),
        ("收货方：赵工，物资中心二楼", False),
        ("收货：台州市路桥区新安街18号2号仓库", True),
        ("收货：赵工，路桥区新安街18号2号仓库门口先打电话", False),
        ("送货：供方运至台州市路桥区新安街18号2号仓库", False),
        ("收货：台州市路桥区新安街18号2号仓库\n送货：台州市椒江区滨海路3号1号仓库", False),
        ("发货：台州市路桥区新安街18号2号仓库", False),
        ("收货：台州市路桥区新安街18号2号仓库或椒江区滨海路3号库", False),
    ],
)
def test_the_whole_address_of_who_gets_the_goods_is_the_place(said: str, *, sure: bool) -> None:
    place = assemble(paper(ORDER.format(label=said, value=""))).header.delivery_place
    assert place is not None
    assert place.sure is sure


@pytest.mark.parametrize("label", ["要货单号", "购货单编号"])
def test_the_number_of_a_call_for_goods_is_the_orders(label: str) -> None:
    text = ORDER.format(label="", value="").replace("订单编号", label)
    assert told(assemble(paper(text)).header.document_number) == ("PO-55120", True)


@pytest.mark.parametrize(
    "label",
    [
        "Delivery basis",
        "Lieferkondition",
        "Frankatur",
        "인도조건",
        "取引条件",
        "Leveringsconditie",
        "Toimitusehto",
    ],
)
def test_what_countries_call_the_trade_term_is_a_label_of_it(label: str) -> None:
    text = f"Purchase order no. 4500012345\n{label}: DAP Sandwick\nBuyer: Delta Works GmbH"
    found = assemble(form(text, TERM_ROWS)).header.incoterms
    assert found is not None
    assert (found.value, found.sure) == ("DAP Sandwick", True)


def test_words_below_such_a_label_that_are_no_term_are_none() -> None:
    text = "Purchase order no. 4500012345\nDelivery basis: as agreed by phone\nBuyer: Delta Works GmbH"
    found = assemble(form(text, TERM_ROWS)).header.incoterms
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("value", "term"),
    [("CIF Sandwick", ("CIF Sandwick", True)), ("Prepaid", None), ("120.00", None), ("by us, DHL", None)],
)
def test_freight_labels_a_trade_term_and_nothing_else(value: str, term: tuple[str, bool] | None) -> None:
    text = f"Purchase order no. 4500012345\nFreight: {value}\nBuyer: Delta Works GmbH"
    assert told(assemble(form(text, TERM_ROWS)).header.incoterms) == term


@pytest.mark.parametrize(
    "other", ["Delivery terms: DAP Holm", "Zrdlo: DAP Holm", "Prices are DAP Holm.", "We buy EXW your works."]
)
def test_another_term_leaves_that_beside_freight_open(other: str) -> None:
    terms = f"Freight: CIF Sandwick\n{other}"
    text = f"Purchase order no. 4500012345\n{terms}\nBuyer: Delta Works GmbH"
    found = assemble(form(text, TERM_ROWS)).header.incoterms
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("label", ["P/O NBR", "PO Nbr.", "ORDER NBR"])
def test_mainframes_write_number_as_nbr(label: str) -> None:
    text = f"Purchase order\n{label}: 73-200518\nBuyer: Delta Works GmbH"
    assert told(assemble(form(text, TERM_ROWS)).header.document_number) == ("73-200518", True)


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        ("30.11.2027 at the latest, all rows", ("2027-11-30", True)),
        ("30.11.2027 for all items", ("2027-11-30", True)),
        ("30.11.2027 for rows 10 and 20", ("2027-11-30", False)),
        ("30.11.2027 all but row 20", ("2027-11-30", False)),
    ],
)
def test_a_day_for_all_items_is_the_order_s(wanted: str, day: tuple[str, bool]) -> None:
    text = f"Purchase order no. 4500012345\nDelivery date: {wanted}\nBuyer: Delta Works GmbH"
    assert told(assemble(form(text, TERM_ROWS)).header.delivery_date) == day
