"""Numbers by which lines are counted that are no bare figures: ZB1 ZB2, 补1 补2, 一 二 三, ① ② ③, A. B. C."""

import unicodedata
from collections.abc import Sequence

from extractors.fields import numerals
from extractors.late import late

LED = late(r"(?P<head>[A-Z]{2}|[\u4e00-\u9fff]{1,2})[-.]?0{0,2}(?P<number>[1-9]\d{0,2})")
"""A single letter may be a mark of the row (N = new) and no part of its number."""
LETTER = late(r"[(（]?(?P<letter>[A-Za-z])[.)）、．]?")
CIRCLED = late(r"[①-⑳]")
LEAST = 2
"""One number alone does not show that it counts."""


def count_on(texts: Sequence[str]) -> bool:
    """Tell whether texts count from one: by numerals, by letters, or by figures behind the same letters."""
    if len(texts) < LEAST:
        return False
    wanted = list(range(1, len(texts) + 1))
    led = [LED.fullmatch(text) for text in texts]
    heads = {each["head"] for each in led if each is not None}
    if len(heads) == 1 and [int(each["number"]) for each in led if each is not None] == wanted:
        return True
    plain = [
        CIRCLED.fullmatch(text.strip()) and unicodedata.normalize("NFKC", text.strip()) for text in texts
    ]
    if all(plain) and [int(each) for each in plain if each] == wanted:
        return True
    letters = [LETTER.fullmatch(text) for text in texts]
    if [ord(each["letter"].upper()) - ord("A") + 1 for each in letters if each is not None] == wanted:
        return True
    return [numerals.parse(text) for text in texts] == wanted
