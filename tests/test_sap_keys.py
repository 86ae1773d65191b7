import datetime as dt
from decimal import Decimal

import pytest

from sap.keys import plain, shown
from sap.table import Cell


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("0020001234", "20001234"),
        ("000010", "10"),
        ("000000000090010045", "90010045"),
        ("000", "0"),
        (Decimal(20001234), "20001234"),
        (Decimal("20001234.0"), "20001234"),
        (Decimal("2E+7"), "20000000"),
        ("00AB-1", "00AB-1"),
        ("0020001234 ", "0020001234 "),
        ("0٠١٢", "0٠١٢"),
        ("", ""),
    ],
)
def test_keys_of_digits_alone_lose_their_leading_zeros(cell: Cell, key: str) -> None:
    assert shown(cell) == key


@pytest.mark.parametrize(
    ("cell", "text"),
    [("0012", "0012"), (Decimal("1.50"), "1.50"), (Decimal(7), "7"), (dt.date(2026, 12, 20), "2026-12-20")],
)
def test_texts_are_kept_as_they_stand(cell: Cell, text: str) -> None:
    assert plain(cell) == text
