"""A sentence that sends the goods to an address, as 货发… or "please ship to …" begin one."""

import re

from extractors.header.labelling import plain_addresses
from extractors.late import late

OTHERS = late(
    r"签|注册|办公|开票|发票|寄|通[讯信]|联系|住所|网|邮|罚|违约|保证金|质保|保修|验收|产地|装运|起运|供[方货应]|卖方|乙方"
    r"|invoic|bill|regist|head ?office|sign|mail|web|penalt|warrant|retention|supplier|vendor|seller|origin"
    r"|loading|bank|rechnung|sitz",
    re.IGNORECASE,
)
"""Labels of other addresses and terms than those of the delivery and the price."""
SENT = late(
    r"(?:货[运送]?[到至往发]|[送运发](?:到|至|往))\s*|\b(?:deliver|ship|send|sent|dispatch)\w*\s+(?:[a-z]+\s+){0,3}?to\s+",
    re.IGNORECASE,
)
"""What an address stands behind where a sentence says it: 货发…, please ship to …"""
PAUSES = late(r"[，,。；;！!：:]")
LONGEST = 140
ENDS = "。；;.！!?？"


def are_told(text: str) -> bool:
    """Tell whether a sentence sends the goods, and no papers, to an address."""
    for found in SENT.finditer(text):
        begins = max((each.end() for each in PAUSES.finditer(text, 0, found.start())), default=0)
        behind = text[found.end() :]
        shortest = PAUSES.split(behind)[0]
        addresses = {shortest, behind.rstrip(ENDS)[:LONGEST]}
        if not OTHERS.search(text, begins, found.end()) and any(map(plain_addresses.is_address, addresses)):
            return True
    return False
