"""Clauses side by side: what commas, other marks and "and", "but", "or" end and begin."""

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.clauses import Clause, Clauses
from provenance.extraction.stance.tokens import STRONG

_ASIDE = frozenset(("adjunct", "if", "as_if", "without", "relative"))
"""Links of clauses that stand beside what the sentence says."""
_ABBREVIATED = 3
"""Letters of the longest word that a full stop may shorten."""


class Coordination(Clauses):
    """Opens and closes clauses at marks and at words that join like with like."""

    __slots__ = ("_after_comma",)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._after_comma = -1

    def _mark(self, i: int, w: str) -> None:
        if w == ",":
            self._after_comma = i
            self._close_at_comma(i)
        elif self.clauses[self._current].head >= 0 and (w in STRONG or self._ends_sentence(i)):
            self._open(-1, "root", "", i + 1)

    def _ends_sentence(self, i: int) -> bool:
        """Whether the mark at `i` ends a sentence before another, as in a quotation of two; no abbreviation does."""
        before, after = self.raw[i - 1], self.raw[i + 1 : i + 2]
        return before.islower() and len(before) > _ABBREVIATED and bool(after) and after[0][:1].isupper()

    def _close_at_comma(self, i: int) -> None:
        top, number = -1, self._current
        while number >= 0:
            clause = self.clauses[number]
            side = clause.link in _ASIDE
            if side and clause.parent >= 0 and (self.clauses[clause.parent].head < 0 or clause.link == "relative"):
                top = clause.parent
            number = clause.parent
        if top >= 0:
            self._current = top
        elif self._is_new_subject(i + 1) and self.clauses[self._top(self._current)].head >= 0:
            top = self._top(self._current)
            if self.clauses[top].head == i - 1 and self.clauses[top].content < 0:  # "But, he added, it was not over"
                self.clauses[top].content = len(self.clauses)
                self._open(top, "say", self.lower[i - 1], i + 1)
            else:
                self._open(-1, "root", "", i + 1)
            return
        self._denied_afterwards(i)

    def _denied_afterwards(self, i: int) -> None:
        """ ", which the group denied": the statement before the comma is denied."""
        end = self._stretch_end(i + 1)
        last = end - 1
        while last > i and not self.lower[last][0].isalnum():
            last -= 1
        if end < self.count or not i < last <= i + 10 or self._has_negation(i, last):
            return
        deny = any(t.effect == "deny" and "n" in t.complements for t in self._takers(last))
        if deny and self.lower[last - 1] not in ("and", "or", "nor"):
            number = self._current
            while self.clauses[number].parent >= 0 and self.clauses[number].link in _ASIDE:
                number = self.clauses[number].parent
            clause = self.clauses[number]
            clause.own, clause.own_by = "deny", self.lower[last]
            self._skip = last

    def _coordinate(self, i: int, w: str) -> bool:
        clause = self._clause()
        if w == "nor" and self._is_aux(i + 1):
            self._open(-1, "root", "", i).negations.append("nor")
            return True
        if clause.head < 0 and (self._after_comma != i - 1 or self.clauses[self._top(self._current)].head < 0):
            return False
        if self.lower[i + 1] == "that":
            return self._repeat_that(i)
        after = i + 1
        while self._is_adverb(after):
            after += 1
        if self._is_finite(after) or self._is_bare_verb(after, clause):
            return self._coordinate_verb(i, w, after, clause)
        own_subject = self._has_finite(after) or (self._after_comma == i - 1 and self._starts_long_stretch(after))
        if self.lower[after] == "to" or not own_subject:
            return False
        clause = self._finite_above(self._current)
        if self._after_comma == i - 1 or clause.link in ("root", "relative"):
            self._open(-1, "root", "", i + 1)
        else:
            self._open(clause.parent, clause.link, clause.by, i + 1)
        return True

    def _starts_long_stretch(self, i: int) -> bool:
        """Whether a subject may begin at token `i` and enough follows for a clause, though no verb is known in it."""
        subject = self.raw[i : i + 1] and (
            self.raw[i][0].isupper() or self.lower[i] in lists.DETERMINER | lists.PRONOUN
        )
        end = self._stretch_end(i)
        if not subject or end - i >= 4:
            return bool(subject)
        after = self._stretch_end(end + 1)  # "and the regulator, not the bank, closed the branch"
        return self._at(after) == "," and self._has_finite(after + 1, 4)

    def _finite_above(self, number: int) -> Clause:
        """The open clause, or the nearest above it with a finite verb: what a finite clause after "and" joins."""
        while self.clauses[number].verbless and self.clauses[number].parent >= 0:
            number = self.clauses[number].parent
        return self.clauses[number]

    def _repeat_that(self, i: int) -> bool:
        number = self._current
        while number >= 0 and self._at(self.clauses[number].start) != "that":
            number = self.clauses[number].parent
        if number < 0:
            return False
        before = self.clauses[number]
        self._open(before.parent, before.link, before.by, i + 1)
        self._skip = i + 1
        return True

    def _is_bare_verb(self, i: int, clause: Clause) -> bool:
        """Whether a plain verb follows "or", "and" after "did not …" or "will …": it stands before a determiner."""
        plain = (
            clause.modal != "" and self.lower[i].isalpha() and self.lower[i] not in lists.DETERMINER | lists.PREPOSITION
        )
        return plain and (self.lower[i + 1] in lists.DETERMINER)

    def _coordinate_verb(self, i: int, w: str, after: int, clause: Clause) -> bool:
        bare = not self._is_finite(after)
        if not bare and w not in ("or", "nor"):
            clause = self._finite_above(self._current)
        fresh = self._open(clause.parent, clause.link, clause.by, i + 1)
        if w in ("or", "nor") or (bare and w == "and"):
            fresh.negations = list(clause.negations)
        if bare:
            fresh.modality, fresh.modality_by, fresh.modal = clause.modality, clause.modality_by, clause.modal
            fresh.head = after
        return True
