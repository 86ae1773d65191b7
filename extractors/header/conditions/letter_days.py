"""The day behind the town at the head of a letter: "Meldorf, den 8. Mai 2026" below "Kai 3, 25704 Meldorf".

Who writes so says where and when the letter was written. It is certain where the town is that of the head.
"""

import re

from extractors.fields import companies
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind

PLACED = late(
    r"(?P<town>[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -](?:[a-z]{2,4}[ -])?[A-ZÀ-Þ][^\W\d_]+){0,2}),\s*"
    r"(?:den |dnia |le |il |on |the |d\. )?(?=\d|[A-ZÀ-Þ][a-z]+ \d)"
)
PLACE = late(r"\s*(?:ort|place)\b", re.IGNORECASE)
WRITTEN = late(
    r"[^\W\d_][^\d,，:：]{1,28}[,，]\s*(?:den |dnia |le |il |on |the )?"
    r"|(?!(?i:deliver|ship|due|dispatch|valid|arriv|print|need|requi|week|page|rev))"
    r"[A-ZÀ-Þ][^\W\d_]{2,20}(?: [A-ZÀ-Þ][^\W\d_]{2,20})?\s+(?:on|the|den|am|le|il|dnia)\b\s*[:：]?\s*(?=\d)"
)
"""Where a letter is written: "Brzeziny, 13.06.2026"."""
CODED = late(r"(?<![\w/])(?:[A-Z]{1,3}-)?\d{4,6}\s+[A-ZÀ-Þ]")
"""A postal code and its town."""
SPELLED = late(r"(?:20\d{2}|二[〇○零]二.)\s?年.{1,3}月.{1,3}日")
"""How the day below a signature is written."""
LAST = 12
"""The signature is among so many last texts."""
HEAD = 5
"""The address of who writes stands among so many first texts."""
NEAR = 16
"""The day stands among so many."""
NUMBERED = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER})


def without_town(label: str, value: str) -> str:
    """Return the day beside a label that asks for the town as well: "Ort, Datum", "Place and date"."""
    return PLACED.sub("", value, count=1) if PLACE.match(label) else value


def is_one(scope: Scope, run: Run) -> bool:
    """Tell whether a text is the day of a letter, written in the town of the address at its head."""
    if _is_signed(scope, run):
        return True
    placed = PLACED.match(run.text)
    at = next((nth for nth, each in enumerate(scope.runs[:NEAR]) if each is run), None)
    if placed is None or at is None:
        return False
    coded = re.compile(
        rf"(?<![\w/])(?:[A-Z]{{1,3}}-)?\d{{4,6}}\s+{re.escape(placed['town'])}(?!\w)", re.IGNORECASE
    )
    above = scope.runs[at - 1] if at else run
    goes_on = above.page is run.page and 0 < run.box.middle - above.box.middle < 2 * run.box.height
    if goes_on and abs(above.box.x0 - run.box.x0) < run.box.height and not _heads(scope, above):
        return False
    numbered = any(each.meanings <= NUMBERED and each.value is not None for each in scope.labelled)
    return numbered and any(coded.search(each.text) for each in scope.runs[: min(HEAD, at)])


def _is_signed(scope: Scope, run: Run) -> bool:
    """Tell whether a day ends a letter, below the name of the company that writes it."""
    at = next((nth for nth, each in enumerate(scope.runs) if each is run), 0)
    above = scope.runs[at - 1].text.strip() if at else ""
    written = scope.kind is Kind.PURCHASE_ORDER and SPELLED.fullmatch(run.text.strip()) is not None
    led = at > 1 and scope.runs[at - 2].text.rstrip().endswith((":", "："))
    last = len(scope.runs) - at <= LAST and not led
    return written and last and list(companies.find(above)) == [(0, len(above))] and _writes(scope, above)


def _writes(scope: Scope, name: str) -> bool:
    """Tell whether a company writes the paper: it is at the head, or signs a mail and is nobody else."""
    if any(each.text.strip() == name for each in scope.runs[:HEAD]):
        return True
    others = [each.text for each in scope.labels(Label.SELLER) if each.value is not None]
    spoken = any(name in each.text and each.text.strip() != name for each in scope.runs)
    return scope.runs[0].page.synthetic and not spoken and not any(name in text for text in others)


def _heads(scope: Scope, above: Run) -> bool:
    """Tell whether a line is a label with its value, an address or a title, which the day cannot go on."""
    labelled = any(above in (each.label, each.value) and each.value is not None for each in scope.labelled)
    return labelled or kind_of_title(above.text) is not None or CODED.search(above.text) is not None
