"""Hours of a store: where goods are taken in is no place if nothing but days and times stand there."""

import re

from extractors.late import late

CLOCK = late(
    r"(?<!\d)\d{1,2}(?:[:.：]\d{2}(?!\d)\s?(?:h\b|hrs?\b|uhr\b|[ap]\.?m\b\.?)?|\s?(?:[ap]\.?m\b\.?|uhr\b|hrs?\b|[点时]半?))"
    r"|(?<!\d)\d{1,2}(?=\s?[-–]\s?\d{1,2}(?:[:.：]\d{2}|\s?[ap]\.?m|\s?uhr|[点时]))",
    re.IGNORECASE,
)
"""A time of day: "7:00", "2 pm", "15.30 Uhr", the first of "8-11:30"."""
WORDS = late(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\b|\b(?:mo|di|mi|do|fr|sa|so)\b"
    r"|\b(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|werktags?|week ?days?|daily)\b"
    r"|\b(?:mornings?|noon)\b"
    r"|\b(?:and|to|until|till|from|only|between"
    r"|(?:receiving|delivery|unloading|opening|working)(?= hours)|bis|von|und|nur|hours?|uhr)\b"
    r"|(?:[周週]|星期|[礼禮]拜)[一二三四五六日天末]|工作日|每天|上午|下午|[至到和及、]",
    re.IGNORECASE,
)
"""Days of the week, and what joins them with times."""
DAYS = late(
    r"(?:[周週]|星期|[礼禮]拜)[一二三四五六日天]\s?[至到—~-]\s?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天]"
    r"|\b(?:mon|tue|wed|thu|fri|sat)[a-z]*\s?(?:-|–|to|till)\s?(?:tue|wed|thu|fri|sat|sun)[a-z]*\b",
    re.IGNORECASE,
)
"""A span of days that comes every week."""
COMMA = late(r"[，。；;]\s*")
TIMED = late(r"\d|[月周週旬底末]|天内|\b(?:week|month|day|end|deliver)", re.IGNORECASE)


def are_opening(text: str) -> bool:
    """Tell whether a text is when a store is open, and no single day or span of hours: "48 hrs".

    What follows behind a comma tells how to come there, if neither a figure nor a time stands in it.
    """
    head = COMMA.split(text, maxsplit=1)
    if len(head) > 1 and not TIMED.search(head[1]):
        text = head[0]
    span = DAYS.search(text) is not None or len(CLOCK.findall(text)) > 1
    return span and is_hours(text)


def is_hours(text: str) -> bool:
    """Tell whether a text is nothing but days of the week and times of day: "Mon-Fri 7:00-15:00"."""
    rest, times = CLOCK.subn(" ", text)
    told = times > 0 or DAYS.search(rest) is not None
    return told and not any(map(str.isalnum, WORDS.sub(" ", rest)))
