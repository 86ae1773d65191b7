"""Tables of which the lines draw a part only, and cells of which one says more than its heading."""

import pytest
from paper import LINE, grid, paper, words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.fields import money
from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Label, Role
from models.page import FileFormat, Page, Ruling, SourceDocument, Word

HEAD = ("Purchase order PO-55170", "Buyer: Nordkai Pumps Ltd", "Seller: Delta Seals GmbH", "Currency: EUR")
ROWS = [
    ["1", "1000338127", "3J5Q-00227-A", "Mechanical seal 100 mm", "10", "EA", "894.00", "8940.00"],
    ["2", "1000338155", "10084160", "Bladder accumulator 20 L", "30", "EA", "226.50", "6795.00"],
    ["3", "1000338160", "10084177", "Pressure switch 0-40 bar", "20", "EA", "71.20", "1424.00"],
]
NAMES = ["No", "Our code", "Your part", "Description", "Qty", "UOM", "Price", "Amount"]
TOTAL = "Total EUR 17159.00"


def page(words: list[Word], rulings: list[Ruling]) -> SourceDocument:
    head = [word for at, line in enumerate(HEAD) for word in words_of(line, 20.0, 20.0 + at * LINE)]
    return SourceDocument(
        FileFormat.PDF, (Page(1, 900.0, 1200.0, (*head, *words), tuple(rulings)),), exact=False
    )


def columns(rulings: list[Ruling]) -> list[float]:
    return sorted({each.box.x0 for each in rulings if not each.horizontal})


def test_headings_above_a_drawn_table_head_its_columns() -> None:
    words, rulings = grid(ROWS, 140.0)
    heads = [
        word
        for text, x in zip(NAMES, columns(rulings), strict=False)
        for word in words_of(text, x + 1, 126.0)
    ]
    foot = words_of(TOTAL, 20.0, 140.0 + 4 * LINE)
    lines = assemble(page([*heads, *words, *foot], rulings)).lines
    assert told(lines, "part_number", "customer_part_number", "quantity", "unit_price") == [
        ("3J5Q-00227-A", "1000338127", "10", "894.00"),
        ("10084160", "1000338155", "30", "226.50"),
        ("10084177", "1000338160", "20", "71.20"),
    ]
    assert sure(lines, "part_number") == [True, True, True]


def test_words_that_are_no_headings_above_a_drawn_table_head_nothing() -> None:
    words, rulings = grid(ROWS, 140.0)
    above = words_of("Please deliver these goods with papers", 33.0, 126.0)
    lines = assemble(page([*above, *words], rulings)).lines
    assert not any(sure(lines, "part_number"))


def test_a_table_drawn_in_pieces_is_one_with_what_stands_between_its_rows() -> None:
    words: list[Word] = []
    rulings: list[Ruling] = []
    top = 140.0
    pieces = [[NAMES, ROWS[0]], ROWS[1:2], ROWS[2:]]
    wide = [max(len(row[at]) for row in (NAMES, *ROWS)) for at in range(len(NAMES))]
    for piece, day in zip(pieces, ("15-Mar-2027", "22-Mar-2027", "29-Mar-2027"), strict=True):
        drawn, posts = grid(_same_widths(piece, wide), top)
        words += drawn
        rulings += posts
        top += len(piece) * LINE
        further = ["Packed singly"] * (3 if day.startswith("29") else 1)
        for text in (*further, f"Drawing: 4-77{day[:2]}-1   Required date: {day}"):
            words += words_of(text, 40.0, top + 4)
            top += LINE
        top += LINE
    words += words_of(TOTAL, 20.0, top + LINE)
    lines = assemble(page(words, rulings)).lines
    assert told(lines, "line_number", "part_number", "delivery_date", "drawing_number") == [
        ("1", "3J5Q-00227-A", "2027-03-15", "4-7715-1"),
        ("2", "10084160", "2027-03-22", "4-7722-1"),
        ("3", "10084177", "2027-03-29", "4-7729-1"),
    ]


