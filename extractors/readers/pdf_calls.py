"""pdfium's C functions, called with plain integers as handles.

A page has thousands of characters and each costs a few calls, so these go around the handle classes
of pypdfium2: a handle is its address, results come back in one shared buffer. That makes them fast
and unsafe in the usual way of C. pdfium is not thread-safe; `LOCK` must be held for every call, and
a process that reads many documents should do so in one thread.

The functions and their arguments are those of pdfium's headers fpdf_text.h and fpdf_edit.h.
"""

import ctypes
import itertools
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from pypdfium2 import raw

LOCK = threading.RLock()
"""Held while a document is open: pdfium must never run in two threads."""

Numbers = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of PDF 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f."""
Colour = tuple[int, int, int, int]
"""Red, green, blue and alpha, 0 to 255."""
Look = tuple[int | None, int, float, Colour | None]
"""Of a text object: its font, its render mode, the font size in its own text space, the fill colour; no
colour for a pattern."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_HANDLE, _INT = ctypes.c_void_p, ctypes.c_int


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    # PYFUNCTYPE keeps the interpreter lock: a call then costs 0.4 instead of 0.5 microseconds.
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _numbered(name: str, result: Any) -> Callable[..., Any]:
    """Return a function that takes a handle, as `pointer` makes one, a number, and perhaps an array.

    Nothing is said of its arguments, so that ctypes has none to convert: that takes as long as the call.
    """
    return _function(name, result)


