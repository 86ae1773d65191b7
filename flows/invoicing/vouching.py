"""A person's word about an order: the open list of the week is decided anew by it at once.

The list is read again from the archive and held against the newest exports in use; only what the word
changes is written (`desk.invoicing.revising`), with the notices that follow from it. Where an export is
missing that the list was held against, the word counts from the next list on.
"""

import logging
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desk.invoicing import deciding, holds, revising
from desk.invoicing.holds import Earlier
from flows import exports
from flows.context import Context
from flows.invoicing import against, answering
from flows.invoicing.against import Against
from models import archive
from models.answering import Mail
from models.archive import BlobCorruptError
from models.contract_terms import Attested
from models.errors import OperatorError
from models.invoice_desk import AnsweredList, Revision
from models.invoice_sources import Said
from models.invoicing import Answer
from models.rows.invoicing import invoice_lists, notice_switches, revisions
from models.rows.invoicing.attestations import TakenBack
from models.rows.invoicing.revisions import Revising, Words
from models.rows.invoicing.row_changes import Renewing
from models.rows.post.outbox_desk import Renewal
from review.invoicing import notice_mails
from review.invoicing.notice_mails import Telling
from sap import invoice_list
from sap.export_kinds import INVOICE_LIST
from sap.invoice_list import InvoiceList

SAID, TAKEN_BACK = "word_given", "word_taken_back"
"""Why a list is decided anew."""
log = logging.getLogger(__name__)


def vouch(context: Context, said: Attested) -> int:
    """Keep what a person vouches for, and decide the open lists with its order by it; return its number."""
    why = Said(SAID, {"who": said.who, "evidence": said.evidence, "due": said.due.value})
    return revisions.put(context.store, said, _lists(context, said.order, why, said.by), _renewing(context))


def take_back(context: Context, number: int, order: str, taken: TakenBack) -> bool:
    """Let what was vouched for not hold any more, and decide open lists without it; tell whether it held."""
    lists = _lists(context, order, Said(TAKEN_BACK, {"why": taken.why or "-"}), taken.by)
    return revisions.take_back(context.store, number, order, taken, lists=lists, renewing=_renewing(context))


@dataclass(frozen=True, slots=True)
class _Again:
    """A list that is open, read again, and what it is held against now."""

    context: Context
    listed: InvoiceList
    held: Against
    earlier: Mapping[str, Sequence[Earlier]]
    order: str
    why: Said
    by: str

    def __call__(self, stands: AnsweredList, without: Words, given: Words, attestation: int) -> Revision:
        """Decide the list anew; the words are about the order."""
        made = revising.revised(
            stands.answer, self._decided(stands, without), self._decided(stands, given), self.order
        )
        return Revision(
            attestation=attestation,
            why=self.why,
            rows=made.rows,
            groups=made.groups,
            used=tuple(each.number for each in self.held.used),
            by=self.by,
            at=self.context.now(),
        )

    def _decided(self, stands: AnsweredList, words: Words) -> Answer:
        sources = self.held.sources
        others = tuple(each for each in sources.attested if each.order != self.order)
        zone = zoneinfo.ZoneInfo(stands.summary.week.zone)
        today = self.context.now().astimezone(zone).date()
        decided = deciding.decide(
            self.listed.rows, replace(sources, attested=(*words, *others)), self.context.policy, today
        )
        return answering.with_released(decided, holds.all_released(decided.decisions, self.earlier))


def _lists(context: Context, order: str, why: Said, by: str) -> Mapping[int, Revising]:
    """Return what decides each open list with an order anew; without those that cannot be."""
    now = context.now()
    zone = context.weekly.zone
    weeks = {holds.week_of(each, zone) for each in (now, now - holds.A_WEEK)}
    found: dict[int, Revising] = {}
    for number in revisions.open_lists(context.store, order, weeks):
        again = _again(context, number, order, why, by)
        if again is not None:
            found[number] = again
    return found


def _again(context: Context, number: int, order: str, why: Said, by: str) -> _Again | None:
    answered = invoice_lists.found(context.store, number)
    assert answered is not None, "the list is open"
    summary = answered.summary
    try:
        data = archive.get(context.archive, summary.sha256)
        also = exports.remembered(context.store, INVOICE_LIST, data, summary.name, context.columns)
        listed = invoice_list.read(data, summary.name, also)
        held = against.newest(context, listed, context.now())
    except (BlobCorruptError, OperatorError) as error:
        log.warning("invoice list %d cannot be decided anew: %s", number, error)
        return None
    missing = set(held.missing) - set(summary.missing)
    if missing or len(listed.rows) != len(answered.rows):
        log.warning("invoice list %d is not decided anew: %s", number, sorted(missing) or "other rows")
        return None
    earlier = invoice_lists.told_before(context.store, answered.answer.decisions, summary.week)
    return _Again(context, listed, held, earlier, order, why, by)


def _renewing(context: Context) -> Renewing:
    """Return what brings the notices about a list up to date with what is decided anew."""

    def renewing(before: AnsweredList, after: AnsweredList, mails: Sequence[Mail]) -> Renewal:
        summary = after.summary
        telling = Telling(
            number=summary.number,
            addresses=answering.addresses(context, summary.sender),
            automatic=notice_mails.automatic(notice_switches.listed(context.store))
            if context.smtp is not None
            else frozenset(),
            raw_sha256=summary.raw_sha256,
        )
        old, new = (
            notice_mails.drafts_of(each, context.language, context.calendar) for each in (before, after)
        )
        return notice_mails.renewal(old, new, telling, mails)

    return renewing
