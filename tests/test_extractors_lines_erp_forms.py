"""Tables of items as programs print them: what stands below, beside or above the line of figures."""

from dataclasses import replace

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.texts.inline_labels import pieces, recognise_inline
from extractors.lines.texts.wrapped_labels import whole
from extractors.page.runs import runs_of
from extractors.vocabulary.meanings import Role
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, OrderLine

HEAD = """
                         PURCHASE ORDER
Order no.: 4711-0815      Date: 12.05.2026
"""

LABELS_BELOW = (
    HEAD
    + """
Line  Item          Description            Quantity  Order Unit   Unit Cost    Line Cost
1     55-10-22331   Gland follower 316         4     EA               12.50        50.00
      Catalogue #: 77810452   Manufacturer: ACME   Required Date: 06/30/2026   Cost centre: 1200
2     55-10-22400   Lantern ring PTFE          10    EA                3.00        30.00
      Catalogue #: KX-4410-9   Manufacturer: ACME   Required Date: 06/30/2026   Cost centre: 1200
                                                            Pre-tax total: 80.00
"""
)

ORDERED_AMOUNTS = (
    HEAD
    + """
Line  Description              Supplier Item   Price   Quantity  UOM    Ordered
1     Gland follower 316       GF-316-4410     12.50       4     EA       50.00
      Item 77.10.4432   Need-by Date 24-Jun-2026   Quantity 4   Ship-to Location Main Store
2     Lantern ring PTFE        LR-0099-12       3.00      10     EA       30.00
      Item 77.10.4490   Need-by Date 24-Jun-2026   Quantity 10   Ship-to Location Main Store
"""
)

PRICES_PER = (
    HEAD
    + """
Pos   Description            Quantity Unit    Price  per            Amount
10    Gland follower 316         400 pc       12.50  100 pc          50.00
20    Lantern ring PTFE           10 set       3.00  1 set           30.00
"""
)

NAMED_BEHIND = (
    HEAD
    + """
Line  Item number   Name                  Delivery date   Qty  U/M    Price    Amount
                                          yymmdd
1     300-4410      Gland follower 316    260630            4  EA     12.50     50.00
      GF-316-4410   Supplier's article number
2     300-4432      Lantern ring PTFE     260714           10  EA      3.00     30.00
      LR-0099-12    Supplier's article number
"""
)

NET_BELOW = (
    HEAD
    + """
Pos.  Artikel / Bezeichnung       Menge      Preis  per       Betrag EUR
10    300-44105                   4 Stk      15,00  1 Stk
      Stopfbuchsbrille 316
      Rabatt 20,00 %                 Nettopreis 12,00              48,00
20    300-44324                   10 Stk      4,00  1 Stk
      Laternenring PTFE
      Rabatt 25,00 %                 Nettopreis 3,00               30,00
      Summe netto                                                  78,00
"""
)

FOOTER = (
    HEAD
    + """
Item                 Vendor Code    Quantity  Units     Rate     Amount
300-44105            GF-316-4410        4     EA       12.50      50.00
300-44324            LR-0099-12        10     EA        3.00      30.00
                                             Total                80.00
                                                    PO-0815     1 of 1
"""
)

TAXED = (
    HEAD
    + """
No.         Description          Quantity  Unit     Unit Cost   VAT         Amount
                                                                Identifier
55-10-22331 Gland follower 316       4     EA          12.50    VAT20        50.00
            Vendor Item No.
            GF-316-4410
55-10-22400 Lantern ring PTFE       10     EA           3.00    VAT20        30.00
            Vendor Item No. LR-
            0099-12
"""
)

DATED_FIGURES = (
    HEAD
    + """
项次  资材代码       资材名称         单位  数量    含税单价    含税金额
1     ZB-3310-66     压盖 316         只    4          12.50      50.00
      供方型号：GF-316-4410                 交货期：20260710
"""
)

COUNTED_NUMBERS = (
    HEAD
    + """
编号  备件名称         图号或型号         厂家件号       数量  单位  单价      合价
1     压盖             EPDM 40x3          GF-316-4410     4    件    12.50     50.00
2     灯笼环           SNL 510            LR-0099-12      10   件    3.00      30.00
"""
)

