"""From a PDF page's own space to the page as it is read."""

from dataclasses import dataclass

from extractors.readers.pdf_calls import Matrix, Numbers
from extractors.readers.pdf_characters import Characters
from models.page import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and the direction its text runs in.

    `direction` is the angle of the text on the unturned page, counter-clockwise: 0, 90, 180 or 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    direction: int = 0

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.top - self.bottom if self.direction % 180 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.right - self.left if self.direction % 180 else self.top - self.bottom

    def turn(self, rotation: int) -> int:
        """Return `Page.turn` for a page that is displayed with a clockwise `rotation`."""
        return (self.direction - rotation) % 360

    def box(self, numbers: Numbers) -> Box:
        """Return a box (left, bottom, right, top on the unturned page) as it is read."""
        left, bottom, right, top = numbers
        if self.direction == 90:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.direction == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.direction == 270:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)

    def unread(self, box: Box) -> Numbers:
        """Return a box of the page as it is read on the unturned page (left, bottom, right, top)."""
        x0, top, x1, bottom = box
        if self.direction == 90:
            return self.left + top, self.bottom + x0, self.left + bottom, self.bottom + x1
        if self.direction == 180:
            return self.right - x1, self.bottom + top, self.right - x0, self.bottom + bottom
        if self.direction == 270:
            return self.right - bottom, self.top - x1, self.right - top, self.top - x0
        return self.left + x0, self.top - bottom, self.left + x1, self.top - top

    def edges(self, read: Characters) -> tuple[list[float], list[float]]:
        """Return where each character starts and ends along its line."""
        if self.direction == 90:
            return [y - self.bottom for y in read.bottoms], [y - self.bottom for y in read.tops]
        if self.direction == 180:
            return [self.right - x for x in read.rights], [self.right - x for x in read.lefts]
        if self.direction == 270:
            return [self.top - y for y in read.tops], [self.top - y for y in read.bottoms]
        return [x - self.left for x in read.lefts], [x - self.left for x in read.rights]

    def baseline(self, matrix: Matrix) -> float:
        """Return how far below the top of the page a text object stands."""
        x, y = matrix[4], matrix[5]
        if self.direction % 180:
            return x - self.left if self.direction == 90 else self.right - x
        return self.top - y if self.direction == 0 else y - self.bottom
