"""A set measured: found, run, and scored."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import checks, labels, score, truths
from bench.checks import CheckScore
from bench.outputs import CommandFailedError, Json, ReadDocument, document, known_source, run
from bench.score import DocumentScore
from bench.truths import CheckTruth, Truth, TruthSet

UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a set.

    `surplus` are documents that were read where there is none, `broken` the commands that failed.
    """

    name: str
    root: Path
    documents: tuple[DocumentScore, ...]
    surplus: tuple[ReadDocument, ...]
    checks: dict[str, tuple[CheckScore, ...]]
    seconds: float | None
    broken: tuple[str, ...] = ()

    @property
    def unseen(self) -> bool:
        """Tell whether only the figures may be shown, so that nobody tunes the reader to the documents."""
        return Path(self.name).name == UNSEEN


def is_in(each: TruthSet, results: Sequence[Json]) -> bool:
    """Tell whether saved `results` speak of the set."""
    sources = {truth.source for truth in each.truths}
    return any(known_source(line["source"], sources) is not None for line in results)


def find_sets(folder: Path) -> Iterator[TruthSet]:
    """Yield every set in `folder` and below it, named by the folders' names."""
    for root in sorted({folder, *(each for each in folder.rglob("*") if each.is_dir())}):
        name = (Path(folder.name) / root.relative_to(folder)).as_posix()
        if (root / "truth.jsonl").exists() and next(_sources(root), None) is not None:
            yield truths.load(root, name)
        elif next(root.glob(f"*{labels.ENDING}"), None) is not None:
            yield labels.load(root, name)


def measure(each: TruthSet, results: Sequence[Json] | None = None, *, every_export: bool = False) -> Measured:
    """Return the scores of a set, from saved `results` or by running the commands.

    With `every_export` the orders are checked against each export of the quotations, else the first.
    """
    sources = sorted({truth.source for truth in each.truths} | _beside(each))
    if results is not None:
        extracted = [line for line in results if "verdict" not in line]
        checked = {"saved": [line for line in results if "verdict" in line]}
        return _measured(each, sources, extracted, checked if checked["saved"] else {}, None)
    began = time.perf_counter()
    extracted = run(["extract", *sources], each.root)
    seconds = time.perf_counter() - began
    quotes = (each.quotes if every_export else each.quotes[:1]) if each.checks else ()
    checked, broken = {}, []
    for one in quotes:
        try:
            checked[one.name] = run(["check", *sources, "--quotes", one.name], each.root)
        except CommandFailedError as error:
            broken.append(f"{each.name}: {error}")
    return replace(_measured(each, sources, extracted, checked, seconds), broken=tuple(broken))


def _beside(each: TruthSet) -> set[str]:
    """Return the files beside the documents of a set of its own folders: nothing may be read from them."""
    folders = {(each.root / truth.source).parent for truth in each.truths} - {each.root}
    return {
        path.relative_to(each.root).as_posix() for one in folders for path in one.iterdir() if path.is_file()
    }


def _sources(root: Path) -> Iterator[Truth]:
    """Yield the documents of a `truth.jsonl`, if it is one: other tasks have files of that name too."""
    try:
        yield from truths.load(root, root.name).truths
    except KeyError:
        return


def _measured(
    each: TruthSet,
    sources: list[str],
    extracted: Iterable[Json],
    checked: dict[str, list[Json]],
    seconds: float | None,
) -> Measured:
    read = [document(line) for line in _of_set(extracted, sources) if "ignored" not in line]
    pairs, surplus = paired(each.truths, read)
    return Measured(
        name=each.name,
        root=each.root,
        documents=tuple(score.score(truth, found) for truth, found in pairs),
        surplus=tuple(surplus),
        checks={
            name: _checked(each.checks, _of_set(lines, sources))
            for name, lines in checked.items()
            if each.checks
        },
        seconds=seconds,
    )


def _of_set(lines: Iterable[Json], sources: list[str]) -> Iterator[Json]:
    """Yield the lines about the `sources`, their paths as the truths write them."""
    for line in lines:
        source = known_source(line["source"], sources)
        if source is not None:
            yield line | {"source": source}


def paired(
    wanted: Sequence[Truth], read: Sequence[ReadDocument]
) -> tuple[list[tuple[Truth, ReadDocument | None]], list[ReadDocument]]:
    """Return each truth with what was read of it, and what was read besides."""
    waiting: defaultdict[tuple[str, str | None], list[ReadDocument]] = defaultdict(list)
    for each in read:
        waiting[each.source, each.part].append(each)
    pairs = [(each, _taken(each, waiting[each.source, each.part])) for each in wanted]
    return pairs, [each for rest in waiting.values() for each in rest]


def _taken(truth: Truth, read: list[ReadDocument]) -> ReadDocument | None:
    """Take the reading of `truth` out of the documents of one part: several orders may share a file."""
    number = truth.contents[0].header.get("document_number", ())
    for index, each in enumerate(read):
        field = each.header.get("document_number")
        if field is not None and field.value in number:
            return read.pop(index)
    return read.pop(0) if read else None


def _checked(wanted: Sequence[CheckTruth], lines: Iterable[Json]) -> tuple[CheckScore, ...]:
    waiting: defaultdict[tuple[str, str | None], list[Json]] = defaultdict(list)
    for line in lines:
        waiting[line["source"], line["part"]].append(line)
    scores = []
    for truth in wanted:
        rest = waiting[truth.source, truth.part]
        scores.append(checks.score(truth, rest.pop(0) if rest else None))
    return tuple(scores)
