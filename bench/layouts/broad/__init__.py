"""Layouts that chance composed: engine, language, words, header, items, sums and decoys chosen apart.

The group stands for width: it holds the reader to rules that carry, where single layouts invite special
cases. What is chosen and how is in `style`, the words in `wording`; the same layouts are made every time.
"""

from collections.abc import Callable
from functools import partial
from random import Random

from bench.layouts.broad.as_drawing import by_hand
from bench.layouts.broad.as_markup import mailed, printed
from bench.layouts.broad.as_office import exported, tabled, worded
from bench.layouts.broad.as_text import written
from bench.layouts.broad.content import composed
from bench.layouts.broad.speech import Paper
from bench.layouts.broad.style import Style, styles
from bench.layouts.layout import Drawing, Layout
from bench.layouts.post import mail
from bench.layouts.values import Order

FILES = {
    "html": "pdf",
    "drawn": "pdf",
    "word": "docx",
    "sheet": "xlsx",
    "text": "txt",
    "mail": "eml",
    "page": "html",
    "csv": "csv",
}


def draw(style: Style, _random: Random, order: Order) -> Drawing:
    """Return the document of an order in a composed layout."""
    paper = composed(style, order)
    ways: dict[str, Callable[[], Drawing]] = {
        "html": lambda: printed(style, paper),
        "drawn": lambda: by_hand(style, paper, order.number),
        "word": lambda: worded(style, paper),
        "sheet": lambda: tabled(style, paper),
        "page": lambda: mailed(style, paper).encode(),
        "csv": lambda: exported(paper),
        "text": lambda: written(style, paper).encode(),
        "mail": lambda: _mail(style, paper, order),
    }
    return ways[style.engine]()


def _mail(style: Style, paper: Paper, order: Order) -> bytes:
    subject = "采购订单" if style.language not in {"en", "de"} else "Our order"
    plain = style.items != "three" and style.dress not in {"sides", "american"}
    if plain and style.chance("mail").random() < 0.5:
        return mail(order, subject, plain=written(style, paper))
    return mail(order, subject, markup=mailed(style, paper))


def _layout(style: Style) -> Layout:
    shapes = f"facts-{style.facts} items-{style.items} totals-{style.totals}"
    features = f"{style.dress} {style.engine} {style.language} {shapes}"
    part = "body" if style.engine == "mail" else None
    file = f"{{number}}.{FILES[style.engine]}"
    name = f"broad_{style.index:02d}_{style.items}_{style.facts}"
    return Layout(
        name, partial(draw, style), style.spec, features, file, part, 2 if style.dress == "twice" else 1
    )


LAYOUTS: tuple[Layout, ...] = tuple(map(_layout, styles()))
