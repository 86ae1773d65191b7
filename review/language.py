"""Which language a page speaks: the one asked for, the one chosen before, or the browser's."""

from collections.abc import Iterator

from starlette.requests import Request

from review.languages import LANGUAGES

COOKIE = "countercheck_lang"
DEFAULT = "zh"


def chosen(request: Request, default: str = DEFAULT) -> str:
    """Return the language for a request."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in LANGUAGES:
            return wanted
    accepted = _accepted(request.headers.get("accept-language", ""))
    return next((each for each in accepted if each in LANGUAGES), default)


def _accepted(header: str) -> Iterator[str]:
    """Yield the primary languages of an Accept-Language header (RFC 9110, 12.5.4), the best first."""
    weighed = []
    for place, each in enumerate(header.split(",")[:20]):
        tag, _, quality = each.partition(";")
        weighed.append((-_quality(quality), place, tag.strip().lower().partition("-")[0]))
    yield from (primary for weight, _, primary in sorted(weighed) if weight < 0)


def _quality(text: str) -> float:
    name, _, number = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(max(float(number), 0.0), 1.0)
    except ValueError:
        return 0.0
