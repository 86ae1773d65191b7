"""Labels as they are meant: two in one, loose ones settled by their values, and half-understood ones."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import labels
from extractors.blocks import Block, PageBlocks
from extractors.composed_labels import half_understood
from extractors.fields import companies
from extractors.label_words import CLAUSE, COLON, match, meaning
from extractors.labels import Labelled
from extractors.runs import Run
from extractors.value_types import fits, narrowed
from extractors.vocabulary.meanings import Label

SLASH = re.compile(r"\s*/\s*")
VALUE_SLASH = re.compile(r"\s+/\s*|\s*/\s+|(?<=\D\d)/(?=\d{4}-)")
SPACE = re.compile(r"\s+")
RUN_ON = frozenset({Label.PLACE, Label.BUYER, Label.SELLER})
"""Labels that may run on into their value."""
MAX_LABEL = 28
TWO = 2


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value; a label that can mean several things as its value says."""
    for found in labels.find(blocks):
        pair = list(_paired(found))
        for each in pair or [found]:
            settled = replace(each, meanings=narrowed(each.meanings, each.text))
            if not _any_place(each, settled):
                yield settled


def _any_place(found: Labelled, settled: Labelled) -> bool:
    """Tell whether a label like 交货 labels a place only because its value is no date: no proof."""
    return len(found.meanings) > 1 and settled.meanings == {Label.PLACE}


def _paired(found: Labelled) -> Iterator[Labelled]:
    """Yield both values of a label like "PO number / date" over "P-100787 / 2026-01-11"."""
    if found.value is None:
        return
    named = found.label.text[: found.start] if found.value is found.label else found.label.text
    meant = [meaning(part) for part in SLASH.split(named.strip(" :："))]
    spans = _spans(found)
    if len(meant) != TWO or len(spans) != TWO or not all(meant) or meant[0] & meant[1]:
        return
    if any(fits(label, found.value.text[slice(*spans[1])]) for label in meant[1]):
        for meanings, (start, end) in zip(meant, spans, strict=True):
            yield replace(found, meanings=meanings, start=start, end=end)


def _spans(found: Labelled) -> list[tuple[int, int]]:
    assert found.value is not None
    mark = VALUE_SLASH.search(found.value.text, found.start, found.end)
    return [(found.start, mark.start()), (mark.end(), found.end)] if mark else []


def half(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield labels with a strange word among known ones, and known ones that run on into their value."""
    for found in labels.find(blocks):
        settled = replace(found, meanings=narrowed(found.meanings, found.text))
        if _any_place(found, settled):
            yield settled
    for block in blocks.blocks:
        for run in block.lines:
            yield from _half(run)
            yield from _run_on(run)
        yield from _alone(blocks, block)


def _alone(blocks: PageBlocks, block: Block) -> Iterator[Labelled]:
    """Yield a half-understood label that stands alone, with its value at the right or below."""
    text = block.lines[0].text
    if len(block.lines) > 1 or COLON.search(text) or len(text) > MAX_LABEL or match(text) is not None:
        return
    meanings = half_understood(text)
    found = labels.beside(blocks, block, meanings) if len(meanings) == 1 else None
    if found is not None and any(fits(each, found.text) for each in meanings):
        yield found


def _run_on(run: Run) -> Iterator[Labelled]:
    """Yield a label that merely a blank parts from a long value: "Ship to Delta Works GmbH, Hafenstr. 8"."""
    if COLON.search(run.text) or match(run.text) is not None:
        return
    for space in reversed(list(SPACE.finditer(run.text, 0, MAX_LABEL))):
        meanings = meaning(run.text[: space.start()])
        value = run.text[space.end() :]
        if (
            meanings
            and meanings <= RUN_ON
            and any(fits(each, value) or _names(each, value) for each in meanings)
        ):
            yield Labelled(meanings, run, run, "space", space.end(), len(run.text))
            return


def _names(label: Label, value: str) -> bool:
    return label in {Label.BUYER, Label.SELLER} and companies.looks_like_company(value)


def _half(run: Run) -> Iterator[Labelled]:
    colon = COLON.search(run.text)
    if colon is None or match(run.text) is not None:
        return
    label = CLAUSE.sub("", run.text[: colon.start()])
    value = run.text[colon.end() :]
    meanings = half_understood(label) if len(label) <= MAX_LABEL else frozenset[Label]()
    wanted = frozenset(each for each in meanings if fits(each, value) or each is Label.BUYER)
    if wanted:
        yield Labelled(wanted, run, run, "colon", colon.end(), len(run.text))
