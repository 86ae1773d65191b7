"""People behind a label of the buyer, told by how to reach them: "Luc Rivard 418-555-0121", "D. Otero x2"."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib.resources import files

from extractors.late import late

REACHED = late(
    r"\s*(?:[,/;|–-]\s*|[(（]\s*)?(?:(?:tel|phone|ph|mob(?:ile)?|cell|direct|did|ext|extn|tf|tlf|durchwahl)\b[.:]?|x(?=\d))?"
    r"\s*\+?\(?\d[\d\s()./-]{0,18}\d[)）]?$",
    re.IGNORECASE,
)
"""A number to call at the end, with a word for it or as it is."""
STOPPED = late(r"(?<=\d)\.$")
LINE = " _…"
"""What a line to sign on is typed of: "Buyer: T. Brand ______________"."""
ASIDE = late(r"\s*[(（][^()（）\d]{2,40}[)）]$")
"""What somebody does for the company: "(maintenance planner)"."""
TITLED = late(
    r"\s*,\s*(?:(?:dy|deputy|asst|assistant|sr|senior|chief|general|vice|managing|head)\b\.?\s*){0,2}"
    r"(?:gm|agm|dgm|vp|ceo|cfo|coo|manager|director|of|officer|engineer|president|buyer|secretary|prokurist\w*)\b"
    r"[^,\d]{0,30}$",
    re.IGNORECASE,
)
"""The office of who signs, behind the name: "S. Raman, GM Purchase"."""
PARTICLE = r"(?:van|von|vom|de|der|den|dos|da|di|du|del|della|la|le|el|al|bin|binti|ter|ten|zu)"
WORD = r"(?:Ma?c|[OD]['’]|Fitz)?[A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-ZÀ-Þ][a-zß-ÿ'’]+)?"
INITIALLED = late(rf"(?:[A-ZÀ-Þ]\.[\s-]?){{1,3}}(?:{PARTICLE}\s){{0,2}}{WORD}(?:\s{WORD})?$")
NAMED = late(rf"{WORD}(?:\s[A-ZÀ-Þ]\.)?(?:\s(?:{PARTICLE}|{WORD})){{1,3}}$")
SURNAMES = (
    "王wang 李li 张zhang 張zhang 刘liu 劉liu 陈chen 陳chen 杨yang 楊yang 赵zhao 趙zhao 黄huang "
    "黃huang 周zhou 吴wu 吳wu 徐xu 孙sun 孫sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 馬ma 罗luo "
    "羅luo 梁liang 宋song 郑zheng 鄭zheng 谢xie 謝xie 韩han 韓han 唐tang 冯feng 馮feng 于yu "
    "董dong 程cheng 曹cao 袁yuan 邓deng 鄧deng 许xu 許xu 傅fu 沈shen 曾zeng 彭peng 吕lv 呂lu 苏su "
    "蘇su 卢lu 盧lu 蒋jiang 蔣jiang 蔡cai 贾jia 賈jia 丁ding 魏wei 薛xue 叶ye 葉ye 余yu 潘pan "
    "杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao "
    "邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi "
    "顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang "
    "武wu 乔qiao 贺he 赖lai 龚gong "
)
READ_AS = {each[0]: each[1:] for each in SURNAMES.split()}
"""Surnames and how they are written in Latin letters."""
BOTH_SCRIPTS = late(
    rf"(?P<latin>{WORD}\s{WORD})\s+(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{{1,2}}(?![\u4e00-\u9fff])"
)
"""A name in both scripts with one surname: "Helen Xu 徐虹"; Wanhua Chemical 万华 is none."""
HAN_FIRST = late(
    r"(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}\s?(?P<mark>[/(（]?)\s?"
    rf"(?P<latin>{WORD}\s{WORD})(?(mark)[)）]?)(?=[\s,，/;]*\+?\d{{3,4}}|\s*[)）])"
)
"""The same the other way round: 顾晓雯 Gu Xiaowen."""
HAN_AND_LATIN = late(rf"(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{{1,2}}\s?/?\s?(?P<latin>{WORD}\s{WORD})")
"""The same without a number to call: it may be a town's as well, 金川 Jin Chuan."""
GROUPED = late(
    r"\s*[(（](?:(?i:(?:pur(?:ch(?:asing)?)?|buy(?:er|ing)?)\.? ?(?:gr(?:ou)?p?)\.?|p\.?g\.?|ekgr?p?\.?)"
    r"[ :.-]*)?[A-Z]{0,2}\d{1,3}[)）]$"
)
"""The group of buyers that somebody belongs to: "Rogério Antunes (C07)", "… (Pur. Gr. 214)"."""
UNIT = late(
    r"[A-Z]?\d{2,4}\s*(?:集团|集團|公司|总部|總部|本部|国内|海外|物资|设备|备件|生产|机修|综合|一|二|三)?"
    r"(?:采购|物资|供应|物流|採購|物資|供應)(?:中心|部门?|组织?|科|处|組織?|處)"
)
"""A purchasing organisation or group with its code and nobody's name: 1000 集团采购中心."""
BUYING = late(
    r"\s*(?:(?:the )?(?:buyer|purchaser)|(?:order(?:ed)?|purchased|raised|placed|issued|requested) by"
    r"|inkoper|compradora?|acheteu(?:r|se)|einkäufer(?:in)?|inköpare|innkjøper|indkøber|ostaja"
    r"|kupujący|acquirente|buyer'?s? name)(?!\w)",
    re.IGNORECASE,
)
"""Labels of somebody who buys; behind Customer or Besteller a name is a firm's: Otto Fuchs."""
PURCHASING = late(r"\s*(?:buyer\s*/?\s*)?采购(?:\s*/?\s*buyer)?\s*[:：]?\s*", re.IGNORECASE)
PARTY = late(r"(?:the )?(?:buyer|purchaser)\s*[:：]?", re.IGNORECASE)
PARTNER = late(r"(?:the )?seller\s*[:：]?", re.IGNORECASE)
"""How contracts call the two who close them; where there is a Seller, the Buyer is a firm, and no clerk."""
CODE = late(r"[A-Z]{1,2}[ /-]?\d{2,3}")
"""The code of somebody who buys for the company: "RJ 07"; a company's sign ("KSB 12") or number is longer."""
PLACING = late(
    r"\s*(?:(?:order(?:ed)?|purchased|raised|placed|issued|requested|prepared|created|written) by"
    r"|bestellt (?:von|durch)|besteller|制单人?|下单人|采购员)\b\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""Labels of who does it for the company."""
OFFICE = late(
    r"\s*(?:the |our |unser )?(?:purchas\w+|procurement|buying|einkaufs?)[- ]?"
    r"(?:office|department|dept\.?|contact|officer|manager|agent|team|abteilung|leiter\w*|leitung)\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""Labels of who works where orders are written: whoever stands there with a number to call is no company."""
CLERK = late(
    r"\s*(?:采购(?:员|人员|人|工程师|经理|主管|专员)|业务员|经办人|订货人|下单人)(?![\u4e00-\u9fff])"
)
"""Labels of a person in Chinese, whatever the same says in English: 采购员 Buyer."""
PLAIN = late(r"(?:[A-Z]\.?\s){1,2}[A-ZÀ-Þ][\w'’-]{2,20}|(?:[A-Z]\.){1,2}[A-ZÀ-Þ][\w'’-]{2,20}")
"""An initial without its point, and a surname."""
MOST_NAMES = 2
PARTICLES = late(PARTICLE)
GIVEN = frozenset(
    tomllib.loads(files("extractors.vocabulary").joinpath("given_names.toml").read_text("utf-8"))[
        "given"
    ].split()
)
INSTITUTION = late(
    r"\b(?:mining|gulf|oil|gas|petro\w*|works?|water|city|town|county|council|board|authority|department|dept|plant|mills?|mines?|group|power"
    r"|energy|services?|industries|industry|university|college|hospital|port|harbou?r|railways?|chemicals?|steel"
    r"|paper|pulp|foods?|dairy|brewery|refinery|trading|supply|engineering|systems|pumps?|seals?|global|national"
    r"|international|centre|center|station|district|stadtwerke|werke?|abteilung|office|team|purchasing|procurement"
    r"|einkauf|stores?|sales|north|south|east|west|central|royal|state|federal|united|union|company"
    r"|holdings?|solutions|technolog\w+|enterprises?|partners|brothers|sons|motors|marine|components|spares|maintenance"
    r"|exports?|imports?|traders?|udyog|metals?|minerals|alloys?|castings?|forgings?|fabricat\w+|agenc(?:y|ies)"
    r"|associates|chem\w*|polymers?|textiles?|plastics?|cement|sugars?|fertili[sz]ers?|machinery|tools?|valves?"
    r"|co|corp\w*|gmbh|ltd|limited|llc|inc|ag|sa|spa|srl|bv|nv|oy|ab|as|kg|plc|pte|pty)\b",
    re.IGNORECASE,
)
"""Words of those who buy and have no legal form: none of them is somebody's name."""


def has_given_name(text: str) -> bool:
    """Tell whether a text is two or three names, the first one that people are given: "Marta Nowak"."""
    name = _name(GROUPED.sub("", text.strip()))
    first, *others = name.split() or [""]
    given = not GIVEN.isdisjoint({first.casefold(), _unaccented(first)}) and 1 <= len(others) <= MOST_NAMES
    return given and all(map(_is_name, (first, *others))) and INSTITUTION.search(name) is None


def is_grouped(text: str) -> bool:
    """Tell whether the group of buyers stands behind a name: no company belongs to one."""
    return GROUPED.search(text.strip()) is not None


def _unaccented(name: str) -> str:
    """Return a name without accents, as the list has many: Céline."""
    return unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()


def _is_name(word: str) -> bool:
    """Tell whether a word is written as a name, in whatever alphabet of Latin letters: Kozioł, van, B."""
    bare = word.rstrip(".").replace("-", "").replace("'", "").replace("’", "")
    return (
        bare.isalpha() and (bare[0].isupper() or PARTICLES.fullmatch(word) is not None) and not bare.isupper()
    )


def may_be_company(text: str) -> bool:
    """Tell whether nothing but the number to call makes two names a person: "Rio Tinto 418-555-0121"."""
    name = _name(text)
    return INITIALLED.match(name) is None and PLAIN.fullmatch(name) is None and not is_own(text)


def is_own(text: str) -> bool:
    """Tell whether a text is certainly somebody, or a unit, of the company that buys, and no company."""
    text = text.strip()
    both = BOTH_SCRIPTS.match(text) or HAN_FIRST.match(text)
    if both is not None:
        return _is_one_surname(both)
    return UNIT.fullmatch(text) is not None or CODE.fullmatch(text) is not None


def _is_one_surname(both: re.Match[str]) -> bool:
    """Tell whether a name has the same surname in both scripts."""
    read = READ_AS.get(both["surname"])
    return read is not None and read in both["latin"].casefold().split()


def _name(text: str) -> str:
    """Return a person's name without office and number to call, and without the line to sign on behind it."""
    bare = STOPPED.sub("", text.strip().rstrip(LINE))
    called = REACHED.sub("", TITLED.sub("", ASIDE.sub("", bare)))
    return REACHED.sub("", called).strip(" ,/")  # "785-555-0142 ext. 311" has two


def is_one(text: str) -> bool:
    """Tell whether a text is a person: initials and a surname, or names with a number to call behind them."""
    bare = TITLED.sub("", ASIDE.sub("", STOPPED.sub("", text.strip())))
    name = _name(GROUPED.sub("", text.strip()))
    if is_own(text):
        return True
    if INSTITUTION.search(name):
        return False
    called = name != bare and (NAMED.match(name) or PLAIN.fullmatch(name))
    return bool(INITIALLED.match(name)) or bool(called)


def works_there(label: str, text: str) -> bool:
    """Tell whether a label names a clerk, or an office beside which stands somebody with a number to call."""
    return CLERK.match(label) is not None or (OFFICE.match(label) is not None and is_one(text))


def buys(label: str, text: str) -> bool:
    """Tell whether a label is that of somebody who buys, and a given name stands there.

    Of 采购 alone, the department, a name in both scripts is somebody's: "Buyer 采购: 任洁 Ren Jie".
    """
    both = HAN_AND_LATIN.fullmatch(text.strip()) if PURCHASING.fullmatch(label) is not None else None
    if both is not None:
        return _is_one_surname(both)
    return BUYING.match(label.rpartition(". ")[2]) is not None and has_given_name(text)


def orders(label: str, text: str) -> bool:
    """Tell whether a label says who placed the order, and a person did so: "Ordered by: L FERRARO"."""
    return PLACING.match(label) is not None and PLAIN.fullmatch(text.strip()) is not None


def is_initialled(text: str, others: Iterable[str]) -> bool:
    """Tell whether a name stands once more with its initial: "Nora Whitlock", and "N. Whitlock" who signs."""
    text = REACHED.sub("", text.strip()).strip(" ,/")
    first, _, last = text.partition(" ")
    if not NAMED.fullmatch(text) or " " in last or INSTITUTION.search(text):
        return False
    short = re.compile(rf"(?<![\w.]){first[0]}\.\s?{re.escape(last)}\b")
    return any(short.search(each) for each in others)
