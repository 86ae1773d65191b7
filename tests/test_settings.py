import datetime as dt
import stat
from pathlib import Path

import pytest

import settings
from flows import setup
from models.configuration import ImapId, Login, Secret, Security
from models.errors import ConfigurationError, ExitCode
from settings_table import SETTINGS

MAILBOX = {
    "COUNTERCHECK_MAILBOX_HOST": "imap.works.example",
    "COUNTERCHECK_MAILBOX_USER": "orders",
    "COUNTERCHECK_MAILBOX_PASSWORD": "canary-7f3a",
}


def test_without_any_setting_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    found = settings.load(tmp_path, {})
    assert found.data == tmp_path
    assert found.database.reveal() == f"sqlite:///{tmp_path}/countercheck.db"
    assert (found.mailboxes, found.watched) == ((), None)


def test_the_data_folder_is_named_by_argument_or_environment(tmp_path: Path) -> None:
    environment = {"COUNTERCHECK_DATA": str(tmp_path)}
    assert settings.load(None, environment).data == tmp_path
    assert settings.load(tmp_path / "other", environment).data == tmp_path / "other"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "countercheck.toml").write_text(
        'poll = 30\nprefect = false\nwatched = "/in"\n'
        '[mailbox]\nhost = "file.example"\nuser = "u"\npassword = "p"\n'
    )
    found = settings.load(tmp_path, {"COUNTERCHECK_MAILBOX_HOST": "environment.example"})
    (mailbox,) = found.mailboxes
    assert (mailbox.host, mailbox.user) == ("environment.example", "u")
    assert (found.poll, found.prefect, found.watched) == (dt.timedelta(seconds=30), False, Path("/in"))


def test_every_setting_can_be_read_from_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("canary-7f3a\n")
    environment = {**MAILBOX, "COUNTERCHECK_MAILBOX_PASSWORD_FILE": str(tmp_path / "password")}
    del environment["COUNTERCHECK_MAILBOX_PASSWORD"]
    found = settings.load(tmp_path, environment)
    (mailbox,) = found.mailboxes
    assert mailbox.password.reveal() == "canary-7f3a"


@pytest.mark.parametrize(("security", "port"), [("tls", 993), ("starttls", 143)])
def test_the_port_follows_the_protection(tmp_path: Path, security: str, port: int) -> None:
    found = settings.load(tmp_path, {**MAILBOX, "COUNTERCHECK_MAILBOX_SECURITY": security})
    (mailbox,) = found.mailboxes
    assert (mailbox.security, mailbox.port) == (Security(security), port)


