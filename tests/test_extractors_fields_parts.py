import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.parts import folded, looks_like_code, norm, revision, split, strip_label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ga\u2013700121", "GA-700121"),
        ("ＧＡ－７００１２１", "GA-700121"),
        ("7003 312", "7003312"),
        ("108\uff0d45", "108-45"),
        ("AB\u200b1", "AB1"),
    ],
)
def test_numbers_match_whatever_their_width_case_and_dashes(one: str, other: str) -> None:
    assert norm(one) == norm(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("P/N 1O0-225I-B", "P/N 100-2251-8", id="row 93: look-alikes"),
        ("АВ-1", "AB-1"),
        ("12-3", "123"),
        ("SZ-6", "52G"),
        ("M8×20", "M8x20"),
    ],
)
def test_look_alikes_are_only_a_suspicion(one: str, other: str) -> None:
    assert norm(one) != norm(other)
    assert folded(one) == folded(other)


@given(st.text(alphabet="ABOIl015SBG8Z2-/. \u2013Ａ", max_size=16))
def test_numbers_that_match_are_never_told_apart_by_the_weaker_key(text: str) -> None:
    assert norm(norm(text)) == norm(text)
    assert folded(norm(text)) == folded(text)


@pytest.mark.parametrize(
    "text",
    [
        "10024680",
        "7003312",
        "XR4-207-2Z",
        "K71C220/64",
        "3H5M-00417-B",
        "LP-41-2305",
        "58-30417",
        "60.17.4482",
        "7-4410-03",
        "7-4410-03 Rev.B",
        "GA-700121（B版）",
        "6205 2Z/C3",
        "ＧＡ－７００１２１",
        "417093256",
        "00417",
        "X1234",
    ],
)
def test_part_and_drawing_numbers_look_like_codes(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "1000",
        "1,234.56",
        "100%",
        "10 pcs",
        "15mm",
        "8.5m",
        "6 weeks",
        "8 weeks ARO",
        "2026-02-13",
        "13.03.2026",
        "Q1 2027",
        "O-ring",
        "ABC",
        "A1",
        "Impeller CF8M",
        "Shaft sleeve 316L",
        "108-45",
        "10024680 / LP-41-2305",
        "7003312/90010045",
        "10024680 90010045",
        "A-1 B-2 C-3 D-4 E-5",
        "A1-" * 30,
        pytest.param("机封 108-45", id="row 92"),
        pytest.param("1.23457E+11", id="row 94: 1.23457E+11"),
        pytest.param("3-Dec", id="row 94: 3-Dec"),
    ],
)
def test_words_quantities_dates_and_spoilt_cells_do_not(text: str) -> None:
    assert not looks_like_code(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("GPN 10024680", "10024680"),
        ("P/NH78S131", "H78S131"),
        ("GPN：10024680", "10024680"),
        ("GPN10024680", "10024680"),
        ("LPN LP-41-2305", "LP-41-2305"),
        ("P/N: 4711", "4711"),
        ("Part No. AB-12", "AB-12"),
        ("Our part no.: 4711-1", "4711-1"),
        ("Dwg. No. GA-1", "GA-1"),
        ("图号：7-4410-03", "7-4410-03"),
        ("物料编码 10024680", "10024680"),
        ("图号 GA–1", "GA–1"),
        ("LP-41-2305", "LP-41-2305"),
        ("PN16", "PN16"),
        ("NO-3400-1", "NO-3400-1"),
        ("GPN", "GPN"),
        ("LPN-4A20-882", "LPN-4A20-882"),
        ("GPN-10024680", "10024680"),
    ],
)
def test_a_label_in_the_cell_is_no_part_of_the_number(text: str, number: str) -> None:
    assert strip_label(text) == number


@pytest.mark.parametrize(
    ("text", "base", "rev"),
    [
        ("7-4410-03 Rev.B", "7-4410-03", "B"),
        ("GA-700121 Rev. b", "GA-700121", "B"),
        ("GA-700121(B版)", "GA-700121", "B"),
        ("5-2207-03 Rev.02", "5-2207-03", "02"),
        ("12345 REV A", "12345", "A"),
        ("10024680, Revision 3", "10024680", "3"),
        ("1234 第2版", "1234", "2"),
        ("1234 版本：B", "1234", "B"),
        ("GA-1 换版3", "GA-1", "3"),
        ("100-2251-B", "100-2251-B", None),
        ("Rev.B", "Rev.B", None),
        ("10024680", "10024680", None),
    ],
)
def test_a_printed_revision_is_parted_from_its_number(text: str, base: str, rev: str | None) -> None:
    assert revision(text) == (base, rev)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7003312 / GA-700121 Rev.B / 90010045", ("7003312", "GA-700121 Rev.B", "90010045")),
        ("7003312/90010045", ("7003312", "90010045")),
        ("10024680 (LP-41-2305)", ("10024680", "LP-41-2305")),
        ("GPN 10024680 LPN LP-41-2305", ("GPN 10024680", "LPN LP-41-2305")),
        ("10024680\nLP-41-2305\n", ("10024680", "LP-41-2305")),
        ("XR4-207-2Z；58-30417", ("XR4-207-2Z", "58-30417")),
        ("GA-700121 (Rev. B)", ("GA-700121 (Rev. B)",)),
        ("GA–700121（B版）", ("GA–700121（B版）",)),
        ("K71C220/64", ("K71C220/64",)),
        ("6205-2RS/C3", ("6205-2RS/C3",)),
        ("", ()),
    ],
)
def test_a_cell_with_several_numbers_is_taken_apart(text: str, numbers: tuple[str, ...]) -> None:
    assert split(text) == numbers
