"""Part and drawing numbers: keys for comparing, and what in a cell is such a number.

A number is never tidied for people: what is compared are keys, what is shown is as printed.
Equality under `norm` is a match; equality only under `folded` is a suspicion that a person looks at.
"""

import datetime as dt
import re
import unicodedata

from extractors.fields import dates, units
from extractors.fields.text import LEVEL, UNSEEN, level, tidy
from extractors.late import late
from extractors.rare import Rare

# Letters of other scripts that look like Latin ones, as typed with another keyboard layout.
TWINS = str.maketrans("АВЕКМНОРСТХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ×ØΦ", "ABEKMHOPCTXSIJABEZHIKMNOPTYXX00")
LOOK_ALIKES = str.maketrans("OQILSBZG|", "001158261")
SEPARATORS = late(r"[\s\-_./\\,+()#*']+")
NOTHING = dict.fromkeys(map(ord, UNSEEN))

LABEL = late(
    r"(?:(?:our|your|customer|buyer|supplier|seller|vendor|mfr)(?:'s)?\.?\s+)?"
    r"(?:(?:gpn|lpn)(?:-(?=[0-9]{5,}$)|(?!\s*-)\s*(?:no\.?|#)?\s*[:.]?\s*(?=[a-z]*[-\s]?[0-9]))"
    r"|(?:part|item|material|mat|article|art|drawing|dwg|product|order|stock|cat|catalogue|model)"
    r"[.\s-]{0,2}(?:number|code|no|nr|#)(?:\.?\s*[:#]|\.|\s)\s*"
    r"|(?:p/n|pn|part|dwg|drawing|model|type|sku|no)\s*[:#]\s*|p/n(?:\s+|(?=[a-z]{0,4}\d))|dwg\.?\s+"
    r"|(?:(?:本地|全球|客户|需方|供方|我方|贵方|甲方|乙方)?(?:物料|产品|零件|备件|存货|图纸|装配图|总图)?"
    r"(?:编码|编号|代码|图号|料号|物料号|货号|零件号|备件号|件号|图纸号|型号))\s*:?\s*)(?=\S)",
    re.IGNORECASE,
)
REVISION = late(
    r"[\s,;/_-]*[(\[]?\s?(?:revision|rev|issue|edition|ed|index|(?<![a-z])ind|ver|version|版本|版次|修订|换版|改版|改(?=\s?\d{1,2}\s*$))"
    r"(?:\.|:|\s)*(?P<named>[A-Z]{1,2}|[A-Z]?[0-9]{1,2}(?:\.[0-9])?|-(?=\s*[)\]]?\s*$))\s?版?\s?[)\]]?"
    r"|\s*[(\[]\s?第?(?P<bracketed>[A-Z]|[0-9]{1,2})\s?版\s?[)\]]|\s*第?(?P<bare>[A-Z]|[0-9]{1,2})版",
    re.IGNORECASE,
)
ENDING = Rare(rf"(?:{REVISION.pattern})\s*$", "rev|issue|ed|ind|ver|版|修订|改", re.IGNORECASE)
FIGURE, LETTER = late(r"\d"), late(r"[^\W\d_]")
CUT = late(
    r"(?<![^\W\d_])(?:revision|rev|issue|edition|index|ind|version|版本|版次|修订|换版|改版)[.:\s]*$",
    re.IGNORECASE,
)
"""How a number ends whose revision stands somewhere else: "GA-4410-2 Index"."""
BETWEEN = late(
    r"\s*[;,、|]\s*|\s+/\s*|\s*/\s+|\s+(?=(?:gpn|lpn|p/n|dwg|drawing|图号|物料号|料号|编码)\b[.:\s]*\S)",
    re.IGNORECASE,
)
BRACKETED = late(r"(?P<before>[^()]*\S)\s*[(](?P<inside>[^()]+)[)]\s*$")
TIGHT = late(r"(?<=[A-Za-z0-9]{6})/(?=[A-Za-z0-9-]{6})")
LONGEST = 60
FIGURES = 4
"""So many figures at least has the number of a part: "316/FG" and "53B" may end the name before it."""
LONG_PIECE = late(r"(?<!\S)(?=(?:\S*[0-9]){5})\S+")
CODE = late(r"[A-Z0-9][A-Z0-9 ./_+()#-]{2,39}", re.IGNORECASE)
MEASURE = late(r"(?P<number>[0-9]{1,5}(?:[.,][0-9]+)?)\s?(?P<unit>[A-Za-z]+\.?(?:\([a-z]\))?)")
NUMBER = late(
    r"[-+]?[0-9]{1,3}(?:,[0-9]{3})*(?:[.,][0-9]+)?-?|[0-9]{1,4}|[0-9]+[.,][0-9]{1,3}|[0-9.]+E[-+]?[0-9]+"
)
DOTTED = late(r"\d{3}\.\d{4}(?<!00)")
WORD = late(r"[A-Za-z]+")
LETTERED = late(r"(?P<family>[A-Z][A-Z0-9]{1,7})(?:[-/._][A-Z0-9]{1,10}){1,5}")
BRANDED = late(r"[\u4e00-\u9fff]{2,6}\s+(?P<code>[A-Za-z0-9][\w./-]{4,23})")
TAG = late(
    r"(?:[A-Z]-[0-9]{3,4}|[A-Z]{2,3}-[0-9]{3,4}(?=[A-Z]))[A-Z]?(?:[/~,][A-Z])*"
    r"|(?:[0-9]{1,2})?[A-Z]{3}[0-9]{2}[A-Z]{2}[0-9]{3}"
)
SOME_DAY = dt.date(2024, 1, 1)


