from decimal import Decimal

import pytest

from extractors.fields.money import Money, currency, parse
from extractors.fields.price_units import PriceUnit, find
from extractors.fields.price_units import parse as parse_unit

CNY_OR_JPY = ("CNY", "JPY")


@pytest.mark.parametrize(
    ("text", "number", "codes"),
    [
        pytest.param("¥1,234.56", "1,234.56", CNY_OR_JPY, id="row 36: ¥"),
        pytest.param("￥1,234.56", "1,234.56", CNY_OR_JPY, id="row 36: full-width ￥"),
        pytest.param("RMB 1234.56", "1234.56", ("CNY",), id="row 36: RMB"),
        pytest.param("EUR 1.234,56", "1.234,56", ("EUR",), id="row 37: EUR"),
        pytest.param("1\u202f234,56 €", "1 234,56", ("EUR",), id="row 37: € behind"),
        pytest.param("CHF 1'234.56", "1'234.56", ("CHF",), id="row 37: CHF"),
        pytest.param("1,234", "1,234", (), id="row 38"),
        pytest.param("1.234", "1.234", (), id="row 39"),
        pytest.param("1,234.56-", "1,234.56-", (), id="row 42: trailing minus"),
        pytest.param("(1,234.56)", "(1,234.56)", (), id="row 42: parentheses"),
        pytest.param("Rs. 12,34,567.00", "12,34,567.00", ("INR",), id="row 43"),
        ("CNY12.00", "12.00", ("CNY",)),
        ("12.50 EUR", "12.50", ("EUR",)),
        ("1234.00元", "1234.00", ("CNY",)),
        ("人民币 1,234.00 元整", "1,234.00", ("CNY",)),
        ("RMB1234.56元", "1234.56", ("CNY",)),
        ("¥ 12 CNY", "12", ("CNY",)),
        ("RMB: 12.00", "12.00", ("CNY",)),
        ("-¥12", "-12", CNY_OR_JPY),
        ("¥-12", "-12", CNY_OR_JPY),
        ("EUR 12,--", "12,--", ("EUR",)),
        ("US$ 12.00", "12.00", ("USD",)),
        ("￥１００．５０", "100.50", CNY_OR_JPY),
        ("100", "100", ()),
        ("@ 12.50", "12.50", ()),
        ("@EUR 12.50", "12.50", ("EUR",)),
        ("Rs. 12,500/-", "12,500", ("INR",)),
        ("AED 1,250.00 /-", "1,250.00", ("AED",)),
        ("US $12.50", "12.50", ("USD",)),
        ("US$ 1,250.00 only", "1,250.00", ("USD",)),
        ("EUR.12.50", "12.50", ("EUR",)),
        ("1.250,00 TL", "1.250,00", ("TRY",)),
    ],
)
def test_an_amount_is_read_with_what_its_currency_can_be(
    text: str, number: str, codes: tuple[str, ...]
) -> None:
    found = parse(text)
    assert found is not None
    assert (found.number_text, found.currencies) == (number, codes)
    assert found.currency == (codes[0] if len(codes) == 1 else None)


@pytest.mark.parametrize(
    ("text", "multiplier"),
    [
        pytest.param("12万", 10_000, id="row 40: 12万"),
        pytest.param("12万元", 10_000, id="row 40: 12万元"),
        pytest.param("3.5 万", 10_000, id="row 40: 3.5 万"),
        pytest.param("USD 12.5K", 1_000, id="row 41: K"),
        pytest.param("USD 1.2M", 1_000_000, id="row 41: M"),
        ("12千元", 1_000),
        ("1.2百万元", 1_000_000),
        ("1.5 亿元", 100_000_000),
        ("kEUR 12,5", 1_000),
        ("12.5 kEUR", 1_000),
        ("12.00 USD", 1),
    ],
)
def test_a_scale_is_kept_beside_the_number(text: str, multiplier: int) -> None:
    found = parse(text)
    assert found is not None
    assert found.multiplier == multiplier


