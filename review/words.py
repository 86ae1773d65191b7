"""Every text for people, in Chinese and English, from the catalogues in `locale`.

A text is asked for by its id: `say("en", "case.title", number=7)`. Stable words of the values
(outcomes, reasons, field names …) are asked for by their group: `word("zh", "outcome", outcome)`.
The catalogues are gettext PO files whose ids are keys; they are read once, without a compile step.
"""

import functools
from collections.abc import Iterable, Mapping
from importlib import resources

from babel import Locale
from babel.messages.pofile import read_po

from desk import snapshot_changes
from models import health
from models.answering import MailKind, MailState, QuestionState, Resolver, Why
from models.belonging import Clue, CustomerClue, LineStatus, Relation
from models.case import CaseState, Role
from models.comparison import DifferenceKind, MatchStatus, Outcome, Severity, Verdict
from models.errors import ErrorCode
from models.invoicing import Code, Teller
from models.page import FileFormat
from models.reading import HEADER_FIELDS, LINE_FIELDS, Kind, Language, Proof, Reason
from models.receipt import MessageState, Quarantine
from models.receipt import Outcome as MessageOutcome
from models.snapshot import SnapshotState, SnapshotWhy
from review import particular_vocabulary, trouble_vocabulary, vocabulary
from review.invoicing import contract_vocabulary
from review.invoicing import vocabulary as invoice_vocabulary
from review.languages import LANGUAGES

GROUPS: Mapping[str, Iterable[str]] = {
    "alert": health.ALERTS,
    "alert_over": health.ALERTS,
    "anchor": vocabulary.ANCHORS,
    "case_reason": vocabulary.CASE_REASONS,
    "cause": vocabulary.CAUSES,
    "check": vocabulary.CHECKS,
    "clue": Clue,
    "customer_clue": CustomerClue,
    "check_name": health.Check,
    "clause": vocabulary.CLAUSES,
    "column": vocabulary.COLUMNS,
    "difference": DifferenceKind,
    "doctor": health.CODES,
    "error": ErrorCode,
    "error_page": vocabulary.ERROR_PAGES,
    "field": dict.fromkeys((*HEADER_FIELDS, *LINE_FIELDS, *vocabulary.FIELDS)),
    "filed": vocabulary.FILED,
    "format": FileFormat,
    "ignored": vocabulary.IGNORED,
    "invoice_column": vocabulary.INVOICE_COLUMNS,
    "list_column": ("order", "item", "part_number", "quantity"),
    "invoice_decision": Code,
    "invoice_field": vocabulary.INVOICE_FIELDS,
    "invoice_reason": (
        *vocabulary.INVOICE_REASONS,
        *invoice_vocabulary.REASONS,
        *contract_vocabulary.REASONS,
    ),
    "invoice_source": (*vocabulary.INVOICE_SOURCES, *contract_vocabulary.SOURCES),
    "invoice_teller": Teller,
    "invoice_type": vocabulary.INVOICE_TYPES,
    "kind": Kind,
    "language": Language,
    "line_status": LineStatus,
    "mail_kind": MailKind,
    "mail_state": MailState,
    "mail_why": Why,
    "match": MatchStatus,
    "match_why": vocabulary.MATCH_WHYS,
    "message_outcome": MessageOutcome,
    "message_state": MessageState,
    "note": vocabulary.NOTES,
    "outcome": (*Outcome, *vocabulary.READINGS),
    "particular": (*particular_vocabulary.PARTICULARS, *trouble_vocabulary.TROUBLES),
    "problem": vocabulary.PROBLEMS,
    "proof": Proof,
    "quarantine": Quarantine,
    "quarantine_remedy": Quarantine,
    "question_state": QuestionState,
    "quotation_field": dict.fromkeys((*snapshot_changes.HEADER, *snapshot_changes.ITEM)),
    "reason": Reason,
    "relation": Relation,
    "relation_later": Relation,
    "relation_reason": vocabulary.RELATION_REASONS,
    "remedy": ErrorCode,
    "role": Role,
    "resolver": Resolver,
    "severity": Severity,
    "skipped": (*vocabulary.SKIPPED, *invoice_vocabulary.SKIPPED),
    "snapshot_state": SnapshotState,
    "snapshot_why": SnapshotWhy,
    "state": CaseState,
    "story": vocabulary.STORIES,
    "tax_included": ("true", "false"),
    "verdict": Verdict,
    "why": vocabulary.WHYS,
    **contract_vocabulary.GROUPS,
    **invoice_vocabulary.GROUPS,
}
"""The stable words that the catalogues translate, by group."""

Texts = Mapping[str, tuple[str, ...]]
"""Texts by id; a text that depends on a number has one form per plural."""


def say(lang: str, msgid: str, **values: object) -> str:
    """Return the text `msgid` in `lang` with `values` put in; `n` decides between singular and plural."""
    forms = catalogue(lang)[msgid]
    return forms[_plural(lang, forms, values.get("n"))].format_map(values)


def word(lang: str, group: str, stable: str) -> str:
    """Return the word for a stable word of a value, or the word itself where nobody named it yet."""
    forms = catalogue(lang).get(f"{group}.{stable.replace(' ', '_')}")
    return forms[0] if forms else stable.replace("_", " ")


def has_word(group: str, stable: str) -> bool:
    """Tell whether the catalogues name a stable word."""
    return f"{group}.{stable}" in catalogue(LANGUAGES[0])


@functools.cache
def catalogue(lang: str) -> Texts:
    """Return all texts of `lang` by id."""
    texts: dict[str, tuple[str, ...]] = {}
    folder = resources.files("review") / "locale" / lang
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.name.endswith(".po"):
            with each.open("rb") as file:
                texts.update(_texts(file.read()))
    return texts


def _texts(po: bytes) -> dict[str, tuple[str, ...]]:
    lines = po.decode("utf-8").splitlines(keepends=True)
    return {_key(message.id): _forms(message.string) for message in read_po(lines) if message.id}


def _key(msgid: str | Iterable[str]) -> str:
    return msgid if isinstance(msgid, str) else next(iter(msgid))


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _plural(lang: str, forms: tuple[str, ...], number: object) -> int:
    if len(forms) == 1 or not isinstance(number, int):
        return 0
    return 0 if Locale.parse(lang).plural_form(number) == "one" else len(forms) - 1
