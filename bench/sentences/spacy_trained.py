"""A trained spaCy component that says what a sentence speaks of, learnt from the half that may be looked at.

The value is then read by the phrases, in the kinds that the component named. There are too few sentences
to learn values from.
"""

import random
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.training import Example

from bench.sentences.expressions import phrases
from bench.sentences.score import sentences
from bench.sentences.spacy_ruled import is_chinese

EPOCHS, BATCH = 30, 8
NGRAMS = {"zh": 4, "en": 2}
LIKELY = 0.4
"""From here on a kind counts as named."""


class Kinds:
    """A classifier of sentences for each language."""

    def __init__(self, seed: int = 0) -> None:
        self.languages = {name: _trained(name, seed) for name in NGRAMS}

    def kinds(self, text: str) -> frozenset[str]:
        """Return what a sentence speaks of."""
        found = self.languages["zh" if is_chinese(text) else "en"](text).cats
        return frozenset(name for name, likelihood in found.items() if likelihood >= LIKELY)

    def read(self, text: str) -> Iterator[str]:
        """Yield what a text states of the kinds that the component named."""
        kinds = self.kinds(text)
        yield from (each for each in phrases(text) if each.partition(" ")[0] in kinds)


def _trained(language: str, seed: int) -> Language:
    spacy.util.fix_random_seed(seed)
    shown = [each for each in sentences("tune") if each.language == language]
    names = sorted({kind for each in sentences("tune") for kind in each.kinds})
    model = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": NGRAMS[language],
        "no_output_layer": False,
    }
    pipeline = spacy.blank(language)
    component = pipeline.add_pipe("textcat_multilabel", config={"model": model})
    for name in names:
        component.add_label(name)
    examples = [
        Example.from_dict(
            pipeline.make_doc(each.text), {"cats": {name: float(name in each.kinds) for name in names}}
        )
        for each in shown
    ]
    optimizer = pipeline.initialize(lambda: examples)
    order = random.Random(seed)  # noqa: S311 - a shuffle, no secret
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for at in range(0, len(examples), BATCH):
            pipeline.update(examples[at : at + BATCH], sgd=optimizer)
    return pipeline
