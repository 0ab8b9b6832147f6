"""A sentence as clauses that hang on one another, with what negates, plans or hedges each of them.

One pass from left to right, a pointer to the clause that is open: no grammar, no recursion. It knows function words
and the words that take a statement; other verbs it knows by their endings.
"""

import re
from dataclasses import dataclass, field

from provenance.extraction.stance_words import Taker, takers, words

_TOKEN = re.compile(r"\w+n't\b|\w+(?:[-.]\w+)*|'(?:s|re|ve|ll|d|m)\b|[^\w\s]", re.IGNORECASE)
_STRONG = frozenset(";:—–")
_REACH = 9
"""Tokens between a word and the statement that it takes ("ordered the owners of the firm to pay")."""
_GROUP = 5
"""Tokens that a verb group may span ("had not yet been told")."""


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
    content_is_subject: bool = False
    verdict: str = ""
    """What this clause says of the report that it speaks of: "deny", "manage" (it is true) or nothing."""
    verdict_by: str = ""
    own: str = ""
    """Effect of its own predicate on itself ("was ruled out")."""
    own_by: str = ""
    report: bool = False
    """It speaks of a report, rumour, allegation."""
    not_until: bool = False

    def negate(self, word: str) -> None:
        """Note a negation; another of one predicate counts only after a negative subject ("No one did not …")."""
        if not self.negations or (len(self.negations) == 1 and self.head >= 0 and self.negative_subject):
            self.negations.append(word)
            self.negative_subject = self.head < 0


