"""A composed paper as a page of HTML: printed by a browser, or as the body of a mail."""

# ruff: noqa: E501, C901 - a piece of markup stays a line, and a shape of a table one function

from collections.abc import Iterator, Sequence

from bench.layouts.broad.markup_items import by, flat, items, lined, rows_of
from bench.layouts.broad.speech import Pair, Paper
from bench.layouts.broad.style import Style
from bench.layouts.layout import Print
from bench.layouts.markup import MONO, SANS, SERIF, document, page, text

MENUS = {
    "zh": (
        "首页 &gt; 采购协同 &gt; 订单管理 &gt; 订单详情　　[打印] [导出] [返回]　欢迎您，供应商用户",
        "共 {} 条　每页 50 条　1/1　版权所有　技术支持",
    ),
    "en": (
        "Home | Orders | Order details &nbsp; Print &nbsp; Export &nbsp; Acknowledge &nbsp; Sign out",
        "{} items, page 1 of 1 | Help | Privacy",
    ),
}
BORDERS = {
    "grid": ".items td,.items th{border:1px solid #000}",
    "framed": ".items{border:1px solid #000}.items td{border-left:1px solid #000}.items th{border:1px solid #000}",
    "zebra": ".items tbody tr:nth-child(even){background:#eee}.items thead{background:#cdd9ea}",
    "rules": ".items td,.items th{border-bottom:0.5px solid #777}",
    "under": ".items td{border-top:0.5px solid #777}.items .below{border-top:0}.items th{border-bottom:1.5px solid #000}",
    "storeys": ".items td{padding-bottom:1px}.items thead{border-bottom:1px solid #000}",
}


def printed(style: Style, paper: Paper) -> Print:
    """Return the page that the browser prints."""
    landscape = len(paper.columns) > 9
    if style.dress == "wide":
        return page(
            body(style, paper),
            styles(style) + "body{font-size:6.5pt!important}",
            size="A3 landscape",
            margin="12mm",
        )
    font = style.chance("font").choice((SANS, SANS, SERIF, MONO))
    margin = style.chance("margin").choice(("12mm", "15mm", "20mm"))
    return page(
        body(style, paper),
        styles(style),
        size="A4 landscape" if landscape else "A4",
        margin=margin,
        font=font,
    )


def mailed(style: Style, paper: Paper) -> str:
    """Return the body of a mail."""
    return document(body(style, paper), styles(style))


def styles(style: Style) -> str:
    """Return the style sheet of a layout."""
    align = style.chance("title").choice(("left", "center", "right"))
    return (
        f"body{{font-size:{style.size}pt!important}}h1{{font-size:15pt;text-align:{align};margin:2mm 0}}"
        "p{margin:1.2mm 0}td,th{padding:2px 5px;vertical-align:top;text-align:left;font-weight:normal}"
        ".items{width:100%;margin:3mm 0}.right{text-align:right!important}.form{width:100%;margin:2mm 0}"
        ".form td{border:1px solid #000}.corner td{border:1px solid #000;width:33%}.corner i{font-style:normal;"
        "font-size:6.5pt}.small{font-size:7pt;color:#333}.flex{display:flex;justify-content:space-between}"
        ".box{border:1px solid #000;padding:2mm}.gap{margin-right:9mm}.seal{position:absolute;color:#d22;border:2px solid #d22;"
        "border-radius:50%;width:32mm;height:32mm;text-align:center;line-height:32mm;opacity:.55;right:30mm;margin-top:-18mm}"
        ".page{page-break-before:always}.sums{margin-left:auto}" + BORDERS.get(style.items, "")
    )


def body(style: Style, paper: Paper) -> str:
    """Return what stands on the page."""
    parts = [
        f"<h1>{text(paper.title)}</h1>",
        _blocks(paper),
        *_facts(style, paper),
        *(f"<p>{text(each)}</p>" for each in paper.intro if each),
    ]
    head = "".join(f"<p>{text(each)}</p>" for each in paper.letterhead)
    parts.insert(style.chance("head").choice((0, 0, 1)), head)
    if style.dress == "portal":
        above, below = MENUS["zh" if style.language not in {"en", "de"} else "en"]
        parts = [f"<p class=small>{above}</p>", *parts, f"<p class=small>{below.format(paper.count)}</p>"]
    parts.append(items(style, paper))
    if style.totals != "row" or not style.tabled or style.items in {"storeys", "three"}:
        parts.append(_sums(style, paper.sums))
    parts += _closing(style, paper.closing)
    parts += [f"<p>{text(each)}</p>" for each in paper.notes]
    if paper.signed:
        parts.append("".join(f"<p>{text(each)}</p>" for each in paper.signed))
    if style.sealed:
        parts.append("<div class=seal>合同专用章</div>")
    if paper.terms_page:
        parts.append("<div class=page></div>" + "".join(f"<p>{text(each)}</p>" for each in paper.terms_page))
    return "".join(parts)


def _blocks(paper: Paper) -> str:
    if not paper.blocks:
        return ""
    cells = "".join(f"<td>{'<br>'.join(map(text, each))}</td>" for each in paper.blocks)
    return f"<table style='width:100%'><tr>{cells}</tr></table>"


