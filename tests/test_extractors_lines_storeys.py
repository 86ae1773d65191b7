"""Tables in two storeys: what an item is called on one line, its figures on the next."""

from dataclasses import replace

from paper import form, paper

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
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


WRAPPED_HEADING = """
Purchase Order
Purchase Order   802385

Line  Vendor Product                                                        Unit          Line
No    No             Description                       Quantity   UOM      Price        Amount
10    8G7N-00531-A   Hex bolt M12x95 A4-70                  100   PC        4.00        400.00
20    10071538       Impeller HT250 Ø250                      6   EA    5,751.82     34,510.92
                     Deep groove ball bearing 6385
30    4G7N-00559-A                                           30   pc      464.12     13,923.60
                     2Z/C3
                                                    Grand Total                      48,834.52
"""


def test_a_heading_that_wraps_is_no_second_storey() -> None:
    lines = assemble(paper(WRAPPED_HEADING)).lines
    assert [line.part_number.value for line in lines if line.part_number] == [
        "8G7N-00531-A",
        "10071538",
        "4G7N-00559-A",
    ]
    assert all(line.customer_part_number is None for line in lines)


def test_a_name_with_a_wide_gap_is_one_name() -> None:
    wide = STAGGERED.replace("Hex bolt M12x32 A4-70", "Hex bolt   M12x32   A4-70")
    lines = assemble(paper(wide)).lines
    assert [value(line.quantity) for line in lines] == ["10.00", "500.00"]
    assert [value(line.description) for line in lines] == ["Disc coupling JMII-85", "Hex bolt M12x32 A4-70"]


HEADED = """
                       Purchase order
Item   Material       Description
       Order qty.  Unit         Price per unit             Net value
"""
FIRST = f"""{HEADED}
00010  1102934        Wear ring 48 mm, hardened
            4      EA            125.00  / 1 EA               500.00
       Your material number 10047781
                                           Carried forward    500.00
"""
SECOND = f"""{HEADED}
                                           Brought forward    500.00
00060  1104481        Wear ring 60 mm
           12      EA            198.60  / 1 EA             2,383.20
       Your material number 10061209
00070  1088240        Hex bolt M10x35
          400      EA             63.50  / 100 EA             254.00
       Your material number 10022376
                                         Total net value     3,137.20
"""


def test_items_go_on_below_what_was_carried_forward() -> None:
    one, two = (paper(text.replace("\n\n", "\n")).pages[0] for text in (FIRST, SECOND))
    lines = assemble(SourceDocument(FileFormat.PDF, (one, replace(two, number=2)), exact=False)).lines
    found = [(value(line.line_number), value(line.price_per), value(line.amount)) for line in lines]
    assert found == [("00010", "1", "500.00"), ("00060", "1", "2383.20"), ("00070", "100", "254.00")]


def test_a_heading_that_stands_higher_than_its_neighbours_begins_no_storey() -> None:
    text = """
采购订单
订单号：4500012345
       我方物料号                                                       单重(kg)
序号   供方编码          品名规格      数量    不含税单价   不含税金额    备注
一、一号泵备件
1      37-826731         导向套        2件     50.00        100.00       1.35
       10026731                                                          急件
2      40.16.7738        耐磨板        3件     10.00        30.00        2.35
       MS6-738-SCC                                                       急件
合计                                                        130.00
"""
    lines = assemble(paper(text)).lines
    found = [(value(line.customer_part_number), value(line.part_number)) for line in lines]
    assert found == [("37-826731", "10026731"), ("40.16.7738", "MS6-738-SCC")]


TOLD_BETWEEN = """
                        Bestellung 4500-771
Pos.  Material / Bezeichnung
      Bestellmenge Einheit             Preis pro Einheit       Nettowert
0010  K80255117     Wellenhülse 60 mm
            Ihre Materialnummer: 10083305
            Zeichnung: Z-60114-02
        3 ST                  40,00 / 1 ST                        120,00
      Liefertermin: Tag 15.06.2027
0020  K80255180     Lagerdeckel
            Ihre Materialnummer: 10083411
      250 ST                  12,00 / 100 ST                       30,00
      Liefertermin: Tag 06.07.2027
      Gesamtnettowert ohne MwSt EUR                               150,00
"""


def test_labelled_lines_may_stand_between_the_two_storeys() -> None:
    lines = assemble(paper(TOLD_BETWEEN)).lines
    assert [
        (
            value(line.customer_part_number),
            value(line.part_number),
            value(line.description),
            value(line.quantity),
            value(line.unit),
            value(line.price_per),
            value(line.delivery_date),
        )
        for line in lines
    ] == [
        ("K80255117", "10083305", "Wellenhülse 60 mm", "3", "ST", "1", "2027-06-15"),
        ("K80255180", "10083411", "Lagerdeckel", "250", "ST", "100", "2027-07-06"),
    ]
    assert value(lines[0].drawing_number) == "Z-60114-02"


def test_the_rest_of_a_name_may_stand_above_codes_that_look_like_figures() -> None:
    text = """
Purchase order
No.   Goods                    Qty       Unit price     Amount
      Our code                 Your code      Price gross    Amount gross
10    Axial face seal type     5 pc      100.00         500.00
      K-plan
      30-4471-20               10027443       120.00         600.00
20    Guide bush               3 pc      10.00          30.00
      30-4472-20               MS7-338-SCC    12.00          36.00
30    Axial face seal type     4 pc      20.00          80.00
      K-plan
      30-4473-20               10036492       24.00          96.00
Net total                                               610.00
"""
    lines = assemble(paper(text)).lines
    assert [value(line.description) for line in lines] == [
        "Axial face seal type K-plan",
        "Guide bush",
        "Axial face seal type K-plan",
    ]
    assert [value(line.customer_part_number) for line in lines] == ["30-4471-20", "30-4472-20", "30-4473-20"]
