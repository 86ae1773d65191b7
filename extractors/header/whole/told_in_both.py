"""A place that a contract in two languages tells twice: which of both names it goes by, a person has to say.

Article 2 Delivery: DAP Bolikhamxay, by 26 February 2027, to Nam Sane HPP warehouse.
第二条 交付：DAP 波里坎塞，2027年2月26日前送至老挝波里坎塞省南桑水电站仓库。
"""

from dataclasses import replace

from extractors.fields import incoterms, numerals
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

CODE = late(rf"\b(?:{'|'.join(incoterms.CODES)})\b")
CHINESE = late(r"[\u4e00-\u9fff]")
CLAUSE = late(r"\s*(?:第|(?:Article|Art\.|Clause|§))\s?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})")
NEAR = 2
"""The clause in the other language is no more than so many lines away."""


def doubted(header: Header, scope: Scope) -> Header:
    """Return the header, the place open where the same clause stands beside it in the other script."""
    place = header.delivery_place
    if place is None or not place.sure or place.evidence is None:
        return header
    said = place.evidence.text
    for at, run in enumerate(scope.runs):
        near = scope.runs[max(at - NEAR, 0) : at + NEAR + 1]
        if said in run.text and any(_is_other_half(run, each) for each in near):
            return replace(header, delivery_place=replace(place, sure=False, reason=Reason.AMBIGUOUS_VALUE))
    return header


def _is_other_half(run: Run, other: Run) -> bool:
    """Tell whether two clauses tell one thing, one of them in Chinese and one without any of it.

    They name one trade term, or both bear the number of one clause.
    """
    scripts = {CHINESE.search(each.text) is not None for each in (run, other)}
    terms = [CODE.findall(each.text) for each in (run, other)]
    numbers = [_clause(each.text) for each in (run, other)]
    same = numbers[0] is not None and numbers[0] == numbers[1]
    return len(scripts) > 1 and ((bool(terms[0]) and terms[0] == terms[1]) or same)


def _clause(text: str) -> int | None:
    """Return the number of the clause that a text begins with: 2 of "Article 2 Delivery" and 第二条."""
    number = CLAUSE.match(text)
    said = number["number"] if number is not None else ""
    return int(said) if said.isdigit() else numerals.parse(said)
