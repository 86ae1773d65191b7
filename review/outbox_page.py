"""Mails of ours: what was sent to whom when, what waits, what failed and why, what a person releases."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from desk.answering import ADDRESS
from models.answering import Mail, MailKind, MailState, Why
from models.rows.post.outbox_desk import Wording
from review import answer, forms
from review.answer import Desk
from review.forms import Form

SHOWN = 50
OPEN = (MailState.HELD, MailState.FAILED, MailState.WAITING, MailState.SENDING)
"""What a person looks for first."""
WRITTEN = frozenset({MailKind.CUSTOMER, MailKind.DECISION, MailKind.REJECTION, MailKind.NOTICE})
WHOLE = frozenset({MailKind.CUSTOMER, MailKind.NOTICE})
"""Mails whose words are a person's, and can be changed before they go out; of some, the subject too."""


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the outbox."""
    router = APIRouter(prefix="/outbox")
    form = Depends(forms.reader(desk.token))

    @router.get("", response_class=HTMLResponse)
    def outbox(
        request: Request,
        state: Annotated[MailState | None, Query()] = None,
        skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        refused: Annotated[int, Query(ge=0, le=1)] = 0,
        thrown: Annotated[str, Query(max_length=400)] = "",
    ) -> HTMLResponse:
        """List our mails."""
        if desk.post is None:
            raise HTTPException(404)
        counted = desk.post.counted()
        mails = desk.post.mails((state,) if state else tuple(MailState), SHOWN + 1, skip)
        return answer.page(
            desk,
            request,
            "outbox.html",
            mails=mails[:SHOWN],
            state=state,
            states=[each for each in MailState if counted.get(each)],
            counted=counted,
            sends=desk.post.sends,
            refused=bool(refused),
            thrown=_thrown(desk, thrown),
            by_hand=Why.BY_HAND,
            writes=WRITTEN,
            whole=WHOLE,
            changeable={MailState.HELD, MailState.FAILED, MailState.WAITING},
            token=desk.token,
            skip=skip,
            more=skip + SHOWN if len(mails) > SHOWN else None,
        )

    @router.post("/release")
    def release(given: Annotated[Form, form]) -> RedirectResponse:
        """Send a mail now."""
        mail = _found(desk, given)
        recipient = given.get("recipient", mail.recipient).lower()
        if not ADDRESS.fullmatch(recipient):
            return RedirectResponse(f"/outbox?state={mail.state}&refused=1", 303)
        assert desk.post is not None, "there is a mail"
        desk.post.release(mail.key, _wording(mail, given, recipient))
        return RedirectResponse("/outbox", 303)

    @router.post("/discard")
    def discard(given: Annotated[Form, form]) -> RedirectResponse:
        """Throw a mail away."""
        mail = _found(desk, given)
        assert desk.post is not None, "there is a mail"
        desk.post.discard(mail.key)
        return RedirectResponse(f"/outbox?thrown={quote(mail.key, safe='')}", 303)

    @router.post("/take-back")
    def take_back(given: Annotated[Form, form]) -> RedirectResponse:
        """Let a mail that was thrown away wait for a person again."""
        mail = _found(desk, given)
        assert desk.post is not None, "there is a mail"
        desk.post.take_back(mail.key)
        return RedirectResponse(f"/outbox?state={MailState.HELD}", 303)

    return router


def _thrown(desk: Desk, key: str) -> Mail | None:
    """Return the mail that a person has just thrown away, and may want back."""
    mail = desk.post.mail(key) if desk.post and key else None
    return mail if mail and (mail.state, mail.why) == (MailState.DISCARDED, Why.BY_HAND) else None


def _wording(mail: Mail, given: Form, recipient: str) -> Wording:
    if mail.kind not in WRITTEN:
        # What is composed is composed anew; an alert keeps its words.
        return (
            Wording(recipient, mail.subject, mail.text) if mail.kind is MailKind.ALERT else Wording(recipient)
        )
    return Wording(
        recipient,
        given.get("subject", mail.subject) or mail.subject,
        given.get("text", mail.text) or mail.text,
    )


def _found(desk: Desk, given: Form) -> Mail:
    mail = desk.post.mail(given.get("key", "")) if desk.post else None
    if mail is None:
        raise HTTPException(404)
    return mail
