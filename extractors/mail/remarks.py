"""What a mail says against an order that stands in it or is attached to it.

"Please change item 10 to 5 pcs", written below the table, changes the order and not the table. Nobody can
list all ways to say so; so what the writer says in plain sentences beside an order in the mail's own text
puts it in doubt as soon as it speaks of an item, a quantity or a price that was not read. A letter around an
attached order speaks of many things: there only sentences count that say that the order is off, or changed.
None of it changes a value: it makes values unsure, and a problem says why.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from extractors.fields import dates, periods
from extractors.fields.text import fold, level
from extractors.header import summaries
from extractors.header.labelling import label_words
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines.doubts import former_figures
from extractors.lines.doubts.doubtful_items import CORRECTING
from extractors.lines.headings import recognise
from extractors.mail import (
    conditions,
    cover_letters,
    item_figures,
    other_figures,
    other_orders,
    pieces,
    stated_terms,
    whole_orders,
)
from extractors.mail.ordered import Ordered
from extractors.mail.ordered import of as orders_of
from extractors.page.runs import Run, evidence, make_run, rows_of, split_line
from extractors.vocabulary import wordlists
from extractors.vocabulary.meanings import Label
from models.message import Letter
from models.page import SourceDocument
from models.reading import Evidence, Header, OrderLine, Problem, Reading, Reason, opened, stated

_WORDS = wordlists.load("letters")
ASKING, CHANGED, MOVING = (
    late("|".join(_WORDS[name]), re.IGNORECASE) for name in ("asking", "changed", "moving")
)
WRAPPED = late(r"(?<=[^\n.!?;:。；！？：]{30})\r?\n(?=[a-zäöüß\u4e00-\u9fff(])")
"""The end of a line in the middle of a sentence: programs break letters at 72 characters or so."""
ITEM = late(
    r"\b(?:items?|pos|positions?|lines?)\b\W{0,3}\d+|(?:序号|第)\s?[\d一二三四五六七八九十]+", re.IGNORECASE
)
AMOUNT = late(
    r"\d\s?(?:pcs?|pieces|sets?|ea|units|件|套|个|只|台|支|折|eur|usd|euros?|元|€)(?![a-z])|[$€￥¥]\s?\d"
    r"|(?:eur|usd|cny|rmb)\s?\d|(?<![\da-z])\d{1,4}\s?[x×]\s|(?:less|minus|减|降|让)\D{0,6}\d+\s?%|%\s?off\b",
    re.IGNORECASE,
)
TOPIC = late(
    r"\b(?:qty|quantit(?:y|ies)|prices?|discount|rebate)\b|数量|单价|价格|总价|优惠|下浮", re.IGNORECASE
)
FIGURE = late(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen)\b|[两二三四五六七八九十百]",
    re.IGNORECASE,
)
PHONE = late(
    r"(?:\b(?:ph(?:one)?|tel(?:ephone)?|fax|mob(?:ile)?|cell|direct)\b|电话|手机|传真)\.?\s*[:：]?\s*"
    r"[+(]?\d[\d ()./-]{6,}(?:\s?(?:x|ext\.?)\s?\d{1,5})?",
    re.IGNORECASE,
)
"""A number to call, which has no quantity in it: "ph 785-555-0163 x 22"."""
WORD = late(r"[a-z]{4,}|[\u4e00-\u9fff]{2,}")
SMALL = frozenset(
    "with from without this that your each into over under plus incl including complete".split()
)
"""Words of descriptions that name nothing."""
HEADINGS = 2
"""So many known headings on a line make it the head of a table."""
LEAST = 4
"""A value with fewer characters may be anything else as well."""
MOST_SENTENCES = 2000
MOST_COMMENTS = 10
"""So many comments are quoted; the values that others are about are marked all the same."""
DOUBTED = ("quantity", "unit_price", "amount", "delivery_date", "lead_time")
OF_HEADER = ("total_amount", "delivery_date", "lead_time", "payment_terms", "delivery_place", "incoterms")
"""What a change may change."""
OFF, OTHERWISE, OLDER, TEST = "letter_withdraws", "letter_changes", "older_order", "test_message"
COMMENT = "comment"
Part = TypeVar("Part", Header, OrderLine)


def in_body(document: SourceDocument, reading: Reading, letters: Sequence[Letter]) -> Reading:
    """Return the reading of an order in a mail's own text, in doubt where the rest of the text says so."""
    around = [Letter(each.subject) for each in letters[-1:]] + [*letters[:-1]]
    rest = list(_outside(document, reading))
    read = [
        field.evidence.text
        for _, field in stated(reading.header)
        if field.value is not None and len(field.evidence.text) >= LEAST
    ]
    against = [each for run in rest for each in pieces.sentences(run.text)] + [
        each.subject for each in letters[-1:]
    ]
    if any(map(_is_against, against)):
        return _off(reading, _spot(rest, against, _is_against))
    plain = [_without(run.text, read) for run in rest if not _is_known(run)]
    ordered = orders_of(reading)
    found = (each for text in plain for each in pieces.sentences(text))
    said = [each for each in found if not other_orders.concerns(each, ordered)][:MOST_SENTENCES]
    names = frozenset(_names(reading))
    moved = [each for each in said if _moves(each, names) or _alters(each)]
    doubted = _otherwise(reading, _spot(rest, moved, lambda _: True)) if moved else reading
    told = [each for each in said if not cover_letters.is_clause_of_paper(each)]
    return beside(_with_terms(doubted, told, ordered), around)


