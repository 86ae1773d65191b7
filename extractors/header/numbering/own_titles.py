"""The number and the date beside a paper's title: "Order change: PO-118-C02", "Baurechnung Nr. 47 vom …"."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import dates
from extractors.header.labelling import labels
from extractors.header.labelling.label_words import match
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import fits
from extractors.header.numbering import network_orders, title_labels, titled_orders
from extractors.kinds.kinds import TOP, kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Label
from models.reading import Kind

ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT})
"""Kinds whose numbers have labels of their own; what stands beside their title is looked at in `numbers`."""
NUMBERED = late(
    r"(?P<title>[^\d:：()（）]{3,40}?)\s*(?P<remarks>(?:[(（][^()（）]{1,40}[)）]\s*){0,2})"
    r"\s*(?:[:：]|\b(?:nr|no|num|n)[.°º]?\s*[:：]?|[#№])\s*"
    r"(?P<number>(?=\S*\d)[A-Za-z0-9][\w\-./]*)"
    r"(?:[\s,]+(?:vom|dated|of|du|del|from|dd\.?)\s+(?P<date>\S.*))?",
    re.IGNORECASE,
)
OF_FORM = late(r"\b(?:form|template|sheet|formular|vordruck|schein|format)\b|formular|schein", re.IGNORECASE)
"""A form has a number of its own: "ORDER FORM No. 12345"."""
FIRST = 12
"""The title is among so many first lines."""
WHOLE = frozenset({Label.PAPER_NUMBER})
DATE = frozenset({Label.DOCUMENT_DATE})


def find(blocks: PageBlocks, kind: Kind) -> Iterator[Labelled]:
    """Yield the number and the date beside the title of a paper, or below an order's, as labelled values."""
    if kind in ORDERS:
        yield from titled_orders.find(blocks, kind)
        yield from network_orders.find(blocks, kind)
        yield from title_labels.find(blocks, kind)
        yield from _numbered_title(blocks, kind)
    if kind in ORDERS or blocks.page.number > 1:
        return
    for block in blocks.blocks:
        if blocks.page.synthetic or block.box.top < TOP * blocks.page.height:
            for at, run in enumerate(_lines(blocks, block)):
                yield from _beside(blocks, block, at, kind) or _within(run, kind)


def _numbered_title(blocks: PageBlocks, kind: Kind) -> Iterator[Labelled]:
    """Yield the number in the only title of an order or a contract: "CONTRACT OF SALE No. RW/18/2026".

    Where another line is a title as well, the one with the number may be that of another paper.
    """
    top = TOP * blocks.page.height
    runs = [run for block in blocks.blocks for run in block.lines]
    runs = (
        [run for run in runs if blocks.page.synthetic or run.box.top < top] if blocks.page.number == 1 else []
    )
    titles = [run for run in runs[:FIRST] if kind_of_title(run.text.strip()) in ORDERS]
    titles = [] if any(OF_FORM.search(run.text) for run in titles) else titles
    for run in titles if len(titles) == 1 else ():
        found = NUMBERED.fullmatch(run.text)
        named = found is not None and found["title"] and _names(found["title"], kind)
        if (
            found is not None
            and named
            and match(run.text) is None
            and fits(Label.ORDER_NUMBER, found["number"])
        ):
            yield Labelled(title_labels.MEANT[kind], run, run, "space", *found.span("number"))


def _lines(blocks: PageBlocks, block: Block) -> Sequence[Run]:
    """Return the lines of a cell, or the whole line that a free run begins: titles have wide gaps."""
    if block.cell is not None:
        return block.lines
    line = sorted(blocks.line(block), key=lambda other: other.box.x0)
    return [joined([other.lines[0] for other in line])] if line and line[0] is block else block.lines


def _within(run: Run, kind: Kind) -> Iterator[Labelled]:
    """Yield the number, and the date, that stand in the line of the title."""
    found = NUMBERED.fullmatch(run.text.strip())
    if found is None or not (_names(found["title"], kind) or _names(found[0], kind)):
        return
    shift = len(run.text) - len(run.text.lstrip())
    yield Labelled(WHOLE, run, run, "space", shift + found.start("number"), shift + found.end("number"))
    if found["date"] and dates.parse(found["date"]):
        yield Labelled(DATE, run, run, "space", shift + found.start("date"), shift + found.end("date"))


def _beside(blocks: PageBlocks, block: Block, at: int, kind: Kind) -> list[Labelled]:
    """Return the number that stands beside a title in a cell, or behind its colon."""
    text = block.lines[at].text.strip()
    heads = text.endswith((":", "：")) or block.cell is not None
    if not heads or any(map(str.isdigit, text)) or not _names(text.rstrip(" :："), kind):
        return []
    found = labels.beside(blocks, block, at, WHOLE)
    return [found] if fits(Label.PAPER_NUMBER, found.text) else []


def _names(title: str, kind: Kind) -> bool:
    """Tell whether a text is a title of the paper's kind, and no label that is known as such."""
    return kind_of_title(title.strip()) is kind and match(title) is None
