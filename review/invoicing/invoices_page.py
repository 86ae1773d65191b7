"""The answered invoice lists: by week, one with its rows, and what it becomes: invoices and a workbook."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from starlette.responses import HTMLResponse, Response

from desk.invoicing import previews
from models.archive import BlobCorruptError
from models.errors import OperatorError
from models.invoice_desk import AnsweredList
from models.invoicing import Code
from review import answer
from review.answer import Desk
from review.download import attachment
from review.invoicing import attention, decisions, hold_chart
from review.invoicing import rows as invoice_rows
from review.invoicing.invoices import WEEKS, Invoicing
from review.invoicing.report import ORDER, amount
from review.invoicing.rows import Changed, Filter
from review.language import chosen
from review.words import say

SHOWN = 20
"""How many lists a page shows."""
ROWS = 100
"""How many rows of a list a page shows."""
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Skip = Annotated[int, Query(ge=0, le=10_000_000)]
LONGEST = 100
"""Characters of what rows are looked for by."""


def filtered(request: Request) -> Filter:
    """Return the filter that an address asks for; fields of a form that are left empty let all in."""
    given = {name: text.strip()[:LONGEST] for name, text in request.query_params.items()}
    weeks, decision = given.get("weeks", ""), given.get("decision", "")
    if decision and decision not in {each.value for each in Code}:
        raise HTTPException(404)
    return Filter(
        decision=Code(decision) if decision else None,
        customer=given.get("customer", ""),
        order=given.get("order", ""),
        group=given.get("group", ""),
        changed=next((each for each in Changed if each == given.get("changed")), None),
        weeks=int(weeks) if weeks.isascii() and weeks.isdecimal() and len(weeks) < 4 else None,
    )


def asked(desk: Desk) -> Invoicing:
    """Return what the pages of invoicing ask for, or say that there is nothing at this address."""
    if desk.invoicing is None:
        raise HTTPException(404)
    return desk.invoicing


def found(desk: Desk, number: int) -> AnsweredList:
    """Return an answered list, or say that there is nothing at this address."""
    answered = asked(desk).lists.found(number)
    if answered is None:
        raise HTTPException(404)
    return answered


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the lists."""
    router = APIRouter(prefix="/invoices")

    @router.get("", response_class=HTMLResponse)
    def lists(request: Request, skip: Skip = 0) -> HTMLResponse:
        """List the answered lists by week, and show what held goods back."""
        kept = asked(desk)
        summaries = kept.lists.listed(SHOWN + 1, skip)
        return answer.page(
            desk,
            request,
            "invoices.html",
            summaries=summaries[:SHOWN],
            chart=hold_chart.chart(kept.lists.by_week(WEEKS)) if not skip else None,
            codes=ORDER,
            tones=invoice_rows.TONES,
            skip=skip,
            more=skip + SHOWN if len(summaries) > SHOWN else None,
        )

    @router.get("/{number}", response_class=HTMLResponse)
    def one(
        request: Request, number: Number, wanted: Annotated[Filter, Depends(filtered)], skip: Skip = 0
    ) -> HTMLResponse:
        """Show a list with its rows."""
        shown = invoice_rows.view(chosen(request, desk.language), found(desk, number))
        rows = shown.shown(wanted)
        return answer.page(
            desk,
            request,
            "invoices_one.html",
            untold=attention.untold_of(chosen(request, desk.language), shown.answered.used),
            view=shown,
            summary=shown.answered.summary,
            rows=rows[skip : skip + ROWS],
            of=len(rows),
            wanted=wanted,
            amount=amount,
            groups=[each.name for each in shown.answer.groups],
            skip=skip,
            more=skip + ROWS if len(rows) > skip + ROWS else None,
            part="rows",
            tones=invoice_rows.TONES,
        )

    @router.get("/{number}/preview", response_class=HTMLResponse)
    def preview(request: Request, number: Number) -> HTMLResponse:
        """Show the invoices to be, with their sums, and where they go beyond the quota."""
        lang, quota = chosen(request, desk.language), asked(desk).quota
        shown = invoice_rows.view(lang, found(desk, number))
        return answer.page(
            desk,
            request,
            "invoices_preview.html",
            view=shown,
            summary=shown.answered.summary,
            rows_of=lambda group: invoice_rows.rows_of(shown, group),
            singles=invoice_rows.singles(shown),
            sums=invoice_rows.sums(shown.answer),
            totals=invoice_rows.totals(shown),
            tones=invoice_rows.TONES,
            warnings=[decisions.warning(lang, each) for each in previews.warnings(shown.answer, quota)],
            amount=amount,
            part="preview",
        )

    @router.get("/{number}/reply", response_class=Response)
    def reply(request: Request, number: Number) -> Response:
        """Hand out the list with its decisions as they stand now."""
        lang, answered = chosen(request, desk.language), found(desk, number)
        try:
            data = asked(desk).lists.reply(answered, lang)
        except (BlobCorruptError, OperatorError):
            raise HTTPException(410) from None
        stem = answered.summary.name.rpartition(".")[0] or answered.summary.name
        return attachment(data, say(lang, "list.reply_name", name=stem), f"invoice-list-{number}")

    return router
