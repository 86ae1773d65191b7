"""Terms of payment as programs print them: a code before the wording, bare days."""

import pytest

from compare.payment_terms import same


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("Z060 月结60天", "月结60天"),
        ("ZN60 Net 60 days", "Net 60 days"),
        ("Z030 / Net 30", "30 days net"),
        ("30 Days", "30 days net"),
        ("30天净额", "Net 30"),
    ],
)
def test_the_wording_decides(stated: str, quoted: str) -> None:
    assert same(stated, quoted) is True


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("Z060 月结60天", "月结30天"),
        ("60 Days", "30 days net"),
        ("30 Days", "30% in advance, 70% before shipment"),
    ],
)
def test_other_terms_differ(stated: str, quoted: str) -> None:
    assert same(stated, quoted) is False


@pytest.mark.parametrize(
    "stated", ["Z060", "30天", "45 / 60 Days", "AB12 as agreed", "LC060 30 days net", "Z060 30 days net"]
)
def test_a_code_alone_and_days_from_anything_are_not_decided(stated: str) -> None:
    assert same(stated, "30 days net") is None
