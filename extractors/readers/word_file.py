"""Word files (WordprocessingML, ECMA-376 part 1, 17): headers, body, notes and footers on one page."""

import itertools
from collections.abc import Iterator

from lxml import etree

from extractors.readers import flow, layout, tabbed
from extractors.readers.package import Package, main_part, open_package, relations, root
from extractors.readers.word_body import Reading, blocks
from extractors.readers.word_numbering import numbering
from extractors.readers.word_styles import numbered, styles
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

LARGEST = 64 * 1024 * 1024
"""The largest text part in bytes; an order's is a thousandth of it."""
BEFORE, AFTER = ("header",), ("footnotes", "endnotes", "footer")
MOST_COMMENTS, LONGEST = 200, 1000
"""So many comments are read, and of each so many characters."""
NOTES = {"comments": "comments", "oleObject": "embedded_file", "package": "embedded_file"}


def read(data: bytes) -> SourceDocument:
    """Read a Word file (.docx, .docm).

    Raises:
        Unreadable: It is damaged, empty, unsafe or too large, or holds nothing but pictures.
    """
    package = open_package(data)
    main = main_part(package)
    if package.opened.getinfo(package.names[main.lower()]).file_size > LARGEST:
        raise Unreadable(
            ErrorCode.TOO_LARGE, "The text of the Word file is too long. Ask the sender for the order alone."
        )
    parts = {relation.kind: relation.target for relation in relations(package, main)}
    sheet = root(package, parts["styles"]) if "styles" in parts else None
    lists = root(package, parts["numbering"]) if "numbering" in parts else None
    reading = Reading(styles(sheet), numbering(lists), numbered(sheet))
    found = [block for name, part in _stories(package, main) for block in blocks(part, name, reading)]
    page = layout.page(1, tabbed.grids(flow.elements(found)))
    if not page.words:
        raise _nothing(pictures=bool(page.pictures))
    linked = {NOTES[kind] for kind in parts if kind in NOTES}
    notes = tuple(sorted(linked | reading.notes))
    said = _comments(root(package, parts["comments"])) if "comments" in parts else ()
    return SourceDocument(FileFormat.DOCX, (page,), exact=True, notes=notes, remarks=said)


def _comments(part: etree._Element | None) -> tuple[str, ...]:
    """Return what people wrote beside the text."""
    each = part.iterfind("{*}comment") if part is not None else ()
    said = ("".join(text.text or "" for text in comment.iter("{*}t"))[:LONGEST] for comment in each)
    return tuple(itertools.islice(filter(str.strip, said), MOST_COMMENTS))


def _nothing(*, pictures: bool) -> Unreadable:
    if pictures:
        return Unreadable(
            ErrorCode.NEEDS_OCR,
            "The Word file holds only pictures. Ask the sender for the order as text or PDF.",
        )
    return Unreadable(ErrorCode.EMPTY, "The Word file has no content. Ask the sender to send it again.")


def _stories(package: Package, main: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield the texts of a file in reading order, each with what its places are called by."""
    links = relations(package, main)
    for kinds in (BEFORE, ("",), AFTER):
        for kind in kinds:
            targets = [main] if not kind else [link.target for link in links if link.kind == kind]
            for target in dict.fromkeys(targets):
                part = root(package, target)
                if part is not None:
                    yield kind.removesuffix("s"), part
