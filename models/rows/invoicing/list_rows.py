"""The rows of answered lists, and the invoices to be, within the transaction that writes or reads a list."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session, col, select

from desk.invoicing import holds
from models.columns import decoded, encoded
from models.dialect import insert_missing
from models.invoice_desk import Anew, Hold, NewAnswer, RowChange, RowState
from models.invoicing import Answer, Code, Decision, InvoiceGroup
from models.rows.invoicing import earlier_rows, revised_rows
from models.rows.invoicing.invoice_list_tables import (
    InvoiceListGroupRow,
    InvoiceListRowRow,
    InvoiceRowChangeRow,
)
from models.rows.invoicing.revised_rows import Why
from models.rows.invoicing.revision_tables import InvoiceRowRevisionRow


def write(session: Session, number: int, answered: NewAnswer) -> None:
    """Write the rows of a list with the holds that they carry on, and its invoices to be."""
    decisions = answered.answer.decisions
    earlier = earlier_rows.about(session, decisions, answered.week)
    rows = []
    for position, each in enumerate(decisions):
        hold = None
        if each.code in holds.HELD:
            before = earlier.get(each.row.order or "", ())
            hold = holds.carried(each.code, holds.goods(each), answered.as_of, number, before)
        rows.append(_decision_row(number, position, each, hold))
    insert_missing(session, InvoiceListRowRow, rows)
    session.add_all(_groups(number, answered.answer))


def _decision_row(number: int, position: int, decision: Decision, hold: Hold | None) -> dict[str, Any]:
    row = decision.row
    return {
        "list_number": number,
        "position": position,
        "row": row.row,
        "order_number": row.order,
        "item": decision.item or row.item,
        "deliveries": " ".join(row.deliveries),
        "customer_number": decision.facts.customer_number or row.customer_number,
        "code": decision.code.value,
        "decision_json": encoded(decision),
        "hold_since": hold.since if hold else None,
        "hold_lists": hold.lists if hold else None,
        "hold_first_list": hold.first_list if hold else None,
        "hold_owner": hold.owner.value if hold else None,
    }


def _groups(number: int, answer: Answer) -> list[InvoiceListGroupRow]:
    places: dict[str, list[int]] = {}
    for position, each in enumerate(answer.decisions):
        if each.group is not None:
            places.setdefault(each.group, []).append(position)
    return [
        InvoiceListGroupRow(
            list_number=number,
            position=position,
            name=each.name,
            rows_json=json.dumps(places.get(each.name, [])),
            customer=each.customer,
            title=each.title,
            currency=each.currency,
            tax_rate=each.tax_rate,
            net=each.net,
            tax=each.tax,
            gross=each.gross,
        )
        for position, each in enumerate(answer.groups)
    ]


def _group(row: InvoiceListGroupRow, decisions: Mapping[int, Decision]) -> InvoiceGroup:
    return InvoiceGroup(
        name=row.name,
        decisions=tuple(decisions[each] for each in json.loads(row.rows_json)),
        customer=row.customer,
        title=row.title,
        currency=row.currency,
        tax_rate=row.tax_rate,
        net=row.net,
        tax=row.tax,
        gross=row.gross,
    )


def states(session: Session, number: int) -> tuple[RowState, ...]:
    """Return the rows of a list as they stand now, in its order."""
    rows = session.exec(
        select(InvoiceListRowRow)
        .where(InvoiceListRowRow.list_number == number)
        .order_by(col(InvoiceListRowRow.position))
    )
    changed = {each.position: each for each in earlier_rows.changes(session, [number]) if each.why}
    anew = revised_rows.newest(session, [number])
    whys = revised_rows.whys(session, number) if anew else {}
    return tuple(
        _state(row, anew.get((number, row.position)), whys, changed.get(row.position)) for row in rows
    )


def _state(
    row: InvoiceListRowRow,
    anew: InvoiceRowRevisionRow | None,
    whys: Mapping[int, Why],
    changed: InvoiceRowChangeRow | None,
) -> RowState:
    """Return a row as it stands; where it was decided anew, by its newest decision."""
    why = whys[anew.revision_id] if anew is not None else None
    return RowState(
        position=row.position,
        decision=decoded(Decision, (anew or row).decision_json),
        change=_change(changed) if changed is not None else None,
        hold=earlier_rows.hold_of(anew or row),
        anew=_anew(why, row, anew) if why is not None and anew is not None else None,
    )


def _anew(why: Why, row: InvoiceListRowRow, now: InvoiceRowRevisionRow) -> Anew:
    back = decoded(Decision, row.decision_json) == decoded(Decision, now.decision_json)
    return Anew(why.said, Code(row.code), why.by, why.at, back)


def answer(session: Session, number: int, rows: Sequence[RowState]) -> Answer:
    """Return the answer to a list as the program decides it now."""
    decisions = {each.position: each.decision for each in rows}
    revised = revised_rows.groups(session, number)
    if revised is not None:
        made = tuple(decisions.values())
        return Answer(made, tuple(replace(one, decisions=_of_group(one.name, made)) for one in revised))
    groups = session.exec(
        select(InvoiceListGroupRow)
        .where(InvoiceListGroupRow.list_number == number)
        .order_by(col(InvoiceListGroupRow.position))
    )
    return Answer(tuple(decisions.values()), tuple(_group(each, decisions) for each in groups))


def _of_group(name: str, made: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(each for each in made if each.group == name)


def _change(row: InvoiceRowChangeRow) -> RowChange:
    return RowChange(Code(row.code), row.why, row.changed_by, row.changed_at)
