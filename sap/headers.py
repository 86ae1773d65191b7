"""The header row of an export: where it stands and which column is which field.

Nothing is read by position. A column is a field if its name says so (spelled out, abbreviated as SAP
does, or cut off at the column's width) and if what stands under it can be that field.
"""

import functools
import itertools
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.fields.text import fold
from sap import contents
from sap.table import Cell, Row

FIRST_ROWS = 30
"""The header stands within these; titles, dates and blank lines may stand above it."""
FEWEST = 3
SAMPLE = 200
SYMBOLS = re.compile(r"[^0-9a-z\u4e00-\u9fff%#]+")
BRACKETS = re.compile(r"\s*[(（\[].*?[)）\]]\s*")
WORDS = re.compile(r"[a-z0-9]+")
SHORTEST_CUT = 4


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What columns are called besides: names of the house by field, and what a person said of a file's own.

    `chosen` maps a name as printed, or `#7` for the seventh column where a name stands twice, to its field;
    to an empty text where the column is not to be used.
    """

    also: Mapping[str, Sequence[str]]
    chosen: Mapping[str, str]


Names = Mapping[str, Sequence[str]] | ColumnNames


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was recognised.

    `row` is the index of its last row, `columns` the column of each field, `names` all names as
    printed. `unknown` are columns that are no field of ours, `repeated` those whose field another
    column has already, `abbreviated` those that were recognised by a cut or shortened name.
    `printed` are its rows as they stand, as each page of a list repeats them. `bracketed` are names that
    say more in brackets than the field is known by, `set_aside` the columns of which a person said that
    they are not to be used, `ticked` those of marks in which a blank says no.
    """

    row: int
    columns: Mapping[str, int]
    names: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    repeated: tuple[tuple[str, int], ...] = ()
    abbreviated: tuple[str, ...] = ()
    printed: tuple[Row, ...] = ()
    bracketed: tuple[str, ...] = ()
    set_aside: tuple[int, ...] = ()
    ticked: tuple[int, ...] = ()

    def name(self, field: str) -> str:
        """Return how the export calls a field that it has."""
        return self.names[self.columns[field]]

    def shown(self, at: int) -> str:
        """Return what tells a column: its name as printed, or its number where the name stands twice."""
        return self.names[at] if self.names.count(self.names[at]) == 1 else f"#{at + 1}"


@dataclass(frozen=True, slots=True)
class _Claim:
    field: str
    exact: bool
    bracketed: bool = False


def recognise(
    rows: Sequence[Row], names: Mapping[str, str], also: Names | None = None, *, trusting: Container[str] = ()
) -> Header | None:
    """Return the header that names most fields of `names`; None where no row names at least three.

    `names` holds what exports call each field, `also` adds names of the house. A header may stand on
    two rows, one word above the other. A full name that can mean one field only, and one of `trusting`,
    counts whatever stands under it, where no other column is that field: bad cells are a matter of rows.
    """
    further = also if isinstance(also, ColumnNames) else ColumnNames(also or {}, {})
    dictionary = _dictionary(names, further)
    best: Header | None = None
    for at in range(min(len(rows), FIRST_ROWS)):
        for last, printed in _names(rows, at):
            header = _header(dictionary, rows, range(at, last + 1), printed, trusting=trusting)
            if len(header.columns) >= FEWEST and (best is None or len(header.columns) > len(best.columns)):
                best = header
    return best


def _names(rows: Sequence[Row], at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    above = _texts(rows[at])
    if len(list(filter(None, above))) < FEWEST:
        return
    yield at, above
    if at + 1 < len(rows):
        below = _texts(rows[at + 1])
        width = max(len(above), len(below))
        pairs = zip(_padded(above, width), _padded(below, width), strict=True)
        yield at + 1, tuple(f"{one} {other}".strip() for one, other in pairs)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell if isinstance(cell, str) else "" for cell in row)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


