"""Whom a letter is written to: the company above the person that its salutation names.

The person stands right below the company, or at the end of its address ("For the attention of Ms. Hale").
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.settle import Choice
from extractors.late import late
from extractors.page.runs import Run

SALUTED = late(
    r"\s*(?:dear|sehr geehrte[rs]?)\s+(?:mr|mrs|ms|miss|dr|herr|frau)\b\.?\s+(?P<name>[^\W\d_][\w'-]+)",
    re.IGNORECASE,
)
TITLE = r"(?:mr|mrs|ms|miss|dr|herrn?|frau)\b\.?\s+"
LED = r"(?:(?:attn|attention|for the attention of|z\.\s?hd|zu händen)\.?\s*:?\s*)"
"""What leads to a person: it may stand at the end of the company's address."""
LONE = late(r"(?:A[nN](?: die)?(?: [Ff]irma)?|Firma|FIRMA|Aan|Till?|Do|(?:To )?Messrs\.?)\s*[:：]?")
"""What stands alone above the name of whom a letter is written to."""
TOP = 24
"""An address at the head of a letter is among so many first texts."""
ADDRESS = 6
"""So many lines has an address between the company and the person at most."""
HEAD = 2
"""Who stands at the head of a letter writes it."""
COLUMN = 12.0
"""Lines of one address begin within so many points."""
NEXT = 1.5
"""The middle of the next line is no further below a line than so many heights of its letters."""

SALES = late(
    r"[\s,，、]*(?:(?i:(?:export|overseas|domestic|technical) )?"
    r"(?i:sales) (?i:dep(?:artmen)?t|div(?:ision)?|team|office)\b"
    r"|(?:国内|海外|国际|技术)?(?:营业|销售|営業|販売)[一二三四\d第]{0,3}(?:部|课|課|处|科))"
)
"""What stands behind the name of who sells, in the address of an order."""
ATTENTION = late(rf"(?i:{LED}){SALES.pattern}")


def find(runs: Sequence[Run]) -> Iterator[Choice]:
    """Yield the company whose address above the salutation has the person in its second line.

    Where a person of that name stands below two companies, nobody knows which one gets the letter.
    """
    yield from _led(runs)
    spoken = [(at, said) for at, run in enumerate(runs) if (said := SALUTED.match(run.text)) is not None]
    if len(spoken) != 1:
        return
    at, said = spoken[0]
    called = re.escape(said["name"])
    person = re.compile(
        rf"(?P<led>{LED})?(?:{TITLE}{called}\s+[^\W\d_]+|(?:[^\W\d_]+\.?\s+){{1,3}}{called})", re.IGNORECASE
    )
    persons = [(run, said["led"]) for run in runs[:at] if (said := person.fullmatch(run.text.strip()))]
    found = [(run, spans[0]) for run in runs[HEAD:at] if len(spans := companies.find(run.text)) == 1]
    named = [
        each
        for each in found
        if any(
            _stands_below(each[0], below) or (led and _ends_address(each[0], below, runs[:at]))
            for below, led in persons
        )
    ]
    if len(named) == 1:
        run, (start, end) = named[0]
        yield Choice(run.text[start:end], run, start, end)


def _led(runs: Sequence[Run]) -> Iterator[Choice]:
    """Yield the company below "An" or "Messrs." at the head of a letter, if one alone is led so."""
    pairs = [
        (below, spans[0])
        for lead, below in itertools.pairwise(runs[:TOP])
        if LONE.fullmatch(lead.text.strip())
        and _stands_below(lead, below)
        and len(spans := companies.find(below.text)) == 1
        and spans[0][0] == 0
    ]
    if len(pairs) == 1:
        run, (start, end) = pairs[0]
        yield Choice(run.text[start:end], run, start, end)


def _stands_below(above: Run, below: Run) -> bool:
    close = 0 < below.box.middle - above.box.bottom < NEXT * above.box.height
    return below.page is above.page and close and abs(below.box.x0 - above.box.x0) < COLUMN


def _ends_address(above: Run, below: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a person ends the address of a company: lines of it alone stand between, in its column."""
    if below.page is not above.page or abs(below.box.x0 - above.box.x0) >= COLUMN:
        return False
    between = [
        run
        for run in runs
        if run.page is above.page
        and above.box.bottom <= run.box.middle <= below.box.top
        and abs(run.box.x0 - above.box.x0) < COLUMN
    ]
    return 0 < len(between) <= ADDRESS and not any(companies.find(run.text) for run in between)


def at_sales(named: Sequence[tuple[Run, int, int]], runs: Sequence[Run]) -> list[tuple[Run, int, int]]:
    """Return the names before "Sales Dept.": in Japan the addressee stands at the head, and who orders below.

    "Attn: Sales Dept." may stand right below the name. A dealer's sales department may be who orders, so that
    nothing of it is certain.
    """
    led = [run for run in runs if ATTENTION.match(run.text)]
    return [
        each
        for each in named
        if SALES.match(each[0].text, each[2])
        or (each[1] == 0 and any(_stands_below(each[0], below) for below in led))
    ]
