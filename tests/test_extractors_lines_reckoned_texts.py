"""What figures that reckon say beside the items, and the small doubts and findings beside them."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.conventions import Conventions
from extractors.lines.doubts import same_numbers
from extractors.lines.reckoned import blocks, figures, rows, texts
from extractors.lines.values import double_codes, item_days
from models.page import Box
from models.reading import Evidence, Field, Header, OrderLine, Reading

HEAD = """Purchase Order
Order no.: PO-77120
Date: 12 May 2026
Buyer: Ostwick Paper Ltd
Supplier: Tallow Seals GmbH
Currency: EUR
"""
HEAD_ZH = """採購單
訂單編號：RH-2028-71
日期：2028年3月4日
買方：瑞和造紙有限公司
賣方：康固軸封有限公司
幣別：新台幣
"""
Told = tuple[str | None, bool] | None


def read(text: str) -> Reading:
    return assemble(paper(HEAD + text))


def told(field: Field | None) -> Told:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def column(lines: Sequence[OrderLine], name: str) -> list[Told]:
    return [told(getattr(line, name)) for line in lines]


def opened(*values: str) -> list[Told]:
    return [(value, False) for value in values]


TABLE = """
Pos  What                    How many   For one      For all
10   Ring carrier            6 pcs      40.00        240.00
20   Spring pack             3 pcs      15.50         46.50
"""


def test_a_label_ends_where_the_next_one_begins() -> None:
    body = TABLE.replace("240.00\n", "240.00\n     供方号：DS-4711交货周期：60天\n")
    pages = paper(body + "Sum to be paid                               286.50\n").pages
    found = rows.find(figures.of_pages(pages, None), Counter(), {Decimal("286.50")})
    assert found is not None
    told_of = blocks.of_rows(blocks.text_lines(pages), *found)
    fields, labelled = texts.of_block(told_of[0], found[0][0], Conventions())
    assert fields["part_number"].value == "DS-4711"
    assert "part_number" in labelled


def sums(*said: tuple[str, str]) -> Header:
    return read(TABLE + "".join(f"{label:<49}{amount:>10}\n" for label, amount in said)).header


def test_the_sum_of_rows_that_reckon_is_likely_the_total() -> None:
    header = sums(("To be paid by us", "286.50"))
    assert told(header.total_amount) == ("286.50", False)
    assert header.tax_rate is None


def test_between_two_printed_sums_stands_the_tax() -> None:
    header = sums(("Of goods", "286.50"), ("The state's share", "57.30"), ("To be paid by us", "343.80"))
    assert told(header.total_amount) == ("343.80", False)
    assert told(header.tax_rate) == ("20", False)
    assert told(header.tax_included) == ("false", False)


@pytest.mark.parametrize(
    "said",
    [
        (("Of goods", "286.50"), ("Carriage and crates", "57.40"), ("To be paid by us", "343.90")),
        (("Of goods", "286.50"), ("To be paid by us", "343.80")),
        (("Of goods", "286.50"), ("Last year", "57.30"), ("To be paid by us", "344.00")),
    ],
)
def test_sums_without_a_tax_of_whole_hundredths_between_them_tell_none(
    said: Sequence[tuple[str, str]],
) -> None:
    header = sums(*said)
    assert told(header.total_amount) == ("286.50", False)
    assert header.tax_rate is None


def test_sums_that_the_rows_do_not_make_say_nothing() -> None:
    header = sums(("Of goods", "300.00"), ("The state's share", "60.00"), ("To be paid by us", "360.00"))
    assert header.total_amount is None
    assert header.tax_rate is None


def test_a_total_that_is_sure_stays_so() -> None:
    assert told(sums(("Total EUR", "286.50")).total_amount) == ("286.50", True)


def rows_of(text: str, known: Sequence[str] = (), totals: Sequence[str] = ()) -> list[list[str]] | None:
    """Return quantity, price and amount of the rows that are found."""
    every = figures.of_pages(paper(text).pages, None)
    found = rows.find(every, Counter(map(Decimal, known)), set(map(Decimal, totals)))
    if found is None:
        return None
    return [[str(each.value) for each in (row.quantity, row.price, row.amount)] for row in found[0]]


TWO = """
Ring     6 pcs    40.00   240.00
Spring   3 pcs    15.50    46.50
{}
All                       286.50
"""
RING, SPRING = ["6", "40.00", "240.00"], ["3", "15.50", "46.50"]


@pytest.mark.parametrize("known", [(), ("240.00",), ("240.00", "46.50")])
def test_the_rows_hold_the_amounts_that_are_known(known: Sequence[str]) -> None:
    assert rows_of(TWO, known) == [RING, SPRING]


@pytest.mark.parametrize("known", [("99.00",), ("240.00", "240.00"), ("286.50",)])
def test_rows_without_an_amount_that_is_known_are_not_all(known: Sequence[str]) -> None:
    assert rows_of(TWO, known) is None


def test_rows_without_a_line_that_closes_change_nothing() -> None:
    text = """
