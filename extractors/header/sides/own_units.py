"""A buyer whose label names a part of a company: 矿业物资公司 below the name of the company it buys for.

Such a name has no legal form. Whether the part or the whole buys is for a person to say where both are named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.header.settle import Choice
from extractors.late import late
from extractors.scope import Scope
from models.reading import Proof, Reason

PART = late(r"(?!.*(?:有限|股份|集团公司$|总公司$))[\u4e00-\u9fff]{2,}公司")
"""A part of a company, also of a group that it names or only means: 集团物资供应公司."""
OFFICE = late(
    r"(?:集团)?(?:总部|本部|总公司|总厂|总经办)|(?:采购|供应|物资|商务|设备|生产|机动|备件|材料|物流|供应链|管理){1,3}(?:部|处|科|中心|组|室)"
    r"|head ?office|headquarters|HQ|purchasing(?: (?:department|dept\.?))?|procurement",
    re.IGNORECASE,
)
"""An office of whoever buys: 采购组织：总部."""
WHOLE = late(r"有限|股份")
PUBLIC = late(r"[\u4e00-\u9fff]{2,8}[省市县区旗][\u4e00-\u9fff]{2,10}(?:处|局|中心|站|所|委员会)")
"""A public body, which buys in its own name: 绍和市排水管理处."""


SHORT = late(r"(?!.*(?:有限|股份))[\u4e00-\u9fff]{2,16}")
"""A name without a legal form, which may be short for a company's: 晨鹤纸业集团."""


def beside_company(scope: Scope, labelled: Sequence[Choice], sellers: set[str]) -> list[Choice]:
    """Return the buyers that labels name, in doubt beside the whole company that is not the seller.

    The company is the likelier buyer where it stands above the name, and somebody else is the seller.
    """
    short = all(SHORT.fullmatch(each.value or "") for each in labelled)
    wholes = list(_wholes(scope, sellers)) if short else []
    names = [companies.key(each.value or "") for each in wholes]
    parts = all(_is_part(choice.value or "", names) for choice in labelled)
    wholes = wholes if parts else []
    if not wholes:
        return list(labelled)
    rivals = [replace(choice, reason=choice.reason or Reason.ROLE) for choice in labelled]
    first = labelled[0].run
    heading = wholes[0].run.page is first.page and wholes[0].run.box.bottom <= first.box.top
    return [*wholes, *rivals] if heading and sellers else [*rivals, *wholes]


def _is_part(name: str, wholes: Sequence[str]) -> bool:
    """Tell whether a name is a part of a company, or stands within the name of a whole one."""
    return PART.fullmatch(name) is not None or any(companies.key(name) in whole for whole in wholes)


def is_office(name: str) -> bool:
    """Tell whether a name says only which office buys, and of no company: a town's own one is a body."""
    return OFFICE.fullmatch(name.strip()) is not None and not is_public(name)


def is_public(name: str) -> bool:
    """Tell whether a name is that of a public body, which no legal form marks."""
    return PUBLIC.fullmatch(name.strip()) is not None


def _wholes(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the names of whole companies that are not the seller's."""
    for run in scope.runs:
        for start, end in companies.find(run.text):
            name = run.text[start:end].strip()
            key = companies.key(name)
            if WHOLE.search(name) and not any(key in seller or seller in key for seller in sellers):
                yield Choice(name, run, start, end, Proof.LETTERHEAD, Reason.ROLE)
