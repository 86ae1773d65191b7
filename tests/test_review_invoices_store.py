"""The pages of the weekly invoice list over the real store: changes, notices by mail, exports, profiles."""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import invoicing_orders
import openpyxl
import pytest
import servers_smtp
from intake_builders import NOON
from outbox_kit import ANSWERS, all_mails, kit
from servers_smtp import Post
from starlette.testclient import TestClient

from flows import pages
from flows.context import Context
from flows.post import outbox
from models import archive, audit
from models.answering import MailState
from models.columns import encoded
from models.invoice_desk import ExportKind, NewAnswer, Week
from models.invoicing import Code
from models.page import FileFormat, SourceDocument
from models.rows.invoicing import exports, invoice_lists, notice_switches, profiles
from models.snapshot import SnapshotState
from review import correspondence, sources
from review.app import create_app
from review.invoicing import invoices, notice_mails, notices

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
ROW = "/invoices/1/rows/6"


@dataclass
class Installation:
    """An installation with one answered list, its pages, and a mail server."""

    context: Context
    client: TestClient
    post: Post

    def page(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, path
        return str(answer.text)

    def send(self, path: str, **given: str) -> Any:
        match = re.search(r'name="token" value="([^"]+)"', self.page("/profiles"))
        form = {"token": match[1] if match else "", **given}
        answer = self.client.post(path, data=form, headers=OWN, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        return answer

    def told(self) -> dict[str, str]:
        """Return what every mail that went out said, by its recipient."""
        outbox.send(self.context)
        return {str(each["To"]): str(each.get_content()) for each in self.post.mails}


def no_words(_data: bytes, _format: FileFormat) -> SourceDocument:
    return SourceDocument(FileFormat.TEXT, (), exact=False)


def application(context: Context) -> Any:
    post = correspondence.of_store(context.store, context.answers, context.now, sends=True)
    return create_app(
        sources.of_store(context.store, context.archive, no_words, lambda *_: b""),
        language="en",
        now=context.now,
        post=post,
        invoicing=invoices.of_store(context.store, context.archive, context.now, pages.house(context)),
    )


def take(context: Context, name: str, sha256: str, rows: int) -> int:
    """Take an export of orders in; return its number."""
    columns = {"Order": "sales_document"}
    kept, _ = exports.take(
        context.store, ExportKind.ORDERS, name, sha256, rows=rows, columns=columns, unknown=(), now=NOON
    )
    return kept.snapshot.number


def record(context: Context) -> None:
    """Answer the made-up list, as the program does when it comes in."""
    for each in invoicing_orders.PROFILES:
        profiles.put(context.store, each, "import", "profiles.xlsx", NOON)
    data, answer = invoicing_orders.workbook(), invoicing_orders.decided()
    sha256 = archive.put(context.archive, data)
    taken = take(context, "va05.csv", sha256, 10)
    new = NewAnswer(
        identity=hashlib.sha256(encoded(sha256).encode()).hexdigest(),
        name="list.xlsx",
        sha256=sha256,
        week=Week(2026, 48, "Asia/Shanghai"),
        as_of=invoicing_orders.AS_OF,
        answered_at=NOON,
        answer=answer,
        used=(taken,),
        sender="finance@works.example",
    )
    deadline = notice_mails.deadline(NOON.date(), context.calendar)

    def mails(number: int) -> Any:
        telling = notice_mails.Telling(
            number,
            pages.house(context).addresses(new.sender),
            notice_mails.automatic(notice_switches.listed(context.store)),
        )
        return notice_mails.postings(notices.drafts(answer, "en", new.as_of, deadline), telling)

    invoice_lists.record(context.store, new, mails)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Installation]:
    with servers_smtp.running() as post:
        context = kit(tmp_path, post, answers=ANSWERS)
        record(context)
        app = application(context)
        with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
            yield Installation(context, client, post)


def states(desk: Installation) -> dict[str, MailState]:
    return {each.key: each.state for each in all_mails(desk.context) if each.key.startswith("notice:")}


def test_the_list_of_the_store_is_shown_with_its_evidence(desk: Installation) -> None:
    assert "2026-W48" in desk.page("/invoices")
    assert "hold: not shipped 1" in desk.page("/invoices")
    page = desk.page(ROW)
    assert "80005677" in page
    assert "no goods issue yet" in page
    assert "2,260.00" in desk.page("/invoices/1/preview")
    assert "W48" in desk.page("/invoices")


def test_drafts_wait_and_say_what_the_page_would_draft(desk: Installation) -> None:
    assert set(states(desk).values()) == {MailState.HELD}
    assert "Draft anew" not in desk.page("/invoices/1/notices")
    assert desk.told() == {}, "nothing goes out before a person says so"


def test_a_person_sends_a_notice_to_a_customer_and_it_arrives(desk: Installation) -> None:
    desk.send("/invoices/1/notices/send", key="notice:1:customer:ap@example-pumps.example")
    told = desk.told()
    assert list(told) == ["ap@example-pumps.example"]
    assert "We will issue the ordinary VAT invoice for 1,130.00 CNY" in " ".join(
        told["ap@example-pumps.example"].split()
    )


def test_a_person_changes_the_words_of_a_notice_in_the_outbox(desk: Installation) -> None:
    page = desk.page("/outbox?state=held")
    assert page.count("notice of the invoice list") >= 4
    given = {
        "recipient": "accounts@example-pumps.example",
        "subject": "Your invoice",
        "text": "In my own words",
    }
    desk.send("/outbox/release", key="notice:1:customer:ap@example-pumps.example", **given)
    told = desk.told()
    assert told["accounts@example-pumps.example"].strip() == "In my own words"


def test_a_change_is_kept_audited_and_told_in_the_drafts(desk: Installation) -> None:
    desk.send(f"{ROW}/change", code="INVOICE", why="picked up today")
    found = invoice_lists.found(desk.context.store, 1)
    assert found is not None
    assert found.rows[6].code is Code.INVOICE
    mails = {each.key: each for each in all_mails(desk.context)}
    assert "please invoice 1,130.00 CNY" in mails["notice:1:finance:"].text
    assert "notice:1:customer:kaipiao@pumps.example" in mails
    assert audit.first_broken(desk.context.store) is None
    workbook = desk.client.get("/invoices/1/reply").content
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[0]
    assert any("picked up today" in str(cell.value) for cell in sheet[8])
    desk.send(f"{ROW}/undo")
    page = desk.page(ROW)
    assert page.index("taken back") < page.index("picked up today")
    assert states(desk)["notice:1:customer:kaipiao@pumps.example"] is MailState.DISCARDED


def test_what_went_out_is_corrected_in_a_mail_of_its_own(desk: Installation) -> None:
    desk.send("/invoices/1/notices/send", key="notice:1:finance:")
    desk.told()
    desk.send(f"{ROW}/change", code="INVOICE", why="picked up today")
    first = next(each for each in all_mails(desk.context) if each.key == "notice:1:finance:")
    assert "please do not invoice this week" in first.text
    desk.send("/invoices/1/notices/send", key="notice:1:finance::2")
    said = desk.told()["finance@works.example"]
    assert "This corrects what we wrote before." in said
    assert "+ Row 8: order 30005677/10, please invoice" in said


def test_a_released_mail_that_waits_is_not_changed_behind_a_persons_back(desk: Installation) -> None:
    desk.send("/invoices/1/notices/send", key="notice:1:finance:")
    desk.send(f"{ROW}/change", code="INVOICE", why="picked up today")
    mails = {each.key: each for each in all_mails(desk.context)}
    assert "please do not invoice this week" in mails["notice:1:finance:"].text
    assert mails["notice:1:finance::2"].state is MailState.HELD


def test_a_kind_that_is_switched_on_goes_out_by_itself(desk: Installation) -> None:
    desk.send("/invoices/switches", code="INVOICE", teller="customer", automatic="1", sure="1")
    assert desk.told() == {}, "drafts that were there before still wait"
    desk.send(f"{ROW}/change", code="INVOICE", why="picked up today")
    assert list(desk.told()) == ["kaipiao@pumps.example"]
    assert states(desk)["notice:1:customer:ap@example-pumps.example"] is MailState.HELD


def test_a_rule_is_proposed_accepted_and_becomes_a_version(desk: Installation) -> None:
    desk.send(f"{ROW}/change", code="HOLD_CUSTOMER_REQUEST", why="new budget")
    desk.send(f"{ROW}/propose", rule="hold_until", hold_until="2026-12-31")
    (proposal,) = profiles.proposals(desk.context.store)
    desk.send(f"/profiles/100234/proposals/{proposal.number}", accepted="yes")
    kept = profiles.found(desk.context.store, "100234")
    assert kept is not None
    assert kept.profile.hold_until == dt.date(2026, 12, 31)
    assert "new budget" in desk.page("/profiles/100234")


def upload(desk: Installation, data: bytes, **fields: str) -> Any:
    match = re.search(r'name="token" value="([^"]+)"', desk.page("/exports"))
    given = {"token": match[1] if match else "", "kind": "orders", **fields}
    return desk.client.post(
        "/exports/take", data=given, files={"file": ("va05.csv", data)}, headers=OWN, follow_redirects=False
    )


ODD = (
    b"Belegchen,Item,Menge XY,Net price,Sold-to party\n"
    b"30001001,10,5,100.00,100234\n"
    b"30001002,10,6,90.00,100234\n"
)


def test_an_export_is_taken_in_on_its_page(desk: Installation) -> None:
    good = ODD.replace(b"Belegchen", b"Sales document").replace(b"Menge XY", b"Order quantity")
    answer = upload(desk, good)
    assert answer.status_code == 303, answer.text
    taken = exports.found(desk.context.store, 2)
    assert taken is not None
    assert (taken.snapshot.name, taken.snapshot.rows) == ("va05.csv", 2)
    assert taken.snapshot.columns["Order quantity"] == "quantity"
    assert taken.state is SnapshotState.WAITING, "there were ten before"


def test_a_person_says_what_columns_mean_and_it_is_remembered(desk: Installation) -> None:
    answer = upload(desk, ODD)
    assert answer.status_code == 422
    headings = dict(re.findall(r'name="(heading-\d+)" value="([^"]+)"', answer.text))
    assert set(headings.values()) == {"Belegchen", "Item", "Menge XY", "Net price", "Sold-to party"}
    assert "No column was found for: sales document" in answer.text
    meant = {"Belegchen": "sales_document", "Menge XY": "quantity"}
    said = {name.replace("heading", "meaning"): meant.get(heading, "~") for name, heading in headings.items()}
    wrong = upload(desk, ODD, **headings, **dict.fromkeys(said, "quantity"))
    assert wrong.status_code == 422, "two columns cannot be the same"
    assert upload(desk, ODD, **headings, **said).status_code == 303
    taken = exports.found(desk.context.store, 2)
    assert taken is not None
    assert taken.snapshot.columns["Belegchen"] == "sales_document"
    assert upload(desk, ODD.replace(b"30001002", b"30001003")).status_code == 303, "it is remembered"


def test_what_is_no_export_is_refused(desk: Installation) -> None:
    assert upload(desk, b"\x00\x01").status_code == 422
    assert upload(desk, ODD, kind="secrets").status_code == 400
    assert upload(desk, ODD, token="x").status_code == 403


def test_an_export_that_shrank_is_used_when_a_person_says_so(desk: Installation) -> None:
    sha256 = archive.put(desk.context.archive, b"few")
    take(desk.context, "va05b.csv", sha256, 3)
    assert "1 export waits for you" in desk.page("/exports")
    desk.send("/exports/use", number="2")
    found = exports.found(desk.context.store, 2)
    assert found is not None
    assert found.state is SnapshotState.USED
