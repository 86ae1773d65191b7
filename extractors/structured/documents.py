"""A document's reading from what it holds: its data, its pages, or both held against each other."""

from dataclasses import replace

from extractors.assemble import assemble
from extractors.kinds import taken_back
from extractors.several_orders import split
from extractors.structured import besides
from extractors.structured import read as read_data
from extractors.structured.drafts import not_in_force
from extractors.structured.functions import ORDERING
from extractors.structured.reconcile import reconcile
from models.errors import ErrorCode, Unreadable
from models.page import Attachment, FileFormat, SourceDocument
from models.reading import COMPARED_KINDS, Problem, Reading

DATA = frozenset({FileFormat.XML, FileFormat.EDI})
"""The formats that are nothing but data."""
STANDARD = frozenset("order-x.xml factur-x.xml zugferd-invoice.xml xrechnung.xml".split())
"""What Order-X, Factur-X, ZUGFeRD and XRechnung call the data that the pages show."""
REMEDY = "Ask the sender for the order as a PDF, or as UBL, cXML, EDIFACT, X12 or IDoc."


def readings(document: SourceDocument) -> tuple[Reading, ...]:
    """Return what a document says; a file of data may hold several orders.

    Raises:
        Unreadable: It is data of a kind that is not known, or a part of them is missing.
    """
    if document.format in DATA:
        return tuple(found for data in document.attachments for found in _of_data(data))
    if document.attachments:
        return (_held(document, assemble(document)),)
    orders = split(document)
    return (assemble(document),) if len(orders) == 1 else tuple(map(_paged, orders))


def _paged(order: SourceDocument) -> Reading:
    """Return the reading of one of several orders in a file, with the pages it stands on."""
    return replace(assemble(order), pages=(order.pages[0].number, order.pages[-1].number))


def _of_data(data: Attachment) -> tuple[Reading, ...]:
    """Return the orders in data; where nothing of one interchange is read, the file may hide an order."""
    found = read_data(data)
    if not found:
        raise Unreadable(ErrorCode.UNSUPPORTED, f"This is {_named(data)}, which is not read. {REMEDY}")
    return tuple(besides.with_offers(each, (data,)) for each in found)


def _named(data: Attachment) -> str:
    return f"XML of the kind {data.root.name!r:.60}" if data.root else "an EDI message of another kind"


def _held(document: SourceDocument, page: Reading) -> Reading:
    """Return the reading of the pages held against the data in the file, if there are any of an order."""
    attachments = document.attachments
    unread = [each for each in attachments if each.root is None and _is_standard(each)]
    open_ones = tuple(Problem("embedded_unread", each.name or "") for each in unread)
    ranked = sorted(attachments, key=lambda each: not _is_standard(each))
    found = [each for data in ranked for each in read_data(data)]
    if not found:
        return _with(page, open_ones)
    main = next((each for each in found if each.kind in COMPARED_KINDS), found[0])
    if len(found) > 1:
        open_ones += (Problem("embedded_several", str(len(found))),)
    held = reconcile(main, page)
    if main.kind in ORDERING and taken_back.says(document, page):
        held = not_in_force(held, page.kind_evidence)
    return _with(held, open_ones)


def _is_standard(data: Attachment) -> bool:
    return (data.name or "").lower() in STANDARD


def _with(reading: Reading, problems: tuple[Problem, ...]) -> Reading:
    return replace(reading, problems=(*reading.problems, *problems))
