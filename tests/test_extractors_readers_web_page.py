import pytest
from reader_pages import doubts_of, page_of, pages_of, refusal_of, rows_of, spans_of, text_of

from extractors import readers
from models.errors import ErrorCode
from models.page import Doubt, FileFormat

HEAD = "<tr><th>No<th>Part<th>Qty</tr>"


def html(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_blocks_are_lines_and_inline_tags_part_no_words() -> None:
    page = page_of(html("<p>Order <b>45</b>00123</p><div>Two<br>lines &amp; more</div>tail"))
    lines: dict[float, list[str]] = {}
    for word in page.words:
        lines.setdefault(word.box.top, []).append(word.text)
    assert list(lines.values()) == [["Order", "4500123"], ["Two"], ["lines", "&", "more"], ["tail"]]


def test_a_table_has_the_cells_of_its_file() -> None:
    document = pages_of(html(f"<table>{HEAD}<tr><td>1<td>A1<td>2</tr><tr><td>2<td>A2<td>3</tr></table>"))
    assert (document.format, document.exact) == (FileFormat.HTML, True)
    (table,) = document.pages[0].tables
    assert rows_of(table) == [["No", "Part", "Qty"], ["1", "A1", "2"], ["2", "A2", "3"]]
    assert (table.cells[3].where, table.cells[3].words[0].where) == ("table 1 row 2", "table 1 row 2")
    assert [cell.words[0].bold for cell in table.cells[2:4]] == [True, False]


def test_cells_that_reach_over_others() -> None:
    (table,) = page_of(
        html(
            "<table><tr><th rowspan=2>No<th colspan=2>Price</tr><tr><th>net<th>gross</tr>"
            "<tr><td>1<td>1.00<td>1.13</tr></table>"
        )
    ).tables
    assert rows_of(table) == [["No", "Price", ""], ["", "net", "gross"], ["1", "1.00", "1.13"]]
    assert spans_of(table) == {"No": (2, 1), "Price": (1, 2)}


@pytest.mark.parametrize(
    "span", ["rowspan=9999999", "colspan=9999999", "colspan=0", 'colspan="x"', "colspan=-3"]
)
def test_spans_beyond_the_table_or_all_reason_are_cut(span: str) -> None:
    (table,) = page_of(html(f"<table><tr><td {span}>A<td>B</tr><tr><td>C<td>D</tr></table>")).tables
    assert table.rows <= 2
    assert table.columns <= 4
    assert sorted(text for row in rows_of(table) for text in row if text) == ["A", "B", "C", "D"]


def test_too_many_places_are_refused() -> None:
    cells = "<tr>" + "<td rowspan=1000 colspan=1000>A" * 2
    assert refusal_of(html(f"<table>{cells}</table>")).code is ErrorCode.TOO_LARGE


def test_a_table_that_only_frames_another_is_dissolved() -> None:
    inner = f"<table>{HEAD}<tr><td>1<td>A1<td>2</tr></table>"
    page = page_of(html(f"<table><tr><td><p>Order 4711</p>{inner}<p>Regards</p></tr></table>"))
    assert [rows_of(table) for table in page.tables] == [[["No", "Part", "Qty"], ["1", "A1", "2"]]]
    assert text_of(page).startswith("Order 4711 No Part")
    assert text_of(page).endswith("Regards")


def test_a_table_inside_a_cell_stays_in_its_cell() -> None:
    inner = "<table><tr><td>DN<td>50</tr><tr><td>PN<td>16</tr></table>"
    (table,) = page_of(
        html(f"<table>{HEAD}<tr><td>1<td>A1 {inner}<td>2</tr><tr><td>2<td>A2<td>3</tr></table>")
    ).tables
    assert rows_of(table)[1] == ["1", "A1 DN 50 PN 16", "2"]


def test_rows_that_are_each_a_table_are_one() -> None:
    rows = "".join(f"<div><table><tr><td>{at}<td>B{at}<td>2</tr></table></div>" for at in (1, 2))
    page = page_of(html(f"<p>Order 4711</p><table>{HEAD}</table>{rows}<p>Regards</p>"))
    assert [rows_of(table) for table in page.tables] == [
        [["No", "Part", "Qty"], ["1", "B1", "2"], ["2", "B2", "2"]]
    ]
    assert text_of(page).endswith("Regards")


@pytest.mark.parametrize(
    "tables",
    [
        "<table><tr><td>Order<td>4711</tr></table><table><tr><td>Date<td>1.6.26</tr></table>",
        f"<table>{HEAD}</table><p>Spares</p><table><tr><td>1<td>B1<td>2</tr></table>",
        f"<table>{HEAD}</table><table><tr><td>1<td>B1</tr></table>",
        f"<table>{HEAD}{HEAD}</table><table>{HEAD}{HEAD}</table>",
    ],
)
def test_tables_that_are_not_one_stay_apart(tables: str) -> None:
    assert len(page_of(html(tables)).tables) == 2


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : NONE !important",
        "visibility:hidden",
        "opacity:0",
        "font-size:0",
        "font-size:0px",
        "font-size:1px",
        "font-size:0.5pt",
        "font:0/0 a",
        "mso-hide:all",
        "text-indent:-9999px",
        "color:#fff",
        "color:#FFFFFF",
        "color: white",
        "color:rgb(255, 255, 255)",
        "color:transparent",
        "height:0;overflow:hidden",
    ],
)
def test_what_nobody_sees_is_doubted(style: str) -> None:
    page = page_of(html(f'Quantity 4 <span style="{style}">40</span> pieces'))
    assert doubts_of(page) == {"40": Doubt.INVISIBLE}


