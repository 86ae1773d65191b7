"""What the widened layouts brought: labels that touch their values or are spread, totals in words, buyers."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from paper import form, paper, sheet, words_of

from extractors.assemble import assemble
from extractors.fields import companies
from extractors.header import summaries
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import spaced
from extractors.header.sums import spoken_totals
from extractors.kinds.kinds import kind_of_title
from extractors.page.runs import make_run
from extractors.scope import is_terms_heading
from extractors.several_orders import split
from extractors.vocabulary.meanings import Label, Summary
from models.page import Box, FileFormat, Page, SourceDocument, Word
from models.reading import Field, Header, Kind, Reason

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Price", "Amount"],
    ["1", "10045", "Seal", "4", "10.00", "40.00"],
]
ZEILEN = [
    ["序号", "物料编码", "名称", "数量", "含税单价", "金额"],
    ["1", "10045", "密封", "4", "10.00", "40.00"],
]


def header(before: str, after: str = "", rows: Sequence[Sequence[str]] = ROWS) -> Header:
    return assemble(form(before, rows, after)).header


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("订单编号HT2026-0345", Label.ORDER_NUMBER),
        ("报价文件编号20030371", Label.QUOTATION_NUMBER),
        ("订购日2026.04.17", Label.DOCUMENT_DATE),
    ],
)
def test_a_chinese_label_ends_where_its_number_begins(line: str, label: Label) -> None:
    found = spaced(line)
    assert found is not None
    assert found.meanings == {label}


@pytest.mark.parametrize("line", ["编号2", "订单2026年度", "序号1", "合同金额40.00"])
def test_what_is_no_number_behind_a_chinese_label_is_none(line: str) -> None:
    found = spaced(line)
    assert found is None or found.meanings == {Label.NEUTRAL}


def test_a_word_that_begins_behind_a_label_is_its_value_if_it_is_of_its_kind() -> None:
    text = "采购单位众屹泵阀有限公司"
    found = spaced(text, (0, 4))
    assert found is not None
    assert found.meanings == {Label.BUYER}
    assert spaced("采购单位意见栏目", (0, 4)) is None


def test_the_characters_of_a_spread_label_are_one_label() -> None:
    found = header(
        "采购订单\n订    单    号：PO-118771\n买    方：河畔泵业有限公司", "总    计：40.00", ZEILEN
    )
    assert value(found.document_number) == ("PO-118771", True)
    assert value(found.customer) == ("河畔泵业有限公司", True)
    assert found.total_amount is not None
    assert found.total_amount.value == "40.00"


def test_spread_characters_that_make_no_label_stay_apart() -> None:
    found = header("采购订单\n订单号：PO-118771\n甲    乙    丙：PO-999999", rows=ZEILEN)
    assert value(found.document_number) == ("PO-118771", True)


def test_a_number_in_wide_letters_is_the_number() -> None:
    found = header("采购订单\n订单号：ＰＯ１１８７７１", rows=ZEILEN)
    assert value(found.document_number) == ("PO118771", True)


def test_a_label_below_a_title_is_no_number_of_it() -> None:
    found = header("采购订单\n采购订单编号/日期JLY2026CG0379 / 2026.02.08", rows=ZEILEN)
    assert value(found.document_number) == ("JLY2026CG0379", True)
    assert found.document_date is not None
    assert found.document_date.value == "2026-02-08"


def test_a_remark_between_a_title_and_its_number_is_passed_over() -> None:
    found = header("Purchase Order\n(New)\n4500771\n\nSupplier: Beilan Seals Ltd")
    assert found.document_number is not None
    assert found.document_number.value == "4500771"


@pytest.mark.parametrize(
    ("label", "meanings"),
    [
        ("采购订单号 / Commercial ref.", {Label.ORDER_NUMBER}),
        ("需用单位/Buyer", {Label.BUYER}),
        ("交货厂区", {Label.PLACE}),
        ("付款安排", {Label.PAYMENT}),
        ("On-site date", {Label.DELIVERY}),
        ("交货周", {Label.DELIVERY}),
        ("Goods to be delivered to", {Label.PLACE}),
        ("Lieferkondition", {Label.INCOTERMS}),
        ("Pos.", {Label.NEUTRAL}),
        ("发票日期 / Date", {Label.NEUTRAL}),
    ],
)
def test_a_label_means_what_its_known_half_says(label: str, meanings: set[Label]) -> None:
    assert meaning(label) in (meanings, set()) if Label.NEUTRAL in meanings else meaning(label) == meanings


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Prairie Creek Milling Cooperative", "Prairie Creek Milling Cooperative"),
        ("Sablehorn Refining & Marketing L.P.", "Sablehorn Refining & Marketing L.P."),
        ("Bombas del Cóndor S.A. de C.V.", "Bombas del Cóndor S.A. de C.V."),
        ("Al Qamra Power Co. K.S.C.", "Al Qamra Power Co. K.S.C."),
        ("兹由河畔泵业有限公司", "河畔泵业有限公司"),
        ("delivery of Seals e.g. at works", None),
        ("the port authority", None),
    ],
)
def test_names_with_the_forms_of_many_countries(name: str, found: str | None) -> None:
    spans = companies.find(name)
    assert [name[start:end] for start, end in spans] == ([] if found is None else [found])


@pytest.mark.parametrize(
    ("name", "branch"),
    [("铜岗矿业股份有限公司选矿厂", True), ("铜岗有限公司厂房", False), ("铜岗有限公司出厂价", False)],
)
def test_a_plant_behind_a_company_is_a_branch(name: str, *, branch: bool) -> None:
    ((_, end),) = companies.find(name)
    assert (companies.branch_end(name, end) == len(name)) is branch


def test_a_buyer_without_a_legal_form_is_taken_from_the_head_and_is_not_sure() -> None:
    sender = "Stadtwerke Kaltenfurt\nStadtwerke Kaltenfurt - Rathausplatz 1"
    found = header(f"{sender}\nBestellung 4500771\n\nBeilan Seals Ltd\nTianjin")
    assert value(found.customer) == ("Stadtwerke Kaltenfurt", False)


def test_a_salutation_is_no_buyer() -> None:
    found = header("Dear Sales Team,\nplease accept our order 4500771")
    assert found.customer is None or found.customer.value is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("采购合同/CONTRACT OF PURCHASE", Kind.CONTRACT),
        ("订购单Official Order", Kind.PURCHASE_ORDER),
        ("Purchase order form", Kind.PURCHASE_ORDER),
        ("Order details", Kind.PURCHASE_ORDER),
    ],
)
def test_titles_in_two_languages(title: str, kind: Kind) -> None:
    assert kind_of_title(title) is kind


@pytest.mark.parametrize(
    "line", ["Offer no.", "框架协议号：KJ-2025-0093", "Framework agreement: FA-2025-0093"]
)
def test_the_label_of_a_number_names_no_paper(line: str) -> None:
    document = form(f"Order reference\n4500771\n{line}\n20031177", ROWS, "")
    assert assemble(document).kind is Kind.PURCHASE_ORDER


def test_a_letter_that_places_an_order_is_one() -> None:
    text = "Our Purchase Order No. 4500771\nWe are pleased to place our firm order for the following:"
    assert assemble(paper(text)).kind is Kind.PURCHASE_ORDER
    assert assemble(paper("Please place your order with our sales desk.")).kind is not Kind.PURCHASE_ORDER


def test_printed_terms_may_tell_their_edition() -> None:
    assert is_terms_heading("GENERAL CONDITIONS OF PURCHASE (edition 01/2024, form PC-118)")
    assert not is_terms_heading("General conditions of purchase of this order (see below)")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("含税总值CNY", Summary.GROSS),
        ("协议总金额", Summary.TOTAL),
        ("总价（大写）  肆万叁仟捌佰贰拾陆元陆角贰分", Summary.WORDS),
        ("订单总值", Summary.TOTAL),
        ("项目净值合计", Summary.NET),
        ("Contract value", Summary.TOTAL),
        ("Gesamtsumme zzgl. MwSt.", Summary.NET),
        ("zzgl. 19 % MwSt.", Summary.TAX),
    ],
)
def test_sums_by_their_words(text: str, kind: Summary) -> None:
    found = summaries.recognise(text)
    assert found is not None
    assert found.kind is kind


def said(text: str) -> list[tuple[Summary, str]]:
    page = Page(1, 900.0, 1200.0, ())
    return [
        (each.label.kind, each.text) for each in spoken_totals.find([make_run(page, words_of(text, 20, 20))])
    ]


def test_a_total_in_words_with_its_figures_in_brackets() -> None:
    text = "合计人民币金额（大写）：壹万元整（¥10,000.00），含13%增值税。"
    assert (Summary.TOTAL, "¥10,000.00") in said(text)
    assert (Summary.WORDS, "壹万元整") in said(text)


def test_figures_that_say_something_else_than_the_words_are_no_total() -> None:
    assert (Summary.WORDS, "壹万元整") not in said("合计人民币金额（大写）：壹万元整（¥9,000.00）")


def test_the_rate_in_the_brackets_of_a_total_is_the_tax_rate() -> None:
    found = header("采购订单\n订单号：PO-118771", "合同总价（含税，增值税率13%）：40.00元", ZEILEN)
    assert value(found.tax_rate) == ("13", True)


def test_the_name_of_a_sum_says_nothing_of_the_prices() -> None:
    rows = [[each.replace("含税单价", "单价") for each in ZEILEN[0]], ZEILEN[1]]
    found = header("采购订单\n订单号：PO-118771", "净值总计 40.00\n增值税13% 5.20\n含税总值CNY 45.20", rows)
    assert value(found.tax_included) != ("true", True)
    assert value(found.total_amount) == ("45.20", True)


def test_where_a_rate_is_stated_the_basis_of_the_prices_is_never_surely_absent() -> None:
    found = header("Purchase order\nOrder no. 4500771\nVAT rate: 20%", "Total 40.00")
    assert found.tax_included is not None
    assert not found.tax_included.sure


@pytest.mark.parametrize("rate", ["20%", "20%:"])
def test_a_rate_apart_from_its_tax_belongs_to_it(rate: str) -> None:
    rows = [*ROWS, ["", "", "Net total", "", "", "40.00"], ["", "", "Sales tax", rate, "", "8.00"]]
    found = header("Purchase order\nOrder no. 4500771", rows=[*rows, ["", "", "Total", "", "", "48.00"]])
    assert found.tax_rate is not None
    assert found.tax_rate.value == "20"


def test_a_caption_that_nobody_knows_makes_an_absence_open() -> None:
    known = sheet(
        [
            ["采购订单"],
            ["订单号", "PO-118771"],
            ["备注", "随附合格证"],
            [],
            *ZEILEN,
            ["合计", "", "", "", "", "40.00"],
        ]
    )
    strange = sheet(
        [
            ["采购订单"],
            ["订单号", "PO-118771"],
            ["送货须知处", "某某市码头街9号"],
            [],
            *ZEILEN,
            ["合计", "", "", "", "", "40.00"],
        ]
    )
    assert assemble(known).header.delivery_place is None
    place = assemble(strange).header.delivery_place
    assert place is not None
    assert not place.sure


def test_a_day_beside_a_strange_label_makes_the_delivery_open() -> None:
    open_ = header(
        "Purchase order\nOrder no. 4500771\nQuay rendezvous: 18-May-2026", "Total 40.00"
    ).delivery_date
    assert open_ is not None
    assert not open_.sure
    assert (
        header("Purchase order\nOrder no. 4500771\nPrint date: 18-May-2026", "Total 40.00").delivery_date
        is None
    )


def test_a_caption_that_goes_on_below_is_one_label() -> None:
    lines = [
        ("Purchase order 4500771", 20.0, 20.0, 10.0),
        ("Required delivery", 20.0, 60.0, 7.0),
        ("week", 20.0, 69.0, 7.0),
        ("CW 23/2026", 20.0, 82.0, 10.0),
        ("Vendor", 200.0, 60.0, 7.0),
        ("Beilan Seals Ltd", 200.0, 82.0, 10.0),
    ]
    words = [
        Word(each.text, Box(each.box.x0, each.box.top, each.box.x1, each.box.top + height), each.edges)
        for text, x, top, height in lines
        for each in words_of(text, x, top)
    ]
    document = SourceDocument(FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), ()),), exact=False)
    day = assemble(document).header.delivery_date
    assert day is not None
    assert day.value == "2026-06-07"


def test_an_option_that_is_not_ticked_is_no_value() -> None:
    terms = header("Purchase order\nOrder no. 4500771\nPayment terms: [ ] cash on delivery").payment_terms
    assert terms is not None
    assert (terms.value, terms.sure) == (None, False)


def test_a_place_that_runs_on_from_its_label_is_likely() -> None:
    place = header("采购订单\n订单号：PO-118771\n交货地址港口区码头街109号备件库", rows=ZEILEN).delivery_place
    assert value(place) == ("港口区码头街109号备件库", False)


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("交货地点Deliver to港口区码头街109号备件库", "港口区码头街109号备件库"),
        ("送货地址 Delivery address 港口区码头街109号备件库", "港口区码头街109号备件库"),
        ("交货地址Baltic码头街109号备件库", "Baltic码头街109号备件库"),
    ],
)
def test_the_other_half_of_a_label_is_no_part_of_the_place(printed: str, place: str) -> None:
    found = header(f"采购订单\n订单号：PO-118771\n{printed}", rows=ZEILEN).delivery_place
    assert found is not None
    assert found.value == place


def test_a_sentence_below_a_place_is_no_part_of_it() -> None:
    text = "采购订单\n订单号：PO-118771\n收货地址：港口区码头街109号备件库\n质保期为到货后十八个月"
    place = header(text, rows=ZEILEN).delivery_place
    assert place is not None
    assert place.value == "港口区码头街109号备件库"


def two(first: str, second: str) -> SourceDocument:
    pages = []
    for at, text in enumerate((first, second), 1):
        (page,) = form(text, ROWS, "Total 40.00").pages
        pages.append(Page(at, page.width, page.height, page.words, page.rulings))
    return SourceDocument(FileFormat.PDF, tuple(pages), exact=False)


def test_the_same_form_filled_in_anew_is_another_order() -> None:
    text = "Order form\nCommercial mark: {}\nOrder date: {}\nVendor no.: {}\nOur contact: 55-{}"
    again = two(text.format("A-1", "4 May 2026", "771", "8"), text.format("A-2", "9 June 2026", "772", "9"))
    assert len(split(again)) == 2


def test_a_second_page_with_the_same_head_is_the_same_order() -> None:
    text = "Order form\nCommercial mark: A-1\nOrder date: 4 May 2026\nVendor no.: 771\nPage: {} of 2"
    assert len(split(two(text.format(1), text.format(2)))) == 1


def test_a_tax_of_nothing_below_the_lines_means_prices_without_it() -> None:
    found = header("Purchase order\nOrder no. 4500771", "Sub-total: 40.00\nVAT 0%: 0.00\nTotal: 40.00")
    assert found.tax_included is not None
    assert (found.tax_included.value, found.tax_included.reason) == ("false", Reason.IMPLIED)
    assert Decimal(found.total_amount.value if found.total_amount and found.total_amount.value else 0) == 40
