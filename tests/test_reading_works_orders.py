"""Orders of works and refineries: whose day, number, name or sum a text is, told by what stands around it."""

import pytest
from paper import form, paper, sheet, words_of
from reading_attacks import ENGLISH, UNSURE, Attack, finds
from typed_orders import told, value

from extractors.assemble import assemble
from extractors.header import summaries
from extractors.vocabulary.meanings import Summary
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, Kind

HEADING, SEAL, SLEEVE = ENGLISH.rows


def _certain(field: Field | None) -> tuple[str | None, bool]:
    return (field.value, field.sure) if field is not None else (None, True)


def _renumbered(heading: str, codes: tuple[str, str]) -> list[list[str]]:
    rows = zip((SEAL, SLEEVE), codes, strict=True)
    return [[*HEADING[:2], heading, *HEADING[3:]], *[[*row[:2], code, *row[3:]] for row, code in rows]]


@pytest.mark.parametrize("heading", ["Unsere Sachnr.", "Our part no."])
def test_a_number_of_two_groups_under_the_heading_of_numbers_is_one(heading: str) -> None:
    codes = ("117.0855", "117.0861")
    changed = [{"customer_part_number": code} for code in codes]
    reading = assemble(Attack(heading, rows=_renumbered(heading, codes)).document)
    assert finds(Attack(heading, rows=_renumbered(heading, codes), lines=changed)) == []
    assert [_certain(line.customer_part_number) for line in reading.lines] == [(code, True) for code in codes]


def test_under_a_heading_that_nobody_knows_it_is_not_surely_nothing() -> None:
    changed = {"customer_part_number": UNSURE}
    rows = _renumbered("Fuzy", ("117.0855", "117.0861"))
    assert finds(Attack("dotted", rows=rows, lines=(changed, changed))) == []


def test_a_price_of_four_decimals_is_none() -> None:
    rows = _renumbered("Fuzy", ("117.0800", "117.1200"))
    changed = {"customer_part_number": None}
    assert finds(Attack("decimals", rows=rows, lines=(changed, changed))) == []


@pytest.mark.parametrize(
    "person", ["T. OKORO-REYES", "A. Smith-Jones", "Hr. T. Keller / EK3", "Atkinson, Ms R"]
)
def test_a_person_behind_the_label_of_the_buyer_is_no_other_company(person: str) -> None:
    attack = Attack(person, more=[f"Buyer: {person}"])
    assert finds(attack) == []
    assert _certain(assemble(attack.document).header.customer) == (ENGLISH.truth["customer"], True)


def test_nor_is_a_clerk_by_the_label_in_chinese() -> None:
    attack = Attack("clerk", more=["采购员 Buyer: 顾晓岚 Gu Xiaolan"])
    assert _certain(assemble(attack.document).header.customer) == (ENGLISH.truth["customer"], True)


def test_nor_is_who_works_in_the_purchasing_office() -> None:
    attack = Attack("office", more=["The purchasing office: Elisa Zanetti, tel. +39 0424 55 01 38"])
    assert _certain(assemble(attack.document).header.customer) == (ENGLISH.truth["customer"], True)


@pytest.mark.parametrize("said", ["Buyer: Rio Verde, tel. +39 0424 55 01 38", "Buyer: Gulf Reyes Ltd"])
def test_a_name_that_may_be_a_companys_leaves_the_buyer_open(said: str) -> None:
    customer = assemble(Attack(said, more=[said]).document).header.customer
    assert customer is not None
    assert not customer.sure or (customer.value or "") in said


@pytest.mark.parametrize(
    "said",
    [
        "This order is subject to our terms CRR-112 rev 7 dated 01/15/2022.",
        "Goods shall comply with standard KS-40 issue B dated 15 January 2022.",
    ],
)
def test_the_day_of_general_terms_is_no_rival_of_the_orders(said: str) -> None:
    attack = Attack(said, after=[said])
    assert _certain(assemble(attack.document).header.document_date) == ("2026-11-12", True)


def test_a_day_on_which_the_order_was_placed_is_one() -> None:
    said = "Our order was placed on 15 October 2026."
    assert (
        finds(Attack(said, head={"date": None}, after=[said], truth={"document_date": ("2026-10-15", "?")}))
        == []
    )


NAMES = (("Cartridge seal bellows", "CS20-65 SiC"), ("Impeller", "CF8M"), ("Shaft sleeve", "316L"))
FIGURES = (("4 set", "100.00", "400.00"), ("3 PC", "50.00", "150.00"), ("1 PC", "30.00", "30.00"))


def _centred() -> SourceDocument:
    """Return an order whose names stand left of their heading, one line above and one below the figures."""
    words = words_of("Purchase order", 200, 20) + words_of("Purchase order no.: PO-55170", 20, 40)
    for text, x in (("Vendor item", 60), ("Goods", 240), ("Quantity", 340), ("Price", 430), ("Amount", 500)):
        words += words_of(text, x, 80)
    for at, (names, figures) in enumerate(zip(NAMES, FIGURES, strict=True)):
        top = 110.0 + 40 * at
        words += words_of(f"1008336{at}", 64, top)
        words += [
            each for text, x in zip(figures, (345, 425, 500), strict=True) for each in words_of(text, x, top)
        ]
        words += words_of(names[0], 140, top - 8) + words_of(names[1], 140, top + 8)
    words += words_of("Total EUR", 340, 240) + words_of("580.00", 500, 240)
    return SourceDocument(FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words)),), exact=False)


