"""What a composed shape says in its own language and notation: words, numbers, prices, days."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from bench.layouts import notation
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.wording import WORDS, Words
from bench.layouts.values import Lead
from demo.make_notation import english_day

DAYS: dict[str, Callable[[dt.date], str]] = {
    "short": notation.short_day,
    "long": notation.long_day,
    "chinese": notation.chinese_day,
    "spaced": english_day,
}
NUMBERS: dict[str, Callable[[Decimal], str]] = {
    "comma": notation.comma,
    "unseparated": notation.unseparated,
    "swiss": notation.swiss,
    "german": notation.german,
    "indian": notation.indian,
    "french": notation.french,
}
SIGNS = {
    "CNY": (("￥{}", "¥{}", "{}元"), "元"),
    "USD": (("USD {}", "US${}", "{} USD"), "USD"),
    "EUR": (("€ {}", "{} EUR", "{} €", "EUR {}"), "EUR"),
    "GBP": (("£{}", "GBP {}", "£ {}"), "GBP"),
}
"""How an amount is written with its currency, and how a heading names it."""


class Speech:
    """The words of a shape: what a thing is called, the same for every order in it."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def say(self, group: str, key: str) -> str:
        """Return the words for a thing, in one language or in two."""
        return self._said(WORDS[group][key], f"{group}/{key}")

    def text(self, words: Words, key: str) -> str:
        """Return one of several texts."""
        return self._said(words, key, " ")

    def texts(self, words: Words, key: str, count: int) -> list[str]:
        """Return some texts of a list, in the first language of the paper."""
        known = words[self.first]
        return self.shape.chance(key).sample(known, min(count, len(known)))

    @property
    def first(self) -> str:
        """Return the language that comes first on the paper."""
        return "zh" if self.shape.language == "mixed" else self.shape.language

    def number(self, value: Decimal) -> str:
        """Return an amount of money without its currency."""
        return NUMBERS[self.shape.notation](value)

    def money(self, value: Decimal) -> str:
        """Return an amount as a cell shows it, with its currency where each cell has it."""
        text = self.number(value)
        if self.shape.currency_at != "cell":
            return text
        return self.sign().format(text)

    def sign(self) -> str:
        """Return how an amount is written with its currency."""
        return self.shape.chance("sign").choice(SIGNS[self.shape.spec.currency][0])

    def count(self, value: Decimal) -> str:
        """Return a quantity."""
        text = notation.plain(value)
        if value >= 1000 and value == value.to_integral():
            text = self.number(value)[:-3] if self.shape.chance("grouped").random() < 0.4 else text
        return (
            text.replace(".", ",") if self.shape.notation in {"german", "french"} and value < 1000 else text
        )

    def day(self, day: dt.date) -> str:
        """Return a day."""
        form = self.shape.day
        return DAYS[form](day) if form in DAYS else f"{day:{form}}"

    def lead(self, lead: Lead) -> str:
        """Return a lead time."""
        if self.first == "zh":
            return lead.zh
        return lead.en

    def _said(self, words: Words, key: str, separator: str | None = None) -> str:
        random = self.shape.chance(key)
        found = {name: random.choice(each) for name, each in words.items()}
        if self.shape.language == "mixed":
            between = self.shape.separator if separator is None else separator
            return f"{found['zh']}{between}{found['en']}"
        return found[self.shape.language]
