"""What remarks beside an item speak of, and those that change nothing of what was offered."""

import re


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


COLUMN = _words(
    r"remark|comment|\bnotes?$|\bmemo\b|\binfo(?:rmation)?s?\b|\bhints?\b|instruction|annotation"
    r"|observation"
    r"|\bmessage|additional (?:text|info)|^(?:(?:item|internal|header|free|long|line|sales"
    r"|special) )?texts?$",
    r"bemerk|hinweis|anmerk|notiz|kommentar|vermerk|erläuter|zusatz|freitext|positionstext|kopftext"
    r"|langtext",
    r"remarque|observaci|commentaire|commento|^nota$|opmerking|anmärkning|uwagi|備考",
    r"备注|備註|说明(?!书)|說明|注释|注解|批注|附注|附註|意见|提示|留言|补充|項目文本|项目文本|行文本"
    r"|长文本|特别",
)
"""Headings of columns in which people write whatever they want to say of an item."""
MONEY = _words(
    r"\bpric(?:e[sd]?|ing)\b|\bcost(?:s|ed)?\b|\bdiscount|\brebate|surcharge|\bextra charge|\bfees?\b"
    r"|\bfreight\b",
    r"\b(?:vat|tax(?:es)?|gst|mwst|ust)\b|\bbudget|\bindicative|\bestimat|\bfor free\b|free of charge"
    r"|\bgratis",
    r"\bper \d|/ ?\d+ ?(?:pcs?|ea|st|stk|units?)\b|\bper (?:hundred|thousand|kg|met(?:er|re)|pack|box|set)",
    r"preis|rabatt|nachlass|zuschlag|aufpreis|steuer|kosten|fracht|pauschal|\bje \d|\bpro (?:\d"
    r"|hundert|tausend)",
    r"\bprix\b|remise|precio|descuento|prezzo|sconto|preço|desconto|prijs|korting",
    r"价|價|税|稅|折(?!弯|叠|流)|优惠|優惠|费|費|附加|加收|下浮|上浮|让利|免费|每[百千]|[百千]件|%|％",
)
AMOUNTS = _words(
    r"\bmoq\b|\bminimum|\bmin\. ?(?:order|qty|quant)|\blot size|\bquantit|\bqty\b|\bbox(?:es)? of\b"
    r"|\bpacks? of\b",
    r"\bper (?:box|pack|carton|roll|drum|pallet)|\bpcs?/(?:box|ctn|pack)|\bvpe\b|\bonly \d"
    r"|\bmax(?:imum)?\.? \d",
    r"\bfull (?:box|pack|carton|drum|reel)|\bsold (?:in|by|per)\b|\bset of \d|\bincrements?\b"
    r"|\bmultiples?\b",
    r"mindest|\bmenge|losgröße|verpackungseinheit|gebinde|karton zu|stück pro|stk\.?/",
    r"起订|起訂|起批|起售|最[小少低]|数量|數量|单位|單位|每[盒箱包卷桶袋盘]|整[箱包盒]|倍数|批量",
)
DELIVERY = _words(
    r"\bdeliver(?:y|ies|ed|able)?\b|\blead ?times?\b|\bl/?t\b|\bdispatch|\bshipp?(?:ed|ment|ing date|s)?\b"
    r"|\bearliest\b|\beta\b|\betd\b|\bready (?:by|in|on)\b|\bex works in\b",
    r"\b(?:cw|kw|wk|w) ?\d{1,2}\b|\bweeks?\b|\bdelay|\bproduction\b|\bschedul|\bpostpon|\bcall[- ]?off\b",
    r"liefer|termin|woche|versand|verzöger|abruf|frühestens|lieferbar",
    r"\bq[1-4]\b|quartal|(?:\b(?:end|mid|middle|beginning|early|late|ende|mitte|anfang)\.? (?:of )?"
    r"|^(?:\w+ ){0,2})"
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?(?: 20\d\d)?$|季度",
    r"livraison|délai|entrega|plazo|consegna|levering|levertijd",
    r"交[货貨付期]|[货貨工]期|[发發到出][货貨]|[周週]|延期|推迟|顺延|排产|生产|最早|预计|月(?:初|中|底|份)",
)
AVAILABLE = _words(
    r"availab|\bsold out\b|\bstock\b|\bno longer\b|\bdiscontinu|\bobsolete|\bphas(?:ed?|ing)[ -]out"
    r"|\bnot (?:offer|quot)"
    r"|\bno (?:quote|offer|bid)\b|\bsubject to\b|\bprior sale|\bwhile\b.{0,12}\blast|\bend of life\b"
    r"|\beol\b|\bvalid",
    r"\btb[acd]\b|\bto be (?:confirm|advis|clarif|determin|agreed|check)|\bpending|\bunconfirmed"
    r"|\bon (?:request|hold)",
    r"\bnot (?:yet )?(?:confirm|approv|releas|possible|binding)|\bdo not\b|\bdon't\b|\bprelimin"
    r"|\bprovisional|\bdraft\b",
    r"vorrat|solange|rückfrage|nachfragen|\bask\b|\bcheck (?:with|before|price|stock|avail)"
    r"|\bnot (?:recommend|suitable|includ|incl)"
    r"|\bextra\b|\belsewhere\b|\bwill order\b|verfügbar|ausverkauft|vergriffen|\bnicht\b|\bentfäll"
    r"|entfallen|anfrage hin|auf anfrage|vorbehalt"
    r"|gültig|auslauf",
    r"vorläufig|unverbindlich|freibleibend|klären|zu prüfen|\boffen\b",
    r"disponible|agotado|esaurit|épuisé",
    r"缺货|缺貨|无货|無貨|售罄|停[产產售]|库存|庫存|现货|現貨|不[报報供提能可再]|未[报報定核确確批]"
    r"|无法|無法|暂|暫|待|有效|失效|下架",
)
CHOICE = _words(
    r"\boption|\balternativ|\binstead\b|\bsubstitut|\breplaced\b|\breplacement (?:by|is|item|with)\b"
    r"|\beither\b|\bonly (?:with|together|if|in)\b|\btogether with\b"
    r"|\bin combination\b|\bwithout\b.{0,20}\bitem|\b(?:see|with|to|for|of|as|from) (?:item|pos"
    r"|line)\b|\bif\b|\bsupersed"
    r"|\bcancel(?!l?able)|\bwithdraw|\bdelete",
    r"alternativ|wahlweise|\boder\b|eventual|bedarfs|ersatz|ersetzt|\bstatt\b|nur (?:mit|zusammen|in"
    r"|bei)|zusammen mit|storn",
    r"选[配件择項项]|選|可选|备选|備選|替代|代替|取代|改[为用型]|任选|二选一|仅|僅|只|如果|若|配套"
    r"|一起|连同|取消|作废|撤",
)
ORDERED = _words(
    r"\bordered\b|\b(?:sales|purchase|on|in) orders?\b|\border (?:no\b|number|#|\d|created|placed"
    r"|received|exists)|\bpo\b|\breleased\b|\bcontract(?:ed)?\b|\bwon\b|\bawarded\b|\blost\b",
    r"bestell|beauftragt|\bauftrag|\babgerufen|vergeben",
    r"下[单單](?!后|後)|订单|訂單|已订|已訂|已转|订购|訂購|中标|合同",
)
OFFER = _words(
    r"\b(?:new|revised|updated|other|later|latest) (?:offer|quot\w*|price|rev\w*)|\boffers?\b"
    r"|\bquot(?:e|ed|ation)\b"
    r"|\brevis(?:ed|ion of)|\bchang(?:e|ed|es)\b|\bupdated?\b|\bcorrect(?:ed|ion)\b|\bwrong\b"
    r"|\berror\b|\bmistake",
    r"angebot|anbiet|geändert|änderung|korrig|korrekt|fehler|falsch|\bneu\b",
    r"报价|報價|新[报價价]|变更|變更|更正|修[订改]|调整|調整|错|錯|更新",
)
TERMS = _words(
    r"\bpayment|\bpre-?pa(?:y|id)|\bin advance\b|\bdeposit\b|\bl/c\b|\bletter of credit\b|\bdown ?pay"
    r"|\bt/t\b|\bcod\b",
    r"\b(?:EXW|FCA|FOB|CIF|CFR|CIP|CPT|DAP|DDP|DPU|DAT|FAS|CNF)\b|\bex works\b|\bincoterm",
    r"zahlung|vorkasse|anzahlung|ab werk|frei haus",
    r"付款|预付|預付|定金|订金|訂金|账期|帳期|现结|款到|自提|包邮|到付|运费|運費",
)
SORTS = (MONEY, AMOUNTS, DELIVERY, AVAILABLE, CHOICE, ORDERED, OFFER, TERMS)
WHETHER = (DELIVERY, AVAILABLE, CHOICE, ORDERED)
HARMLESS = _words(
    r"(?:ex|in|from|available (?:ex|from)|all in) stock|stock item|ab lager|lagerware|sofort lieferbar"
    r"|现货|現貨|有货|有現貨|库存有货",
    r"(?:price|prices|delivery|lead time|delivery time|delivery date|quantity|qty|order|offer"
    r"|quotation|terms|payment)"
    r"(?: (?:is|are|was|were|has been))? (?:ok|okay|confirmed|checked|approved|unchanged|as (?:agreed"
    r"|before|quoted|discussed)|firm|fixed"
    r"|valid|correct)",
    r"(?:as|acc\.?|according|per|as per)(?: to)? (?:your|our|the)? ?(?:inquiry|enquiry|request|rfq"
    r"|quotation|offer|drawing|order)?"
    r"(?: (?:no\.?|of|dated))?(?: [\w./-]*\d[\w./-]*)?",
    r"as (?:quoted|offered|ordered|before|agreed|last time)|repeat order|repeat item|wie (?:angeboten"
    r"|gehabt|zuletzt|besprochen)",
    r"(?:preis|liefertermin|lieferzeit|menge)(?: ist)? (?:ok|bestätigt|geprüft|fest|unverändert"
    r"|wie (?:angeboten|besprochen))",
    r"(?:gemäß|lt\.?|laut|nach|wie) (?:ihrer |unserer |ihrem )?(?:anfrage|zeichnung"
    r"|angebot)(?: (?:nr\.? ?)?[\w./-]*\d[\w./-]*)?",
    r"(?:价格|单价|交期|交货期|货期|数量|报价|付款方式)(?:已)?(?:确认|核对|核实|审批|批准|不变|无误"
    r"|同前|照旧)(?:无误)?",
    r"(?:按|依|根据)(?:贵司|客户|我司)?(?:询价|图纸|要求|报价|订单)(?:单|书)?(?:生产|制作|制造|加工)?",
    r"standard (?:product|item|packing|quality|price|delivery)|standardprodukt|标准(?:产品|件|包装)?",
)
"""Remarks that speak of these things and leave everything as it was offered."""
WARRANTY = re.compile(
    r"(?:\d+ ?(?:months?|years?|monate|jahre) )?(?:warranty|guarantee|gewährleistung"
    r"|garantie)(?: (?:of|period|for))*:? ?"
    r"(?:\d+ ?(?:months?|years?|monate|jahre))?(?: (?:after|from|ab|nach) (?:date of )?(?:delivery"
    r"|shipment|commissioning|lieferung))?"
    r"|(?:质保|保修)期?:?为? ?\d*(?:个月|年)?",
    re.IGNORECASE,
)
"""How long something is warranted for changes no offer's price and no delivery."""
PROMISE = _words(
    r"\b(?:expected |standard |usual )?(?:deliver(?:y|ed)|lead|dispatch|shipment"
    r"|liefer\w*)(?:[ -]?(?:times?|dates?|period|in))?\b"
    r"|\bl/?t\b|\b(?:of|for) this (?:item|position)\b|\b(?:about|approx\.?|ca\.?|circa|within|in|is"
    r"|time|aro|after (?:receipt of )?order)\b"
    r"|交货期?|交期|货期|工期|大约|约|左右|内|后|下单|订单|合同|为|[\W_]+"
)
"""What stands around a time in a remark that says no more than the time."""
