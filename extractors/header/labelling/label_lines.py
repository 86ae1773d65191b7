"""The labels within one line of text: those with a colon, and those that a mere blank parts from a value."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies, dates, incoterms
from extractors.header.labelling.label_places import VAGUE
from extractors.header.labelling.label_words import CLAUSE, COLON, MAX_LABEL, Match, meaning
from extractors.header.labelling.value_types import LETTERED, YEARLY, fits, is_code
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.runs import IDEOGRAPH
from extractors.vocabulary.meanings import Label

STRANGE = late(r"(?:(?<=[.;] )[A-Z][A-Za-z /-]{2,23}|(?<=[；。])[\u4e00-\u9fff]{2,8})$")
"""A label that nobody knows, behind the sentence that ends the value before it."""
SAID_ANYWHERE = frozenset({Label.TAX_RATE, Label.TERMS})
"""Labels that end sentences as well: "… shall be settled on these terms: …"."""
ENDED = late(r"(?:[^\W\d_]{3,}|\d{2,})\.\s+$|(?<=[。；;])\s+$")
"""The end of a sentence; behind "No." and "Ref." a label goes on."""
TOPICS = frozenset({Label.PAYMENT, Label.INCOTERMS, Label.PLACE})
WORD = late(r"[^\W\d_]{2}")
PERCENT = late(r"\d{1,2}(?:\.\d+)?\s?[%％]\s")
"""The rate behind a label of the tax, with another label behind it: 税率：13%　币种：人民币."""
LABEL_START = late(r"(?:^|(?<=[\s;；。,，、(（)）:：]))(?=\S)")
STROKE = late(r"\s+/\s+(?=\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s*$)")
DATED = late(r"[\s,，;；(（]+(?:dated|date|dtd\.?|dt\.?|dd\.?|of|vom|v\.|du|del|日期)[\s:：]+", re.IGNORECASE)
"""Words between a number and its date."""
BRACKETED = late(r"[【〖](?P<label>[^【】〖〗]{2,20})[】〗]\s?[:：]?")
"""A label in brackets of its own: 【订单编号】PO-118."""
TITLED = late(r"\s*\d{1,2}(?:\.\d{1,2})?[.)]\s*(?P<label>[A-Z][A-Za-z /&-]{4,40})\.\s+(?=[A-Z\d])")
"""The title of a numbered clause that runs on behind a full stop: "3. Payment. 30 days net"."""
UNTITLED = frozenset({Label.CURRENCY, Label.DOCUMENT_DATE, Label.ORDER_NUMBER, Label.CONTRACT_NUMBER})
"""What such a clause speaks of rather than states."""
SENTENCE = late(r"\b(?:shall|is|are|will|must|should|may|to be|have|has|we|you)\b", re.IGNORECASE)
"""What makes a whole sentence of a clause, which has a reading of its own."""
CAPITAL = late(r"(?<=\s)[A-Z](?=[A-Za-z])")
"""Where a label begins within a line of small letters."""
SUBCLAUSE = late(r"\d{1,2}\.\d{1,2}(?=[\u4e00-\u9fff])")
"""The number of a clause's clause right before its title: 3.1交货地点."""
OPENING = ("(", "（")
SPACED = frozenset(
    {Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.QUOTATION_NUMBER, Label.DOCUMENT_DATE, Label.PLAIN_DATE}
)
"""Labels that may stand before their value without a colon, if the value is short."""
PLAIN = frozenset({Label.PLAIN_NUMBER})
TRADE = frozenset({Label.INCOTERMS})
TYPED = frozenset(
    {
        Label.DELIVERY,
        Label.PAYMENT,
        Label.INCOTERMS,
        Label.CURRENCY,
        Label.TERMS,
        Label.PLAIN_NUMBER,
        Label.TAX_RATE,
        Label.BUYER,
        Label.SELLER,
    }
)
"""Further ones, if the value is as a whole of the kind they want."""
PARTING = late(
    r"\s+|(?<=日)(?=\d{4}\D)|(?<=[a-z])(?=[A-Z\d])|(?<=[\u4e00-\u9fff)）])(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z#.)])(?=[\u4e00-\u9fff])"
)
"""What parts a label from its value where no colon does; in Chinese the blank before it is not kept."""
SHORT_VALUE = late(r"^\S*\d\S*(?:(?:\s\S+){0,2}|\s\d{1,2}\.? [A-Za-z]{3,9}\.? \d{4})$")


def pairs(text: str) -> Iterator[tuple[frozenset[Label], int, int]]:
    """Yield the labels with a colon in a line, each with where it and where its value begins."""
    bracketed = [(found, meaning(found["label"])) for found in BRACKETED.finditer(text)]
    if any(meanings for _, meanings in bracketed):
        for found, meanings in bracketed:
            yield meanings or frozenset({Label.NEUTRAL}), found.start(), found.end()
        return
    behind = 0
    known = False
    titled = TITLED.match(text)
    if titled is not None and not SENTENCE.search(text) and (meanings := meaning(titled["label"]) - UNTITLED):
        known, behind = True, titled.end()
        yield meanings, 0, behind
    for colon in COLON.finditer(text, behind):
        low = max(behind, colon.start() - MAX_LABEL)
        behind = colon.end()
        labelling = _labelling(text, low, colon.start(), known=known)
        if labelling is not None:
            known = True
            yield *labelling, colon.end()
            continue
        strange = STRANGE.search(text, low, colon.start()) if known else None
        if strange is not None:
            yield frozenset({Label.NEUTRAL}), strange.start(), colon.end()


