"""Orders as programs print them: number and day below the title, lines of captions, who is called buyer."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import payment
from extractors.header.sides.contact_persons import is_one
from extractors.header.spoken.told_places import find as told_places
from models.page import SourceDocument
from models.reading import Field

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["1", "7740-118", "Lip seal", "4", "25.00", "100.00"],
]
SUMS = "Total: 100.00"
SELLER = "Vendor: Tianhe Dichtung Machinery Co., Ltd."


def _said(found: Field | None) -> tuple[str | None, bool]:
    return (found.value, found.sure) if found is not None else (None, False)


TITLED = """
Kestrel Valve & Fitting, LLC                          PURCHASE ORDER
88 Harbour Road                                       {number}
Port Lavaca TX 77979                                  {day}

Vendor: Tianhe Dichtung Machinery Co., Ltd.
"""


def _titled(number: str, day: str, more: str = "") -> SourceDocument:
    return form(TITLED.format(number=number, day=day) + more, ROWS, SUMS)


@pytest.mark.parametrize(
    ("number", "day", "date"),
    [("No. KV/26/M-771", "21 July 2026", "2026-07-21"), ("#KV10771", "07/21/2026", "2026-07-21")],
)
def test_number_and_day_below_the_title_are_the_orders(number: str, day: str, date: str) -> None:
    header = assemble(_titled(number, day)).header
    assert _said(header.document_number) == (number.lstrip("#No. "), True)
    assert _said(header.document_date) == (date, True)


@pytest.mark.parametrize("number", ["KV/26/M-771", "No. KV/26/M-771"])
def test_a_day_elsewhere_that_is_called_the_date_contradicts_the_one_below_the_title(number: str) -> None:
    header = assemble(_titled(number, "21 July 2026", "Date: 2026-08-02\n")).header
    assert not _said(header.document_date)[1]


def test_below_a_bare_number_a_day_is_open() -> None:
    header = assemble(_titled("KV/26/M-771", "21 July 2026")).header
    assert _said(header.document_date) == ("2026-07-21", False)


@pytest.mark.parametrize(("number", "day"), [("QF-PUR-07", "21 July 2026"), ("KV/26/M-771", "Page 1 of 2")])
def test_below_the_number_of_a_form_and_beside_no_number_no_day_is_sure(number: str, day: str) -> None:
    assert not _said(assemble(_titled(number, day)).header.document_date)[1]


CAPTIONS = """
Kestrel Valve & Fitting, LLC
Order No.: KV-10771
Order date: 2026-07-21
Vendor: Tianhe Dichtung Machinery Co., Ltd.

Terms      Receive By    Incoterm        {caption}     Memo
Net 45     2026-09-29    FCA Qingdao     {value}  stock refill
"""


def test_captions_in_a_line_have_their_values_below_them() -> None:
    text = CAPTIONS.format(caption="Buyer   ", value="R. Tull x77")
    header = assemble(form(text, ROWS, SUMS)).header
    assert _said(header.customer) == ("Kestrel Valve & Fitting, LLC", True)
    assert _said(header.payment_terms) == ("Net 45", True)


def test_a_value_at_the_right_of_its_label_is_no_caption() -> None:
    text = (
        "Order No.: KV-9\nBuyer:   Orrin Foods GmbH   Terms:   Net 9\nCurrency:   EUR   Incoterm:   FCA Ulm\n"
    )
    header = assemble(form(text, ROWS, SUMS)).header
    assert _said(header.customer)[0] == "Orrin Foods GmbH"


@pytest.mark.parametrize(
    "text",
    [
        "R. Tull x77",
        "Luc Bergeron 418-555-0190",
        "Goh Siew Lan (DID 6555 7781)",
        "P. van der Merwe (stores controller)",
        "Moira Brandt +61 8 5550 1290",
    ],
)
def test_a_name_with_a_number_to_call_is_a_persons(text: str) -> None:
    assert is_one(text)


@pytest.mark.parametrize(
    "text", ["Tyne Water 0191 555 0142", "Norrvik 0581 22", "Hillside Dairy", "Stadtwerke Ulm"]
)
def test_who_has_no_legal_form_is_no_person_for_that(text: str) -> None:
    assert not is_one(text)


@pytest.mark.parametrize(
    "head",
    [
        "KAVERI ALKALIS & POLYMERS LIMITED\n(Formerly Kaveri Soda Works Ltd.)\n",
        (
            "KAVERI ALKALIS & POLYMERS LIMITED\nBill To & Ship To: Stores, Kaveri Alkalis &\n"
            "Polymers Limited, Plot 9, Hosur Road 12, Salem 636001\n"
        ),
    ],
)
def test_a_former_name_or_the_rest_of_the_name_is_no_other_company(head: str) -> None:
    text = f"{head}PURCHASE ORDER\nP.O. No.: KAP-771\nP.O. date: 2026-07-21\n{SELLER}\n"
    customer, sure = _said(assemble(form(text, ROWS, SUMS)).header.customer)
    assert (customer, sure) == ("KAVERI ALKALIS & POLYMERS LIMITED", True)


def test_a_name_at_the_head_in_two_lines_stands_whole_in_an_address() -> None:
    text = (
        "Belle-Fontaine             PURCHASE ORDER\nPulp Inc.                  PO No.: BF-771\n"
        f"Date: 2026-07-21\n{SELLER}\n"
        "Ship to: Belle-Fontaine Pulp Inc., 14 Mill Road, Trois-Rives QC G0X 2C0, Canada\n"
    )
    assert _said(assemble(form(text, ROWS, SUMS)).header.customer)[0] == "Belle-Fontaine Pulp Inc."


def test_the_revision_of_an_offer_may_stand_before_its_day() -> None:
    text = f"{SELLER}\nPO No.: 771\nYour offer ref.      TD/Q/2026/88 Rev.2 dt. 27-Jun-2026\n"
    assert _said(assemble(form(text, ROWS, SUMS)).header.quotation_number) == ("TD/Q/2026/88", True)


def test_a_postcode_alone_ends_an_address() -> None:
    text = """
