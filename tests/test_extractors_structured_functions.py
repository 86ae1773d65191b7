"""Codes by which a message, or a line of it, is no order that is placed with it."""

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12

from extractors import readers
from models.reading import Kind, Reading
from spine import extract


def read(text: str) -> Reading:
    name = "o.xml" if text.startswith("<") else "o.edi"
    found = [each.reading for each in extract(text.encode(), name, readers.read, name) if each.reading]
    assert len(found) == 1
    return found[0]


def with_purpose(code: str) -> str:
    return CII.replace("<ram:TypeCode>220<", f"<ram:PurposeCode>{code}</ram:PurposeCode><ram:TypeCode>220<")


def with_status(code: str) -> str:
    return CII.replace(
        "<ram:LineID>20</ram:LineID>",
        f"<ram:LineID>20</ram:LineID><ram:LineStatusCode>{code}</ram:LineStatusCode>",
    )


def copied(flag: str) -> str:
    return UBL.replace("<cbc:IssueDate>", f"<cbc:CopyIndicator>{flag}</cbc:CopyIndicator><cbc:IssueDate>", 1)


def in_force(reading: Reading) -> bool:
    """Tell whether anything of an order would be taken as it is."""
    fields = [reading.header.document_number, *(each.quantity for each in reading.lines)]
    return any(each is not None and each.sure for each in fields) and bool(reading.lines)


@pytest.mark.parametrize(
    "text",
    [
        *(
            EDIFACT.replace("118+9", f"118+{code}")
            for code in "3 6 7 13 16 18 22 23 25 31 35 40 43 46".split()
        ),
        *(EDIFACT.replace("BGM+220", f"BGM+{code}") for code in "231 310 311 325 240 225 22E".split()),
        EDIFACT.replace("118+9", "118+3").replace("ORDERS:D", "ORDCHG:D").replace("BGM+220", "BGM+230"),
        *(X12.replace("BEG*00", f"BEG*{code}") for code in "03 06 07 13 15 16 18 22 24".split()),
        *(X12.replace("*00*SA*", f"*00*{code}*") for code in "IN PR RQ ZZ".split()),
        *map(with_purpose, "3 7 16 31 35 46".split()),
        copied("true"),
        *(
            UBL.replace(">220<", f">{code}<")
            for code in ("325", "Draft", "CANCELLED", "报价", "Testbestellung")
        ),
        CXML.replace('type="new"', 'type="copy"'),
        *(
            CXML.replace('type="new"', f'type="new" orderType="{each}"')
            for each in ("stockTransport", "return")
        ),
        IDOC.replace("<CURCY>", "<ACTION>005</ACTION><CURCY>"),
    ],
)
def test_nothing_is_sure_of_a_message_that_is_no_order_in_force(text: str) -> None:
    reading = read(text)
    assert not in_force(reading)
    assert "not_in_force" in [each.code for each in reading.problems]
    assert reading.lines


@pytest.mark.parametrize(
    "text",
    [
        EDIFACT,
        EDIFACT.replace("118+9", "118"),
        EDIFACT.replace("118+9", "118+47"),
        *(EDIFACT.replace("BGM+220", f"BGM+{code}") for code in ("105", "224", "226")),
        X12,
        *(X12.replace("*00*SA*", f"*00*{code}*") for code in ("NE", "RL", "DS", "KN", "")),
        CII,
        with_purpose("9"),
        copied("false"),
        UBL.replace(">220<", ">105<"),
        UBL.replace(">220<", ">Standard order<"),
        CXML.replace('type="new"', 'type="new" orderType="regular"'),
        CXML.replace('type="new"', 'orderType="release"'),
        IDOC,
        IDOC.replace("<CURCY>", "<ACTION>001</ACTION><CURCY>"),
        *map(with_status, ("1", "3", "5")),
        CXML.replace('lineNumber="20"', 'lineNumber="20" isReturn="no"'),
    ],
)
def test_an_order_that_is_placed_is_sure_as_ever(text: str) -> None:
    reading = read(text)
    assert reading.kind is Kind.PURCHASE_ORDER
    assert all(each.quantity is not None and each.quantity.sure for each in reading.lines)
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.sure
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(
            (EDIFACT.replace("118+9", f"118+{code}"), Kind.CHANGE_ORDER)
            for code in "2 4 5 20 21 33 36".split()
        ),
        (EDIFACT.replace("BGM+220", "BGM+230"), Kind.CHANGE_ORDER),
        (EDIFACT.replace("BGM+220", "BGM+221"), Kind.FRAMEWORK_AGREEMENT),
        *((X12.replace("BEG*00", f"BEG*{code}"), Kind.CHANGE_ORDER) for code in ("02", "04", "05")),
        *((X12.replace("*00*SA*", f"*00*{code}*"), Kind.FRAMEWORK_AGREEMENT) for code in ("BK", "BE")),
        (X12.replace("*00*SA*", "*00*CP*"), Kind.CHANGE_ORDER),
        (with_purpose("4"), Kind.CHANGE_ORDER),
        (IDOC.replace("<CURCY>", "<ACTION>002</ACTION><CURCY>"), Kind.CHANGE_ORDER),
        (UBL.replace(">220<", ">230<"), Kind.CHANGE_ORDER),
    ],
)
def test_a_message_that_changes_an_order_or_frames_many_is_of_that_kind(text: str, kind: Kind) -> None:
    assert read(text).kind is kind


@pytest.mark.parametrize(
    "text", [EDIFACT.replace("118+9", "118+17"), X12.replace("BEG*00", "BEG*17"), with_purpose("17")]
)
def test_a_cancellation_that_is_to_be_sent_again_takes_back_the_order(text: str) -> None:
    reading = read(text)
    assert reading.lines == ()
    assert [each.code for each in reading.problems] == ["order_withdrawn"]


@pytest.mark.parametrize(
    "text",
    [
        *(EDIFACT.replace("LIN+20++", f"LIN+20+{code}+") for code in ("2", "7", "10", "42")),
        UBL.replace("<cbc:ID>20</cbc:ID>", "<cbc:ID>20</cbc:ID><cbc:LineStatusCode>2</cbc:LineStatusCode>"),
        *map(with_status, ("2", "7", "15")),
        CXML.replace('lineNumber="20"', 'lineNumber="20" isReturn="yes"'),
        CXML.replace('lineNumber="20"', 'lineNumber="20" isDeliveryCompleted="yes"'),
        IDOC.replace("<POSEX>00020</POSEX><ACTION>001", "<POSEX>00020</POSEX><ACTION>005"),
        IDOC.replace("<POSEX>00020</POSEX>", "<POSEX>00020</POSEX><ABGRU>60</ABGRU>"),
    ],
)
def test_a_line_that_its_code_sets_aside_is_not_surely_ordered(text: str) -> None:
    reading = read(text)
    first, second = reading.lines
    assert first.quantity is not None
    assert first.quantity.sure
    assert second.quantity is not None
    assert not second.quantity.sure
    assert reading.header.total_amount is not None
    assert not reading.header.total_amount.sure
    assert [each.code for each in reading.problems] == ["line_status"]
