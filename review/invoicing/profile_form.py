"""A customer's invoice profile as the fields of a form, and back: every mistake is named by its field."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from desk.answering import ADDRESS
from extractors.fields import credit_codes
from models.invoice_sources import InvoiceMode, InvoiceProfile
from review.invoicing import vocabulary
from review.words import has_word, say, word

FIELDS = vocabulary.PROFILE_FIELDS
LONGEST = 200
"""Characters of a text."""
NUMBER = re.compile(r"[0-9A-Za-z._-]{1,20}")
"""What SAP gives customers as numbers."""
TAX_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z ./-]{3,29}")
"""Tax numbers of any country."""
CHINESE_LENGTH = 18
Values = Mapping[str, str]


class FieldError(Exception):
    """A field does not say what it should; the text is the stable word of the mistake."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in: the profile, or the mistakes by field."""

    values: Values
    profile: InvoiceProfile | None = None
    mistakes: Mapping[str, str] = field(default_factory=dict)


def values(profile: InvoiceProfile) -> dict[str, str]:
    """Return a profile as the fields of a form."""
    return {
        "name": profile.name or "",
        "mode": profile.mode.value,
        "cutoff_day": str(profile.cutoff_day) if profile.cutoff_day else "",
        "title": profile.title or "",
        "tax_number": profile.tax_number or "",
        "invoice_type": profile.invoice_type or "",
        "acceptance": "yes" if profile.acceptance else "no",
        "hold_until": profile.hold_until.isoformat() if profile.hold_until else "",
        "email": profile.email or "",
    }


def in_words(lang: str, name: str, value: str) -> str:
    """Return the value of a field as people read it."""
    if name == "acceptance" and value:
        return say(lang, "basis.yes" if value == "yes" else "basis.no")
    group = {"mode": "invoice_mode", "invoice_type": "invoice_type"}.get(name)
    return word(lang, group, value) if group and value and has_word(group, value) else value


def filled(customer_number: str, given: Values) -> Filled:
    """Return the profile that a form holds; what is missing in `given` is empty."""
    stated = {name: given.get(name, "").strip() for name in FIELDS}
    mistakes = {}
    read: dict[str, object] = {}
    for name in FIELDS:
        try:
            read[name] = READERS[name](stated[name])
        except FieldError as mistake:
            mistakes[name] = str(mistake)
    if not NUMBER.fullmatch(customer_number):
        mistakes["customer_number"] = "customer_number"
    if "mode" not in mistakes and read["mode"] is InvoiceMode.MONTHLY and not stated["cutoff_day"]:
        mistakes["cutoff_day"] = "no_cutoff_day"
    if mistakes:
        return Filled(stated, None, mistakes)
    return Filled(stated, replace(InvoiceProfile(customer_number), **read))  # type: ignore[arg-type]


def changed(profile: InvoiceProfile, changes: Values) -> Filled:
    """Return a profile with some of its fields set as in a form."""
    return filled(profile.customer_number, values(profile) | dict(changes))


def _text(text: str) -> str | None:
    if len(text) > LONGEST or not text.isprintable():
        raise FieldError("text")
    return text or None


def _mode(text: str) -> InvoiceMode:
    try:
        return InvoiceMode(text)
    except ValueError:
        raise FieldError("mode") from None


def _day(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 3 and 1 <= int(text) <= 31):
        raise FieldError("cutoff_day")
    return int(text)


def _tax_number(text: str) -> str | None:
    if not text:
        return None
    if not TAX_NUMBER.fullmatch(text):
        raise FieldError("tax_number")
    if len(text) == CHINESE_LENGTH and credit_codes.CODE.fullmatch(text.upper()):
        if not credit_codes.is_valid(text.upper()):
            raise FieldError("check_character")
        return text.upper()
    return text


def _acceptance(text: str) -> bool:
    if text not in {"yes", "no", ""}:
        raise FieldError("acceptance")
    return text == "yes"


def _date(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise FieldError("hold_until") from None


def _email(text: str) -> str | None:
    if text and not ADDRESS.fullmatch(text):
        raise FieldError("email")
    return text or None


READERS: Mapping[str, Callable[[str], object]] = {
    "name": _text,
    "mode": _mode,
    "cutoff_day": _day,
    "title": _text,
    "tax_number": _tax_number,
    "invoice_type": _text,
    "acceptance": _acceptance,
    "hold_until": _date,
    "email": _email,
}
