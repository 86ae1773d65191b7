"""Everything that came in, and what became of each part: nothing received is invisible."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request
from starlette.responses import HTMLResponse, Response

from models.archive import BlobCorruptError
from models.receipt import MessageDetail, MessageLine, MessageState, PartLine
from review import answer, put_aside
from review.answer import Desk
from review.download import attachment
from review.language import chosen
from review.words import say, word

SHOWN = 50
"""How many messages a page lists; each brings its parts."""
_WITHHELD_IN = frozenset({None, MessageState.QUARANTINED})
"""The lists (by state) that mails are in which the server did not hand out."""
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part and what became of it, in words; `tone` chooses its mark."""

    part: PartLine
    tone: str
    became: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message and what became of it, in words.

    `detail` is what is known beyond the reason, `again` tells whether a person can let it be worked on anew.
    """

    line: MessageLine
    tone: str
    became: str
    remedy: str
    parts: tuple[PartView, ...]
    detail: str = ""
    again: bool = False


def routes(desk: Desk) -> APIRouter:
    """Return the routes of the received mail."""
    router = APIRouter(prefix="/messages")

    @router.get("", response_class=HTMLResponse)
    def messages(
        request: Request,
        state: Annotated[MessageState | None, Query()] = None,
        skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> HTMLResponse:
        """List what came in, newest first, part by part."""
        lang = chosen(request, desk.language)
        listed = desk.sources.messages(state, SHOWN + 1, skip)
        details = [desk.sources.message(each.raw_sha256) for each in listed[:SHOWN]]
        return answer.page(
            desk,
            request,
            "messages.html",
            messages=[view(lang, each) for each in details if each],
            states=list(MessageState),
            state=state,
            skip=skip,
            more=skip + SHOWN if len(listed) > SHOWN else None,
            ledger=desk.sources.ledger(),
            withheld=[] if skip or state not in _WITHHELD_IN else _withheld(desk, lang),
            token=desk.token,
            acts=desk.acts is not None,
        )

    @router.get("/{sha256}", response_class=HTMLResponse)
    def message(request: Request, sha256: Sha256) -> HTMLResponse:
        """Show one message."""
        lang = chosen(request, desk.language)
        return answer.page(
            desk,
            request,
            "message.html",
            message=view(lang, _found(desk, sha256)),
            token=desk.token,
            acts=desk.acts is not None,
        )

    @router.get("/{sha256}/original", response_class=Response)
    def original(sha256: Sha256) -> Response:
        """Hand out the message as it came in."""
        line = _found(desk, sha256).line
        name = line.name or f"{line.subject or 'mail'}.eml"
        return attachment(_kept(desk, sha256), name, sha256[:12])

    @router.get("/{sha256}/parts/{ordinal}", response_class=Response)
    def part(sha256: Sha256, ordinal: int) -> Response:
        """Hand out a part of a message."""
        parts = [each for each in _found(desk, sha256).parts if each.ordinal == ordinal]
        if not parts:
            raise HTTPException(404)
        return attachment(_kept(desk, parts[0].doc_sha256), parts[0].name or "", parts[0].doc_sha256[:12])

    return router


def view(lang: str, message: MessageDetail) -> MessageView:
    """Return a message and its parts in words."""
    line = message.line
    parts = tuple(_part(lang, each) for each in message.parts)
    aside = put_aside.put_aside(lang, line)
    if aside is not None:
        return MessageView(line, "missing", aside.why, aside.remedy, parts, aside.detail, aside.again)
    became = word(lang, "message_outcome", line.why) if line.why else word(lang, "message_state", line.state)
    return MessageView(
        line, "not_checked" if line.state is MessageState.STORED else "read", became, "", parts
    )


def _part(lang: str, part: PartLine) -> PartView:
    if part.failure is not None:
        became = say(lang, "part.failed", why=word(lang, "error", part.failure))
        return PartView(part, "missing", became, word(lang, "remedy", part.failure))
    if part.ignored is not None:
        return PartView(
            part, "not_checked", say(lang, "part.ignored", why=word(lang, "ignored", part.ignored))
        )
    kinds = say(lang, "sentence.list").join(word(lang, "kind", each) for each in dict.fromkeys(part.kinds))
    if part.cases:
        return PartView(part, "equal", say(lang, "part.taken", kind=kinds))
    if part.kinds:
        return PartView(part, "read", say(lang, "part.kept", kind=kinds))
    return PartView(part, "not_checked", say(lang, "part.not_read"))


def _withheld(desk: Desk, lang: str) -> list[put_aside.WithheldView]:
    """Return the mails that a server did not hand out, the oldest first."""
    found = desk.acts.withheld() if desk.acts is not None else ()
    return [put_aside.withheld(lang, each) for each in found[:SHOWN]]


def _found(desk: Desk, sha256: str) -> MessageDetail:
    message = desk.sources.message(sha256)
    if message is None:
        raise HTTPException(404)
    return message


def _kept(desk: Desk, sha256: str) -> bytes:
    try:
        return desk.sources.blob(sha256)
    except BlobCorruptError:
        raise HTTPException(410) from None
