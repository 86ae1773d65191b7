"""What stands by each item under words nobody knows: what a line lacks of such kind is not surely absent."""

import pytest
from paper import form, sheet
from typed_orders import HEAD, read, sure, told, value

from extractors.assemble import assemble

CARDS = [("机械密封", "QC.12.0088", "3", "100.00", "300.00"), ("轴套", "QC.07.0231", "2", "50.00", "100.00")]
STACKED = """
Pos  Our part no.  Description       Qty  Unit  Price   Amount   {caption}
1    NP-4410       Mechanical seal     2  pcs   150.00  300.00   {first}
2    NP-4411       Shaft sleeve        1  pcs   100.00  100.00   {second}
Total EUR 400.00
"""


CODES = [("10044556", "10044557"), ("4G8S-00391-B", "4G8S-00392-B")]


@pytest.mark.parametrize(("first", "second"), CODES)
def test_a_code_that_every_item_has_may_be_the_number_of_its_part(first: str, second: str) -> None:
    lines = read(STACKED.format(caption="Vuke", first=first, second=second)).lines
    assert not any(line.part_number is None or line.part_number.sure for line in lines)


def _cards(caption: str, codes: tuple[str, str]) -> list[list[str]]:
    rows = [["采购订单"], ["订单号", "下达日期", "对应报价", "供应商"]]
    rows.append(["QC-26-0452", "2026-08-18", "20018720", "天津德塔流体密封有限公司"])
    for at, ((name, own, quantity, price, amount), code) in enumerate(zip(CARDS, codes, strict=True), 1):
        rows += [[f"第 {at} 项"], ["名称", "我方编码", caption, "到货日"], [name, own, code, "2026-10-20"]]
        rows += [["数量", "单位", "单价", "金额"], [quantity, "套", price, amount]]
    return [*rows, ["订单合计", "", "", "400.00"]]


@pytest.mark.parametrize("caption", ["靐灪齾灪", ""])
@pytest.mark.parametrize("codes", CODES)
def test_so_may_one_below_a_caption_of_each_card(caption: str, codes: tuple[str, str]) -> None:
    lines = assemble(sheet(_cards(caption, codes))).lines
    assert told(lines, "part_number") == [(code,) for code in codes]
    assert not any(sure(lines, "part_number"))
    assert all(sure(lines, "customer_part_number"))


def test_a_day_below_a_heading_that_is_half_understood_is_no_price() -> None:
    rows = [
        ["Item", "Your part no.", "Our material", "Description of goods", "Q'ty", "Unit price", "Extended"],
        ["001", "10054131", "305054131", "Double mechanical seal", "5 SET", "20.00", "100.00"],
        ["002", "10054132", "305042138", "Impeller", "1 pc", "40.00", "40.00"],
    ]
    days = ["Promise kofy", "13 May 2026", "12 May 2026"]
    rows = [[*row, day] for row, day in zip(rows, days, strict=True)]
    lines = assemble(form(HEAD, rows, "Total EUR 140.00")).lines
    assert not any(line.delivery_date is None or line.delivery_date.sure for line in lines)


@pytest.mark.parametrize("caption", ["Promise kofy", "Zemony"])
def test_a_day_that_every_item_has_may_be_that_of_its_delivery(caption: str) -> None:
    lines = read(STACKED.format(caption=caption, first="13 May 2026", second="12 May 2026")).lines
    assert not any(line.delivery_date is None or line.delivery_date.sure for line in lines)


@pytest.mark.parametrize(
    ("first", "second"), [("8484.20", "8483.30"), ("M12x80", "M12x90"), ("P-1203A", "P-1203B"), ("60", "45")]
)
def test_numbers_of_the_customs_sizes_and_machines_are_none_of_parts(first: str, second: str) -> None:
    lines = read(STACKED.format(caption="Zemony", first=first, second=second)).lines
    assert all(line.drawing_number is None for line in lines)


