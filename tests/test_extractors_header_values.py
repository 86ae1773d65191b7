"""Header fields that are proven, or left open, by what else stands in the document."""

from collections.abc import Sequence

import pytest
from paper import form, sheet

from extractors import readers
from extractors.assemble import assemble
from extractors.fields import companies, dates, incoterms, payment
from extractors.header.sums.totals import REMARK
from extractors.kinds.kinds import kind_of_title
from models.page import FileFormat
from models.reading import Field, Header, Kind, Reason

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Price", "Amount"],
    ["1", "10045", "Seal", "4", "10.00", "40.00"],
]
CHINESE = [
    ["序号", "产品编码", "名称", "数量", "含税单价", "含税金额"],
    ["1", "10045", "轴套", "4", "10.00", "40.00"],
]


def header(text: str, after: str = "", rows: Sequence[Sequence[str]] = ROWS) -> Header:
    return assemble(form(text, rows, after)).header


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_the_only_other_company_at_the_foot_of_an_order_has_written_it() -> None:
    text = "采购订单\n订单编号：PO-118\n供应商：天河密封有限公司"
    foot = "制单：李敏\n海城泵业有限公司　地址：海城市港区路8号"
    assert value(header(text, foot, CHINESE).customer) == ("海城泵业有限公司", True)


def test_a_company_that_is_the_value_of_a_label_has_not_written_the_order() -> None:
    text = "采购订单\n订单编号：PO-118\n供应商：天河密封有限公司"
    customer = header(text, "承运人：海城物流有限公司", CHINESE).customer
    assert customer is None or not customer.sure


def test_an_end_user_is_no_rival_of_the_letterhead() -> None:
    text = (
        "海城贸易有限公司\n采购订单\n订单编号：PO-118\n供应商：天河密封有限公司\n最终用户：北港石化有限公司"
    )
    assert value(header(text, "", CHINESE).customer) == ("海城贸易有限公司", True)


def test_who_gets_the_invoice_may_be_the_buyer() -> None:
    text = (
        "海城贸易有限公司\n采购订单\n订单编号：PO-118\n供应商：天河密封有限公司\n开票单位：北港石化有限公司"
    )
    customer = header(text, "", CHINESE).customer
    assert customer is None or not customer.sure


def test_a_person_behind_buyer_is_not_the_company() -> None:
    text = "Harbour Pumps Ltd\nPurchase order\nOrder no. 4500771\nSupplier: Delta Seals GmbH\nBuyer: K. Walsh"
    assert value(header(text).customer) == ("Harbour Pumps Ltd", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PT Samudra Kertas Nusantara", "PT Samudra Kertas Nusantara"),
        ("Al Rimal Water & Power Company", "Al Rimal Water & Power Company"),
        ("Petrokim Rafineri A.Ş.", "Petrokim Rafineri A.Ş."),
        ("Kopli Katlamaja OÜ, Kopli 99", "Kopli Katlamaja OÜ"),
    ],
)
def test_legal_forms_of_other_countries_make_a_name(text: str, name: str) -> None:
    ((start, end),) = companies.find(text)
    assert text[start:end] == name


@pytest.mark.parametrize("text", ["Our company", "Insurance Company", "Company: 1200"])
def test_the_word_company_alone_makes_no_name(text: str) -> None:
    assert not companies.find(text)


def test_values_in_two_languages_are_no_rivals() -> None:
    text = (
        "采购合同\n合同编号：HT-118\n买方：海城泵业有限公司\nBuyer: Haicheng Pumps Co., Ltd.\n"
        "付款方式：货到后30天电汇\nPayment: T/T 30 days after delivery"
    )
    found = header(text)
    assert value(found.customer) == ("海城泵业有限公司", True)
    assert value(found.payment_terms) == ("货到后30天电汇", True)


def test_other_figures_in_the_other_language_are_rivals() -> None:
    text = "采购合同\n合同编号：HT-118\n付款方式：货到后30天电汇\nPayment: T/T 60 days after delivery"
    terms = header(text).payment_terms
    assert terms is not None
    assert (terms.sure, terms.reason) == (False, Reason.RIVAL)


def test_the_date_of_the_order_outweighs_that_of_the_form() -> None:
    form_s = "Doc. no.: FRM-PUR-004     Issue date: 01-Jan-2024"
    text = f"Purchase order\n{form_s}\nPO no.: 4500771     PO date: 06-Jun-2026"
    assert value(header(text).document_date) == ("2026-06-06", True)


