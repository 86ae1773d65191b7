"""A document held against its quotation, for a terminal."""

from rich.console import Console
from rich.text import Text

from models.comparison import Comparison, Note, Severity, Verdict
from models.reading import Extraction
from review import sentences
from review.differences import in_words
from review.reports.extraction import show_failure
from review.reports.terminal import FAILED, GOOD, SOFT, STRONG, UNSURE, line, title
from review.words import say, word

_STYLES = {
    Verdict.MATCH: GOOD,
    Verdict.REVIEW: UNSURE,
    Verdict.NO_QUOTATION: FAILED,
    Verdict.UNREADABLE: FAILED,
}


def show(console: Console, extraction: Extraction, comparison: Comparison | None, lang: str) -> None:
    """Print what differs from the quotation, with its cause; or why there is nothing to compare."""
    console.print(title(lang, extraction))
    if extraction.failure is not None:
        show_failure(console, extraction.failure, lang)
    elif comparison is None:
        console.print(line("  ", say(lang, "report.no_order"), style=SOFT))
    else:
        show_findings(console, extraction, comparison, lang, "  ")
    console.print()


def show_findings(
    console: Console, extraction: Extraction, comparison: Comparison, lang: str, indent: str
) -> None:
    """Print verdict, causes, differences and notes of a comparison."""
    console.print(_verdict(comparison, lang, indent))
    if comparison.candidates:
        fitting = f"{say(lang, 'case.candidates')} {', '.join(comparison.candidates)}"
        console.print(line(indent, fitting, style=SOFT))
    for cause in comparison.causes:
        console.print(line(indent, "» ", sentences.cause(lang, cause), style=STRONG))
    for each in comparison.differences:
        mark, sentence = in_words(lang, each, comparison, extraction.reading)
        console.print(line(indent, mark, " ", sentence))
    for note in comparison.notes:
        console.print(_note(note, lang, indent))
    counted = [text for _, text in sentences.banner(lang, comparison, 0)]
    if counted:
        console.print(line(indent, " · ".join(counted), style=SOFT))


def _verdict(comparison: Comparison, lang: str, indent: str) -> Text:
    verdict = line(indent, word(lang, "verdict", comparison.verdict), style=_STYLES[comparison.verdict])
    if comparison.quotation_number is None:
        return verdict
    facts = say(
        lang,
        "report.compared",
        document=comparison.document_number or "–",
        quotation=comparison.quotation_number,
    )
    found = f" {say(lang, 'case.proposed')}" if comparison.proposed else ""
    return Text.assemble(verdict, line("  ", facts, found))


def _note(note: Note, lang: str, indent: str) -> Text:
    place = f"{say(lang, 'place.line', line=note.line)} " if note.line else ""
    text = f"{word(lang, 'severity', note.severity)} – {sentences.note(lang, note)}"
    return line(indent, "! ", place, text, style=FAILED if note.severity is Severity.BLOCKER else "")
