"""What is found once in a document is found once, and never kept for the next one."""

from extractors.kept import kept, one_document

CALLS: list[tuple[str, ...]] = []


@kept
def joined(words: list[str], mark: str) -> str:
    CALLS.append((*words, mark))
    return mark.join(words)


def test_the_same_objects_are_looked_at_once() -> None:
    CALLS.clear()
    words, mark = ["a", "b"], "-"
    with one_document():
        first = joined(words, mark)
        assert joined(words, mark) is first
    assert len(CALLS) == 1


def test_equal_objects_are_not_the_same() -> None:
    CALLS.clear()
    mark = "-"
    with one_document():
        for _ in range(3):
            # Each list ends before the next begins: its place in memory may be taken again.
            joined(list("ab"), mark)
    assert len(CALLS) == 3


def test_nothing_is_kept_outside_a_document_or_for_the_next() -> None:
    CALLS.clear()
    words, mark = ["a", "b"], "-"
    joined(words, mark)
    for _ in range(2):
        with one_document():
            joined(words, mark)
    assert len(CALLS) == 3


def test_a_document_inside_another_leaves_its_results_alone() -> None:
    CALLS.clear()
    words, mark = ["a", "b"], "-"
    with one_document():
        joined(words, mark)
        with one_document():
            joined(words, mark)
        joined(words, mark)
    assert len(CALLS) == 2
