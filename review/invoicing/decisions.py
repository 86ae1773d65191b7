"""Decisions about the rows of an invoice list in words, and as lines of JSON."""

from models.invoice_sources import Said
from models.invoicing import Decision
from review.words import say, word

COLONS = " :\uff1a"
"""What is left over where a value is empty."""
GROUP = "invoice_reason"
WARNING = "invoice_warning"
IN_WORDS = {
    "source": "invoice_source",
    "field": "invoice_field",
    "term": "invoice_term",
    "due": "invoice_due",
}
"""Values of reasons that are stable words themselves, and the group that names them."""


def reason(lang: str, said: Said) -> str:
    """Return a reason as a sentence."""
    values = {
        name: word(lang, IN_WORDS[name], str(value)) if name in IN_WORDS else value
        for name, value in said.values.items()
    }
    return say(lang, f"{GROUP}.{said.word}", **values).rstrip(COLONS)


def reasons(lang: str, decision: Decision) -> str:
    """Return all reasons of a decision as one text."""
    return say(lang, "sentence.semicolon").join(reason(lang, each) for each in decision.reasons)


def warning(lang: str, said: Said) -> str:
    """Return a warning about a whole list as a sentence."""
    return say(lang, f"{WARNING}.{said.word}", **said.values)


def decided(lang: str, decision: Decision) -> str:
    """Return what is decided, in words."""
    return word(lang, "invoice_decision", decision.code)


def told(lang: str, decision: Decision) -> str:
    """Return who is told, in words."""
    return say(lang, "sentence.list").join(word(lang, "invoice_teller", each) for each in decision.tell)


def deliveries(decision: Decision) -> str | None:
    """Return the deliveries that a row names, None where it names none."""
    return "/".join(decision.row.deliveries) or None


def decision_line(decision: Decision) -> dict[str, object]:
    """Return a decision as `countercheck reconcile --json` prints it; the reasons are in English."""
    return {
        "row": decision.row.row,
        "order": decision.row.order,
        "item": decision.item,
        "delivery": deliveries(decision),
        "code": decision.code.value,
        "group": decision.group,
        "until": decision.until.isoformat() if decision.until else None,
        "tell": [each.value for each in decision.tell],
        "reasons": [reason("en", each) for each in decision.reasons],
    }
