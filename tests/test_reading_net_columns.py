"""Headings that contents settle (Net, a stroke, glued words), labels of codes inside items, stacked sums."""

import pytest
from paper import form, paper, words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.fields import units
from extractors.header.sums import chosen_sums
from extractors.lines import charges
from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER
from extractors.page.runs import make_run
from extractors.vocabulary.meanings import Role, Summary
from models.page import Page
from models.reading import OrderLine

HEAD = """
PURCHASE ORDER
Order No.: PO-71044            Date: 05 March 2026
Buyer: Tarnbeck Water Ltd      Supplier: Ningbo Orrin Pump Co., Ltd
Currency: EUR
"""


def lines_of(heading: list[str], *rows: list[str], total: str) -> tuple[OrderLine, ...]:
    return assemble(form(HEAD, [heading, *rows], total)).lines


def test_net_behind_a_discount_is_the_price_where_it_makes_the_amount() -> None:
    lines = lines_of(
        ["Pos", "Description", "Qty", "Price", "Disc. %", "Net", "Amount"],
        ["1", "Wear plate", "4 pcs", "50,00", "10", "45,00", "180,00"],
        ["2", "Lantern ring", "6 pcs", "20,00", "5", "19,00", "114,00"],
        total="Total EUR 294,00",
    )
    assert told(lines, "unit_price", "amount") == [("45.00", "180.00"), ("19.00", "114.00")]
    assert all(sure(lines, "unit_price"))


def test_net_that_makes_no_amount_leaves_the_price_open() -> None:
    lines = lines_of(
        ["Pos", "Description", "Qty", "Price", "Disc. %", "Net", "Amount"],
        ["1", "Wear plate", "4 pcs", "50,00", "10", "45,00", "190,00"],
        ["2", "Lantern ring", "6 pcs", "20,00", "5", "19,00", "110,00"],
        total="Total EUR 300,00",
    )
    assert not any(sure(lines, "unit_price"))


def test_a_stroke_behind_the_price_heads_what_the_prices_are_for() -> None:
    lines = lines_of(
        ["Itm", "Description", "Qty", "UM", "Net price", "/", "Net value"],
        ["10", "Wear plate", "4", "PCE", "50.00", "1", "200.00"],
        ["20", "Grub screw", "250", "PCE", "40.00", "100", "100.00"],
        total="Total 300.00",
    )
    assert told(lines, "price_per") == [("1",), ("100",)]
    assert all(sure(lines, "price_per"))
    assert all(sure(lines, "unit_price"))


def test_a_stroke_over_figures_that_do_not_close_heads_nothing() -> None:
    lines = lines_of(
        ["Itm", "Description", "Qty", "UM", "Net price", "/", "Net value"],
        ["10", "Wear plate", "4", "PCE", "50.00", "10", "200.00"],
        ["20", "Grub screw", "25", "PCE", "4.00", "1", "100.00"],
        total="Total 300.00",
    )
    assert not any(sure(lines, "price_per"))


def test_units_glued_to_the_word_for_quantities_head_both() -> None:
    lines = lines_of(
        ["QtyUnits", "Description", "Rate", "Ext."],
        ["4 Set", "Wear plate", "50.00", "200.00"],
        ["25 Stk", "Grub screw", "4.00", "100.00"],
        total="Total 300.00",
    )
    assert told(lines, "quantity", "unit") == [("4", "Set"), ("25", "Stk")]
    assert all(sure(lines, "quantity"))


def test_a_row_of_headings_is_no_sentence_about_a_column() -> None:
    found = read("""
Qty      Vendor Item / Description        List      Disc.     Rate        Ext.
2 pcs    WP-40-2201                       60.00     10%       54.00     108.00
         Wear plate, upper half
3 pcs    GS-11-7702                       10.00     10%        9.00      27.00
         Grub screw, blackened
Total EUR                                                               135.00
""")
    assert told(found.lines, "part_number") == [("WP-40-2201",), ("GS-11-7702",)]
    assert all(sure(found.lines, "part_number"))


LABELLED = """
Item   Material code / Description            Qty          Rate        Value
001    060549000118                           2 nos      100.00       200.00
       Wear plate
       {label}: WP3-00118-B
002    060549000119                           3 nos       50.00       150.00
       Lantern ring
       {label}: LR7-00119-A
Total                                                                  350.00
"""


@pytest.mark.parametrize("label", ["ZK/Part no", "Fab. part number"])
def test_an_unknown_label_that_ends_as_that_of_a_number_leaves_the_part_open(label: str) -> None:
    lines = read(LABELLED.format(label=label)).lines
    assert [value(line.customer_part_number) for line in lines] == ["060549000118", "060549000119"]
    assert all(line.part_number is not None and not line.part_number.sure for line in lines)


def test_a_label_that_names_the_catalogue_and_the_part_is_known() -> None:
    lines = read(LABELLED.format(label="CAT/PART NO")).lines
    assert told(lines, "part_number") == [("WP3-00118-B",), ("LR7-00119-A",)]
    assert all(sure(lines, "part_number"))


@pytest.mark.parametrize("label", ["For your customer's part no", "Packing list ref. of our part no"])
def test_an_unknown_label_of_the_buyers_number_opens_no_part_of_the_seller(label: str) -> None:
    lines = read(LABELLED.format(label=label)).lines
    assert not any(sure(lines, "part_number"))