@pytest.mark.parametrize(
    "body",
    [
        '<font color="white">40</font>',
        "<span hidden>40</span>",
        '<span class="Ghost">40</span>',
        '<div id="ghost">40</div>',
        '<div style="display:none"><p><b>40</b></p></div>',
        '<table><tr style="display:none"><td>40<td>40</tr></table>',
    ],
)
def test_hiding_is_found_in_attributes_classes_and_what_is_around(body: str) -> None:
    sheet = "<style>.ghost { display: none } #ghost {color:#FFF} @media print { p { display:none } }</style>"
    page = page_of(html(f"<p>Quantity 4</p>{body}", sheet))
    assert doubts_of(page) == {"40": Doubt.INVISIBLE}


@pytest.mark.parametrize(
    "style", ["font-size:13px", "font:bold 10pt Arial", "font-size:small", "font-size:1rem"]
)
def test_a_frame_without_a_font_size_hides_nothing_that_has_one(style: str) -> None:
    """Mails are built so to have no gaps between columns."""
    page = page_of(html(f'<div style="font-size:0">40<p style="{style}">Quantity <b>4</b></p></div>'))
    assert doubts_of(page) == {"40": Doubt.INVISIBLE}


def test_white_text_on_a_colour_is_seen() -> None:
    page = page_of(
        html(
            '<table><tr bgcolor="#336699" style="color:white"><th>No<th>Part</tr><tr><td>1<td>A1</tr></table>'
        )
    )
    assert doubts_of(page) == {}


def test_white_text_on_a_cell_that_is_white_again_is_not() -> None:
    page = page_of(
        html('<table bgcolor="#336699" style="color:#fff"><tr><td>No<td style="background:#fff">7</table>')
    )
    assert doubts_of(page) == {"7": Doubt.INVISIBLE}


@pytest.mark.parametrize(
    "body", ["<s>40</s>", "<del>40</del>", '<span style="text-decoration:line-through">40</span>']
)
def test_what_is_struck_out_is_doubted(body: str) -> None:
    assert doubts_of(page_of(html(f"Quantity {body} 4"))) == {"40": Doubt.OVERLAID}


def test_hidden_digits_make_no_word_with_those_beside_them() -> None:
    page = page_of(html('<p>Quantity <span style="display:none">1</span>4</p>'))
    assert [(word.text, word.doubt) for word in page.words] == [
        ("Quantity", None),
        ("1", Doubt.INVISIBLE),
        ("4", None),
    ]


def test_nothing_is_run_or_loaded() -> None:
    page = page_of(
        html(
            "<script>document.write('40')</script><style>p{}</style><noscript>40</noscript><template>40</template>"
            '<iframe src="http://127.0.0.1:9/">40</iframe><object data="x">40</object><svg>40</svg>'
            "<p>Quantity 4</p><!-- 40 -->",
            "<title>40</title>",
        )
    )
    assert text_of(page) == "Quantity 4"


def test_entities_are_the_characters_they_name() -> None:
    page = page_of(html("<p>&yen;1&nbsp;250 &lt;DN50&gt; &#37;13 &#x6CF5; M&uuml;ller</p>"))
    assert text_of(page) == "¥1 250 <DN50> %13 泵 Müller"


