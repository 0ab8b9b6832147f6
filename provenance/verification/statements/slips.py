"""Figures of a draft that no source has, beside one that a slip of the keys makes of them: "8,421" for "8,412"."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from provenance.extraction.lexicon import ancestors, base, noun_class
from provenance.model import Claim, Quantity, SlotComparison, Span
from provenance.values import quantities
from provenance.verification.lookup.index import Sentence

_LEAST = 4
"""Digits of the shortest number that is compared: of shorter ones two may be alike by chance."""


class Slips:
    """The long numbers of some sentences; read at first use."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    def find(self, claim: Claim) -> tuple[Span, SlotComparison] | None:
        """The passage with a figure that one of the claim's is a slip of, and both; None where a source has its own."""
        for mine in claim.quantities:
            digits = _digits(mine.text)
            if mine.approximation != "exact" or len(digits) < _LEAST or digits in self._numbers:
                continue
            for number in sorted(self._numbers):
                if not _is_slip(digits, number):
                    continue
                for sentence in self._numbers[number]:
                    theirs = _counted(sentence, number, mine, exchanged=sorted(digits) == sorted(number))
                    if theirs is not None:
                        reason = "no source has this figure, and one that differs by a slip of the keys"
                        slot = SlotComparison(
                            slot="quantity", verdict="different", a=mine.text, b=theirs.text, reason=reason
                        )
                        return sentence.span, slot
        return None

    @cached_property
    def _numbers(self) -> dict[str, list[Sentence]]:
        """The sentences that hold a number, by its digits."""
        found: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._sentences:
            for word in sentence.words:
                if word[:1].isdigit() and len(digits := _digits(word)) >= _LEAST:
                    found[digits].append(sentence)
        return dict(found)


def _digits(words: str) -> str:
    """The digits of a single whole number; empty for anything else."""
    number = words.strip("$€£¥ ").split(" ")[0].replace(",", "")
    return number if number.isascii() and number.isdigit() else ""


def _is_slip(a: str, b: str) -> bool:
    """Whether two numbers differ in one digit, or in two neighbours that changed places."""
    if len(a) != len(b):
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(apart) == 2:
        i, j = apart
        return j == i + 1 and a[i] == b[j] and a[j] == b[i]
    return len(apart) == 1


def _counted(sentence: Sentence, number: str, mine: Quantity, *, exchanged: bool) -> Quantity | None:
    """The figure that a sentence gives by a number, where it counts what the other one counts.

    Where two digits have changed places, that both count people is enough.
    """
    for theirs in quantities.find(sentence.span.quote):
        if _digits(theirs.text) != number or theirs.unit != mine.unit:
            continue
        if base(theirs.noun.lower()) == base(mine.noun.lower()) and (mine.noun or mine.unit):
            return theirs
        if exchanged and {"PERSON"} <= _kinds(theirs.noun) & _kinds(mine.noun):
            return theirs
    return None


def _kinds(noun: str) -> set[str]:
    known = noun_class(noun) if noun else None
    return set(ancestors(known.name)) if known else set()
