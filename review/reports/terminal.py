"""Text on a terminal: plain whatever it came from, with a few styles.

Texts come from strangers. They are put out without the control characters that would steer a terminal
and without marks that turn the direction of writing.
"""

import unicodedata

from rich.console import Console
from rich.text import Text

from models.reading import Extraction
from review.words import say, word

UNSURE, FAILED, GOOD, SOFT, STRONG = "yellow", "red", "green", "dim", "bold"
_STEERING = frozenset({"Cc", "Cf", "Cs"})
_WIDE = 160
"""How wide a report is where it goes to a file."""


def console(*, errors: bool = False) -> Console:
    """Return standard output, or standard error, as something to print reports on."""
    chosen = Console(stderr=errors, highlight=False)
    return chosen if chosen.is_terminal else Console(stderr=errors, highlight=False, width=_WIDE)


def line(*texts: str, style: str = "") -> Text:
    """Return texts one after the other in one style."""
    return Text.assemble(*map(plain, texts), style=style)


def plain(text: str) -> Text:
    """Return a text of any origin so that a terminal shows it and does nothing else."""
    single = " ".join(text.splitlines())
    return Text("".join("" if unicodedata.category(each) in _STEERING else each for each in single))


def title(lang: str, extraction: Extraction) -> Text:
    """Return which document this is, with its kind and language where it was read."""
    names = [extraction.source, *extraction.container]
    names += [] if extraction.part is None else [part_name(lang, extraction.part)]
    named = line(" › ".join(names), style=STRONG)
    reading = extraction.reading
    if reading is None:
        return named
    kind, language = word(lang, "kind", reading.kind), word(lang, "language", reading.language)
    return Text.assemble(named, line("  ", say(lang, "sentence.comma").join([kind, language]), style=SOFT))


def part_name(lang: str, name: str) -> str:
    """Return a part's name for people."""
    return say(lang, "part.body") if name == "body" else name
