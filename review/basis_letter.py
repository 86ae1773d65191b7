"""The letter that tells the sender of a case what newer quotations changed about it."""

from models.case import CaseDetail
from review import answers, recompared_view
from review.answers import Known
from review.letter import Letter
from review.words import say

MOST = 20
"""Changes that are listed; how the case stands now follows in full."""


def changed(lang: str, known: Known) -> Letter:
    """Return the letter about the cases of a mail, which were compared again."""
    numbers = say(lang, "sentence.list").join(str(each.summary.number) for each in known.cases)
    said = {
        "opening": say(lang, "recompared.told", number=numbers),
        "words": "\n".join(line for each in known.cases for line in _lines(lang, each)),
        "aside": "",
        "footer": say(lang, "answer.footer"),
    }
    return answers.written(lang, known, said, None)


def _lines(lang: str, case: CaseDetail) -> list[str]:
    """Return what the newest quotations changed, a line for each change, the verdict first."""
    latest = next(iter(recompared_view.view(lang, case)), None)
    if latest is None:
        return []
    more = len(latest.changes) - MOST
    listed = [*filter(None, (latest.verdict,)), *latest.changes[:MOST]]
    return [*listed, say(lang, "answer.more_rows", n=more)] if more > 0 else listed
