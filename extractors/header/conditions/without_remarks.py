"""Remarks behind a time that take nothing from it: "…；提前交货须经需方同意", "…, no partial shipments"."""

import re

from extractors.late import late

EARLY = (
    r"(?:如需|若需)?提前(?:交货|供货|到货|发货|送货)[^，,；;。\d]{0,6}(?:须|需|应|必须)"
    r"[^，,；;。\d]{0,14}(?:同意|许可|确认|认可|通知[^，,；;。\d]{0,4})"
)
PARTIAL = (
    r"(?:不得|不可|不允许|谢绝|不接受|恕不接受)(?:分批|分次)[^，,；;。\d]{0,6}"
    r"|分[批次](?:交货|到货|送货|发货)?(?:恕)?(?:不接受|不允许|谢绝)"
    r"|(?:no )?partial (?:deliver|ship)\w*(?: (?:are |is )?not (?:allowed|accepted|permitted))?"
    r"|keine teillieferung\w*|teillieferungen (?:sind )?(?:nicht (?:zulässig|erlaubt|gestattet)|unzulässig)"
)
AT_ONCE = (
    r"(?:整单|全部|全单|整批|所有)?(?:货物)?(?:一次性?|整批|同时)(?:全部)?(?:交付|交货|交齐|到货|发货|供货)"
    r"|(?:complete|single|one) (?:deliver\w+|shipment)|(?:all )?in one (?:lot|delivery|shipment)"
    r"|komplettlieferung|in einer (?:Sendung|Lieferung)"
)
"""That all comes together says nothing of when."""
REMARK = late(
    rf"\s*[，,；;。.]\s*(?:{EARLY}|{PARTIAL})\s*[。.]?\s*$|\s*[(（]\s?(?:{AT_ONCE}|{PARTIAL})\s?[)）]\s*$",
    re.IGNORECASE,
)
ALLOWED = late(r"[，,；;。.]\s*partial (?:deliver|ship)\w*\s*[。.]?\s*$", re.IGNORECASE)
"""Half a sentence, which may go on with anything."""


def stripped(text: str) -> str:
    """Return a time without such a remark at its end."""
    return text if ALLOWED.search(text) else REMARK.sub("", text)
