"""The list of cases: those that need a person first, the clear ones folded, and what else came in."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from models.case import CaseState, CaseSummary
from models.comparison import Verdict
from models.receipt import MessageState
from review import answer, belonging_view, quotations, reasons
from review.answer import Desk
from review.language import chosen
from review.reasons import Why

SHOWN = 100
"""How many cases a page lists."""
_LOOKED_AT = 2_000
"""How many cases are looked through for a verdict."""


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the list, with its reasons in words."""

    case: CaseSummary
    whys: tuple[Why, ...]


def routes(desk: Desk) -> APIRouter:
    """Return the route of the list."""
    router = APIRouter()

    @router.get("/", response_class=HTMLResponse)
    def queue(
        request: Request,
        verdict: Annotated[Verdict | None, Query()] = None,
        skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> HTMLResponse:
        """List the cases."""
        lang = chosen(request, desk.language)
        counted = desk.sources.counted()
        waiting = _waiting(desk, verdict, skip)
        clear = (
            desk.sources.cases(CaseState.CLEAR, SHOWN, 0)
            if not skip and verdict in {None, Verdict.MATCH}
            else ()
        )
        return answer.page(
            desk,
            request,
            "queue.html",
            rows=[Row(each, reasons.in_words(lang, each.reasons)) for each in waiting[:SHOWN]],
            clear=clear,
            superseded=() if skip or verdict else desk.sources.cases(CaseState.SUPERSEDED, SHOWN, 0),
            superseded_count=counted.get(CaseState.SUPERSEDED, 0),
            person=belonging_view.person,
            open_count=counted.get(CaseState.OPEN, 0),
            clear_count=counted.get(CaseState.CLEAR, 0),
            verdict=verdict,
            verdicts=[each for each in Verdict if each is not Verdict.MATCH],
            skip=skip,
            more=skip + SHOWN if len(waiting) > SHOWN else None,
            quarantined=desk.sources.messages(MessageState.QUARANTINED, SHOWN, 0),
            ledger=desk.sources.ledger(),
            basis=quotations.basis(desk.quotations, desk.now()),
        )

    return router


def _waiting(desk: Desk, verdict: Verdict | None, skip: int) -> list[CaseSummary]:
    """Return the open cases of a verdict, one more than a page shows."""
    if verdict is None:
        return list(desk.sources.cases(CaseState.OPEN, SHOWN + 1, skip))
    found = desk.sources.cases(CaseState.OPEN, _LOOKED_AT, 0)
    return [each for each in found if each.verdict is verdict][skip : skip + SHOWN + 1]
