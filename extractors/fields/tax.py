"""Value added tax: rates, and whether a price is meant with or without it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields.text import plain
from extractors.late import late
from extractors.rare import Rare

HIGHEST = Decimal(30)
"""No country asks for more (Hungary: 27 %); a larger figure is something else."""
NAMES = (
    r"value[- ]added tax|consumption tax|vat|gst|igst(?:[0-9]{2}(?= ?[(]))?|tax|mwst\.?|ust\.?"
    r"|(?:mehrwert|umsatz)steuer"
    r"|moms|tva|iva|i\.v\.a\.|kdv|btw|impostos|부가(?:가치)?세"
)
"""How a casefolded text calls the tax; India's central and state GST are halves of it and not here."""
TAX = rf"(?<![a-z])(?:{NAMES}|taxes)(?![a-z]| rate)"
TAX_RATE = rf"(?<![a-z])(?:{NAMES})(?![a-z])"
SANS_TAX = (
    r"(?<![a-z])(?:(?:total|montant|prix(?: unitaire)?|p\.?u\.?|valeur) h\.?t\.?(?![a-z0-9.])|hors taxes?)"
)
"""French prices without tax; HT alone is a grade of cast iron as well."""
TOUTES_TAXES = r"(?<![a-z])(?:t\.?t\.?c\.?(?![a-z])|toutes taxes comprises)"
INVOICE = r"专(?:用发)?票"
NIL = late(r"(?<![0-9.])[0零]税率|税率为?:?\s?[0零](?![0-9.])")
"""No tax, told without a sign for percent: 0税率."""
NIL_ASIDE = late(r"不得|不[能可]|如|若|时|退税|出口|免税")
"""What a sentence says of another case than this order's."""
RATE = late(
    rf"(?:(?:适用|执行|国家)?(?:增值)?(?:税税率|税率|税点|税)(?:为|是)?|(?:开具"
    rf"|提供)?(?:增值税)?{INVOICE}|出口"
    rf"|{TAX_RATE}(?: rate)?(?: of| at)?)?\s?[:(]?\s?(?P<rate>[0-9]{{1,2}}(?:[.,][0-9]{{1,2}})?)\s?%\s?[)]?"
    rf"\s?(?:的?(?:增值税)?(?:{INVOICE}|普票|增值税|税率|税)|{TAX_RATE})?"
)
POINTS = late(r"(?<=\d)\s?个(?:税)?点")
"""Thirteen points are thirteen percent."""
FIGURE = late(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
TURNED = late(r"(?<![\d%])(?<!\d )[%％]\s?(\d{1,2}(?:[.,]\d{1,2})?)(?![\d.,]*\d|\s?[%％])")
"""The sign before its figure, as in Turkey: "KDV %20"."""
LAWFUL = Rare(
    r"(?:\b(?:der|die|the) )?(?:\bjeweils )?\b(?:gesetzl\.|(?:gesetzlich|gültig|geltend)[a-z]*"
    r"|statutory|applicable)"
    rf"\s+(?=(?:chinese |local )?(?:{TAX}|{TAX_RATE}))",
    "gesetz|ltig|geltend|statutory|applicable",
    re.IGNORECASE,
)
"""Words of law before the name of a tax: "zzgl. der gesetzlichen MwSt"."""
BARE = late(r"^税(?=\s?[(（]\s?\d{1,2}(?:\.\d+)?\s?[%％]\s?[)）])")
"""Nothing but the word for tax, before its rate: "税 (13%)" is what the tax comes to."""
ALONE = late(r"\s*税\s*")
SOME = late(r"\s*(?:[A-Z]{3}|[¥￥$€£])?\s*\d[\d.,' ]*(?:元|[A-Z]{3})?\s*")
"""A sum that stands behind its name."""
PERCENT = r"[0-9]{1,2}(?:[.,][0-9]{1,2})?"
BY_LAW = (
    r"(?:(?:in|zum|mit|at|in|by)(?: the| der| dem)?(?: jeweils| currently| then)?"
    r" (?:gesetzlich|gültig|geltend|statutory|legal|applicable|prevailing|current|valid)[a-z]*"
    r"(?: (?:gesetzlich|gültig|geltend)[a-z]*)? (?:höhe|satz|steuersatz|rate) ?)?"
)
"""Words before the rate that name the law only: "in gesetzlicher Höhe (derzeit 19 %)"."""
OF_LAW = (
    r"(?: (?:wird|ist|is|in|zum|at|the|der|dem|jeweils|höhe|satz|steuersatz|rate|gesetzlich[a-z]*"
    r"|gültig[a-z]*|geltend[a-z]*|statutory|applicable|[(][^()]{0,30}[)]))*"
)
"""Words between the tax and what is done with it."""
OWED_LATE = r"verzug|delay|late |penal|interest|zins|skonto|discount|逾期|违约|滞纳"
"""What another percentage behind the tax is of: "exkl. MWST. Bei Verzug: 0.5 % pro Woche"."""
NEAR_TAX = late(
    rf"(?P<before>{PERCENT})\s?%\s?(?:的|含|of |rate )?\s?"
    rf"(?:增值税|(?:进项|销项)?税|{INVOICE}|普票|{TAX_RATE}|票(?=[,，。;； )]|$))"
    rf"|(?:税率|税|税点|{INVOICE}|{TAX_RATE})\s?(?:wird |is )?{BY_LAW}"
    rf"(?:(?!{OWED_LATE})[^0-9%,，。;；]){{0,12}}"
    rf"(?P<behind>{PERCENT})\s?%"
    r"(?!\s?(?:pro|per|je|a|every|par|/|每)\s?(?:woche|tag|monat|week|day|month|[天日周月]))"
)
# "if the rate is adjusted, the price without tax stays" says nothing about the prices above it
CHANGES = late(
    r"[^,，。;；]{0,60}税率[^,，。;；\d已]{0,20}(?:调整|变化|变动|变更|改变)[^,，。;；\d已]*"
    r"[,，](?:则|均|仍|应|将|双方)*[以按]不含税[^,，。;；]*"
    r"|[^,，。;；]{0,60}(?:税率[^,，。;；]{0,20}(?:调整|变化|变动|变更|改变)|不变|不作调整|不予调整"
    r"|相应调整|随之调整)"
    r"[^,，。;；]*|[^.;]{0,80}rate[^.;]{0,20}(?:chang|adjust|amend)[^.;]*"
)
WITHIN = r"[^,，。;；:：含]{0,8}"
ANY = (
    r"any |the |all |applicable |statutory |der |die |jeweils |gesetzlichen? |gesetzlicher |gesetzl\. "
    r"|geltenden |gültigen "
)
OF_COUNTRY = (
    r"(?:(?:chinese|local|domestic|uae|ksa|saudi|omani|qatari|egyptian|turkish|german|austrian|swiss|dutch"
    r"|belgian|french|italian|spanish|portuguese|polish|czech|danish|swedish|norwegian|finnish|british|uk"
    r"|irish|eu|european|indian|malaysian|singapore|thai|vietnamese|indonesian|philippine|australian"
    r"|canadian|kenyan|nigerian|south african) )*"
)
THE_TAX = rf"\s?(?:{ANY})*(?:{PERCENT}\s?%\s?)?(?:of )?{OF_COUNTRY}{TAX}"
DENIED = r"(?:no|not|non|não|nao|nee|nein|nej|nie|hayır|아니\S*|없음|否)(?![^\W\d_])"
"""What takes back a word before it: "Impostos inclusos: não"."""
THEN = rf"\s?(?:of |at |rate )*(?:{PERCENT}\s?%\s?)?(?:is |are |to be |will be |shall be )?"
WITHOUT = late(
    rf"(?:不|未|无)(?:包)?[含括]{WITHIN}(?:税|{INVOICE})|[应應][税稅]外加|[税稅]抜|未税|除税|无税|不带税|税前"
    rf"|税(?:金|费|款)?(?:另计|另算|另加|另付)|另[加计]{WITHIN}税"
    rf"|(?:\bnot|n't) (?:be )?(?:includ(?:e|ing|ed|es)|inclusive of|incl\.?){THE_TAX}"
    r"|(?:(?<![a-z])(?:excl(?:usive(?: of)?|uding|udes?|uded|\.)?|net of|without|w/o|before|ex\.?|plus"
    rf"|zzgl\.?|zuzüglich|exkl\.?|ohne|excepting|sin|más|al netto(?: di| dell')?|hors|sem|bez"
    r"|exclusief|excluant)"
    rf"|\+){THE_TAX}"
    rf"|(?:{TAX_RATE}|{TAX}){THEN}(?:not included|excluded|excl\.?|exclusive|extra|added|additional"
    rf"|no incluid[oa]|não incluíd[oa]s?|esclus[oa]|excluid[oa]s?|exclusi?ve|hariç|dahil (?:de[gğ]il(?:dir)?"
    r"|edilme\w+|olma\w+)|별도|포함\s?(?:되지|하지|안|않)\S*(?:\s?않\S*)?"
    rf"|(?:inclus[oa]s?|inclusief|included|inkl\w*|inclu[sí]\w*|compris\w*)\s?[:=?]\s?{DENIED})"
    r"|消费税别|税别途"
    rf"|{TAX_RATE}{OF_LAW} (?:gesondert|zusätzlich|separat|extra) (?:berechnet|hinzu|auf|in rechnung)"
    rf"|{TAX_RATE}{OF_LAW} (?:will|shall|to) be (?:added|charged (?:extra|separately|in addition))"
    rf"|pre-?tax|untaxed|{SANS_TAX}"
)
WITH = late(
    rf"[应應][税稅][内內]含|[税稅]込|(?:包[含括]|含)[^,，。;；:：不]{{0,12}}税|含{WITHIN}{INVOICE}"
    rf"|含{PERCENT}\s?%\s?的?票|税后|带税|价税"
    rf"|(?<![a-z])(?:incl(?:usive(?: of)?|uding|udes?|uded|\.)?|inkl\.?|inc\.?|with|after){THE_TAX}"
    rf"|{TAX_RATE}{THEN}(?:included|incl\.?|inclusive|incluid[oa]|inclus[oa]"
    rf"|compres[oa]|dahil(?!\s?(?:de[gğ]il|edilme|olma))|포함(?!\s?(?:되지|하지|안|않|불)))(?!\w*\s?[:=?]\s?{DENIED})"
    rf"|{TOUTES_TAXES}"
)
SPEAKS_OF_TAX = Rare(
    rf"税|含{PERCENT}\s?%\s?的?票|{INVOICE}|{TAX_RATE}|{TAX}|pre-?tax|untaxed|{SANS_TAX}|{TOUTES_TAXES}",
    "税|专|票|tax|vat|gst|mwst|ust|steuer|moms|tva|iva|i.v.a|kdv|btw|impost|부가"
    "| ht| h.t|ttc|t.tc|tt.c|t.t.c",
)
YES = frozenset(
    {
        "是",
        "含",
        "含税",
        "有",
        "包含",
        "included",
        "incl.",
        "incl",
        "inclusive",
        "yes",
        "y",
        "ja",
        "oui",
        "true",
        "√",
        "✓",
        "✔",
        "☑",
    }
)
NO = frozenset(
    {
        "否",
        "不含",
        "不含税",
        "excluded",
        "excl.",
        "excl",
        "exclusive",
        "extra",
        "无",
        "不",
        "未含",
        "不包含",
        "no",
        "n",
        "nein",
        "non",
        "false",
        "×",
        "✗",
        "✘",
    }
)


@dataclass(frozen=True, slots=True)
class TaxStatement:
    """What a sentence or heading says about tax; `rate` is in percent.

    `included` is None where it says neither, or both ("含税单价 / 不含税单价").
    """

    included: bool | None
    rate: Decimal | None


def turned(text: str) -> str:
    """Return a text with the sign for percent behind its figure: "%20" is 20%."""
    return TURNED.sub(r"\1%", text) if "%" in text or "％" in text else text


def plainly_named(text: str, rest: str = "") -> str:
    """Return a text with the bare name of the tax: "netto zzgl. gesetzl. MwSt." is "netto zzgl. MwSt.".

    So is the lone word for tax before a sum, or in a cell of its own; "税：VAT 13%" is none.
    """
    if ALONE.fullmatch(text) and (not rest or SOME.fullmatch(rest)):
        return "税额"
    return BARE.sub("税额", LAWFUL.sub("", text))


def rate(text: str, *, fraction: bool = False) -> Decimal | None:
    """Return the tax rate, in percent, that a text is as a whole: "13%", "13", "税率：13%".

    A bare 0.13 is thirteen percent only if the caller knows that the cell holds a `fraction`.
    """
    whole = POINTS.sub("%", plain(turned(text)).casefold())
    match = RATE.fullmatch(whole)
    if match:
        return _percent(match["rate"])
    if not FIGURE.fullmatch(whole):
        return None
    value = Decimal(whole)
    if 0 < value < 1:
        return _percent(str(value * 100)) if fraction else None
    return _percent(whole)


def _percent(figures: str) -> Decimal | None:
    value = Decimal(figures.replace(",", "."))
    if value > HIGHEST:
        return None
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


UNDECIDED = Rare(r"含税与否|税(?:率|费|点)?(?:待[定议]|另议|面议)", "与否|待|议")
"""Whether prices hold the tax, or at which rate, is still to be said: 含税与否待定."""
BASIS = Rare(r"不含税[^与否]*[,，;；]\s*税(?:率|费|点)?(?:待[定议]|另议|面议)[。.]?$", "待|议")
"""The basis is said all the same: 不含税，税率另议."""


def statement(text: str) -> TaxStatement | None:
    """Return what a sentence or heading says about tax; None where it does not speak of it."""
    whole = POINTS.sub("%", plain(turned(text)).casefold())
    if not SPEAKS_OF_TAX.search(whole) or (UNDECIDED.search(whole) and not BASIS.search(whole)):
        return None
    relevant = CHANGES.sub(" ", whole)
    # "不含税" contains "含税" and "VAT not included" contains "included": what is without goes first.
    rest, without = WITHOUT.subn(" ", relevant)
    included = WITH.search(rest) is not None
    rates = {_percent(match["before"] or match["behind"]) for match in NEAR_TAX.finditer(relevant)} - {None}
    rates |= {Decimal(0)} if NIL.search(relevant) and not NIL_ASIDE.search(relevant) else set()
    one_rate = rates.pop() if len(rates) == 1 else None
    if not included and not without and one_rate is None:
        return None
    return TaxStatement(None if included == bool(without) else included, one_rate)


def yes_no(text: str) -> bool | None:
    """Return the answer that a text is: 是, Yes, 含 or 否, No, 不含."""
    answer = plain(text).casefold().rstrip(".。")
    return True if answer in YES else False if answer in NO else None
