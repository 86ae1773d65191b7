"""What programs, portals and seals put on a page: menus, grids of letters, values set in, sums of columns."""

import math
from dataclasses import replace

import pytest
from paper import form, paper, word
from typed_orders import value

from extractors import several_orders
from extractors.assemble import assemble
from extractors.fields import companies, payment, periods, quantities
from extractors.header import summaries
from extractors.header.conditions.translated_terms import first_half
from extractors.header.labelling.label_words import meaning
from extractors.header.sides import contact_persons
from extractors.header.spoken import told_numbers, told_offers
from extractors.kinds import stamp_letters
from extractors.lines.item_table import make_column
from extractors.readers import bands
from extractors.readers.bands import Track
from extractors.readers.lines import Piece
from extractors.readers.sheet_cells import SheetCell, is_sum
from extractors.readers.words import Strip, words
from extractors.vocabulary.meanings import Label, Role, Summary
from models.page import Doubt, FileFormat, SourceDocument, Word
from models.reading import Field, Kind

ITEMS = """
Pos  Part no.    Description        Qty   Unit price    Amount
1    10044021    Shaft seal           2        10.00     20.00
Total EUR                                               20.00
"""


def told(field: Field | None) -> tuple[str | None, bool]:
    return value(field), field is not None and field.sure


MENU = """
首页
寻源管理             采购订单号        采购主体
询价单               4500117           某某石化有限公司
报价单
订单协同             来源报价单        币种
送货预约             20021003          CNY
质量管理

                     序号  物料编码   供方编码   名称    数量  单位  含税单价  含税金额
                     1     MJ-00902   10044810   密封    2     套    100.00    200.00
                     含税合计                                                  200.00
"""


def test_an_entry_of_a_menu_is_no_title() -> None:
    assert assemble(paper(MENU)).kind is Kind.PURCHASE_ORDER


def test_a_title_above_labels_is_no_menu() -> None:
    text = "报价单\n采购订单\n单据日期   2027-05-01\n单据编号   QT-4711\n备注\n" + ITEMS
    assert assemble(paper(text)).kind is Kind.QUOTATION


def _letters(line: str, x: float, baseline: float) -> list[Strip]:
    """Return a line as a printer with one width for all letters sets it, each narrower than its place."""
    found = []
    for letter in line:
        step = 14.0 if ord(letter) > 255 else 7.0
        if letter != " ":
            found.append(Strip(letter, [x], [x + step - 3.0], baseline, 10.0))
        x += step
    return found


def test_letters_on_a_grid_are_words() -> None:
    lines = [
        "单号 PD26110087",
        "H74-2201 10071150 412.00",
        "数量 6 金额 2,472.00",
        "10071151 6C2P-00571-B",
    ] * 2
    strips = [each for at, line in enumerate(lines) for each in _letters(line, 40.0, 40.0 + 14.0 * at)]
    read = [each.text for each in words(strips)]
    assert read[:5] == ["单号", "PD26110087", "H74-2201", "10071150", "412.00"]
    assert "2,472.00" in read


def test_letters_off_a_grid_stay_as_they_are() -> None:
    lines = ["H74-2201 10071150 412.00", "10071151 6C2P-00571-B 2,472.00"] * 3
    strips = [
        replace(each, starts=[each.starts[0] + at % 3], ends=[each.ends[0] + at % 3])
        for at, line in enumerate(lines)
        for at, each in enumerate(_letters(line, 40.0, 40.0 + 14.0 * at))
    ]
    assert "412.00" not in {each.text for each in words(strips)}


def _ring(letters: str, x: float, y: float, radius: float = 20.0) -> list[Word]:
    """Return letters around the edge of a seal with its middle at a place."""
    angles = [2 * math.pi * at / len(letters) for at in range(len(letters))]
    spots = [(x + radius * math.cos(each), y + radius * math.sin(each)) for each in angles]
    return [word(letter, *spot, Doubt.ASKEW) for letter, spot in zip(letters, spots, strict=True)]


def _sealed(letters: str) -> SourceDocument:
    """Return an order over whose amounts the letters of a seal stand, each at its own slant."""
    document = paper(ITEMS + MENU)
    page = document.pages[0]
    seal = _ring(letters, 260.0, 70.0)
    return SourceDocument(FileFormat.PDF, (replace(page, words=(*page.words, *seal)),), exact=False)


