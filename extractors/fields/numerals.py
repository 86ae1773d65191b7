"""Everyday Chinese numerals: 三, 十五, 一百二十, 两, 廿三, and years spelled digit by digit (二〇二六).

The capital numerals of amounts (壹佰) are read by `capitals`, which is stricter.
"""

from extractors.late import late

DIGITS = {character: str(value) for value, character in enumerate("零一二三四五六七八九")}
# The zero of a year is typed as a circle, as a letter or as a digit.
DIGITS |= {"〇": "0", "○": "0", "O": "0", "0": "0", "两": "2"}
NUMERAL = "零一二三四五六七八九〇○O0两十百廿卅"
POSITIONAL = late(
    r"(?:(?P<hundreds>[一二三四五六七八九两])百)?"
    r"(?:零(?P<lone>[一二三四五六七八九])"
    r"|(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十)|(?P<score>[廿卅]))?(?P<ones>[一二三四五六七八九])?"
    r"|(?P<pair>两))"
)
SPELLED = late(r"[零一二三四五六七八九〇○O0]{2,}")


def parse(text: str) -> int | None:
    """Return the value of a numeral below 1000, None where the text is not exactly one."""
    match = POSITIONAL.fullmatch(text) if text else None
    if match is None or (match["lone"] and not match["hundreds"]):
        return None
    # 一百五 is 150 in speech and 105 in careless writing
    if match["hundreds"] and match["ones"] and not (match["ten"] or match["score"]):
        return None
    value = 100 * _digit(match["hundreds"])
    if match["ten"]:
        value += 10 * (_digit(match["tens"]) or 1)
    if match["score"]:
        value += {"廿": 20, "卅": 30}[match["score"]]
    return value + _digit(match["lone"]) + _digit(match["ones"]) + (2 if match["pair"] else 0)


def _digit(character: str | None) -> int:
    return int(DIGITS[character]) if character else 0


def spelled(text: str) -> str | None:
    """Return the digits of a number spelled one by one, as years are: 二〇二六."""
    return "".join(DIGITS[each] for each in text) if SPELLED.fullmatch(text) else None
