import pytest

from extractors.fields.numerals import parse, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二十三", 23),
        ("廿三", 23),
        ("卅一", 31),
        ("一百", 100),
        ("一百零五", 105),
        ("一百二十", 120),
        ("三百六十五", 365),
        ("两", 2),
        ("两百", 200),
    ],
)
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", "十十", "一二", "零", "零五", "一百五", "百", "x"])
def test_a_malformed_numeral_is_not_read(text: str) -> None:
    assert parse(text) is None


def test_years_are_spelled_digit_by_digit() -> None:
    assert spelled("二〇二六") == spelled("二零二六") == spelled("二O二六") == "2026"
    assert spelled("二十六") is None
