"""A file that a person hands in with a form: of this page's own, not too large (RFC 7578)."""

import hmac
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field

from fastapi import HTTPException, Request

LARGEST = 10 * 1024 * 1024
"""Bytes of a form with its file."""
MOST = 300
"""Fields of such a form."""
BOUNDARY = re.compile(
    r'multipart/form-data\s*;.*boundary="?([0-9A-Za-z\'()+_,./:=?-]{1,70})"?', re.IGNORECASE
)
NAME = re.compile(r'(?<![a-z*])name="([^"]*)"', re.IGNORECASE)
FILE_NAME = re.compile(r'filename="([^"]*)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was handed in, with the name that the browser gives it, and the form's other fields."""

    name: str
    data: bytes
    fields: Mapping[str, str] = field(default_factory=dict)


def reader(token: str) -> Callable[[Request], Awaitable[Upload]]:
    """Return what reads the file of a form that was shown with `token`."""

    async def read(request: Request) -> Upload:
        """Return the file of the request's form.

        Raises:
            HTTPException: It is too large, holds no file, or no page of ours sent it.
        """
        match = BOUNDARY.match(request.headers.get("content-type", ""))
        if match is None:
            raise HTTPException(400)
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                raise HTTPException(413)
        parts = list(_parts(bytes(body), match[1].encode()))
        given = next((data for name, file, data in parts if name == "token" and file is None), b"")
        if not hmac.compare_digest(given, token.encode()):
            raise HTTPException(403)
        file = next(((file, data) for name, file, data in parts if name == "file" and file), None)
        if file is None:
            raise HTTPException(400)
        fields = {name: data.decode("utf-8", "replace") for name, other, data in parts if other is None}
        return Upload(*file, fields)

    return read


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[str, str | None, bytes]]:
    """Yield the name, the file's name and the content of each part."""
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if len(pieces) > MOST + 2:
        raise HTTPException(400)
    for piece in pieces[1:]:
        if piece.startswith(b"--"):
            return
        head, found, data = piece.partition(b"\r\n\r\n")
        said = head.decode("utf-8", "replace")
        name, file = NAME.search(said), FILE_NAME.search(said)
        if found and name:
            yield name[1], file[1] if file else None, data
