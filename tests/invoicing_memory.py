"""A desk of invoice lists in memory for the tests of its pages."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from invoicing_orders import NOW, workbook

from desk.answering import ADDRESS
from desk.invoicing import standing
from models.answering import Mail, MailKind, MailState, Posting, Why
from models.contract_terms import Attested
from models.errors import UsageError
from models.invoice_desk import (
    AnsweredList,
    ExportKind,
    ExportSnapshot,
    ExportStanding,
    KeptProfile,
    ListSummary,
    NoticeSwitch,
    Proposal,
    RowChange,
    Week,
)
from models.invoice_sources import InvoiceProfile
from models.invoicing import Answer, Code, Teller
from models.policy import Calendar
from models.rows.invoicing.attestations import TakenBack, Word
from models.rows.invoicing.profiles import applied
from models.rows.post.outbox_desk import Renewal, Wording
from models.snapshot import SnapshotState, SnapshotWhy
from review.correspondence import Correspondence
from review.invoicing import notice_mails, reply
from review.invoicing.invoices import Attestations, Exports, Invoicing, Lists, Profiles
from review.invoicing.notice_mails import Telling


@dataclass
class InvoiceDesk:
    """Everything the pages can ask for, kept in dictionaries."""

    lists: dict[int, AnsweredList] = field(default_factory=dict)
    mails: dict[str, Mail] = field(default_factory=dict)
    profiles: dict[str, list[KeptProfile]] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    exports: list[ExportStanding] = field(default_factory=list)
    switches: dict[tuple[Code, Teller], NoticeSwitch] = field(default_factory=dict)
    weeks: list[tuple[Week, Mapping[Code, int]]] = field(default_factory=list)
    changes: list[tuple[int, int, RowChange]] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    addresses: Mapping[Teller, str] = field(
        default_factory=lambda: {
            Teller.FINANCE: "finance@works.example",
            Teller.SALES: "sales@works.example",
            Teller.ORDER_DESK: "desk@works.example",
        }
    )

    def put(self, profile: InvoiceProfile, why: str, by: str = "desk") -> KeptProfile:
        """Keep a profile as the newest version."""
        versions = self.profiles.setdefault(profile.customer_number, [])
        kept = KeptProfile(profile, len(versions) + 1, by, NOW, why)
        versions.insert(0, kept)
        return kept

    def invoicing(self) -> Invoicing:
        """Return the functions that the pages call."""
        return Invoicing(
            lists=Lists(
                listed=lambda limit, skip: self._summaries()[skip : skip + limit],
                found=self.lists.get,
                change=self._change,
                changes=lambda number, position: tuple(
                    change for *at, change in reversed(self.changes) if at == [number, position]
                ),
                by_week=lambda limit: tuple(self.weeks[:limit]),
                reply=lambda answered, lang: reply.answered(
                    workbook(), "list.xlsx", {"List": 1}, _now(answered), lang
                ),
                notices=lambda number: tuple(
                    each for key, each in self.mails.items() if key.startswith(f"notice:{number}:")
                ),
                renew=self._renew,
                telling=self.telling,
                drafts=lambda answered: notice_mails.drafts_of(answered, "en", Calendar()),
            ),
            exports=Exports(
                listed=lambda limit, skip: tuple(self.exports[skip : skip + limit]),
                newest=self._newest,
                before=self._before,
                found=lambda number: next(
                    (each for each in self.exports if each.snapshot.number == number), None
                ),
                decide=self._decide,
                take=_taken,
            ),
            profiles=Profiles(
                listed=lambda: tuple(self.profiles[each][0] for each in sorted(self.profiles)),
                found=lambda number: self.profiles[number][0] if number in self.profiles else None,
                history=lambda number: tuple(self.profiles.get(number, ())),
                put=self.put,
                proposals=lambda: tuple(self.proposals.values()),
                propose=self._propose,
                settle=self._settle,
            ),
            attestations=Attestations(
                of_order=lambda order: tuple(
                    each for each in reversed(self.words) if each.attested.order == order
                ),
                put=self._attest,
                take_back=self._take_back,
            ),
            switches=lambda: tuple(self.switches.values()),
            switch=self._switch,
            addresses=self.addresses,
            columns={},
        )

    def post(self) -> Correspondence:
        """Return the outbox, as far as notices need it."""
        return Correspondence(
            questions=lambda _: (),
            mails_of=lambda _: (),
            mails=lambda states, limit, skip: tuple(
                each for each in self.mails.values() if each.state in states
            )[skip : skip + limit],
            mail=self.mails.get,
            counted=lambda: Counter(each.state for each in self.mails.values()),
            late=lambda: 0,
            ask=lambda _asked, _sha256: 0,
            settle=lambda _: False,
            add=self._add,
            release=self._release,
            discard=lambda key: self._move(key, MailState.DISCARDED),
            take_back=lambda _: False,
            sends=True,
        )

    def telling(self, summary: ListSummary) -> Telling:
        """Return whom the notices of a list go to."""
        return Telling(
            summary.number,
            self.addresses,
            notice_mails.automatic(tuple(self.switches.values())),
            summary.raw_sha256,
        )

    def deliver(self, key: str) -> None:
        """Send a mail that was released."""
        assert self.mails[key].state is MailState.WAITING
        self.mails[key] = replace(self.mails[key], state=MailState.SENT, sent_at=NOW)

    def _summaries(self) -> tuple[ListSummary, ...]:
        found = [
            replace(each.summary, counts=Counter(row.code for row in each.rows))
            for each in self.lists.values()
        ]
        return tuple(sorted(found, key=lambda each: -each.number))

    def _change(self, number: int, position: int, change: RowChange) -> bool:
        answered = self.lists[number]
        if not 0 <= position < len(answered.rows):
            return False
        changed = [
            replace(each, change=change if change.why else None) if each.position == position else each
            for each in answered.rows
        ]
        self.lists[number] = after = replace(answered, rows=tuple(changed))
        self.changes.append((number, position, change))
        lists = self.invoicing().lists
        before, now = lists.drafts(answered), lists.drafts(after)
        kept = lists.notices(number)
        self._renew(notice_mails.renewal(before, now, self.telling(after.summary), kept))
        return True

    def _add(self, posting: Posting) -> None:
        self.mails.setdefault(
            posting.key,
            Mail(
                key=posting.key,
                message_id=f"cc.{len(self.mails):040x}",
                kind=MailKind.NOTICE,
                state=MailState.HELD if posting.held else MailState.WAITING,
                recipient=posting.recipient,
                lang=posting.lang,
                created_at=NOW,
                next_at=NOW,
                subject=posting.subject,
                text=posting.text,
                why=posting.held,
            ),
        )

    def _renew(self, renewal: Renewal) -> None:
        for each in renewal.added:
            self._add(each)
        for each in renewal.reworded:
            self.mails[each.key] = replace(self.mails[each.key], subject=each.subject, text=each.text)
        for key in renewal.discarded:
            self._move(key, MailState.DISCARDED)

    def _release(self, key: str, wording: Wording) -> bool:
        assert ADDRESS.fullmatch(wording.recipient)
        self.mails[key] = replace(
            self.mails[key],
            state=MailState.WAITING,
            recipient=wording.recipient,
            subject=wording.subject,
            text=wording.text,
            released=True,
            why=None,
        )
        return True

    def _move(self, key: str, state: MailState) -> bool:
        self.mails[key] = replace(self.mails[key], state=state, why=Why.BY_HAND)
        return True

    def _newest(self, kind: ExportKind) -> ExportSnapshot | None:
        used = [
            each.snapshot
            for each in self.exports
            if each.state is SnapshotState.USED and each.snapshot.kind is kind
        ]
        return max(used, key=lambda each: each.number, default=None)

    def _before(self, snapshot: ExportSnapshot) -> ExportSnapshot | None:
        older = [
            each.snapshot
            for each in self.exports
            if each.state is SnapshotState.USED
            and each.snapshot.kind is snapshot.kind
            and each.snapshot.number < snapshot.number
        ]
        return max(older, key=lambda each: each.number, default=None)

    def _decide(self, number: int, state: SnapshotState) -> bool:
        for at, each in enumerate(self.exports):
            if each.snapshot.number == number and each.state is SnapshotState.WAITING:
                self.exports[at] = replace(each, state=state, why=SnapshotWhy.CONFIRMED, decided_by="desk")
                return True
        return False

    def _propose(
        self, customer: str, changes: Mapping[str, str], number: int, position: int, why: str
    ) -> None:
        at = len(self.proposals) + 1
        self.proposals[at] = Proposal(at, customer, changes, number, position, why, "desk", NOW)

    def _settle(self, number: int, accepted: bool) -> bool:  # noqa: FBT001 - as in `Profiles`
        proposal = self.proposals.pop(number)
        if accepted:
            before = self.profiles.get(proposal.customer_number)
            profile = before[0].profile if before else InvoiceProfile(proposal.customer_number)
            self.put(applied(profile, proposal.changes), proposal.why)
        return True

    def _attest(self, said: Attested) -> int:
        self.words.append(Word(replace(said, number=len(self.words) + 1)))
        return len(self.words)

    def _take_back(self, number: int, order: str, why: str) -> bool:
        word = self.words[number - 1] if number <= len(self.words) else None
        if word is None or word.taken_back is not None or word.attested.order != order:
            return False
        self.words[number - 1] = replace(word, taken_back=TakenBack("desk", NOW, why))
        return True

    def _switch(self, code: Code, teller: Teller, automatic: bool) -> None:  # noqa: FBT001 - as in `Invoicing`
        self.switches[code, teller] = NoticeSwitch(code, teller, automatic, "desk", NOW)


def _now(answered: AnsweredList) -> Answer:
    return standing.answer(answered)


def _taken(kind: ExportKind, name: str, _data: bytes, _said: Mapping[str, str]) -> ExportStanding:
    raise UsageError(f"{name}: no {kind} are taken in here")
