"""Tables in two storeys over two pages, and sentences below a table that are no item of it."""

from dataclasses import replace

from paper import form, paper
from typed_orders import told

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
from models.reading import Reading

FIRST = """
                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
Currency: EUR
Buyer: Nordkai Pumps Ltd
Seller: Delta Seals GmbH

                              Designation
Pos.    Material
                 Order qty.            Price per unit          Net value

00010   7710-01               Shaft sleeve
                 6 PC                  110.00 / 1 PC           660.00
                              Your material no.: 10094411
00020   7710-02               Lip seal
                 40 PC                 52.00 / 10 PC           208.00
                              Your material no.: 10094412

        Carried forward                                        868.00
"""
SECOND = """
Nordkai Pumps Ltd             PO-55170                         Page 2

                              Designation
Pos.    Material
                 Order qty.            Price per unit          Net value
        Carried forward                                        868.00

00030   7710-05               Locking ring
                 3 PC                  41.00 / 1 PC            123.00
                              Your material no.: 10094420
{last}
        Total net value EUR                                    {total}
"""
LAST = """00040   7710-06               Bearing cap
                 1 PC                  90.00 / 1 PC            90.00
                              Your material no.: 10094421
"""


def _read(second: str) -> Reading:
    pages = (paper(FIRST).pages[0], paper(second).pages[0])
    return assemble(SourceDocument(FileFormat.PDF, (pages[0], replace(pages[1], number=2)), exact=False))


def test_a_page_that_begins_with_what_is_carried_forward_goes_on_in_its_storeys() -> None:
    reading = _read(SECOND.format(last=LAST, total="1,081.00"))
    assert told(reading.lines, "line_number", "part_number", "quantity", "amount") == [
        ("00010", "10094411", "6", "660.00"),
        ("00020", "10094412", "40", "208.00"),
        ("00030", "10094420", "3", "123.00"),
        ("00040", "10094421", "1", "90.00"),
    ]
    total = reading.header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("1081.00", True)


def test_a_line_lost_between_the_pages_leaves_the_total_open() -> None:
    reading = _read(SECOND.format(last="", total="1,081.00"))
    total = reading.header.total_amount
    assert total is None or not total.sure or total.value == "1081.00"
    assert any(problem.code == "total_open" for problem in reading.problems)


HEAD = """
采购订单
订单编号：CG-7712    订单日期：2026-04-02
需方：江苏海瑞化工装备有限公司    供方：苏州长兴密封技术有限公司
"""
ROWS = """
序号  供方料号     名称          数量     净价          净值         需求日
10    10094411     轴套          6 件     110.00        660.00       2026.07.24
20    10094412     油封          40 件    5.20          208.00       2026.07.24
                                          净值合计      868.00
                                          增值税 13%    112.84
                                          应付总额      980.84
"""
SENTENCE = "净价不含增值税。It lapses unless signed by 25 May 2026."


def _set_apart(document: SourceDocument) -> SourceDocument:
    """Return a paper whose last line has its words set apart without blanks, as some programs print."""
    page = document.pages[0]
    last = max(word.box.top for word in page.words)
    words = tuple(replace(each, glued=each.box.top == last) for each in page.words)
    return replace(document, pages=(replace(page, words=words),))


def test_a_sentence_in_two_languages_below_the_sums_is_no_item() -> None:
    plain, said = (assemble(_set_apart(paper(HEAD + ROWS + end))) for end in ("", SENTENCE))
    assert told(said.lines, "quantity", "unit_price", "amount") == [
        ("6", "110.00", "660.00"),
        ("40", "5.20", "208.00"),
    ]
    assert [line.amount for line in said.lines] == [line.amount for line in plain.lines]


def test_a_cell_with_nothing_but_a_dash_names_no_drawing() -> None:
    rows = [
        ["Pos", "Your part no.", "Drawing", "Description", "Qty", "Unit", "Unit price", "Amount"],
        ["10", "10094411", "4-7715-02", "Shaft sleeve", "6", "pcs", "110.00", "660.00"],
        ["20", "10094412", "–", "Lip seal", "40", "pcs", "5.20", "208.00"],
    ]
    reading = assemble(form("PURCHASE ORDER\nOrder No.: 4500781234", rows, "Total EUR 868.00"))
    assert told(reading.lines, "drawing_number") == [("4-7715-02",), (None,)]


PRINTED = """
                       PURCHASE ORDER   55-0187     PAGE {page} OF 2
ORDER DATE : 2026-03-12   CURRENCY : EUR   VENDOR : DELTA SEALS GMBH

LN    OUR CODE      QTY   UM    PRICE       AMOUNT
      YOUR PART / TEXT
{rows}
"""
UPPER = """10    55-1001         6   PCS   110.00      660.00
      YOUR P/N 10094411
      SHAFT SLEEVE WITH TWO KEYWAYS, LEFT HAND THREAD AND GROOVE

      {to}                          660.00
"""
LOWER = """      {out}                        660.00

20    55-1002         3   PCS    41.00      123.00
      YOUR P/N 10094420
      LOCKING RING

      TOTAL ORDER VALUE                  EUR    783.00
"""


UPPER_PRINT = PRINTED.format(page=1, rows=UPPER.format(to="CARRIED FORWARD TO PAGE 2"))


def _printed(to: str, out: str) -> Reading:
    texts = (UPPER.format(to=to), LOWER.format(out=out))
    pages = [paper(PRINTED.format(page=at + 1, rows=text)).pages[0] for at, text in enumerate(texts)]
    return assemble(SourceDocument(FileFormat.PDF, (pages[0], replace(pages[1], number=2)), exact=False))


def test_a_sum_that_is_carried_to_a_page_by_its_number_parts_no_item_from_its_text() -> None:
    reading = _printed("CARRIED FORWARD TO PAGE 2", "BROUGHT FORWARD FROM PAGE 1")
    assert told(reading.lines, "line_number", "part_number", "description", "amount") == [
        ("10", "10094411", "SHAFT SLEEVE WITH TWO KEYWAYS, LEFT HAND THREAD AND GROOVE", "660.00"),
        ("20", "10094420", "LOCKING RING", "123.00"),
    ]
    assert all(line.amount is not None and line.amount.sure for line in reading.lines)


def test_the_number_of_the_page_may_stand_below_what_is_carried() -> None:
    broken = LOWER.replace("660.00\n", "660.00\n      1\n", 1).format(out="BROUGHT FORWARD FROM PAGE")
    pages = [paper(UPPER_PRINT).pages[0], paper(PRINTED.format(page=2, rows=broken)).pages[0]]
    lines = assemble(
        SourceDocument(FileFormat.PDF, (pages[0], replace(pages[1], number=2)), exact=False)
    ).lines
    assert told(lines, "line_number", "amount") == [("10", "660.00"), ("20", "123.00")]


def test_what_is_carried_elsewhere_is_no_end_of_a_page() -> None:
    reading = _printed("FITTED AS ON DRAWING PAGE 2", "AS ON DRAWING PAGE 1")
    assert not any(line.description is not None and line.description.sure for line in reading.lines)
