"""What is chosen for a composed layout, each choice apart from all others, by chance with a seed of its own."""

# ruff: noqa: C901, E501 - each choice is one line

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench.layouts.layout import Spec

COUNT = 96
SEED = "broad/2026"
ENGINES = (
    *("html", "html", "html", "html", "html", "drawn", "drawn", "drawn"),
    *("word", "word", "sheet", "text", "mail", "mail", "page", "csv"),
)
LANGUAGES = ("zh", "zh", "zh", "zh", "en", "en", "en", "en", "mixed", "mixed", "traditional", "de")
DRESSES = (
    "plain",
    "plain",
    "plain",
    "portal",
    "american",
    "sides",
    "ticks",
    "turned",
    "wide",
    "long",
    "long",
    "twice",
)
FACTS = ("lines", "pairs", "form", "above", "corner", "spread", "right", "sentence", "columns")
ITEMS = (
    "grid",
    "open",
    "zebra",
    "rules",
    "storeys",
    "under",
    "cards",
    "keyed",
    "worded",
    "framed",
    "three",
    "three",
)
TABLED = frozenset({"grid", "open", "zebra", "rules", "storeys", "under", "framed", "three"})
COLONS = ("：", ":", "", ": ", " : ", "：")
NOTATIONS = ("comma", "comma", "unseparated", "plain")
SEPARATORS = ("/", " ", "\n", " / ")
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Style:
    """A composed layout: how its paper looks and in which words it speaks.

    `facts` is where header data stands, `items` the shape of the lines, `colon` what follows a label.
    `dress` is what the paper has besides: menus of a portal, blocks of addresses, two languages side by
    side, options to tick, a turned page, small type on a wide one, many lines, two orders in one file.
    `wide` labels are letter-spaced; `prices` is "said" where headings tell the tax basis, else a
    sentence does. `unit_beside` puts quantity and unit into one cell, `codes` the codes under the text.
    """

    index: int
    engine: str
    dress: str
    language: str
    kind: str
    facts: str
    items: str
    colon: str
    notation: str
    day: str
    separator: str
    wide: bool
    prices: str
    unit_beside: bool
    split_name: bool
    codes: str
    order_of_columns: str
    grouped: bool
    sections: bool
    carried: bool
    merged: bool
    currency_at: str
    buyer_at: str
    totals: str
    words_for_total: bool
    decoys: int
    decoy_columns: int
    terms_page: bool
    sealed: bool
    empty_rows: int
    size: float
    spec: Spec

    def chance(self, what: str) -> Random:
        """Return the chances of one part of the layout, the same for every order in it."""
        return Random(f"{SEED}/{self.index}/{what}")  # noqa: S311 - made-up orders, no secrets

    @property
    def tabled(self) -> bool:
        """Tell whether the items stand in a table."""
        return self.items in TABLED


def styles() -> Iterator[Style]:
    """Yield every composed layout; each choice is dealt evenly over all of them."""
    random = Random(SEED)  # noqa: S311 - made-up orders, no secrets
    engines, languages, dresses = (_dealt(random, each) for each in (ENGINES, LANGUAGES, DRESSES))
    facts, items, colons = (_dealt(random, each) for each in (FACTS, ITEMS, COLONS))
    for index in range(COUNT):
        own = Random(f"{SEED}/{index}")  # noqa: S311 - made-up orders, no secrets
        dealt = (next(engines), next(facts), next(items), next(colons))
        yield _style(own, index, (next(languages), next(dresses)), dealt)


def _style(random: Random, index: int, told: tuple[str, str], dealt: tuple[str, str, str, str]) -> Style:
    (language, dress), (engine, facts, items, colon) = told, dealt
    if dress == "sides":
        language = "mixed"
    if dress == "turned":
        engine = "drawn"
    if dress in {"portal", "american", "wide", "sides"} and engine in {"sheet", "text", "csv"}:
        engine = "html"
    if dress == "twice":
        engine = "drawn" if engine in {"text", "mail", "csv", "sheet", "word", "page"} else engine
    if dress == "long":
        engine = engine if engine in {"html", "text", "sheet"} else "html"
        items = items if items in {"grid", "open", "zebra", "rules", "three", "under"} else "rules"
    if items == "three" and engine not in {"html", "drawn", "mail", "page"}:
        items = "storeys" if engine == "text" else "grid"
    if engine in {"sheet", "csv"} and items in {"worded", "open", "cards", "storeys"}:
        items = "grid"
    if engine == "sheet" and facts in {"above", "sentence", "corner"}:
        facts = "form"
    if engine == "text":
        items = {"grid": "open", "zebra": "open", "rules": "open", "framed": "open", "under": "storeys"}.get(
            items, items
        )
        facts = {
            "form": "pairs",
            "above": "lines",
            "corner": "lines",
            "right": "lines",
            "columns": "spread",
        }.get(facts, facts)
    if colon == "" and facts in {"sentence", "spread"}:
        colon = "："
    kind = random.choice(("purchase_order", "purchase_order", "contract"))
    spec = _spec(random, language, kind, (items, dress, engine))
    western = language in {"en", "de"}
    return Style(
        index=index,
        engine=engine,
        dress=dress,
        language=language,
        kind=kind,
        facts=facts,
        items=items,
        colon=colon,
        notation="german" if language == "de" else "indian" if spec.buyers == "india" and random.random() < 0.6 else "french" if spec.buyers == "france" else random.choice(("comma", "comma", "unseparated", "swiss") if western else NOTATIONS),
        day=_day(random, language),
        separator=random.choice(SEPARATORS if engine in {"html", "word", "sheet"} and items != "worded" else ("/", " ")),
        wide=not western and random.random() < 0.15,
        prices=random.choice(("said", "said", "sentence")),
        unit_beside=random.random() < 0.2,
        split_name=not western and random.random() < 0.4 and spec.describe == "{zh} {size}",
        codes=random.choice(("columns", "columns", "below", "cell")) if items not in {"worded", "storeys", "three"} and engine != "csv" else "columns",
        order_of_columns=random.choice(("usual", "usual", "codes last", "quantity first", "date first")),
        grouped=random.random() < 0.15,
        sections=items in {"grid", "zebra", "rules"} and random.random() < 0.15,
        carried=items in {"grid", "open", "rules"} and random.random() < 0.12,
        merged=spec.dates == "merged",
        currency_at=random.choice(("label", "heading", "sentence", "total")),
        buyer_at="label" if engine == "csv" else random.choice(("label", "label", "letterhead", "both", "signature")),
        totals=random.choice(("row", "row", "below", "right", "sentence")),
        words_for_total=not western and random.random() < 0.4,
        decoys=random.choice((0, 2, 4, 6, 9)),
        decoy_columns=random.choice((0, 0, 1, 2)),
        terms_page=random.random() < 0.3,
        sealed=engine in {"html", "drawn"} and not western and random.random() < 0.25,
        empty_rows=random.choice((0, 0, 0, 2)),
        size=random.choice((7.5, 8.5, 9.0, 10.0)),
        spec=spec,
    )  # fmt: skip


