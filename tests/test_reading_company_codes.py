"""Codes behind the name of a company, below the name of a thing."""

from typed_orders import read, sure, told

from models.reading import Reading

HEADING = "Pos   Goods                                  Qty     Price     Amount"
ROWS = (
    "1     Cartridge seal 45                      2 pcs   20.00     40.00",
    "2     Shaft sleeve 45                        3 pcs   10.00     30.00",
)
NUMBERS = ("10061277", "10061280")


def order(below: str) -> Reading:
    """Return the reading of an order of two items with a line below each name, its code at the end."""
    lines = [HEADING]
    for row, code in zip(ROWS, NUMBERS, strict=True):
        lines += [row, "      Faces SiC", f"      {below} {code}"]
    return read("\n".join([*lines, "Total EUR 70.00"]))


def test_a_code_behind_the_name_of_a_company_is_no_part_of_the_name() -> None:
    found = order("Delta part")
    assert told(found.lines, "part_number") == [("10061277",), ("10061280",)]
    assert not any(sure(found.lines, "part_number"))
    assert not any("Delta" in (name or "") for (name,) in told(found.lines, "description"))


def test_a_code_behind_a_strange_word_stays_where_it_is() -> None:
    found = order("Spindle part")
    assert not any(sure(found.lines, "part_number"))
    assert all("Spindle" in (name or "") for (name,) in told(found.lines, "description"))
