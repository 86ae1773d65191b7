"""Papers that look like an order and say that they are none: a reminder, a cancellation, a draft.

Whatever else stands in them, nothing of them is vouched for. Their kind is not changed by it: a wrong kind
must never hide an order.
"""

import re
from collections.abc import Iterable

from extractors.fields.text import plain
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary import wordlists
from models.page import Doubt, Word

_WORDS = wordlists.load("doubtful_titles")


def _either(name: str) -> str:
    return "(?:" + "|".join(sorted(_WORDS[name], key=len, reverse=True)) + ")"


def _phrase(name: str) -> re.Pattern[str]:
    return late(rf"(?<![a-z]){_either(name)}(?![a-z])", re.IGNORECASE)


OTHER_PAPERS = _phrase("other_papers")
CHINESE_PAPERS = late(_either("chinese_papers") + r".{0,6}" + _either("chinese_endings") + "$")
UNDONE = late(
    rf"(?:{_either('chinese_undone')}.{{0,8}}|{_either('chinese_unreal')}(?:采购|购销|供货)?){_either('chinese_orders')}$"
)
WESTERN_UNDONE = late(
    rf"^\W*{_either('western_undone')}\s+(?:the |your |our |this )?{_either('western_orders')}\b",
    re.IGNORECASE,
)
ABOUT_ORDER = late(
    rf"\W*{_either('about_orders')}(?:\W+(?:for|of|on|to|zu[rm]?|über|re|regarding|concerning|from|the|our|your|die|der"
    rf"|unsere[rn]?|ihre[rn]?|vom|von)\b)*\W+{_either('western_orders')}\b\W*(?:(?:no|nr|number)\b\W*)?"
    rf"(?:[\w./-]*\d[\w./-]*(?:\W+(?:of|dated|vom|from)\b)?\W*){{0,3}}",
    re.IGNORECASE,
)
"""The title of a paper about an order, with the order's number and day."""
COMPOUND_ABOUT = late(
    r"\W*Bestell(?:anfrage|mahnung|erinnerung|storno|rückfrage)(?:\s+(?:Nr\.?\s*)?[\w./-]*\d[\w./-]*)?\W*"
)
CHINESE_ABOUT = late(rf"(?:{_either('chinese_orders')}|采购){_either('chinese_about_orders')}$")
OF_DRAWING = late(
    r"(?!.*(?:[订訂]|合同|采购|\b(?:order|contract|p\.?o)\b))"
    r".*(?:图[纸号样]|圖[紙號樣]|\b(?:drawings?|dwg|zeichnung\w*)\b)",
    re.IGNORECASE,
)
"""A drawing that a line speaks of may be void, and the order is in force: 按新版图纸加工，旧版作废."""
OF_ITEM = late(
    r"(?!.*(?:[订訂][单單]|合同|\b(?:orders?|contract|p\.?o|bestellung|auftrag)\b))"
    r".*(?:\b(?:items?|pos(?:ition(?:en|s)?)?|lines?)\b\W{0,3}\d|第\s?[\d一二三四五六七八九十]+\s?[项項行])",
    re.IGNORECASE,
)
"""An item that a line speaks of by its number may be cancelled, and the order is in force."""
THE_ORDER = late(
    r"[订訂][单單]|合同|采购单|\b(?:orders?|contract|p\.?o\.?|bestellung|auftrag\w*|vertrag\w*)(?![a-z])",
    re.IGNORECASE,
)
"""What the paper is, which a line speaks of: ORDER CANCELLED."""
NOT_IN_FORCE = _phrase("not_in_force")
STATE = late(
    rf"(?:\b(?:approval |order |document )?status|状态)\s*[:：]\s*{_either('state')}(?![a-z])",
    re.IGNORECASE,
)
"""A label of the paper's own state, and that it is not in force."""
HELD = late(rf"\W*(?:{_either('state')}|{_either('held')})\W*", re.IGNORECASE)
PARTS = late(r"\s[-–—|/*]+\s|[:：,，;；()（）|]|\*+")
"""What stands between the parts of a line that is printed around a page."""
ANSWERING = _phrase("answering")
MARGIN = " header"
"""How the place of such a line ends."""
LONGEST = 48
"""A title is not longer."""
MOST_WORDS = 7
STAMP = 40
"""A line that says that the paper is not in force is shorter: in a longer one it means another thing."""
CLAUSE = late(r"(?:第?[一二三四五六七八九十]{1,3}[条章、.]|[0-9]{1,2}[、.)](?![0-9]))")
"""The number of a clause: what it heads is a part of the paper (一、变更前内容（作废）)."""
NO_TITLE = late(r"[:：。；;!?]|\d{4,}|[.,]$|\b(?!your\b|orders?\b|from\b)[a-z]{4}")
"""A label, a sentence, or one with small letters: a title has none."""
CONFIRMED_TO = late(r"\W*confirm(?:ed|ing)?\s+(?:to|with|by)\W*$", re.IGNORECASE)
"""The label of the person with whom an order was agreed by telephone."""
BUTTONS = late(
    r"(?:\W*(?:acknowledge|accept|confirm|reject|decline|download|print|export|save|edit|close|back|view|share|reply"
    r"|refresh|copy|attach|submit|more)\b){2,}\W*",
    re.IGNORECASE,
)
"""What can be clicked on a page of a portal stands side by side."""
NO_SENTENCE = late(r"[:：。；;!?]|\d{4,}|[.,]$")


