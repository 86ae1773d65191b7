"""`countercheck rescan`: read mailboxes anew, with the folders for settled mails.

After a restore of an older backup, mails that were settled since then stand in `countercheck/Done` and
are unknown to our rows. They are taken in from there, and left where they are. Nothing is entered twice:
a message is its exact bytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from flows.context import Context
from flows.intake import IntakeReport, intake_once
from flows.mailboxes.imap import ImapSource, OpenedMailbox
from flows.mailboxes.source import Source
from flows.upkeep import examine


@dataclass(frozen=True, slots=True)
class LeftAlone(ImapSource):
    """A folder whose mails are read and stay where they are."""

    @contextmanager
    def visit(self, *, read_only: bool = True) -> Iterator[OpenedMailbox]:  # noqa: ARG002 - always
        """Open the folder so that nothing in it can be changed.

        Raises:
            MailboxError: The server cannot be reached, or refuses.
        """
        with ImapSource(self.mailbox, self.access).visit(read_only=True) as place:
            yield place


def rescan(context: Context) -> IntakeReport:
    """Take in whatever any folder of the mailboxes holds that is not known; return what that led to.

    Raises:
        OperatorError: A mailbox cannot be reached; the database or the disk refuses.
    """
    everywhere = replace(context, sources=(*context.sources, *_settled(context)))
    report = intake_once(everywhere)
    reports = [report]
    while report.more and not report.failures and not context.should_stop():
        report = intake_once(everywhere)
        reports.append(report)
    return replace(
        report,
        new=sum(each.new for each in reports),
        worked=tuple(one for each in reports for one in each.worked),
        cases=tuple({one.number: one for each in reports for one in each.cases}.values()),
        quarantined=tuple(one for each in reports for one in each.quarantined),
    )


def _settled(context: Context) -> Iterator[Source]:
    for source in examine.sources(context):
        with source.visit(read_only=True) as place:
            names = examine.settled_folders(place)
        for name in names:
            yield LeftAlone(replace(source.mailbox, folder=name), source.access)
