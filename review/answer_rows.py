"""The rows of an answer by mail: both sides of a value, and the spot that it was read from beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.case import CaseDetail
from review import case_view
from review.crops import Crop
from review.excerpts import Excerpt
from review.letter import Picture
from review.places import place_in_file
from review.spots import place_name
from review.values import Value
from review.words import say

ENLARGED = 1.3
"""How much larger than on the paper a picture is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A value that a person has to look at: where, both sides, the difference.

    Beside it its picture's name, or the piece of a file without pages; `spot` says where that stands.
    """

    place: str
    document: str
    quotation: str
    delta: str
    remark: str
    tone: str
    picture: str = ""
    width: int = 0
    excerpt: Excerpt | None = None
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Spots:
    """The pieces of one case's document: pictures, or rows and lines as text."""

    crops: Sequence[Crop] = ()
    excerpts: Sequence[Excerpt] = ()


def rows(lang: str, number: int, shown: Iterable[Value], spots: Spots) -> list[Row]:
    """Return a row for each value of a case."""
    pictured = {
        anchor: (_name(number, at), round(crop.width))
        for at, crop in enumerate(spots.crops, start=1)
        for anchor in crop.anchors
    }
    written = {anchor: each for each in spots.excerpts for anchor in each.anchors}
    return [_row(lang, each, pictured, written.get(each.anchor)) for each in shown]


def _row(lang: str, value: Value, pictured: Mapping[str, tuple[str, int]], excerpt: Excerpt | None) -> Row:
    name, width = pictured.get(value.anchor, ("", 0))
    return Row(
        place=_place(lang, value),
        document=value.document,
        quotation=value.quotation,
        delta=value.delta,
        remark=say(lang, "sentence.semicolon").join(value.remarks),
        tone=value.tone,
        picture=name,
        width=round(width * ENLARGED),
        excerpt=excerpt,
        spot=_spot(lang, excerpt) if excerpt else "",
    )


def _place(lang: str, value: Value) -> str:
    line = value.anchor.partition("-")[0]
    return place_name(lang, None if line == "h" else int(line), value.field)


def _spot(lang: str, excerpt: Excerpt) -> str:
    if excerpt.number:
        return say(lang, "place.sheet_row", sheet=excerpt.where, row=excerpt.number)
    return place_in_file(lang, excerpt.where)


def not_ordered(lang: str, item: case_view.ItemView) -> Row:
    """Return a row for an item of the quotation that was not ordered."""
    place = say(lang, "answer.not_ordered", item=item.item)
    quoted = " · ".join(filter(None, (item.part, item.quantity, item.price)))
    return Row(place, "", quoted, "", item.why, "missing")


def once(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, each picture and each piece behind the last row that it belongs to."""
    last = {_shown(each): at for at, each in enumerate(rows) if _shown(each)}
    for at, each in enumerate(rows):
        keeps = not _shown(each) or last[_shown(each)] == at
        yield each if keeps else replace(each, picture="", width=0, excerpt=None, spot="")


def _shown(row: Row) -> object:
    return row.picture or row.excerpt


def pictures(lang: str, case: CaseDetail, crops: Sequence[Crop]) -> Iterator[Picture]:
    """Yield the pictures of a case with what they show in words."""
    values = {each.anchor: each for each in case_view.view(lang, case).values} if crops else {}
    for at, crop in enumerate(crops, start=1):
        told = (_caption(lang, values[each]) for each in crop.anchors if each in values)
        name = _name(case.summary.number, at)
        yield Picture(name, crop.png, say(lang, "sentence.semicolon").join(told))


def _caption(lang: str, value: Value) -> str:
    return say(lang, "sentence.note", name=_place(lang, value), text=value.document)


def _name(number: int, at: int) -> str:
    return f"case-{number}-{at}@countercheck"
