"""The pages on a port of this machine, until told to stop."""

import socket
import threading

import uvicorn
from starlette.types import ASGIApp

from models.errors import ConfigurationError

ADDRESS = "127.0.0.1"
_PATIENCE = 5


def listen(port: int, address: str = ADDRESS) -> socket.socket:
    """Return a socket that listens on loopback, or on another address; port 0 takes a free one.

    Raises:
        ConfigurationError: The port is taken.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
    except OSError as refused:
        listening.close()
        raise ConfigurationError(f"port {port} cannot be used ({refused.strerror}): choose another") from None
    listening.listen()
    return listening


def url(listening: socket.socket) -> str:
    """Return the address to open in the browser."""
    return f"http://{ADDRESS}:{listening.getsockname()[1]}/"


def serve(app: ASGIApp, listening: socket.socket, stop: threading.Event) -> None:
    """Serve `app` in this thread until `stop` is set; the socket is closed at the end."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        # Who asks is decided by the connection; a header could claim anything.
        proxy_headers=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=_PATIENCE,
    )
    server = uvicorn.Server(config)
    ended = threading.Event()
    watching = threading.Thread(target=_watch, args=(server, stop, ended), name="pages-stop", daemon=True)
    watching.start()
    try:
        server.run(sockets=[listening])
    finally:
        ended.set()
        listening.close()


def _watch(server: uvicorn.Server, stop: threading.Event, ended: threading.Event) -> None:
    while not ended.is_set():
        if stop.wait(0.2):
            server.should_exit = True
            return
