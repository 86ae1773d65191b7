"""Sets of documents found, scored from saved output, and reported."""

import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from bench import __main__ as bench
from bench import page_alone
from bench.measure import find_sets, measure
from bench.outputs import CommandFailedError, Json, known_source

TRUTH: Json = {
    "source": "docs/a.pdf",
    "part": None,
    "kind": "purchase_order",
    "language": "en",
    "format": "pdf",
    "scan": False,
    "header": {"document_number": "PO-1", "lead_time": "P30D", "lead_time_unit": "working_days"},
    "lines": [{"quantity": "2"}],
    "accept": {"header": {}, "lines": []},
    "variants": [{"lines": [{"quantity": "3"}]}],
}
LABELS: Json = {
    "kind": "invoice",
    "document_number": "R-1",
    "document_date": None,
    "total_amount": "10.5",
    "embedded_xml": "factur-x.xml",
    "buyer": {"name": "Pump works"},
    "lines": [{"description": "Seal", "quantity": "3.33", "quantity_shown": "3", "price_per": "1"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("mine/docs", "theirs/deep", "tasks"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mine/truth.jsonl").write_text(json.dumps(TRUTH) + "\n", "utf-8")
    (tmp_path / "theirs/deep/r.truth.json").write_text(json.dumps(LABELS), "utf-8")
    (tmp_path / "theirs/deep/r.pdf").write_bytes(b"")
    (tmp_path / "tasks/truth.jsonl").write_text('{"row": 7, "code": "INVOICE"}\n', "utf-8")
    return tmp_path


def field(value: str, unit: str | None = None, status: str = "sure") -> Json:
    return {"value": value, "status": status, "page": 1, "text": value} | ({"unit": unit} if unit else {})


def line(source: str, header: Json, lines: list[Json], kind: str = "purchase_order") -> Json:
    return {
        "source": source,
        "part": None,
        "kind": kind,
        "language": "en",
        "header": header,
        "lines": lines,
        "error": None,
    }


def test_sets_of_both_shapes_are_found_and_other_tasks_are_left_alone(folder: Path) -> None:
    assert [each.name.removeprefix(f"{folder.name}/") for each in find_sets(folder)] == [
        "mine",
        "theirs/deep",
    ]


def test_saved_output_is_scored_whatever_folder_it_came_from(folder: Path) -> None:
    header = {"document_number": field("PO-1"), "lead_time": field("P30D", "working_days")}
    saved = [line("/elsewhere/docs/a.pdf", header, [{"quantity": field("3")}])]
    mine, _ = find_sets(folder)
    (scored,) = measure(mine, saved).documents
    assert scored.touchless


def test_a_label_that_was_cut_whole_is_not_judged(folder: Path) -> None:
    labels = LABELS | {"embedded_xml": None, "lines": [{"description": "", "quantity": "3"}]}
    (folder / "theirs/deep/r.truth.json").write_text(json.dumps(labels), "utf-8")
    _, theirs = find_sets(folder)
    (truth,) = theirs.truths
    assert truth.contents[0].lines == ({"quantity": ("3",)},)


def test_a_copy_without_its_data_keeps_its_truth(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    for name, data in (("a", b"<Invoice/>"), ("b", None)):
        with pdfium.PdfDocument.new() as document:
            document.new_page(200, 200)
            if data is not None:
                document.new_attachment("factur-x.xml").set_data(data)
            document.save(folder / f"{name}.pdf")
        (folder / f"{name}.truth.json").write_text(json.dumps(LABELS), "utf-8")
    out = page_alone.copies([folder], tmp_path / "out")
    (copied,) = find_sets(out)
    (truth,) = copied.truths
    with pdfium.PdfDocument(copied.root / truth.source) as document:
        assert document.count_attachments() == 0
    assert truth.source == "a.pdf"
    assert truth.loose
    assert truth.contents[0].header["document_number"] == ("R-1",)


def test_what_was_read_besides_is_kept_apart(folder: Path) -> None:
    mine, _ = find_sets(folder)
    surplus = line("docs/a.pdf", {}, [], "other") | {"part": "logo.png"}
    measured = measure(mine, [surplus])
    assert [each.part for each in measured.surplus] == ["logo.png"]
    assert measured.documents[0].read is None


def test_labels_that_are_not_known_are_not_judged(folder: Path) -> None:
    _, theirs = find_sets(folder)
    header = {
        "document_number": field("R-1"),
        "document_date": field("2026-01-01"),
        "total_amount": field("10.50"),
        "customer": field("Pump Works"),
    }
    (scored,) = measure(
        theirs,
        [line("r.pdf", header, [{"description": field("Seal"), "quantity": field("3")}], "invoice")],
    ).documents
    assert scored.right


def test_a_comparison_that_breaks_leaves_the_reading_scored(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(arguments: list[str], _: Path) -> list[Json]:
        if arguments[0] == "check":
            raise CommandFailedError("`countercheck check` ended with 1: broken")
        return [line("docs/a.pdf", {"document_number": field("PO-1")}, [{"quantity": field("2")}])]

    (folder / "mine/quotes.csv").write_text("", "utf-8")
    order = {"source": "docs/a.pdf", "part": None, "verdict": "match", "quotation_number": None}
    (folder / "mine/check_truth.jsonl").write_text(json.dumps(order | {"differences": []}), "utf-8")
    monkeypatch.setattr("bench.measure.run", run)
    mine, _ = find_sets(folder)
    measured = measure(mine)
    assert measured.documents[0].core_right
    assert measured.broken == (f"{folder.name}/mine: `countercheck check` ended with 1: broken",)


def test_the_longest_known_ending_names_the_source() -> None:
    assert known_source("/x/docs/a.pdf", ["a.pdf", "docs/a.pdf"]) == "docs/a.pdf"
    assert known_source("/x/other-a.pdf", ["a.pdf"]) is None


def test_the_command_prints_silent_errors_and_writes_the_figures(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = {"document_number": field("PO-2"), "lead_time": field("P30D", "working_days")}
    results = folder / "results.jsonl"
    results.write_text(json.dumps(line("docs/a.pdf", header, [{"quantity": field("2")}])), "utf-8")
    out = folder / "out/bench.json"
    assert bench.main(["--results", str(results), "--json", str(out), "--detail", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "docs/a.pdf: wrong: header document_number: read 'PO-2', is 'PO-1'" in printed
    (figures,) = json.loads(out.read_text("utf-8"))["sets"]
    assert figures["reading"]["text"]["silent"] == 1
    assert figures["reading"]["text"]["fields_right"] == 2
