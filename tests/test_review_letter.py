import datetime as dt
import email
import email.policy
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review import header_text, letter
from review.letter import Heading, Letter, Picture, built
from review.subject import subject as subject_of

HEADING = Heading(
    "countercheck@works.example",
    "countercheck",
    "li@works.example",
    "<cc.1@countercheck.works.example>",
    dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC),
    in_reply_to="<original@customer.example>",
    references=("<first@customer.example>",),
)
NAMES = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
]
PARTS = [
    "=?UTF-8?Q?=0A?=",
    "=?UTF-8?Q?=0D=0A?=",
    "=?utf-8?b?DQo=?=",
    "=?us-ascii?q?=00?=",
    "=?utf-8*en?Q?=0A?=",
    "=?bogus?Q?=0A?=",
    "=?utf-8?Q?=3D=3Futf-8=3FQ=3F=0ABcc=3A_x=3F=3D?=",
    "=?UTF-8?B?PT9VVEYtOD9RPz0wQT89?=",
    "Bcc: thief@elsewhere.example",
    "\r\n",
    "\n",
    "\r",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\r\n\r\n<b>body</b>",
    "\n ",
    " =?",
    "?=",
    "=?utf-8?q?",
    "\udc80",
    "\u202eabc",
    "报价",
    "a" * 90,
    ", ",
    "<x@y.example>",
    '"',
]


def headers(data: bytes) -> list[str]:
    """Return the names of a mail's headers as the oldest parser sees them."""
    return list(email.message_from_bytes(data, policy=email.policy.compat32).keys())


def harmless(text: str) -> None:
    for heading in (
        HEADING,
        Heading(
            HEADING.sender,
            text,
            HEADING.recipient,
            HEADING.message_id,
            HEADING.date,
            in_reply_to=text,
            references=(text, *HEADING.references),
        ),
    ):
        data = built(Letter(subject_of(text, (12,)), "text"), heading)
        found = headers(data)
        assert set(found) <= {*NAMES, "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
        assert len(found) == len(set(found))
        assert found[:5] == NAMES[:5]
        head, _, body = data.partition(b"\r\n\r\n")
        assert b"\nbcc" not in head.lower()
        assert body.strip() == b"dGV4dA0K"
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert message["To"] == HEADING.recipient
        assert message["From"].addresses[0].addr_spec == HEADING.sender
        assert "\n" not in message["Subject"]


def test_the_known_trick_adds_no_header() -> None:
    harmless("A subject=?UTF-8?Q?=0A?=Bcc: x")


def test_hundreds_of_others_add_none() -> None:
    chance = random.Random(4)
    for _ in range(400):
        harmless("".join(chance.choices([*PARTS, *string.ascii_letters], k=chance.randint(1, 9))))


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), max_size=8).map("".join))
def test_whatever_is_written_adds_none(text: str) -> None:
    harmless(text)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = header_text.clean(text)
    assert header_text.clean(once) == once
    assert once.isprintable() or all(c.isprintable() or c == " " or ord(c) > 126 for c in once)


def test_an_honest_subject_arrives_as_it_is() -> None:
    for subject in (
        "Re: 转发：采购合同 HLW-4501（急）[CC-12]",
        "Re: PO #45/01 – 2nd part",
        "Re: " + "报价单" * 60,
    ):
        found = email.message_from_bytes(built(Letter(subject, ""), HEADING), policy=email.policy.default)
        assert found["Subject"] == subject[: header_text.LONGEST]


@pytest.mark.parametrize("length", [20, 76, 100, 240, 800])
def test_a_long_message_id_keeps_the_thread_together(length: int) -> None:
    """Encoded by the standard library, no mail program would find the thread."""
    identifier = f"<{'a' * length}@prod.outlook.example>"
    heading = Heading(
        HEADING.sender,
        "",
        HEADING.recipient,
        HEADING.message_id,
        HEADING.date,
        in_reply_to=identifier,
        references=(identifier, "<b@c.example>"),
    )
    data = built(Letter("x", ""), heading)
    assert f"In-Reply-To: {identifier}\r\n".encode() in data
    assert f"References: {identifier}\r\n <b@c.example>\r\n".encode() in data
    assert max(map(len, data.split(b"\r\n"))) < 998


def test_the_self_test_refuses_a_python_that_lets_subjects_write_headers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letter.assert_safe.cache_clear()
    letter.assert_safe()
    letter.assert_safe.cache_clear()
    monkeypatch.setattr(letter, "clean", lambda text: text)
    with pytest.raises(Exception, match=r"lets a text write headers|Header values may not"):
        letter.assert_safe()
    letter.assert_safe.cache_clear()


def test_a_letter_with_pictures_has_both_texts_and_each_picture_once() -> None:
    pictures = (Picture("case-1-1@countercheck", b"\x89PNG one", "第 2 行 单价: 120.00"),)
    page = '<img src="cid:case-1-1@countercheck">'
    data = built(Letter("x", "文", page, pictures), HEADING)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert [each.get_content_type() for each in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    picture = list(message.walk())[-1]
    assert picture["Content-ID"] == "<case-1-1@countercheck>"
    assert picture.get_content() == b"\x89PNG one"
    assert all(byte < 128 for byte in data)


def test_a_subject_is_an_answer_once_with_the_number_of_its_case() -> None:
    assert subject_of("RE: re: 回复：PO 4501 [CC-3]", (12, 13)) == "Re: PO 4501 [CC-12]"
    assert subject_of(None, ()) == "Re:"
    assert subject_of("转发：合同", (7,)) == "Re: 转发：合同 [CC-7]"
