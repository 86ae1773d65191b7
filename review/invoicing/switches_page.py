"""Which kinds of notices go out without a person; those to customers only where the desk lead says so."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse

from desk.invoicing.deciding import TELL
from models.invoicing import Code, Teller
from review import answer, forms
from review.answer import Desk
from review.forms import Form
from review.invoicing.invoices_page import asked
from review.invoicing.report import ORDER

TELLERS = tuple(Teller)


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the switches."""
    router = APIRouter(prefix="/invoices")
    form = Depends(forms.reader(desk.token))

    @router.get("/switches", response_class=HTMLResponse)
    def switches(request: Request, refused: str = "") -> HTMLResponse:
        """Show which kinds of notices go out by themselves."""
        return answer.page(
            desk,
            request,
            "invoices_switches.html",
            codes=ORDER,
            tellers=TELLERS,
            told={code: _tellers(code) for code in ORDER},
            standing={(each.code, each.teller): each for each in asked(desk).switches()},
            addresses=asked(desk).addresses,
            refused=bool(refused),
            token=desk.token,
        )

    @router.post("/switches")
    def switch(given: Annotated[Form, form]) -> RedirectResponse:
        """Let a kind of notice go out by itself, or not any more."""
        code = next((each for each in Code if each.value == given.get("code")), None)
        teller = next((each for each in Teller if each.value == given.get("teller")), None)
        if code is None or teller is None or teller not in _tellers(code):
            raise HTTPException(400)
        on = given.get("automatic") == "1"
        if on and teller is Teller.CUSTOMER and given.get("sure") != "1":
            return RedirectResponse("/invoices/switches?refused=1", 303)
        asked(desk).switch(code, teller, on)
        return RedirectResponse("/invoices/switches", 303)

    return router


def _tellers(code: Code) -> tuple[Teller, ...]:
    """Return who may be told of a decision: sales is where a customer has no address."""
    tellers = TELL[code]
    return (*tellers, Teller.SALES) if Teller.CUSTOMER in tellers and Teller.SALES not in tellers else tellers
