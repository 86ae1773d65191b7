"""Items of a composed paper where they stand in no table: as entries of label and value, or as sentences."""

# ruff: noqa: E501 - a sentence stays a line

from bench.layouts.broad.speech import Pair, Paper
from bench.layouts.broad.style import Style


def entries(paper: Paper, at: int) -> list[Pair]:
    """Return what is said of an item, each with its label; sums do not belong to any."""
    return [(each.head.replace("\n", " "), each.cells[at]) for each in paper.columns if each.cells[at]]


def sentence(style: Style, paper: Paper, at: int) -> str:
    """Return an item as a sentence."""
    cells = {each.key: (each.head.replace("\n", " "), each.cells[at]) for each in paper.columns}
    number = f"{cells['number'][1]}. " if "number" in cells else "- "
    name = cells["description"][1] if "description" in cells else f"{cells['name'][1]} {cells['size'][1]}"
    unit = f" {cells['unit'][1]}" if "unit" in cells else ""
    codes = [
        f"{head} {value}"
        for key in ("part", "only part", "customer part", "drawing")
        for head, value in [cells.get(key, ("", ""))]
        if value
    ]
    delivery = cells.get("delivery") or cells.get("lead")
    if style.language in {"en", "de"}:
        when = f", {delivery[0]} {delivery[1]}" if delivery else ""
        price, amount = cells["price"], cells["amount"]
        listed = f" ({', '.join(codes)})" if codes else ""
        return f"{number}{cells['quantity'][1]}{unit} {name}{listed}, {price[0]} {price[1]}, {amount[0]} {amount[1]}{when}"
    when = f"，{delivery[0]}{delivery[1]}" if delivery else ""
    listed = "".join(f"，{each}" for each in codes)
    return f"{number}{name}{listed}，{cells['quantity'][0]}{cells['quantity'][1]}{unit}，{cells['price'][0]}{cells['price'][1]}元，{cells['amount'][0]}{cells['amount'][1]}元{when}。"
