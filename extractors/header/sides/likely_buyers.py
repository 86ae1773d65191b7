"""Who may buy where no legal form and no label of the buyer tells: never sure, but better than the seller.

Many who order have no legal form to know them by: utilities, institutes, branches. Their name stands in the
first line of the form in large letters or once more on the page, or first in the address for the invoice.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.labelling.address_lines import COUNTRY, is_located
from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice
from extractors.header.sides import broken_names
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Reason

BILLED = late(
    r"\s*(?:bill(?:ed|ing)?[- ]?to|sold[- ]?to|invoice[- ]?to|(?:invoice|billing) address|from"
    r"|rechnungs(?:adresse|anschrift)"
    r"|(?:开票单位|开票抬头|发票抬头|开票信息|收票单位|收票方)[\s/]*(?:[a-z]+ ?){0,3})\s*[:：]?\s*$",
    re.IGNORECASE,
)
NAME = late(r"[^\W\d_]{2}")
SPOKEN = late(
    r"\s*(?:dear|hello|hi\b|good (?:morning|day|afternoon)|sehr geehrte|guten tag|to whom|please)"
    r"|\s*(?:您好|你好|尊敬的|各位|各单位)"
    r"|.*[,，!！。;；]\s*$|[\u4e00-\u9fff]{1,4}(?:您好|你好|：|:)",
    re.IGNORECASE,
)
"""A salutation, or a piece of a sentence."""
CAPTIONED = late(
    r".*\b(?:prices?|amounts?|currency)\b|.*(?:单价|价格|金额|币种)"
    r"|\s*(?:page\b|第\s*\d+\s*页|p\. ?\d|www\.|http|tel\b|fax\b|home\b|首页|当前位置)",
    re.IGNORECASE,
)
LONGEST = 60
TOP = 0.3
"""The head of a form is this upper share of its first page."""
LARGE = 1.2
"""A letterhead is so much larger than the usual letters."""
CALLED = 7
"""A number to call has so many digits at least: the line of a fax, "FROM: LFZLS 0357 2092417", is no name."""
SIGNATURE = 6
"""A mail ends with the signature, of so many lines at most."""
FIRST = 3
"""It is among so many first texts."""


def find(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the likely buyers, the likeliest first."""
    yield from _at_home(scope, sellers)
    billed = [found for found in scope.labelled if found.value is not None and BILLED.match(found.named)]
    # A company of a legal form is likelier than the name of the portal that printed the page.
    for found in billed:
        yield from _first_line(found, sellers) if companies.find(found.text) else ()
    yield from _at_the_head(scope, sellers)
    for found in billed:
        yield from _first_line(found, sellers)
    yield from _signing(scope, sellers)
    yield from _signed_for(scope, sellers)


def spelled_out(scope: Scope, shown: Sequence[Choice], sellers: set[str]) -> Iterator[Choice]:
    """Yield the company that a letterhead shows in short: "straits marine" is Straits Marine Pte Ltd."""
    for logo in shown:
        key = companies.key(logo.value or "")
        for run in scope.runs:
            for start, end in companies.find(run.text):
                name = companies.key(run.text[start:end])
                if key and name.startswith(key) and name != key and name not in sellers:
                    yield Choice(run.text[start:end].strip(), run, start, end, reason=Reason.ROLE)


