"""Labels as they are meant: two in one, loose ones settled by their values, and half-understood ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies, parts
from extractors.header.labelling import (
    column_heads,
    glued_places,
    headed_pairs,
    labels,
    plain_addresses,
    tax_recaps,
)
from extractors.header.labelling.composed_labels import half_understood, likely, repeats, speaks_of_other
from extractors.header.labelling.label_words import CLAUSE, COLON, SLASH, match, meaning, offered_or_other
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.unloading_points import unloaded_at
from extractors.header.labelling.value_types import fits, narrowed
from extractors.kept import kept
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label
from models.reading import Kind

VALUE_SLASH = late(r"\s+/\s*|\s*/\s+|(?<=\D\d)/(?=\d{4}-)")
BLANK = late(r"\s+|\s*[(（](?=\d)")
SPACE = late(r"\s+")
RUN_ON = frozenset({Label.PLACE, Label.BUYER, Label.SELLER, Label.PAYMENT})
"""Labels that may run on into their value."""
SENT_TO = late(r"(?:送货?|运|发货?|寄|交|配送)[至到往](?:以下|下列|如下)?(?:地址|地点|指定地点)?\s?[:：]")
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.PLAIN_NUMBER})
FIGURES = 6
"""A reference with so many figures is a number of a paper."""
MAX_LABEL = 28
PLACE = frozenset({Label.PLACE})
TERM = frozenset({Label.INCOTERMS})
BARE_TERM = 3
"""So many letters has a trade term without a place."""
ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT})
OWN_REFERENCE = late(
    r"(?!Customs|Export|Freight|Licen|Permit|Credit|Loan|Letter)[A-Z][a-z]{3,} [Rr]ef(?:erence|\.)?\s?[:：]?"
)
REFERRED = late(r"(?:r[ée]f(?:[ée]rence)?|n[o°º]|nr)\.?\s?[:：]\s?", re.IGNORECASE)
"""What may stand before the number below the title of an order: "Réf. : CF2603-1739"."""
REMARK = late(r"\s*[(（][^()（）\d]{2,24}[)）]\s*")
"""What may stand between the title and the number: "(New)"."""
TWO = 2


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value; a label that can mean several things as its value says."""
    for found in _found(blocks):
        if _is_likely(blocks, found):
            continue
        pair = list(_paired(found)) or list(_within(found)) or list(_dated(found))
        for each in pair or [found]:
            settled = replace(each, meanings=narrowed(each.meanings, each.text))
            if not _any_place(each, settled):
                yield settled
    yield from plain_addresses.behind_blanks(blocks)
    yield from unloaded_at(blocks, _found(blocks))


@kept
def _found(blocks: PageBlocks) -> Sequence[Labelled]:
    """Return every label of a page with its value, as it stands there."""
    return list(_apart(list(labels.find(blocks))))


def _apart(found: Sequence[Labelled]) -> Iterator[Labelled]:
    """Yield the labels without those of places that are lines of an address: "Site Store", "Goods Inward"."""
    within = {
        id(word): each
        for each in found
        if each.meanings == PLACE and each.value is not None and each.value is not each.label
        for word, _, _ in each.value.within(each.start, each.end)
    }
    for each in found:
        holder = within.get(id(each.label.words[0])) if each.meanings == PLACE else None
        if holder is None or holder is each:
            yield each


def _is_likely(blocks: PageBlocks, found: Labelled) -> bool:
    """Tell whether a value is only likely its label's: joined over a margin, or below a heading."""
    return found.how in {"wrapped", "among"} or column_heads.is_heading(blocks, found)


def _dated(found: Labelled) -> Iterator[Labelled]:
    """Yield a number and its date: "Purchase Order No. 4711 dated 3 May 2026"."""
    if found.value is None or not found.meanings <= NUMBERS:
        return
    mark = labels.dated(found.value.text[found.start : found.end])
    if mark is not None:
        yield replace(found, end=found.start + mark.start())
        yield replace(found, meanings=frozenset({Label.DOCUMENT_DATE}), start=found.start + mark.end())


