"""The differences of a document in words, as the command line prints them."""

from models.comparison import Comparison, Difference, DifferenceKind
from models.reading import Field, Reading
from review import display, sentences
from review.words import say, word

_MARKS = {
    DifferenceKind.DIFFERS: "≠",
    DifferenceKind.ARITHMETIC: "≠",
    DifferenceKind.UNSURE: "?",
    DifferenceKind.NOT_IN_QUOTATION: "+",
    DifferenceKind.NOT_ORDERED: "−",
    DifferenceKind.MISSING_IN_DOCUMENT: "−",
}
_TEXTS = {
    DifferenceKind.DIFFERS: "sentence.differs",
    DifferenceKind.ARITHMETIC: "sentence.arithmetic",
    DifferenceKind.UNSURE: "sentence.unsure_value",
    DifferenceKind.NOT_IN_QUOTATION: "sentence.missing_in_quotation",
    DifferenceKind.NOT_ORDERED: "sentence.not_ordered",
    DifferenceKind.MISSING_IN_DOCUMENT: "sentence.missing_in_document",
}


def in_words(
    lang: str, difference: Difference, comparison: Comparison, reading: Reading | None
) -> tuple[str, str]:
    """Return a difference's mark and its sentence.

    ("≠", "line 2: unit price 120.00, quotation 118.00 (+2.00, +1.7 %)").
    """
    field = difference.field
    document = display.value(lang, field, difference.document)
    quotation = display.value(lang, field, difference.quotation)
    sentence = say(
        lang,
        _TEXTS[difference.kind],
        field=word(lang, "field", field),
        document=document,
        quotation=quotation,
        value=document or quotation or "",
        item=difference.quote_item or "",
    )
    remark = _remark(lang, difference, comparison, reading)
    if remark and difference.kind is DifferenceKind.UNSURE:
        sentence = say(lang, "sentence.note", name=sentence, text=remark)
    elif remark:
        sentence = say(lang, "sentence.remark", sentence=sentence, remark=remark)
    if difference.line:
        sentence = say(lang, "sentence.at_line", line=difference.line, fact=sentence)
    return _MARKS[difference.kind], sentence


def _remark(lang: str, difference: Difference, comparison: Comparison, reading: Reading | None) -> str:
    if difference.kind is DifferenceKind.UNSURE:
        field = _field(difference, reading)
        return sentences.doubt(lang, field) if field is not None else ""
    parts = []
    if difference.kind is DifferenceKind.DIFFERS:
        parts.append(sentences.delta(lang, difference.field, difference.document, difference.quotation))
    checks = (
        each
        for each in comparison.checks
        if (each.line, each.field, each.quote_item, each.document)
        == (difference.line, difference.field, difference.quote_item, difference.document)
    )
    parts.extend(sentences.why(lang, each) for each in checks)
    return say(lang, "sentence.semicolon").join(dict.fromkeys(each for each in parts if each))


def _field(difference: Difference, reading: Reading | None) -> Field | None:
    if reading is None:
        return None
    if difference.line is None:
        found = getattr(reading.header, difference.field, None)
    elif difference.line <= len(reading.lines):
        found = getattr(reading.lines[difference.line - 1], difference.field, None)
    else:
        found = None
    return found if isinstance(found, Field) else None
