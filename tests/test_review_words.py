import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import review
from compare.catalogue import CATALOGUE
from models.comparison import Check, Outcome
from models.reading import Evidence, Problem
from review import sentences, vocabulary
from review.languages import LANGUAGES
from review.words import GROUPS, catalogue, say, word

ROOT = Path(review.__file__).parent
NO_TEXTS = frozenset({"words.py", "vocabulary.py"})
TEXT_ID = re.compile(r"[a-z_]+\.[a-z_0-9]+")
IN_TEMPLATE = re.compile(r"""["']([a-z_]+\.[a-z_0-9]+)["']""")
GROUP_IN_TEMPLATE = re.compile(r"""\bword\(["']([a-z_]+)["']""")


CALLERS = (ROOT.parent / "flows", ROOT.parent / "demo")
"""What lies above the pages and says texts of theirs in a terminal."""


def _constants() -> set[str]:
    """Return every string in the code and the templates that may be the id of a text or a group."""
    found: set[str] = set()
    for path in (each for folder in (ROOT, *CALLERS) for each in folder.rglob("*.py")):
        if path.name not in NO_TEXTS:
            nodes = ast.walk(ast.parse(path.read_text("utf-8")))
            found |= {
                each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    for path in (ROOT / "templates").glob("*.html"):
        text = path.read_text("utf-8")
        found |= set(IN_TEMPLATE.findall(text)) | set(GROUP_IN_TEMPLATE.findall(text))
    return found


def _said_in_code() -> set[str]:
    """Return the ids that are given to `say` as they stand."""
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                arguments = node.args[1:2]
                found |= {
                    one.value
                    for one in arguments
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def _in_groups() -> set[str]:
    return {f"{group}.{member}" for group, members in GROUPS.items() for member in members}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_that_code_and_templates_ask_for_is_there(lang: str) -> None:
    prefixes = {each.partition(".")[0] for each in catalogue(lang)}
    asked = {each for each in _constants() if TEXT_ID.fullmatch(each) and each.partition(".")[0] in prefixes}
    files = {path.name for path in ROOT.rglob("*.*")}
    assert (asked | _said_in_code()) - files - set(catalogue(lang)) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_stable_word_is_translated(lang: str) -> None:
    assert _in_groups() - set(catalogue(lang)) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_kept_that_nobody_asks_for(lang: str) -> None:
    constants = _constants()
    used_groups = {group for group in GROUPS if group in constants}
    used = constants | {each for each in _in_groups() if each.partition(".")[0] in used_groups}
    assert set(catalogue(lang)) - used == set()


def test_both_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    first, second = (catalogue(lang) for lang in LANGUAGES)
    assert set(first) == set(second)
    for msgid in first:
        names = [
            {name for form in texts[msgid] for _, name, _, _ in Formatter().parse(form) if name}
            for texts in (first, second)
        ]
        # "one" may go without its number where the word says it; what is put in is the same.
        assert names[0] - {"n"} == names[1] - {"n"}, msgid


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty(lang: str) -> None:
    assert [
        msgid for msgid, forms in catalogue(lang).items() if not all(form.strip() for form in forms)
    ] == []


def test_chinese_texts_are_chinese_and_english_texts_are_not() -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    assert [msgid for msgid, forms in catalogue("en").items() if any(map(chinese.search, forms))] == []
    names = {"format.pdf", "format.docx", "format.xlsx", "format.csv"}
    signs = {msgid for msgid, forms in catalogue("zh").items() if not any(map(chinese.search, forms))}
    punctuation = {
        each for each in signs if not re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", catalogue("zh")[each][0]))
    }
    assert signs - punctuation == names


def test_one_and_many_differ_in_english_only() -> None:
    assert say("en", "queue.title", n=1) == "1 case needs a person"
    assert say("en", "queue.title", n=2) == "2 cases need a person"
    assert say("zh", "queue.title", n=1) == "1 件待人工处理"


def test_values_with_braces_are_put_in_as_they_are() -> None:
    assert say("en", "value.choices") == "; could also be"
    assert say("en", "place.other_reading", field="{0.__class__} {n}") == "other reading: {0.__class__} {n}"


def test_a_word_that_nobody_named_yet_is_shown_as_it_stands() -> None:
    assert word("zh", "why", "some_new_reason") == "some new reason"


def test_every_code_of_the_field_matrix_has_a_name() -> None:
    assert set(CATALOGUE) == set(vocabulary.CHECKS)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "≥ 2027-01-13, −17 working days"), ("zh", "≥ 2027-01-13, −17 个工作日")]
)
def test_by_how_many_days_a_date_is_early_is_said_in_words(lang: str, said: str) -> None:
    check = Check("L10", "delivery_date", Outcome.DIFFERS, why="early", detail="≥ 2027-01-13, −17 WD")
    assert sentences.why(lang, check).endswith(said)


def test_a_problem_is_told_with_the_words_that_say_so_in_the_marks_of_the_language() -> None:
    found = Problem("row_left_out", "a row was left out", Evidence("RK-7 Gland - cancelled"))
    assert sentences.problem("en", found).endswith("nothing proves it: “RK-7 Gland - cancelled”")
    assert sentences.problem("zh", found).endswith("但没有证明：“RK-7 Gland - cancelled”")
    bare = sentences.problem("en", Problem("no_total"))
    assert bare == "No total is stated, so nothing proves that every line was read"
