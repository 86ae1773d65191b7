"""IDocs as SAP's file port writes them (version 3): fixed-width records, read as the same tree as the XML.

Source: SAP's record definitions EDI_DC40 and EDI_DD40 (63 characters before the data) and the segment
definitions E1EDK01 to E1EDS01 of ORDERS05.
"""

from extractors.structured import idoc
from models.page import Attachment, Element
from models.reading import Reading

DATA = 63
"""Where the data of a record begins; before it stand its segment, client, number and level."""
CONTROL = (
    "TABNAM:10 MANDT:3 DOCNUM:16 DOCREL:4 STATUS:2 DIRECT:1 OUTMOD:1 EXPRSS:1 TEST:1 IDOCTYP:30 CIMTYP:30"
    " MESTYP:30"
)
SEGMENTS = {
    "E1EDK01": (
        "ACTION:3 KZABS:1 CURCY:3 HWAER:3 WKURS:12 ZTERM:17 KUNDEUINR:20 EIGENUINR:20 BSART:4 BELNR:35"
    ),
    "E1EDK02": "QUALF:3 BELNR:35 POSNR:6 DATUM:8",
    "E1EDK03": "IDDAT:3 DATUM:8",
    "E1EDKA1": (
        "PARVW:3 PARTN:17 LIFNR:17 NAME1:35 NAME2:35 NAME3:35 NAME4:35 STRAS:35 STRS2:35 PFACH:35 ORT01:35"
        " COUNC:9 PSTLZ:9 PSTL2:9 LAND1:3"
    ),
    "E1EDK17": "QUALF:3 LKOND:3 LKTEXT:70",
    "E1EDK18": "QUALF:3 TAGE:8 PRZNT:8",
    "E1EDP01": (
        "POSEX:6 ACTION:3 PSTYP:1 KZABS:1 MENGE:15 MENEE:3 BMNG2:15 PMENE:3 ABFTZ:7 VPREI:15 PEINH:9 NETWR:18"
    ),
    "E1EDP02": "QUALF:3 BELNR:35 ZEILE:6 DATUM:8",
    "E1EDP19": "QUALF:3 IDTNR:35 KTEXT:70",
    "E1EDP20": "WMENG:15 AMENG:15 EDATU:8",
    "E1EDS01": "SUMID:3 SUMME:18 SUNIT:3",
}
"""The fields of each segment with their widths, as far as they are read."""
ITEM = "E1EDP01"


def recognise(data: Attachment) -> bool:
    """Tell whether these are flat IDocs of a message type that is read."""
    return data.text.startswith("EDI_DC40") and idoc.recognise(_tree(data))


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return every message that the file holds."""
    return idoc.read(_tree(data))


def _tree(data: Attachment) -> Attachment:
    idocs: list[list[Element]] = []
    for record in data.text.splitlines():
        if record.startswith("EDI_DC40"):
            idocs.append([Element("EDI_DC40", children=_fields(record, CONTROL))])
        elif idocs and (found := _segment(record)) is not None:
            _place(idocs[-1], found)
    found_all = tuple(Element("IDOC", children=tuple(each)) for each in idocs)
    return Attachment(data.name, Element("ORDERS05", children=found_all))


def _segment(record: str) -> Element | None:
    """Return a data record; E2EDP01005 is the fifth version of E1EDP01."""
    name = f"E1{record[2:7]}"
    widths = SEGMENTS.get(name)
    return None if widths is None else Element(name, children=_fields(record[DATA:], widths))


def _fields(record: str, widths: str) -> tuple[Element, ...]:
    at, found = 0, []
    for each in widths.split():
        name, _, width = each.partition(":")
        found.append(Element(name, record[at : at + int(width)].strip()))
        at += int(width)
    return tuple(found)


def _place(idoc_segments: list[Element], found: Element) -> None:
    """Put the segments of an item below it."""
    last = idoc_segments[-1]
    if last.name == ITEM and found.name.startswith("E1EDP") and found.name != ITEM:
        idoc_segments[-1] = Element(ITEM, children=(*last.children, found))
    else:
        idoc_segments.append(found)
