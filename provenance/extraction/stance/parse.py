"""The words inside a clause: its verb, what negates and hedges it, what takes a statement, what judges a report."""

from itertools import compress

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.clauses import Clause
from provenance.extraction.stance.links import Links
from provenance.extraction.stance.tokens import GROUP
from provenance.text.memo import Memo

_AVOWALS = ("confirm", "admit", "acknowledg", "accept", "affirm")
_LINK, _MARK, _SUBJECT, _MODAL, _NEGATION, _TAKER, _VERDICT, _FAILURE, _OTHER = (1 << n for n in range(9))


def _roles(word: str) -> int:
    """What the parser looks at in a word, one bit for each; none for most words."""
    if word not in lists.ACTIVE and word[-2:] not in lists.ENDINGS:
        return 0
    roles = (
        (_LINK, word in lists.LINKING or word.endswith("ing")),
        (_MARK, word in lists.MARKS),
        (_SUBJECT, word in lists.SUBJECT_PRONOUN),
        (_MODAL, word in lists.MODAL_WORDS or word.endswith("n't")),
        (_NEGATION, word in lists.NEGATING or word.endswith("n't")),
        (_TAKER, word in lists.TAKERS or word in lists.PAIR_HEADS),
        (_VERDICT, word in lists.FALSE or word in lists.TRUE),
        (_FAILURE, word in lists.CAME_TO_NOTHING),
    )
    return sum(role for role, has in roles if has) or _OTHER


_ROLES = Memo(_roles)
_KEPT = 16
"""Takers that a clause keeps: the nearest count."""


