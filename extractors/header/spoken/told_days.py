"""Days and times of a delivery that no label introduces and no word of delivering: "8 weeks ARO".

"Goods must be received at our works not later than 4 August", "in-house date", "production time 8 weeks",
8月4日前交清. What is not read from them is not absent.
"""

import re

from extractors.fields import dates
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.scope import Scope

PERIOD = r"\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:(?:calendar|working|business)?\s*days?|w(?:ee)?ks?|months?)"
TAKES = Rare(
    rf"{PERIOD}\s*(?:a\.?r\.?o\b|(?:after|from|upon)\s+(?:(?:date|receipt)\s+of\s+)?(?:the\s+|your\s+|our\s+|this\s+)?"
    r"(?:p\.?\s?o\b|(?:purchase\s+)?order\b|today\b|approval\b|drawings?\b))"
    rf"|\b(?:production|manufactur\w+|fabrication)\s+(?:lead\s*)?time\D{{0,20}}{PERIOD}",
    "day|week|wk|month",
    re.IGNORECASE,
)
"""How long a delivery takes: the period counts from the order, or is that of the making."""
WANTS = Rare(
    r"\b(?:received|receive|arriv\w*|reach\w*|needed|required|wanted|due|ready|complet\w+|in-?house|on\s?-?site"
    r"|at (?:our|the) (?:works|plant|site|warehouse|store))\b",
    "receiv|arriv|reach|need|requir|want|due|ready|complet|house|site|works|plant|store",
    re.IGNORECASE,
)
"""What is said of goods beside the day on which they are wanted."""
BEFORE = late(r"\d{1,2}\s?[日号][之以]?前[^，,。；;]{0,8}(?:交清|交齐|送|到|完成|备好|备齐)")
WEEK = late(r"\b(?:week|wk|kw|cw)\.?\s*\d{1,2}\b|\b\d{1,2}/20\d\d\b", re.IGNORECASE)
OTHERS = late(
    r"\b(?:pay\w*|paid|invoic\w*|certificat\w*|documents?|drawings?\s+(?:must|shall|to|are)|confirm\w*|acknowledg\w*"
    r"|quot\w*|offer\w*|valid\w*|sign\w*|meeting|complain\w*|claim\w*|notif\w*|warrant\w*|penalt\w*|late|delay\w*"
    r"|order(?:ed)?\s+(?:received|dated?)|bids?|tender\w*|approval|approved|enquir\w*|inquir\w*|statements?)\b"
    r"|付|款|发票|验收|质保|确认|回签|报价|投标|签",
    re.IGNORECASE,
)
"""What has a day of its own, and is no delivery."""
LONGEST = 400
END = late(r"(?<=[a-z)])\.\s|[。；;]")


def find(scope: Scope) -> Run | None:
    """Return a text that seems to say when the goods are wanted or how long they take."""
    for run in sentences.paragraphs((*scope.runs, *scope.under)):
        if len(run.text) <= LONGEST and any(map(_tells, END.split(run.text))):
            return run
    return None


def _tells(text: str) -> bool:
    if not any(map(str.isdigit, text)):
        return False
    if TAKES.search(text) is not None:
        return re.search(r"\bpa(?:y|id)|invoic|warrant", text, re.IGNORECASE) is None
    wanted = WANTS.search(text) is not None and (bool(dates.find(text)) or WEEK.search(text) is not None)
    return (wanted or BEFORE.search(text) is not None) and OTHERS.search(text) is None
