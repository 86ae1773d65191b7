"""Texts that a form sets apart: colons in a column, letters with gaps, codes and names over two lines."""

import pytest
from paper import form, paper, words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.fields import companies, incoterms
from extractors.header.labelling.label_lines import spaced
from extractors.lines.tables.imprints import is_imprint
from extractors.lines.texts.inline_labels import pieces
from extractors.page.runs import make_run, split_line
from extractors.vocabulary.meanings import Label, Role
from models.page import Page
from models.reading import Kind

ITEMS = """
Pos  Part no.    Description        Qty   Unit price    Amount
1    10044021    Shaft seal           2        10.00     20.00
2    10044022    Bearing housing      3        20.00     60.00
Total EUR                                               80.00
"""


def line(text: str) -> list[str]:
    """Return the runs of a typed line."""
    page = Page(1, 900.0, 1200.0, ())
    return [run.text for run in split_line(page, words_of(text, 20.0, 40.0))]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Payment              : 30 days net", ["Payment : 30 days net"]),
        ("Place: Leeds         : 30 days net", ["Place: Leeds", ": 30 days net"]),
        ("Opened               :30", ["Opened", ":30"]),
        ("----------           : 30 days net", ["----------", ": 30 days net"]),
    ],
)
def test_a_colon_in_a_column_closes_the_label_before_it(text: str, runs: list[str]) -> None:
    assert line(text) == runs


def test_labels_with_their_colons_in_a_column_have_values() -> None:
    header = read(
        f"{ITEMS}\nPayment              : 45 days net\nPrice basis          : CIF Nhava Sheva"
    ).header
    assert (value(header.payment_terms), header.payment_terms and header.payment_terms.sure) == (
        "45 days net",
        True,
    )
    assert value(header.incoterms) == "CIF Nhava Sheva"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("L i e f e r u n g", "Lieferung"),
        ("N E T T O", "NETTO"),
        ("A B C", "A B C"),
        ("1 2 3 4 5", "1 2 3 4 5"),
    ],
)
def test_letters_with_gaps_are_one_word(text: str, whole: str) -> None:
    run = make_run(Page(1, 900.0, 1200.0, ()), words_of(text, 20.0, 40.0))
    assert run.text == whole


def test_a_wider_gap_parts_two_words_of_letters_with_gaps() -> None:
    run = make_run(Page(1, 900.0, 1200.0, ()), words_of("O R D E R   D A T E", 20.0, 40.0))
    assert run.text == "ORDER DATE"


def test_a_label_of_letters_with_gaps_is_a_label() -> None:
    header = read(f"{ITEMS}\nZ a h l u n g: 60 Tage netto").header
    assert value(header.payment_terms) == "60 Tage netto"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Your ref10041873", [(Role.SELLER_PART, "10041873")]),
        ("Your article10013870", [(Role.SELLER_PART, "10013870")]),
        ("Ihre Teilenummer 10041934 /", [(Role.SELLER_PART, "10041934")]),
        ("item 4 of 10", []),
    ],
)
def test_a_code_set_close_to_its_label_or_before_a_hanging_mark(
    text: str, said: list[tuple[Role, str]]
) -> None:
    assert [(each.role, text[each.start : each.end]) for each in pieces(text)] == said


@pytest.mark.parametrize(
    ("text", "term", "address"),
    [
        (
            "DAP Konin (Incoterms 2020), main warehouse, ul. Chemików 14, gate 3",
            "DAP Konin",
            "main warehouse, ul. Chemików 14, gate 3",
        ),
        ("DAP Konin (Incoterms 2020), Poland", "DAP Konin , Poland", None),
        ("CIF Kobe (Incoterms 2020), 30 days net, at sight", None, None),
    ],
)
def test_an_address_behind_the_version_is_no_part_of_the_term(
    text: str, term: str | None, address: str | None
) -> None:
    begin = incoterms.address_behind(text)
    assert incoterms.normal(text) == term
    assert (None if begin is None else text[begin:]) == address


def test_the_address_behind_a_trade_term_is_the_place() -> None:
    said = "DAP Ludwigshafen (Incoterms 2020), Tor 5, Uferstraße 88, 67063 Ludwigshafen"
    header = read(f"{ITEMS}\nDelivery terms: {said}").header
    assert value(header.incoterms) == "DAP Ludwigshafen"
    assert value(header.delivery_place) == "Tor 5, Uferstraße 88, 67063 Ludwigshafen"


