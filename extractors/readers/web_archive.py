"""Web pages saved in one file with their pictures (MHTML, RFC 2557), as Excel and SAP save lists too."""

import email
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.policy import compat32

from extractors.readers.decoding import decode
from extractors.readers.identify import is_web_archive

MARK = b"\xef\xbb\xbf"
"""Says that a text is UTF-8, whatever the page declares about its former self."""


def pages(data: bytes) -> Iterator[bytes]:
    """Yield the pages of an archive, a single page as it is."""
    if not is_web_archive(data):
        yield data
        return
    try:
        message = email.message_from_bytes(data.lstrip(MARK + b"\r\n"), policy=compat32)
        yield from (_page(part) for part in message.walk() if part.get_content_type() == "text/html")
    except (RecursionError, MessageError):  # no page can be told in it
        return


def _page(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = part.get_content_charset()
    return content if charset is None else MARK + decode(content, charset).encode("utf-8", "replace")
