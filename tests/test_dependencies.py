"""The version traps of the dependencies: what resolves cleanly and fails at run time."""

import importlib.metadata
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


def version(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", importlib.metadata.version(name))[:3])


def test_fastapi_is_one_that_the_prefect_server_works_with() -> None:
    """From 0.155 the server does not import; from 0.154 `prefect deploy` is answered 422."""
    assert (0, 139) <= version("fastapi") < (0, 146)


def test_sqlalchemy_is_one_that_the_prefect_server_works_with() -> None:
    """With 2.1 its bulk statements fail."""
    assert (2, 0) <= version("sqlalchemy") < (2, 1)


def test_pdfminer_does_not_run_pickled_character_maps() -> None:
    """CVE-2025-64512 is fixed in 20251230."""
    assert version("pdfminer.six")[0] >= 20251230


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_source_of_its_own(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links", text)


def test_no_installed_package_is_copyleft() -> None:
    """GPL and AGPL cannot be combined with the project's licence; dual licences with a free choice can."""
    free_choice = {"text-unidecode"}
    strict = []
    for found in importlib.metadata.distributions():
        name = found.metadata["Name"]
        expression = found.metadata.get_all("License-Expression") or []
        licence = " ".join([*expression, *(found.metadata.get_all("Classifier") or [])])
        if re.search(r"\bA?GPL|GNU (Affero )?General Public", licence) and name not in free_choice:
            strict.append(name)
    assert not strict
