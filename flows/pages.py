"""The pages of an opened data folder, served until told to stop."""

import socket
import threading

import sandbox
from flows.context import Context
from models.errors import ConfigurationError
from review import serving, sources
from review.app import create_app
from review.language import DEFAULT


def listen(port: int, *, or_any: bool = False) -> socket.socket:
    """Return a socket on loopback; with `or_any` a free port is taken where `port` is not.

    Raises:
        ConfigurationError: The port is taken.
    """
    try:
        return serving.listen(port)
    except ConfigurationError:
        if not or_any:
            raise
        return serving.listen(0)


def serve(context: Context, listening: socket.socket, stop: threading.Event, language: str = DEFAULT) -> None:
    """Serve the pages in this thread until `stop` is set."""
    kept = sources.of_store(context.store, context.archive, sandbox.read, sandbox.render)
    serving.serve(create_app(kept, language=language), listening, stop)
