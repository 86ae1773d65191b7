"""A label of a page with what stands beside it."""

from dataclasses import dataclass

from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value: `value[start:]` up to `end` is the text beside the label.

    `how` tells where the value stands: "colon" (behind the label), "space" (behind it, without a
    colon), "right", "below", "under" (below, in a row of values under a row of nothing but labels) or
    "inside" (under the label in the same cell, box or clause), "wrapped" (behind it and in the next
    line: `wrapped_values`) or "among" (one of several that may be meant, as
    paragraphs of the clause). `value` is None where nothing stands there. `meanings` has several members
    where the label is ambiguous.
    """

    meanings: frozenset[Label]
    label: Run
    value: Run | None
    how: str
    start: int = 0
    end: int = 0
    continued: bool = False

    @property
    def text(self) -> str:
        """The printed value."""
        return self.value.text[self.start : self.end].strip() if self.value else ""

    @property
    def named(self) -> str:
        """The printed label, without the value where both stand in one text."""
        return self.label.text[: self.start] if self.value is self.label else self.label.text
