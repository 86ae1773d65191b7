"""Templates to answers, in the language of the request."""

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from review import display, language, particulars
from review.acts import Acts
from review.correspondence import Correspondence
from review.invoicing.invoices import Invoicing
from review.languages import LANGUAGES
from review.page_image import PageImages
from review.quotations import Quotations
from review.sources import Sources
from review.standing import Ask
from review.words import say, word

_STEERING = dict.fromkeys(
    [*range(0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], "\ufffd"
) | {0x09: " ", 0x0A: "\n", 0x0D: " "}
_YEAR = 365 * 86_400


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page works with. `now` gives the time in the zone that people read it in.

    `post` is None where the pages have no correspondence, `quotations` where they have no imports,
    `invoicing` where they have no invoice lists, `acts` where a person can only look, `standing` where
    nothing is told of the installation's health; `token` is what every form of ours brings back.
    """

    sources: Sources
    images: PageImages
    now: Callable[[], dt.datetime]
    language: str = language.DEFAULT
    post: Correspondence | None = None
    token: str = ""
    quotations: Quotations | None = None
    invoicing: Invoicing | None = None
    acts: Acts | None = None
    standing: Ask | None = None


@functools.cache
def templates() -> Environment:
    """Return the templates; what is put in is always escaped, and a missing value is an error."""
    return Environment(
        loader=FileSystemLoader(str(resources.files("review") / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _visible(value: object) -> object:
    # A mark that turns the direction of writing could make 81 out of 18 before the reader's eyes.
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_STEERING)
    return value


def page(desk: Desk, request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return `template` as a page in the language of the request, which is kept if it was asked for."""
    lang = language.chosen(request, desk.language)
    now = desk.now()
    text = (
        templates()
        .get_template(template)
        .render(
            lang=lang,
            languages=[(each, f"?{request.url.include_query_params(lang=each).query}") for each in LANGUAGES],
            say=functools.partial(say, lang),
            word=functools.partial(word, lang),
            particular=functools.partial(particulars.worded, lang),
            age=lambda moment: display.age(lang, moment, now),
            ago=lambda moment: display.ago(lang, moment, now),
            moment=lambda moment: display.moment(moment, now),
            money=display.money,
            decimal=display.decimal,
            size=display.size,
            has_outbox=desk.post is not None,
            has_quotations=desk.quotations is not None,
            has_invoices=desk.invoicing is not None,
            has_health=desk.standing is not None,
            # A database that is busy must still be able to say so.
            late=desk.post.late() if desk.post is not None and status < 500 else 0,
            **values,
        )
    )
    response = HTMLResponse(text, status)
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie(language.COOKIE, lang, max_age=_YEAR, httponly=True, samesite="lax")
    return response
