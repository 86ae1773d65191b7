import pytest
from outlook_files import packed_rtf

from extractors.mail.compressed_rtf import Rich, text_of, unpacked

HEAD = rb"{\rtf1\ansi\ansicpg936\fromhtml1 "
HEAD += rb"{\fonttbl{\f0 Arial;}{\f1\fcharset134 SimSun;}{\f2\fcharset204 Arial;}}"


@pytest.mark.parametrize(
    ("packed", "rtf"),
    [
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        ("10000000070000004d454c4100000000" + b"{\\rtf1}".hex(), b"{\\rtf1}"),
    ],
    ids=["MS-OXRTFCP 4.1.1", "MS-OXRTFCP 4.2.1, a run that reaches into itself", "not compressed"],
)
def test_the_examples_of_the_specification(packed: str, rtf: bytes) -> None:
    assert unpacked(bytes.fromhex(packed)) == rtf


@pytest.mark.parametrize(
    ("rtf", "page"),
    [
        (rb"{\*\htmltag64 <p>}10 pcs\par {\*\htmltag72 </p>}", "<p>10 pcs\n</p>"),
        (rb"{\*\htmltag <td>}\htmlrtf \cell\b\htmlrtf0 10{\*\htmltag </td>}", "<td>10</td>"),
        (rb"a < b & c", "a &lt; b &amp; c"),
        (rb"\{4711\}\~\\", "{4711}\xa0\\"),
        (rb"\'b6\'a9\f1\'b5\'a5\f2\'cf", "订单П"),
        (rb"\uc1\u-10179 ?\u-8703 ?\u8364 ?1", "\U0001f601€1"),
        (rb"\uc2\u8364 ??1{\uc0\u8364 1}", "€1€1"),
        (rb"{\*\mhtmltag x}{\*\unknown x}{\pict 00ff}1\tab 2\line 3\emdash", "1\t2\n3—"),
        (b"1\\\r\n2", "1\n2"),
    ],
)
def test_a_page_in_rtf_comes_out_as_it_was(rtf: bytes, page: str) -> None:
    assert text_of(packed_rtf(HEAD + rtf + b"}")) == Rich(page, page=True)


def test_rtf_that_was_no_page_is_text() -> None:
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\info{\title x}}\pard Pos\cell Qty\row 10\cell 2\row\par}"
    assert text_of(packed_rtf(rtf)) == Rich("Pos\tQty\n10\t2\n\n", page=False)


@pytest.mark.parametrize("packed", [b"", bytes(20), packed_rtf(b"no rtf"), packed_rtf(b"{\\rtf1")[:12]])
def test_what_is_no_rtf_gives_no_text(packed: bytes) -> None:
    assert text_of(packed) is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize("rtf", [b"{" * 300_000, b"}" * 300_000, b"{\\rtf1" + b"\\'" * 100_000])
def test_rtf_made_to_take_long_does_not(rtf: bytes) -> None:
    text_of(packed_rtf(b"{\\rtf1 " + rtf))
