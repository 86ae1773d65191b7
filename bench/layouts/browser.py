"""Chromium, which prints pages of HTML into PDFs."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from bench.layouts.layout import Print

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
DAY = b"D:20260701080000"
STAMP = re.compile(rb"D:\d{14}")

Printer = Callable[[Print], bytes]


def program() -> str | None:
    """Return where Chromium is installed, None if it is not."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def unstamped(pdf: bytes) -> bytes:
    """Return a PDF that says of no day that it was made on it."""
    return STAMP.sub(DAY, pdf)


@contextmanager
def printing() -> Iterator[Printer]:
    """Yield a function that prints; the page's style sheet tells its size.

    Raises:
        FileNotFoundError: Chromium is not installed.
    """
    where = program()
    if where is None:
        raise FileNotFoundError("Chromium is not installed: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=list(ARGUMENTS))
        page = browser.new_page()

        def pdf(drawing: Print) -> bytes:
            page.set_content(drawing.html)
            made = page.pdf(prefer_css_page_size=True, print_background=True)
            return unstamped(made)

        yield pdf
        browser.close()
