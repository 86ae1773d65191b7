"""Writes the made-up lists of `tests/reconcile` as finance and SAP would: words, notations, containers."""

import csv
import datetime as dt
import io
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl

FOLDER = Path(__file__).parent / "reconcile"
TODAY = dt.date(2026, 11, 27)
CENT = Decimal("0.01")
GROSS = ("gross", "price_gross", "unlabelled_gross")
Cell = str | Decimal | dt.date | int | None
Table = list[list[Cell]]

ORDER_NAMES = {
    "en": (
        "Sales Doc.|Item|SaTy|Sold-to party|Name 1|Customer Reference|Material|Order Qty|SU"
        "|Net price|per|Net value|Tax amount|Curr.|Item category|Reason for rejection|Ref. doc."
        "|Ref. itm|Overall Status"
    ),
    "zh": (
        "销售凭证|项目|销售凭证类型|售达方|名称 1|客户参考|物料|订单数量|销售单位|净价|每|净值"
        "|税额|货币|项目类别|拒绝原因|参考凭证|参考项目|总体状态"
    ),
    "tech": (
        "VBELN|POSNR|AUART|KUNNR|NAME1|BSTNK|MATNR|KWMENG|VRKME|NETPR|KPEIN|NETWR|MWSBP|WAERK"
        "|PSTYV|ABGRU|VGBEL|VGPOS|GBSTK"
    ),
}
LINE_QUANTITY = {"en": "Schedule line qty", "zh": "计划行数量", "tech": "WMENG"}
DELIVERY_NAMES = {
    "en": (
        "Delivery|Item|Reference Document|Reference Item|Material|Dlv.qty|SU|Pl. Gds Mvmt Date"
        "|Act. Gds Mvmnt Date|Goods Movement Status|POD status|POD date"
    ),
    "zh": (
        "交货|项目|参考凭证|参考项目|物料|交货数量|销售单位|计划货物移动日期|实际货物移动日期"
        "|货物移动状态|POD 状态|POD 日期"
    ),
    "tech": "VBELN|POSNR|VGBEL|VGPOS|MATNR|LFIMG|VRKME|WADAT|WADAT_IST|WBSTK|PDSTK|PODAT",
}
BILLING_NAMES = {
    "en": (
        "Billing Document|Item|Billing Type|Billing Date|Sales Doc.|SD Item|Reference Document"
        "|Ref. itm|Billed Quantity|SU|Canceled|Cancelled bill. doc."
    ),
    "zh": (
        "开票凭证|项目|开票类型|开票日期|销售凭证|销售凭证项目|参考凭证|参考项目|已开票数量"
        "|销售单位|已取消|被取消的开票凭证"
    ),
    "tech": "VBELN|POSNR|FKART|FKDAT|AUBEL|AUPOS|VGBEL|VGPOS|FKIMG|VRKME|FKSTO|SFAKN",
}
PROFILE_NAMES = {
    "en": (
        "Customer number|Name|Invoice mode|Cut-off day|Invoice title|Tax number|Invoice type"
        "|Acceptance required|Hold until|E-mail"
    ),
    "zh": ("客户号|客户名称|开票模式|每月截止日|开票抬头|纳税人识别号|发票类型|是否需验收|暂缓至|收票邮箱"),
}
LIST_NAMES = {
    "en": ("No.|Customer|SAP Order|Item|Delivery|Material|Qty|Unit|Tax rate|Currency|Ship date|Remarks"),
    "zh": "序号|客户名称|订单号|行项目|交货单号|物料|数量|单位|税率|币种|发货日期|备注",
}
AMOUNT_NAMES = {
    "both": ("Net amount|Tax|Gross amount", "不含税金额|税额|价税合计"),
    "net": ("Net amount", "不含税金额"),
    "gross": ("Tax amount|Amount incl. tax", "税额|价税合计"),
    "price_net": ("Net price|Net amount", "不含税单价|不含税金额"),
    "price_gross": ("Unit price incl. tax|Tax|Gross amount", "含税单价|税额|价税合计"),
    "unlabelled_net": ("Unit price|Amount|Tax", "单价|金额|税额"),
    "unlabelled_gross": ("Unit price|Amount|Tax", "单价|金额|税额"),
}
STATES = {"en": ("Completed", "Being processed"), "zh": ("已完成", "处理中"), "tech": ("C", "B")}


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
    def value(self) -> Decimal:
        return rounded(self.quantity * self.price / self.per)


