"""The mails of the made-up inbox as values: who forwards what to the order desk, with which words."""

from collections.abc import Mapping
from dataclasses import replace

from demo import make_enclosures, make_office, make_orders_en, make_orders_zh, make_pages_en, make_pages_zh
from demo.make_bodies import Forwarded, as_html, forwarded_en, forwarded_zh, html_order, text_order
from demo.make_letter import DOCX, XLSX, Enclosure, Letter
from demo.make_paper import LATIN, pdf, words
from demo.make_values import Offer

LIANG = "梁素秋 <liang.suqiu@yunxiu-pump.example>"
GAO = "高启明 <gaoqm@beiyu-petrochem.example>"
TANG = "唐晓澜 <tangxl@hailanwan.example>"
REMINDER = """卢经理：
贵司以下发票款项我方已安排支付，请查收并核对：

发票号 26127001  金额 45,200.00元  到期日 2026-11-10
发票号 26127018  金额 18,306.00元  到期日 2026-11-25
合计 63,506.00元，预计11月27日前到账。

另附元旦放假通知，请提前安排送货。
"""

Offers = Mapping[str, Offer]


def letters(offers: Offers) -> tuple[Letter, ...]:
    """Return every mail of the inbox, oldest first."""
    made = (*_contracts(offers), *_from_abroad(offers), *_in_other_forms(offers), *_troubles(offers))
    return tuple(sorted(made, key=lambda each: each.minute))


def _contracts(offers: Offers) -> tuple[Letter, ...]:
    return (_yunxiu(offers), _beiyu(offers), _hailanwan(offers), _jinfan(offers), _beiyu_again(offers))


def _yunxiu(offers: Offers) -> Letter:
    case = make_orders_zh.yunxiu(offers)
    paper = Enclosure("购销合同YX-2026-1107.pdf", make_pages_zh.sales_contract(case.order), case=case)
    mail = Forwarded(
        note="订单组，云岫的合同已经签回，请录入，谢谢。",
        who=LIANG,
        when="2026年11月16日 10:05",
        subject="合同签回",
        text="沈工，合同见附件。",
    )
    letter = _zh("01_合同YX-2026-1107.eml", "yue.shen", 12, mail, paper)
    html = as_html(letter.text, "logo@beilan-seals.example")
    return replace(letter, html=html, logo=True)


def _beiyu(offers: Offers) -> Letter:
    case = make_orders_zh.beiyu(offers)
    title = "双端面机械密封 D80 Double mechanical seal"
    mail = Forwarded(
        note="请按报价20018236审核，客户要求尽快回签。",
        who=GAO,
        when="2026年11月18日 15:50",
        subject="采购合同及图纸",
        text="顾工您好，合同和图纸见附件，请盖章回传。",
    )
    return _zh(
        "02_北屿采购合同.eml",
        "changfeng.gu",
        25,
        mail,
        Enclosure("BYCG2026-11-0386.pdf", make_pages_zh.erp_contract(case.order), case=case),
        Enclosure("GA-700318_RevB.pdf", make_enclosures.drawing("GA-700318", "B", title), kind="drawing"),
    )


def _beiyu_again(offers: Offers) -> Letter:
    case = make_orders_zh.beiyu(offers)
    paper = make_pages_zh.erp_contract(case.order)
    mail = Forwarded(
        note="客户又发了一遍，麻烦确认是否已录。",
        who=GAO,
        when="2026年11月20日 09:52",
        subject="合同再发",
        text="再发一次，请尽快回签。",
    )
    copy = Enclosure("北屿采购合同-再发.pdf", paper, case=case, optional=True)
    return _zh("11_北屿合同再发.eml", "jing.lu", 160, mail, copy)