def test_the_letters_of_a_seal_are_no_words_of_the_lines_below() -> None:
    cleared = stamp_letters.without(_sealed("NORDKAI"))
    assert cleared.pages == paper(ITEMS + MENU).pages


def _with(*further: Word) -> tuple[Word, ...]:
    document = _sealed("北港泵业有限公司")
    page = replace(document.pages[0], words=(*document.pages[0].words, *further))
    return stamp_letters.without(replace(document, pages=(page,))).pages[0].words


def test_level_letters_and_the_star_of_a_seal_go_with_it() -> None:
    assert _with(word("机械厂", 245.0, 40.0, Doubt.ASKEW), word("★", 255.0, 66.0)) == _with()


def test_what_is_askew_elsewhere_or_a_figure_stays() -> None:
    others = (
        word("已改", 600.0, 66.0, Doubt.ASKEW),
        word("12", 255.0, 66.0, Doubt.ASKEW),
        word("★", 600.0, 80.0),
    )
    assert _with(*others) == (*_with(), *others)


def test_level_letters_of_a_stamp_keep_its_warning() -> None:
    assert any(each.doubt is Doubt.ASKEW for each in _with(word("作废", 250.0, 66.0, Doubt.ASKEW)))


@pytest.mark.parametrize("letters", ["VOID", "CANCELLED", "123456", "ABC", "DONOTSHIP", "本合同已作废"])
def test_what_says_more_than_a_seal_stays(letters: str) -> None:
    document = _sealed(letters)
    assert stamp_letters.without(document) is document


STEPPED = """
ATACAMA REFINING S.A.                                            Purchase order
                                                                 PO number/date
Vendor                                                             4700058813 / 16.11.2026
Hampus Flow Sealing Ltd                                          Contact person/Telephone
                                                                   Mrs. Arancibia/+56 55 2441
                                                                 Your quotation
                                                                   20021008 of 20.10.2026
                                                                 Our vendor number with you
                                                                   104860
"""


def test_values_may_be_set_in_below_all_labels_of_a_column() -> None:
    header = assemble(paper(STEPPED + ITEMS)).header
    assert told(header.document_number) == ("4700058813", True)
    assert told(header.quotation_number) == ("20021008", True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("标的、数量、价款（依据出卖人２０２１００４０号报价单）", "20210040"),
        ("根据供方20031177号报价", "20031177"),
    ],
)
def test_the_number_of_an_offer_before_the_word(text: str, number: str) -> None:
    narrow = text.translate({0xFF10 + digit: str(digit) for digit in range(10)})
    assert [narrow[start:end] for _, start, end in told_offers.find(text)] == [number]


def test_the_number_that_is_ordered_under() -> None:
    text = "Wir bestellen damit unter der Nr. 1126-77 vom 17.11.2026:"
    assert [text[start:end] for _, start, end in told_numbers.find(text)] == ["1126-77", "17.11.2026"]
    assert not list(told_numbers.find("Die Anlage läuft unter der Nr. 1126-77."))


def test_a_month_behind_an_order_is_no_day_of_it() -> None:
    text = "short-shipped under our order BIP-O-2158 in November 2025"
    assert [text[start:end] for _, start, end in told_numbers.find(text)] == ["BIP-O-2158"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("plus VAT 20%", Summary.TAX),
        ("Plus GST 9%", Summary.TAX),
        ("plus freight", Summary.CHARGE),
        ("加：增值税13%", Summary.TAX),
        ("另加 运费", Summary.CHARGE),
        ("减：折扣", Summary.DISCOUNT),
        ("Plus sizes", None),
        ("Zusammen", Summary.TOTAL),
        ("Together", Summary.TOTAL),
    ],
)
def test_what_comes_on_top(label: str, kind: Summary | None) -> None:
    found = summaries.recognise(label)
    assert (found.kind if found is not None else None) is kind


def test_a_total_that_names_the_tax_of_one_of_its_columns() -> None:
    rows = [
        ["No.", "Your part no.", "Qty", "Unit price excl. VAT", "Amount excl. VAT", "Amount incl. VAT"],
        ["1", "10221001", "2", "100.00", "200.00", "226.00"],
        ["2", "10221002", "1", "50.00", "50.00", "56.50"],
        ["Total (VAT 13%)", "", "", "", "250.00", "282.50"],
    ]
    header = assemble(form("Purchase order PO-4711\nBuyer: Garran Zinc Ltd\nCurrency: EUR", rows)).header
    assert told(header.total_amount) == ("282.50", True)


