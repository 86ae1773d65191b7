"""Copies of documents without the data embedded in them: what is read by the pages alone.

An Order-X or a Factur-X file states everything twice. Measured as it is, it tells how its data are read;
a copy without them tells how any paper of that layout would be.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from bench.labels import ENDING
from bench.measure import find_sets
from bench.truths import Json


def copies(folders: Sequence[Path], into: Path) -> Path:
    """Copy every document of `folders` that carries data, without them, and return `into`.

    The copies stand below it as the documents do in their folders, each with its truth beside it.
    """
    shutil.rmtree(into, ignore_errors=True)
    for folder in map(Path.resolve, folders):
        for each in find_sets(folder):
            for source in sorted({each.root / truth.source for truth in each.truths}):
                _copy(source, into / source.relative_to(folder.parent))
    return into


def _copy(source: Path, to: Path) -> None:
    """Write a copy of a PDF without its embedded files; nothing where it has none."""
    truth = source.with_name(source.stem + ENDING)
    if source.suffix != ".pdf" or not truth.exists():
        return
    with pdfium.PdfDocument(source) as document:
        count = raw.FPDFDoc_GetAttachmentCount(document)
        for index in reversed(range(count)):
            raw.FPDFDoc_DeleteAttachment(document, index)
        if count > 0:
            to.parent.mkdir(parents=True, exist_ok=True)
            document.save(to)
            record = _of_the_page(json.loads(truth.read_text("utf-8")))
            to.with_name(truth.name).write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def _of_the_page(record: Json) -> Json:
    """Return a truth as of a page without data, which may well leave out units and a price unit of one."""
    return {**record, "embedded_xml": None}
