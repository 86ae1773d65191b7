"""Pages per second of our reading beside pdfplumber's words and tables, on the same pages in the same run.

One process, no sandbox: bytes to `Reading` here, bytes to `extract_words` and `extract_tables` there.
Both take turns, repetition by repetition, and CPU time is counted, so that a busy machine slows both.
"""

import email
import email.policy
import functools
import gc
import hashlib
import io
import logging
import platform
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2

from extractors.assemble import assemble
from extractors.readers import pdf

MINIMUM_TEXT = 50
"""Characters on the first page from which on a PDF counts as one with a text layer."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages per CPU second, medians over the repetitions.

    `reading_share` is the part of our time that goes from bytes to words; the rest goes to fields.
    """

    files: int
    pages: int
    repetitions: int
    ours: float
    pdfplumber: float
    reading_share: float
    machine: str

    @property
    def ratio(self) -> float:
        """Return how many times faster we are."""
        return self.ours / self.pdfplumber

    @property
    def words(self) -> float:
        """Return the pages per CPU second from bytes to words and rulings, as pdfplumber yields them."""
        return self.ours / self.reading_share


def sample(sources: Iterable[Path], pages: int) -> list[bytes]:
    """Return PDFs with a text layer from `sources` (mails are opened), up to about `pages` pages."""
    found = {each for source in sources for each in _pdfs(source)}
    chosen: dict[bytes, int] = {}
    # By their hashes, the sets come mixed and the choice is the same every time.
    for data in sorted(found, key=lambda each: hashlib.sha256(each).digest()):
        count = _text_pages(data)
        if count and sum(chosen.values()) + count <= pages:
            chosen[data] = count
    return list(chosen)


def measure(files: list[bytes], repetitions: int) -> Speed:
    """Return the speed on `files`, both sides in turns."""
    # pdfminer warns of every font without a box; printing that is not what is measured.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    _ours(files[0])
    _theirs(files[0])
    ours, reading, theirs = [], [], []
    for _ in range(repetitions):
        _forget_texts()
        steps = [_ours(each) for each in files]
        reading.append(sum(each[0] for each in steps))
        ours.append(sum(sum(each) for each in steps))
        theirs.append(sum(_theirs(each) for each in files))
    pages = sum(_text_pages(each) for each in files)
    return Speed(
        files=len(files),
        pages=pages,
        repetitions=repetitions,
        ours=pages / statistics.median(ours),
        pdfplumber=pages / statistics.median(theirs),
        reading_share=statistics.median(reading) / statistics.median(ours),
        machine=f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
    )


def in_words(speed: Speed) -> str:
    """Return the speed in words."""
    return (
        f"Speed: words and rulings {speed.words:.1f} pages per CPU second, "
        f"{speed.words / speed.pdfplumber:.1f} times as fast as pdfplumber's words and tables "
        f"({speed.pdfplumber:.1f}); with all fields {speed.ours:.1f}, {speed.ratio:.1f} times as fast\n"
        f"  {speed.pages} pages of {speed.files} PDFs with a text layer, {speed.repetitions} repetitions "
        f"in turns, one process, {speed.machine}\n"
        f"  {100 * speed.reading_share:.0f} % of our time goes into words, the rest into fields"
    )


def _forget_texts() -> None:
    """Empty the bounded caches, which hold texts: no desk reads the same pages again and again."""
    cached = type(functools.lru_cache(maxsize=1)(len))
    for each in gc.get_objects():
        if isinstance(each, cached) and each.cache_parameters()["maxsize"] is not None:
            each.cache_clear()


def _pdfs(source: Path) -> Iterator[bytes]:
    data = source.read_bytes()
    if source.suffix == ".pdf":
        yield data
    elif source.suffix == ".eml":
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.startswith(b"%PDF-"):
                yield content


def _text_pages(data: bytes) -> int:
    """Return the number of pages, 0 for what is damaged, encrypted or only pictures."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            text = document[0].get_textpage().count_chars()
            return len(document) if text >= MINIMUM_TEXT else 0
    except pypdfium2.PdfiumError:
        return 0


def _ours(data: bytes) -> tuple[float, float]:
    """Return the CPU seconds from bytes to words, and from words to the reading."""
    began = time.process_time()
    document = pdf.read(data)
    words = time.process_time()
    assemble(document)
    return words - began, time.process_time() - words


def _theirs(data: bytes) -> float:
    began = time.process_time()
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
            page.extract_tables()
    return time.process_time() - began
