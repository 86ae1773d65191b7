"""What is said about one file, or about what fails outside, in the reader's language.

Readers, exports and what speaks to servers explain themselves in English: what is wrong with this very file
or server, and what to do. The text is kept as it was said, also by older versions. Here its sentence is found
again by the English catalogue and said in another language with the same particulars. A sentence that nobody
knows stays as it is.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from functools import partial
from string import Formatter

from models.errors import ErrorCode
from models.reading import Failure
from review.particular_vocabulary import PARTICULARS
from review.trouble_vocabulary import TROUBLES
from review.words import catalogue, has_word, say, word

GROUP = "particular"
SPOKEN = "en"
"""The language that is kept."""
OPENED_BY_PASSWORD = frozenset({"pdf_password", "zip_password", "office_password"})
"""Files that are opened when a mail in their thread names the password."""
LONGEST = 4000
"""Characters of a text whose sentence is looked for."""
_SENTENCES = frozenset({"what", "how", "remedy", "error"})
"""Places that hold a sentence, or a part of one."""
_NAMES = {
    "missing": ("data_field", "list_column", "quotation_field", "kind"),
    "kinds": ("export_kind", "kind", "check_name"),
}
"""Places that hold stable words, and the groups these are looked for in."""
_WORD = re.compile(r"[a-z_]+")
Pieces = tuple[tuple[str, str], ...]
"""A sentence: its literal pieces, each with the name of the place behind it."""


def of_failure(lang: str, failure: Failure) -> str:
    """Return what is wrong with a file that could not be read, and what to do."""
    return worded(lang, failure.message)


def remedy(lang: str, failure: Failure) -> str:
    """Return what the sender of a file that could not be read can do."""
    plain = word(lang, "remedy", failure.code)
    which = name(failure.message)
    if failure.code is ErrorCode.UNSUPPORTED and which is not None:
        # Which kind of file it is decides what helps.
        return of_failure(lang, failure)
    return f"{plain} {say(lang, 'answer.password')}" if which in OPENED_BY_PASSWORD else plain


def worded(lang: str, text: str) -> str:
    """Return a text, of one sentence in each line, in the words of a language."""
    if lang == SPOKEN:
        return text
    return "\n".join(_sentence(lang, each) for each in text.split("\n"))


def name(text: str) -> str | None:
    """Return which sentence a text is; None where the catalogues do not know it."""
    found = _found(text)
    return found[0] if found else None


def _sentence(lang: str, text: str) -> str:
    found = _found(text)
    if found is None:
        return text
    which, values = found
    return say(lang, f"{GROUP}.{which}", **{key: _place(lang, key, each) for key, each in values.items()})


def _found(text: str) -> tuple[str, Mapping[str, str]] | None:
    if len(text) > LONGEST:
        return None
    for which, pieces in _sentences():
        values = _values(pieces, text)
        if values is not None:
            return which, values
    return None


def _values(pieces: Pieces, text: str) -> Mapping[str, str] | None:
    """Return what stands in the places of a sentence; None where the text is another one.

    Each piece is looked for behind the one before and never again, so a text made for it takes no time.
    """
    (first, place), *others = pieces
    if not text.startswith(first):
        return None
    found, at = {}, len(first)
    for number, (literal, following) in enumerate(others):
        is_last = number == len(others) - 1
        end = len(text) - len(literal) if is_last else text.find(literal, at + 1)
        if end <= at or not text.startswith(literal, end):
            return None
        found[place] = text[at:end]
        place, at = following, end + len(literal)
    return found if at == len(text) else None


def _place(lang: str, key: str, text: str) -> str:
    if key in _SENTENCES:
        return _sentence(lang, text)
    groups = _NAMES.get(key, ())
    return _WORD.sub(partial(_named, lang, groups), text) if groups else text


def _named(lang: str, groups: Sequence[str], found: re.Match[str]) -> str:
    group = next((each for each in groups if has_word(each, found[0])), None)
    return word(lang, group, found[0]) if group else found[0]


@functools.cache
def _sentences() -> tuple[tuple[str, Pieces], ...]:
    """Return the pieces of each sentence; those that say most by themselves come first."""
    texts = {each: catalogue(SPOKEN)[f"{GROUP}.{each}"][0] for each in (*PARTICULARS, *TROUBLES)}
    ordered = sorted(texts.items(), key=lambda one: -sum(len(literal) for literal, _ in _pieces(one[1])))
    return tuple((which, _pieces(text)) for which, text in ordered)


def _pieces(text: str) -> Pieces:
    """Return each literal piece with the place behind it; the last piece has none."""
    pieces = tuple((literal, name or "") for literal, name, _, _ in Formatter().parse(text))
    return pieces if not pieces[-1][1] else (*pieces, ("", ""))