def _within(found: Labelled) -> Iterator[Labelled]:
    """Yield the label and value that stand as the value of another: "Subject: our order no. 4711"."""
    said = (
        labels.spaced(found.text) if found.meanings == {Label.NEUTRAL} and found.value is not None else None
    )
    if said is not None and found.value is not None:
        shift = found.value.text.index(found.text, found.start)
        yield found
        yield Labelled(said.meanings, found.value, found.value, "space", shift + said.end, found.end)


def _any_place(found: Labelled, settled: Labelled) -> bool:
    """Tell whether a label like 交货 labels a place only because its value is no date: no proof."""
    only = len(found.meanings) > 1 and settled.meanings == {Label.PLACE}
    return only and not plain_addresses.is_receivers(found)


def _paired(found: Labelled) -> Iterator[Labelled]:
    """Yield both values of a label like "PO number / date" over "P-100787 / 2026-01-11"."""
    if found.value is None:
        return
    named = found.label.text[: found.start] if found.how in {"colon", "space"} else found.label.text
    meant = [meaning(part) for part in SLASH.split(named.strip(" :："))]
    if len(meant) != TWO or not all(meant) or meant[0] & meant[1]:
        return
    for mark in (VALUE_SLASH, labels.DATED, BLANK):
        spans = _spans(found, mark)
        if len(spans) == TWO and _fit(found, meant, spans, both=mark is BLANK):
            for meanings, (start, end) in zip(meant, spans, strict=True):
                yield replace(found, meanings=meanings, start=start, end=end)
            return


def _fit(
    found: Labelled, meant: Sequence[frozenset[Label]], spans: Sequence[tuple[int, int]], *, both: bool
) -> bool:
    """Tell whether the second value is what its label wants; where a blank parts them, `both` must be."""
    assert found.value is not None
    texts = [found.value.text[start:end].strip(" ,;()（），；") for start, end in spans]
    fitting = [any(fits(label, text) for label in labels) for labels, text in zip(meant, texts, strict=True)]
    return all(fitting) if both else fitting[1]


