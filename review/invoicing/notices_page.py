"""Notices about an answered list: whom they go to, what they say, and a person who sends them."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse

from desk.answering import ADDRESS
from models.answering import Mail, MailState
from models.invoicing import Teller
from models.rows.post.outbox_desk import Wording
from review import answer, forms
from review.answer import Desk
from review.forms import Form
from review.invoicing import invoices, notice_mails, rows
from review.invoicing.invoices_page import Number, asked, found
from review.language import chosen

TELLERS = tuple(Teller)
FIRST = (MailState.HELD, MailState.FAILED, MailState.WAITING, MailState.SENDING, MailState.SENT)
"""The mails that a person has to look at come first."""


def routes(desk: Desk) -> APIRouter:
    """Return the routes of notices."""
    router = APIRouter(prefix="/invoices")
    form = Depends(forms.reader(desk.token))

    @router.get("/{number}/notices", response_class=HTMLResponse)
    def notices(request: Request, number: Number, refused: str = "") -> HTMLResponse:
        """Show whom the notices go to, and what they say."""
        answered, lists = found(desk, number), asked(desk).lists
        kept = lists.notices(number)
        return answer.page(
            desk,
            request,
            "invoices_notices.html",
            view=rows.view(chosen(request, desk.language), answered),
            summary=answered.summary,
            mails=sorted(kept, key=_place),
            teller=_teller,
            outdated=answered.summary.superseded_by is None
            and notice_mails.outdated(lists.drafts(answered), lists.telling(answered.summary), kept),
            unsent=notice_mails.is_open,
            sends=desk.post.sends if desk.post else False,
            refused=bool(refused),
            part="notices",
            token=desk.token,
        )

    @router.post("/{number}/notices/send")
    def send(number: Number, given: Annotated[Form, form]) -> RedirectResponse:
        """Send a notice as it stands."""
        mail = _found(desk, number, given)
        recipient = given.get("recipient", mail.recipient).lower()
        if not ADDRESS.fullmatch(recipient):
            return RedirectResponse(f"/invoices/{number}/notices?refused=1", 303)
        assert desk.post is not None, "there is a mail"
        desk.post.release(mail.key, Wording(recipient, mail.subject, mail.text))
        return RedirectResponse(f"/invoices/{number}/notices", 303)

    @router.post("/{number}/notices/discard")
    def discard(number: Number, given: Annotated[Form, form]) -> RedirectResponse:
        """Throw a notice away."""
        mail = _found(desk, number, given)
        assert desk.post is not None, "there is a mail"
        desk.post.discard(mail.key)
        return RedirectResponse(f"/invoices/{number}/notices", 303)

    @router.post("/{number}/notices/renew", dependencies=[form])
    def renew(number: Number) -> RedirectResponse:
        """Draft what is missing, and let drafts say what is decided now."""
        invoices.renew(asked(desk).lists, found(desk, number))
        return RedirectResponse(f"/invoices/{number}/notices", 303)

    return router


def _place(mail: Mail) -> tuple[int, int, str]:
    state = FIRST.index(mail.state) if mail.state in FIRST else len(FIRST)
    return state, TELLERS.index(_teller(mail)), mail.key


def _teller(mail: Mail) -> Teller:
    """Return whom a mail is for, by its key."""
    return Teller(mail.key.split(":")[2])


def _found(desk: Desk, number: int, given: Form) -> Mail:
    mail = desk.post.mail(given.get("key", "")) if desk.post else None
    if mail is None or not mail.key.startswith(f"notice:{number}:"):
        raise HTTPException(404)
    return mail
