"""Lines that begin with a number and no mark behind it: "1 轴套 45 10只", "2 Seal ring 4 pcs at 12.00".

What counts on from line to line is the number of the item and no part of its name.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import units
from extractors.late import late
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import NUMBER, TextLine
from extractors.vocabulary.meanings import Role

LEADING = late(r"\s*(?P<number>\d{1,3})\s+(?=[^\W\d]{2})")
STEPS = {1: 2, 10: 3}
"""By what items count, and how many of them at least show it."""
WORD = late(r"[\u4e00-\u9fff]|[^\W\d_]+\.?")
"""A word, and of Chinese a character."""
MEASURES = frozenset(
    (
        "bar mbar psi kpa mpa micron microns µm way ways phase phases stage stages pole poles port ports"
        " ply core cores pin pins speed volt volts amp amps watt watts ohm hp kw kva rpm hz grade class size"
        " degree degrees zoll fach wege 寸 级 相 极 通 芯 层 号 度 伏 安 瓦 目 孔 位 联 路"
    ).split()
)
"""Words behind a number that make it a size."""
CHINESE = ("兆帕", "千帕", "毫米", "厘米", "英寸", "微米", "马力", "千瓦")
Groups = list[list[TextLine]]


def told_apart(groups: Groups) -> Groups:
    """Return the lines of items with the numbers that they begin with, where these count on over all."""
    found = [LEADING.match(name.printed) if (name := _name(group)) is not None else None for group in groups]
    counted = [int(each["number"]) for each in found if each is not None]
    names = [each.string[each.end() :] for each in found if each is not None]
    if len(counted) < len(groups) or not _count_on(counted) or _are_sizes(names):
        return groups
    return [_numbered(group) for group in groups]


def _count_on(counted: Sequence[int]) -> bool:
    """Tell whether numbers are 1, 2, 3 or 10, 20, 30."""
    steps = (step for step, fewest in STEPS.items() if len(counted) >= fewest)
    return any(list(counted) == [step * (at + 1) for at in range(len(counted))] for step in steps)


def _are_sizes(names: Sequence[str]) -> bool:
    """Tell whether what stands behind numbers makes them sizes: a unit, or the same word in each line."""
    words = [match[0].rstrip(".").casefold() for name in names if (match := WORD.match(name)) is not None]
    measured = any(word in MEASURES or units.canonical(word) is not None for word in words)
    return measured or any(name.startswith(CHINESE) for name in names) or len(set(words)) == 1


def _name(group: Sequence[TextLine]) -> Text | None:
    """Return what stands at the beginning of an item that has no number yet, and its quantity behind it."""
    first = group[0]
    if first.number is not None or not first.said or Role.QUANTITY not in first.roles:
        return None
    role, text = first.said[0]
    return text if role is None and text.start == 0 and text.run is first.runs[0] else None


def _numbered(group: Sequence[TextLine]) -> list[TextLine]:
    first, *rest = group
    role, text = first.said[0]
    leading = LEADING.match(text.run.text)
    if leading is None:
        return [first, *rest]
    number = Text(text.run, *leading.span("number"), NUMBER)
    said = ((role, replace(text, start=leading.end())), *first.said[1:])
    return [replace(first, said=said, number=number, ordinal=int(leading["number"])), *rest]
