import datetime as dt
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import Clock, database
from servers_tokens import TokenServer, handing_out

from flows.mailboxes import access, oauth, vault
from flows.mailboxes.access import Access
from flows.mailboxes.source import LoginRefusedError
from models import store
from models.configuration import NO_SECRET, Mailbox, Provider, Secret, Tokens
from models.errors import ConfigurationError, MailboxError
from models.rows.inbox import tokens
from models.store import Store

KEY = Secret("Y2FuYXJ5LWtleS1vZi10aGUtdGVzdC0wMTIzNDU2Nzg=")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    made = database(tmp_path)
    yield made
    store.close(made)


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with handing_out() as server:
        yield server


def asking(
    kept: Store, settings: Tokens, clock: Callable[[], dt.datetime], owner: str = "me", key: Secret = KEY
) -> Access:
    box = Mailbox("imap.works.example", "u", tokens=settings)
    sealed = vault.open_vault(Path("/nowhere"), key)
    return replace(access.of_mailbox(kept, sealed, box, owner, clock), sleep=lambda _: time.sleep(0.02))


def test_a_token_is_renewed_once_until_shortly_before_it_expires(kept: Store, provider: TokenServer) -> None:
    clock = Clock()
    asked = asking(kept, provider.tokens(), clock)
    found = []
    for _ in range(60):
        found.append(asked())
        clock.forward(60)
    assert found == ["access-1"] * 55 + ["access-2"] * 5
    assert [each["refresh_token"] for each in provider.asked] == ["refresh-0", "refresh-1"]


def test_another_process_uses_the_same_token(kept: Store, provider: TokenServer) -> None:
    clock = Clock()
    assert asking(kept, provider.tokens(), clock)() == "access-1"
    assert asking(kept, provider.tokens(), clock, owner="another")() == "access-1"
    assert len(provider.asked) == 1


def test_processes_that_renew_at_once_ask_once(kept: Store) -> None:
    with handing_out(delay=threading.Event()) as provider:
        assert provider.delay is not None
        found: list[str] = []

        def renew(owner: str) -> None:
            found.append(asking(kept, provider.tokens(), Clock(), owner)())

        threads = [threading.Thread(target=renew, args=(str(at),)) for at in range(4)]
        for each in threads:
            each.start()
        time.sleep(0.3)
        provider.delay.set()
        for each in threads:
            each.join()
    assert found == ["access-1"] * 4
    assert len(provider.asked) == 1


def test_the_new_refresh_token_is_kept_before_the_access_token_is_used(
    kept: Store, provider: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    asked = asking(kept, provider.tokens(), Clock())
    with monkeypatch.context() as patch:
        patch.setattr(tokens, "keep", refuse)
        with pytest.raises(sqlite3.OperationalError):
            asked()
    provider.refresh.add("refresh-0")
    assert asked() == "access-2"
    assert tokens.kept(kept, asked.account) is not None


def test_no_token_lies_open_in_the_database(tmp_path: Path, kept: Store, provider: TokenServer) -> None:
    asking(kept, provider.tokens(), Clock())()
    store.close(kept)
    written = b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())
    for secret in (b"access-1", b"refresh-0", b"refresh-1", b"secret-of-the-client"):
        assert secret not in written


def test_a_provider_that_does_not_rotate_keeps_the_refresh_token(kept: Store) -> None:
    clock = Clock()
    with handing_out(rotates=False) as provider:
        asked = asking(kept, provider.tokens(), clock)
        for _ in range(3):
            asked()
            clock.forward(3600)
        assert [each["refresh_token"] for each in provider.asked] == ["refresh-0"] * 3


@pytest.mark.parametrize(
    "answer",
    [
        (503, b"busy"),
        (429, b'{"error": "temporarily_unavailable"}'),
        (500, b'{"error": "server_error"}'),
        (200, b"<html>captive portal</html>"),
        (200, b"[1, 2]"),
        (200, b'{"access_token": ""}'),
        (200, b'{"access_token": 7}'),
        (200, b"[" * 100_000),
        (200, b'{"access_token": "' + b"x" * 2_000_000 + b'"}'),
        (302, b""),
        (400, b'{"error": ["invalid_grant"]}'),
    ],
    ids=lambda each: f"{each[0]} {each[1][:12].decode()}",
)
def test_a_provider_in_trouble_is_asked_again_later(
    kept: Store, provider: TokenServer, answer: tuple[int, bytes]
) -> None:
    asked = asking(kept, provider.tokens(), Clock())
    provider.answers = [answer]
    with pytest.raises(MailboxError, match="asked again") as failed:
        asked()
    assert not isinstance(failed.value, LoginRefusedError)
    assert asked() == "access-1"


def test_a_provider_that_is_down_is_asked_again_later(kept: Store) -> None:
    with handing_out() as provider:
        settings = provider.tokens()
    with pytest.raises(MailboxError, match=r"127\.0\.0\.1 does not answer"):
        asking(kept, settings, Clock())()


