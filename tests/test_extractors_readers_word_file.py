import io
import zipfile

import pytest
from docx import Document
from reader_pages import doubts_of, page_of, pages_of, refusal_of, rows_of, spans_of, text_of

from models.errors import ErrorCode
from models.page import Doubt, FileFormat

W = " ".join(f'xmlns:{each}="urn:{each}"' for each in "w r mc wp a v m".split())


def story(kind: str, inner: str) -> str:
    return f"<w:{kind} {W}>{inner}</w:{kind}>"


def word(body: str, **parts: str) -> bytes:
    """Return a Word file; `parts` are its other parts by the kind of their relation."""
    links = '<Relationships xmlns="urn:p">{}</Relationships>'
    link = '<Relationship Id="r{0}" Type="urn:x/{1}" Target="{2}"/>'
    named = {kind: f"{kind}.xml" for kind in parts}
    members = {
        "_rels/.rels": links.format(link.format(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": links.format(
            "".join(link.format(at, kind.rstrip("12"), name) for at, (kind, name) in enumerate(named.items()))
        ),
        "word/document.xml": story("document", f"<w:body>{body}</w:body>"),
        **{f"word/{named[kind]}": content for kind, content in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def p(text: str, properties: str = "", style: str = "") -> str:
    return f"<w:p>{style and f'<w:pPr>{style}</w:pPr>'}{r(text, properties)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(inner: str, properties: str = "") -> str:
    content = inner if inner.startswith("<") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: tuple[str, ...]) -> str:
    cells = ("".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


ROWS = (("No", "Part", "Qty"), ("1", "A1", "4"), ("2", "A2", "10"))


def test_a_file_of_the_usual_library_is_read() -> None:
    document = Document()
    document.add_paragraph("订单编号：4500123")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ("Part", "Qty", "A1", "4"), strict=True
    ):
        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    read = pages_of(stream.getvalue())
    assert (read.format, read.exact, read.notes) == (FileFormat.DOCX, True, ())
    assert [(word.text, word.where) for word in read.pages[0].words[:2]] == [
        ("订单编号：4500123", "paragraph 1"),
        ("Part", "table 1 row 1"),
    ]
    assert rows_of(read.pages[0].tables[0]) == [["Part", "Qty"], ["A1", "4"]]


def test_runs_make_words_together_and_tabs_part_them() -> None:
    page = page_of(
        word(
            f"<w:p>{r('Order 45')}{r('001', '<w:b/>')}{r('23')}"
            "<w:r><w:tab/><w:t>of</w:t><w:br/><w:t>today</w:t></w:r></w:p>"
        )
    )
    assert [word.text for word in page.words] == ["Order", "4500123", "of", "today"]
    assert page.words[3].box.top > page.words[2].box.top
    assert page.words[2].box.x0 - page.words[1].box.x1 > 5


TABBED = (("Qty", "Item", "Price", "Total"), ("3 ea", "Bush", "4.00", "12.00"), ("", "", "TOTAL", "12.00"))


@pytest.mark.parametrize(
    ("rows", "tables"),
    [
        pytest.param(TABBED, 1, id="as many tabs on every line"),
        pytest.param(TABBED[:2], 0, id="two lines"),
        pytest.param((*TABBED[:2], ("", "TOTAL", "12.00")), 0, id="a tab less on the last"),
        pytest.param((("", "Item", "Price", "Total"), *TABBED[1:]), 0, id="a first line with a gap"),
        pytest.param(tuple(row[:3] for row in TABBED), 0, id="labels with their values"),
    ],
)
def test_lines_of_as_many_tabs_are_a_table(rows: tuple[tuple[str, ...], ...], tables: int) -> None:
    tabs = "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"
    page = page_of(word("".join(p(tabs.join(row)) for row in rows)))
    assert len(page.tables) == tables
    if tables:
        assert rows_of(page.tables[0]) == [list(row) for row in rows]


def test_merged_cells_reach_over_others() -> None:
    (table,) = page_of(
        word(
            tbl(
                (tc("No", '<w:vMerge w:val="restart"/>'), tc("Price", '<w:gridSpan w:val="2"/>')),
                (tc("", "<w:vMerge/>"), "net", "gross"),
                ("1", "1.00", "1.13"),
            )
        )
    ).tables
    assert rows_of(table) == [["No", "Price", ""], ["", "net", "gross"], ["1", "1.00", "1.13"]]
    assert spans_of(table) == {"No": (2, 1), "Price": (1, 2)}


def test_text_in_a_covered_cell_is_not_lost() -> None:
    (table,) = page_of(
        word(tbl((tc("No", '<w:vMerge w:val="restart"/>'), "Part"), (tc("7", "<w:vMerge/>"), "A1")))
    ).tables
    assert rows_of(table)[0][0] == "No 7"


def test_a_row_that_begins_further_right() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("14")}</w:tr>'
    (table,) = page_of(word(tbl(*ROWS).replace("</w:tbl>", f"{row}</w:tbl>"))).tables
    assert rows_of(table)[3] == ["", "", "14"]


def test_a_table_in_a_cell_that_only_frames_it_is_the_table() -> None:
    page = page_of(word(tbl((tc(p("Order 4711") + tbl(*ROWS) + p("Regards")),))))
    assert [rows_of(table) for table in page.tables] == [list(map(list, ROWS))]
    assert text_of(page) == "Order 4711 No Part Qty 1 A1 4 2 A2 10 Regards"


def test_a_table_in_a_cell_among_others_stays_there() -> None:
    inner = tbl(("DN", "50"), ("PN", "16"))
    (table,) = page_of(word(tbl(ROWS[0], ("1", tc(p("A1") + inner), "4"), ROWS[2]))).tables
    assert rows_of(table)[1] == ["1", "A1 DN 50 PN 16", "4"]


def test_headers_stand_above_and_footers_below_the_text() -> None:
    page = page_of(
        word(
            p("Order"),
            header1=story("hdr", p("Hill Pumps Ltd")),
            footer1=story("ftr", p("Bank account")),
            footnotes=story("footnotes", f"<w:footnote>{p('incl. tax')}</w:footnote>"),
        )
    )
    assert [
        (word.text, word.where) for word in page.words if word.text in {"Hill", "Order", "Bank", "incl."}
    ] == [
        ("Hill", "header"),
        ("Order", "paragraph 1"),
        ("incl.", "footnote"),
        ("Bank", "footer"),
    ]


def level(depth: int, start: int, form: str, text: str) -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


NUMBERING = story(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, 1, "chineseCounting", "第%1条")
    + level(1, 1, "decimal", "%1.%2")
    + level(2, 1, "bullet", "x")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
)


