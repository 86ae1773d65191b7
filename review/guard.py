"""The door of the pages: this machine only, its own names only, strict headers on every answer."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "::1"})
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names this machine calls itself by: a page elsewhere that rebinds its name to us is refused."""
_READS = frozenset({"GET", "HEAD"})
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


class Guard:
    """ASGI middleware that refuses strangers and puts `HEADERS` on every answer."""

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str] = HOSTS, clients: frozenset[str] = LOOPBACK
    ) -> None:
        self.app = app
        self.hosts = hosts
        self.clients = clients | LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let the application answer it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self.app(scope, receive, send_guarded)
        else:
            await refusal(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        client = scope.get("client")
        if scope["type"] != "http" or client is None or client[0] not in self.clients:
            return PlainTextResponse("Only this machine may open these pages.", 403)
        if _host(scope) not in self.hosts:
            return PlainTextResponse("Unknown host name: open the pages as http://127.0.0.1.", 400)
        if scope["method"] not in _READS and not _is_own(scope):
            return PlainTextResponse("Only these pages themselves may change anything.", 403)
        return None


def _is_own(scope: Scope) -> bool:
    """Tell whether a page of ours sends a form, as far as the browser says (Fetch Metadata, RFC 6454).

    Our pages send no referrer, and then browsers say the origin "null": what they say of the site counts
    first. Every form brings its token besides.
    """
    said = {name: str(value, "latin-1") for name, value in scope["headers"]}
    site = said.get(b"sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = said.get(b"origin")
    return origin is None or origin.partition("://")[2].lower() == said.get(b"host", "").lower()


def _host(scope: Scope) -> str:
    named = [value for name, value in scope["headers"] if name == b"host"]
    if len(named) != 1:
        return ""
    host = str(named[0], "latin-1").lower()
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
