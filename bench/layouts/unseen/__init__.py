"""The layouts that nobody looks at who improves the reader."""

from bench.layouts.layout import Layout
from bench.layouts.unseen import (
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