TEXT_BELOW = (
    HEAD
    + """
No   Description                 Supplier's code  Unit   Quantity  Unit price   Amount
1    Gland follower 316          GF-316-4410      EA        4        12.50       50.00
2    Lantern ring PTFE           LR-0099-12       EA       10         3.00       30.00
Total order value 80.00
2.   Time of shipment            2. Time of shipment: within 6 weeks after the contract
"""
)

OVERFLOWING = (
    HEAD
    + """
NO  Description               Part no.         Qty  Unit     Price    Amount
1   Gland follower 316        GF-316-4410        4  EA       12.50     50.00
2   Lantern ring PTFE 50x60 high LR-0099-12     10  EA        3.00     30.00
3   Neck bush bronze          NB-8831-77         2  EA        5.00     10.00
"""
)


def lines_of(text: str) -> tuple[OrderLine, ...]:
    return assemble(paper(text)).lines


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def codes(line: OrderLine) -> tuple[str | None, str | None]:
    return value(line.part_number), value(line.customer_part_number)


def numbers(line: OrderLine) -> tuple[str | None, ...]:
    return value(line.quantity), value(line.unit_price), value(line.amount)


FIGURES = [("4", "12.50", "50.00"), ("10", "3.00", "30.00")]


def test_a_line_of_labels_below_an_item_stands_in_none_of_its_columns() -> None:
    lines = lines_of(LABELS_BELOW)
    assert [(value(line.unit), value(line.description)) for line in lines] == [
        ("EA", "Gland follower 316"),
        ("EA", "Lantern ring PTFE"),
    ]
    assert [value(line.delivery_date) for line in lines] == ["2026-06-30", "2026-06-30"]
    assert [numbers(line) for line in lines] == FIGURES


def test_the_number_in_a_catalogue_is_the_sellers_and_not_sure() -> None:
    lines = lines_of(LABELS_BELOW)
    assert [codes(line) for line in lines] == [("77810452", "55-10-22331"), ("KX-4410-9", "55-10-22400")]
    assert not any(line.part_number and line.part_number.sure for line in lines)


def test_of_two_columns_of_quantities_the_product_is_the_amount() -> None:
    lines = lines_of(ORDERED_AMOUNTS)
    assert [numbers(line) for line in lines] == FIGURES
    assert not any(line.amount and line.amount.sure for line in lines)
    assert [codes(line) for line in lines] == [("GF-316-4410", "77.10.4432"), ("LR-0099-12", "77.10.4490")]


def test_two_columns_of_quantities_that_make_no_amount_stay_quantities() -> None:
    lines = lines_of(ORDERED_AMOUNTS.replace("50.00", "51.00").replace("30.00", "31.00"))
    assert [value(line.amount) for line in lines] == [None, None]


def test_an_item_is_named_by_its_number_only_if_that_is_long() -> None:
    assert recognise_inline("Item 77.10.4432") is not None
    assert recognise_inline("Item 4432") is None


def test_a_price_and_what_it_is_for_stand_in_one_column() -> None:
    lines = lines_of(PRICES_PER)
    assert [(value(line.price_per), *numbers(line)) for line in lines] == [
        ("100", "400", "12.50", "50.00"),
        ("1", "10", "3.00", "30.00"),
    ]


def test_a_code_may_stand_before_its_label() -> None:
    lines = lines_of(NAMED_BEHIND)
    assert [codes(line) for line in lines] == [("GF-316-4410", "300-4410"), ("LR-0099-12", "300-4432")]
    assert [value(line.description) for line in lines] == ["Gland follower 316", "Lantern ring PTFE"]


def test_figures_of_a_day_are_read_as_their_heading_says() -> None:
    lines = lines_of(NAMED_BEHIND)
    assert [value(line.delivery_date) for line in lines] == ["2026-06-30", "2026-07-14"]
    other = lines_of(NAMED_BEHIND.replace("yymmdd", "ddmmyy").replace("260630", "300626"))
    assert value(other[0].delivery_date) == "2026-06-30"


def test_figures_of_a_day_without_such_a_heading_stay_open() -> None:
    lines = lines_of(NAMED_BEHIND.replace("yymmdd", "      "))
    assert [value(line.delivery_date) for line in lines] == [None, None]


