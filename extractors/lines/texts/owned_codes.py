"""Codes of both sides behind nothing but their owners: "Your 10087740   Our BX-30114", 贵方10087 我方BX-301.

Each may as well be an offer or a requisition of its side, so that neither is ever sure.
"""

import re
from collections.abc import Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.texts.inline_labels import Piece
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

THEIRS = late(r"yours?|ihre?|votre|贵[方司厂]|[供卖]方|供应商", re.IGNORECASE)
OWNED = late(
    r"(?P<who>yours?|ours?|ihre?|unsere?|votre|notre|[贵我][方司厂]|[供卖需买]方|供应商|本公司)"
    r"(?:\s?[:：]\s*|\s+|(?<=[\u4e00-\u9fff]))(?P<code>[A-Z0-9][\w./-]{3,31})(?=[\s,;，；、/|·)）]|$)",
    re.IGNORECASE,
)
BETWEEN = late(r"[\s,;，；、/|·()（）]*")
"""What parts the two."""
HEADS = {role: Heading("", frozenset({role}), exact=False) for role in (Role.SELLER_PART, Role.BUYER_PART)}


def find(cell: Sequence[Run]) -> Sequence[tuple[Run, Piece]]:
    """Return the codes in the lines of a cell that hold nothing else, if they are one of either side."""
    found = [(run, piece) for run in cell for piece in _pieces(run.text)]
    sides = [piece.role for _, piece in found]
    return found if sorted(map(str, sides)) == sorted(map(str, HEADS)) else ()


def _pieces(text: str) -> Sequence[Piece]:
    """Return the codes of a text, nothing where something else stands there."""
    codes = [each for each in OWNED.finditer(text) if parts.looks_like_code(each["code"])]
    return [_piece(each) for each in codes] if BETWEEN.fullmatch(OWNED.sub(" ", text)) else ()


def _piece(code: re.Match[str]) -> Piece:
    role = Role.SELLER_PART if THEIRS.fullmatch(code["who"]) else Role.BUYER_PART
    return Piece(role, HEADS[role], *code.span("code"))
