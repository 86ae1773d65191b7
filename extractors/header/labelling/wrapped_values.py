"""A value that the paper's right margin broke, where labels with their values follow each other in lines.

"Quote no.: 20031  Incoterms: DAP Valmorel-le-" goes on with "Bas" at the left of the next line: what follows
did not fit any more. That it is the rest is likely and not certain: an address may go on there as well.
"""

from collections.abc import Sequence

from extractors.header.labelling.label_words import COLON
from extractors.header.labelling.value_lines import begins_label, other_size
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run

SLACK = 3.0
"""Lines of one paragraph begin within so many points."""
LEADING = 0.8
"""They stand so close, in heights of their letters."""


def rest(blocks: PageBlocks, run: Run) -> Run | None:
    """Return the next line of the paper where the last value of a line was broken at the margin."""
    if blocks.page.synthetic:
        return None
    line = sorted(blocks.line(Block((run,), run.box)), key=lambda each: each.box.x0)
    if len(line) < 2 or line[-1].box.x1 > run.box.x1 + 1:
        return None
    first = line[0].box
    below = blocks.under(first)
    if below is None or _is_label(below.text) or other_size(below, run):
        return None
    near = below.box.top - run.box.bottom < LEADING * run.box.height and abs(below.box.x0 - first.x0) < SLACK
    if not near or _in_columns(line, blocks.line(below)) or blocks.fits_behind(run, below.lines[0]):
        return None
    return below.lines[0]


def _in_columns(line: Sequence[Block], further: Sequence[Block]) -> bool:
    """Tell whether the next line is set in the columns of the one above: then each goes on for itself."""
    edges = [each.box.x0 for each in line[1:]]
    others = sorted(each.box.x0 for each in further)[1:]
    return any(abs(x0 - edge) < SLACK for x0 in others for edge in edges)


def _is_label(text: str) -> bool:
    """Tell whether a line begins with a label; a lone "invoice" in small letters is the end of a sentence."""
    return begins_label(text) and (not text[:1].islower() or COLON.search(text) is not None)
