"""Drafts of notices as mails: who gets which, what waits for a person, what corrects an earlier one.

Pure: the mails that are kept come in, and what is to be done about them goes out. A mail of a recipient has
one key, so that it is asked for once; a correction of a mail that went out has a number behind that key.
"""

import datetime as dt
import re
import zoneinfo
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from compare import workdays
from desk.invoicing import standing
from models.answering import Mail, MailKind, MailState, Posting, Why
from models.invoice_desk import AnsweredList, NoticeSwitch
from models.invoicing import Code, Teller
from models.policy import Calendar
from models.rows.post.outbox_desk import Renewal
from review.invoicing import notices
from review.invoicing.notices import Draft
from review.words import say

TIME_TO_ANSWER = "P2D"
"""How long customers have for telling changes: two working days, as an ISO 8601 duration."""
AGAIN = re.compile(r"(notice:[0-9]+:[a-z_]+:[^:]*):([0-9]+)")
"""The key of a further mail to the same recipient about the same list."""
GONE, NEW = "– ", "+ "
"""What the lines of a correction begin with: what no longer holds, and what holds now."""
OPEN = frozenset({MailState.HELD, MailState.FAILED, MailState.WAITING})


@dataclass(frozen=True, slots=True)
class Telling:
    """How the notices of a list go out. `number` is the list's, `raw_sha256` the mail that brought it.

    `addresses` are the house's own; `automatic` are the kinds that need no person.
    """

    number: int
    addresses: Mapping[Teller, str]
    automatic: frozenset[tuple[Code, Teller]] = frozenset()
    raw_sha256: str | None = None


def drafts_of(answered: AnsweredList, lang: str, calendar: Calendar) -> tuple[Draft, ...]:
    """Return the notices about a list as it stands; those inside the house are in `lang`."""
    summary = answered.summary
    day = summary.answered_at.astimezone(zoneinfo.ZoneInfo(summary.week.zone)).date()
    return notices.drafts(standing.answer(answered), lang, summary.as_of, deadline(day, calendar))


def deadline(day: dt.date, calendar: Calendar) -> dt.date:
    """Return the day until which customers may tell changes of a list that was answered on `day`."""
    return workdays.after(day, TIME_TO_ANSWER, calendar, working_days=True) or day


def automatic(switches: Collection[NoticeSwitch]) -> frozenset[tuple[Code, Teller]]:
    """Return the kinds of notices that go out by themselves."""
    return frozenset((each.code, each.teller) for each in switches if each.automatic)


def key_of(number: int, draft: Draft) -> str:
    """Return the key of the mail to a draft's recipient about a list."""
    return f"notice:{number}:{draft.who}:{(draft.address or '').lower()}"


def postings(drafts: Sequence[Draft], telling: Telling) -> tuple[Posting, ...]:
    """Return the mails of drafts: held for a person unless every kind of notice in one is switched on."""
    return tuple(_posting(each, telling) for each in drafts)


def _posting(draft: Draft, telling: Telling) -> Posting:
    recipient = draft.address or telling.addresses.get(draft.who, "")
    free = all((each.code, draft.who) in telling.automatic for each in draft.decisions)
    return Posting(
        key=key_of(telling.number, draft),
        kind=MailKind.NOTICE,
        recipient=recipient,
        lang=draft.lang,
        # Only finance sent the list: the others get a mail of their own.
        raw_sha256=telling.raw_sha256 if draft.who is Teller.FINANCE else None,
        subject=draft.subject,
        text=draft.text,
        held=(None if free else Why.DRAFT) if recipient else Why.ADDRESS,
    )


