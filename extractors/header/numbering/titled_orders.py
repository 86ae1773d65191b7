"""An order's number and day below its title, each alone on a line: "Purchase Order", "#PO1048", "7 May 2026".

Programs print the three in a corner of the page, in one column by their left or right ends or their middles.
The day under a number under a title is the order's; a number without a day below it may be the form's own.
"""

import re
from collections.abc import Iterator

from extractors.fields import dates
from extractors.header.conditions.letter_days import WRITTEN
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import is_code, is_date
from extractors.header.numbering.number_shapes import FORM_NUMBER
from extractors.kinds.kinds import TOP, kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label
from models.reading import Kind

NUMBER = late(
    r"\s*(?:(?:#|№|(?:no|nr|n)[.°º])\s?\s*(?P<code>\S{5,30})|(?P<own>(?:PO|LPO|ORD)\S{3,28})|(?P<bare>\S{5,30}))\s*",
    re.IGNORECASE,
)
"""A number that says of itself that it is one, or the order's; a bare one may be another's."""
REVISED = late(r"\s*(?:#|№|(?:no|nr)\.)\s*(?P<code>\S{5,30})(?:\s+rev\.?\s?[A-Z\d]{1,2})?\s*", re.IGNORECASE)
"""Such a number with its revision; a form's own looks like it, so the order's day must stand below."""
PAIR = late(r"\s*(?P<code>\d{6,12}|[A-Z]{1,4}-?\d{5,12})\s*/\s*(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\s*")
ORDERED = late(
    r"\s*(?:(?:purchase )?order|p\.?o\.?)\s?date\s*[:：]?\s*|\s*bestelldatum\s*[:：]?\s*", re.IGNORECASE
)
LED_DAY = late(r"\s*(?:vom|v\.|of|dated?|du|del|datum)\s*[:：]?\s+(?=\d)", re.IGNORECASE)
"""What leads from a number to its day on the next line: "Nr. 26-08841" over "vom 16.11.2026"."""
FAR = 2.0
"""The next line is no further below than so many heights of its letters."""
SLACK = 3.0
"""Lines of one column begin, end or have their middle where the others have it, in points."""
LONGEST = 20
"""A day alone has no more characters."""


def find(blocks: PageBlocks, kind: Kind) -> Iterator[Labelled]:
    """Yield the number and the day that stand below the title of an order."""
    if blocks.page.number > 1 or blocks.page.synthetic:
        return
    for title in blocks.blocks:
        head = title.cell is None and title.box.bottom < TOP * blocks.page.height
        if not head or kind_of_title(title.text.strip()) is not kind:
            continue
        number = _next(blocks, title)
        if number is not None:
            yield from _paired(title, number)
        day = _next(blocks, number) if number is not None else None
        if number is not None and day is not None:
            yield from _dated(title, number) if _is_ordering_day(day) else _bare(blocks, title, number, day)


def _paired(title: Block, line: Block) -> Iterator[Labelled]:
    """Yield number and day in one line below a title, as SAP prints them: "4500271936 / 25.03.2026"."""
    run = line.lines[0]
    pair = PAIR.fullmatch(run.text) if len(line.lines) == 1 else None
    if pair is not None and is_code(pair["code"]) and is_date(pair["day"]) and not is_date(pair["code"]):
        yield Labelled(frozenset({Label.ORDER_NUMBER}), title.lines[0], run, "below", *pair.span("code"))
        yield Labelled(frozenset({Label.DOCUMENT_DATE}), title.lines[0], run, "below", *pair.span("day"))


def _bare(blocks: PageBlocks, title: Block, number: Block, day: Block) -> Iterator[Labelled]:
    """Yield the number below a title and the day below it, each alone on a line."""
    code = NUMBER.fullmatch(number.text)
    group = code.lastgroup if code is not None else None
    if code is None or group is None or not _is_own(code[group]) or not _is_day(day):
        return
    run, last = number.lines[0], day.lines[0]
    bare = group == "bare"
    if not bare:
        yield Labelled(frozenset({Label.ORDER_NUMBER}), title.lines[0], run, "below", *code.span(group))
    # It has no label of its own: any other day that dates the paper speaks against it.
    if not any(_is_placed(run.text) for block in blocks.blocks for run in block.lines):
        how = "among" if bare else "below"
        yield Labelled(frozenset({Label.PLAIN_DATE}), last, last, how, _led(last.text), len(last.text))


def _dated(title: Block, number: Block) -> Iterator[Labelled]:
    """Yield the number between a title and the day of the order, which has a label of its own."""
    code = REVISED.fullmatch(number.text)
    if code is not None and _is_own(code["code"]):
        run = number.lines[0]
        yield Labelled(frozenset({Label.ORDER_NUMBER}), title.lines[0], run, "below", *code.span("code"))


def _is_ordering_day(block: Block) -> bool:
    """Tell whether a text is the day of the order behind its label."""
    label = ORDERED.match(block.text)
    return label is not None and bool(dates.parse(block.text[label.end() :].strip()))


def _next(blocks: PageBlocks, above: Block) -> Block | None:
    """Return the free text close below another one and in its column."""
    below = blocks.under(above.box, FAR)
    if below is None or below.cell is not None or len(below.lines) > 1:
        return None
    one, other = above.box, below.box
    apart = min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.centre - other.centre))
    return below if apart < SLACK else None


def _is_placed(text: str) -> bool:
    """Tell whether a text is a town and a day, as at the head or the foot of a letter."""
    placed = WRITTEN.match(text)
    return placed is not None and bool(dates.parse(text[placed.end() :].strip(" .")))


def _is_own(code: str) -> bool:
    return is_code(code) and not is_date(code) and FORM_NUMBER.match(code) is None


def _is_day(block: Block) -> bool:
    text = block.text[_led(block.text) :].strip()
    return len(text) <= LONGEST and bool(dates.parse(text))


def _led(text: str) -> int:
    led = LED_DAY.match(text)
    return led.end() if led is not None else 0