def rounded(number: Decimal, places: int = 2) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def load() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    cases = tomllib.loads((FOLDER / "cases.toml").read_text("utf-8"))["case"]
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


def build(of: dict[str, object], cases: Sequence[dict[str, object]]) -> Files:
    files, tables = Files(text(of, "name")), Tables()
    first, step = int(text(of, "first")), int(text(of, "step"))
    amounts = text(of, "amounts")
    for number, case in enumerate(cases):
        basis = text(case, "basis")
        fitting = not basis or (basis == "gross") is (amounts in GROSS)
        if number % step == first % step and fitting:
            add_case(case, number, of, tables, files)
    write(of, tables, files)
    return files


def add_case(
    case: dict[str, object], number: int, of: dict[str, object], tables: Tables, files: Files
) -> None:
    base = number * 10
    items = {words[0]: item(words) for words in specs(case, "orders")}
    add_orders(case, base, items, text(of, "words"), tables)
    add_deliveries(case, base, tables)
    add_billing(case, base, tables)
    add_profile(case, base, tables)
    for words in specs(case, "rows"):
        code, _, group = words[3].partition(":")
        files.expected.append(Expected(text(case, "name"), code, f"{base}{group}" if group else None))
        tables.rows.append(list_row(words, base, items[words[0]], of, len(tables.rows) + 1))


def item(words: Sequence[str]) -> Item:
    price, _, per = words[4].partition("/")
    numbers = [Decimal(each) for each in (words[3], price, per, words[5])]
    quantity, amount, unit, rate = numbers
    return Item(words[0], words[1], words[2], quantity, amount, unit, rate, options(words[6:]))


def add_orders(
    case: dict[str, object], base: int, items: dict[str, Item], words: str, tables: Tables
) -> None:
    done, underway = STATES[words]
    for each in items.values():
        tables.orders.append(order_row(each, f"{30000000 + base:010}", base, ("", ""), underway))
    for spec in specs(case, "requests"):
        of = items[spec[0]]
        changed = options(spec[5:])
        request = Item("10", spec[1], spec[2], Decimal(spec[3]), of.price, of.per, of.rate, changed)
        reference = (f"{30000000 + base:010}", f"{int(spec[0]):06}")
        state = done if spec[4] == "done" else underway
        tables.orders.append(order_row(request, f"{60000000 + base:010}", base, reference, state))


def order_row(each: Item, order: str, base: int, reference: tuple[str, str], state: str) -> list[Cell]:
    values = each.options
    return [
        order,
        f"{int(each.number):06}",
        each.order_type,
        f"{100000 + base:010}",
        f"Customer {base}",
        values.get("po", f"PO-{base}-{each.number}"),
        part(base, each.number),
        rounded(each.quantity, 3),
        values.get("unit", "EA"),
        each.price,
        each.per.quantize(Decimal(1)),
        each.value,
        rounded(each.value * each.rate / 100),
        values.get("currency", "CNY"),
        each.category,
        values.get("rejected", ""),
        *(reference if reference[0] else (f"{20000000 + base:010}", f"{int(each.number):06}")),
        state,
    ]


def part(base: int, number: str) -> str:
    return f"{90000000 + base + int(number)}"


def delivery(base: int, letter: str) -> str:
    return f"{80000000 + base + 'abcdefgh'.index(letter):010}"


