"""`python -m bench`: accuracy and speed of reading and comparing, as one table and one JSON file."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from bench import failures, page_alone, report
from bench.layouts import cached
from bench.measure import Measured, find_sets, is_in, measure
from bench.outputs import CommandFailedError, Json, parse

OWN_SET = Path(__file__).parent.parent / "demo"
BUILD = Path(__file__).parent.parent / "build"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for and return the exit code."""
    options = _parser().parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 160)
    saved = _saved(options.results)
    made = [] if saved is not None else _made(console)
    alone = [page_alone.copies(options.cases, BUILD / "page-alone")] if options.page_alone else []
    folders = [OWN_SET, *made, *options.cases, *alone]
    sets, broken = _measured_sets(folders, saved, every_export=options.long)
    console.print(report.reading_table(sets), report.checking_table(sets))
    _print_lists(sets, console, detail=options.detail)
    figures: Json = {"sets": [_shown(each) for each in sets]}
    if saved is None and not options.no_speed:
        figures |= _speed(sets, console, long=options.long)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for each in broken:
        console.print(each, style="red", markup=False)
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("cases", nargs="*", type=Path, help="folders with documents and their truths")
    parser.add_argument("--long", action="store_true", help="also what takes longer")
    parser.add_argument("--detail", action="store_true", help="list what fails and why, field by field")
    parser.add_argument(
        "--page-alone",
        action="store_true",
        help="also copies of the cases without the data embedded in them",
    )
    parser.add_argument("--no-speed", action="store_true", help="leave out the speed")
    parser.add_argument(
        "--json", type=Path, default=Path("bench-out/bench.json"), help="where the figures go"
    )
    parser.add_argument(
        "--results",
        action="append",
        type=Path,
        help="score a saved output of `extract` or `check` instead of running; may be repeated",
    )
    return parser


def _saved(files: Sequence[Path] | None) -> list[Json] | None:
    if files is None:
        return None
    return [line for each in files for line in parse(each.read_text("utf-8").splitlines())]


def _made(console: Console) -> list[Path]:
    """Return the folder with the made-up layouts; without Chromium there is none, which is said."""
    try:
        return [cached.folder(BUILD)]
    except FileNotFoundError as error:
        console.print(f"the made-up layouts are not measured: {error}", markup=False)
        return []


def _measured_sets(
    folders: Sequence[Path], saved: list[Json] | None, *, every_export: bool
) -> tuple[list[Measured], list[str]]:
    sets, broken = [], []
    for each in (one for folder in folders for one in find_sets(folder.resolve())):
        if saved is not None and not is_in(each, saved):
            continue
        try:
            sets.append(measure(each, saved, every_export=every_export))
        except CommandFailedError as error:
            broken.append(f"{each.name}: {error}")
    return sets, broken + [error for each in sets for error in each.broken]


def _shown(each: Measured) -> Json:
    """Return what was measured of a set; of unseen documents only the figures."""
    (figures,) = report.as_json([each])
    if not each.unseen:
        return figures
    hidden: Json = {"fields_wrong": {}}
    reading = {name: one | hidden for name, one in figures["reading"].items()}
    return figures | {
        "reading": reading,
        "silent": len(figures["silent"]),
        "failures": len(figures["failures"]),
    }


def _speed(sets: Sequence[Measured], console: Console, *, long: bool) -> Json:
    from bench import speed  # noqa: PLC0415 - scoring saved output needs no reader

    # Made-up layouts come and go; the pages that speed is measured on stay.
    lasting = [each for each in sets if BUILD not in each.root.parents]
    sources = sorted({each.root / one.truth.source for each in lasting for one in each.documents})
    files = speed.sample(sources, pages=400 if long else 120)
    if not files:
        return {}
    measured = speed.measure(files, repetitions=5 if long else 3)
    console.print(speed.in_words(measured), markup=False)
    return {"speed": asdict(measured) | {"ratio": round(measured.ratio, 2)}}


def _print_lists(sets: Sequence[Measured], console: Console, *, detail: bool) -> None:
    for each in sets:
        if each.unseen:
            continue
        for error in report.all_silent(each):
            _print_line(console, f"SILENT {each.name}: {failures.silent_line(error)}")
        for line in failures.dangerous(each):
            _print_line(console, f"{each.name}: {line}")
        if detail:
            for line in failures.failures(each):
                _print_line(console, f"{each.name}: {line}")


def _print_line(console: Console, line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
