"""A case: what must be decided, beside the document it was read from."""

import functools
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request
from starlette.responses import HTMLResponse, Response

from desk import basis_changes
from models.archive import BlobCorruptError
from models.case import CaseDetail, CaseDocument
from models.errors import Unreadable
from models.page import FileFormat, SourceDocument
from models.rows.inbox import retrying
from review import answer, belonging_view, case_post, case_view, messages_page, recompared_view
from review.answer import Desk
from review.cache import Cache
from review.case_view import CaseView
from review.download import attachment
from review.language import chosen
from review.sheets import Sheet, sheets
from review.spots import spots

_WORDS_KEPT = 200_000
"""How many words of read documents are kept in memory."""
_DRAWN = frozenset({FileFormat.PDF, FileFormat.IMAGE})
"""The formats of which pages can be drawn though their words cannot be read."""
Number = Annotated[int, Path(ge=1, le=2**31)]


def routes(desk: Desk) -> APIRouter:
    """Return the routes of a case: its page, the pictures of its document, the original."""
    router = APIRouter(prefix="/cases/{number}")
    documents: Cache[SourceDocument] = Cache(_WORDS_KEPT, _words)

    @router.get("", response_class=HTMLResponse)
    def case(
        request: Request, number: Number, page: Annotated[int, Query(ge=1, le=10_000)] = 1
    ) -> HTMLResponse:
        """Show the case."""
        lang = chosen(request, desk.language)
        found = _found(desk, number)
        shown = case_view.view(lang, found)
        pages = _sheets(desk, documents, found, shown, lang)
        anchors = {spot.anchor for sheet in pages for spot in sheet.spots}
        return answer.page(
            desk,
            request,
            "case.html",
            case=found,
            view=case_view.linked(shown, anchors),
            sheets=pages or _pictures(desk, found, page),
            page=page,
            post=case_post.view(desk, lang, found, shown),
            parts=_parts(desk, found, lang),
            recompared=recompared_view.view(lang, found),
            acts=desk.acts is not None,
            token=desk.token,
            reads_again=retrying.is_set_aside(found.versions.extractor),
            changed=basis_changes.REASON in found.summary.reasons,
            joined=functools.partial(belonging_view.joined, lang),
        )

    @router.get("/pages/{page}.png", response_class=Response)
    def picture(number: Number, page: Annotated[int, Path(ge=1, le=10_000)]) -> Response:
        """Draw a page of the case's document."""
        document = _document(desk, number)
        try:
            return Response(desk.images.png(document.sha256, page), media_type="image/png")
        except (Unreadable, BlobCorruptError):
            raise HTTPException(404) from None

    @router.get("/original", response_class=Response)
    def original(number: Number) -> Response:
        """Hand out the document as it came in."""
        document = _document(desk, number)
        try:
            data = desk.sources.blob(document.sha256)
        except BlobCorruptError:
            raise HTTPException(410) from None
        name = document.name if document.name not in {None, "body"} else f"body-{number}.{document.format}"
        return attachment(data, name or "", f"case-{number}")

    return router


def _found(desk: Desk, number: int) -> CaseDetail:
    case = desk.sources.case(number)
    if case is None:
        raise HTTPException(404)
    return case


def _document(desk: Desk, number: int) -> CaseDocument:
    document = _found(desk, number).document
    if document is None:
        raise HTTPException(404)
    return document


def _sheets(
    desk: Desk, documents: Cache[SourceDocument], case: CaseDetail, shown: CaseView, lang: str
) -> tuple[Sheet, ...]:
    """Return the document's pages with the boxes on them; none if it cannot be read."""
    reading = case.extraction.reading if case.extraction else None
    if case.document is None or reading is None:
        return ()
    kept = case.document
    try:
        document = documents.get((kept.sha256, kept.format), lambda: _read(desk, kept))
    except (Unreadable, BlobCorruptError):
        return ()
    checks = case.comparison.checks if case.comparison else ()
    return sheets(document, spots(lang, reading, checks, shown.values, document))


def _read(desk: Desk, document: CaseDocument) -> SourceDocument:
    return desk.sources.read(desk.sources.blob(document.sha256), FileFormat(document.format))


def _pictures(desk: Desk, case: CaseDetail, page: int) -> tuple[Sheet, ...]:
    """Return one page of a document whose words cannot be read (a scan), if it can at least be drawn."""
    if case.document is None or case.document.format not in _DRAWN:
        return ()
    try:
        width, height = desk.images.size(case.document.sha256, page)
    except (Unreadable, BlobCorruptError):
        return ()
    return (Sheet(page, width, height, picture=True),)


def _parts(desk: Desk, case: CaseDetail, lang: str) -> tuple[messages_page.MessageView, ...]:
    """Return the messages of a case that has no document of its own, with their parts."""
    if case.document is not None:
        return ()
    details = (desk.sources.message(each.message.raw_sha256) for each in case.messages)
    return tuple(messages_page.view(lang, each) for each in details if each)


def _words(document: SourceDocument) -> int:
    return sum(len(page.words) for page in document.pages)
