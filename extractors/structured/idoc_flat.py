"""IDocs as SAP's file port writes them (version 3): fixed-width records, read as the same tree as the XML.

Source: SAP's record definitions EDI_DC40 and EDI_DD40 (63 characters before the data) and the segment
definitions E1EDK01 to E1EDS01 of ORDERS05.
"""

from dataclasses import dataclass, field

from extractors.structured import idoc
from models.page import Attachment, Element
from models.reading import Reading

DATA = 63
"""Where the data of a record begins; before it stand its segment, client, number and level."""
CONTROL = (
    "TABNAM:10 MANDT:3 DOCNUM:16 DOCREL:4 STATUS:2 DIRECT:1 OUTMOD:1 EXPRSS:1 TEST:1 IDOCTYP:30 CIMTYP:30"
    " MESTYP:30"
)
_TAX = "MWSKZ:7 MSATZ:17 MWSBT:18 TXJCD:15"
_CONDITION = "ALCKZ:3 KSCHL:4 KOTXT:80 BETRG:18 KPERC:8 KRATE:15"
_TEXT, _LINE = "TDID:4 TSSPRAS:3 TSSPRAS_ISO:2", "TDLINE:70 TDFORMAT:2"
_PARTNER = (
    "PARVW:3 PARTN:17 LIFNR:17 NAME1:35 NAME2:35 NAME3:35 NAME4:35 STRAS:35 STRS2:35 PFACH:35 ORT01:35"
    " COUNC:9 PSTLZ:9 PSTL2:9 LAND1:3"
)
SEGMENTS = {
    "E1EDK01": (
        "ACTION:3 KZABS:1 CURCY:3 HWAER:3 WKURS:12 ZTERM:17 KUNDEUINR:20 EIGENUINR:20 BSART:4 BELNR:35"
    ),
    "E1EDK02": "QUALF:3 BELNR:35 POSNR:6 DATUM:8",
    "E1EDK03": "IDDAT:3 DATUM:8",
    "E1EDK04": _TAX,
    "E1EDK05": _CONDITION,
    "E1EDKA1": _PARTNER,
    "E1EDKT1": _TEXT,
    "E1EDKT2": _LINE,
    "E1EDK17": "QUALF:3 LKOND:3 LKTEXT:70",
    "E1EDK18": "QUALF:3 TAGE:8 PRZNT:8",
    "E1EDP01": (
        "POSEX:6 ACTION:3 PSTYP:1 KZABS:1 MENGE:15 MENEE:3 BMNG2:15 PMENE:3 ABFTZ:7 VPREI:15 PEINH:9 NETWR:18"
        " ANETW:18 SKFBP:18 NTGEW:18 GEWEI:3 EINKZ:1 CURCY:3 PREIS:18 MATKL:9 UEPOS:6 GRKOR:3 EVERS:7 BPUMN:6"
        " BPUMZ:6 ABGRU:2"
    ),
    "E1EDP02": "QUALF:3 BELNR:35 ZEILE:6 DATUM:8",
    "E1EDP03": "IDDAT:3 DATUM:8",
    "E1EDP04": _TAX,
    "E1EDP05": _CONDITION,
    "E1EDPA1": _PARTNER,
    "E1EDPT1": _TEXT,
    "E1EDPT2": _LINE,
    "E1EDP19": "QUALF:3 IDTNR:35 KTEXT:70",
    "E1EDP20": "WMENG:15 AMENG:15 EDATU:8",
    "E1EDS01": "SUMID:3 SUMME:18 SUNIT:3 WAERQ:3",
}
"""The fields of each segment with their widths, as far as they are read."""
ITEM = "E1EDP01"
BELOW = {"E1EDKT2": "E1EDKT1", "E1EDPT2": "E1EDPT1"}
"""The lines of a text stand below its head."""


def is_flat(data: Attachment) -> bool:
    """Tell whether data are fixed-width records of SAP's file port."""
    return data.text.startswith("EDI_DC40")


def recognise(data: Attachment) -> bool:
    """Tell whether these are flat IDocs of a message type that is read."""
    return is_flat(data) and idoc.recognise(tree(data))


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return every message that the file holds."""
    return idoc.read(tree(data))


def tree(data: Attachment) -> Attachment:
    """Return flat IDocs as the tree that the XML form has."""
    idocs: list[list[_Branch]] = []
    for record in data.text.splitlines():
        if record.startswith("EDI_DC40"):
            idocs.append([_Branch("EDI_DC40", _fields(record, CONTROL))])
        elif idocs and (found := _segment(record)) is not None:
            _place(idocs[-1], found)
    found_all = (Element("IDOC", children=tuple(map(_grown, each))) for each in idocs)
    return Attachment(data.name, Element("ORDERS05", children=tuple(found_all)))


@dataclass(slots=True)
class _Branch:
    """A segment in the making: its fields, and the segments below it."""

    name: str
    fields: tuple[Element, ...]
    below: list["_Branch"] = field(default_factory=list)


def _grown(branch: _Branch) -> Element:
    return Element(branch.name, children=(*branch.fields, *map(_grown, branch.below)))


def _segment(record: str) -> _Branch | None:
    """Return a data record; E2EDP01005 is the fifth version of E1EDP01."""
    name = f"E1{record[2:7]}"
    widths = SEGMENTS.get(name)
    return None if widths is None else _Branch(name, _fields(record[DATA:], widths))


def _fields(record: str, widths: str) -> tuple[Element, ...]:
    at, found = 0, []
    for each in widths.split():
        name, _, width = each.partition(":")
        found.append(Element(name, record[at : at + int(width)].strip()))
        at += int(width)
    return tuple(found)


def _place(segments: list[_Branch], found: _Branch) -> None:
    """Put the segments of an item below it, and the lines of a text below its head."""
    if found.name != ITEM and found.name.startswith("E1EDP") and segments[-1].name == ITEM:
        segments = segments[-1].below
    if segments and segments[-1].name == BELOW.get(found.name):
        segments = segments[-1].below
    segments.append(found)
