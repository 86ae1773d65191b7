"""Which pictures of a mail are pages of a document, and which only decorate it.

A picture is ignored on evidence alone: it is too small to hold an order, it is shown too small for
anybody to read, or it stands in the text with the size or the name of a logo. In doubt it is a
document: a person looks at one picture too many, and no order is lost.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.late import late
from extractors.readers import picture

PIXEL = "tracking pixel"
SIGNATURE = "signature picture"
SMALL = "small picture"
LOGO = late(
    r"logo|signature|banner|icon|avatar|footer|header|facebook|linkedin|twitter|youtube|instagram|wechat"
    r"|weixin|qr.?code|签名|标志|图标|二维码|公众号|横幅|商标|^(?:spacer|blank|pixel|bg)\b",
    re.IGNORECASE,
)
GENERATED = late(r"(?:image|outlook-|pastedgraphic|cid)[-_]?\w{0,12}(?:\.\w+)?", re.IGNORECASE)
"""Names that mail programs give to what stands in the text."""
ORDERING = late(r"order|订单|合同|采购|purchase|contract|bestell|扫描|scan|\bpo\b", re.IGNORECASE)
TINY = 10
"""Pixels: what is no larger either way shows nothing."""
LEGIBLE = 60_000
"""Pixels: no order can be read in fewer (300 x 200)."""
THUMB = 200
"""Pixels: nobody reads what is shown no larger either way, however large it is in the file."""
PAGE_SIDE, PAGE_AREA = 480, 400_000
"""Pixels: what is larger both ways and in all may be a page."""
STRIP = 700
"""Pixels: a picture in the text that is so wide may be a row of a table that somebody pasted."""
HEAVY = 100_000
"""Bytes of a picture whose size is not known: a logo has fewer."""
IMG = late(r"<img\b[^<>]*>", re.IGNORECASE)
SOURCE = late(r"\bsrc\s*=\s*[\"']?\s*cid:([^\"'\s>]+)", re.IGNORECASE)
EMBEDDED = late(r"\bsrc\s*=\s*[\"']?\s*data:image/[\w.+-]+;base64,([\w+/=%\s]+)", re.IGNORECASE)
SHOWN = r"\b{}\s*[=:]\s*[\"']?\s*(\d{{1,5}})(?:px)?\s*(?=[\"';\s>/])"
WIDE, HIGH = (late(SHOWN.format(side), re.IGNORECASE) for side in ("width", "height"))


@dataclass(frozen=True, slots=True)
class Shown:
    """How large a page shows a picture, in pixels; None where it does not say."""

    width: int | None
    height: int | None


def shown_in(page: str) -> dict[str, Shown]:
    """Return the pictures that an HTML text shows, by their content ids."""
    tags = ((tag, SOURCE.search(tag)) for tag in IMG.findall(page))
    return {source[1]: _shown(tag) for tag, source in tags if source}


def embedded_in(page: str) -> Iterator[tuple[bytes, Shown]]:
    """Yield the pictures that stand in an HTML text itself."""
    for tag in IMG.findall(page):
        source = EMBEDDED.search(tag)
        if source:
            try:
                yield base64.b64decode(source[1].replace("%3D", "=").replace("%2B", "+")), _shown(tag)
            except binascii.Error:
                continue


def _shown(tag: str) -> Shown:
    width, height = (each.search(tag) for each in (WIDE, HIGH))
    return Shown(int(width[1]) if width else None, int(height[1]) if height else None)


def why_ignored(data: bytes, name: str | None, shown: Shown | None, *, inline: bool) -> str | None:
    """Return why a picture is no document, None where it may be one.

    `shown` is how the text of the mail shows it, None where it does not; an `inline` picture is
    said by the sender's program to stand in the text.
    """
    extent = picture.size(data)
    in_text = shown is not None or inline
    if extent is None:
        return SIGNATURE if in_text and len(data) < HEAVY and (shown or _decorative(name)) else None
    if min(extent) <= 2 or max(extent) <= TINY:
        return PIXEL
    if ORDERING.search(name or "") and not LOGO.search(name or ""):
        return None
    return _why_decoration(extent, name, shown, in_text=in_text)


def _why_decoration(
    extent: tuple[int, int], name: str | None, shown: Shown | None, *, in_text: bool
) -> str | None:
    width, height = extent
    if max(_visible(extent, shown)) <= THUMB:
        return SIGNATURE
    if width * height < LEGIBLE:
        return SIGNATURE if in_text or _decorative(name) else SMALL
    if min(extent) >= PAGE_SIDE and width * height >= PAGE_AREA:
        return None
    if LOGO.search(name or ""):
        return SIGNATURE
    return SIGNATURE if width < STRIP and (in_text or _decorative(name)) else None


def _decorative(name: str | None) -> bool:
    return not name or bool(GENERATED.fullmatch(name) or LOGO.search(name))


def _visible(extent: tuple[int, int], shown: Shown | None) -> tuple[float, float]:
    """Return the size in which a reader of the mail sees a picture."""
    width, height = extent
    stated = (shown.width, shown.height) if shown else ()
    scales = [each / own for each, own in zip(stated, extent, strict=False) if each]
    scale = min([1.0, *scales])
    return width * scale, height * scale
