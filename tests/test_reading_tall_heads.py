"""Headings of many lines, cards whose lines are not level, and what the end of a page parts from its item."""

from dataclasses import replace

import pytest
from paper import LINE, paper, words_of
from typed_orders import value

from extractors.assemble import assemble
from extractors.lines.cards.card_phase import doubting_doubled
from extractors.lines.texts.text_lines import line_of
from extractors.page.runs import make_run
from models.page import Page, SourceDocument, Word
from models.reading import Field, OrderLine

HEAD = """
Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.

"""


def _pages(*texts: str) -> SourceDocument:
    pages = [paper(text).pages[0] for text in texts]
    return replace(paper(texts[0]), pages=tuple(replace(page, number=at) for at, page in enumerate(pages, 1)))


def _told(lines: tuple[OrderLine, ...], *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(value(getattr(line, name)) for name in names) for line in lines]


def _sure(field: Field | None) -> tuple[str | None, bool]:
    return value(field), field is not None and field.sure


STEPPED = """
Pos.                10                        Pos.                 20
Article             Spiral gasket DN32 PN16   Article description  Hex bolt M12x20
description         with graphite             Qty                  250
Qty                 100                       Unit                 pc
Unit                pcs                       Unit price           2.99
Unit price          13.00                     Line total           747.50
Line total          1300.00                   Buyer's item code    AWP-338-77
Buyer's item code   37-866331                 Your article no.     LP-18-7237
Your article no.    LP-19-7200

Total: EUR 2047.50
"""


def test_cards_side_by_side_need_not_be_level() -> None:
    lines = assemble(paper(HEAD + STEPPED)).lines
    assert _told(lines, "line_number", "part_number", "customer_part_number", "quantity", "unit_price") == [
        ("10", "LP-19-7200", "37-866331", "100", "13.00"),
        ("20", "LP-18-7237", "AWP-338-77", "250", "2.99"),
    ]


def test_what_one_line_says_twice_may_be_of_two_items() -> None:
    page = Page(1, 600.0, 800.0, ())
    texts = (("Qty: 4", 20.0), ("Qty: 6", 200.0))
    twice = line_of([make_run(page, words_of(text, x, 20.0)) for text, x in texts])
    once = line_of([make_run(page, words_of("Your part no.: LP-19-7200", 20.0, 40.0))])
    [found] = doubting_doubled([[twice, once]])
    assert not any(text.heading and text.heading.exact for line in found for _, text in line.said)
    [kept] = doubting_doubled([[once]])
    assert kept == [once]


NET = """
                                                        Preis
                                                        nach
                                 Listenpreis  Nachlass  Rabatt     Gesamtpreis                Gewicht
Artikelnr.   Benennung           EUR          je Stück  EUR        EUR          Liefertermin  kg       Menge
LP-37-3400   Doppeldichtung      25.108,24    3.766,24  21.342,00  85.368,00    20.03.2027    1,35     4 Stk
LP-19-3437   Rillenkugellager    546,26       27,31     518,95     1.037,90     29.03.2027    2,35     2 Stk
Gesamt                                                             86.405,90
"""


def test_a_heading_begins_with_the_lines_of_its_tallest_column() -> None:
    lines = assemble(paper(HEAD + NET)).lines
    assert [_sure(line.unit_price) for line in lines] == [("21342.00", True), ("518.95", True)]
    assert [_sure(line.delivery_date) for line in lines] == [("2027-03-20", True), ("2027-03-29", True)]
    assert [_sure(line.quantity) for line in lines] == [("4", True), ("2", True)]


SIX_LINES = """
     我方物料
     号/Buyer's
     item code                                   数
     供方物料编                                  量/Quantity  不含税单           不含税金
行项 码/Your article  物料描述/Article            计量单       价/Unit price      额/Amount excl.
目   no.              description                位/Unit      (net)              VAT
1.1  LTS-131-33       Cartridge                  2            9,285.65           18,571.30
     10040131         seal CTX-32                套
1.2  LTS-138-77       Seal repair                20           1,109.12           22,182.40
     10069138         kit RK-32                  套
1.3  LTS-145-91       O-ring EPDM                1,200        41.07              49,284.00
     10070145         70x5.33                    个
不含税合计/Net total                                                             90,037.70
"""


