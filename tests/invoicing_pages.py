"""The pages of invoice lists over a desk in memory, for tests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import invoicing_desk
import review_desk
from invoicing_memory import InvoiceDesk
from invoicing_orders import NOW
from starlette.testclient import TestClient

from models.answering import MailState
from models.invoicing import Code
from review.app import create_app

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
LIST = 2
NOT_SHIPPED = "/invoices/2/rows/6"
NOT_ACCEPTED = "/invoices/2/rows/3"
TOGETHER = "/invoices/2/rows/0"


@dataclass
class Pages:
    """The pages, and the desk behind them."""

    desk: InvoiceDesk
    client: TestClient

    def page(self, path: str, lang: str = "en") -> str:
        answer = self.client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert answer.status_code == 200, path
        return str(answer.text)

    def send(self, path: str, **given: str) -> Any:
        form = {"token": self.token(), **given}
        return self.client.post(path, data=form, headers=OWN, follow_redirects=False)

    def token(self) -> str:
        match = re.search(r'name="token" value="([^"]+)"', self.page("/profiles"))
        assert match
        return match[1]

    def codes(self) -> list[Code]:
        return [each.code for each in self.desk.lists[LIST].rows]

    def held(self, key: str) -> str:
        """Return what a mail says that waits for a person."""
        mail = self.desk.mails[key]
        assert mail.state is MailState.HELD
        return mail.text


@contextmanager
def opened() -> Iterator[Pages]:
    """Yield the pages over a desk with two lists of this week."""
    desk = invoicing_desk.full()
    app = create_app(
        review_desk.full().sources(), now=lambda: NOW, invoicing=desk.invoicing(), post=desk.post()
    )
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
        yield Pages(desk, client)
