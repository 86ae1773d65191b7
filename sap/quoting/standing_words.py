"""Words by which lists say how an item stands: rejected, ordered already, still offered, or none of these."""

import re

STATUS = re.compile(
    r"status|\bstat\b|\bsts\b|\bstage\b|zustand|状态|狀態|\b(?:rf[sg]|gb|lf[sg]?|ab)s?t[ka]\b"
    r"|stat\.?$|^(?:os|ovst|refst|usta?t?|sst)$|(?:offer|quot\w*|item|deal|order) state$|^stand$"
    r"|^phase$|progress|fortschritt|^(?:进度|阶段|进展)$|^(?:result|outcome|ergebnis|结果|投标结果)$",
    re.IGNORECASE,
)
"""Headings of statuses, SAP's own names (VBUK, VBUP: RFSTK, GBSTK, ABSTK) among them."""
OTHER_STATUS = re.compile(
    r"dlv|\bdel\.?st|^bil|^lfst|^fkst|crst|credit|kredit|deliver|liefer|bill|invoice|faktur|approv"
    r"|material|stock|payment|print|output|export|custom"
    r"|tax|transfer|ship|pick|sync|mail|work ?flow|\bmrp|revision|drawing|zeichnung|engineering|quality"
    r"|qualität|batch|charge|certificat|complian|embargo|licen|screening|legal|contract|customer"
    r"|vendor|plant"
    r"|交货|交貨|开票|開票|发票|發票|信用|付款|收款|库存|庫存|物料|审批|審批|发货|發貨|打印|客户|质量"
    r"|图纸|版本|合同|供应商",
    re.IGNORECASE,
)
"""Statuses of something else than the offer."""
REJECTION = re.compile(
    r"reject|\brej\b|\bdel(?:etion)?[ .-]?(?:ind|flag|kz|mark)|\blvorm\b|^lö(?:kz)?$|cancel(?!l?able)"
    r"|\bdelet|\bvoid|annul|withdrawn|revoked|loevm|abgru|\babst[ka]\b"
    r"|\blost\b|\bloss\b|expired|obsolete|\binactive"
    r"|absage|abgesagt|abgelehnt|stornier|\bstorno|lösch|gelöscht|verlust|abgelaufen"
    r"|取消|作废|作廢|删除|刪除|撤销|撤銷|撤回|拒绝|拒絕|拒收|失单|失單|丢单|丟單|丢标|失标|终止|終止"
    r"|注销|停用|已失效|已过期|已過期",
    re.IGNORECASE,
)
"""Headings under which a mark, a reason or a day says that an item is not offered any more."""
NO_REJECTION = re.compile(
    r"fee|charge|terms|polic|period|deadline|notice|cost|费|費|条款|期限|right|权", re.IGNORECASE
)
"""What else is said of cancelling."""
OPEN_QUANTITY = re.compile(
    r"^(?:still )?(?:open|remaining|remainder|rest|balance|outstanding|left|offen|verbleibend|剩余"
    r"|剩餘|未清|余额|结余)$|"
    r"(?:open|remaining|outstanding|balance|residual|left).{0,14}(?:qty|quant)|(?:qty"
    r"|quantity)\W*(?:open|left|rem)"
    r"|offene.{0,8}menge|restmenge|(?:未清|剩余|剩餘|未订|未訂|可订|可訂|结余|未下单"
    r"|未执行)[^价]{0,4}量|余量",
    re.IGNORECASE,
)
"""Headings of the quantity that is left to be ordered."""
OPEN_VALUE = re.compile(
    r"(?:open|remaining|outstanding|balance|residual|offener?|verbleibender?|rest).{0,8}(?:value"
    r"|amount|wert|betrag)"
    r"|(?:未清|剩余|剩餘|未订|未訂|结余|未下单|未执行)[^量]{0,2}(?:金额|净值|价值|货值)",
    re.IGNORECASE,
)
"""Headings of the value that is left to be ordered."""
DONE = re.compile(
    r"(?:is |already |been )?(?:processed|done|completed?|closed|won|ordered|converted|awarded"
    r"|used(?: up)?|called off"
    r"|erledigt|abgeschlossen|gewonnen|bestellt|beauftragt|abgerufen|verbraucht"
    r"|是?否?已?(?:中标|成交|赢单|转订单|下单|订购|完成|关闭|结案|用完|执行))(?: ?\?| flag| indicator"
    r"| mark| kz| on| at|日期)?"
    r"|(?:so|sales order|auftrags?)[ -]?(?:no|number|nr|nummer)\.?|.*(?:follow[ -]?on|subsequent"
    r"|successor|resulting) ?(?:sales )?(?:doc|order|beleg).*"
    r"|folge(?:beleg|auftrag).*"
    r"|(?:sales |our )?orders? created.*|converted to.*|referenced (?:by|in).*|后续(?:凭证|单据"
    r"|订单).*|已转(?:订单|单)[号]?|转订单号|成交订单.*",
    re.IGNORECASE,
)
"""Headings under which a mark, a day or a number says that orders were made from an item."""
ORDER = re.compile(r"order|auftrag|订单|訂單", re.IGNORECASE)
"""The heading of an order, where the quotation has a column of its own."""
APPROVAL = re.compile(r"approv|releas|freigabe|genehmig|审批|審批|审核|批准|放行", re.IGNORECASE)
DISAPPROVED = re.compile(
    r"\b(?:not|never)\b|reject|declin|refus|denied|pending|await|\bopen\b|in progress|\bnein\b|\bno\b"
    r"|nicht|abgelehnt|offen|ausstehend"
    r"|驳回|駁回|未|不|拒|退回|待|审批中|审核中"
)
"""What is said of an approval that nobody has given."""
REPLACED = re.compile(
    r"(?<!delivery )(?<!billing )(?<!credit )(?:\bhold\b|\bblocked\b|\block(?:ed)?\b|^blocks?$)"
    r"|^(?:gesperrt|sperre|sperrkennzeichen)"
    r"|\bdo not\b|nicht verwenden|^(?:item |quotation |offer )block|positionssperre|^(?:已?冻结|锁定"
    r"|暂停|项目冻结|已锁定)$"
    r"|\bdelay|verzug|verzöger|延期|推迟|"
    r"successor|\breplaced\b|\breplacement|supersed|\bnew (?:material|part|item|article|product|number)"
    r"|follow[ -]?up (?:material|part|item)|ersatz|nachfolge|ersetzt durch|neue (?:material|artikel)"
    r"|替[代换](?:料|物料|型号|件|品)|新(?:料号|物料|型号|图号)|后继|换型",
    re.IGNORECASE,
)
"""Headings of what is offered instead of an item, or what stops it."""
HOLDS = re.compile(
    r"(?:is |still |ist |noch )*(?:valid|active|current|approved|released|gültig|aktiv|freigegeben"
    r"|genehmigt|freigabe"
    r"|(?:是否)?(?:仍|还)?(?:有效|生效|启用|批准|审批通过))\s?[?？]?",
    re.IGNORECASE,
)
"""Headings of marks that say that an item is still offered."""
USED_QUANTITY = re.compile(
    r"call(?:ed)?[- ]?off.{0,4}(?:qty|quant)|\bordered.{0,4}(?:qty|quant)|(?:qty"
    r"|quantity)\W*(?:ordered|referenced|used|called|released)"
    r"|\bref\w*\.? ?(?:qty|quant)"
    r"|bestellte.{0,6}menge|"
    r"(?:referenced|called[ -]?off|already (?:ordered|used)|converted|consumed|released).{0,12}(?:qty"
    r"|quant)"
    r"|abgerufene.{0,6}menge|(?:已订|已訂|已下单|已参考|已转|已用|已执行|已清)[^价]{0,5}量",
    re.IGNORECASE,
)
"""Headings of the quantity that was ordered before."""
GONE = re.compile(
    r"cancel(?:l?ed)?(?![a-z])|reject(?:ed|ion)?\b|declined|refused|deleted|\bvoid(?:ed)?\b"
    r"|withdrawn|revoked|annulled|storniert|abgesagt|abgelehnt|gelöscht|zurückgezogen|entfällt|entfallen"
    r"|取消|作废|作廢|删除|刪除|撤销|撤銷|撤回|拒绝|拒絕|终止|終止|注销",
)
"""Words of a status, or of a remark: it is not offered any more."""
HELD = re.compile(
    r"(?:deal|order|offer|quot\w*|opportunity|project) (?:was |is )?lost|\blost to\b|^lost\b"
    r"|\bexpired|(?:superseded|replaced) by|\bobsolete|discontinued|\bon hold|suspended"
    r"|no longer (?:valid|offered|available)|abgelaufen|verloren an|ersetzt durch|zurückgestellt"
    r"|nicht mehr (?:gültig|lieferbar)"
    r"|失单|失單|丢单|丟單|过期|過期|失效|暂停|暫停|搁置|擱置|停产|停產|不再(?:有效|供应|生产)",
)
"""Words of a remark after which nobody knows whether it is still offered."""
BEGUN = re.compile(
    r"partial|partly|teilweise|in (?:process|progress|arbeit|bearbeitung)|process(?:ed|ing)|bearbeitet"
    r"|(?<!quotation )complete|vollständig|referenced|ordered|bestellt|beauftragt|\bwon\b|gewonnen"
    r"|convert|closed|erledigt|abgeschlossen"
    r"|部分|处理|處理|已下单|已转|轉訂單|转订单|成交|赢单|中标|(?<!报价)完成|关闭|關閉|已订|已結|已结",
)
"""Words of a status: orders were made from it."""
OFFERED = re.compile(
    r"\bopen\b|\boffen|\bnew\b|\bneu\b|\bactive\b|\baktiv|\bcurrent\b|\bsent\b|submitted"
    r"|\bissued\b|released|freigegeben|approved|genehmigt|\bvalid\b|\bgültig|quoted|\boffered|created"
    r"|\bcrtd\b|\brel\b"
    r"|angelegt|printed|\bfinal\b|pending|negotiat|follow|versendet|verschickt|gesendet|\bnormal\b|\bok\b"
    r"|verhand|angebot abgegeben|waiting for (?:the )?(?:order|customer|po\b)"
    r"|awaiting (?:the )?(?:order|customer|po\b)"
    r"|已报|報價中|等.{0,4}(?:下单|回复|确认)|待(?:客户)?(?:下单|回复)|报价完成"
    r"|未清|有效|已发送|已发出|已发|已审批|已审核|已批准|已提交|已报价|报价中|生效|跟进|新建|正常|开放"
    r"|打开|已打印|洽谈",
)
"""Words of a status: it is still offered."""
NOT = (
    r"(?:\b(?:can)?not(?: yet)?|can't|\bnever|\bno|\bnothing|\bnon|\bnone"
    r"|noch nicht|nicht|nichts|kein\w*|尚未|没有|沒有|未|不|无|非)"
    r"[\s-]*(?:be |been |to be |被|予|可|能|得|法|允许|全部)*"
)
NEGATED = re.compile(rf"{NOT}(?:{GONE.pattern}|{BEGUN.pattern})")
"""What is said not to be so."""
UNREJECTED = re.compile(r"open|offen|offered|active|aktiv|未清|未处理|有效|正常")
"""What a status of rejection says besides of an item that was not."""
TAKEN = re.compile(
    rf"{HELD.pattern}"
    r"|supersed|überholt|veraltet|\brevised\b|\breplaced\b|ersetzt|\bsee \d|siehe \d|\blost\b|verloren"
    r"|(?:pending|awaiting|for|in|under) (?:\w+ )?(?:approval|release)|(?:zur|in) (?:freigabe"
    r"|genehmigung)|\bdraft\b|entwurf"
    r"|待审|审批中|审核中|草稿|已替换|被替代|已修订"
)
"""Words of a status beside which no other one says that it is still offered."""
UNSUCCESSFUL = re.compile(
    r"(?<!noch )(?:\bnot\b(?! yet)|\bnever\b|nicht|kein)[\s-]*(?:be |been |the )*(?:won|award|success"
    r"|chosen|selected|beauftragt"
    r"|gewonnen|erfolgreich|vergeben)|\bunsuccessful|(?<!尚)未(?:被|能)?(?:中标|成交|中选|赢单|采用)"
    r"|没(?:有)?(?:中标|成交)|落标|流标"
)
"""A success that is denied: somebody else has it."""
DENIED = re.compile(r"\bnot\b|\bun(?!der|til)|nicht|尚未|未|不|\bno\b")
IRRELEVANT = re.compile(r"(?:not|nicht) relevant|不相关|不适用|not applicable|无关")
EMPTY_BOX = frozenset("☐ □ ○ [] () [_]".split())
"""A box that nobody ticked."""