def test_a_heading_may_take_six_lines() -> None:
    lines = assemble(paper(HEAD + SIX_LINES)).lines
    names = ("line_number", "part_number", "customer_part_number", "description", "unit", "quantity")
    assert _told(lines, *names) == [
        ("1.1", "10040131", "LTS-131-33", "Cartridge seal CTX-32", "套", "2"),
        ("1.2", "10069138", "LTS-138-77", "Seal repair kit RK-32", "套", "20"),
        ("1.3", "10070145", "LTS-145-91", "O-ring EPDM 70x5.33", "个", "1200"),
    ]


BASED = """
Item  Description                Qty   Unit   Net price   Net value
1     Hex bolt M12x50
      Vendor part number: LP-19-8200
      Price basis: per 100
                                 500   EA     837.00      4,185.00
2     O-ring 20x5.33
      Vendor part number: LP-19-8300
      Price basis: per 100
                                 250   EA     806.00      2,015.00
3     Hex bolt M12x60
      Vendor part number: LP-19-8400
"""
REST = """
      Price basis: per 100
                                 1200  EA     436.00      5,232.00
4     Hex bolt M12x20
      Vendor part number: LP-19-8500
      Price basis: per 100
                                 250   EA     298.00      745.00
Total                                                     12,177.00
"""


def test_a_labelled_line_at_the_top_of_a_page_is_the_item_s_that_lacks_it() -> None:
    lines = assemble(_pages(HEAD + BASED, REST)).lines
    assert [_sure(line.price_per) for line in lines] == [("100", True)] * 4


def test_a_lead_time_at_the_top_of_a_page_is_the_item_s_as_those_above() -> None:
    first = """
产品名称           数量  单位  含税价   金额（含税）
泵轴 L=650         2     只    1777.16  3554.32
供方号：10039131
交货周期：8周
叶轮 Ø550          1     只    1095.02  1095.02
供方号：10039138
交货周期：6周
O型圈 25x5.33      100   只    45.86    4586.00
供方号：10039145
"""
    second = """
交货周期：4周
滤芯 38x20         4     只    10.00    40.00
供方号：10039152
交货周期：4周
合计                                    9275.34
"""
    found = assemble(_pages(HEAD + first, second))
    assert _told(found.lines, "lead_time") == [("P8W",), ("P6W",), ("P4W",), ("P4W",)]
    assert value(found.header.lead_time) is None


STOREYS = """
序号  品名规格              订购数量  计量单位  未税单价   不含税金额
      供应商料号            定价单位
"""


def test_the_lower_line_of_an_item_stands_below_the_heading_that_comes_again() -> None:
    first = """
001   六角螺栓M12x85        1,000     只        346.00     3,460.00
      LP-32-7600            100
002   O型圈EPDM 50x5.33     250       只        4,820.00   12,050.00
      LP-32-7637            100
003   六角螺栓M12x35        1,000     只        703.00     7,030.00
"""
    second = """
      LP-13-7674            100
004   缠绕垫片DN70          2,500     个        5,939.00   148,475.00
      LP-22-7711            100
不含税合计                                                 171,015.00
"""
    lines = assemble(_pages(HEAD + STOREYS.strip("\n") + first, STOREYS.strip("\n") + second)).lines
    assert _told(lines, "line_number", "part_number", "price_per") == [
        ("001", "LP-32-7600", "100"),
        ("002", "LP-32-7637", "100"),
        ("003", "LP-13-7674", "100"),
        ("004", "LP-22-7711", "100"),
    ]


@pytest.mark.parametrize("label", ["Drg. ref.", "Drawing ref."])
def test_a_label_behind_the_value_of_another_one_ends_it(label: str) -> None:
    body = f"""
Item:10 Supplier catalogue no.:7D8S-0731-C
{label}:74731-11 Rev.7 Item description:Filter element 10 µm
Ordered:2 Unit of measure:pc
Price/unit:199.33 Line amount:398.66
Item:20 Supplier catalogue no.:H88S738/78
{label}:96738-11 Rev.8 Item description:Rotating face
Ordered:3 Unit of measure:pc
Price/unit:1,319.66 Line amount:3,958.98
Total: EUR 4,357.64
"""
    lines = assemble(paper(HEAD + body)).lines
    assert _told(lines, "drawing_number", "description") == [
        ("74731-11 Rev.7", "Filter element 10 µm"),
        ("96738-11 Rev.8", "Rotating face"),
    ]