def _labelling(text: str, low: int, colon: int, *, known: bool) -> tuple[frozenset[Label], int] | None:
    """Return what the text before a colon labels and where that begins; `known`: a label stands before it."""
    for begin in LABEL_START.finditer(text, low, colon):
        if known and (PERCENT.match(text, begin.start()) or _goes_before(text[begin.start() : colon])):
            continue
        clause = CLAUSE.match(text[begin.start() : colon + 1]) or SUBCLAUSE.match(text, begin.start())
        shift = clause.end() - clause.start() if clause else 0
        meanings = meaning(text[begin.start() + shift : colon])
        # In 报价单（编号：…） the word before the bracket says whose number it is.
        if text[begin.start() - 1 : begin.start()] in OPENING and meanings <= VAGUE:
            continue
        if meanings:
            rest = not known and _is_rest(text[: begin.start()], meanings)
            return frozenset({Label.NEUTRAL}) if rest else meanings, begin.start()
    return None


def _goes_before(text: str) -> bool:
    """Tell whether a text is the end of a value with the next label behind it: "of invoice Delivery time"."""
    capital = CAPITAL.search(text) if text[:1].islower() else None
    return capital is not None and bool(meaning(text[capital.start() :]))


def _is_rest(before: str, meanings: frozenset[Label]) -> bool:
    """Tell whether a label is the rest of one that nobody knows: "Work order no.:", "Report date:"."""
    words = CLAUSE.sub("", before).strip()
    if not before[-1:].isspace() or not WORD.search(words) or meanings & SAID_ANYWHERE:
        return False
    if (ENDED.search(before) and meanings <= TOPICS) or dates.parse(words):
        return False
    told = any(meaning(word) & meanings for word in (words, *words.split())) or kind_of_title(words)
    return not told and all(end < len(words) for _, end in companies.find(words))


def dated(value: str) -> re.Match[str] | None:
    """Return where a number ends and its date begins in "4711 dated 3 May 2026", None where none does.

    A title may have both with a stroke between them: "Purchase order 45-118807 / 2026-09-15".
    """
    mark = DATED.search(value) or STROKE.search(value)
    if mark is None or not is_code(value[: mark.start()].strip(" ,(（")):
        return None
    return mark if fits(Label.DOCUMENT_DATE, value[mark.end() :].strip(" .。)）")) else None


def spaced(text: str, words: Sequence[int] = ()) -> Match | None:
    """Return the label of a text like "PO No. 4500123", where only a space parts label and value.

    In Chinese text the space is not kept: a label ends where letters or figures begin ("订单编号HT-118"),
    or where one of the `words` of the line begins ("采购单位　某某公司").
    """
    clause = CLAUSE.match(text)
    start = clause.end() if clause else 0
    best = None
    for space in PARTING.finditer(text[start : start + MAX_LABEL]):
        best = _parted(text, start, start + space.start(), start + space.end()) or best
    if meaning(text[start:]) and not any(map(str.isdigit, text[start:])):
        # "Terms of delivery" is one label, and no terms "of delivery"; so is "Freight terms / FOB".
        term = incoterms.parse(text[best.end :]) if best is not None and best.meanings <= TRADE else None
        return best if term is not None and term[1] else None
    for end in words:
        further = best is None or end > best.end
        if start < end <= start + MAX_LABEL and further and IDEOGRAPH.match(text[end - 1]):
            best = _parted(text, start, end, end, whole=True) or best
    return best


def _parted(text: str, start: int, end: int, begin: int, *, whole: bool = False) -> Match | None:
    """Return the label that ends at `end` if what begins at `begin` is a value of it.

    Where nothing but a change of letters parts them, or a word's beginning (`whole`), it must be of its kind.
    """
    meanings = meaning(text[start:end])
    if not meanings:
        return None
    value = text[begin:]
    glued = end == begin and IDEOGRAPH.match(text[end - 1]) is not None
    first = re.split(r"\s+/\s|\s{2,}", value, maxsplit=1)[0]
    fitting = any(fits(each, first) for each in meanings)
    numbered = (SHORT_VALUE.match(value), LETTERED.fullmatch(value), dated(value), YEARLY.match(value))
    short = meanings <= SPACED and any(numbered)
    short = short or (meanings == PLAIN and dated(value) is not None)
    typed = meanings <= TYPED and all(fits(each, value) for each in meanings)
    if (short and not whole and (fitting or not glued)) or (typed and (fitting or not glued)):
        return Match(meanings, begin, colon=False)
    return None
