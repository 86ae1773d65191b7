"""The clauses of a document: what its sentences promise beside the fields, on terms pages as well."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.clauses import damages, deals, fulfilment, marks, papers, somebody_pays, validity, warranty
from extractors.clauses.statement import Reader, Statement
from extractors.header.labelling.label_words import CLAUSE
from extractors.page.runs import Run, certain, evidence, joined
from extractors.rare import Rare
from models.reading import Clause, Field, Proof, Reason

LONGEST = 2000
"""A longer paragraph is none."""
MOST = 200
"""More clauses than that say nothing to anybody."""


def _words(words: str) -> Rare:
    return Rare(words, words, re.IGNORECASE)


KINDS: tuple[tuple[Reader, Rare], ...] = (
    (warranty.read, _words("质保|质量保证|保修|三包|保证|缺陷|warrant|guarant|defect")),
    (damages.read, _words("违约|逾期|延|迟|罚|扣|考核|滞纳|赔偿|delay|late|penalt|damage")),
    (damages.liability, _words("损失|责任|赔偿|liab|responsible|indemnif")),
    (
        papers.read,
        Rare(
            r"证|报告|说明书|图|装箱|certificat|report|manual|packing list|\bCOC\b|drawing",
            "证|报告|说明书|图|装箱|certificat|report|manual|packing list|coc|drawing",
            re.IGNORECASE,
        ),
    ),
    (validity.effect, _words("生效|effect|force|valid")),
    (validity.tolerance, _words("溢短|短溢|偏差|公差|增减|浮动|toleran|over-deliver|overdeliver")),
    (validity.partial, _words("分批|一次性|部分交货|partial|part deliver")),
    (
        validity.when_paid,
        _words("背靠背|付款|支付|when paid|if paid|conditional|contingent|only after"),
    ),
)
"""How each kind of clause is read, and what a paragraph must hold for it: looked for first, it is quick."""
ENDED = "。.;；!！"


def find(paragraphs: Iterable[Run]) -> tuple[Clause, ...]:
    """Return what the paragraphs of a document state, in its order; the same thing said twice is one."""
    found: dict[tuple[str, str | None], Clause] = {}
    for run in paragraphs:
        for clause in _of_paragraph(run):
            key = (clause.kind, clause.field.value)
            if key not in found or (clause.field.sure and not found[key].field.sure):
                found[key] = clause
            if len(found) >= MOST:
                return tuple(found.values())
    return tuple(found.values())


@functools.lru_cache(maxsize=4096)
def _wanted(text: str) -> tuple[Reader, ...]:
    return tuple(reader for reader, words in KINDS if words.search(text))


def _of_paragraph(run: Run) -> Iterator[Clause]:
    if len(run.text) > LONGEST:
        return
    for each in deals.of_paper(run.text):
        yield Clause(each.kind, _stated(run, each, doubted=False))
    for each in somebody_pays.read(run.text):
        yield Clause(each.kind, _stated(run, each, doubted=True))
    wanted = _wanted(run.text)
    if not wanted:
        return
    number = CLAUSE.match(run.text)
    cut = marks.cut(" " * number.end() + run.text[number.end() :] if number else run.text)
    for reader in wanted if cut else ():
        for each in reader(cut):
            yield Clause(each.kind, _field(run, each))


def _field(run: Run, said: Statement) -> Field:
    listed = said.kind == "docs"  # a list may go on where nothing is known to stand
    return _stated(run, said, doubted=listed or not said.understood or not _closed(run, said.end))


def _closed(run: Run, end: int) -> bool:
    """Tell whether a sentence is at its end: on a page that has lines, the next line could change it."""
    return run.page.synthetic or run.text[end:].lstrip()[:1] in set(ENDED)


def _stated(run: Run, said: Statement, *, doubted: bool) -> Field:
    characters = certain(run, said.start, said.end)
    reason = Reason.ROLE if doubted else None if characters else Reason.CHARACTERS
    return Field(
        said.value,
        sure=reason is None,
        evidence=evidence(run, said.start, said.end),
        proof=(Proof.SENTENCE,) if reason is None else (),
        reason=reason,
        confidence=0.9 if reason is None else 0.5,
    )


def of_items(texts: Iterable[Sequence[Run]]) -> Iterator[Clause]:
    """Yield what the texts of each item say: lots, or that it costs nothing; `line` counts from 1."""
    for at, runs in enumerate(texts, start=1):
        for run in runs:
            for said in deals.of_item(run.text[:LONGEST]):
                yield Clause(said.kind, _stated(run, said, doubted=False), at)
        yield from _lots_of(runs, at)


def lots_of_items(texts: Iterable[Sequence[Run]]) -> Iterator[Clause]:
    """Yield the lots that each item's delivery states; `line` counts from 1."""
    for at, runs in enumerate(texts, start=1):
        yield from _lots_of(runs, at)


def _lots_of(runs: Sequence[Run], at: int) -> Iterator[Clause]:
    for clause in lots([joined(runs)] if runs else []):
        yield replace(clause, line=at)


def prices(paragraphs: Iterable[Run]) -> Iterator[Clause]:
    """Yield what a paragraph takes off the prices of the order; general terms speak of no order."""
    for run in paragraphs:
        for said in deals.of_prices(run.text[:LONGEST]):
            yield Clause(said.kind, _stated(run, said, doubted=False))


def lots(paragraphs: Iterable[Run]) -> Iterator[Clause]:
    """Yield the lots that a paragraph speaks of; which line they are of it does not say."""
    for run in paragraphs:
        if len(run.text) <= LONGEST and fulfilment.PIECES.search(run.text):
            for said in fulfilment.lots(marks.cut(run.text)):
                yield Clause(said.kind, _stated(run, said, doubted=not said.understood))