ITEMS = """

Item   Your part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10    pc     26.00        260.00
20     LP-16-4300      Filter bag PP 75    10    pc     30.00        300.00
Total                                                                560.00
"""


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        (
            "[ ] cash on delivery [x] 45 days from date of invoice [ ] letter\nof credit",
            ("45 days from date of invoice", True),
        ),
        (
            "[ ] cash on delivery [ ] 45 days from date of invoice [x] letter\nof credit",
            ("letter", False),
        ),
    ],
)
def test_a_label_stands_above_the_boxes_wherever_the_ticked_one_is(
    boxes: str, told: tuple[str, bool]
) -> None:
    assert _sure(assemble(paper(HEAD + "Terms of payment\n" + boxes + ITEMS)).header.payment_terms) == told


BESIDE = """
Pos.             001                     Pos.             002
Artikelnr.       8G7N-00131-A            Artikelnr.       10029138
Beschreibung     O-Ring                  Beschreibung     Filter
Einzelpreis      10,00                   Einzelpreis      5,00
Betrag           20,00                   Betrag           15,00
Menge            2 ST                    Menge            3 ST

Pos.             003                     Pos.             004
Artikelnr.       8G7N-00145-A            Artikelnr.       10029152
                 Patronendichtung        Beschreibung     Lagergehäuse SNL 585
                 CS20-35 SiC/SiC         Einzelpreis      536,65
Einzelpreis      12.416,98               Betrag           1.073,30
Betrag           124.169,80              Menge            2 ST
Menge            10 Satz

Gesamtbetrag EUR 125.278,10
"""


def test_the_longer_card_of_two_goes_on_below_the_shorter_one() -> None:
    typed = paper(HEAD + BESIDE)
    [page] = typed.pages
    name = next(word for word in page.words if word.text == "Patronendichtung")
    label = words_of("Beschreibung", 20.0, name.box.top + LINE / 2)
    lines = assemble(replace(typed, pages=(replace(page, words=(*page.words, *label)),))).lines
    assert _told(lines, "part_number", "quantity", "unit_price") == [
        ("8G7N-00131-A", "2", "10.00"),
        ("10029138", "3", "5.00"),
        ("8G7N-00145-A", "10", "12416.98"),
        ("10029152", "2", "536.65"),
    ]


CANCELLED = """
Item   Your part no.   Description                  Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65             10    pc     26.00        260.00
20     LP-16-4300      Filter bag PP 75 - CANCELLED 10    pc     30.00        300.00
30     LP-16-4400      Filter bag PP 85             10    pc     30.00        300.00
Total                                                                         560.00
"""


def test_a_row_that_is_cancelled_takes_back_no_order() -> None:
    found = assemble(paper(HEAD + CANCELLED))
    assert _told(found.lines, "line_number") == [("10",), ("30",)]
    assert all(line.quantity is not None and line.quantity.sure for line in found.lines)
    assert found.header.document_number is not None
    assert found.header.document_number.sure


@pytest.mark.parametrize("line", ["CANCELLED", "Status: cancelled"])
def test_a_line_of_its_own_takes_an_order_back(line: str) -> None:
    found = assemble(paper(HEAD + line + "\n" + CANCELLED.replace(" - CANCELLED", "            ")))
    assert found.header.document_number is not None
    assert not found.header.document_number.sure


