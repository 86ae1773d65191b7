"""Why a case needs a person, as stable words; the pages have their wording.

* a relation to another case (`new_version`, `same_lines` …: `models.belonging.Relation`);
* `new_mail`: a mail came in for it later;
* `basis_changed`: its quotation is another one in newer quotations (`desk.basis_changes`);
* `no_order`: no part of the mail is an order;
* `unreadable:<code>`: a part could not be read, with the code of `models.errors.ErrorCode`;
* `not_compared:<kind>`: a document for the order desk that is not held against a quotation;
* `no_quotation`: no quotation fits;
* `<kind of difference>:<field>`, as `differs:unit_price` or `unsure:delivery_date`;
* `note:<code>`: a note of the field matrix that weighs enough;
* `not_proven`: nothing differs, and the match is not certain.
"""

from collections.abc import Collection, Iterator

from models.belonging import Relation
from models.comparison import Comparison, Difference, DifferenceKind, Severity, Verdict

WEIGHTY = frozenset({Severity.BLOCKER, Severity.MAJOR})
NEW_MAIL = "new_mail"
TELLING = frozenset(Relation) - {Relation.OTHER_CUSTOMER, Relation.SAME_THREAD, Relation.NAMES_NUMBER}
"""Relations that a person has to know of, also where all else is equal."""


def why(comparison: Comparison, carried: Collection[int] = ()) -> Iterator[str]:
    """Yield the reasons why a compared document needs a person, each once; none for a match.

    What checks that are `carried` over from the last version found is no new reason.
    """
    if comparison.verdict is Verdict.MATCH:
        return
    found = ["no_quotation"] if comparison.verdict is Verdict.NO_QUOTATION else []
    # What only the quotation states is information; where it is needed, a note says so.
    telling = [each for each in comparison.differences if each.kind is not DifferenceKind.MISSING_IN_DOCUMENT]
    settled = {_place(comparison, index) for index in carried}
    found += [f"{each.kind.value}:{each.field}" for each in telling if _key(each) not in settled]
    found += [f"note:{each.code}" for each in comparison.notes if each.severity in WEIGHTY]
    yield from dict.fromkeys(found or ([] if carried else ["not_proven"]))


def _place(comparison: Comparison, index: int) -> tuple[int | None, str | None, str]:
    check = comparison.checks[index]
    return check.line, check.quote_item, check.field


def _key(difference: Difference) -> tuple[int | None, str | None, str]:
    return difference.line, difference.quote_item, difference.field
