"""The documents of a group drawn, and written with their truths and quotations."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pypdfium2

from bench.layouts.broad import LAYOUTS as BROAD
from bench.layouts.browser import Printer, printing, unstamped
from bench.layouts.fill import fill
from bench.layouts.forms import LAYOUTS as FORMS
from bench.layouts.forms import PARTIES as FORMS_PARTIES
from bench.layouts.further import LAYOUTS as FURTHER
from bench.layouts.further.parties import PARTIES as FURTHER_PARTIES
from bench.layouts.handmade import LAYOUTS as HANDMADE
from bench.layouts.handmade.parties import PARTIES as HANDMADE_PARTIES
from bench.layouts.layout import Drawing, Layout, Print, Spec
from bench.layouts.parties import PARTIES
from bench.layouts.plant import CLEAN, case, possible
from bench.layouts.quotes import export
from bench.layouts.records import Json, check, is_checked, truth
from bench.layouts.seen import LAYOUTS as SEEN
from bench.layouts.shapes import LAYOUTS as SHAPES
from bench.layouts.traits import LAYOUTS as TRAITS
from bench.layouts.traits.parties import PARTIES as TRAITS_PARTIES
from bench.layouts.unseen import LAYOUTS as UNSEEN
from bench.layouts.values import Case, Party

GROUPS: dict[str, tuple[Layout, ...]] = {
    "seen": SEEN,
    "unseen": UNSEEN,
    "further": FURTHER,
    "broad": BROAD,
    "traits": TRAITS,
    "forms": FORMS,
    "handmade": HANDMADE,
    "shapes": SHAPES,
}
BUYERS = PARTIES | FURTHER_PARTIES | TRAITS_PARTIES | FORMS_PARTIES | HANDMADE_PARTIES
SEED = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A file: a layout filled with one order, or with several that stand in one file."""

    layout: Layout
    name: str
    cases: tuple[Case, ...]
    seed: str

    def drawings(self) -> list[Drawing]:
        """Return the drawing of each order, the same every time."""
        draw = self.layout.draw
        return [draw(_chance(f"{self.seed}/ink/{at}"), each.order) for at, each in enumerate(self.cases)]


def plan(group: str, seed: int = SEED, count: int = 1) -> list[Made]:
    """Return the files of a group: every layout filled `count` times."""
    layouts = [(at, each) for at in range(count) for each in GROUPS[group]]
    random = _chance(f"{seed}/{group}")
    modes = iter(_modes(random, [each.spec for _, each in layouts for _ in range(each.together)]))
    made = []
    for serial, (at, layout) in enumerate(layouts):
        key = f"{seed}/{group}/{at}/{layout.name}"
        buyer = _chance(f"{key}/buyer").choice(BUYERS[layout.spec.buyers])
        cases = tuple(
            _case(_chance(f"{key}/{one}"), layout, buyer, serial * 2 + one, next(modes))
            for one in range(layout.together)
        )
        made.append(Made(layout, _file_name(layout, serial, cases[0]), cases, key))
    return made


def make(out: Path, seed: int = SEED, count: int = 1) -> Iterator[str]:
    """Write every group into `out`, and yield in words what was made.

    Raises:
        FileNotFoundError: Chromium is not installed.
    """
    with printing() as printer:
        for group in GROUPS:
            made = plan(group, seed, count)
            write(out / group, made, printer)
            yield _in_words(out / group, made)


def write(folder: Path, made: Sequence[Made], printer: Printer) -> None:
    """Write the files of a group with their truths into a folder that may be there already."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    for path in docs.iterdir():
        path.unlink()
    for each in made:
        drawings = [printer(one) if isinstance(one, Print) else one for one in each.drawings()]
        (docs / each.name).write_bytes(together(drawings))
    (folder / "truth.jsonl").write_text(_lines(truths(made)), "utf-8")
    (folder / "check_truth.jsonl").write_text(_lines(checks(made)), "utf-8")
    (folder / "quotes.csv").write_text(quotations(made), "utf-8")


def together(files: Sequence[bytes]) -> bytes:
    """Return one file of the pages of several PDFs."""
    if len(files) == 1:
        return files[0]
    whole = pypdfium2.PdfDocument.new()
    for each in files:
        whole.import_pages(pypdfium2.PdfDocument(each))
    stream = io.BytesIO()
    whole.save(stream)
    # pdfium names every file it makes by chance.
    return re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, unstamped(stream.getvalue()))


def truths(made: Iterable[Made]) -> Iterator[Json]:
    """Yield what stands in the documents."""
    for each in made:
        yield from (truth(each.layout, one.order, f"docs/{each.name}") for one in each.cases)


def checks(made: Iterable[Made]) -> Iterator[Json]:
    """Yield the true differences of the orders."""
    for each in made:
        if is_checked(each.layout.spec):
            yield from (check(each.layout, one, f"docs/{each.name}") for one in each.cases)


def quotations(made: Iterable[Made]) -> str:
    """Return the quotations of the orders, and others."""
    cases = [one for each in made if is_checked(each.layout.spec) for one in each.cases]
    return export(each for one in cases for each in one.quotations)


def _in_words(folder: Path, made: Sequence[Made]) -> str:
    verdicts = Counter(each["verdict"] for each in checks(made))
    kinds = Counter(one.order.kind for each in made for one in each.cases)
    listed = ", ".join(f"{count} {name}" for name, count in kinds.most_common())
    return f"{folder}: {len(made)} files ({listed}); {verdicts['match']} match, {verdicts['review']} review"


def _modes(random: Random, specs: Sequence[Spec]) -> Iterator[str]:
    """Yield for each order what is planted in it: nothing in every other one, else each kind in turn."""
    waiting: list[str] = []
    plain = random.random() < 0.5
    for spec in specs:
        plain = not plain
        can = possible(spec)
        if plain or not is_checked(spec):
            yield CLEAN
            continue
        if not set(can) & set(waiting):
            fresh = [
                "price",
                "quantity",
                "early",
                "basis",
                "number",
                "missing",
                "extra",
                "terms",
                "amount",
                "total",
            ]
            random.shuffle(fresh)
            waiting += fresh
        mode = next(each for each in waiting if each in can)
        waiting.remove(mode)
        yield mode


def _case(random: Random, layout: Layout, buyer: Party, serial: int, mode: str) -> Case:
    made = case(random, layout.spec, fill(random, layout.spec, serial, buyer), mode)
    return made if layout.adapt is None else layout.adapt(made)


def _file_name(layout: Layout, serial: int, first: Case) -> str:
    number = first.order.number.replace("/", "-")
    return f"{serial:03d}_{layout.file.format(number=number, code=first.order.buyer.code)}"


def _chance(key: str) -> Random:
    """Return the chances of one key: what is added elsewhere changes nothing here."""
    return Random(key)  # noqa: S311 - made-up orders, no secrets


def _lines(records: Iterable[Json]) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records)
