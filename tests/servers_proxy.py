"""A proxy between a client and a server on loopback, which ends connections where a test wants it."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cutting(port: int, after: int | None) -> Iterator["Proxy"]:
    """Pass everything on to `port`, but end each connection once so many bytes came from the server."""
    proxy = Proxy(port, after)
    try:
        yield proxy
    finally:
        proxy.close()


class Proxy:
    """Between client and server; `passed` counts the bytes of the last session."""

    def __init__(self, port: int, after: int | None) -> None:
        self.target, self.after, self.passed = port, after, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server = socket.create_connection(("127.0.0.1", self.target))
        for each in (client, server):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=self._up, args=(client, server), daemon=True).start()
        passed = 0
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                left = len(data) if self.after is None else max(self.after - passed, 0)
                client.sendall(data[:left])
                passed += len(data[:left])
                self.passed = passed
                if self.after is not None and passed >= self.after:
                    break
        for each in (client, server):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                server.sendall(data)
