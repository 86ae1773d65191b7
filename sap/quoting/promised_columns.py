"""Which columns promise a delivery, by whatever name: what a heading speaks of, and what stands under it.

A column that speaks of delivery and holds what may be a time is never left out in silence: it is read where
no known column holds the promise, and held against the known one where there is one.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import periods
from sap import contents, keys, marks, notation
from sap.headers import Header
from sap.notation import FileNotation
from sap.quoting import durations
from sap.table import Cell, Row

QUOTED = ("delivery_date", "lead_time")
"""The day of a schedule line (VBEP-EDATU) and the time that was quoted."""
CONFIRMED = "confirmed_quantity"
"""How much of a schedule line is confirmed (VBEP-BMENG)."""
FURTHER = "further_delivery"
"""A column that promises besides the known ones: nothing of it may be later."""
LIKE = re.compile(
    r"交[货貨付]|交期|[货貨]期|供[货貨]|[发發][货貨运運]|到[货貨厂廠]|出[货貨厂廠]|送[货貨达達]"
    r"|[备備][货貨]"
    r"|工期|生[产產]|制造|製造|排[产產]|完工|[装裝][运運]|[起启啟][运運]|离港|離港|到港|[周週]期"
    r"|deliv|lead[ -]?time|leadtime|ship|d[ie]spatch|liefer|versand|\bproduction|manufacturing|availab"
    r"|turn[ -]?around|\bready|readiness|goods[ -]?issue|\bgi date|wadat|lddat|mbdat"
    r"|\bet[adc]\b|\bl/?t\b|\btat\b|\batp\b|\btermin\b|fertig|promise|committed"
    r"|ex[ -]?works|\bdue date|\bfinish|(?:expected|estimated) (?:date|arriv|deliv)|预计|預計"
    r"|^(?:weeks?|wochen|days|tage|[kc]w|kalenderwoche|calendar week|date|termin)$|[周週]数|[周週]數"
    r"|^[周週]$|\bwbz\b|wiederbeschaffung"
    r"|\bpdt\b|\brlt\b|replenish|ex[ -]?factory|\bexf\b|ab werk am|completion|zusage|bestätigt"
    r"|\bconfirmation\b"
    r"|\b(?:revised|new|neues?r?|updated) (?:date|eta|etd|datum)|\bmat\.? ?av|\bmad\b|纳期|納期|出库日"
    r"|出庫日|入库日|计划交|回复交"
    r"|livraison|délai|plazo|entrega|consegna|levertijd|leverans|levering",
    re.IGNORECASE,
)
"""What is said in a heading of a delivery."""
TIMELY = re.compile(
    r"time|date|\bdat\b|day|week|month|\bwk|period|lead|\bet[adc]\b|\bl/?t\b|\btat\b|termin|zeit|frist"
    r"|datum|\b[kc]w\b|completion|zusage|ex[ -]?factory|\b(?:pdt|rlt|wbz|mad)\b|[纳納]期"
    r"|wadat|lddat|mbdat|délai|plazo|levertijd|工期|[交货貨付]期|[周週]|[时時][间間]|日|月|[期限]$",
    re.IGNORECASE,
)
"""What is said of a time in a heading."""
THINGS = re.compile(
    r"block|status|\bpoint|\bpt\b|plant|\bsite|cond|type|prior|group|\bgrp|party|[ -]to\b|note|\bno\b"
    r"|number|\bnr\b|#|item|\bdoc|qty|quantit|menge|unit|toleran|\bover|\bunder|partial|complete"
    r"|address|city|country|region"
    r"|place|locat|\bport\b|postal|street|\bterms?\b|mode|method|\bvia\b|route|carrier|cost|charge"
    r"|fee\b|freight|price"
    r"|value|amount|instruct|text|remark|comment|name|contact|zone|\borg|control|indicator|relevan"
    r"|split|creat"
    r"|\border\b|clos|decision|award|material|weight|volume|pack|\bmark|code|check|warehouse|vendor|by\b"
    r"|last|on record|previous|histor|past\b"
    r"|sperre|ort\b|adresse|bedingung|art\b|schein|werk\b|stelle|nummer|letzte|kosten|preis"
    r"|冻结|状态|工厂|厂家|地点|地址|地区|城市|国家|方式|条件|条款|[单编]号|号码|批号|数量|单位|名称|联系"
    r"|优先|类型|费|备注|说明|仓库|[商人线址]$|订单|许可|上次|上一|历史",
    re.IGNORECASE,
)
"""What of a delivery is no time: where it goes, how it travels, when the last one came."""
OTHERWISE = re.compile(
    r"payment|paid|warrant|guarant|inspect|zahlung|garantie|gewähr|付款|结算|回款|质保|保修|检验|校准|账期",
    re.IGNORECASE,
)
"""What takes its time and is no delivery."""
VAGUE = re.compile(
    r"week|day|month|stock|immediate|prompt|\basap\b|request|\btb[adc]\b|agree|\bkw|tage?\b|woche"
    r"|lager|sofort|anfrage"
    r"|现货|現貨|待定|立即|随时|[周週天月]",
    re.IGNORECASE,
)
"""What is said of a time in a cell."""
ANYWHEN = dt.date(2000, 1, 1)


def found(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header with the columns of which nobody knows the name and that promise a delivery."""
    body = rows[header.row + 1 :]
    header = _without_empty(header, body)
    strange = [at for at, name in enumerate(header.names) if name in header.unknown and _is_like(name)]
    if _is_told(header, body):
        further = [
            at
            for at in strange
            if not THINGS.search(header.names[at]) and _is_further(body, at, header.names[at])
        ]
        return replace(header, repeated=(*header.repeated, *((FURTHER, at) for at in further)))
    places = [at for at in strange if _is_read(body, at, header.names[at])]
    unknown = tuple(each for each in header.unknown if each not in {header.names[at] for at in places})
    more = tuple(("lead_time", at) for at in places)
    return replace(header, unknown=unknown, repeated=(*header.repeated, *more))


