"""One page of a PDF: characters, drawing and doubts put together."""

from collections.abc import Iterable
from dataclasses import replace

import pypdfium2 as pdfium

from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_annotations import Note, Written
from extractors.readers.pdf_characters import MOST_CHARACTERS, Characters, characters
from extractors.readers.pdf_drawing import Drawing, drawing
from extractors.readers.pdf_frame import Frame
from extractors.readers.pdf_masks import Mask, mask
from extractors.readers.pdf_overlays import Clear, mark_overlaid
from extractors.readers.pdf_rulings import rulings
from extractors.readers.pdf_runs import Run, note_runs, runs
from extractors.readers.pdf_ticks import Mark, Square, is_square, with_boxes
from extractors.readers.pdf_visibility import Patch, mark_unseen, patches
from extractors.readers.pdf_visibility import mark as mark_characters
from extractors.readers.words import words
from models.errors import ErrorCode, Unreadable
from models.page import Box, Doubt, Page, Ruling

LARGEST = 14_400.0
"""The longest side of a page in points, two hundred inches (PDF 32000-1, annex C)."""
MARKED = 0.3
"""A mark is a word's where it lies over more of its width than this."""


def read_page(page: pdfium.PdfPage, number: int, written: Written) -> Page:
    """Read a loaded page, which counts from 1, with what is written on it and not drawn."""
    handle = calls.address(page)
    crop = calls.page_box(handle)
    if max(crop[2] - crop[0], crop[3] - crop[1]) > LARGEST:
        raise Unreadable(ErrorCode.TOO_LARGE, f"Page {number} is larger than any sheet of paper.")
    text_page = page.get_textpage()
    try:
        count = max(text_page.count_chars(), 0)
        if count > MOST_CHARACTERS:
            raise Unreadable(ErrorCode.TOO_LARGE, f"Page {number} has too many characters.")
        read = characters(calls.address(text_page), count)
        drawn = drawing(handle, {span.handle for span in read.spans})
        rotation, direction = page.get_rotation(), read.direction
        frame = Frame(*crop, rotation if direction is None else direction)
        clear = _clearness(calls.address(page.pdf), handle, frame)
        found = runs(read, frame, drawn)
        found += [run for note in written.notes if not _drawn(note, read) for run in note_runs(note, frame)]
        read_so = _page(number, frame, rotation, found, drawn, clear)
        return _marked(_ticked(read_so, frame, drawn, written), map(frame.box, written.struck))
    finally:
        text_page.close()


def _ticked(page: Page, frame: Frame, drawn: Drawing, written: Written) -> Page:
    """Return a page with its boxes to tick among its words."""
    squares = [Square(frame.box(box), ticked=ticked) for ticked, box in written.boxes]
    squares += [Square(frame.box(box), order) for box, order in drawn.outlined if is_square(frame.box(box))]
    if not squares:
        return page
    marks = [Mark(frame.box(fill.box), fill.order, fill.colour) for fill in drawn.fills]
    return replace(page, words=with_boxes(page.words, squares, marks))


def _marked(page: Page, places: Iterable[Box]) -> Page:
    """Return a page on which the words that a pen marked are in doubt."""
    struck = list(places)
    if not struck:
        return page
    words = tuple(
        replace(word, doubt=word.doubt or Doubt.REMARKED)
        if any(_lies_over(each, word.box) for each in struck)
        else word
        for word in page.words
    )
    return replace(page, words=words)


def _lies_over(place: Box, word: Box) -> bool:
    across = min(place.x1, word.x1) - max(place.x0, word.x0)
    down = min(place.bottom, word.bottom) - max(place.top, word.top)
    return down > 0 and across > MARKED * word.width


def _drawn(note: Note, read: Characters) -> bool:
    return "".join(note[0].split()) in "".join(read.text.split())


def _clearness(document: int, page: int, frame: Frame) -> Clear:
    """Return a function that tells whether a picture is transparent in a box of the page."""
    masks: dict[int, Mask | None] = {}

    def clear(area: Patch, box: Box) -> bool:
        if area.picture is None:
            return False
        handle = area.picture.handle
        if handle not in masks:
            masks[handle] = mask(document, page, area.picture)
        found = masks[handle]
        return found is not None and not found.covers(frame.unread(box))

    return clear


def _page(  # noqa: PLR0917 - everything that was read of a page
    number: int, frame: Frame, rotation: int, found: list[Run], drawn: Drawing, clear: Clear
) -> Page:
    width, height = frame.width, frame.height
    lines: tuple[Ruling, ...] = ()
    if drawn.overfull:
        # What lies over what is unknown: nothing on such a page is certain.
        overlays = [Box(0.0, 0.0, width, height)]
        for run in found:
            mark_characters(run, range(len(run.strip.text)), Doubt.OVERLAID)
    else:
        areas = patches(drawn, frame)
        lines = rulings(map(frame.box, drawn.lines), width, height)
        mark_unseen(found, frame, areas)
        overlays = mark_overlaid(found, areas, lines, clear)
    return Page(
        number=number,
        width=width,
        height=height,
        words=words(run.strip for run in found),
        rulings=lines,
        overlays=tuple(overlays),
        pictures=tuple(map(frame.box, drawn.pictures)),
        turn=frame.turn(rotation),
    )
