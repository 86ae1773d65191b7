"""What all tests share: under CI nothing may skip."""

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],  # noqa: ARG001 - the name is pytest's
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where `.ci/run` has installed everything that tests need."""
    report = yield
    if report.skipped and os.environ.get("COUNTERCHECK_CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped under CI, where nothing may skip: {item.nodeid}: {report.longrepr}"
    return report
