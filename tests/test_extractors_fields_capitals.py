from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.capitals import parse, parse_english


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("肆万伍仟陆佰伍拾捌元整", "45658.00", id="row 44"),
        pytest.param("壹仟肆佰零玖元伍角", "1409.50", id="row 45"),
        pytest.param("壹万陆仟肆佰零玖元零贰分", "16409.02", id="row 46: 16409.02"),
        pytest.param("叁佰贰拾伍元零肆分", "325.04", id="row 46: 325.04"),
        pytest.param("伍拾壹万肆仟肆佰捌拾肆元整(¥514484元)", "514484.00", id="row 47"),
        pytest.param("壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", "1234567.89", id="row 48"),
        pytest.param("叁拾万零伍佰元整", "300500.00", id="row 49: 300500"),
        pytest.param("拾贰万伍仟元整", "125000.00", id="row 49: leading 拾"),
        pytest.param("貳萬參仟圓整", "23000.00", id="row 50: 貳 萬 參 圓"),
        pytest.param("陸億圓正", "600000000.00", id="row 50: 陸 億 正"),
        pytest.param("⊗佰⊗拾壹万贰仟叁佰肆拾伍元陆角柒分", "12345.67", id="row 51: cells struck out"),
        pytest.param("零佰壹拾贰万叁仟零佰肆拾伍元零角零分", "123045.00", id="row 51: cells of zero"),
        ("人民币壹万元整", "10000.00"),
        ("合计人民币（大写）：陆万肆仟柒佰叁拾元整", "64730.00"),
        ("人民币 (大写) 叁万 伍仟贰佰零陆元零肆分", "35206.04"),
        ("大写：贰佰元", "200.00"),
        ("金额合计（人民币大写）：壹佰元整", "100.00"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹仟零壹拾元整", "1010.00"),
        ("壹亿零壹元", "100000001.00"),
        ("一万二千元整", "12000.00"),
        ("壹万贰仟整", "12000.00"),
        ("壹元零角伍分", "1.05"),
        ("伍角", "0.50"),
        ("伍分", "0.05"),
        ("零元整", "0.00"),
    ],
)
def test_an_amount_in_capitals_is_read(text: str, amount: str) -> None:
    assert str(parse(text)) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元整",
        "整",
        "壹壹元",
        "万元",
        "百元整",
        "壹万",
        "壹仟伍元整",
        "壹佰拾元整",
        "壹佰零拾元",
        "壹佰元零零分",
        "壹亿伍仟元整",
        "壹万亿元整",
        "佰拾壹万贰仟叁佰肆拾伍元整",
        "壹佰元整左右",
        "伍拾壹万肆仟肆佰捌拾肆元整(¥514485元)",
        "元" * 90,
    ],
)
def test_a_malformed_amount_is_not_guessed(text: str) -> None:
    assert parse(text) is None


DIGITS = "零壹贰叁肆伍陆柒捌玖"


def in_capitals(cents: int) -> str:
    """Spell an amount as the People's Bank prescribes, written apart from the code under test."""
    whole, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text, pending = "", False
    for place, digit in zip(range(len(str(whole)) - 1, -1, -1), str(whole), strict=True):
        if digit != "0":
            text += (
                ("零" if pending and text else "") + DIGITS[int(digit)] + ["", "拾", "佰", "仟"][place % 4]
            )
        pending = digit == "0"
        if place == 8 or (place == 4 and whole // 10**4 % 10**4):
            text += "亿" if place == 8 else "万"
    text += "元" if whole else ""
    if not jiao and not fen:
        return text + "整" if whole else "零元整"
    text += f"{DIGITS[jiao]}角" if jiao else "零" if whole else ""
    return text + (f"{DIGITS[fen]}分" if fen else "整")


@given(st.integers(0, 10**13 - 1) | st.integers(0, 10**7))
def test_every_amount_is_read_back(cents: int) -> None:
    assert parse(in_capitals(cents)) == Decimal(cents) / 100


@given(st.text(alphabet="零壹贰叁玖拾佰仟万亿元角分整", max_size=12))
def test_what_is_read_is_spelled_as_people_spell_it(text: str) -> None:
    amount = parse(text)
    if amount is not None and amount == amount.to_integral_value() and text.endswith("元"):
        assert in_capitals(int(amount * 100)).replace("零", "").replace("壹拾", "拾").rstrip(
            "整"
        ) == text.replace("零", "").replace("壹拾", "拾")


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        pytest.param("SAY US DOLLARS ONE HUNDRED TWENTY-FIVE THOUSAND ONLY", "125000.00", "USD", id="row 52"),
        (
            "Say EUR twelve thousand three hundred forty-five and cents sixty-seven only",
            "12345.67",
            "EUR",
        ),
        ("US Dollars Five Hundred and 50/100", "500.50", "USD"),
        ("One hundred dollars and fifty cents", "100.50", None),
        ("RMB Yuan Two Million Three Hundred Thousand Four Hundred and One Only", "2300401.00", "CNY"),
        ("Euro ten point five", "10.50", "EUR"),
        ("Euro ten point zero five", "10.05", "EUR"),
        ("one hundred and ten", "110.00", None),
        ("fifty/100", None, None),
        ("Euro ten point ten", None, None),
        ("one thousand two million", None, None),
        ("one hundred hundred", None, None),
        ("twelve hundred thousand", None, None),
        ("thousand only", None, None),
        ("twenty thirty", None, None),
        ("one thousand hello", None, None),
        ("12 thousand", None, None),
        ("ten 50/100 apples", None, None),
        ("Total", None, None),
        ("five", None, None),
        ("大写 ten thousand", None, None),
        ("", None, None),
        ("one " * 100, None, None),
    ],
)
def test_an_amount_in_english_words(text: str, amount: str | None, currency: str | None) -> None:
    assert parse_english(text) == ((Decimal(amount), currency) if amount else None)


ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def in_english(number: int) -> str:
    """Spell a whole number, written apart from the code under test."""
    for value, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= value:
            rest = in_english(number % value)
            return f"{in_english(number // value)} {name} {rest}".strip()
    small = ["", *ONES.split(), "seventeen", "eighteen", "nineteen"]
    if number < 20:
        return small[number]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"][number // 10 - 2]
    return f"{tens}-{small[number % 10]}".rstrip("-")


@given(st.integers(1, 999_999_999))
def test_every_english_amount_is_read_back(number: int) -> None:
    assert parse_english(f"SAY US DOLLARS {in_english(number).upper()} ONLY") == (Decimal(number), "USD")
