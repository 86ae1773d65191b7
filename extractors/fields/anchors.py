"""What a lead time counts from, and what is done when it ends.

The phrases of contracts and orders as regular expressions over a casefolded, levelled text, each
under the name that fields bear as `anchor` and `event`. They are deliberately whole phrases: a
wording that is not among them ("after clarification of all details") leaves the lead time unread.
"""

from collections.abc import Mapping

from extractors.fields import foreign_anchors
from extractors.late import late

PARTY = (
    "(?:甲方|乙方|需方|供方|买方|卖方|采购方|购货方|定作方|承揽方|供应商|供货方|业主|用户|客户|买卖双方"
    "|双方|各方"
    "|我方|我司|贵方|贵司|你方)"
)
FORMAL = "(?:正式|书面|有效|最终|全部|本|该|此|的|采购|盖章|加盖公章|支付|合同|[0-9]{1,2}%)*"
GET = "(?:收到|接到|接收|确认收到|收悉|接|收)"
MONEY = "(?:预付款|预付货款|预付金|首付款|首期款|定金|订金|货款|全款|款项|款)"
DRAWING = "(?:图纸|图样|总图|装配图|外形图|总装图|设计图)"
SUPPLIED = "(?:图纸|图样|样[品件]|旧件|原件|来料|来件|毛坯|坯料|待?返?修件|送修件|待修设备)"
"""What a buyer hands over before anything can be made or mended."""
CONTRACT = "(?:合同|协议|订单)"
SIGNING = "(?:签订|签署|签定|签字盖章|签章盖章|签字|签章|盖章|会签|签约)"
NOTICE = "(?:通知单|通知书|通知|指令)"

THE = (
    r"(?:the |our |your |this |a |an |date of |day of |buyer'?s? |purchaser'?s? |customer'?s? |client'?s? "
    r"|written |final |official |firm |formal |valid |signed |irrevocable |all |[0-9]{1,2} ?% )*"
)
SINCE = rf"(?:after|from|of|upon|since|following|as of|starting from|nach|ab)\s+{THE}"
RECEIPT = (
    rf"(?:receipt of |receiving |arrival of |payment of |acceptance of |placement of |confirmation of )?{THE}"
)
RECEIVED = (
    r"(?: (?:is |are |has been )?(?:received|receipt|arrival|placement|confirmation|acknowledge?ment"
    r"|acceptance|date|entry))?"
)

