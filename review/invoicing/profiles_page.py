"""How customers want their invoices: looked up, changed with a reason, proposed, in and out as a file."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from models.errors import OperatorError
from models.invoice_desk import KeptProfile, Proposal
from models.invoice_sources import InvoiceProfile
from review import answer, forms
from review.answer import Desk
from review.download import attachment
from review.forms import Form
from review.invoicing import profile_form, profile_import, profile_sheet, uploads
from review.invoicing.invoices import Profiles
from review.invoicing.invoices_page import asked
from review.invoicing.profile_form import Filled
from review.invoicing.uploads import Upload
from review.language import chosen
from review.words import say

SHOWN = 50
LONGEST = 500
"""Characters of a reason."""
Customer = Annotated[str, Path(pattern=f"^{profile_form.NUMBER.pattern}$")]


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the profiles."""
    router = APIRouter(prefix="/profiles")
    router.include_router(_in_and_out(desk))
    form = Depends(forms.reader(desk.token))

    @router.get("", response_class=HTMLResponse)
    def listed(
        request: Request,
        search: Annotated[str, Query(max_length=100)] = "",
        skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> HTMLResponse:
        """List the profiles that a search finds."""
        profiles = asked(desk).profiles
        every = profiles.listed()
        found = [each for each in every if _fits(each.profile, search.strip())]
        return answer.page(
            desk,
            request,
            "profiles.html",
            profiles=found[skip : skip + SHOWN],
            found=len(found),
            of=len(every),
            search=search.strip(),
            proposals=profiles.proposals(),
            skip=skip,
            more=skip + SHOWN if len(found) > skip + SHOWN else None,
            token=desk.token,
        )

    @router.post("/new")
    def new(given: Annotated[Form, form]) -> RedirectResponse:
        """Open the page of a customer, also of one without a profile."""
        number = given.get("number", "")
        if not profile_form.NUMBER.fullmatch(number):
            raise HTTPException(404)
        return RedirectResponse(f"/profiles/{number}", 303)

    @router.get("/{number}", response_class=HTMLResponse)
    def one(request: Request, number: Customer) -> HTMLResponse:
        """Show a customer's profile, its history and what is proposed."""
        return _page(desk, request, number, None)

    @router.post("/{number}", response_model=None)
    def put(
        request: Request, number: Customer, given: Annotated[Form, form]
    ) -> HTMLResponse | RedirectResponse:
        """Change a profile as the form says, with the reason."""
        return _put(desk, request, number, given)

    @router.post("/{number}/proposals/{proposal}")
    def settle(number: Customer, proposal: int, given: Annotated[Form, form]) -> RedirectResponse:
        """Accept a proposed rule, or reject it."""
        profiles, accepted = asked(desk).profiles, given.get("accepted")
        open_ones = {each.number for each in _proposals(profiles, number)}
        if proposal not in open_ones or accepted not in {"yes", "no"}:
            raise HTTPException(404)
        profiles.settle(proposal, accepted == "yes")
        return RedirectResponse(f"/profiles/{number}", 303)

    return router


def _in_and_out(desk: Desk) -> APIRouter:
    router = APIRouter()
    file = Depends(uploads.reader(desk.token))

    @router.get("/download", response_class=Response)
    def download(request: Request) -> Response:
        """Hand out all profiles as a workbook that can be taken in again."""
        lang = chosen(request, desk.language)
        data = profile_sheet.workbook(asked(desk).profiles.listed(), lang)
        return attachment(data, say(lang, "profile.file_name"), "invoice-profiles.xlsx")

    @router.post("/import", response_class=HTMLResponse)
    def take(request: Request, given: Annotated[Upload, file]) -> HTMLResponse:
        """Take the profiles of a file over, and say what came of each."""
        taken, mistake = None, ""
        try:
            taken = profile_import.take(asked(desk), given, chosen(request, desk.language))
        except OperatorError as refused:
            mistake = str(refused)
        return answer.page(
            desk,
            request,
            "profiles_import.html",
            422 if mistake else 200,
            name=given.name,
            taken=taken,
            mistake=mistake,
        )

    return router


def _page(desk: Desk, request: Request, number: str, filled: Filled | None, why: str = "") -> HTMLResponse:
    profiles = asked(desk).profiles
    kept = profiles.found(number)
    profile = kept.profile if kept else InvoiceProfile(number)
    history = profiles.history(number)
    return answer.page(
        desk,
        request,
        "profiles_one.html",
        422 if filled else 200,
        number=number,
        kept=kept,
        values=filled.values if filled else profile_form.values(profile),
        mistakes=filled.mistakes if filled else {},
        why=why,
        fields=profile_form.FIELDS,
        in_words=partial(profile_form.in_words, chosen(request, desk.language)),
        history=_steps(history),
        proposals=[(each, _outcome(profile, each)) for each in _proposals(profiles, number)],
        token=desk.token,
    )


def _put(desk: Desk, request: Request, number: str, given: Form) -> HTMLResponse | RedirectResponse:
    filled = _filled(number, given)
    if filled.profile is None:
        return _page(desk, request, number, filled, given.get("why", ""))
    profiles = asked(desk).profiles
    kept = profiles.found(number)
    if kept is None or kept.profile != filled.profile:
        profiles.put(filled.profile, _why(given))
    return RedirectResponse(f"/profiles/{number}", 303)


def _filled(number: str, given: Form) -> Filled:
    filled = profile_form.filled(number, given)
    if _why(given):
        return filled
    return Filled(filled.values, None, {**filled.mistakes, "why": "why"})


def _why(given: Form) -> str:
    return " ".join(given.get("why", "").split())[:LONGEST]


def _fits(profile: InvoiceProfile, search: str) -> bool:
    texts = (profile.customer_number, profile.name, profile.title, profile.tax_number, profile.email)
    return any(search.casefold() in (each or "").casefold() for each in texts)


def _proposals(profiles: Profiles, number: str) -> list[Proposal]:
    return [each for each in profiles.proposals() if each.customer_number == number]


def _outcome(profile: InvoiceProfile, proposal: Proposal) -> tuple[tuple[str, str, str], ...]:
    """Return what a proposal changes: the field, what it says now, what it would say."""
    before = profile_form.values(profile)
    return tuple((name, before.get(name, ""), value) for name, value in proposal.changes.items())


def _steps(history: tuple[KeptProfile, ...]) -> list[tuple[KeptProfile, tuple[tuple[str, str, str], ...]]]:
    """Return the versions of a profile, the newest first, each with what it changed."""
    ordered = sorted(history, key=lambda each: each.version)
    steps = []
    for at, each in enumerate(ordered):
        after = profile_form.values(each.profile)
        before = profile_form.values(ordered[at - 1].profile) if at else dict.fromkeys(after, "")
        changed = tuple((name, before[name], after[name]) for name in after if before[name] != after[name])
        steps.append((each, changed))
    return steps[::-1]
