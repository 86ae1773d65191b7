"""Chromium for the tests of the pages, and the pages on a port of this machine."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.types import ASGIApp

from review import serving

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
SMALL_SCREEN = (1366, 768)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a running Chromium; skip the test where there is none."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Yield the address at which `app` is served meanwhile."""
    listening = serving.listen(0)
    stop = threading.Event()
    thread = threading.Thread(target=serving.serve, args=(app, listening, stop))
    address = serving.url(listening)
    thread.start()
    try:
        yield address
    finally:
        stop.set()
        thread.join(20)
