"""The direction of the imports, and the one home of each library that touches the world."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEVELS = (
    ("cli",),
    ("demo", "bench"),
    ("flows",),
    ("review",),
    ("store",),
    ("spine", "sandbox", "sandbox_child", "sandbox_helper"),
    ("desk",),
    ("compare",),
    ("extractors", "sap"),
    ("models", "settings", "settings_table"),
)
"""From the top down: a module imports its own level or a lower one."""
LINES = ("reckoned", "cards", "values", "doubts", "items", "tables", "columns", "texts")
HEADER = ("proposing", "whole", "sums", "numbering", "sides", "conditions", "spoken", "labelling")
PACKAGED = {"lines": LINES, "header": HEADER}
"""The same for the packages of `extractors.lines` and `.header`; what stands beside them is below all."""
STORE = frozenset(
    "archive audit columns counters dialect dump kill_point locked migrations packs rows store tables".split()
)
"""The modules of `models` that keep things; the others are values."""
PURE = ("extractors", "compare", "desk", "sap")
WORLD = frozenset(
    (
        "prefect sqlmodel sqlalchemy alembic fastapi uvicorn imapclient pymap socket subprocess sqlite3"
        " smtplib httpx"
    ).split()
)
HOMES = {
    "prefect": ("flows",),
    "imapclient": ("flows", "bench"),
    "fastapi": ("review",),
    "pymap": ("demo",),
    "sqlmodel": ("models",),
    "sqlalchemy": ("models",),
    "alembic": ("models",),
}
FILES = sorted(
    path
    for path in ROOT.rglob("*.py")
    if not {".venv", "tests", "build", "versions"} & set(path.relative_to(ROOT).parts)
)


def level_of(dotted: str) -> int | None:
    parts = dotted.split(".")
    name = "store" if parts[0] == "models" and len(parts) > 1 and parts[1] in STORE else parts[0]
    return next((at for at, names in enumerate(LEVELS) if name in names), None)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_imports_point_downward(path: Path) -> None:
    own = level_of(dotted(path))
    assert own is not None, "a new top-level module needs its level here and in the README"
    upward = {name for name in imported(path) if (level := level_of(name)) is not None and level < own}
    assert not upward


@pytest.mark.parametrize("name", PACKAGED)
def test_the_packages_of_the_reader_import_downward_too(name: str) -> None:
    order = PACKAGED[name]
    for path in (ROOT / "extractors" / name).rglob("*.py"):
        parts = dotted(path).split(".")
        own = order.index(parts[2]) if parts[2] in order else len(order)
        packages = {each.split(".")[2] for each in imported(path) if each.startswith(f"extractors.{name}.")}
        assert not packages & set(order[:own]), path


def test_what_all_exports_share_imports_nothing_of_quotations() -> None:
    """Only what knows all kinds of exports imports `sap.quoting`, as it imports every other kind."""
    shared = [path for path in (ROOT / "sap").glob("*.py") if path.stem != "export_kinds"]
    assert not [
        path.stem for path in shared if any(each.startswith("sap.quoting") for each in imported(path))
    ]


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_the_pure_core_touches_no_world(path: Path) -> None:
    parts = path.relative_to(ROOT).parts
    if parts[0] in PURE:
        assert not {name.split(".")[0] for name in imported(path)} & (WORLD | {"settings"})


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_each_library_that_touches_the_world_has_one_home(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    for name in {name.split(".")[0] for name in imported(path)} & set(HOMES):
        assert package in HOMES[name]


def test_no_flow_bears_a_standard_library_name() -> None:
    """Prefect puts the folder of a flow first on the path of the whole process."""
    assert not {path.stem for path in (ROOT / "flows").iterdir()} & set(sys.stdlib_module_names)


@pytest.mark.parametrize("package", ["models", "flows"])
def test_packages_that_everything_imports_import_nothing(package: str) -> None:
    assert not list(imported(ROOT / package / "__init__.py"))


def test_no_module_is_named_for_nothing() -> None:
    empty = {"utils", "helpers", "common", "base", "manager", "service", "misc"}
    assert not {path.stem for path in FILES} & empty
