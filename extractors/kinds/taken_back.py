"""Whether the pages of a file say that its order is none, or not in force, beside data that do not say so."""

from extractors.kinds import kinds, said_of_order
from extractors.page.runs import make_run, rows_of
from models.page import SourceDocument
from models.reading import Reading


def says(document: SourceDocument, page: Reading) -> bool:
    """Tell whether the pages are of another paper than an order, or take it back in a title or a sentence.

    A page that merely has nothing to show that it is an order (a picture, a language that is not read) takes
    back nothing.
    """
    if page.kind_evidence is not None:
        return page.kind not in kinds.ORDERING_KINDS
    runs = [make_run(each, row) for each in document.pages for row in rows_of(each.words)]
    return bool(runs) and (kinds.is_doubted(document, runs) or said_of_order.is_none(runs))
