"""The pages of an opened data folder, served until told to stop."""

import socket
import threading
from functools import partial

import sandbox
from flows.context import Context
from flows.upkeep import readiness
from models.errors import ConfigurationError
from review import correspondence, quotations, serving, sources
from review.app import Readiness, create_app
from review.guard import LOOPBACK
from review.language import DEFAULT


def listen(port: int, address: str = serving.ADDRESS, *, or_any: bool = False) -> socket.socket:
    """Return a socket on `address`; with `or_any` a free port is taken where `port` is not.

    Raises:
        ConfigurationError: The port is taken.
    """
    try:
        return serving.listen(port, address)
    except ConfigurationError:
        if not or_any:
            raise
        return serving.listen(0, address)


def serve(
    context: Context,
    listening: socket.socket,
    stop: threading.Event,
    language: str = DEFAULT,
    *,
    clients: frozenset[str] = LOOPBACK,
    ready: Readiness | None = None,
) -> None:
    """Serve the pages in this thread until `stop` is set; `clients` are the addresses that may see them."""
    kept = sources.of_store(context.store, context.archive, sandbox.read, sandbox.render)
    asked = ready or partial(readiness.of_context, context)
    post = correspondence.of_store(
        context.store, context.answers, context.now, sends=context.smtp is not None
    )
    imports = quotations.of_store(context.store, context.now)
    app = create_app(kept, language=language, clients=clients, ready=asked, post=post, quotations=imports)
    serving.serve(app, listening, stop)
