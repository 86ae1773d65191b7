"""What stands behind words that nobody knows, told by what it is; and what is none of it."""

import pytest
from reading_attacks import CHINESE, ENGLISH, HEADING_ZH, SEAL_ZH, SLEEVE_ZH, UNSURE, Attack, finds
from typed_orders import read, told

from extractors.assemble import assemble

BARE_PRICES = [[cell.replace("含税", "") for cell in HEADING_ZH], SEAL_ZH, SLEEVE_ZH]
NO_TAX = {"tax_rate": None, "tax_included": None}


@pytest.mark.parametrize(
    "said",
    [
        "Zemony: 20018841 dated 12.10.2026",
        "Zemony: Nr. 20018841",
        "Zemony: #20018841",
        "Zemony (20018841)",
        "Zemony 20018841 of 12 Oct 2026",
        "Zemony: AB12345678",
    ],
)
def test_a_number_with_its_mark_or_its_day_may_be_the_quotations(said: str) -> None:
    attack = Attack(said, head={"quote": said}, truth={"quotation_number": UNSURE})
    assert finds(attack) == []


@pytest.mark.parametrize("said", ["爩单：第20017731号", "爩单：（20017731）", "爩单20017731号"])
def test_so_may_one_in_chinese(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"quote": said}, truth={"quotation_number": UNSURE})
    assert finds(attack) == []


@pytest.mark.parametrize("said", ["Fuzy within 45 days", "Fuzy 6 weeks", "Fuzy by 18.12.2026"])
def test_a_period_behind_such_a_word_alone_may_be_that_of_the_delivery(said: str) -> None:
    truth = {"delivery_date": UNSURE, "lead_time": UNSURE}
    assert finds(Attack(said, head={"deliv": said}, truth=truth)) == []


def test_a_town_with_its_code_may_be_the_place() -> None:
    said = "Fuzy: Gate 2, 6700 Esbjerg"
    assert finds(Attack(said, head={"place": said}, truth={"delivery_place": UNSURE})) == []


@pytest.mark.parametrize("said", ["价格含13点", "专票13", "含13个点", "含13%"])
def test_points_without_a_word_for_the_tax_may_be_its_rate(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"tax": said}, truth={"tax_rate": UNSURE, "tax_included": "*"})
    assert finds(attack) == []


@pytest.mark.parametrize(
    "said", ["含铬13%", "材质含13%铬", "抽检10%", "佣金5%", "履约保函10%", "收货时间8点至17点"]
)
def test_other_shares_and_hours_open_no_tax(said: str) -> None:
    attack = Attack(said, base=CHINESE, rows=BARE_PRICES, head={"tax": None}, more=[said])
    header = assemble(attack.document).header
    assert header.tax_rate is None
    assert header.tax_included is None


@pytest.mark.parametrize(
    "said",
    [
        "Form no.: PUR-2026-14",
        "IMO no.: 9434761",
        "Customs tariff: 84842000",
        "Employee no.: 00412",
        "VAT: DE123456789",
    ],
)
def test_numbers_of_other_things_open_no_quotation(said: str) -> None:
    attack = Attack(said, head={"quote": None}, more=[said])
    assert assemble(attack.document).header.quotation_number is None


@pytest.mark.parametrize(
    "said", ["文件编号：QR-CG-014", "仓位：A0412", "员工编号：100233", "会计科目：140301"]
)
def test_nor_do_they_in_chinese(said: str) -> None:
    attack = Attack(said, base=CHINESE, head={"quote": None}, more=[said])
    assert assemble(attack.document).header.quotation_number is None


def test_a_column_with_one_row_states_no_rate_by_a_bare_figure() -> None:
    heading, seal, _ = ENGLISH.rows
    rows = [[*heading[:7], "DN", heading[7]], [*seal[:7], "25", seal[7]]]
    attack = Attack("size", rows=rows, foot=["Total EUR 1,280.00"])
    assert assemble(attack.document).header.tax_rate is None


