"""What fails outside is explained in English, and told in the language of whoever is in charge."""

import ast
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from intake_builders import Clock, context, watched

import review
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.imap import ImapSource
from flows.upkeep import alerts
from flows.upkeep.alerts import WATCHED, Trouble
from models import store
from models.answering import MailState
from models.configuration import Alerts, Mailbox, Secret, Smtp
from models.errors import DatabaseError, MailboxError
from models.health import CODES, Check, Finding, State
from models.rows.inbox import running
from models.rows.post import outbox_desk
from review import particulars, trouble_words
from review.reports import doctor as report_doctor
from review.trouble_vocabulary import TROUBLES
from review.words import catalogue

ROOT = Path(review.__file__).parent.parent
RAISING = {"MailboxError", "LoginRefusedError", "LoginStoppedError", "DatabaseError"}
"""What can stand behind an alert or in a finding."""
SAYING = [
    *sorted((ROOT / "flows" / "mailboxes").glob("*.py")),
    ROOT / "models" / "store.py",
    ROOT / "models" / "dialect.py",
]
ASKED_FOR = {
    "the database cannot be copied to 7: 7",
    "the copy 7 of the database is not sound: the database is damaged",
}
"""What only a person at a terminal is told, who called for a copy."""
SENTENCE = re.compile(r"[A-Za-z']+(?: [A-Za-z']+){2,}")


def _texts(node: ast.expr, said: dict[str, ast.expr]) -> Iterator[str]:
    """Yield what an expression may say, with `7` for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and isinstance(
        said.get(node.id), ast.JoinedStr | ast.Constant | ast.IfExp
    ):
        yield from _texts(said[node.id], said)
    elif isinstance(node, ast.JoinedStr):
        found = [""]
        for each in node.values:
            inner = each.value if isinstance(each, ast.FormattedValue) else each
            parts = list(_texts(inner, said)) or ["7"]
            found = [before + part for before in found for part in parts]
        yield from found
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, said)
        yield from _texts(node.orelse, said)


def _raised(path: Path) -> Iterator[str]:
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = sorted(
            (each for each in ast.walk(function) if hasattr(each, "lineno")), key=lambda each: each.lineno
        )
        said: dict[str, ast.expr] = {}
        for node in nodes:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                said[node.targets[0].id] = node.value
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISING and node.args:
                yield from _texts(node.args[0], dict(said))


@pytest.mark.parametrize("path", SAYING, ids=lambda path: path.stem)
def test_whatever_a_server_or_the_database_is_blamed_for_is_known(path: Path) -> None:
    assert {each for each in _raised(path) if particulars.name(each) is None} - ASKED_FOR == set()


def test_the_sentences_are_found_at_all() -> None:
    found = {each for path in SAYING for each in _raised(path)}
    assert len(found) > 25
    assert "the refresh token of 7 is missing: call `countercheck login 7` to get one" in found
    assert any("does not answer as it should" in each for each in found)


def test_in_chinese_nothing_is_left_in_english() -> None:
    for each in TROUBLES:
        english = re.sub(r"\{\w+\}", "7", catalogue("en")[f"particular.{each}"][0])
        said = particulars.worded("zh", english)
        assert said != english, each
        assert not SENTENCE.search(said), said


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_server_that_is_not_there_is_told_in_chinese_to_the_last_word() -> None:
    box = Mailbox("127.0.0.1", "orders@works.example", Secret("x"), closed_port())
    with pytest.raises(MailboxError) as refused, ImapSource(box).visit():
        pass
    assert "Connection refused" in str(refused.value)
    assert particulars.worded("zh", str(refused.value)) == (
        f"邮箱服务器 127.0.0.1:{box.port} 没有正常应答（连接被拒绝（错误 111））"
    )


def test_a_folder_that_is_gone_is_told_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(MailboxError) as refused, WatchedFolder(tmp_path / "gone").visit():
        pass
    said = particulars.worded("zh", str(refused.value))
    assert said.startswith(f"监视的文件夹 {tmp_path}/gone 无法使用（文件或文件夹不存在）：请建立该文件夹")


@pytest.mark.parametrize(
    "url", ["sqlite:////gone/countercheck.db", "postgresql://a:secret@127.0.0.1:{port}/c"]
)
def test_a_database_that_is_not_there_is_told_in_chinese(url: str) -> None:
    with pytest.raises(DatabaseError) as refused:
        store.connect(url.format(port=closed_port()))
    said = report_doctor.sentence(
        Finding(Check.DATABASE, State.PROBLEM, "database_silent", {"error": str(refused.value)}), "zh"
    )
    assert said.startswith("数据库 ")
    assert "没有应答" in said
    assert not SENTENCE.search(said), said
    assert "secret" not in said


def told(tmp_path: Path, *found: Trouble) -> list[str]:
    """Return the mails that tell troubles, and that they are over."""
    clock = Clock()
    kit = context(
        tmp_path,
        watched(tmp_path / "inbox"),
        now=clock,
        language="zh",
        alerts=Alerts("boss@works.example"),
        smtp=Smtp("127.0.0.1", "orders@works.example"),
    )
    alerts.tell(kit, found, WATCHED | {"doctor"})
    clock.forward(60)
    alerts.tell(kit, (), WATCHED | {"doctor"})
    assert not running.troubles(kit.store)
    mails = outbox_desk.listed(kit.store, list(MailState), 100)
    return [f"{each.subject}\n{each.text}" for each in mails]


DOWN = "the mailbox imap.works.example:993 does not answer as it should ([Errno 113] No route to host)"
WRONG = [
    (
        Trouble("mailbox_down", "mail:orders", {"account": "mail:orders", "since": "9:00", "error": DOWN}),
        "无法到达主机",
    ),
    (
        Trouble(
            "part",
            "the intake",
            {"name": "the intake", "why": "the database /d.db does not answer: database is locked"},
        ),
        "反复退出并被重新启动：收件（数据库 /d.db 没有应答：数据库被锁定）",
    ),
    (Trouble("part", "the pages", {"name": "the pages", "why": "by itself"}), "网页（自行结束）"),
    (Trouble("doctor", "blobs_missing", {"said": "缺"}), "doctor 发现的问题：存档文件"),
    (Trouble("doctor", "mails_unaccounted", {"said": "缺"}), "doctor 发现的问题：邮箱"),
]


@pytest.mark.parametrize(("trouble", "part"), WRONG, ids=lambda each: getattr(each, "about", ""))
def test_a_mail_to_the_person_in_charge_is_in_one_language(
    tmp_path: Path, trouble: Trouble, part: str
) -> None:
    mails = told(tmp_path, trouble)
    assert len(mails) == 2
    assert any(part in each for each in mails), mails
    for each in mails:
        assert not SENTENCE.search(each.replace("countercheck doctor", "")), each


def test_every_finding_names_what_was_looked_at_when_it_is_over() -> None:
    for code in CODES:
        check = code.partition("_")[0]
        assert trouble_words.CHECKED.get(check, check) in {*Check, "none"}, code


def test_the_parts_that_are_told_are_those_that_there_are() -> None:
    text = (ROOT / "flows" / "supervise.py").read_text("utf-8")
    names = re.findall(r'Part\(\s*"([^"]+)"', text)
    assert len(names) == 4
    for each in names:
        assert particulars.name(each) is not None, each
