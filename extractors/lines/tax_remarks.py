"""What a heading above several says of the tax in brackets, as one below it would: 采购（含税，税率13%）."""

import re

from extractors.fields import money, tax
from extractors.late import late

REMARK = late(r"[(（][^()（）]*[)）]")
"""A remark in brackets, as the currency, the unit or the tax of what stands below."""
SAID = {True: "（含税）", False: "（不含税）", None: ""}


def shortened(group: str) -> str:
    """Return a heading in which remarks of the tax say no more than whether it is included."""
    return REMARK.sub(_said, group)


def _said(remark: re.Match[str]) -> str:
    said = tax.statement(remark[0])
    if said is None or said.rate is None:
        return remark[0]
    return "".join(f"（{each}）" for each in money.currency(remark[0])) + SAID[said.included]


def remarked(group: str) -> str:
    """Return what the remarks in a heading say of the tax, as a heading says it, else nothing."""
    said = (tax.statement(remark) for remark in REMARK.findall(group))
    return next((SAID[each.included] for each in said if each is not None), "")
