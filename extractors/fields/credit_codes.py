"""Unified social credit codes, the tax numbers of Chinese companies: GB 32100-2015.

Eighteen characters without I, O, S, V and Z; the last one is a check character, modulo 31.
"""

from collections.abc import Iterator

from extractors.late import late

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE = late(rf"(?<![0-9A-Za-z])[{CHARACTERS}]{{2}}\d{{6}}[{CHARACTERS}]{{10}}(?![0-9A-Za-z])")
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield where codes stand in a text; what fails its check character is none."""
    for match in CODE.finditer(text):
        if is_valid(match[0]):
            yield match.span()


def is_valid(code: str) -> bool:
    """Tell whether a code's check character fits."""
    if len(code) != len(WEIGHTS) + 1 or any(each not in CHARACTERS for each in code):
        return False
    return check_character(code[:-1]) == code[-1]


def check_character(body: str) -> str:
    """Return the check character of the first seventeen."""
    total = sum(CHARACTERS.index(each) * weight for each, weight in zip(body, WEIGHTS, strict=True))
    return CHARACTERS[-total % 31]
