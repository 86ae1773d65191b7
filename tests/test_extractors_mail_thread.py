import pytest

from extractors import readers
from extractors.mail.thread import Segment, split
from models.page import FileFormat, Page, SourceDocument

ORDER = "Order 4711\n10  seal  2 pcs"


def text(content: str) -> SourceDocument:
    return readers.read(content.encode(), FileFormat.TEXT)


def page(content: str) -> SourceDocument:
    return readers.read(content.encode(), FileFormat.HTML)


def said(segment: Segment) -> str:
    return " ".join(word.text for each in segment.document.pages for word in each.words)


def segments(document: SourceDocument) -> list[str]:
    return [said(each) for each in split(document)]


def test_a_mail_in_which_nothing_is_quoted_stays_as_it_is() -> None:
    document = text(f"Hello,\n\n{ORDER}\n\nRegards\n")
    (only,) = split(document)
    assert only.document is document
    assert not only.quoted


RULES = [
    "-----原始邮件-----",
    "------------------ 原始邮件 ------------------",
    "---- 回复的原邮件 ----",
    "---- 转发的原邮件 ----",
    "---------- Forwarded message ---------",
    "-----Original Message-----",
    "-------- Weitergeleitete Nachricht --------",
    "Begin forwarded message:",
    "下面是被转发的邮件：",
]
HEADS = [
    "发件人: 李明 <li@works.example>\n发送时间: 2026年11月20日 9:30\n收件人: Desk\n主题: 订单 4711",
    "From: Li Ming <li@works.example>\nSent: 20 November 2026 09:30\nTo: Desk\nCc: Boss\nSubject: 订单 4711",
    "*From:* Li Ming\n*Sent:* Friday 09:30\n*To:* Desk\n*Subject:* 订单 4711",
    "发件人：李明\n日期：2026-11-20 09:30\n收件人：a@x;\nb@x\n主题：订单 4711",
    "Von: Li Ming\nGesendet: Freitag, 20. November 2026 09:30\nAn: Desk\nBetreff: 订单 4711",
    "发 件 人: 李明 <li@works.example>\n时 间: 2026-11-20\n收件人: Desk\n主 题: 订单 4711",
]
SENTENCES = [
    "On Fri, 20 Nov 2026 at 09:30, Li Ming <li@works.example> wrote:",
    "On Fri, 20 Nov 2026 at 09:30, Li Ming\n<li@works.example> wrote:",
    "在 2026年11月20日，09:30，李明 <li@works.example> 写道：",
    "李明 <li@works.example> 于2026年11月20日周五 09:30写道：",
    "Am 20.11.2026 um 09:30 schrieb Li Ming <li@works.example>:",
    '在 2026-11-20 09:30:00，"李明" <li@works.example> 写道：',
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("head", ["", *HEADS])
def test_a_forwarded_mail_is_a_segment_of_its_own_without_its_head(rule: str, head: str) -> None:
    own, forwarded = segments(text(f"please enter\n\nChen, desk 5550\n\n{rule}\n{head}\n\n{ORDER}\n"))
    assert own == "please enter Chen, desk 5550"
    assert forwarded.endswith("Order 4711 10 seal 2 pcs")
    assert not any(
        each in forwarded for each in ("2026", "09:30", "9:30", "Desk", "Boss", "works.example", "b@x")
    )


@pytest.mark.parametrize("head", HEADS)
def test_a_head_without_a_rule_parts_two_mails(head: str) -> None:
    own, forwarded = segments(text(f"please enter\n\n{head}\n\n{ORDER}\n"))
    assert own == "please enter"
    assert forwarded.endswith("Order 4711 10 seal 2 pcs")
    assert "订单 4711" in forwarded


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_says_who_wrote_parts_two_mails(sentence: str) -> None:
    assert segments(text(f"we confirm\n\n{sentence}\n\n{ORDER}\n")) == [
        "we confirm",
        "Order 4711 10 seal 2 pcs",
    ]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_marked_lines_are_a_segment_and_lose_their_marks(sentence: str) -> None:
    quoted = "\n".join(f"> {line}" for line in ORDER.splitlines())
    own, answered = split(text(f"we confirm\n\n{sentence}\n{quoted}\n\nRegards\nChen\n"))
    assert said(own) == "we confirm Regards Chen"
    assert (said(answered), answered.quoted) == ("Order 4711 10 seal 2 pcs", True)


def test_answers_between_marked_lines_belong_together() -> None:
    own, answered = segments(text(">Order 4711\nyes\n>10  seal\nno\n>20  ring\n"))
    assert (own, answered) == ("yes no", "Order 4711 10 seal 20 ring")


def test_each_depth_of_marks_is_a_mail() -> None:
    found = segments(text("third\n> second\n> more\n>> first\n> > of all\n"))
    assert found == ["third", "second more", "first of all"]


def test_a_head_inside_marked_lines_parts_them() -> None:
    lines = ["see below", "> FYI", ">", *(f"> {line}" for line in HEADS[1].splitlines()), ">", "> ten pieces"]
    own, middle, last = segments(text("\n".join(lines)))
    assert (own, middle) == ("see below", "FYI")
    assert last.endswith("ten pieces")


def test_mails_forwarded_again_are_a_segment_each_in_order() -> None:
    content = f"one\n\n{RULES[0]}\n{HEADS[0]}\n\ntwo\n\n{RULES[5]}\n{HEADS[1]}\n\nthree\n"
    found = segments(text(content))
    assert [each.split()[-1] for each in found] == ["one", "two", "three"]


def test_a_mail_that_is_only_forwarded_has_no_own_text() -> None:
    (only,) = split(text(f"{RULES[0]}\n{HEADS[0]}\n\n{ORDER}\n"))
    assert only.quoted
    assert said(only).endswith("Order 4711 10 seal 2 pcs")


@pytest.mark.parametrize(
    "content",
    [
        "To: Seller\nFrom: Works Ltd\nDate: 20 November 2026\nSubject: Purchase order 4711\n\n10 seal 2 pcs",
        "Our order of 20 November, as Chen wrote: 10 seals",
        "---------------------------\n10 seal 2 pcs\n---------------------------",
        "pressure >= 10 bar\n>5 pieces\n>10 pieces",
        "发件人签字：\n收货人: 李明\n主题词",
        "> 10 seal",
    ],
)
def test_what_only_looks_like_a_head_stays_in_the_text(content: str) -> None:
    document = text(content)
    (only,) = split(document)
    assert only.document is document


@pytest.mark.timeout(20)
def test_a_text_made_to_take_long_is_split_into_few_mails_and_nothing_of_it_is_lost() -> None:
    found = segments(text("\n".join(f"{RULES[0]}\nrow{at}" for at in range(3000))))
    assert len(found) < 50
    assert found[-1].endswith("row2999")
    deep = segments(text("\n".join(f"{'>' * at} row{at}" for at in range(1, 500))))
    assert len(deep) < 12
    assert deep[-1].endswith("row499")


def test_words_keep_their_places() -> None:
    document = text(f"please enter\n\n{RULES[0]}\n{HEADS[0]}\n\n{ORDER}\n")
    _, forwarded = split(document)
    words = {word for each in document.pages for word in each.words}
    kept = [word for each in forwarded.document.pages for word in each.words]
    assert kept
    assert words.issuperset(kept)
    assert [each.number for each in forwarded.document.pages] == [each.number for each in document.pages]


def test_a_word_that_loses_its_mark_keeps_the_place_of_the_rest() -> None:
    document = text("yes\n>Order 4711\n>10 seal\n")
    whole = next(word for word in document.pages[0].words if word.text == ">Order")
    _, answered = split(document)
    word = answered.document.pages[0].words[0]
    assert (word.text, word.where) == ("Order", whole.where)
    assert (word.box.x0, word.box.x1, word.box.top) == (whole.edges[1], whole.box.x1, whole.box.top)
    assert len(word.edges) == len(word.text) + 1


TABLE = (
    "<table><tr><th>Pos</th><th>Part</th><th>Qty</th></tr><tr><td>10</td><td>4711</td><td>2</td></tr></table>"
)


def tables(segment: Segment) -> list[tuple[int, int]]:
    return [(each.rows, len(each.cells)) for one in segment.document.pages for each in one.tables]


def test_a_table_of_a_page_goes_with_its_mail() -> None:
    head = "".join(f"<p><b>{line}</b></p>" for line in HEADS[1].splitlines())
    own, forwarded = split(page(f"<p>please enter</p><hr>{head}<p>Hello</p>{TABLE}<p>Regards</p>"))
    assert (said(own), tables(own)) == ("please enter", [])
    assert said(forwarded).endswith("Hello Pos Part Qty 10 4711 2 Regards")
    assert tables(forwarded) == [(2, 6)]


def test_a_head_that_is_a_table_parts_two_mails() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>"
        for name, value in (("发件人", "李明"), ("日期", "2026-11-20 09:30"), ("主题", "订单 4711"))
    )
    content = (
        f"<div>please enter</div><div>---- 转发的原邮件 ----</div><table>{rows}</table><div>ten pieces</div>"
    )
    own, forwarded = split(page(content))
    assert said(own) == "please enter"
    assert said(forwarded) == "主题 订单 4711 ten pieces"


def test_marked_rows_in_columns_stay_a_table_without_their_marks() -> None:
    rows = "\n".join(f"> {row}" for row in ("Pos\tPart\tQty", "10\t4711\t2", "20\t4712\t5"))
    own, answered = split(text(f"we confirm\n\n{rows}\n"))
    assert (said(own), tables(own)) == ("we confirm", [])
    assert said(answered) == "Pos Part Qty 10 4711 2 20 4712 5"
    assert tables(answered) == [(3, 9)]
    words = [word for one in answered.document.pages[0].tables for cell in one.cells for word in cell.words]
    assert [word.text for word in words][:3] == ["Pos", "Part", "Qty"]


def test_a_document_without_words_is_one_segment() -> None:
    document = SourceDocument(FileFormat.TEXT, (Page(1, 100, 100, ()),), exact=True)
    assert [each.document for each in split(document)] == [document]
