"""`countercheck login`: a person allows a mailbox, in the browser here or on another machine."""

import io
import re
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import servers_imap
from intake_builders import context, mail
from rich.console import Console
from servers_imap import Server, on, serving
from servers_tokens import TokenServer, handing_out

import settings
from flows.mailboxes import authorization, login
from flows.mailboxes.authorization import NotAllowedError
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import poll
from flows.mailboxes.source import LoginRefusedError, LoginStoppedError
from models.configuration import Provider, Tokens
from models.errors import ConfigurationError

ORDER = mail("order", "ORDER 1")
KEY = "Y2FuYXJ5LWtleS1vZi10aGUtdGVzdC0wMTIzNDU2Nzg="


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with handing_out() as server:
        yield server


def configured(folder: Path, server: Server, provider: TokenServer, section: str = "mailbox") -> None:
    (folder / settings.FILE_NAME).write_text(
        f"prefect = false\nkey = '{KEY}'\n[{section}]\nhost = '127.0.0.1'\nport = {server.port}\n"
        f"security = 'plain'\nuser = 'u'\nlogin = 'xoauth2'\nprovider = 'other'\nclient_id = 'client'\n"
        f"client_secret = 'secret-of-the-client'\ntoken_url = '{provider.url}/token'\n"
        f"authorize_url = '{provider.url}/authorize'\nscope = 'mail'\n"
    )


class Terminal(io.StringIO):
    """What the command prints; the address to open can be waited for."""

    def address(self) -> str:
        assert servers_imap.until(lambda: "code_challenge_method" in self.getvalue())
        found = re.search(r"http://\S+/authorize\S+", self.getvalue())
        assert found is not None
        return found[0]


def printing(terminal: Terminal) -> Console:
    return Console(file=terminal, width=60)


def test_a_person_allows_a_mailbox_in_the_browser(tmp_path: Path, provider: TokenServer) -> None:
    terminal = Terminal()

    def browse() -> None:
        with urllib.request.urlopen(terminal.address(), timeout=10) as page:  # follows to the loopback port
            pages.append(page.read().decode())

    pages: list[str] = []
    with serving(ORDER, ORDER, token="access-1") as server:
        configured(tmp_path, server, provider)
        browser = threading.Thread(target=browse)
        browser.start()
        login.log_in(printing(terminal), tmp_path, None, "zh", browser=False, typed=None)
        browser.join()
    assert "可以关闭" in pages[0]
    assert "登录成功" in terminal.getvalue()
    assert "access-1" not in terminal.getvalue()
    assert provider.asked[0]["grant_type"] == "authorization_code"


def test_where_no_browser_is_the_address_is_pasted_and_the_next_look_uses_it(
    tmp_path: Path, provider: TokenServer
) -> None:
    terminal = Terminal()
    here, there = socket.socketpair()

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    def paste() -> None:
        try:
            urllib.request.build_opener(NoRedirect).open(terminal.address(), timeout=10)
        except urllib.error.HTTPError as moved:
            there.sendall(b"what is this?\n" + moved.headers["Location"].encode() + b"\n")

    with serving(ORDER, token="access-1") as server, here, there:
        configured(tmp_path, server, provider, "mailboxes.beijing")
        person = threading.Thread(target=paste)
        person.start()
        with here.makefile("r", buffering=1) as typed:
            login.log_in(printing(terminal), tmp_path, "beijing", "en", browser=False, typed=typed)
        person.join()
        assert "The login to beijing works" in terminal.getvalue()
        assert len(provider.asked) == 1
        provider.refresh.add("refresh-1")
    with pytest.raises(ConfigurationError, match="known are beijing"):
        login.log_in(printing(terminal), tmp_path, "tianjin", "en", browser=False, typed=None)


def test_sending_is_allowed_by_a_person_too(tmp_path: Path, provider: TokenServer) -> None:
    terminal = Terminal()

    def browse() -> None:
        with urllib.request.urlopen(terminal.address(), timeout=10) as page:
            page.read()

    with serving(ORDER) as server:
        configured(tmp_path, server, provider, "smtp")
        with (tmp_path / settings.FILE_NAME).open("a") as file:
            file.write("sender = 'orders@works.example'\n")
        browser = threading.Thread(target=browse)
        browser.start()
        login.log_in(printing(terminal), tmp_path, "smtp", "en", browser=False, typed=None)
        browser.join()
    assert "may be sent now" in terminal.getvalue()
    assert len(provider.asked) == 1


def test_what_is_asked_for_is_to_read_or_to_send() -> None:
    known = Tokens(Provider.MICROSOFT, "c")
    read, send = (authorization.prepared(known, "u", 1, each).address for each in ("mailbox", "smtp"))
    assert "IMAP.AccessAsUser.All" in read
    assert "SMTP.Send" not in read
    assert "SMTP.Send" in send


def test_login_lets_a_stopped_mailbox_go_on(tmp_path: Path) -> None:
    with serving(ORDER) as server:
        (tmp_path / settings.FILE_NAME).write_text(
            f"[mailbox]\nhost = '127.0.0.1'\nport = {server.port}\nsecurity = 'plain'\nuser = 'u'\n"
            f"password = '{servers_imap.PASSWORD}'\n"
        )
        source = ImapSource(server.mailbox())
        kit = context(tmp_path)
        server.faults = [on("LOGIN", b"TAG NO locked\r\n")]
        for _ in range(3):
            with pytest.raises(LoginRefusedError):
                poll(kit, source)
        server.faults = []
        with pytest.raises(LoginStoppedError):
            poll(kit, source)
        login.log_in(printing(Terminal()), tmp_path, None, "en", browser=False, typed=None)
        assert poll(kit, source).new == 1


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("/?error=access_denied&state={state}", "access_denied"),
        ("/?error=%3Cscript%3E\n&state={state}", "not allowed"),
        ("/?code=x&state=forged", "in time"),
        ("/?code=x", "in time"),
        ("/?code=x&code=y&state={state}", "in time"),
        ("/favicon.ico", "in time"),
        ("//[", "in time"),
        ("", "in time"),
    ],
)
def test_an_answer_that_is_not_the_one_asked_for_is_not_taken(
    provider: TokenServer, answer: str, says: str
) -> None:
    with authorization.listen() as listener:
        port = listener.getsockname()[1]
        request = authorization.prepared(provider.tokens(), "u", port, "mailbox")
        with socket.create_connection(("127.0.0.1", port)) as browser:
            browser.sendall(f"GET {answer.format(state=request.state)} HTTP/1.1\r\n\r\n".encode())
            with pytest.raises(NotAllowedError, match=says):
                authorization.waited(listener, request, None, {True: b"", False: b"no"}, patience=0.3)


def test_a_provider_that_is_not_known_needs_its_address(provider: TokenServer) -> None:
    with pytest.raises(ConfigurationError, match=r"mailboxes\.x\.authorize_url"):
        authorization.prepared(provider.tokens(authorize_url=""), "u", 1, "mailboxes.x")