Pos  Description       Qty  Unit   Unit price   Amount
1    Ring carrier      6    pcs         40.00   240.00
2    Spring pack       2    pcs
     Spares: 3 at 15.50 makes   46.50
     Spares: 2 at 10.00 makes   20.00
Total                                            66.50
"""
    assert column(read(text).lines, "quantity") == [("6", True), ("2", False)]


@pytest.mark.parametrize(("totals", "is_found"), [((), False), (("46.50",), True), (("286.50",), False)])
def test_a_single_row_needs_a_total_that_is_one(totals: Sequence[str], *, is_found: bool) -> None:
    text = "Spring   3 pcs    15.50    46.50\n\nAll                        46.50"
    assert rows_of(text, totals=totals) == ([SPRING] if is_found else None)


@pytest.mark.parametrize("between", [0, 3, 8])
def test_the_figures_of_a_row_stand_near_each_other(between: int) -> None:
    text = TWO.replace("15.50    46.50", "\n" + "made well\n" * between + "                  15.50    46.50")
    assert rows_of(text) == ([RING, SPRING] if between < 6 else None)


@pytest.mark.parametrize("written", ["0003 pcs", "3 %", "3-1", "A3", "1/3"])
def test_what_counts_or_names_is_no_quantity(written: str) -> None:
    assert rows_of(TWO.replace("3 pcs", written)) is None


@pytest.mark.parametrize("total", ["294.00", "300.00"])
def test_of_two_prices_those_count_whose_amounts_make_the_sum(total: str) -> None:
    text = f"""