def test_a_label_in_two_tongues_ends_before_its_term() -> None:
    found = spaced("Delivery terms交貨條款 DAP Hong Kong")
    assert found is not None
    assert found.meanings == {Label.INCOTERMS}
    assert spaced("Terms of delivery") is None
    assert spaced("Freight terms / FOB") is None


@pytest.mark.parametrize(("day", "certain"), [("20", True), ("21", False)])
def test_a_day_in_two_tongues_is_one(day: str, *, certain: bool) -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    said = f"交货时间 Time of delivery: 2026年7月20日前 before {day} July 2026"
    found = assemble(form(f"采购订单\n{said}", rows)).header.delivery_date
    assert found is not None
    assert found.sure is certain


@pytest.mark.parametrize(
    ("title", "kind"),
    [("買賣合約書", Kind.CONTRACT), ("采购合约书", Kind.CONTRACT), ("要货单", Kind.PURCHASE_ORDER)],
)
def test_a_title_of_a_contract_in_other_words(title: str, kind: Kind) -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    assert assemble(form(title, rows)).kind is kind


def test_a_paper_of_two_parties_and_the_number_of_a_contract_is_one() -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    head = "供货范围及分项价格表\n（合同编号：HLRD-2026-HT-045之组成部分）\n买方：江苏海澜热电有限公司"
    assert assemble(form(head, rows)).kind is Kind.CONTRACT
    assert assemble(form(head.replace("合同编号", "采购订单号"), rows)).kind is Kind.PURCHASE_ORDER


FOOTED = """
Pos  Our article   Description                  Quantity  Unit   Price EUR   Amount EUR
10   VH31800       Mechanical seal M74-D/45        4      set     842.10      3,368.40
                   Your article: 10013870
20   VH31937       O-ring FKM 45x5.33             40      pcs       3.85        154.00
                   Your article: 10033641
                              Carried forward to page 2                       3,522.40



Van Heusden B.V. - Havenweg 18, 4382 NM Vlissingen - KvK 22061947 - BTW NL8091.77.415 - IBAN NL34 INGB 0651
"""


def test_the_imprint_below_what_is_carried_forward_is_no_item() -> None:
    lines = read(FOOTED).lines
    assert told(lines, "customer_part_number", "part_number") == [
        ("VH31800", "10013870"),
        ("VH31937", "10033641"),
    ]


NARROW = """
Pos  Our code   Your part   Description          Qty   Price    Amount
1    RM-ME-     10077201    Mechanical seal        4   742.00   2,968.00
     55210
2    RM-ME-     10077219    Seal face set          8   188.00   1,504.00
     {second}
Total EUR                                                       4,472.00
"""


@pytest.mark.parametrize(("second", "certain"), [("55214", True), ("5521-B", False)])
def test_numbers_that_all_break_behind_one_dash_are_whole(second: str, *, certain: bool) -> None:
    lines = read(NARROW.format(second=second)).lines
    assert told(lines, "customer_part_number") == [("RM-ME-55210",), (f"RM-ME-{second}",)]
    assert sure(lines, "customer_part_number")[0] is certain


def test_a_size_behind_a_material_is_no_price() -> None:
    text = "Item 3 – O-ring FKM 70×5.33\nYour part no.: 10033706   Quantity: 100 pcs\n"
    lines = read(f"{text}Unit price: EUR 3.95   Item total: EUR 395.00\n\nTotal: EUR 395.00").lines
    assert told(lines, "description", "unit_price", "amount") == [("O-ring FKM 70×5.33", "3.95", "395.00")]


@pytest.mark.parametrize(
    ("text", "imprint"),
    [
        ("Van Heusden B.V. - Havenweg 18, 4382 NM Vlissingen - KvK 22061947 - BTW NL8091.77.415", True),
        ("Shaft seal for the pump of KvK, eight pieces and a spare one to be sent", False),
    ],
)
def test_a_register_and_a_tax_number_make_an_imprint(text: str, *, imprint: bool) -> None:
    run = make_run(Page(1, 900.0, 1200.0, ()), words_of(text, 20.0, 40.0))
    assert is_imprint([run]) is imprint


