"""Names at the head of a paper that are written otherwise than in its text.

A letterhead in capitals shows no legal form where that is a common word as well ("STRANDHEIM OFFSHORE AS");
the same name stands once more in small letters. One in two lines has its first word alone above the rest,
and stands whole in the signature or in an address. A line may part it there as well, and what a company
was called before is nobody else's name. A mark in Latin letters before a Chinese name may be a part of it or
a sign of the company's: where the name stands without it as well, it is none.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from extractors.fields import companies
from extractors.header.labelling.label_words import meaning
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.runs import Run, joined

Named = tuple[Run, int, int]
FIRST = 3
"""A letterhead is among so many first texts."""
FORMS = frozenset(
    "limited ltd co inc llc llp plc corp corporation gmbh ag kg as ab oy bv nv sas sarl srl spa".split()
)
"""Legal forms that the end of a line cuts off: "Northfield Power Company / Limited"."""
FORMERLY = late(
    r"\b(?:formerly|previously|erstwhile|f/?k/?a|vormals|ehemals|früher|anciennement)\b|原名|曾用名|原[:：]",
    re.IGNORECASE,
)
NEAR = 16
"""The word for what was before stands so many characters before the old name at most."""
CLOSE = 1.0
"""The lines of a letterhead are no further apart than so many heights of their letters."""
ALIKE = 0.1
"""Their letters differ in height by less than this share."""
OTHER = late(r"[\d:：@|/]|\b(?:an?|your|our|we|since|member|part|quality|ein|für|seit|une?)\b", re.IGNORECASE)
"""What slogans, addresses and labels hold, and no name."""
IDEOGRAPHS = late(r"[\u4e00-\u9fff]")
HALF = 8
"""A Chinese name with its place, its own word, its trade and its legal form has more characters."""
WORDS = 6
"""The first line of a name has no more words."""
GOES_ON = late(r"(?:[\s-](?:und|and|et|e|y|og|och|of|de)|[&+-])\s*$", re.IGNORECASE)
"""How a line ends that does not end a name."""
MARK = late(r"[A-Za-z][A-Za-z.&®-]*\s*(?=[\u4e00-\u9fff])")


def in_capitals(run: Run, known: AbstractSet[str]) -> tuple[tuple[int, int], ...]:
    """Return where a text in capitals is a company that is known by its name in small letters."""
    if not run.text.isupper() or companies.key(run.text) not in known:
        return ()
    return ((0, len(run.text)),)


def without_mark(run: Run, start: int, end: int, known: AbstractSet[str]) -> tuple[int, int]:
    """Return where a name stands in a text, but for a mark before it that it is known without."""
    mark = MARK.match(run.text, start, end)
    bare = companies.key(run.text[mark.end() : end]) if mark is not None else ""
    return (mark.end(), end) if mark is not None and bare in known else (start, end)


def whole(named: Sequence[Named], runs: Sequence[Run]) -> Named | None:
    """Return the place where the first name stands with what is set above it at the head of the page."""
    run, start, end = named[0]
    rest = companies.key(run.text[start:end])
    above = [companies.key(each.text) for each in runs[:FIRST] if each is not run]
    if run not in runs[:FIRST]:
        return None
    said = next((each for each in named[1:] if _key(each) in {f"{name}{rest}" for name in above}), None)
    return said or _in_an_address(run, run.text[start:end], runs)


def _in_an_address(run: Run, name: str, runs: Sequence[Run]) -> Named | None:
    """Return the place where the name stands in a text with what is set right above it, as in an address."""
    for above in runs[:FIRST]:
        whole = f"{above.text} {name}"
        near = above is not run and abs(above.box.x0 - run.box.x0) < run.box.height
        for each in runs if near else ():
            at = each.text.find(whole)
            if at >= 0:
                return each, at, at + len(whole)
    return None


def whole_ones(named: Sequence[Named], runs: Sequence[Run]) -> list[Named]:
    """Return the names without those of the past and without the rests of the first one."""
    present = [each for each in named if not is_former(*each)]
    if not present:
        return []
    run, start, end = present[0]
    name = run.text[start:end]
    return [present[0], *(each for each in present[1:] if not is_rest(name, each, runs))]


def is_former(run: Run, start: int, end: int) -> bool:
    """Tell whether a name is what a company was called before: "(Formerly Narvik Pumps Ltd.)"."""
    return FORMERLY.search(run.text, max(start - NEAR, 0), end) is not None


def is_rest(name: str, named: Named, runs: Sequence[Run]) -> bool:
    """Tell whether a name at the beginning of a line is the rest of a longer one that ends another line."""
    run, start, end = named
    whole, rest = name.strip().casefold(), run.text[start:end].strip().casefold()
    begun = whole.removesuffix(rest).strip()
    if start > 0 or not begun or begun == whole:
        return False
    return any(each is not run and each.text.casefold().rstrip().endswith(begun) for each in runs)


def is_stacked(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a line right above one at the head is set in the same letters and begins where it does."""
    box = run.box
    return any(
        each is not run
        and abs(each.box.x0 - box.x0) < 1
        and abs(each.box.height - box.height) < ALIKE * box.height
        and -box.height < box.top - each.box.bottom < CLOSE * box.height
        for each in runs[:FIRST]
    )