def renewal(
    before: Sequence[Draft] | None, after: Sequence[Draft], telling: Telling, kept: Sequence[Mail]
) -> Renewal:
    """Return what a change of decisions makes of the mails that are kept.

    `before` and `after` are the drafts without and with the change: only recipients whose draft changed are
    concerned. Without `before`, it is those who were told nothing yet. A mail that is not sent gets its new
    words, or is thrown away where there is nothing to tell; what went out, or was released by a person, is
    followed by a correction.
    """
    new = {key_of(telling.number, each): each for each in after}
    old = {key_of(telling.number, each): each for each in before or ()}
    mails = _by_key(kept)
    done = Renewal()
    for key in dict.fromkeys((*old, *new, *mails)):
        found = mails.get(key, ())
        changed = not _told(found) if before is None else _words(old.get(key)) != _words(new.get(key))
        if changed:
            done = _renewed(done, key, _wanted(key, new.get(key), telling, found), found)
    return done


def outdated(drafts: Sequence[Draft], telling: Telling, kept: Sequence[Mail]) -> bool:
    """Tell whether mails are missing, or say something else than the drafts do now, before any went out."""
    wanted = {key_of(telling.number, each): each.text for each in drafts}
    mails = _by_key(kept)
    said = {key: found[-1].text for key, found in mails.items() if len(found) == 1 and is_open(found[0])}
    return not wanted.keys() <= mails.keys() or any(wanted.get(key) != text for key, text in said.items())


def is_open(mail: Mail) -> bool:
    """Tell whether a mail may still get other words: neither sent nor released by a person."""
    return mail.state in OPEN and not mail.released


def _words(draft: Draft | None) -> tuple[str, str] | None:
    return None if draft is None else (draft.subject, draft.text)


def _by_key(kept: Sequence[Mail]) -> dict[str, list[Mail]]:
    """Return mails by their recipient's key, the first one first."""
    found: dict[str, list[tuple[int, Mail]]] = {}
    for each in kept:
        again = AGAIN.fullmatch(each.key)
        key, number = (again[1], int(again[2])) if again else (each.key, 1)
        found.setdefault(key, []).append((number, each))
    return {key: [mail for _, mail in sorted(mails, key=lambda one: one[0])] for key, mails in found.items()}


def _told(mails: Sequence[Mail]) -> list[Mail]:
    return [each for each in mails if each.state is not MailState.DISCARDED and not is_open(each)]


def _wanted(key: str, draft: Draft | None, telling: Telling, mails: Sequence[Mail]) -> Posting | None:
    """Return the mail that a recipient should get now; None where there is nothing to tell."""
    told = _told(mails)
    if not told:
        return None if draft is None else _posting(draft, telling)
    held = _lines(told)
    new = [] if draft is None else draft.text.splitlines()
    gone = [each for each in held if each not in new]
    added = [each for each in new if each not in held]
    if not gone and not added:
        return None
    last = told[-1]
    lines = [say(last.lang, "notice.corrects")]
    lines += [say(last.lang, "notice.gone"), *(GONE + each for each in gone)] if gone else []
    lines += [say(last.lang, "notice.now"), *(NEW + each for each in added)] if added else []
    return Posting(
        key=key,
        kind=MailKind.NOTICE,
        recipient=last.recipient,
        lang=last.lang,
        raw_sha256=last.raw_sha256,
        subject=say(last.lang, "notice.correction", subject=told[0].subject),
        text="\n".join(lines),
        # A person always looks at what puts something right.
        held=Why.DRAFT,
    )


def _lines(told: Sequence[Mail]) -> list[str]:
    """Return the lines that a recipient was told and that were not taken back."""
    held = told[0].text.splitlines()
    for each in told[1:]:
        lines = each.text.splitlines()
        gone = {line.removeprefix(GONE) for line in lines if line.startswith(GONE)}
        held = [line for line in held if line not in gone]
        held += [line.removeprefix(NEW) for line in lines if line.startswith(NEW)]
    return held


def _renewed(done: Renewal, key: str, wanted: Posting | None, mails: Sequence[Mail]) -> Renewal:
    last = mails[-1] if mails else None
    if last is not None and is_open(last):
        if wanted is None:
            return replace(done, discarded=(*done.discarded, last.key))
        return replace(done, reworded=(*done.reworded, replace(wanted, key=last.key)))
    if wanted is None:
        return done
    name = key if last is None else f"{key}:{len(mails) + 1}"
    return replace(done, added=(*done.added, replace(wanted, key=name)))