def _is_like(heading: str) -> bool:
    return LIKE.search(heading) is not None and OTHERWISE.search(heading) is None


def _without_empty(header: Header, body: Sequence[Row]) -> Header:
    """Leave out a column of what is confirmed that is empty in all rows, or zero where nobody promised."""
    at = header.columns.get(CONFIRMED)
    told = () if at is None else [each for each in _cells(body, at) if keys.plain(each).strip("0.,")]
    if at is None or told or (_cells(body, at) and _is_told(header, body)):
        return header
    return replace(header, columns={name: each for name, each in header.columns.items() if name != CONFIRMED})


def _is_told(header: Header, body: Sequence[Row]) -> bool:
    """Tell whether a known column holds any promise."""
    known = [at for name, at in header.columns.items() if name in QUOTED]
    return any(_cells(body, at) for at in known)


def _cells(body: Sequence[Row], at: int) -> list[Cell]:
    """Return what stands in a column, without what says nothing."""
    cells = (row[at] for row in body if at < len(row))
    return [
        each
        for each in cells
        if not contents.says_nothing(each) and not contents.is_empty_date(each) and not marks.is_blank(each)
    ]


def _is_read(body: Sequence[Row], at: int, heading: str) -> bool:
    return _holds_promises(body, at, heading) or _may_promise(body, at, heading)


def _holds_promises(body: Sequence[Row], at: int, heading: str) -> bool:
    cells = _cells(body, at)
    told = [cell for cell in cells if _is_promise(cell, heading)]
    return bool(told) and len(told) * 2 >= len(cells)


def _is_further(body: Sequence[Row], at: int, heading: str) -> bool:
    """Tell whether a column promises besides a known one: a number of nobody knows what is a time as well."""
    numbers = any(contents.is_number(each) and keys.plain(each).strip("0.,") for each in _cells(body, at))
    return _holds_promises(body, at, heading) or (numbers and TIMELY.search(heading) is not None)


def _is_promise(cell: Cell, heading: str) -> bool:
    """Tell whether a cell is a day, or says how long something takes."""
    if durations.counted("1", heading) and contents.is_number(cell):
        return True
    if notation.serial(cell) is not None or contents.is_date(cell):
        return True
    if not isinstance(cell, str):
        return False
    return periods.parse(cell) is not None or notation.date(cell, FileNotation(), ANYWHEN) is not None


def _may_promise(body: Sequence[Row], at: int, heading: str) -> bool:
    """Tell whether anything in a column may be a time, though nobody understands it."""
    if THINGS.search(heading):
        return False
    cells = _cells(body, at)
    if TIMELY.search(heading) or durations.counted("1", heading):
        return bool(cells)
    return any(_is_promise(each, heading) or VAGUE.search(keys.plain(each)) for each in cells)
