"""Headings in two tongues of which only one is known: "Clave BSC" above "Our code", "Nazwa / Goods"."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import Heading, recognise

STROKE = late(r"\s+[/|]\s+")
MOST = 3
"""A heading has no more parts."""


def known_half(lines: Sequence[str]) -> Heading | None:
    """Return what the one part of a heading says that is understood, where all others are strange.

    It is never certain: the strange word may change what the known one says ("Rejected" above "Qty").
    """
    parts = list(lines) if len(lines) > 1 else STROKE.split(" ".join(lines))
    if not 1 < len(parts) <= MOST:
        return None
    found = [recognise(part) for part in parts]
    known = [each for each in found if each is not None and each.exact]
    if len(known) != 1 or known[0].role is None or any(map(str.isdigit, " ".join(parts))):
        return None
    return replace(known[0], text=" ".join(lines), exact=False)
