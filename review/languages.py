"""The languages that people can choose, and which one a terminal is set to."""

import os

LANGUAGES = ("zh", "en")
"""By the `lang` attribute of HTML."""


def of_terminal(asked: str | None) -> str:
    """Return the language for a report: the one asked for, or the one this terminal is set to."""
    if asked is not None:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en"
