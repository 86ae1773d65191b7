"""Every group, made once for every state of the code that makes them."""

import hashlib
from pathlib import Path

from bench.layouts.make import SEED, make

MARK = "made-from.txt"


def folder(build: Path, seed: int = SEED) -> Path:
    """Return the folder with every group below `build`, made anew if the maker has changed.

    Raises:
        FileNotFoundError: Chromium is not installed.
    """
    out = build / "layouts"
    mark, digest = out / MARK, _digest(seed)
    if not mark.exists() or mark.read_text("utf-8") != digest:
        mark.unlink(missing_ok=True)
        for line in make(out, seed):
            print(line)
        mark.write_text(digest, "utf-8")
    return out


def _digest(seed: int) -> str:
    """Return a hash of the seed, the maker and what it borrows from the maker of the demo."""
    here = Path(__file__).parent
    sources = [*here.rglob("*.py"), *here.rglob("*.toml"), *(here.parent.parent / "demo").glob("make_*.py")]
    whole = hashlib.sha256(str(seed).encode())
    for path in sorted(sources):
        whole.update(path.read_bytes())
    return whole.hexdigest()