def add_deliveries(case: dict[str, object], base: int, tables: Tables) -> None:
    for at, words in enumerate(specs(case, "deliveries"), 1):
        back = words[1].startswith("r")
        order = f"{(60000000 if back else 30000000) + base:010}"
        of = "10" if back else words[1]
        issued = None if words[3] == "-" else dt.date.fromisoformat(words[3])
        proven = "pod" in words
        tables.deliveries.append(
            [
                delivery(base, words[0]),
                f"{at * 10:06}",
                order,
                f"{int(of):06}",
                part(base, of),
                rounded(Decimal(words[2]), 3),
                "EA",
                issued or dt.date(2026, 12, 4),
                issued,
                "C" if issued else "A",
                "C" if proven else "",
                issued + dt.timedelta(days=2) if proven and issued else None,
            ]
        )


def add_billing(case: dict[str, object], base: int, tables: Tables) -> None:
    for words in specs(case, "billing"):
        back = words[2].startswith("r")
        order = f"{(60000000 if back else 30000000) + base:010}"
        of = "10" if back else words[2]
        reference = order if words[4] == "-" else delivery(base, words[4])
        said = options(words[5:])
        cancels = f"{90000000 + base + int(said['cancels'])}" if "cancels" in said else ""
        tables.billing.append(
            [
                f"{90000000 + base + int(words[0])}",
                "000010",
                words[1],
                dt.date(2026, 11, 13),
                order,
                f"{int(of):06}",
                reference,
                "000010",
                rounded(Decimal(words[3]), 3),
                "EA",
                "X" if "cancelled" in said else "",
                cancels,
            ]
        )


def add_profile(case: dict[str, object], base: int, tables: Tables) -> None:
    words = text(case, "profile").split()
    said = options(words[1:])
    if words[0] == "none":
        return
    name = f"Customer {base} Ltd"
    tables.profiles.append(
        [
            str(100000 + base),
            name,
            words[0],
            next((each for each in words[1:] if each.isdigit()), ""),
            said.get("title", name),
            said.get("tax", f"91330206MA{base:08}"),
            said.get("type", "special"),
            "yes" if "acceptance" in said else "no",
            said.get("until", ""),
            f"ap{base}@example.com",
        ]
    )


def list_row(words: Sequence[str], base: int, of: Item, listed: dict[str, object], at: int) -> list[Cell]:
    said = options(words[4:])
    quantity = Decimal(words[2])
    rate = Decimal(said.get("rate", of.rate))
    named = "/".join(str(int(delivery(base, each))) for each in words[1]) if words[1] != "-" else ""
    return [
        at,
        f"Customer {base}",
        said.get("order", str(30000000 + base)),
        said.get("item", words[0]),
        said.get("delivery", named),
        part(base, words[0]),
        said.get("quantity", quantity),
        said.get("unit", of.options.get("unit", "EA")),
        f"{rate}%",
        said.get("currency", of.options.get("currency", "CNY")),
        TODAY,
        "",
        *stated(of, quantity, rate, said, text(listed, "amounts")),
    ]


def stated(
    of: Item, quantity: Decimal, rate: Decimal, said: dict[str, str], amounts: str
) -> Iterator[Decimal]:
    """Yield what a row states of prices and amounts; a price that is stated otherwise is for one."""
    factor = 1 + rate / 100
    each = Decimal(said["price"]) if "price" in said else of.price / of.per
    places = 2 if "price" in said else 2 + of.per.adjusted()
    gross_each = Decimal(said["gross"]) if "gross" in said else rounded(each * factor, places)
    net = rounded(quantity * each)
    gross = rounded(quantity * gross_each) if amounts in GROSS else rounded(net * factor)
    tax = gross - rounded(gross / factor) if amounts in GROSS else gross - net
    price = {
        "price_net": each,
        "unlabelled_net": each,
        "price_gross": gross_each,
        "unlabelled_gross": gross_each,
    }
    if amounts in price:
        yield price[amounts]
    yield from {
        "both": (net, tax, gross),
        "net": (net,),
        "gross": (tax, gross),
        "price_net": (net,),
        "price_gross": (tax, gross),
        "unlabelled_net": (net, tax),
        "unlabelled_gross": (gross, tax),
    }[amounts]