def _sides(style: Style, pairs: Sequence[Pair]) -> str:
    """Return a table with the Chinese clauses at the left and the English ones at the right."""
    rows = ""
    for label, value in pairs:
        labels = [each.strip() for each in label.split(style.separator, 1)]
        names = value.split(" ", 1)
        apart = len(names) > 1 and not names[0].isascii() and names[1].isascii()
        values = names if apart else [value, value]
        rows += (
            "<tr>"
            + "".join(
                f"<td>{text(one)}{style.colon or ' '}{text(other)}</td>"
                for one, other in zip([labels[0], labels[-1]], values, strict=True)
            )
            + "</tr>"
        )
    return f"<table class={style.chance('sides').choice(('form', 'free'))} style='width:100%'>{rows}</table>"


def _facts(style: Style, paper: Paper) -> Iterator[str]:
    colon, facts = style.colon, paper.facts
    if style.dress == "sides":
        yield _sides(style, facts)
    elif style.facts in {"lines", "sentence"}:
        yield "".join(f"<p>{flat(label)}{colon or ' '}{text(value)}</p>" for label, value in facts)
    elif style.facts == "pairs":
        yield (
            "<table>"
            + "".join(
                f"<tr><td>{lined(label)}{colon}</td><td>{text(value)}</td></tr>" for label, value in facts
            )
            + "</table>"
        )
    elif style.facts == "form":
        cells = [f"<td>{lined(label)}{colon}</td><td>{text(value)}</td>" for label, value in facts]
        yield f"<table class=form>{rows_of(cells, 2, '<td></td><td></td>')}</table>"
    elif style.facts == "corner":
        cells = [f"<td><i>{flat(label)}</i><br>{text(value)}</td>" for label, value in facts]
        yield f"<table class='form corner'>{rows_of(cells, 3, '<td></td>')}</table>"
    elif style.facts == "above":
        ruled = " class=form" if style.chance("above").random() < 0.5 else " style='width:100%'"
        rows = []
        for group in by(facts, 3):
            rest = "<td></td>" * (3 - len(group))
            rows.append(
                "<tr>" + "".join(f"<td class=small>{flat(label)}</td>" for label, _ in group) + rest + "</tr>"
            )
            rows.append("<tr>" + "".join(f"<td>{text(value)}</td>" for _, value in group) + rest + "</tr>")
        yield f"<table{ruled}>{''.join(rows)}</table>"
    elif style.facts == "spread":
        for group in by(facts, 3):
            yield (
                "<p>"
                + " &nbsp; ".join(
                    f"<span class=gap>{flat(label)}{colon}{text(value)}</span>" for label, value in group
                )
                + "</p>"
            )
    else:
        yield _beside(style, facts)


def _beside(style: Style, facts: Sequence[Pair]) -> str:
    """Return two columns: lines at the left and a box at the right, or halves of one list."""
    half = len(facts) // 2
    if style.facts == "columns":
        sides = [
            "".join(f"<p>{flat(label)}{style.colon or ' '}{text(value)}</p>" for label, value in each)
            for each in (facts[:half], facts[half:])
        ]
        return f"<div class=flex><div>{sides[0]}</div><div>{sides[1]}</div></div>"
    left = "".join(f"<p class=small>{flat(label)}</p><p>{text(value)}</p>" for label, value in facts[half:])
    rows = "".join(
        f"<tr><td>{lined(label)}{style.colon}</td><td>{text(value)}</td></tr>"
        for label, value in facts[:half]
    )
    return f"<div class=flex><div style='width:50%'>{left}</div><table class={style.chance('box').choice(('box', 'form', 'free'))} style='width:auto'>{rows}</table></div>"


def _sums(style: Style, sums: Sequence[Pair]) -> str:
    if style.totals == "sentence" and style.language not in {"en", "de"} and len(sums) == 1:
        return f"<p>本订单{flat(sums[0][0])}为{text(sums[0][1])}元。</p>"
    if style.totals == "sentence":
        return (
            "<p>"
            + "，".join(f"{flat(label)}{style.colon or ' '}{text(value)}" for label, value in sums)
            + "</p>"
        )
    if style.totals == "below":
        return "".join(f"<p>{flat(label)}{style.colon or ' '}{text(value)}</p>" for label, value in sums)
    rows = "".join(
        f"<tr><td>{flat(label)}</td><td class=right>{text(value)}</td></tr>" for label, value in sums
    )
    return f"<table class=sums>{rows}</table>"


def _closing(style: Style, pairs: Sequence[Pair]) -> Iterator[str]:
    if style.dress == "sides" and pairs:
        yield _sides(style, pairs)
        return
    way = style.chance("closing").choice(("lines", "clauses", "form"))
    if way == "form" and pairs:
        yield (
            "<table class=form>"
            + "".join(
                f"<tr><td style='width:30%'>{flat(label)}</td><td>{text(value)}</td></tr>"
                for label, value in pairs
            )
            + "</table>"
        )
        return
    for at, (label, value) in enumerate(pairs):
        number = (
            f"{'二三四五六七八九十'[at]}、"
            if way == "clauses" and style.language not in {"en", "de"}
            else f"{at + 2}. "
            if way == "clauses"
            else ""
        )
        yield f"<p>{number}{flat(label)}{style.colon or ' '}{text(value)}</p>"
