"""Whom an order is addressed to, and the bank accounts that it names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.fields import companies
from extractors.header.labelling.labels import Labelled
from extractors.page.runs import Run, certain, evidence
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label
from models.reading import Clause, Field, Proof, Reason

ACCOUNT = Rare(
    r"(?:银行账号|银行帐号|账号|帐号|账户号码|account\s*(?:no\.?|number|#)|a/c\s*(?:no\.?)?|iban)\s*[:：]?\s*"
    r"(?P<value>[A-Z]{0,2}[0-9](?:[A-Z0-9]|[ -](?=[A-Z0-9])){7,40})",
    "账号|帐号|账户号码|account|a/c|iban",
    re.IGNORECASE,
)
MOST = 20


def find(labelled: Iterable[Labelled], runs: Sequence[Run]) -> tuple[Clause, ...]:
    """Return the sellers that a label names, every company that is named, and the accounts; each once."""
    found: dict[tuple[str, str | None], Clause] = {}
    for clause in (*_sellers(labelled), *_named(runs)):
        found.setdefault((clause.kind, clause.field.value), clause)
    return tuple(found.values())[:MOST]


def _sellers(labelled: Iterable[Labelled]) -> Iterator[Clause]:
    for each in labelled:
        if each.value is None or not each.meanings <= {Label.SELLER}:
            continue
        for start, end in companies.find(each.value.text):
            if each.start <= start and end <= each.end:
                yield _clause("seller", each.value, start, end)


def _named(runs: Sequence[Run]) -> Iterator[Clause]:
    for run in runs:
        for match in ACCOUNT.finditer(run.text):
            yield _clause("account", run, *match.span("value"))
        for start, end in companies.find(run.text):
            yield _clause("named", run, start, end)


def _clause(kind: str, run: Run, start: int, end: int) -> Clause:
    sure = certain(run, start, end)
    text = run.text[start:end].strip()
    value = re.sub(r"[\s-]", "", text).upper() if kind == "account" else text
    reason = None if sure else Reason.CHARACTERS
    proof = (Proof.LABEL,) if sure and kind != "named" else ()
    return Clause(
        kind, Field(value, sure=sure, evidence=evidence(run, start, end), proof=proof, reason=reason)
    )
