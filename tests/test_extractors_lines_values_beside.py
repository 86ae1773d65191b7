"""Lines below an item as SAPscript prints them: labels with values behind a gap, and price conditions."""

from paper import paper, sheet

from extractors.assemble import assemble
from models.reading import Field

FORM = """
Bestellung
Bestellnummer/Datum  4500002793 / 08.04.2026
Oberrhein Anlagen AG
Währung  EUR

Pos.    Material              Bezeichnung
        Bestellmenge  Einheit      Preis pro Einheit        Nettowert

00010   77-827331             Reparatursatz RK-25
        4,000        Satz          2.766,50 / 1 Satz        11.066,00
        Ihre Materialnummer     H78S331/77
        Lieferdatum:   Tag 12.07.2026
        Bruttopreis   3.254,71 EUR      1 Satz              13.018,84
        Rabatt %        -15,000 %

00020   87-891338             Gleitringdichtung H74-48
        2,000        Satz          4.881,54 / 1 Satz         9.763,08
        Ihre Materialnummer     8G7N-00338-A
        Lieferdatum:   Tag 31.05.2026
        Bruttopreis   5.742,99 EUR      1 Satz              11.485,98
        Rabatt %        -15,000 %

Gesamtnettowert ohne Mwst EUR                               20.829,08
"""


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def test_labels_and_values_below_an_item_are_its_own() -> None:
    lines = assemble(paper(FORM)).lines
    assert [value(line.part_number) for line in lines] == ["H78S331/77", "8G7N-00338-A"]
    assert [value(line.customer_part_number) for line in lines] == ["77-827331", "87-891338"]
    assert [value(line.delivery_date) for line in lines] == ["2026-07-12", "2026-05-31"]


def test_a_day_that_a_gap_parts_from_its_kind_is_that_of_the_item() -> None:
    lines = assemble(paper(FORM.replace("Lieferdatum:   Tag ", "Delivery date: Day    "))).lines
    assert [value(line.delivery_date) for line in lines] == ["2026-07-12", "2026-05-31"]
    assert [value(line.description) for line in lines] == ["Reparatursatz RK-25", "Gleitringdichtung H74-48"]


def test_conditions_of_the_price_are_no_items_and_no_part_of_the_name() -> None:
    reading = assemble(paper(FORM))
    names = [line.description.value for line in reading.lines if line.description]
    assert names == ["Reparatursatz RK-25", "Gleitringdichtung H74-48"]
    prices = [(line.unit_price.value, line.unit_price.sure) for line in reading.lines if line.unit_price]
    assert prices == [("2766.50", True), ("4881.54", True)]


def test_a_discount_with_its_amount_below_the_items_is_still_a_sum() -> None:
    text = FORM.replace(
        "Gesamtnettowert ohne Mwst EUR                               20.829,08",
        "Rabatt 10 %                                                 -2.082,91\n"
        "Gesamtnettowert ohne Mwst EUR                               18.746,17",
    )
    assert len(assemble(paper(text)).lines) == 2


STACKED = """
Purchase order
Order Number  202555

Line  Item Number           Description                     Ordered UM    Unit Cost       Extended
      Supplier Item
1     27-840531             Stationary seat Carbon              20 EA      257.0500       5,141.00
      2D8S-0531-C
2     77-841538             Mechanical seal H74                  3 pc      660.7400       1,982.22
      7D8S-0538-C
                                                                        Total Order       7,123.22
"""


def test_a_code_of_either_party_stands_under_its_own_half_of_a_heading() -> None:
    lines = assemble(paper(STACKED)).lines
    assert [value(line.part_number) for line in lines] == ["2D8S-0531-C", "7D8S-0538-C"]
    assert [value(line.customer_part_number) for line in lines] == ["27-840531", "77-841538"]


TOUCHING = """
Purchase order
Order Number  202555

Line  Item Number           Description               Quantity  Unit price         Amount Delivery date
1     10068131              Stationary seat Carbon       20       257.05      5,141.00 5/14/2026
2     10068132              Mechanical seal H74           3       660.74      1,982.22 5/28/2026
                                                                  Total       7,123.22
"""


def test_an_amount_and_a_day_that_touch_are_two_cells() -> None:
    lines = assemble(paper(TOUCHING)).lines
    assert [value(line.amount) for line in lines] == ["5141.00", "1982.22"]
    assert [value(line.delivery_date) for line in lines] == ["2026-05-14", "2026-05-28"]


def test_a_number_under_a_heading_of_weeks_is_no_month() -> None:
    rows = [
        ["Purchase order", "PO-118771"],
        ["Order date", "2026-01-15"],
        ["Line", "Supplier item", "Name", "Qty", "Price", "Amount", "Delivery week"],
        ["1", "10068131", "Seal", "4", "10.00", "40.00", "09/2026"],
        ["2", "10068132", "Sleeve", "2", "10.00", "20.00", "11/2026"],
        ["", "", "", "", "Total", "60.00", ""],
    ]
    assert [value(line.delivery_date) for line in assemble(sheet(rows)).lines] == ["2026-03-01", "2026-03-15"]


NET_IN_COLUMNS = """
Purchase order 4700077123
Date  08 Apr 2026
Currency  CNY

Item   Material / Description            Qty    UoM    Price/unit    Date          Value CNY

10     M-77331                           4      SET                  14 Jul 2026
       Repair kit RK-25
         Gross price 毛价                              200.00
         Discount 折扣                                 10.00 %-
         Net price 净价                                180.00                        720.00

20     M-77338                           2      PC                   14 Jul 2026
       Gland follower
         Net price 净价                                50.00                         100.00

                                 Total net value of items            820.00
"""


def test_the_net_price_and_its_amount_below_an_item_are_its_own() -> None:
    lines = assemble(paper(NET_IN_COLUMNS)).lines
    prices = [(value(line.quantity), value(line.unit_price), value(line.amount)) for line in lines]
    assert prices == [("4", "180.00", "720.00"), ("2", "50.00", "100.00")]
    names = [value(line.description) for line in lines]
    assert not any("Discount" in (name or "") or "Gross" in (name or "") for name in names)


def test_a_discount_above_no_net_price_ends_the_items() -> None:
    text = NET_IN_COLUMNS.replace(
        "                                 Total net value of items            820.00",
        "         Discount 折扣                                 10.00 %\n"
        "                                 Total net value of items            738.00",
    )
    assert [value(line.amount) for line in assemble(paper(text)).lines] == ["720.00", "100.00"]
