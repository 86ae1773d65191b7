"""Codes behind their label in the line of a name: "机械密封 M7N-60（供货编码：10061234）".

A bracket that ends a name and is a known label of a code with a code behind it is no part of the name. A
label that may head a model as well as a code (型号/货号：10065530) labels a code where one stands behind it.
Neither is sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines import column_parties
from extractors.lines.composed_headings import pieces
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Text
from extractors.lines.item_table import Column
from extractors.lines.texts import company_codes
from extractors.page.runs import Run, cut_out
from extractors.vocabulary.meanings import Role

TAIL = late(
    r"(?P<open>\s*[(（\[【])\s*(?P<label>[^()（）\[\]【】:：]{1,24})[:：]\s*(?P<code>\S+)\s*[)）\]】]\s*$"
)
LINE = late(r"\s*(?P<label>[^\s:：][^:：]{1,23}?)\s*[:：]\s*(?P<code>\S+)\s*$")
NAMED = late(
    r"\s*(?P<label>(?:[Rr]ef|[Cc]ode|[Pp]art|[Aa]rt|[Ii]tem)\.?(?: [Nn][or]\.?)?"
    r" [^\W\d_a-zà-þ][^\W\d_]{2,20})\s?[:：]?\s(?P<code>(?=(?:\S*\d){4})\S{5,})\s*"
)
"""A number of somebody's who is named between its label and itself: "Ref. Halden 10015873"."""
WORD = late(r"[^\W\d_]{2}|[\u4e00-\u9fff]")
DIGITS = 5
"""So many digits at least has a code that may be a model by its label."""
NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
"""What columns hold in whose cells such codes stand."""
NUMBERS = CODES | {Role.DRAWING}


def parted(lines: Sequence[Run], column: Column) -> tuple[list[Run], list[tuple[Role, Text]]]:
    """Return the lines of a cell of names without such codes, and the codes with their roles."""
    if column.roles and not column.roles & NAMING:
        return list(lines), []
    plain: list[Run] = []
    found: list[tuple[Role, Text]] = []
    for run in lines:
        name, code = _tail(run) or (run, _whole(run) or company_codes.find(run))
        if code is not None and plain and name is run and company_codes.is_mark(plain[-1]):
            plain.pop()
        found += [code] if code is not None else []
        plain += [name] if code is None or name is not run else []
    return plain, found


def _tail(run: Run) -> tuple[Run, tuple[Role, Text]] | None:
    """Return the name before a bracket that holds a label and its code, and that code."""
    match = TAIL.search(run.text)
    name = cut_out(run, 0, match.start("open")) if match is not None else None
    if match is None or name is None or not WORD.search(name.text):
        return None
    heading = _heading(match["label"], match["code"])
    return (name, _coded(run, heading, match.span("code"))) if heading is not None else None


def _whole(run: Run) -> tuple[Role, Text] | None:
    """Return the code of a line that is nothing but a label of models or codes and a code."""
    named = NAMED.fullmatch(run.text)
    if named is not None and parts.looks_like_code(named["code"]):
        return _coded(run, Heading(named["label"], frozenset({Role.PART}), exact=False), named.span("code"))
    match = LINE.match(run.text)
    heading = recognise(match["label"]) if match is not None else None
    if match is None or heading is None or heading.role in NUMBERS:
        return None
    either = _either(heading, match["code"])
    return _coded(run, either, match.span("code")) if either is not None else None


def _coded(run: Run, heading: Heading, span: tuple[int, int]) -> tuple[Role, Text]:
    assert heading.role is not None
    return heading.role, Text(run, *span, replace(heading, exact=False))


def _heading(label: str, code: str) -> Heading | None:
    """Return what a label of codes says, None for any other label or where no code stands behind it."""
    heading = recognise(label.strip())
    if heading is None or not heading.exact or not parts.looks_like_code(code):
        return None
    heading = column_parties.likely(heading)
    return heading if heading.role in NUMBERS else _either(heading, code)


def _either(heading: Heading, code: str) -> Heading | None:
    """Return a label of models and codes (型号/货号) as one of codes, where a code stands behind it."""
    said = [recognise(piece) for piece in pieces(heading.text)]
    coded = any(each is not None and each.exact and bool(each.roles) and each.roles <= CODES for each in said)
    figures = sum(map(str.isdigit, code))
    if len(said) < 2 or not coded or figures < DIGITS or not parts.looks_like_code(code):
        return None
    return replace(heading, roles=frozenset({Role.PART}))