class Parser:
    """The clauses of one sentence; `owner` tells which of them each token belongs to."""

    __slots__ = ("_after_comma", "_current", "_skip", "clauses", "lower", "owner", "raw", "starts")

    def __init__(self, text: str) -> None:
        found = [(m.group(), m.start()) for m in _TOKEN.finditer(text.replace("’", "'"))]
        self.raw = [word for word, _ in found]
        self.starts = [start for _, start in found]
        self.lower = [word.lower() for word in self.raw]
        self.clauses = [Clause(-1, "root", "", 0)]
        self.owner = [0] * len(found)
        self._current = 0
        self._after_comma = -1
        self._skip = -1
        self._open_inverted_condition()
        for i in range(len(found)):
            if i > self._skip:
                self._step(i)
            self.owner[i] = self._current

    # --- looking around -------------------------------------------------------------------------------------------

    def _at(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def _is_aux(self, i: int) -> bool:
        w = self._at(i)
        if w == "'s":
            return self._at(i - 1) in words("pronoun") or self._at(i - 1) in ("that", "what", "there", "here", "how")
        return w in words("aux") or w in words("be") or w.endswith("n't")

    def _is_past(self, i: int) -> bool:
        """Whether token `i` looks like a past form or participle that is not an adjective before a noun."""
        w = self._at(i)
        if not (w in words("past") or (len(w) > 3 and w.endswith("ed") and w.isalpha() and w not in words("not_past"))):
            return False
        return self._at(i - 1) not in words("determiner") or self._at(i - 1) in words("pronoun")

    def _is_finite(self, i: int) -> bool:
        if self._is_aux(i):
            return self._at(i - 1) not in words("determiner") or self._at(i - 1) in words("pronoun")
        return self._is_past(i) or self._is_present(i)

    def _is_present(self, i: int) -> bool:
        """Whether token `i` is a present form of a verb that takes statements, where a verb may stand."""
        w, before = self._at(i), self._at(i - 1)
        if not any(t.kind == "verb" for t in self._takers(i)) or w.endswith("ing") or i == 0:
            return False
        noun = any(t.kind == "noun" for t in takers().get(w, ()))
        if (
            before in words("determiner")
            or before in words("preposition")
            or before in ("to", "not")
            or self._is_aux(i - 1)
        ):
            return before in words("pronoun")
        return not noun or before in words("pronoun")

    def _takers(self, i: int) -> tuple[Taker, ...]:
        pair = f"{self._at(i)}_{self._at(i + 1)}"
        return takers().get(pair) or takers().get(self._at(i), ())

    def _stretch_end(self, i: int) -> int:
        """First token from `i` that ends a stretch: a comma, a strong mark or the sentence's end."""
        while i < len(self.lower) and self.lower[i] != "," and self.lower[i] not in _STRONG:
            i += 1
        return i

    def _has_finite(self, i: int, limit: int = 14) -> bool:
        """Whether a finite verb follows from `i` on within its stretch."""
        for j in range(i, min(i + limit, len(self.lower))):
            if self.lower[j] == "," or self.lower[j] in _STRONG:
                return False
            if self._is_finite(j):
                return True
        return False

    def _verb_before(self, i: int) -> int:
        """The auxiliary before token `i` when only adverbs stand between, or -1."""
        j = i - 1
        while j >= 0 and i - j <= _GROUP and (self._is_adverb(j) or self.lower[j] == ","):
            j -= 1
        return j if j >= 0 and self._is_aux(j) else -1

    def _is_adverb(self, i: int) -> bool:
        w = self._at(i)
        return w in words("light_adverb") or (len(w) > 4 and w.endswith("ly")) or w in ("not", "never")

    # --- opening and closing clauses ------------------------------------------------------------------------------

    def _clause(self) -> Clause:
        return self.clauses[self._current]

    def _open(self, parent: int, link: str, by: str, start: int, head: int = -1) -> Clause:
        self.clauses.append(Clause(parent, link, by, start, head))
        self._current = len(self.clauses) - 1
        return self.clauses[self._current]

    def _open_content(self, cue: tuple[int, int, Taker], start: int, head: int = -1, link: str = "") -> Clause:
        """Open the statement that a taker takes; `cue` is the clause of the taker, its token and the taker."""
        parent, at, taker = cue
        by, wrong = self._described_as_false(at)
        clause = self._open(parent, "deny" if wrong else link or taker.effect, by, start, head)
        if self.clauses[parent].content < 0:
            self.clauses[parent].content = self._current
            self.clauses[parent].content_is_subject = self.clauses[parent].head < 0
        if head != start:  # a noun phrase may be followed by more: "ordered the firm not to pay"
            self.clauses[parent].cues = [c for c in self.clauses[parent].cues if c[0] != at]
        return clause

    def _described_as_false(self, at: int) -> tuple[str, bool]:
        """The taker with what calls it false before it: "falsely claimed", "the false report", "contrary to reports"."""
        if self._at(at - 1) in words("falsely"):
            return f"{self._at(at - 1)} {self._at(at)}", True
        j = at - 1
        while j > 1 and at - j < 4 and self._at(j) != "to":
            j -= 1
        if self._at(j) == "to" and self._at(j - 1) == "contrary":
            return f"contrary to {self._at(at)}", True
        return self._at(at), False

    def _cue(self, i: int, complement: str) -> tuple[int, int, Taker] | None:
        """The nearest word before `i` that takes such a complement, in the open clause or those above it."""
        number = self._current
        while number >= 0:
            for at, taker in reversed(self.clauses[number].cues):
                if i - at > _REACH:
                    break
                if complement in taker.complements:
                    return number, at, taker
            number = self.clauses[number].parent
        return None

    def _open_inverted_condition(self) -> None:
        if self._at(0) in ("had", "were", "should") and self.raw[-1] != "?" and "," in self.lower:
            self._open(0, "if", self.lower[0], 0).modal = self.lower[0]

    def _step(self, i: int) -> None:
        w = self.lower[i]
        if not w[0].isalnum() and w[0] != "'":
            self._mark(i, w)
        elif w in ("and", "or", "but", "nor", "yet") and self._coordinate(i, w):
            pass
        elif self._subordinate(i, w):
            pass
        else:
            self._word(i, w)

    def _mark(self, i: int, w: str) -> None:
        if w == ",":
            self._after_comma = i
            self._close_at_comma(i)
        elif w in _STRONG and self.clauses[self._current].head >= 0:
            self._open(-1, "root", "", i + 1)

    def _close_at_comma(self, i: int) -> None:
        top, number = -1, self._current
        while number >= 0:
            clause = self.clauses[number]
            side = clause.link in ("adjunct", "if", "as_if", "without", "relative")
            if side and clause.parent >= 0 and (self.clauses[clause.parent].head < 0 or clause.link == "relative"):
                top = clause.parent
            number = clause.parent
        if top >= 0:
            self._current = top
        elif self._is_new_subject(i + 1) and self.clauses[self._top(self._current)].head >= 0:
            self._open(-1, "root", "", i + 1)
            return
        self._denied_afterwards(i)

    def _is_new_subject(self, i: int) -> bool:
        """Whether a pronoun and its verb begin at token `i`: "Nobody came, it was too late"."""
        return self._at(i) in words("subject_pronoun") and (self._is_finite(i + 1) or self._is_finite(i + 2))

    def _denied_afterwards(self, i: int) -> None:
        """ ", which the group denied": the statement before the comma is denied."""
        end = self._stretch_end(i + 1)
        last = end - 1
        while last > i and not self.lower[last][0].isalnum():
            last -= 1
        if end < len(self.lower) or not i < last <= i + 10 or self._has_negation(i, last):
            return
        deny = any(t.effect == "deny" and "n" in t.complements for t in self._takers(last))
        if deny and self._at(last - 1) not in ("and", "or", "nor"):
            clause = self.clauses[self._top(self._current)]
            clause.own, clause.own_by = "deny", self.lower[last]
            self._skip = last

    def _has_negation(self, start: int, end: int) -> bool:
        return any(
            self.lower[j] in ("not", "never", "no", "nobody", "none") or self.lower[j].endswith("n't")
            for j in range(start, end)
        )

    def _top(self, number: int) -> int:
        while self.clauses[number].parent >= 0:
            number = self.clauses[number].parent
        return number

    def _coordinate(self, i: int, w: str) -> bool:
        clause = self._clause()
        if w == "nor" and self._is_aux(i + 1):
            self._open(-1, "root", "", i).negations.append("nor")
            return True
        if clause.head < 0 and (self._after_comma != i - 1 or self.clauses[self._top(self._current)].head < 0):
            return False
        if self._at(i + 1) == "that":
            return self._repeat_that(i)
        after = i + 1
        while self._is_adverb(after):
            after += 1
        if self._is_finite(after) or self._is_bare_verb(after, clause):
            return self._coordinate_verb(i, w, after, clause)
        own_subject = self._has_finite(after) or (self._after_comma == i - 1 and self._starts_long_stretch(after))
        if self._at(after) == "to" or not own_subject:
            return False
        if self._after_comma == i - 1 or clause.link in ("root", "relative"):
            self._open(-1, "root", "", i + 1)
        else:
            self._open(clause.parent, clause.link, clause.by, i + 1)
        return True

    def _starts_long_stretch(self, i: int) -> bool:
        """Whether a subject may begin at token `i` and enough follows for a clause, though no verb is known in it."""
        subject = self.raw[i : i + 1] and (
            self.raw[i][0].isupper() or self._at(i) in words("determiner") | words("pronoun")
        )
        return bool(subject) and self._stretch_end(i) - i >= 4

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
            clause.modal != ""
            and self._at(i).isalpha()
            and self._at(i) not in words("determiner") | words("preposition")
        )
        return plain and (self._at(i + 1) in words("determiner"))

    def _coordinate_verb(self, i: int, w: str, after: int, clause: Clause) -> bool:
        bare = not self._is_finite(after)
        fresh = self._open(clause.parent, clause.link, clause.by, i + 1)
        if w in ("or", "nor") or (bare and w == "and"):
            fresh.negations = list(clause.negations)
        if bare:
            fresh.modality, fresh.modality_by, fresh.modal = clause.modality, clause.modality_by, clause.modal
            fresh.head = after
        return True

    # --- subordinate clauses --------------------------------------------------------------------------------------

    def _subordinate(self, i: int, w: str) -> bool:
        if w == "that":
            return self._that(i)
        if w in words("conditional") or w == "whether":
            return self._condition(i, w)
        if w == "to":
            return self._infinitive(i)
        if w.endswith("ing") and len(w) > 4:
            return self._gerund(i)
        if w == "without":
            return self._without(i)
        if w == "than" and self._at(i - 1) == "rather" and self._is_past(i + 1):
            self._open(self._current, "without", "rather than", i, i + 1)
            return True
        if w in words("as_adjunct") or w == "as":
            return self._adjunct(i, w)
        if w in words("relative") or w in ("what", "how", "why"):
            return self._wh(i, w)
        return False

    def _that(self, i: int) -> bool:
        if self._at(i - 1) in words("conditional"):
            return True
        cue = self._cue(i, "t")
        if cue is None and not self._at(i - 1).isalpha():
            return False
        if self._at(i - 1) in words("preposition") or i == 0 or self._is_aux(i + 1) and self._cue(i, "t") is None:
            if i and self._at(i - 1) not in words("preposition"):
                self._open(self._current, "relative", "that", i)
                return True
            return False
        if cue is not None and not self._object_between(cue, i):
            self._open_content(cue, i)
            return True
        if self._at(i - 1).isalpha() and not self._is_aux(i - 1):
            self._open(self._current, "relative", "that", i)
            return True
        return False

    def _object_between(self, cue: tuple[int, int, Taker], i: int) -> bool:
        """Whether the clause at `i` belongs to an object of the denial: "rejected the offer that it received"."""
        at, taker = cue[1], cue[2]
        return taker.effect == "deny" and taker.kind == "verb" and self._at(at + 1) in words("determiner") and at + 1 < i

    def _condition(self, i: int, w: str) -> bool:
        cue = self._cue(i, "w")
        if w == "whether" or (w == "if" and cue is not None and i - cue[1] <= 2):
            if cue is not None:
                self._open_content(cue, i, link="ask" if cue[2].effect == "ask" else "open")
            else:
                self._open(self._current, "open", w, i)
        elif self._at(i - 1) == "as":
            self._open(self._current, "as_if", "as if", i)
        elif w == "if" and self._at(i + 1) == "not":
            self._skip = i + 1
        elif w in ("provided", "providing") and self._at(i + 1) not in ("that", "he", "she", "it", "they"):
            return False
        else:
            self._open(self._current, "if", w, i)
        return True

    def _infinitive(self, i: int) -> bool:
        verb = i + 1
        while self._is_adverb(verb):
            verb += 1
        w = self._at(verb)
        if not w.isalpha() or w in words("determiner") or self.raw[verb][0].isupper() or w in words("preposition"):
            return False
        before = self._at(i - 1)
        negated = before in ("not", "never")
        at = i - 2 if negated else i - 1
        cue = self._cue(i, "i")
        if cue is not None and cue[1] != at and self._at(at) in words("be"):
            cue = None
        if cue is not None:
            fresh = self._open_content(cue, i, verb)
        elif self._at(at) in words("be") or (self._at(at) in ("has", "have", "yet")):
            effect = {"has": "order", "have": "order", "yet": "fail"}.get(self._at(at), "plan")
            if negated and self._clause().negations:
                self._clause().negations.pop()
            fresh = self._open_content((self._current, at, Taker(effect, "i", "word")), i, verb)
        else:
            return False
        if negated:
            fresh.negate(before)
        self._note_takers(verb)
        return True

    def _gerund(self, i: int) -> bool:
        at = i - 1
        while self._is_adverb(at) and self._at(at) not in ("not", "never"):
            at -= 1
        before = self._at(at)
        link = ""
        if before in words("determiner"):
            return False
        if before == "without":
            link = "without"
        elif f"{self._at(at - 1)} {before}" in ("instead of", "far from", "rather than") or before == "than":
            link = "without"
        cue = self._cue(i, "g" if before not in words("preposition") else "p")
        if cue is not None and before not in words("preposition") and i - cue[1] > 2:
            cue = None
        if cue is not None and link != "without":
            self._open_content(cue, i, i)
        elif link:
            self._open(
                self._current, "without", f"{self._at(at - 1)} {before}".strip() if before != "without" else before, i, i
            )
        elif before in ("after", "before", "while", "since", "when", "despite") or self._trails(at):
            self._open(self._current, "adjunct", before, i, i)
        else:
            return False
        self._note_takers(i)
        return True

    def _trails(self, i: int) -> bool:
        """Whether token `i` is a comma after a finished clause: what follows (", saying …") hangs on it."""
        return self._at(i) == "," and self._clause().head >= 0

    def _without(self, i: int) -> bool:
        clause = self._clause()
        head = self._at(clause.head)
        ends = head in words("ending") or head in words("be")
        if not ends:
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
        if w == "when" and cue is not None and i - cue[1] == 1:
            self._open_content(cue, i, link="open")
            return True
        if self._at(i + 1).endswith("ing") or self._at(i - 1) == "never":
            return False
        begins = i == 0 or self._at(i - 1) == "," or self._at(i + 1) in words("subject_pronoun")
        if not self._has_finite(i + 1) or (w == "as" and not begins) or self._at(i + 1) in ("if", "though"):
            return False
        self._open(self._current, "adjunct", w, i)
        return True

    def _wh(self, i: int, w: str) -> bool:
        cue = self._cue(i, "w")
        if cue is not None and i - cue[1] <= 2:
            self._open_content(cue, i, link="ask" if cue[2].effect == "ask" else "open")
        elif i > 0 and w in words("relative"):
            self._open(self._current, "relative", w, i)
        else:
            return False
        return True

    # --- words of a clause ----------------------------------------------------------------------------------------

    def _word(self, i: int, w: str) -> None:
        if w in words("subject_pronoun") and self._is_new_subject(i):
            self._bare_relative(i)
        if self._is_finite(i):
            self._verb(i)
        self._modal(i, w)
        self._negation(i, w)
        self._note_takers(i)
        self._verdict(i, w)

    def _verb(self, i: int) -> None:
        clause = self._clause()
        if clause.head >= 0 and not (i - clause.head <= _GROUP and (self._is_aux(i - 1) or self._verb_before(i) >= 0)):
            number = self._current
            while number >= 0 and self.clauses[number].head >= 0:
                number = self.clauses[number].parent
            if number >= 0:
                self._current = number
                clause = self._clause()
        if clause.head < 0:
            clause.head = i
        elif self._is_aux(clause.head) and not self._is_aux(i) and i - clause.head <= _GROUP:
            clause.head = i

    def _bare_relative(self, i: int) -> None:
        """ "the women you do not like": a pronoun subject right after a noun begins a clause of its own."""
        clause = self._clause()
        inside = clause.head >= 0 and self._at(i - 1).isalpha() and i - 1 > clause.start
        if inside and not self._is_aux(i - 1) and self._at(i - 1) not in words("preposition"):
            if i - 1 == clause.head:
                clause.content = len(self.clauses) if clause.content < 0 else clause.content
                self._open(self._current, "say", self._at(i - 1), i)
            else:
                self._open(self._current, "relative", "", i)

    def _modal(self, i: int, w: str) -> None:
        clause = self._clause()
        if self._is_aux(i) and (w not in words("be")):
            w = w.removesuffix("n't") if w.endswith("n't") else w
            w = {"ca": "can", "wo": "will"}.get(w, w)
            if w in ("have", "has", "had", "'d") or (self.raw[i] == "May" and i > 0):
                if w == "have" and clause.modal == "would":
                    clause.modality, clause.modality_by = "hypothetical", "would have"
                return
            clause.modal = w
            if w == "would":
                clause.modality, clause.modality_by = "hypothetical" if clause.parent < 0 else "planned", w
            for kind in ("possible", "planned", "asked", "ordered"):
                if w in words("modal_" + kind):
                    clause.modality, clause.modality_by = kind, w
        elif w in words("adverb_possible") or (w in words("adverb_expected") and not self._is_aux(i - 1)):
            if clause.modality == "asserted":
                clause.modality = "possible" if w in words("adverb_possible") else "expected"
                clause.modality_by = w

    def _negation(self, i: int, w: str) -> None:
        clause = self._clause()
        if self._open_question(i, w):
            return
        if w.endswith("n't") or w == "cannot":
            if self._at(i + 1) not in words("not_exempt"):
                clause.negate(w)
        elif w == "not":
            self._not(i, clause)
        elif w == "barely":
            if (
                self._at(i + 1) not in words("only_just")
                and not self._at(i + 1).isdigit()
                and self._at(i - 1) not in words("only_just")
            ):
                clause.negate(w)
        elif w in words("never") or (w == "longer" and self._at(i - 1) in ("no", "any")):
            if w != "longer" or self._at(i - 1) == "no":
                clause.negate("no longer" if w == "longer" else w)
        elif w == "no":
            self._no(i, clause)
        elif w in words("negative_pronoun") or w in words("quantity_negative") or w == "neither":
            self._negative_pronoun(i, w, clause)
        elif w == "far" and self._at(i + 1) == "from" and self._verb_before(i) >= 0:
            if self._is_property(i + 2):
                clause.negate("far from")
        elif w in ("nearly", "almost") and self._at(i + 1) in words("near_miss"):
            clause.negate(w)

    def _is_property(self, i: int) -> bool:
        """Whether an adjective rather than a place or a distance may stand at token `i`: "far from clear"."""
        plain = self._at(i).isalpha() and self.raw[i].islower() and self._at(i) not in words("determiner")
        return plain and self._at(i + 1) in ("", ".", ",", "and", "but", ";")

    def _open_question(self, i: int, w: str) -> bool:
        """ "neither confirm nor deny": nothing is said either way."""
        open_ = w in ("neither", "not") and self._at(i + 1).startswith("confirm") and self._at(i + 2) in ("nor", "or")
        if open_ and self._at(i + 3).startswith(("deny", "deni")):
            clause = self._clause()
            clause.own, clause.own_by = "open", "neither confirm nor deny"
            if clause.head < 0:
                clause.head = i + 1
            self._skip = i + 3
            return True
        return False

    def _not(self, i: int, clause: Clause) -> None:
        after = self._at(i + 1)
        if after in words("not_exempt") or after == "until" or self._at(i - 1) in ("or", "if", "why"):
            return
        if i == 0 or self._at(i - 1) in (",", "and", "but", '"', "“"):
            quantified = after in words("not_quantified") and clause.head < 0 and not self._measures_time(i)
            if quantified:
                clause.negate(f"not {after}")
            if not (clause.head >= 0 and self._verb_before(i) >= 0):
                return
        inverted = clause.head >= 0 and i - clause.head <= 6 and self.raw[-1] == "?"
        quantified = clause.head < 0 and after in words("not_quantified") and not self._measures_time(i)
        if self._verb_before(i) >= 0 or inverted or quantified:
            if f"not {after}" not in clause.negations:
                clause.negate("not")

    def _measures_time(self, i: int) -> bool:
        """ "Not a day later …"."""
        return any(self._at(j) in ("later", "ago", "earlier", "after", "before") for j in range(i, i + 6))

    def _no(self, i: int, clause: Clause) -> None:
        before, after = self._at(i - 1), self._at(i + 1)
        idiom = f"{before}_{after}" in words("no_idiom")
        if idiom:
            clause.negate(f"{before} no {after}")
            return
        if self.raw[i] == "No" and i > 0 and self.raw[i + 1 : i + 2] and self.raw[i + 1][0].isupper():
            return  # a name: No Child Left Behind
        if after in words("no_exempt") or after in ("longer", ".") or after[:1].isdigit() or not after[:1].isalpha():
            return
        if before in words("preposition") and before != "than" or before in ("said", "voted", "vote", "say"):
            return
        if after == "doubt" and self._at(i + 2) not in ("that", "about", "the", "it", "he", "she", "they"):
            return
        clause.negate(f"no {after}")

    def _negative_pronoun(self, i: int, w: str, clause: Clause) -> None:
        before, after = self._at(i - 1), self._at(i + 1)
        if w in words("quantity_negative"):
            if before in (
                "a",
                "the",
                "these",
                "those",
                "last",
                "next",
                "first",
                "past",
                "quite",
                "some",
                "his",
                "her",
                "its",
                "their",
            ):
                return
            if not after[:1].isalpha() or after == "by" or self._is_adverb(after := i + 1) and False:
                return
            if self.raw[i][0].isupper() and i > 0:
                return
        if w in ("nothing", "none") and after in ("but", "less", "short", "other"):
            return
        if before in words("preposition") and w != "neither":
            return
        clause.negate(w)

    def _note_takers(self, i: int) -> None:
        found = self._takers(i)
        if not found:
            return
        if self._at(i) in words("report_noun"):
            self._clause().report = True
        number, at = self._current, i
        if f"{self._at(i)}_{self._at(i + 1)}" in takers():
            self._skip = at = i + 1
        passive = self._is_passive(i)
        for taker in found:
            if taker.kind == "verb" and not self._may_be_verb(i):
                continue
            self.clauses[number].cues.append((at, taker))
        self._note_noun_phrase(number, i, at, passive)
        if self._current == number:
            self._note_bare_clause(number, at)

    def _may_be_verb(self, i: int) -> bool:
        before = self._at(i - 1)
        noun = any(t.kind == "noun" for t in takers().get(self._at(i), ()))
        return not (
            noun
            and (before in words("determiner") or before in words("preposition"))
            and before not in words("pronoun")
        )

    def _is_passive(self, i: int) -> bool:
        j = self._verb_before(i)
        return j >= 0 and self._at(j) in words("be") and not self._at(i).endswith("ing")

    def _note_noun_phrase(self, number: int, i: int, at: int, passive: bool) -> None:
        """Open the noun phrase that stands for a denied, planned or missing statement."""
        after = at + 1
        for taker in [t for a, t in self.clauses[number].cues if a == at]:
            wants = taker.complements
            if passive and taker.effect == "deny" and ("n" in wants or "r" in wants):
                self._passive_denial(number, i)
                return
            if taker.kind == "noun" and "o" in wants and self._at(after) in ("of", "about", "for"):
                self._open_content((number, at, taker), after, after + 1)
                return
            if taker.kind != "verb" or passive or not self._starts_noun_phrase(after):
                continue
            named = "r" in wants and self._names_report(after) or "s" in wants and self._names_plan(after)
            if named or "n" in wants and self._may_be_content(after, taker):
                if "t" in wants and not self._names_report(after) and self._bare_clause_follows(after):
                    continue
                self._open_content((number, at, taker), after, after)
                return

    def _passive_denial(self, number: int, i: int) -> None:
        clause = self.clauses[number]
        if clause.report:
            clause.verdict, clause.verdict_by = "deny", self.lower[i]
        elif self._at(i).startswith("rul") or self._at(i) in ("disproved", "debunked", "refuted"):
            clause.own, clause.own_by = "deny", self.lower[i]

    def _starts_noun_phrase(self, i: int) -> bool:
        w = self._at(i)
        if not w or not (w[0].isalnum()) or w in words("preposition") or w in words("no_phrase"):
            return False
        return not (w.endswith("ing") and len(w) > 4) or w == "wrongdoing"

    def _names_report(self, i: int) -> bool:
        for j in range(i, min(i + 5, len(self.lower))):
            if self.lower[j] in words("report_noun"):
                return True
            if self.lower[j] in ("that", "to", ",") or self._is_aux(j):
                return False
        return False

    def _names_plan(self, i: int) -> bool:
        return any(self._at(j) in words("plan_noun") and "to" in self.lower[j + 1 : j + 3] for j in range(i, i + 4))

    def _may_be_content(self, i: int, taker: Taker) -> bool:
        if taker.effect != "deny":
            return True
        return not any(self._at(j) in words("grantable") for j in range(i, i + 3))

    def _bare_clause_follows(self, i: int) -> bool:
        """Whether a clause without "that" begins at token `i`: a finite verb follows, and one more if a subject waits."""
        wanted = 2 if self._a_subject_waits() else 1
        found, j = 0, i + 1
        while j < len(self.lower) and j - i < (_REACH if wanted == 1 else 2 * _REACH):
            if self.lower[j] == "," or self.lower[j] in _STRONG or (self.lower[j] == "that" and not found):
                return False
            if self._is_finite(j) and self._verb_before(j) < 0:
                found += 1
                if found == wanted:
                    return True
            j += 1
        return False

    def _a_subject_waits(self) -> bool:
        """Whether a clause above the open one has no verb yet: "Claims that the film shows …"."""
        number = self._clause().parent
        while number >= 0 and self.clauses[number].head >= 0:
            number = self.clauses[number].parent
        return number >= 0

    def _note_bare_clause(self, number: int, at: int) -> None:
        """ "said the ship sank": a statement without "that"."""
        after = at + 1
        if not self._starts_noun_phrase(after) or self._at(after) in words("relative") or self._is_finite(after):
            return
        for taker in [t for a, t in self.clauses[number].cues if a == at]:
            pronoun = self._at(after) in ("he", "she", "it", "they", "we")
            verb = taker.kind == "verb" and self.clauses[number].head >= 0
            if "t" in taker.complements and (pronoun or verb) and self._bare_clause_follows(after):
                self._open_content((number, at, taker), after)
                return

    def _verdict(self, i: int, w: str) -> None:
        clause = self._clause()
        while clause.head < 0 and clause.parent >= 0:
            clause = self.clauses[clause.parent]
        while clause.parent >= 0 and not clause.report:
            clause = self.clauses[clause.parent]
        if not clause.report or clause.head < 0 or clause.head > i or clause.verdict:
            return
        if w in words("false") or w in words("true"):
            clause.verdict = "deny" if w in words("false") else "manage"
            clause.verdict_by = w
