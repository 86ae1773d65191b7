"""Every hostile file ends in a named error or a result, in time, and harms nobody: as `extract` reads it."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hostile_mails
import hostile_office
import hostile_pdf
import hostile_texts
import pytest
from drawn_order import order_pdf
from hostile_files import IGNORED, READ, Hostile

from flows import batch
from models.errors import ErrorCode
from models.reading import COMPARED_KINDS, Extraction, Field, Header, OrderLine, Reading, stated

PROGRAM = Path(sys.executable).with_name("countercheck")
CORPUS = (*hostile_pdf.CORPUS, *hostile_office.CORPUS, *hostile_texts.CORPUS, *hostile_mails.CORPUS)
SECONDS = 60
GIBIBYTE = 1024 * 1024
"""In the kilobytes of `ru_maxrss`."""
QUICK = (
    "tree-of-itself.pdf form-calls-itself.pdf password.pdf rubbish.pdf empty.pdf laughs.docx tables.docx"
    " far-corners.xlsx lying.xlsx cut-off.xls chain-in-a-circle.xls quote.csv digits.txt deep.html laughs.xml"
    " cut-off.edi huge.png circle.tif multiparts.eml deep.msg lying-winmail.dat"
    " overlapping.zip"
).split()


def end_of(found: Extraction) -> str:
    if found.failure is not None:
        return found.failure.code.value
    return READ if found.ignored is None else IGNORED


def fields(reading: Reading) -> Iterator[Field]:
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    return (each for part in parts for _, each in stated(part))


def is_open(reading: Reading) -> bool:
    """Tell whether a person would look at a reading: it has problems, or a field that is not sure."""
    return bool(reading.problems) or any(not each.sure for each in fields(reading))


def test_the_corpus_has_every_format() -> None:
    names = [each.name for each in CORPUS]
    assert len(names) == len(set(names)) >= 150
    endings = {name.rpartition(".")[2] for name in names}
    assert endings >= set("pdf docx xlsx xls csv txt html xml edi eml msg dat zip tif png jpg".split())
    assert set(QUICK) <= set(names)


@pytest.mark.slow
@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("hostile", CORPUS, ids=[each.name for each in CORPUS])
def test_a_hostile_file_ends_as_it_may(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    began = time.monotonic()
    found = batch.read(path)
    assert time.monotonic() - began < SECONDS
    ends = {end_of(each) for each in found}
    assert ends & hostile.ends
    assert ends <= hostile.ends | {IGNORED}
    readings = [each.reading for each in found if each.reading is not None]
    for reading in readings:
        assert not {each.value for each in fields(reading) if each.sure} & set(hostile.lies)
        if reading.kind in COMPARED_KINDS:
            assert reading.lines or is_open(reading), "nothing empty counts as clean"
    if hostile.order and READ in ends:
        assert any(reading.lines or is_open(reading) for reading in readings)


@pytest.mark.parametrize("hostile", CORPUS[:1], ids=["corpus"])
def test_what_a_file_ends_with_is_a_known_word(hostile: Hostile) -> None:
    words = {READ, IGNORED, *(code.value for code in ErrorCode)}
    assert hostile.ends
    assert all(each.ends <= words for each in CORPUS)


@pytest.mark.slow
def test_the_rest_of_a_batch_is_unharmed(tmp_path: Path) -> None:
    """Good orders stand between hostile files; they are read as if they stood alone."""
    for at, each in enumerate(hostile for hostile in CORPUS if hostile.name in QUICK):
        folder = tmp_path / f"{at:02}"
        folder.mkdir()
        (folder / each.name.removeprefix("lying-")).write_bytes(each.make())
    for at in (0, 11, 99):
        (tmp_path / f"{at:02}-good.pdf").write_bytes(order_pdf())
    code, printed, complaints, kilobytes = extract(tmp_path)
    assert (code, complaints) == (0, "")
    assert kilobytes < GIBIBYTE
    lines = [json.loads(line) for line in printed.splitlines()]
    assert {line["source"] for line in lines} == {str(path) for path in tmp_path.rglob("*") if path.is_file()}
    good = [line for line in lines if line["source"].endswith("-good.pdf")]
    assert [len(line["lines"]) for line in good] == [2, 2, 2]
    assert {line["header"]["total_amount"]["status"] for line in good} == {"sure"}
    assert all(line["error"] is None or line["error"]["message"] for line in lines)


BETWEEN = """
import pathlib, resource, subprocess, sys
ended = subprocess.run(sys.argv[2:])
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
raise SystemExit(ended.returncode)
"""


def extract(folder: Path) -> tuple[int, str, str, int]:
    """Run `countercheck extract`; return its exit code, what it printed, and its greatest size."""
    command = [str(PROGRAM), "extract", str(folder), "--json", "--all-parts", "--jobs", "2"]
    out, errors, size = (folder.parent / name for name in ("out", "errors", "size"))
    # A process counts what it was forked from as its own greatest size, and this one may be large.
    between = [sys.executable, "-c", BETWEEN, str(size), *command]
    with out.open("w") as printed, errors.open("w") as complaints:
        process = subprocess.run(between, stdout=printed, stderr=complaints, check=False)
    return process.returncode, out.read_text(), errors.read_text(), int(size.read_text())
