"""`countercheck init`: ask for what is needed, try the connection, write the settings.

The command line asks; here are the questions, the trial and the file. Everything can be answered by
options instead, without a person.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import settings
import settings_table
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.imap_folders import FOLDERS
from flows.mailboxes.source import FiledAs
from models.configuration import Login, Security, Settings
from models.errors import ConfigurationError
from settings import FILE_NAME


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask for a setting, in both languages. An optional one may stay empty."""

    key: str
    en: str
    zh: str
    default: str = ""
    optional: bool = False

    @property
    def secret(self) -> bool:
        """Tell whether the answer must not be shown while it is typed."""
        known = settings_table.setting(self.key)
        return known is not None and known.secret

    def words(self, lang: str) -> str:
        """Return the question in the language `zh` or `en`."""
        return self.zh if lang == "zh" else self.en


QUESTIONS = (
    Question(
        "mailbox.host", "Mail server (empty: no mailbox)", "邮件服务器（留空表示不使用邮箱）", optional=True
    ),
    Question("mailbox.port", "Port", "端口", "993"),
    Question(
        "mailbox.security", "Protection: tls or starttls", "加密方式：tls 或 starttls", Security.TLS.value
    ),
    Question("mailbox.user", "User", "用户名"),
    Question(
        "mailbox.login",
        "Login: password, or xoauth2 for Microsoft 365 and Gmail",
        "登录方式：password，或 xoauth2（Microsoft 365、Gmail）",
        Login.PASSWORD.value,
    ),
    Question("mailbox.provider", "Provider: microsoft or google", "服务商：microsoft 或 google", "microsoft"),
    Question(
        "mailbox.client_id",
        "Id of the application registered with the provider",
        "在服务商处注册的应用程序 ID",
    ),
    Question(
        "mailbox.client_secret",
        "Secret of that application (empty: none)",
        "该应用程序的密钥（留空表示无）",
        optional=True,
    ),
    Question(
        "mailbox.tenant", "Directory of the company (Microsoft)", "公司目录（Microsoft）", "organizations"
    ),
    Question("mailbox.password", "Password (or authorisation code)", "密码（或授权码）"),
    Question("mailbox.folder", "Folder that orders come into", "订单所在的邮件文件夹", "INBOX"),
    Question("watched", "Folder to watch (empty: none)", "监视的文件夹（留空表示无）", optional=True),
    Question(
        "quotations", "Export of quotations (empty: later)", "报价单导出文件（留空表示稍后）", optional=True
    ),
)
"""What `init` asks, in this order; the mailbox's details only if there is one."""
_OF_TOKENS = frozenset({"provider", "client_id", "client_secret", "tenant"})
_FIRST = "mailbox."

Ask = Callable[[Question], str]


def answers(given: Mapping[str, str], ask: Ask | None, name: str | None = None) -> dict[str, str]:
    """Return the settings' texts by key: what is `given`, and the answers to what is not.

    Without `ask` nobody is there to answer: defaults are taken. With a `name` only the mailbox of that
    name is asked about, one more beside those there are.

    Raises:
        ConfigurationError: Something that is needed is not given and cannot be asked for.
    """
    section = _FIRST if name is None else f"{settings_table.FURTHER}.{name}."
    found = {_within(section, key): text for key, text in given.items()}
    for question in _questions(section):
        if question.key in found or _is_idle(question, section, found):
            continue
        answer = (ask(question) if ask else question.default).strip()
        if not answer and not question.optional:
            option = question.key.removeprefix(section).replace(".", "-").replace("_", "-")
            option = option if option == question.key else f"mailbox-{option}"
            message = f"{question.key} is missing: give --{option}"
            raise ConfigurationError(message)
        found[question.key] = answer
    return {key: text for key, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class Trial:
    """What a mailbox allows: how settled mails will be shown, and how many mails wait."""

    filed_as: FiledAs
    mails: int


def _questions(section: str) -> tuple[Question, ...]:
    if section == _FIRST:
        return QUESTIONS
    return tuple(
        replace(
            each, key=_within(section, each.key), optional=each.optional and not each.key.endswith("host")
        )
        for each in QUESTIONS
        if each.key.startswith(_FIRST)
    )


def _within(section: str, key: str) -> str:
    return section + key.removeprefix(_FIRST) if key.startswith(_FIRST) else key


def try_out(source: ImapSource) -> Trial:
    """Log in, select the folder, and make the folders for settled mails; no mail is touched.

    Raises:
        MailboxError: Something of this cannot be done; the text says what.
    """
    with source.visit() as place:
        filed_as = place.filed_as()
        if filed_as is FiledAs.MOVED:
            for state in FOLDERS:
                place.target(state)
        return Trial(filed_as, len(place.uids()))


def _is_idle(question: Question, section: str, found: Mapping[str, str]) -> bool:
    """Tell whether a question makes no sense after the answers so far."""
    name = question.key.removeprefix(section)
    if name in {question.key, "host"}:
        return False
    if not found.get(f"{section}host"):
        return True
    by_token = found.get(f"{section}login") == Login.XOAUTH2.value
    return name == "password" if by_token else name in _OF_TOKENS


def configure(
    data: Path, texts: Mapping[str, str], *, trial: bool = True, name: str | None = None
) -> tuple[Settings, Trial | None]:
    """Check `texts`, try the mailbox out, and write the settings; return them and how the trial went.

    With the `name` of a further mailbox what the file says already stays. A mailbox that is logged in to
    by tokens is tried out by `countercheck login`, once a person has allowed it.

    Raises:
        ConfigurationError: A text cannot be used, or neither mailbox nor watched folder is given.
        MailboxError: The mailbox cannot be used; nothing is written.
    """
    # Whoever reads the file later may stand in another folder.
    paths = {
        key: str(Path(text).expanduser().absolute())
        for key, text in texts.items()
        if key in _PATHS or key.endswith(".ca_file")
    }
    before = settings.from_file(data) if name is not None else {}
    absolute = before | dict(texts) | paths
    chosen = settings.from_texts(data, absolute)
    if not chosen.mailboxes and chosen.watched is None:
        raise ConfigurationError("neither mailbox.host nor watched is set: nothing would ever come in")
    boxes = [each for each in chosen.mailboxes if each.name == (name or "mailbox")]
    ready = trial and boxes and boxes[0].login is Login.PASSWORD
    tried = try_out(ImapSource(boxes[0])) if ready else None
    _write(data, absolute)
    return chosen, tried


_PATHS = frozenset({"watched", "quotations", "policy"})


def _write(data: Path, texts: Mapping[str, str]) -> None:
    """Write the file as a whole, readable for nobody else: it holds the password."""
    temporary = data / f".{FILE_NAME}.new"
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(toml(texts))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(data / FILE_NAME)
    except OSError as refused:
        message = f"{data / FILE_NAME} cannot be written ({refused.strerror}): choose another data folder"
        raise ConfigurationError(message) from None


def toml(texts: Mapping[str, str]) -> str:
    """Return settings as the text of `countercheck.toml`."""
    lines = ["# Written by `countercheck init`. The environment wins over this file."]
    sections: dict[str, list[str]] = {}
    for key, text in texts.items():
        section, _, name = key.rpartition(".")
        sections.setdefault(section, []).append(_line(name, text))
    lines += sections.pop("", [])
    for section, within in sections.items():
        lines += ["", f"[{section}]", *within]
    return "\n".join(lines) + "\n"


def _line(key: str, text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return f"{key} = {json.dumps(text, ensure_ascii=False)}".replace("\x7f", "\\u007f")
