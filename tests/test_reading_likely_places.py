"""What is likely where a field is open: the value in the place that left it so, and no nonsense."""

from dataclasses import replace

import pytest
from paper import form, paper, word, words_of
from typed_orders import HEAD, read, told, value

from extractors.assemble import assemble
from extractors.fields import incoterms
from extractors.header.proposing.implausible import is_so
from extractors.header.spoken import told_places
from extractors.lines.tables.inner_tables import spaced_label
from extractors.page.runs import make_run
from models.page import FileFormat, SourceDocument

ITEMS = """
Pos  Your part no.  Description       Qty  Unit  Price   Amount
1    10044556       Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
"""


def test_the_day_in_the_place_that_left_the_time_open_is_proposed() -> None:
    found = read(f"{ITEMS}\nWanted at our dock: May 15, 2026").header.delivery_date
    assert found is not None
    assert (found.value, found.sure) == ("2026-05-15", False)


def test_the_time_that_a_text_begins_with_beats_the_days_behind_it() -> None:
    said = "Delivery: 10 weeks from the date of this order, DDP Leeds, to our stores. Closed on 3 April 2026."
    header = read(f"{ITEMS}\n{said}").header
    assert (value(header.lead_time), value(header.delivery_date)) == ("P10W", None)
    assert header.lead_time is not None
    assert not header.lead_time.sure


def test_a_term_ends_before_what_goes_on_in_small_letters() -> None:
    header = read(f"{ITEMS}\nTerms of delivery: DDP Leeds, to our stores. Closed on Mondays").header
    assert value(header.incoterms) in {"DDP Leeds", None}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Lieferung DAP Neustadt am Rübenberge an: Am Werk 1", "DAP Neustadt am Rübenberge"),
        ("Lieferung CPT Frankfurt an der Oder per Bahn", "CPT Frankfurt an der Oder"),
    ],
)
def test_a_town_by_its_river_is_one_place(text: str, term: str) -> None:
    ((start, end),) = incoterms.find(text)
    assert text[start:end] == term


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("delivery_place", "consigned to"),
        ("delivery_place", "叉车80元/次，天车150元/次"),
        ("payment_terms", "4.1 4.2"),
    ],
)
def test_nonsense_is_no_value(name: str, text: str) -> None:
    assert is_so(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("delivery_place", "Stores, Hempsted Lane, Gloucester GL2 5LF"),
        ("delivery_place", "常州市新北区汉江路8号备件库"),
        ("payment_terms", "30 days net"),
        ("payment_terms", "月结60天"),
    ],
)
def test_plain_values_are(name: str, text: str) -> None:
    assert not is_so(name, text)


def test_a_sum_is_no_name_of_an_item() -> None:
    found = read(
        """
Item 1        2 set       EUR 150.00 per set      EUR 300.00
Gas seal DGS-90 tandem
Your part: 10044556
Item 2        1 pcs       EUR 100.00 per pc       EUR 100.00
Filter element 3 micron
Your part: 10044557
Order total EUR 400.00
"""
    )
    assert told(found.lines, "description") == [("Gas seal DGS-90 tandem",), ("Filter element 3 micron",)]


def test_headings_of_two_lines_around_those_of_one_are_whole() -> None:
    lines = [
        (200.0, "       Art.-Nr.   Art.-Nr."),
        (206.0, "Pos                           Bezeichnung         Menge  Einheit  Preis   Betrag"),
        (212.0, "       GZ         Lieferant"),
        (232.0, "1      GZ-4410    10044556    Gleitringdichtung   2      Stk      150,00  300,00"),
        (248.0, "2      GZ-4411    10044557    Wellenhuelse        1      Stk      100,00  100,00"),
        (270.0, "Gesamt EUR 400,00"),
    ]
    head = paper(HEAD).pages[0]
    words = [*head.words, *(word for top, line in lines for word in words_of(line, 20.0, top))]
    document = SourceDocument(FileFormat.PDF, (replace(head, words=tuple(words)),), exact=False)
    assert told(assemble(document).lines, "part_number") == [("10044556",), ("10044557",)]


