"""Layouts by another hand than those of `seen` and `unseen`: other words, other places, other forms."""

from bench.layouts.further import abroad, captions, deals, erp, grids, joint, mails, overseas, plants, worded
from bench.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    *plants.LAYOUTS,
    *deals.LAYOUTS,
    *erp.LAYOUTS,
    *worded.LAYOUTS,
    *grids.LAYOUTS,
    *mails.LAYOUTS,
    *overseas.LAYOUTS,
    *abroad.LAYOUTS,
    *joint.LAYOUTS,
    *captions.LAYOUTS,
)
