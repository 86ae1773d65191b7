from pathlib import Path

import pytest
import servers_smtp
from servers_smtp import PASSWORD, TOKEN, USER, Post

from flows.post import smtp
from flows.post.smtp import LaterError, RefusedError, ServerError, UnknownError
from models.configuration import Login, Secret, Security, Smtp

MAIL = b"From: a@works.example\r\nSubject: x\r\n\r\nfirst\r\n.\r\n..dots\r\nlast\r\n"


def hand_over(settings: Smtp, data: bytes = MAIL, access: smtp.Access | None = None) -> None:
    with smtp.connected(settings, access) as line:
        line.hand_over("b@works.example", data)


def test_a_mail_arrives_as_it_was_with_its_dots(post: Post) -> None:
    hand_over(servers_smtp.settings(post))
    assert post.taken == [MAIL]


def test_several_mails_go_over_one_connection_whatever_becomes_of_each(post: Post) -> None:
    post.answers = [None, "451 later", "552 too large", None]
    with smtp.connected(servers_smtp.settings(post)) as line:
        line.hand_over("b@works.example", MAIL)
        with pytest.raises(LaterError, match="451 later"):
            line.hand_over("b@works.example", MAIL)
        with pytest.raises(RefusedError, match="552 too large"):
            line.hand_over("b@works.example", MAIL)
        line.hand_over("c@works.example", MAIL)
    assert post.recipients == ["b@works.example", "c@works.example"]


def test_an_answer_that_never_comes_is_neither_yes_nor_no(post: Post) -> None:
    post.answers = ["drop"]
    with pytest.raises(UnknownError):
        hand_over(servers_smtp.settings(post))
    assert len(post.taken) == 1


def test_a_server_that_closes_is_not_the_mails_fault(post: Post) -> None:
    post.answers = ["421 closing"]
    with pytest.raises(ServerError, match="421 closing"):
        hand_over(servers_smtp.settings(post))


def test_a_recipient_with_a_line_break_writes_no_commands(post: Post) -> None:
    with smtp.connected(servers_smtp.settings(post)) as line:
        line.hand_over("b@works.example>\r\nRCPT TO:<thief@elsewhere.example", MAIL)
    assert post.recipients == ["b@works.example"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_login_by_password_over_tls(tmp_path: Path, security: Security) -> None:
    own = servers_smtp.certificate(tmp_path)
    over = {"tls" if security is Security.TLS else "starttls": own}
    with servers_smtp.running(login=True, **over) as post:  # type: ignore[arg-type]
        plain = {
            "host": "localhost",
            "security": security,
            "ca_file": own.certificate,
            "user": USER,
        }
        hand_over(servers_smtp.settings(post, password=Secret(PASSWORD), **plain))
        assert len(post.taken) == 1
        with pytest.raises(ServerError, match=r"refuses the login.*535") as refused:
            hand_over(servers_smtp.settings(post, password=Secret("wrong-word"), **plain))
        assert "wrong-word" not in str(refused.value)
        assert len(post.taken) == 1


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("trusted", ["nobody", "another name"])
def test_a_server_that_is_not_proven_gets_nothing(tmp_path: Path, security: Security, trusted: str) -> None:
    name = "localhost" if trusted == "nobody" else "elsewhere.example"
    own = servers_smtp.certificate(tmp_path, name)
    over = {"tls" if security is Security.TLS else "starttls": own}
    with servers_smtp.running(login=True, **over) as post:  # type: ignore[arg-type]
        settings = servers_smtp.settings(
            post,
            host="localhost",
            security=security,
            ca_file=None if trusted == "nobody" else own.certificate,
            user=USER,
            password=Secret(PASSWORD),
        )
        with pytest.raises(ServerError, match="cannot be reached"):
            hand_over(settings)
        assert post.taken == []


def test_starttls_that_is_not_offered_is_not_done_without(post: Post) -> None:
    with pytest.raises(ServerError, match="STARTTLS"):
        hand_over(servers_smtp.settings(post, security=Security.STARTTLS, host="localhost"))
    assert post.taken == []


def test_a_login_by_token_is_renewed_once_when_the_token_is_refused(tmp_path: Path) -> None:
    own = servers_smtp.certificate(tmp_path)
    asked: list[str | None] = []

    def access(refused: str | None) -> str:
        asked.append(refused)
        return TOKEN if refused else "stale"

    with servers_smtp.running(login=True, tls=own) as post:
        settings = servers_smtp.settings(
            post,
            host="localhost",
            security=Security.TLS,
            ca_file=own.certificate,
            user=USER,
            login=Login.XOAUTH2,
        )
        hand_over(settings, access=access)
        assert asked == [None, "stale"]
        assert len(post.taken) == 1
        post.tokens = ["another"]
        with pytest.raises(ServerError, match="refuses the login"):
            hand_over(settings, access=access)


def test_a_server_that_is_down_is_told_with_its_settings() -> None:
    with servers_smtp.running() as gone:
        settings = servers_smtp.settings(gone)
    with pytest.raises(ServerError, match=r"cannot be reached.*check smtp\.host"):
        hand_over(settings)
