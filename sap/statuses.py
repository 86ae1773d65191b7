"""What exports say of how far a document is: SAP's letters, and its words in three languages.

Statuses of SAP are a letter each: A not yet, B partly, C completely processed (VBUK, VBUP).
"""

from extractors.fields.text import fold
from sap.cells import Cells
from sap.marks import NO, YES

COMPLETED_WORDS = (
    "C;completed;complete;completely processed;fully processed;closed;done;finished;processed;"
    "completely;fully completed;confirmed;verified;received;signed;accepted;"
    "posted;goods issued;已完成;完成;全部完成;完全处理;已处理;处理完毕;"
    "完全处理完毕;已关闭;关闭;全部处理;完全完成;已完全处理;已结束;结束;已确认;已过账;已签收;已验收;完全;已结清;"
    "abgeschlossen;vollständig bearbeitet;erledigt"
)
UNFINISHED_WORDS = (
    "A;B;open;not yet processed;not processed;not yet started;not started;not yet completed;not completed;"
    "being processed;in process;in processing;in progress;partially processed;partially completed;partial;"
    "partly;partially;pending;outstanding;not confirmed;not yet;未处理;处理中;正在处理;部分处理;未完成;未清;"
    "尚未处理;未开始;部分;部分完成;进行中;待处理;未过账;未签收;未验收;未确认;尚未开始;未结;部分过账;offen;"
    "in arbeit;nicht bearbeitet;teilweise bearbeitet"
)
BILLED_WORDS = (
    "fully billed;completely billed;billed;fully invoiced;completely invoiced;invoiced;已开票;全部开票;"
    "完全开票;已全部开票;已完全开票;已出具发票;vollständig fakturiert;fakturiert"
)
BEGUN_WORDS = (
    "B;partially processed;partly processed;partially completed;partial;partly;partially;in process;"
    "being processed;部分处理;部分完成;部分;处理中;正在处理;teilweise bearbeitet;in arbeit"
)
BEGUN = frozenset(map(fold, BEGUN_WORDS.split(";")))
BILLED = frozenset(map(fold, BILLED_WORDS.split(";")))
COMPLETED = frozenset(map(fold, COMPLETED_WORDS.split(";")))
UNFINISHED = frozenset(map(fold, UNFINISHED_WORDS.split(";")))
NEEDED = YES | {"需要", "需", "要", "required"}
NOT_NEEDED = NO | {"不需要", "不需", "不要", "not required", "无需", "none", "-", "/"}
NOT_BLOCKED = NO | frozenset(
    (
        "00",
        "-",
        "/",
        "none",
        "not blocked",
        "no block",
        "unblocked",
        "未冻结",
        "无冻结",
        "没有冻结",
        "nicht gesperrt",
    )
)
NOT_REJECTED = NO | frozenset(("a", "00", "-", "not rejected", "nothing rejected", "未拒绝"))


def completed(text: str | None) -> bool | None:
    """Tell whether a status says that all is done; None where it is empty or says neither."""
    stated = (text or "").strip()
    for each in (fold(stated), fold(stated[:1]) if stated[1:2] in {" ", "-", ":"} else ""):
        if each in COMPLETED:
            return True
        if each in UNFINISHED:
            return False
    return None


def begun(text: str | None) -> bool:
    """Tell whether a status says that something is done already, in part or in whole."""
    return completed(text) is True or fold((text or "").strip()) in BEGUN


def billed(text: str | None) -> bool:
    """Tell whether a billing status says that all is billed."""
    return fold((text or "").strip()) in BILLED or completed(text) is True


def blocks(cells: Cells, name: str) -> tuple[str, ...]:
    """Return the blocks of a row: an item's own and its document's, under names alike (VBAK, VBAP, LIKP).

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    return tuple(each for each in cells.texts(name) if each.casefold() not in NOT_BLOCKED)


def is_marked(text: str | None) -> bool:
    """Tell whether a column of marks says yes: an X, or a word."""
    return (text or "").casefold() not in NO


def yes_or_no(text: str | None) -> bool | None:
    """Return what a word for yes or no says; None where it is neither."""
    folded = (text or "").casefold()
    if folded in YES | {"需要", "需", "要", "required"}:
        return True
    return (
        False if folded in NO | {"不需要", "不需", "不要", "not required", "无需", "none", "-", "/"} else None
    )