def test_eight_figures_behind_a_label_of_delivery_are_a_day() -> None:
    (line,) = lines_of(DATED_FIGURES)
    assert value(line.delivery_date) == "2026-07-10"
    assert codes(line) == ("GF-316-4410", "ZB-3310-66")


def test_the_net_price_below_an_item_holds_and_its_amount_with_it() -> None:
    lines = lines_of(NET_BELOW)
    assert [numbers(line) for line in lines] == [("4", "12.00", "48.00"), ("10", "3.00", "30.00")]
    assert [value(line.description) for line in lines] == ["Stopfbuchsbrille 316", "Laternenring PTFE"]


def test_a_discount_of_the_order_below_its_items_is_still_a_sum() -> None:
    text = NET_BELOW.replace("      Rabatt 25,00 %                 Nettopreis 3,00               30,00\n", "")
    assert len(lines_of(text)) == 2


def test_what_stands_at_the_foot_of_the_page_is_no_item() -> None:
    assert [numbers(line) for line in lines_of(FOOTER)] == FIGURES


def test_the_code_of_a_tax_in_an_item_makes_it_no_sum() -> None:
    lines = lines_of(TAXED)
    assert [numbers(line) for line in lines] == FIGURES
    assert [codes(line) for line in lines] == [("GF-316-4410", "55-10-22331"), ("LR-0099-12", "55-10-22400")]
    assert [value(line.line_number) for line in lines] == [None, None]


def test_a_label_alone_on_its_line_goes_on_with_the_code_below() -> None:
    page = paper("Vendor Item No.\nGF-316-4410\nVendor Item No.\nGland follower").pages[0]
    assert [run.text for run in whole(runs_of(page, page.words))] == [
        "Vendor Item No. GF-316-4410",
        "Vendor Item No.",
        "Gland follower",
    ]


def test_a_first_column_of_numbers_that_counts_numbers_the_items() -> None:
    lines = lines_of(COUNTED_NUMBERS)
    assert [value(line.line_number) for line in lines] == ["1", "2"]
    assert [codes(line) for line in lines] == [("GF-316-4410", None), ("LR-0099-12", None)]


def test_sizes_under_drawing_or_model_are_no_drawings() -> None:
    assert [value(line.drawing_number) for line in lines_of(COUNTED_NUMBERS)] == [None, None]
    drawn = lines_of(COUNTED_NUMBERS.replace("EPDM 40x3 ", "5-4410-02B"))
    assert drawn[0].drawing_number is not None
    assert not drawn[0].drawing_number.sure


def test_a_number_in_a_sentence_below_the_table_is_no_quantity() -> None:
    document = paper(TEXT_BELOW)
    page = document.pages[0]
    glued = tuple(replace(word, glued=True) for word in page.words)
    lines = assemble(replace(document, pages=(replace(page, words=glued),))).lines
    assert [numbers(line) for line in lines] == FIGURES


def test_a_code_that_a_long_name_pushed_aside_is_put_back() -> None:
    lines = lines_of(OVERFLOWING)
    assert [codes(line)[0] for line in lines] == ["GF-316-4410", "LR-0099-12", "NB-8831-77"]
    assert lines[1].part_number is not None
    assert not lines[1].part_number.sure


SCHEDULED = (
    HEAD
    + """
Line #  No. Schedule Lines  Part #        Customer Part #  Qty (Unit)  Need By      Unit Price  Subtotal
10      1                   GF-316-4410   300-4410         4           30 Jun 2026       12.50     50.00
                                                           (SET)
        Gland follower 316
        Control Keys
        Schedule Line #   Delivery Date   Quantity (Unit)
        1                 30 Jun 2026     4 (SET)
20      1                   LR-0099-12    300-4432         10          14 Jul 2026        3.00     30.00
                                                           (EA)
        Ring
        Control Keys
        Schedule Line #   Delivery Date   Quantity (Unit)
        1                 14 Jul 2026     10 (EA)
"""
)

SENTENCE_OF_A_COLUMN = (
    HEAD
    + """
序号  品号          品名         采购数量  单位  采购单价   采购金额   预交货日     备注
1     300-44105     压盖            4      只      12.50      50.00   2026-06-30   GF-316-4410
2     300-44324     灯笼环         10      只       3.00      30.00   2026-07-14   LR-0099-12

注意事项：备注栏内为供方型号，请核对。
"""
)

