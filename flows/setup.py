"""`countercheck init`: ask for what is needed, try the connection, write the settings.

The command line asks; here are the questions, the trial and the file. Everything can be answered by
options instead, without a person.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import settings
import settings_table
from flows.imap import FOLDERS, ImapSource
from flows.source import FiledAs
from models.configuration import Mailbox, Security, Settings
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
        return settings_table.BY_KEY[self.key].secret

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
    Question("mailbox.password", "Password (or authorisation code)", "密码（或授权码）"),
    Question("mailbox.folder", "Folder that orders come into", "订单所在的邮件文件夹", "INBOX"),
    Question("watched", "Folder to watch (empty: none)", "监视的文件夹（留空表示无）", optional=True),
    Question(
        "quotations", "Export of quotations (empty: later)", "报价单导出文件（留空表示稍后）", optional=True
    ),
)
"""What `init` asks, in this order; the mailbox's details only if there is one."""

Ask = Callable[[Question], str]


def answers(given: Mapping[str, str], ask: Ask | None) -> dict[str, str]:
    """Return the settings' texts by key: what is `given`, and the answers to what is not.

    Without `ask` nobody is there to answer: defaults are taken.

    Raises:
        ConfigurationError: Something that is needed is not given and cannot be asked for.
    """
    found = dict(given)
    for question in QUESTIONS:
        if question.key in found or _is_idle(question, found):
            continue
        answer = ask(question) if ask else question.default
        if not answer and not question.optional:
            option = question.key.replace(".", "-").replace("_", "-")
            message = f"{question.key} is missing: give --{option}"
            raise ConfigurationError(message)
        found[question.key] = answer
    return {key: text for key, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class Trial:
    """What a mailbox allows: how settled mails will be shown, and how many mails wait."""

    filed_as: FiledAs
    mails: int


def try_out(mailbox: Mailbox) -> Trial:
    """Log in, select the folder, and make the folders for settled mails; no mail is touched.

    Raises:
        MailboxError: Something of this cannot be done; the text says what.
    """
    with ImapSource(mailbox).visit() as place:
        filed_as = place.filed_as()
        if filed_as is FiledAs.MOVED:
            for state in FOLDERS:
                place.target(state)
        return Trial(filed_as, len(place.uids()))


def _is_idle(question: Question, found: Mapping[str, str]) -> bool:
    """Tell whether a question makes no sense after the answers so far."""
    if not question.key.startswith("mailbox.") or question.key == "mailbox.host":
        return False
    return not found.get("mailbox.host")


def configure(data: Path, texts: Mapping[str, str], *, trial: bool = True) -> tuple[Settings, Trial | None]:
    """Check `texts`, try the mailbox out, and write the settings; return them and how the trial went.

    Raises:
        ConfigurationError: A text cannot be used, or neither mailbox nor watched folder is given.
        MailboxError: The mailbox cannot be used; nothing is written.
    """
    # Whoever reads the file later may stand in another folder.
    paths = {key: str(Path(texts[key]).expanduser().absolute()) for key in _PATHS & texts.keys()}
    absolute = dict(texts) | paths
    chosen = settings.from_texts(data, absolute)
    if not chosen.mailboxes and chosen.watched is None:
        raise ConfigurationError("neither mailbox.host nor watched is set: nothing would ever come in")
    tried = try_out(chosen.mailboxes[0]) if trial and chosen.mailboxes else None
    _write(data, absolute)
    return chosen, tried


_PATHS = frozenset({"watched", "quotations", "policy", "mailbox.ca_file"})


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
    lines += [_line(key, text) for key, text in texts.items() if "." not in key]
    within = {key.partition(".")[2]: text for key, text in texts.items() if "." in key}
    if within:
        lines += ["", "[mailbox]", *(_line(key, text) for key, text in within.items())]
    return "\n".join(lines) + "\n"


def _line(key: str, text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return f"{key} = {json.dumps(text, ensure_ascii=False)}".replace("\x7f", "\\u007f")
