"""Codes of items behind the short name of whose they are: "Orvex code .... 10092210", "GZO code: 700-1184".

The writer's own name heads the buyer's numbers, the other of two names those of the seller. Nothing proves
it, so that none of them is ever sure; and what one strange name heads may be anybody's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns import own_initials
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role
from models.page import Page

NAMED = late(
    r"\s*(?P<who>[A-Z][A-Za-z&-]{1,19})(?:['’]s)?\s+(?P<what>[A-Za-z][A-Za-z/. ]{1,14}?[A-Za-z])\.?"
    r"\s*(?:(?:[:：]|[.…]{2,}[:：]?)\s*(?P<code>[A-Z0-9]\S{3,})\s*)?"
)
NUMBERS = CODES | {Role.LINE_NUMBER}
TWO = 2


def told(groups: list[list[TextLine]], pages: Sequence[Page]) -> list[list[TextLine]]:
    """Return the lines of items, with such codes as what they are where every item has the same names."""
    found = [[_named(line) for line in group] for group in groups]
    names = [[each.who for each in group if each is not None] for group in found]
    if not names or not names[0] or len(names[0]) > TWO or any(each != names[0] for each in names):
        return groups
    roles = _roles(names[0], pages)
    return [
        [_line(line, each, roles) if each is not None else line for line, each in zip(group, of, strict=True)]
        for group, of in zip(groups, found, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Named:
    """A code behind a name and a word for numbers, in one text or in two beside each other."""

    who: str
    what: str
    code: Text


def _named(line: TextLine) -> _Named | None:
    """Return a line that is a code behind a strange name and a word for numbers."""
    said = NAMED.fullmatch(line.runs[0].text) if len(line.runs) <= TWO and not line.roles else None
    if said is None or (said["code"] is None) is not (len(line.runs) == TWO):
        return None
    start, end = said.span("code") if said["code"] else (0, len(line.runs[-1].text))
    code = Text(line.runs[-1], start, end, None)
    if not parts.looks_like_code(code.printed):
        return None
    who, what = recognise(said["who"]), recognise(said["what"])
    strange = who is None or not who.exact
    numbers = strange and what is not None and what.exact and what.roles <= NUMBERS
    return _Named(said["who"], said["what"], code) if numbers else None


def _roles(names: Sequence[str], pages: Sequence[Page]) -> dict[str, Role]:
    """Return what each name heads: the writer's the buyer's numbers, and the only other one the seller's."""
    own = own_initials.short_names(pages)
    ours = [name for name in names if name in own]
    other = Role.SELLER_PART if len(ours) == 1 else Role.PART
    return {name: Role.BUYER_PART if ours == [name] else other for name in names}


def _line(line: TextLine, said: _Named, roles: dict[str, Role]) -> TextLine:
    role = roles[said.who]
    heading = Heading(said.what, frozenset({role}), exact=False)
    return replace(line, said=((role, replace(said.code, heading=heading)),))