def norm(text: str) -> str:
    """Return the key under which two numbers are the same: width, case, dashes and blanks unified."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(NOTHING)
    return "".join((folded if folded.isascii() else folded.translate(LEVEL)).split())


def folded(text: str) -> str:
    """Return the key without separators and with look-alikes brought together: O and 0, I and 1."""
    return SEPARATORS.sub("", norm(text).translate(TWINS)).translate(LOOK_ALIKES)


def strip_label(text: str) -> str:
    """Return a cell's number without the label printed in the cell: "GPN 10024680" is 10024680."""
    shown = tidy(text)
    match = LABEL.match(level(shown))
    return shown[match.end() :] if match else shown


def revision(text: str) -> tuple[str, str | None]:
    """Part a number from the revision printed behind it: "7-4410-03 Rev.B", "(B版)".

    Mere suffixes (-A, /B, _02) stay where they are: they may belong to the number.
    """
    shown = tidy(text)
    match = ENDING.search(level(shown))
    if match is None or match.start() == 0:
        return shown, None
    return shown[: match.start()], (match["named"] or match["bracketed"] or match["bare"]).upper()


def split(text: str) -> tuple[str, ...]:
    """Return the numbers of a cell that holds several, each with its label and revision."""
    pieces = [piece for line in text.splitlines() for piece in _cut(BETWEEN, line)]
    return tuple(each for piece in pieces if piece.strip() for each in _apart(tidy(piece)))


def _cut(separator: re.Pattern[str], text: str) -> list[str]:
    """Split a text where its levelled form matches, and keep the pieces as printed."""
    matches = list(separator.finditer(level(text)))
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _apart(piece: str) -> tuple[str, ...]:
    levelled = level(piece)
    bracketed = BRACKETED.fullmatch(levelled)
    if bracketed and looks_like_code(strip_label(bracketed["inside"])):
        start, end = bracketed.span("inside")
        return *_apart(piece[: bracketed.end("before")]), piece[start:end].strip()
    halves = _cut(TIGHT, piece)
    return tuple(halves) if len(halves) > 1 and all(map(looks_like_code, halves)) else (piece,)


def looks_like_code(text: str) -> bool:
    """Tell whether a text is a part or drawing number rather than words, a quantity or a date.

    What a spreadsheet has spoilt (1.23457E+11, 3-Dec) is none. A bare number counts from five
    digits on.
    """
    if len(text) > LONGEST:
        return False
    base = level(revision(text)[0])
    if not CODE.fullmatch(base) or (NUMBER.fullmatch(base) and not _is_long(base)):
        return False
    # several numbers in one cell are not one number
    if BETWEEN.search(base) or TIGHT.search(base) or len(LONG_PIECE.findall(base)) > 1:
        return False
    digits = sum(character.isdigit() for character in base)
    if WORD.search(base) is None:
        return (base.isdigit() or digits >= 6) and not dates.parse(base)
    if digits < 2 and not (digits and len(base) >= 5):
        return False
    return not _is_measure(base) and _has_no_words(base) and not dates.parse(base, SOME_DAY)


def is_dotted(text: str) -> bool:
    """Tell whether a number has two groups, which looks like a decimal: "117.0855"."""
    return DOTTED.fullmatch(text.strip()) is not None


def has_figures(text: str) -> bool:
    """Tell whether a text has as many figures as a part number; a material or a size has fewer."""
    return sum(map(str.isdigit, text)) >= FIGURES


def is_clear(text: str) -> bool:
    """Tell whether a text is a part or drawing number even where a name, a material or a size may stand."""
    return has_figures(text) and looks_like_code(text)


def shape(number: str) -> str:
    """Return how a number is written: its figures as nines, its letters as A."""
    return LETTER.sub("A", FIGURE.sub("9", number.strip()))


def lettered(text: str) -> str | None:
    """Return what a code in capitals begins with whose groups need no figure: GSP of GSP-SRV-AL."""
    found = LETTERED.fullmatch(text)
    return found["family"] if found is not None else None


def behind_brand(text: str) -> str | None:
    """Return the code behind the maker's short name: 汉升 10088310; None where a text is anything else."""
    found = BRANDED.fullmatch(text)
    return found["code"] if found is not None and is_clear(found["code"]) else None


def is_tag(text: str) -> bool:
    """Tell whether a code has the form of a machine's tag: P-1201A/B, by KKS 10LAC10AP001."""
    return TAG.fullmatch(level(text.strip())) is not None


def _is_long(text: str) -> bool:
    return text.isdigit() and len(text) >= 5


def _is_measure(text: str) -> bool:
    match = MEASURE.fullmatch(text)
    return match is not None and units.canonical(match["unit"]) is not None


def _has_no_words(text: str) -> bool:
    """Tell whether all that stands between blanks is part of a number: digits, or few capitals."""
    for piece in text.split():
        if not any(character.isdigit() for character in piece) and (len(piece) > 5 or piece != piece.upper()):
            return False
    return len(text.split()) <= 4
