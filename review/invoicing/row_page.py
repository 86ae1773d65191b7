"""A row of an answered invoice list: what SAP says, why it was decided so, what a person decides instead."""

import datetime as dt
import zoneinfo
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Request
from starlette.responses import HTMLResponse, RedirectResponse

from models.invoice_desk import AnsweredList, KeptProfile, RowChange
from models.invoicing import Code
from models.rows.invoicing.attestations import Word
from review import answer, forms
from review.answer import Desk
from review.forms import Form
from review.invoicing import attest_form, decisions, evidence, profile_form, rows, rules
from review.invoicing.invoices_page import Number, asked, filtered, found
from review.invoicing.report import amount
from review.invoicing.rows import Filter, RowView
from review.invoicing.rules import ASKS, CHANGES
from review.language import chosen

LONGEST = 500
"""Characters of a reason."""
Position = Annotated[int, Path(ge=0, le=2**31 - 1)]


def routes(desk: Desk) -> APIRouter:
    """Return the routes of a row."""
    router = APIRouter(prefix="/invoices/{number}/rows/{position}")
    form = Depends(forms.reader(desk.token))

    @router.get("", response_class=HTMLResponse)
    def row(
        request: Request, number: Number, position: Position, wanted: Annotated[Filter, Depends(filtered)]
    ) -> HTMLResponse:
        """Show a row with everything that decided it."""
        return show(desk, request, found(desk, number), position, wanted)

    @router.post("/change", response_model=None)
    def change(
        request: Request,
        number: Number,
        position: Position,
        given: Annotated[Form, form],
        wanted: Annotated[Filter, Depends(filtered)],
    ) -> HTMLResponse | RedirectResponse:
        """Decide otherwise than the program did, and say why."""
        answered = found(desk, number)
        mistake = _changed(desk, answered, position, given)
        if mistake:
            return show(desk, request, answered, position, wanted, mistake=mistake, given=given)
        return _back(number, position, wanted)

    @router.post("/undo")
    def undo(
        number: Number,
        position: Position,
        given: Annotated[Form, form],  # noqa: ARG001 - reading it proves that our page sent it
        wanted: Annotated[Filter, Depends(filtered)],
    ) -> RedirectResponse:
        """Take a change back: what the program decided holds again."""
        answered = found(desk, number)
        state = row_of(answered, position).state
        if state.change is not None:
            _keep(desk, answered, position, RowChange(state.decision.code, "", "desk", desk.now()))
        return _back(number, position, wanted)

    @router.post("/propose", response_model=None)
    def propose(
        request: Request,
        number: Number,
        position: Position,
        given: Annotated[Form, form],
        wanted: Annotated[Filter, Depends(filtered)],
    ) -> HTMLResponse | RedirectResponse:
        """Propose that the customer's profile decides so from now on; a person accepts it there, or not."""
        answered = found(desk, number)
        customer = _proposed(desk, answered, position, given)
        if customer is None:
            return show(desk, request, answered, position, wanted, mistake="rule", given=given)
        return RedirectResponse(f"/profiles/{customer}#proposals", 303)

    return router


def show(
    desk: Desk,
    request: Request,
    answered: AnsweredList,
    position: int,
    wanted: Filter,
    *,
    mistake: str = "",
    given: Form | None = None,
) -> HTMLResponse:
    """Return the page of a row; `mistake` is what was wrong with a form, which is shown as it was `given`."""
    kept = asked(desk)
    view = rows.view(chosen(request, desk.language), answered)
    row = view.row(position)
    if row is None:
        raise HTTPException(404)
    profile, lang = _profile(desk, row), chosen(request, desk.language)
    return answer.page(
        desk,
        request,
        "invoices_row.html",
        422 if mistake else 200,
        view=view,
        summary=answered.summary,
        row=row,
        changes=kept.lists.changes(answered.summary.number, position),
        evidence=evidence.evidence(lang, row.decision),
        program_why=decisions.reasons(lang, row.state.decision),
        shown_field=partial(profile_form.in_words, lang),
        beside=rows.beside(view.shown(wanted), position),
        wanted=wanted,
        profile=profile,
        profile_values=profile_form.values(profile.profile) if profile else {},
        fields=profile_form.FIELDS,
        offers=_offers(desk, row),
        open_proposals=[each for each in kept.profiles.proposals() if _is_of(each.customer_number, row)],
        codes=[each for each in Code if each is not row.state.code],
        group=next((each for each in view.answer.groups if each.name == row.decision.group), None),
        mistake=mistake,
        given=given or {},
        amount=amount,
        events=attest_form.events(row.decision),
        words=attest_form.shown(row.decision, _words(desk, row), _decided_at(answered)),
        anew_why=decisions.reason(lang, row.state.anew.why) if row.state.anew else "",
        today=desk.now().astimezone(zoneinfo.ZoneInfo(answered.summary.week.zone)).date(),
        token=desk.token,
    )


