"""Is what stands beside a label of who buys somebody of the company, or a party of the contract?"""

from extractors.header.labelling.labels import Labelled
from extractors.header.sides import contact_persons
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

PERSON = late(
    r"(?i:mr|mrs|ms|dr|herr|frau|hr|dhr|mevr|dott|mme|sr|sra)\b\.?\s(?:[A-ZÀ-Þ]|de |van |von )"
    r"|[A-ZÀ-Þ][a-zß-ÿ'-]+, (?i:mr|mrs|ms|miss|dr)\b\.?(?: [A-Z]\.?)?$"
    r"|(?:[A-Z]\.\s?){1,2}(?:[A-Z][a-z]+|[A-Z]{3,})(?:-[A-Z][A-Za-z]+)?$"
    r"|[A-ZÀ-Þ][a-zß-ÿ'-]+, [A-ZÀ-Þ][a-zß-ÿ-]+(?: [A-Z]\.)?$"
    r"|[\u4e00-\u9fff]{2,4}[\s,，/(（]+(?:(?i:ext|tel|mob)\b\.?|分[机機]|[电電][话話]|手[机機])?\s?[:：]?\s?"
    r"\d[\d -]{2,}[)）]?$"
    r"|[\u4e00-\u9fff]{1,4}(?:先生|女士|小姐|经理)$|[\u4e00-\u9fff]{1,2}(?<![化重电轻军精])工$"
)
"""Who buys is often a person of the company: "Buyer: K. Walsh"."""
MAIL = late(r"([\w.+-]+)@[\w-]+\.\w")
SURNAME = 4
"""A surname that a mail address shows has so many letters at least."""


def is_one_of_two(scope: Scope, found: Labelled) -> bool:
    """Tell whether a name is a party's: "Buyer: Robert Bosch" beside "Seller: Delta Seals GmbH"."""
    return contact_persons.PARTY.fullmatch(found.named.strip()) is not None and any(
        contact_persons.PARTNER.fullmatch(each.named.strip()) for each in scope.labels(Label.SELLER)
    )


def may_be_company(scope: Scope, found: Labelled) -> bool:
    """Tell whether a name beside a label of the buyer counts as a person's for its telephone alone."""
    text = found.text
    if contact_persons.works_there(found.named, text):
        return False
    grouped = contact_persons.is_grouped(text) and contact_persons.buys(found.named, text)
    if grouped and not is_one_of_two(scope, found):
        return False
    signs = contact_persons.is_initialled(text, (run.text for run in scope.runs))
    return not signs and contact_persons.is_one(text) and contact_persons.may_be_company(text)


def is_person(scope: Scope, name: str) -> bool:
    """Tell whether a name is a person's: by its form, or by a mail address of its own on the paper."""
    firm = "-" in name and contact_persons.INSTITUTION.search(name) is not None
    if (PERSON.match(name) and not firm) or contact_persons.is_one(name):
        return True
    if contact_persons.is_initialled(name, (run.text for run in scope.runs)):
        return True
    first, *others = name.casefold().split() or [""]
    last = others[-1] if others else first
    written = (run.text for run in scope.runs if "@" in run.text)
    local = (found[1].casefold() for text in written for found in MAIL.finditer(text))
    return len(last) >= SURNAME and any(last in each and (not others or first[0] in each) for each in local)
