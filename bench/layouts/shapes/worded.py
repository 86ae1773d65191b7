"""The items of a composed paper outside of tables: cards, lists of label and value, paragraphs, sentences."""

from bench.layouts.shapes.content import Pair
from bench.layouts.shapes.figures import columns, free_words
from bench.layouts.shapes.speech import Speech
from bench.layouts.shapes.style import Shape
from bench.layouts.values import Order

EACH = {"zh": "单价", "en": "at", "de": "zu"}
MULTIPLIED = ("{quantity}{unit} x {price} = {amount}", "{quantity}{unit} @ {price} = {amount}")


def entries(shape: Shape, order: Order) -> list[tuple[Pair, ...]]:
    """Return for each item what is said of it, each text with its label."""
    speech = Speech(shape)
    said = columns(shape, order)
    found = []
    for at, line in enumerate(order.lines):
        pairs = [(each.head.replace("\n", " "), each.cells[at]) for each in said if each.cells[at]]
        words = free_words(shape, line)
        if words:
            pairs.append(({"zh": "备注", "en": "Remark", "de": "Bemerkung"}[speech.first], words))
        found.append(tuple(pairs))
    return found


def told(shape: Shape, order: Order) -> list[list[str]]:
    """Return for each item the lines of its paragraph, or the one line of its sentence."""
    return [
        _paragraph(shape, order, at) if shape.form == "paragraphs" else [_sentence(shape, order, at)]
        for at in range(len(order.lines))
    ]


def _parts(shape: Shape, order: Order, at: int) -> dict[str, Pair]:
    return {
        each.key: (each.head.replace("\n", " "), each.cells[at])
        for each in columns(shape, order)
        if each.cells[at]
    }


def _paragraph(shape: Shape, order: Order, at: int) -> list[str]:
    speech, parts = Speech(shape), _parts(shape, order, at)
    colon = "：" if speech.first == "zh" else ": "
    number = (
        f"{parts['number'][1]}. " if "number" in parts else f"({at + 1}) " if shape.spec.numbering else ""
    )
    unit = f" {parts['unit'][1]}" if "unit" in parts else ""
    codes = [
        f"{head}{colon}{text}"
        for key, (head, text) in parts.items()
        if key in {"part", "customer part", "drawing"}
    ]
    dates = [
        f"{head}{colon}{text}" for key, (head, text) in parts.items() if key in {"delivery", "lead", "rate"}
    ]
    listed = [
        f"{head}{colon}{text}"
        for key, (head, text) in parts.items()
        if key in {"list price", "discount", "per", "gross price", "gross amount"}
    ]
    words = free_words(shape, order.lines[at])
    if shape.chance("multiplied").random() < 0.5 and shape.per_at == "no":
        sums = (
            shape.chance("times")
            .choice(MULTIPLIED)
            .format(
                quantity=parts["quantity"][1], unit=unit, price=parts["price"][1], amount=parts["amount"][1]
            )
        )
    else:
        costs = [parts[key] for key in ("quantity", "price", "amount")]
        sums = ("；" if speech.first == "zh" else "; ").join(
            f"{head}{colon}{text}{unit if head == costs[0][0] else ''}" for head, text in costs
        )
    return [
        number + parts["description"][1],
        "    ".join(codes),
        sums,
        *listed,
        *dates,
        *([words] if words else []),
    ]


def _sentence(shape: Shape, order: Order, at: int) -> str:
    speech, parts = Speech(shape), _parts(shape, order, at)
    unit = f" {parts['unit'][1]}" if "unit" in parts else ""
    number = f"{parts['number'][1]}) " if "number" in parts else "- "
    quantity = parts["quantity"][1] + unit
    name = parts["description"][1]
    chosen = ("customer part", "part", "drawing")
    codes = [f"{parts[key][0]} {parts[key][1]}" for key in chosen if key in parts]
    more = (
        "list price",
        "discount",
        "price",
        "per",
        "gross price",
        "amount",
        "gross amount",
        "delivery",
        "lead",
    )
    rest = [f"{parts[key][0]} {parts[key][1]}" for key in more if key in parts]
    words = free_words(shape, order.lines[at])
    rest += [words] if words else []
    if speech.first == "zh":
        return f"{number}{name}（{'，'.join(codes)}），{parts['quantity'][0]} {quantity}，{'，'.join(rest)}。"
    return f"{number}{quantity} {name} ({', '.join(codes)}), {', '.join(rest)}."
