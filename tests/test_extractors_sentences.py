"""Order data in running text: proposed with its place, and never sure."""

from collections.abc import Iterator

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Reading, stated

ROWS = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Shaft sleeve", "4", "10.00", "40.00"]]


def values(text: str) -> dict[str, str | None]:
    return {name: field.value for name, field in stated(assemble(form(text, ROWS)).header)}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Delivery is required by Apr 2, 2026.", "delivery_date", "2026-04-02"),
        ("要求2026年4月13日前到货，运费由贵方承担。", "delivery_date", "2026-04-13"),
        ("请于收到本函后4周内交货。", "lead_time", "P4W"),
        ("Please ship to Unit 9, Tannery Road, Ashford.", "delivery_place", "Unit 9, Tannery Road, Ashford"),
        ("请将货物送至海城市港区路8号仓库。", "delivery_place", "海城市港区路8号仓库"),
        ("Payment will be made as follows: 30 days net.", "payment_terms", "30 days net"),
        ("This order 26-01195 of 13 Feb 2026 is binding.", "document_number", "26-01195"),
        ("本合同（编号HT2026-118）由双方于2026年3月25日签订。", "document_date", "2026-03-25"),
        ("Against your offer of 2 May 2026, no. 20031177.", "quotation_number", "20031177"),
        ("根据贵公司2026年3月30日报价（编号20031288）订购。", "quotation_number", "20031288"),
    ],
)  # fmt: skip
def test_a_sentence_states_a_field(line: str, name: str, value: str) -> None:
    assert values(f"Purchase order\n{line}").get(name) == value


def unsure(reading: Reading) -> Iterator[str]:
    return (name for name, field in stated(reading.header) if not field.sure)


def test_what_only_a_sentence_states_is_not_sure() -> None:
    text = "Purchase order\nPlease deliver by 30 April 2026, CIF Ashford, to Unit 9, Tannery Estate, Ashford."
    assert {"delivery_date", "incoterms", "delivery_place"} <= set(unsure(assemble(form(text, ROWS))))


@pytest.mark.parametrize(
    "line",
    [
        "Late delivery is charged with 0.5% for each week after 30 April 2026.",
        "质保期：货到验收合格之日起12个月。",
        "请于2日内确认回传。",
    ],
)
def test_fines_warranty_and_answers_are_no_delivery(line: str) -> None:
    found = values(f"Purchase order\n{line}")
    assert found.get("delivery_date") is None
    assert found.get("lead_time") is None


def test_a_label_outweighs_a_sentence() -> None:
    header = assemble(
        paper("Purchase order\nDelivery date: 2026-05-20\n\nDeliver not before 1 May 2026.")
    ).header
    assert header.delivery_date is not None
    assert (header.delivery_date.value, header.delivery_date.sure) == ("2026-05-20", True)
