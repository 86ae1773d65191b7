"""Which sentences behind terms of payment belong to them: those that speak of paying the price.

"货到付款。发货后开具发票。" and "月结30天。以上价格含13%增值税。" end with their first sentence.
"""

import re
from collections.abc import Sequence

from extractors.fields import payment
from extractors.header.conditions import late_paying
from extractors.late import late

SENTENCES = late(r"(?<=[。；;])|(?<=[^\W\d_]{4}\.)(?<!\b[Ii]ncl\.)(?<!\b[Ee]xcl\.)(?=\s+[A-Z])")
"""Where one sentence of a value ends."""
PAYING = late(r"[付款票汇]|月结|账期|%|％|\bpa(?:y|id)|\bnet\b|invoice", re.IGNORECASE)
INVOICING = late(r"^[^付款结算，,]*(?:开具|出具|提供|提交)[^付款结算，,]*发票[^付款结算]*$")
"""A sentence of who writes which invoice: it stands behind terms of payment and is none of them."""
REFUSING = late(
    r"[^%％\d]*(?:未|须|应|需|凭)[^%％\d]*发票[^%％\d]*(?:否则|有权|延误|迟延|逾期)[^%％\d]*"
    r"(?:(?:顺延|拒绝|暂停)(?:付款|支付)|(?:付款|支付)(?:时间|期限|日期)?(?:相应)?(?:顺延|推迟))[^%％\d]*$"
)
"""A sentence of what follows where the invoice is missing."""
CLAUSE = late(r"\s*\d{1,2}[.．]\d{1,2}(?:[.．、]\s*|\s+|(?=[\u4e00-\u9fff]))(?=\D)")
"""The number of a clause before its sentence: "3.1 合同生效后7日内预付30%"; "2.5 %" is a rate."""
INVOICED_FIRST = late(
    r"[^%％\d]{0,16}(?:付款|支付)前(?:\d{1,2}[天日]内)?[，,]?[^付款结算%％，,]*(?:开具|出具|提供|提交)"
    r"(?:\d{1,2}[%％](?=的?增值?税))?[^付款结算%％，,]*(?:发票|收据)\W*"
)
"""A sentence of which invoice is there before the money: 甲方付款前7日内，乙方须提供等额发票."""
COUNTED_IN = late(
    r"\d{1,2}[日号](?:之?[前后]|以[前后])[^票]{0,12}票|票[^。；;]{0,24}\d{1,2}[日号](?:之?[前后]|以[前后])"
)
"""Up to which day of a month an invoice counts: 每月20日前开票, 发票每月25日前寄达. It may move paying."""
INVOICE_ALONE = late(
    r"^(?!.*(?:[付款结算汇账帐清转兑扣凭计%％天\d后时起内月期]|收到|验收))[^。；;]*发票[^。；;]*"
    r"(?:抬头|税号|开票信息|寄|送|随货|注明|备注|写明|标明|专用|普通|电子|类型)[^。；;]*$"
    r"|^(?!.*(?:\bpa(?:y|id)|\bnet\b|\bdays?\b|\bdue\b|\bafter\b|\bupon\b|[%％\d]|month|week|settle|term\b|terms"
    r"|period|discount|deduct|retention|retain|remainder|balance|receipt|count|accept|unless|until|only|before))"
    r".*\binvoices?\b.*\b(?:state|quote|show|bear|mention|sent|send|mail(?:ed)?|copy|copies|duplicate|address\w*)\b",
    re.IGNORECASE,
)
"""A sentence of what stands on an invoice, or where it goes, and of no money and no time."""
PAID = late(r"[付款结算汇%％天]")
SETTLING = late(r"差额|多退少补|\bdifference\b", re.IGNORECASE)
"""A sentence of what is paid besides because something was changed: it is none of the terms either."""
TAXED = late(r"税|\b(?:vat|gst|tax(?:es)?)\b", re.IGNORECASE)
WORDED = late(
    r"[付款票汇结]|账期|预|余|尾|其[余他]|剩|[前后时][^%％]{0,4}\d{1,3}\s?[%％]|定金|质保金|保证金"
    r"|保留|留待|\b(?:pa(?:y|id)\w*|net|invoices?|due|deposit|advance|balance|retention|remain\w*|rest|other"
    r"|acceptance|shipment|dispatch|delivery|order|settle\w*|discount|charged)\b",
    re.IGNORECASE,
)
"""What of paying a sentence says by words, and not by a percentage alone."""
LONGEST_MEANS = 30
CREDITED = late(
    r"(?:后|起|月结|账期)[^，。；;]{0,6}\d{1,3}\s?[天日]|\d{1,3}\s?[天日][内后]?[^，。；;]{0,4}付"
)


def clause_number(text: str) -> int:
    """Return how long the number of a clause is that stands before the terms, 0 where none does."""
    found = CLAUSE.match(text)
    return found.end() if found is not None and "%" not in text[found.end() : found.end() + 2] else 0


def belongs(sentence: str) -> bool:
    """Tell whether a further sentence behind terms of payment speaks of paying the price as well.

    One of the tax with nothing of paying but a percentage says what the prices hold.
    """
    if any(each.search(sentence) for each in (INVOICING, SETTLING, REFUSING, INVOICE_ALONE)):
        return False
    if late_paying.is_cost(sentence):
        return False
    if INVOICED_FIRST.fullmatch(sentence[clause_number(sentence) :].strip()) or counts_in(sentence):
        return False
    taxed = TAXED.search(sentence) is not None and WORDED.search(sentence) is None
    return PAYING.search(sentence) is not None and not taxed


def counts_in(sentence: str) -> bool:
    """Tell whether a sentence says up to which day of the month invoices count, and nothing of paying."""
    return COUNTED_IN.search(sentence) is not None and PAID.search(sentence) is None


def part_terms(others: Sequence[str]) -> bool:
    """Tell whether further sentences may change the terms, though they are none of them or end them."""
    paying = [each for each in others if PAYING.search(each)]
    return any(map(counts_in, others)) or late_paying.hides_terms(paying)


def is_means(text: str) -> bool:
    """Tell whether a text names a way of paying and no time: "Mode de règlement : Virement bancaire"."""
    plain = not any(map(str.isdigit, text)) and payment.parse(text) is None
    return plain and bool(payment.methods(text)) and len(text) < LONGEST_MEANS


def tells_when(text: str) -> bool:
    """Tell whether terms are understood, or count days from something: 开票后次月起90天."""
    return payment.parse(text) is not None or CREDITED.search(text) is not None
