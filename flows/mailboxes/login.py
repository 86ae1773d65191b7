"""`countercheck login`: get the first token of a mailbox, or try a mended password out."""

import sys
import webbrowser
from pathlib import Path
from typing import TextIO

from rich.console import Console

import settings
from flows import setup, wiring
from flows.mailboxes import access, authorization, oauth
from flows.mailboxes.access import Access
from flows.mailboxes.imap import ImapSource
from models.configuration import Mailbox, Settings
from models.errors import ConfigurationError
from models.rows.inbox import mailbox_states
from review.reports import login
from review.words import say

SENDING = "smtp"
"""The name of the server that mails are sent by, where a mailbox's name stands otherwise."""


def log_in(
    console: Console, data: Path | None, name: str | None, lang: str, *, browser: bool, typed: TextIO | None
) -> None:
    """Let a person allow a mailbox to be read, or try its password; what was stopped goes on then.

    Raises:
        ConfigurationError: There is no such mailbox, or a setting cannot be used.
        MailboxError: It was not allowed, or the server refuses it.
    """
    chosen = settings.load(data)
    if name == SENDING and SENDING not in {each.name for each in chosen.mailboxes}:
        _allow_sending(console, chosen, lang, browser=browser, typed=typed)
        return
    box = _named(chosen, name)
    with wiring.opened(chosen) as context:
        source = next(
            each for each in context.sources if isinstance(each, ImapSource) and each.mailbox == box
        )
        if isinstance(source.access, Access):
            _allow(console, box.user, source.access, lang, browser=browser, typed=typed)
        tried = setup.try_out(source)
        mailbox_states.forgive(context.store, source.account)
        login.works(console, box.name, tried.filed_as.value, tried.mails, lang)


def _allow_sending(
    console: Console, chosen: Settings, lang: str, *, browser: bool, typed: TextIO | None
) -> None:
    with wiring.opened(chosen) as context:
        if context.smtp is None or not isinstance(context.smtp_access, Access):
            raise ConfigurationError("the server that mails are sent by is not logged in to by tokens")
        _allow(console, context.smtp.user, context.smtp_access, lang, browser=browser, typed=typed)
        login.allowed(console, lang)


def _named(chosen: Settings, name: str | None) -> Mailbox:
    names = [each.name for each in chosen.mailboxes]
    if not names:
        raise ConfigurationError(f"{chosen.data} has no settings of a mailbox: call countercheck init first")
    if name is None and len(names) > 1:
        raise ConfigurationError(f"there are several mailboxes: name one of {', '.join(names)}")
    found = [each for each in chosen.mailboxes if name in {None, each.name}]
    if not found:
        raise ConfigurationError(f"there is no mailbox {name!r}; known are {', '.join(names)}")
    return found[0]


def _allow(
    console: Console, user: str, tokens: Access, lang: str, *, browser: bool, typed: TextIO | None
) -> None:
    with authorization.listen() as listener:
        port = listener.getsockname()[1]
        request = authorization.prepared(tokens.settings, user, port, tokens.section)
        login.open_this(console, request.address, user, lang, paste=typed is not None)
        if browser:
            webbrowser.open(request.address)
        texts = {True: say(lang, "command.login_done"), False: say(lang, "command.login_refused")}
        shown = {worked: authorization.page(text, lang) for worked, text in texts.items()}
        code = authorization.waited(listener, request, typed, shown)
    granted = oauth.exchanged(tokens.settings, authorization.form(request, code), tokens.section)
    access.begin(tokens, granted)


def terminal_input() -> TextIO | None:
    """Return what a person types, where it can be waited for beside the browser."""
    return sys.stdin if sys.platform != "win32" and sys.stdin is not None and sys.stdin.isatty() else None