def test_a_place_before_a_date_leaves_it_the_likely_one() -> None:
    date = header("Purchase order\nOrder no. 4500771\nAshford, 13.06.2026").document_date
    assert value(date) == ("2026-06-13", False)


def test_a_day_without_a_year_is_the_next_one_and_implied() -> None:
    delivery = header("采购订单\n订单日期：2026-03-02\n交货期：5月14日。").delivery_date
    assert delivery is not None
    assert (delivery.value, delivery.sure, delivery.reason) == ("2026-05-14", False, Reason.IMPLIED)


def test_the_rate_in_the_heading_of_the_prices_is_stated() -> None:
    rows = [["序号", "产品编码", "名称", "数量", "单价（含税13%）", "金额（含税）"], CHINESE[1]]
    assert value(header("采购订单", "", rows).tax_rate) == ("13", True)


def test_the_rate_of_the_invoice_is_that_of_the_order() -> None:
    line = "结算方式：货到验收合格后，供方开具13%增值税专用发票，60天内付款。"
    assert value(header("采购订单", line).tax_rate) == ("13", True)


def test_freight_beside_the_tax_does_not_hide_what_is_said_of_the_prices() -> None:
    assert value(header("采购订单", "1、含13%增值税专用发票、含运费；").tax_included) == ("true", True)


def test_what_a_sum_includes_is_not_said_of_the_prices() -> None:
    included = header("Purchase order", "Subtotal    40.00\nTotal inc GST").tax_included
    assert included is None or not included.sure


def test_a_currency_beside_the_total_in_a_sentence_is_stated() -> None:
    rows = [*CHINESE, ["合计", "", "", "", "", "40.00"]]
    found = header("采购合同", "合同总价：人民币40.00元（大写肆拾元整）。", rows)
    assert value(found.currency) == ("CNY", True)


def test_renminbi_before_an_amount_in_words_names_the_currency() -> None:
    found = header("采购合同", "合计金额：人民币肆拾元整", CHINESE)
    assert found.currency is not None
    assert found.currency.value == "CNY"


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("TOTAL FOB VALUE    40.00", "40.00"),
        ("Total: (USD)    40.00", "40.00"),
        ("Valor total / Total value    40.00", "40.00"),
        ("Total inc GST    40.00", "40.00"),
    ],
)
def test_totals_are_known_by_their_words(line: str, total: str) -> None:
    found = header("Purchase order", line).total_amount
    assert found is not None
    assert found.value == total


def test_a_remark_behind_words_is_none_of_them() -> None:
    assert REMARK.sub("", "肆拾元整（含13%增值税）") == "肆拾元整"


def test_a_net_total_above_a_tax_is_not_surely_the_last() -> None:
    rows = [*ROWS, ["Total excl. VAT", "", "", "", "", "40.00"], ["VAT 15%", "", "", "", "", "6.00"]]
    total = header("Purchase order", "", rows).total_amount
    assert total is not None
    assert not total.sure


def test_a_gross_total_equal_to_the_net_one_does_not_say_that_prices_hold_tax() -> None:
    rows = [
        *ROWS,
        ["Net total", "", "", "", "", "40.00"],
        ["VAT 0%", "", "", "", "", "0.00"],
        ["Gross total", "", "", "", "", "40.00"],
    ]
    included = header("Purchase order", "", rows).tax_included
    assert included is None or included.value == "false"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("DAP Thornbury. Prices exclude VAT.", "DAP Thornbury"),
        ("FOB St. Louis", "FOB St. Louis"),
        ("DAP Ashford, prices excl. VAT", None),
    ],
)
def test_a_trade_term_ends_with_its_place(text: str, term: str | None) -> None:
    assert incoterms.normal(text) == term


def test_a_price_basis_that_is_a_trade_term_states_it() -> None:
    assert value(header("Purchase order\nPrice basis: FOB Tianjin").incoterms) == ("FOB Tianjin", True)


@pytest.mark.parametrize("text", ["日 2026.08.12", "12.08.2026 (arriving)", "2026年8月12日前交齐"])
def test_words_around_a_date_do_not_hide_it(text: str) -> None:
    assert {str(each.first) for each in dates.parse(text)} == {"2026-08-12"}


def test_days_behind_bare_terms_are_days_of_credit() -> None:
    assert value(header("Purchase order\nTerms: 60 Days").payment_terms) == ("60 Days", True)
    assert payment.parse("到票后45天电汇") is not None