def begun_above(named: Named, runs: Sequence[Run]) -> Named | None:
    """Return a name at the head with the line above it that may begin it: "Harrow & Whitcombe" / "Pump Ltd".

    None where another text stands there, or the name itself in other letters, and where the name stands alone
    once more: then it is whole.
    """
    run, start, end = named
    name = companies.key(run.text[start:end])
    above = next((each for each in runs if start == 0 and _is_above(each, run)), None)
    if above is None or not _may_begin(above.text, name) or _stands_alone(run, name, above, runs):
        return None
    if above not in runs[:FIRST] and not (_is_twice(above, run, runs) or _is_led(above, runs)):
        return None
    whole = joined([above, run])
    return whole, 0, len(whole.text) - len(run.text) + end


def form_below(runs: Sequence[Run]) -> Iterator[Named]:
    """Yield names at the head whose legal form the end of the line parts: "… Services Sdn." / "Bhd."."""
    for above in runs[:FIRST]:
        below = next((each for each in runs if _is_above(above, each)), None)
        if below is None or companies.find(above.text) or companies.find(below.text):
            continue
        whole = joined([above, below])
        spans = companies.find(whole.text)
        if spans and spans[0][0] == 0 and spans[0][1] >= len(whole.text.rstrip(" .")):
            yield whole, 0, len(whole.text)


def with_rest(run: Run, runs: Sequence[Run]) -> Run:
    """Return a line with the one below where its last word goes on there: "… Armaturen- und" / "… GmbH"."""
    below = next((each for each in runs if _is_above(run, each)), None) if GOES_ON.search(run.text) else None
    return run if below is None else joined([run, below])


def stands_whole(named: Named, runs: Sequence[Run]) -> bool:
    """Tell whether a name of two lines stands in one line as well."""
    return any(_key(named) in companies.key(each.text) for each in runs)


def _is_above(above: Run, run: Run) -> bool:
    one, other = above.box, run.box
    close = above.page is run.page and -other.height < other.top - one.bottom < CLOSE * other.height
    apart = min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.centre - other.centre))
    return above is not run and close and apart < other.height / 2


def _may_begin(text: str, name: str) -> bool:
    """Tell whether a text may be the first words of a name, and is no title, label or other company."""
    other = OTHER.search(text) or kind_of_title(text.strip()) or meaning(text) or companies.find(text)
    whole = IDEOGRAPHS.search(name) is not None and len(name) > HALF
    return not (other or whole) and len(text.split()) <= WORDS and companies.key(text) not in name


def _stands_alone(run: Run, name: str, above: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a name stands in another text without what is set above it."""
    begun = companies.key(above.text)
    return any(
        name in (key := companies.key(each.text)) and f"{begun}{name}" not in key
        for each in runs
        if each is not run and not any(_is_above(one, each) and one.text == above.text for one in runs)
    )


def _is_led(first: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a line is the first one below a label, as "Bill to:" above an address."""
    return not first.page.synthetic and any(_is_above(each, first) and meaning(each.text) for each in runs)


def _is_twice(above: Run, run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether two lines stand once more as they are, as in the columns of two addresses."""
    twins = [each for each in runs if each is not run and each.text == run.text]
    return any(_is_above(one, each) and one.text == above.text for each in twins for one in runs)


def _key(named: Named) -> str:
    run, start, end = named
    return companies.key(run.text[start:end])


def is_broken_off(name: str, text: str) -> bool:
    """Tell whether a text is a name that lacks but its legal form: the end of the line cut it off."""
    whole, begun = name.strip().casefold(), text.strip().casefold()
    rest = whole.removeprefix(begun).replace("&", " ").replace(".", " ").replace(",", " ").split()
    ends = begun.rsplit(maxsplit=1)[-1:] == ["gmbh"]  # a GmbH is another company than its GmbH & Co. KG
    return whole.startswith(begun) and bool(rest) and all(each in FORMS for each in rest) and not ends
