"""Documents that are to come with the goods."""

from collections.abc import Iterator

from extractors.clauses.marks import Mark
from extractors.clauses.statement import Marks, Statement, amounts, said, sentences, topics


def read(marks: Marks) -> Iterator[Statement]:
    """Yield the papers that are asked for, with their copies: "COC:2 MTC_3.1:2"."""
    for sentence in sentences(marks):
        papers = [each for each in sentence if each.has("paper")]
        asked = topics(sentence, "asked") or _labelled(sentence)
        if papers and asked and not topics(sentence, "absent_docs"):
            named = dict.fromkeys(_named(sentence, each) for each in papers)
            yield said("docs", " ".join(sorted(named)), sentence)


def _labelled(sentence: Marks) -> bool:
    return any(each.has("stop", ":", "：") for each in sentence[:4])


def _named(sentence: Marks, paper: Mark) -> str:
    name = max(paper.names("paper"), key=len)
    copies = _copies(sentence, paper)
    return f"{name}:{copies}" if copies else name


def _copies(sentence: Marks, paper: Mark) -> str | None:
    """Return how many copies: a number in Chinese behind a list counts for all of it."""
    for each in amounts(sentence, "copies"):
        assert each.amount is not None, "copies are an amount"
        english = "cop" in each.text
        shared = any(word in each.text for word in ("各", "一式", "每"))
        if not english and paper.end <= each.start and (shared or not _between(sentence, paper, each)):
            return each.amount.value
        if english and each.end <= paper.start:
            return each.amount.value
        if english and paper.end <= each.start and not _between(sentence, paper, each):
            return each.amount.value
    return None


def _between(sentence: Marks, one: Mark, other: Mark) -> bool:
    return any(each.has("paper") for each in sentence if one.end <= each.start and each.end <= other.start)