def _spans(found: Labelled, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    assert found.value is not None
    start = found.start + len(found.value.text[found.start :]) - len(found.value.text[found.start :].lstrip())
    cut = mark.search(found.value.text, start, found.end)
    return [(found.start, cut.start()), (cut.end(), found.end)] if cut else []


def half(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield labels with a strange word among known ones, and known ones that run on into their value."""
    for found in _found(blocks):
        settled = replace(found, meanings=narrowed(found.meanings, found.text))
        if _any_place(found, settled) or _is_likely(blocks, found):
            yield settled
        yield from _referring(found)
        yield from _of_either(found)
    yield from headed_pairs.find(blocks)
    yield from tax_recaps.find(blocks)
    for block in blocks.blocks:
        yield from _titled(blocks, block)
        for run in block.lines:
            yield from _half(run)
            yield from _lone_term(run)
            yield from _sent_to(run)
            yield from _run_on(run)
        yield from _alone(blocks, block)


def _referring(found: Labelled) -> Iterator[Labelled]:
    """Yield a long number beside a reference that may be anybody's: "Your ref.", "Supplier reference"."""
    if found.meanings != {Label.NEUTRAL} or sum(map(str.isdigit, found.text)) < FIGURES:
        return
    named = found.named
    meant = likely(CLAUSE.sub("", named).strip(" :：")) & {Label.QUOTATION_NUMBER}
    if meant and fits(Label.QUOTATION_NUMBER, found.text):
        yield replace(found, meanings=meant)


def _of_either(found: Labelled) -> Iterator[Labelled]:
    """Yield the number beside a label of an enquiry or an offer: 询价/报价单号, "RFQ / Quotation no."."""
    if found.meanings != {Label.NEUTRAL} or found.value is None:
        return
    offered = offered_or_other(CLAUSE.sub("", found.named).strip(" :："))
    if offered and fits(Label.QUOTATION_NUMBER, found.text):
        yield replace(found, meanings=offered)


def _lone_term(run: Run) -> Iterator[Labelled]:
    """Yield a text that is nothing but a trade term with its place, beside whatever label."""
    if len(run.text) > BARE_TERM and fits(Label.INCOTERMS, run.text) and match(run.text) is None:
        yield Labelled(TERM, run, run, "space", 0, len(run.text))


def _titled(blocks: PageBlocks, block: Block) -> Iterator[Labelled]:
    """Yield the number that stands alone below the title of an order, where no label is beside it."""
    run = block.lines[0]
    if block.cell is not None or kind_of_title(run.text) not in ORDERS or any(map(str.isdigit, run.text)):
        return
    below = blocks.under(block.box)
    if below is not None and REMARK.fullmatch(below.lines[0].text):
        below = blocks.under(below.box)
    number = below.lines[0] if below is not None else None
    if number is None:
        return
    referred = REFERRED.match(number.text)
    start = referred.end() if referred else 0
    end = start + len(parts.revision(number.text[start:])[0])
    if end - start >= FIGURES and fits(Label.ORDER_NUMBER, number.text[start:end]):
        yield Labelled(frozenset({Label.ORDER_NUMBER}), run, number, "below", start, end)


def _alone(blocks: PageBlocks, block: Block) -> Iterator[Labelled]:
    """Yield a half-understood label that stands alone, with its value at the right or below."""
    text = block.lines[0].text
    captioned = block.cell is not None and len(block.lines) == TWO
    if (len(block.lines) > 1 and not captioned) or len(text) > MAX_LABEL or match(text) is not None:
        return
    if companies.looks_like_company(text):
        return  # "Gulf Pump Works L.L.C." is no place of works
    bare = text.rstrip(" :：")
    meanings = frozenset[Label]() if COLON.search(bare) else half_understood(bare)
    meanings = meanings or _reference(bare) or offered_or_other(bare)
    found = labels.beside(blocks, block, 0, meanings) if len(meanings) == 1 else None
    if found is not None and any(fits(each, found.text) for each in meanings):
        yield found


def _reference(label: str) -> frozenset[Label]:
    """Return that a reference of a kind that nobody knows is likely the order's number: "Commercial ref."."""
    first = label.strip().partition(" ")[0]
    own = OWN_REFERENCE.fullmatch(label.strip()) is not None and not speaks_of_other(label)
    return frozenset({Label.ORDER_NUMBER}) if own and not half_understood(first) else frozenset()


def _run_on(run: Run) -> Iterator[Labelled]:
    """Yield a label that merely a blank parts from a long value: "Ship to Delta Works GmbH, Hafenstr. 8"."""
    if COLON.search(run.text) or match(run.text) is not None:
        return
    clause = CLAUSE.match(run.text)
    begin = clause.end() if clause else 0
    for space in reversed(list(SPACE.finditer(run.text, begin, begin + MAX_LABEL))):
        meanings = meaning(run.text[begin : space.start()])
        value = run.text[space.end() :]
        if (
            meanings
            and meanings <= RUN_ON
            and not repeats(run.text[begin : space.start()])
            and any(fits(each, value) or _names(each, value) or _pays(each, value) for each in meanings)
        ):
            start = glued_places.behind_translation(run.text, space.end())
            yield Labelled(meanings, run, run, "space", start, len(run.text))
            return
    yield from glued_places.find(run)


def _pays(label: Label, value: str) -> bool:
    return label is Label.PAYMENT and any(map(str.isdigit, value))


def _names(label: Label, value: str) -> bool:
    return label in {Label.BUYER, Label.SELLER} and companies.looks_like_company(value)


def _sent_to(run: Run) -> Iterator[Labelled]:
    """Yield the place behind the colon of a sentence: 请于…将货物送至：…."""
    said = SENT_TO.search(run.text)
    if said is not None and match(run.text) is None and fits(Label.PLACE, run.text[said.end() :]):
        yield Labelled(frozenset({Label.PLACE}), run, run, "colon", said.end(), len(run.text))


def _half(run: Run) -> Iterator[Labelled]:
    colon = COLON.search(run.text)
    if colon is None or match(run.text) is not None:
        return
    label = CLAUSE.sub("", run.text[: colon.start()])
    value = run.text[colon.end() :]
    meanings = half_understood(label) or _reference(label) if len(label) <= MAX_LABEL else frozenset[Label]()
    wanted = frozenset(each for each in meanings if fits(each, value) or each is Label.BUYER)
    if wanted:
        yield Labelled(wanted, run, run, "colon", colon.end(), len(run.text))