INDIAN = """
PURCHASE ORDER
Vendor Code :- V4410          Order No. :- 4711-0815
We are pleased to place this order on you for the supply of the following

Item No. :- 00010             Total Qty :- 4.000 EA       Net Price :- 12.50 INR Per 1 EA
Material No :- 300-44105      Material Desc :- Gland follower 316
Vendor Material No :- GF-316-4410
Item Value   50.00 INR
IN: Integrated GST   18.00 %   9.00 INR

Item No. :- 00020             Total Qty :- 10.000 EA      Net Price :- 3.00 INR Per 1 EA
Material No :- 300-44324      Material Desc :- Lantern ring PTFE
Vendor Material No :- LR-0099-12
Item Value   30.00 INR
IN: Integrated GST   18.00 %   5.40 INR

Basic Value :- 80.00 INR
Total GST :- 14.40 INR
"""

LETTER = """
Dear Sirs, with reference to your offer 20030447 we are pleased to place our order 4711-0815 for:
Item 1: Gland follower 316
Your reference GF-316-4410; quantity 4 PC; unit rate USD 12.50; total USD 50.00
Item 2: Lantern ring PTFE
Your reference LR-0099-12; quantity 10 PC; unit rate USD 3.00; total USD 30.00
Total order value: USD 80.00
"""

CENTRED = [
    ("", "压盖 316", "", "", ""),
    ("10", "Gland follower 316", "4 件", "12.50 / 1", "50.00"),
    ("", "供应商料号: GF-316-4410", "", "", ""),
    None,
    ("", "灯笼环 PTFE", "", "", ""),
    ("20", "Lantern ring PTFE", "10 件", "3.00 / 1", "30.00"),
    ("", "供应商料号: LR-0099-12", "", "", ""),
]


def centred(gap: float) -> SourceDocument:
    """Return a table whose figures stand in the middle of each item, items `gap` points apart."""
    words = words_of("Purchase order 4711-0815", 20, 20)
    words += words_of(
        "Pos.  Description                 Quantity    Net price / per    Net value CNY", 20, 40
    )
    top = 56.0
    for cells in CENTRED:
        if cells is None:
            top += gap
            continue
        for cell, at in zip(cells, (0, 6, 34, 46, 65), strict=True):
            words += words_of(cell, 20 + 5 * at, top) if cell else []
        top += 12
    return SourceDocument(FileFormat.PDF, (Page(1, 900, 1200, tuple(words)),), exact=False)


def test_a_schedule_below_an_item_is_a_table_of_its_own() -> None:
    lines = lines_of(SCHEDULED)
    assert [(value(line.unit), value(line.description)) for line in lines] == [
        ("SET", "Gland follower 316"),
        ("EA", "Ring"),
    ]
    assert [codes(line) for line in lines] == [("GF-316-4410", "300-4410"), ("LR-0099-12", "300-4432")]
    assert [numbers(line) for line in lines] == FIGURES


def test_a_sentence_says_what_a_column_of_remarks_holds() -> None:
    lines = lines_of(SENTENCE_OF_A_COLUMN)
    assert [codes(line) for line in lines] == [("GF-316-4410", "300-44105"), ("LR-0099-12", "300-44324")]
    assert [value(line.delivery_date) for line in lines] == ["2026-06-30", "2026-07-14"]
    assert not any(line.part_number and line.part_number.sure for line in lines)


def test_a_sentence_may_say_it_in_english() -> None:
    text = ORDERED_AMOUNTS.replace("Supplier Item ", "Remarks       ")
    said = text + "\nThe Remarks column states the supplier's part number of each line.\n"
    assert codes(lines_of(said)[0]) == ("GF-316-4410", "77.10.4432")


def test_labelled_numbers_part_the_items_whatever_stands_above() -> None:
    lines = lines_of(INDIAN)
    assert [numbers(line)[1:] for line in lines] == [("12.50", "50.00"), ("3.00", "30.00")]
    assert [codes(line) for line in lines] == [("GF-316-4410", "300-44105"), ("LR-0099-12", "300-44324")]


