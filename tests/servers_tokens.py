"""A provider of tokens on loopback: it hands them out, rotates refresh tokens, and can be made to fail."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from models.configuration import Provider, Secret, Tokens


@dataclass
class TokenServer:
    """What the provider knows. `answers` are given in place of the right ones, one after the other."""

    user: str = "u"
    lasts: object = 3600
    rotates: bool = True
    delay: threading.Event | None = None
    refresh: set[str] = field(default_factory=lambda: {"refresh-0"})
    access: dict[str, str] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def tokens(self, **changes: object) -> Tokens:
        plain: dict[str, object] = {
            "provider": Provider.OTHER,
            "client_id": "client",
            "client_secret": Secret("secret-of-the-client"),
            "token_url": f"{self.url}/token",
            "authorize_url": f"{self.url}/authorize",
            "scope": "mail",
            "refresh_token": Secret("refresh-0"),
        }
        return Tokens(**(plain | changes))  # type: ignore[arg-type]

    def granted(self) -> dict[str, object]:
        number = len(self.access) + 1
        token = f"access-{number}"
        self.access[token] = self.user
        said: dict[str, object] = {"access_token": token, "token_type": "Bearer"}
        if self.lasts is not None:
            said["expires_in"] = self.lasts
        if self.rotates:
            said["refresh_token"] = f"refresh-{number}"
            self.refresh = {f"refresh-{number}"}
        return said

    def answer(self, form: dict[str, str]) -> tuple[int, bytes]:
        """Return the answer of the token endpoint."""
        self.asked.append(form)
        if self.delay is not None:
            self.delay.wait(10)
        if self.answers:
            return self.answers.pop(0)
        if (form.get("client_id"), form.get("client_secret")) != ("client", "secret-of-the-client"):
            return 401, b'{"error": "invalid_client"}'
        if not self._accepts(form):
            return 400, b'{"error": "invalid_grant", "error_description": "AADSTS70000"}'
        return 200, json.dumps(self.granted()).encode()

    def _accepts(self, form: dict[str, str]) -> bool:
        if form.get("grant_type") == "refresh_token":
            return form.get("refresh_token") in self.refresh
        redirect, challenge = self.codes.pop(form.get("code", ""), ("", ""))
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proven = base64.urlsafe_b64encode(digest).decode().rstrip("=") == challenge
        return proven and form.get("redirect_uri") == redirect

    def authorize(self, query: dict[str, str]) -> str:
        """Return where the browser is sent to after the person allowed it."""
        assert query["code_challenge_method"] == "S256"
        assert query["response_type"] == "code"
        code = f"code-{len(self.codes)}"
        self.codes[code] = query["redirect_uri"], query["code_challenge"]
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"


@contextmanager
def handing_out(**settings: object) -> Iterator[TokenServer]:
    """Serve a provider until the end of the context."""
    tokens = TokenServer(**settings)  # type: ignore[arg-type]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(*tokens.answer({key: values[0] for key, values in parse_qs(body).items()}))

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(asked.query).items()}
            if asked.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", tokens.authorize(query))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            # What Dovecot asks about a token.
            user = tokens.access.get(query.get("access_token", ""))
            said = {"error": "invalid_token"} if user is None else {"email": user, "active": "true"}
            self._say(200 if user else 400, json.dumps(said).encode())

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if status in {301, 302, 307}:
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    tokens.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield tokens
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