Ring     6 pcs
List     40.00   240.00
Net      40.00   240.00
Spring   3 pcs
List     20.00    60.00
Net      18.00    54.00
All              {total}
"""
    spring = ["3", "18.00", "54.00"] if total == "294.00" else ["3", "20.00", "60.00"]
    assert rows_of(text) == [RING, spring]


MORE = "Stand    1 pc     99.00    99.00"
WIPER = "Wiper    2 pcs    12.00    24.00"


def test_a_row_by_which_they_exceed_a_total_is_no_item() -> None:
    assert rows_of(TWO.format(MORE), totals=("286.50",)) == [RING, SPRING]


def test_a_row_that_is_itself_a_total_is_no_item() -> None:
    carried = "On page 1   1     286.50   286.50\n" + WIPER
    text = TWO.format(carried).replace("All                       286.50", "All                       310.50")
    assert rows_of(text, totals=("286.50", "310.50")) == [RING, SPRING, ["2", "12.00", "24.00"]]


@pytest.mark.parametrize("totals", [(), ("300.00",)])
def test_rows_that_exceed_what_is_printed_are_none(totals: Sequence[str]) -> None:
    assert rows_of(TWO.format(MORE), totals=totals) is None


def cards(first: str, second: str, below: str = "") -> str:
    """Return two items with captions that nobody knows above their values."""
    captions = f"  {'We call off':<22}{'At a rate of':<22}{'Makes':>12}\n"
    values = [f"  {'6 pcs':<22}{'40.00':<22}{'240.00':>12}\n", f"  {'3 pcs':<22}{'15.50':<22}{'46.50':>12}\n"]
    ones = zip((first, second), values, "12", strict=True)
    items = [f"{name}\n{captions}{value}{below.format(at)}" for name, value, at in ones]
    return f"{''.join(items)}All positions together{'286.50':>36}\n"


def test_labels_in_a_block_say_whose_its_codes_are() -> None:
    below = "  Your material number: MS2-03{0}\n  Our part no.: RX-77{0}\n  Drawing: D-441{0}\n"
    lines = read(cards("Position 1", "Position 2", below)).lines
    assert column(lines, "part_number") == opened("MS2-031", "MS2-032")
    assert column(lines, "customer_part_number") == opened("RX-771", "RX-772")
    assert column(lines, "drawing_number") == opened("D-4411", "D-4412")


def test_captions_in_a_block_name_what_stands_below_them() -> None:
    below = f"  {'Drawing no.':<22}Part no.\n  {'D-441{0}':<24}TS-440{{0}}\n"
    lines = read(cards("Position 1", "Position 2", below)).lines
    assert column(lines, "drawing_number") == opened("D-4411", "D-4412")
    assert column(lines, "part_number") == opened("TS-4401", "TS-4402")


def test_a_code_in_brackets_stands_before_a_name() -> None:
    first, second = "Position 1    [LIP-160-N] Lip seal 160 mm", "Position 2    [LIP-170-N] Lip seal 170 mm"
    lines = read(cards(first, second)).lines
    assert column(lines, "part_number") == opened("LIP-160-N", "LIP-170-N")
    assert column(lines, "description") == opened("Lip seal 160 mm", "Lip seal 170 mm")


def test_a_word_in_brackets_belongs_to_the_name() -> None:
    first, second = "Position 1    [short] Lip seal 160 mm", "Position 2    [long] Lip seal 170 mm"
    lines = read(cards(first, second)).lines
    assert column(lines, "description") == opened("[short] Lip seal 160 mm", "[long] Lip seal 170 mm")
    assert not any(line.part_number for line in lines)


DUE = "  {label:<22}\n  1{{0}} Jun 2026\n"


@pytest.mark.parametrize("label", ["Due", "Delivery date", "Wanted"])
def test_a_day_of_an_item_is_not_the_orders(label: str) -> None:
    found = read(cards("Position 1", "Position 2", DUE.format(label=label)))
    assert column(found.lines, "delivery_date") == opened("2026-06-11", "2026-06-12")
    assert found.header.delivery_date is None


@pytest.mark.parametrize("said", ["Please deliver by 2 June 2026.", "Delivery date: 2 June 2026"])
def test_a_day_of_the_order_stays_beside_those_of_items(said: str) -> None:
    found = read(f"{said}\n{cards('Position 1', 'Position 2', DUE.format(label='Due'))}")
    assert told(found.header.delivery_date) == ("2026-06-02", False)


def field(value: str | None, *, sure: bool = False, box: Box | None = None) -> Field:
    return Field(value, sure=sure, evidence=Evidence(value or "", 1, box))


HERE, THERE = Box(10.0, 10.0, 60.0, 20.0), Box(10.0, 90.0, 60.0, 100.0)


@pytest.mark.parametrize(
    ("box", "is_sure", "is_kept"),
    [(HERE, False, False), (HERE, True, True), (THERE, False, True), (None, False, True)],
)
def test_an_unsure_day_in_the_place_of_an_items_goes(
    box: Box | None, *, is_sure: bool, is_kept: bool
) -> None:
    header = Header(delivery_date=field("2026-06-11", sure=is_sure, box=box))
    line = OrderLine(delivery_date=field("2026-06-11", box=HERE))
    assert (item_days.without(header, [OrderLine(), line]).delivery_date is not None) == is_kept


def test_two_codes_in_one_cell_are_the_buyers_and_the_sellers() -> None:
    lines = assemble(
        form(HEAD, coded("Part no.", "2655-732-101 10073117", "2655-732-118 10073120"), TOTAL)
    ).lines
    assert column(lines, "customer_part_number") == opened("2655-732-101", "2655-732-118")
    assert column(lines, "part_number") == opened("10073117", "10073120")
    assert column(lines, "amount") == [("240.00", True), ("46.50", True)]


TOTAL = "Total 286.50"


def coded(heading: str, first: str, second: str) -> list[list[str]]:
    return [
        [heading, "Description", "Qty", "Unit price", "Amount"],
        [first, "Ring carrier", "6", "40.00", "240.00"],
        [second, "Spring pack", "3", "15.50", "46.50"],
    ]


@pytest.mark.parametrize(
    "codes",
    [
        ("2655-732-101 10073117", "2655-732-118"),
        ("2655-732-101 bronze", "2655-732-118 steel"),
        ("2655-732-101 10073117 A", "2655-732-118 10073120 B"),
    ],
)
def test_a_cell_with_less_or_more_is_not_parted(codes: tuple[str, str]) -> None:
    lines = assemble(form(HEAD, coded("Part no.", *codes), TOTAL)).lines
    assert column(lines, "part_number") == opened(*codes)
    assert not any(line.customer_part_number for line in lines)


@pytest.mark.parametrize("numbers", [("1", "2"), ("10", "20"), ("001", "002"), ("3", "4")])
def test_a_running_number_before_a_code_counts_the_items(numbers: tuple[str, str]) -> None:
    codes = [f"{number} TS-4410-0{number}" for number in numbers]
    lines = assemble(form(HEAD, coded("Part no.", *codes), TOTAL)).lines
    assert column(lines, "line_number") == opened(*numbers)
    assert column(lines, "part_number") == opened(*(f"TS-4410-0{number}" for number in numbers))
    assert not any(line.customer_part_number for line in lines)


@pytest.mark.parametrize("numbers", [("2", "1"), ("7", "7"), ("12", "C")])
def test_a_number_that_does_not_count_on_belongs_to_the_code(numbers: tuple[str, str]) -> None:
    codes = [f"{number} TS-4410-0{number}" for number in numbers]
    lines = assemble(form(HEAD, coded("Part no.", *codes), TOTAL)).lines
    assert column(lines, "part_number") == opened(*codes)
    assert not any(line.line_number for line in lines)


def test_a_sure_number_is_not_parted() -> None:
    lines = (OrderLine(part_number=field("2655-732-101 10073117", sure=True)),)
    assert double_codes.parted(lines) == lines


def test_a_customer_number_of_its_own_leaves_both_together() -> None:
    lines = (OrderLine(part_number=field("265-101 10073117"), customer_part_number=field("MS-1")),)
    assert double_codes.parted(lines) == lines


CODES = ("part_number", "customer_part_number", "description", "unit")


def drawn(number: str, *, quantity: str | None = None) -> OrderLine:
    texts = {name: field(name, sure=True) for name in CODES}
    counted = None if quantity is None else field(quantity, sure=True)
    return OrderLine(line_number=field(number, sure=True), quantity=counted, **texts)


def test_the_texts_of_two_drawn_rows_with_one_number_are_open() -> None:
    lines = same_numbers.doubted((drawn("1", quantity="6"), drawn("1"), drawn("2", quantity="3")))
    for name in CODES:
        assert column(lines, name) == [(name, False), (name, False), (name, True)]
    assert column(lines, "quantity") == [("6", True), None, ("3", True)]


@pytest.mark.parametrize("lower", [drawn("2"), drawn("1", quantity="3")])
def test_rows_with_numbers_or_figures_of_their_own_are_not(lower: OrderLine) -> None:
    lines = (drawn("1", quantity="6"), lower)
    assert same_numbers.doubted(lines) == lines


def spaced(heading: str, price: str = "150.00") -> Reading:
    text = f"""