def test_a_sum_from_the_page_before_may_leave_out_the_page() -> None:
    first = """
Pos  Artikelnr.    Benennung          Menge   Einzelpreis EUR   Gesamtpreis EUR
1    LP-23-3400    O-Ring             2       20,00             40,00
Übertrag                                                        40,00
"""
    second = """
Pos  Artikelnr.    Benennung          Menge   Einzelpreis EUR   Gesamtpreis EUR
     Übertrag von                                               40,00
     Seite 1
Folgende Positionen bitte getrennt verpacken
2    LP-19-3437    Filterbeutel       3       10,00             30,00
3    LP-34-3474    Spülschlauch       4       5,00              20,00
Gesamtbetrag                                                    90,00
"""
    found = assemble(_pages(HEAD + first, second))
    assert _told(found.lines, "part_number") == [("LP-23-3400",), ("LP-19-3437",), ("LP-34-3474",)]
    assert all(line.amount is not None and line.amount.sure for line in found.lines)


def test_where_a_thing_comes_from_is_no_part_of_its_name() -> None:
    body = """
项次  名称及规格                采购数量  计量单位  不含税单价  金额（不含税）
1     滤芯RE-38x20
      我司料号：LTS-531-77       供方码：7G7N-00531-A        交货周期：45天
      原产地：中国
      附材质证明EN 10204-3.1
                                2         只        298.63      597.26
2     O型圈FKM 20x3.55
      我司料号：LTS-531-78       供方码：4D8S-0538-C         交货周期：45天
      原产地：中国
      附材质证明EN 10204-3.1
                                500       个        12.71       6,355.00
合计                                                            6,952.26
"""
    lines = assemble(paper(HEAD + body)).lines
    assert _told(lines, "description") == [("滤芯RE-38x20",), ("O型圈FKM 20x3.55",)]


def test_a_tender_of_nobody_said_is_no_offer_of_ours() -> None:
    found = assemble(paper(HEAD + "Tender ref.:TB-26-1183\n" + ITEMS))
    assert value(found.header.quotation_number) is None
    ours = assemble(paper(HEAD + "Supplier's tender ref.: TB-26-1183\n" + ITEMS))
    assert value(ours.header.quotation_number) == "TB-26-1183"


ROWS = 15.0
LINES = 13.0


def _beside(*cards: tuple[float, list[tuple[str, str]]]) -> list[Word]:
    """Return cards of labels and values; the label of a value of two lines is level with the last."""
    words: list[Word] = []
    for x, card in cards:
        top = 150.0
        for label, text in card:
            for at, line in enumerate(text.split("\n")):
                top += LINES if at else ROWS
                words += words_of(line, x + 100.0, top)
            words += words_of(label, x, top)
    return words


def _card(*texts: str) -> list[tuple[str, str]]:
    labels = ("Pos.", "Ihre Artikelnr.", "Beschreibung", "Einzelpreis", "Menge", "Betrag")
    return list(zip(labels, texts, strict=True))


def test_a_name_of_two_lines_beside_a_shorter_card_is_its_own() -> None:
    left = _card("001", "8G7N-00145-A", "Doppeldichtung\nPlan 53B", "100,00", "2 ST", "200,00")
    right = _card("002", "10029152", "Filter", "50,00", "3 ST", "150,00")
    typed = paper(HEAD)
    [page] = typed.pages
    words = (
        *page.words,
        *_beside((20.0, left), (320.0, right)),
        *words_of("Gesamt: EUR 350,00", 20.0, 300.0),
    )
    lines = assemble(replace(typed, pages=(replace(page, words=words),))).lines
    assert [(_sure(line.part_number), _sure(line.description), value(line.quantity)) for line in lines] == [
        (("8G7N-00145-A", True), ("Doppeldichtung Plan 53B", False), "2"),
        (("10029152", True), ("Filter", True), "3"),
    ]


def test_an_item_that_lacks_its_figures_makes_all_codes_doubtful() -> None:
    card = "Your part no.: {}\nDescription: Filter\nQty: 2 pcs\nUnit price: 10.00\nAmount: 20.00\n\n"
    lone = "Your part no.: LP-16-4300\n\n"
    total = "Total: EUR 40.00\n"
    text = HEAD + card.format("LP-16-4200") + lone + card.format("LP-16-4400") + total
    lines = assemble(paper(text)).lines
    assert lines
    assert not any(line.part_number is not None and line.part_number.sure for line in lines)


