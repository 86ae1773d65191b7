"""What an order states, put so that any number of letters and notes can be held against it in little time."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import numerals, parts
from extractors.fields.text import fold, level
from extractors.late import late
from models.reading import Field, Header, OrderLine, Reading, stated

WORD = late(r"[a-z]{4,}|[\u4e00-\u9fff]{2,}")
CHINESE = late(r"[\u4e00-\u9fff]{2,}")
SMALL = frozenset(
    "with from without this that your each into over under plus incl including complete".split()
)
"""Words of descriptions that name nothing."""
ENDINGS = ("s", "es", "n", "en", "e")
SIZE = late(r"(?<![a-z\d_-])([a-z]{1,4})[ -]?(\d{1,4})(?![a-z\d_-]|[.,]\d)", re.IGNORECASE)
"""A size or type as descriptions give it: PP 75, DN 50."""
BARE_SIZE = late(
    r"(?<![\d.,/A-Za-z-])(\d{2,4})"
    r"(?=的(?!话)|-?er\b|['’]?s\b|\s?(?:mm )?(?:type|ones?|version|bags?|size)\b)",
    re.IGNORECASE,
)
"""A size without its letters: "the 75s", 75的."""
NO_SIZES = frozenset(
    "no nr pos item line po qty mai may jun jul aug sep oct okt nov dec dez eur usd cny rmb".split()
)
CODE = late(r"[A-Z0-9][A-Z0-9./_-]{3,}[A-Z0-9]", re.IGNORECASE)
SHARED = 3
"""So many characters at the beginning make two codes of one shape neighbours: LP-16-4300 and LP-16-4301."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COUNTED_ITEM = r"(?:items?|pos(?:ition(?:en)?)?|positions?|lines?|artikel|zeilen?)"
ITEM_NUMBER = late(
    rf"\b{COUNTED_ITEM}\b\W{{0,3}}(?P<numbers>\d{{1,5}}(?:,\s?\d{{1,5}}(?=\s?(?:,|and\b|und\b|&)))*"
    r"(?:\s?(?:[&+/]|and|und)\s?\d{1,5}\b(?!\s?(?:pcs|pieces|sets?|ea|units?|st|x)))?)"
    r"|(?:序号|第)\s?(?P<chinese>[\d一二三四五六七八九十]+)\s?(?:项|行|条|个|种|款)?(?!页|次|批|天|周|季)",
    re.IGNORECASE,
)
"""Items by their numbers: "items 10 and 20", 第2项."""
FIGURES = ("quantity", "unit_price", "amount")
NOTHING: frozenset[int] = frozenset()
NUMBERS = ("part_number", "customer_part_number", "drawing_number")


@dataclass(frozen=True, slots=True)
class Ordered:
    """What an order states of its items and terms."""

    header: Header
    #: the figures of each item, and the total of all
    figures: tuple[frozenset[Decimal], ...]
    total: frozenset[Decimal]
    #: all of them, and the numbers in descriptions
    numbers: frozenset[Decimal]
    #: how many pieces all items are
    together: frozenset[Decimal]
    #: which items have a number, a code, a word or a size
    by_number: Mapping[str, frozenset[int]]
    by_code: Mapping[str, frozenset[int]]
    code_lengths: frozenset[int]
    by_word: Mapping[str, frozenset[int]]
    chinese_lengths: frozenset[int]
    by_size: Mapping[str, frozenset[int]]
    #: shape and beginning of each code; letters and length of each size
    families: frozenset[tuple[str, str]]
    #: the days of the order, and those on which it is to be delivered
    days: frozenset[str]
    delivered: frozenset[str]
    times: tuple[str, ...]

    def named(self, said: str) -> frozenset[int]:
        """Return the items that a text names in any way."""
        return self.pointed(said).union(*self._worded(said.casefold()))

    def pointed(self, said: str) -> frozenset[int]:
        """Return the items that a text names by number, code or size, and not by a mere word."""
        found = [self.by_size.get(_sized(match), NOTHING) for match in SIZE.finditer(said)]
        found += [self.by_number.get(each, NOTHING) for each in item_numbers(said)]
        found += [self._of_size(match[1]) for match in BARE_SIZE.finditer(said)]
        return self.coded(said).union(*found)

    def _of_size(self, figures: str) -> frozenset[int]:
        """Return the only item that has a size of such figures."""
        found = NOTHING.union(*(at for size, at in self.by_size.items() if size.lstrip(LETTERS) == figures))
        return found if len(found) == 1 else NOTHING

    def coded(self, said: str) -> frozenset[int]:
        """Return the items that a text names by their codes."""
        folded = fold(said)
        codes = (folded[at : at + size] for size in self.code_lengths for at in range(len(folded) - size + 1))
        return NOTHING.union(*(self.by_code[each] for each in codes if each in self.by_code))

    def _worded(self, lowered: str) -> Iterator[frozenset[int]]:
        for word in re.findall(r"[^\W\d_\u4e00-\u9fff]{4,}", lowered):
            for form in (word, *(word.removesuffix(end) for end in ENDINGS)):
                yield self.by_word.get(form, NOTHING)
        for run in CHINESE.findall(lowered):
            for size in self.chinese_lengths:
                for at in range(len(run) - size + 1):
                    yield self.by_word.get(run[at : at + size], NOTHING)

    def known(self, named: Iterable[int]) -> frozenset[Decimal]:
        """Return the figures of some items, of all where none is named."""
        chosen = [self.figures[at] for at in named] or list(self.figures)
        return self.total.union(*chosen)

    def sizes(self, said: str) -> Iterator[re.Match[str]]:
        """Yield where a text names sizes of the items."""
        return (match for match in SIZE.finditer(said) if _sized(match) in self.by_size)

    def has_neighbour(self, said: str) -> bool:
        """Tell whether a text names a code of the family of the items' that none of them has."""
        codes = (each for each in CODE.findall(said) if fold(each) not in self.by_code)
        if any(_family(each) in self.families for each in codes if any(map(str.isdigit, each))):
            return True
        sizes = (match for match in SIZE.finditer(said) if _sized(match) not in self.by_size)
        return any(_size_family(match) in self.families for match in sizes)


