"""Labels whose bracket says that they speak of a part or of somebody else: "Delivery date (documents)"."""

import re

from extractors.late import late

BRACKET = late(r"\S\s*[(（\[](?P<said>[^()（）\[\]]{2,40})[)）\]]\s*$")
OF_OTHERS = late(
    r"\b(?:end|final)[- ]?(?:customer|user|client|buyer)s?\b|\bcustomer.?s customer\b"
    r"|\bend(?:kunde|verbraucher|abnehmer)\w*|最终(?:用户|客户|使用)|终端(?:用户|客户)|业主",
    re.IGNORECASE,
)
"""Who gets the goods from the customer has numbers and days of his own."""
OF_A_PART = late(
    r"\b(?:documents?|docs|papers|drawings?|certificates?|samples?|prototypes?|tool(?:s|ing)?|mou?lds?|spares?"
    r"|spare parts?|services?|installation|commissioning|express|urgent|rush|freight|carriage|transport"
    r"|packing|packaging|postage|insurance|first (?:lot|delivery|batch)|partial(?: delivery)?|remainder"
    r"|muster|werkzeuge?|dokument\w*|unterlagen|zeichnung\w*|ersatzteile?|fracht|verpackung|eilbestellung"
    r"|teillieferung|restmenge|montage)\b"
    r"|样[品件机]|资料|图纸|模具|工装|备品备件|安装|调试|运费|运杂费|包装费?|加急|首批|余款|尾款",
    re.IGNORECASE,
)
"""What a term may be of that is not the goods, or not all of them."""


def is_one(label: str) -> bool:
    """Tell whether the bracket at the end of a label says of what part, or of whom, the label speaks."""
    bracket = BRACKET.search(label)
    said = bracket["said"] if bracket is not None else ""
    return OF_OTHERS.search(said) is not None or OF_A_PART.search(said) is not None
