import concurrent.futures
import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

import sandbox
from extractors import readers
from extractors.readers import answer
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument
from sandbox_helper import Ended, Helper, Limits

ROOT = Path(sandbox.__file__).parent
SMALL = b"Order 4711\n10 seal 2 pcs\n"
LONG = b"a b c d e f g h " * 200_000
"""A text that takes many seconds and more than a gigabyte to lay out."""
linux = pytest.mark.skipif(not sandbox.FORKS, reason="forks on Linux only")


@pytest.fixture
def helper() -> Iterator[Helper]:
    read(SMALL)
    assert sandbox._running is not None
    yield sandbox._running
    sandbox.close()


def read(data: bytes, limits: Limits = sandbox.LIMITS) -> SourceDocument:
    return sandbox.read(data, FileFormat.TEXT, limits)


def refused(data: bytes, limits: Limits) -> ErrorCode:
    with pytest.raises(Unreadable) as caught:
        read(data, limits)
    assert "Ask" in caught.value.message or "by hand" in caught.value.message
    return caught.value.code


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for_child(pid: int) -> int:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if found := children(pid):
            return found[0]
        time.sleep(0.005)
    raise AssertionError("no child appeared")


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until_gone(*pids: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until and not all(map(is_gone, pids)):
        time.sleep(0.01)
    return all(map(is_gone, pids))


def reading_long(limits: Limits = sandbox.LIMITS) -> "concurrent.futures.Future[ErrorCode]":
    """Read a text that takes long in another thread."""
    found: concurrent.futures.Future[ErrorCode] = concurrent.futures.Future()
    threading.Thread(target=lambda: found.set_result(refused(LONG, limits)), daemon=True).start()
    return found


def test_a_document_comes_back_as_it_was_read() -> None:
    assert read(SMALL) == readers.read(SMALL, FileFormat.TEXT)


def test_a_refusal_comes_back_as_one() -> None:
    with pytest.raises(Unreadable) as caught:
        sandbox.read(b"", FileFormat.UNKNOWN)
    assert caught.value.code is ErrorCode.EMPTY


@linux
def test_a_document_that_takes_too_long_is_stopped_in_time() -> None:
    read(SMALL)
    began = time.monotonic()
    assert refused(LONG, Limits(seconds=0.3)) is ErrorCode.TIMEOUT
    assert time.monotonic() - began < 2


@linux
@pytest.mark.parametrize("megabytes", [2, 30, 120])
def test_a_document_that_takes_too_much_memory_is_stopped(megabytes: int) -> None:
    with pytest.raises(Unreadable, match="memory") as caught:
        read(LONG, Limits(memory=megabytes << 20))
    assert caught.value.code is ErrorCode.TOO_LARGE
    assert read(SMALL).pages


def test_a_result_that_is_too_large_is_not_taken_in() -> None:
    text = b"seal " * 2000
    size = len(answer.answer(text, FileFormat.TEXT))
    assert read(text, Limits(result=size)).pages
    assert refused(text, Limits(result=size - 1)) is ErrorCode.TOO_LARGE


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_child_that_is_killed_is_a_named_outcome_of_its_document(
    helper: Helper, number: signal.Signals
) -> None:
    found = reading_long()
    os.kill(wait_for_child(helper.process.pid), number)
    assert found.result(10) is ErrorCode.CRASHED
    assert read(SMALL).pages
    assert sandbox._running is helper


@linux
def test_a_document_that_kills_the_helper_every_time_is_a_named_outcome(helper: Helper) -> None:
    found = reading_long()
    wait_for_child(helper.process.pid)
    helper.process.kill()
    until = time.monotonic() + 10
    while sandbox._running in {helper, None} and time.monotonic() < until:
        time.sleep(0.005)
    second = sandbox._running
    assert second is not None
    child = wait_for_child(second.process.pid)
    second.process.kill()
    assert found.result(10) is ErrorCode.CRASHED
    assert wait_until_gone(child)
    assert read(SMALL).pages


@linux
def test_a_helper_that_was_lost_does_not_cost_an_innocent_document(helper: Helper) -> None:
    helper.process.kill()
    helper.process.wait()
    assert read(SMALL).pages


@pytest.mark.parametrize(
    "result",
    [
        b"",
        b"garbage",
        b"D",
        b"D{}",
        b"D[1e400]",
        b"R[]",
        b'R["no_such_code", "x"]',
        b"R" + b"[" * 100_000,
        b"\x80\x04K\x01.",
        b'D{"format":"text","exact":true,"notes":[],"pages":[{"number":1,"size":[1e999,2]}]}',
        b'D{"format":"text","exact":true,"notes":[],"pages":[{"number":1,"size":[1' + b"0" * 400 + b",2]}]}",
    ],
)
def test_an_answer_that_makes_no_sense_is_a_named_outcome(result: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        answer.document(sandbox._judged(Ended(result, 0), sandbox.LIMITS))
    assert caught.value.code is ErrorCode.CRASHED


def test_a_long_refusal_is_cut() -> None:
    with pytest.raises(Unreadable) as caught:
        answer.document(b"R" + json.dumps(["damaged", "x" * 1_000_000]).encode())
    assert len(caught.value.message) == answer.LONGEST


def test_a_reader_that_breaks_is_a_named_outcome_that_does_not_quote_the_document() -> None:
    with pytest.raises(Unreadable) as caught:
        answer.document(answer.answer("secret words", FileFormat.TEXT))  # type: ignore[arg-type] # breaks it
    assert caught.value.code is ErrorCode.CRASHED
    assert "TypeError in extractors.readers" in caught.value.message
    assert "secret" not in caught.value.message


@linux
def test_nothing_is_left_behind(helper: Helper) -> None:
    def held() -> tuple[int, int, list[int]]:
        own, theirs = (
            len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in (os.getpid(), helper.process.pid)
        )
        return own, theirs, children(helper.process.pid)

    time.sleep(0.2)  # it may still be closing what the last document needed
    before = held()
    for _ in range(20):
        read(SMALL)
        refused(LONG, Limits(seconds=0.01))
        refused(b"seal " * 2000, Limits(result=100))
    until = time.monotonic() + 5
    while held() != before and time.monotonic() < until:
        time.sleep(0.01)
    assert held() == before
    assert before[2] == []


@linux
def test_threads_get_each_their_own_document(helper: Helper) -> None:
    def told(number: int) -> str:
        words = [word.text for word in read(f"order {number}".encode()).pages[0].words]
        return words[1]

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        found = list(pool.map(told, range(60)))
    assert found == [str(number) for number in range(60)]
    assert sandbox._running is helper


@linux
def test_a_slow_document_does_not_hold_up_another(helper: Helper) -> None:
    slow = reading_long(Limits(seconds=2))
    wait_for_child(helper.process.pid)
    began = time.monotonic()
    assert read(SMALL).pages
    assert time.monotonic() - began < 1
    assert slow.result(10) is ErrorCode.TIMEOUT


@linux
def test_the_child_has_limits_and_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCHECK_PASSWORD", "secret")
    sandbox.close()
    read(SMALL)
    assert sandbox._running is not None
    found = reading_long(Limits(seconds=1))
    child = wait_for_child(sandbox._running.process.pid)
    time.sleep(0.1)
    limits = Path(f"/proc/{child}/limits").read_text()
    soft = {line[:26].strip(): line[26:47].strip() for line in limits.splitlines()}
    assert soft["Max core file size"] == "0"
    assert soft["Max processes"] == "0"
    assert soft["Max open files"] == "64"
    assert soft["Max file size"] == str(sandbox.LIMITS.written)
    assert soft["Max cpu time"] == "2"
    assert sandbox.LIMITS.memory < int(soft["Max address space"]) < 1.5 * sandbox.LIMITS.memory
    assert len(list(Path(f"/proc/{child}/fd").iterdir())) <= 5
    assert "NoNewPrivs:\t1" in Path(f"/proc/{child}/status").read_text()
    assert b"secret" not in Path(f"/proc/{child}/environ").read_bytes()
    assert found.result(10) is ErrorCode.TIMEOUT


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_children_die_with_the_program(number: signal.Signals) -> None:
    script = (
        "import sandbox, threading, sys\n"
        "from models.page import FileFormat\n"
        "sandbox.read(b'x', FileFormat.TEXT)\n"
        "print(sandbox._running.process.pid, flush=True)\n"
        "sandbox.read(b'a b c d ' * 400000, FileFormat.TEXT)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        child = wait_for_child(pid)
        os.kill(program.pid, number)
        program.wait(10)
        assert wait_until_gone(pid, child)


@linux
def test_a_program_ends_at_once_though_a_document_is_still_read() -> None:
    script = (
        "import sandbox, threading, time\n"
        "from models.page import FileFormat\n"
        "sandbox.read(b'x', FileFormat.TEXT)\n"
        "slow = (b'a b c d ' * 400000, FileFormat.TEXT)\n"
        "threading.Thread(target=sandbox.read, args=slow, daemon=True).start()\n"
        "time.sleep(0.3)\n"
    )
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=20)
    assert time.monotonic() - began < 5


@linux
def test_a_fork_of_the_program_gets_a_helper_of_its_own() -> None:
    script = (
        "import os, sandbox\n"
        "from models.page import FileFormat\n"
        "sandbox.read(b'x', FileFormat.TEXT)\n"
        "mine = sandbox._running.process.pid\n"
        "pid = os.fork()\n"
        "if pid == 0:\n"
        "    sandbox.read(b'x', FileFormat.TEXT)\n"
        "    other = sandbox._running.process.pid\n"
        "    sandbox.close()\n"
        "    os._exit(0 if other != mine else 1)\n"
        "assert os.waitpid(pid, 0)[1] == 0\n"
        "sandbox.read(b'x', FileFormat.TEXT)\n"
        "assert sandbox._running.process.pid == mine\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", script], cwd=ROOT, check=True, timeout=30)


def _words(text: bytes) -> int:
    return len(read(text).pages[0].words)


def test_worker_processes_read_too() -> None:
    spawning = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=spawning) as pool:
        assert list(pool.map(_words, [b"one", b"one two", b"one two three"])) == [1, 2, 3]


