"""`python -m bench.strange_words`: papers in which one word is unknown, and what is then sure and wrong.

The next customer's word for a field is in no list. To know what the reader makes of it without that customer,
a word of a paper with known truth is replaced by letters that mean nothing ("Your modu no.: 20018841"), or is
left out, wherever it stands; the values stay. What is read then may be open, and must not be sure and wrong,
nor surely absent where nothing of the paper is open. A paper that ends the program is found as well.
"""

import argparse
import functools
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

import spine
from bench import score
from bench.measure import UNSEEN, find_sets, paired
from bench.outputs import document as read_document
from bench.same import fold
from bench.score import SilentError, silent_errors
from bench.truths import Truth
from extractors.message import open_file
from extractors.readers import read
from models.page import FileFormat, Page, SourceDocument, Word
from models.wire import extraction_line

LATIN = re.compile(r"[^\W\d_\u3000-\u9fff]{2,}")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
CONSONANTS, VOWELS, IDEOGRAPHS = "bdfgklmnprtvz", "aeouy", "齉龘靐齾爩鱻麤灪"
WHOLE = 6
"""A longer run of ideographs is a sentence; of it single words are taken."""
WORDS = 10
SEED = 1

Read = Callable[[bytes, FileFormat], SourceDocument]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file with the truths of all that stands in it, and how many of its words are to be tried."""

    name: str
    root: Path
    source: str
    truths: tuple[Truth, ...]
    words: int
    seed: int
    left_out: bool


@dataclass(frozen=True, slots=True)
class Find:
    """What a strange word made wrong: a silent error, or None where the program ended with `error`."""

    name: str
    source: str
    word: str
    silent: SilentError | None = None
    error: str = ""

    @property
    def line(self) -> str:
        """The find as a line of text."""
        if self.silent is None:
            return f"{self.name}/{self.source}: without {self.word!r}: {self.error}"
        field = f"{self.silent.place} {self.silent.name}".strip()
        values = f"read {self.silent.read!r}, is {self.silent.expected!r}"
        return f"{self.name}/{self.source}: without {self.word!r}: {self.silent.fault} {field}, {values}"


@dataclass(frozen=True, slots=True)
class Tried:
    """How many papers were made of one, and what was found in them."""

    name: str
    papers: int
    finds: tuple[Find, ...]


def words_of(document: SourceDocument, values: str) -> list[str]:
    """Return the words of a document that are no part of its true `values`, each once."""
    found: dict[str, None] = {}
    for word in (each for page in document.pages for each in page.words):
        found |= dict.fromkeys(LATIN.findall(word.text))
        for text in CHINESE.findall(word.text):
            pieces = (text[at : at + 2] for at in range(0, len(text) - 1, 2))
            found |= dict.fromkeys([text] if len(text) <= WHOLE else pieces)
    told = fold(values)
    return [each for each in found if fold(each) not in told]


def stranger(word: str, chance: random.Random) -> str:
    """Return letters of the same number and case that mean nothing."""
    if CHINESE.fullmatch(word):
        return "".join(chance.choice(IDEOGRAPHS) for _ in word)
    letters = "".join(chance.choice(VOWELS if at % 2 else CONSONANTS) for at in range(len(word)))
    return letters.upper() if word.isupper() else letters.capitalize() if word[0].isupper() else letters


def renamed(document: SourceDocument, word: str, other: str) -> SourceDocument:
    """Return the document with `other` where `word` stands as a word; with nothing where that is empty."""
    bounds = ("", "") if CHINESE.fullmatch(word) else (r"(?<![^\W\d_])", r"(?![^\W\d_])")
    stands = re.compile(f"{bounds[0]}{re.escape(word)}{bounds[1]}")

    def changed(words: Sequence[Word]) -> tuple[Word, ...]:
        found = [(each, stands.sub(other, each.text)) for each in words]
        if not other:  # what stands with a value in one word stays: its letters keep their places
            return tuple(each for each, text in found if text == each.text or any(map(str.isalnum, text)))
        return tuple(each if text == each.text else replace(each, text=text) for each, text in found)

    def page(each: Page) -> Page:
        tables = tuple(
            replace(table, cells=tuple(replace(cell, words=changed(cell.words)) for cell in table.cells))
            for table in each.tables
        )
        return replace(each, words=changed(each.words), tables=tables)

    return replace(document, pages=tuple(map(page, document.pages)))


def tried(paper: Paper) -> Tried:
    """Return what is silently wrong with a paper when its words are strange, one at a time."""
    data = (paper.root / paper.source).read_bytes()
    kept = functools.cache(read)
    known = {_key(each) for each in _silent(paper, data, kept)}
    values = "\n".join(_values(paper.truths))
    parts = [part for part in open_file(data, paper.source).parts if not (part.ignored or part.failure)]
    documents = [kept(part.content, part.format) for part in parts if part.content]
    words = list(dict.fromkeys(word for each in documents for word in words_of(each, values)))
    chance = random.Random(f"{paper.seed} {paper.source}")  # noqa: S311 - chance, and no secret
    chance.shuffle(words)
    finds: list[Find] = []
    for word in words[: paper.words]:
        other = "" if paper.left_out else stranger(word, chance)
        finds += _finds(paper, data, word, functools.partial(_changed, kept, word, other), known)
    return Tried(paper.name, len(words[: paper.words]), tuple(finds))


def _changed(reader: Read, word: str, other: str, data: bytes, kind: FileFormat) -> SourceDocument:
    return renamed(reader(data, kind), word, other)


def _finds(paper: Paper, data: bytes, word: str, changed: Read, known: set[tuple[str, ...]]) -> list[Find]:
    try:
        errors = _silent(paper, data, changed)
    except Exception as error:  # noqa: BLE001 - whatever ends the program is what is looked for
        return [Find(paper.name, paper.source, word, error=repr(error))]
    return [Find(paper.name, paper.source, word, each) for each in errors if _key(each) not in known]


def _silent(paper: Paper, data: bytes, reader: Read) -> list[SilentError]:
    """Return the silent errors of all that a reader makes of a file."""
    parts = open_file(data, paper.source).parts
    found = [each for part in parts for each in spine.read_part(part, paper.source, reader)]
    lines = [read_document(extraction_line(each)) for each in found if each.ignored is None]
    pairs, _ = paired(paper.truths, lines)
    return [error for truth, each in pairs for error in silent_errors(score.score(truth, each))]


def _key(error: SilentError) -> tuple[str, ...]:
    return error.fault, error.place, error.name


def _values(truths: Sequence[Truth]) -> Iterator[str]:
    rows = (row for truth in truths for each in truth.contents for row in (each.header, *(each.lines or ())))
    return (value for row in rows for values in row.values() for value in values if value)


def papers(folders: Sequence[Path], words: int, seed: int, *, left_out: bool) -> Iterator[Paper]:
    """Yield the files of all sets in `folders` that have a text to read."""
    for each in (found for folder in folders for found in find_sets(folder.resolve())):
        sources: dict[str, list[Truth]] = {}
        for truth in each.truths:
            if not (truth.scan or truth.kind_only or truth.error):
                sources.setdefault(truth.source, []).append(truth)
        for source, truths in sources.items():
            yield Paper(each.name, each.root, source, tuple(truths), words, seed, left_out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for and return the exit code: 1 where the program ended once."""
    parser = argparse.ArgumentParser(prog="python -m bench.strange_words", description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path, help="folders with documents and their truths")
    parser.add_argument("--words", type=int, default=WORDS, help="so many words of each paper")
    parser.add_argument("--seed", type=int, default=SEED, help="another number tries other words")
    parser.add_argument("--left-out", action="store_true", help="leave the words out")
    parser.add_argument("--json", type=Path, help="where the finds go")
    options = parser.parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 160)
    made = list(papers(options.cases, options.words, options.seed, left_out=options.left_out))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(tried, made, chunksize=4))
    console.print(_table(found))
    finds = [each for one in found for each in one.finds if Path(one.name).name != UNSEEN]
    for each in finds:
        console.print(each.line, markup=False, highlight=False, soft_wrap=True)
    if options.json is not None:
        shown = [asdict(each) for each in finds]
        options.json.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(any(each.error for one in found for each in one.finds))


def _table(found: Sequence[Tried]) -> Table:
    """Return the figures: a row for each set; a paper counts once, however much of it is wrong."""
    table = Table(title="Strange words", title_justify="left")
    for name in ("set", "papers", "with a silent error", "ended the program"):
        table.add_column(name, justify="left" if name == "set" else "right")
    counted: dict[str, Counter[str]] = {}
    for one in found:
        count = counted.setdefault(one.name, Counter())
        count["papers"] += one.papers
        count["silent"] += len({each.word for each in one.finds if not each.error})
        count["ended"] += len({each.word for each in one.finds if each.error})
    for name, count in counted.items():
        table.add_row(name, str(count["papers"]), str(count["silent"]), str(count["ended"]))
    return table


if __name__ == "__main__":
    sys.exit(main())
