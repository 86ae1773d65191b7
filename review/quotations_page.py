"""Imports of quotations: which one orders are held against, what changed, what waits for a person."""

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from models.snapshot import SnapshotState
from review import answer, display, forms, quotations
from review.answer import Desk
from review.forms import Form
from review.language import chosen
from review.quotations import Quotations
from review.words import say

SHOWN = 50
_DECISIONS = {"use": SnapshotState.USED, "discard": SnapshotState.DISCARDED}


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the imports of quotations."""
    router = APIRouter(prefix="/quotations")
    form = Depends(forms.reader(desk.token))

    @router.get("", response_class=HTMLResponse)
    def listed(request: Request, skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> HTMLResponse:
        """List the imports."""
        asked = _asked(desk)
        found = asked.listed(SHOWN + 1, skip)
        used = asked.newest()
        return answer.page(
            desk,
            request,
            "quotations.html",
            standings=found[:SHOWN],
            used=used.number if used else None,
            basis=quotations.basis(asked, desk.now()),
            count=counted,
            token=desk.token,
            skip=skip,
            more=skip + SHOWN if len(found) > SHOWN else None,
        )

    @router.get("/{number}", response_class=HTMLResponse)
    def one(request: Request, number: Annotated[int, Path(ge=1, le=2**31 - 1)]) -> HTMLResponse:
        """Show what an import changed."""
        asked = _asked(desk)
        standing = asked.found(number)
        if standing is None:
            raise HTTPException(404)
        before, used = asked.before(number), asked.newest()
        return answer.page(
            desk,
            request,
            "quotations_one.html",
            standing=standing,
            used=used.number if used else None,
            before=before,
            changes=asked.changes(before.number, number) if before else None,
            shown=partial(in_words, chosen(request, desk.language)),
            count=counted,
            token=desk.token,
        )

    @router.post("/{decision}")
    def decide(decision: str, given: Annotated[Form, form]) -> RedirectResponse:
        """Use an import that waits, or discard it."""
        number = given.get("number", "")
        if decision not in _DECISIONS or not number.isascii() or not number.isdecimal():
            raise HTTPException(404)
        if int(number) >= 2**31 or _asked(desk).found(int(number)) is None:
            raise HTTPException(404)
        _asked(desk).decide(int(number), _DECISIONS[decision])
        return RedirectResponse("/quotations", 303)

    return router


def counted(number: int) -> str:
    """Return a number of things with its thousands parted: 12,345."""
    return f"{number:,}"


def in_words(lang: str, value: object) -> str:
    """Return a value of a quotation the way people write it."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return say(lang, "basis.yes" if value else "basis.no")
    if isinstance(value, Decimal):
        return display.decimal(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _asked(desk: Desk) -> Quotations:
    if desk.quotations is None:
        raise HTTPException(404)
    return desk.quotations
