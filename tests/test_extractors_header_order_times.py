"""Times from the order on that stand alone below a caption that nobody knows."""

from typed_orders import read

HEADING = "Pos   Goods                                  Qty     Price     Amount"
ROWS = (
    "1     Cartridge seal 45                      2 pcs   20.00     40.00",
    "2     Shaft sleeve 45                        3 pcs   10.00     30.00",
)


def test_a_time_from_the_order_on_is_that_of_its_delivery_and_not_certain() -> None:
    text = f"how soon\nwithin 10 weeks of this order\n\n{HEADING}\n{ROWS[0]}\n{ROWS[1]}\nTotal EUR 70.00"
    lead = read(text).header.lead_time
    assert lead is not None
    assert (lead.value, lead.sure) == ("P10W", False)


def test_a_time_to_confirm_in_is_none_of_delivery() -> None:
    text = f"to be confirmed\nwithin 2 days of this order\n\n{HEADING}\n{ROWS[0]}\n{ROWS[1]}\nTotal EUR 70.00"
    lead = read(text).header.lead_time
    assert lead is None or lead.value is None
