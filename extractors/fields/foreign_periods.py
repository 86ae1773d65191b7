"""Weeks, months and days in the languages of Europe, in Turkish, Korean and Japanese.

As lead times and terms of payment are written: "8 weken", "10 settimane", "30 giorni lavorativi", 8주.
"""

UNITS = {
    "W": r"weken|semanas?|settiman[ae]|semaines?|veckor|uker|uger|viikkoa?|viikon|tygodnie?|tygodni|týdn[yůí]"
    r"|hafta|hét|săptămâni|tjedana|sett\.?(?!\w)|sem\.?(?!\w)|tyg\.?(?!\w)|wkn\.?(?!\w)"
    r"|주(?![\uac00-\ud7a3])",
    "M": r"maanden|meses|mês|mesi|mois|måneder|månader|kuukautta|miesięcy|miesiące|měsíc[eů]|개월|[ヶかカ]月",
    "WD": r"werkdagen|giorni lavorativi|d[ií]as (?:h[aá]biles|laborables|[uú]teis)|jours ouvr(?:és|es|ables)"
    r"|arbetsdagar|arbeidsdager|arbejdsdage|työpäivää|dni robocz\w+|pracovních dn[íů]|iş günü|영업일|営業日",
    "D": r"gg\.?(?!\w)|dagen|dagar|dager|dage|d[ií]as|giorni|jours|päivää|päivän|dni|dnů|gün"
    r"|일(?![\uac00-\ud7a3])",
}
HINT = "|".join(UNITS.values())
"""What a text that may hold one has; without it nothing is looked for."""
