"""What prints and letters of Chinese buyers say in their own ways, and what only looks like it."""

import unicodedata

import pytest
from paper import form, paper, sheet
from typed_orders import read, told, value

from extractors.assemble import assemble
from models.reading import Field, Header, OrderLine


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


ROWS = [
    ["项目", "物料", "描述", "数量", "单位", "单价", "净值"],
    ["00010", "56851368", "离心泵 XA 80/26", "1", "台", "23,850.00", "23,850.00"],
    ["00020", "51648906", "角接触球轴承 7312", "12", "套", "338.40", "4,060.80"],
]


def _certain(field: Field | None) -> tuple[str | None, bool]:
    return (field.value, field.sure) if field is not None else (None, True)


def _addressed(*buyer: str) -> Header:
    """Return what is read of a print that begins with the address of the seller, as in a window envelope."""
    head = [
        "津海汉普斯流体密封有限公司",
        "津海经济开发区第九大街68号",
        "采购订单",
        "采购订单编号：4500318827",
    ]
    return assemble(
        form("\n".join([*head, *buyer, "货币：CNY"]), ROWS, "总净值（不含增值税）CNY 27,910.80")
    ).header


def test_who_is_written_to_at_the_head_is_no_buyer_where_another_company_gets_the_goods_and_writes() -> None:
    header = _addressed("请交货至：唐州昊源特钢有限公司 炼钢备件库", "唐州昊源特钢有限公司 采购部")
    assert header.customer is not None
    assert not header.customer.sure
    assert header.customer.value == "唐州昊源特钢有限公司"


def test_a_letterhead_above_the_one_who_is_written_to_stays_the_buyers() -> None:
    head = "唐州昊源特钢有限公司\n唐州市沿海工业区6号\n采购订单\n订单编号：45003188\n供应商：津海密封有限公司"
    customer = assemble(form(head, ROWS, "合计 27,910.80")).header.customer
    assert _certain(customer) == ("唐州昊源特钢有限公司", True)


def test_a_net_sum_by_its_name_in_sap_is_the_total() -> None:
    header = _addressed("公司代码：1200")
    assert _certain(header.total_amount) == ("27910.80", True)
    assert value(header.tax_included) in {"false", None}


@pytest.mark.parametrize(
    ("label", "said"),
    [("您的参照 / 报价日期", "20018134 / 2026.01.30"), ("参考报价", "20018134（2026年1月30日）")],
)
def test_the_number_of_an_offer_stands_before_its_day(label: str, said: str) -> None:
    header = _addressed(f"{label}：{said}")
    assert _certain(header.quotation_number) == ("20018134", True)


def test_an_offer_named_in_traditional_characters_is_found() -> None:
    header = _addressed("備註：依貴公司115/02/24報價單 20018126；裝箱請附原產地證明")
    assert value(header.quotation_number) == "20018126"


WIDTHS = (14, 36, 10, 12, 10)


def _row(*cells: str) -> str:
    """Return a line of a list typed in columns; an ideograph is as wide as two letters."""
    return "".join(
        cell + " " * (width - len(cell) - sum(map(_is_wide, cell)))
        for cell, width in zip(cells, WIDTHS, strict=False)
    )


def _noted(note: str) -> tuple[OrderLine, ...]:
    rows = [
        _row("货号", "品名", "数量", "含税单价", "金额"),
        _row("LP-43-1596", "机械密封 108-35 碳化硅/石墨", "50套", "58.76", "2938.00"),
        _row("", note),
        _row("LP-35-7397", "静环 208-45 石墨", "20件", "20.79", "415.80"),
        _row("合计", "", "", "", "3353.80"),
    ]
    return read("\n".join(rows)).lines


@pytest.mark.parametrize(
    "note", ["上次价61.00，这次按新价做", "要浸锑的，不要普通石墨！", "随货附2个样品不收费"]
)
def test_a_note_below_a_name_is_no_part_of_it(note: str) -> None:
    lines = _noted(note)
    assert told(lines, "description")[0] == ("机械密封 108-35 碳化硅/石墨",)
    assert lines[0].description is not None
    assert not lines[0].description.sure


@pytest.mark.parametrize("note", ["请随货附合格证", "请在包装上注明订单号"])
def test_a_request_for_papers_or_marks_leaves_the_name_certain(note: str) -> None:
    assert _certain(_noted(note)[0].description) == ("机械密封 108-35 碳化硅/石墨", True)


