"""One reader for each file format; all yield pages of words."""

from collections.abc import Callable

from extractors.readers import delimited, pdf, picture, plain, web_page, word_file, workbook
from extractors.readers.identify import refusal
from models.errors import Unreadable
from models.page import FileFormat, SourceDocument

READERS: dict[FileFormat, Callable[[bytes], SourceDocument]] = {
    FileFormat.PDF: pdf.read,
    FileFormat.DOCX: word_file.read,
    FileFormat.XLSX: workbook.read,
    FileFormat.CSV: delimited.read,
    FileFormat.TEXT: plain.read,
    FileFormat.HTML: web_page.read,
    FileFormat.IMAGE: picture.read,
}


def read(data: bytes, format: FileFormat) -> SourceDocument:  # noqa: A002 - the word for it everywhere
    """Read a file of a known format.

    Raises:
        Unreadable: It cannot be read; `code` says why, the text what to do.
    """
    reader = READERS.get(format)
    if reader is None:
        refused = refusal(data)
        raise Unreadable(refused.code, refused.message)
    return reader(data)
