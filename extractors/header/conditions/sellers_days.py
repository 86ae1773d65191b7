"""A day in the seller's block: "Confirmed by supplier", and below it "Date: 14 March 2026"."""

import re

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

CONFIRMS = late(
    r"\b(?:confirm(?:ed|ation)|accept(?:ed|ance)|acknowledge(?:d|ment)"
    r"|received)\b[^.;]{0,20}\b(?:supplier|seller|vendor)"
    r"|\b(?:supplier|seller|vendor)(?:['’]?s)?['’]?\s(?:confirmation|acceptance|acknowledge?ment|signature)"
    r"|\bbestätigt durch\b|\bbestätigung (?:des|durch den) lieferant|(?:供方|卖方|乙方|供应商)(?:确认"
    r"|回签|签字|签章|盖章)",
    re.IGNORECASE,
)
LINES = 4
"""A block for signing has so many lines."""
PITCH = 2.0
"""A line is so many heights of its letters high, at most."""


def is_one(scope: Scope, found: Labelled) -> bool:
    """Tell whether a bare date stands in or right below what the seller confirms the order by."""
    if not found.meanings <= {Label.PLAIN_DATE}:
        return False
    box = found.label.box
    reach = LINES * PITCH * box.height
    return any(
        CONFIRMS.search(run.text) is not None
        for run in scope.runs
        if run.page is found.label.page
        and 0 <= box.middle - run.box.top < reach
        and run.box.x0 - box.height < box.x1
        and box.x0 - box.height < run.box.x1
    )