def test_nothing_of_a_line_is_lost_where_a_mark_touches_a_number() -> None:
    lines = lines_of(LETTER)
    assert [(codes(line)[0], *numbers(line)) for line in lines] == [
        ("GF-316-4410", *FIGURES[0]),
        ("LR-0099-12", *FIGURES[1]),
    ]


def test_white_space_tells_where_items_begin_whose_figures_stand_in_their_middle() -> None:
    lines = assemble(centred(4)).lines
    assert [value(line.description) for line in lines] == [
        "压盖 316 Gland follower 316",
        "灯笼环 PTFE Lantern ring PTFE",
    ]
    assert [codes(line)[0] for line in lines] == ["GF-316-4410", "LR-0099-12"]
    assert [numbers(line) for line in lines] == FIGURES


def test_names_in_lines_evenly_set_are_not_sure_where_one_may_belong_below() -> None:
    names = [line.description for line in assemble(centred(0)).lines]
    assert not any(each and each.sure and each.value == "Lantern ring PTFE" for each in names)


NUMBERED_TWICE = (
    HEAD
    + """
Line   Item         Description                 Supp. Part No.  Due Date     Ordered   UOM   Price    Value
1      71.204455    Sleeve bearing 40x50        SB-4050-22      01-Jul-2026  6         EA    21.50    129.00
2      71.204456    Wear ring 1.4408            WR-1440-08      08-Jul-2026  3         EA    80.00    240.00
"""
)

REVISED = (
    HEAD
    + """
Line  Part Number/Rev/Description       Order Qty        Unit Price        Ext. Price
1     71-204455   Rev: A                  6.00 EA          21.50/1           129.00
      Sleeve bearing 40x50
      Supplier Part Num: SB-4050-22
      Rel   Due Date     Qty
      1     1-Jul-2026   6.00 EA
2     71-204456   Rev: B                  3.00 EA          80.00/1           240.00
      Wear ring 1.4408
      Supplier Part Num: WR-1440-08
      Rel   Due Date     Qty
      1     8-Jul-2026   3.00 EA
"""
)

TRADED = (
    HEAD
    + """
Pos  GTIN            Supplier art. no.  Buyer art. no.  Description            Quantity  Unit  Price    Amount
1    4006381333931   SB-4050-22         71-204455       Sleeve bearing 40x50   6         PCE   21.50    129.00
2    4012345678901   WR-1440-08         71-204456       Wear ring 1.4408       3         PCE   80.00    240.00
"""
)

TOLD = (
    HEAD
    + """
Pos.  Description                                              Total
1     Sleeve bearing 40x50                                     129.00
      Part no. SB-4050-22
      6 pcs x EUR 21.50
2     Wear ring 1.4408                                         240.00
      Part no. WR-1440-08
      3 pcs at EUR 80.00 each
"""
)


def test_of_two_columns_of_numbers_that_which_counts_numbers_the_items() -> None:
    lines = lines_of(NUMBERED_TWICE)
    assert [value(line.line_number) for line in lines] == ["1", "2"]
    assert [codes(line) for line in lines] == [("SB-4050-22", "71.204455"), ("WR-1440-08", "71.204456")]


def test_number_revision_and_name_stand_in_one_column() -> None:
    lines = lines_of(REVISED)
    assert [value(line.description) for line in lines] == ["Sleeve bearing 40x50", "Wear ring 1.4408"]
    assert [codes(line) for line in lines] == [("SB-4050-22", "71-204455"), ("WR-1440-08", "71-204456")]
    assert [value(line.delivery_date) for line in lines] == ["2026-07-01", "2026-07-08"]


def test_a_number_of_trade_is_no_drawing() -> None:
    assert [line.drawing_number for line in lines_of(TRADED)] == [None, None]
    unheaded = TRADED.replace("GTIN ", "Qwzx ")
    assert [line.drawing_number for line in lines_of(unheaded)] == [None, None]
    assert lines_of(unheaded.replace("4006381333931", "4006381333932"))[0].drawing_number is not None


def test_a_day_may_be_written_as_a_german_heading_says() -> None:
    lines = lines_of(NAMED_BEHIND.replace("yymmdd", "jjmmtt"))
    assert [value(line.delivery_date) for line in lines] == ["2026-06-30", "2026-07-14"]


