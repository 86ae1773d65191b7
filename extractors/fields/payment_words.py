"""The phrases of payment terms, as regular expressions over a casefolded, levelled text."""

from extractors.fields import numerals
from extractors.late import late

PARTY = (
    "(?:甲方|乙方|需方|供方|买方|卖方|采购方|购货方|供货方|供应商|买受人|买受方|受让方|受让人|出卖人|出卖方|出让方|出让人|业主|用户|双方"
    "|我方|我司|贵方|贵司)"
)
ONWARD = "(?:之日|当日|日)?(?:起|时|之后|以后|后)?"
CONTRACT = "(?:本)?(?:合同|协议|订单)"
AT_ONCE = (
    r"(?:payable|due|zahlbar) immediately|immediately (?:payable|due)|immediate payment"
    r"|sofort (?:zahlbar|fällig|rein netto|netto)|(?:zahlbar|fällig) sofort"
)
"""Payable at once: no days after the invoice's date."""
ON = r"(?:after|from|upon|of|on|following|against|at)\s+(?:the )?(?:date of )?(?:the )?"

TRIGGERS = {
    "before_ship": (
        "款到后?发货|先款后货|带款提货|款到后?(?:提货|交货)|(?:发货|交货|提货|出货|装运|发运|出厂)之?前"
        r"|(?:before|prior to) (?:the )?(?:shipment|delivery|dispatch|despatch|shipping)"
        r"|vor (?:lieferung|versand|auslieferung|abholung)|avant (?:livraison|expédition)"
    ),
    "contract_effective": (
        f"(?:{CONTRACT})?(?:签字盖章|签订)?生效{ONWARD}"
        rf"|{ON}(?:contract|agreement) (?:is|becomes|comes into|takes|enters into) (?:effective|force|effect)"
    ),
    "contract_signed": (
        f"(?:自|在)?{CONTRACT}(?:签订|签署|签字盖章|签约|签章){ONWARD}|签订?合同{ONWARD}|签约{ONWARD}"
        rf"|{ON}(?:contract )?(?:signing|signature)(?: of (?:the )?contract)?"
    ),
    "order_receipt": (
        f"下单{ONWARD}|(?:收到)?订单(?:确认|下达)?{ONWARD}"
        r"|(?:with|upon|on|after|against) (?:the )?(?:receipt of |placement of |placing )?(?:the )?"
        r"(?:purchase order|order|po)(?: placement| confirmation| receipt)?"
        r"|(?:bei|nach) (?:auftragserteilung|bestellung|auftragsbestätigung)|à la commande"
    ),
    "drawing_approved": f"图纸(?:确认|批准|会签|审批){ONWARD}|{ON}(?:drawing approval|approval of drawings?)",
    "progress": "进度款|投料款?|投产款?|progress payment",
    "acceptance": (
        f"(?:货到|到货|货物|设备|产品|备件|物资|全部|(?<=[物备品件资])(?:运|送)?到)*(?:现场|工地|(?:甲方|需方|买方)(?:现场|仓库)?)?(?:经)?{PARTY}?(?:入库)?(?:安装)?(?:调试|验收|检验|试运行)"
        f"(?:合格|通过|完成|完毕)?(?:入库)?{ONWARD}"
        rf"|{ON}(?:final |site )?(?:acceptance|inspection|commissioning)(?: of (?:the )?goods)?"
    ),
    "delivery": (
        f"货到(?:现场|指定地点|{PARTY})?(?:付款|{ONWARD})|(?:全部)?到货{ONWARD}"
        f"|(?:全部)?(?:设备|货物|产品|备件)(?:运|送)?(?:到|抵)达?(?:现场|工地|指定地点)?{ONWARD}"
        f"|交货(?:之日)?(?:起|后|时)|收(?:到货物?|货){ONWARD}"
        rf"|{ON}(?:delivery|(?:satisfactory )?receipt of (?:the )?(?:goods|materials?)"
        r"|arrival(?: of (?:the )?goods)?)"
        r"|(?:bei|nach) (?:lieferung|wareneingang|warenerhalt|erhalt der ware)|à la livraison"
        r"|cash on delivery|c\.?o\.?d\.?(?![a-z])"
    ),
    "ship": (
        "(?:发货|出货|装运|发运|提单(?:签发)?日?期?)(?:之日)?(?:起|后)"
        rf"|{ON}(?:shipment|shipping documents|shipping|dispatch|b/?l(?: date)?|bill of lading(?: date)?)"
    ),
    "invoice_receipt": (
        f"凭(?:[0-9]{{1,2}}%|合格|全额|等额|有效|正规|的)*(?:增值税)?(?:专用|普通)?(?:发票|专票)(?:挂账|入账)?{ONWARD}|票到(?:挂账|入账)?{ONWARD}|到票{ONWARD}|挂账{ONWARD}"
        f"|收到{PARTY}?(?:开具的|全额|等额|合格|合规|正规|有效|增值税|专用|普通|[0-9]+%|的)*(?:发票|专票|增票){ONWARD}"
        f"|(?:见票|收票){ONWARD}|发票(?:收到|到达|入账|挂账|到){ONWARD}"
        rf"|{ON}(?:receipt of|receiving) (?:the |your |our |a |correct |original |valid )*invoice"
        rf"|{ON}invoice receipt"
        r"|nach (?:rechnungs(?:erhalt|eingang)|(?:erhalt|eingang) (?:der|ihrer) rechnung)"
        r"|à réception(?: de (?:la )?facture)?|due (?:up)?on receipt"
    ),
    "invoice_date": (
        f"(?:开票|发票开具|开具发票|发票(?:开具)?日期?(?=[起后之]|\\d)){ONWARD}"
        rf"|{ON}(?:invoice date|invoicing|invoice)|{AT_ONCE}"
        r"|(?:nach|ab) (?:rechnungs(?:datum|stellung)|datum der rechnung)"
        r"|(?:de la )?date (?:de )?(?:la )?facture"
    ),
    "month_end": (
        rf"月结|(?:{ON})?(?:your |our )?(?:monthly |month[ -]end )?statement(?: date)?"
        r"|(?:(?:from|after) (?:the )?)?(?:eom|end of (?:the )?month|month[ -]end)"
        r"(?: of (?:the )?invoice(?: date)?)?"
        r"|(?:(?:from|after) (?:the )?)?end of (?:the )?(?:invoice|invoicing) month|fin de mois"
        r"|(?:zum )?monatsende"
        r"|(?:the )?(?:current|running) month(?: end)?|løbende måned|laufender monat"
    ),
    "warranty_end": (
        r"(?:质量?)?保(?:证|修)?金|质保(?=[0-9]{1,2}\s?%)"
        "|(?:质保期|质量保证期|保修期|保质期)(?:为)?(?:[0-9]+(?:个月|年))?(?:届满|满|结束|到期)?"
        "(?:[且并]?无(?:任何)?质量(?:问题|异议|缺陷|纠纷))?(?:后)?"
        r"|(?:after|at|upon|on) (?:the )?(?:end|expiry|expiration) of (?:the )?(?:warranty|guarantee)"
        r"(?: period)?|after (?:the )?(?:warranty|guarantee) period(?: (?:ends|expires|has expired))?"
        r"|retention(?: money)?"
    ),
    "sight": "at sight|即期",
}
WEAK_TRIGGERS = {
    "advance": (
        r"预付(?:货)?款?|首付款?|定金|订金|in advance|(?:as )?(?:an? )?advance(?:d)?(?: payment)?"
        r"|down[ -]?payment|pre-?payment|prepaid|deposit|vorauskasse|vorkasse|anzahlung|im voraus|acompte"
    ),
    "invoice_date": "net|净额?|(?:rein )?netto|without deductions?|ohne (?:jeden )?abzug",
}
"""What gives way to a more precise event in the same clause: "合同签订后预付30%"."""
METHODS = {
    "tt": (
        r"t/?t\s?电汇|电汇|银行转账|转账|汇款|t/?t(?![a-z])"
        r"|wire(?: transfer)?|bank transfer|telegraphic transfer"
        r"|(?:bank)?überweisung|virement(?: bancaire)?"
    ),
    "bank_acceptance": (
        "(?:[0-9]+个月)?期?的?(?:电子)?(?:银行)?承兑(?:汇票)?|bank acceptance(?: draft| bill)?"
    ),
    "commercial_acceptance": "(?:[0-9]+个月)?(?:期)?(?:的)?(?:电子)?商业承兑(?:汇票)?|商承",
    "supply_chain_note": "云信|供应链金融凭证|迪链|融信",
    "lc": r"(?:irrevocable )?(?:l/c|lc|letter of credit)(?![a-z])|(?:不可撤销)?信用证",
    "dp": r"d/p(?![a-z])|documents against payment|付款交单|cad(?![a-z])|cash against documents",
    "da": r"d/a(?![a-z])|documents against acceptance|承兑交单",
    "cash": "现金|cash(?! )|现款",
    "cheque": r"支票|(?:post-?dated )?che(?:que|ck)s?|pdc",
}
METHOD_TRIGGERS = {"lc": "lc", "dp": "documents", "da": "documents"}
"""What the days count from where a method is named and nothing else."""
AMOUNTS = {
    "percent": r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]+)?\s?%|百分之[" + numerals.NUMERAL + "]{1,4}",
    "cumulative": "累计(?:付|支付)(?:至|到)?|(?:付|支付)(?:至|到)",
    "rest": (
        "(?:全款|全额|全部(?:合同|货)?(?:款项|款)|余款|尾款|余额|剩余(?:合同|货)?(?:款项|款)?|其余货?(?:款项|款)?"
        r"|(?:the )?(?:balance|remainder|rest)(?: amount| payment)?|(?:the )?full (?:amount|payment)|in full"
        r"|(?:the )?remaining(?: amount| balance| payment)?"
        r"|rest(?:betrag|zahlung)?|(?:le )?solde)(?!\s?的?(?:of )?[(]?[0-9]{1,3}\s?%)"
    ),
    "months": "[0-9]{1,2}\\s?个月(?:以内|之内|内)?",
    "days": (
        "[0-9]{1,3}\\s?个?(?:日历|自然|工作)?[天日](?:以内|之内|内)?"
        r"|(?:within )?[0-9]{1,3}\s?(?:calendar |working |business )?days?"
        r"|(?:innerhalb (?:von )?|binnen |sous |à )?[0-9]{1,3}\s?(?:tagen?|jours|dage[nr]?|dagar)(?![a-z])"
    ),
    "bare_days": r"(?:(?<=net)|(?<=net )|(?<=eom )|(?<=eom \+ ))[0-9]{1,3}(?![0-9%])|[0-9]{1,3}(?= net$)",
    "shape": r"[(][0-9](?:[-:][0-9]){1,4}[)]",
}
SEPARATOR = r"[,;。、\n]|\.(?=\s|$)|\band\b|\+|\bthen\b|\bund\b|\bet\b|以及|并且|并"
FILLER = (
    rf"\s|[:()/-]|分期付款|(?:扣|保)?留(?=[0-9]|质)|分[两二三四五2-5][次期笔](?:付款|支付|付清|付)?|{PARTY}|支付给|支付|付款|付清|结清|结算|付给|付|缴纳|一次性|无息|{CONTRACT}|总额|总价款|总价|价款"
    "|货款|款项|款|余款|尾款|剩余|其余|余(?=[0-9])|金额|的|作为|为|即|以|采用|采取|方式|全部|凭|通过|进行|由|须|应|向|在|于|自|内|再|后|全|且"
    r"|(?:by|via|the|of|to be|is|are|be|paid|payable|payments?|pay|due|within|order value|contract value"
    r"|balance|remaining|contract price|order price|po value|purchase order value|total|price|amount"
    r"|value|terms?|for|zahlbar|zahlung(?:sziel)?|fällig|paiement|payable|par)(?![a-z])"
)


def _named(patterns: dict[str, str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}_{name}>{pattern})" for name, pattern in patterns.items())


def _whole_words(alternatives: str) -> str:
    return f"(?<![a-z])(?:{alternatives})(?![a-z])"


PHRASE = late(
    "|".join(
        (
            _named(AMOUNTS, "amount"),
            _whole_words(_named(METHODS, "method")),
            _whole_words(_named(TRIGGERS, "trigger")),
            _whole_words(_named(WEAK_TRIGGERS, "weak")),
            f"(?P<separator>{SEPARATOR})",
            FILLER,
        )
    )
)
METHOD = late(_whole_words(_named(METHODS, "method")))
