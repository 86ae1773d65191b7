"""How many rows of answered lists have which decision, as they stand now."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.dialect import chunks
from models.invoicing import Code
from models.rows.invoicing import earlier_rows, revised_rows
from models.rows.invoicing.invoice_list_tables import InvoiceListRowRow, InvoiceListSupersededRow


def by_list(session: Session, numbers: Sequence[int]) -> Mapping[int, Mapping[Code, int]]:
    """Return the decisions of each list, counted, with people's changes; none that has no row."""
    counted: dict[int, Counter[Code]] = {each: Counter() for each in numbers}
    for chunk in chunks(numbers):
        recorded = (
            select(InvoiceListRowRow.list_number, InvoiceListRowRow.code, func.count())
            .where(col(InvoiceListRowRow.list_number).in_(chunk))
            .group_by(col(InvoiceListRowRow.list_number), col(InvoiceListRowRow.code))
        )
        for number, code, count in session.exec(recorded):
            counted[number][Code(code)] = count
    anew = revised_rows.newest(session, numbers)
    now = {place: Code(each.code) for place, each in anew.items()}
    now |= {
        (each.list_number, each.position): Code(each.code)
        for each in earlier_rows.changes(session, numbers)
        if each.why
    }
    for (number, position), code in now.items():
        row = session.get_one(InvoiceListRowRow, (number, position))
        counted[number][Code(row.code)] -= 1
        counted[number][code] += 1
    return {
        number: {code: counts[code] for code in Code if counts[code]} for number, counts in counted.items()
    }


def superseded(session: Session, numbers: Sequence[int]) -> Mapping[int, int]:
    """Return by which newer list of their week lists are superseded."""
    return {
        row.list_number: row.by_number
        for chunk in chunks(numbers)
        for row in session.exec(
            select(InvoiceListSupersededRow).where(col(InvoiceListSupersededRow.list_number).in_(chunk))
        )
    }