項次    品名    數量     單位     {heading}        金額
1       軸封    4        組       {price:<15} 600.00
2       軸套    8        組        75.00          600.00
合計                                            1200.00
"""
    return assemble(paper(HEAD_ZH + text))


@pytest.mark.parametrize("heading", ["單    價", "單      價", "單\u3000\u3000價"])
def test_a_heading_may_stand_in_letters_far_apart(heading: str) -> None:
    found = spaced(heading)
    assert column(found.lines, "unit_price") == [("150.00", True), ("75.00", True)]
    assert column(found.lines, "amount") == [("600.00", True), ("600.00", True)]
    assert told(found.header.total_amount) == ("1200.00", True)


@pytest.mark.parametrize("heading", ["單    數", "重    價"])
def test_letters_that_make_no_heading_stay_apart(heading: str) -> None:
    assert ("150.00", True) not in column(spaced(heading).lines, "unit_price")


def test_two_columns_that_both_hold_something_stay_apart() -> None:
    assert ("150.00", True) not in column(spaced("單    價", "150.00 3").lines, "unit_price")


def marked(first: str, second: str, unit: str = "組") -> tuple[OrderLine, ...]:
    rows = [
        ["標記", "品名", "數量", "單價", "金額"],
        [first, "軸封", f"4{unit}", "150.00", "600.00"],
        [second, "軸套", f"8 {unit}", "75.00", "600.00"],
    ]
    return assemble(form(HEAD_ZH, rows, "合計 1200.00")).lines


@pytest.mark.parametrize("marks", [("A", "B"), ("①", "②"), ("1-1", "1-2"), ("1-1", "2-1"), ("1.1", "1.2")])
def test_letters_circles_and_sections_number_the_items(marks: tuple[str, str]) -> None:
    assert column(marked(*marks), "line_number") == opened(*marks)


@pytest.mark.parametrize(
    "marks", [("B", "C"), ("A", "C"), ("①", "③"), ("②", "③"), ("1-1", "1-3"), ("2-1", "2-2"), ("1-1", "1-1")]
)
def test_marks_that_do_not_count_from_the_first_do_not(marks: tuple[str, str]) -> None:
    assert not any(line.line_number for line in marked(*marks))


@pytest.mark.parametrize("unit", ["組", "组", "個"])
def test_a_unit_beside_a_quantity_stays_in_the_characters_that_stand_there(unit: str) -> None:
    assert column(marked("1", "2", unit), "unit") == [(unit, True), (unit, True)]


@pytest.mark.parametrize(("code", "part"), [("P-1103A", None), ("DS-4711", "DS-4711")])
def test_the_tag_of_a_machine_is_proposed_as_no_number_of_a_thing(code: str, part: str | None) -> None:
    body = TABLE.replace("240.00\n", f"240.00        {code}\n")
    pages = paper(body + "Sum to be paid                               286.50\n").pages
    found = rows.find(figures.of_pages(pages, None), Counter(), {Decimal("286.50")})
    assert found is not None
    told_of = blocks.of_rows(blocks.text_lines(pages), *found)
    fields, _ = texts.of_block(told_of[0], found[0][0], Conventions())
    codes = {fields[name].value for name in ("part_number", "customer_part_number") if name in fields}
    assert codes == ({part} if part else set())


TITLED = (
    HEAD
    + """
Pos.  Goods                Qty       Price        Amount
Teile für Mühle {first}
1.1   Guide sleeve         4 pcs     10.00        40.00
      Our no.: 30501731
      Your no.: DS-4711
Subtotal                                          40.00
Teile für Mühle {second}
1.2   Wear ring            2 pcs     30.00        60.00
      Our no.: 30501732
      Your no.: DS-4712
Subtotal                                          60.00
Total                                             100.00
"""
)


def test_the_tag_in_the_title_of_a_section_is_no_drawing() -> None:
    lines = assemble(paper(TITLED.format(first="P-1203A", second="P-2208B"))).lines
    assert [line.amount and line.amount.value for line in lines] == ["40.00", "60.00"]
    assert not any(line.drawing_number and line.drawing_number.value for line in lines)
