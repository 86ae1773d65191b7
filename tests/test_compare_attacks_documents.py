"""Orders as files, made to mislead: what `check --json` says of them, from the first byte to the verdict.

Each order has a quotation of its own in one export. One thing is wrong in each of `WRONG`, which is never a
match and says why; those of `RIGHT` are equal in other words and forms, and need nobody.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attack_papers import CHINESE, ENGLISH, EXPORT, Paper, page, paper, rows

Change = Callable[[Paper], Paper]
Told = str
"""The field of a difference, or the code of a note, that tells what is wrong; of several, one does."""

PROGRAM = Path(sys.executable).with_name("countercheck")
POLICY = Path(__file__).parent.parent / "policy.toml"
FIRST_QUOTATION = 20030001
SWAPPED = ("10076508", "10076507")
LOTS = {
    CHINESE: "分批交货：首批1件2026-12-20前，余1件2027-03-10前。",
    ENGLISH: "Delivery in lots: 1 pcs by 2026-12-20, 1 pcs by 2027-03-10.",
}


def both(change: Change) -> tuple[Change | None, Change | None]:
    return change, change


def header(name: str, chinese: str, english: str) -> tuple[Change, Change]:
    return lambda made: made.order(**{name: chinese}), lambda made: made.order(**{name: english})


def quoted(at: int | None = None, **changes: str) -> tuple[Change | None, Change | None]:
    return both(lambda made: made.quoted(at, **changes))


def line(at: int, **changes: str) -> tuple[Change | None, Change | None]:
    return both(lambda made: made.line(at, **changes))


def described(at: int, chinese: str, english: str, **item: str) -> tuple[Change, Change]:
    return (
        lambda made: made.line(at, description=chinese).quoted(at, **item),
        lambda made: made.line(at, description=english).quoted(at, **item),
    )


def swapped(made: Paper) -> Paper:
    """Exchange the numbers and the names of both lines, and leave quantities and prices."""
    names = [each["description"] for each in made.lines]
    swap = made.line(0, part=SWAPPED[0], description=names[1])
    return swap.line(1, part=SWAPPED[1], description=names[0])


def revised(made: Paper) -> Paper:
    changed = made.line(0, drawing="GA-700121 Rev.B").line(1, drawing="GA-700122")
    return changed.quoted(0, **{"Drawing_no.": "GA-700121 Rev.A"})


def numbered(first: str, made: Paper) -> Paper:
    changed = made.line(0, customer_part=first).line(1, customer_part="7003313")
    return changed.quoted(0, Customer_material="7003312").quoted(1, Customer_material="7003313")


def negative(made: Paper) -> Paper:
    three = made.line(0, quantity="3", amount="354.00")
    return three.more(**{**three.lines[0], "line": "30", "quantity": "-1", "amount": "-118.00"})


def doubled(made: Paper, **item: str) -> Paper:
    """Order two items of one part on one line."""
    more = made.line(1, quantity="20", amount="90.00").added("326.00", "368.38")
    return more.offered(Item="30", **item)


def split(made: Paper, day: str) -> Paper:
    """Order one item on two lines."""
    return made.line(1, quantity="4", amount="18.00", day=day).more(line="30", quantity="6", amount="27.00")


WRONG: Mapping[str, tuple[tuple[Change | None, Change | None], Told]] = {
    "a cent less": (line(0, price="117.99", amount="235.98"), "unit_price"),
    "numbers swapped": (
        both(lambda made: made.line(0, part=SWAPPED[0]).line(1, part=SWAPPED[1])),
        "quantity",
    ),
    "lines swapped": (both(swapped), "unit_price"),
    "a digit of the number": (line(0, part="10076517"), "part_number"),
    "letters in the number": (line(0, part="1OO76507"), "part_number"),
    "an early day": (line(0, day="2026-12-10"), "delivery_date"),
    "a day before the order": (
        both(lambda made: made.quoted(Lead_time="").line(0, day="2026-10-10")),
        "L10",
    ),
    "another currency": (header("currency", "USD", "USD"), "currency"),
    "a shorter term": (header("payment", "月结30天", "Net 30 days after invoice date"), "payment_terms"),
    "bills": (
        header(
            "payment",
            "月结60天，6个月银行承兑汇票",
            "Net 60 days after invoice date, by 6 months bank acceptance",
        ),
        "H06",
    ),
    "another trade term": (header("incoterms", "DAP 天津", "DAP Tianjin"), "incoterms"),
    "another place": (header("incoterms", "EXW 上海", "EXW Tianshui"), "incoterms"),
    "another company of the group": (
        header("buyer", "江苏示例泵业集团有限公司", "Example Pumps Group Ltd."),
        "H01",
    ),
    "a branch": ((header("buyer", "江苏示例泵业制造有限公司南京分公司", "")[0], None), "H01"),
    "a buyer of another country": (header("buyer", "Sample Pumps B.V.", "上海示范泵业有限公司"), "H01"),
    "one more": (
        both(lambda made: made.line(0, quantity="3", amount="354.00").added("399.00", "450.87")),
        "quantity",
    ),
    "another unit": (line(0, unit="kg"), "unit"),
    "quoted for a hundred": (quoted(0, Price_unit="100"), "unit_price"),
    "called gross": ((lambda made: made.heading(price="含税单价"), None), "unit_price"),
    "quoted gross": ((lambda made: made.quoted(Tax_included="yes"), None), "unit_price"),
    "another tax rate": (
        (
            lambda made: made.order(rate="9%").sums(tax="25.29", total="306.29"),
            lambda made: made.order(rate="13%").sums(net="281.00", tax="36.53", total="317.53"),
        ),
        "tax_rate",
    ),
    "two quoted rates": ((lambda made: made.quoted(1, **{"Tax_rate_%": "6"}), None), "L09"),
    "a part of the offer": (
        both(lambda made: made.offered(Item="30", **{"Part_number_(GPN)": "10076509"})),
        "part_number",
    ),
    "more than the offer": (
        both(lambda made: made.more(line="30", part="10076509").added("326.00", "368.38")),
        "part_number",
    ),
    "expired": (quoted(Valid_to="2026-11-20"), "H04"),
    "older than the offer": (quoted(Quotation_date="2026-11-25"), "H04"),
    "a wrong sum": (both(lambda made: made.added("271.00", "306.23")), "total_amount"),
    "a wrong amount": (
        both(lambda made: made.line(0, amount="263.00").added("308.00", "348.04")),
        "amount",
    ),
    "an amount for a hundred": (
        both(lambda made: made.line(0, amount="2.36").added("47.36", "53.52")),
        "amount",
    ),
    "a line below zero": (both(negative), "quantity"),
    "two promises in one line": (both(partial(doubled, Lead_time="20 weeks")), "delivery_date"),
    "an early lot on its own line": (both(partial(split, day="2026-12-01")), "delivery_date"),
    "an early lot in a sentence": (
        (lambda made: made.said(LOTS[CHINESE]), lambda made: made.said(LOTS[ENGLISH])),
        "L10 delivery_date",
    ),
    "another size": (described(0, "机械密封 108-50", "Mechanical seal 108-50"), "L03"),
    "another material": (described(1, "O形圈 FKM", "O-ring FKM", Description="O-RING EPDM"), "L03"),
    "another revision": (both(revised), "drawing_number"),
    "another customer's number": (both(partial(numbered, "7003399")), "customer_part_number"),
    "an item in another currency": (quoted(1, Currency="USD"), "currency"),
    "a promise from the drawing": (
        (
            lambda made: made.quoted(Lead_time="图纸确认后8周"),
            lambda made: made.quoted(Lead_time="8 weeks after drawing approval"),
        ),
        "L10",
    ),
    "a discount by the customer": (
        (
            lambda made: made.said("以上价格再优惠5%。"),
            lambda made: made.said("A discount of 5% on all prices applies."),
        ),
        "L07",
    ),
    "paid when the customer is": (
        (lambda made: made.said("乙方同意：甲方在收到业主付款后才向乙方支付货款。"), None),
        "H10",
    ),
}

RIGHT: Mapping[str, tuple[Change | None, Change | None]] = {
    "as quoted": both(lambda made: made),
    "full width": line(0, part="１００７６５０７"),
    "leading zeros": line(0, part="000000000010076507"),
    "a later day": line(0, day="2027-04-10"),
    "terms in other words": header("payment", "60天月结，电汇", "60 days net"),
    "terms in the other language": header("payment", "EOM 60", "60 days from date of invoice"),
    "the rules of 2020": header("incoterms", "EXW 天津 (Incoterms 2020)", "EXW Tianjin, Incoterms® 2020"),
    "a place in the other script": header("incoterms", "EXW Tianjin", "EXW 天津"),
    "a legal form in full": header("buyer", "江苏示例泵业制造有限责任公司", "EXAMPLE PUMPS LIMITED"),
    "units in other words": (
        lambda made: made.line(0, unit="个").line(1, unit="只"),
        lambda made: made.line(0, unit="EA").line(1, unit="Pieces"),
    ),
    "lines in another order": both(Paper.reordered),
    "quoted for a hundred": quoted(0, Price_unit="100", Unit_price="11800.00"),
    "quoted gross": (
        lambda made: (
            made.quoted(Tax_included="yes").quoted(0, Unit_price="133.34").quoted(1, Unit_price="5.085")
        ),
        None,
    ),
    "the customer's numbers": both(partial(numbered, "7003312")),
    "two items in one line": both(doubled),
    "one item on two lines": both(partial(split, day="2027-03-10")),
}


def cases() -> dict[str, Paper]:
    """Return every paper by the name of what is wrong or right with it, and its language."""
    changes = {name: change for name, (change, _) in WRONG.items()} | {
        f"={name}": each for name, each in RIGHT.items()
    }
    made = {}
    for name, both_changes in changes.items():
        for language, change in zip((CHINESE, ENGLISH), both_changes, strict=True):
            if change is not None:
                made[f"{name}, {language}"] = change(paper(language))
    return made


CASES = cases()


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Any]]:
    """Return what `check --json` prints for each case: all of them in one run, against one export."""
    folder = tmp_path_factory.mktemp("orders")
    export = ["\t".join(EXPORT)]
    for at, made in enumerate(CASES.values()):
        number = str(FIRST_QUOTATION + at)
        (folder / f"{at:03}.html").write_text(page(made, f"PO-26-{at:04}", number), "utf-8")
        export += rows(made, number)
    quotes = tmp_path_factory.mktemp("export") / "quotations.csv"
    quotes.write_text("\n".join(export) + "\n", "utf-8")
    given = (PROGRAM, "check", folder, "--quotes", quotes, "--policy", POLICY, "--json")
    command = [str(each) for each in given]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=280)
    found = [json.loads(each) for each in done.stdout.splitlines()]
    assert len(found) == len(CASES)
    return {name: found[at] for at, name in enumerate(CASES)}


@pytest.mark.parametrize("name", [each for each in CASES if not each.startswith("=")])
def test_an_order_with_one_thing_wrong_is_no_match_and_says_so(
    answers: Mapping[str, dict[str, Any]], name: str
) -> None:
    answer, told = answers[name], WRONG[name.rpartition(", ")[0]][1]
    assert answer["verdict"] == "review"
    fields = {each["field"] for each in answer["differences"]}
    weighty = (each for each in answer["notes"] if each["severity"] in {"major", "blocker"})
    assert set(told.split()) & (fields | {each["code"] for each in weighty})


@pytest.mark.parametrize("name", [each for each in CASES if each.startswith("=")])
def test_an_order_that_a_clerk_calls_equal_needs_nobody(
    answers: Mapping[str, dict[str, Any]], name: str
) -> None:
    assert (answers[name]["verdict"], answers[name]["differences"]) == ("match", [])


def test_the_folder_has_more_than_a_hundred_orders() -> None:
    assert len(CASES) > 100
