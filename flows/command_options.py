"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

from review.languages import LANGUAGES, of_terminal

Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines and nothing else.")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", help="Language of the report: zh or en.", show_default="the terminal's"),
]
Data = Annotated[
    Path | None, typer.Option("--data", help="The data folder.", show_default="in the user's data")
]
Port = Annotated[int | None, typer.Option("--port", min=0, max=65535, help="The port of the pages.")]


def language(value: str | None) -> str:
    """Return the language to speak: the one chosen, or the terminal's."""
    if value is not None and value not in LANGUAGES:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(LANGUAGES)}", param_hint="--lang")
    return of_terminal(value)
