"""The one thing that a contract sells in its sentences: 乙方向甲方提供干式密封2套, 每套单价…元.

Only one sentence says what is sold, only one what each of it costs, and the text states what both make.
Nothing of it is sure.
"""

from collections.abc import Sequence
from decimal import Decimal

from extractors.fields import units
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Item, Text
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.items.rows import Items
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.vocabulary.meanings import Role
from models.page import Box

SELLER = "(?:乙方|卖方|供方|出卖人|供应商|供货方)"
BUYER = "(?:甲方|买方|需方|买受[人方]|采购方)"
SOLD = Rare(
    rf"(?:{SELLER}(?:同意|负责)?(?:向{BUYER})?(?:提供|供应|出售|销售)|{BUYER}(?:同意)?向{SELLER}(?:采购|购买|订购))"
    r"(?P<name>(?![，。]|以下|下列|本合同)[^\d，,。；;：:（(]{2,30}?)\s?"
    r"(?P<count>\d{1,5})\s?(?P<unit>[\u4e00-\u9fff]{1,2})(?=[，,。；;（(])",
    "提供|供应|出售|销售|采购|购买|订购",
)
PRICED = Rare(
    r"(?:每[\u4e00-\u9fff]{1,2}[^。；;，,\d]{0,4}|单)价[^。；;\d]{0,16}?(?P<value>\d[\d,]*(?:\.\d{1,2})?)\s?元",
    "价",
)
CODED = Rare(
    r"(?P<whose>乙方|卖方|供方|贵[司方])?的?(?:产品|设备|货物)?(?:型号|货号|编号|件号|物料号|订货号)[为是:：]?\s?"
    r"(?P<value>(?=[A-Za-z0-9\-/.]*\d)[A-Z0-9][A-Za-z0-9\-/.]{3,30}[A-Za-z0-9])",
    "号",
)
FIGURE = late(r"\d[\d,]*(?:\.\d{1,2})?(?=\s?元)")
SENTENCE_END = late(r"[。；;]")


def find(pages: Sequence[PageBlocks]) -> tuple[ItemTable, Items] | None:
    """Return the only item that sentences sell, None where they sell none or several."""
    runs = list(sentences.paragraphs([run for page in pages for block in page.blocks for run in block.lines]))
    sold = [(run, said) for run in runs for said in SOLD.finditer(run.text)]
    priced = [(run, said) for run in runs for said in PRICED.finditer(run.text)]
    if len(sold) != 1 or len(priced) != 1 or units.canonical(sold[0][1]["unit"]) is None:
        return None
    (goods, thing), (terms, price) = sold[0], priced[0]
    each = _text(terms, Role.PRICE, *price.span("value"))
    amount = _amount(runs, each, Decimal(thing["count"]) * _value(price["value"]))
    if amount is None:
        return None
    texts = {
        Role.DESCRIPTION: (_text(goods, Role.DESCRIPTION, *thing.span("name")),),
        Role.QUANTITY: (_text(goods, Role.QUANTITY, thing.start("count"), thing.end("unit")),),
        Role.PRICE: (each,),
        Role.AMOUNT: (amount,),
        **_code(goods, thing.end()),
    }
    return _alone(goods, texts)


def _amount(runs: Sequence[Run], price: Text, product: Decimal) -> Text | None:
    """Return where a text states what quantity and price make, beside the price itself."""
    told = (_text(run, Role.AMOUNT, *found.span()) for run in runs for found in FIGURE.finditer(run.text))
    apart = (each for each in told if (each.run, each.start) != (price.run, price.start))
    return next((each for each in apart if _value(each.printed) == product), None)


def _code(goods: Run, start: int) -> dict[Role, tuple[Text, ...]]:
    """Return the number of the thing, in the sentence that sells it."""
    end = SENTENCE_END.search(goods.text, start)
    found = list(CODED.finditer(goods.text[: end.start() if end else len(goods.text)]))
    if len(found) != 1:
        return {}
    role = Role.SELLER_PART if found[0]["whose"] else Role.MODEL
    return {role: (_text(goods, role, *found[0].span("value")),)}


def _value(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


def _text(run: Run, role: Role, start: int, end: int) -> Text:
    return Text(run, start, end, Heading("", frozenset({role}), exact=False), PLACE_OF.get(role))


def _alone(goods: Run, texts: dict[Role, tuple[Text, ...]]) -> tuple[ItemTable, Items]:
    """Return the table of an only item; it takes nothing away from the text."""
    corner = Box(goods.box.x0, goods.box.top, goods.box.x0, goods.box.top)
    row = Row(goods.page, corner, ((goods,),))
    return ItemTable((), (row,), corner, goods.page, ruled=False), Items((Item(row, texts),), (), (), ())
