"""Which parts of one mail are its text, and which form of it is read where it comes in several."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.policy import compat32

from extractors.late import late
from extractors.mail import bodies as mail_bodies
from extractors.mail import leaves as mail_leaves
from extractors.mail.headers import content, file_name
from models.reading import Failure

FRAGMENT = late(r"ATT\d{5,}\.(?:txt|html?)", re.IGNORECASE)
"""How Exchange names a piece of the text that stood behind an attachment."""
FILES = frozenset({"csv", "tab-separated-values", "comma-separated-values", "xml", "rtf"})
"""Kinds of text that are files and not what somebody wrote into a mail."""
RARE = frozenset({"x-amp-html", "watch-html", "enriched", "richtext"})
"""Kinds of text that few programs show."""
BOUNDARY = late(r"^--(\S[^\r\n]{0,98}?)[ \t]*\r?\nContent-", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """A text of a mail.

    `page` tells that it is HTML, `rare` that few programs would show it, `other_form` that another form
    of the same text is read.
    """

    text: str
    page: bool
    rare: bool = False
    other_form: bool = False
    failure: Failure | None = None


@dataclass(slots=True)
class Bodies:
    """The texts of one mail by the identity of their parts, in order.

    `disagree` tells that two forms of a text state different numbers; `cut` are the parts that the mail
    may have ended in.
    """

    by_part: dict[int, Body] = field(default_factory=dict)
    disagree: bool = False
    cut: frozenset[int] = frozenset()

    def pages(self) -> Iterator[str]:
        """Yield the texts that are HTML."""
        return (each.text for each in self.by_part.values() if each.page)


def bodies(message: Message) -> Bodies:
    """Return the texts of a mail, not those of mails nested in it."""
    found = Bodies()
    every = list(leaves(message))
    texts = [each for each in every if _is_body(each, alone=each is message)]
    if not texts:
        texts = [each for each in every if _is_text(each) and not file_name(each)][:1]
    found.cut = frozenset(_cut(message))
    for each in texts:
        found.by_part[id(each)] = _body(each, may_be_cut=id(each) in found.cut)
    for each in _multiparts(message):
        if each.get_content_subtype() == "alternative":
            _choose(found, each)
    return found


def _body(part: Message, *, may_be_cut: bool) -> Body:
    text = mail_bodies.text_of(mail_leaves.payload(part), part)
    page = mail_bodies.is_page(text, part)
    failure = mail_leaves.CUT if may_be_cut and mail_leaves.is_cut(part, text if page else None) else None
    if "-----BEGIN PGP MESSAGE-----" in text:
        failure = mail_leaves.ENCRYPTED
    return Body(text, page, part.get_content_subtype() in RARE, failure=failure)


def _is_text(part: Message) -> bool:
    if part.get_content_maintype() == "multipart":
        return True  # one in which no parts can be told
    if part.get_content_maintype() != "text" or part.get_content_type() in mail_leaves.TYPES:
        return False
    return part.get_content_subtype() not in FILES


def _is_body(part: Message, *, alone: bool) -> bool:
    name = file_name(part)
    if not _is_text(part):
        return False
    if name:
        return alone or bool(FRAGMENT.fullmatch(name))
    return alone or part.get_content_disposition() != "attachment"


def _children(part: Message) -> list[Message]:
    """Return the parts of a multipart; what is nested in a mail within is not among them."""
    inside = content(part)
    if part.get_content_maintype() == "multipart" and isinstance(inside, list):
        return [each for each in inside if isinstance(each, Message)]
    return []


def leaves(part: Message) -> Iterator[Message]:
    """Yield the parts of a mail that have no parts themselves; a mail within is one of them."""
    children = _children(part)
    for each in children:
        yield from leaves(each)
    if not children:
        yield part


def _multiparts(part: Message) -> Iterator[Message]:
    children = _children(part)
    if children:
        yield part
    for each in children:
        yield from _multiparts(each)


def _cut(message: Message) -> Iterator[int]:
    """Yield the parts behind which the mail ends though more should come."""
    for each in _multiparts(message):
        last = _children(each)[-1]
        unclosed = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in each.defects)
        if unclosed and last.get_content_maintype() not in {"multipart", "message"}:
            yield id(last)


def _choose(found: Bodies, alternative: Message) -> None:
    """Mark the forms of a text that are not read."""
    branches = [_texts_in(found, each) for each in _children(alternative)]
    usual = [each for each in branches if each and not any(found.by_part[at].rare for at in each)]
    pages = [each for each in usual if any(found.by_part[at].page for at in each)]
    plain = _longest(found, [each for each in usual if each not in pages])
    page = _longest(found, pages)
    chosen = plain or page or _longest(found, branches)
    if plain and page:
        typed, shown = _joined(found, plain), _joined(found, page)
        chosen = page if mail_bodies.page_is_better(shown, typed) else plain
        found.disagree |= mail_bodies.disagree(shown, typed)
    for branch in branches:
        if branch is not chosen:
            found.by_part.update({at: replace(found.by_part[at], other_form=True) for at in branch})


def weigh(outer: Bodies, inner: Bodies) -> None:
    """Mark the worse of two texts that are one: that of a mail, and that in Outlook's envelope in it."""
    shown, enclosed = _chosen(outer), _chosen(inner)
    typed, own = _joined(outer, shown), _joined(inner, enclosed)
    outer_page, page = (
        any(each.by_part[at].page for at in places) for each, places in ((outer, shown), (inner, enclosed))
    )
    seen = mail_bodies.visible(typed) if outer_page else typed
    if not mail_bodies.alike(seen, mail_bodies.visible(own) if page else own):
        return
    better = not outer_page and (mail_bodies.page_is_better(own, typed) if page else len(own) > len(typed))
    worse, places = (outer, shown) if better else (inner, enclosed)
    worse.by_part.update({at: replace(worse.by_part[at], other_form=True) for at in places})
    outer.disagree |= page and mail_bodies.disagree(own, seen)


def _chosen(found: Bodies) -> list[int]:
    return [at for at, body in found.by_part.items() if not body.other_form]


def _texts_in(found: Bodies, branch: Message) -> list[int]:
    return [id(leaf) for leaf in leaves(branch) if id(leaf) in found.by_part]


def _longest(found: Bodies, branches: list[list[int]]) -> list[int]:
    return max(branches, key=lambda branch: len(_joined(found, branch)), default=[])


def _joined(found: Bodies, branch: list[int]) -> str:
    return "\n".join(found.by_part[at].text for at in branch)


def repaired(part: Message) -> Message | None:
    """Return a multipart whose stated boundary is not the one that parts it; None where none does."""
    stated = content(part)
    boundary = BOUNDARY.search(stated) if isinstance(stated, str) else None
    if boundary is None or not isinstance(stated, str):
        return None
    head = f'Content-Type: multipart/{part.get_content_subtype()}; boundary="{boundary[1]}"\n\n'
    data = (head + stated).encode("utf-8", "surrogateescape")
    mended = email.message_from_bytes(data, policy=compat32)
    # One that ends in what the parser takes for white space parts nothing: no use in trying again and again.
    return mended if mended.is_multipart() else None
