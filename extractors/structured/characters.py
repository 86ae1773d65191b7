"""Texts of data whose letters were not surely read: another character set than the declared one.

Latin tables have a letter or a sign for every byte, so what was written in another set looks like text:
"»OÆW¾÷", "MÃ¼ller", "Íàñîñû". Control characters, signs between accented letters, words of nothing else than
those, and letters of two alphabets in one word tell it.
"""

from extractors.late import late

_SIGN, _OTHER = r"[¡-¨ª¬¯µ¶¸-º¼-¿÷]", r"[¡-¨ª¬¯µ¶¸-ºÀ-ÖØ-ÿ¼-¿]"
"""Signs that stand beside no accented letter; ° ± ² ³ · ´ × ® Ø and French quotation marks may."""
MISREAD = late(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]"
    rf"|{_SIGN}{_OTHER}|{_OTHER}{_SIGN}|[A-Za-z][¢-¦¨¬¯¶¸¹¼-¾÷][A-Za-z]"
    r"|[À-ÖØ-öø-ÿ]{4}|(?=\w*[ђѓѕјљњћќџ])\w*[ёыэюящъ]"
)
"""No text of an order has such characters where it was read in its own letters."""


def doubted(text: str) -> bool:
    """Tell whether the letters of a text may be others than those that were written."""
    return not (text.isascii() and text.isprintable()) and MISREAD.search(text) is not None
