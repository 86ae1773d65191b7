"""Logging in: by token against Dovecot and a scripted server, ID in its place, refusals that stop."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_dovecot
import servers_imap
from intake_builders import Clock, context, mail
from servers_imap import names, on, serving
from servers_tokens import TokenServer, handing_out

from flows.context import Context
from flows.mailboxes import access, vault
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import poll
from flows.mailboxes.source import LoginRefusedError, LoginStoppedError
from models.configuration import NO_SECRET, ImapId, Login, Mailbox, Secret
from models.errors import MailboxError
from models.rows.inbox import mailbox_states

ORDER = mail("order", "ORDER 1")
KEY = "Y2FuYXJ5LWtleS1vZi10aGUtdGVzdC0wMTIzNDU2Nzg="


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with handing_out() as server:
        yield server


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path, now=Clock())


def by_token(kit: Context, box: Mailbox, provider: TokenServer) -> ImapSource:
    mailbox = replace(box, login=Login.XOAUTH2, password=NO_SECRET, tokens=provider.tokens())
    sealed = vault.open_vault(Path("/nowhere"), Secret(KEY))
    return ImapSource(mailbox, access.of_mailbox(kit.store, sealed, mailbox, "me", kit.now))


def test_a_token_logs_in_and_is_used_at_every_look(kit: Context, provider: TokenServer) -> None:
    with serving(ORDER, token="access-1") as server:
        source = by_token(kit, server.mailbox(), provider)
        for _ in range(5):
            poll(kit, source)
        assert "LOGIN" not in server.commands()
    assert len(provider.asked) == 1


def test_a_token_that_was_revoked_is_replaced_by_a_new_one(kit: Context, provider: TokenServer) -> None:
    with serving(ORDER, token="access-2") as server:
        poll(kit, by_token(kit, server.mailbox(), provider))
        # The server says why before it says NO, and waits for an empty answer in between.
        assert "CHALLENGED b'\\r\\n'" in server.said
        assert server.commands().count("AUTHENTICATE") == 2
    assert len(provider.asked) == 2


def test_a_token_that_is_refused_twice_asks_for_a_person(kit: Context, provider: TokenServer) -> None:
    with serving(ORDER, token="none of them") as server:
        with pytest.raises(LoginRefusedError, match="countercheck login mailbox") as refused:
            poll(kit, by_token(kit, server.mailbox(), provider))
        assert "access-" not in str(refused.value)
        assert server.commands().count("AUTHENTICATE") == 2


@pytest.mark.parametrize("answer", [b"+ %%% no base64\r\n", b"+ \r\n+ \r\n+ \r\nTAG NO no\r\n"])
def test_nonsense_in_the_middle_of_a_login_is_an_error_with_a_name(
    kit: Context, provider: TokenServer, answer: bytes
) -> None:
    with serving(ORDER) as server:
        server.faults = [on("AUTHENTICATE", answer)]
        with pytest.raises(MailboxError):
            poll(kit, by_token(kit, server.mailbox(), provider))


OAUTH = """
tokeninfo_url = {url}/tokeninfo?access_token=
username_attribute = email
"""
DOVECOT = """
auth_mechanisms = plain login xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {path}
}}
"""


@pytest.mark.dovecot
@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
def test_dovecot_accepts_the_token_and_refuses_a_revoked_one(tmp_path: Path, provider: TokenServer) -> None:
    folder = Path("/tmp") / f"countercheck-oauth-{provider.port}"
    folder.write_text(OAUTH.format(url=provider.url))
    try:
        with servers_dovecot.running(DOVECOT.format(path=folder)) as server:
            server.deliver("u", ORDER)
            kit = context(tmp_path, now=Clock())
            source = by_token(kit, server.mailbox("u"), provider)
            assert poll(kit, source).new == 1
            provider.access.clear()
            provider.access["of another"] = "somebody"
            assert poll(kit, source).new == 0
            assert len(provider.asked) == 2
            provider.user = "somebody else"
            provider.access.clear()
            with pytest.raises(LoginRefusedError):
                poll(kit, source)
    finally:
        folder.unlink()


@pytest.mark.parametrize(
    ("capabilities", "imap_id", "said"),
    [
        ("IMAP4rev1 ID MOVE", ImapId.AUTO, ["LOGIN", "ID", "SELECT"]),
        ("IMAP4rev1 MOVE", ImapId.AUTO, ["LOGIN", "SELECT"]),
        ("IMAP4rev1 MOVE", ImapId.ALWAYS, ["LOGIN", "ID", "SELECT"]),
        ("IMAP4rev1 ID MOVE", ImapId.NEVER, ["LOGIN", "SELECT"]),
    ],
)
def test_who_speaks_is_said_after_the_login_and_before_the_folder(
    kit: Context, capabilities: str, imap_id: ImapId, said: list[str]
) -> None:
    with serving(capabilities=capabilities) as server:
        poll(kit, ImapSource(server.mailbox(imap_id=imap_id)))
        assert names(server.commands())[: len(said)] == said


def test_a_server_that_wants_to_know_who_speaks_opens_the_folder_then(kit: Context) -> None:
    with serving(ORDER, needs_id=True) as server:
        assert poll(kit, ImapSource(server.mailbox())).new == 1


@pytest.mark.parametrize("password", ["密码", 'p"a\\ss', "pässword", "a b"])
def test_any_password_logs_in(kit: Context, password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers_imap, "PASSWORD", password)
    with serving(ORDER) as server:
        escaped = password.replace("\\", "\\\\").replace('"', '\\"')
        server.faults = [on(f'LOGIN U "{escaped}"'.upper(), b"TAG OK done\r\n")]
        assert poll(kit, ImapSource(server.mailbox(password=Secret(password)))).new == 1


def test_a_login_is_tried_three_times_and_not_again_by_any_process(tmp_path: Path) -> None:
    with serving(ORDER) as server:
        wrong = ImapSource(server.mailbox(password=Secret("wrong")))
        for at in range(3):
            assert not auth_failed(context(tmp_path), wrong)
            with pytest.raises(LoginRefusedError):
                poll(context(tmp_path, owner=str(at)), wrong)
        assert auth_failed(context(tmp_path), wrong)
        for _ in range(3):
            with pytest.raises(LoginStoppedError, match="countercheck login"):
                poll(context(tmp_path), wrong)
        assert server.commands().count("LOGIN") == 3


def auth_failed(kit: Context, source: ImapSource) -> bool:
    state = mailbox_states.state(kit.store, source.account, source.folder)
    return state is not None and state.auth_failed


def test_a_changed_password_is_tried_at_once(kit: Context) -> None:
    with serving(ORDER) as server:
        wrong = ImapSource(server.mailbox(password=Secret("wrong")))
        for _ in range(4):
            with pytest.raises(LoginRefusedError):
                poll(kit, wrong)
        assert poll(kit, ImapSource(server.mailbox())).new == 1
        assert not auth_failed(kit, wrong)


def test_a_broken_connection_in_between_counts_as_no_refusal(kit: Context) -> None:
    with serving(ORDER) as server:
        server.faults = [on("LOGIN", servers_imap.cut)]
        for _ in range(5):
            with pytest.raises(MailboxError):
                poll(kit, ImapSource(server.mailbox()))
        server.faults = []
        assert poll(kit, ImapSource(server.mailbox())).new == 1


def test_the_digest_of_a_login_tells_nobody_the_password(kit: Context) -> None:
    with serving() as server:
        source = ImapSource(server.mailbox())
        assert source.login() != ImapSource(server.mailbox(password=Secret("other"))).login()
        assert len(source.login()) == 32
        assert servers_imap.PASSWORD not in source.login()
    assert kit is not None
