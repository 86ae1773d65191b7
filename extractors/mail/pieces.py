"""The sentences of a letter, in pieces short enough to be said of one thing.

A line with several options to tick says only what is ticked; a single box before a line is a bullet. What a
letter lists behind labels ("delivery: 15 April, payment: 60 days, item 20: 12 pcs") is several statements,
and so is a sentence over many lines.
"""

import itertools
import re
from collections.abc import Iterator

from extractors.fields.text import level
from extractors.late import late

SENTENCE_END = late(
    r"[。；！!;\n]|[.?](?=\s|$)(?<!\b\w\.)(?<!\bn[or]\.)(?<!\bpos\.)(?<!\bqty\.)"
    r"(?<!\blt\.)(?<!\bca\.)(?<!\bgem\.)(?<!\bzzgl\.)(?<!\binkl\.)(?<!\bincl\.)(?<!\bapprox\.)",
    re.IGNORECASE,
)
BOX = late(r"[(（]\s*[√✓✔xX]?\s*[)）]|\[\s*[√✓✔xX]?\s*\]|[□☐☑☒■]")
TICKED = late(r"[√✓✔xX☑☒■]")
LABELLED, LONGEST = 3, 240
"""A text with so many labels, or longer, says several things."""
PART = late(r"(?:(?<!\d),|,(?!\d))\s?|\s(?=(?:and|und|but|aber)\s)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line ends one."""
    found = (each for line in text.splitlines() for each in SENTENCE_END.split(level(line)))
    return [each for each in found if each.strip()]


def of_sentence(sentence: str) -> Iterator[str]:
    """Yield what a sentence says in one piece or several."""
    for said in _ticked(sentence):
        several = len(re.findall(r"[:：]", said)) >= LABELLED or len(said.strip()) > LONGEST
        yield from PART.split(said) if several else (said,)


def _ticked(sentence: str) -> Iterator[str]:
    """Yield a sentence without its boxes; of several options those that are ticked."""
    boxes = list(BOX.finditer(sentence))
    if not boxes:
        yield sentence
        return
    before = sentence[: boxes[0].start()]
    alone = len(boxes) == 1 and not before.strip(" -*•·\t")
    ends = [*(box.start() for box in boxes[1:]), len(sentence)]
    for box, end in itertools.zip_longest(boxes, ends):
        if alone or TICKED.search(box[0]):
            yield f"{before.strip()} {sentence[box.end() : end].strip()}".strip()