def test_a_code_behind_a_short_name_and_a_word_for_codes_may_be_the_buyers() -> None:
    lines = read("""
#    Particulars                             Qty        Unit price      Total
1.   Wear plate                              4 pcs          50.00      200.00
     P/N WP3-00118-B    TQ code TQ79524
     Dwg 5-8983-14
2.   Lantern ring                            6 pcs          20.00      120.00
     P/N LR7-00119-A    TQ code TQ37595
     Dwg 5-8983-15
Total                                                                  320.00
""").lines
    assert told(lines, "part_number", "customer_part_number") == [
        ("WP3-00118-B", "TQ79524"),
        ("LR7-00119-A", "TQ37595"),
    ]
    assert not any(sure(lines, "customer_part_number"))


def test_what_is_ordered_by_its_drawing_has_no_model_for_a_number() -> None:
    lines = read("""
Mark  Commodity                      Quantity     Unit price       Amount
A)    WEAR PLATE                     4 PCS            50.00       200.00
      TYPE WP4-55
      AS PER DRAWING 6-2258-13 REV.B
B)    LANTERN RING                   6 PCS            20.00       120.00
      TYPE LR4-45
      AS PER DRAWING 6-8079-14 REV.A
Total                                                              320.00
""").lines
    assert told(lines, "line_number", "part_number") == [("A)", None), ("B)", None)]
    assert all(line.part_number is not None and not line.part_number.sure for line in lines)


def stack(caption: str, *values: str) -> list[tuple[Summary, str]]:
    page = Page(1, 600.0, 800.0, ())
    runs = [make_run(page, words_of(text, 300.0, 20.0 + at * 12.0)) for at, text in enumerate(values)]
    found = chosen_sums.stacked(make_run(page, words_of(caption, 20.0, 32.0)), runs)
    return [(label.kind, run.text) for label, run in found]


def test_sums_one_above_the_other_share_one_caption() -> None:
    found = stack("Net / VAT 10% / Gross total", "3,200.00", "320.00", "3,520.00")
    assert found == [(Summary.NET, "3,200.00"), (Summary.TAX, "320.00"), (Summary.GROSS, "3,520.00")]


@pytest.mark.parametrize("caption", ["Net / VAT 10%", "Net / Stamp / Gross total", "Total"])
def test_a_caption_with_fewer_names_than_figures_is_none_of_several_sums(caption: str) -> None:
    assert stack(caption, "3,200.00", "320.00", "3,520.00") == []


def test_a_comma_parts_thousands_where_a_paper_names_no_money_but_yuan() -> None:
    text = """
SUPPLY CONTRACT
Contract No.: HD-2207
Buyer: Huading Chemical Co., Ltd.
Seller: Ningbo Orrin Pump Co., Ltd.
{money}
No.  Goods            Qty      Unit price    Amount
1    Wear plate       4 pcs         2,500    10,000
2    Lantern ring     2 pcs         1,200     2,400
Total                                        12,400
"""
    lines = assemble(paper(text.format(money="All prices in CNY"))).lines
    assert told(lines, "unit_price") == [("2500",), ("1200",)]
    assert all(sure(lines, "unit_price"))
    for money in ("All prices in EUR", "Our bank account in CNY"):
        lines = assemble(paper(text.format(money=money))).lines
        assert not any(sure(lines, "unit_price"))


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("价格基数 Per", Role.PRICE_PER),
        ("含税单价 Taxed price", Role.PRICE),
        ("价税合计 Taxed amount", Role.AMOUNT),
        ("综合单价 All-in price", Role.PRICE),
    ],
)
def test_headings_in_two_languages_are_known(heading: str, role: Role) -> None:
    found = recognise(heading)
    assert found is not None
    assert (found.role, found.exact) == (role, True)


def test_a_lump_sum_is_a_unit_and_a_charge_in_two_tongues_one_charge() -> None:
    assert units.canonical("pausch.") == units.canonical("pauschal")
    assert charges.is_one("Verpackung seemäßig / seaworthy packing")
    assert not charges.is_one("Wear plate / seaworthy packing")


def test_items_are_numbered_within_their_section() -> None:
    lines = lines_of(
        ["编号 No.", "Description", "Drawing", "Qty", "Unit price", "Amount"],
        ["1-1", "Wear plate", "6-4673-04/C", "4 pcs", "50.00", "200.00"],
        ["1-2", "Lantern ring", "7-8907-08/B", "6 pcs", "20.00", "120.00"],
        total="Total 320.00",
    )
    assert told(lines, "line_number") == [("1-1",), ("1-2",)]


def test_a_code_that_ends_in_figures_behind_a_dash_is_no_negative_sum() -> None:
    assert NUMBER.match("BF-20") is None
    assert all(NUMBER.match(text) for text in ("EUR -20.00", "EUR-20.00", "USD 20", "-20"))


LONE = """
Pos.  Description             Qty         Price      Amount
10    Wear plate              4 pcs       50.00      200.00
      Our code: TQ-79524
20    Lantern ring            6 pcs       20.00      120.00
      Our code: TQ-37595
30    Shaft sleeve            2 pcs       40.00       80.00
      Our code: TQ-67521
40    {name}          1 pcs       30.00       30.00
Total                                                430.00
"""


@pytest.mark.parametrize(("name", "lacks"), [("Export packing", False), ("Spacer, upper", True)])
def test_a_charge_alone_lacks_no_number_that_all_others_have(name: str, *, lacks: bool) -> None:
    last = read(LONE.format(name=name)).lines[-1]
    assert (last.customer_part_number is not None) is lacks