def receiving(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the companies that the goods or the invoice go to and that are named once more on the paper.

    Business Central and IFS print the addresses of both sides without a label.
    """
    for found in scope.labelled:
        to_buyer = found.meanings == {Label.PLACE} or BILLED.match(found.named)
        if found.value is None or not to_buyer:
            continue
        for start, end in companies.find(found.text)[:1]:
            name = found.text[start:end].strip()
            others = (run for run in scope.runs if run.box != found.value.box)
            again = [run for run in others if name.casefold() in run.text.casefold()]
            if companies.key(name) not in sellers and any(not _within(found, run) for run in again):
                at = found.value.text.index(name, found.start)
                yield Choice(name, found.value, at, at + len(name), reason=Reason.ROLE)


def _at_home(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the company that the goods go to, where its street and town stand at the head as well.

    A letterhead often bears the short name alone: "K&Z Seal Service" over the address of Kramer & Zonen B.V.
    """
    head = [run for run in scope.runs if run.page.number == 1 and run.box.bottom < TOP * run.page.height]
    for found in scope.labelled:
        if found.meanings != {Label.PLACE} or found.value is None:
            continue
        for start, end in companies.find(found.text)[:1]:
            name, address = found.text[start:end].strip(), found.text[end:]
            lines = {run.text.strip(" ,") for run in head if is_located(run) and not _within(found, run)}
            if companies.key(name) not in sellers and sum(line in address for line in lines) > 1:
                at = found.value.text.index(name, found.start)
                yield Choice(name, found.value, at, at + len(name), reason=Reason.ROLE)


def _signing(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield who gets the goods: the first words of the address, where they are a line of the signature."""
    signed = {run.text.strip(" ,."): run for run in scope.runs[-SIGNATURE:]}
    for found in scope.labelled:
        if found.meanings == {Label.PLACE} and found.value is not None:
            run = signed.get(found.text.partition(",")[0].strip())
            if run is not None and not _within(found, run) and is_name(run.text):
                named = companies.key(run.text) not in sellers and not any(map(str.isdigit, run.text))
                yield from [Choice(run.text, run, 0, len(run.text), reason=Reason.ROLE)] if named else []


def _signed_for(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield a name in the address of the goods that stands in a line of the signature as well.

    "Block D, Technological University of Kilshannon, …" and "Department of Physics, Technological …".
    """
    for found in scope.labelled:
        if found.meanings != {Label.PLACE} or found.value is None:
            continue
        for name in (each.strip() for each in found.text.split(",")):
            plain = len(name.split()) > 1 and is_name(name) and not any(map(str.isdigit, name))
            if not plain or companies.key(name) in sellers:
                continue
            for run in scope.runs[-SIGNATURE:]:
                if name in map(str.strip, run.text.split(",")) and not _within(found, run):
                    start = run.text.index(name)
                    yield Choice(name, run, start, start + len(name), reason=Reason.ROLE)


def _within(found: Labelled, run: Run) -> bool:
    """Tell whether a line is one of those that a value was joined from."""
    assert found.value is not None
    return run.page is found.value.page and run.words[0] in found.value.words


def top_line(scope: Scope) -> Iterator[Choice]:
    """Yield what stands at the very top of a paper where nothing else tells who wrote it."""
    run = next(iter(scope.runs), None)
    if run is not None and is_name(run.text):
        yield Choice(run.text, run, 0, len(run.text), reason=Reason.ROLE)


def is_name(text: str) -> bool:
    """Tell whether a text may be somebody's name: no label, no title, no salutation, no address."""
    if not NAME.search(text) or len(text) > LONGEST or COLON.search(text) or SPOKEN.match(text):
        return False
    if COUNTRY.fullmatch(text.strip(" ,.")) or sum(map(str.isdigit, text)) >= CALLED:
        return False
    return not CAPTIONED.match(text) and not meaning(text) and kind_of_title(text) is None


def _at_the_head(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield a first text that is large, or stands once more on the page, as in the sender's line."""
    heights = sorted(run.box.height for run in scope.runs)
    usual = heights[len(heights) // 2] if heights else 0.0
    for run in scope.runs[:FIRST]:
        plain = is_name(run.text) and not any(map(str.isdigit, run.text))
        if not plain or companies.key(run.text) in sellers:
            continue
        if run.box.height > LARGE * usual or any(_repeats(other, run) for other in scope.runs):
            whole = broken_names.with_rest(run, scope.runs)
            yield Choice(whole.text, whole, 0, len(whole.text), reason=Reason.ROLE)


def _repeats(other: Run, run: Run) -> bool:
    return other is not run and run.text in other.text


def _first_line(found: Labelled, sellers: set[str]) -> Iterator[Choice]:
    """Yield the first line of an address."""
    assert found.value is not None
    words = found.value.within(found.start, found.end)
    if not words:
        return
    bottom = words[0][0].box.bottom
    line = [word for word, _, _ in words if word.box.top < bottom]
    starts = dict(zip(map(id, found.value.words), found.value.starts, strict=True))
    end = starts[id(line[-1])] + len(line[-1].text)
    text = found.value.text[found.start : end].strip(" ,")
    spans = companies.find(found.text)
    if spans and spans[0][0] == 0:
        text = found.text[: spans[0][1]]
    if is_name(text) and companies.key(text) not in sellers:
        start = found.value.text.index(text, found.start)
        yield Choice(text, found.value, start, start + len(text), reason=Reason.ROLE)
