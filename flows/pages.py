"""The pages of an opened data folder, served until told to stop."""

import socket
import threading
from collections.abc import Mapping
from functools import partial

import sandbox
from flows import exports
from flows.context import Context
from flows.invoicing import answering, vouching
from flows.upkeep import duties, pulse, readiness
from models.errors import ConfigurationError
from models.health import Pulse
from review import acts, correspondence, quotations, serving, sources, standing
from review.app import Readiness, create_app
from review.guard import LOOPBACK
from review.invoicing import invoices
from review.invoicing.invoices import House
from review.language import DEFAULT
from sap import invoice_list
from sap.export_kinds import INVOICE_LIST


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
    app = create_app(
        kept,
        language=language,
        clients=clients,
        ready=asked,
        post=post,
        quotations=imports,
        invoicing=invoices.of_store(context.store, context.archive, context.now, house(context)),
        acts=acts.of_store(context.store, context.now),
        standing=_standing(context),
    )
    serving.serve(app, listening, stop)


def _standing(context: Context) -> standing.Ask:
    places = [(each.account, each.folder) for each in context.sources]
    workers = partial(_workers, context)
    return standing.of_store(context.store, places, workers, duties.EXAMINED)


def _workers(context: Context) -> tuple[Pulse, ...]:
    return pulse.everywhere(context.store, context.now())


def house(context: Context) -> House:
    """Return what the pages of invoicing must know of this installation."""

    def headers(data: bytes, name: str) -> Mapping[str, int]:
        also = exports.remembered(context.store, INVOICE_LIST, data, name, context.columns)
        return invoice_list.read(data, name, also).headers

    return House(
        language=context.language,
        calendar=context.calendar,
        zone=context.weekly.zone,
        columns=context.columns,
        quota=context.policy.invoicing.quota,
        told_loss_percent=context.policy.invoicing.told_loss_percent,
        addresses=lambda sender: answering.addresses(context, sender),
        take=lambda kind, name, data, said: exports.import_data(context, kind, data, name, said).standing,
        decide=lambda number, state: exports.decide(context, number, state),
        headers=headers,
        vouch=lambda said: vouching.vouch(context, said),
        take_back=lambda number, order, taken: vouching.take_back(context, number, order, taken),
    )
