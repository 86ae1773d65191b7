"""A line that reckons its item: "40 m x USD 21.60 = USD 864.00"."""

import pytest
from paper import paper

from extractors.assemble import assemble

ORDER = """
PO number: KLN-71180
Order date: 14 September 2026
Please accept this as our order.

1) Flushing hose PTFE DN20
   part no. 10012055, {hose}
2) Magnetic drive pump MD-32
   part no. 10052864, {pump}

Total: USD 4,814.00
Payment terms: 30 days net
"""


@pytest.mark.parametrize(
    ("hose", "pump"),
    [
        ("40 m x USD 21.60 = USD 864.00", "1 set x USD 3,950.00 = USD 3,950.00"),
        ("40 m x 21.60 = 864.00", "1 set x 3,950.00 = 3,950.00"),
        ("40 m x $21.60 = $864.00", "1 set x $3,950.00 = $3,950.00"),
    ],
)
def test_a_price_behind_the_sign_of_times_may_name_its_currency(hose: str, pump: str) -> None:
    lines = assemble(paper(ORDER.format(hose=hose, pump=pump))).lines
    found = [(each.quantity, each.unit_price, each.amount) for each in lines]
    values = [tuple(each.value if each is not None else None for each in row) for row in found]
    assert values == [("40", "21.60", "864.00"), ("1", "3950.00", "3950.00")]
    assert all(each is not None and each.sure for row in found for each in row)