@pytest.mark.parametrize(
    ("changes", "names", "expects"),
    [
        ({"POLL": "soon"}, "poll", "seconds"),
        ({"POLL": "0"}, "poll", "1 to 86400"),
        ({"MAILBOX_PORT": "99999"}, "mailbox.port", "1 to 65535"),
        ({"MAILBOX_SECURITY": "ssl"}, "mailbox.security", "tls, starttls or plain"),
        ({"MAILBOX_SECURITY": "plain"}, "mailbox.security", "tls"),
        ({"MAILBOX_IMAP_ID": "perhaps"}, "mailbox.imap_id", "auto, always or never"),
        ({"MAILBOX_HOST": ""}, "mailbox.host", "host name"),
        ({"MAILBOX_FOLDER": "IN\nBOX"}, "mailbox.folder", "folder name"),
        ({"MAX_MESSAGE_BYTES": "-1"}, "max_message_bytes", "1024 or more"),
        ({"PREFECT": "maybe"}, "prefect", "yes or no"),
        ({"DATABASE": "/data/rows.db"}, "database", "URL"),
        ({"MAILBOX_PASSWORD": ""}, "mailbox.password", "password"),
        (
            {"MAILBOX_PASSWORD_FILE": "/nowhere/at/all"},
            "COUNTERCHECK_MAILBOX_PASSWORD_FILE",
            "cannot be read",
        ),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it_and_what_is_expected(
    tmp_path: Path, changes: dict[str, str], names: str, expects: str
) -> None:
    environment = MAILBOX | {f"COUNTERCHECK_{name}": value for name, value in changes.items()}
    with pytest.raises(ConfigurationError) as refused:
        settings.load(tmp_path, environment)
    text = str(refused.value)
    assert refused.value.exit_code is ExitCode.CONFIGURATION
    assert names in text
    assert expects in text
    assert "\n" not in text
    assert "canary" not in text


@pytest.mark.parametrize("missing", list(MAILBOX))
def test_half_a_mailbox_names_what_is_missing(tmp_path: Path, missing: str) -> None:
    environment = {name: value for name, value in MAILBOX.items() if name != missing}
    with pytest.raises(ConfigurationError, match=missing):
        settings.load(tmp_path, environment)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[mailbox]\nhots = "imap.works.example"\n', "mailbox.hots"),
        ("poll = \n", "not valid TOML"),
        ("poll = [1]\n", "poll"),
    ],
)
def test_a_mistake_in_the_file_is_one_line_that_names_it(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "countercheck.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=says) as refused:
        settings.load(tmp_path, {})
    assert "\n" not in str(refused.value)


def test_a_plain_connection_to_this_machine_is_allowed(tmp_path: Path) -> None:
    local = MAILBOX | {"COUNTERCHECK_MAILBOX_HOST": "127.0.0.1", "COUNTERCHECK_MAILBOX_SECURITY": "plain"}
    found = settings.load(tmp_path, local)
    (mailbox,) = found.mailboxes
    assert mailbox.imap_id is ImapId.AUTO


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    database = {"COUNTERCHECK_DATABASE": "postgresql://me:canary-7f3a@db/countercheck"}
    found = settings.load(tmp_path, MAILBOX | database)
    assert "canary" not in f"{found} {found!r} {Secret('canary')}"


def test_every_setting_says_what_it_is_and_what_is_expected() -> None:
    assert all(each.about and each.expected for each in SETTINGS)
    assert len({each.variable for each in SETTINGS}) == len(SETTINGS)


GIVEN = {
    "mailbox.host": "imap.works.example",
    "mailbox.user": "orders",
    "mailbox.password": 'p"a\\ss 密码\x7f',
}


def test_what_init_writes_is_what_is_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    chosen, _ = setup.configure(data, GIVEN | {"watched": "in", "poll": "30"}, trial=False)
    assert settings.load(data, {}) == chosen
    assert chosen.watched == Path.cwd() / "in"
    (mailbox,) = chosen.mailboxes
    assert mailbox.password.reveal() == GIVEN["mailbox.password"]


def test_the_file_with_the_password_is_for_its_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        setup.configure(data, GIVEN, trial=False)
    assert stat.S_IMODE((data / "countercheck.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert [each.name for each in data.iterdir()] == ["countercheck.toml"]


def test_init_asks_for_what_is_not_given_in_the_language_wanted() -> None:
    asked: list[str] = []

    def ask(question: setup.Question) -> str:
        asked.append(question.words("zh"))
        return question.default or "x"

    found = setup.answers(GIVEN, ask)
    assert asked == [
        "端口",
        "加密方式：tls 或 starttls",
        "登录方式：password，或 xoauth2（Microsoft 365、Gmail）",
        "订单所在的邮件文件夹",
        "监视的文件夹（留空表示无）",
        "报价单导出文件（留空表示稍后）",
    ]
    assert found["mailbox.port"] == "993"


def test_init_without_a_mailbox_asks_nothing_about_one() -> None:
    asked: list[str] = []

    def ask(question: setup.Question) -> str:
        asked.append(question.key)
        return ""

    assert setup.answers({"watched": "/in"}, ask) == {"watched": "/in"}
    assert asked == ["mailbox.host", "quotations"]


def test_init_without_a_person_names_the_option_that_is_missing() -> None:
    with pytest.raises(ConfigurationError, match="--mailbox-user"):
        setup.answers({"mailbox.host": "imap.works.example"}, None)


def test_init_refuses_settings_that_nothing_could_come_in_by(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mailbox\.host nor watched"):
        setup.configure(tmp_path, {}, trial=False)


def test_only_secrets_are_asked_for_in_secret() -> None:
    asked = [each.key for each in setup.QUESTIONS if each.secret]
    assert asked == ["mailbox.client_secret", "mailbox.password"]


def test_init_asks_about_tokens_only_where_they_are_used() -> None:
    asked: list[str] = []

    def ask(question: setup.Question) -> str:
        asked.append(question.key)
        return question.default or "x"

    found = setup.answers({"mailbox.host": "outlook.office365.com", "mailbox.login": "xoauth2"}, ask)
    assert {"mailbox.provider", "mailbox.client_id", "mailbox.tenant"} <= set(asked)
    assert "mailbox.password" not in found


def test_init_adds_a_further_mailbox_to_what_there_is(tmp_path: Path) -> None:
    setup.configure(tmp_path, GIVEN | {"poll": "30", "senders.allowed": "works.example"}, trial=False)
    given = {"mailbox.host": "imap.163.com", "mailbox.user": "v", "mailbox.password": "q"}
    texts = setup.answers(given, None, "beijing")
    chosen, _ = setup.configure(tmp_path, texts, trial=False, name="beijing")
    assert [(each.name, each.host) for each in chosen.mailboxes] == [
        ("mailbox", "imap.works.example"),
        ("beijing", "imap.163.com"),
    ]
    assert settings.load(tmp_path, {}) == chosen
    assert chosen.senders.allowed == ("works.example",)
    with pytest.raises(ConfigurationError, match=r"no setting 'mailboxes\.No Name"):
        setup.configure(tmp_path, setup.answers(given, None, "No Name"), trial=False, name="No Name")


def test_several_mailboxes_are_told_apart_by_name(tmp_path: Path) -> None:
    (tmp_path / "countercheck.toml").write_text(
        '[mailbox]\nhost = "a.example"\nuser = "u"\npassword = "p"\n'
        '[mailboxes.beijing]\nhost = "b.example"\nuser = "v"\npassword = "q"\nimap_id = "always"\n'
    )
    environment = {
        "COUNTERCHECK_MAILBOXES_BEIJING_FOLDER": "Orders",
        "COUNTERCHECK_MAILBOXES_SPARE_HOST": "c.example",
        "COUNTERCHECK_MAILBOXES_SPARE_USER": "w",
        "COUNTERCHECK_MAILBOXES_SPARE_LOGIN": "xoauth2",
        "COUNTERCHECK_MAILBOXES_SPARE_CLIENT_ID": "1-2-3",
    }
    found = {each.name: each for each in settings.load(tmp_path, environment).mailboxes}
    assert set(found) == {"mailbox", "beijing", "spare"}
    assert (found["beijing"].folder, found["beijing"].imap_id) == ("Orders", ImapId.ALWAYS)
    assert (found["spare"].login, found["spare"].tokens.client_id) == (Login.XOAUTH2, "1-2-3")


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ({"smtp.host": "mail.example"}, "smtp.sender"),
        ({"smtp.host": "mail.example", "smtp.sender": "o@w.example", "smtp.user": "o"}, "smtp.password"),
        ({"mailboxes.two.host": "m.example", "mailboxes.two.user": "u"}, "mailboxes.two.password"),
        ({"mailboxes.T_O.host": "m.example"}, "mailboxes.T_O.host"),
        ({"smtp.host": "mail.example", "smtp.sender": "nobody"}, "smtp.sender"),
        ({"senders.allowed": "works.example, <x>"}, "senders.allowed"),
        ({"answers.link": "desk.example"}, "answers.link"),
    ],
)
def test_a_section_says_what_it_lacks(tmp_path: Path, texts: dict[str, str], names: str) -> None:
    with pytest.raises(ConfigurationError, match=names):
        settings.from_texts(tmp_path, texts)


def test_lists_are_written_with_commas_or_as_lists(tmp_path: Path) -> None:
    (tmp_path / "countercheck.toml").write_text(
        '[senders]\nallowed = ["Works.example", "@sales.example"]\n[answers]\ndomains = "works.example"\n'
    )
    found = settings.load(tmp_path, {})
    assert found.senders.allowed == ("works.example", "sales.example")
    assert found.answers.domains == ("works.example",)


@pytest.mark.parametrize(("security", "port"), [("tls", 465), ("starttls", 587)])
def test_the_port_for_sending_follows_the_protection(tmp_path: Path, security: str, port: int) -> None:
    texts = {"smtp.host": "m.example", "smtp.sender": "o@w.example", "smtp.security": security}
    smtp = settings.from_texts(tmp_path, texts).smtp
    assert smtp is not None
    assert (smtp.security, smtp.port) == (Security(security), port)


@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("COUNTERCHECK_MAILBOX_PASWORD", "COUNTERCHECK_MAILBOX_PASSWORD"),
        ("COUNTERCHECK_MAILBOX_PASSWORT_FILE", "COUNTERCHECK_MAILBOX_PASSWORD"),
        ("COUNTERCHECK_ALERT_TO", "COUNTERCHECK_ALERTS_TO"),
        ("COUNTERCHECK_QQQQQQQ", ""),
    ],
)
def test_a_variable_that_is_no_setting_is_named_with_what_may_be_meant(
    tmp_path: Path, variable: str, meant: str
) -> None:
    with pytest.raises(ConfigurationError) as refused:
        settings.load(tmp_path, {variable: "geheim"})
    assert variable in str(refused.value)
    assert meant in str(refused.value)
    assert "geheim" not in str(refused.value)


def test_variables_of_others_are_left_alone(tmp_path: Path) -> None:
    settings.load(
        tmp_path, {"COUNTERCHECK_DATA": "x", "COUNTERCHECK_CI": "1", "COUNTER": "1", "PATH": "/bin"}
    )


def test_a_long_text_that_cannot_be_used_is_cut(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as refused:
        settings.load(tmp_path, {"COUNTERCHECK_POLL": "x" * 10_000})
    assert len(str(refused.value)) < 250