CHINESE_ANCHORS = {
    "contract_effective": f"{FORMAL}{CONTRACT}?(?:经?{PARTY})?{SIGNING}?并?(?:正式)?生效",
    "tech_frozen": "技术(?:协议|方案|资料|要求|参数|条件)?(?:签订|签署|确认|冻结|澄清)(?:完成|完毕)?",
    "contract_signed": (
        f"(?:{PARTY}(?:代表)?)?(?:{FORMAL}{CONTRACT}(?:经?{PARTY})?(?:正式)?{SIGNING}(?:完成|完毕)?"
        f"|(?:正式)?{SIGNING}(?:本|该|正式)?{CONTRACT}(?:并(?:回传|寄回|返回))?|签约|签字盖章)"
    ),
    "order_receipt": (
        f"{GET}{PARTY}?{FORMAL}(?:订单|采购单|订货单|订购单|合同订单|po(?![a-z])"
        f"|[订购采]?[货购单]?函)(?:通知)?|{PARTY}?(?:正式)?(?:下单|下达{FORMAL}订单|下订单|订货)"
        "|(?:确认|回签|签回)(?:本|该)?(?:订单|采购单|订购单|订货单)|(?:正式|采购|本)?(?:订单|采购单"
        "|订购单|订货单|执行单)(?:正式)?(?:下达|发出|确认|下发|接收|日期)?|[接收]单|po(?=后)"
        "|[本此该](?:订货|采购|订购)?(?:函|通知)(?:单|书)?(?:正式)?(?:签发|发出|下发|下达|印发|出具)"
    ),
    "lc_received": f"{GET}{PARTY}?(?:开出的|开立的|的)?(?:不可撤销的?)?(?:信用证|l/?c)(?:正本)?"
    "|(?:信用证|l/?c)(?:开立|开出|到达|开具|收到|生效)",
    "prepay_received": (
        f"{GET}{PARTY}?{FORMAL}{MONEY}|{PARTY}?付款(?=之?后)"
        f"|{PARTY}?{FORMAL}{MONEY}已?(?:到账|到帐|到位|付清|支付|收到|到)(?:完成)?"
    ),
    "drawing_approved": (
        f"{PARTY}?{FORMAL}{DRAWING}(?:经?{PARTY})?(?:最终|书面)?"
        "(?:确认|审批|批准|会签|审核|返回|回签|认可)(?:通过|完成)?"
        f"|{PARTY}?(?:确认|批准|会签)(?:最终)?{DRAWING}"
    ),
    "supplies_received": (
        f"{PARTY}?{GET}(?:{PARTY}的?)?(?:提供|寄送|交付|送达)?的?(?:全部|完整|合格)?{SUPPLIED}"
        f"|{SUPPLIED}(?:交接|移交|送达|到厂)(?:完成|完毕)?"
    ),
    "release": (
        f"(?:{GET}{PARTY}?{FORMAL})?(?:投产|排产|生产|制造|放行|开工)(?:{NOTICE}|令|确认)?(?:下达|发出)?"
    ),
    "call_off": (
        f"(?:(?:{GET}|按|根据|凭){PARTY}?|{PARTY}){FORMAL}(?:发货|交货|供货|要货|提货|送货)?{NOTICE}|通知"
    ),
}
ENGLISH_ANCHORS = {
    "contract_effective": (
        rf"{SINCE}(?:(?:contract|agreement|order)"
        rf"(?: becomes| becoming| comes| coming| enters| is| takes| goes)?(?: into)? "
        rf"(?:effectiveness|effective|force|effect)(?: date)?"
        r"|(?:effective date|effectiveness|coming into force|entry into force)"
        rf"(?: of {THE}(?:contract|agreement|purchase order|order|l?p\.?o\.?))?)"
    ),
    "contract_signed": (
        rf"{SINCE}(?:(?:signing|signature|execution|conclusion)(?: of)? {THE}(?:contract|agreement)"
        rf"|date of {THE}(?:contract|agreement)|signature|signing"
        r"|(?:contract|agreement)(?: is| has been)? (?:sign(?:ing|ature) date|signing|signature|signed"
        r"|date|conclusion))"
    ),
    "order_receipt": (
        rf"{SINCE}{RECEIPT}(?:purchase order|order|l?p\.?o\.?){RECEIVED}|a\.?r\.?o\.?(?![a-z])"
        rf"|{SINCE}(?:date )?hereof"
    ),
    "lc_received": (
        rf"{SINCE}(?:opening of |issue of |issuance of )?{RECEIPT}(?:l/?c|letter of credit)"
        rf"(?: (?:opening|establishment|issue|issuance)(?: date)?|{RECEIVED})"
    ),
    "prepay_received": (
        rf"{SINCE}{RECEIPT}(?:advance payment|down[ -]?payment|pre-?payment|advance|deposit|initial payment)"
        rf"{RECEIVED}|(?<=and )(?:advance payment|down[ -]?payment|pre-?payment|deposit)(?: received)?"
    ),
    "drawing_approved": (
        rf"{SINCE}(?:approval of {THE}(?:ga )?(?:drawings?|documents)"
        rf"|(?:receipt of )?{THE}approved {THE}(?:ga )?drawings?"
        r"|(?:ga )?drawings?(?: is| are| have been)? (?:approval|approved|release))|a\.?r\.?a\.?d\.?(?![a-z])"
        r"|(?<=and )(?:drawing approval|approval of (?:the )?drawings?)"
    ),
    "tech_frozen": rf"{SINCE}(?:technical (?:clarification|approval)|design freeze)",
    "supplies_received": rf"{SINCE}{RECEIPT}(?:samples?|worn parts?|old parts?|blanks){RECEIVED}",
    "release": rf"{SINCE}(?:production |manufacturing )?release(?: for (?:production|manufactur(?:e|ing)))?",
    "call_off": (
        rf"{SINCE}(?:call[ -]?off|{RECEIPT}(?:notice|notification|shipping instructions?|delivery request))"
    ),
}
CHINESE_EVENTS = {
    "arrive": (
        "(?:供货|送货|交货)到位|(?:交货|发货|发|交|送|运)?(?:货到(?!后|之日|付|票)|到货|送达|到达|运抵"
        "|运至|送至|送到|运到|交至|发至|到厂|至)"
        f"{PARTY}?(?:的?指定)?的?(?:交货地点|地点|现场|仓库|工厂|工地|厂区|地址|处|厂)?"
    ),
    "ready_exw": "出厂|具备(?:发货|提货|交货)条件|备货(?:完成|完毕)|完工|制造完成|可提货",
    "ship": "发货|发运|出货|起运|装运|装船|发出",
    "unspecified": "交货|交付|供货|交清|交齐|提货|交",
}
ENGLISH_EVENTS = {
    "ready_exw": (
        r"ex[ -]?works?|exw|ready (?:for|to) (?:shipment|dispatch|despatch|ship|collection|pick-?up)|ab werk"
    ),
    "arrive": (
        r"arriv(?:al|e|es|ed)|(?:at|to|on|delivered to) (?:the |our |your |buyer's |customer's )?"
        r"(?:site|works|plant|factory|premises|warehouse)|d[ad]p|dpu"
    ),
    "ship": r"(?:for )?(?:shipment|shipping|shipped|ship|dispatched|dispatch|despatch)",
    "unspecified": r"(?:for )?(?:delivery|delivered|deliver|supply)(?: time)?|lead[ -]?time",
}
JOINED = late(r"\s*(?:及|和|且|并且|并|以及|同时|与|(?:and|und|et|y|e)(?!\w)|[&+]|/(?=\s?a\.?r\.?[oa]))\s*")
"""What joins two events of which both must have happened: the time counts from the later one."""
LATER = (
    "contract_signed order_receipt contract_effective lc_received prepay_received supplies_received"
    " tech_frozen drawing_approved call_off release"
).split()
"""What a time counts from, in the order in which it usually happens."""
FROM = r"(?:自|从|在|于|以|即)?"
ONWARD = r"(?:之日|当日|当天|次日|日)?(?:起算?|开始|算起|计算|之后|以后|后|,)*的?"
FILLER = (
    r"[\s,;:()]|第|以内|之内|内|左右|大约|约|预计|最迟|最长|不超过|应|须|需|将|把|为|全部|所有|一次性"
    r"|货物|产品|设备"
    r"|完成|完毕|做完|修复|修好|修理|加工|制作"
    rf"|{PARTY}"
    r"|自|从|在|于"
    r"|(?:within|in|approximately|approx\.?|about|around|circa|ca\.?|maximum|max\.?|up to|at most"
    r"|not more than|no more than|is|are|will be|to be|shall be|the|goods|calendar|innerhalb|von)"
    r"(?![a-z])"
    rf"|{foreign_anchors.FILLER}"
)


