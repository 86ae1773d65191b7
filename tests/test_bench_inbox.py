"""Three hundred waiting mails and ten new ones, by `countercheck run` as it is installed."""

from pathlib import Path

import pytest

from bench import inbox, inbox_orders
from bench.processes import Memory


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_new_mails_are_answered_while_hundreds_wait_and_memory_stays_flat(tmp_path: Path) -> None:
    # One page each: how fast two pages are read, `make bench` measures.
    figures = inbox.measure(tmp_path / "inbox", 300, 10, an_hour=1800, at_once=True, lines=12)
    # Each reply is waited for two minutes and no longer.
    assert figures.unanswered == 0
    assert figures.late_mib <= figures.middle_mib * 1.15 + 20


def test_an_order_of_the_load_differs_from_its_neighbour_and_from_its_quotation(tmp_path: Path) -> None:
    assert inbox_orders.mail(1) != inbox_orders.mail(2)
    assert inbox_orders.pdf(3) == inbox_orders.pdf(3)
    path = inbox_orders.quotations(tmp_path, 3)
    assert len(path.read_text().splitlines()) == 1 + 3 * inbox_orders.LINES


def test_memory_is_told_by_its_place_in_time() -> None:
    memory = Memory([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
    assert (memory.peak, memory.around(0.5), memory.around(0.9)) == (1000, 600, 1000)
    assert Memory().around(0.5) == 0
