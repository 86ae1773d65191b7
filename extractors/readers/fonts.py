"""The Chinese font that ships with the project, and its place in pdfium.

Order PDFs often name their Chinese fonts without embedding them. Where the machine has none, pdfium
draws such text blank; with the font given here it draws the same picture on every machine.
"""

import ctypes
import functools
from importlib import resources
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

FONT = "wqy-microhei.ttc"
FACE = b"WenQuanYi Micro Hei\0"
CJK_CHARSETS = {128, 129, 134, 136}
"""Windows character sets: Shift-JIS, Hangul, GB2312, Big5 (`FXFONT_*_CHARSET` in fpdf_sysfontinfo.h)."""
HANDLE = 0x77717966
"""What pdfium calls the font by; it only has to differ from the handles of the machine's own fonts."""


def path() -> Path:
    """Return the font's file: TrueType outlines (a collection; the first face is proportional)."""
    return Path(str(resources.files("extractors") / "fonts" / FONT))


@functools.cache
def _data() -> bytes:
    return path().read_bytes()


class BundledFont(pdfium.PdfSysfontBase):  # type: ignore[misc] # the base comes without types
    """Answers pdfium's questions for Chinese, Japanese and Korean fonts; the system answers the others.

    The names of the methods and their arguments are those of `FPDF_SYSFONTINFO`.
    """

    def MapFont(  # noqa: N802, PLR0917 - pdfium's name
        self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any
    ) -> int | None:
        """Choose a font for a face that is not embedded."""
        if charset in CJK_CHARSETS:
            return HANDLE
        handle: int | None = self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)
        return handle

    def GetFont(self, _: Any, face: Any) -> int | None:  # noqa: N802 - pdfium's name
        """Find a font by its exact name."""
        handle: int | None = self.default.GetFont(self.default, face)
        return handle

    def GetFontData(  # noqa: N802 - pdfium's name
        self, _: Any, handle: int | None, table: int, buffer: Any, size: int
    ) -> int:
        """Copy the font's file, asked for as table 0; its single tables are not offered."""
        if handle != HANDLE:
            return int(self.default.GetFontData(self.default, handle, table, buffer, size))
        if table:
            return 0
        return _copied(_data(), buffer, size)

    def GetFaceName(self, _: Any, handle: int | None, buffer: Any, size: int) -> int:  # noqa: N802 - pdfium's name
        """Copy the font's name."""
        if handle != HANDLE:
            return int(self.default.GetFaceName(self.default, handle, buffer, size))
        return _copied(FACE, buffer, size)

    def GetFontCharset(self, _: Any, handle: int | None) -> int:  # noqa: N802 - pdfium's name
        """Tell the font's character set."""
        if handle != HANDLE:
            return int(self.default.GetFontCharset(self.default, handle))
        return 134

    def DeleteFont(self, _: Any, handle: int | None) -> None:  # noqa: N802 - pdfium's name
        """Let go of a font; the bundled one stays."""
        if handle != HANDLE:
            self.default.DeleteFont(self.default, handle)


def _copied(data: bytes, buffer: Any, size: int) -> int:
    # pdfium first asks for the length with no buffer, then hands one over.
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


@functools.cache
def install() -> None:
    """Hand the font to pdfium, once in a process; it must happen before the first page is loaded."""
    BundledFont().setup()
