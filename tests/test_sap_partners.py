"""Whose name an export holds: that of the customer, or of another partner of the sale."""

import pytest

from models.quotation import Quotation
from sap.quoting.quotations import read

OURS, OTHER = "Hill Pumps Ltd", "Dale Works Ltd"


def quotation(headings: str, cells: str) -> Quotation:
    text = f"Quotation;Item;Material;Net price;{headings}\n1;10;A1;1.50;{cells}\n"
    (found,) = read(text.encode(), "a.csv").quotations
    return found


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Payer;Name 1;Sold-to party;Name 1;Ship-to party;Name 1", f"3;{OTHER};1;{OURS};2;{OTHER}"),
        ("Bill-to party;Name 1;Ship-to party;Name 1;Sold-to party;Name 1", f"3;{OTHER};2;{OTHER};1;{OURS}"),
        ("收票方;名称;送达方;名称;售达方;名称", f"3;{OTHER};2;{OTHER};1;{OURS}"),
        ("Ship-to party;City;Name 1;Sold-to party;City;Name 1", f"2;Leeds;{OTHER};1;Leeds;{OURS}"),
        ("Sales employee;Name 1;Sold-to party;Name 1;Ship-to party;Name 1", f"7;Jo Doe;1;{OURS};2;{OTHER}"),
        ("Name 1;Payer;Name 1;Sold-to party", f"{OTHER};3;{OURS};1"),
        ("Warenempfänger;Name;Sold-to party;Name", f"2;{OTHER};1;{OURS}"),
        ("Name 1;Sold-to name", f"{OTHER};{OURS}"),
        ("Customer;Sold-to party name", f"{OTHER};{OURS}"),
        ("Name 1 (ship-to);Name 1 (sold-to)", f"{OTHER};{OURS}"),
        ("名称(最终用户);客户名称", f"{OTHER};{OURS}"),
        ("Ship-to party;Sold-to party;Name 1", f"2;1;{OURS}"),
        ("Name 1;Ship-to party", f"{OURS};2"),
        ("Contact person;Name 1;Sold-to party", f"Jo Doe;{OURS};1"),
        ("Customer no.;Ship-to city;Supplier material;Name 1", f"1;Leeds;B1;{OURS}"),
        ("Ship-to party;Customer name", f"2;{OURS}"),
    ],
)
def test_the_customers_own_name_is_taken(headings: str, cells: str) -> None:
    assert quotation(headings, cells).customer == OURS


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Ship-to party;Sold-to party;Name 1;Name 1", f"2;1;{OTHER};{OURS}"),
        ("Sold-to party;City;Ship-to party;Name 1", f"1;York;2;{OTHER}"),
        ("Sold-to party;Net weight;Payer;Name 1", f"1;2;3;{OTHER}"),
        ("Sold-to party;Name 1 (ship-to)", f"1;{OTHER}"),
        ("售达方;送达方;名称(送达方)", f"1;2;{OTHER}"),
        ("Sold-to party;Customer name (end user)", f"1;{OTHER}"),
        ("Customer no.;Name (payer)", f"1;{OTHER}"),
        ("Customer no.;Name (Rechnungsempfänger)", f"1;{OTHER}"),
        ("客户编号;名称(联系人)", "1;Jo Doe"),
        ("Ship-to party;Name 1", f"2;{OTHER}"),
    ],
)
def test_a_name_that_may_be_another_partners_is_nobodys(headings: str, cells: str) -> None:
    assert quotation(headings, cells).customer is None


def test_the_number_of_another_partner_is_not_the_customers() -> None:
    found = quotation("Customer no. (ship-to);Customer no.", "2;1")
    assert found.customer_number == "1"
