"""Orders as data changed in one place and read, for the tests."""

import re

from extractors import readers
from models.reading import Reading
from spine import extract


def counted(text: str) -> str:
    """Return EDI with the number of its segments put right."""
    if text.startswith("ISA"):
        return re.sub(r"SE\*\d+", f"SE*{text[text.index('ST*8') : text.index('SE*')].count('~') + 1}", text)
    if text.startswith(("UNA", "UNB")):
        inner = text[text.index("UNH") : text.index("UNT")].replace("?'", "")
        return re.sub(r"UNT\+\d+", f"UNT+{inner.count(chr(39)) + 1}", text)
    return text


def read(text: str) -> Reading:
    name = "o.xml" if text.startswith("<") else "o.edi"
    (found,) = extract(counted(text).encode(), name, readers.read, name)
    assert found.reading is not None
    return found.reading


def put(text: str, before: str, more: str) -> str:
    assert before in text
    return text.replace(before, more + before, 1)


def instead(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def state(reading: Reading, name: str) -> tuple[str | None, bool] | None:
    """Return value and certainty of a field of the header, or of a line (L2.quantity)."""
    part, _, field = name.rpartition(".")
    found = getattr(reading.lines[int(part[1:]) - 1] if part else reading.header, field)
    return None if found is None else (found.value, found.sure)
