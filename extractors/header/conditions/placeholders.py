"""What a form prints where something is to be filled in: "[填写交货地点]", "{{ship_to}}", "xxx"."""

import re

from extractors.late import late

IN_BRACKETS = late(r"[\[［【〔<＜{｛][^\d\[\]]{1,60}[\]］】〕>＞}｝]+")
"""Nothing but a text in such brackets; figures would be a value."""
ASKING = late(
    r"[（(]?\s*(?:请?(?:在此)?(?:填写|填入|输入)|待填写?|请?(?:签字|盖章)"
    r"|(?:please )?(?:insert|enter|fill in)\b)[^\d]{0,40}",
    re.IGNORECASE,
)
CROSSES = late(r"[xX×＊*]{2,}")


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands for a value that nobody filled in."""
    said = text.strip()
    return any(each.fullmatch(said) is not None for each in (IN_BRACKETS, ASKING, CROSSES))
