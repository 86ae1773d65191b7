"""Papers with a word that nobody knows: how they are made, and that the reader is not sure and wrong."""

import random
from pathlib import Path

import pytest
from paper import paper, sheet

from bench import strange_words
from bench.layouts.layout import Print
from bench.layouts.make import plan, write
from bench.measure import find_sets

ORDER = "Purchase order\nYour quotation no.: 20018841\n订单编号：PO-118\n合同总金额为含税价格并以人民币计价"
LEAST = 40
AT_MOST = 0.03
"""So many of the papers may have a silent error."""


def _never(_: Print) -> bytes:
    raise AssertionError("no browser is needed")


def test_the_words_of_a_paper_are_those_outside_its_values() -> None:
    found = strange_words.words_of(paper(ORDER), "20018841\nPO-118\n人民")
    assert {"Purchase", "quotation", "no", "订单编号", "合同"} <= set(found)
    assert "PO" not in found
    assert "Purchase" not in strange_words.words_of(paper(ORDER), "PURCHASE LTD")
    assert "人民" not in found


@pytest.mark.parametrize("word", ["quotation", "NO", "Order", "订单编号"])
def test_a_strange_word_has_the_length_and_the_case_of_the_other(word: str) -> None:
    other = strange_words.stranger(word, random.Random(3))
    assert other != word
    assert len(other) == len(word)
    assert (other.isupper(), other.istitle()) == (word.isupper(), word.istitle())


def test_only_whole_words_are_renamed_and_their_letters_keep_their_places() -> None:
    document = paper("Part no. Party no.\n订单编号：PO-118")
    changed = strange_words.renamed(document, "Part", "Foty")
    assert [word.text for word in changed.pages[0].words][:4] == ["Foty", "no.", "Party", "no."]
    assert [word.edges for word in changed.pages[0].words] == [word.edges for word in document.pages[0].words]
    chinese = strange_words.renamed(document, "订单编号", "齉龘靐齾")
    assert chinese.pages[0].words[-1].text == "齉龘靐齾：PO-118"


def test_a_word_that_is_left_out_goes_only_where_no_value_stands_with_it() -> None:
    document = paper("Part no. 4711\n订单编号：PO-118")
    assert [word.text for word in strange_words.renamed(document, "no", "").pages[0].words][:2] == [
        "Part",
        "4711",
    ]
    assert strange_words.renamed(document, "订单编号", "").pages[0].words == document.pages[0].words


def test_cells_are_renamed_as_well() -> None:
    changed = strange_words.renamed(sheet([["Part no.", "Qty"], ["4711", "2"]]), "Qty", "Vuz")
    (table,) = changed.pages[0].tables
    assert "Vuz" in {word.text for cell in table.cells for word in cell.words}


def test_strange_words_end_no_program_and_leave_little_silent(tmp_path: Path) -> None:
    written = [each for each in plan("handmade") if each.layout.file.endswith((".docx", ".xlsx"))][:8]
    write(tmp_path, written, _never)
    (made,) = find_sets(tmp_path)
    papers = list(strange_words.papers([tmp_path], 6, 7, left_out=False))
    found = [strange_words.tried(each) for each in papers]
    finds = [each for one in found for each in one.finds]
    total = sum(one.papers for one in found)
    assert total >= LEAST, made.name
    assert [each.line for each in finds if each.error] == []
    assert len({(each.source, each.word) for each in finds}) <= AT_MOST * total


def test_the_command_prints_the_figures_and_of_the_unseen_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "unseen"
    folder.mkdir()
    write(folder, [each for each in plan("handmade") if each.layout.file.endswith(".docx")][:1], _never)
    assert strange_words.main([str(folder), "--words", "3", "--json", str(tmp_path / "finds.json")]) == 0
    shown = capsys.readouterr().out
    assert "with a silent error" in shown
    assert "without" not in shown.replace("with a silent error", "")
