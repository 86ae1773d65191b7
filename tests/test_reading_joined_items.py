"""Items that may be read as one or as none: figures left over, cancelled items, two storeys of prices."""

import pytest
from typed_orders import read, told, value

from models.reading import stated

STOREYS = """
Description                        Qty    Unit price   Line value
Our code          Your part no.    Drawing
Guide sleeve 60                    4 PC   EUR 50,00    EUR 200,00
40-1181           DS-4711          KP-118
{second}
Order total: EUR 8 141,28
"""
CLOSE = """Cartridge seal CX-65               1 SET EUR 7 941,28 EUR 7 941,28
40-1182           DS-4712          KP-119"""


def test_sums_of_money_that_one_blank_parts_are_two_figures() -> None:
    lines = read(STOREYS.format(second=CLOSE)).lines
    assert told(lines, "part_number", "description", "quantity", "unit_price", "amount") == [
        ("DS-4711", "Guide sleeve 60", "4", "50.00", "200.00"),
        ("DS-4712", "Cartridge seal CX-65", "1", "7941.28", "7941.28"),
    ]


PRICES = """
Pos.  Description             Qty     Net price      Net amount
      Your part no.           VAT     Gross price    Gross amount
1     Guide sleeve 60         4 pcs       50.00          200.00
      DS-4711                 19%         59.50          238.00
2     Cartridge seal CX-65    2 pcs      100.00          200.00
      DS-4712                 19%        119.00          238.00
Total net                                               400.00
VAT 19%                                                  76.00
Total incl. VAT                                         476.00
"""


def test_prices_before_and_with_tax_may_stand_in_two_storeys() -> None:
    lines = read(PRICES).lines
    assert told(lines, "part_number", "description", "quantity", "unit_price", "amount") == [
        ("DS-4711", "Guide sleeve 60", "4", "50.00", "200.00"),
        ("DS-4712", "Cartridge seal CX-65", "2", "100.00", "200.00"),
    ]


PLAIN = """
Pos.  Your part no.  Description                       Qty    Unit price   Amount
1     DS-4711        Guide sleeve 60                   4 pcs       50.00   200.00
2     DS-4712        Cartridge seal CX-65 {mark:11}  2 pcs      100.00   200.00
3     DS-4713        Gland packing 12                  1 pcs       40.00    40.00
"""
CANCELLED = PLAIN.format(mark="- void") + "Total EUR                                       999.00\n"


def test_nothing_of_an_item_is_sure_that_may_not_be_ordered() -> None:
    lines = read(CANCELLED).lines
    assert [value(line.part_number) for line in lines] == ["DS-4711", "DS-4712", "DS-4713"]
    assert not any(field.sure for _, field in stated(lines[1]))
    assert lines[0].part_number is not None
    assert lines[0].part_number.sure


def test_a_cancelled_item_is_none_where_the_sums_leave_it_out() -> None:
    sums = "Subtotal                                      240.00\nVAT 19%    45.60\nTotal      285.60\n"
    lines = read(PLAIN.format(mark="- cancelled") + sums).lines
    assert [value(line.part_number) for line in lines] == ["DS-4711", "DS-4713"]


def test_it_is_one_where_the_sums_count_it() -> None:
    sums = "Subtotal                                      440.00\nVAT 19%    83.60\nTotal      523.60\n"
    lines = read(PLAIN.format(mark="- cancelled") + sums).lines
    assert [value(line.part_number) for line in lines] == ["DS-4711", "DS-4712", "DS-4713"]


LOOSE = """
Pos.  Your part no.  Description               Qty    Unit price   Amount
1     DS-4711        Guide sleeve 60           4 pcs       50.00   200.00
                     {below}
2     DS-4713        Gland packing 12          1 pcs       40.00    40.00
Total                                                        240.00
"""


@pytest.mark.parametrize(
    ("below", "sure"),
    [("with certificate 3.1", True), ("gross 60.00  less 10.00", True)],
)
def test_a_remark_with_sums_opens_nothing(below: str, *, sure: bool) -> None:
    line = read(LOOSE.format(below=below)).lines[0]
    assert line.part_number is not None
    assert line.part_number.sure is sure


@pytest.mark.parametrize("note", ["注：以下分开装箱", "NB: pack items separately", "Please note: mark boxes"])
def test_a_note_above_an_item_is_not_its_name(note: str) -> None:
    body = f"""
Description               Qty    Unit price   Amount
{note}
Guide sleeve 60
Your part no.: DS-4711
                          4 pcs       50.00   200.00
Gland packing 12
Your part no.: DS-4713
                          1 pcs       40.00    40.00
Total                                         240.00
"""
    lines = read(body).lines
    assert [value(line.part_number) for line in lines] == ["DS-4711", "DS-4713"]
    assert not any(note in (value(line.description) or "") for line in lines)


def test_a_price_stands_above_what_it_is_for() -> None:
    lines = read("""
                                             Qty   Price each
Line  Your part no.  Description             UoM  Price basis   Line value   Weight
1     DS-4711        Guide sleeve 60           4       803.00      3212.00     1.35
                                             pcs            1
2     DS-4712        Hex bolt M12x20         400        55.00       220.00     2.35
                                             pcs          100
Total                                                             3432.00
""").lines
    assert told(lines, "quantity", "unit_price", "price_per", "amount") == [
        ("4", "803.00", "1", "3212.00"),
        ("400", "55.00", "100", "220.00"),
    ]
