"""What stands around a number in one text and is no part of it, and what is no number of a paper."""

import re

from extractors.header.labelling.value_types import is_date
from extractors.late import late

LED_BY = late(r"[\u4e00-\u9fff]{1,6}(?:号码?|编[号码])\s*[:：]?(?=[A-Za-z0-9])")
"""A second label right before a number: 登记号JH26-058."""
REVISION = late(r"(?:rev|ver)\.?[- ]?[A-Z\d]{1,2}", re.IGNORECASE)
ENQUIRY = late(r"RF[QXPI][-/ \d]")
"""How the number of an enquiry begins, also where a label calls it a quotation's."""
ASKED = late(r"(?:PO|PUR)?REQ[-/ ]?\d|PRQ[-/ ]?\d|CGSQ|QGD\d", re.IGNORECASE)
OFFERED = late(r"报价|投标|quot|offer|tender|angebot", re.IGNORECASE)
IN_BRACKETS = late(r"[(（]([^()（）]+)[)）]$")
UNCLOSED = late(r"[(（][^()（）]*$")
"""A bracket that is no part of a number goes on behind it: DF-Q-6071（7月13日修订版）."""


def led(text: str) -> int:
    """Return how long the second label before a number is, 0 where there is none."""
    found = LED_BY.match(text)
    return found.end() if found is not None else 0


def length(code: str) -> int:
    """Return how much of a text that looks like a number is one: up to a bracket that it does not close."""
    unclosed = UNCLOSED.search(code)
    if unclosed is not None:
        return unclosed.start()
    return len(code) if any(each in code for each in "(（") else len(code.rstrip(")）"))


def without_remark(code: str) -> str:
    """Return a number without a day in brackets or an open bracket behind it: HC-26-1015（2026.06.22）."""
    bare = UNCLOSED.sub("", code)
    behind = IN_BRACKETS.search(bare)
    return bare[: behind.start()] if behind is not None and is_date(behind[1]) else bare


def is_revision(code: str) -> bool:
    """Tell whether a text is a revision, which numbers no paper: "Rev.0"."""
    return REVISION.fullmatch(code) is not None


def is_enquirys(code: str) -> bool:
    """Tell whether a number is that of an enquiry."""
    return ENQUIRY.match(code) is not None


def is_requisitions(label: str, code: str) -> bool:
    """Tell whether a reference is one to the buyer's own requisition: 源单编号 POREQ000412."""
    return ASKED.match(code.strip()) is not None and OFFERED.search(label) is None
