"""Payment that waits for somebody else's, in whatever words: every hint of it counts.

The phrases (`validity.when_paid`) say it surely where they know every word. What else names a third party
that pays, beside a word that makes our payment wait for it, is told as well, and never sure.
"""

import re
from collections.abc import Iterator

from extractors.clauses.statement import Statement
from extractors.fields.text import level
from extractors.late import late

KIND = "pay_when_paid"
THIRD = (
    r"(?:(?:project )?\bowner|\bemployer|\bend[- ]?(?:user|customer|client)|\bclient|\b(?:main|head) contract"
    r"|\b(?:our|its|their|buyer's|purchaser's) (?:own |end |final )?(?:customer|client))"
)
WAITING = (
    r"\b(?:after|upon|until|before|once|when|as soon as|subject to|condition\w*|conting\w*|unless|depend\w*)"
    r"\b"
)
MONEY = r"\b(?:paid|pays?|payments?|funds|money)\b"
CHINESE = r"(?:业主|最终(?:用户|客户)|终端(?:用户|客户)|总承?包方?|建设(?:方|单位)|发包[方人])"
GAP = r"(?:(?!invoice|goods|order|document|drawing|acceptance)[^.;])"
SENTENCES = (
    r"back[- ]to[- ]back|\b(?:pay(?:ment)?|paid)[- ](?:when|if)[- ]paid\b",
    r"receipt of (?:the )?customer's payment",
    rf"{WAITING}{GAP}{{0,60}}{THIRD}{GAP}{{0,40}}{MONEY}",
    rf"{WAITING}{GAP}{{0,60}}{MONEY}{GAP}{{0,40}}{THIRD}",
    r"zahlungseingang (?:unseres|des) (?:end)?kunden",
    r"nach zahlung durch (?:den|unseren) (?:endkunden|kunden|bauherrn)",
    r"背靠背",
    rf"{CHINESE}[^。；;:：]{{0,16}}(?:付款(?!方式|条件)|支付(?!方式)|回款|到账|到款|拨款|款项|未付|付多少)",
    r"(?:客户|用户)(?:的)?(?:回款|付款到账|款项到账)|(?:回款|到款)后[^。；;]{0,8}(?:支付|付款)",
)
HINT = late("|".join(f"(?:{each})" for each in SENTENCES), re.IGNORECASE)
PAYING = late(r"\bpa(?:y|id|yment)|back[- ]to|zahlung|付款|支付|货款|背靠背", re.IGNORECASE)


def read(text: str) -> Iterator[Statement]:
    """Yield the first place of a text where payment seems to wait for somebody else's."""
    said = level(text)
    found = HINT.search(said) if PAYING.search(said) else None
    if found is not None:
        yield Statement(KIND, "", *found.span())
