"""What a place in a file without pages is called: readers name it in English, people in their own words."""

import re

from review.words import say, word

_NAMED = re.compile(
    r"(?P<story>header|footer|footnotes|endnotes|text box)? ?"
    r"(?:table (?P<table>\d+) row (?P<row>\d+)|paragraph (?P<paragraph>\d+)|line (?P<line>\d+))?"
)
"""As the readers of Word files, web pages and plain text name places (extractors/readers)."""
_TEXTS = (("row", "place.table_row"), ("paragraph", "place.paragraph"), ("line", "place.text_line"))


def place_in_file(lang: str, where: str) -> str:
    """Return a place in a reader's words: a cell of a spreadsheet is called as Excel calls it."""
    found = _NAMED.fullmatch(where)
    if found is None or not where:
        return where
    values = {name: each for name, each in found.groupdict().items() if each is not None}
    story = word(lang, "story", values["story"]) if "story" in values else ""
    named = next((say(lang, text, **values) for name, text in _TEXTS if name in values), "")
    return " · ".join(filter(None, (story, named)))
