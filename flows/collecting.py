"""Python's search for objects that hold each other in circles: seldom while a command reads long exports.

Millions of cells come and go, and none of them is in a circle: counting references frees them. Each search
goes through all that is there, and together they take a fifth of the time of reading.
"""

import contextlib
import gc
from collections.abc import Iterator

MORE = 100_000
"""So many more objects than before begin a search (`gc.set_threshold`)."""


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """Leave out of the search what is loaded by now, and search seldom, until the end."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(MORE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
