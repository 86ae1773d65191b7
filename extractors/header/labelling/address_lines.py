"""The lines of an address below its first one, indented or flush, where the label has it behind its colon."""

import re
from collections.abc import Iterator

from extractors.header.labelling.value_lines import begins_label, other_size
from extractors.late import late
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run

STREET = late(
    r"(?:vägen|gatan|vej|gade|veien|gata|katu|tie|straat|laan|kade|dijk|plein)(?=\s\d)"
    r"|(?:str\.|straße|strasse|weg|allee|platz|gasse)(?=\s|\d|$)|\b(?:road|rd|street|avenue|ave|lane|drive|park"
    r"|building|bldg|floor|unit|gate|dock|plot|highway|hwy"
    r"|industrial (?:area|estate|zone|park)|tor|halle|warehouse|lager|rue|via|calle|p\.?\s?o\.? box"
    r"|postfach)\b"
    r"|[\u4e00-\u9fff](?:省|市|区|县|镇|路|街|道|号|楼|栋|室|库)",
    re.IGNORECASE,
)
TOWN = late(
    r"^(?:[A-Z]{1,3}[- ])?(?:\d{4,6}|\d{3} \d{2})\s+[^\W\d_]{2}"
    r"|[^\W\d_]{2},?\s+(?:[A-Z]{2,3}\s+)?(?:\d{4,6}|\d{5}-\d{4})$"
    r"|[^\W\d_]{2},?\s(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)$"
)
"""A town with its postal code, before it or behind it."""
POSTCODE = late(r"(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)")
"""A British or Canadian code, which stands on a line of its own below the town."""
COUNTRY = late(
    r"(?:germany|deutschland|china|p\. ?r\. ?china|france|italy|italia|spain|españa|austria|österreich"
    r"|switzerland|schweiz|(?:the )?netherlands|nederland|belgium|poland|polska|portugal|czechia"
    r"|hungary|romania|sweden|sverige|denmark|danmark|norway|norge|finland|suomi|ireland|united kingdom"
    r"|great britain|england|uk|usa|u\.s\.a\.|united states(?: of america)?|canada|mexico|méxico|brazil"
    r"|brasil|chile|peru|australia|new zealand|singapore|india|japan|korea|malaysia|thailand|turkey|türkiye"
    r"|czech republic|south africa|saudi arabia|united arab emirates|中国)",
    re.IGNORECASE,
)
PROPER = late(r"(?=.{4,60}$)[A-ZÀ-Þ][\w&'./-]*(?:,? (?:[A-ZÀ-Þ][\w&'./-]*|\d{1,3}|of|de|la|and|&))*[,.]?")
LONGEST = 60
MOST = 5
NEAR = 0.8
"""The next line of an address is no further below than so many heights of its letters."""


def following(blocks: PageBlocks, label: Run, start: int, last: Run) -> Iterator[Run]:
    """Yield the lines of the address that begins at `start` behind a label, from below its `last` line.

    Behind a comma at the end of a line names go on with it: "Ras Al Zour Industrial Area, Kuwait".
    """
    touched = label.within(start, len(label.text))
    right = touched[0][0].edges[touched[0][1]] if touched else label.box.x0
    current = last
    for _ in range(MOST):
        below = blocks.under(current.box)
        if below is None or begins_label(below.text) or other_size(below, current):
            return
        apart = below.box.top - current.box.bottom > NEAR * current.box.height
        inside = label.box.x0 - 2 <= below.box.x0 <= right + 2
        goes_on = current.text.rstrip().endswith(",") and PROPER.fullmatch(below.text) is not None
        if apart or not inside or not (goes_on or _is_part(below.text)):
            return
        current = below.lines[0]
        yield current


def ends_address(text: str) -> bool:
    """Tell whether a line may be the last of an address: a town with its postal code, or a country."""
    said = text.strip(" ,.;")
    ends = TOWN.search(said) or POSTCODE.fullmatch(said) or COUNTRY.fullmatch(said)
    return ends is not None


def is_located(run: Run) -> bool:
    """Tell whether a line holds a street with its number or a town with its postal code."""
    return any(each.search(run.text.strip(" ,.;")) for each in (STREET, TOWN))


def _is_part(text: str) -> bool:
    """Tell whether a line is a street, a town or a country."""
    said = text.strip(" ,.;")
    if len(said) > LONGEST:
        return False
    return any(each.search(said) for each in (STREET, TOWN)) or ends_address(said)
