"""Bytes to text, in one place for files, mails and archive names.

No statistics: short Chinese texts fool every detector. What is valid UTF-8 is UTF-8; what was
declared is believed where it says something; the rest is told by the byte pairs of GB 18030 and Big5.
"""

import codecs
import re
from collections.abc import Iterator

from extractors.late import late

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GB = late(r"(?:x-)?(?:gb|hz|euc-?cn|cp?936|ms936|chinese)", re.IGNORECASE)
"""Declared Chinese character sets; GB 18030 contains them all, and senders use its characters in all."""
KNOWN = late(
    r"(?:utf|big5|cp|windows|iso|shift|sjis|euc|koi8|mac|ks_c|ascii|us-ascii|latin)[\w.:-]*", re.IGNORECASE
)
"""Declared names that may be looked up; Python's table also holds transformations that are no text."""
SAYS_NOTHING = frozenset({"ascii", "iso8859-1", "iso8859-15", "cp1252", "cp1250"})
"""What programs declare without knowing; every byte fits the last four."""
PAIRED = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*")
BIG5_COMMON = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xc6][\x40-\x7e\xa1-\xfe])*")
LOST = "�"
SAMPLE = 200_000


def decode(data: bytes, declared: str | None = None) -> str:
    """Return `data` as text; `declared` is the character set that the sender names.

    What cannot be decoded becomes U+FFFD and is doubted later.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in _candidates(data, declared):
        text = _decoded(data, name)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    """Yield the encodings to try, best first."""
    wide = _without_mark(data)
    if wide is not None:
        yield wide
    named = codec(declared)
    if named is not None and named.startswith(("iso2022", "hz", "utf-16", "utf-7")):
        yield named  # these are plain ASCII bytes, valid UTF-8 too
    yield "utf-8"
    if named is not None and named not in SAYS_NOTHING:
        yield named
    if PAIRED.fullmatch(data[:SAMPLE]) or _plausible(data, "gb18030", "gb2312"):
        yield "gb18030"
    if named in SAYS_NOTHING:
        yield named
    if BIG5_COMMON.fullmatch(data[:SAMPLE]):
        yield "big5"


def codec(declared: str | None) -> str | None:
    """Return Python's name of a declared character set, None where it names none."""
    name = (declared or "").strip(" '\"\t")
    if GB.match(name):
        return "hz" if name.lower().startswith("hz") else "gb18030"
    if not KNOWN.fullmatch(name):
        return None
    try:
        return codecs.lookup(name.lower().replace("ks_c_5601-1987", "cp949")).name
    except LookupError:
        return None


def _without_mark(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by the zero bytes of its ASCII characters."""
    sample = data[:2000]
    if len(sample) < 8 or not 0.2 < sample.count(0) / len(sample) < 0.6:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _decoded(data: bytes, name: str) -> str | None:
    """Decode; a stray byte in a long text is no proof against an encoding."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as broken:
        if broken.start == 0 and len(data) < 1000:
            return None
    text = data.decode(name, "replace")
    others = sum(character > "\x7f" for character in text)
    return text if text.count(LOST) <= min(others // 50, 20) else None


def _plausible(data: bytes, name: str, common: str) -> bool:
    """Tell whether nearly all characters beyond ASCII are common ones of that encoding."""
    text = data[:SAMPLE].decode(name, "replace")
    others = [character for character in text if character > "\x7f"]
    usual = sum(bool(character.encode(common, "ignore")) for character in others)
    return bool(others) and usual >= 0.9 * len(others)
