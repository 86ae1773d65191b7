"""The language a document is written in."""

from collections.abc import Sequence

from extractors.late import late
from extractors.page.runs import Run
from models.reading import Language

CHINESE = late(r"[\u4e00-\u9fff]")
ENGLISH = late(r"(?<![A-Za-z\d])[A-Z]?[a-z]{3,}(?![A-Za-z\d])")
MIXED_SHARE = 0.12
"""From this share of English words on, a Chinese document counts as bilingual."""


def language_of(runs: Sequence[Run]) -> Language:
    """Return the language; a document is mixed where both languages carry a fair share of it."""
    text = " ".join(run.text for run in runs)
    chinese = len(CHINESE.findall(text)) / 2
    english = len(ENGLISH.findall(text))
    if chinese < 2 or chinese < 0.03 * english:
        return Language.ENGLISH
    return Language.MIXED if english > MIXED_SHARE * (chinese + english) else Language.CHINESE
