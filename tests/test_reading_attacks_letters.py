"""Letters around an attached order: which of them take it back or change it, and which do neither."""

from email.message import EmailMessage

import pytest
from drawn_order import order_pdf

from extractors import readers
from models.reading import Reading
from spine import extract

ORDER = order_pdf()
PASSED_ON = (
    "Please hold.\n\nFrom: K <k@haven.example>\nSent: Monday, 2 March 2026 10:00\nTo: a@b.example\n"
    "Subject: Order\n\nPlease cancel the attached order, we ordered by mistake.\n"
)
ENGLISH_NOTE = (
    "FYI\n\nFrom: K <k@haven.example>\nSent: Monday\nTo: a@b.example\nSubject: order\n\n"
    "Please process the attached order. The price is as discussed.\n"
)
CHINESE_NOTE = (
    "请安排输机。\n\n-----原始邮件-----\n发件人: 王工 <w@hairui.example>\n发送时间: 2026年3月5日\n收件人: x\n"
    "主题: 订单\n\n附件是正式合同，请尽快安排生产，如有疑问请联系我。\n"
)
PLAIN = [
    ("Order 4500123", "please find attached our order 4500123.\nPlease confirm delivery within 2 days."),
    ("PO 4500123", "see attached PO. If you cannot deliver in time, we may cancel the order."),
    ("Order", "Please send the order confirmation. Invoices without order number will not be processed.\n"),
    ("New PO", "attached our purchase order based on your quotation 20031234 dated 1 March 2026."),
    ("Bestellung 4500123", "Sehr geehrte Damen und Herren,\nanbei unsere Bestellung."),
    ("采购订单4500123", "李工：\n附件为我司采购订单，请查收并尽快确认交期，盖章回传。\n谢谢！"),
    ("转发：订单", CHINESE_NOTE),
    ("FW: order", ENGLISH_NOTE),
    (
        "Order 4500123",
        "Attached is the order. Please do not hesitate to contact me. Do not reply to this mail.",
    ),
    ("订单", "附件订单请查收，单价已按上次谈的执行。\n本邮件仅供收件人使用，如您误收请删除。"),
    ("Order", "Attached our order for the pumps of line 2. Please quote our order number on all documents."),
    ("Order 4500123", "please find attached the updated order, prices and quantities are as agreed."),
]
OFF = [
    ("Cancellation of order 4500123", "Dear Li, see attached."),
    ("VOID: PO 4500123", "see attached"),
    ("Order 4500123", "Please cancel the attached order."),
    ("Order 4500123", "We have to cancel our PO 4500123, see attachment."),
    ("Order 4500123", "Attached a draft order, the official PO will follow."),
    ("Order 4500123", "This is for information only, please do not process."),
    ("Order 4500123", "Please put the order on hold until we give you the go."),
    ("Order 4500123", "Please wait with the order until our confirmation."),
    ("FW: Order 4500123", PASSED_ON),
    ("采购订单4500123", "附件订单先不要执行，等我通知。"),
    ("采购订单4500123", "该订单取消，附件供参考。"),
    ("采购订单4500123", "附件为草稿，以正式合同为准。"),
    ("取消：采购订单4500123", "见附件"),
]
CHANGED = [
    ("Order 4500123", "Please change the quantity of item 10 from 4 to 5 pcs."),
    ("Order 4500123", "In the attached order the price of item 20 is wrong, it should be 80.00."),
    ("Order 4500123", "Please delete position 20 from the attached order."),
    ("Order 4500123", "The delivery date has changed to 10 May 2026."),
    ("Order 4500123", "Item 20 is no longer needed."),
    ("Order 4500123", "Correction: 25 sleeves instead of 20."),
    ("采购订单4500123", "附件订单中第2项数量改为25件。"),
    ("采购订单4500123", "单价调整为1200元，其他不变。"),
    ("采购订单4500123", "第2项取消。"),
    ("采购订单4500123", "交期改到5月10日。"),
    ("采购订单4500123", "另外再加轴套5件，请一起发。"),
]


def attached(subject: str, text: str) -> Reading:
    """Return what is read of the attached order."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "k@haven.example", "sales@seals.example", subject
    mail.set_content(text)
    mail.add_attachment(ORDER, maintype="application", subtype="pdf", filename="PO-4500123.pdf")
    found = extract(mail.as_bytes(), "a.eml", readers.read, "a.eml")
    (reading,) = [each.reading for each in found if each.part != "body" and each.reading is not None]
    return reading


def doubts(reading: Reading) -> tuple[bool, bool, list[str]]:
    """Return whether number and first quantity are sure, and what is open."""
    number, quantity = reading.header.document_number, reading.lines[0].quantity
    assert number is not None
    assert quantity is not None
    return number.sure, quantity.sure, [each.code for each in reading.problems]


@pytest.mark.parametrize(("subject", "text"), PLAIN)
def test_what_letters_usually_say_casts_no_doubt(subject: str, text: str) -> None:
    assert doubts(attached(subject, text)) == (True, True, [])


@pytest.mark.parametrize(("subject", "text"), OFF)
def test_nothing_is_sure_of_an_order_that_its_letter_takes_back(subject: str, text: str) -> None:
    assert doubts(attached(subject, text)) == (False, False, ["letter_withdraws"])


@pytest.mark.parametrize(("subject", "text"), CHANGED)
def test_quantities_and_prices_are_not_sure_where_the_letter_changes_something(
    subject: str, text: str
) -> None:
    assert doubts(attached(subject, text)) == (True, False, ["letter_changes"])
