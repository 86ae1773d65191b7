"""Places that are nothing but the name of a company: perhaps that of a seller, and no store of the buyer."""

from extractors.fields import companies
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

DISTRICT = late(r"[\u4e00-\u9fff]{2,}[市州县].{0,8}(?:[区县镇乡]|街道|[路街道]\d+号).{2,}")
"""Town and district or street before the name of a works say where it is."""
SHARED = 2
"""Two names with so many characters in common may be one company's."""
FORMS = late(r"(?:股份)?有限(?:责任)?公司|分?公司|集团")
"""What the names of companies have in common anyway."""
SENT = late(r"[发提起装]")
"""A label of where goods are sent from or fetched: 发货地址, 提货地点."""


def is_one(scope: Scope, found: Labelled, choice: Choice) -> bool:
    """Tell whether a place is nothing but a company that the paper names nowhere else: perhaps a seller.

    A works of some district is none beside the label of a seller with another name: 某市某区污水处理厂.
    """
    name = companies.key(choice.value or "")
    if not companies.looks_like_company(choice.value or ""):
        return False
    received = not SENT.search(found.named)
    if received and DISTRICT.search(choice.value or "") and _sells_another(scope, name):
        return False
    return not any(name in companies.key(run.text) for run in scope.runs if run.box != choice.run.box)


def _sells_another(scope: Scope, name: str) -> bool:
    """Tell whether a label names a company as the seller that has no word in common with a name."""
    named = [each.text for each in scope.labels(Label.SELLER) if companies.find(each.text)]
    sellers, name = [FORMS.sub("", companies.key(each)) for each in named], FORMS.sub("", name)
    parts = {name[at : at + SHARED] for at in range(len(name) - SHARED + 1)}
    return bool(sellers) and not any(part in seller for seller in sellers for part in parts)
