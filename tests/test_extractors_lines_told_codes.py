"""Numbers that a name or a note tells in passing."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, OrderLine


def lines(name: str, codes: tuple[str, str] = ("10044021", "HC-771")) -> list[OrderLine]:
    rows = [
        ["Item", "Supplier part no.", "Our part no.", "Description", "Qty", "Unit price", "Amount"],
        ["1", *codes, name, "4", "10.00", "40.00"],
    ]
    return list(assemble(form("Purchase order", rows)).lines)


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("Shaft sleeve 60 mm, as DWG KP-0115-T rev 3", "KP-0115-T rev 3"),
        ("Shaft sleeve made to drawing no. KP-4471-009", "KP-4471-009"),
        ("Wellenhülse, Zeichnungs-Nr. 4-118.209 beachten", "4-118.209"),
    ],
)
def test_a_drawing_in_a_name_is_proposed(name: str, drawing: str) -> None:
    line = lines(name)[0]
    assert value(line.drawing_number) == (drawing, False)
    assert line.description is not None
    assert line.description.value == name


@pytest.mark.parametrize(
    "name", ["Shaft sleeve with drawing approval", "Drawings in 3 copies", "Plan 53B vessel"]
)
def test_words_of_drawings_name_none(name: str) -> None:
    assert lines(name)[0].drawing_number is None


def test_a_model_in_the_name_of_a_thing_without_codes_is_proposed() -> None:
    rows = [
        ["No.", "Commodity", "Qty", "Unit price", "Amount"],
        ["1", "Bellows seal model KL108-45, SiC/SiC", "4", "10.00", "40.00"],
        ["2", "Spring washer, model year 2026", "4", "10.00", "40.00"],
    ]
    first, second = assemble(form("Purchase order", rows)).lines
    assert value(first.part_number) == ("KL108-45", False)
    assert second.part_number is None or second.part_number.value is None


def test_a_model_beside_a_number_of_the_part_is_none() -> None:
    assert value(lines("Bellows seal model KL108-45")[0].part_number) == ("10044021", True)


def noted(below: str) -> OrderLine:
    rows = [
        ["Item", "Our part no.", "Description", "Qty", "Unit price", "Amount"],
        ["1", "HC-771", "Spring", "4", "10.00", "40.00"],
        [below, "", "", "", "", ""],
    ]
    return assemble(form("Purchase order", rows)).lines[0]


@pytest.mark.parametrize(
    "below",
    [
        "Note: to be interchangeable with the one installed, drg. KV-0118-02",
        "Remark: see the quality plan, drawing KV-0118-02",
        "Replaces the existing maker's, drawing no.: KV-0118-02",
        "备注：与原机件互换，图号：KV-0118-02",
    ],
)
def test_a_drawing_that_a_note_goes_on_to_may_be_of_another_thing(below: str) -> None:
    found = value(noted(below).drawing_number)
    assert found is None or not found[1]


@pytest.mark.parametrize("below", ["Hardened, drawing KV-0118-02", "Drawing KV-0118-02, note: hardened"])
def test_a_drawing_beside_words_of_the_thing_is_its_own(below: str) -> None:
    assert value(noted(below).drawing_number) == ("KV-0118-02", True)


@pytest.mark.parametrize(
    "below",
    ["Note: as delivered before, your part no. 10044022", "Replaces the old one, your item: 10044022"],
)
def test_a_number_that_a_note_goes_on_to_is_no_certain_one(below: str) -> None:
    found = value(noted(below).part_number)
    assert found is None or not found[1]