@pytest.mark.parametrize(
    ("terms", "first"),
    [
        ("30%预付，70%发货前 / 30% in advance, 70% before shipment", "30%预付，70%发货前"),
        ("出貨後30天電匯T/T 30 days after shipment", "出貨後30天電匯"),
        ("月结60天60 days EOM", "月结60天"),
        ("Net 45 days after receipt of invoice 收票后45天", "Net 45 days after receipt of invoice"),
        ("款到发货 / payment before delivery", "款到发货"),
        ("30%预付，70%发货前 / 40% in advance, 60% before shipment", ""),
        ("预付30%，余款70%见提单副本 T/T", ""),
        ("30 days net by T/T 电汇", ""),
    ],
)
def test_terms_in_two_languages_are_those_that_stand_first(terms: str, first: str) -> None:
    assert first_half(terms) == (first or terms)


@pytest.mark.parametrize(
    ("group", "heading", "role"),
    [
        ("卖方Seller", "编码Part no.", Role.SELLER_PART),
        ("Customer", "Part no.", Role.BUYER_PART),
        ("Item", "Part no.", Role.PART),
        ("Seller", "Drawing", Role.DRAWING),
    ],
)
def test_a_number_below_a_side_is_that_side_s(group: str, heading: str, role: Role) -> None:
    assert make_column(0, 1, [heading], group).role is role


def test_a_section_behind_an_empty_row_goes_on_with_the_table() -> None:
    full = Track(frozenset(range(6)), 6, numeric=True)
    heading, title, empty = (
        Track(frozenset(range(6)), 6, numeric=False),
        Track(frozenset({0}), 1, numeric=False),
        Track(frozenset(), 0, numeric=False),
    )
    assert bands.bands([heading, title, full, full, empty, title, full, empty]) == [range(7)]
    assert bands.bands([heading, full, full, empty, title, full, empty])[0] == range(3)


@pytest.mark.parametrize(
    ("text", "figure"),
    [("GBP 89.75", True), ("￥1,200.00", True), ("8484.20.00", False), ("PO-4711", False), ("1 PC", False)],
)
def test_sums_that_were_typed_as_texts(text: str, *, figure: bool) -> None:
    assert is_sum(SheetCell(1, 1, "A1", (Piece(text),))) is figure


@pytest.mark.parametrize(
    ("text", "unit"),
    [("4 pièces", "pièces"), ("2 세트", "세트"), ("3 セット", "セット"), ("4 шт", "шт"), ("4 trous", None)],
)
def test_units_in_other_letters(text: str, unit: str | None) -> None:
    found = quantities.parse(text)
    assert (found.unit if found is not None else None) == unit


def test_a_title_behind_a_branch() -> None:
    text = "塔里木油田星河炼化分公司物资采购订货通知单"
    assert [text[start:end] for start, end in companies.find(text)] == ["塔里木油田星河炼化分公司"]


def test_a_company_is_no_label_of_a_place() -> None:
    head = "GULF PUMP WORKS L.L.C.                         LOCAL / IMPORT PURCHASE ORDER\n"
    found = assemble(
        paper(head + "P.O. Ref : GPW-2611-078\nDate : 14/11/2026\n" + ITEMS)
    ).header.delivery_place
    assert value(found) is None


def test_a_company_beside_an_unknown_label_heads_no_address() -> None:
    text = "订单编号   BL-26-077\n合作商户   天津某某密封有限公司\n送达地点   岳阳市云溪区热电生产区2号门\n"
    assert value(assemble(paper(text + ITEMS)).header.delivery_place) == "岳阳市云溪区热电生产区2号门"


def test_terms_in_two_languages_are_compared_as_those_of_one() -> None:
    text = "付款方式：30%预付，70%发货前 / 30% in advance, 70% before shipment\n"
    assert told(assemble(paper(text + ITEMS)).header.payment_terms)[0] == "30%预付，70%发货前"


def test_the_supplier_of_a_form() -> None:
    assert meaning("供应单位") == {Label.SELLER}


