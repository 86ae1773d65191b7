"""Whom a letter is written to: the company above the person that its salutation names."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.settle import Choice
from extractors.runs import Run

SALUTED = re.compile(
    r"\s*(?:dear|sehr geehrte[rs]?)\s+(?:mr|mrs|ms|miss|dr|herr|frau)\b\.?\s+(?P<name>[^\W\d_][\w'-]+)",
    re.IGNORECASE,
)
TITLE = r"(?:mr|mrs|ms|miss|dr|herrn?|frau)\b\.?\s+"
LED = r"(?:(?:attn|attention|z\.\s?hd|zu händen)\.?\s*:?\s*)?"
HEAD = 2
"""Who stands at the head of a letter writes it."""
COLUMN = 12.0
"""Lines of one address begin within so many points."""
NEXT = 1.5
"""The middle of the next line is no further below a line than so many heights of its letters."""


def find(runs: Sequence[Run]) -> Iterator[Choice]:
    """Yield the company whose address above the salutation has the person in its second line.

    Where a person of that name stands below two companies, nobody knows which one gets the letter.
    """
    spoken = [(at, said) for at, run in enumerate(runs) if (said := SALUTED.match(run.text)) is not None]
    if len(spoken) != 1:
        return
    at, said = spoken[0]
    called = re.escape(said["name"])
    person = re.compile(
        rf"{LED}(?:{TITLE}{called}\s+[^\W\d_]+|(?:[^\W\d_]+\.?\s+){{1,3}}{called})", re.IGNORECASE
    )
    persons = [run for run in runs[:at] if person.fullmatch(run.text.strip())]
    found = [(run, spans[0]) for run in runs[HEAD:at] if len(spans := companies.find(run.text)) == 1]
    named = [each for each in found if any(_stands_below(each[0], below) for below in persons)]
    if len(named) == 1:
        run, (start, end) = named[0]
        yield Choice(run.text[start:end], run, start, end)


def _stands_below(above: Run, below: Run) -> bool:
    close = 0 < below.box.middle - above.box.bottom < NEXT * above.box.height
    return below.page is above.page and close and abs(below.box.x0 - above.box.x0) < COLUMN
