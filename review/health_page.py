"""Is all well: what is wrong, how each mailbox and each worker does, the last examination."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse

from models.rows.inbox.mailbox_states import MailboxState
from review import answer, trouble_words
from review.answer import Desk
from review.language import chosen
from review.particulars import worded
from review.standing import Standing
from review.words import say


@dataclass(frozen=True, slots=True)
class SourceView:
    """A mailbox or a folder; `tone` chooses its mark, `state` and `remarks` say how it does."""

    account: str
    folder: str
    known: MailboxState | None
    tone: str
    state: str
    remarks: tuple[str, ...] = ()


def routes(desk: Desk) -> APIRouter:
    """Return the route of the installation's health."""
    router = APIRouter(prefix="/health")

    @router.get("", response_class=HTMLResponse)
    def health(request: Request) -> HTMLResponse:
        """Show how the installation does."""
        if desk.standing is None:
            raise HTTPException(404)
        found = desk.standing()
        lang = chosen(request, desk.language)
        sources = [source(lang, *each) for each in found.sources]
        return answer.page(
            desk,
            request,
            "health.html",
            troubles=[(trouble_words.named(lang, each), each.since) for each in found.troubles],
            sources=sources,
            workers=found.workers,
            examined=found.examined,
            healthy=found.healthy,
            well=_is_well(found, sources),
            ledger=desk.sources.ledger(),
        )

    return router


def _is_well(found: Standing, sources: Sequence[SourceView]) -> bool:
    """Tell whether there is nothing to see; where nobody takes mails in, there is."""
    works = bool(found.workers) and all(each.beats for each in found.workers)
    return works and found.healthy and not found.troubles and all(each.tone == "equal" for each in sources)


def source(lang: str, account: str, folder: str, known: MailboxState | None) -> SourceView:
    """Return how a mailbox or a watched folder does, in words."""
    if known is None:
        return SourceView(account, folder, None, "not_checked", say(lang, "health.never"))
    if known.auth_failed:
        return SourceView(
            account, folder, known, "differs", say(lang, "alert.login_refused", account=account)
        )
    remarks = tuple(_remarks(lang, known))
    if known.failures:
        error = worded(lang, known.last_error or "")
        text = say(lang, "health.failing", n=known.failures, error=error)
        return SourceView(account, folder, known, "differs", text, remarks)
    tone = "unsure" if remarks else "equal"
    return SourceView(account, folder, known, tone, say(lang, "health.answers"), remarks)


def _remarks(lang: str, known: MailboxState) -> list[str]:
    said = []
    if known.withheld:
        said.append(say(lang, "health.withheld", n=known.withheld))
    if known.unfiled:
        error = worded(lang, known.filing_error or "")
        said.append(say(lang, "health.unfiled", n=known.unfiled, error=error))
    if known.read_only:
        said.append(say(lang, "health.read_only"))
    return said