def _hailanwan(offers: Offers) -> Letter:
    case = make_orders_zh.hailanwan(offers)
    paper = Enclosure("采购订单HLW-PO-2611-047.pdf", make_pages_zh.striped_order(case.order), case=case)
    mail = Forwarded(
        note="海澜湾的新订单，请处理。",
        who=TANG,
        when="2026年11月19日 09:31",
        subject="采购订单 HLW-PO-2611-047",
        text="请查收订单，两个工作日内回传。",
    )
    return _zh("04_海澜湾订单.eml", "jing.lu", 48, mail, paper)


def _jinfan(offers: Offers) -> Letter:
    case = make_orders_zh.jinfan(offers)
    paper = Enclosure("锦帆订货单(盖章).pdf", make_pages_zh.sealed_order(case.order), case=case)
    mail = Forwarded(
        note="盖章的订货单来了，请审核。",
        who="顾延平 <guyp@jinfan-marine.example>",
        when="2026年11月20日 09:20",
        subject="订货单（已盖章）",
        text="沈工，盖章订货单请查收。",
    )
    return replace(_zh("10_锦帆订货单.eml", "yue.shen", 131, mail, paper), old_names=True)


def _from_abroad(offers: Offers) -> tuple[Letter, ...]:
    return (_castlebridge(offers), _fjordholm(offers), _marlow(offers), _sudwald(offers))


def _castlebridge(offers: Offers) -> Letter:
    case = make_orders_en.castlebridge(offers)
    terms = Enclosure("GCP-07 Conditions of Purchase.pdf", make_enclosures.general_terms(), kind="other")
    mail = Forwarded(
        note="Hi team, new order from Castlebridge, please check against 20018240.",
        who="Helen Ashdown <h.ashdown@castlebridge-refining.example>",
        when="17 November 2026 14:10",
        subject="PO 4500187236",
        text="Please find our order and the conditions attached.",
    )
    paper = Enclosure("PO 4500187236.pdf", make_pages_en.boxed_order(case.order), case=case)
    return _en("03_FW_PO_4500187236.eml", 36, mail, paper, terms)


def _fjordholm(offers: Offers) -> Letter:
    case = make_orders_en.fjordholm(offers)
    mail = Forwarded(
        note="Please enter, thanks.",
        who="Ingrid Solheim <ingrid@fjordholm-pumpe.example>",
        when="Thursday, 19 November 2026 09:02",
        subject="Order FP-61124",
        text="",
    )
    letter = _en("07_FW_Order_FP-61124.eml", 97, mail)
    page = as_html(letter.text).replace("</body>", html_order(case.order) + "</body>")
    plain = letter.text + "This message needs a program that shows HTML.\n"
    return replace(letter, text=plain, html=page, case=case)


def _marlow(offers: Offers) -> Letter:
    case = make_orders_en.marlow(offers)
    mail = Forwarded(
        note="Annual spares order, 24 lines. Thanks!",
        who="Dale Pelham <dpelham@marlow-finch.example>",
        when="Monday, November 16, 2026 5:12 PM",
        subject="PO MF-118-2044",
        text="PO attached. Please confirm price and delivery.",
    )
    paper = Enclosure("MF-118-2044.pdf", make_pages_en.listed_order(case.order), case=case)
    return _en("09_Marlow_Finch_PO.eml", 118, mail, paper)


def _sudwald(offers: Offers) -> Letter:
    case = make_orders_en.sudwald(offers)
    subject = "Purchase order BE-7702154"
    mail = Forwarded(
        note="Order from Sudwald, their mail is attached.",
        who="Karl Reuther <k.reuther@sudwald-pumpen.example>",
        when="18.11.2026 10:44",
        subject=subject,
        text="Please see the attached order.",
    )
    paper = Enclosure("Bestellung_BE-7702154.pdf", make_pages_en.german_order(case.order), case=case)
    return replace(_en("15_Sudwald_order.eml", 205, mail, paper), inner=subject)


def _in_other_forms(offers: Offers) -> tuple[Letter, ...]:
    return (_qinghe(offers), _donglan(offers), _changling(offers))


