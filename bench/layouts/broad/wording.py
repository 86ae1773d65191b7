"""The words of composed layouts (`wording.toml`): titles, labels, headings, decoys and notes, by language."""

import tomllib
from importlib.resources import files

Words = dict[str, tuple[str, ...]]
"""The words for one thing, by language."""


def _read() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("bench.layouts.broad").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _things(name: str) -> dict[str, Words]:
    return {
        thing: {language: tuple(words) for language, words in said.items()}
        for thing, said in _read()[name].items()
    }


def _texts(name: str) -> Words:
    return {language: tuple(texts) for language, texts in _read()[name].items()}


TITLES = _things("titles")
LABELS = _things("labels")
HEADS = _things("heads")
DECOYS = _texts("decoys")
"""Label and value of what is no field of an order, parted by a stroke."""
PAPERS = _texts("papers")
TERM_PAGES = _texts("term_pages")