def beside(reading: Reading, letters: Sequence[Letter]) -> Reading:
    """Return a reading in doubt where the mails around it say that the order is off, or changed."""
    said = list(dict.fromkeys(each for letter in letters for each in _of_letter(letter) if each.strip()))
    subjects = (each.subject for each in letters if whole_orders.is_off_by_subject(each.subject))
    off = next((each for each in (*subjects, *filter(_is_off, said))), None)
    if off is not None:
        return _off(reading, Evidence(off.strip()))
    ordered = orders_of(reading)
    said = [each for each in said if not other_orders.concerns(each, ordered)]
    other = next((each for each in said if _is_otherwise(each, ordered)), None)
    reading = reading if other is None else _otherwise(reading, Evidence(other.strip()))
    return _with_terms(reading, said, ordered)


def _is_otherwise(sentence: str, ordered: Ordered) -> bool:
    firm = conditions.settled(sentence)
    return _is_changed(firm) or any(item_figures.changes(each, ordered) for each in _said(firm))


def _said(sentence: str) -> list[str]:
    """Return what a sentence says, without rows of an order that the letter holds itself."""
    return [each for each in pieces.of_sentence(sentence) if cover_letters.is_sentence(each)]


def passed_on(reading: Reading, letters: Iterable[Letter]) -> Reading:
    """Return the reading of a forwarded order, in doubt where its forwarder speaks of an item or a figure."""
    names = frozenset(_names(reading))
    said = (each for letter in letters for each in _of_letter(letter))
    moved = next((each for each in said if _moves(each, names)), None)
    return reading if moved is None else _otherwise(reading, Evidence(moved.strip()))


def _with_terms(reading: Reading, said: Iterable[str], ordered: Ordered) -> Reading:
    """Return a reading in which the terms are open of which sentences say something else."""
    problems = dict.fromkeys(reading.problems)
    for each in said:
        for firm in _said(conditions.settled(each)):
            told = (*cover_letters.changed_terms(firm, ordered), *stated_terms.other(firm, ordered))
            changed = other_figures.with_other_parts(reading, firm, ordered)
            if told or changed is not reading:
                reading = cover_letters.doubted(changed, dict.fromkeys(told), firm, ordered)
                problems[Problem(OTHERWISE, each.strip(), Evidence(each.strip()))] = None
    return replace(reading, problems=tuple(problems))


def _of_letter(letter: Letter) -> list[str]:
    """Return the sentences of a mail; one that its program broke into lines counts whole too."""
    found = (*pieces.sentences(letter.text), *pieces.sentences(WRAPPED.sub(" ", letter.text)))
    return [letter.subject, *dict.fromkeys(found)][:MOST_SENTENCES]


def _is_off(sentence: str) -> bool:
    return whole_orders.is_off(conditions.settled(sentence))


def _is_against(sentence: str) -> bool:
    return _is_off(sentence) or ASKING.search(sentence) is not None


def _is_changed(sentence: str) -> bool:
    changes = CHANGED.search(sentence) or CORRECTING.search(sentence)
    return bool(changes or other_figures.is_other(sentence) or whole_orders.takes_back_items(sentence))


def _outside(document: SourceDocument, reading: Reading) -> Iterator[Run]:
    """Yield the lines of a text that are no row of its table of items."""
    rows = {field.evidence.where for line in reading.lines for _, field in stated(line)} - {None}
    for page in document.pages:
        for row in rows_of(page.words):
            if not any(word.where in rows for word in row):
                yield make_run(page, row)


def _is_known(run: Run) -> bool:
    """Tell whether a line is a sum, a heading of columns, or begins with a label that is no mere note."""
    label = label_words.match(run.text)
    telling = label is not None and label.meanings != {Label.NEUTRAL}
    return telling or summaries.recognise(run.text) is not None or _is_heading(run)


