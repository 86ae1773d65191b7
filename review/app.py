"""The pages as a web application, for this machine only."""

import datetime as dt
import logging
import secrets
from collections.abc import Callable, Mapping
from importlib import resources

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from models.errors import DatabaseError
from review import (
    acts_routes,
    answer,
    case_page,
    case_post_routes,
    health_page,
    messages_page,
    outbox_page,
    queue_page,
    quotations_page,
)
from review.acts import Acts
from review.answer import Desk
from review.correspondence import Correspondence
from review.guard import HEADERS, HOSTS, LOOPBACK, Guard
from review.invoicing import (
    attest_page,
    exports_page,
    invoices_page,
    notices_page,
    profiles_page,
    row_page,
    switches_page,
)
from review.invoicing.invoices import Invoicing
from review.language import DEFAULT
from review.page_image import PageImages
from review.quotations import Quotations
from review.sources import Sources
from review.standing import Ask

log = logging.getLogger(__name__)
PAGES = (
    queue_page,
    case_page,
    case_post_routes,
    messages_page,
    health_page,
    acts_routes,
    outbox_page,
    quotations_page,
    # Words in addresses come before the numbers of lists.
    switches_page,
    invoices_page,
    row_page,
    attest_page,
    notices_page,
    profiles_page,
    exports_page,
)
_TOLD = frozenset({400, 403, 404, 405, 410, 413})


def local_now() -> dt.datetime:
    """Return the current time in this machine's zone."""
    return dt.datetime.now(dt.UTC).astimezone()


Readiness = Callable[[], tuple[bool, Mapping[str, object]]]
"""Tells whether everything works that mails need, and what does not."""


def _ready() -> tuple[bool, Mapping[str, object]]:
    return True, {}


def create_app(
    sources: Sources,
    *,
    hosts: frozenset[str] = HOSTS,
    clients: frozenset[str] = LOOPBACK,
    ready: Readiness = _ready,
    now: Callable[[], dt.datetime] = local_now,
    language: str = DEFAULT,
    post: Correspondence | None = None,
    quotations: Quotations | None = None,
    invoicing: Invoicing | None = None,
    acts: Acts | None = None,
    standing: Ask | None = None,
) -> FastAPI:
    """Return the application; `hosts` are the names it answers to, `language` what it speaks unasked.

    `clients` are the addresses that it answers; `ready` is asked by whoever watches over the installation.
    """
    desk = Desk(
        sources,
        PageImages(sources),
        now,
        language,
        post,
        secrets.token_urlsafe(32),
        quotations,
        invoicing,
        acts,
        standing,
    )
    app = FastAPI(title="countercheck", openapi_url=None, docs_url=None, redoc_url=None)
    for pages in PAGES:
        app.include_router(pages.routes(desk))
    app.mount("/static", StaticFiles(directory=str(resources.files("review") / "static")), name="static")
    app.add_api_route("/healthz", _healthy, response_class=PlainTextResponse)
    app.add_api_route("/readyz", lambda: _readiness(ready), response_class=JSONResponse)
    _add_errors(app, desk)
    app.add_middleware(Guard, hosts=hosts, clients=clients)
    return app


def _healthy() -> PlainTextResponse:
    return PlainTextResponse("ok")


def _readiness(ready: Readiness) -> JSONResponse:
    good, facts = ready()
    return JSONResponse({"ready": good, **facts}, 200 if good else 503)


def _add_errors(app: FastAPI, desk: Desk) -> None:
    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        known = status if status in _TOLD else 404
        return answer.page(desk, request, "error.html", status, code=known, error_id=None)

    def broken(request: Request, _error: Exception) -> Response:
        # The traceback goes to the log by itself; people get only the number to find it by.
        error_id = secrets.token_hex(4)
        log.error("error %s at %s %r", error_id, request.method, request.url.path)
        response = answer.page(desk, request, "error.html", 500, code=500, error_id=error_id)
        response.headers.update(HEADERS)
        return response

    def busy(request: Request, _error: Exception) -> Response:
        # Locked, full or not there: nobody's fault here, and worth another try in a moment.
        response = answer.page(desk, request, "error.html", 503, code=503, error_id=None)
        response.headers["Retry-After"] = "5"
        return response

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(DatabaseError, busy)
    app.add_exception_handler(RequestValidationError, refused)
    app.add_exception_handler(Exception, broken)
