"""Comments on the cells of a workbook (SpreadsheetML, ECMA-376 part 1, 18.7): "please change to 6 pcs"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.readers.package import Package, relations, root
from extractors.readers.sheet_cells import Sheet, SheetCell
from models.errors import ErrorCode, Unreadable
from models.page import Doubt

PLACE = late(r"([A-Z]{1,3})(\d{1,7})")
HINT = late(
    r"\b(?:enter|fill|select|choose|pick|type|insert|click|drop-?down|mandatory|format|e\.g|eg|example|yyyy)\b"
    r"|\bmax(?:imum)?\.?(?![a-z])|\bmin\.|\b(?:eingeben|eintragen|ausfüllen|auswählen|wählen|pflichtfeld|beispiel)\b"
    r"|\bz\.\s?b|填写|填寫|填入|輸入|输入|选择|選擇|必填|选填|選填|格式|例如|示例"
    r"|\b(?:saisir|remplir|choisir|rellenar|introducir|inserire|compilare)\b",
    re.IGNORECASE,
)
"""How a form is to be filled in."""
TELLING = late(
    r"\d|\b(?:not?|now|new|jetzt|neu\w*|nun|only|cancel\w*|change\w*|instead|invoice|bill|ship|deliver\w*|hold|stop|wait|urgent\w*|later"
    r"|earlier|draft|firm|box(?:es)?|pack\w*|dozen|hundred|thousands?|please|must|replace\w*|wrong|correct\w*"
    r"|nicht|kein\w*|nur|storn\w*|geändert|statt|rechnung|liefer\w*|später|früher|bitte|entfällt|falsch|korr\w*"
    r"|incl\w*|excl\w*|vat|mwst|ust|tax|gross|brutto|netto|per|prelim\w*|provisional\w*|option\w*|alternativ\w*|supersed\w*"
    r"|obsolete|discontinued|void|delet\w*|remov\w*|struck|already|arrived|received|returned|wrong\w*|gestrichen|gelöscht"
    r"|entfall\w*|vorläufig\w*|ersetzt\w*|alt|bereits|karton\w*|kisten?|gebinde|packung\w*|hundert\w*|tausend\w*|dutzend"
    r"|paar|pairs?|hundreds|drums?|reels?|rolle\w*|don'?t|doesn'?t|won'?t|do not|skip|omit|postpon\w*"
    r"|suspend\w*|mov(?:ed?|ing)|shift\w*|transfer\w*|block\w*|park\w*|pending|await\w*|approv\w*|subject|separate\w*"
    r"|zurück\w*|verschoben|ausgesetzt|gesperrt|erst|vorerst|warten|noch|separat\w*"
    r"|pas|plus|seulement|solo|sólo|annul\w*|alleen|niet)\b"
    r"|[不未无無勿只仅僅改取暂暫停请請另先后後前废廢删刪替代备備选選旧舊错錯含已]|[箱盒打百千吨]",
    re.IGNORECASE,
)
"""What says something of an order, and is no mere name of who wrote it."""
STATE = late(
    r"\W*(?:is |are |has been |ist |wurde )?(?:cancell?ed|struck|deleted|removed|optional|obsolete|void"
    r"|not (?:needed|now|yet|required|ordered|wanted)|on hold|hold|postponed|suspended|deferred|blocked|stop"
    r"|(?:don'?t|do not) (?:order|deliver|send|supply|ship|make|produce)\b.*"
    r"|(?:already )?(?:moved|shifted|transferred|ordered|covered|supplied|delivered)"
    r" (?:to|on|in|with|under|by)\b.*"
    r"|zurückgestellt|ausgesetzt|verschoben|gesperrt|nicht (?:bestellen|liefern|mehr benötigt|fertigen)\b.*"
    r"|(?:暂|先|请|請|暫)?(?:不|勿|别)(?:要|订|发|做|供|生产|采购|發|訂|採購)\S{0,4}"
    r"|暂[停缓]\S{0,4}|[转轉][到至入]\S{1,16}"
    r"|(?:only )?(?:an? )?(?:draft|template|test)(?: only)?"
    r"|not (?:yet )?(?:released|approved|valid|final|binding)"
    r"|(?:nur )?(?:ein )?(?:entwurf|vorlage|test)"
    r"|(?:noch )?nicht (?:freigegeben|genehmigt|gültig|verbindlich)"
    r"|草稿|模板|(?:还)?未(?:审批|審批|批准|生效|确认|確認)"
    r"|superseded\b.*|replaced by\b.*|gestrichen|storniert|gelöscht|entfällt|entfallen|ersetzt durch\b.*"
    r"|annulée?|supprimée?|anulado|已?(?:取消|作废|作廢|删除|刪除|停用|不要)了?|选配|備選|备选)\W*",
    re.IGNORECASE,
)
"""What is said of all that a row states, on whatever cell of it."""
HEADED = late(
    r"\b(?:old|new|former\w*|previous\w*|last|latest|expired|outdated|out of date|updat\w*|revis\w*"
    r"|estimat\w*|approx\w*|budget\w*|target|tb[acd]|open|confirm\w*|negotiat\w*|agreed|discount\w*|rebate\w*|guess\w*"
    r"|see|list|catalog\w*|as per|quot\w*|offer\w*|valid\w*|each|sets?|lots?|metres?|meters?|kilos?|pounds?"
    r"|euros?|dollars?|yuan|rmb|sterling|francs?|rupees?|yen"
    r"|neu\w*|siehe|vgl|liste|vorjahr\w*|geschätzt|ca|circa|rabatt\w*|skonto|ungültig|angebot\w*|vorig\w*|letzte\w*"
    r"|ancien\w*|nouve\w*|voir|viejo|nuevo|vedi|vecchi\w*|nuov\w*)\b"
    r"|[$€£¥￥₹]|[元圆圓价價折见見参參估约約新原上去]"
    r"|(?-i:\b[A-Z]{3}\b)",
    re.IGNORECASE,
)
"""What says on a heading how the figures below it are meant: in which money, of which time or list."""
ITEMS = late(
    r"\b(?:items?|lines?|pos(?:ition(?:en|s)?)?|all|only|nur|alle|firm|cancel\w*|draft)\b|项|項|行|全部|所有|[仅僅只]",
    re.IGNORECASE,
)
HEADINGS = 4
"""So many texts in a row without a figure head a table."""
MOST = 5000
"""A sheet with more comments is no order."""
LONGEST = 33_000
"""A comment has no more characters."""


def commented(package: Package, sheet: Sheet, remarks: list[str]) -> Sheet:
    """Return a sheet whose figures with a comment are in doubt; the comments are added to `remarks`."""
    return spoken_of(sheet, dict(comments(package, sheet.part)), remarks)


def is_telling(text: str) -> bool:
    """Tell whether a comment says something of what stands in its cell, and not only who wrote it."""
    return TELLING.search(text) is not None or STATE.fullmatch(text) is not None


def spoken_of(sheet: Sheet, found: Mapping[str, str], remarks: list[str]) -> Sheet:
    """Return a sheet with the cells in doubt that comments speak of, each told by the cell it is on."""
    if not found:
        return sheet
    remarks += list(dict.fromkeys(_quoted(sheet, found)))
    doubted = _spoken_of(sheet, found)
    cells = tuple(_doubted(cell) if cell.name in doubted else cell for cell in sheet.cells)
    return replace(sheet, cells=cells)


def _quoted(sheet: Sheet, found: Mapping[str, str]) -> Iterator[str]:
    """Yield the comments; a state of what stands alone in its row, the paper's title, is told with that."""
    rows = Counter(cell.row for cell in sheet.cells)
    alone = {cell.name: cell for cell in sheet.cells if cell.name in found and rows[cell.row] == 1}
    for name, text in found.items():
        titled = name in alone and STATE.fullmatch(text) is not None
        yield f"{''.join(piece.text for piece in alone[name].pieces)}: {text}" if titled else text