def test_where_nothing_forks_a_document_is_read_by_an_interpreter_of_its_own() -> None:
    ended = sandbox._spawned(SMALL, FileFormat.TEXT, sandbox.LIMITS, None)
    assert answer.document(sandbox._judged(ended, sandbox.LIMITS)) == readers.read(SMALL, FileFormat.TEXT)


@pytest.mark.parametrize(
    ("limits", "code"), [(Limits(seconds=1), ErrorCode.TIMEOUT), (Limits(result=100), ErrorCode.TOO_LARGE)]
)
def test_the_limits_on_time_and_output_hold_there_too(limits: Limits, code: ErrorCode) -> None:
    data = LONG if code is ErrorCode.TIMEOUT else SMALL
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        sandbox._judged(sandbox._spawned(data, FileFormat.TEXT, limits, None), limits)
    assert caught.value.code is code
    assert time.monotonic() - began < 4


@linux
def test_a_helper_that_was_started_ahead_is_the_one_that_reads() -> None:
    sandbox.close()
    sandbox.start()
    ahead = sandbox._running
    assert ahead is not None
    assert read(SMALL).pages
    assert sandbox._running is ahead
    maps = Path(f"/proc/{ahead.process.pid}/maps").read_text()
    assert "pdfium" in maps


@linux
def test_a_program_that_reads_one_document_starts_quickly() -> None:
    sandbox.close()
    began = time.monotonic()
    assert read(SMALL).pages
    assert time.monotonic() - began < 1
    began = time.monotonic()
    for _ in range(10):
        read(SMALL)
    assert time.monotonic() - began < 1