def test_an_entity_declared_in_the_page_is_not_expanded() -> None:
    data = b'<!DOCTYPE html [<!ENTITY x "4711">]><html><body><p>Order &x; of 4</p></body></html>'
    assert text_of(page_of(data)).endswith("Order &x; of 4")


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("订单", "gbk", "gb2312"),
        ("订单", "gbk", "iso-8859-1"),
        ("订单", "utf-8", "gb2312"),
        ("订单", "utf-16", "utf-8"),
        ("訂單", "gbk", "gb2312"),
        ("訂單", "big5", "big5"),
    ],
)
def test_the_declared_encoding_counts_where_it_can_be(text: str, encoding: str, declared: str) -> None:
    data = f'<html><meta charset="{declared}"><p>{text} 4500123</p></html>'.encode(encoding)
    assert text_of(page_of(data)) == f"{text} 4500123"


def test_what_a_form_shows_is_read() -> None:
    page = page_of(
        html(
            '<form>Qty <input value="4"> <input type=hidden value="40"><input type=checkbox checked> urgent '
            "<input type=checkbox> later <select><option>EA<option selected>SET</select></form>"
        )
    )
    assert text_of(page) == "Qty 4 ☑ urgent ☐ later SET"


def test_lists_are_numbered_as_they_are_shown() -> None:
    page = page_of(html("<ol start=3><li>seal<li>sleeve</ol><ul><li>bolt</ul>"))
    assert text_of(page) == "3. seal 4. sleeve • bolt"


def test_text_set_with_blanks_keeps_its_lines() -> None:
    page = page_of(html("<pre>No  Part\n1   A1</pre>"))
    assert page.words[0].box.top < page.words[2].box.top


def test_a_foot_stands_below_the_body_wherever_it_is_written() -> None:
    (table,) = page_of(
        html(
            f"<table><thead>{HEAD}</thead><tfoot><tr><td>Sum<td><td>5</tfoot><tbody><tr><td>1<td>A1<td>5</tbody></table>"
        )
    ).tables
    assert [row[0] for row in rows_of(table)] == ["No", "1", "Sum"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", ErrorCode.EMPTY),
        ("<script>x</script>", ErrorCode.EMPTY),
        ('<img src="cid:order.png" width=600 height=800>', ErrorCode.NEEDS_OCR),
    ],
)
def test_a_page_without_text_is_named(body: str, code: ErrorCode) -> None:
    assert refusal_of(html(body)).code is code


@pytest.mark.parametrize("tags", ["<div>", "<table><tr><td>"])
def test_a_page_nested_beyond_all_reason_is_refused(tags: str) -> None:
    assert refusal_of(html(tags * 5000 + "4711")).code is ErrorCode.TOO_LARGE
    assert text_of(page_of(html(tags * 100 + "4711"))) == "4711"


@pytest.mark.parametrize(
    "page",
    [
        "<style>p{}</style><o:p>Order 4711</o:p><p>2 pcs</p>",
        "<meta charset=utf-8><title>Mail</title><tr><td>Order 4711</td></tr><p>2 pcs</p>",
        "<style>p{}</style><td>Order 4711 2 pcs",
    ],
)
def test_what_the_parser_leaves_in_the_head_is_read(page: str) -> None:
    assert text_of(page_of(page.encode())) == "Order 4711 2 pcs"


def test_a_page_may_begin_with_text() -> None:
    document = readers.read(b"Order: 4711<br>2 pcs", FileFormat.HTML)
    assert text_of(document.pages[0]) == "Order: 4711 2 pcs"


def test_a_page_saved_in_one_file_gives_a_page_for_each_sheet() -> None:
    """As Excel and SAP save lists (RFC 2557): a frame, the sheets, pictures and styles."""
    sheets = ("订单 4711", "数量 2")
    parts = "".join(
        f"--x\r\nContent-Location: file:///C:/{at}.htm\r\nContent-Type: text/html; charset=gb2312\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n<table><tr><td>{text}</td></tr></table>\r\n"
        for at, text in enumerate(sheets)
    )
    head = "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
    head += "Content-Type: multipart/related; boundary=x\r\n\r\n"
    frame = "--x\r\nContent-Type: text/html\r\n\r\n<html><frameset><frame></frameset></html>\r\n"
    document = pages_of(f"{head}{frame}{parts}--x--\r\n".encode("gbk"))
    assert [text_of(page) for page in document.pages] == list(sheets)
    assert document.format is FileFormat.HTML