def test_a_second_line_that_names_the_thing_stays_in_the_name() -> None:
    lines = _noted("全氟醚橡胶，带弹簧座")
    assert "带弹簧座" in (value(lines[0].description) or "")


SPREAD = """
採購單
採購單號：3310-20260312
序號  品  名        廠商品號   採購數量   單  價     金  額預交日
0001  機械軸封      10024746      4      402.0000   1,608.00  2026/05/25
0002  軸封修理包    10026851      4      155.0000     620.00  2026/06/08
合計金額：2,228.00
"""


def test_headings_set_wide_are_one_also_where_the_next_one_touches_them() -> None:
    lines = assemble(paper(SPREAD)).lines
    assert told(lines, "unit_price", "amount", "delivery_date") == [
        ("402.0000", "1608.00", "2026-05-25"),
        ("155.0000", "620.00", "2026-06-08"),
    ]
    assert all(line.amount is not None and line.amount.sure for line in lines)


def test_the_price_after_its_discount_is_the_price() -> None:
    rows = [
        ["項次", "貴廠編號", "貨品名稱", "數量", "單位", "單價 HK$", "折扣", "折實單價 HK$", "金額 HK$"],
        ["1", "LP-37-6594", "集裝式機械軸封", "6", "套", "4,140.00", "5%", "3,933.00", "23,598.00"],
        ["2", "LP-43-6871", "深溝球軸承", "12", "個", "218.00", "5%", "207.10", "2,485.20"],
    ]
    lines = assemble(form("訂購單\n訂單號碼：WC-0462", rows, "總額 HK$ 26,083.20")).lines
    assert told(lines, "unit_price") == [("3933.00",), ("207.10",)]
    assert all(line.unit_price is not None and line.unit_price.sure for line in lines)


def _summed(below: str) -> tuple[str | None, bool]:
    rows = [
        ["订单号 / Order No.", "26-0409-01"],
        ["行", "供方料号", "品名", "数量", "单位", "单价(含税)", "金额"],
        ["10", "10093183", "袋式过滤器", "1", "台", "31,052.40", "31,052.40"],
        ["20", "10095644", "滤芯", "8", "支", "1,030.56", "8,244.48"],
        ["总计 Total", "", "", "", "", "", "39,296.88"],
        ["含增值税 incl. VAT 13%", "", "", "", "", "", below],
    ]
    return _certain(assemble(sheet(rows)).header.total_amount)


def test_the_tax_that_a_total_holds_may_stand_below_it() -> None:
    assert _summed("4,520.88") == ("39296.88", True)


def test_another_sum_below_the_total_leaves_it_open() -> None:
    assert _summed("5,108.59")[1] is False


def _titled(*rows: list[str]) -> Header:
    items = [
        ["行", "供方料号", "品名", "数量", "单位", "单价", "金额"],
        ["10", "10093183", "袋式过滤器", "1", "台", "310.00", "310.00"],
        ["总计", "", "", "", "", "", "310.00"],
    ]
    return assemble(sheet([*rows, *items])).header


def test_what_stands_below_the_title_is_the_value_of_the_label_beside_it() -> None:
    header = _titled(
        ["维拓过滤技术有限公司", "", "", "PURCHASE ORDER"],
        ["订单号", "26-0409-01", "付款", "收货后45天 / 45 days after receipt of goods"],
    )
    assert _certain(header.document_number) == ("26-0409-01", True)
    assert _certain(header.payment_terms)[1]


def _organised(said: str) -> tuple[str | None, bool]:
    head = (
        "浙州恒策环保科技有限公司\n采购订单\n单据编号：CGDD004217\n"
        f"供应商：津海汉普斯流体密封有限公司\n采购组织：{said}"
    )
    return _certain(assemble(form(head, ROWS, "合计 27,910.80")).header.customer)


def test_the_office_that_buys_is_no_other_buyer() -> None:
    assert _organised("总部") == ("浙州恒策环保科技有限公司", True)
    assert _organised("采购部") == ("浙州恒策环保科技有限公司", True)


def test_another_company_that_buys_is() -> None:
    assert _organised("浙州恒策设备有限公司") != ("浙州恒策环保科技有限公司", True)


