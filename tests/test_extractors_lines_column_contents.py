"""What columns hold where their headings do not say it."""

from dataclasses import replace

from paper import form, paper

from extractors.assemble import assemble
from models.reading import Reason


def test_the_wordiest_column_is_the_description_and_never_sure() -> None:
    text = "Ln  Inventory        Qty    Rate   Amount\n1   Shaft sleeve      2    50.00   100.00\n"
    description = assemble(paper(text)).lines[0].description
    assert description is not None
    assert (description.value, description.sure, description.reason) == ("Shaft sleeve", False, Reason.ROLE)


def test_articles_that_are_words_are_descriptions() -> None:
    text = "Pos   Artikel           Menge   Preis   Betrag\n10    Laufrad gross         2   50,00   100,00\n"
    line = assemble(paper(text)).lines[0]
    assert line.part_number is not None
    assert line.description is not None
    assert (line.part_number.value, line.description.value) == (None, "Laufrad gross")


def test_articles_that_are_codes_stay_part_numbers() -> None:
    head = "Pos   Artikel       Bezeichnung    Menge   Preis   Betrag\n"
    text = head + "10    H78S131/77    Laufrad            2   50,00   100,00\n"
    line = assemble(paper(text)).lines[0]
    assert line.part_number is not None
    assert (line.part_number.value, line.part_number.sure) == ("H78S131/77", False)


TEXTS = """
PURCHASE ORDER
Pos   Supplier part no.   Text             Qty   Unit   Price    Amount
10    7003312             {first}  4     pcs    320.00   1,280.00
20    7003314             Shaft sleeve 45  10    pcs    65.00    650.00
Total USD 1,930.00
"""


def _texts(text: str, first: str) -> list[bool]:
    lines = assemble(paper(text.format(first=first.ljust(15)))).lines
    return [line.description.sure for line in lines if line.description is not None]


def test_text_heads_the_names_where_nothing_else_can() -> None:
    assert _texts(TEXTS, "Spring set 45") == [True, True]


def test_a_text_that_comes_again_is_a_remark() -> None:
    assert True not in _texts(TEXTS, "Shaft sleeve 45")


def test_a_text_beside_a_strange_heading_is_no_certain_name() -> None:
    assert True not in _texts(TEXTS.replace("Unit ", "Grst."), "Spring set 45")


def _two_lines(below: str) -> tuple[str | None, bool] | None:
    """Return the name in a cell that has a second line."""
    rows = [
        ["Pos", "Artikel", "Menge", "ME", "Preis", "Betrag"],
        ["10", "Laufrad gross", "2", "Stk", "50,00", "100,00"],
        ["", below, "", "", "", ""],
    ]
    document = form("Bestellung", rows)
    (page,) = document.pages
    across = sorted({ruling.box.top for ruling in page.rulings if ruling.horizontal})
    rulings = tuple(ruling for ruling in page.rulings if ruling.box.top != across[2])
    name = assemble(replace(document, pages=(replace(page, rulings=rulings),))).lines[0].description
    return (name.value, name.sure) if name is not None else None


def test_a_labelled_line_below_leaves_the_name_of_an_article_certain() -> None:
    assert _two_lines("Ihre Art.-Nr. H78S131/77") == ("Laufrad gross", True)


def test_a_second_line_that_may_be_no_part_of_the_name_leaves_it_open() -> None:
    assert _two_lines("Wareneingang Tor 4") == ("Laufrad gross Wareneingang Tor 4", False)


def test_a_column_of_unit_names_is_the_unit() -> None:
    rows = [
        ["序号", "名称", "计价单位", "数量", "单价", "金额"],
        ["1", "轴套", "件", "4", "10.00", "40.00"],
    ]
    line = assemble(form("采购订单", rows)).lines[0]
    assert line.unit is not None
    assert (line.unit.value, line.price_per) == ("件", None)


RECKONED = """
Ln   Part no.    Description     Qty      Foreign        USD
1    H78S131     Shaft sleeve      2       50.00      100.00
2    H78S132     Spring set        3       10.00       30.00
"""


def test_price_and_amount_are_found_by_reckoning_and_never_sure() -> None:
    lines = assemble(paper(RECKONED)).lines
    fields = [field for line in lines for field in (line.unit_price, line.amount) if field is not None]
    assert [field.value for field in fields] == ["50.00", "100.00", "10.00", "30.00"]
    assert not any(field.sure for field in fields)


def test_numbers_that_do_not_close_are_no_price() -> None:
    line = assemble(paper(RECKONED.replace("30.00\n", "31.00\n"))).lines[1]
    assert (line.unit_price, line.amount) == (None, None)