def item_numbers(said: str) -> Iterator[str]:
    """Yield the numbers of items that a text names."""
    for match in ITEM_NUMBER.finditer(said):
        yield from (each.lstrip("0") for each in re.findall(r"\d+", match["numbers"] or ""))
        chinese = match["chinese"] or ""
        yield chinese if chinese.isascii() else str(numerals.parse(chinese))


def of(reading: Reading) -> Ordered:
    """Return what an order states."""
    lines = reading.lines
    figures = tuple(frozenset(_values(line, FIGURES)) for line in lines)
    total = frozenset(_values(reading.header, ("total_amount",)))
    inside = {Decimal(each) for line in lines for each in re.findall(r"\d+", _text(line.description))}
    codes = [(code, at) for at, line in enumerate(lines) for code in _codes(line)]
    sizes = [(match, at) for at, line in enumerate(lines) for match in _sizes(line)]
    families = {_family(code) for code, _ in codes} | {_size_family(match) for match, _ in sizes}
    holders: tuple[Header | OrderLine, ...] = (reading.header, *lines)
    dated = [
        (name, field.value or "", field.evidence.text)
        for part in holders
        for name, field in stated(part)
        if "date" in name or name == "lead_time"
    ]
    by_code = _index((fold(code), at) for code, at in codes if len(code) > SHARED)
    by_word = _index((word, at) for at, line in enumerate(lines) for word in _words(line))
    return Ordered(
        header=reading.header,
        figures=figures,
        total=total,
        numbers=total.union(inside, *figures),
        together=frozenset(_together(lines)),
        by_number=_index(_numbered(lines)),
        by_code=by_code,
        code_lengths=frozenset(map(len, by_code)),
        by_word=by_word,
        chinese_lengths=frozenset(len(each) for each in by_word if CHINESE.fullmatch(each)),
        by_size=_index((_sized(match), at) for match, at in sizes),
        families=frozenset(families),
        days=frozenset(value for name, value, _ in dated if "date" in name and value),
        delivered=frozenset(value for name, value, _ in dated if name == "delivery_date" and value),
        times=tuple(dict.fromkeys(text for name, _, text in dated if name == "lead_time")),
    )


def _together(lines: tuple[OrderLine, ...]) -> Iterator[Decimal]:
    """Yield how many pieces all items are: "our order for 20 filter bags"."""
    counts = list(itertools.chain.from_iterable(_values(line, ("quantity",)) for line in lines))
    if counts and len(counts) == len(lines):
        yield sum(counts, Decimal(0))


def _index(pairs: Iterable[tuple[str, int]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for key, at in pairs:
        found.setdefault(key, set()).add(at)
    return {key: frozenset(places) for key, places in found.items()}


def _numbered(lines: tuple[OrderLine, ...]) -> Iterator[tuple[str, int]]:
    """Yield what each item is numbered: as it is printed, and by its place where no other has that number."""
    printed = [_text(line.line_number).lstrip("0") for line in lines]
    taken = set(printed)
    for at, number in enumerate(printed):
        if number:
            yield number, at
        if str(at + 1) not in taken:
            yield str(at + 1), at


def _codes(line: OrderLine) -> Iterator[str]:
    yield from filter(None, (_text(getattr(line, name)) for name in NUMBERS))


def _sizes(line: OrderLine) -> Iterator[re.Match[str]]:
    found = SIZE.finditer(level(_text(line.description)))
    return (match for match in found if match[1].casefold() not in NO_SIZES)


def _sized(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}".casefold()


def _size_family(match: re.Match[str]) -> tuple[str, str]:
    return match[1].casefold(), f"size {len(match[2])}"


def _family(code: str) -> tuple[str, str]:
    return parts.shape(code.upper()), code[:SHARED].upper()


def _words(line: OrderLine) -> set[str]:
    return set(WORD.findall(level(_text(line.description)).casefold())) - SMALL


def _values(part: Header | OrderLine, names: Iterable[str]) -> Iterator[Decimal]:
    yield from (Decimal(value) for value in (_text(getattr(part, name)) for name in names) if value)


def _text(field: Field | None) -> str:
    return "" if field is None or field.value is None else field.value