OWNED = """
Société Armor Papeteries SAS
ZI de Kergaradec, 29850 Gouesnou
                       BON DE COMMANDE
N° de commande : CDE-2026-05518
Date : 19/11/2026
Fournisseur : Delta Seals GmbH
Lig.  {head}  Votre réf.   Désignation          Qté   P.U. HT    Montant HT
1     PAP-114.20  10041958     Chemise d'arbre       4    231,50        926,00
2     PAP-090.05  10039977     Tresse graphite       8     94,00        752,00
Total HT EUR                                                          1 678,00
"""


@pytest.mark.parametrize(("head", "certain"), [("Réf. Armor", True), ("Réf. Nexel", False)])
def test_a_column_that_the_writer_calls_by_its_name_holds_its_numbers(head: str, *, certain: bool) -> None:
    lines = assemble(paper(OWNED.replace("{head}", head))).lines
    assert told(lines, "customer_part_number") == [("PAP-114.20",), ("PAP-090.05",)]
    assert sure(lines, "customer_part_number") == [certain, certain]


HEADED = """
{name}
{form}
Lot 4417, Teluk Kalong, 24007 Kemaman

                       PURCHASE ORDER
PO no.: KPS/26/1183
Supplier: Delta Seals GmbH
"""


@pytest.mark.parametrize(
    ("name", "form", "whole"),
    [
        ("Kemaman Petrochem Services Sdn.", "Bhd.", "Kemaman Petrochem Services Sdn. Bhd."),
        ("Kemaman Petrochem Services Sdn. Bhd.", "Lot 18", "Kemaman Petrochem Services Sdn. Bhd."),
    ],
)
def test_a_legal_form_that_the_end_of_a_line_parts_is_part_of_the_name(
    name: str, form: str, whole: str
) -> None:
    customer = assemble(paper(HEADED.replace("{name}", name).replace("{form}", form))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == (whole, True)


@pytest.mark.parametrize(
    ("short", "whole", "is_one"),
    [
        ("天津海川公司", "天津海川密封有限公司", True),
        ("天津海川密封有限公司", "天津海川密封有限公司", True),
        ("天津公司", "天津海川密封有限公司", False),
        ("天津南港公司", "天津海川密封有限公司", False),
    ],
)
def test_a_company_may_be_called_by_the_beginning_of_its_name(
    short: str, whole: str, *, is_one: bool
) -> None:
    assert companies.is_short_for(short, whole) is is_one


FAXED = """
2026-03-11 10:26   FROM: LFZLS 0357 2092417   TO: 02259816601   P.01/01
                   临汾市尧河自来水有限公司
                   订货传真
收件：天津海川密封有限公司   编号：尧水设传[2026]019号
"""


def test_the_line_of_a_fax_names_nobody() -> None:
    header = assemble(paper(FAXED)).header
    assert value(header.customer) == "临汾市尧河自来水有限公司"


def test_the_name_in_latin_letters_may_begin_the_line_of_the_address_below_the_head() -> None:
    text = "                高雄台晟化學工業股份有限公司\n"
    text += "TAISHENG CHEMICAL INDUSTRIAL CO., LTD.   高雄市大社區興工路12號   TEL 07-351-8866\n"
    text += "                        訂購單\n廠商名稱：天津海川密封有限公司   訂購單號：TSC-P115\n"
    customer = assemble(paper(text)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("高雄台晟化學工業股份有限公司", True)


@pytest.mark.parametrize("word", ["Observations", "Private siding 4"])
def test_a_word_that_holds_the_name_of_the_tax_leaves_its_absence_sure(word: str) -> None:
    rate = read(f"{ITEMS}\n{word}\nUn colis par ligne, 8 h").header.tax_rate
    assert rate is None


def test_a_caption_behind_the_code_of_an_organisation_is_nobody() -> None:
    rows = [
        ["采购组织", "1000", "公司名称", "浙江东海石化有限公司", "采购员", "方静"],
        ["供应商编码", "V200318", "供应商名称", "天津海川密封有限公司", "币种", "CNY"],
    ]
    customer = assemble(form("采购订单\n订单编号：45110092836", rows)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("浙江东海石化有限公司", True)
