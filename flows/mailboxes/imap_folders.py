"""The folders for settled mails, named and made the way a server wants it."""

from typing import Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from flows.mailboxes.imap_wire import BoundedClient
from models.receipt import MessageState

FOLDERS = {
    MessageState.PROCESSED: ("countercheck", "Done"),
    MessageState.QUARANTINED: ("countercheck", "Quarantine"),
}


def named(client: BoundedClient, state: MessageState) -> str:
    """Return the name of the folder for mails in that state."""
    prefix, delimiter = _namespace(client)
    return prefix + delimiter.join(FOLDERS[state])


def made(client: BoundedClient, state: MessageState) -> str:
    """Return the name of the folder for mails in that state, which is made if it is not there."""
    prefix, delimiter = _namespace(client)
    parts = FOLDERS[state]
    name = prefix + delimiter.join(parts)
    if not client.folder_exists(name):
        try:
            client.create_folder(name)
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            # Another worker may have made it since, or a parent has to be made first.
            if not client.folder_exists(name):
                client.create_folder(prefix + parts[0])
                client.create_folder(name)
        client.subscribe_folder(name)
    return name


def _namespace(client: BoundedClient) -> tuple[str, str]:
    if client.has_capability("NAMESPACE"):
        personal: Any = client.namespace().personal
        if personal:
            prefix, delimiter = personal[0]
            return prefix, delimiter or "/"
    listed = client.list_folders("", "")
    delimiter = listed[0][1] if listed else None
    return "", delimiter.decode() if delimiter else "/"
