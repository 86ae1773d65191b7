"""What is said beside a place, in brackets: a part of the address, who is there and when, or that it is none.

"… 8号（二期）", "… Dock Road 3 (Gate 4)" and "(closed on Fridays)" leave it as it is; （老厂区，请勿送）,
"(moved)", "(samples only)" do not. Whatever says none of what a place may have beside it is a doubt.
"""

import re

from extractors.late import late

ASIDE = late(r"[(（\[【](?P<said>[^()（）\[\]【】]*)(?:[)）\]】]|$)(?P<behind>.?)")
HAN = late(r"[\u4e00-\u9fff]")
OPEN = late(
    r"旧|舊|老(?!城区|河口|边区)|(?<![太平高中草五固])原|迁|遷|搬|停[用止收业業产產]|暂停|[暂暫]时"
    r"|[暂暫]不|[仅僅只]|专[用供]|勿"
    r"|不[要再能得许許接收用送予是]|拒收|谢绝|禁止|除|[废廢]|拆|空置|弃用|作废|临时|備用|备[用选]|二选一"
    r"|[或]|另[一行外]|改[至为到送]"
    r"|退[货回貨]|样[品件]|樣品|急件|部分|其中|其余|发票|發票|资料|文件|待定|未定|确认|如|若|非"
    r"|\b(?:old|ex|former(?:ly)?|previous(?:ly)?|earlier|moved?|moving|relocated|vacated|demolished"
    r"|obsolete|invalid"
    r"|void|wrong|cancel\w*|suspended|discontinued|disused|on hold|not?|never|no longer|only|samples?"
    r"|returns?"
    r"|repairs?|spares?|documents?|invoices?|billing|office|if|unless|except|excluding|until|till|or|either"
    r"|alternativ\w*|optional|temporar\w*|temp|tb[acd]|provisional|part(?:ial)?ly?"
    r"|alte?[nrs]?|ehem\w*|früher\w*|verlegt|umgezogen|geschlossen|gesperrt|stillgelegt|ungültig\w*|nicht"
    r"|kein\w*"
    r"|nur|muster|oder|bis|vorübergehend|ausgenommen|außer|ancien\w*|fermé\w*|seulement|uniquement|pas"
    r"|vecchi[ao]"
    r"|chius[ao]|solo|trasferit\w*|antigu[ao]|cerrad[ao]|trasladad\w*|oud|oude|verhuisd|alleen|niet"
    r"|gamm\w+|stary"
    r"|stara)\b",
    re.IGNORECASE,
)
"""What makes a place one of the past, of some goods alone, or of none."""
RESTS = late(
    r"[^，。；;]*(?:[周週]末|[节節]假日|[周週星期礼禮]+[一二三四五六日天末]|夜[间間]|晚上|午休)[^，。；;]*"
    r"|(?:closed|shut|no deliver(?:y|ies)|not open|geschlossen|keine anlieferung) "
    r"(?:on|at|in|over|from|between|during|am|an|von|über|for) [^,;]*"
    r"(?:days?|weekends?|nights?|holidays?|tags?|wochenende\w*|lunch|noon|\d{1,2}[:.]\d\d)\b[^,;]*",
    re.IGNORECASE,
)
"""When nobody is there to take goods in, every week: that is no doubt of the place."""
PART = late(
    r".*(?:[期区區库庫仓倉门門楼樓厂廠号號路园園站场場院室层層栋棟座幢街道口台旁侧側内內边市省县縣镇鎮乡村处處部司]"
    r"|车间|車間|中心|基地|对面|附近|隔壁|集团|大厦|广场|码头|项目|工段|现场|工地|方向|[东西南北]面?)\d*"
    r"|[A-Za-z\d#.\- ]*[\u4e00-\u9fff]{0,2}\d[A-Za-z\d#.\- ]*"
)
"""A part of an address, or what it is called after, in Chinese."""
SAID = late(
    r"\d{7}|\d{3,4}[- ]\d{4}|电话|手机|联系|收[货貨件]|接[货貨]|[送卸到][货貨]|[上下]午|时间|工作日"
    r"|\d[:：点时]"
    r"|邮编|邮政|[运運][杂輸输]?费|费用|含税|承担|负担|负责|免费|自提|车板|预约|提前|报车牌|凭|持证|携带"
    r"|限高|限重"
)
"""Who is there and when, who pays: no word of another place."""
WORD = late(r"[^\W\d_][\w'’.-]*")
PLACING = frozenset(
    "a at and der die das den dem de del della di da do du la le les el of the on in im am an to zu für"
    " for by next"
    " near behind opposite off via c/o bei gegenüber hinter neben gate gates dock docks door ramp bay"
    " building hall"
    " block unit floor level room warehouse store stores yard inwards goods receiving reception north"
    " south east west"
    " entrance side left right rear front main tor halle rampe lager werk eingang hof stock plant works"
    " mill site"
    " area zone sector street road corner industrial estate park delivery deliveries unloading hours open"
    " daily"
    " mon tue wed thu fri weekdays please call phone tel mobile attn contact ask ring before after"
    " between from"
    " hrs uhr am pm h max height weight attention formation incl including freight free paid prepaid trucks"
    " containers".split()
)
"""Small words that a place, its hours and its people are described with."""


def is_doubtful(text: str) -> bool:
    """Tell whether something in brackets may say that a place is none, or not that of all goods."""
    return any(_is_open(each["said"], each["behind"]) for each in ASIDE.finditer(text))


def _is_open(said: str, behind: str) -> bool:
    """Tell whether an aside is not understood; that within a name is: (中国)有限公司."""
    bare = RESTS.sub("", said).strip(" ,，;；.。:：")
    if OPEN.search(bare) is not None:
        return True
    if HAN.search(bare) is None:
        words = (each[0] for each in WORD.finditer(bare))
        return any(each[:1].islower() and each.rstrip(".") not in PLACING for each in words)
    known = PART.fullmatch(bare) is not None or SAID.search(bare) is not None
    return not known and HAN.match(behind) is None
