"""`python -m bench.reconcile --join`: how long deciding takes beside a join of the same by polars.

Deciding is measured as the program does it: on what reading has picked for the list, its indexes included;
or, with `--whole`, on every row of the exports, which deciding then picks from itself. Polars joins the list
with the whole exports, which it holds in memory with their keys made ready. Reading before is not counted.
"""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from bench import reconcile_rows
from desk.invoicing import deciding
from flows import reconcile
from models.policy import Policy

RUNS = 7
ORDER, ITEM = "SAP Order", "Item"


@dataclass(frozen=True, slots=True)
class Compared:
    """The shortest of several runs in seconds, by the clock and of the processors, and the joined rows."""

    deciding: float
    deciding_cpu: float
    join: float
    join_cpu: float
    joined: int

    @property
    def ratio(self) -> float:
        """How many times as long deciding takes, by the clock."""
        return self.deciding / self.join


def compared(folder: Path, as_of: dt.date, *, whole: bool = False) -> Compared:
    """Return what deciding and a join take for exports: `whole` ones, or what the list needs of them."""
    files = reconcile.Files(
        folder / "list.csv",
        folder / "orders.csv",
        folder / "deliveries.csv",
        folder / "billing.csv",
        folder / "profiles.csv",
    )
    policy = Policy()
    done = reconcile.reconcile(files, policy, as_of)
    rows = done.invoice_list.rows
    join = _join(folder)
    sources = reconcile_rows.whole(folder) if whole else done.held.sources
    found = [_timed(lambda: deciding.decide(rows, sources, policy, as_of)) for _ in range(RUNS)]
    joins = [_timed(join) for _ in range(RUNS)]
    return Compared(
        min(each[0] for each in found),
        min(each[1] for each in found),
        min(each[0] for each in joins),
        min(each[1] for each in joins),
        join().height,
    )


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    clock, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - clock, time.process_time() - cpu


def _join(folder: Path) -> Callable[[], pl.DataFrame]:
    """Return a join of the list with every export by order and item, and with the profiles by customer."""
    listed, sold, shipped, billed, profiles = (
        pl.read_csv(folder / f"{name}.csv", infer_schema=False)
        for name in ("list", "orders", "deliveries", "billing", "profiles")
    )
    sold = _bare(sold, "Sales Doc.", "Item", "Sold-to party")
    shipped = _bare(shipped, "Reference Document", "Reference Item")
    billed = _bare(billed, "Sales Doc.", "SD Item")

    def join() -> pl.DataFrame:
        keys = [ORDER, ITEM]
        return (
            listed.join(sold, left_on=keys, right_on=["Sales Doc.", "Item"], how="left", suffix="_order")
            .join(shipped, left_on=keys, right_on=["Reference Document", "Reference Item"], how="left")
            .join(billed, left_on=keys, right_on=["Sales Doc.", "SD Item"], how="left", suffix="_billing")
            .join(
                profiles, left_on="Sold-to party", right_on="Customer number", how="left", suffix="_profile"
            )
        )

    return join


def _bare(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    return frame.with_columns(pl.col(each).str.strip_chars_start("0") for each in names)
