"""The layouts that whoever improves the reader looks at."""

from bench.layouts.layout import Layout
from bench.layouts.seen import (
    bilingual,
    contracts,
    letters,
    others,
    papers,
    printed,
    sheets,
    systems,
    western,
)

LAYOUTS: tuple[Layout, ...] = (
    *contracts.LAYOUTS,
    *western.LAYOUTS,
    *printed.LAYOUTS,
    *letters.LAYOUTS,
    *systems.LAYOUTS,
    *papers.LAYOUTS,
    *bilingual.LAYOUTS,
    *sheets.LAYOUTS,
    *others.LAYOUTS,
)
