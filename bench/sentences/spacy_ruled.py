"""The same phrases as rules of blank spaCy pipelines: what is matched differs, what is made of it does not.

Chinese is cut into characters (jieba takes part numbers apart, pkuseg needs a model that is not shipped);
amounts and parties are merged into one token each, words that change nothing may stand between those of a
phrase.
"""

from collections.abc import Iterator, Sequence

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from bench.sentences.expressions import places
from extractors.clauses import amounts, phrases, read
from extractors.clauses.marks import STOPS, Mark
from extractors.clauses.phrases import PARTY, SKIPPED, Concept
from extractors.fields.text import level

SKIP = "-skip-"


def is_chinese(text: str) -> bool:
    """Tell whether a text holds ideographs."""
    return any("\u4e00" <= each <= "\u9fff" for each in text)


class Pipelines:
    """Blank pipelines for Chinese and English, each with a matcher for all phrases."""

    def __init__(self) -> None:
        self.languages = {name: spacy.blank(name) for name in ("zh", "en")}
        self.matchers = {name: self._matcher(name) for name in self.languages}

    def _matcher(self, name: str) -> Matcher:
        pipeline = self.languages[name]
        rules: dict[Concept, list[list[dict[str, object]]]] = {}
        for words, concepts in phrases.known().items():
            if name == "en" and is_chinese("".join(words)):
                continue
            tokens = [token.text for word in words for token in pipeline.tokenizer(word)]
            for concept in concepts:
                rules.setdefault(concept, []).append(_pattern(tokens))
        matcher = Matcher(pipeline.vocab)
        for concept, patterns in rules.items():
            matcher.add("|".join(concept), patterns)
        return matcher

    def cut(self, text: str) -> tuple[Mark, ...]:
        """Cut a text into marks, as `extractors/clauses/marks` does."""
        plain = level(text).lower()
        name = "zh" if is_chinese(plain) else "en"
        found = amounts.find(plain)
        doc = _merged(self.languages[name].make_doc(plain), found, plain)
        hits: dict[tuple[int, int], set[Concept]] = {}
        for key, start, end in self.matchers[name](doc):
            group, _, concept = self.languages[name].vocab.strings[key].partition("|")
            hits.setdefault((start, end), set()).add((group, concept))
        spans = {each.start: each for each in filter_spans([Span(doc, *each) for each in hits])}
        return tuple(_marks(doc, spans, hits, {each.start: each for each in found}))

    def read(self, text: str) -> Iterator[str]:
        """Yield what a text states."""
        cut = self.cut(text)
        for reader in read.READERS:
            yield from (f"{each.kind} {each.value}" for each in (reader(cut) if cut else ()))
        yield from places(text)


def _pattern(tokens: Sequence[str]) -> list[dict[str, object]]:
    pattern: list[dict[str, object]] = []
    for token in tokens:
        if pattern:
            pattern.append({"LEMMA": SKIP, "OP": "*"})
        pattern.append({"NORM": token})
    return pattern


def _merged(doc: Doc, found: Sequence[amounts.Amount], text: str) -> Doc:
    taken: list[Span] = []
    places_of = [(each.start, each.end) for each in found] + [match.span() for match in PARTY.finditer(text)]
    with doc.retokenize() as retokenizer:
        for start, end in places_of:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and all(span.start >= each.end or span.end <= each.start for each in taken):
                taken.append(span)
                retokenizer.merge(span)
    values = {each.start for each in found}
    for token in doc:
        skipped = token.text in SKIPPED or PARTY.fullmatch(token.text) is not None
        token.norm_ = "-amount-" if token.idx in values else phrases.stem(token.text)
        token.lemma_ = SKIP if skipped else token.text
    return doc


def _marks(
    doc: Doc,
    spans: dict[int, Span],
    hits: dict[tuple[int, int], set[Concept]],
    values: dict[int, amounts.Amount],
) -> Iterator[Mark]:
    at = 0
    while at < len(doc):
        token, span = doc[at], spans.get(at)
        if token.idx in values:
            yield Mark(token.text, token.idx, token.idx + len(token.text), amount=values[token.idx])
        elif span is not None:
            concepts = frozenset(hits[span.start, span.end])
            yield Mark(span.text, span.start_char, span.end_char, concepts)
            at = span.end - 1
        elif token.lemma_ != SKIP and not token.is_space:
            stop = frozenset({("stop", token.text)}) if token.text in STOPS else frozenset()
            yield Mark(token.text, token.idx, token.idx + len(token.text), stop)
        at += 1