def write(of: dict[str, object], tables: Tables, files: Files) -> None:
    words, missing = text(of, "words"), text(of, "missing")
    plain = "zh" if words == "zh" else "en"
    order_names, orders = ORDER_NAMES[words].split("|"), tables.orders
    if text(of, "layout") == "schedule":
        order_names, orders = scheduled(order_names, orders, words)
    exports: dict[str, tuple[list[str], Table]] = {
        "orders": (order_names, orders),
        "deliveries": (DELIVERY_NAMES[words].split("|"), tables.deliveries),
        "billing": (BILLING_NAMES[words].split("|"), tables.billing),
        "profiles": (PROFILE_NAMES[plain].split("|"), tables.profiles),
    }
    for name, (names, rows) in exports.items():
        if name != missing:
            if text(of, "shuffled"):
                random.Random(7).shuffle(rows)
            files.contents[name] = contained([list(names), *rows], text(of, "file"), text(of, "notation"))
    title: Table = [["Finance department"], [f"Invoice list of {TODAY}"], []]
    amounts = AMOUNT_NAMES[text(of, "amounts")][plain == "zh"].split("|")
    body: Table = [*LIST_NAMES[plain].split("|"), *amounts], *tables.rows  # type: ignore[assignment]
    kind = "csv" if text(of, "file") == "list" else text(of, "file")
    files.contents["list"] = contained([*title, *body, *footer(tables, plain)], kind, text(of, "notation"))


def footer(tables: Tables, plain: str) -> Table:
    """Return a row of sums and a remark, as people put them under their lists."""
    width = len(tables.rows[0])
    sums: list[Cell] = [None] * width
    sums[1] = "合计" if plain == "zh" else "Total"
    for at in (6, *range(12, width)):
        sums[at] = sum((row[at] for row in tables.rows if isinstance(row[at], Decimal)), Decimal(0))
    return [sums, [], [None, None, "请于周五前回复" if plain == "zh" else "Please answer by Friday"]]


def scheduled(names: list[str], rows: Table, words: str) -> tuple[list[str], Table]:
    """Return a layout with a row for each schedule line instead of one for each item."""
    split: Table = []
    for row in rows:
        quantity = row[7]
        assert isinstance(quantity, Decimal)
        first = rounded(quantity // 2, 3)
        parts = [first, quantity - first] if first else [quantity]
        split += ([*row[:7], each, *row[8:]] for each in parts)
    return [*names[:7], LINE_QUANTITY[words], *names[8:]], split


def contained(table: Table, file: str, notation: str) -> tuple[str, bytes]:
    if file == "xlsx":
        return "file.xlsx", workbook(table)
    cells = [[printed(each, notation) for each in row] for row in table]
    if file == "list":
        lines = ["|" + "|".join(f" {each:<12} " for each in row) + "|" for row in cells]
        rule = "-" * len(lines[0])
        return "file.txt", "\r\n".join(
            ["Dynamic List Display", "", rule, lines[0], rule, *lines[1:], rule]
        ).encode()
    held = io.StringIO()
    delimiter = {"csv": ",", "gbk": ";", "utf16": "\t"}[file]
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    encoding = {"csv": "utf-8", "gbk": "gb18030", "utf16": "utf-16"}[file]
    return {"utf16": "file.xls"}.get(file, "file.csv"), held.getvalue().encode(encoding)


def printed(cell: Cell, notation: str) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat() if notation == "point" else f"{cell:%d.%m.%Y}"
    if not isinstance(cell, Decimal):
        return "" if cell is None else str(cell)
    text = f"{abs(cell):,f}"
    if notation != "point":
        text = text.replace(",", "_").replace(".", ",").replace("_", "." if notation == "comma" else " ")
    return f"{text}-" if cell < 0 else text


def workbook(table: Table) -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in table:
        page.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
