"""The figures of a set, counted from the scores of its documents."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.checks import CheckScore
from bench.score import DocumentScore, silent_errors

MATCH = "match"


@dataclass(frozen=True, slots=True)
class Figures:
    """Documents of one kind of source. `documents` counts those of which more than the kind is judged."""

    documents: int
    right: int
    core_right: int
    touchless: int
    fields: int
    fields_right: int
    lines: int
    lines_right: int
    lines_missing: int
    lines_extra: int
    kinds: int
    kinds_right: int
    languages: int
    languages_right: int
    silent: int
    not_found: int
    hidden_orders: int
    refused: int
    refused_right: int
    errors: dict[str, int]
    fields_wrong: dict[str, int]


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """Orders held against their quotations."""

    orders: int
    verdicts_right: int
    quotations_right: int
    found: int
    missed: int
    false: int
    matches: int
    """Orders that nobody need look at."""
    matched: int
    """How many of them are said to be so."""
    wrong_match: int
    not_found: int
    verdicts: dict[str, int]

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall of the differences, None without any."""
        all_of_them = 2 * self.found + self.missed + self.false
        return 2 * self.found / all_of_them if all_of_them else None


def figures(scores: Sequence[DocumentScore]) -> Figures:
    """Return the figures of `scores`; an optional document that was left out does not count."""
    scores = [each for each in scores if not (each.truth.optional and each.read is None)]
    judged = [each for each in scores if not each.truth.kind_only]
    fields = [field for each in judged for field in each.fields if field.stated]
    of_kind = [each for each in scores if each.truth.kind is not None]
    unreadable = [each for each in scores if each.truth.error]
    of_language = [each for each in judged if each.truth.language is not None]
    return Figures(
        documents=len(judged),
        right=sum(each.right for each in judged),
        core_right=sum(each.core_right for each in judged),
        touchless=sum(each.touchless for each in judged),
        fields=len(fields),
        fields_right=sum(each.right for each in fields),
        lines=sum(len(each.truth.contents[0].lines or ()) for each in judged),
        lines_right=sum(each.lines_right for each in judged),
        lines_missing=sum(len(each.missing) for each in judged),
        lines_extra=sum(len(each.extra) for each in judged),
        kinds=len(of_kind),
        kinds_right=sum(each.kind_right for each in of_kind),
        languages=len(of_language),
        languages_right=sum(
            each.read is not None and each.read.language == each.truth.language for each in of_language
        ),
        silent=sum(len(silent_errors(each)) for each in scores),
        not_found=sum(each.read is None for each in scores),
        hidden_orders=sum(each.hidden for each in scores),
        refused=len(unreadable),
        refused_right=sum(each.refused_right for each in unreadable),
        errors=dict(Counter(error for each in scores if (error := _unexpected(each)))),
        fields_wrong=dict(Counter(each.name for each in fields if not each.right).most_common()),
    )


def _unexpected(score: DocumentScore) -> str | None:
    """Return the error with which a document that can be read was refused."""
    return score.read.error if score.read and not score.truth.error else None


def check_figures(scores: Sequence[CheckScore]) -> CheckFigures:
    """Return the figures of `scores`; an optional order that was left out does not count."""
    scores = [each for each in scores if not (each.truth.optional and each.read is None)]
    return CheckFigures(
        orders=len(scores),
        verdicts_right=sum(each.verdict_right for each in scores),
        quotations_right=sum(each.quotation_right for each in scores),
        found=sum(len(each.found) for each in scores),
        missed=sum(len(each.missed) for each in scores),
        false=sum(len(each.false) for each in scores),
        matches=sum(each.truth.verdict == MATCH for each in scores),
        matched=sum(each.truth.verdict == MATCH == each.verdict for each in scores),
        wrong_match=sum(each.wrong_match for each in scores),
        not_found=sum(each.read is None for each in scores),
        verdicts=dict(Counter(f"{each.truth.verdict} read as {each.verdict}" for each in scores)),
    )
