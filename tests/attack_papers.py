"""Orders and their quotations as files, in Chinese and English, equal in what a test does not change."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

CHINESE, ENGLISH = "zh", "en"
LABELS: Mapping[str, Mapping[str, str]] = {
    CHINESE: {
        "title": "采购订单",
        "number": "订单编号",
        "date": "订单日期",
        "quotation": "报价单号",
        "buyer": "采购方",
        "seller": "供应商",
        "currency": "币种",
        "rate": "税率",
        "payment": "付款方式",
        "incoterms": "贸易术语",
        "lead": "交货期",
        "net": "不含税合计",
        "tax": "税额",
        "total": "价税合计",
    },
    ENGLISH: {
        "title": "Purchase Order",
        "number": "PO No.",
        "date": "PO Date",
        "quotation": "Quotation No.",
        "buyer": "Buyer",
        "seller": "Supplier",
        "currency": "Currency",
        "rate": "VAT rate",
        "payment": "Payment terms",
        "incoterms": "Incoterms",
        "lead": "Lead time",
        "net": "Net total",
        "tax": "VAT",
        "total": "Total incl. VAT",
    },
}
COLUMNS = (
    "line",
    "part",
    "customer_part",
    "drawing",
    "description",
    "quantity",
    "unit",
    "price",
    "amount",
    "day",
)
HEADINGS: Mapping[str, Mapping[str, str]] = {
    CHINESE: {
        "line": "序号",
        "part": "供方物料号",
        "customer_part": "需方物料编码",
        "drawing": "图号",
        "description": "名称",
        "quantity": "数量",
        "unit": "单位",
        "price": "不含税单价",
        "amount": "金额",
        "day": "交货日期",
    },
    ENGLISH: {
        "line": "Item",
        "part": "Supplier Part No.",
        "customer_part": "Buyer Part No.",
        "drawing": "Drawing No.",
        "description": "Description",
        "quantity": "Qty",
        "unit": "Unit",
        "price": "Unit Price (excl. VAT)",
        "amount": "Amount",
        "day": "Delivery Date",
    },
}
SEAL = {
    CHINESE: {"description": "机械密封 108-45", "unit": "件"},
    ENGLISH: {"description": "Mechanical seal 108-45", "unit": "pcs"},
}
RING = {
    CHINESE: {"description": "O形圈 50x3", "unit": "件"},
    ENGLISH: {"description": "O-ring 50x3", "unit": "pcs"},
}
FIRST = {"line": "10", "part": "10076507", "quantity": "2", "price": "118.00", "amount": "236.00"}
SECOND = {"line": "20", "part": "10076508", "quantity": "10", "price": "4.50", "amount": "45.00"}
BOTH = {"customer_part": "", "drawing": "", "day": "2027-03-10"}
EXPORT = (
    "Quotation",
    "Item",
    "Quotation date",
    "Valid to",
    "Customer no.",
    "Customer",
    "Part number (GPN)",
    "Customer material",
    "Drawing no.",
    "Description",
    "Quantity",
    "Unit",
    "Unit price",
    "Price unit",
    "Currency",
    "Tax rate %",
    "Tax included",
    "Lead time",
    "Incoterms",
    "Payment terms",
)

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """An order as a page, and the rows of its quotation in an export."""

    language: str
    header: Row
    lines: tuple[Row, ...]
    totals: Row
    items: tuple[Row, ...]
    headings: Row
    notes: tuple[str, ...] = ()

    def order(self, **changes: str) -> "Paper":
        """Return the paper with other words in its header; an empty one is left out."""
        return replace(self, header={**self.header, **changes})

    def line(self, at: int, **changes: str) -> "Paper":
        """Return the paper with other words in a line, from 0."""
        lines = [{**each, **changes} if place == at else each for place, each in enumerate(self.lines)]
        return replace(self, lines=tuple(lines))

    def sums(self, **changes: str) -> "Paper":
        """Return the paper with other totals."""
        return replace(self, totals={**self.totals, **changes})

    def quoted(self, at: int | None = None, **changes: str) -> "Paper":
        """Return the paper with another quotation: of one item, or of all."""
        named = {name.replace("_", " "): each for name, each in changes.items()}
        items = [{**each, **named} if at in {None, place} else each for place, each in enumerate(self.items)]
        return replace(self, items=tuple(items))

    def more(self, **line: str) -> "Paper":
        """Return the paper with a further line: like the second in what is not said."""
        return replace(self, lines=(*self.lines, {**self.lines[1], **line}))

    def offered(self, **changes: str) -> "Paper":
        """Return the paper with a further quoted item: like the second in what is not said."""
        named = {name.replace("_", " "): each for name, each in changes.items()}
        return replace(self, items=(*self.items, {**self.items[1], **named}))

    def reordered(self) -> "Paper":
        """Return the paper with its lines the other way round."""
        return replace(self, lines=self.lines[::-1])

    def said(self, *notes: str) -> "Paper":
        """Return the paper with sentences below its totals."""
        return replace(self, notes=notes)

    def added(self, net: str, gross: str) -> "Paper":
        """Return the paper with totals that close: without tax, and with it where there is any."""
        tax = f"{Decimal(gross) - Decimal(net):.2f}"
        zh = self.language == CHINESE
        return self.sums(**({"net": net, "tax": tax, "total": gross} if zh else {"total": net}))

    def heading(self, **changes: str) -> "Paper":
        """Return the paper with other headings of columns."""
        return replace(self, headings={**self.headings, **changes})


def paper(language: str) -> Paper:
    """Return an order of two lines and its quotation."""
    zh = language == CHINESE
    buyer = "江苏示例泵业制造有限公司" if zh else "Example Pumps Ltd."
    payment, incoterms = ("月结60天", "EXW 天津") if zh else ("Net 60 days after invoice date", "EXW Tianjin")
    header = {
        "date": "2026-11-23",
        "buyer": buyer,
        "seller": "天津自家密封有限公司" if zh else "Own Seals Co., Ltd.",
        "currency": "CNY" if zh else "EUR",
        "rate": "13%" if zh else "0%",
        "payment": payment,
        "incoterms": incoterms,
    }
    lines = ({**BOTH, **SEAL[language], **FIRST}, {**BOTH, **RING[language], **SECOND})
    totals = {"net": "281.00", "tax": "36.53", "total": "317.53"} if zh else {"total": "281.00"}
    item = {
        "Quotation date": "2026-11-01",
        "Valid to": "2026-12-31",
        "Customer no.": "100234",
        "Customer": buyer,
        "Unit": "PC",
        "Price unit": "1",
        "Currency": header["currency"],
        "Tax rate %": "13" if zh else "0",
        "Tax included": "no",
        "Lead time": "8 weeks",
        "Incoterms": incoterms,
        "Payment terms": payment,
    }
    items = tuple(
        {
            **item,
            "Item": line["line"],
            "Part number (GPN)": line["part"],
            "Description": line["description"],
            "Quantity": line["quantity"],
            "Unit price": line["price"],
        }
        for line in lines
    )
    return Paper(language, header, lines, totals, items, HEADINGS[language])


def page(made: Paper, number: str, quotation: str) -> str:
    """Return an order as a web page, as mail programs and portals write them."""
    labels = LABELS[made.language]
    header = {"number": number, "quotation": quotation, **made.header}
    columns = [each for each in COLUMNS if any(line.get(each) for line in made.lines)]
    head = "".join(f"<th>{html.escape(made.headings[each])}</th>" for each in columns)
    rows = "".join(f"<tr>{''.join(_cell(line, each) for each in columns)}</tr>" for line in made.lines)
    stated = "".join(_labelled(labels[name], text) for name, text in header.items() if text)
    sums = "".join(_labelled(labels[name], text) for name, text in made.totals.items() if text)
    said = "".join(f"<p>{html.escape(each)}</p>" for each in made.notes)
    return (
        f"<html><head><meta charset='utf-8'></head><body><h1>{labels['title']}</h1>{stated}"
        f"<table border=1><tr>{head}</tr>{rows}</table>{sums}{said}</body></html>"
    )


def _cell(line: Row, name: str) -> str:
    return f"<td>{html.escape(line.get(name, ''))}</td>"


def _labelled(label: str, text: str) -> str:
    return f"<p>{label}: {html.escape(text)}</p>"


def rows(made: Paper, quotation: str) -> list[str]:
    """Return the rows of a paper's quotation in an export of `EXPORT`."""
    return [
        "\t".join({**each, "Quotation": quotation}.get(name, "") for name in EXPORT) for each in made.items
    ]
