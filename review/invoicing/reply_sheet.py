"""Columns added to a sheet of an .xlsx file, and nothing else changed.

A workbook that is loaded and saved by a library loses what the library does not know. Here the one part of
the package that holds the sheet gets its cells added (ECMA-376 part 1, 18.3.1); all other parts are copied
byte for byte.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from models.errors import UsageError

RELATION = re.compile(r"\{http://[^}]*officeDocument[^}]*relationships\}id")
NAME = re.compile(r"([A-Z]{1,3})([0-9]+)")
MOST_COLUMNS = 16_384
WIDTHS = (26, 60, 10, 30)
"""The widths of the added columns, in characters."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Added = Mapping[str, Mapping[int, Sequence[str]]]
"""Texts to add at the right of rows, by sheet and row number."""


def with_columns(data: bytes, added: Added) -> bytes:
    """Return a workbook with texts added at the right of its sheets."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        parts = _parts(source)
        changes = {parts[sheet]: rows for sheet, rows in added.items() if sheet in parts}
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename in changes:
                content = _with_cells(content, changes[entry.filename])
            target.writestr(entry, content)
    return held.getvalue()


def _root(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content:
        raise UsageError("the workbook holds a document type declaration: save it anew in Excel")
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _parts(source: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the package that holds each sheet."""
    book = _book_part(source)
    folder, file = posixpath.split(book)
    relations = _root(source.read(f"{folder}/_rels/{file}.rels".lstrip("/")))
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip(
            "/"
        )
        for each in relations
    }
    sheets = _root(source.read(book)).iterfind(".//{*}sheets/{*}sheet")
    return {each.get("name", "").strip(): targets.get(_relation(each), "") for each in sheets}


def _book_part(source: zipfile.ZipFile) -> str:
    for each in _root(source.read("_rels/.rels")):
        if each.get("Type", "").endswith("/officeDocument"):
            return each.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def _relation(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if RELATION.fullmatch(str(name))), "")


def _with_cells(content: bytes, rows: Mapping[int, Sequence[str]]) -> bytes:
    root = _root(content)
    found = dict(_numbered(root))
    column = _first_free(root)
    for number, texts in rows.items():
        row = found.get(number)
        if row is not None:
            _add(row, number, column, texts)
    _widen(root, column)
    _extend(root, column + len(WIDTHS) - 1)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _numbered(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield rows with their numbers; a row without one follows the row before."""
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def _first_free(root: etree._Element) -> int:
    """Return the first column to the right of all cells and merged areas."""
    names = [each.get("r", "") for each in root.iterfind("{*}sheetData/{*}row/{*}c")]
    names += [each.get("ref", "").partition(":")[2] for each in root.iterfind("{*}mergeCells/{*}mergeCell")]
    counted = max((len(row) for row in root.iterfind("{*}sheetData/{*}row")), default=0)
    last = max([counted, *(_column(each) for each in names)])
    if last + len(WIDTHS) > MOST_COLUMNS:
        raise UsageError("the list has no room for columns at its right: delete the empty columns")
    return last + 1


def _column(name: str) -> int:
    match = NAME.fullmatch(name)
    number = 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _add(row: etree._Element, number: int, column: int, texts: Sequence[str]) -> None:
    """Add texts to a row, in the style of its last cell."""
    space = etree.QName(row).namespace
    style = next((each.get("s") for each in reversed(row) if each.get("s")), None)
    if "spans" in row.attrib:
        del row.attrib["spans"]  # only a hint, and no longer true
    for at, text in enumerate(texts, column):
        cell = etree.SubElement(row, f"{{{space}}}c", r=f"{_letters(at)}{number}")
        if style is not None:
            cell.set("s", style)
        if text:
            cell.set("t", "inlineStr")
            inner = etree.SubElement(etree.SubElement(cell, f"{{{space}}}is"), f"{{{space}}}t")
            inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            inner.text = CONTROLS.sub("", text)


def _widen(root: etree._Element, column: int) -> None:
    """Give the added columns widths, unless the sheet has widths for them already."""
    space = etree.QName(root).namespace
    columns = root.find("{*}cols")
    if columns is None:
        columns = etree.Element(f"{{{space}}}cols")
        data = root.find("{*}sheetData")
        assert data is not None, "a sheet without data has no rows to add to"
        data.addprevious(columns)
    if any(int(each.get("max", "0")) >= column for each in columns):
        return
    for at, width in enumerate(WIDTHS, column):
        etree.SubElement(
            columns, f"{{{space}}}col", min=str(at), max=str(at), width=str(width), customWidth="1"
        )


def _extend(root: etree._Element, column: int) -> None:
    """Let the sheet say how far it reaches."""
    dimension = root.find("{*}dimension")
    if dimension is not None:
        begin, _, end = dimension.get("ref", "").partition(":")
        match = NAME.fullmatch(end or begin)
        if match:
            dimension.set("ref", f"{begin}:{_letters(column)}{match[2]}")
