"""What is chosen for a composed shape of items, each choice apart from all others, by chance with a seed."""

# ruff: noqa: C901, E501, PLR0912 - each choice is one line

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench.layouts.layout import Spec

COUNT = 80
SEED = "shapes/2026"
ENGINES = (
    *("html", "html", "html", "html", "html", "html", "drawn", "drawn", "drawn", "drawn"),
    *("word", "word", "word", "sheet", "sheet", "sheet", "text", "mono", "mono", "mail"),
)
LANGUAGES = ("zh", "zh", "zh", "zh", "en", "en", "en", "en", "mixed", "mixed", "de", "de")
FORMS = (
    *("table", "table", "table", "table", "ladder", "ladder", "storeys", "storeys", "stacked", "stacked"),
    *("cards", "twin cards", "paragraphs", "sentences", "listing", "transposed"),
)
TABLED = frozenset({"table", "ladder", "storeys", "stacked"})
RULES = ("ruled", "unruled", "zebra", "half", "frame", "head")
BELOW = ("columns", "columns", "cell", "row", "first", "heading")
NUMBERINGS = ("plain", "plain", "tens", "padded", "letters", "decimal", "none")
ORDERS = ("usual", "usual", "amount first", "quantity last", "codes last", "date first", "quantity first")
PAPERS = ("A4", "A4", "A4", "A4", "landscape", "A3", "rotated")
SUMS = ("row", "label row", "below", "right", "sentence", "box")
BETWEEN = ("sections", "subtotals", "notes", "carried", "option", "deleted", "blank")
DELIVERIES = ("header", "header", "column", "column", "merged", "under", "lots", "lots", "lead", "line leads")
PAGES = ("one", "one", "repeated", "unrepeated", "broken")
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Shape:
    """A composed shape: how the items of an order stand on its paper.

    `form` is what the items are: a table, items whose figures stand on a later line (ladder), two lines of
    columns (storeys), cells with two values (stacked), cards, paragraphs, sentences, lists of label and
    value, or a table whose columns are items. `below` is where codes and dates stand under an item, `labels`
    how they are labelled there; `figures` the line of a ladder that holds them. `between` is what stands
    between the rows besides items. `pages` tells how a table goes on over pages.
    """

    index: int
    engine: str
    form: str
    language: str
    kind: str
    rules: str
    below: str
    labels: str
    figures: str
    numbering: str
    unit_at: str
    currency_at: str
    notation: str
    day: str
    order: str
    levels: bool
    between: tuple[str, ...]
    pages: str
    paper: str
    per_at: str
    discount: str
    delivery_at: str
    split_name: bool
    sums_at: str
    words_for_total: bool
    extras: int
    conditions: int
    separator: str
    free: bool
    gap: int
    size: float
    spec: Spec

    def chance(self, what: str) -> Random:
        """Return the chances of one part of the shape, the same for every order in it."""
        return Random(f"{SEED}/{self.index}/{what}")  # noqa: S311 - made-up orders, no secrets

    @property
    def tabled(self) -> bool:
        """Tell whether the items are rows of a table."""
        return self.form in TABLED

    @property
    def plain(self) -> bool:
        """Tell whether the paper is made of letters alone."""
        return self.engine in {"text", "mono"} or (self.engine == "mail" and self.index % 2 == 0)


def shapes() -> Iterator[Shape]:
    """Yield every composed shape; the chief choices are dealt evenly over all of them."""
    random = Random(SEED)  # noqa: S311 - made-up orders, no secrets
    decks = [_dealt(random, each) for each in (ENGINES, LANGUAGES, FORMS, RULES, BELOW)]
    decks += [_dealt(random, each) for each in (NUMBERINGS, ORDERS, PAPERS, SUMS, BETWEEN, DELIVERIES, PAGES)]
    for index in range(COUNT):
        own = Random(f"{SEED}/{index}")  # noqa: S311 - made-up orders, no secrets
        yield _shape(own, index, [next(each) for each in decks])


