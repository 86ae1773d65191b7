"""Files of several interchanges, lines that are broken anywhere, and names in other letters than declared."""

import re

import pytest
from structured_orders import EDIFACT, UBL, X12
from structured_reading import counted, instead, state

from extractors import readers
from models.reading import Reading
from spine import extract

NAMES = ("document_number", "delivery_place", "L1.part_number", "L1.quantity", "L2.quantity", "L2.unit_price")
OTHER = "PO-2026-119"
SECOND_X12 = X12.replace("PO-2026-118", OTHER)
SECOND = EDIFACT.replace("PO-2026-118", OTHER)
OF_DESPATCH = EDIFACT.replace("ORDERS:D", "DESADV:D").replace("'", "~")


def orders(text: str | bytes) -> list[Reading]:
    data = text.encode() if isinstance(text, str) else text
    return [each.reading for each in extract(data, "o.edi", readers.read, "o.edi") if each.reading]


def broken(text: str, width: int, ends: str = "\r\n") -> str:
    return ends.join(re.findall(f".{{1,{width}}}", text.replace("\n", "")))


def trimmed(text: str, width: int) -> str:
    """Return a text in lines that have lost the blanks at their ends."""
    return "\n".join(each.rstrip() for each in broken(text, width, "\n").split("\n"))


@pytest.mark.parametrize("width", [35, 40, 64, 70, 72, 76, 78, 80, 128])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("text", [EDIFACT, X12])
def test_a_line_may_be_broken_anywhere(text: str, ends: str, width: int) -> None:
    whole = orders(text)[0]
    (found,) = orders(broken(counted(text), width, ends))
    assert [state(found, name) for name in NAMES] == [state(whole, name) for name in NAMES]


@pytest.mark.parametrize("width", range(30, 81))
def test_a_blank_that_a_broken_line_has_lost_makes_no_sure_text(width: int) -> None:
    whole = orders(EDIFACT)[0]
    (found,) = orders(trimmed(EDIFACT, width))
    for name in ("customer", "delivery_place", "L1.description", "L2.description", "payment_terms"):
        one, other = state(found, name), state(whole, name)
        assert one == other or (one is not None and not one[1])


@pytest.mark.parametrize(
    "text",
    [
        X12 + SECOND_X12.replace("*", "|"),
        X12 + SECOND_X12.replace("~", "'"),
        X12 + SECOND_X12.replace("~\n", "\n"),
        X12.replace("\n", "") + SECOND_X12.replace("*", "|").replace("\n", ""),
        EDIFACT + SECOND.replace("'", "~"),
        EDIFACT + SECOND,
        EDIFACT + SECOND.replace("UNA:+.? '\n", ""),
        EDIFACT.replace("UNA:+.? '\n", "") + SECOND.replace("'", "~"),
        broken(EDIFACT, 72) + "\r\n" + SECOND.replace("'", "~"),
        broken(EDIFACT + SECOND.replace("'", "~"), 40),
        EDIFACT.replace("UNZ+1+1'\n", "") + SECOND.replace("'", "~"),
        EDIFACT + SECOND_X12,
        X12 + SECOND,
    ],
)
def test_every_interchange_of_a_file_is_read_with_its_own_separators(text: str) -> None:
    found = orders(text)
    assert [state(each, "document_number") for each in found] == [("PO-2026-118", True), (OTHER, True)]
    assert [len(each.lines) for each in found] == [2, 2]


def test_an_interchange_that_is_not_read_hides_no_order() -> None:
    (found,) = extract((EDIFACT + OF_DESPATCH).encode(), "o.edi", readers.read, "o.edi")
    assert found.failure is not None
    assert found.failure.code.value == "unsupported"


@pytest.mark.parametrize(
    ("syntax", "encoding", "name"),
    [
        ("UNOC", "big5", "臺灣機械股份有限公司"),
        ("UNOC", "big5", "高雄泵業有限公司"),
        ("UNOC", "gbk", "江蘇長城泵業有限公司"),
        ("UNOC", "euc_kr", "한국펌프"),
        ("UNOC", "cp850", "BRÄUER PUMPEN"),
        ("UNOC", "cp850", "Bombas Peñalara"),
        ("UNOC", "cp1252", "Müller – Pumpen"),
        ("UNOC", "cp1252", "Œuvre Pompes"),
        ("UNOC", "cp1251", "Насосы «Волга»"),
        ("UNOD", "cp1250", "Žďár Šroub"),
        ("UNOE", "cp1251", "Насосы и трубы"),
        ("UNOE", "cp866", "Насосы и трубы"),
    ],
)
def test_a_name_in_other_letters_than_declared_is_not_sure(syntax: str, encoding: str, name: str) -> None:
    text = EDIFACT.replace("UNOC", syntax).replace("Haven Pumps GmbH", name)
    found = state(orders(text.encode(encoding))[0], "customer")
    assert found is not None
    assert not found[1] or found[0] == name


@pytest.mark.parametrize(
    ("syntax", "encoding", "name"),
    [
        ("UNOL", "iso8859-15", "Œuvre Pompes"),
        ("KECA", "euc_kr", "한국펌프"),
        ("KECA", "utf-8", "한국펌프"),
        ("UNOC", "latin-1", "Dichtungsring Ø45×3 ±0,1 mm, 20 W/m²·K, 80 °C"),
        ("UNOC", "latin-1", "Société «École» à Liège®"),
        ("UNOC", "latin-1", "Col·lectiu d´Água, n.º 4"),
        ("UNOE", "iso8859-5", "Насосы и трубы"),
    ],
)
def test_signs_and_letters_of_the_declared_set_are_sure(syntax: str, encoding: str, name: str) -> None:
    text = EDIFACT.replace("UNOC", syntax).replace("Haven Pumps GmbH", name)
    assert state(orders(text.encode(encoding))[0], "customer") == (name, True)


def test_letters_that_were_misread_before_are_not_sure_as_xml_either() -> None:
    text = instead(UBL, "Haven Pumps GmbH", "MÃ¼ller Pumpen GmbH")
    (found,) = extract(text.encode(), "o.xml", readers.read, "o.xml")
    assert found.reading is not None
    assert state(found.reading, "customer") == ("MÃ¼ller Pumpen GmbH", False)
