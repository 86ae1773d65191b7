"""What a layout is: a function that draws an order, and what its page states."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.layouts.values import Case, Order


@dataclass(frozen=True, slots=True)
class Print:
    """A page of HTML that Chromium prints into a PDF; its size stands in its own style sheet."""

    html: str


Drawing = bytes | Print


@dataclass(frozen=True, slots=True)
class Spec:
    """What the pages of a layout state, and in which words: the generator fills an order accordingly.

    `describe` is the text in the cell of the description, `also` what counts as right besides; both are
    made from {zh}, {en} and {size}. `stated` names the header fields that are printed. `dates` is
    "header", "week", "month end", "lines", "merged", "lead", "line leads" or "none". `parts` is "gpn", "lpn",
    "both" or "none". `numbering` is step and width, None where lines have no numbers.
    `quoted_rate` is the tax rate of the quotation, None for the usual one of its currency. `numbers` are the
    forms of order numbers with {n}, {code}, {day}, and `payments` the payment terms to choose from, where the
    layout's system has its own. `vague` names header fields that the page states in words which leave it open
    ("Your reference"; "net" without what of; a sales tax of 0.00): that they are not stated is right too, and
    that prices are without a tax which is nothing.
    """

    kind: str = "purchase_order"
    language: str = "zh"
    buyers: str = "china"
    currency: str = "CNY"
    basis: str = "gross"
    rate: int | None = 13
    parts: str = "gpn"
    customer_part: bool = False
    drawing: bool = False
    describe: str = "{zh} {size}"
    also: tuple[str, ...] = ()
    units: str = "zh"
    numbering: tuple[int, int] | None = (1, 1)
    lines: tuple[int, int] = (2, 6)
    dates: str = "header"
    lead_unit: str = "weeks"
    stated: str = "quotation place terms"
    per: str = "no"
    discount: bool = False
    places: int = 2
    traditional: bool = False
    arithmetic: bool = True
    kind_only: bool = False
    quoted_rate: int | None = None
    numbers: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    vague: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: `features` are what it brings, `file` is its file's name with {number} and {code}.

    `part` is the part of a mail that is the order; `together` orders stand in one file. `adapt` makes a
    case what only this layout states, after it is filled: items numbered by letters, one that costs nothing.
    """

    name: str
    draw: Callable[[Random, Order], Drawing]
    spec: Spec
    features: str
    file: str
    part: str | None = None
    together: int = 1
    adapt: Callable[[Case], Case] | None = None
