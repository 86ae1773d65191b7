"""What the software printed: `extract --json` and `check --json`, run here or read from a file."""

import json
import subprocess
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field as printed; `value` is None where the document seems to state it and nobody could read it."""

    value: str | None
    sure: bool
    text: str
    place: str


ReadRow = Mapping[str, ReadField]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A line of `extract --json`; `error` is the code of an input that could not be read."""

    source: str
    part: str | None
    kind: str | None
    language: str | None
    header: ReadRow
    lines: tuple[ReadRow, ...]
    error: str | None = None

    def fields(self) -> list[ReadField]:
        """Return every field of the header and of the lines."""
        return [each for row in (self.header, *self.lines) for each in row.values()]


class CommandFailedError(Exception):
    """The command did not end as it must: exit code and last words."""


def run(arguments: list[str], folder: Path) -> list[Json]:
    """Run `countercheck` with `arguments` in `folder` and return the JSON lines that it prints.

    Raises:
        CommandFailedError: It ended with another exit code than 0.
    """
    command = [str(Path(sys.executable).with_name("countercheck")), *arguments, "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode != 0:
        last = " ".join(done.stderr.strip().splitlines()[-3:])
        raise CommandFailedError(f"`countercheck {arguments[0]}` ended with {done.returncode}: {last}")
    return parse(done.stdout.splitlines())


def parse(lines: Iterable[str]) -> list[Json]:
    """Return the objects of JSON Lines."""
    return [json.loads(each, parse_float=str) for each in lines if each.strip()]


def known_source(source: str, known: Collection[str]) -> str | None:
    """Return which of the `known` relative paths `source` ends with, None if none."""
    endings = [each for each in known if source == each or source.endswith(f"/{each}")]
    return max(endings, key=len, default=None)


def document(line: Json) -> ReadDocument:
    """Return a printed line of `extract --json` as a value."""
    error = line.get("error")
    return ReadDocument(
        source=line["source"],
        part=line["part"],
        kind=line.get("kind"),
        language=line.get("language"),
        header=_row(line.get("header") or {}),
        lines=tuple(_row(each) for each in line.get("lines") or ()),
        error=error and error["code"],
    )


def _row(fields: Json) -> ReadRow:
    return {name: _field(each) for name, each in fields.items() if each is not None}


def _field(field: Json) -> ReadField:
    value, unit = field["value"], field.get("unit")
    page, where = field.get("page"), field.get("where")
    return ReadField(
        value=f"{value} {unit}" if value and unit else value,
        sure=field["status"] == "sure",
        text=field.get("text") or "",
        place=where or (f"page {page}" if page else ""),
    )
