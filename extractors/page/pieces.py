"""Lines that marks part into pieces: "Date 19.06.2026 - Vendor Some Works Ltd - Your quotation 20030748".

Letter-heads and compact forms string labels and values on one line. A line is cut only where a piece
begins with a known label or title: a dash in a name or a sentence cuts nothing.
"""

from collections.abc import Iterable, Iterator

from extractors.header.labelling.label_words import MAX_LABEL, meaning
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.page.runs import Run, cut_out
from extractors.vocabulary.meanings import Label

MARK = late(r"\s+[-–—|│·•‧/]\s+|\s*[|│]\s*|[；;]\s+")
COLONS = (":", "：")
NEUTRAL = frozenset({Label.NEUTRAL})
SPACE = late(r"\s+|[:：]|$")


def pieces(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs of a page, those that marks part into labelled pieces piece by piece."""
    for run in runs:
        spans = _spans(run.text)
        if len(spans) < 2 or not any(_labelled(run.text[start:end]) for start, end in spans):
            yield run
        else:
            yield from (part for start, end in spans if (part := cut_out(run, start, end)) is not None)


def _spans(text: str) -> list[tuple[int, int]]:
    starts, ends = [0], []
    for match in MARK.finditer(text):
        start, end = match.span()
        if not _joins(text, start, end) and not _goes_on(text[starts[-1] : start], text[end:]):
            starts.append(end)
            ends.append(start)
    return list(zip(starts, [*ends, len(text)], strict=True))


def _goes_on(piece: str, after: str) -> bool:
    """Tell whether a labelled value in words may go on behind a mark: "DAP Esbjerg - Kolding"."""
    return not piece[-1:].isdigit() and _labelled(piece) and not _labelled(after)


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether a mark belongs to a value or a label: "8 - 10 weeks", "Original date / Revision:".

    A slash mostly parts two of a kind (DAP Esbjerg / Kolding): it cuts only before a further label.
    """
    in_words = not any(map(str.isdigit, text[:start]))
    if "/" in text[start:end] and (not _labelled(text[end:], telling=in_words) or _is_label(text[:start])):
        return True
    colon = next((at for at in range(end, len(text)) if text[at] in ":："), -1)
    return text[end : end + 1].isdigit() or bool(meaning(text[: colon if colon >= 0 else len(text)]))


def _is_label(text: str) -> bool:
    """Tell whether a piece is a label without a value, which goes on behind a slash: "Drawing / rev.: 9"."""
    heading = recognise(text)
    return bool(meaning(text)) or (heading is not None and heading.exact)


def _labelled(text: str, *, telling: bool = False) -> bool:
    """Tell whether a piece begins with a label and goes on with a value that holds a digit or a name.

    Before mere words, one that labels no field is no label without a colon (`telling`): "… / bank transfer".
    """
    for space in SPACE.finditer(text, 0, MAX_LABEL):
        meanings = meaning(text[: space.start()])
        value = text[space.end() :].strip()
        neutral = telling and meanings <= NEUTRAL and space[0] not in COLONS and not value[:1].isdigit()
        if meanings and not neutral and value:
            return True
    return False