def _named(prefix: str, patterns: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{prefix}{name}>{pattern})" for name, pattern in patterns.items())


TOKEN = (
    f"{FROM}(?:{_named('cn_', CHINESE_ANCHORS)}){ONWARD}"
    f"|{_named('en_', ENGLISH_ANCHORS)}(?![a-z])"
    f"|(?:{_named('of_', foreign_anchors.ANCHORS)})(?!\\w)"
    f"|{_named('then_', CHINESE_EVENTS)}|(?:{_named('does_', ENGLISH_EVENTS)})(?![a-z])|{FILLER}"
)
ONE = late(TOKEN)
ANCHORED = ("cn_", "en_", "of_")


def opens(text: str, at: int) -> bool:
    """Tell whether a phrase that a lead time counts from begins at a place of a text."""
    match = ONE.match(text, at)
    return match is not None and (match.lastgroup or "").startswith(ANCHORED)


def read(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the anchors and the events of the words around a lead time; None if a word is unknown.

    Of two anchors that are joined, the one that happens later counts: 收到预付款及图纸确认后.
    """
    anchors, events = list[str](), set[str]()
    at, joined = 0, False
    while at < len(text):
        match = ONE.match(text, at)
        if match is None or match.end() == at:
            match, joined = JOINED.match(text, at), True
        if match is None or match.end() == at:
            return None
        at = match.end()
        kind, _, name = (match.lastgroup or "").partition("_")
        if f"{kind}_" in ANCHORED:
            anchors.append(name)
        elif kind:
            events.add(name)
    if joined and len(anchors) < 2:
        return None
    return frozenset([max(anchors, key=LATER.index)] if joined else anchors), frozenset(events)
