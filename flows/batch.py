"""Many files at once: paths to extractions, in order, by one or several worker processes."""

import datetime as dt
import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import sandbox
import spine
from compare.book import QuotationBook
from extractors.readers.answer import crashing, where
from models.comparison import Comparison
from models.errors import ErrorCode, UsageError
from models.policy import Policy
from models.reading import Extraction, Failure

SUFFIXES = frozenset(
    (".eml .msg .pdf .docx .xlsx .xls .csv .png .jpg .jpeg .tif .tiff .html .htm .txt .xml .edi .zip").split()
)
"""What a folder is searched for; the type of a file is decided by its content."""
REFUSED = frozenset(".doc .ofd .rar .7z .rtf .odt .ods .wps .et .dwg".split())
"""Also listed, because a customer's order may come as such a file: answered with the remedy."""
ENVELOPE = "winmail.dat"
"""What Outlook calls the envelope around a mail; other `.dat` files are anything."""
FEW = 4
"""So few files are read in this process: starting workers would take longer."""


def sources(paths: Sequence[Path]) -> list[Path]:
    """Return the files that `paths` name, folders searched, in order.

    Raises:
        UsageError: a path does not exist.
    """
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"not found: {', '.join(missing)}. Give files or folders that exist.")
    return [source for path in paths for source in (_in_folder(path) if path.is_dir() else [path])]


def _in_folder(folder: Path) -> list[Path]:
    wanted = SUFFIXES | REFUSED
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and (path.suffix.lower() in wanted or path.name.lower() == ENVELOPE)
    )


def read(path: Path) -> tuple[Extraction, ...]:
    """Read one file; what cannot be read is a failure of that file alone.

    So is a mistake of ours that its reading shows: its traceback goes to the standard error.
    """
    try:
        data = path.read_bytes()
    except OSError as refused:
        message = f"the file cannot be opened ({refused.strerror}). Check that it is there and may be read."
        return (Extraction(str(path), "", failure=Failure(ErrorCode.DAMAGED, message)),)
    try:
        return spine.extract(data, str(path), sandbox.read, path.name)
    except Exception as broken:  # noqa: BLE001 - one file that breaks a rule must not stop the others
        return (Extraction(str(path), "", failure=_crashed(broken)),)


def compare(
    extraction: Extraction, book: QuotationBook, policy: Policy, today: dt.date
) -> tuple[Extraction, Comparison | None]:
    """Hold a document against its quotation, as `spine.compare`; return it as well.

    A mistake of ours that it shows is its failure alone, as in `read`.
    """
    try:
        return extraction, spine.compare(extraction, book, policy, today)
    except Exception as broken:  # noqa: BLE001 - one document that breaks a rule must not stop the others
        failed = replace(extraction, failure=_crashed(broken))
        return failed, spine.compare(failed, book, policy, today)


def _crashed(broken: Exception) -> Failure:
    traceback.print_exception(broken)
    return Failure(ErrorCode.CRASHED, crashing(where(broken)))


def read_all(files: Sequence[Path], jobs: int | None) -> Iterator[tuple[Path, tuple[Extraction, ...]]]:
    """Yield every file with what was read from it, in the order given.

    `jobs` worker processes share the work; None chooses by the number of files and processors.
    """
    workers = jobs or (min(os.cpu_count() or 1, len(files)) if len(files) > FEW else 1)
    if workers <= 1:
        for path in files:
            yield path, read(path)
        return
    import multiprocessing  # noqa: PLC0415 - few files are read without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawning) as pool:
        yield from zip(files, pool.map(read, files), strict=True)
