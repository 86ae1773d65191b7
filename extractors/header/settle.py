"""One field out of everything that was found for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.fields.text import level
from extractors.late import late
from extractors.page.runs import Run, evidence, why_uncertain
from models.reading import Candidate, Evidence, Field, Proof, Reason

IDEOGRAPH = late(r"[\u4e00-\u9fff]")
FIGURES = late(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that one place of the document states for a field.

    `reason` is why this place alone would not be enough; None where it would. A `value` of None is
    a label of the field whose value could not be read.
    """

    value: str | None
    run: Run
    start: int
    end: int
    proof: Proof = Proof.LABEL
    reason: Reason | None = None
    unit: str | None = None
    anchor: str | None = None
    also: tuple[str, ...] = ()

    @property
    def spot(self) -> Evidence:
        """Where the value stands, without the blanks around it."""
        text = self.run.text[self.start : self.end]
        start = self.start + len(text) - len(text.lstrip())
        return evidence(self.run, start, start + len(text.strip()))

    @property
    def doubt(self) -> Reason | None:
        """Why the value is not certain, characters included."""
        return self.reason or why_uncertain(self.run, self.start, self.end)


def settle(choices: Iterable[Choice], *, translated: bool = False) -> Field | None:
    """Return the field that the choices state.

    Places that agree support each other; one certain place is enough. Places that disagree leave
    the field unsure, with the first as its value and the others as candidates. In a text that may be
    `translated`, Chinese beside another language with the same figures does not disagree.
    """
    all_choices = list(choices)
    read = [choice for choice in all_choices if choice.value is not None]
    if not read:
        return _unread(all_choices)
    first = next((choice for choice in read if choice.doubt is None), read[0])
    rivals = [choice for choice in read if _other(choice, first)]
    if translated:
        rivals = [choice for choice in rivals if not _translates(choice, first)]
    if rivals:
        return _field(first, Reason.RIVAL, rivals)
    if len(read) < len(all_choices) and first.doubt is None:
        return _field(first, None, [], (first.proof,))
    return _field(first, first.doubt, [], _proofs(read))


def _other(choice: Choice, first: Choice) -> bool:
    """Tell whether a value is another one: small letters and capitals are alike, as in "CFR JEBEL ALI"."""
    alike = (choice.value or "").casefold() == (first.value or "").casefold()
    return not (alike and choice.unit == first.unit) and choice.value not in first.also


def _translates(choice: Choice, first: Choice) -> bool:
    """Tell whether a value may be another in the other language: as sure, other letters, same figures."""
    one, other = choice.value or "", first.value or ""
    if choice.doubt is None and _holds_both(one, other):
        return True
    scripts = {bool(IDEOGRAPH.search(each)) for each in (one, other)}
    return choice.doubt is None and len(scripts) > 1 and _figures(one) == _figures(other)


def _holds_both(one: str, other: str) -> bool:
    """Tell whether one value is the other with the same in another language behind it."""
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(short).strip(" /()（）")
    chinese = IDEOGRAPH.search(short) is not None
    alone = (IDEOGRAPH.search(rest) is None) is chinese and any(map(str.isalpha, rest))
    return bool(short) and long.startswith(short) and alone and _figures(rest) == _figures(short)


def _figures(text: str) -> list[str]:
    return sorted(FIGURES.findall(level(text)))


def _proofs(read: Sequence[Choice]) -> tuple[Proof, ...]:
    certain_ones = [choice.proof for choice in read if choice.doubt is None]
    several = (Proof.AGREEING,) if len(certain_ones) > 1 else ()
    return tuple(dict.fromkeys(certain_ones)) + several


def _unread(choices: Sequence[Choice]) -> Field | None:
    if not choices:
        return None
    spot = choices[0].spot
    return Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.1)


def _field(
    choice: Choice, reason: Reason | None, rivals: Sequence[Choice], proof: tuple[Proof, ...] = ()
) -> Field:
    others = [Candidate(each.value, each.spot) for each in rivals if each.value is not None]
    others += [Candidate(value) for value in choice.also]
    return Field(
        value=choice.value,
        sure=reason is None,
        evidence=choice.spot,
        proof=proof if reason is None else (),
        reason=reason,
        confidence=0.98 if reason is None else 0.5,
        candidates=tuple(others),
        unit=choice.unit,
        anchor=choice.anchor,
    )