@pytest.mark.parametrize(("gap", "named"), [(0.5, True), (9.0, False)])
def test_a_name_of_a_sum_that_a_ruling_cuts_is_one(gap: float, *, named: bool) -> None:
    page = paper("").pages[0]
    first = make_run(page, [word("本页小", 20.0, 100.0)])
    second = make_run(page, [word("计", first.box.x1 + gap, 100.0)])
    assert (spaced_label([first, second]) is not None) is named


def test_an_order_of_the_last_price_numbers_nothing() -> None:
    said = "Letzter Preis Position 1: 109,00 EUR (Bestellung 4700109911)."
    body = f"Bestellung\nNr. 4700118263\n{ITEMS}\n{said}"
    assert value(assemble(paper(body)).header.document_number) != "4700109911"


def test_a_day_of_long_before_the_order_is_no_likely_day_of_delivery() -> None:
    text = """
Pos  Your part no.  Description            Qty  Unit  Price   Amount
1    10044556       Mechanical seal          2  pcs   150.00  300.00
                    replaces part bought 03/14/2023
Total EUR 300.00
"""
    day = read(text).lines[0].delivery_date
    assert day is None or day.value is None


def test_the_makers_short_name_before_a_code_is_no_part_of_it() -> None:
    rows = [
        ["序号", "货物名称", "品牌及型号", "数量", "单位", "单价", "小计"],
        ["1", "机械密封", "汉升 10044556", "2", "套", "150.00", "300.00"],
        ["2", "轴套", "汉升 10044557", "1", "件", "100.00", "100.00"],
    ]
    lines = assemble(form(HEAD, rows, "合计：400.00元")).lines
    assert told(lines, "part_number") == [("10044556",), ("10044557",)]
    assert not any(line.part_number is not None and line.part_number.sure for line in lines)


def test_a_heading_of_items_below_one_of_numbers_heads_what_counts_them() -> None:
    lines = read(
        """
编号   名称               型号        数量     单价      总价
Item   Commodity          Type code   Quantity Unit price Amount
1      Double seal        10044556    2 set    150.00    300.00
2      Shaft sleeve       10044557    1 pc     100.00    100.00
Total value EUR 400.00
"""
    ).lines
    assert told(lines, "line_number") == [("1",), ("2",)]


@pytest.mark.parametrize(("text", "none"), [("An", True), ("Ørsted", False), ("中远海运", False)])
def test_a_word_of_two_letters_names_no_buyer(text: str, *, none: bool) -> None:
    assert is_so("customer", text) is none


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (
            "Please supply the goods below to Halden Stores, Unit 3 Pier Road, Oban PA34 4LX.",
            "Halden Stores, Unit 3 Pier Road, Oban PA34 4LX",
        ),
        (
            "Please send the goods to Halden & Sons, The Old Dock, Ennis, Co. Clare, V95 X2R4. Thank you.",
            "Halden & Sons, The Old Dock, Ennis, Co. Clare, V95 X2R4",
        ),
        ("Please supply the goods below to the agreed standard.", None),
        ("Please supply the goods below. To Halden Works, all was said.", None),
    ],
)
def test_a_sentence_asks_to_supply_goods_to_a_place(said: str, place: str | None) -> None:
    assert [said[start:end] for start, end in told_places.find(said)] == ([place] if place else [])


READY = """
Purchase order 55-0187
Date: 12 March 2026
Buyer: Halden Works Ltd

Item  Details                          Qty      Each EUR   Value EUR
1     Drive collar                     2 pcs    40.00      80.00
      Your ref. DC-22083, {note}
2     Wear plate                       4 pcs    10.00      40.00
      Your ref. WP-10415, {note}
Order total                                                120.00
"""


@pytest.mark.parametrize(
    ("note", "lead"),
    [
        ("ready within 6 weeks of order; wrap individually", "P6W"),
        ("available in 8 weeks", "P8W"),
        ("inspected within 6 weeks of order", None),
        ("stored for 6 weeks before", None),
    ],
)
def test_a_note_below_an_item_says_when_it_is_to_be_ready(note: str, lead: str | None) -> None:
    lines = assemble(paper(READY.format(note=note).replace(", ", "\n      "))).lines
    times = [line.lead_time for line in lines]
    assert [time and time.value for time in times] == [lead, lead]
    assert not any(time is not None and time.sure for time in times)
