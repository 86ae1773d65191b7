"""Letting a person allow a mailbox to be read: authorization code with PKCE, by a loopback redirect.

RFC 8252 (native applications), RFC 7636 (PKCE). The person opens an address in a browser; the provider
sends the browser back to a port that is listened to here. Where no browser runs on this machine, the
browser ends at a page it cannot open: the address it shows is pasted instead.
"""

import base64
import hashlib
import os
import secrets
import select
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO
from urllib.parse import parse_qs, urlencode, urlsplit

from flows.mailboxes.oauth import Endpoints, endpoints
from models.configuration import Tokens
from models.errors import ConfigurationError, MailboxError

PATIENCE = 600.0
"""Seconds to wait for the person."""
_LARGEST = 16 * 1024
_PAGE = (
    "<!doctype html><html lang='{lang}'><meta charset='utf-8'><title>countercheck</title><p>{said}</p></html>"
)


class NotAllowedError(MailboxError):
    """The person, or the provider, did not allow it."""


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """What a person is asked to open, and what the answer is checked by."""

    address: str
    redirect: str
    state: str
    verifier: str


def listen() -> socket.socket:
    """Return a socket on a free loopback port for the browser to come back to."""
    return socket.create_server(("127.0.0.1", 0))


def prepared(tokens: Tokens, user: str, port: int, section: str) -> Request:
    """Return what a person is asked to open.

    Raises:
        ConfigurationError: It is not known where the provider asks people.
    """
    place = endpoints(tokens, sending=section == "smtp")
    if not place.authorize:
        raise ConfigurationError(f"{section}.authorize_url is missing: provider other is known only by it")
    verifier = secrets.token_urlsafe(48)
    state = secrets.token_urlsafe(24)
    redirect = f"http://{place.host}:{port}"
    query = {
        "client_id": tokens.client_id,
        "response_type": "code",
        "redirect_uri": redirect,
        "scope": place.scope,
        "state": state,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
        "login_hint": user,
    }
    return Request(_with(place, query), redirect, state, verifier)


def form(request: Request, code: str) -> Mapping[str, str]:
    """Return what the code is exchanged with."""
    return {"code": code, "redirect_uri": request.redirect, "code_verifier": request.verifier}


def waited(
    listener: socket.socket,
    request: Request,
    typed: TextIO | None,
    shown: Mapping[bool, bytes],
    patience: float = PATIENCE,
) -> str:
    """Return the code, from the browser that comes back or from the address that a person types.

    `shown` are the pages that the browser shows, by whether it worked.

    Raises:
        NotAllowedError: It was refused, or nobody answered in time.
    """
    until = time.monotonic() + patience
    pasted = _Pasted(typed)
    while (left := until - time.monotonic()) > 0:
        sources: list[socket.socket | int] = [listener, *pasted.descriptors]
        ready, _, _ = select.select(sources, [], [], left)
        for each in ready:
            addresses = pasted.lines() if each is not listener else ()
            code = _from_browser(listener, request, shown) if each is listener else None
            for address in addresses:
                code = code or _code(address, request)
            if code is not None:
                return code
    raise NotAllowedError("nobody allowed it in time: call it again")


class _Pasted:
    """What a person types, read past the buffer of the text file: a paste may bring several lines."""

    def __init__(self, typed: TextIO | None) -> None:
        self.descriptors = [] if typed is None else [typed.fileno()]
        self._begun = b""

    def lines(self) -> tuple[str, ...]:
        """Return the lines that are complete now; a line that the end of input cuts off is one, too."""
        data = os.read(self.descriptors[0], _LARGEST)
        if not data:
            self.descriptors = []
        *whole, self._begun = (self._begun + (data or b"\n")).split(b"\n")
        return tuple(each.decode("utf-8", "replace").strip() for each in whole)


def _from_browser(listener: socket.socket, request: Request, shown: Mapping[bool, bytes]) -> str | None:
    connection, _ = listener.accept()
    with connection:
        connection.settimeout(5)
        try:
            line = connection.recv(_LARGEST).split(b"\r\n", 1)[0].decode("ascii", "replace").split(" ")
            try:
                code = _code(line[1] if len(line) > 1 else "", request)
            except NotAllowedError:
                _show(connection, shown[False])
                raise
            if code is None:
                connection.sendall(
                    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )
            else:
                _show(connection, shown[True])
        except OSError:
            return None
    return code


def page(said: str, lang: str) -> bytes:
    """Return the page that a browser shows at the end."""
    return _PAGE.format(lang=lang, said=said).encode()


def _show(connection: socket.socket, page: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n"
    connection.sendall(f"{head}Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n".encode() + page)


def _code(address: str, request: Request) -> str | None:
    """Return the code in an address; None if it is not the answer to this request."""
    try:
        asked = parse_qs(urlsplit(address).query)
    except ValueError:
        return None
    if not secrets.compare_digest(_only(asked, "state").encode(), request.state.encode()):
        return None
    error = _only(asked, "error")
    if error:
        shown = error if error.isascii() and error.isprintable() else "?"
        raise NotAllowedError(f"the provider says that it is not allowed ({shown[:80]}): call it again")
    return _only(asked, "code") or None


def _only(asked: Mapping[str, list[str]], name: str) -> str:
    values = asked.get(name, [])
    return values[0] if len(values) == 1 else ""


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def _with(place: Endpoints, query: Mapping[str, str]) -> str:
    joint = "&" if "?" in place.authorize else "?"
    return place.authorize + joint + urlencode(dict(query) | dict(place.more or {}))
