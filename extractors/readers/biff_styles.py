"""How the cells of an old Excel workbook look, as far as it changes what they say ([MS-XLS] 2.4.353)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.readers import number_format
from extractors.readers.biff_records import EIGHT, Dialect
from extractors.readers.sheet_styles import BLACK, PLAIN, WHITE, Look
from models.page import Doubt

STRUCK = 0x08
RAISED = frozenset({b"\x01\x00", b"\x02\x00"})
BOLD = 600
"""The weight from which on a font is bold."""
TINY = 20 * 1
"""The height in twentieths of a point up to which nobody reads anything."""
FIXED = {0: BLACK, 1: WHITE, 8: BLACK, 9: WHITE, 64: BLACK, 65: WHITE, 0x7FFF: BLACK}
FIRST_OF_PALETTE = 8
PHANTOM = 4
"""No font has this number, for reasons that nobody remembers: later ones count one too many."""
SOLID = 1


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool = False
    struck: bool = False
    tiny: bool = False
    raised: bool = False
    colour: int = 0x7FFF


@dataclass(frozen=True, slots=True)
class _Style:
    font: int
    format_number: int
    pattern: int
    colour: int


@dataclass(slots=True)
class Styles:
    """What a workbook says about looks, record by record; `looks` puts it together."""

    fonts: list[_Font] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[_Style] = field(default_factory=list)
    palette: dict[int, str] = field(default_factory=dict)

    def add_font(self, data: bytes) -> None:
        """Learn a font."""
        height, options, colour, weight = struct.unpack_from("<HHHH", data)
        raised = bytes(data[8:10]) in RAISED
        self.fonts.append(_Font(weight >= BOLD, bool(options & STRUCK), height <= TINY, raised, colour))

    def add_format(self, data: bytes, dialect: Dialect) -> None:
        """Learn a number format."""
        text = dialect.counted(data, 2) if dialect.version == EIGHT else dialect.short(data, 2)
        self.formats[struct.unpack_from("<H", data)[0]] = text

    def add_style(self, data: bytes, dialect: Dialect) -> None:
        """Learn a cell style, with the pattern and the colour behind its cells."""
        font, number = struct.unpack_from("<HH", data)
        if dialect.version == EIGHT:
            borders, colours = struct.unpack_from("<IH", data, 14)
            self.styles.append(_Style(font, number, borders >> 26, colours & 0x7F))
        else:
            area = struct.unpack_from("<I", data, 8)[0]
            self.styles.append(_Style(font, number, area >> 16 & 0x3F, area & 0x7F))

    def set_palette(self, data: bytes) -> None:
        """Learn the colours that the workbook puts in the place of the usual ones."""
        for at in range(min(struct.unpack_from("<H", data)[0], (len(data) - 2) // 4)):
            self.palette[FIRST_OF_PALETTE + at] = data[2 + 4 * at : 5 + 4 * at].hex().upper()

    def looks(self) -> tuple[Look, ...]:
        """Return the cell styles by their number."""
        return tuple(map(self._look, self.styles))

    def _look(self, style: _Style) -> Look:
        behind = WHITE if style.pattern == 0 else None
        if style.pattern == SOLID:
            behind = self._colour(style.colour)
        code = number_format.code(style.format_number, self.formats)
        return Look(code, self._font(style.font).bold, self.font_doubt(style.font, behind))

    def font_doubt(self, number: int, behind: str | None) -> Doubt | None:
        """Return why text in a font, before a colour, is not certain."""
        font = self._font(number)
        if font.struck:
            return Doubt.OVERLAID
        return Doubt.INVISIBLE if font.tiny or self._colour(font.colour) == behind else None

    def is_raised(self, number: int) -> bool:
        """Tell whether text in a font stands higher than the rest."""
        return self._font(number).raised

    def _font(self, number: int) -> _Font:
        at = number - (number > PHANTOM)
        return self.fonts[at] if at < len(self.fonts) else _Font()

    def _colour(self, number: int) -> str:
        """Return a colour as RRGGBB, or as its number where only the usual palette has it."""
        return self.palette.get(number) or FIXED.get(number) or f"colour {number}"


def look_of(looks: Sequence[Look], number: int) -> Look:
    """Return the look with a number; a plain one where the file has none."""
    return looks[number] if number < len(looks) else PLAIN
