"""What looks like one thing and may be another: names between figures, codes that count, sizes, imprints."""

from collections.abc import Sequence

import pytest
from drawn_columns import drawn, lines_of
from paper import form, paper, words_of

from extractors.assemble import assemble
from extractors.lines.column_parties import buying
from extractors.lines.tables.imprints import is_imprint
from extractors.page.runs import Run, make_run
from models.page import Page
from models.reading import OrderLine

HEAD = "Purchase order no.: PO-88412\nBuyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH\nCurrency: EUR\n"
Told = list[tuple[str | None, bool] | None]
Table = list[list[str]]


def told(lines: Sequence[OrderLine], name: str) -> Told:
    """Return the values of a field of each line, and whether they are sure."""
    found = [getattr(line, name) for line in lines]
    return [None if field is None else (field.value, field.sure) for field in found]


def sure(lines: Sequence[OrderLine], name: str) -> list[bool]:
    """Tell of each line whether it has a field for sure."""
    return [each is not None and each[1] for each in told(lines, name)]


def listed(rows: Table, before: str = HEAD, after: str = "Total amount: 160.00") -> tuple[OrderLine, ...]:
    return assemble(form(before, rows, after)).lines


# Drawn columns without drawn rows.

COLUMNS = ["Part no.", "Description", "Qty", "Price", "Amount"]
SLEEVE = ["DS-4711", "Guide sleeve", "2", "50.00", "100.00"]
SEAL = ["DS-4712", "Cartridge seal", "3", "20.00", "60.00"]
RING = ["DS-4713", "Wear ring", "1", "0.00", "0.00"]
UNIT = ["", "", "pcs", "EUR", ""]


def below(name: str) -> list[str]:
    """Return a second line of an item."""
    return ["", name, "pcs", "EUR", ""]


def alone(name: str) -> list[str]:
    """Return a line that holds nothing but a name."""
    return ["", name, "", "", ""]


TITLED = [
    *[SLEEVE, UNIT, alone("Seals:")],
    *[SEAL, UNIT, alone("Rings:")],
    *[RING, UNIT, alone("All packed in one box")],
]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([SLEEVE, UNIT, alone("Cartridge seal for"), SEAL, UNIT], [False, False]),
        ([SLEEVE, UNIT, alone("Spare parts pump P-1203"), SEAL, UNIT], [False, False]),
        ([SLEEVE, below("Cartridge seal for"), SEAL, below("type B")], [False, False]),
        ([SLEEVE, UNIT, SEAL, UNIT, alone("All with certificate 3.1")], [True, False]),
        ([SLEEVE, UNIT, SEAL, UNIT], [True, True]),
        ([SLEEVE, below("CuSn8"), SEAL, below("SiC"), RING, below("316L")], [True, True, True]),
        ([SLEEVE, below("CuSn8"), SEAL, below("SiC"), RING, UNIT], [False, False, False]),
        (TITLED, [False, False, False]),
    ],
)
def test_a_line_of_a_name_between_two_lines_of_figures_is_open(rows: Table, names: list[bool]) -> None:
    lines = lines_of(drawn([COLUMNS, *rows]))
    assert sure(lines, "description") == names
    assert all(sure(lines, "amount"))


def test_lines_of_figures_without_a_number_or_a_code_are_no_items() -> None:
    heads = ["Date", *COLUMNS[1:]]
    first = ["01.05.2026", "Guide sleeve", "2", "20.00", "40.00"]
    second = ["01.06.2026", "CuSn8 bronze", "6", "20.00", "120.00"]
    lines = lines_of(drawn([heads, first, UNIT, second, UNIT]))
    assert not any(sure(lines, "quantity") + sure(lines, "description"))


DRAWN = ["Part no.", "Drawing", "Qty", "Price", "Amount"]
BANDS = [
    ["DS-4711", "KP-4711", "2", "50.00", "100.00"],
    ["Guide sleeve for pump P-1203A", "", "", "", ""],
    ["DS-4712", "KP-4712", "3", "20.00", "60.00"],
    ["Cartridge seal", "", "", "", ""],
]


