"""What stands on a composed paper around its items: the header, the sums, the sentences below."""

from dataclasses import dataclass

from bench.layouts import notation
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.shapes.speech import Speech
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.wording import CLOSING, PER_NOTE, PLEASE, TITLES
from bench.layouts.values import Order

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Around:
    """The texts of a paper without its items."""

    title: str
    facts: tuple[Pair, ...]
    intro: str
    sums: tuple[Pair, ...]
    closing: tuple[str, ...]


def around(shape: Shape, order: Order) -> Around:
    """Return what stands around the items of an order."""
    speech = Speech(shape)
    return Around(
        title=_title(shape),
        facts=tuple(_facts(shape, speech, order)),
        intro=speech.text(PLEASE, "please"),
        sums=tuple(_sums(shape, speech, order)),
        closing=tuple(_closing(shape, speech, order)),
    )


def _title(shape: Shape) -> str:
    chinese, english, german = TITLES[shape.kind]
    return {"zh": chinese, "en": english, "de": german}.get(shape.language, f"{chinese} {english}")


def _facts(shape: Shape, speech: Speech, order: Order) -> list[Pair]:
    contract = shape.kind == "contract"
    chinese = speech.first == "zh"
    both = shape.language == "mixed" and bool(order.buyer.zh)
    buyer = f"{order.buyer.zh} {order.buyer.en}" if both else order.customer
    facts: list[Pair] = [
        (speech.say("labels", "contract" if contract else "number"), order.number),
        (speech.say("labels", "date of contract" if contract else "date"), speech.day(order.date)),
        (speech.say("labels", "buyer"), buyer),
        (speech.say("labels", "seller"), SELLER_ZH if chinese else SELLER_EN),
    ]
    facts += _further(shape, speech, order)
    return [(label.replace("\n", " "), value) for label, value in facts]


def _further(shape: Shape, speech: Speech, order: Order) -> list[Pair]:
    chinese = speech.first == "zh"
    facts: list[Pair] = []
    if order.quotation:
        facts.append((speech.say("labels", "quotation"), order.quotation))
    if shape.currency_at == "label":
        names = (order.currency, "人民币") if chinese else (order.currency,)
        facts.append((speech.say("labels", "currency"), shape.chance("currency").choice(names)))
    facts += _when(speech, order)
    if order.place:
        both = shape.language == "mixed" and bool(order.buyer.zh)
        place = f"{order.buyer.place_zh} {order.buyer.place_en}" if both else order.place
        facts.append((speech.say("labels", "place"), place))
    for name, value in (("terms", order.terms), ("incoterms", order.incoterms)):
        if value:
            facts.append((speech.say("labels", name), value))
    if order.basis == "gross":
        facts.append((speech.say("labels", "rate"), f"{order.rate}%"))
    return facts


def _when(speech: Speech, order: Order) -> list[Pair]:
    facts: list[Pair] = []
    if order.delivery is not None:
        facts.append((speech.say("labels", "delivery"), speech.day(order.delivery)))
    if order.lead is not None:
        facts.append((speech.say("labels", "lead"), speech.lead(order.lead)))
    return facts


def _sums(shape: Shape, speech: Speech, order: Order) -> list[Pair]:
    sums: list[Pair] = []
    if order.basis in {"net", "both"} and order.rate is not None:
        sums.append((speech.say("sums", "net"), speech.money(order.net)))
        sums.append((f"{speech.say('sums', 'tax')} {order.rate}%", speech.money(order.tax)))
    last = "plain" if order.basis == "none" else "gross"
    total = speech.money(order.total)
    if shape.currency_at == "total":
        total = speech.sign().format(speech.number(order.total))
    sums.append((speech.say("sums", last), total))
    if shape.words_for_total and order.currency == "CNY":
        sums.append((speech.say("sums", "words"), notation.capitals(order.total)))
    return [(label.replace("\n", " "), value) for label, value in sums]


def _closing(shape: Shape, speech: Speech, order: Order) -> list[str]:
    said = []
    if shape.per_at == "note":
        per = next(each.per for each in order.lines)
        said.append(speech.text(PER_NOTE, "per note").replace("{}", str(per)))
    return [*said, *speech.texts(CLOSING, "closing", 1)]
