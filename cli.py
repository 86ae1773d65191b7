"""The command line: thin. Every command imports what it needs when it runs, so that help is quick."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from models.errors import ExitCode, OperatorError

if TYPE_CHECKING:
    from models.comparison import Comparison
    from models.reading import Extraction

app = typer.Typer(
    name="countercheck",
    help="Holds customers' orders against their SAP quotations and shows what a person must decide.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
imports = typer.Typer(help="Take in exports from SAP.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(imports, name="import")

Paths = Annotated[list[Path], typer.Argument(help="Files, or folders that are searched for documents.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines and nothing else.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes.", show_default="by files")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the report: zh or en.")]
Data = Annotated[Path | None, typer.Option("--data", help="The data folder.", show_default="in the user's data")]


@app.command()
def extract(
    paths: Paths,
    json: Json = False,
    all_parts: Annotated[bool, typer.Option("--all-parts", help="List ignored parts of mails too.")] = False,
    jobs: Jobs = None,
    lang: Lang = "en",
) -> None:
    """Read documents and print what stands in them, with the evidence.

    Example: countercheck extract order.pdf inbox/ --json
    """
    from flows import batch
    from models.wire import extraction_line

    found = [
        each
        for each in _read(batch.sources(paths), jobs, json=json)
        if all_parts or each.ignored is None
    ]
    if json:
        for each in found:
            _line(extraction_line(each))
        return
    from review import report

    report.print_extractions(report.console(), found, lang)


@app.command()
def check(
    paths: Paths,
    quotes: Annotated[Path, typer.Option("--quotes", help="Quotations: a .csv or .xlsx export.", show_default=False)],
    json: Json = False,
    jobs: Jobs = None,
    lang: Lang = "en",
) -> None:
    """Read orders and hold them against their quotations.

    Example: countercheck check order.pdf --quotes quotations.xlsx
    """
    from compare import wire
    from flows import batch, quotations

    files = batch.sources(paths)
    book = quotations.book(quotes)
    pairs = _compared(_read(files, jobs, json=json), book)
    if json:
        for extraction, comparison in pairs:
            _line({"source": extraction.source, "part": extraction.part} | wire.comparison_line(comparison))
        return
    from review import report

    report.print_comparisons(report.console(), pairs, lang)


def _read(files: list[Path], jobs: int | None, *, json: bool) -> "list[Extraction]":
    from flows import batch
    from review.progress import tracked

    found = tracked(batch.read_all(files, jobs), total=len(files), silent=json)
    return [extraction for _, extractions in found for extraction in extractions]


def _line(shape: object) -> None:
    import json

    sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")


def main() -> NoReturn:
    """Run the command line; what an operator can mend is one line and an exit code."""
    try:
        app(standalone_mode=True)
    except OperatorError as error:
        print(f"countercheck: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None
    raise SystemExit(ExitCode.OK)