@pytest.mark.parametrize("notes", [(2,), (2, 4)])
def test_names_in_bands_below_each_item_are_found(notes: tuple[int, ...]) -> None:
    lines = lines_of(drawn([DRAWN, *BANDS], notes=notes))
    names = [each[0] if each is not None else None for each in told(lines, "description")]
    assert names == ["Guide sleeve for pump P-1203A", "Cartridge seal"]
    assert told(lines, "drawing_number") == [("KP-4711", True), ("KP-4712", True)]


@pytest.mark.parametrize("name", ["Seal ring", "Cartridge for seals"])
def test_a_name_in_a_band_that_the_columns_run_through_is_not_surely_absent(name: str) -> None:
    lines = lines_of(drawn([DRAWN, *BANDS[:3], [name, "", "", "", ""]], notes=(2,)))
    assert None not in told(lines, "description")
    assert not any(sure(lines, "description") + sure(lines, "part_number"))


# Columns.


def coded(heading: str, numbers: tuple[str, str], other: str) -> tuple[OrderLine, ...]:
    rows = [
        [heading, other, "Description", "Qty", "Unit price", "Amount"],
        [numbers[0], "KG-5510", "Sleeve", "2", "50.00", "100.00"],
        [numbers[1], "KG-5511", "Seal", "3", "20.00", "60.00"],
    ]
    return listed(rows)


@pytest.mark.parametrize("heading", ["Part no.", "件号", "Stock no.", "编号"])
@pytest.mark.parametrize("numbers", [("RK-1", "RK-2"), ("DS-01", "DS-02")])
def test_codes_that_count_on_are_no_numbers_of_items(heading: str, numbers: tuple[str, str]) -> None:
    lines = coded(heading, numbers, "Our part no.")
    assert told(lines, "line_number") == [None, None]
    assert [each and each[0] for each in told(lines, "part_number")] == list(numbers)


@pytest.mark.parametrize(
    ("heading", "numbers", "certain"),
    [
        ("编号", ("甲1", "甲2"), True),
        ("编号", ("ZB1", "ZB2"), True),
        ("No.", ("RK-1", "RK-2"), True),
        ("Pos.", ("RK-1", "RK-2"), True),
        ("Item no.", ("RK-1", "RK-2"), False),
        ("Item", ("ZB-1", "ZB-2"), False),
        ("Item", ("1", "2"), True),
    ],
)
def test_numbers_that_may_be_those_of_parts_are_open(
    heading: str, numbers: tuple[str, str], *, certain: bool
) -> None:
    lines = coded(heading, numbers, "Our part no.")
    assert told(lines, "line_number") == [(number, certain) for number in numbers]
    assert not any(sure(lines, "part_number"))
    assert all(told(lines, "part_number")) is not certain


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Discount", "Amount"], [["10%", "90.00"], ["10%", "54.00"]]),
        (["Disc.", "Net"], [["10%", "90.00"], ["10%", "54.00"]]),
        (["Rebate"], [["10.00"], ["6.00"]]),
        (["Net"], [["90.00"], ["54.00"]]),
        (["After disc."], [["90.00"], ["54.00"]]),
        (["Payable"], [["90.00"], ["54.00"]]),
    ],
)
def test_a_currency_heads_no_sure_amount_where_money_follows(heads: list[str], cells: Table) -> None:
    rows = [
        ["Pos", "Description", "Qty", "Unit price", "EUR", *heads],
        ["1", "Sleeve", "2", "50.00", "100.00", *cells[0]],
        ["2", "Seal", "3", "20.00", "60.00", *cells[1]],
    ]
    lines = listed(rows, after="Total amount: 144.00")
    assert ("100.00", True) not in told(lines, "amount")


@pytest.mark.parametrize(
    ("heads", "cells"), [([], [[], []]), (["Delivery"], [["01.05.2027"], ["01.06.2027"]])]
)
def test_a_currency_alone_heads_the_amount_where_none_follows(heads: list[str], cells: Table) -> None:
    rows = [
        ["Pos", "Description", "Qty", "Unit price", "EUR", *heads],
        ["1", "Sleeve", "2", "50.00", "100.00", *cells[0]],
        ["2", "Seal", "3", "20.00", "60.00", *cells[1]],
    ]
    assert told(listed(rows), "amount") == [("100.00", True), ("60.00", True)]


ORDER = "Purchase order no.: PO-88412\nCurrency: EUR\n"