def test_titles_side_by_side_in_two_languages_name_the_kind() -> None:
    reading = assemble(form("采购合同               Purchase Contract\n合同编号：HT-118", CHINESE))
    assert reading.kind is Kind.CONTRACT


@pytest.mark.parametrize(
    ("title", "kind"),
    [("机械密封采购协议", Kind.CONTRACT), ("BON DE COMMANDE N° CF-2026-04418", Kind.PURCHASE_ORDER)],
)
def test_further_titles(title: str, kind: Kind) -> None:
    assert kind_of_title(title) is kind


def test_the_number_of_a_filed_letter_is_proposed_and_sure_above_the_title_of_an_order() -> None:
    for title, certain in (("关于设备备件的函", False), ("关于订购备件的函", True)):
        number = header(f"海城泵业有限公司\n供字〔2026〕第118号\n{title}", "", CHINESE).document_number
        assert value(number) == ("供字〔2026〕第118号", certain)


def test_a_consignee_with_an_address_is_the_likely_place() -> None:
    text = "Purchase order\nConsignee: Harbour Pumps Ltd, Store 4, Mill Lane, Ashford"
    place = header(text).delivery_place
    assert place is not None
    assert not place.sure


def test_a_long_number_beside_the_supplier_s_reference_is_likely_the_offer_s() -> None:
    quotation = header("Purchase order\nOrder no. 4500771\nSupplier reference: 20030734").quotation_number
    assert value(quotation) == ("20030734", False)
    assert header("Purchase order\nOrder no. 4500771\nYour reference: K. Berg").quotation_number is None


def test_labels_in_brackets_of_their_own_are_labels() -> None:
    text = "采购订单\n【订单编号】PO-118\n【交货日期】2026-05-20\n【税率】13%（含税）"
    found = header(text, "", CHINESE)
    assert value(found.document_number) == ("PO-118", True)
    assert value(found.delivery_date) == ("2026-05-20", True)
    assert value(found.tax_rate) == ("13", True)


def test_the_terms_of_the_order_itself_speak_for_it() -> None:
    found = header("Purchase order", "Terms and conditions of this order:\nPayment: 30 days net")
    assert value(found.payment_terms) == ("30 days net", True)
    printed = header("Purchase order", "Terms and conditions\nPayment: 30 days net").payment_terms
    assert value(printed) == (None, False)
    assert header("Purchase order", "General conditions\nPayment: 30 days net").payment_terms is None


def test_the_date_of_the_offer_is_no_rival_of_the_orders() -> None:
    offer = "Your quotation: 20031111     Date: 11.01.2026"
    text = f"Purchase order\nOrder no. 4500771     Date: 11.06.2026\n{offer}"
    date = header(text).document_date
    assert date is not None
    assert date.value == "2026-06-11"


def test_a_sheet_with_spread_facts_is_read() -> None:
    rows = [
        ["采购单"],
        ["采购单编号", "", "CG-118"],
        ["希望交期", "", "2026-05-20"],
        ["送到", "", "海城市港区路8号仓库"],
        ["账期", "", "货到60天"],
        *CHINESE,
    ]
    found = assemble(sheet(rows)).header
    assert value(found.document_number) == ("CG-118", True)
    assert value(found.delivery_date) == ("2026-05-20", True)
    assert value(found.delivery_place) == ("海城市港区路8号仓库", True)
    assert value(found.payment_terms) == ("货到60天", True)


def test_terms_that_end_with_a_small_word_go_on_somewhere_else() -> None:
    text = "Purchase order\nOrder no.: PO-118\nPayment terms: 60 days after"
    assert value(header(text).payment_terms) == ("60 days after", False)


def test_a_rate_beside_its_label_that_is_not_understood_is_not_absent() -> None:
    text = "Purchase order\nOrder no.: PO-118\nVAT rate: as agreed"
    assert value(header(text).tax_rate) == (None, False)
    registered = "Purchase order\nOrder no.: PO-118\nVAT: GB 123 4567 89"
    assert header(registered).tax_rate is None


def test_who_writes_which_invoice_is_no_part_of_the_terms_of_payment() -> None:
    text = "采购订单\n订单编号：PO-118\n付款方式：款到发货。乙方须开具13%增值税专用发票。"
    assert value(header(text, "", CHINESE).payment_terms) == ("款到发货", True)
    both = "采购订单\n订单编号：PO-118\n付款方式：预付30%。开具发票后付清余款70%。"
    assert value(header(both, "", CHINESE).payment_terms) == ("预付30%。开具发票后付清余款70%", True)


