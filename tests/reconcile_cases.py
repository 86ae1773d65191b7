"""The situations of `tests/reconcile` as they stand in its files."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from reconcile_containers import Table

from models.contract_terms import Contract

FOLDER = Path(__file__).parent / "reconcile"
TODAY = dt.date(2026, 11, 27)
CENT = Decimal("0.01")
CASES = (
    "cases.toml",
    "shipping.toml",
    "billed.toml",
    "prices.toml",
    "together.toml",
    "contracts.toml",
    "audit.toml",
    "hostile.toml",
)
GROSS = ("gross", "price_gross", "unlabelled_gross")
WHOLE = frozenset({"JPY", "KRW"})
"""Currencies without decimals."""


@dataclass(frozen=True)
class Expected:
    """The decision of a row, by hand."""

    case: str
    code: str
    group: str | None


@dataclass
class Files:
    """The files of a list and what must come out."""

    name: str
    contents: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)


@dataclass
class Tables:
    """The tables of a list before they are written; rows of exports hang together by number."""

    orders: Table = field(default_factory=list)
    deliveries: Table = field(default_factory=list)
    billing: Table = field(default_factory=list)
    profiles: Table = field(default_factory=list)
    rows: Table = field(default_factory=list)


@dataclass(frozen=True)
class Item:
    """An order item as its case states it."""

    number: str
    order_type: str
    category: str
    quantity: Decimal
    price: Decimal
    per: Decimal
    rate: Decimal
    options: dict[str, str]

    @property
    def offset(self) -> int:
        """Which of the case's orders it stands in; the customer is that of the option."""
        return int(self.options.get("order", "0"))

    @property
    def customer(self) -> int:
        return int(self.options.get("customer", "0"))

    @property
    def currency(self) -> str:
        return self.options.get("currency", "CNY")

    @property
    def places(self) -> int:
        return 0 if self.currency in WHOLE else 2

    @property
    def value(self) -> Decimal:
        return rounded(self.quantity * self.price / self.per, self.places)


def rounded(number: Decimal, places: int = 2) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def load() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    cases = [each for name in CASES for each in tomllib.loads((FOLDER / name).read_text("utf-8"))["case"]]
    lists = tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))["list"]
    return cases, lists


def text(case: dict[str, object], key: str, default: str = "") -> str:
    return str(case.get(key, default))


def specs(case: dict[str, object], key: str) -> list[list[str]]:
    found = case.get(key, [])
    assert isinstance(found, list)
    return [str(each).split() for each in found]


def options(words: Sequence[str]) -> dict[str, str]:
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def item(words: Sequence[str]) -> Item:
    price, _, per = words[4].partition("/")
    numbers = [Decimal(each) for each in (words[3], price, per, words[5])]
    quantity, amount, unit, rate = numbers
    return Item(
        words[0].partition(":")[2] or words[0],
        words[1],
        words[2],
        quantity,
        amount,
        unit,
        rate,
        options(words[6:]),
    )