TWICE = """
Article 2 Delivery: DAP Bolikhamxay, by 26 February 2027, to Nam Sane HPP warehouse, Bolikhamxay, Lao PDR.
第二条 交付：DAP 波里坎塞，2027年2月26日前送至老挝波里坎塞省南桑水电站仓库。
"""


@pytest.mark.parametrize(("second", "sure"), [("第二条", False), ("", True)])
def test_a_place_told_in_two_languages_is_open(second: str, *, sure: bool) -> None:
    lines = TWICE.strip().split("\n")
    told = lines if second else lines[1:]
    place = assemble(paper(HEAD + "\n".join(told) + ITEMS)).header.delivery_place
    assert place is not None
    assert "南桑水电站仓库" in (place.value or "")
    assert place.sure is sure


TOUCHING_IN_STOREYS = """
Item    Item code     Drawing       Designation               Delivery date   Plant
Brand   Qty           Unit          Price each                Line total
1       LP-28-8800    5-59931-04    Mechanical seal 108-38    05 Jun 2027     PL01
Beilan  6             set           8222.00                   49332.00
2       LP-21-8837    84938-11      Filter element 10 mic L=7511 Jun 2027     PL01
Beilan  2             pcs           688.00                    1376.00

Total order value: EUR 50708.00
"""
TOUCHING = """
Item  Your part no.   Qty   Unit  Unit price  Amount      Description               Delivery date
1     LP-28-8800      6     set   8222.00     49332.00    Mechanical seal 108-38    05 Jun 2027
2     LP-21-8837      2     pcs   688.00      1376.00     Filter element 10 mic L=7511 Jun 2027
Total order value: EUR 50708.00
"""


@pytest.mark.parametrize("table", [TOUCHING_IN_STOREYS, TOUCHING])
def test_a_day_that_a_name_touches_begins_where_its_heading_does(table: str) -> None:
    lines = assemble(paper(HEAD + table)).lines
    assert _told(lines, "description", "delivery_date") == [
        ("Mechanical seal 108-38", "2027-06-05"),
        ("Filter element 10 mic L=75", "2027-06-11"),
    ]


@pytest.mark.parametrize(
    "said", ["CANCELLED   11.05.2027   12.05.2027", "Order CANCELLED, value 560.00 fee 56.00"]
)
def test_days_and_sums_beside_it_do_not_keep_an_order_in_force(said: str) -> None:
    found = assemble(paper(HEAD + said + "\n" + ITEMS))
    assert found.header.document_number is not None
    assert not found.header.document_number.sure
    assert not any(line.quantity is not None and line.quantity.sure for line in found.lines)


def test_an_order_of_which_all_rows_are_cancelled_is_none() -> None:
    rows = ITEMS.replace("Filter bag PP 65 ", "Filter CANCELLED ").replace(
        "Filter bag PP 75", "Seal CANCELLED  "
    )
    found = assemble(paper(HEAD + rows))
    assert found.header.document_number is not None
    assert not found.header.document_number.sure


def test_large_letters_over_a_row_are_not_said_of_its_item() -> None:
    typed = paper(HEAD + ITEMS)
    [page] = typed.pages
    row = next(each for each in page.words if each.text == "LP-16-4200")
    [void] = words_of("CANCELLED", 420.0, row.box.top)
    large = replace(void, box=void.box._replace(top=row.box.top - 10.0, bottom=row.box.bottom + 10.0))
    found = assemble(replace(typed, pages=(replace(page, words=(*page.words, large)),)))
    assert found.header.document_number is not None
    assert not found.header.document_number.sure


def test_a_remark_above_a_name_is_not_surely_a_part_of_it() -> None:
    left = _card("001", "LP-16-4200", "dringend\nDoppeldichtung", "100,00", "2 ST", "200,00")
    right = _card("002", "LP-16-4300", "Filter", "50,00", "3 ST", "150,00")
    typed = paper(HEAD)
    [page] = typed.pages
    words = (
        *page.words,
        *_beside((20.0, left), (320.0, right)),
        *words_of("Gesamt: EUR 350,00", 20.0, 300.0),
    )
    lines = assemble(replace(typed, pages=(replace(page, words=words),))).lines
    assert [line.description is not None and line.description.sure for line in lines] == [False, True]
