"""Ideographs that look like a radical or a compatibility ideograph, and are therefore often written as one.

Fonts draw 方, 日 or 民 with the same glyph for the ideograph and for its radical (U+2F00 to U+2FD5, U+2E80
to U+2EF3). Browsers that print to PDF name the radical for the glyph and mend it with an `ActualText` of
the ideograph. The radicals are those of the Unicode Character Database: by NFKC those of the Kangxi
dictionary, by EquivalentUnifiedIdeograph.txt the supplement. So it is with 料, 率 or 數, which stand a second
time among the compatibility ideographs (U+F900 to U+FAD9); those that are numerals are left out.
"""

import unicodedata

KANGXI = range(0x2F00, 0x2FD6)
SUPPLEMENT = frozenset(
    "厂乙刀卜小尸巳己幺彐彑心忄扌攵无日月母民氵灬爪丬犬王疋目示礻竹糹纟罒羊耂肉臼艹虎衤西见角讠贝足车辶邑阝"
    "钅長长门隶雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾齐斉歯齿竜龙龟亀"
)
COMPATIBLE = range(0xF900, 0xFADA)
NUMERALS = frozenset("六什拾參陸勺零兩")
_LIKE = {unicodedata.normalize("NFKC", chr(code)) for code in (*KANGXI, *COMPATIBLE)} - NUMERALS
IDEOGRAPHS = SUPPLEMENT | frozenset("户") | _LIKE


def is_radical(text: str) -> bool:
    """Tell whether a text is nothing but ideographs that a radical or a second form is written for."""
    return bool(text) and IDEOGRAPHS.issuperset(text)
