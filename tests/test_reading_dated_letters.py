"""Letters that place an order: the town and the day at their head, whom they are written to."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.fields import companies
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import Field, Header

ROWS = [
    ["Pos.", "Artikel-Nr. AN", "Bezeichnung", "Menge", "EP €", "GP €"],
    ["1", "10052218", "Wellenhülse", "2 Stk.", "50,00", "100,00"],
    ["", "", "", "", "Gesamtsumme", "100,00"],
]
HEAD = """
Wasserverband Meldorf-Nord
Am Hafen 3, 25704 Meldorf
{lead}
Qiantang Pump Co., Ltd.
1088 Shixiang Road
{between}
Auftrag Nr. WV-2026/0417
{day}
"""


def said(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def header(
    day: str = "Meldorf, den 8. Mai 2026", lead: str = "An", between: str = "310011 Hangzhou"
) -> Header:
    foot = "Wasserverband Meldorf-Nord - Sparkasse Meldorf"
    return assemble(form(HEAD.format(day=day, lead=lead, between=between), ROWS, foot)).header


@pytest.mark.parametrize(
    ("day", "sure"),
    [
        ("Meldorf, den 8. Mai 2026", True),
        ("Meldorf, 8 May 2026", True),
        ("Hamburg, den 8. Mai 2026", False),
        ("8. Mai 2026", False),
    ],
)
def test_the_day_behind_the_town_of_the_head_is_that_of_the_letter(day: str, *, sure: bool) -> None:
    assert said(header(day).document_date) == ("2026-05-08", sure)


def test_two_days_at_the_head_leave_it_open() -> None:
    found = header(between="Meldorf, den 5. Mai 2026").document_date
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("lead", ["An", "Firma", "An die Firma", "Messrs."])
def test_the_company_below_a_lone_address_word_gets_the_order(lead: str) -> None:
    assert said(header(lead=lead).customer) == ("Wasserverband Meldorf-Nord", True)


@pytest.mark.parametrize("lead", ["an", "Anlage", "Bau"])
def test_other_words_above_a_company_say_nothing_of_it(lead: str) -> None:
    found = header(lead=lead).customer
    assert found is not None
    assert found.value == "Wasserverband Meldorf-Nord"


@pytest.mark.parametrize(
    "name", ["Zweckverband Wasserwerke Elbe", "Wasserverband Meldorf", "Landesbetrieb Straßenbau"]
)
def test_public_bodies_have_names_without_a_legal_form(name: str) -> None:
    assert [name[start:end] for start, end in companies.find(name)] == [name]
    assert companies.find("Industrieverband Haus") == ()


FORM = """
HOLMWOOD SUGAR CO-OPERATIVE LTD              PURCHASE ORDER
PO Box 350 AYR QLD 4807                      Order Number: 203399
Supplier: Xingda Seal Co., Ltd.
Deliver to: Holmwood Sugar Co-operative Ltd, Mill Road Store, Giru QLD 4809
{label}: {person}
"""


@pytest.mark.parametrize(
    ("label", "person", "sure"),
    [
        ("Ordered by", "L FERRARO", True),
        ("Raised by", "K. J. Moss", True),
        ("Customer", "L FERRARO", False),
        ("Ordered by", "FERRARO MILLS", False),
    ],
)
def test_an_initial_and_a_surname_behind_who_ordered_are_a_person(
    label: str, person: str, *, sure: bool
) -> None:
    text = FORM.format(label=label, person=person)
    found = said(assemble(form(text, ROWS)).header.customer)
    assert found == ("HOLMWOOD SUGAR CO-OPERATIVE LTD", sure)


@pytest.mark.parametrize(
    ("heading", "role"), [("Artikel-Nr. AN", Role.SELLER_PART), ("Art.-Nr. AG", Role.BUYER_PART)]
)
def test_contractor_and_client_have_short_names_in_german_headings(heading: str, role: Role) -> None:
    found = recognise(heading)
    assert found is not None
    assert (found.role, found.exact) == (role, True)