def _spoken_of(sheet: Sheet, found: Mapping[str, str]) -> frozenset[str]:
    """Return the cells that comments speak of: their own, and for one on a text what that text names.

    On a name or a unit that is its row, on a heading what stands below it, on one that speaks of items the
    whole table. What tells a clerk how to fill in a form speaks of nothing.
    """
    names = {cell.name for cell in sheet.cells if cell.name in found and _has_figure(cell)}
    rows: dict[int, list[SheetCell]] = {}
    for cell in sheet.cells:
        rows.setdefault(cell.row, []).append(cell)
    numbers = {cell.name for cell in sheet.cells if cell.number and not _leads(cell, rows[cell.row])}
    for name, text in found.items():
        place = PLACE.fullmatch(name)
        if place is None:
            continue
        heads = _heads(rows.get(int(place[2]), ()))
        told = TELLING.search(text) or (heads and HEADED.search(text))
        if STATE.fullmatch(text) or (told and name not in numbers and not HINT.search(text)):
            names |= _named(rows, number_of(place[1]), int(place[2]), text)
    return frozenset(names)


def _leads(cell: SheetCell, beside: Sequence[SheetCell]) -> bool:
    """Tell whether a number is the first of the texts in its row: that of an item, which stands for it."""
    return len(beside) >= HEADINGS and all(each.column >= cell.column for each in beside)


def _heads(beside: Sequence[SheetCell]) -> bool:
    return len(beside) >= HEADINGS and not any(map(_has_figure, beside))


def _named(rows: Mapping[int, Sequence[SheetCell]], column: int, row: int, text: str) -> frozenset[str]:
    beside = rows.get(row, ())
    figures = {cell.name for cell in beside if _has_figure(cell)}
    own = {cell.name for cell in beside if cell.column == column}
    if not _heads(beside):
        return frozenset(figures | own | {cell.name for cell in beside if cell.column > column})
    below = [cell for at, cells in rows.items() if at > row for cell in cells]
    return frozenset(cell.name for cell in below if ITEMS.search(text) or cell.column == column)


def number_of(column: str) -> int:
    """Return the number of a column by its letters, counted from 1."""
    number = 0
    for letter in column:
        number = 26 * number + ord(letter) - 64
    return number


def comments(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the cells that have a comment, each with its text."""
    left = MOST
    for relation in relations(package, part):
        list_of = root(package, relation.target) if relation.kind == "comments" else None
        for comment in list_of.iter("{*}comment") if list_of is not None else ():
            text = "".join(each.text or "" for each in comment.iter("{*}t")).strip()
            left -= bool(text)
            if left < 0:
                raise Unreadable(ErrorCode.TOO_LARGE, "A sheet has too many comments. Ask for another.")
            if text:
                yield comment.get("ref", ""), text[:LONGEST]


def _doubted(cell: SheetCell) -> SheetCell:
    """Return a cell in doubt."""
    pieces = tuple(replace(piece, doubt=piece.doubt or Doubt.REMARKED) for piece in cell.pieces)
    return replace(cell, pieces=pieces)


def _has_figure(cell: SheetCell) -> bool:
    return any(map(str.isdigit, "".join(piece.text for piece in cell.pieces)))
