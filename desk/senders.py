"""Whether a mail comes from somebody who may send orders, and whether that is proven.

The address in From is only a claim. Our own mail server states whether it holds, in the topmost
Authentication-Results header under its own name (RFC 8601); whatever stands below it came with the mail.
DMARC decides (RFC 7489); without a statement on it, a signature or an SPF result for the same domain does.
"""

import enum
import re
import unicodedata
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

from models.configuration import Senders
from models.message import Address, Envelope

COMMENT = re.compile(r"\([^()]*\)")
RESULT = re.compile(r"\s*([a-z0-9-]+)\s*=\s*([a-z0-9-]+)", re.IGNORECASE)
PROPERTY = re.compile(r"([a-z0-9-]+\.[a-z0-9-]+)\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s<>\"'()\[\],;:]+@[^\s<>\"'()\[\],;:]+\.[^\s<>\"'()\[\],;:]+")
ALIKE = str.maketrans("0135аеорсухіјѕԁɡ", "olesaeopcyxijsdg")
"""Characters that are taken for others: digits, and letters of other scripts (Unicode TR 39)."""
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
SHORTEST_FOR_SLIP = 6
LONGEST = 4000
"""Characters of a header that is looked at: a server's statement is far shorter, and so is a name."""


class Doubt(enum.StrEnum):
    """What is to be said against a sender; cases bear it as a reason."""

    UNKNOWN = "unknown_sender"
    LOOKS_ALIKE = "look_alike_sender"
    """The domain looks like one that is allowed."""
    SEVERAL = "several_senders"
    SHOWS_OTHER = "shows_other_sender"
    """The name that people see is another address."""
    NOT_PROVEN = "sender_not_proven"


def doubt(envelope: Envelope, senders: Senders) -> Doubt | None:
    """Return what is to be said against a mail's sender; None where nothing is, or nothing was asked."""
    if not senders.allowed and not senders.authserv_id:
        return None
    if len(envelope.authors) != 1:
        return Doubt.SEVERAL if envelope.authors else Doubt.UNKNOWN
    (author,) = envelope.authors
    if _shows_other(author):
        return Doubt.SHOWS_OTHER
    if senders.allowed and not is_among(author.address, senders.allowed):
        return Doubt.LOOKS_ALIKE if looks_alike(author.address, senders.allowed) else Doubt.UNKNOWN
    if senders.authserv_id and not is_proven(
        envelope.authentication, senders.authserv_id, domain(author.address)
    ):
        return Doubt.NOT_PROVEN
    return None


def is_among(address: str, names: tuple[str, ...]) -> bool:
    """Tell whether an address is one of `names`, or of a domain among them or below one."""
    whole, own = address.strip().lower(), domain(address)
    return any(whole == each if "@" in each else _is_below(own, each) for each in names)


def domain(address: str) -> str:
    """Return the domain of an address as it is compared; empty where there is none."""
    found = address.rpartition("@")[2].strip().lower().rstrip(".")
    return "" if "@" not in address else found


def looks_alike(address: str, names: tuple[str, ...]) -> bool:
    """Tell whether an address is of a domain that looks like one among `names` and is another."""
    own = _skeleton(domain(address))
    for each in {domain(name) if "@" in name else name for name in names} - {domain(address)}:
        other = _skeleton(each)
        if own == other or own.endswith(f".{other}"):
            return True
        if len(other) >= SHORTEST_FOR_SLIP and OSA.distance(own, other, score_cutoff=1) <= 1:
            return True
    return False


def is_proven(header: str, authserv_id: str, own: str) -> bool:
    """Tell whether our server states, in its header, that a mail really comes from the domain `own`."""
    # A quoted text may hold what the sender chose to write, a whole result even: it proves nothing.
    if '"' in header or "\\" in header or len(header) > LONGEST:
        return False
    plain = header
    while COMMENT.search(plain):
        plain = COMMENT.sub(" ", plain)
    name, *results = plain.split(";")
    if name.split()[:1] != [authserv_id] and name.lower().split()[:1] != [authserv_id.lower()]:
        return False
    stated = list(_results(results))
    policy = [(result, found) for method, result, found in stated if method == "dmarc"]
    if policy:
        return all(result == "pass" and _is_for(found, own, "header.from") for result, found in policy)
    aligned = {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}
    return any(
        result == "pass" and any(_is_aligned(found.get(each, ""), own) for each in aligned.get(method, ()))
        for method, result, found in stated
    )


def _results(pieces: list[str]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for piece in pieces:
        result = RESULT.match(piece)
        if result is not None:
            stated = [(key.lower(), value.lower()) for key, value in PROPERTY.findall(piece)]
            # A property that is stated twice is stated by nobody.
            once = {key: value for key, value in stated if sum(key == each for each, _ in stated) == 1}
            yield result[1].lower(), result[2].lower(), once


def _is_for(found: Mapping[str, str], own: str, name: str) -> bool:
    return found.get(name, own).rpartition("@")[2] == own


def _is_aligned(stated: str, own: str) -> bool:
    """Tell whether a domain is the sender's, or one above or below it (RFC 7489, 3.1: relaxed)."""
    other = stated.rpartition("@")[2].rstrip(".")
    return bool(other) and "." in other and (_is_below(own, other) or _is_below(other, own))


def _is_below(own: str, other: str) -> bool:
    return bool(own) and (own == other or own.endswith(f".{other}"))


def _shows_other(author: Address) -> bool:
    if len(author.name) > LONGEST:
        return True
    shown = [each.lower() for each in ADDRESS.findall(author.name)]
    return any(each != author.address.lower() for each in shown)


def _skeleton(name: str) -> str:
    try:
        unicode = name.encode("ascii").decode("idna") if "xn--" in name else name
    except UnicodeError:
        unicode = name
    folded = unicodedata.normalize("NFKD", unicode.lower())
    plain = "".join(each for each in folded if not unicodedata.combining(each)).translate(ALIKE)
    for pair, single in PAIRS:
        plain = plain.replace(pair, single)
    return plain