LETTER = """
川州岷江磷化工有限公司
岷磷设备函〔2026〕27号
{title}
津海汉普斯流体密封有限公司：
经研究决定向贵公司订购下列备件，单价为不含税价。

序号  名称      规格型号    数量  单位  单价（元）  金额（元）
1     离心泵    IH65-40-200  1    台    18640.00    18640.00
      供方编号：10045981   要求：带底座、联轴器，不带电机
2     叶轮      IH65-40-200  2    件    3360.00     6720.00
      供方编号：10061496   要求：须做动平衡，G2.5级
合计  25360.00
最迟到货日期：2026年7月31日
{signed}
2026年4月28日
"""


def _letter(
    title: str = "关于订购泵类备件的函", signed: str = "川州岷江磷化工有限公司"
) -> tuple[Header, tuple[OrderLine, ...]]:
    reading = assemble(paper(LETTER.format(title=title, signed=signed)))
    return reading.header, reading.lines


def test_a_letter_that_orders_is_dated_below_its_signature_and_numbered_above_its_title() -> None:
    header, lines = _letter()
    assert _certain(header.document_date) == ("2026-04-28", True)
    assert _certain(header.document_number) == ("岷磷设备函〔2026〕27号", True)
    assert all(line.delivery_date is None for line in lines)


def test_a_day_below_another_company_dates_nothing_surely() -> None:
    assert not _certain(_letter(signed="津海汉普斯流体密封有限公司")[0].document_date)[1]


def test_the_number_of_another_letter_is_not_surely_the_orders() -> None:
    assert not _certain(_letter(title="关于泵类备件报价的复函")[0].document_number)[1]


@pytest.mark.parametrize("wish", ["6月10日前到货", "2026-06-10", "尽快", "45天"])
def test_a_wish_for_the_delivery_is_not_left_out(wish: str) -> None:
    text = LETTER.replace("带底座、联轴器，不带电机", wish).format(
        title="关于订购泵类备件的函", signed="川州岷江磷化工有限公司"
    )
    line = assemble(paper(text)).lines[0]
    assert line.delivery_date is not None or line.lead_time is not None


def test_a_rate_with_a_remark_is_the_value_of_its_label_and_labels_nothing() -> None:
    rows = [
        ["订单号", "PX-WZ-26-0308", "下达日期", "2026-05-08"],
        ["供应商", "津海密封有限公司", "税率", "13%（单价含税）"],
        ["交货周期", "订单确认后3周", "付款方式", "货到验收合格后60天内付款"],
        ["序号", "供应商货号", "名称", "数量", "单价(元)", "金额(元)"],
        ["1", "10039055", "双端面机械密封", "1", "25628.40", "25628.40"],
        ["合计金额", "", "", "", "", "25628.40"],
    ]
    header = assemble(sheet(rows)).header
    assert _certain(header.tax_rate) == ("13", True)
    assert _certain(header.tax_included) == ("true", True)


def test_the_sellers_and_the_buyers_numbers_have_owners_of_many_names() -> None:
    rows = [
        ["序号", "购方物料号", "产品名称", "销方产品编码", "单位", "数量", "单价（含税）", "金额（含税）"],
        ["1", "WP-20455", "袋式过滤器", "10031976", "台", "2", "7,322.40", "14,644.80"],
    ]
    line = assemble(form("购销合同\n合同编号：XXZY-GX-20260506", rows, "合计 14,644.80")).lines[0]
    assert _certain(line.part_number) == ("10031976", True)
    assert _certain(line.customer_part_number) == ("WP-20455", True)


def _blank_behind(label: str, address: str) -> tuple[str | None, bool]:
    head = (
        f"青州润海水务设备有限公司\n采购订单\n订单编号：0000004187\n{label} {address}      备注 随货附合格证"
    )
    return _certain(assemble(form(head, ROWS, "合计 27,910.80")).header.delivery_place)


def test_a_whole_address_behind_a_blank_is_the_place() -> None:
    assert _blank_behind("到货地址", "青州市黄岭区前湾路579号2号库") == ("青州市黄岭区前湾路579号2号库", True)


@pytest.mark.parametrize("said", ["按各厂区要求", "另行通知", "前湾路"])
def test_what_is_no_whole_address_is_not_surely_one(said: str) -> None:
    assert not (_blank_behind("到货地址", said)[0] and _blank_behind("到货地址", said)[1])


def test_a_list_of_prices_may_bear_its_currency() -> None:
    header = _addressed("货物清单（人民币元）").currency
    assert _certain(header) == ("CNY", True)