class Parser(Links):
    """One pass over the tokens with a pointer to the clause that is open: no grammar, no recursion."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._open_inverted_condition()
        owner, lower = self.owner, self.lower
        roles = list(map(_ROLES.__getitem__, lower[: self.count]))
        for i in compress(range(self.count), roles):
            if i > self._skip:
                owner += [self._current] * (i - len(owner))
                self._step(i, lower[i], roles[i])
        owner += [self._current] * (self.count - len(owner))

    def _step(self, i: int, w: str, roles: int) -> None:
        if roles & _LINK:
            linked = w in lists.COORDINATORS and self._coordinate(i, w)
            if not linked and not self._subordinate(i, w):
                self._word(i, w, roles)
        elif roles & _MARK:
            self._mark(i, w)
        else:
            self._word(i, w, roles)

    def _word(self, i: int, w: str, roles: int) -> None:
        if roles & _SUBJECT and self._is_new_subject(i):
            self._bare_relative(i)
        if self._is_finite(i):
            self._verb(i)
        if roles & _MODAL:
            self._modal(i, w)
        if roles & _NEGATION:
            self._negation(i, w)
        if roles & _TAKER:
            self._note_takers(i)
        if roles & _VERDICT:
            self._verdict(i, w)
        elif roles & _FAILURE:
            self._failure(w)

    def _verb(self, i: int) -> None:
        clause = self._clause()
        if clause.head >= 0 and not (i - clause.head <= GROUP and (self._is_aux(i - 1) or self._verb_before(i) >= 0)):
            number = self._current
            while number >= 0 and self.clauses[number].head >= 0:
                number = self.clauses[number].parent
            if number >= 0:
                self._current = number
                clause = self._clause()
        if clause.head < 0 or (self._is_aux(clause.head) and not self._is_aux(i) and i - clause.head <= GROUP):
            clause.head = i

    def _modal(self, i: int, w: str) -> None:
        clause = self._clause()
        if self._is_aux(i) and (w not in lists.BE):
            w = w.removesuffix("n't") if w.endswith("n't") else w
            w = {"ca": "can", "wo": "will"}.get(w, w)
            if w in ("have", "has", "had", "'d"):
                if w == "have" and clause.modal == "would":
                    clause.modality, clause.modality_by = "hypothetical", "would have"
                return
            clause.modal = w
            if w == "would":
                clause.modality, clause.modality_by = "hypothetical" if clause.parent < 0 else "planned", w
            for kind in ("possible", "planned", "asked", "ordered"):
                if w in lists.MODAL[kind]:
                    clause.modality, clause.modality_by = kind, w
        elif clause.modality == "asserted" and w in lists.ADVERB_POSSIBLE:
            clause.modality, clause.modality_by = "possible", w
        elif clause.modality == "asserted" and w in lists.ADVERB_EXPECTED and not self._is_aux(i - 1):
            clause.modality, clause.modality_by = "expected", w

    def _negation(self, i: int, w: str) -> None:
        clause = self._clause()
        if self._open_question(i, w):
            return
        if w.endswith("n't") or w == "cannot":
            if self.lower[i + 1] not in lists.NOT_EXEMPT:
                clause.negate(w)
        elif w == "not":
            self._not(i, clause)
        elif w == "barely":
            self._barely(i, clause)
        elif w in lists.NEVER or (w == "longer" and self.lower[i - 1] in ("no", "any")):
            if w != "longer" or self.lower[i - 1] == "no":
                clause.negate("no longer" if w == "longer" else w)
        elif w == "no":
            self._no(i, clause)
        elif w == "anything":
            if self.lower[i + 1] == "but" and self._verb_before(i) >= 0 and self.lower[i - 1] != "do":
                clause.negate("anything but")
        elif w in lists.NEGATIVE_PRONOUN or w in lists.QUANTITY_NEGATIVE or w == "neither":
            self._negative_pronoun(i, w, clause)
        elif w == "far" and self.lower[i + 1] == "from" and self._verb_before(i) >= 0:
            if self._is_property(i + 2):
                clause.negate("far from")
        elif w in ("nearly", "almost") and self.lower[i + 1] in lists.NEAR_MISS:
            clause.negate(w)

    def _barely(self, i: int, clause: Clause) -> None:
        """ "Barely reacted" is near to not; "barely passed" and "barely a dozen" are not."""
        before, after = self.lower[i - 1], self.lower[i + 1]
        done = before in lists.ONLY_JUST or after in lists.ONLY_JUST
        if not (done or after in lists.AMOUNT or after.isdigit()):
            clause.negate("barely")

    def _open_question(self, i: int, w: str) -> bool:
        """ "neither confirm nor deny": nothing is said either way."""
        if w not in ("neither", "not") or self.lower[i + 2] not in ("nor", "or"):
            return False
        if not self.lower[i + 1].startswith(_AVOWALS) or not self.lower[i + 3].startswith(("deny", "deni")):
            return False
        clause = self._clause()
        clause.own, clause.own_by = "open", " ".join(self.lower[i : i + 4])
        if clause.head < 0:
            clause.head = i + 1
        self._skip = i + 3
        return True

    def _not(self, i: int, clause: Clause) -> None:
        after = self.lower[i + 1]
        if after in lists.NOT_EXEMPT or after == "until" or self.lower[i - 1] in ("or", "if", "why"):
            return
        quantified = after in lists.NOT_QUANTIFIED and clause.head < 0 and not self._measures_time(i)
        inverted = clause.head >= 0 and i - clause.head <= 6 and self.raw[-1] == "?"
        if quantified:
            clause.negate(f"not {after}")
        elif self._verb_before(i) >= 0 or inverted or after == "guilty":
            clause.negate("not")

    def _no(self, i: int, clause: Clause) -> None:
        before, after = self.lower[i - 1], self.lower[i + 1]
        if f"{before}_{after}" in lists.NO_IDIOM or self._is_inverted(i, clause):
            clause.negate(f"{before} no {after}")
            return
        if self.raw[i] == "No" and i > 0 and self.raw[i + 1 : i + 2] and self.raw[i + 1][0].isupper():
            return  # a name: No Child Left Behind
        if after in lists.NO_EXEMPT or after in ("longer", ".") or after[:1].isdigit() or not after[:1].isalpha():
            return
        if after in lists.NO_OTHER and self.lower[i + 2] in ("but", "other"):
            self._skip = i + 2
            return
        if before in lists.PREPOSITION and before != "than":
            return
        if before in ("said", "voted", "vote", "say") and (after in lists.PREPOSITION or after in lists.LINKING):
            return  # "said no to the plan", but "said no jobs would be lost"
        if after == "doubt" and self.lower[i + 2] not in ("that", "about", "the", "it", "he", "she", "they"):
            return
        clause.negate(f"no {after}")

    def _is_inverted(self, i: int, clause: Clause) -> bool:
        """ "In no case did the firm …": the verb before its subject shows that the phrase denies it."""
        inverted = self._is_aux(i + 2) and self._starts_noun_phrase(i + 3) and not self._is_finite(i + 3)
        return self.lower[i - 1] in lists.PREPOSITION and clause.head < 0 and inverted

    def _negative_pronoun(self, i: int, w: str, clause: Clause) -> None:
        before, after = self.lower[i - 1], self.lower[i + 1]
        if w in lists.QUANTITY_NEGATIVE:
            aside = self.lower[i + 1 : i + 3] == [",", "if"]
            if before in lists.DEFINITE_FEW or not (after[:1].isalpha() or aside) or after == "by":
                return
            if self.raw[i][0].isupper() and i > 0:
                return
        if w in ("nothing", "none") and after in ("but", "less", "short", "other"):
            return
        if before in lists.PREPOSITION and w != "neither":
            return
        if w == "none" and self._trails(i - 1) and self._cue(i, "t") is None:
            clause = self._open(self._current, "adjunct", w, i, i)  # "twelve were hurt, none of them badly"
        clause.negate(w)

    def _note_takers(self, i: int) -> None:
        found = self._takers(i)
        if not found:
            return
        if self.lower[i] in lists.REPORT_NOUN:
            self._clause().report = True
        number, at = self._current, i
        if f"{self.lower[i]}_{self.lower[i + 1]}" in lists.TAKERS:
            self._skip = at = i + 1
        passive = self._is_passive(i)
        for taker in found:
            if taker.kind == "verb" and not self._may_be_verb(i):
                continue
            self.clauses[number].cues.append((at, taker))
            del self.clauses[number].cues[:-_KEPT]
        self._note_noun_phrase(number, i, at, passive)
        if self._current == number:
            self._note_bare_clause(number, at)

    def _note_noun_phrase(self, number: int, i: int, at: int, passive: bool) -> None:
        """Open the noun phrase that stands for a denied, planned or missing statement."""
        after = at + 1
        if self.lower[after] == "as" and self.lower[after + 1] in lists.FALSE:
            after += 2  # "dismissed as false the claim that …"
        for taker in [t for a, t in self.clauses[number].cues if a == at]:
            wants = taker.complements
            if passive and taker.effect == "deny" and ("n" in wants or "r" in wants):
                self._passive_denial(number, i)
                return
            if taker.kind == "noun" and "o" in wants and self.lower[after] in ("of", "about", "for"):
                self._open_content((number, at, taker), after, after + 1)
                return
            if taker.kind != "verb" or passive or not self._starts_noun_phrase(after):
                continue
            named = ("r" in wants and self._names_report(after)) or ("s" in wants and self._names_plan(after))
            if named or ("n" in wants and self._may_be_content(after, taker)):
                if "t" in wants and not self._names_report(after) and self._bare_clause_follows(after, taker):
                    continue
                self._open_content((number, at, taker), after, after)
                return

    def _passive_denial(self, number: int, i: int) -> None:
        clause = self.clauses[number]
        if self.lower[self._skip + 1 if self._skip > i else i + 1] == "that":
            return
        if clause.report:
            clause.verdict, clause.verdict_by = "deny", self.lower[i]
        elif self.lower[i].startswith("rul") or self.lower[i] in ("disproved", "debunked", "refuted"):
            clause.own, clause.own_by = "deny", self.lower[i]

    def _note_bare_clause(self, number: int, at: int) -> None:
        """ "said the ship sank": a statement without "that"."""
        after = at + 1
        if not self._starts_noun_phrase(after) or self.lower[after] in lists.RELATIVE or self._is_finite(after):
            return
        for taker in [t for a, t in self.clauses[number].cues if a == at]:
            pronoun = self.lower[after] in ("he", "she", "it", "they", "we")
            verb = taker.kind == "verb" and self.clauses[number].head >= 0
            if "t" in taker.complements and (pronoun or verb) and self._bare_clause_follows(after, taker):
                self._open_content((number, at, taker), after)
                return

    def _failure(self, w: str) -> None:
        """ "Efforts to save the ship failed": what was tried did not come about."""
        clause = self._clause()
        tried = clause.content >= 0 and self.clauses[clause.content].link == "plan"
        if tried and self.clauses[clause.content].start < clause.head and not clause.verdict:
            clause.verdict, clause.verdict_by = "fail", w

    def _verdict(self, i: int, w: str) -> None:
        clause = self._clause()
        while clause.head < 0 and clause.parent >= 0:
            clause = self.clauses[clause.parent]
        while clause.parent >= 0 and not clause.report:
            clause = self.clauses[clause.parent]
        if not clause.report or clause.head < 0 or clause.head > i or clause.verdict:
            return
        clause.verdict = "deny" if w in lists.FALSE else "manage"
        clause.verdict_by = w
