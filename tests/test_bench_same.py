"""When a value that was read is right."""

import pytest

from bench.same import same

RIGHT = [
    ("unit_price", "118.00", "118"),
    ("quantity", "1200", "1.2E+3"),
    ("lead_time", "P8W", "P56D"),
    ("lead_time", "P30D working_days", "P30D working_days"),
    ("lead_time", "P1Y", "P12M"),
    ("unit", "件", "pcs"),
    ("unit", "Set", "套"),
    ("unit", "EA.", "ea"),
    ("unit", "條", "条"),
    ("part_number", "ＧＡ-700121 Rev.B", "ga-700121rev.b"),
    ("document_number", "HT2026-0822", "HT 2026-0822"),
    ("customer", "江川石化股份有限公司", "江川石化股份有限公司 物资部"),
    ("payment_terms", "货到验收合格后60天内付款", "货到 验收合格后 60 天内付款"),
    ("description", "Bearing housing SNL 524", "SNL 524 bearing housing"),
    ("delivery_date", "2026-03-15", "2026-03-15"),
]
WRONG = [
    ("unit_price", "118.00", "1180.0"),
    ("quantity", "12", "12 pcs"),
    ("lead_time", "P2M", "P60D"),
    ("lead_time", "P30D working_days", "P30D"),
    ("unit", "件", "套"),
    ("part_number", "12-3", "123"),
    ("document_number", "HT2026-0822", "HT2026-0823"),
    ("customer", "江川石化股份有限公司", "临海泵业有限公司"),
    ("payment_terms", "货到验收合格后60天内付款", "货到验收合格后90天内付款"),
    ("description", "Bearing housing SNL 524", "Shaft sleeve 316L"),
    ("delivery_date", "2026-03-15", "2026-03-16"),
]


@pytest.mark.parametrize(("name", "expected", "read"), RIGHT)
def test_a_value_in_another_notation_is_right(name: str, expected: str, read: str) -> None:
    assert same(name, expected, read)


@pytest.mark.parametrize(("name", "expected", "read"), WRONG)
def test_another_value_is_wrong(name: str, expected: str, read: str) -> None:
    assert not same(name, expected, read)


def test_descriptions_with_cut_labels_are_judged_loosely() -> None:
    assert not same("description", "Tuesday Prime Oth", "Tues. Prime Other :30 rotating")
    assert same("description", "Tuesday Prime Oth", "Tues. Prime Other :30 rotating", loose=True)
