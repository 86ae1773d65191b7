"""A person's word about the order of a row: that an event happened; it counts from the next list on."""

import datetime as dt
import zoneinfo
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Request
from starlette.responses import HTMLResponse, RedirectResponse

from models.invoice_desk import AnsweredList
from review import forms
from review.answer import Desk
from review.forms import Form
from review.invoicing import attest_form, row_page
from review.invoicing.invoices_page import Number, asked, filtered, found
from review.invoicing.row_page import Position
from review.invoicing.rows import Filter

Word = Annotated[int, Path(ge=1, le=2**31 - 1)]


def routes(desk: Desk) -> APIRouter:
    """Return the routes of people's words."""
    router = APIRouter(prefix="/invoices/{number}/rows/{position}")
    form = Depends(forms.reader(desk.token))

    @router.post("/attest", response_model=None)
    def attest(
        request: Request,
        number: Number,
        position: Position,
        given: Annotated[Form, form],
        wanted: Annotated[Filter, Depends(filtered)],
    ) -> HTMLResponse | RedirectResponse:
        """Keep that an event of the row's order happened, who says so, and by what one sees it."""
        answered = found(desk, number)
        decision = row_page.row_of(answered, position).decision
        said = attest_form.filled(given, decision, _today(desk, answered), "desk", desk.now())
        if said.attested is None:
            return row_page.show(
                desk, request, answered, position, wanted, mistake=f"attest_{said.mistake}", given=given
            )
        asked(desk).attestations.put(said.attested)
        return _back(number, position, wanted)

    @router.post("/attest/{word}/undo")
    def undo(
        number: Number,
        position: Position,
        word: Word,
        given: Annotated[Form, form],
        wanted: Annotated[Filter, Depends(filtered)],
    ) -> RedirectResponse:
        """Take a word back: it does not hold any more."""
        decision = row_page.row_of(found(desk, number), position).decision
        order = decision.seen.item.order if decision.seen is not None and decision.seen.item else ""
        why = " ".join(given.get("why", "").split())[: attest_form.LONGEST]
        if not asked(desk).attestations.take_back(word, order, why):
            raise HTTPException(404)
        return _back(number, position, wanted)

    return router


def _today(desk: Desk, answered: AnsweredList) -> dt.date:
    """Return the day in the time zone of a list: nothing that is still to come has happened."""
    return desk.now().astimezone(zoneinfo.ZoneInfo(answered.summary.week.zone)).date()


def _back(number: int, position: int, wanted: Filter) -> RedirectResponse:
    return RedirectResponse(f"/invoices/{number}/rows/{position}{wanted.query()}#attested", 303)