def pdf(*pages: tuple[str, ...], picture: bool = False) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(595, 842), invariant=True)
    for lines in pages:
        if picture:
            canvas.drawInlineImage(Image.new("L", (60, 84), 200), 0, 0, 595, 842)
        for at, line in enumerate(lines):
            canvas.drawString(72, 770 - 16 * at, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(()), ErrorCode.EMPTY),
        (pdf((), (), picture=True), ErrorCode.NEEDS_OCR),
        (pdf(("Scanned with a telephone",), picture=True), ErrorCode.NEEDS_OCR),
        (pdf(("order",))[:-200], ErrorCode.DAMAGED),
        (pdf(("order",)).replace(b"/Kids", b"/Kidz"), ErrorCode.DAMAGED),
        (b"%PDF-1.4 nothing else\nstartxref\n%%EOF", ErrorCode.DAMAGED),
    ],
)
def test_a_pdf_in_which_nothing_can_be_read_is_never_a_success(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(Unreadable) as caught:
        sandbox.read(data, FileFormat.PDF)
    assert caught.value.code is code
    assert "Ask" in caught.value.message


def test_a_scanned_page_among_others_is_told() -> None:
    lines = tuple(f"line {at} of an order with words" for at in range(5))
    merged = PdfDocument.new()
    for each in (pdf(lines), pdf((), picture=True)):
        merged.import_pages(PdfDocument(each))
    written = io.BytesIO()
    merged.save(written)
    document = sandbox.read(written.getvalue(), FileFormat.PDF)
    assert document.notes == ("scanned_page",)
    assert sandbox.read(pdf(lines), FileFormat.PDF).notes == ()
    assert sandbox.read(pdf(lines, picture=True), FileFormat.PDF).notes == ()


def drawn_pdf() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(200, 100))
    canvas.rect(0, 0, 200, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.drawString(20, 50, "second page")
    canvas.save()
    return made.getvalue()


def test_a_page_is_drawn_at_its_scale() -> None:
    with Image.open(io.BytesIO(sandbox.render(drawn_pdf(), 1, 2.0))) as picture:
        assert picture.size == (400, 200)
        assert picture.convert("L").getextrema() == (0, 0)
    with Image.open(io.BytesIO(sandbox.render(drawn_pdf(), 2, 1.0))) as picture:
        assert picture.convert("L").getextrema()[1] == 255


def test_a_scan_is_shown_as_it_is_and_no_larger_than_it_is() -> None:
    made = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(made, "TIFF", dpi=(200, 200))
    with Image.open(io.BytesIO(sandbox.render(made.getvalue(), 1, 1.0))) as picture:
        assert picture.size == (144, 72)
        assert picture.getpixel((10, 10)) == (255, 0, 0)
    with Image.open(io.BytesIO(sandbox.render(made.getvalue(), 1, 9.0))) as picture:
        assert picture.size == (400, 200)


def test_a_huge_page_is_drawn_smaller() -> None:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(14_000, 14_000))
    canvas.drawString(20, 50, "wide")
    canvas.save()
    with Image.open(io.BytesIO(sandbox.render(made.getvalue(), 1, 2.0))) as picture:
        assert picture.size[0] < 14_000


@pytest.mark.parametrize(
    ("data", "page", "code"),
    [
        (drawn_pdf(), 3, ErrorCode.EMPTY),
        (drawn_pdf(), 0, ErrorCode.EMPTY),
        (b"%PDF-1.4 nothing", 1, ErrorCode.DAMAGED),
        (b"\x89PNG\r\n\x1a\n and no picture", 1, ErrorCode.DAMAGED),
    ],
)
def test_what_cannot_be_drawn_is_a_named_outcome(data: bytes, page: int, code: ErrorCode) -> None:
    with pytest.raises(Unreadable) as caught:
        sandbox.render(data, page, 1.0)
    assert caught.value.code is code


@pytest.mark.parametrize("answered", [b"", b"P", b"Pno picture", b"D{}", b"R[1]", b"R{"])
def test_an_answer_that_is_no_picture_is_a_named_outcome(answered: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        answer.picture(answered)
    assert caught.value.code is ErrorCode.CRASHED
