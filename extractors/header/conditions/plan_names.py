"""The plan by which things are ordered, which bears a time in its name: 物资计划：2026年二季度设备备件计划."""

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.vocabulary.meanings import Label

PLAN = late(
    r"\d\s?[年月季][^，。；;]*(?:计划|方案|批次|大修|检修|项目)[号书表]?\s*(?:[（(][^（()）]*[)）])?\s*$"
)
"""A time that leads the name of a plan, behind it perhaps the plan's number."""
OWN = late(r"(?:需[要求用]|要求|交货|到货|供货|发货)[^:：]{0,4}(?:日期|时间|期)")
"""A label that speaks of a day, whatever stands behind it."""


def is_one(found: Labelled) -> bool:
    """Tell whether a label that may speak of a delivery names a plan, and its value is the plan's name."""
    either = Label.NEUTRAL in found.meanings or "计划" in found.named
    return either and OWN.search(found.named) is None and PLAN.search(found.text) is not None