def _decided_at(answered: AnsweredList) -> dt.datetime:
    """Return when a list was decided last: answered, or decided anew as a whole by a person's word."""
    anew = [each.anew.at for each in answered.rows if each.anew is not None]
    return max([answered.summary.answered_at, *anew])


def _words(desk: Desk, row: RowView) -> tuple[Word, ...]:
    """Return what people vouched for about the order of a row."""
    seen = row.decision.seen
    return asked(desk).attestations.of_order(seen.item.order) if seen is not None and seen.item else ()


def _profile(desk: Desk, row: RowView) -> KeptProfile | None:
    number = row.decision.facts.customer_number
    return asked(desk).profiles.found(number) if number else None


def _is_of(customer_number: str, row: RowView) -> bool:
    return customer_number == row.decision.facts.customer_number


def _offers(desk: Desk, row: RowView) -> tuple[rules.Offer, ...]:
    """Return the rules that a person's change suggests, for a customer that is known."""
    change, number = row.state.change, row.decision.facts.customer_number
    if change is None or number is None or not profile_form.NUMBER.fullmatch(number):
        return ()
    profile = _profile(desk, row)
    return rules.offers(row.state.decision.code, change.code, profile.profile if profile else None)


def _changes(desk: Desk, row: RowView, given: Form) -> dict[str, str] | None:
    """Return the fields that a chosen rule sets; None where a field that it needs is not filled in."""
    rule = next((each.rule for each in _offers(desk, row) if each.rule.value == given.get("rule")), None)
    if rule is None:
        raise HTTPException(400)
    changes = dict(CHANGES[rule])
    if rule in ASKS:
        name = ASKS[rule]
        changes[name] = given.get(name, "")
        if not changes[name] or name in profile_form.filled("0", changes | {"mode": "single"}).mistakes:
            return None
    return changes


def _changed(desk: Desk, answered: AnsweredList, position: int, given: Form) -> str:
    """Change a row as a form says; return what is wrong with the form."""
    row = row_of(answered, position)
    why = " ".join(given.get("why", "").split())[:LONGEST]
    code = next((each for each in Code if each.value == given.get("code")), None)
    if code is None or code is row.state.code:
        return "code"
    if not why:
        return "why"
    _keep(desk, answered, position, RowChange(code, why, "desk", desk.now()))
    return ""


def _proposed(desk: Desk, answered: AnsweredList, position: int, given: Form) -> str | None:
    """Propose a rule as a form says; return its customer, None where a field is not filled in."""
    row = row_of(answered, position)
    changes = _changes(desk, row, given)
    customer, change = row.decision.facts.customer_number, row.state.change
    if changes is None or customer is None or change is None:
        return None
    asked(desk).profiles.propose(customer, changes, answered.summary.number, position, change.why)
    return customer


def row_of(answered: AnsweredList, position: int) -> RowView:
    """Return a row of a list, or say that there is nothing at this address."""
    row = rows.view("en", answered).row(position)
    if row is None:
        raise HTTPException(404)
    return row


def _keep(desk: Desk, answered: AnsweredList, position: int, change: RowChange) -> None:
    """Keep a change; the notices that were not sent are brought up to date with it."""
    if not asked(desk).lists.change(answered.summary.number, position, change):
        raise HTTPException(404)


def _back(number: int, position: int, wanted: Filter) -> RedirectResponse:
    return RedirectResponse(f"/invoices/{number}/rows/{position}{wanted.query()}", 303)
