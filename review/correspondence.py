"""What the pages ask for about mails of ours and questions, as plain functions."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desk.customers import is_ours
from models.answering import Asked, Mail, MailState, Posting, Question, Resolver
from models.configuration import Answers
from models.message import Address
from models.rows.cases import questions
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Wording
from models.store import Store


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The functions behind the outbox and the questions of a case.

    `resolvers` are the addresses that questions go to; `inside` tells whether an address is of the house,
    `sends` whether there is a server to send by.
    """

    questions: Callable[[int], tuple[Question, ...]]
    mails_of: Callable[[int], tuple[Mail, ...]]
    mails: Callable[[Sequence[MailState], int, int], tuple[Mail, ...]]
    mail: Callable[[str], Mail | None]
    counted: Callable[[], Mapping[MailState, int]]
    late: Callable[[], int]
    ask: Callable[[Asked, str | None], int]
    settle: Callable[[int], bool]
    add: Callable[[Posting], None]
    release: Callable[[str, Wording], bool]
    discard: Callable[[str], bool]
    take_back: Callable[[str], bool]
    resolvers: Mapping[Resolver, str] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    sends: bool = False

    def inside(self, address: str) -> bool:
        """Tell whether an address is of the house."""
        return is_ours(Address("", address), self.domains)


def of_store(
    store: Store, answers: Answers, now: Callable[[], dt.datetime], *, sends: bool
) -> Correspondence:
    """Return what the pages ask for, from the database and the settings."""
    resolvers = {
        Resolver.SALES: answers.sales,
        Resolver.TECHNICAL: answers.technical,
        Resolver.PLANNING: answers.planning,
        Resolver.FINANCE: answers.finance,
    }
    return Correspondence(
        questions=lambda number: questions.of_case(store, number),
        mails_of=lambda number: outbox_desk.of_case(store, number),
        mails=lambda states, limit, offset: outbox_desk.listed(store, states, limit, offset),
        mail=lambda key: outbox_desk.found(store, key),
        counted=lambda: outbox_desk.counted(store),
        late=lambda: outbox_desk.late(store, now()),
        ask=lambda asked, sha256: questions.ask(store, asked, now(), sha256),
        settle=lambda number: questions.settle(store, number, now()),
        add=lambda posting: outbox_desk.add(store, posting, now()),
        release=lambda key, wording: outbox_desk.release(store, key, wording, now()),
        discard=lambda key: outbox_desk.discard(store, key, now()),
        take_back=lambda key: outbox_desk.take_back(store, key, now()),
        resolvers={each: address.lower() for each, address in resolvers.items() if address},
        domains=answers.domains,
        sends=sends,
    )
