"""What a person does about the correspondence of a case: ask, settle, tell the sender, begin a draft."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path
from starlette.responses import RedirectResponse

from models.answering import Asked, MailKind, Posting, Resolver
from models.case import CaseDetail
from review import case_post, forms
from review.answer import Desk
from review.correspondence import Correspondence
from review.forms import Form
from review.invoicing.notices import CHINESE
from review.languages import LANGUAGES

LONGEST = 5000
"""Characters of what a person writes."""
Number = Annotated[int, Path(ge=1, le=2**31)]
TOLD = (MailKind.DECISION, MailKind.REJECTION)


def routes(desk: Desk) -> APIRouter:
    """Return the routes that a person acts by."""
    router = APIRouter(prefix="/cases/{number}")
    form = Depends(forms.reader(desk.token))

    @router.post("/questions")
    def ask(number: Number, given: Annotated[Form, form]) -> RedirectResponse:
        """Ask somebody of the house."""
        post, case = _found(desk, number)
        asked = _asked(desk, post, case, given)
        # Sent twice, a form asks once.
        if not any(each.asked == asked for each in post.questions(number)):
            post.ask(asked, case_post.first_mail(case))
        return _back(number)

    @router.post("/questions/{question}/settle", dependencies=[form])
    def settle(number: Number, question: Number) -> RedirectResponse:
        """Close a question: only a person does."""
        post, _ = _found(desk, number)
        if all(each.number != question for each in post.questions(number)):
            raise HTTPException(404)
        post.settle(question)
        return _back(number)

    @router.post("/tell")
    def tell(number: Number, given: Annotated[Form, form]) -> RedirectResponse:
        """Tell the sender what was decided."""
        post, case = _found(desk, number)
        post.add(_told(desk, post, case, given))
        return _back(number)

    @router.post("/drafts")
    def draft(number: Number, given: Annotated[Form, form]) -> RedirectResponse:
        """Begin a draft to the customer, which a person then corrects and sends."""
        post, case = _found(desk, number)
        post.add(case_post.customer_draft(case, post, _nonce(given)))
        return RedirectResponse("/outbox?state=held", 303)

    return router


def _asked(desk: Desk, post: Correspondence, case: CaseDetail, given: Form) -> Asked:
    resolver = next((each for each in Resolver if each.value == given.get("resolver")), None)
    recipient = case_post.asked_at(post, case, resolver) if resolver else ""
    text = _written(given)
    if resolver is None or not recipient:
        raise HTTPException(400)
    line, _, field = given.get("pin", "").partition("-")
    return Asked(
        case=case.summary.number,
        resolver=resolver,
        recipient=recipient,
        lang=_language(desk, given, text),
        text=text,
        line=int(line) if line.isascii() and line.isdigit() and len(line) < 6 else None,
        field=field if field in case_post.FIELDS else "",
    )


def _told(desk: Desk, post: Correspondence, case: CaseDetail, given: Form) -> Posting:
    kind = next((each for each in TOLD if each.value == given.get("kind")), None)
    address, text = case_post.sender(case), _written(given)
    if kind is None or not post.inside(address):
        raise HTTPException(400)
    number = case.summary.number
    return Posting(
        key=f"{kind}:{number}:{_nonce(given)}",
        kind=kind,
        recipient=address,
        lang=_language(desk, given, text),
        raw_sha256=case_post.first_mail(case),
        cases=(number,),
        text=text,
    )


def _found(desk: Desk, number: int) -> tuple[Correspondence, CaseDetail]:
    case = desk.sources.case(number)
    if desk.post is None or case is None:
        raise HTTPException(404)
    return desk.post, case


def _back(number: int) -> RedirectResponse:
    return RedirectResponse(f"/cases/{number}#post", 303)


def _written(given: Form) -> str:
    text = given.get("text", "")
    if not text or len(text) > LONGEST:
        raise HTTPException(400)
    return text


def _nonce(given: Form) -> str:
    nonce = given.get("nonce", "")
    if not (nonce.isascii() and nonce.isalnum() and len(nonce) == 16):
        raise HTTPException(400)
    return nonce


def _language(desk: Desk, given: Form, text: str) -> str:
    if CHINESE.search(text):
        return "zh"
    lang = given.get("lang", "")
    return lang if lang in LANGUAGES else desk.language
