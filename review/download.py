"""Originals handed out as files to keep, never as something the browser shows."""

import re
import unicodedata
from urllib.parse import quote

from starlette.responses import Response

_UNSAFE = re.compile(r'[\\/:*?"<>|]')
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_LONGEST = 120
HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'"}


def attachment(data: bytes, name: str, fallback: str) -> Response:
    """Return `data` as a download called `name`, as far as that name is harmless."""
    safe = safe_name(name) or fallback
    plain = f"{fallback}{_suffix(safe)}" if not safe.isascii() or "%" in safe else safe
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"
    headers = {**HEADERS, "Content-Disposition": disposition}
    return Response(data, media_type="application/octet-stream", headers=headers)


def safe_name(name: str) -> str:
    """Return a file name without paths, control characters and marks that turn the text direction."""
    shown = "".join(each for each in name if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    flat = _UNSAFE.sub("_", shown).strip(" .")
    suffix = _suffix(flat)
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - len(suffix)] + suffix


def _suffix(name: str) -> str:
    found = _SUFFIX.search(name)
    return found[0] if found else ""