def test_what_one_item_alone_has_beside_it_opens_nothing() -> None:
    rows = [
        ["Pos", "Your part no.", "Our part no.", "Drawing", "Description", "Qty", "Unit", "Price", "Amount"],
        ["1", "10044556", "NP-4410", "", "Mechanical seal", "2", "pcs", "150.00", "300.00"],
        ["2", "10044557", "NP-4411", "", "Shaft sleeve", "1", "pcs", "100.00", "100.00"],
    ]
    found = assemble(form(HEAD, rows, "Total EUR 400.00"))
    assert all(line.drawing_number is None for line in found.lines)
    assert all(sure(found.lines, "part_number"))


def test_a_day_written_without_strokes_behind_a_strange_label_is_one() -> None:
    lines = read(
        """
Pos  Your part no.  Description            Qty  Unit  Price   Amount
1    10044556       Mechanical seal          2  pcs   150.00  300.00
                    Zemony: 20260710
Total EUR 300.00
"""
    ).lines
    assert [line.delivery_date is not None and not line.delivery_date.sure for line in lines] == [True]


def test_a_name_that_ends_with_a_code_and_its_revision_may_name_the_drawing() -> None:
    lines = read(
        """
Pos  Your part no.  Our part no.  Description                        Qty  Unit  Price   Amount
1    10044556       NP-4410       Mechanical seal Fyz 2-1201-07 Rev.A  2  pcs   150.00  300.00
Total EUR 300.00
"""
    ).lines
    assert lines[0].drawing_number is not None
    assert not sure(lines, "description")[0]


@pytest.mark.parametrize("heading", ["項次", "靐灪"])
def test_ordinals_in_words_number_the_items_under_whatever_heading(heading: str) -> None:
    rows = [
        [heading, "卖方料号", "品名", "数量", "单位", "单价", "金额"],
        ["一", "10044556", "机械密封", "2", "套", "150.00", "300.00"],
        ["二", "10044557", "轴套", "1", "件", "100.00", "100.00"],
    ]
    lines = assemble(form(HEAD, rows, "合计：400.00元")).lines
    assert [line.line_number is not None for line in lines] == [True, True]
    assert value(lines[1].line_number) == "二"


def test_a_day_in_a_remark_beside_an_only_item_is_none_of_its_delivery() -> None:
    lines = read(
        """
Pos  Our part no.  Description       Qty  Unit  Price   Amount
1    NP-4410       Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
Version 2.1 of this form, 24.03.2020
"""
    ).lines
    assert lines[0].delivery_date is None


def _numbered(captions: tuple[str, str], numbers: tuple[str, str]) -> list[list[str]]:
    rows = [
        ["采购订单"],
        ["订单号", "下达日期", "供应商"],
        ["QC-26-0452", "2026-08-18", "天津德塔流体密封有限公司"],
    ]
    for caption, number, (name, own, quantity, price, amount) in zip(captions, numbers, CARDS, strict=True):
        rows += [[caption, "名称", "我方编码", "到货日"], [number, name, own, "2026-10-20"]]
        rows += [["", "数量", "单位", "单价", "金额"], ["", quantity, "套", price, amount]]
    return [*rows, ["订单合计", "", "", "", "400.00"]]


def test_what_counts_on_by_the_items_may_be_their_number() -> None:
    lines = assemble(sheet(_numbered(("靐灪", "靐灪"), ("1", "2")))).lines
    assert told(lines, "line_number") == [("1",), ("2",)]
    assert not any(sure(lines, "line_number"))


@pytest.mark.parametrize("numbers", [("1", "3"), ("2", "1"), ("A-01", "A-02")])
def test_what_does_not_count_on_is_none(numbers: tuple[str, str]) -> None:
    lines = assemble(sheet(_numbered(("靐灪", "靐灪"), numbers))).lines
    assert told(lines, "line_number") == [(None,), (None,)]
