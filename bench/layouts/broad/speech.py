"""What a layout says in its own words and notation: labels, numbers, days, names; and what makes a paper."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from bench.layouts import notation
from bench.layouts.broad.style import Style
from bench.layouts.broad.wording import LABELS, Words
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.script import traditional
from bench.layouts.values import Order
from demo.make_notation import english_day

Pair = tuple[str, str]
DAYS: dict[str, Callable[[dt.date], str]] = {
    "short": notation.short_day,
    "long": notation.long_day,
    "american": notation.american_day,
    "chinese": notation.chinese_day,
    "spaced": english_day,
}
NUMBERS: dict[str, Callable[[Decimal], str]] = {
    "comma": notation.comma,
    "unseparated": notation.unseparated,
    "swiss": notation.swiss,
    "german": notation.german,
    "plain": notation.unseparated,
    "indian": notation.indian,
    "french": notation.french,
}
CURRENCIES = {
    "CNY": ("人民币", "RMB"),
    "USD": ("美元", "USD"),
    "EUR": ("欧元", "EUR"),
    "GBP": ("英镑", "GBP"),
}
NAMES = {"CNY": "元", "USD": "USD", "EUR": "EUR", "GBP": "GBP"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of items: its heading, the heading above it (empty for none), and how it is set."""

    key: str
    head: str
    cells: tuple[str, ...]
    right: bool = False
    over: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: texts by their purpose; `below` are the lines under the text of each item."""

    title: str
    letterhead: tuple[str, ...]
    facts: tuple[Pair, ...]
    intro: tuple[str, ...]
    columns: tuple[Column, ...]
    below: tuple[tuple[str, ...], ...]
    sums: tuple[Pair, ...]
    closing: tuple[Pair, ...]
    notes: tuple[str, ...]
    terms_page: tuple[str, ...]
    signed: tuple[str, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = ()
    sections: dict[int, str] = field(default_factory=dict)
    carried: dict[int, Pair] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many items there are."""
        return len(self.below)


class Speech:
    """The words of a layout: what a field is called in its language, the same for every order."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.language = style.language

    def say(self, words: dict[str, Words], key: str) -> str:
        """Return the words for a thing, in one language or in two."""
        random = self.style.chance(key)
        found = {name: random.choice(each) for name, each in words[key].items()}
        if self.language == "mixed":
            return f"{found['zh']}{self.style.separator}{found['en']}"
        return self.own(found.get(self.language, found["zh"]))

    def own(self, text: str) -> str:
        """Return a Chinese text in the characters of the layout."""
        return traditional(text) if self.language == "traditional" else text

    def label(self, key: str) -> str:
        """Return the label of a field."""
        text = self.say(LABELS, key)
        if self.style.wide and 2 <= len(text) <= 3 and self.language == "zh":
            return ("　" if len(text) == 2 else " ").join(text)
        return text

    def some(self, words: Words, count: int, what: str) -> list[str]:
        """Return some texts of a list."""
        chosen = words.get(self.language) or words["zh"]
        random = self.style.chance(what)
        return [self.own(each) for each in random.sample(chosen, min(count, len(chosen)))]


def is_chinese(style: Style) -> bool:
    """Tell whether the paper is written in Chinese, perhaps beside English."""
    return style.language not in {"en", "de"}


def number(style: Style, value: Decimal) -> str:
    """Return a number in the notation of the layout."""
    return NUMBERS[style.notation](value)


def day_of(style: Style, day: dt.date) -> str:
    """Return a day in the notation of the layout."""
    return DAYS[style.day](day) if style.day in DAYS else f"{day:{style.day}}"


def count(style: Style, value: Decimal) -> str:
    """Return a quantity in the notation of the layout."""
    text = notation.plain(value)
    return text.replace(".", ",") if style.notation in {"german", "french"} else text


def buyer_of(style: Style, order: Order) -> str:
    """Return the name of the buyer."""
    if style.language == "mixed":
        return f"{order.buyer.zh} {order.buyer.en}"
    return order.customer


def seller_of(style: Style) -> str:
    """Return the name of the seller."""
    if not is_chinese(style):
        return SELLER_EN
    return traditional(SELLER_ZH) if style.language == "traditional" else SELLER_ZH
