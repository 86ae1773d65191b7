"""`python -m demo.make`: the made-up inbox, its quotations as SAP exports them, and what is true of them."""

from pathlib import Path

from demo.make_exports import sap_list
from demo.make_letter import Letter
from demo.make_letters import letters
from demo.make_mails import mail
from demo.make_offers import load
from demo.make_truth import check_truths, truths

FOLDER = Path(__file__).parent


def make(folder: Path) -> None:
    """Write everything that is made into `folder`; mails that are made no more are removed."""
    offers = load()
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    made = letters(offers)
    for letter in made:
        (inbox / letter.name).write_bytes(mail(letter))
    for path in set(inbox.glob("*.eml")) - {inbox / each.name for each in made}:
        path.unlink()
    (folder / "quotations_sap.xlsx").write_bytes(sap_list(offers.values()))
    _write_truths(folder, made)


def _write_truths(folder: Path, made: tuple[Letter, ...]) -> None:
    by_name = sorted(made, key=lambda each: each.name)
    (folder / "truth.jsonl").write_text(truths(by_name), "utf-8")
    (folder / "check_truth.jsonl").write_text(check_truths(by_name), "utf-8")


if __name__ == "__main__":
    make(FOLDER)