@functools.lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return the key under which column names compare: no case, width, blanks or punctuation."""
    return SYMBOLS.sub("", fold(name))


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """The names of some fields, ready to look up: by their key, and word by word under their first letter.

    `chosen` holds what a person said, by the key of the name or by `#` and the column.
    """

    exact: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    chosen: Mapping[str, str]

    def said(self, names: Sequence[str]) -> dict[int, str]:
        """Return the columns of which a person said what they are; of two with one name it is the first."""
        by_name = {key(name): at for at, name in reversed(list(enumerate(names))) if name}
        by_number = {f"#{at + 1}": at for at, name in enumerate(names) if name}
        # A number is more exact than a name.
        places = [(by_name.get(name), field) for name, field in self.chosen.items() if name not in by_number]
        places += [(by_number[name], field) for name, field in self.chosen.items() if name in by_number]
        return {at: field for at, field in places if at is not None}


def _dictionary(names: Mapping[str, str], further: ColumnNames) -> _Dictionary:
    exact: dict[str, list[str]] = {}
    words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for field, known in names.items():
        for name in (*known.split(";"), *further.also.get(field, ())):
            exact.setdefault(key(name), []).append(field)
            parts = _words(name)
            words.setdefault(parts[0][:1] if parts else "", []).append((parts, field))
    chosen = {key(name): field for name, field in further.chosen.items() if not field or field in names}
    return _Dictionary(exact, words, chosen)


def _header(
    dictionary: _Dictionary,
    rows: Sequence[Row],
    own: range,
    names: tuple[str, ...],
    *,
    trusting: Container[str],
) -> Header:
    printed = tuple(rows[own.start : own.stop])
    body = _body(rows[own.stop :], printed, len(names))
    said = dictionary.said(names)
    columns = {field: at for at, field in said.items() if field}
    settled = frozenset(columns)
    set_aside = [at for at, field in said.items() if not field]
    unknown, repeated, abbreviated, bracketed = list(set_aside), [], [], []
    claims = {
        at: tuple(each for each in _claims(dictionary, name) if each.field not in settled)
        for at, name in enumerate(names)
        if name and at not in said
    }
    # A full name goes before a shortened one, wherever the columns stand.
    for at in sorted(claims, key=lambda at: not any(each.exact for each in claims[at])):
        fitting = [each for each in claims[at] if _fits(body, at, each.field)]
        free = next((each for each in fitting if each.field not in columns), None)
        if free is not None:
            columns[free.field] = at
            abbreviated += [] if free.exact else [names[at]]
            bracketed += [names[at]] if free.bracketed else []
        elif fitting:
            repeated.append((fitting[0].field, at))
        else:
            unknown.append(at)
    unknown = [at for at in unknown if at in said or not _trusted(claims[at], at, columns, trusting)]
    return Header(
        own[-1],
        columns,
        names,
        tuple(names[at] for at in unknown),
        tuple(repeated),
        tuple(abbreviated),
        printed,
        tuple(bracketed),
        tuple(set_aside),
    )


def _body(rows: Sequence[Row], printed: Sequence[Row], width: int) -> list[Row]:
    """Return the first rows of values: no repeated headers, no page titles, none with too many cells."""
    values = (
        row for row in rows if row not in printed and len(row) - row.count("") > 1 and not any(row[width:])
    )
    return list(itertools.islice(values, SAMPLE))


def _claims(dictionary: _Dictionary, name: str) -> Iterator[_Claim]:
    """Yield the fields that a printed name can mean."""
    whole = dictionary.exact.get(key(name))
    exact = whole or dictionary.exact.get(key(BRACKETS.sub(" ", name)), ())
    if exact:
        yield from (_Claim(field, exact=True, bracketed=not whole) for field in exact)
        return
    printed = _words(name)
    alike = dictionary.words.get(printed[0][:1], ()) if printed else ()
    shortened = {field for words, field in alike if _shortens(printed, words)}
    if len(shortened) == 1:
        yield _Claim(shortened.pop(), exact=False)


@functools.lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(name.casefold()))


def _shortens(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether a printed name is a name cut off, or each of its words shortened."""
    if not words or len("".join(words)) < SHORTEST_CUT or len(words) > len(name):
        return False
    pairs = zip(words, name, strict=False)
    return all(len(word) > 1 and full.startswith(word) for word, full in pairs) and (
        len(words) == len(name) or len("".join(words)) > len("".join(name)) // 2
    )


def _trusted(claims: Sequence[_Claim], at: int, columns: dict[str, int], trusting: Container[str]) -> bool:
    """Give a column its field by its full name alone, where the name says one and nothing else is it."""
    if len(claims) != 1 or not claims[0].exact or claims[0].field in columns:
        return False
    if claims[0].field not in trusting:
        return False
    columns[claims[0].field] = at
    return True


def _fits(body: Sequence[Row], at: int, field: str) -> bool:
    """Tell whether most of what stands under a name can be the field."""
    test: Callable[[Cell], bool] | None = contents.TESTS.get(field)
    if test is None:
        return True
    cells = [row[at] for row in body if len(row) > at and not contents.says_nothing(row[at])]
    return sum(map(test, cells)) * 5 >= len(cells) * 4