def test_names_left_of_their_centred_heading_keep_both_their_lines() -> None:
    lines = assemble(_centred()).lines
    assert told(lines, "part_number", "description") == [
        (f"1008336{at}", " ".join(names)) for at, names in enumerate(NAMES)
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Total excl. freight EUR", Summary.TOTAL),
        ("合计（不含运费）", Summary.TOTAL),
        ("Summe ohne Fracht und Verpackung", Summary.TOTAL),
        ("Total excl. VAT", Summary.NET),
        ("Total excl. VAT and freight", Summary.NET),
        ("合计（不含税）", Summary.NET),
    ],
)
def test_a_sum_without_its_freight_says_nothing_of_the_tax(said: str, kind: Summary) -> None:
    found = summaries.recognise(said)
    assert found is not None
    assert found.kind is kind


DRAWING = """
POS  PART        MATERIAL  QTY
1    SEAL FACE   SSiC      1
2    SEAT        CARBON    1
Ø62 h6    118.5    R2
Delta Seals GmbH
TITLE    DOUBLE SEAL DF-100
DWG NO.  6-2251-08
REV      A     SCALE 1:2
DRAWN    2026-04-16
"""


def test_a_list_of_parts_above_a_title_block_is_a_drawing() -> None:
    assert assemble(paper(DRAWING)).kind is Kind.DRAWING


@pytest.mark.parametrize("more", ["Purchase order no. PO-118", "Unit price 40.00", "我方订单号：PO-118"])
def test_an_order_is_none_for_its_title_block(more: str) -> None:
    assert assemble(paper(f"{more}\n{DRAWING}")).kind is not Kind.DRAWING


CHANGE = """
采购订单变更单
变更单号：BG-2026-021   变更日期：2026-06-16
原订单号：CG-2605-144（2026-05-20）
采购方：湖州鄂东玻璃纤维有限公司
供应方：津海密封有限公司
变更后：
"""


def test_a_change_is_dated_by_its_own_day() -> None:
    rows = [
        ["项", "贵方料号", "品名", "单位", "数量", "单价", "金额"],
        ["1", "10054472", "冲洗管路", "米", "40", "108.00", "4,320.00"],
    ]
    reading = assemble(form(CHANGE, rows, "合计 4,320.00"))
    assert reading.kind is Kind.CHANGE_ORDER
    assert value(reading.header.document_date) == "2026-06-16"


def test_on_an_order_that_day_is_a_rival_of_nothing() -> None:
    attack = Attack("changed", more=["Change date: 2026-11-20"])
    assert _certain(assemble(attack.document).header.document_date) == ("2026-11-12", True)


@pytest.mark.parametrize("label", ["Required at works", "Needed on site", "Due on site"])
def test_a_day_by_which_goods_are_needed_at_the_works_is_that_of_the_delivery(label: str) -> None:
    said = f"{label}: 18 December 2026"
    header = assemble(Attack(label, head={"deliv": said}).document).header
    assert _certain(header.delivery_date) == ("2026-12-18", True)


@pytest.mark.parametrize(
    "said", ["Item 10: price to be advised.", "For item 10 the quantity is to be confirmed."]
)
def test_one_that_leaves_something_of_it_open_does(said: str) -> None:
    lines = assemble(Attack("open", after=[said]).document).lines
    assert lines[0].quantity is not None
    assert not lines[0].quantity.sure


WORD_FILE = [
    ["Nordharzer Chemieservice GmbH"],
    ["Delta Seals GmbH"],
    ["Bestellung Nr. NC-2026-0582"],
    ["Nr.", "Ihre Artikel-Nr.", "Bezeichnung", "Menge", "ME", "Preis", "Summe"],
    ["1", "10079344", "Kreiselpumpe", "2", "Stk", "2.865,00", "5.730,00"],
    ["", "", "", "", "", "Summe", "5.730,00"],
]


@pytest.mark.parametrize(
    ("place", "certain"),
    [
        ("Nordharzer Chemieservice GmbH, Sodastr. 9, 39418 Staufen", True),
        ("Nordharzer Chemieservice GmbH, Sodastr. 9, 39418 Staufen (Selbstabholung)", False),
        ("Delta Seals GmbH, Hafen 4, 20457 Hamburg", False),
    ],
)
def test_in_a_file_without_pages_the_goods_tell_who_heads_it(place: str, *, certain: bool) -> None:
    customer = assemble(
        sheet(
            [*WORD_FILE, ["Lieferadresse:", place], ["Nordharzer Chemieservice GmbH · Sodastr. 9 · HRA 4417"]]
        )
    ).header.customer
    assert customer is not None
    assert (customer.sure and customer.value == "Nordharzer Chemieservice GmbH") is certain


def test_a_column_of_units_and_a_place_to_sign_name_no_buyer() -> None:
    head = "湖州湘江水泵股份有限公司\n采购订单\n单据编号：CGDD002618\n供应商：津海密封有限公司"
    rows = [
        ["序号", "物料编码", "物料名称", "供方编码", "采购单位", "采购数量", "不含税单价", "不含税金额"],
        ["1", "5.02.0187", "静环", "4S6B-00911-C", "KG", "20", "182.60", "3,652.00"],
    ]
    reading = assemble(form(head, rows, "合计 3,652.00\n需方：（盖章）"))
    assert _certain(reading.header.customer) == ("湖州湘江水泵股份有限公司", True)
