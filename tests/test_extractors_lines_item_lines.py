"""What is an item's line below a heading, and what of it is its name."""

from paper import form, paper

from extractors.assemble import assemble

TAXED = """
PURCHASE ORDER no. 4500776655
Description                            Taxes     Date Req.     Qty           Unit Price   Amount
[OR-45-QQE] Seal ring 45 mm            GST 9%    2026-12-02    12.00 Units   46.00        552.00
[OR-RK45] Repair kit 45 mm             GST 9%    2026-12-16    2.00 Units    96.00        192.00
Untaxed Amount   744.00
GST 9%   66.96
Total   810.96
"""


def test_the_tax_of_an_item_is_no_sum() -> None:
    reading = assemble(paper(TAXED))
    assert [line.part_number and line.part_number.value for line in reading.lines] == ["OR-45-QQE", "OR-RK45"]
    assert [line.amount and line.amount.value for line in reading.lines] == ["552.00", "192.00"]
    assert reading.header.tax_rate is not None
    assert reading.header.tax_rate.value == "9"


ITEMS = """
PURCHASE ORDER no. 4500776655
Line   Our reference   Designation                     Quantity   Unit   Unit price   Amount
1000   GK-0345-A       Seal ring 34,5 carbon           25         UN     28,40        710,00
2000   GK-0480-A       Seal ring 48 SiC                10         UN     51,20        512,00
{below}
"""
PROSE = (
    "Please confirm within 48 h to us. Without reply the order is deemed to be accepted. Late goods: 1,5 %"
    " per week, at most 7,5 %."
)


def test_running_text_below_the_items_is_none() -> None:
    lines = assemble(paper(ITEMS.format(below=PROSE))).lines
    assert len(lines) == 2
    assert lines[1].description is not None
    assert lines[1].description.value == "Seal ring 48 SiC"


def test_a_last_item_with_many_words_is_one() -> None:
    item = "3000   GK-0510-A       Cord for pumps with a gland     4          UN     10,00        40,00"
    assert len(assemble(paper(ITEMS.format(below=item))).lines) == 3


def described(text: str) -> tuple[str | None, bool, str | None]:
    rows = [
        ["No.", "Part no.", "Description", "Qty", "Unit price", "Amount"],
        ["1", "7C6-7009", text, "2", "50.00", "100.00"],
    ]
    line = assemble(form("PURCHASE ORDER no. 4500776655", rows, "Total EUR 100.00")).lines[0]
    assert line.description is not None
    drawn = line.drawing_number
    return line.description.value, line.description.sure, drawn.value if drawn is not None else None


def test_a_name_with_its_drawing_behind_it_is_a_name() -> None:
    text = "Pump shaft, SUS420, drawing KP-P-22"
    assert described(text) == (text, False, "KP-P-22")


def test_a_plain_name_is_sure() -> None:
    assert described("Pump shaft, SUS420") == ("Pump shaft, SUS420", True, None)
