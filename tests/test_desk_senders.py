"""Whose mails are taken: by address, and by what our own mail server proves (RFC 8601)."""

import time
from dataclasses import replace

import pytest

from desk import senders
from desk.senders import Doubt
from models.configuration import Senders
from models.message import Address, Envelope

HOUSE = Senders(allowed=("works.example", "agent@trade.example"))
SIGNED = replace(HOUSE, authserv_id="mx.works.example")
PASS = (
    "mx.works.example; spf=pass smtp.mailfrom=li@works.example;"
    " dmarc=pass (p=reject) header.from=works.example"
)


def doubt(address: str, settings: Senders = HOUSE, header: str = "", name: str = "") -> Doubt | None:
    return senders.doubt(Envelope(authors=(Address(name, address),), authentication=header), settings)


def test_without_any_setting_everybody_may_write() -> None:
    assert senders.doubt(Envelope(), Senders()) is None
    assert doubt("x@anywhere.example", Senders()) is None


@pytest.mark.parametrize("address", ["li@works.example", "li@Sales.Works.Example", "AGENT@trade.example"])
def test_an_address_a_domain_and_what_is_below_it_are_allowed(address: str) -> None:
    assert doubt(address) is None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("x@trade.example", Doubt.UNKNOWN),
        ("x@notworks.example", Doubt.UNKNOWN),
        ("x@works.example.evil.test", Doubt.UNKNOWN),
        ("x@w0rks.example", Doubt.LOOKS_ALIKE),
        ("x@works.exarnple", Doubt.LOOKS_ALIKE),
        ("x@work.example", Doubt.LOOKS_ALIKE),
        ("x@wоrks.example", Doubt.LOOKS_ALIKE),
        ("x@xn--wrks-55d.example", Doubt.LOOKS_ALIKE),
        ("nobody", Doubt.UNKNOWN),
    ],
)
def test_others_are_not(address: str, why: Doubt) -> None:
    assert doubt(address) is why


def test_a_name_that_is_another_address_is_told() -> None:
    assert doubt("li@works.example", name="boss@works.example") is Doubt.SHOWS_OTHER
    assert doubt("li@works.example", name="Wang Li <li@works.example>") is None


def test_several_authors_or_none_are_no_sender() -> None:
    both = (Address("", "a@works.example"), Address("", "b@works.example"))
    assert senders.doubt(Envelope(authors=both), HOUSE) is Doubt.SEVERAL
    assert senders.doubt(Envelope(), HOUSE) is Doubt.UNKNOWN


@pytest.mark.parametrize(
    "header",
    [
        PASS,
        "MX.works.example 1; dkim=pass header.d=works.example",
        "mx.works.example; dkim=fail header.d=x.test; spf=pass smtp.mailfrom=bounce.works.example",
        "mx.works.example; dmarc=pass",
    ],
)
def test_what_our_server_states_proves_a_sender(header: str) -> None:
    assert doubt("li@works.example", SIGNED, header) is None


@pytest.mark.parametrize(
    "header",
    [
        "",
        "mx.evil.test; dmarc=pass header.from=works.example",
        "mx.works.example.evil.test; dmarc=pass",
        "mx.works.example; none",
        'mx.works.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=works.example; y"@evil.test',
        'mx.works.example; dkim=fail reason="a; dmarc=pass header.from=works.example"',
        'mx.works.example; spf=pass smtp.mailfrom="x smtp.mailfrom=works.example "@evil.test',
        "mx.works.example; spf=pass smtp.mailfrom=evil.test smtp.mailfrom=works.example",
        "mx.works.example; dmarc=fail header.from=works.example; dmarc=pass header.from=works.example",
        "mx.works.example; dmarc=fail header.from=works.example; dkim=pass header.d=works.example",
        "mx.works.example; dmarc=pass header.from=evil.test",
        "mx.works.example; dkim=pass header.d=evil.test; spf=pass smtp.mailfrom=evil.test",
        "mx.works.example; dkim=pass header.d=example",
        "mx.works.example; spf=softfail (dmarc=pass) smtp.mailfrom=works.example",
    ],
)
def test_anything_else_proves_nothing(header: str) -> None:
    assert doubt("li@works.example", SIGNED, header) is Doubt.NOT_PROVEN


@pytest.mark.parametrize(
    "text",
    ["(" * 20_000 + ")" * 20_000, "header.from=works.example " * 5000, "a-" * 20_000, "x; " * 20_000],
)
def test_a_header_made_to_take_long_proves_nothing_at_once(text: str) -> None:
    begun = time.monotonic()
    for each in (text, text[:1900], "(" * 900 + ")" * 900):
        assert doubt("li@works.example", SIGNED, f"mx.works.example; {each}") is Doubt.NOT_PROVEN
    assert time.monotonic() - begun < 2


def test_a_name_made_to_take_long_is_no_name() -> None:
    begun = time.monotonic()
    assert doubt("li@works.example", name="a" * 500_000) is Doubt.SHOWS_OTHER
    assert doubt("li@works.example", name="a" * 3000) is None
    assert time.monotonic() - begun < 2
