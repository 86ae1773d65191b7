"""What a person does about mails and cases: try again, read again, ask the server again, take note."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path
from starlette.responses import RedirectResponse

from models.receipt import SightingKey
from review import forms
from review.acts import Acts
from review.answer import Desk
from review.forms import Form
from review.messages_page import Sha256

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
LIST = "/messages?state=quarantined"


def routes(desk: Desk) -> APIRouter:
    """Return the routes that a person acts by. What is done already, or gone, changes nothing."""
    router = APIRouter()
    form = Depends(forms.reader(desk.token))

    @router.post("/messages/withheld/retry")
    def ask_again(given: Annotated[Form, form]) -> RedirectResponse:
        """Ask the mail server again for a mail that it did not hand out."""
        _acts(desk).ask_again(_key(given))
        return RedirectResponse(LIST, 303)

    @router.post("/messages/{sha256}/retry")
    def retry(sha256: Sha256, given: Annotated[Form, form]) -> RedirectResponse:
        """Let a message that was put aside be worked on anew."""
        if desk.sources.message(sha256) is None:
            raise HTTPException(404)
        _acts(desk).put_back(sha256)
        return RedirectResponse(LIST if given.get("back") == "list" else f"/messages/{sha256}", 303)

    @router.post("/cases/{number}/read-again")
    def read_again(number: Number, _given: Annotated[Form, form]) -> RedirectResponse:
        """Let the document of a case be read anew."""
        return _on_case(desk, number, _acts(desk).read_again(number))

    @router.post("/cases/{number}/confirm")
    def confirm(number: Number, _given: Annotated[Form, form]) -> RedirectResponse:
        """Take note that newer quotations changed a case."""
        return _on_case(desk, number, _acts(desk).confirm(number))

    return router


def _on_case(desk: Desk, number: int, done: bool) -> RedirectResponse:  # noqa: FBT001 - what came of it
    if not done and desk.sources.case(number) is None:
        raise HTTPException(404)
    return RedirectResponse(f"/cases/{number}", 303)


def _key(given: Form) -> SightingKey:
    number = given.get("uidvalidity", "")
    if not (number.isascii() and number.isdecimal() and len(number) <= 10):
        raise HTTPException(404)
    return SightingKey(given.get("account", ""), given.get("folder", ""), int(number), given.get("uid", ""))


def _acts(desk: Desk) -> Acts:
    if desk.acts is None:
        raise HTTPException(404)
    return desk.acts
