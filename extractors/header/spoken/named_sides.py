"""Companies that a sentence names right behind their side: 甲方某某商行现委托乙方某某有限公司供应下列货物."""

from collections.abc import Iterator

from extractors.fields import companies
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

SIDE = Rare(
    r"(?P<side>[甲乙需供买卖])方(?P<name>[\u4e00-\u9fff（）()]{4,30}?)(?=现|特|拟|委托|要求|同意|向|与|供应|提供|订购|采购)",
    "方",
)
SIDES = {
    "甲": Label.PARTY_A,
    "乙": Label.PARTY_B,
    "需": Label.BUYER,
    "买": Label.BUYER,
    "供": Label.SELLER,
    "卖": Label.SELLER,
}


def find(text: str) -> Iterator[tuple[Label, int, int]]:
    """Yield the sides with where the names of their companies stand."""
    for found in SIDE.finditer(text):
        if companies.looks_like_company(found["name"]):
            yield SIDES[found["side"]], found.start("name"), found.end("name")
