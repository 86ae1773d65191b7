"""What a mail says around its attachments: its writer's words, and those of a mail that is forwarded."""

import itertools

from extractors.mail import forwarded
from extractors.mail.own_text import MOST, own_text
from extractors.mail.separators import heads
from extractors.mail.structure import Bodies
from models.message import Letter

LONGEST = 6000
"""So much of a letter is looked at, in characters."""
PASSED_ON = 200
"""Who only passes a mail on writes no more than so many characters."""


def of(subject: str, bodies: Bodies) -> Letter:
    """Return the subject and the text of a mail, without older mails that it quotes."""
    texts = (each for each in bodies.by_part.values() if not each.other_form and each.failure is None)
    said = (_newest(forwarded.text_of(each.text[:MOST], page=each.page)) for each in texts)
    return Letter(subject, "\n".join(filter(None, said))[:LONGEST])


def _newest(text: str) -> str:
    """Return what the writer wrote; of a mail that only passes another one on, that one's text too."""
    own = own_text(text)
    lines = forwarded.lines_of(text)
    found = list(itertools.islice(heads(lines), 2)) if len(own) < PASSED_ON else []
    if not found:
        return own
    end = found[1].first if len(found) > 1 else len(lines)
    return "\n".join([own, *(line.text for line in lines[found[0].end : end])])
