import pytest

from extractors.readers.decoding import codec, decode

CHINESE = "订单编号：4500123，机械密封 2 套，单价 ￥1,250.00"
TRADITIONAL = "訂單編號：4500123，機械密封 2 套，單價 1,250.00"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk", "gb18030"],
)
def test_chinese_in_any_encoding_without_a_declaration(encoding: str) -> None:
    assert decode((CHINESE + "\r\nOrder 4500123, 2 pcs\r\n" * 5).encode(encoding)).startswith(CHINESE)


def test_traditional_chinese_of_taiwan() -> None:
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        pytest.param("镕基 朱", "gb18030", "gb2312", id="a character beyond the declared set"),
        pytest.param(CHINESE, "utf-8", "gb2312", id="UTF-8 declared as GB 2312"),
        pytest.param(CHINESE, "gbk", "iso-8859-1", id="GBK declared as Latin"),
        pytest.param(CHINESE, "gbk", "us-ascii", id="GBK declared as ASCII"),
        pytest.param("Größe für Käufer", "iso-8859-1", "iso-8859-1", id="Latin"),
        pytest.param("注文番号", "shift_jis", "shift_jis", id="Japanese"),
        pytest.param("注文番号", "iso2022_jp", "iso-2022-jp", id="Japanese in seven bits"),
        pytest.param("заказ", "koi8-r", "koi8-r", id="Russian"),
        pytest.param(CHINESE, "hz", "hz-gb-2312", id="Chinese in seven bits"),
    ],
)
def test_what_is_declared_counts_where_it_can_be(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_a_stray_byte_in_a_long_text_does_not_turn_all_of_it() -> None:
    data = (CHINESE * 40).encode()
    assert decode(data[:1000] + b"\xff" + data[1000:]).startswith(CHINESE)


@pytest.mark.parametrize(
    "name", ["rot13", "base64", "hex", "zlib", "unicode_escape", "no such set", None, ""]
)
def test_transformations_that_are_no_text_are_never_looked_up(name: str | None) -> None:
    assert codec(name) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [("GB2312", "gb18030"), ("x-gbk", "gb18030"), ("'UTF-8'", "utf-8"), ("ks_c_5601-1987", "cp949")],
)
def test_names_of_character_sets(name: str, found: str) -> None:
    assert codec(name) == found


def test_bytes_that_are_no_text_are_marked_and_never_raise() -> None:
    assert "\ufffd" in decode(b"Order \x81\x8d\xff\xfe\x00 4711")
