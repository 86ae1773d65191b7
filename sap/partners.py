"""Whose name a column "Name 1" holds that stands twice: the sold-to party's or the ship-to party's."""

from dataclasses import replace

from sap.headers import Header

NAME, SOLD_TO, SHIP_TO = "customer", "customer_number", "ship_to"


def settled(header: Header) -> Header:
    """Return the header with the customer's name in the column that belongs to the customer's number.

    A list writes every partner's name behind its number, or every one before it.
    """
    columns = header.columns
    if not {NAME, SOLD_TO, SHIP_TO} <= set(columns):
        return header
    names = [columns[NAME], *(at for name, at in header.repeated if name == NAME)]
    behind = min(columns[SOLD_TO], columns[SHIP_TO]) < min(names)
    own = columns[SOLD_TO] + (1 if behind else -1)
    if len(names) == 1 or own not in names:
        return header
    others = tuple((name, at) for name, at in header.repeated if name != NAME)
    more = tuple((NAME, at) for at in names if at != own)
    return replace(header, columns={**columns, NAME: own}, repeated=(*others, *more))
