"""The letters of a seal, each set at another slant around its edge: they say nothing of the lines below them.

A word that is set askew as a whole is kept, and so is a figure: somebody may have corrected one.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors import doubtful_titles
from models.page import Doubt, Page, SourceDocument, Word

FEWEST = 4
"""A seal has so many letters at least."""
MOST = 0.25
"""More of a page's words are no seal: the page itself was scanned or printed askew."""


def without(document: SourceDocument) -> SourceDocument:
    """Return a document without such letters; where they say that the paper is not in force, they stay."""
    pages = tuple(map(_cleared, document.pages))
    changed = any(page is not other for page, other in zip(pages, document.pages, strict=True))
    return replace(document, pages=pages) if changed else document


def _cleared(page: Page) -> Page:
    letters = {id(word) for word in page.words if _is_letter(word)}
    if not FEWEST <= len(letters) <= MOST * len(page.words) or doubtful_titles.is_marked(page.words):
        return page
    return replace(page, words=_others(page.words, letters))


def _others(words: Sequence[Word], letters: set[int]) -> tuple[Word, ...]:
    return tuple(word for word in words if id(word) not in letters)


def _is_letter(word: Word) -> bool:
    return word.doubt is Doubt.ASKEW and len(word.text) == 1 and not word.text.isdigit()
