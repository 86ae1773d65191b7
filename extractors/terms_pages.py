"""Where an order ends and general terms begin: what stands behind their heading does not speak for it."""

import re
from collections.abc import Sequence

from extractors.late import late
from extractors.page.blocks import PageBlocks, some_of
from extractors.scope import is_terms_heading

PRINTED = late(r"general|standard|通用|通则|一般|标准|einkaufsbedingungen", re.IGNORECASE)
"""What makes a heading that of terms printed for all orders, beyond doubt."""


def speaking(pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """Return the pages up to the heading of general terms."""
    kept: list[PageBlocks] = []
    for page in pages:
        before, behind = parted(page)
        kept.append(before)
        if behind is not None:
            break
    return kept


def behind(pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """Return the pages from a heading on that may be that of the order's own terms: 合同条款."""
    for at, page in enumerate(pages):
        rest = parted(page)[1]
        if rest is not None:
            headings = filter(is_terms_heading, (run.text for run in rest.blocks[0].lines))
            return [] if any(map(PRINTED.search, headings)) else [rest, *pages[at + 1 :]]
    return []


def parted(page: PageBlocks) -> tuple[PageBlocks, PageBlocks | None]:
    """Return a page up to the heading of general terms, and from there on: None where it has none."""
    for at, block in enumerate(page.blocks):
        if any(is_terms_heading(run.text) for run in block.lines):
            return some_of(page, page.blocks[:at]), some_of(page, page.blocks[at:])
    return page, None
