"""Clauses that hang on one another, and the words in them that take further clauses."""

from dataclasses import dataclass, field

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.tokens import STRONG, Tokens
from provenance.extraction.stance.words import Taker

_REACH = 9
"""Tokens between a word and the statement that it takes ("ordered the owners of the firm to pay")."""
_DEEPEST = 24
"""Clauses nested deeper than this begin anew: the way up stays short whatever the text."""


@dataclass(slots=True)
class Clause:
    """One predicate with its links; token indexes."""

    parent: int
    link: str
    """Effect of what takes it, or "root", "adjunct", "relative", "without", "if", "as_if"."""
    by: str
    """The words that take it."""
    start: int
    head: int = -1
    """Its verb, or the first word of a noun phrase that stands for a statement; -1 until seen."""
    depth: int = 0
    verbless: bool = False
    """An infinitive, an -ing form or a noun phrase."""
    by_at: int = -1
    """Token of the word that takes it; -1 where there is none."""
    negations: list[str] = field(default_factory=list)
    negative_subject: bool = False
    modality: str = "asserted"
    modality_by: str = ""
    modal: str = ""
    """Its modal or "do", which a verb after "or" shares."""
    cues: list[tuple[int, Taker]] = field(default_factory=list)
    """Words seen in it that can take a statement."""
    content: int = -1
    """The clause whose statement this one passes on."""
    verdict: str = ""
    """What this clause says of the report that it speaks of: "deny", "manage" (it is true) or nothing."""
    verdict_by: str = ""
    own: str = ""
    """Effect of its own predicate on itself ("was ruled out")."""
    own_by: str = ""
    report: bool = False
    """It speaks of a report, rumour, allegation."""
    not_until: bool = False
    false_to_say: bool = False
    """It is called wrong to say what this clause says."""

    def negate(self, word: str) -> None:
        """Note a negation; another of one predicate counts only after a negative subject ("No one did not …")."""
        if not self.negations or (len(self.negations) == 1 and self.head >= 0 and self.negative_subject):
            self.negations.append(word)
            self.negative_subject = self.head < 0


class Clauses(Tokens):
    """The clauses of one sentence, found from left to right; `owner` tells which of them each token belongs to."""

    __slots__ = ("_current", "_skip", "clauses", "owner")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clauses = [Clause(-1, "root", "", 0)]
        self.owner: list[int] = []
        self._current = 0
        self._skip = -1

    def _clause(self) -> Clause:
        return self.clauses[self._current]

    def _open(self, parent: int, link: str, by: str, start: int, head: int = -1) -> Clause:
        depth = self.clauses[parent].depth + 1 if parent >= 0 else 0
        if depth > _DEEPEST:
            parent, link, depth = -1, "root", 0
        self.clauses.append(Clause(parent, link, by, start, head, depth, head >= 0))
        self._current = len(self.clauses) - 1
        return self.clauses[self._current]

    def _open_content(self, cue: tuple[int, int, Taker], start: int, head: int = -1, link: str = "") -> Clause:
        """Open the statement that a taker takes; `cue` is the clause of the taker, its token and the taker."""
        parent, at, taker = cue
        by, wrong = self._described_as_false(at)
        wrong = wrong or self.clauses[parent].false_to_say
        failed = taker.effect == "plan" and taker.kind == "noun" and self._failed_before(parent, at)
        clause = self._open(parent, "deny" if wrong else link or ("fail" if failed else taker.effect), by, start, head)
        clause.by_at = at
        if self.clauses[parent].content < 0:
            self.clauses[parent].content = self._current
        if head != start:  # a noun phrase may be followed by more: "ordered the firm not to pay"
            self.clauses[parent].cues = [c for c in self.clauses[parent].cues if c[0] != at]
        return clause

    def _described_as_false(self, at: int) -> tuple[str, bool]:
        """The taker with what calls it false before it: "falsely claimed", "contrary to reports"; and whether it is."""
        if self.lower[at - 1] in lists.FALSELY and self.lower[at - 2] != "as":
            return f"{self.lower[at - 1]} {self.lower[at]}", True
        j = at - 1
        while j > 1 and at - j < 4 and self.lower[j] != "to":
            j -= 1
        if self.lower[j] == "to" and self.lower[j - 1] == "contrary":
            return f"contrary to {self.lower[at]}", True
        pair = f"{self.lower[at - 1]}_{self.lower[at]}"
        return (pair.replace("_", " ") if pair in lists.TAKERS else self.lower[at]), False

    def _failed_before(self, parent: int, at: int) -> bool:
        """ "Failed in his bid", "an unsuccessful attempt": whether what the noun at `at` tries did not come about."""
        if self.clauses[parent].link == "fail":  # "abandoned plans": told already
            return False
        if self.lower[at - 1] in lists.CAME_TO_NOTHING:
            return True
        first = next((k for k in range(at - 1, max(0, at - 4), -1) if self.lower[k] in lists.DETERMINER), at)
        before = self.lower[first - 1]
        return before == "lost" or (before == "in" and self.lower[first - 2] in lists.CAME_TO_NOTHING)

    def _cue(self, i: int, complement: str) -> tuple[int, int, Taker] | None:
        """The nearest word before `i` that takes such a complement, in the open clause or those above it."""
        number = self._current
        while number >= 0:
            for at, taker in reversed(self.clauses[number].cues):
                if i - at > _REACH:
                    break
                if complement in taker.complements:
                    return number, at, taker
            if i - self.clauses[number].start > _REACH:
                break
            number = self.clauses[number].parent
        return None

    def _top(self, number: int) -> int:
        while self.clauses[number].parent >= 0:
            number = self.clauses[number].parent
        return number

    def _a_subject_waits(self) -> bool:
        """Whether a clause above the open one has no verb yet: "Claims that the film shows …"."""
        number = self._clause().parent
        while number >= 0 and self.clauses[number].head >= 0:
            number = self.clauses[number].parent
        return number >= 0

    def _bare_clause_follows(self, i: int, taker: Taker) -> bool:
        """Whether a clause without "that" begins at `i`: a finite verb follows, and one more if a subject waits."""
        wanted = 2 if self._a_subject_waits() else 1
        found, j = 0, i + 1
        while j < self.count and j - i < (_REACH if wanted == 1 else 2 * _REACH):
            if self.lower[j] == "," or self.lower[j] in STRONG or (self.lower[j] == "that" and not found):
                return False
            joins = not found and self.lower[j] in lists.COORDINATORS
            if joins and (self._is_finite(j + 1) or "n" in taker.complements):
                return False  # "reported the blast but did not say who was behind it"
            if self._is_finite(j) and self._verb_before(j) < 0:
                found += 1
                if found == wanted:
                    return True
            j += 1
        return False