@pytest.mark.parametrize(
    "number", ["HDL-2026-物采-0447", "ZWBWZ[2026]0447号", "供字〔2026〕第18号", "PO-118", "PO-118-C02"]
)
def test_a_number_may_hold_the_names_of_departments_and_a_year_in_brackets(number: str) -> None:
    assert value(header(f"采购合同\n合同编号：{number}", "", CHINESE).document_number) == (number, True)


def test_the_dash_behind_a_colon_is_no_part_of_the_value() -> None:
    text = "Purchase order\nOrder No. :- 2100902895\nShip to :- Stores Gate 2, Plot 44, Navapur"
    found = header(text)
    assert value(found.document_number) == ("2100902895", True)
    assert value(found.delivery_place) == ("Stores Gate 2, Plot 44, Navapur", True)


def test_a_number_and_its_day_behind_the_sign_for_a_number() -> None:
    found = header("COMMANDE D'ACHAT\nN° FR01201773 du 30/04/26\nDate de livraison : 15/06/26")
    assert found.document_number is not None
    assert found.document_number.value == "FR01201773"


def test_an_offer_behind_a_reference_in_another_language() -> None:
    found = header("Purchase order\nOrder no.: PO-118\nIhre Referenz: Angebot 20031127")
    assert found.quotation_number is not None
    assert found.quotation_number.value == "20031127"


def test_the_month_comes_first_in_likelihood_where_an_american_address_stands() -> None:
    text = "Purchase order\nOrder no.: PO-118\nOrder date: 3/4/2026\n"
    american = header(text + "600 Orchard Parkway, Hollow Falls, OH 43099").document_date
    assert value(american) == ("2026-03-04", False)
    assert value(header(text + "12 Quay Road, Harbourton").document_date) == ("2026-04-03", False)


def test_a_day_with_an_ordinals_point_is_the_value_of_a_label_and_no_clause() -> None:
    text = "Purchase order\nOrder no.: PO-118\nOrder date     15. January 2026"
    assert value(header(text).document_date) == ("2026-01-15", True)


def test_a_question_whether_prices_include_the_tax_is_answered_by_its_value() -> None:
    text = "Purchase order\nOrder no.: PO-118\nPrices including VAT     {}"
    assert value(header(text.format("No")).tax_included) == ("false", True)
    assert value(header(text.format("Yes")).tax_included) == ("true", True)


def test_the_terms_of_a_time_with_a_trade_term_behind_it_are_two() -> None:
    found = header("Bestellung\nBestellnummer: 26-1909\nLieferung: KW 26/2026, FCA Tianjin")
    assert found.delivery_date is not None
    assert found.delivery_date.value in {"2026-06-26", "2026-06-28"}
    assert found.incoterms is not None
    assert found.incoterms.value == "FCA Tianjin"


@pytest.mark.parametrize(
    "foot",
    [
        "合计人民币金额（大写）：肆拾元整　（小写）￥40.00",
        "合计人民币（大写）：肆拾元整　　￥：40.00元",
        "总额 TOTAL HK$     40.00",
        "Nettosumme: 40.00 € zzgl. MwSt.",
        "Net Amount/Curr     40.00 EUR",
    ],
)
def test_a_total_is_known_in_every_dress(foot: str) -> None:
    total = header("采购订单\n订单编号：PO-118", foot, CHINESE).total_amount
    assert total is not None
    assert total.value == "40.00"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("at the latest 27 March 2026 (shutdown from 7 April 2026)", "2026-03-27"),
        ("from 27 March 2026 to 7 April 2026", "2026-04-07"),
    ],
)
def test_a_day_in_brackets_only_explains_the_one_before_it(said: str, day: str) -> None:
    assert value(header(f"Purchase order 4711\nDelivery date: {said}").delivery_date) == (day, False)


def test_the_mark_of_a_page_is_no_part_of_the_value_above_it() -> None:
    lines = "PURCHASE ORDER<br>Order No: 4711-26<br>Date: 5 March 2026<br>Page 1 of 2"
    page = f"<table><tr><td>Delta Works Ltd<td>{lines}</table>"
    found = assemble(readers.read(page.encode(), FileFormat.HTML)).header
    assert value(found.document_date) == ("2026-03-05", True)