def _spec(random: Random, language: str, kind: str, shape: tuple[str, str, str]) -> Spec:
    items, dress, engine = shape
    western = language in {"en", "de"}
    buyers = {
        "traditional": "taiwan",
        "de": "germany",
        "en": random.choice(("america", "britain", "elsewhere", "india", "france")),
    }.get(language, "china")
    currency = {
        "taiwan": "CNY",
        "germany": "EUR",
        "america": "USD",
        "britain": "GBP",
        "elsewhere": "EUR",
        "india": "USD",
        "france": "EUR",
    }.get(buyers, "CNY")
    basis, rate = (
        random.choice((("none", None), ("none", None), ("net", 20), ("net", 0)))
        if western
        else random.choice((("gross", 13), ("gross", 13), ("net", 13)))
    )
    if language == "de":
        basis, rate = random.choice((("none", None), ("net", 19)))
    if basis == "net" and rate and items in {"grid", "rules", "zebra", "framed"} and random.random() < 0.35:
        basis = "both"
    discount = basis != "both" and random.random() < 0.12 and items not in {"worded", "cards"}
    dates = random.choice(("header", "header", "lines", "lines", "lead", "line leads", "week", "merged"))
    if dates == "merged" and items not in {"grid", "framed", "rules", "zebra"}:
        dates = "lines"
    if engine == "csv" and dates in {"header", "week", "lead"}:
        dates = "lines"
    stated = (
        ["quotation"] * (random.random() < 0.85)
        + ["place"] * (random.random() < 0.85)
        + ["terms"] * (random.random() < 0.85)
    )
    stated += ["incoterms"] * (western and random.random() < 0.8)
    return Spec(
        kind=kind,
        language={"mixed": "mixed", "en": "en", "de": "en"}.get(language, "zh"),
        buyers=buyers,
        currency=currency,
        basis=basis,
        rate=rate,
        parts=random.choice(("gpn", "gpn", "lpn", "mixed")),
        customer_part=random.random() < 0.45,
        drawing=random.random() < 0.3,
        describe={"en": "{en} {size}", "de": "{de} {size}", "mixed": "{zh} {en} {size}"}.get(language, "{zh} {size}"),
        also=("{zh} {size}", "{en} {size}") if language == "mixed" else (),
        units={"en": "en", "de": "de", "mixed": random.choice(("zh", "en"))}.get(language, "zh"),
        numbering=random.choice(((1, 1), (1, 1), (10, 1), (10, 5), (1, 3), None)),
        lines=(18, 34) if dress == "long" else (1, 3) if random.random() < 0.2 else (2, 7),
        dates=dates,
        lead_unit=random.choice(("weeks", "weeks", "days", "days" if language == "traditional" else "working days")),
        stated=" ".join(stated),
        per="mixed" if random.random() < 0.25 and basis in {"net", "none"} and items in {"grid", "open", "rules", "three"} and not discount else "no",
        discount=discount,
        traditional=language == "traditional",
        quoted_rate=rate if basis in {"net", "both"} else None,
    )  # fmt: skip


def _day(random: Random, language: str) -> str:
    if language == "de":
        return "%d.%m.%Y"
    if language == "en":
        return random.choice(("short", "long", "american", "%Y-%m-%d", "spaced"))
    return random.choice(("%Y-%m-%d", "chinese", "%Y/%m/%d", "%Y.%m.%d"))


def _dealt(random: Random, choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the choices, all of them before any comes again."""
    while True:
        deck = list(choices)
        random.shuffle(deck)
        yield from deck
