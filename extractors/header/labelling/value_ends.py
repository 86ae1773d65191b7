"""Where the value of a label ends in its own text: "14 Aug 2027 Partial delivery: no" is a day and more."""

from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.vocabulary.meanings import Label

BLANK = late(r"\s+")


def whole_end(meanings: frozenset[Label], text: str) -> int:
    """Return where a value of these meanings ends before a further label that is no field."""
    colon = COLON.search(text)
    if colon is None:
        return len(text)
    for blank in BLANK.finditer(text, 0, colon.start()):
        named = meaning(text[blank.end() : colon.start()])
        if named == {Label.NEUTRAL} and any(fits(each, text[: blank.start()]) for each in meanings):
            return blank.start()
    return len(text)
