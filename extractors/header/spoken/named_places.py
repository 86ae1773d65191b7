"""Sentences that name the place of delivery beyond doubt: 供方送至某市某区某路18号备件库，运费由供方承担.

The place is a whole address, and what stands around it is known or says only who pays the carriage.
"""

import re

from extractors.header.labelling import plain_addresses
from extractors.late import late

PARTY = r"(?:[甲乙供需买卖我贵你矿厂]方|出[卖让][人方]|[买受][受让][人方]|供应商)"
LED = late(
    rf"\s*{PARTY}?(?:应|须)?(?:免费|负责|代办)?(?:送货上门|送货|物流|运输|汽运|快递|(?:将)?货物)?\s?[,，]?\s?"
    r"(?:(?:交货|交付|收货|送货)(?:地点|地址)[为是]|送货?[至到]|运[至到抵]|送达|发[至到])[:：]?\s*"
)
CARRIED = late(
    rf"\s*(?:[,，;；。]\s?(?:运[杂输]?费|运保费|装卸费?|卸货费?|费用)[^，。；;\d]{{0,4}}由?{PARTY}?(?:承担|负担|负责))?[。.]?\s*"
)
ELSEWHERE = late(r"[到至在往](?!库前|货前|场前|现场前)|地点")
TAIL = late(
    rf"[,，;；。]\s?(?:(?:运[杂输]?费|运保费|装卸|卸货|卸车|费用|保险费?)[^。；;\d]{{0,20}}?由?{PARTY}(?:承担|负担|负责)"
    rf"|由?{PARTY}(?:负责)?(?:送货|运输|配送|卸货)?[并且]?(?:承担|负担)(?:运[杂输]?费|费用))[。.]?\s*$"
)
"""Who pays or unloads, behind a place."""
REFUSED = late(
    r"[;；。]\s?(?:[^。；;]*(?:不[再予]?(?:接收|接受|收取?|卸)货?物?|谢绝|拒收)[^。；;]*[。；;]?\s*)$"
    r"|[,，;；。]\s?(?:(?:到|送|发|卸)货)?[须应请需]?提?前\s?\d{1,2}\s?(?:个?小时|天|个?工作日)"
    r"[^。；;]*?(?:通知|联系|预约)[^。；;]*[。；;]?\s*$"
    r"|[；。]\s?(?:汽车|公路|铁路|陆路|航空|物流|快递|汽运|陆运|空运|海运)(?:运输|发货|运送|配送)?[。；;]?\s*$"
    r"|(?<=[^\W_]{2})[.;]\s+[^.;]*\b(?:no (?:goods|deliveries)|not (?:accept|receive|take))\b[^.;]*\.?\s*$",
    re.IGNORECASE,
)
"""What is said behind a place: where goods are not taken in, how they travel, when to ring up before."""
TOWN = late(r"[\u4e00-\u9fff]{2}[市区县镇乡州].{2}")
CASE = late(
    r"如|若|否则|除|未|或|变更|调整|批|第\s?[一二三四五六七八九十\d]|(?:急|进口)件|部分|样[品件]|发票|资料|文件"
    r"|退|返|维修|更?换|其中|其余|余下"
)
"""What makes a place that of some goods alone, or of no goods."""
ARTICLE = late(
    r"\s*(?:第[\d一二三四五六七八九十]{1,3}条|\d{1,2}\s?[、.．](?!\d)|[一二三四五六七八九十]{1,2}、|[（(]\d{1,2}[)）])\s?"
)
SENT = late(
    r"(?:^|[,，。;；:：])\s*"
    r"(?:请|烦|务必|须|应|需|要求|将|把|于|在|由|负责|免费|直接|统一|全部|所有"
    rf"|货物?|产品|设备|备件|{PARTY}|[贵你]公司|贵司|供货商|承揽方"
    r"|自?[^，,。；;\d]{0,10}(?:签[订定字署]|生效|盖章|下达|确认|收到[^，,。；;\d]{0,8})(?:之日|后|日)起?后?\s?\d{1,3}\s?个?(?:工作)?(?:天|日|周|月)(?:之?内)?"
    r"|\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?(?:之?前|以前|内)?|\s)*"
    r"(?:送货|交货|送|运|发|寄|交)[至到抵达]\s*$"
)
"""Words by which goods, and nothing else, are sent to a place: 乙方应于2026年5月7日前将货物送至."""
ELSE = late(
    r"(?:[送寄]|(?<![开研])发)(?!票)|安装|调试|检[测验]|试验|样[品件]|运[至到往抵]|再|另|批|其余|余下|第[二三]|物流|货运|货代|[转中托]运|中转|快递|配货"
    r"|[(（][^)）]*[前后如未若][^)）]*[)）]"
)
"""What sends goods on from there, or others elsewhere: the place is not theirs, or not of all of them."""
BREAK = late(r"[。；;]")
NAMED = late(r"(?:^|[,，;；。:：]\s?)(?:交货|交付|收货|送货)(?:地点|地址)[为是][:：]?\s*$")


def is_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a text is nothing but such a sentence, with the place from `start` to `end`."""
    known = LED.fullmatch(text, 0, start) is not None and CARRIED.fullmatch(text, end) is not None
    return known and plain_addresses.is_address(text[start:end])


def is_named(text: str, start: int, end: int) -> bool:
    """Tell whether a whole address stands right behind words that call it the place: …，交付地点为….

    So do words that send the goods there. What is the place in one case only is not meant:
    如未另行通知，交付地点为….
    """
    low = max(text.rfind(mark, 0, start) for mark in "。；;") + 1
    article = ARTICLE.match(text, low)
    low = article.end() if article is not None else low
    said = text[low:start]
    sent = SENT.search(said) is not None and ELSE.search(BREAK.split(text[start:], maxsplit=1)[0]) is None
    certain = (sent or NAMED.search(said) is not None) and CASE.search(said) is None
    return certain and plain_addresses.is_address(text[start:end])


def before_carriage(text: str, start: int, end: int) -> int:
    """Return where a place ends behind which a text says who pays, rings up or takes no goods, or `end`."""
    tail = TAIL.search(text, start, end)
    if tail is not None and not ELSEWHERE.search(tail[0]) and TOWN.search(text, start, tail.start()):
        end = tail.start()
    refused = REFUSED.search(text, start, end)
    end = refused.start() if refused is not None else end
    # "…备件库（收货人：…": what stands in the bracket has a label of its own.
    return start + len(text[start:end].rstrip(" （("))