text_object = _numbered("FPDFText_GetTextObject", _HANDLE)
unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
map_error = _numbered("FPDFText_HasUnicodeMapError", _INT)
is_hyphen = _function("FPDFText_IsHyphen", _INT, _HANDLE, _INT)
count_objects = _function("FPDFPage_CountObjects", _INT, _HANDLE)
object_at = _numbered("FPDFPage_GetObject", _HANDLE)
count_children = _function("FPDFFormObj_CountObjects", _INT, _HANDLE)
child_at = _numbered("FPDFFormObj_GetObject", _HANDLE)
object_type = _function("FPDFPageObj_GetType", _INT, _HANDLE)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
font_of = _function("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
font_weight = _function("FPDFFont_GetWeight", _INT, _HANDLE)
count_segments = _function("FPDFPath_CountSegments", _INT, _HANDLE)
segment_at = _function("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INT)
segment_type = _function("FPDFPathSegment_GetType", _INT, _HANDLE)
segment_closes = _function("FPDFPathSegment_GetClose", _INT, _HANDLE)
count_marks = _function("FPDFPageObj_CountMarks", _INT, _HANDLE)
mark_at = _function("FPDFPageObj_GetMark", _HANDLE, _HANDLE, ctypes.c_ulong)
clip_of = _function("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
count_clips = _function("FPDFClipPath_CountPaths", _INT, _HANDLE)
count_clip_segments = _function("FPDFClipPath_CountPathSegments", _INT, _HANDLE, _INT)
clip_segment_at = _function("FPDFClipPath_GetPathSegment", _HANDLE, _HANDLE, _INT, _INT)
rendered = _function("FPDFImageObj_GetRenderedBitmap", _HANDLE, _HANDLE, _HANDLE, _HANDLE)
bitmap_buffer = _function("FPDFBitmap_GetBuffer", _HANDLE, _HANDLE)
bitmap_format = _function("FPDFBitmap_GetFormat", _INT, _HANDLE)
bitmap_stride = _function("FPDFBitmap_GetStride", _INT, _HANDLE)
bitmap_height = _function("FPDFBitmap_GetHeight", _INT, _HANDLE)
bitmap_width = _function("FPDFBitmap_GetWidth", _INT, _HANDLE)
destroy_bitmap = _function("FPDFBitmap_Destroy", None, _HANDLE)

_loose_box = _numbered("FPDFText_GetLooseCharBox", _INT)
_char_box = _function("FPDFText_GetCharBox", _INT, _HANDLE, _INT, *[_HANDLE] * 4)
_char_matrix = _numbered("FPDFText_GetMatrix", _INT)
_font_size = _function("FPDFTextObj_GetFontSize", _INT, _HANDLE, _HANDLE)
_font_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _HANDLE, ctypes.c_size_t)
_mark_name = _function("FPDFPageObjMark_GetName", _INT, _HANDLE, _HANDLE, ctypes.c_ulong, _HANDLE)
_mark_text = _function(
    "FPDFPageObjMark_GetParamBlobValue", _INT, _HANDLE, ctypes.c_char_p, _HANDLE, ctypes.c_ulong, _HANDLE
)
_bounds = _function("FPDFPageObj_GetBounds", _INT, _HANDLE, *[_HANDLE] * 4)
_matrix = _function("FPDFPageObj_GetMatrix", _INT, _HANDLE, _HANDLE)
_set_matrix = _function("FPDFPageObj_SetMatrix", _INT, _HANDLE, _HANDLE)
_fill_colour = _function("FPDFPageObj_GetFillColor", _INT, _HANDLE, *[_HANDLE] * 4)
_stroke_colour = _function("FPDFPageObj_GetStrokeColor", _INT, _HANDLE, *[_HANDLE] * 4)
_stroke_width = _function("FPDFPageObj_GetStrokeWidth", _INT, _HANDLE, _HANDLE)
_draw_mode = _function("FPDFPath_GetDrawMode", _INT, _HANDLE, _HANDLE, _HANDLE)
_point = _function("FPDFPathSegment_GetPoint", _INT, _HANDLE, _HANDLE, _HANDLE)
_page_box = _function("FPDF_GetPageBoundingBox", _INT, _HANDLE, _HANDLE)
_text = _function("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _HANDLE)

_CELLS = (ctypes.c_float * 4 * 2048)()
_MATRICES = (ctypes.c_float * 6 * 2048)()
_FLOATS = (ctypes.c_float * 8)()
_DOUBLES = (ctypes.c_double * 4)()
_UINTS = (ctypes.c_uint * 4)()
_NAME = ctypes.create_string_buffer(256)
_F = [ctypes.addressof(_FLOATS) + 4 * at for at in range(8)]
_D = [ctypes.addressof(_DOUBLES) + 8 * at for at in range(4)]
_U = [ctypes.addressof(_UINTS) + 4 * at for at in range(4)]
_N = ctypes.addressof(_NAME)


def address(handle: Any) -> int:
    """Return a pypdfium2 object's handle as a number."""
    return ctypes.cast(handle.raw, ctypes.c_void_p).value or 0


def pointer(handle: int) -> ctypes.c_void_p:
    """Return a handle as those functions take it that many numbers are given one after the other."""
    return ctypes.c_void_p(handle)


def loose_boxes(text_page: int, places: Sequence[int]) -> list[float]:
    """Return left, top, right and bottom of some characters' cells, one after the other."""
    return _filled(_loose_box, text_page, places, _CELLS)


def _filled(
    function: Callable[..., Any], text_page: int, places: Sequence[int], buffer: ctypes.Array[Any]
) -> list[float]:
    """Return the numbers that a function of the text page writes for some characters."""
    page = itertools.repeat(pointer(text_page))
    found: list[float] = []
    for start in range(0, len(places), len(buffer)):
        part = places[start : start + len(buffer)]
        size = len(part) * ctypes.sizeof(buffer) // len(buffer)
        ctypes.memset(buffer, 0, size)
        # A queue of length 0 runs the calls without keeping their results: the fastest loop there is.
        deque(map(function, page, part, buffer), maxlen=0)
        found += memoryview(buffer).cast("B")[:size].cast("f").tolist()
    return found


def char_box(text_page: int, index: int) -> Numbers:
    """Return left, right, bottom and top of a character's ink."""
    _char_box(text_page, index, *_D)
    left, right, bottom, top = _DOUBLES
    return left, right, bottom, top


def char_matrices(text_page: int, places: Sequence[int]) -> list[Matrix]:
    """Return the matrices from the text spaces of some characters' objects to the page."""
    numbers = iter(_filled(_char_matrix, text_page, places, _MATRICES))
    return list(zip(*[numbers] * 6, strict=True))


def page_text(text_page: int, count: int) -> str:
    """Return the page's characters as one string; characters without a meaning are left out."""
    units = (ctypes.c_ushort * (2 * count + 2))()
    written = _text(text_page, 0, count, ctypes.addressof(units))
    return bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")


def looks(texts: Sequence[int]) -> list[Look]:
    """Return how some text objects look."""
    count = len(texts)
    sizes, colours = (ctypes.c_float * count)(), (ctypes.c_uint * (4 * count))()
    start = ctypes.addressof(sizes)
    sized = list(map(_font_size, texts, range(start, start + 4 * count, 4)))
    first = ctypes.addressof(colours)
    parts = (range(first + 4 * part, first + 4 * part + 16 * count, 16) for part in range(4))
    filled = list(map(_fill_colour, texts, *parts))
    parted = zip(*[iter(colours)] * 4, strict=True)
    return [
        (font, mode, size if has_size else 0.0, colour if has_colour else None)
        for font, mode, size, has_size, colour, has_colour in zip(
            map(font_of, texts), map(render_mode, texts), sizes, sized, parted, filled, strict=True
        )
    ]


def font_name(font: int) -> str:
    """Return a font's name as the file gives it."""
    length = _font_name(font, _N, 256)
    return _NAME.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")


def mark_name(mark: int) -> str:
    """Return a content mark's tag."""
    if not _mark_name(mark, _N, 256, _U[0]):
        return ""
    return _NAME.raw[: max(_UINTS[0] - 2, 0)].decode("utf-16-le", "replace")


def mark_text(mark: int, key: bytes) -> str:
    """Return a text that a content mark has under a key; of a long one only that it is there.

    It is taken as bytes: pdfium's own function for texts understands UTF-8 only.
    """
    if not _mark_text(mark, key, _N, 256, _U[0]):
        return ""
    length = _UINTS[0]
    return _text_string(_NAME.raw[:length]) if length <= 256 else "…"


def _text_string(data: bytes) -> str:
    """Decode a text string (PDF 32000-2, 7.9.2.2): UTF-16 or UTF-8 with its mark, else one byte a letter."""
    for start, encoding in (
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if data.startswith(start):
            return data[len(start) :].decode(encoding, "replace")
    return data.decode("latin-1")


def bounds(item: int) -> Numbers | None:
    """Return left, bottom, right and top of an object, in the space of the form that holds it."""
    if not _bounds(item, *_F[:4]):
        return None
    left, bottom, right, top = _FLOATS[:4]
    return left, bottom, right, top


def matrix(item: int) -> Matrix:
    """Return an object's own matrix."""
    if not _matrix(item, _F[0]):
        return IDENTITY
    a, b, c, d, e, f = _FLOATS[:6]
    return a, b, c, d, e, f


def set_matrix(item: int, new: Matrix) -> None:
    """Place an object differently."""
    _FLOATS[:6] = list(new)
    _set_matrix(item, _F[0])


def fill_colour(item: int) -> Colour | None:
    """Return red, green, blue and alpha (0 to 255); None for a pattern."""
    return (_UINTS[0], _UINTS[1], _UINTS[2], _UINTS[3]) if _fill_colour(item, *_U) else None


def stroke_colour(item: int) -> Colour | None:
    """Return red, green, blue and alpha (0 to 255); None for a pattern."""
    return (_UINTS[0], _UINTS[1], _UINTS[2], _UINTS[3]) if _stroke_colour(item, *_U) else None


def stroke_width(item: int) -> float:
    """Return the width of an object's line in its own space."""
    return _FLOATS[0] if _stroke_width(item, _F[0]) else 1.0


def draw_mode(path: int) -> tuple[int, bool]:
    """Return how a path is filled (0 not, 1 even-odd, 2 non-zero) and whether its line is drawn."""
    if not _draw_mode(path, _U[0], _U[1]):
        return 0, False
    return _UINTS[0], bool(_UINTS[1])


def point(segment: int) -> tuple[float, float]:
    """Return the end of a path segment, in the path's own space."""
    _point(segment, _F[0], _F[1])
    return _FLOATS[0], _FLOATS[1]


def page_box(page: int) -> Numbers:
    """Return left, bottom, right and top of what a viewer shows of a page, before turning it."""
    _page_box(page, _F[0])
    left, top, right, bottom = _FLOATS[:4]
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def concatenated(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does `first`, `then` the other."""
    a, b, c, d, e, f = first
    k, l, m, n, o, p = then  # noqa: E741 - the letters of the formula
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def inverted(matrix: Matrix) -> Matrix | None:
    """Return the matrix that undoes another, if there is one."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not area:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def moved(box: Numbers, by: Matrix) -> Numbers:
    """Return the upright box around a box (left, bottom, right, top) that a matrix moves."""
    if by == IDENTITY:
        return box
    a, b, c, d, e, f = by
    left, bottom, right, top = box
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)
