"""Mailboxes on the scripted server that were taken in, and what is known of them."""

from dataclasses import replace

from servers_imap import Server, on

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from models import archive
from models.rows.inbox import mailbox_states, messages
from models.rows.inbox.mailbox_states import MailboxState

DONE = "countercheck/Done"
OK, NO = b"TAG OK done\r\n", b"TAG NO [OVERQUOTA] no room\r\n"


def taken(kit: Context, server: Server) -> ImapSource:
    """Take everything in, without showing it in the mailbox yet."""
    source = ImapSource(server.mailbox())
    faults, server.faults = server.faults, [on("UID MOVE", NO), on("UID COPY", NO), on("UID STORE", NO)]
    intake_once(replace(kit, sources=(source,)))
    server.faults = faults
    return source


def state(kit: Context, source: ImapSource) -> MailboxState:
    """Return how a mailbox is doing."""
    found = mailbox_states.state(kit.store, source.account, source.folder)
    assert found is not None
    return found


def entered(kit: Context) -> list[bytes]:
    """Return the mails that were taken in, sorted."""
    return sorted(archive.get(kit.archive, each.raw_sha256) for each in messages.listed(kit.store))
