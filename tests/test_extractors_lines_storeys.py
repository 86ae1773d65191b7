"""Tables in two storeys: what an item is called on one line, its figures on the next."""

from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

STAGGERED = """
                       Purchase order
Pos.  Our mat. no.            Designation
      Quantity  Unit                     Price     per         Value
10    40.16.7331              Disc coupling JMII-85
         10.00  SET                   3,405.20   1 SET     34,052.00
      Your mat. no. MS6-331-SCC
      Packed in boxes
20    305043359               Hex bolt M12x32 A4-70
        500.00  pc                      569.00   100 pc     2,845.00
      Your mat. no. 1D8S-0352-C
                                         Total value       36,897.00
"""


def value(field: Field | None) -> str | None:
    return field.value if field else None


def test_lines_of_two_storeys_are_one_item() -> None:
    lines = assemble(paper(STAGGERED)).lines
    assert [
        (
            value(line.line_number),
            value(line.customer_part_number),
            value(line.part_number),
            value(line.description),
            value(line.quantity),
            value(line.price_per),
            value(line.amount),
        )
        for line in lines
    ] == [
        ("10", "40.16.7331", "MS6-331-SCC", "Disc coupling JMII-85", "10.00", "1", "34052.00"),
        ("20", "305043359", "1D8S-0352-C", "Hex bolt M12x32 A4-70", "500.00", "100", "2845.00"),
    ]


def test_drawn_rows_of_two_storeys_are_one_item() -> None:
    rows = [
        ["序号", "物料编码", "名称", "交货期"],
        ["", "数量", "单价", "金额"],
        ["1", "305018731", "轴套", "2026-03-01"],
        ["", "2", "50.00", "100.00"],
        ["2", "305018732", "垫片", "2026-03-02"],
        ["", "3", "10.00", "30.00"],
    ]
    lines = assemble(form("采购订单", rows)).lines
    found = [(value(line.description), value(line.quantity), value(line.amount)) for line in lines]
    assert found == [("轴套", "2", "100.00"), ("垫片", "3", "30.00")]
    assert [value(line.delivery_date) for line in lines] == ["2026-03-01", "2026-03-02"]