def item(text: str, depth: int = 0, key: int = 1) -> str:
    return p(text, style=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>')


def test_automatic_numbers_are_counted() -> None:
    body = (
        item("goods")
        + item("price")
        + item("net", 1)
        + item("gross", 1)
        + item("seal", 2)
        + item("delivery")
        + item("by sea", 1)
        + item("payment", 0, 2)
        + item("penalty", 0, 3)
        + item("law", 0, 3)
    )
    assert text_of(page_of(word(body, numbering=NUMBERING))) == (
        "第一条 goods 第二条 price 二.1 net 二.2 gross • seal 第三条 delivery 三.1 by sea 第四条 payment"
        " 第九条 penalty 第十条 law"
    )


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 9, "IX"),
        ("lowerLetter", 28, "bb"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCounting", 10, "十"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 3, "③"),
        ("none", 3, ""),
    ],
)
def test_a_number_is_written_as_its_list_says(form: str, count: int, shown: str) -> None:
    numbering = story(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level(0, count, form, "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    assert (
        text_of(page_of(word(item("goods"), numbering=numbering))) == f"{shown and shown + ')'} goods".strip()
    )


def test_a_style_may_number_its_paragraphs() -> None:
    styles = story(
        "styles",
        '<w:style w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    body = p("goods", style='<w:pStyle w:val="Clause"/>')
    assert text_of(page_of(word(body, styles=styles, numbering=NUMBERING))) == "第一条 goods"


def test_tracked_deletions_are_left_out_and_noted_and_insertions_read() -> None:
    body = (
        f"<w:p>{r('Quantity ')}<w:del><w:r><w:delText>40</w:delText></w:r></w:del>"
        f"<w:ins>{r('4')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{r('99')}</w:moveFrom><w:moveTo>{r('Price 7')}</w:moveTo></w:p>"
    )
    document = pages_of(word(body))
    assert text_of(document.pages[0]) == "Quantity 4 Price 7"
    assert document.notes == ("tracked_deletions",)


def test_a_deleted_row_is_left_out_and_noted() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('2')}{tc('A9')}{tc('40')}</w:tr>"
    document = pages_of(word(tbl(*ROWS).replace("</w:tbl>", f"{gone}</w:tbl>")))
    assert len(rows_of(document.pages[0].tables[0])) == 3
    assert document.notes == ("tracked_deletions",)


def test_comments_and_embedded_files_are_noted() -> None:
    document = pages_of(
        word(
            p("Order"),
            comments=story("comments", f"<w:comment>{p('too dear')}</w:comment>"),
            oleObject="<x/>",
        )
    )
    assert document.notes == ("comments", "embedded_file")
    assert text_of(document.pages[0]) == "Order"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('PAID 30 %')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    page = page_of(word(f"<w:p>{r('Order')}{drawing}</w:p>"))
    assert [(word.text, word.where) for word in page.words] == [
        ("Order", "paragraph 1"),
        ("PAID", "text box"),
        ("30", "text box"),
        ("%", "text box"),
    ]


def test_a_picture_takes_its_place() -> None:
    picture = '<w:r><w:drawing><wp:extent cx="1270000" cy="635000"/><a:blip r:embed="r9"/></w:drawing></w:r>'
    (box,) = page_of(word(f"<w:p>{r('Order')}{picture}</w:p>")).pictures
    assert (box.width, box.height) == (100.0, 50.0)


@pytest.mark.parametrize(
    ("properties", "doubt"),
    [
        ("<w:vanish/>", Doubt.INVISIBLE),
        ('<w:color w:val="FFFFFF"/>', Doubt.INVISIBLE),
        ('<w:color w:val="336699"/><w:shd w:fill="336699"/>', Doubt.INVISIBLE),
        ('<w:sz w:val="2"/>', Doubt.INVISIBLE),
        ('<w:sz w:val="11"/>', None),
        ("<w:strike/>", Doubt.OVERLAID),
        ("<w:dstrike/>", Doubt.OVERLAID),
        ('<w:vanish w:val="0"/>', None),
        ('<w:color w:val="auto"/>', None),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="336699"/>', None),
        ('<w:rStyle w:val="Secret"/>', Doubt.INVISIBLE),
        ('<w:rStyle w:val="Derived"/>', Doubt.INVISIBLE),
        ('<w:rStyle w:val="Open"/>', None),
    ],
)
def test_what_nobody_sees_is_read_and_doubted(properties: str, doubt: Doubt | None) -> None:
    styles = story(
        "styles",
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Derived"><w:basedOn w:val="Secret"/></w:style>'
        '<w:style w:styleId="Open"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>',
    )
    page = page_of(word(f"<w:p>{r('Quantity ')}{r('40', properties)}{r(' 4')}</w:p>", styles=styles))
    assert doubts_of(page) == ({"40": doubt} if doubt else {})
    assert "40" in text_of(page)


def test_white_text_in_a_coloured_cell_is_seen() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    page = page_of(word(tbl((tc(p("No", white), '<w:shd w:fill="336699"/>'), tc(p("Part", white))))))
    assert doubts_of(page) == {"Part": Doubt.INVISIBLE}


def test_characters_that_are_shown_otherwise_than_stored() -> None:
    body = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"
        f"{r(' urgent ')}<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>{r(' later ', '<w:caps/>')}"
        f"<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>"
    )
    assert text_of(page_of(word(body))) == "☑ urgent □ LATER A-1"


def test_contents_of_controls_links_and_fields_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('Order')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{r('4711 ')}</w:hyperlink><w:fldSimple>{r('of ')}</w:fldSimple>"
        f"<w:r><w:fldChar/><w:instrText>DATE</w:instrText></w:r><w:smartTag>{r('May')}</w:smartTag>"
        "<m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath></w:p>"
        f"<w:tbl><w:sdt><w:sdtContent><w:tr>{tc('No')}{tc('Part')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    page = page_of(word(body))
    assert text_of(page) == "Order 4711 of May x=1 No Part"
    assert rows_of(page.tables[0]) == [["No", "Part"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(word(p(" ")), ErrorCode.EMPTY, id="no text"),
        pytest.param(
            word('<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>'),
            ErrorCode.NEEDS_OCR,
            id="a picture",
        ),
        pytest.param(word("<w:altChunk/>"), ErrorCode.UNSUPPORTED, id="another file inside"),
        pytest.param(word("<w:p>"), ErrorCode.DAMAGED, id="an open element"),
        pytest.param(word(p("Order"), numbering="<w:numbering"), ErrorCode.DAMAGED, id="a damaged part"),
    ],
)
def test_what_is_no_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code
