"""Office files as packages of XML parts (ECMA-376 part 2), opened safely.

Parts are found by their relationships, not by their usual names. No entity is ever resolved and
nothing outside the file is loaded.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from extractors.readers.zip_gate import member, open_zip
from models.errors import ErrorCode, Unreadable

DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)
PROLOG = 4096
"""How much of a part is searched for a document type, which can only stand at its start."""
XML_PARTS = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Office file; `names` maps folded names to the members' own."""

    opened: zipfile.ZipFile
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: `kind` is the last word of its type, `target` a part's name."""

    key: str
    kind: str
    target: str


def open_package(data: bytes) -> Package:
    """Return the package in `data`.

    Raises:
        Unreadable: It is damaged, too large, or declares XML entities.
    """
    opened = open_zip(data)
    for info in opened.infolist():
        if info.filename.lower().endswith(XML_PARTS):
            refuse_entities(member(opened, info, PROLOG))
    return Package(opened, {info.filename.lower().lstrip("/"): info.filename for info in opened.infolist()})


def refuse_entities(head: bytes) -> None:
    """Refuse XML that declares entities or an internal document type; UTF-16 is looked through too."""
    if DOCTYPE.search(head) or DOCTYPE.search(head.replace(b"\0", b"")):
        raise Unreadable(
            ErrorCode.UNSAFE, "The file declares XML entities, as attacks do. Ask the sender for a PDF."
        )


def content(package: Package, name: str) -> bytes | None:
    """Return the bytes of a part, None where the file does not have it."""
    own = package.names.get(name.lower())
    return None if own is None else member(package.opened, package.opened.getinfo(own))


def root(package: Package, name: str) -> etree._Element | None:
    """Return the root element of a part, None where the file does not have it.

    Raises:
        Unreadable: The part is not well-formed.
    """
    data = content(package, name)
    return None if data is None else parsed(data, name)


def parsed(data: bytes, name: str) -> etree._Element:
    """Parse XML of a stranger.

    Raises:
        Unreadable: It is not well-formed, too deep, or declares entities.
    """
    refuse_entities(data[:PROLOG])
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        raise Unreadable(
            ErrorCode.DAMAGED, f"{name} in the file is damaged ({broken}). Ask the sender to send it again."
        ) from None
    document_type: Any = element.getroottree().docinfo.internalDTD
    if document_type is not None and list(document_type.iterentities()):
        refuse_entities(b"<!ENTITY")
    return element


def relations(package: Package, name: str) -> list[Relation]:
    """Return the links of a part to other parts of the file; an empty name stands for the file itself."""
    folder, leaf = posixpath.split(name)
    links = root(package, posixpath.join(folder, "_rels", f"{leaf}.rels"))
    found = []
    for link in links if links is not None else ():
        if link.get("TargetMode") == "External" or not link.get("Target"):
            continue
        target = posixpath.normpath(posixpath.join("/", folder, unquote(link.get("Target", "")))).lstrip("/")
        kind = link.get("Type", "").rpartition("/")[2]
        found.append(Relation(link.get("Id", ""), kind, target))
    return found


def main_part(package: Package) -> str:
    """Return the name of the part that holds the document itself.

    Raises:
        Unreadable: The file has none.
    """
    for relation in relations(package, ""):
        if relation.kind == "officeDocument" and relation.target.lower() in package.names:
            return relation.target
    raise Unreadable(ErrorCode.DAMAGED, "The file lacks its main part. Ask the sender to send it again.")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace: both dialects of the format use the same names."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