PURCHASE ORDER
Order No.: 771          Deliver to
                        Tyne Vale Breweries Ltd
                        Central Stores, Gate 2
                        Walker Road
                        Gateshead
                        NE8 2HL
"""
    place, sure = _said(assemble(form(text, ROWS, SUMS)).header.delivery_place)
    assert place is not None
    assert (place.endswith("NE8 2HL"), sure) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "45 days from end of month of invoice",
        "45 days from the end of the invoice month",
        "45 days end of month",
    ],
)
def test_the_month_whose_end_counts_may_be_the_invoices(text: str) -> None:
    terms = payment.parse(text)
    assert terms is not None
    assert [(each.trigger, each.days) for each in terms] == [("month_end", 45)]


def test_the_month_after_the_invoice_is_another() -> None:
    assert payment.parse("45 days from end of month following invoice") is None


def test_days_of_the_week_are_no_place() -> None:
    assert not told_places("Deliveries taken 0700 - 1430 Tuesday to Thursday. 3. No pallets above 1 t.")
    assert told_places("Please deliver to Marchwood Stores, 4 Quay Road.")


def test_labels_that_say_by_when_goods_are_wanted() -> None:
    text = f"{SELLER}\nPO No.: 771\nOrder date: 2026-06-01\nShip by / Expédier avant: 2026-09-30\n"
    assert _said(assemble(form(text, ROWS, SUMS)).header.delivery_date) == ("2026-09-30", True)
    rows = [[*ROWS[0], "Delivery on or before"], [*ROWS[1], "15.09.2026"]]
    (line,) = assemble(form(f"{SELLER}\nPO No.: 771\nOrder date: 2026-06-01\n", rows, SUMS)).lines
    assert _said(line.delivery_date) == ("2026-09-15", True)


def _buyers(heading: str, other: str = "Vendor Part No.") -> tuple[str | None, bool]:
    rows = [
        ["Ln", heading, other, "Description", "Qty", "Unit price", "Amount"],
        ["10", "600-118", "TD.WS-125", "Lip seal", "4", "25.00", "100.00"],
        ["20", "600-119", "TD.WS-140", "Wear ring", "2", "50.00", "100.00"],
    ]
    head = "GARRAN ZINC OPERATIONS PTY LTD\nPURCHASE ORDER\nOrder Number: P0771\nOrder date: 2026-06-01\n"
    text = f"{head}{SELLER}\n"
    first, *_ = assemble(form(text, rows, "Total: 200.00")).lines
    return _said(first.customer_part_number)


@pytest.mark.parametrize("heading", ["GZO Stock No.", "Garran Stock No."])
def test_a_column_headed_by_the_writers_own_name_holds_its_numbers(heading: str) -> None:
    assert _buyers(heading) == ("600-118", True)


def test_another_companys_initials_or_no_column_of_the_sellers_leave_it_open() -> None:
    assert not _buyers("KPV Stock No.")[1]
    assert not _buyers("GZO Stock No.", "Drawing No.")[1]


def test_a_paper_of_two_lines_is_read_without_a_table() -> None:
    assert assemble(paper("PURCHASE ORDER\nKV-10771")).lines == ()


CONSIGNED = "HALDEN SHIPYARD PTE LTD\nPURCHASE ORDER\nOrder No.: HS-771\nOrder date: 2026-06-01\n"


@pytest.mark.parametrize(
    ("who", "sure"),
    [
        ("Halden Shipyard Pte Ltd, Store 4, 17 Benoi Way, Singapore 629288", True),
        ("Orient Merchant Bank Ltd, 17 Benoi Way, Singapore 629288", False),
        ("Halden Shipyard Pte Ltd", False),
    ],
)
def test_the_consignee_is_the_place_where_it_writes_the_paper(who: str, *, sure: bool) -> None:
    text = f"{CONSIGNED}{SELLER}\nConsignee : {who}\n"
    assert _said(assemble(form(text, ROWS, SUMS)).header.delivery_place)[1] is sure
