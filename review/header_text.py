"""Text from outside on its way into a header of a mail of ours.

A subject like "=?UTF-8?Q?=0A?=Bcc: x" is one harmless line until a library decodes and folds it: in
Python 3.11.7 it becomes a header of its own (CVE-2024-6923). So a text is decoded until nothing is left
to decode, and only then line breaks and all other controls are taken out.
"""

import base64
import binascii
import quopri
import re
import unicodedata

ENCODED = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?]*)\?=")
ROUNDS = 10
"""Nobody honest encodes an encoded word more than twice."""
LONGEST = 300
_OPENING = re.compile(r"=\s*\?")
_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def clean(text: str) -> str:
    """Return a text as one line without controls and without anything that could be decoded again."""
    for _ in range(ROUNDS):
        decoded = _visible(ENCODED.sub(_decoded, text))
        if decoded == text:
            break
        text = decoded
    # What is left are broken or endless encodings: they must not look like any.
    return _OPENING.sub("= ?", _visible(text)).strip()[:LONGEST]


def _visible(text: str) -> str:
    plain = _TURNING.sub("", text)
    return " ".join("".join(" " if unicodedata.category(c) in _STEERING else c for c in plain).split())


def _decoded(word: re.Match[str]) -> str:
    data = word[3].encode("ascii", "replace")
    try:
        quoted = word[2] in "qQ"
        octets = quopri.decodestring(data, header=True) if quoted else base64.b64decode(data + b"==")
        return octets.decode(word[1].partition("*")[0] or "ascii", "replace")
    except (binascii.Error, LookupError, ValueError):
        return word[3]


HOSTILE = (
    "A subject=?UTF-8?Q?=0A?=Bcc: x",
    "=?UTF-8?B?PT9VVEYtOD9RPz0wRD0wQUJjYzogeD89?=",
    "a\r\nBcc: x",
    "=?utf-8?q?=3D=3Futf-8=3Fq=3F=0D=0ABcc:_x=3F=3D?=",
    "=\n?utf-8?q?=0ABcc:_x?=",
    "\x00=?us-ascii?Q?=0D?=Bcc: x",
)
"""What a subject must never do."""
