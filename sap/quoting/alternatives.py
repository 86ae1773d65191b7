"""Whether an item is an alternative to another one, or optional (VBAP-GRPOS), by whatever name."""

import functools
import re

from sap import keys, marks
from sap.cells import Cells

LIKE = re.compile(
    r"^alt\.? ?(?:itm|item|pos|to)?\.?$|\balt(?:ernative?)?\.?[ -]?(?:itm|item|pos(?:ition)?|line)\b"
    r"|alternative?\b"
    r"|\boptional\b|^options?$|eventual|bedarfspos|grpos|wahlpos"
    r"|备选|備選|可选|可選|选配|選配|选装|任选|替代|variante?s?\b",
    re.IGNORECASE,
)
THINGS = re.compile(
    r"material|\bpart|number|\bunit|\buom\b|payer|party|partner|date|text|name|descr|bezeich|plant"
    r"|currency|curr\b|price|preis"
    r"|quantity|qty|menge|supplier|vendor|equipment|accessor|code|artikel|product|drawing"
    r"|[物品]?料|单位|日期|编码|编号|名称|描述|价|数量|产品|型号|图号|供应商|[件货]号",
    re.IGNORECASE,
)
"""What a list has an alternative of besides items, or calls optional."""


@functools.lru_cache(maxsize=1024)
def is_heard(heading: str) -> bool:
    """Tell whether a column of no known name says that an item need not be ordered."""
    return LIKE.search(heading) is not None and THINGS.search(heading) is None


def is_one(cells: Cells) -> bool:
    """Tell whether the item of a row is an alternative, or optional.

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    unknown = (
        keys.plain(cell)
        for name, cell in zip(cells.header.names, cells.row, strict=False)
        if name in cells.header.unknown and is_heard(name)
    )
    return any(
        not marks.is_none(each.strip(), marks.NOTHING) for each in (*cells.texts("alternative"), *unknown)
    )
