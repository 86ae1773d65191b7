"""What a person sends in with a form: small, of this page's own, with the token that it was shown with."""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request

LARGEST = 64 * 1024
"""Bytes of a form."""
MOST = 50
"""Fields of a form."""
Form = Mapping[str, str]


def reader(token: str) -> Callable[[Request], Awaitable[Form]]:
    """Return what reads a form that was shown with `token`."""

    async def read(request: Request) -> Form:
        """Return the fields of the request's form.

        Raises:
            HTTPException: It is too large, or no page of ours sent it.
        """
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                raise HTTPException(413)
        try:
            fields = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST))
        except ValueError:
            raise HTTPException(400) from None
        if not hmac.compare_digest(fields.get("token", "").encode(), token.encode()):
            raise HTTPException(403)
        return {name: text.replace("\r\n", "\n").strip() for name, text in fields.items()}

    return read