def test_while_the_provider_is_down_a_token_is_used_to_its_end(kept: Store, provider: TokenServer) -> None:
    clock = Clock()
    asked = asking(kept, provider.tokens(), clock)
    asked()
    clock.forward(3600 - 60)
    provider.answers = [(503, b"")] * 9
    assert asked() == "access-1"
    clock.forward(61)
    with pytest.raises(MailboxError):
        asked()


@pytest.mark.parametrize("error", sorted(oauth.REFUSED))
def test_a_refresh_token_that_is_not_accepted_asks_for_a_person(
    kept: Store, provider: TokenServer, error: str
) -> None:
    provider.answers = [(400, f'{{"error": "{error}"}}'.encode())]
    with pytest.raises(LoginRefusedError, match="countercheck login mailbox") as refused:
        asking(kept, provider.tokens(), Clock())()
    assert "refresh-0" not in str(refused.value)


def test_a_wrong_application_names_its_settings(kept: Store, provider: TokenServer) -> None:
    with pytest.raises(LoginRefusedError, match=r"mailbox\.client_id"):
        asking(kept, provider.tokens(client_id="another"), Clock())()


def test_a_mailbox_without_any_token_says_how_to_get_one(kept: Store, provider: TokenServer) -> None:
    with pytest.raises(LoginRefusedError, match="countercheck login"):
        asking(kept, provider.tokens(refresh_token=NO_SECRET), Clock())()
    assert provider.asked == []


def test_a_key_that_was_changed_says_how_to_get_a_new_token(kept: Store, provider: TokenServer) -> None:
    settings = provider.tokens(refresh_token=NO_SECRET)
    access.begin(asking(kept, settings, Clock()), oauth.Granted("a", "refresh-0", dt.timedelta(0)))
    with pytest.raises(LoginRefusedError, match="cannot be read with this key"):
        asking(kept, settings, Clock(), key=Secret("b3RoZXIta2V5LW9mLXRoZS10ZXN0LTAxMjM0NTY3ODk="))()


def test_a_new_refresh_token_in_the_settings_is_used_instead_of_the_old_chain(
    kept: Store, provider: TokenServer
) -> None:
    asking(kept, provider.tokens(), Clock())()
    provider.refresh.add("of-today")
    changed = provider.tokens(refresh_token=Secret("of-today"))
    assert asking(kept, changed, Clock())() == "access-2"
    assert provider.asked[-1]["refresh_token"] == "of-today"


def test_a_refused_access_token_is_renewed_before_it_expires(kept: Store, provider: TokenServer) -> None:
    asked = asking(kept, provider.tokens(), Clock())
    first = asked()
    assert asked(first) == "access-2"
    assert asked() == "access-2"


@pytest.mark.parametrize(
    ("stated", "seconds"), [("1200", 1200), (None, 1800), ("soon", 1800), (-5, 0), (10**9, 86400)]
)
def test_how_long_a_token_lasts_is_read_whatever_a_provider_writes(
    provider: TokenServer, stated: object, seconds: int
) -> None:
    provider.lasts = stated
    found = oauth.renewed(provider.tokens(), "refresh-0", "mailbox")
    assert found.lasts == dt.timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "address", ["http://tokens.example/token", "ftp://x/token", "https:", "/token", "http://["]
)
def test_secrets_go_to_no_address_that_shows_them(address: str) -> None:
    with pytest.raises(LoginRefusedError, match="token_url"):
        oauth.renewed(Tokens(Provider.OTHER, "c", token_url=address), "refresh", "mailbox")


@pytest.mark.parametrize(
    ("provider", "host"),
    [
        (Provider.MICROSOFT, "login.microsoftonline.com/works.example/"),
        (Provider.GOOGLE, "oauth2.googleapis.com/"),
    ],
)
def test_the_known_providers_are_asked_where_they_say(provider: Provider, host: str) -> None:
    place = oauth.endpoints(Tokens(provider, "c", tenant="works.example"))
    assert place.token.startswith(f"https://{host}")
    assert place.authorize.startswith("https://")


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    found: list[str] = []
    sealed = vault.open_vault(tmp_path, NO_SECRET).seal("canary")

    def open_again() -> None:
        found.append(str(vault.open_vault(tmp_path, NO_SECRET).unseal(sealed)))

    threads = [threading.Thread(target=open_again) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == ["canary"] * 8
    assert stat.S_IMODE((tmp_path / vault.FILE_NAME).stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [vault.FILE_NAME]


def test_processes_that_make_the_key_at_once_make_one(tmp_path: Path) -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.append(vault.open_vault(tmp_path, NO_SECRET).seal("x")))
        for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    last = vault.open_vault(tmp_path, NO_SECRET)
    assert [last.unseal(each) for each in made] == ["x"] * 8


@pytest.mark.parametrize("key", ["short", "ü" * 44, "x" * 44, "!" * 44])
def test_a_key_that_is_none_is_refused_without_being_shown(tmp_path: Path, key: str) -> None:
    with pytest.raises(ConfigurationError, match="Fernet key") as refused:
        vault.open_vault(tmp_path, Secret(key))
    assert key not in str(refused.value)
