"""Amounts in words: Chinese capital numerals (大写) and English words.

A wrong amount in words decides a dispute, so the reading is strict: the value is worked out, all its
correct spellings are formed anew, and the text must be one of them. The rules for 零 and 整 follow
the People's Bank of China's rules for filling in bills (正确填写票据和结算凭证的基本规定).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import numbers
from extractors.fields.english_words import parse_english
from extractors.fields.text import plain
from extractors.late import late
from extractors.rare import Rare

__all__ = ["parse", "parse_english"]

DIGITS = "零壹贰叁肆伍陆柒捌玖"
CAPITALS = str.maketrans("〇○一二两三四五六七八九弍叄参十百千圆", "零零壹贰贰叁肆伍陆柒捌玖贰叁叁拾佰仟元")
SMALL = {"拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
HIGHEST = 10**12
LONGEST = 80
HINT = late(r"[元圆圓整正角分]")
PREFIX = late(
    r"(?:合同|订单|价税|含税)*(?:总?金额|总?价款?|总额|合计|总计|共计)*:?[(]?(?:人民币|rmb|cny|¥)?[(]?(?:大写)?[)]?:?[)]?"
    r"(?:人民币|rmb|cny|¥)?:?(?=\S)"
)
FIGURES = late(
    r"(?P<words>.+?)[(,;]?(?:小写)?:?(?:人民币|rmb|cny)?¥?:?(?P<figures>[0-9][0-9,]*(?:\.[0-9]+)?)元?整?[)]?"
)
WORDS = late(
    r"(?:(?P<whole>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)(?P<yuan>元)?)?"
    r"(?P<jiao>零?[零壹贰叁肆伍陆柒捌玖]角)?(?P<fen>零?[零壹贰叁肆伍陆柒捌玖]分)?(?P<end>[整正])?"
)
EMPTY = "零×xX⊗⊕/_-"
CELL = rf"[{EMPTY}壹贰叁肆伍陆柒捌玖]"
GRID = Rare(
    rf"(?:({CELL})仟)?(?:({CELL})佰)?(?:({CELL})拾)?({CELL})万({CELL})仟({CELL})佰({CELL})拾({CELL})元"
    rf"(?:({CELL})角)?(?:({CELL})分)?[整正]?",
    "万",
)
GRID_WEIGHTS = [Decimal(weight) for weight in (10**7, 10**6, 10**5, 10**4, 1000, 100, 10, 1, "0.1", "0.01")]


def parse(text: str) -> Decimal | None:
    """Return the amount, with two places, that a text spells in Chinese capitals; None if malformed.

    A leading "人民币", "合计" or "大写:" is allowed, and figures behind in brackets if they agree.
    Forms printed in advance (佰 拾 万 仟 佰 拾 元 with a digit or a zero before each) are read by
    position.
    """
    if len(text) > LONGEST or not HINT.search(text):
        return None
    words = "".join(plain(text).split()).casefold().translate(CAPITALS)
    prefix = PREFIX.match(words)
    words = words[prefix.end() :] if prefix else words
    beside = FIGURES.fullmatch(words)
    value = _parse(beside["words"] if beside else words)
    if value is None or (beside and numbers.read(beside["figures"], numbers.Notation.POINT) != value):
        return None
    return value


def _parse(words: str) -> Decimal | None:
    grid = GRID.fullmatch(words)
    if grid and any(cell in EMPTY for cell in grid.groups("") if cell):
        return _by_position(grid)
    match = WORDS.fullmatch(words)
    if match is None or not (match["yuan"] or match["jiao"] or match["fen"] or match["end"]):
        return None
    whole = _whole(match["whole"] or "")
    if whole >= HIGHEST:
        return None
    jiao, fen = (_digit((match[name] or "")[:-1]) for name in ("jiao", "fen"))
    correct = re.fullmatch(_spelling(whole, jiao, fen), words)
    return Decimal(f"{whole}.{jiao}{fen}") if correct else None


def _digit(numeral: str) -> int:
    return DIGITS.index(numeral[-1]) if numeral else 0


def _by_position(grid: re.Match[str]) -> Decimal:
    cells = zip(grid.groups(), GRID_WEIGHTS, strict=True)
    total = sum(
        (DIGITS.index(cell) * weight for cell, weight in cells if cell and cell in DIGITS), Decimal(0)
    )
    return total.quantize(Decimal("0.01"))


def _whole(words: str) -> int:
    """Work out a numeral without asking whether it is well formed."""
    total = section = digit = 0
    for character in words:
        if character in SMALL:
            section += (digit or 1) * SMALL[character]
            digit = 0
        elif character in LARGE:
            total = (
                (total + section + digit) * LARGE[character]
                if character == "亿"
                else total + (section + digit) * 10**4
            )
            section = digit = 0
        else:
            digit = DIGITS.index(character)
    return total + section + digit


def _spelling(whole: int, jiao: int, fen: int) -> str:
    """Return a regular expression for all correct spellings of an amount."""
    yuan = "".join(_sections(whole)) + "元" if whole else "(?:零元)?"
    gap = "零?" if whole % 10 == 0 and whole else ""
    if jiao and fen:
        return f"{yuan}{gap}{DIGITS[jiao]}角{DIGITS[fen]}分[整正]?"
    if jiao:
        return f"{yuan}{gap}{DIGITS[jiao]}角(?:零分)?[整正]?"
    if fen:
        return f"{yuan}(?:零|零角{'' if whole else '|'}){DIGITS[fen]}分[整正]?"
    # Many leave out 元 before 整: 壹万贰仟整
    return f"{yuan[:-1]}(?:元(?:零角)?(?:零分)?[整正]?|[整正])" if whole else "零元[整正]?"


def _sections(whole: int) -> Iterator[str]:
    """Yield the spelling by groups of four digits, 零 where it must and 零? where it may stand."""
    before = None
    for weight, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = whole // weight % 10**4
        if section:
            if before is not None:
                skipped = before % 10**4 == 0
                ends_in_zero = before % 10 == 0
                yield "零" if section < 1000 or skipped else "零?" if ends_in_zero else ""
            yield _section(section, leading=before is None) + name
        if section or before is not None:
            before = section


def _section(section: int, *, leading: bool) -> str:
    """Spell a group of four digits; only a leading 壹拾 may be written 拾."""
    digits = f"{section:04}".lstrip("0")
    spelled = ""
    for at, digit in enumerate(digits):
        if digit != "0":
            spelled += DIGITS[int(digit)] + " 拾佰仟"[len(digits) - at - 1].strip()
        elif digits[at + 1 : at + 2].strip("0"):
            spelled += "零"
    return (
        spelled.replace("壹拾", "壹?拾", 1) if leading and digits[0] == "1" and len(digits) == 2 else spelled
    )
