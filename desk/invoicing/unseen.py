"""What an export of orders cannot tell where a column is not there: nothing is held for it, so it is said."""

from collections.abc import Collection, Mapping

TELLING: Mapping[str, tuple[str, ...]] = {
    "rejected": ("rejected",),
    "disputes": ("reference",),
    "not_billable": ("document_type", "item_category"),
}
"""What only some columns of an export of orders tell: one of each is enough."""


def unseen(columns: Collection[str]) -> tuple[str, ...]:
    """Return what an export of orders with these columns cannot tell, as stable words.

    Nothing where nobody knows its columns.
    """
    if not columns:
        return ()
    return tuple(name for name, wanted in TELLING.items() if not any(each in columns for each in wanted))
