"""Orders in the text of a mail, with something written beside them, and what of them may then be sure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from bench.same import same
from extractors import readers
from models.reading import Field, Reading, stated
from spine import extract

TABLE = """Pos  Part no.  Description            Qty  Unit  Price   Amount
10   10023177  Mechanical seal 45 mm  4    pcs   320.00  1280.00
20   10023188  Shaft sleeve 45 mm     10   pcs   65.00   650.00

Total EUR 1930.00
"""
CHINESE_TABLE = """序号  供方物料号  名称            数量  单位  单价     金额
1     10023177    机械密封 45mm   4     套    3200.00  12800.00
2     10023188    轴套 45mm       6     件    765.00   4590.00

合计：17390.00元
"""
TEXT = """{before}Dear Li,

please deliver, our order 4500781234 of 12 Nov 2026:

{table}
{after}
K. Jensen
Nordhavn Process A/S
{tail}"""
CHINESE_TEXT = """{before}李工，您好：

我司采购订单CG2026-1108（2026年11月8日），请安排供货：

{table}
{after}
江苏海瑞化工装备有限公司
王工
{tail}"""
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail with an order in its text. What may be sure: quantities and prices by line, total, number.

    An empty tuple is a value of which nothing is certain; `nothing` is a mail of which nothing at all may
    be sure; `lines` of None are not counted.
    """

    name: str
    after: str = ""
    tail: str = ""
    table: str = TABLE
    before: str = ""
    subject: str = "Order"
    qty: Sequence[Values] = ((4,), (10,))
    price: Sequence[Values] = ((320,), (65,))
    total: Values = ("1930.00",)
    number: Values = ("4500781234",)
    head: Mapping[str, Values] = field(default_factory=dict)
    n: int | None = 2
    body: str = TEXT
    nothing: bool = False

    @property
    def readings(self) -> list[Reading]:
        """What is read of it."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "k@nordhavn.example", "sales@seals.example", self.subject
        parts = {"before": self.before, "table": self.table, "after": self.after, "tail": self.tail}
        mail.set_content(self.body.format(**parts))
        found = extract(mail.as_bytes(), "a.eml", readers.read, "a.eml")
        return [each.reading for each in found if each.reading is not None]


def chinese(name: str, **changes: Any) -> Mail:
    """Return a mail in Chinese."""
    plain: dict[str, Any] = {
        "body": CHINESE_TEXT,
        "table": CHINESE_TABLE,
        "qty": ((4,), (6,)),
        "price": ((3200,), (765,)),
        "total": ("17390.00",),
        "number": ("CG2026-1108",),
    }
    return Mail(name, **(plain | changes))


def finds(mail: Mail) -> list[str]:
    """Return what the reader is wrong about and would show to nobody."""
    readings = mail.readings
    return [found for each in readings for found in _finds(mail, each)] if readings else ["nothing is read"]


def _finds(mail: Mail, reading: Reading) -> Iterator[str]:
    fields = [*stated(reading.header), *(each for line in reading.lines for each in stated(line))]
    if mail.nothing:
        yield from (f"sure: {name} = {found.value}" for name, found in fields if found.sure)
        return
    allowed = {"document_number": mail.number, "total_amount": mail.total, **mail.head}
    for name, values in allowed.items():
        yield from _wrong(name, getattr(reading.header, name), values)
    if mail.n not in {None, len(reading.lines)} and all(found.sure for _, found in fields):
        yield f"{len(reading.lines)} lines"
    for at, line in enumerate(reading.lines):
        yield from _wrong("quantity", line.quantity, mail.qty[at] if at < len(mail.qty) else ())
        yield from _wrong("unit_price", line.unit_price, mail.price[at] if at < len(mail.price) else ())


def _wrong(name: str, found: Field | None, allowed: Values) -> Iterator[str]:
    if found is None or not found.sure or found.value is None:
        return
    if not any(each is not None and same(name, str(each), found.value) for each in allowed):
        yield f"{name} = {found.value}, not one of {allowed}"