def _same_widths(rows: list[list[str]], wide: list[int]) -> list[list[str]]:
    """Return rows whose cells are as wide as those of all pieces."""
    return [
        [cell.strip().ljust(width, "\u00a0") for cell, width in zip(row, wide, strict=True)] for row in rows
    ]


NARROW = """
Pos  Our no.        Description               Qty   Price    Amount
10   4711-0338      Shaft seal 45 mm           8   298.50   2,388.00
     Ihre Art.-Nr.  Q1Q1VGG
     10066208       Drawing 3-11045-02
20   4711-0341      Shaft sleeve               8   112.75     902.00
     Ihre Art.-Nr.  hard faced
     10066215
Total EUR                                                   3,290.00
"""


def test_a_label_over_its_number_has_not_what_stands_at_its_right() -> None:
    lines = read(NARROW).lines
    assert told(lines, "part_number", "customer_part_number") == [
        ("10066208", "4711-0338"),
        ("10066215", "4711-0341"),
    ]


DASHED = """
Pos   Material        Short text            Your part      Qty   Price     Amount
10    BJ31-0047-2285  Mechanical seal       LP-62-2240      4   100.00     400.00
      -6612-A
20    BJ31-0047-2286  Bearing ring          LP-62-2252      2    50.00     100.00
      -0107-B
Total EUR                                                                  500.00
"""


def test_a_number_goes_on_with_a_dash_below() -> None:
    lines = read(DASHED).lines
    assert told(lines, "customer_part_number", "description") == [
        ("BJ31-0047-2285-6612-A", "Mechanical seal"),
        ("BJ31-0047-2286-0107-B", "Bearing ring"),
    ]
    assert not any(sure(lines, "customer_part_number"))  # it may as well be said of it: "-URGENT"


def test_a_company_behind_a_bare_label_that_stands_nowhere_else_is_not_surely_the_buyer() -> None:
    text = "AL JALAH GAS\nP.O. Box 560, Sur\nPURCHASE ORDER\nPO: SUR-260871\n"
    text += "Company      HAMPUS FLOW SEALING CO., LTD.\nOrder date   08-Nov-2026\n"
    customer = assemble(paper(text)).header.customer
    assert customer is None or not customer.sure


@pytest.mark.parametrize(
    ("text", "number"),
    [("JPY 621,000-", "621,000"), ("¥621,000-", "621,000"), ("EUR 621,000-", "621,000-")],
)
def test_a_dash_closes_a_sum_in_yen(text: str, number: str) -> None:
    found = money.parse(text)
    assert found is not None
    assert found.number_text == number


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Price per set, USD", Role.PRICE),
        ("Due in store", Role.DELIVERY),
        ("Line Type", Role.OTHER),
    ],
)
def test_headings_of_programs(text: str, role: Role) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.role, found.exact) == (role, True)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Condição de pagamento", Label.PAYMENT),
        ("Despachar a", Label.PLACE),
        ("Receipt address", Label.PLACE),
        ("Shipment basis", Label.INCOTERMS),
        ("Termin", Label.DELIVERY),
        ("凭证号码/日期", Label.PLAIN_NUMBER),
    ],
)
def test_labels_of_programs(text: str, label: Label) -> None:
    assert label in meaning(text)


FAR = """
Line  No.      Part / Description   Customer part   Qty   Price    Amount
1              10027718             200114907        2    10.00     20.00
      Seal cartridge 65 mm
      STATUS 2 Unconfirmed
      SCHEDULE LINES
      ACCOUNTING cost center
      OTHER    Requester Luc T.
2              10027733             200114931        3    10.00     30.00
      Gland gasket
      STATUS 3 Unconfirmed
      SCHEDULE LINES
      ACCOUNTING cost center
      OTHER    Requester Luc T.
Total EUR                                                           50.00
"""


def test_what_stands_far_below_the_figures_is_not_surely_the_name() -> None:
    for line in read(FAR).lines:
        assert (
            line.description is None
            or "Requester" not in (value(line.description) or "")
            or not (line.description.sure)
        )
