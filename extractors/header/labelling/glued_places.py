"""Chinese labels of a place that nothing parts from their value: 交货地址某某市码头街109号."""

from collections.abc import Iterator

from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labelled import Labelled
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

PLACE = frozenset({Label.PLACE})
IDEOGRAPHS = late(r"[\u4e00-\u9fff]+")
LATIN = late(r"\s*[A-Za-z][A-Za-z ./]*[:：]?\s*(?=[\u4e00-\u9fff])")
ADDRESS = ("地址", "地点", "地點")
LONGEST, SHORTEST = 8, 4
"""So many characters has a Chinese label that runs on into its value."""
SHORTEST_PARTED = 3
"""So many at least where a blank parts them: 送货地　某某市码头街109号."""


def find(run: Run) -> Iterator[Labelled]:
    """Yield such a label with its value."""
    ends = [
        end
        for end in range(SHORTEST_PARTED, LONGEST + 1)
        if (end >= SHORTEST or end in run.starts)
        and IDEOGRAPHS.fullmatch(run.text[:end])
        and meaning(run.text[:end]) == PLACE
        and fits(Label.PLACE, run.text[end:])
    ]
    named = [end for end in ends if run.text[:end].endswith(ADDRESS)]
    if ends:
        start = behind_translation(run.text, named[-1] if named else ends[-1])
        yield Labelled(PLACE, run, run, "space", start, len(run.text))


def behind_translation(text: str, start: int) -> int:
    """Return where a value begins behind the label's other half: 送货地点Deliver to某某市码头街109号."""
    again = LATIN.match(text, start)
    return again.end() if again is not None and meaning(again[0]) == PLACE else start