@pytest.mark.parametrize(
    ("heading", "before", "certain"),
    [
        ("DSG Part No.", f"To: Delta Seals Germany GmbH\nBuyer: Nordkai Pumps Ltd\n{ORDER}", False),
        ("DSG Part No.", f"Vendor\nDelta Seals Germany GmbH\n{ORDER}", False),
        ("GZO Stock No.", f"{ORDER}Buyer: Nordkai Ltd\nEnd user: Garran Zinc Operations Ltd\n", False),
        ("Grundo Part No.", f"Spares for pumps of Grundo Pumps Ltd\nBuyer: Nordkai Ltd\n{ORDER}", False),
        ("Delta Part No.", f"Delta Seals GmbH\nBuyer: Nordkai Pumps Ltd\n{ORDER}", False),
        ("Delta Part No.", f"Delta Seals GmbH\n{ORDER}Vendor: Delta Seals GmbH\n", False),
        ("NPL Stock No.", f"Nordkai Pumps Ltd\n{ORDER}Vendor: Delta Seals GmbH\n", True),
        ("NPL Stock No.", f"{ORDER}Vendor: Delta Seals GmbH\nBuyer: Nordkai Pumps Ltd\n", True),
        ("NPL Stock No.", f"Purchaser\nNordkai Pumps Ltd\n{ORDER}Vendor: Delta Seals GmbH\n", True),
    ],
)
def test_only_the_writers_own_name_makes_a_column_the_buyers(
    heading: str, before: str, *, certain: bool
) -> None:
    rows = [
        ["Pos", heading, "Supplier Part No.", "Description", "Qty", "Unit price", "Amount"],
        ["1", "DS-4711", "KG-5510", "Sleeve", "2", "50.00", "100.00"],
        ["2", "DS-4712", "KG-5511", "Seal", "3", "20.00", "60.00"],
    ]
    lines = listed(rows, before)
    assert told(lines, "customer_part_number") == [("DS-4711", certain), ("DS-4712", certain)]


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("甲方提供毛坯及材质证明，乙方按图加工。", None),
        ("甲方负责提供质量证明文件的格式。", None),
        ("运输方式：甲方代办运输，运费甲方承担。", None),
        ("甲方出厂检验标准。", None),
        ("乙方随货提供产品合格证。", "甲"),
        ("乙方代办托运。", "甲"),
    ],
)
def test_a_buyer_may_hand_over_certificates_and_arrange_transport(said: str, party: str | None) -> None:
    assert buying(said) == party


# Texts of items.

SHORT = """
Pos  Description              Qty    Unit price   Amount
1    {first:<20}     2      50.00        100.00
     {second:<20}
2    Cartridge seal           3      20.00        60.00
     Your part no.: QD-2202
Total amount: 160.00
"""


@pytest.mark.parametrize("name", ["SEAL RK40-118", "GASKET RG-4471"])
def test_the_first_line_of_a_name_is_no_code_behind_a_short_name(name: str) -> None:
    for first, second in ((name, "Your part no.: QD-2201"), ("Your part no.: QD-2201", name)):
        lines = assemble(paper(HEAD + SHORT.format(first=first, second=second).strip("\n"))).lines
        named = told(lines, "description")[0]
        assert named is not None
        assert named[0] == name
        assert told(lines, "part_number") == [("QD-2201", True), ("QD-2202", True)]


def test_a_code_behind_a_short_name_below_the_name_is_one() -> None:
    rows = SHORT.format(first="Guide sleeve", second="KRT SP-40013").replace(
        "2    Cart", "     Your part no.: QD-2201\n2    Cart"
    )
    lines = assemble(paper(HEAD + rows.strip("\n"))).lines
    assert told(lines, "description")[0] == ("Guide sleeve", True)
    assert told(lines, "customer_part_number")[0] == ("SP-40013", False)


