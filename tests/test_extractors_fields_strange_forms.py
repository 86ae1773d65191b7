"""Notations of values that only some countries use."""

import pytest

from extractors.fields import companies, currencies, dates, parts, units
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.vocabulary.meanings import Role


@pytest.mark.parametrize("text", ["day 07 month 3 year 2026", "ngày 07 tháng 03 năm 2026"])
def test_a_day_in_the_way_of_vietnam(text: str) -> None:
    assert [each.first.isoformat() for each in dates.parse(text)] == ["2026-03-07"]


def test_a_year_alone_is_no_day() -> None:
    assert not dates.parse("3 month 2 year warranty")


def test_rupiah() -> None:
    assert currencies.named("Rp") == ("IDR",)
    assert currencies.named("RP") != ("IDR",)


def test_units_of_other_countries() -> None:
    assert units.same("off", "pcs")
    assert units.same("JGO", "sets")


@pytest.mark.parametrize(
    "name", ["Fonderies Modernes du Rhin SAS", "Officine della Bassa S.r.l.", "Bombas del Norte e Hijos S.A."]
)
def test_small_words_inside_a_name(name: str) -> None:
    assert companies.find(name) == ((0, len(name)),)


def test_the_index_of_a_drawing_is_its_revision() -> None:
    assert parts.revision("PL 77-1330 ind. C") == ("PL 77-1330", "C")
    assert parts.revision("Wind 3") == ("Wind 3", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("our drg KD 4410/2", "KD 4410/2"), ("Drawing PL 77-1330 ind. C", "PL 77-1330 ind. C")],
)
def test_the_number_of_a_drawing_may_begin_with_its_series(text: str, value: str) -> None:
    found = recognise_inline(text)
    assert found is not None
    assert (found[0], text[found[2] :]) == (Role.DRAWING, value)


@pytest.mark.parametrize("text", ["Drawing as per 3 holes", "Drawing FOR approval"])
def test_words_are_no_series(text: str) -> None:
    assert recognise_inline(text) is None


def test_a_code_behind_its_label_needs_no_figure() -> None:
    found = recognise_inline("Your ref ORV-SL-RN")
    assert found is not None
    assert found[0] is Role.SELLER_PART
    assert recognise_inline("Your ref as agreed") is None