def _qinghe(offers: Offers) -> Letter:
    case = make_orders_zh.qinghe(offers)
    sheet = Enclosure("青禾备件订单1118.xlsx", make_office.sheet_order(case.order), XLSX, case)
    mail = Forwarded(
        note="青禾的订单是Excel，没有写报价单号，请帮忙核对。",
        who="邱禾 <qiuhe@qinghe-water.example>",
        when="2026年11月18日 16:22",
        subject="备件订单",
        text="见附件，急用。",
    )
    return _zh("05_青禾备件订单.eml", "yue.shen", 62, mail, sheet)


def _donglan(offers: Offers) -> Letter:
    case = make_orders_zh.donglan(offers)
    paper = Enclosure("买卖合同DL-HT-26-118.docx", make_office.word_contract(case.order), DOCX, case)
    mail = Forwarded(
        note="合同为Word版本，请评审付款条件。",
        who="任东 <rend@donglan-pharma.example>",
        when="2026年11月17日 17:48",
        subject="合同草签稿",
        text="请审核后盖章。",
    )
    return _zh("06_东蓝合同.eml", "jing.lu", 81, mail, paper)


def _changling(offers: Offers) -> Letter:
    case = make_orders_zh.changling(offers)
    mail = Forwarded(
        note="长岭湾的订单在邮件正文里，请录单。",
        who="苗青 <miaoqing@changlingwan-paper.example>",
        when="2026年11月20日 08:40",
        subject="备件订单",
        text=text_order(case.order),
    )
    letter = _zh("08_长岭湾备件.eml", "changfeng.gu", 104, mail)
    return replace(letter, html=None, charset="gb18030", case=case)


def _troubles(offers: Offers) -> tuple[Letter, ...]:
    return (_notice(), _cut_off(offers), _locked())


def _notice() -> Letter:
    mail = Forwarded(
        note="转给大家知悉。",
        who=TANG,
        when="2026年11月20日 10:15",
        subject="付款安排及放假通知",
        text=REMINDER,
    )
    paper = Enclosure("关于2027年元旦放假的通知.pdf", make_enclosures.holiday_notice(), kind="other")
    return _zh("12_付款及放假通知.eml", "jing.lu", 172, mail, paper)


def _cut_off(offers: Offers) -> Letter:
    order = replace(make_orders_zh.yunxiu(offers).order, number="YX-2026-1119")
    whole = make_pages_zh.sales_contract(order)
    mail = Forwarded(
        note="附件好像没下载全，打不开，我已让客户重发。",
        who=LIANG,
        when="2026年11月20日 10:21",
        subject="补充合同",
        text="见附件。",
    )
    half = Enclosure("购销合同YX-2026-1119.pdf", whole[: len(whole) * 6 // 10], error="damaged")
    return _zh("13_合同下载不全.eml", "yue.shen", 180, mail, half)


def _locked() -> Letter:
    paper = pdf([words("Purchase order 88-1420", 14, LATIN)], "Order", password="not told")  # noqa: S106 - made up
    mail = Forwarded(
        note="The customer sends the password by phone.",
        who="Office <orders@lowmoor-valves.example>",
        when="20 November 2026 10:30",
        subject="Order 88-1420 (protected)",
        text="Order attached, password follows.",
    )
    return _en("14_protected_order.eml", 193, mail, Enclosure("Order 88-1420.pdf", paper, error="encrypted"))


def _zh(name: str, sender: str, minute: int, mail: Forwarded, *enclosures: Enclosure) -> Letter:
    text = forwarded_zh(sender, mail)
    return Letter(name, sender, minute, f"转发：{mail.subject}", text, as_html(text), enclosures)


def _en(name: str, minute: int, mail: Forwarded, *enclosures: Enclosure) -> Letter:
    text = forwarded_en("marta.voss", mail)
    return Letter(name, "marta.voss", minute, f"FW: {mail.subject}", text, None, enclosures)