def test_letters_of_a_seal_beside_an_amount_leave_it_readable() -> None:
    page = paper("Purchase order PO-4711\nBuyer: Garran Zinc Ltd\n" + ITEMS).pages[0]
    amount = next(each for each in page.words if each.text == "20.00")
    seal = _ring("NORD", amount.box.x0 - 4.0, amount.box.top, 15.0)
    document = SourceDocument(FileFormat.PDF, (replace(page, words=(*page.words, *seal)),), exact=False)
    (line,) = assemble(document).lines
    assert told(line.amount) == ("20.00", True)


def test_a_penalty_is_no_rate_of_a_tax() -> None:
    text = "7. 逾期每日按0.1%支付罚款，税费由各方承担。\n"
    rate = assemble(paper("采购订单 PO-4711\n需方：某某有限公司\n" + text + ITEMS)).header.tax_rate
    assert value(rate) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Dana Whitcomb, 785-555-0142 ext. 311.", True),
        ("P NAIDOO EXT 2214", True),
        ("P NAIDOO", False),
        ("E ON 0201 12345", False),
        ("Acme Pumps 785-555-0142 ext. 311.", False),
    ],
)
def test_people_with_two_numbers_to_call(text: str, *, person: bool) -> None:
    assert contact_persons.is_one(text) is person


def test_an_initial_and_a_surname_are_no_company() -> None:
    assert not contact_persons.may_be_company("P NAIDOO EXT 2214")
    assert contact_persons.may_be_company("Rio Tinto 418-555-0121")


LETTERED = """
{title}
Nr. 26-08841
{led}16.11.2026

Besteller: Garran Zinc AG
"""


@pytest.mark.parametrize("led", ["vom ", ""])
def test_the_day_below_the_number_below_a_title(led: str) -> None:
    header = assemble(paper(LETTERED.format(title="BESTELLUNG", led=led) + ITEMS)).header
    assert told(header.document_number) == ("26-08841", True)
    assert told(header.document_date) == ("2026-11-16", True)


def test_the_issue_of_a_paper_is_no_day() -> None:
    text = "Purchase order PO-4711\nBuyer: Garran Zinc Ltd\nIssue          1\nDate           16 April 2026\n"
    assert told(assemble(paper(text + ITEMS)).header.document_date) == ("2026-04-16", True)


@pytest.mark.parametrize(
    ("label", "place", "certain"),
    [
        ("第四条 交货地点：出卖人送货，送至", "湖南省衡阳市石鼓区松木工业园机械物资部", True),
        ("第四条 交货地点：出卖人送货，送至", "湖南省衡阳市机械物资部", False),
    ],
)
def test_a_department_named_from_its_province_down(label: str, place: str, *, certain: bool) -> None:
    text = f"采购合同 PO-4711\n买受人：某某机械有限公司\n{label}{place}；运费由出卖人负担。\n"
    assert told(assemble(paper(text + ITEMS)).header.delivery_place) == (place, certain)


def test_the_unit_of_money_behind_the_tax() -> None:
    text = "采购订单 PO-4711\n需方：某某有限公司\n付款：月结60天\n税：以下价格含13%增值税，单位人民币元\n"
    assert told(assemble(paper(text + ITEMS.replace("EUR", "   "))).header.currency) == ("CNY", True)


DISCOUNTED = """
采购订单 PO-4711
需方：某某有限公司
币种：CNY

序号  贵方编码   名称   数量  单位  目录价    折扣   折后单价   折后金额
1     10044021   密封   2     套    100.00    -10%   90.00      180.00
2     10044022   轴承   1     套    200.00    -10%   180.00     180.00
                                                目录价合计      400.00
                                                折扣额          -40.00
                                                订单总额        360.00
"""


def test_sums_at_list_prices_lead_to_the_total() -> None:
    found = assemble(paper(DISCOUNTED))
    assert len(found.lines) == 2
    assert told(found.header.total_amount) == ("360.00", True)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Order total (6 items)", Summary.TOTAL),
        ("合计（5项）", Summary.TOTAL),
        ("小计（共3行）", Summary.SUBTOTAL),
        ("Total before discount", Summary.SUBTOTAL),
        ("折扣额", Summary.DISCOUNT),
    ],
)
def test_sums_of_so_many_items(label: str, kind: Summary) -> None:
    found = summaries.recognise(label)
    assert found is not None
    assert found.kind is kind


