"""Tables that a password opened: taken in or answered as if they had come without one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from flows.context import Context
from flows.messages import exports_by_mail
from flows.messages.exports_by_mail import Tables
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.message import Opened, Part


def telling(context: Context, tables: Tables) -> Callable[[Part], bool]:
    """Return what tells whether a part is a table that the sender of a mail may send."""
    return lambda part: _kind(context, part, tables) is not None


def added(context: Context, opened: Opened, tables: Tables, parts: Sequence[Part]) -> tuple[Opened, Tables]:
    """Return a mail and its tables with those that a password opened."""
    kinds = dict(tables.kinds)
    for at, part in enumerate(parts, len(opened.parts)):
        kind = _kind(context, part, tables)
        if kind is not None:
            kinds[at] = kind
    return replace(opened, parts=(*opened.parts, *parts)), replace(tables, kinds=kinds)


def _kind(context: Context, part: Part, tables: Tables) -> str | None:
    """Return what a table is; None where it is none, or nobody can tell: then it is read as any document."""
    may_send = tables.exporting or tables.finance
    if not may_send or part.ignored is not None or not exports_by_mail.is_table(part):
        return None
    try:
        return exports_by_mail.kind_of(context, part, exporting=tables.exporting, finance=tables.finance)
    except (ColumnsNotUnderstoodError, UsageError):
        return None
