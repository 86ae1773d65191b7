"""Exports that invoice lists are held against: which is in use, how each was understood, what waits."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from models.errors import ColumnsNotUnderstoodError, OperatorError
from models.invoice_desk import ExportKind, ExportSnapshot, lost_much
from models.snapshot import SnapshotState
from review import answer, forms
from review.answer import Desk
from review.forms import Form
from review.invoicing import uploads
from review.invoicing.invoices_page import asked
from review.invoicing.uploads import Upload
from review.language import chosen
from review.quotations_page import counted
from review.words import word
from sap import export_kinds

SHOWN = 50
OPEN = "~"
"""The choice that leaves a column as it was recognised."""
MOST_COLUMNS = 120
_DECISIONS = {"use": SnapshotState.USED, "discard": SnapshotState.DISCARDED}


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the exports."""
    router = APIRouter(prefix="/exports")
    form = Depends(forms.reader(desk.token))
    file = Depends(uploads.reader(desk.token))

    @router.get("", response_class=HTMLResponse)
    def listed(request: Request, skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> HTMLResponse:
        """List the exports, and say which are in use and how old they are."""
        exports = asked(desk).exports
        found = exports.listed(SHOWN + 1, skip)
        used = {kind: exports.newest(kind) for kind in ExportKind}
        before = {
            kind: old
            for kind, each in used.items()
            if each is not None and (old := exports.before(each)) is not None
        }
        return answer.page(
            desk,
            request,
            "exports.html",
            standings=found[:SHOWN],
            used=used,
            before={kind: each.rows for kind, each in before.items()},
            shrunk={
                kind
                for kind, each in before.items()
                if (now := used[kind]) is not None and lost_much(each, now, asked(desk).told_loss_percent)
            },
            old={kind for kind, each in used.items() if each is not None and _is_old(desk, each)},
            waiting=sum(each.state is SnapshotState.WAITING for each in found[:SHOWN]),
            kinds=list(ExportKind),
            count=counted,
            token=desk.token,
            skip=skip,
            more=skip + SHOWN if len(found) > SHOWN else None,
        )

    @router.post("/take", response_model=None)
    def take(request: Request, given: Annotated[Upload, file]) -> HTMLResponse | RedirectResponse:
        """Take an export in; where its columns are not understood, ask what they mean."""
        kind = next((each for each in ExportKind if each.value == given.fields.get("kind")), None)
        if kind is None:
            raise HTTPException(400)
        try:
            taken = asked(desk).exports.take(kind, given.name, given.data, _said(given.fields))
        except OperatorError as error:
            return _ask(desk, request, kind, given, error)
        return RedirectResponse(f"/exports#export-{taken.snapshot.number}", 303)

    @router.post("/{decision}")
    def decide(decision: str, given: Annotated[Form, form]) -> RedirectResponse:
        """Use an export that waits, or discard it."""
        number = given.get("number", "")
        if decision not in _DECISIONS or not number.isascii() or not number.isdecimal():
            raise HTTPException(404)
        exports = asked(desk).exports
        if int(number) >= 2**31 or exports.found(int(number)) is None:
            raise HTTPException(404)
        exports.decide(int(number), _DECISIONS[decision])
        return RedirectResponse("/exports", 303)

    return router


def _said(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what a form says of columns, by their names as printed; "" is a column that is not used."""
    said = {}
    for name, heading in fields.items():
        meaning = fields.get(name.replace("heading", "meaning", 1), OPEN)
        if name.startswith("heading-") and meaning != OPEN:
            said[heading] = meaning
    return said


def _ask(desk: Desk, request: Request, kind: ExportKind, given: Upload, error: OperatorError) -> HTMLResponse:
    lang = chosen(request, desk.language)
    columns = error if isinstance(error, ColumnsNotUnderstoodError) else ColumnsNotUnderstoodError("")
    return answer.page(
        desk,
        request,
        "exports_ask.html",
        422,
        kind=kind,
        name=given.name,
        mistake=str(error),
        seen=columns.seen[:MOST_COLUMNS],
        missing=columns.missing,
        names=lambda group: " / ".join(word(lang, "data_field", each) for each in group),
        doubted={each.rpartition("=")[0] for each in columns.choices},
        said=_said(given.fields),
        fields=list(export_kinds.KINDS[kind].layout.names),
        open=OPEN,
        token=desk.token,
    )


def _is_old(desk: Desk, snapshot: ExportSnapshot) -> bool:
    """Tell whether an export is older than a day: SAP may have changed since."""
    return snapshot.is_old(desk.now()) and snapshot.kind is not ExportKind.PROFILES