def names_another(text: str, *, large: bool = False) -> bool:
    """Tell whether a line is the title of a paper that is no order; a large one may have small letters."""
    said = plain(text)
    no_title = NO_SENTENCE if large else NO_TITLE
    if len(said) > LONGEST or len(said.split()) > MOST_WORDS or no_title.search(said):
        return False
    if CONFIRMED_TO.match(said) or BUTTONS.fullmatch(said):
        return False
    return OTHER_PAPERS.search(said) is not None or CHINESE_PAPERS.search(said) is not None


def is_about_order(text: str) -> bool:
    """Tell whether a line is the title of a paper about an order that it names: "Reminder, order 4711"."""
    said = plain(text)
    if len(said) > LONGEST or any(each in said for each in ":："):
        return False
    western = ABOUT_ORDER.fullmatch(said) or COMPOUND_ABOUT.fullmatch(said)
    return western is not None or CHINESE_ABOUT.search("".join(said.split())) is not None


def undoes(text: str) -> bool:
    """Tell whether an order's title says that it is taken back, sent back, not meant or old (退货订单)."""
    said = plain(text)
    if len(said) > LONGEST or ":" in said:
        return False
    return WESTERN_UNDONE.search(said) is not None or UNDONE.search("".join(said.split())) is not None


def revokes(text: str) -> bool:
    """Tell whether a line is nothing but a title and words like "DRAFT - not valid"."""
    said = plain(text)
    if len(said) > STAMP or any(each.match(said) for each in (CLAUSE, OF_DRAWING, OF_ITEM)):
        return False
    return STATE.search(said) is not None or (":" not in said and NOT_IN_FORCE.search(said) is not None)


def holds_back(run: Run) -> bool:
    """Tell whether what is printed around the pages of a sheet says that its order does not hold."""
    around = (run.words[0].where or "").endswith(MARGIN)
    return around and any(HELD.fullmatch(part) for part in PARTS.split(plain(run.text)) if part.strip())


def names_the_order(text: str) -> bool:
    """Tell whether a line speaks of the order as a whole, wherever it stands."""
    return THE_ORDER.search(plain(text)) is not None


def is_marked(words: Iterable[Word]) -> bool:
    """Tell whether letters set askew across the page say that the paper is not in force."""
    letters = sorted((word for word in words if word.doubt is Doubt.ASKEW), key=lambda word: word.box.x0)
    said = "".join(word.text for word in letters)
    return 0 < len(said) <= STAMP and NOT_IN_FORCE.search(said) is not None


def answers(runs: Iterable[Run]) -> bool:
    """Tell whether a sentence answers an order or takes one back."""
    return any(ANSWERING.search(run.text) for run in runs)