def test_what_is_insured_is_no_total() -> None:
    text = "Purchase order PO-4711\nBuyer: Garran Zinc Ltd\n" + ITEMS
    behind = "Insurance by buyer, sum insured EUR 10,000.00 in all."
    assert told(assemble(paper(text + behind)).header.total_amount) == ("20.00", True)


@pytest.mark.parametrize(
    ("text", "iso", "anchor"),
    [
        ("within 60 days after the contract is effective", "P60D", "contract_effective"),
        ("60 days after the contract takes effect", "P60D", "contract_effective"),
        ("收单后45天内", "P45D", "order_receipt"),
    ],
)
def test_what_lead_times_count_from(text: str, iso: str, anchor: str) -> None:
    found = periods.parse(text)
    assert found is not None
    assert (found.iso, found.anchor) == (iso, anchor)


def test_terms_after_the_contract_is_effective() -> None:
    english = "30% in advance after the contract is effective, 60% after acceptance"
    english += ", 10% after the warranty period"
    assert payment.same(english, "合同生效后预付30%，验收合格后付60%，质保期满付10%") is True
    assert payment.same(english, "合同签订后预付30%，验收合格后付60%，质保期满付10%") is not True


@pytest.mark.parametrize(
    "line",
    [
        "第二条 交货地点：鹤山市沙坪街道人民西路188号第二污水处理厂。",
        "收货：            江西省九江市湖口县金砂湾某某纸业备件仓",
    ],
)
def test_works_and_stores_of_a_street(line: str) -> None:
    text = f"采购合同 PO-4711\n需方：某某水务有限公司\n供方：贝岚密封技术（天津）有限公司\n{line}\n"
    place = line.partition("：")[2].strip(" 。")
    assert told(assemble(paper(text + ITEMS)).header.delivery_place) == (place, True)


STATIONERY = """
               DAI PHUOC TEXTILE DYEING JSC
               Lot K2, Nhon Trach Industrial Park
               ORDER F O R GOODS
               No. {number} - {day} February 2026

We, the buyer above, order from Hampus Flow Sealing Ltd

#    goods                      maker code    count    USD each    USD
{items}
Together                                                           20.00
"""


def _two(number: str, items: str) -> SourceDocument:
    first = paper(
        STATIONERY.format(number="DP-1190/26", day="25", items="1    Seal 10015412 2 pcs 10.00 20.00")
    )
    second = paper(STATIONERY.format(number=number, day="26", items=items))
    return replace(first, pages=(*first.pages, replace(second.pages[0], number=2)))


@pytest.mark.parametrize(
    ("number", "items", "papers"),
    [
        ("DP-1191/26", "1    Ring 10015413 2 pcs 10.00 20.00", 2),
        ("DP-1190/26", "1    Ring 10015413 2 pcs 10.00 20.00", 1),
        ("DP-1191/26", "2    Ring 10015413 2 pcs 10.00 20.00", 1),
    ],
)
def test_the_same_head_with_another_number_begins_another_order(number: str, items: str, papers: int) -> None:
    assert len(several_orders.split(_two(number, items))) == papers


def test_the_label_behind_a_clause_s_heading_has_the_value() -> None:
    text = (
        "采购合同 PO-4711\n需方：某某机械有限公司\n"
        "第四条 结算            付款方式：预付20%，余80%到货后付清。乙方于验收后7日内开具\n"
        "13%增值税专用发票。\n"
    )
    assert value(assemble(paper(text + ITEMS)).header.payment_terms) != "13%增值税专用发票"


CARDED = """
订购卡号：KS26P0552      日期：2026.10.15
需方：某某药业有限公司    币种：CNY

品项      物料名称规格          厂商货号      数量    单位    单价      金额
1         反应釜机械密封        10160219      2       套      10.00     20.00
2         干燥机密封套件        10160226      1       套      30.00     30.00
合计                                                                    50.00
"""


def test_a_heading_of_things_over_their_numbers() -> None:
    lines = assemble(paper(CARDED)).lines
    assert [(value(each.line_number), value(each.description)) for each in lines] == [
        ("1", "反应釜机械密封"),
        ("2", "干燥机密封套件"),
    ]


def test_a_figure_is_no_name() -> None:
    text = CARDED.replace("反应釜机械密封  ", "2212            ").replace(
        "干燥机密封套件  ", "2213            "
    )
    assert not any(
        each.description is not None and each.description.sure for each in assemble(paper(text)).lines
    )