def _shape(random: Random, index: int, dealt: Sequence[str]) -> Shape:
    engine, language, form, rules, below, numbering, order, paper, sums, between, delivery, pages = dealt
    text = engine in {"text", "mono"} or (engine == "mail" and index % 2 == 0)
    if engine == "sheet" and form in {"paragraphs", "sentences", "twin cards"}:
        form = "table"
    if text:
        form = {"stacked": "ladder", "twin cards": "cards", "transposed": "listing"}.get(form, form)
        rules = "head"
        below = {"cell": "row", "heading": "row"}.get(below, below)
    if engine not in {"html", "drawn"} or form not in {*TABLED, "transposed"}:
        paper = "A4" if engine not in {"word", "sheet"} else paper
    if paper in {"rotated", "landscape"} and engine in {"drawn", "html"}:
        paper = "rotated" if engine == "drawn" else "landscape"
    if form in {"storeys", "stacked"}:
        below = "columns"
        order = "usual"
    if form == "ladder":
        order = "usual"
        below = random.choice(("row", "row", "first"))
    tabled = form in TABLED
    rows = form in {"table", "ladder"}
    if delivery == "merged" and (text or form != "table" or below in {"row", "first"}):
        delivery = "column"
    if delivery == "lots" and not rows:
        delivery = "column"
    if delivery == "under" and (not rows or below in {"columns", "heading"}):
        delivery = "column"
    if not tabled or engine not in {"html", "drawn", "mono"}:
        pages = "one"
    chosen: tuple[str, ...] = (
        ()
        if not tabled
        else (between,)
        if random.random() < 0.5
        else (between, random.choice(("notes", "blank", "carried")))
    )
    split = rows and below == "columns" and language != "mixed" and random.random() < 0.5
    if delivery == "merged":
        # A cell over all rows leaves no room for what crosses it.
        chosen, pages = tuple(each for each in chosen if each in {"option", "deleted", "blank"}), "one"
    if pages == "broken" and not (form in {"ladder", "storeys"} or below in {"row", "first"}):
        pages = "repeated"
    spec = _spec(random, language, (form, delivery, numbering, pages), split=split)
    per_at = (
        "no"
        if spec.per == "no"
        else random.choice(("column", "price"))
        if spec.per == "mixed"
        else random.choice(
            (
                "column",
                "price",
                "note",
                "heading",
                *(("under",) if rows and below in {"cell", "row", "first"} else ()),
            )
        )
    )
    if spec.discount or spec.basis == "both":
        per_at = "no"
    return Shape(
        index=index,
        engine=engine,
        form=form,
        language=language,
        kind=spec.kind,
        rules=rules,
        below=below,
        labels="none" if below == "heading" else random.choice(("long", "short")),
        figures=random.choice(("second", "last")),
        numbering=numbering,
        unit_at="heading" if spec.per in {"100", "1000"} and random.random() < 0.5 else random.choice(("column", "column", "after", "before", "after")),
        currency_at=random.choice(("label", "heading", "cell", "total", "label")),
        notation=_notation(random, language, spec),
        day=_day(random, language),
        order=order,
        levels=rows and below != "heading" and not text and random.random() < 0.3,
        between=chosen,
        pages=pages,
        paper=paper,
        per_at=per_at,
        discount=random.choice(("percent", "amount")) if spec.discount else "no",
        delivery_at=delivery,
        split_name=split,
        sums_at=sums,
        words_for_total=random.random() < 0.25,
        extras=random.choice((0, 0, 1, 2)) if paper != "A3" else random.choice((3, 5)),
        conditions=random.choice((0, 1, 2)) if rows and below in {"cell", "row", "first"} else 0,
        separator="/" if not tabled or text else random.choice(("/", " ", "\n", "\n")),
        free=random.random() < 0.15 and spec.basis != "both" and delivery != "merged",
        gap=random.choice((1, 2, 3)),
        size=random.choice((7.0, 8.0, 9.0)) if paper != "A3" else 6.5,
        spec=spec,
    )  # fmt: skip


def _spec(random: Random, language: str, shape: tuple[str, str, str, str], *, split: bool) -> Spec:
    form, delivery, numbering, pages = shape
    western = language in {"en", "de"}
    buyers = {
        "de": "germany",
        "en": random.choice(("america", "britain", "elsewhere", "india", "france")),
    }.get(language, "china")
    currency = {
        "germany": "EUR",
        "america": "USD",
        "britain": "GBP",
        "elsewhere": "EUR",
        "india": "USD",
        "france": "EUR",
    }.get(buyers, "CNY")
    basis, rate = (
        random.choice((("none", None), ("none", None), ("net", 20)))
        if western
        else random.choice((("gross", 13), ("gross", 13), ("net", 13)))
    )
    if language == "de" and basis == "net":
        rate = 19
    if basis == "net" and form in {"table", "storeys"} and random.random() < 0.4:
        basis = "both"
    discount = basis != "both" and random.random() < 0.15
    per = (
        random.choice(("mixed", "100", "1000"))
        if basis in {"net", "none"} and not discount and random.random() < 0.45
        else "no"
    )
    dates = {
        "header": "header",
        "column": "lines",
        "merged": "merged",
        "under": "lines",
        "lots": "lines",
        "lead": "lead",
    }.get(delivery, "line leads")
    stated = [each for each in ("quotation", "place", "terms") if random.random() < 0.8]
    stated += ["incoterms"] * (western and random.random() < 0.6)
    return Spec(
        kind=random.choice(("purchase_order", "purchase_order", "contract")),
        language={"mixed": "mixed", "zh": "zh"}.get(language, "en"),
        buyers=buyers,
        currency=currency,
        basis=basis,
        rate=rate,
        parts=random.choice(("gpn", "lpn", "mixed")),
        customer_part=random.random() < 0.5,
        drawing=random.random() < 0.3,
        describe={"en": "{en} {size}", "de": "{de} {size}", "mixed": "{zh} {en} {size}"}.get(language, "{zh} {size}"),
        also=("{zh} {size}", "{en} {size}") if language == "mixed" else (f"{{{language}}}",) if split else (),
        units={"en": "en", "de": "de", "mixed": random.choice(("zh", "en"))}.get(language, "zh"),
        numbering={"tens": (10, 1), "padded": (1, 3), "none": None}.get(numbering, (1, 1)),
        lines=(16, 30) if pages in {"repeated", "unrepeated"} else (8, 14) if pages == "broken" else (2, 4) if form == "transposed" else random.choice(((1, 3), (3, 7), (2, 6))),
        dates=dates,
        lead_unit=random.choice(("weeks", "weeks", "days")),
        stated=" ".join(stated),
        per=per,
        discount=discount,
        quoted_rate=rate if basis in {"net", "both"} else None,
    )  # fmt: skip


def _notation(random: Random, language: str, spec: Spec) -> str:
    if language == "de":
        return random.choice(("german", "german", "swiss"))
    if spec.buyers in {"france", "india"}:
        return {"france": "french", "india": "indian"}[spec.buyers]
    return random.choice(("comma", "comma", "unseparated"))


def _day(random: Random, language: str) -> str:
    if language == "de":
        return "%d.%m.%Y"
    if language == "en":
        return random.choice(("short", "long", "%Y-%m-%d", "spaced"))
    return random.choice(("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "chinese"))


def _dealt(random: Random, choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the choices, all of them before any comes again."""
    while True:
        deck = list(choices)
        random.shuffle(deck)
        yield from deck
