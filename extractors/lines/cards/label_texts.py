"""The label that a text is or begins with, in cards of labels and values."""

from extractors.header.labelling import label_words
from extractors.lines.headings import recognise
from extractors.page.runs import Run

NEAR = 2.0
"""What begins so near another text, in points, begins at the same place."""


def label_of(run: Run) -> str:
    """Return the label that a text is or begins with."""
    colon = label_words.COLON.search(run.text)
    return run.text[: colon.start()] if colon is not None else run.text


def is_label(text: str) -> bool:
    """Tell whether a text is nothing but a known label."""
    heading = recognise(text)
    return heading is not None and heading.exact
