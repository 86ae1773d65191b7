"""An input that is being taken apart: its parts so far, within limits, and where in it they are found."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.mail.properties import Budget
from models.errors import ErrorCode
from models.message import Forwarded, Letter, Part
from models.page import FileFormat
from models.reading import Failure

MOST_PARTS = 100
DEEPEST = 20
"""Mails and archives inside each other."""
MOST_LEVELS = 3 * DEEPEST
"""Levels of a structure in all."""
MOST_BYTES = 256 * 1024 * 1024
"""Of all parts together."""
TOO_DEEP = Failure(
    ErrorCode.TOO_LARGE,
    f"It is nested more than {DEEPEST} levels deep. Open it by hand, and check the sender.",
)
TOO_MUCH = Failure(
    ErrorCode.TOO_LARGE,
    f"The mail holds more than {MOST_BYTES >> 20} MB. Ask the sender for the order alone.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input a leaf is found."""

    container: tuple[str, ...] = ()
    depth: int = 0
    letters: tuple[Letter, ...] = ()


@dataclass(slots=True)
class Opening:
    """An input that is being taken apart."""

    parts: list[Part] = field(default_factory=list)
    defects: dict[str, None] = field(default_factory=dict)
    forwarded: list[Forwarded] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)
    size: int = 0
    beyond: int = 0

    def add(
        self,
        content: bytes,
        found: FileFormat,
        name: str | None,
        place: Place,
        *,
        ignored: str | None = None,
        failure: Failure | None = None,
    ) -> None:
        """Add a part, as long as the limits allow."""
        if len(self.parts) == MOST_PARTS:
            self.beyond += 1
            return
        self.size += len(content)
        if self.size > MOST_BYTES:
            self.size -= len(content)
            content, ignored, failure = b"", None, TOO_MUCH
        ordinal = len(self.parts)
        self.parts.append(
            Part(content, found, ordinal, name, place.container, ignored, failure, place.letters)
        )


def within(place: Place, name: str | None) -> Place:
    """Return the place of what is in a file with that name."""
    return replace(
        place, container=place.container if name is None else (*place.container, name), depth=place.depth + 1
    )


def all_parts(opening: Opening) -> Iterator[Part]:
    """Yield the parts, and one that stands for those beyond the limit."""
    yield from opening.parts
    if opening.beyond:
        message = (
            f"{opening.beyond} further parts were not opened. Open the mail by hand, and check the sender."
        )
        failure = Failure(ErrorCode.TOO_LARGE, message)
        yield Part(b"", FileFormat.UNKNOWN, MOST_PARTS, "further parts", failure=failure)
