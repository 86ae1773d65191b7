"""`countercheck import` of exports, and `reconcile` with what is kept, as a person calls them."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import export_builders as builders
import pytest

PROGRAM = Path(sys.executable).with_name("countercheck")
AS_OF = "2026-03-05"


def run(folder: Path, *arguments: str | Path, **changes: str) -> "subprocess.CompletedProcess[str]":
    command = [str(PROGRAM), *map(str, arguments)]
    environment = {
        **os.environ,
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "COUNTERCHECK_DATA": str(folder / "data"),
        **changes,
    }
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")


def lines(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(each) for each in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        orders=builders.ORDERS,
        deliveries=builders.DELIVERIES,
        billing=builders.BILLING,
        profiles=builders.PROFILES,
        list=builders.LIST,
    )
    return tmp_path


def test_imports_say_how_columns_are_understood(folder: Path) -> None:
    (folder / "odd.csv").write_text(
        builders.ORDERS.replace("Order Qty", "Stück").replace("236.20", "?"), "utf-8"
    )
    refused = run(folder, "import", "orders", folder / "odd.csv")
    assert refused.returncode == 2
    assert '--column "NAME=quantity"' in refused.stderr
    taken = run(folder, "import", "orders", folder / "odd.csv", "--column", "Stück=quantity", "--lang", "en")
    assert taken.returncode == 0, taken.stderr
    assert "Export 1, sales orders: 4 rows taken in." in taken.stdout
    assert "Stück → quantity" in taken.stdout
    assert "1 row cannot be read" in taken.stdout
    newer = builders.ORDERS.replace("Order Qty", "Stück")
    (folder / "newer.csv").write_text(newer, "utf-8")
    again = run(folder, "import", "orders", folder / "newer.csv", "--lang", "zh")
    assert again.returncode == 0, again.stderr
    assert "导出 2（销售订单）：已导入 4 行。" in again.stdout
    (folder / "few.csv").write_text("\n".join(newer.splitlines()[:2]), "utf-8")
    waits = run(folder, "import", "orders", folder / "few.csv", "--lang", "en")
    assert "rows 4 → 1" in waits.stdout
    listed = run(folder, "exports", "--lang", "en")
    assert [each.split()[0] for each in listed.stdout.splitlines()] == ["3", "2", "1"]
    assert "in use" in listed.stdout.splitlines()[1]
    confirmed = run(folder, "import", "orders", folder / "few.csv", "--confirm")
    assert confirmed.returncode == 0, confirmed.stderr
    assert "in use" in run(folder, "exports", "--lang", "en").stdout.splitlines()[0]


@pytest.mark.slow
def test_what_is_not_given_comes_from_the_database(folder: Path) -> None:
    kinds = ("orders", "deliveries", "billing", "profiles")
    given = [option for kind in kinds for option in (f"--{kind}", folder / f"{kind}.csv")]
    listed = (folder / "list.csv", "--as-of", AS_OF, "--json")
    alone = lines(run(folder, "reconcile", *listed))
    assert {each["code"] for each in alone} == {"NOT_CHECKED"}
    assert not (folder / "data").exists()
    from_files = run(folder, "reconcile", *listed, *given)
    by_files = lines(from_files)
    said = "countercheck: ATTENTION, the export of orders has no column that tells of rejected items"
    assert from_files.stderr.startswith(said)
    assert from_files.stderr.count("\n") == 1
    assert [each["code"] for each in by_files] == ["HOLD_DISPUTE", "HOLD_NOT_SHIPPED"]
    for kind in kinds:
        taken = run(folder, "import", kind, folder / f"{kind}.csv")
        assert taken.returncode == 0, taken.stderr
    kept = run(folder, "reconcile", *listed)
    assert lines(kept) == by_files
    assert kept.stderr == from_files.stderr
    write(folder, other=builders.ORDERS.replace(",CR,", ",OR,").replace("CNY,0030005678", "CNY,"))
    mixed = lines(run(folder, "reconcile", *listed, "--orders", folder / "other.csv"))
    assert [each["code"] for each in mixed] == ["INVOICE", "HOLD_NOT_SHIPPED"]
    _make_older(folder / "data" / "countercheck.db", 3)
    old = run(folder, "reconcile", folder / "list.csv", "--lang", "en")
    assert old.stdout.splitlines()[0].startswith("ATTENTION, old data: sales orders ")
    as_json = run(folder, "reconcile", folder / "list.csv", "--json")
    assert len(lines(as_json)) == 2
    assert "old" in as_json.stderr or "较旧" in as_json.stderr
    assert run(folder, "reconcile", *listed).stderr == from_files.stderr, "they were not older on that day"


def _make_older(database: Path, days: int) -> None:
    with sqlite3.connect(database) as opened:
        opened.execute("DROP TRIGGER export_snapshot_no_update")
        opened.execute("UPDATE export_snapshot SET taken_at = datetime(taken_at, ?)", (f"-{days} days",))
        opened.execute("UPDATE export_state SET seen_at = datetime(seen_at, ?)", (f"-{days} days",))


def test_remembered_columns_count_for_files_too(folder: Path) -> None:
    orders = builders.ORDERS.replace("Order Qty", "Stück")
    write(folder, orders=orders)
    files = ("--orders", folder / "orders.csv", "--deliveries", folder / "deliveries.csv")
    listed = (folder / "list.csv", *files, "--as-of", AS_OF, "--json")
    refused = run(folder, "reconcile", *listed)
    assert refused.returncode == 2
    said = run(folder, "import", "orders", folder / "orders.csv", "--column", "Stück=quantity")
    assert said.returncode == 0, said.stderr
    assert lines(run(folder, "reconcile", *listed))[0]["code"] == "NOT_CHECKED"


def test_the_columns_of_a_list_are_said_and_remembered_too(folder: Path) -> None:
    write(folder, list=builders.LIST.replace(",Qty,", ",Menge,"))
    listed = (folder / "list.csv", "--as-of", AS_OF, "--json")
    refused = run(folder, "reconcile", *listed)
    assert refused.returncode == 2
    assert 'countercheck reconcile LIST --column "NAME=quantity"' in refused.stderr
    assert len(lines(run(folder, "reconcile", *listed, "--column", "Menge=quantity"))) == 2
    assert run(folder, "reconcile", *listed).returncode == 2, "there is no database to remember it"
    wrong = run(folder, "reconcile", *listed, "--column", "Menge=amounts")
    assert wrong.returncode == 2
    taken = run(folder, "import", "orders", folder / "orders.csv")
    assert taken.returncode == 0, taken.stderr
    assert len(lines(run(folder, "reconcile", *listed, "--column", "Menge=quantity"))) == 2
    assert len(lines(run(folder, "reconcile", *listed))) == 2


def test_a_database_that_cannot_be_used_matters_only_where_it_is_needed(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "countercheck.toml").write_text("no such setting = 1", "utf-8")
    kinds = ("orders", "deliveries", "billing", "profiles")
    given = [option for kind in kinds for option in (f"--{kind}", folder / f"{kind}.csv")]
    done = run(folder, "reconcile", folder / "list.csv", *given, "--as-of", AS_OF, "--json")
    assert [each["code"] for each in lines(done)] == ["HOLD_DISPUTE", "HOLD_NOT_SHIPPED"]
    assert run(folder, "reconcile", folder / "list.csv", "--as-of", AS_OF).returncode == 4
    named = run(folder, "reconcile", folder / "list.csv", "--data", folder / "nowhere")
    assert named.returncode == 2
    assert "holds no database" in named.stderr


def test_exports_in_the_folder_of_the_settings_are_taken_in(folder: Path) -> None:
    for name in ("watched", "exports"):
        (folder / name).mkdir()
    (folder / "orders.csv").rename(folder / "exports" / "orders.csv")
    settings = {
        "COUNTERCHECK_WATCHED": str(folder / "watched"),
        "COUNTERCHECK_EXPORTS": str(folder / "exports"),
        "COUNTERCHECK_PREFECT": "no",
    }
    looked = run(folder, "run", "--once", **settings)
    assert looked.returncode == 0, looked.stderr
    assert "orders.csv, 4 rows, in use" in run(folder, "exports", "--lang", "en").stdout
    assert (folder / "exports" / "done" / "orders.csv").exists()


def test_orders_are_matched_by_the_customers_numbers(folder: Path) -> None:
    write(
        folder,
        order="PURCHASE ORDER,,,,,\nPO No.: 4500777,,,,,\n"
        "Item,Customer part no.,Description,Qty,Unit price,Amount\n"
        "1,7003312,Mechanical seal,2,100.00,200.00\nTotal,,,,,200.00\n",
        quotes="Quotation,Item,Sold-to party,Customer,Part number (GPN),Quantity,Unit price,Currency\n"
        "2001,10,100234,Acme Pumps,90010045,2,100.00,EUR\n",
        knmt=builders.MATERIALS,
    )
    base = ("check", folder / "order.csv", "--quotes", folder / "quotes.csv", "--json")
    assert lines(run(folder, *base))[0]["verdict"] == "no_quotation"
    found = lines(run(folder, *base, "--customer-materials", folder / "knmt.csv"))
    assert found[0]["quotation_number"] == "2001"
    gone = run(folder, *base, "--customer-materials", folder / "gone.csv")
    assert gone.returncode == 2
