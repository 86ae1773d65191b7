"""The letters that an EDIFACT interchange declares, and dates that no calendar has."""

import pytest
from structured_orders import EDIFACT

from extractors import readers
from models.reading import Field, Reading
from spine import extract


def read(data: bytes) -> Reading:
    (found,) = extract(data, "o.edi", readers.read, "o.edi")
    assert found.reading is not None
    return found.reading


def there(field: Field | None) -> Field:
    assert field is not None
    return field


@pytest.mark.parametrize(
    ("syntax", "encoding", "name"),
    [
        ("UNOD", "iso8859-2", "Žďár Pumpy Łódź"),
        ("UNOE", "iso8859-5", "Насосы"),
        ("UNOF", "iso8859-7", "Αντλίες"),
        ("UNOC", "latin-1", "BRÄUER PUMPEN"),
        ("UNOB", "latin-1", "BRÄUER PUMPEN"),
        ("UNOC", "latin-1", "Société Générale des Pompes"),
        ("UNOC", "latin-1", "Bombas Peñalara, Cía."),
        ("UNOK", "iso8859-9", "İzmir Pompa Şirketi"),
        ("UNOG", "iso8859-3", "Ċentru tal-Pompi"),
        ("UNOH", "iso8859-4", "Sūkņu Rūpnīca"),
        ("UNOC", "utf-8", "BRÄUER PUMPEN"),
        ("UNOC", "utf-8", "海港泵业有限公司"),
        ("UNOC", "gb18030", "海港泵业有限公司"),
        ("UNOA", "gb18030", "海港泵业有限公司"),
        ("UNOY", "utf-8", "海港泵業有限公司"),
        ("UNOC", "ascii", "Haven Pumps"),
    ],
)
def test_a_name_is_read_in_the_letters_that_the_interchange_declares(
    syntax: str, encoding: str, name: str
) -> None:
    text = EDIFACT.replace("UNOC", syntax).replace("Haven Pumps GmbH", name)
    customer = there(read(text.encode(encoding)).header.customer)
    assert (customer.value, customer.sure) == (name, True)


@pytest.mark.parametrize("week", ["000021", "000000", "202600", "202654", "2026"])
def test_a_week_that_no_calendar_has_is_not_read(week: str) -> None:
    text = EDIFACT.replace("DTM+2:202621:616", f"DTM+2:{week}:616")
    assert there(read(text.encode()).lines[1].delivery_date).value is None


def test_a_week_is_its_last_day() -> None:
    assert there(read(EDIFACT.encode()).lines[1].delivery_date).value == "2026-05-24"