def test_a_model_is_perhaps_the_part_number_where_no_column_holds_codes() -> None:
    rows = [
        ["序号", "名称", "规格型号", "数量", "单价", "金额"],
        ["1", "皮带", "A1295", "4", "10.00", "40.00"],
    ]
    part = assemble(form("采购合同", rows)).lines[0].part_number
    assert part is not None
    assert (part.value, part.sure, part.reason) == ("A1295", False, Reason.ROLE)


def test_item_numbers_that_are_codes_are_part_numbers() -> None:
    rows = [
        ["Item no.", "Description", "Qty", "Price", "Amount"],
        ["10075931", "Shaft sleeve", "2", "50.00", "100.00"],
    ]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.line_number is None
    assert line.part_number is not None
    assert (line.part_number.value, line.part_number.sure) == ("10075931", False)


def test_a_column_of_units_that_counts_them_is_the_quantity() -> None:
    rows = [
        ["Item", "Description", "Qty (Unit)", "Price", "Amount"],
        ["1", "Shaft sleeve", "2 PC", "50.00", "100.00"],
    ]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.quantity is not None
    assert line.unit is not None
    assert (line.quantity.value, line.unit.value) == ("2", "PC")


def test_a_unit_below_prices_is_the_unit_price() -> None:
    rows = [["Item", "Description", "Qty", "Unit", "Total"], ["1", "Sleeve", "2", "50.00", "100.00"]]
    rows.append(["2", "Gland plate", "3", "10.00", "30.00"])
    price = assemble(form("Purchase order", rows)).lines[0].unit_price
    assert price is not None
    assert (price.value, price.sure) == ("50.00", False)


CODED = """
Purchase order 4500012345
Qty   Item       Vendor Part   Description     Units   Rate     Amount
2     {first}  7003312       Spring set      Ea      $320.00  $640.00
5     {second}  7003314       Shaft sleeve    Ea      $65.00   $325.00
1     {third}                Handling        Ea      $40.00   $40.00
Total $1,005.00
"""


def test_items_that_are_codes_are_numbers_of_parts_though_one_has_none() -> None:
    text = CODED.format(first="STR-20044", second="STR-20051", third="STR-FEE  ")
    lines = assemble(paper(text)).lines
    own = [line.customer_part_number for line in lines]
    assert [each.value for each in own if each] == ["STR-20044", "STR-20051", "STR-FEE"]
    assert not any(line.line_number for line in lines)


def test_items_that_count_stay_item_numbers() -> None:
    text = CODED.format(first="1        ", second="2        ", third="3        ")
    numbers = [line.line_number for line in assemble(paper(text)).lines]
    assert [each.value for each in numbers if each] == ["1", "2", "3"]


def test_types_and_numbers_of_parts_in_one_column_are_codes_though_one_is_without_figures() -> None:
    rows = [
        ["No.", "Description", "Type / Part No.", "Purchaser's Dwg. No.", "Qty", "Price", "Amount"],
        ["1", "Shaft seal 100 mm", "KJ-T48-100", "HV-4410-021", "2", "50.00", "100.00"],
        ["2", "Barrier fluid vessel", "KJ-P53-10", "HV-4410-034", "3", "10.00", "30.00"],
        ["3", "Commissioning spares", "KJ-COM-S", "-", "1", "20.00", "20.00"],
    ]
    lines = assemble(form("Purchase order", rows)).lines
    assert [line.part_number.value for line in lines if line.part_number] == [
        "KJ-T48-100",
        "KJ-P53-10",
        "KJ-COM-S",
    ]


def test_types_that_are_words_are_no_numbers_of_parts() -> None:
    rows = [
        ["No.", "Description", "Type / Part No.", "Qty", "Price", "Amount"],
        ["1", "Shaft seal 100 mm", "double acting", "2", "50.00", "100.00"],
        ["2", "Barrier fluid vessel", "standing", "3", "10.00", "30.00"],
    ]
    lines = assemble(form("Purchase order", rows)).lines
    assert not any(line.part_number.sure for line in lines if line.part_number and line.part_number.value)


def test_the_external_number_is_the_sellers_and_item_number_the_buyers() -> None:
    rows = [
        ["Line", "Item number", "External", "Description", "Quantity", "Unit price", "Amount"],
        ["1", "FJ-118820", "KN-55-API", "Shaft seal", "2", "50.00", "100.00"],
        ["2", "FJ-118821", "KN-55-RK", "Repair kit", "3", "10.00", "30.00"],
    ]
    for line, own in zip(
        assemble(form("Purchase order", rows)).lines, ("KN-55-API", "KN-55-RK"), strict=True
    ):
        assert line.part_number is not None
        assert line.customer_part_number is not None
        assert line.part_number.value == own
