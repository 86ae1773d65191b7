"""Labels as they are meant: two in one, loose ones settled by their values, and half-understood ones."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import labels
from extractors.blocks import PageBlocks
from extractors.composed_labels import half_understood
from extractors.label_words import CLAUSE, COLON, match, meaning
from extractors.labels import Labelled
from extractors.runs import Run
from extractors.value_types import fits, narrowed
from extractors.vocabulary.meanings import Label

SLASH = re.compile(r"\s*/\s*")
VALUE_SLASH = re.compile(r"\s+/\s*|\s*/\s+|(?<=\D\d)/(?=\d{4}-)")
MAX_LABEL = 28
TWO = 2


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value; a label that can mean several things as its value says."""
    for found in labels.find(blocks):
        pair = list(_paired(found))
        for each in pair or [found]:
            yield replace(each, meanings=narrowed(each.meanings, each.text))


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
    """Yield labels with a strange word among known ones, if their value is of the kind they want."""
    for block in blocks.blocks:
        for run in block.lines:
            yield from _half(run)


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