@pytest.mark.parametrize(
    ("text", "number", "per", "unit"),
    [
        pytest.param("EUR 45,50 / 100 St", "45,50", "100", "St", id="row 56"),
        pytest.param("USD 1,250.00 per 100 pcs", "1,250.00", "100", "pcs", id="row 57"),
        ("37,15 / 100 pcs", "37,15", "100", "pcs"),
        ("318.52 / 100 pcs", "318.52", "100", "pcs"),
        ("37,15/100", "37,15", "100", None),
        ("12.00/EA", "12.00", None, "EA"),
        ("652.08元/件", "652.08", None, "件"),
        ("652.08元每件", "652.08", None, "件"),
        ("12.00/百件", "12.00", "100", "件"),
        ("EUR 45,50 / 1.000 St", "45,50", "1000", "St"),
        ("EUR 45,50 per thousand", "45,50", "1000", None),
    ],
)
def test_a_price_unit_is_read_with_the_price(
    text: str, number: str, per: str | None, unit: str | None
) -> None:
    found = parse(text)
    assert found is not None
    assert found.number_text == number
    assert (found.per, found.per_unit) == (Decimal(per) if per else None, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUR",
        "2套",
        "12 EA",
        "12 mm",
        "A12",
        "12A",
        "8/10",
        "1/100",
        "108/45",
        "10/12/26",
        "12.00 / foo",
        "EUR 45,50 / 0 St",
        "EUR 12 USD",
        "12 整",
        "EUR 12,50 net",
        "k12.5万",
        "kEUR 12万",
        "45.500 / 1.000 St",
        "EUR 45,50 / 1,5 St",
        pytest.param("1.2M", id="row 41: metres or millions"),
        pytest.param("USD 1.2MM", id="row 41: MM goes to a person"),
        pytest.param("面议", id="row 63"),
        "9" * 61,
    ],
)
def test_what_is_more_or_less_than_an_amount_is_not_read(text: str) -> None:
    assert parse(text) is None


def test_a_sign_is_not_a_spelled_currency() -> None:
    assert parse("￥12") == Money("12", currencies=CNY_OR_JPY)
    assert parse("人民币12") == Money("12", "CNY", ("CNY",), spelled=True)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CNY", {"CNY"}),
        ("cny", {"CNY"}),
        ("Euro", {"EUR"}),
        ("EURO", {"EUR"}),
        ("人民币", {"CNY"}),
        ("元", {"CNY"}),
        ("Unit price CNY", {"CNY"}),
        ("单价(元)", {"CNY"}),
        ("金额（人民币元）", {"CNY"}),
        ("Total [EUR]", {"EUR"}),
        ("Price in EUR.", {"EUR"}),
        ("Price-EUR", {"EUR"}),
        ("￥", {"CNY", "JPY"}),
        ("¥", {"CNY", "JPY"}),
        ("RMB￥", {"CNY"}),
        ("US$", {"USD"}),
        ("US dollars", {"USD"}),
        ("US-Dollar", {"USD"}),
        ("$", {"USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"}),
        ("Price$", {"USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"}),
        ("Unit price ($) USD", {"USD"}),
        ("£", {"GBP"}),
        ("€", {"EUR"}),
        ("kr", {"SEK", "NOK", "DKK", "ISK"}),
        ("Swedish kronor", {"SEK"}),
        ("SEK", {"SEK"}),
        ("美元", {"USD"}),
        ("日元", {"JPY"}),
        ("USD/EUR", {"USD", "EUR"}),
        ("元/百件", {"CNY"}),
        ("单元", set()),
        ("元件", set()),
        ("三元乙丙O形圈", set()),
        ("Number", set()),
        ("ARM", set()),
        ("Unit price", set()),
    ],
)
def test_a_currency_is_found_in_a_label(text: str, codes: set[str]) -> None:
    assert set(currency(text)) == codes


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        pytest.param("元/百件", PriceUnit(Decimal(100), "件"), id="row 58: 元/百件"),
        pytest.param("元/千克", PriceUnit(None, "千克"), id="row 58: 元/千克"),
        pytest.param("元/吨", PriceUnit(None, "吨"), id="row 58: 元/吨"),
        ("单价(元/千只)", PriceUnit(Decimal(1000), "只")),
        ("每百件单价", PriceUnit(Decimal(100), "件")),
        ("EUR/100 St", PriceUnit(Decimal(100), "St")),
        ("Unit price / 100 pcs", PriceUnit(Decimal(100), "pcs")),
        ("Price per 100", PriceUnit(Decimal(100), None)),
        ("CNY/PC", PriceUnit(None, "PC")),
        ("Part/drawing", None),
        ("Price / 1.000", None),
        ("单价", None),
    ],
)
def test_a_heading_names_its_price_unit(heading: str, unit: PriceUnit | None) -> None:
    assert find(heading) == unit


def test_a_price_unit_of_an_unknown_thing_is_none() -> None:
    assert parse_unit("100 foo") is None
    assert parse_unit("") is None
    assert parse_unit("?") is None