def test_a_line_below_an_item_may_tell_its_figures() -> None:
    lines = lines_of(TOLD)
    assert [numbers(line) for line in lines] == [("6", "21.50", "129.00"), ("3", "80.00", "240.00")]
    assert not any(line.quantity and line.quantity.sure for line in lines)


def test_the_label_of_a_drawing_and_its_revision_is_one() -> None:
    (said,) = (piece for piece in pieces("Drawing / rev.: 6-1331-04 Rev.04") if piece.role is not None)
    assert said.role is Role.DRAWING
    assert [piece.role for piece in pieces("Rev: A")] == [Role.REVISION]


def test_the_net_price_may_stand_behind_a_gap() -> None:
    apart = NET_BELOW.replace("Nettopreis 12,00 ", "Nettopreis     12,00").replace(
        "Nettopreis 3,00 ", "Nettopreis     3,00"
    )
    lines = lines_of(apart)
    assert [numbers(line) for line in lines] == [("4", "12.00", "48.00"), ("10", "3.00", "30.00")]


AMERICAN = REVISED.replace("12.05.2026", "5/6/2026").replace("1-Jul-2026", "{}").replace("8-Jul-2026", "{}")


def test_days_inside_the_items_tell_how_the_paper_writes_days() -> None:
    settled = assemble(paper(AMERICAN.format("7/15/2026", "7/22/2026"))).header.document_date
    assert value(settled) == "2026-05-06"
    assert settled is not None
    assert settled.sure
    european = assemble(paper(AMERICAN.format("15/7/2026", "22/7/2026"))).header.document_date
    assert value(european) == "2026-06-05"
    torn = assemble(paper(AMERICAN.format("15/7/2026", "7/22/2026"))).header.document_date
    assert torn is None or not torn.sure


BOOKED = (
    HEAD
    + """
Artikel      Bezeichnung                    Menge     Preis      Betrag
A-204-118    Gleitringdichtung DN40         3 Stk     200.00     600.00
             Ihre Art.-Nr. 10044120   Liefertermin 12.07.2026   {booked} 38204
A-204-119    Laternenring PTFE              8 Stk      20.00     160.00
             Ihre Art.-Nr. 10044131   Liefertermin 12.07.2026   {booked} 38205
                                                   Total EUR     760.00
"""
)


@pytest.mark.parametrize("word", ["Kostenträger", "Profitcenter", "Kostenplaats"])
def test_what_an_item_is_booked_on_is_no_drawing(word: str) -> None:
    assert [line.drawing_number for line in lines_of(BOOKED.format(booked=word))] == [None, None]


def test_a_number_behind_a_strange_word_may_be_one() -> None:
    lines = lines_of(BOOKED.format(booked="Zrdlovka"))
    assert not any(line.drawing_number is None or line.drawing_number.sure for line in lines)


IN_PARTS = (
    HEAD
    + """
Line-Sch  Item/Description      Mfg ID       Quantity UOM   PO Price  Extended Amt   Due Date
1 - 1     000712204             10044120       6.00  PCS       20.00        120.00   2026-10-02
          Lantern ring PTFE
                                                 Schedule Total             120.00
1 - 2     000712204             10044120       6.00  PCS       20.00        120.00   2026-12-04
                                                 Schedule Total             120.00
                                             Item Total for Line # 1        240.00
2 - 1     000715530             LS-5580       40.00  PCS        2.00         80.00   2026-10-02
          Packing cord
                                                 Schedule Total              80.00
                                             Item Total for Line # 2         80.00
                                                 Total PO Amount          320.00
"""
)


def test_a_later_part_of_an_item_has_its_name_and_no_sum_is_one() -> None:
    names = [line.description for line in lines_of(IN_PARTS)]
    assert [value(each) for each in names] == ["Lantern ring PTFE", "Lantern ring PTFE", "Packing cord"]
    assert names[1] is not None
    assert not names[1].sure


def test_another_thing_without_a_name_gets_none() -> None:
    other = IN_PARTS.replace(
        "1 - 2     000712204             10044120", "1 - 2     000712311             10044131"
    )
    assert value(lines_of(other)[1].description) is None
