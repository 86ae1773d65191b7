"""`python -m bench.reconcile`: how long a weekly list takes against large exports, and how much memory.

The exports are made up and written as CSV once; the command runs in a process of its own, as people run it.
"""

import argparse
import csv
import datetime as dt
import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import openpyxl

from bench import reconcile_snapshots

BUILD = Path(__file__).parent.parent / "build" / "reconcile"
FIRST_ORDER, FIRST_DELIVERY, FIRST_BILL, FIRST_CUSTOMER = 30_000_000, 80_000_000, 90_000_000, 100_000
ITEMS_PER_ORDER = 4
CUSTOMERS = 2_000
AS_OF = dt.date(2026, 11, 27)
ORDERS = (
    "Sales Doc.,Item,SaTy,Sold-to party,Name 1,Customer Reference,Material,Item Description,Order Qty,"
    "SU,Net price,per,Net value,Tax amount,Curr.,Item category,Reason for rejection,Ref. doc.,Ref. itm,"
    "Overall Status"
)
DELIVERIES = (
    "Delivery,Item,Reference Document,Reference Item,Ship-to party,Material,Description,Dlv.qty,SU,"
    "Pl. Gds Mvmt Date,Act. Gds Mvmnt Date,Goods Movement Status,POD status,POD date"
)
BILLING = (
    "Billing Document,Item,Billing Type,Billing Date,Payer,Sales Doc.,SD Item,Reference Document,"
    "Ref. itm,Material,Billed Quantity,SU,Net Value,Tax Amount,Curr.,Canceled,Cancelled bill. doc."
)
PROFILES = (
    "Customer number,Name,Invoice mode,Cut-off day,Invoice title,Tax number,Invoice type,"
    "Acceptance required,Hold until,E-mail"
)
NUMBER = re.compile(r"[1-9][0-9,]*\.[0-9]+|0\.[0-9]+")
LIST = "SAP Order,Item,Delivery,Customer,Material,Qty,Net amount,Tax rate,Tax,Gross amount,Currency"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows each file has."""

    rows: int = 2_000
    orders: int = 500_000
    deliveries: int = 800_000
    billing: int = 600_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run took: seconds by the clock, the most memory in MiB, and the rows that were answered."""

    seconds: float
    mib: int
    answered: int
    megabytes: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files where they are missing, run the command, and print what it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.reconcile", description=__doc__)
    parser.add_argument("--part", type=int, default=1, help="divide all sizes by this")
    parser.add_argument("--xlsx", action="store_true", help="the exports as spreadsheets (made once, slowly)")
    parser.add_argument(
        "--join", action="store_true", help="deciding alone beside a join by polars (.[bench])"
    )
    parser.add_argument("--whole", action="store_true", help="with --join: whole exports, also to deciding")
    parser.add_argument(
        "--snapshots", action="store_true", help="taken in first, then the list from a folder"
    )
    parser.add_argument("--json", type=Path, help="where the figures go")
    chosen = parser.parse_args(arguments)
    whole = Sizes()
    sizes = Sizes(*(each // chosen.part for each in asdict(whole).values()))
    folder = files(BUILD / f"part-{chosen.part}", sizes)
    if chosen.join:
        return join(folder, chosen.json, whole=chosen.whole)
    if chosen.xlsx:
        spreadsheets(folder)
    ending = ".xlsx" if chosen.xlsx else ".csv"
    if chosen.snapshots:
        return snapshots(folder, ending, chosen.json)
    figures = measure(folder, ending)
    kind = "xlsx" if chosen.xlsx else "CSV"
    print(
        f"invoice list: {figures.answered} rows against {sizes.orders} order items,"
        f" {sizes.deliveries} deliveries and {sizes.billing} billing items"
        f" ({figures.megabytes} MB of {kind}): {figures.seconds:.1f} s, {figures.mib} MiB"
    )
    _keep(chosen.json, asdict(figures))
    return 0


def _keep(path: Path | None, figures: dict[str, object]) -> None:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(figures) + "\n", "utf-8")


def join(folder: Path, path: Path | None, *, whole: bool) -> int:
    """Print what deciding takes beside a plain join of the same data."""
    if importlib.util.find_spec("polars") is None:
        print("polars is not installed: pip install '.[bench]'", file=sys.stderr)
        return 2
    from bench import reconcile_join  # noqa: PLC0415 - polars may be missing

    found = reconcile_join.compared(folder, AS_OF, whole=whole)
    print(
        f"deciding alone: {found.deciding:.2f} s (processors {found.deciding_cpu:.2f} s);"
        f" join by polars, {found.joined} rows: {found.join:.2f} s (processors {found.join_cpu:.2f} s):"
        f" {found.ratio:.2f} times"
    )
    _keep(path, asdict(found) | {"ratio": found.ratio})
    return 0


def snapshots(folder: Path, ending: str, path: Path | None) -> int:
    """Print what it takes to take in the exports of a folder and then to answer the list in the flow."""
    found = reconcile_snapshots.measure(folder, ending)
    print(
        f"invoice list by snapshots from {ending}: {found.importing:.1f} s importing"
        f" + {found.answering:.1f} s answering {found.answered} rows = {found.seconds:.1f} s;"
        f" (processors {found.processor:.1f} s); another list {found.again:.1f} s; {found.mib} MiB (PSS)"
    )
    _keep(path, asdict(found) | {"seconds": found.seconds})
    return 0


def measure(folder: Path, ending: str = ".csv") -> Figures:
    """Return what `countercheck reconcile` takes for the exports in a folder that end so."""
    command = [str(Path(sys.executable).with_name("countercheck")), "reconcile", str(folder / "list.csv")]
    for name in ("orders", "deliveries", "billing", "profiles"):
        command += [f"--{name}", str(folder / f"{name}{ending}")]
    began = time.monotonic()
    command += ["--as-of", AS_OF.isoformat(), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own command
    seconds = time.monotonic() - began
    mib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    size = sum(each.stat().st_size for each in folder.glob(f"*{ending}")) // 1_000_000
    return Figures(seconds, mib, len(done.stdout.splitlines()), size)


def files(folder: Path, sizes: Sizes) -> Path:
    """Write the list and the exports into a folder, unless they are there."""
    if (folder / "list.csv").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "orders.csv", ORDERS, map(_order, range(sizes.orders)))
    _write(
        folder / "deliveries.csv", DELIVERIES, (_delivery(each, sizes) for each in range(sizes.deliveries))
    )
    _write(folder / "billing.csv", BILLING, (_bill(each, sizes) for each in range(sizes.billing)))
    _write(folder / "profiles.csv", PROFILES, map(_profile, range(CUSTOMERS)))
    _write(folder / "list.csv", LIST, _rows(sizes))  # the last: it says that all are there
    return folder


def spreadsheets(folder: Path) -> None:
    """Write the exports as spreadsheets too, numbers as numbers and keys as text, unless they are there."""
    for name in ("profiles", "billing", "orders", "deliveries"):
        path = folder / f"{name}.xlsx"
        if path.exists():
            continue
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet(name)
        with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append([_as_kept(each) for each in row])
        book.save(path)


def _as_kept(text: str) -> str | float | None:
    """Return a cell as SAP's export keeps it: amounts and quantities are numbers, keys are not."""
    if NUMBER.fullmatch(text):
        return float(text.replace(",", ""))
    return text or None


def _write(path: Path, header: str, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file)
        written.writerow(header.split(","))
        written.writerows(rows)


def _key(at: int) -> tuple[int, int]:
    return FIRST_ORDER + at // ITEMS_PER_ORDER, 10 * (1 + at % ITEMS_PER_ORDER)


def _customer(at: int) -> int:
    return FIRST_CUSTOMER + at // ITEMS_PER_ORDER % CUSTOMERS


def _quantity(at: int) -> int:
    return 2 + 2 * (at % 19)


def _cents(at: int) -> int:
    """Return a price in cents."""
    return 1_000 + at * 37 % 400_000


def _money(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"


def _order(at: int) -> tuple[object, ...]:
    order, item = _key(at)
    net = _quantity(at) * _cents(at)
    kinds = ("FD", "KLN") if at % 211 == 0 else ("OR", "TAN")
    rejected = "Z3" if at % 173 == 0 else ""
    return (
        *(f"{order:010}", f"{item:06}", kinds[0], f"{_customer(at):010}", f"客户{_customer(at)}有限公司"),
        *(f"PO-{at // ITEMS_PER_ORDER}", f"{90_000_000 + at % 20_000}", "机械密封 108-45"),
        *(f"{_quantity(at)}.000", "EA", _money(_cents(at)), 1, _money(net), _money((net * 13 + 50) // 100)),
        *("CNY", kinds[1], rejected, f"{20_000_000 + at // 8:010}", "000010", "B"),
    )


def _shipped(at: int, sizes: Sizes) -> int:
    """Return the order item of a delivery: some items have two."""
    return at % sizes.orders


def _part(at: int, sizes: Sizes) -> int:
    """Return the quantity of a delivery: half of the item where it has two."""
    item = _shipped(at, sizes)
    return _quantity(item) // 2 if item + sizes.orders < sizes.deliveries else _quantity(item)


def _delivery(at: int, sizes: Sizes) -> tuple[object, ...]:
    item = _shipped(at, sizes)
    order, number = _key(item)
    issued = "" if at % 17 == 0 else f"2026-11-{1 + at % 25:02}"
    return (
        *(f"{FIRST_DELIVERY + at:010}", "000010", f"{order:010}", f"{number:06}", f"{_customer(item):010}"),
        *(f"{90_000_000 + item % 20_000}", "机械密封 108-45", f"{_part(at, sizes)}.000", "EA", "2026-11-20"),
        *(issued, "C" if issued else "A", "C" if at % 3 else "", issued if at % 3 else ""),
    )


def _bill(at: int, sizes: Sizes) -> tuple[object, ...]:
    item = _shipped(at, sizes)
    order, number = _key(item)
    net = _part(at, sizes) * _cents(item)
    return (
        *(f"{FIRST_BILL + at:010}", "000010", "F2", "2026-11-21", f"{_customer(item):010}", f"{order:010}"),
        *(f"{number:06}", f"{FIRST_DELIVERY + at:010}", "000010", f"{90_000_000 + item % 20_000}"),
        *(f"{_part(at, sizes)}.000", "EA", _money(net), _money((net * 13 + 50) // 100), "CNY", "", ""),
    )


def _profile(at: int) -> tuple[object, ...]:
    number = FIRST_CUSTOMER + at
    mode = ("single", "per_po", "monthly")[at % 3]
    tax = "" if at % 29 == 0 else f"91330206MA{number:08}"
    wanted = "yes" if at % 5 == 0 else "no"
    name = f"客户{number}有限公司"
    return number, name, mode, 25, name, tax, "专票", wanted, "", f"ap{number}@example.com"


def _rows(sizes: Sizes) -> Iterator[tuple[object, ...]]:
    """Yield a row for every so many deliveries, most of them not yet billed."""
    for each in range(sizes.rows):
        at = sizes.deliveries - 1 - each * max(1, (sizes.deliveries - sizes.billing) * 5 // 4 // sizes.rows)
        item = _shipped(at, sizes)
        order, number = _key(item)
        net = _part(at, sizes) * _cents(item)
        tax = (net * 13 + 50) // 100
        yield (
            *(
                order,
                number,
                FIRST_DELIVERY + at,
                f"客户{_customer(item)}有限公司",
                90_000_000 + item % 20_000,
            ),
            *(_part(at, sizes), _money(net), "13%", _money(tax), _money(net + tax), "CNY"),
        )


if __name__ == "__main__":
    sys.exit(main())