def run(text: str) -> Run:
    page = Page(1, 900.0, 1200.0, tuple(words_of(text, 20, 20)), ())
    return make_run(page, page.words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 Alarm siren with battery bank 24 V DC red 3 20.00 60.00", False),
        ("2 DS-4712 Steuernocken gehaertet HRB 95 nach Zeichnung 3 20.00 60.00", False),
        ("2 DS-4712 SWIFT coupling for lift bank of 4 bankers lamps 20.00 60.00", False),
        ("Amtsgericht Bremen HRB 20417 Steuernummer 60 114 2207 Sitz der Firma", True),
        ("SIREN 552 081 317 RCS Paris B 552 081 317 au capital de 40 000 euros", True),
        ("Sparkasse Bremen IBAN DE12 2905 0101 0001 2345 67 BIC SBREDE22XXX", True),
    ],
)
def test_marks_of_imprints_have_their_numbers_behind_them(text: str, *, found: bool) -> None:
    assert is_imprint([run(text)]) is found


@pytest.mark.parametrize(
    "name",
    [
        "Steuernocken gehaertet HRB 95 nach Zeichnung",
        "SWIFT lift bank of 4",
        "Label with IBAN and sort code field",
    ],
)
def test_a_line_with_three_figures_under_their_headings_is_an_item(name: str) -> None:
    rows = f"""Pos  Part no.   Description                                       Qty  Unit price  Amount
1    DS-4711    Guide sleeve CuSn8                                2    50.00       100.00
2    DS-4712    {name:<50}3    20.00       60.00
3    DS-4713    Cartridge seal                                    1    10.00       10.00
Total amount: 170.00"""
    lines = assemble(paper(HEAD + rows)).lines
    assert told(lines, "line_number") == [("1", True), ("2", True), ("3", True)]
    assert told(lines, "description")[1] == (name, True)


# Items that stand in no table.


def lettered(*names: str) -> tuple[OrderLine, ...]:
    lines = "\n".join(f"{name}, 2 pcs at EUR 10.00" for name in names)
    return assemble(paper(f"{HEAD}Please supply:\n{lines}\nTotal amount: EUR {20 * len(names)}.00")).lines


@pytest.mark.parametrize(
    "names",
    [
        ("10 bar gauge", "20 bar gauge"),
        ("10 micron bag", "20 micron filter", "30 micron sieve"),
        ("1 way valve", "2 way valve"),
        ("1 phase motor", "2 stage filter"),
        ("1 inch valve", "2 inch cock"),
        ("10 Seal ring", "20 Guide sleeve"),
        ("1 寸球阀", "2 寸闸阀"),
        ("1 级滤芯", "2 级滤网"),
        ("10 兆帕压力表", "20 兆帕表", "30 兆帕压力表"),
    ],
)
def test_sizes_before_names_are_no_numbers_of_items(names: tuple[str, ...]) -> None:
    assert told(lettered(*names), "line_number") == [None] * len(names)


@pytest.mark.parametrize(
    "names",
    [
        ("1 Seal ring", "2 Guide sleeve"),
        ("1 轴套", "2 密封圈"),
        ("10 Seal ring", "20 Guide sleeve", "30 Wear ring"),
    ],
)
def test_numbers_before_names_that_count_on_are_those_of_items(names: tuple[str, ...]) -> None:
    lines = lettered(*names)
    assert told(lines, "line_number") == [(name.split()[0], True) for name in names]
    assert [each and each[0] for each in told(lines, "description")] == [
        name.split(maxsplit=1)[1] for name in names
    ]


TURNED = """No.                1               2
Quantity           2               3
Your part no.      DS-4711         DS-4712
Description        Guide sleeve    Cartridge seal
{}
Unit price         50.00           20.00
Amount             100.00          60.00
Total amount: 160.00
"""
CODED = "                   KM-4711         KM-4712"
WORDED = "                   CuSn8           SiC"


@pytest.mark.parametrize(
    ("rows", "names", "own"),
    [
        (f"{CODED}\nOur material no.", [False, False], [("KM-4711", False), ("KM-4712", False)]),
        (CODED, [False, False], [(None, False), (None, False)]),
        (f"{WORDED}\nMaterial", [False, False], [("CuSn8", False), ("SiC", False)]),
        (WORDED, [True, True], [None, None]),
    ],
)
def test_values_above_a_label_of_their_own_are_no_rest_of_a_name(
    rows: str, names: list[bool], own: Told
) -> None:
    lines = assemble(paper(HEAD + TURNED.format(rows))).lines
    assert sure(lines, "description") == names
    assert told(lines, "customer_part_number") == own
