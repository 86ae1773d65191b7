import pytest

from desk.customers import customer, is_ours, owner, writer
from models.belonging import CustomerClue
from models.message import Address, Forwarded
from models.reading import Evidence, Field, Header, Kind, Language, Proof, Reading

ENGINEER = Address("王丽", "Wang.Li@Works.example")
BUYER = Address("张伟", "zhang.wei@pump.example")
HOUSE = ("works.example",)


def reading(name: str | None, *proof: Proof, tax: str | None = None) -> Reading:
    evidence = Evidence(name or "", page=2)
    field = Field(name, sure=True, evidence=evidence, proof=proof) if name else None
    number = Evidence(tax, page=3) if tax else None
    return Reading(Kind.CONTRACT, Language.CHINESE, Header(customer=field), buyer_tax_number=number)


@pytest.mark.parametrize(
    ("read", "sender", "clue", "name"),
    [
        (reading("示例泵业", tax="9132"), ENGINEER, CustomerClue.TAX_NUMBER, "示例泵业"),
        (reading("示例泵业", Proof.LABEL), ENGINEER, CustomerClue.BUYER, "示例泵业"),
        (reading("示例泵业", Proof.LETTERHEAD), ENGINEER, CustomerClue.LETTERHEAD, "示例泵业"),
        (reading(None), ENGINEER, CustomerClue.INNER_SENDER, "pump.example"),
        (None, ENGINEER, CustomerClue.INNER_SENDER, "pump.example"),
    ],
)
def test_the_weightiest_clue_names_the_customer(
    read: Reading | None, sender: Address, clue: CustomerClue, name: str
) -> None:
    inner = (Forwarded(Address("李强", "li@works.example"), "a"), Forwarded(BUYER, "发件人: 张伟"))
    found = customer(read, inner, sender, HOUSE)
    assert found is not None
    assert (found.clue, found.name) == (clue, name)


def test_the_clue_keeps_its_place() -> None:
    found = customer(reading("示例泵业", tax="9132"), (), ENGINEER, HOUSE)
    assert found is not None
    assert (found.evidence.text, found.evidence.page, found.tax_number) == ("9132", 3, "9132")


def test_who_writes_from_outside_is_the_customer_and_owns_nothing() -> None:
    found = customer(None, (), BUYER, HOUSE)
    assert found is not None
    assert (found.clue, found.name) == (CustomerClue.SENDER, "pump.example")
    assert owner(BUYER, HOUSE) is None


def test_who_forwards_is_the_owner_and_never_the_customer() -> None:
    assert owner(ENGINEER, HOUSE) == ENGINEER
    assert customer(None, (), ENGINEER, HOUSE) is None
    assert customer(None, (Forwarded(Address("李强", "li@works.example"), ""),), ENGINEER, HOUSE) is None


def test_without_known_domains_whoever_sends_is_the_owner() -> None:
    assert owner(BUYER, ()) == BUYER
    assert customer(None, (), BUYER, ()) is None


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("a@works.example", True),
        ("a@cn.works.example", True),
        ("a@WORKS.example", True),
        ("a@myworks.example", False),
        ("a@works.example.net", False),
        ("works.example", False),
        ("", False),
    ],
)
def test_a_domain_is_the_houses_or_below_it(address: str, *, ours: bool) -> None:
    assert is_ours(Address("", address), ("@works.example",)) is ours


def test_an_address_of_a_free_mail_provider_stands_for_itself() -> None:
    person = Address("张伟", "ZhangWei@163.com")
    found = customer(None, (Forwarded(person, "发件人"),), ENGINEER, HOUSE)
    assert found is not None
    assert found.name == writer((Forwarded(person, ""),), ENGINEER, HOUSE) == "zhangwei@163.com"
    assert writer((Forwarded(BUYER, ""),), ENGINEER, HOUSE) == "pump.example"
    assert writer((), ENGINEER, HOUSE) == ""
