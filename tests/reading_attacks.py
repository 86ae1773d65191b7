"""Orders made to mislead the reader, and what of them it must not be sure of.

Every document is a plain order with one thing changed. Its truth says for each field what a careful clerk
would read; "?" is a field of which nothing is certain, "*" one that does not matter. A find is a field that
is sure and something else; and, where everything is sure, a field that is said to be absent, and lines too
many or too few.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from paper import form

from bench.same import same
from extractors.assemble import assemble
from models.page import Page, SourceDocument
from models.reading import HEADER_FIELDS, LINE_FIELDS, Field, Header, OrderLine, Reading

Values = str | None | tuple[str | None, ...]
Truth = Mapping[str, Values]
Rows = Sequence[Sequence[str]]

ANY = "*"
UNSURE = "?"
ORDERING = "purchase_order"
NOT_STATED: Truth = dict.fromkeys(LINE_FIELDS)


@dataclass(frozen=True, slots=True)
class Order:
    """An order that is read without a doubt, part by part, and its truth."""

    letterhead: str
    title: str
    head: Mapping[str, str]
    rows: Rows
    foot: Sequence[str]
    truth: Truth
    lines: Sequence[Truth]


ENGLISH = Order(
    letterhead="Nordhavn Process A/S · Industrivej 4 · 6700 Esbjerg",
    title="PURCHASE ORDER",
    head={
        "num": "Order No.: 4500781234",
        "date": "Order date: 2026-11-12",
        "sup": "Supplier: Changxing Sealing Co., Ltd., Suzhou",
        "quote": "Your quotation No.: 20018841",
        "place": "Delivery address: Industrivej 4, Gate 2, 6700 Esbjerg",
        "pay": "Payment terms: 30 days net from invoice date",
        "inc": "Incoterms: DAP Esbjerg",
        "deliv": "Delivery date: 2026-12-18",
        "cur": "Currency: EUR",
    },
    rows=[
        ["Pos", "Your part no.", "Our part no.", "Description", "Qty", "Unit", "Unit price", "Amount"],
        ["10", "10023177", "NP-4410", "Mechanical seal 45 mm", "4", "pcs", "320.00", "1,280.00"],
        ["20", "10023188", "NP-4411", "Shaft sleeve 45 mm", "10", "pcs", "65.00", "650.00"],
    ],
    foot=["Total EUR 1,930.00"],
    truth={
        "document_number": "4500781234",
        "document_date": "2026-11-12",
        "quotation_number": "20018841",
        "customer": "Nordhavn Process A/S",
        "currency": "EUR",
        "total_amount": "1930.00",
        "tax_rate": None,
        "tax_included": None,
        "delivery_date": "2026-12-18",
        "lead_time": None,
        "delivery_place": "Industrivej 4, Gate 2, 6700 Esbjerg",
        "payment_terms": "30 days net from invoice date",
        "incoterms": "DAP Esbjerg",
    },
    lines=[
        {
            **NOT_STATED,
            "line_number": "10",
            "part_number": "10023177",
            "customer_part_number": "NP-4410",
            "description": "Mechanical seal 45 mm",
            "quantity": "4",
            "unit": "pcs",
            "unit_price": "320.00",
            "amount": "1280.00",
        },
        {
            **NOT_STATED,
            "line_number": "20",
            "part_number": "10023188",
            "customer_part_number": "NP-4411",
            "description": "Shaft sleeve 45 mm",
            "quantity": "10",
            "unit": "pcs",
            "unit_price": "65.00",
            "amount": "650.00",
        },
    ],
)
CHINESE = Order(
    letterhead="江苏海瑞化工装备有限公司",
    title="采购订单",
    head={
        "num": "订单编号：CG2026-1108",
        "date": "订单日期：2026-11-08",
        "buy": "需方：江苏海瑞化工装备有限公司",
        "sup": "供方：苏州长兴密封技术有限公司",
        "quote": "报价单号：20017731",
        "place": "交货地点：南通市经开区通达路88号海瑞厂区2号库",
        "pay": "付款方式：货到验收合格后30天内付款",
        "deliv": "交货日期：2026-12-20",
        "cur": "币种：人民币",
        "tax": "以上价格含13%增值税",
    },
    rows=[
        ["序号", "供方物料号", "我方物料号", "图号", "名称", "数量", "单位", "含税单价", "含税金额"],
        ["1", "10023177", "7003312", "GA-700121", "机械密封 45mm", "4", "套", "3,200.00", "12,800.00"],
        ["2", "10023188", "7003313", "GA-700135", "轴套 45mm", "6", "件", "765.00", "4,590.00"],
    ],
    foot=["合计：￥17,390.00"],
    truth={
        "document_number": "CG2026-1108",
        "document_date": "2026-11-08",
        "quotation_number": "20017731",
        "customer": "江苏海瑞化工装备有限公司",
        "currency": "CNY",
        "total_amount": "17390.00",
        "tax_rate": "13",
        "tax_included": "true",
        "delivery_date": "2026-12-20",
        "lead_time": None,
        "delivery_place": "南通市经开区通达路88号海瑞厂区2号库",
        "payment_terms": "货到验收合格后30天内付款",
        "incoterms": None,
    },
    lines=[
        {
            **NOT_STATED,
            "line_number": "1",
            "part_number": "10023177",
            "customer_part_number": "7003312",
            "drawing_number": "GA-700121",
            "description": "机械密封 45mm",
            "quantity": "4",
            "unit": "套",
            "unit_price": "3200.00",
            "amount": "12800.00",
        },
        {
            **NOT_STATED,
            "line_number": "2",
            "part_number": "10023188",
            "customer_part_number": "7003313",
            "drawing_number": "GA-700135",
            "description": "轴套 45mm",
            "quantity": "6",
            "unit": "件",
            "unit_price": "765.00",
            "amount": "4590.00",
        },
    ],
)

CONTRACT = replace(
    CHINESE,
    letterhead="",
    title="产品购销合同",
    head={
        "num": "合同编号：HT2026-1108",
        "date": "签订日期：2026年11月8日",
        "buy": "甲方（买方）：江苏海瑞化工装备有限公司",
        "sup": "乙方（卖方）：苏州长兴密封技术有限公司",
    },
    foot=["合计：￥17,390.00", "合计人民币（大写）：壹万柒仟叁佰玖拾元整"],
    truth={
        **CHINESE.truth,
        "document_number": "HT2026-1108",
        "quotation_number": None,
        "delivery_date": None,
        "delivery_place": None,
        "payment_terms": None,
        "tax_rate": None,
    },
)
HEADING, SEAL, SLEEVE = ENGLISH.rows
HEADING_ZH, SEAL_ZH, SLEEVE_ZH = CHINESE.rows


@dataclass(frozen=True, slots=True)
class Attack:
    """An order with something changed: lines of its head taken out (None) or others put in, further lines.

    `truth` and `lines` say what is then right where it is not what was right before; `lines` of None are not
    judged. `nothing_sure` is a paper of which nothing at all may be sure; `kinds` are the kinds it may be.
    """

    name: str
    base: Order = ENGLISH
    head: Mapping[str, str | None] = field(default_factory=dict)
    before: Sequence[str] = ()
    more: Sequence[str] = ()
    title: str | None = None
    letterhead: str | None = None
    rows: Rows | None = None
    foot: Sequence[str] | None = None
    after: Sequence[str] = ()
    truth: Truth = field(default_factory=dict)
    lines: Sequence[Truth] | None = ({}, {})
    kinds: tuple[str, ...] = (ORDERING,)
    nothing_sure: bool = False

    @property
    def document(self) -> SourceDocument:
        """The page."""
        kept = {
            name: self.head.get(name, line) for name, line in (*self.base.head.items(), *self.head.items())
        }
        title = self.base.title if self.title is None else self.title
        top = self.base.letterhead if self.letterhead is None else self.letterhead
        lines = [top, title, *self.before, *filter(None, kept.values()), *self.more]
        foot = self.base.foot if self.foot is None else self.foot
        return form(
            "\n".join(filter(None, lines)), self.rows or self.base.rows, "\n".join((*foot, *self.after))
        )


def pages(*papers: SourceDocument) -> SourceDocument:
    """Return papers as the pages of one file."""
    found: list[Page] = [page for paper in papers for page in paper.pages]
    return replace(papers[0], pages=tuple(replace(page, number=at) for at, page in enumerate(found, 1)))


def finds(attack: Attack) -> list[str]:
    """Return what the reader is wrong about and would show to nobody."""
    return list(_finds(attack, assemble(attack.document)))


def _finds(attack: Attack, reading: Reading) -> Iterator[str]:
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    names = [HEADER_FIELDS, *(LINE_FIELDS for _ in reading.lines)]
    read = [_fields(part, each) for part, each in zip(parts, names, strict=True)]
    certain = [f"{name} = {found.value}" for fields in read for name, found in fields.items() if found.sure]
    clean = all(found.sure for fields in read for found in fields.values())
    if attack.nothing_sure:
        yield from (f"sure: {each}" for each in certain)
        return
    if certain and reading.kind.value not in attack.kinds:
        yield f"kind {reading.kind.value}"
    yield from _wrong("header", {**attack.base.truth, **attack.truth}, read[0], clean=clean)
    if attack.lines is None:
        return
    if len(attack.lines) != len(reading.lines):
        if clean:
            yield f"{len(reading.lines)} lines, not {len(attack.lines)}"
        return
    for at, changes in enumerate(attack.lines):
        known = attack.base.lines[at] if at < len(attack.base.lines) else {}
        yield from _wrong(f"line {at + 1}", {**known, **changes}, read[at + 1], clean=clean)


def _fields(part: Header | OrderLine, names: Sequence[str]) -> dict[str, Field]:
    found = {name: getattr(part, name) for name in names}
    return {name: each for name, each in found.items() if each is not None}


def _wrong(place: str, truth: Truth, read: Mapping[str, Field], *, clean: bool) -> Iterator[str]:
    for name, right in truth.items():
        found = read.get(name)
        if found is None and clean and not _is_right(name, right, None):
            yield f"{place}: {name} is absent, not {right}"
        if found is not None and found.sure and not _is_right(name, right, _said(found)):
            yield f"{place}: {name} = {_said(found)}, not {right}"


def _said(found: Field) -> str | None:
    return f"{found.value} {found.unit}" if found.unit is not None else found.value


def _is_right(name: str, right: Values, value: str | None) -> bool:
    allowed = right if isinstance(right, tuple) else (right,)
    if ANY in allowed or value is None:
        return ANY in allowed or None in allowed
    return any(same(name, each, value) for each in allowed if each is not None)
