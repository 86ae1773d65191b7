"""What tells who writes a paper beside the place of a name: who gets the goods, who is named once more."""

import itertools
import re

from extractors.fields import companies
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

FETCHED = late(r"自提|自取|selbst|abhol|collect|pick[- ]?up", re.IGNORECASE)
OFTEN = 3
"""At the head, in the address of the goods, and in the foot or the signature."""
SIGNATURE = 8
"""The signatures of both sides are among so many last texts."""
SHORT = late(r"[\u4e00-\u9fff]{3,12}")
"""A Chinese name without a legal form."""


def goods_go_to(scope: Scope, head: Run, first: str, others: set[str]) -> bool:
    """Tell whether the goods go to the company in the very first text, which is named once more besides.

    A file without pages has no place to tell a letterhead by. The only other company is named once, as who is
    written to, and gets neither the goods nor the invoice; nobody fetches them.
    """
    if not head.page.synthetic or len(others) != 1 or head not in scope.runs[:1]:
        return False
    (other,) = others
    places = [found.text for found in scope.labels(Label.PLACE) if found.value is not None]
    own = any(first in companies.key(place) and not FETCHED.search(place) for place in places)
    return (
        own and _count(scope, first) >= OFTEN and _count(scope, other) == 1 and not _is_labelled(scope, other)
    )


def _is_labelled(scope: Scope, name: str) -> bool:
    """Tell whether a company stands beside any label: of the invoice, of the goods."""
    values = (found.text for found in scope.labelled if found.value is not None)
    return any(name in companies.key(text) for text in values)


def _count(scope: Scope, key: str, last: int = 0) -> int:
    """Return how often a company is named, but for the `last` texts of the paper."""
    runs = scope.runs[: len(scope.runs) - last]
    named = (run.text[start:end] for run in runs for start, end in companies.find(run.text))
    return sum(companies.key(name) == key for name in named)


def stands_again(scope: Scope, key: str) -> bool:
    """Tell whether a company is named more than once above the signatures: it may get the goods."""
    return _count(scope, key, SIGNATURE) > 1


def another_sells(scope: Scope, first: str) -> bool:
    """Tell whether labels of the seller have short names in Chinese, no part of which the first company has.

    "供应商：天津汉普斯" below 浙江华瑞康药业股份有限公司: no two characters of the one stand in the other.
    """
    said = [companies.key(found.text) for found in scope.labels(Label.SELLER) if found.value is not None]
    pairs = ("".join(pair) for name in said for pair in itertools.pairwise(name))
    return bool(said) and all(map(SHORT.fullmatch, said)) and not any(pair in first for pair in pairs)
