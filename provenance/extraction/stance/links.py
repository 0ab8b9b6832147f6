"""Clauses that hang on others: that-clauses, infinitives, conditions, -ing forms, relative clauses."""

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.coordination import Coordination
from provenance.extraction.stance.words import Taker


class Links(Coordination):
    """Opens clauses at words and forms that make one depend on another."""

    __slots__ = ()

    def _open_inverted_condition(self) -> None:
        if self._at(0) in ("had", "were", "should") and self.raw[-1] != "?" and "," in self.lower:
            self._open(0, "if", self.lower[0], 0).modal = self.lower[0]

    def _subordinate(self, i: int, w: str) -> bool:
        if w == "that":
            return self._that(i)
        if w in lists.CONDITIONAL or w == "whether":
            return self._condition(i, w)
        if w == "to":
            return self._infinitive(i)
        if w.endswith("ing") and len(w) > 4:
            return self._gerund(i)
        if w == "without":
            return self._without(i)
        if w == "than" and self.lower[i - 1] == "rather" and self._is_past(i + 1):
            self._open(self._current, "without", "rather than", i, i + 1)
            return True
        if w in lists.AS_ADJUNCT or w == "as":
            return self._adjunct(i, w)
        if w in lists.RELATIVE or w in ("what", "how", "why"):
            return self._wh(i, w)
        return False

    def _that(self, i: int) -> bool:
        if self.lower[i - 1] in lists.CONDITIONAL:
            return True
        cue = self._cue(i, "t")
        if cue is None and not self.lower[i - 1].isalpha():
            return False
        if self.lower[i - 1] in lists.PREPOSITION or i == 0 or (self._is_aux(i + 1) and self._cue(i, "t") is None):
            if i and self.lower[i - 1] not in lists.PREPOSITION:
                self._open(self._current, "relative", "that", i)
                return True
            return False
        if cue is not None and not self._object_between(cue, i):
            self._open_content(cue, i)
            return True
        if self.lower[i - 1].isalpha() and not self._is_aux(i - 1):
            self._open(self._current, "relative", "that", i)
            return True
        return False

    def _object_between(self, cue: tuple[int, int, Taker], i: int) -> bool:
        """Whether the clause at `i` belongs to an object of the denial: "rejected the offer that it received"."""
        at, taker = cue[1], cue[2]
        return taker.effect == "deny" and taker.kind == "verb" and self.lower[at + 1] in lists.DETERMINER and at + 1 < i

    def _condition(self, i: int, w: str) -> bool:
        cue = self._cue(i, "w")
        if w == "whether" or (w == "if" and cue is not None and i - cue[1] <= 2):
            if cue is not None:
                self._open_content(cue, i, link="ask" if cue[2].effect == "ask" else "open")
            else:
                self._open(self._current, "open", w, i)
        elif self.lower[i - 1] == "as":
            self._open(self._current, "as_if", "as if", i)
        elif w == "if" and (self.lower[i + 1] == "not" or self._is_aside(i)):
            self._skip = i + 1
        elif w in ("provided", "providing") and self.lower[i + 1] not in ("that", "he", "she", "it", "they"):
            return False
        else:
            self._open(self._current, "if", w, i)
        return True

    def _is_aside(self, i: int) -> bool:
        """ "Few, if any, came", "seldom if ever": the "if" at token `i` says how few."""
        before = self.lower[i - 1] if self.lower[i - 1] != "," else self.lower[i - 2]
        few = before in lists.QUANTITY_NEGATIVE or before in lists.NEVER or before in ("anything", "anyone")
        return self.lower[i + 1] in lists.IF_ASIDE and (few or self.lower[i + 2] in (",", "."))

    def _infinitive(self, i: int) -> bool:
        verb = i + 1
        while self._is_adverb(verb):
            verb += 1
        w = self.lower[verb]
        if not w.isalpha() or w in lists.DETERMINER or self.raw[verb][0].isupper() or w in lists.PREPOSITION:
            return False
        before = self.lower[i - 1]
        negated = before in ("not", "never")
        at = i - 2 if negated else i - 1
        says = any(taker.effect in ("say", "report", "think") for taker in self._takers(verb))
        cue = (self._cue(i, "j") if says else None) or self._cue(i, "i")
        if cue is not None and cue[1] != at and self.lower[at] in lists.BE:
            cue = None
        if cue is not None:
            fresh = self._open_content(cue, i, verb, "manage" if "j" in cue[2].complements and says else "")
            fresh.false_to_say = "j" in cue[2].complements and cue[2].effect == "deny"
        elif (effect := self._duty(at, w)) is not None:
            if negated and self._clause().negations:
                self._clause().negations.pop()
            fresh = self._open_content((self._current, at, Taker(effect, "i", "word")), i, verb)
        else:
            return False
        if negated:
            fresh.negate(before)
        self._note_takers(verb)
        return True

    def _duty(self, at: int, verb: str) -> str | None:
        """What the word at `at` makes of "to" and a verb: "is to vote", "has to vote", "has still to vote"."""
        w = self.lower[at]
        if w in ("has", "have"):
            return "order"
        if w == "yet" or (w == "still" and self._is_aux(at - 1) and self.lower[at - 1] not in ("do", "did", "does")):
            return "fail" if verb != "blame" else None
        return "plan" if w in lists.BE and verb != "blame" else None

    def _note_takers(self, i: int) -> None:
        """Notes the words before token `i` that take a statement; the parser that builds on these links says how."""
        raise NotImplementedError

    def _gerund(self, i: int) -> bool:
        at = i - 1
        while self._is_adverb(at) and self.lower[at] not in ("not", "never"):
            at -= 1
        before = self.lower[at]
        if before in lists.DETERMINER:
            return False
        phrase = before if before == "without" else f"{self.lower[at - 1]} {before}"
        wanted = "g" if before not in lists.PREPOSITION else "p" if before in lists.GERUND_PREPOSITION else "-"
        cue = self._cue(i, wanted)
        if cue is not None and before not in lists.PREPOSITION and i - cue[1] > 2:
            cue = None
        if phrase in ("without", "instead of", "far from", "rather than"):
            number = self._current
            self._open(number, "without", phrase, i, i)
            if phrase == "far from" and self.lower[at - 2] in lists.BE:
                self.clauses[number].content = self._current  # "is far from winning": what is said is that it does not
        elif cue is not None:
            self._open_content(cue, i, i)
        elif before in ("after", "before", "while", "since", "when", "despite") or self._trails(at):
            self._open(self._current, "adjunct", before, i, i)
        elif before in lists.PREPOSITION and self._takers(i) and self._clause().head >= 0:
            self._open(self._current, "adjunct", before, i, i)  # "was jailed for refusing to …"
        else:
            return False
        self._note_takers(i)
        return True

    def _trails(self, i: int) -> bool:
        """Whether token `i` is a comma after a finished clause: what follows (", saying …") hangs on it."""
        return self.lower[i] == "," and self._clause().head >= 0

    def _without(self, i: int) -> bool:
        clause = self._clause()
        head = self._at(clause.head)
        has_object = self.lower[clause.head + 1] in lists.DETERMINER
        ends = head in lists.BE or (head in lists.ENDING and not (has_object and head in lists.ENDING_ALONE))
        if not ends or self.lower[i + 1] in lists.WITHOUT_IDIOM:
            return False
        number = self._current
        self._open(number, "without", "without", i, i + 1)
        self.clauses[number].content = self._current
        self._skip = i + 1
        return True

    def _adjunct(self, i: int, w: str) -> bool:
        if w in ("until", "till"):
            self._clause().not_until = True
        cue = self._cue(i, "w")
        if w == "when" and cue is not None and i - cue[1] == 1 and (cue[2].effect != "say" or self._clause().negations):
            self._open_content(cue, i, link="open")
            return True
        if self.lower[i + 1].endswith("ing") or self.lower[i - 1] == "never":
            return False
        begins = i == 0 or self.lower[i - 1] == "," or self.lower[i + 1] in lists.SUBJECT_PRONOUN
        follows = self._has_finite(i + 1) or ((begins or w != "as") and self._is_set_apart(i + 1))
        if not follows or (w == "as" and not begins) or self.lower[i + 1] in ("if", "though"):
            return False
        self._open(self._current, "adjunct", w, i)
        return True

    def _is_set_apart(self, i: int) -> bool:
        """Whether a subject at token `i` has its verb behind something set apart: "after Ahmed, the leader, left"."""
        comma = self._stretch_end(i)
        close = self._stretch_end(comma + 1)
        apart = i < comma <= i + 6 and self._at(comma) == "," == self._at(close)
        return apart and self._is_finite(close + 1) and not self._has_finite(comma + 1)

    def _wh(self, i: int, w: str) -> bool:
        cue = self._cue(i, "w")
        if cue is not None and i - cue[1] <= 2:
            self._open_content(cue, i, link="ask" if cue[2].effect == "ask" else "open")
        elif i > 0 and w in lists.RELATIVE:
            self._open(self._current, "relative", w, i)
        else:
            return False
        return True

    def _bare_relative(self, i: int) -> None:
        """ "the women you do not like": a pronoun subject right after a noun begins a clause of its own."""
        clause = self._clause()
        inside = clause.head >= 0 and self.lower[i - 1].isalpha() and i - 1 > clause.start
        cue = self._cue(i, "t")
        if cue is not None and cue[0] == self._current and cue[1] == clause.head and clause.content < 0:
            self._open_content(cue, i)  # "said on Monday they had left"
            return
        if inside and not self._is_aux(i - 1) and self.lower[i - 1] not in lists.PREPOSITION:
            if i - 1 == clause.head:
                clause.content = len(self.clauses) if clause.content < 0 else clause.content
                self._open(self._current, "say", self.lower[i - 1], i)
            else:
                self._open(self._current, "relative", "", i)
