"""Orders in the forms that the customers' ERP and procurement systems print, send and export.

Their labels, columns, second lines under an item and pages that go on are those of the systems' own forms
(Odoo, SAP, Oracle, NetSuite, Business Central ...), looked up and not remembered. They were written without
a look at what the reader can do. Every module here whose name begins with `western_` or `chinese_` brings
its LAYOUTS, and may bring PARTIES.
"""

import pkgutil
from importlib import import_module

from bench.layouts.layout import Layout
from bench.layouts.values import Party

MODULES = tuple(
    import_module(f"{__name__}.{each.name}")
    for each in pkgutil.iter_modules(__path__)
    if each.name.startswith(("western_", "chinese_"))
)
LAYOUTS: tuple[Layout, ...] = tuple(layout for module in MODULES for layout in module.LAYOUTS)
PARTIES: dict[str, tuple[Party, ...]] = {
    name: parties for module in MODULES for name, parties in getattr(module, "PARTIES", {}).items()
}
