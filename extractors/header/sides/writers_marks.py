"""What tells who writes a paper beside the place of a name: who gets the goods, who is named once more."""

import itertools
import re

from extractors.fields import companies
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

FETCHED = late(r"自提|自取|selbst|abhol|collect|pick[- ]?up", re.IGNORECASE)
OFTEN = 3
"""At the head, in the address of the goods, and in the foot or the signature."""
SIGNATURE = 8
"""The signatures of both sides are among so many last texts."""
SHORT = late(r"[\u4e00-\u9fff]{3,12}")
"""A Chinese name without a legal form."""

HAN = late(r"[\u4e00-\u9fff]")
REGION = late(
    r"地区|區域|区域|大区|华[东南北中]|[东西]北|西南|国内|国外|进口|境外|海外|中国$|办事处|办$|厂家|厂商"
    r"|供[应货]商|原厂|指定|待定|见"
)
"""What is a region of a seller, or any seller: 华东地区."""
AGENT = late(
    r"平台|代理|招标|招投标|采招|软件|信息(?:技术|科技|系统)|网络|电子商务|电商|商城|供应链|代购|代采"
    r"|集采|门户|系统|云采|进出口|外贸|贸易服务|咨询"
)
"""Whose paper is that of others: a portal, an agency for tenders."""
RECEIVES = late(
    r"\s*(?:收[货貨](?:单位|單位|方|人|公司|地址)|开票(?:单位|抬头|信息|名称)|发票抬头|使用单位|最终用户"
    r"|用户|业主|需求单位|委托单位|订货单位)\s*[:：]?\s*"
)
"""Labels of who gets the goods or the invoice, or for whom another may order."""
KEPT = late(r"账套|帐套|核算(?:主体|单位)|采购组织|法人(?:主体|公司)|公司代码")
"""What an ERP names the company by whose books it prints."""
PROVINCE = late(
    r"^(?:中国|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北"
    r"|湖南|广东|广西|海南|四川"
    r"|贵州|云南|陕西|甘肃|青海|内蒙古|宁夏|新疆|西藏)?(?:省|市|自治区)?(?=.{4})"
)


def goods_go_to(scope: Scope, head: Run, first: str, others: set[str]) -> bool:
    """Tell whether the goods go to the company in the very first text, which is named once more besides.

    A file without pages has no place to tell a letterhead by. The only other company is named once, as who is
    written to, and gets neither the goods nor the invoice; nobody fetches them.
    """
    if not head.page.synthetic or len(others) != 1 or head not in scope.runs[:1]:
        return False
    (other,) = others
    places = [found.text for found in scope.labels(Label.PLACE) if found.value is not None]
    own = any(first in companies.key(place) and not FETCHED.search(place) for place in places)
    return (
        own and _count(scope, first) >= OFTEN and _count(scope, other) == 1 and not _is_labelled(scope, other)
    )


def _is_labelled(scope: Scope, name: str) -> bool:
    """Tell whether a company stands beside any label: of the invoice, of the goods."""
    values = (found.text for found in scope.labelled if found.value is not None)
    return any(name in companies.key(text) for text in values)


def _count(scope: Scope, key: str, last: int = 0) -> int:
    """Return how often a company is named, but for the `last` texts of the paper."""
    runs = scope.runs[: len(scope.runs) - last]
    named = (run.text[start:end] for run in runs for start, end in companies.find(run.text))
    return sum(companies.key(name) == key for name in named)


def stands_again(scope: Scope, key: str) -> bool:
    """Tell whether a company is named more than once above the signatures: it may get the goods."""
    return _count(scope, key, SIGNATURE) > 1


def another_sells(scope: Scope, head: Run, first: str) -> bool:
    """Tell whether labels of the seller have short names in Chinese, no part of which the first company has.

    "供应商：天津汉普斯" below 浙江华瑞康药业股份有限公司: no two characters of the one stand in the other.
    A seller may have a brand of which none stands in its own name, and a platform or an agent may head the
    paper: the first company must leave a mark of its own besides, and nobody else get goods or invoice.
    """
    said = [companies.key(found.text) for found in scope.labels(Label.SELLER) if found.value is not None]
    pairs = ("".join(pair) for name in said for pair in itertools.pairwise(name))
    another = bool(said) and all(map(_is_short, said)) and not any(pair in first for pair in pairs)
    if not another or AGENT.search(head.text) or not HAN.search(first) or _another_receives(scope, first):
        return False
    return _is_kept_for(head, first) or _stands_apart(scope, head, first)


def _is_short(name: str) -> bool:
    return SHORT.fullmatch(name) is not None and REGION.search(name) is None


def _another_receives(scope: Scope, first: str) -> bool:
    """Tell whether a label of who gets the goods or the invoice has another name beside it."""
    named = (run.text for run in scope.runs if RECEIVES.match(run.text))
    others = (RECEIVES.sub("", text) for text in named)
    return any(companies.find(each) and first not in companies.key(each) for each in others)


def _is_kept_for(head: Run, first: str) -> bool:
    """Tell whether the accounts that the paper is printed from are the company's: "账套：[006]江北"."""
    kept = KEPT.search(head.text)
    return kept is not None and _mark(first) in companies.key(head.text[kept.end() :])


def _stands_apart(scope: Scope, head: Run, first: str) -> bool:
    """Tell whether the company's own word stands once more, in an address or a signature, not as a seller."""
    sold = {id(found.value) for found in scope.labels(Label.SELLER)}
    others = (run for run in scope.runs if run.text != head.text and id(run) not in sold)
    return any(_mark(first) in companies.key(run.text) for run in others)


def _mark(first: str) -> str:
    """Return the first word of a company's name behind its province and town: 华瑞 of 浙江华瑞康."""
    return PROVINCE.sub("", first, count=1)[:2]
