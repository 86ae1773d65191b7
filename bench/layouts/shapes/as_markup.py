"""A composed shape as a page of HTML: printed by a browser, or as the body of a mail."""

# ruff: noqa: E501 - a piece of markup stays a line

from collections.abc import Sequence

from bench.layouts.layout import Print
from bench.layouts.markup import MONO, SANS, SERIF, document, page, text
from bench.layouts.shapes.content import Around, Pair
from bench.layouts.shapes.grid import Cell, Grid, Row
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.tables import table
from bench.layouts.shapes.worded import entries, told
from bench.layouts.values import Order

BORDERS = {
    "ruled": ".items td,.items th{border:1px solid #000}",
    "unruled": "",
    "zebra": ".items tr.odd td{background:#ececec}.items th{background:#d5dfec}",
    "half": ".items td,.items th{border-bottom:.5px solid #555}.items tr.joined td{border-bottom:0}",
    "frame": ".items{border:1px solid #000}.items td{border-left:.5px solid #000}.items th{border:1px solid #000}",
    "head": ".items thead th{border-top:1px solid #000;border-bottom:1px solid #000}",
}


def printed(shape: Shape, order: Order, paper: Around) -> Print:
    """Return the page that the browser prints."""
    random = shape.chance("page")
    size = {"landscape": "A4 landscape", "A3": "A3 landscape"}.get(shape.paper, "A4")
    font = random.choice((SANS, SANS, SANS, SERIF, MONO if shape.size < 8 else SANS))
    return page(
        _body(shape, order, paper),
        _styles(shape),
        size=size,
        margin=random.choice(("12mm", "15mm")),
        font=font,
    )


def mailed(shape: Shape, order: Order, paper: Around) -> str:
    """Return the body of a mail."""
    return document(_body(shape, order, paper), _styles(shape))


def _styles(shape: Shape) -> str:
    repeated = "" if shape.pages in {"repeated", "one"} else ".items thead{display:table-row-group}"
    return (
        f"body{{font-size:{shape.size + 1}pt}}h1{{font-size:15pt;text-align:center}}p{{margin:1mm 0}}"
        f".items{{width:100%;margin:3mm 0}}.items td,.items th{{padding:2px {3 + shape.gap}px;font-size:{shape.size}pt;font-weight:normal;vertical-align:top;text-align:left}}"
        ".items .r{text-align:right}.items th{vertical-align:bottom}.struck{text-decoration:line-through}.section td{font-weight:bold}"
        ".sums td{padding:1px 4px}.card{margin:3mm 0;padding:2mm}.boxed{border:1px solid #444}.twin{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm}"
        ".card td{padding:1px 6px;vertical-align:top}tr{break-inside:avoid}tr.new{break-before:page}"
        + BORDERS[shape.rules]
        + repeated
    )


def _body(shape: Shape, order: Order, paper: Around) -> str:
    facts = "".join(
        f"<tr><td>{text(label)}：</td><td>{text(value)}</td></tr>" for label, value in paper.facts
    )
    parts = [
        f"<h1>{text(paper.title)}</h1>",
        f"<table class=facts>{facts}</table>",
        f"<p>{text(paper.intro)}</p>",
    ]
    parts += [_items(shape, order, paper), _sums(shape, paper)]
    return "".join([*parts, *(f"<p>{text(each)}</p>" for each in paper.closing)])


def _items(shape: Shape, order: Order, paper: Around) -> str:
    if shape.tabled or shape.form == "transposed":
        return _table(table(shape, order, paper))
    if shape.form in {"paragraphs", "sentences"}:
        return "".join(f"<p>{'<br>'.join(map(text, each))}</p>" for each in told(shape, order))
    cards = "".join(_card(shape, each) for each in entries(shape, order))
    return f"<div class=twin>{cards}</div>" if shape.form == "twin cards" else cards


def _card(shape: Shape, pairs: Sequence[Pair]) -> str:
    boxed = "card boxed" if shape.rules in {"ruled", "frame", "half"} and shape.form != "listing" else "card"
    if shape.form == "listing" or shape.chance("plain card").random() < 0.4:
        return f"<div class='{boxed}'>{''.join(f'<div>{text(label)}: {text(value)}</div>' for label, value in pairs)}</div>"
    wide = 1 if shape.form == "twin cards" else 2
    rows = ""
    for at in range(0, len(pairs), wide):
        cells = "".join(
            f"<td>{text(label)}</td><td>{text(value)}</td>" for label, value in pairs[at : at + wide]
        )
        rows += f"<tr>{cells}</tr>"
    return f"<div class='{boxed}'><table>{rows}</table></div>"


def _table(grid: Grid) -> str:
    head = f"<thead>{''.join(_row(each, 'th') for each in grid.heads)}</thead>" if grid.heads else ""
    return f"<table class=items>{head}<tbody>{_rows(grid.rows)}</tbody></table>"


def _rows(rows: Sequence[Row]) -> str:
    made, odd, broken = "", False, False
    for at, each in enumerate(rows):
        if each.kind == "break":
            broken = True
            continue
        odd = not odd if each.kind == "item" else odd
        names = [each.kind, *(["odd"] if odd else []), *(["new"] if broken else [])]
        names += ["joined"] if at + 1 < len(rows) and rows[at + 1].kind == "under" else []
        made += _row(each, "td", " ".join(names))
        broken = False
    return made


def _row(row: Row, tag: str, names: str = "") -> str:
    return f"<tr class='{names}'>{''.join(_cell(each, tag) for each in row.cells)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    content = text(cell.text).replace("\n", "<br>") or "&nbsp;"
    content = f"<s>{content}</s>" if cell.struck and cell.text else content
    spans = (f" colspan={cell.across}" if cell.across > 1 else "") + (
        f" rowspan={cell.down}" if cell.down > 1 else ""
    )
    return f"<{tag}{spans}{' class=r' if cell.right else ''}>{content}</{tag}>"


def _sums(shape: Shape, paper: Around) -> str:
    if shape.sums_at in {"row", "label row"} and shape.tabled:
        return ""
    if shape.sums_at in {"right", "box"}:
        rows = "".join(
            f"<tr><td>{text(label)}</td><td style='text-align:right'>{text(value)}</td></tr>"
            for label, value in paper.sums
        )
        edge = " border=1" if shape.sums_at == "box" else ""
        return f"<table class=sums{edge} style='margin-left:auto'>{rows}</table>"
    joint = "　" if shape.sums_at == "sentence" else "<br>"
    return f"<p>{joint.join(f'{text(label)}：{text(value)}' for label, value in paper.sums)}</p>"
