"""Fields of old Word forms, which hold no text: boxes to tick and lists to choose from (ECMA-376, 17.16)."""

from lxml import etree

from extractors.readers.package import attribute

OFF = frozenset({"0", "false", "off"})
TICKED, EMPTY = "☑", "☐"


def shown(field: etree._Element) -> str:
    """Return what a form's field shows: its box, ticked or empty, or the entry that is chosen."""
    box, choices = field.find("{*}ffData/{*}checkBox"), field.find("{*}ffData/{*}ddList")
    if box is not None:
        return TICKED if _is_ticked(box) else EMPTY
    return _chosen(choices) if choices is not None else ""


def _is_ticked(box: etree._Element) -> bool:
    for name in ("checked", "default"):
        found = box.find(f"{{*}}{name}")
        if found is not None:
            return attribute(found, "val") not in OFF
    return False


def _chosen(choices: etree._Element) -> str:
    """Return the chosen entry; where none is, a form shows its default, or the first."""
    entries = [attribute(each, "val") or "" for each in choices.iterfind("{*}listEntry")]
    stated = (choices.find(f"{{*}}{name}") for name in ("result", "default"))
    at = next((attribute(each, "val") or "" for each in stated if each is not None), "0")
    return entries[int(at)] if at.isdigit() and int(at) < len(entries) else ""
