"""The plan by which things are ordered, which bears a time in its name: 物资计划：2026年二季度备件计划."""

from extractors.header.labelling.labels import Labelled
from extractors.late import late

PLAN = late(r"\d\s?[年月季][^，。；;]*(?:计划|方案|批次|项目)[号书表]?\s*(?:[（(][^（()）]*[)）])?\s*$")
"""A time that leads the name of a plan, behind it perhaps the plan's number."""
LABEL = late(r"[^期日时交到]*(?:计划|方案)(?:名称|编?号)?\s*[:：]?\s*$")
"""A label of a plan, which speaks neither of a day nor of a delivery."""


def is_one(found: Labelled) -> bool:
    """Tell whether a label that may speak of a delivery names a plan, and its value is the plan's name."""
    return LABEL.match(found.named) is not None and PLAN.search(found.text) is not None
