"""The made-up inbox: what ships is what the maker makes, and what is true of it stands in it."""

import email
import email.policy
import functools
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from bench.same import fold
from demo.make import FOLDER, make
from demo.make_letters import letters
from demo.make_mails import mail
from demo.make_notation import capitals
from demo.make_offers import load

INBOX = FOLDER / "inbox"
MAILS = sorted(each.name for each in INBOX.glob("*.eml"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    make(folder)
    return folder


def parts(data: bytes) -> Iterator[tuple[str | None, bytes]]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield part.get_filename(), content


def text_of(content: bytes) -> str:
    """Return what a person reads in a part, whatever the compression of its bytes."""
    if content.startswith(b"%PDF-"):
        try:
            pages = list(pypdfium2.PdfDocument(content))
        except pypdfium2.PdfiumError as refused:
            return str(refused)
        return "\n".join(each.get_textpage().get_text_bounded() for each in pages)
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = (archive.read(each).decode("utf-8", "replace") for each in archive.namelist())
        return html.unescape("\n".join(members))
    return content.decode("latin-1")


def headers(data: bytes) -> list[tuple[str, str]]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return [(name, str(value)) for name, value in message.items()]


@functools.cache
def shipped_text(source: str, part: str) -> str:
    found = dict(parts((FOLDER / source).read_bytes()))
    if part in found:
        return text_of(found[part])
    message = email.message_from_bytes((FOLDER / source).read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    assert body is not None
    return str(body.get_content())


def records(name: str) -> list[dict[str, object]]:
    return [json.loads(each) for each in (FOLDER / name).read_text("utf-8").splitlines()]


def test_making_a_mail_twice_gives_the_same_bytes(made: Path) -> None:
    letter = next(each for each in letters(load()) if each.name == MAILS[0])
    assert mail(letter) == (made / "inbox" / letter.name).read_bytes()


def test_no_mail_is_missing_and_none_is_left_over(made: Path) -> None:
    assert sorted(each.name for each in (made / "inbox").iterdir()) == MAILS


@pytest.mark.parametrize("name", MAILS)
def test_the_mails_that_ship_say_what_the_maker_makes(made: Path, name: str) -> None:
    shipped, fresh = (INBOX / name).read_bytes(), (made / "inbox" / name).read_bytes()
    assert headers(shipped) == headers(fresh)
    assert [(each, text_of(data)) for each, data in parts(shipped)] == [
        (each, text_of(data)) for each, data in parts(fresh)
    ]


@pytest.mark.parametrize("name", ["truth.jsonl", "check_truth.jsonl"])
def test_the_truths_that_ship_are_those_of_the_maker(made: Path, name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == (made / name).read_text("utf-8")


def test_the_sap_list_holds_the_quotations_and_a_total_per_currency(made: Path) -> None:
    lists = [openpyxl.load_workbook(each / "quotations_sap.xlsx").worksheets[0] for each in (FOLDER, made)]
    shipped, fresh = ([list(row) for row in each.values] for each in lists)
    assert shipped == fresh
    offers = load()
    assert len(shipped) == 1 + sum(len(each.items) for each in offers.values()) + 4
    assert {str(row[0]).lstrip("0") for row in shipped[1:-4]} == set(offers)
    assert [row[0] for row in shipped[-4:]] == ["*"] * 4


@pytest.mark.parametrize("record", records("truth.jsonl"), ids=lambda each: each["part"])
def test_what_is_true_stands_in_the_document(record: dict[str, object]) -> None:
    header, lines = record["header"], record["lines"]
    assert isinstance(header, dict)
    assert isinstance(lines, list)
    text = fold(shipped_text(str(record["source"]), str(record["part"])))
    for name in ("document_number", "quotation_number", "customer", "payment_terms", "incoterms"):
        assert header.get(name) is None or fold(header[name]) in text
    for line in lines:
        for name in ("part_number", "customer_part_number", "drawing_number", "unit"):
            assert line[name] is None or fold(line[name]) in text
        digits = re.sub(r"[.,]", "", text)
        # A spreadsheet holds 328 where a page prints 328.00.
        assert f"{Decimal(line['amount']).normalize():f}".replace(".", "") in digits


def test_orders_add_up_except_for_the_one_miscalculated_line() -> None:
    wrong = []
    for record in records("truth.jsonl"):
        for line in record["lines"]:  # type: ignore[attr-defined] # JSON
            product = (
                Decimal(line["quantity"]) * Decimal(line["unit_price"]) / Decimal(line["price_per"] or 1)
            )
            if abs(product - Decimal(line["amount"])) > Decimal("0.005"):
                wrong.append((record["part"], line["line_number"]))
    assert wrong == [("MF-118-2044.pdf", "017")]


def test_the_inbox_is_small_and_every_address_is_made_up() -> None:
    data = [(INBOX / each).read_bytes() for each in MAILS]
    assert sum(len(each) for each in data) < 3_000_000
    addresses = {domain for each in data for domain in re.findall(rb"[\w.-]@([\w.-]+)", each)}
    assert {each.rsplit(b".", 1)[-1] for each in addresses} == {b"example"}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("45658.00", "肆万伍仟陆佰伍拾捌元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("1234567.89", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        ("300500.00", "叁拾万零伍佰元整"),
        ("10000.00", "壹万元整"),
        ("100020003.00", "壹亿零贰万零叁元整"),
        ("67969.50", "陆万柒仟玖佰陆拾玖元伍角整"),
    ],
)
def test_amounts_in_capitals(amount: str, words: str) -> None:
    assert capitals(Decimal(amount)) == words
