"""The words that documents use, in Chinese, English and German: data files, read once."""

import itertools
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import TypeVar

from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Label, Qualifier, Role, Summary
from models.reading import Kind

Meaning = TypeVar("Meaning", bound=StrEnum)


def _owned() -> Mapping[Role, tuple[str, ...]]:
    """Return the headings of code columns that say whose code it is."""
    table = tomllib.loads(files("extractors.vocabulary").joinpath("owners.toml").read_text(encoding="utf-8"))
    things = table["things"]
    return {
        role: (
            *(f"{owner} {thing} {end}" for owner, thing, end in _combined(table[side]["owners"], things)),
            *(
                owner + thing + end
                for owner in table[side]["chinese"]
                for thing in things["chinese"]
                for end in things["chinese_endings"]
            ),
        )
        for role, side in ((Role.SELLER_PART, "seller"), (Role.BUYER_PART, "buyer"))
    }


def _of_own_store() -> frozenset[str]:
    """Return, as keys, the headings of codes that likely are the buyer's own although they do not say so."""
    table = tomllib.loads(files("extractors.vocabulary").joinpath("owners.toml").read_text(encoding="utf-8"))
    return frozenset(map(key, table["buyer"]["likely"]))


def _combined(owners: list[str], things: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    return itertools.product(owners, things["english"], things["endings"])


def _joined(*tables: Mapping[Meaning, tuple[str, ...]]) -> Mapping[Meaning, tuple[str, ...]]:
    names = {name for table in tables for name in table}
    return {name: tuple(word for table in tables for word in table.get(name, ())) for name in names}


def _read(name: str, meaning: type[Meaning]) -> Mapping[Meaning, tuple[str, ...]]:
    table = tomllib.loads(files("extractors.vocabulary").joinpath(name).read_text(encoding="utf-8"))
    return {meaning(word): tuple(phrases) for word, phrases in table.items()}


OWN_STORE = _of_own_store()
HEADINGS = _joined(_read("headings.toml", Role), _owned())
LABELS = _read("labels.toml", Label)
SUMMARIES = _read("summary.toml", Summary)
KINDS = _read("kinds.toml", Kind)
QUALIFIERS = _read("qualifiers.toml", Qualifier)
