"""The measurements as a table for people and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from bench.checks import CheckScore
from bench.failures import failures
from bench.measure import Measured
from bench.score import DocumentScore, SilentError, silent_errors
from bench.tally import CheckFigures, Figures, check_figures, figures

Json = dict[str, Any]


def groups(measured: Measured) -> Iterator[tuple[str, list[DocumentScore]]]:
    """Yield the documents with a text layer or exact structure, and apart from them the scans."""
    for name, scan in (("text", False), ("scan", True)):
        scores = [each for each in measured.documents if each.truth.scan is scan]
        if scores:
            yield name, scores


def reading_table(sets: Iterable[Measured]) -> Table:
    """Return how well documents were read: a row per set and kind of source."""
    columns = ("set", "of", "docs", "right", "touchless", "core", "fields", "lines", "right", "missing")
    table = _table("Reading", (*columns, "extra", "kinds", "silent", "not found", "refused", "errors"))
    for each in sets:
        for name, scores in groups(each):
            table.add_row(each.name, name, *_reading_cells(figures(scores)))
    return table


def checking_table(sets: Iterable[Measured]) -> Table:
    """Return how well orders were held against their quotations: a row per set and export."""
    columns = ("set", "quotations", "orders", "verdicts", "quotation", "found", "missed", "false")
    table = _table("Checking", (*columns, "F1", "matched", "wrong match", "not found"))
    for each in sets:
        for quotes, scores in each.checks.items():
            table.add_row(each.name, quotes, *_checking_cells(check_figures(scores)))
    return table


def as_json(sets: Iterable[Measured]) -> list[Json]:
    """Return everything that was measured, silent errors and failures one by one."""
    return [
        {
            "set": each.name,
            "seconds": each.seconds and round(each.seconds, 1),
            "reading": {name: asdict(figures(scores)) for name, scores in groups(each)},
            "checking": {name: _check_json(scores) for name, scores in each.checks.items()},
            "silent": [asdict(one) for one in all_silent(each)],
            "failures": list(failures(each)),
        }
        for each in sets
    ]


def all_silent(measured: Measured) -> list[SilentError]:
    """Return every silent error of a set."""
    return [one for each in measured.documents for one in silent_errors(each)]


def _check_json(scores: Sequence[CheckScore]) -> Json:
    result = check_figures(scores)
    return asdict(result) | {"f1": result.f1 and round(result.f1, 4)}


def _reading_cells(figure: Figures) -> list[str]:
    errors = ", ".join(f"{code} {count}" for code, count in figure.errors.items())
    refused = f"{figure.refused_right}/{figure.refused}" if figure.refused else ""
    return [
        str(figure.documents),
        _share(figure.right, figure.documents),
        _share(figure.touchless, figure.documents),
        _share(figure.core_right, figure.documents),
        _share(figure.fields_right, figure.fields),
        str(figure.lines),
        _share(figure.lines_right, figure.lines),
        str(figure.lines_missing),
        str(figure.lines_extra),
        f"{figure.kinds_right}/{figure.kinds}",
        str(figure.silent),
        str(figure.not_found),
        refused,
        errors,
    ]


def _checking_cells(figure: CheckFigures) -> list[str]:
    return [
        str(figure.orders),
        f"{figure.verdicts_right}/{figure.orders}",
        f"{figure.quotations_right}/{figure.orders}",
        str(figure.found),
        str(figure.missed),
        str(figure.false),
        "" if figure.f1 is None else f"{figure.f1:.3f}",
        f"{figure.matched}/{figure.matches}",
        str(figure.wrong_match),
        str(figure.not_found),
    ]


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left")
    for index, column in enumerate(columns):
        table.add_column(column, justify="left" if index < 2 or column == "errors" else "right")
    return table


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""
