"""Orders as data: one module for each format, all with `recognise` and `read`."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.structured import cross_industry, cxml, edifact, idoc, idoc_flat, ubl, x12
from models.page import Attachment
from models.reading import Reading


@dataclass(frozen=True, slots=True)
class Format:
    """How data of a format are recognised and read; a file may hold several messages."""

    recognise: Callable[[Attachment], bool]
    read: Callable[[Attachment], tuple[Reading, ...]]


FORMATS = tuple(
    Format(each.recognise, each.read) for each in (cross_industry, ubl, cxml, idoc, edifact, x12, idoc_flat)
)
"""The formats that are read."""


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return what the messages in some data say; nothing where the format is not known."""
    found = next((each for each in FORMATS if each.recognise(data)), None)
    return () if found is None else found.read(data)
