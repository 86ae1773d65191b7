"""What the number of an order or a contract looks like."""

import re

from extractors.late import late

NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F) if chr(code) not in "()-"}
"""Full-width letters, figures and marks, by the usual ones: a number is one however wide it is set."""
DASHES = "‐‑‒–—−－"
BREAKING = tuple(f"-/{DASHES}")
"""A line may end behind these and its number go on in the next one."""
FILED_BY = r"[\[〔［](?:19|20)\d{2}[\]〕］][\s-]?(?:[\u4e00-\u9fff]{1,4}字)?第?\d{1,6}\s?号?"
"""The year in brackets and the running number of a letter or contract: 〔2026〕采字第12号."""
ROUND = r"[（(](?:19|20)\d{2}[）)]\s?(?:[\u4e00-\u9fff]{1,4}字)?第\s?\d{1,6}\s?号"
"""The same in round brackets, where the number is said to be one: HTYY（2026）购字第56号."""
YEAR = r"[（(\[〔［](?:19|20)\d{2}[）)\]〕］]\s?第"
"""What follows the word for the kind of paper in such a number: HTYY采字（2026）第56号."""
OFFICE = r"[（(][\u4e00-\u9fff]{1,4}[)）]字?第?(?=[A-Za-z0-9\[〔［-])"
"""The office in brackets inside a number, by one or a few characters: HX(设)字2026-0618."""
CODE = late(
    rf"[A-Za-z0-9](?:{ROUND}|{OFFICE}|[A-Za-z0-9_\-/.#（）(){DASHES}]|(?<=[-/])[\u4e00-\u9fff]{{1,6}}(?=[-/][A-Za-z0-9])"
    rf"|(?<=[-/])补充?(?=\d{{1,2}}(?!\d))|(?<=\d)[\u4e00-\u9fff]{{1,2}}(?=[-/]\d)|{FILED_BY}|[\u4e00-\u9fff]{{1,6}}(?={YEAR})"
    rf"|[\u4e00-\u9fff]{{1,4}}字第\s?\d{{1,6}}\s?号|(?<=\d[）)])[\u4e00-\u9fff]{{1,4}}(?=[-/]\d))*"
    rf"|[\u4e00-\u9fff](?:{ROUND}|[\w\-/.#（）(){DASHES}]|{FILED_BY})*"
)
REVISED = late(r"/\s*(?:rev|ver|版)", re.IGNORECASE)
"""A label of a number and its revision: "Contract / Revision", "Order / Rev:"."""
REVISION_BEHIND = late(r"\s*[/／]\s*\d{0,3}\s*")
"""How the revision stands behind its number, left blank where there is none yet."""
REVISION_LED = late(r"^\s*[,;]?\s*(?:rev|ver)(?:ision)?\.?\s?[A-Z\d]{1,3}[,;]?\s+(?=\D)", re.IGNORECASE)
"""The revision between a number and its date: "Rev. 2 dt. 8-Jun-2026"."""
REVISION = late(r"^\s*(?:$|[/,，;；]?\s*(?:rev|ver|版)[\w. ]{0,8}$)", re.IGNORECASE)
QUOTED_CODE = r"(?!RF[QXPI][-/\d])(?=[A-Za-z0-9\-/]*[0-9]{4})(?:[A-Za-z]{1,5}[-/]?){0,3}[0-9][A-Za-z0-9\-/]*"
REVERSED = late(
    r"(?:第|(?:[乙供卖贵][方司]的?|贵公司的?|[你您][们方司]?的?)(?:\d{4}年\d{1,2}月\d{1,2}日的?)?)\s?"
    r"(?P<value>[A-Za-z]{0,4}[-/]?[0-9]{4,}[A-Za-z0-9\-/]*)\s?号?的?(?:报价|quotation)"
)
QUOTED = late(
    r"(?:(?<!询)(?:[贵供卖乙][方司]的?)?报价(?:单|书|函|文件)?\s?[（(]?(?:编号|号码|单号|号)?"
    r"|quotation|quote|your estimate|offer|proposal|offre|devis|angebot(?:e?s)?"
    r"|oferta|offerta|cotización|preventivo)"
    r"\s*(?:no\.?|nr\.?|number|ref\.?|#|编号|号)?[为是]?\s*[:：]?\s*"
    rf"({QUOTED_CODE})",
    re.IGNORECASE,
)
ANSWERED = late(
    r"(?:rfq|enquiry|inquiry|(?:unsere )?anfrage|询价单?|询比价单?)\b[^/,;，；]{1,24}[/,;，；]\s*"
    r"(?:(?:your|ihr|贵[方司])\w*\s*)?"
    rf"(?:(?:ref|no|nr|quot|off|angebot|报价)[^\W\d]*\.?\s*)*[:：]?\s*({QUOTED_CODE})",
    re.IGNORECASE,
)
"""The number of an offer behind that of the enquiry it answers: "RFQ 8812 / your 20019377"."""
EMPTY = late(r"^(?:[\s/\\_\-—.…:：]*|\s*\d{1,2}\s?\(\d{1,2}\)\s*)$")
"""A blank to be filled in, or which page of how many a title stands on: "1 (2)"."""
FORM_NUMBER = late(
    r"(?:QR|QF|QP|QB|QM|QMS|FM|FORM|JL|SOP|WI)[-/.]?\d|(?:QR|QF|QP|FORM|JL|F)[-/.][A-Z]+[-/.]?\d|[A-Z]{2,4}[-/.]FRM[-/.]?\d"
    r"|F[-.]\d{2,3}$",
    re.IGNORECASE,
)
"""How a quality system numbers its forms (ISO 9001, controlled records); no order's number."""
NUMBERED = late(r"(?<=[)）\s]编号)(?=[A-Za-z0-9\-/.]*\d)[A-Za-z0-9][A-Za-z0-9\-/.]{4,24}$")
"""The number at the end of a line behind other words and a bare 编号: "（2026年A类）编号HT-2026-118"."""
