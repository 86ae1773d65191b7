"""`python -m bench.sentences`: ways of reading sentences against each other, on both halves.

Of the half that is held apart figures alone are printed. The rows of spaCy need it installed: `pip install
"spacy>=3.8,<3.9"` into an environment that sees this checkout.
"""

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table

from bench.sentences import expressions
from bench.sentences.score import HALVES, Read, Score, score


def main() -> int:
    """Print one table and return the exit code."""
    table = Table(title="Sentences", title_justify="left")
    for name in (
        "way",
        "half",
        "sentences",
        "right",
        "kinds right",
        "precision",
        "recall",
        "ms",
        "loaded in",
    ):
        table.add_column(name, justify="left" if name in {"way", "half"} else "right")
    for name, made in _ways():
        begin = time.process_time()
        read = made()
        loaded = time.process_time() - begin
        for half in HALVES:
            table.add_row(name, half, *_figures(score(read, half)), f"{loaded:.2f} s")
    console = Console(width=None if sys.stdout.isatty() else 130)
    console.print(table)
    if importlib.util.find_spec("spacy") is None:
        console.print("spaCy is not installed: its rows are left out")
    return 0


def _ways() -> Iterator[tuple[str, Callable[[], Read]]]:
    yield "expressions of the header", _before
    yield "phrases (shipped)", _phrases
    yield "those wholly understood", _understood
    if importlib.util.find_spec("spacy") is not None:
        yield "spaCy, rules", _ruled
        yield "spaCy, trained kinds", _trained


def _before() -> Read:
    return expressions.labels


def _phrases() -> Read:
    list(expressions.phrases("Delivery: 8 weeks."))
    return expressions.phrases


def _understood() -> Read:
    return expressions.understood


def _ruled() -> Read:
    from bench.sentences.spacy_ruled import Pipelines  # noqa: PLC0415 - spaCy may be missing

    return Pipelines().read


def _trained() -> Read:
    from bench.sentences.spacy_trained import Kinds  # noqa: PLC0415 - spaCy may be missing

    return Kinds().read


def _figures(found: Score) -> tuple[str, ...]:
    return (
        str(found.sentences),
        f"{found.right / found.sentences:.1%}",
        f"{found.kinds / found.sentences:.1%}",
        f"{found.precision:.3f}",
        f"{found.recall:.3f}",
        f"{1000 * found.seconds / found.sentences:.2f}",
    )


if __name__ == "__main__":
    sys.exit(main())
