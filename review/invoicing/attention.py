"""What to know of the exports of a list before its decisions: lost rows, and columns that are not there."""

from collections.abc import Collection, Sequence

from desk.invoicing import unseen
from models.invoice_desk import ExportKind, ExportSnapshot, Shift
from review.words import say, word


def told(lang: str, shifted: Sequence[Shift]) -> str:
    """Return the sentence that begins an answer where an export lost much; empty where none did."""
    if not shifted:
        return ""
    each = say(lang, "sentence.semicolon").join(one(lang, each) for each in shifted)
    return say(lang, "shift.told", exports=each)


def one(lang: str, shift: Shift) -> str:
    """Return how one export changed: how many rows it has, and how many fewer or more than before."""
    text = "shift.fewer" if shift.after < shift.before else "shift.more"
    return say(
        lang,
        text,
        kind=word(lang, "export_kind", shift.kind),
        after=f"{shift.after:,}",
        n=f"{abs(shift.after - shift.before):,}",
    )


def untold(lang: str, columns: Collection[str]) -> str:
    """Return what an export of orders with these columns cannot tell; empty where it tells all."""
    found = unseen.unseen(columns)
    if not found:
        return ""
    what = say(lang, "sentence.list").join(word(lang, "invoice_unseen", each) for each in found)
    return say(lang, "invoice_unseen.told", what=what)


def untold_of(lang: str, used: Sequence[ExportSnapshot]) -> str:
    """Return what the newest of the orders that a list was held against cannot tell."""
    orders = [each for each in used if each.kind is ExportKind.ORDERS]
    return untold(lang, set(orders[-1].columns.values())) if orders else ""