def _is_heading(run: Run) -> bool:
    pieces = [each.text for each in split_line(run.page, run.words)]
    known = sum(recognise(each) is not None for each in pieces)
    return known >= HEADINGS and 2 * known >= len(pieces)


def _names(reading: Reading) -> Iterator[str]:
    """Yield what a text calls the items: their numbers, and the words of their descriptions."""
    for line in reading.lines:
        for field in (line.part_number, line.customer_part_number, line.drawing_number):
            if field is not None and field.value:
                yield fold(field.value)
        if line.description is not None and line.description.value:
            yield from set(WORD.findall(level(line.description.value).casefold())) - SMALL


def _alters(sentence: str) -> bool:
    noted = other_figures.is_bare(sentence)
    return not noted and other_figures.is_other(conditions.settled(sentence))


def _moves(sentence: str, names: frozenset[str]) -> bool:
    """Tell whether a sentence may change what is ordered: it speaks of an item, how many, or for how much."""
    sentence = former_figures.without(level(sentence))
    bare = label_words.CLAUSE.sub("", _undated(sentence))
    lowered = bare.casefold()
    folded = fold(bare)
    named = ITEM.search(bare) is not None or any(each in lowered or each in folded for each in names)
    if not named and (conditions.settled(sentence) != level(sentence) or sentences.ASIDE.search(sentence)):
        return False
    if named:
        rest = ITEM.sub("", bare)
        return FIGURE.search(rest) is not None or MOVING.search(bare) is not None
    return AMOUNT.search(bare) is not None or (
        TOPIC.search(bare) is not None and (FIGURE.search(bare) or MOVING.search(bare)) is not None
    )


def _without(text: str, read: Sequence[str]) -> str:
    """Return a line without the values that were read from it, and without numbers to call."""
    for each in sorted(read, key=len, reverse=True):
        text = text.replace(each, " ")
    return PHONE.sub(" ", text)


def _undated(sentence: str) -> str:
    """Return a sentence without its dates and periods: a day is no quantity."""
    for start, end in sorted({*dates.find(sentence), *periods.find(sentence)}, reverse=True):
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def _spot(runs: Sequence[Run], said: Sequence[str], against: Callable[[str], bool]) -> Evidence:
    """Return where a sentence stands that speaks against the order."""
    words = next((each.strip() for each in said if against(each)), "")
    run = next((each for each in runs if words and words in level(each.text)), None)
    return Evidence(words) if run is None else evidence(run)


def _off(reading: Reading, spot: Evidence) -> Reading:
    return _nothing_sure(reading, Problem(OFF, spot.text, spot))


def older(reading: Reading) -> Reading:
    """Return the reading of an order that a mail quotes beneath its own: it is not the one that is placed."""
    return _nothing_sure(reading, Problem(OLDER))


def of_test(reading: Reading) -> Reading:
    """Return the reading of data that say they are a test: nobody has ordered anything."""
    return _nothing_sure(reading, Problem(TEST))


def noted(reading: Reading, comments: Sequence[str]) -> Reading:
    """Return a reading that quotes the comments of its file, where one is about a value that was read."""
    parts: tuple[Header | OrderLine, ...] = (reading.header, *reading.lines)
    if not any(field.reason is Reason.REMARKED for part in parts for _, field in stated(part)):
        return reading
    told = {each.evidence.text for each in reading.problems if each.evidence is not None}
    new = [Problem(COMMENT, each, Evidence(each)) for each in comments if each.strip() not in told]
    return replace(reading, problems=(*reading.problems, *new[:MOST_COMMENTS]))


def _nothing_sure(reading: Reading, problem: Problem) -> Reading:
    header = unsure(reading.header, Reason.NOT_AN_ORDER)
    lines = tuple(unsure(line, Reason.NOT_AN_ORDER) for line in reading.lines)
    return replace(reading, header=header, lines=lines, problems=(*reading.problems, problem))


def _otherwise(reading: Reading, spot: Evidence) -> Reading:
    problem = Problem(OTHERWISE, spot.text, spot)
    header = unsure(reading.header, Reason.RIVAL, OF_HEADER)
    lines = tuple(unsure(line, Reason.RIVAL, DOUBTED) for line in reading.lines)
    return replace(reading, header=header, lines=lines, problems=(*reading.problems, problem))


def unsure(part: Part, reason: Reason, names: Sequence[str] = ()) -> Part:
    """Return fields, those of these names or all, as not sure."""
    changes = {
        name: opened(field, reason)
        for name, field in stated(part)
        if field.certain and (not names or name in names)
    }
    return replace(part, **changes)
