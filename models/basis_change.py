"""What a newer snapshot of quotations changed about a case that was compared with an older one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """One check or note that came out differently, or with another value of the quotation.

    `was` and `now` are outcomes of a check, or `note`; empty where there was none. A note has no `field`.
    `was_quoted` and `quoted` are the values of the quotation, None where it has none.
    """

    code: str
    field: str
    was: str
    now: str
    line: int | None = None
    quote_item: str | None = None
    was_quoted: str | None = None
    quoted: str | None = None
