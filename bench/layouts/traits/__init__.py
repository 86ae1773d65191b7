"""Two documents and more for every trait that orders are known to have, in the words of many hands.

They were written without a look at what the reader can do, so that the figures of the first reading tell
how it fares with strangers. `features` of a layout names its traits.
"""

from bench.layouts.layout import Layout
from bench.layouts.traits import (
    american,
    deals,
    forms,
    german,
    lists,
    overseas,
    sides,
    spoken,
    systems,
    terms,
    western,
    wide,
)

LAYOUTS: tuple[Layout, ...] = (
    *systems.LAYOUTS,
    *deals.LAYOUTS,
    *lists.LAYOUTS,
    *spoken.LAYOUTS,
    *forms.LAYOUTS,
    *terms.LAYOUTS,
    *sides.LAYOUTS,
    *wide.LAYOUTS,
    *western.LAYOUTS,
    *german.LAYOUTS,
    *american.LAYOUTS,
    *overseas.LAYOUTS,
)