@pytest.mark.parametrize("said", ["加工费金额含税 300.00", "加急费含税 300.00", "外加运费含税300.00"])
def test_the_tax_of_a_charge_does_not_say_what_the_prices_hold(said: str) -> None:
    attack = Attack(said, base=CHINESE, rows=BARE_PRICES, head={"tax": said}, truth=NO_TAX)
    assert finds(attack) == []


def test_nor_does_it_in_english() -> None:
    said = "Plus insurance amount incl. VAT 50.00"
    assert finds(Attack(said, more=[said])) == []


def test_a_tax_that_is_added_to_the_sum_says_it() -> None:
    foot = ["Total EUR 1,930.00", "plus 19% VAT 366.70"]
    header = assemble(Attack("added", foot=foot).document).header
    assert header.tax_included is not None
    assert header.tax_included.value == "false"


@pytest.mark.parametrize(
    "said", [("Dialling: 06723455881", "Dialling: 06723455992"), ("Founded 12.03.1968", "Founded 14.05.1971")]
)
def test_what_both_parties_state_is_none_of_the_items(said: tuple[str, str]) -> None:
    attack = Attack(said[0], before=said)
    lines = assemble(attack.document).lines
    assert all(line.drawing_number is None and line.delivery_date is None for line in lines)
    assert finds(attack) == []


ITEMS = """
Pos  Our part no.   Description                      Qty  Unit  Price   Amount
1    NP-4410        {first}            2  pcs   150.00  300.00
2    NP-4411        {second}                1  pcs   100.00  100.00
Total EUR 400.00
"""


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("Seal to EN12756", "Sleeve EN12756", []),
        ("Seal GB5656-2008", "Sleeve GB5656-2008", []),
        ("Seal 2026/2027", "Sleeve 2026/2027", []),
        ("Seal 45.00X80.00", "Sleeve 40.00X80.00", []),
        ("Seal TC45X80X10", "Sleeve TC45X80X12", []),
        ("Seal 10044557", "Sleeve 10044558", ["10044557", "10044558"]),
        ("Seal EN-100456-2", "Sleeve EN-100457-2", ["EN-100456-2", "EN-100457-2"]),
    ],
)
def test_a_name_ends_in_a_number_of_the_part_and_in_no_standard_size_or_year(
    first: str, second: str, codes: list[str]
) -> None:
    lines = read(ITEMS.format(first=first, second=second)).lines
    assert [number for (number,) in told(lines, "part_number") if number is not None] == codes


@pytest.mark.parametrize("place", ["需方厂内", "甲方车间", "南通港码头", "浙江宁波"])
def test_short_places_are_as_sure_as_they_were(place: str) -> None:
    said = f"交货地点：{place}"
    field = assemble(Attack(said, base=CHINESE, head={"place": said}).document).header.delivery_place
    assert field is not None
    assert (field.value, field.sure) == (place, True)


@pytest.mark.parametrize(
    "place", ["14 Date Palm Road, Gate 2, 6700 Esbjerg", "Bestellannahme, Kaistrasse 4, 20457 Hamburg"]
)
def test_so_are_addresses_that_begin_like_labels(place: str) -> None:
    said = f"Delivery address: {place}"
    field = assemble(Attack(said, head={"place": said}).document).header.delivery_place
    assert field is not None
    assert (field.value, field.sure) == (place, True)


@pytest.mark.parametrize("name", ["小计量泵", "组合计量泵", "铝合金额定块"])
def test_names_that_hold_the_letters_of_a_heading_stay_sure(name: str) -> None:
    rows = [HEADING_ZH, SEAL_ZH, [*SLEEVE_ZH[:4], name, *SLEEVE_ZH[5:]]]
    line = assemble(Attack(name, base=CHINESE, rows=rows).document).lines[1]
    assert line.description is not None
    assert (line.description.value, line.description.sure) == (name, True)


def test_terms_that_end_with_when_the_invoice_is_settled_stay_sure() -> None:
    said = "月结60天。卖方提供增值税发票后结算"
    attack = Attack("settled", base=CHINESE, head={"pay": f"付款方式：{said}。"})
    field = assemble(attack.document).header.payment_terms
    assert field is not None
    assert field.sure
