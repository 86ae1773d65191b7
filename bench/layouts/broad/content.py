"""What stands on a composed paper, before anything is said of where."""

# ruff: noqa: E501 - each text is one line

from decimal import Decimal

from bench.layouts.broad import facts, figures
from bench.layouts.broad.speech import Paper, Speech, is_chinese, number
from bench.layouts.broad.style import Style
from bench.layouts.broad.wording import PAPERS, TERM_PAGES, TITLES
from bench.layouts.values import Order


def composed(style: Style, order: Order) -> Paper:
    """Return what stands on the paper of an order."""
    speech = Speech(style)
    above, closing = (facts.dressed(style, each) for each in facts.facts(style, speech, order))
    columns, below = figures.columns(style, speech, order)
    totals, said = figures.sums(style, speech, order)
    notes = [*said, *speech.some(PAPERS, 3, "papers")]
    random = style.chance("sections")
    middle = len(order.lines) // 2
    sections = {
        0: speech.own("一、密封件") if is_chinese(style) else "A. Seals",
        middle: speech.own("二、其他备件") if is_chinese(style) else "B. Other spares",
    }
    running = sum((each.amount for each in order.lines[:middle]), Decimal(0))
    carried = {
        middle: (speech.own("承前页") if is_chinese(style) else "Carried forward", number(style, running))
    }
    return Paper(
        title=speech.say(TITLES, style.kind),
        letterhead=facts.letterhead(style, order),
        facts=tuple(above),
        intro=facts.intro(style, order),
        columns=tuple(columns),
        below=tuple(below),
        sums=tuple(totals),
        closing=tuple(closing),
        notes=tuple(notes),
        terms_page=tuple(map(speech.own, TERM_PAGES.get(style.language, TERM_PAGES["zh"]))) if style.terms_page else (),
        signed=facts.signed(style, order) if random.random() < 0.6 or style.buyer_at == "signature" else (),
        blocks=facts.blocks(style, order),
        sections=sections if style.sections and middle else {},
        carried=carried if style.carried and middle else {},
    )  # fmt: skip
