"""The days of lots: when each part of a line comes that a sentence divides (首批10套2026-12-20前，余20套…).

Every lot is held against the quoted delivery like a line of its own.
"""

from collections.abc import Mapping
from dataclasses import replace

from compare import told
from compare.case import Case
from models.reading import Clause, Field

Lots = Mapping[int | None, tuple[tuple[str, Field], ...]]
"""By line from 0, None where no line is named: what each lot states, with the name of its field."""


def lots(case: Case) -> Lots:
    """Return the days and lead times of all lots; in an order of one line every sentence is about it."""
    found: dict[int | None, tuple[tuple[str, Field], ...]] = {}
    for clause in told.clauses(case, "lots"):
        only = 0 if len(case.reading.lines) == 1 else None
        line = only if clause.line is None else clause.line - 1
        found[line] = (*found.get(line, ()), *_stated(clause))
    return found


def _stated(clause: Clause) -> tuple[tuple[str, Field], ...]:
    """Return what lots in the notation "10@2026-12-20 20@P8W" state, each time once."""
    days = (each.partition("@")[2] for each in (clause.field.value or "").split())
    return tuple((_name(each), replace(clause.field, value=each)) for each in dict.fromkeys(days))


def _name(day: str) -> str:
    return "lead_time" if day.startswith("P") else "delivery_date"
