"""Sizes that look like prices in running text, cells with a stroke before the unit, and flat exports."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from models.reading import Field

HEAD = "供货通知单\n通知单编号：TZ-2028-19\n现通知贵单位供应下列物资：\n"


def _told(field: Field | None) -> tuple[str | None, bool]:
    return (field.value, field.sure) if field is not None else (None, False)


@pytest.mark.parametrize("size", ["80×2.65", "□14×14", "60×4"])
def test_a_size_is_no_price_beside_a_labelled_one(size: str) -> None:
    text = (
        f"（1）密封圈 NBR {size}，供方编码 20071182，数量 5 个，含税单价 21.40 元，金额 107.00 元。\n"
        f"（2）密封圈 NBR {size}，供方编码 20071183，数量 2 个，含税单价 30.00 元，金额 60.00 元。\n"
        "以上共计人民币 167.00 元（含税，税率13%）。"
    )
    lines = assemble(paper(HEAD + text)).lines
    assert [line.unit_price.value for line in lines if line.unit_price] == ["21.40", "30.00"]


def test_a_count_times_a_price_stays_one() -> None:
    text = "（1）密封圈 20071182 5个×21.40=107.00元\n（2）轴套 20071183 2个×30.00=60.00元\n合计：167.00元"
    lines = assemble(paper(HEAD + text)).lines
    assert [line.unit_price.value for line in lines if line.unit_price] == ["21.40", "30.00"]


def test_a_stroke_stands_between_a_quantity_and_its_unit() -> None:
    rows = [
        ["行", "名称", "供方编码", "订货量", "单价", "金额"],
        ["1", "轴封", "20071182", "4 / 件", "150.00", "600.00"],
        ["2", "轴套", "20071183", "8 / 只", "75.00", "600.00"],
    ]
    lines = assemble(form("采购订单\n订单编号：RX-4471", rows, "合计：1200.00")).lines
    assert [line.unit.value for line in lines if line.unit] == ["件", "只"]


COLUMNS = [
    "单据编号",
    "采购日期",
    "采购组织",
    "供应商",
    "币别",
    "行号",
    "物料名称",
    "供应商物料编码",
    "采购数量",
]
FLAT = ["HD-4471", "2028-03-04", "瑞和造纸有限公司", "康固轴封有限公司", "人民币"]


def _flat(number: str, label: str = "单据编号") -> Field | None:
    columns = [label, *COLUMNS[1:], "采购单位", "含税单价", "价税合计", "源单编号"]
    rows = [
        [number, *FLAT[1:], "1", "轴封", "20071182", "4", "件", "150.00", "600.00", "QX-8001"],
        [number, *FLAT[1:], "2", "轴套", "20071183", "8", "只", "75.00", "600.00", "QX-8002"],
    ]
    reading = assemble(sheet([columns, *rows]))
    assert all(line.drawing_number is None for line in reading.lines)
    return reading.header.document_number


def test_a_bare_number_in_the_block_of_an_export_is_the_orders() -> None:
    assert _told(_flat("HD-4471"))[0] == "HD-4471"


def test_an_export_without_text_around_it_surely_lacks_no_number() -> None:
    found = _flat("HD-4471", "表单标识")
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("number", ["HTW-[2028]-0117", "HTW-〔2028〕0117"])
def test_the_year_of_a_number_may_stand_in_brackets(number: str) -> None:
    text = f"设备买卖协议书\n协议号：{number}\n甲方：瑞和造纸有限公司\n乙方：康固轴封有限公司"
    assert _told(assemble(paper(text)).header.document_number)[0] == number


def test_a_contract_is_dated_by_the_day_of_reaching_the_agreement() -> None:
    text = (
        "设备买卖协议书\n协议号：HTW-0117\n瑞和造纸有限公司（以下简称甲方）向康固轴封有限公司（以下简称乙方）"
        "购买备件，双方于2028年3月4日在青州市达成如下协议。"
    )
    assert _told(assemble(paper(text)).header.document_date)[0] == "2028-03-04"


def test_whom_to_write_to_is_no_place_of_delivery() -> None:
    text = "采购合同\n合同编号：HT-71\n8. 通知与送达：甲方 林立 0533-7618330；乙方 何山 0813-2105590。"
    found = assemble(paper(text)).header.delivery_place
    assert found is None or not (found.sure and found.value)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("表头税率：9.00", "tax_rate", "9"),
        ("货送：青州市王府街道海岱路18号", "delivery_place", "青州市王府街道海岱路18号"),
        ("到库地点：青州市王府街道海岱路18号2号库", "delivery_place", "青州市王府街道海岱路18号2号库"),
        ("资金支付：货到验收后40天内付清", "payment_terms", "货到验收后40天内付清"),
        ("源单号：PRQ0071", "quotation_number", None),
    ],
)
def test_further_words_of_programs_and_plants(line: str, name: str, value: str | None) -> None:
    head = f"采购订单\n订单编号：RX-4471\n需方：瑞和造纸有限公司\n供方：康固轴封有限公司\n{line}"
    assert _told(getattr(assemble(paper(head)).header, name))[0] == value


def test_further_headings_and_sums() -> None:
    rows = [
        ["编号", "名称", "制造图号", "品牌方编码", "数量", "折后单价", "折后金额", "要求到库"],
        ["1", "轴封", "GT-118-2", "20071182", "4", "150.00", "600.00", "2028-05-04"],
    ]
    reading = assemble(form("采购合约\n合约编号：RX-4471", rows, "合约总值：600.00"))
    line = reading.lines[0]
    found = (line.drawing_number, line.part_number, line.amount, line.delivery_date)
    assert [_told(each)[0] for each in found] == ["GT-118-2", "20071182", "600.00", "2028-05-04"]
    assert _told(reading.header.total_amount)[0] == "600.00"
