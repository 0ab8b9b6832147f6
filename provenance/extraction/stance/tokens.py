"""The tokens of a sentence, and what kind of word each of them is as far as lists and endings tell."""

import re
from itertools import accumulate

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.words import Taker
from provenance.text.memo import Memo

# Plain words, which most are, come first; letters in both cases, since IGNORECASE makes every search slower.
_TOKEN = re.compile(
    r"([A-Za-z]++(?![^\x00-\x7f]|[-0-9_'.])|\w+[nN]'[tT]\b|\w+(?:[-.]\w+)*"
    r"|'(?:[sSdDmM]|[rRvV][eE]|[lL][lL])\b|[^\w\s])"
)
STRONG = frozenset(";:—–")
_ENDS_STRETCH = STRONG | {",", "that", "who", "which", "whose"}
GROUP = 5
"""Tokens that a verb group may span ("had not yet been told")."""
_PADDING = [""] * 24
"""After the last token, so that looking a few tokens ahead or back needs no test."""


def _never_finite(w: str) -> bool:
    """Whether a word is no finite verb wherever it stands, as most are: what `_looks_finite` goes by first."""
    auxiliary = w in lists.AUXILIARY or w in ("'s", "may") or w.endswith("n't")
    return not (auxiliary or w in lists.PAST or w.endswith("ed") or w in lists.VERB_TAKERS)


_NEVER_FINITE = Memo(_never_finite)


class Tokens:
    """Words and marks of one sentence, lower-cased in `lower` (padded at its end with empty words)."""

    __slots__ = ("_finite", "_pieces", "count", "length", "lower", "raw")

    def __init__(self, text: str) -> None:
        self._pieces = _TOKEN.split(text.replace("’", "'"))
        self.raw = self._pieces[1::2]
        self.count, self.length = len(self.raw), len(text)
        lower = list(map(str.lower, self.raw))
        self.lower = lower + _PADDING
        self._finite = bytearray(map(_NEVER_FINITE.__getitem__, lower))
        """For each token 1 where it is no finite verb, 2 where it is one, 0 where nobody has asked yet."""

    def starts(self) -> list[int]:
        """First code point of each token."""
        return list(accumulate(map(len, self._pieces)))[:-1:2]

    def _at(self, i: int) -> str:
        return self.lower[i] if 0 <= i < self.count else ""

    def _is_aux(self, i: int) -> bool:
        w: str = self.lower[i]
        if w in lists.AUXILIARY:
            return True
        if w == "'s":
            return self.lower[i - 1] in lists.PRONOUN or self.lower[i - 1] in ("that", "what", "there", "here", "how")
        if w == "may":
            return i == 0 or self.raw[i] != "May"
        return w.endswith("n't")

    def _is_past(self, i: int) -> bool:
        """Whether token `i` looks like a past form or participle that is not an adjective before a noun."""
        w = self.lower[i]
        if not (w in lists.PAST or (len(w) > 3 and w.endswith("ed") and w.isalpha() and w not in lists.NOT_PAST)):
            return False
        return self.lower[i - 1] not in lists.DETERMINER or self.lower[i - 1] in lists.PRONOUN

    def _is_finite(self, i: int) -> bool:
        """Whether token `i` looks like a finite verb or a participle; worked out once a token."""
        if i >= self.count:
            return False
        if not self._finite[i]:
            self._finite[i] = 2 if self._looks_finite(i) else 1
        return self._finite[i] == 2

    def _looks_finite(self, i: int) -> bool:
        if self._is_aux(i):
            return self.lower[i - 1] not in lists.DETERMINER or self.lower[i - 1] in lists.PRONOUN
        return self._is_past(i) or self._is_present(i)

    def _is_present(self, i: int) -> bool:
        """Whether token `i` is a present form of a verb that takes statements, where a verb may stand."""
        w, before = self.lower[i], self.lower[i - 1]
        if i == 0 or w not in lists.VERB_TAKERS or w.endswith("ing"):
            return False
        noun = w in lists.NOUN_TAKERS
        if before in lists.DETERMINER or before in lists.PREPOSITION or before in ("to", "not") or self._is_aux(i - 1):
            return before in lists.PRONOUN
        return not noun or before in lists.PRONOUN

    def _takers(self, i: int) -> tuple[Taker, ...]:
        w = self.lower[i]
        if w in lists.PAIR_HEADS:
            return lists.TAKERS.get(f"{w}_{self.lower[i + 1]}") or lists.TAKERS.get(w, ())
        return lists.TAKERS.get(w, ())

    def _stretch_end(self, i: int) -> int:
        """First token from `i` that ends a stretch: a comma, a strong mark or the sentence's end."""
        while i < self.count and self.lower[i] != "," and self.lower[i] not in STRONG:
            i += 1
        return i

    def _has_finite(self, i: int, limit: int = 14) -> bool:
        """Whether a finite verb follows from `i` on within its stretch."""
        for j in range(i, min(i + limit, self.count)):
            if self.lower[j] in _ENDS_STRETCH:
                return False
            if self._is_finite(j):
                return True
        return False

    def _verb_before(self, i: int) -> int:
        """The auxiliary before token `i` when only adverbs stand between, or -1."""
        j = i - 1
        while j >= 0 and i - j <= GROUP and (self._is_adverb(j) or self.lower[j] == ","):
            j -= 1
        return j if j >= 0 and self._is_aux(j) else -1

    def _is_adverb(self, i: int) -> bool:
        w = self.lower[i]
        return w in lists.LIGHT_ADVERB or (len(w) > 4 and w.endswith("ly")) or w in ("not", "never")

    def _starts_noun_phrase(self, i: int) -> bool:
        w = self.lower[i]
        if not w or not (w[0].isalnum()) or w in lists.PREPOSITION or w in lists.NO_PHRASE:
            return False
        return not (w.endswith("ing") and len(w) > 4) or w == "wrongdoing"

    def _names_report(self, i: int) -> bool:
        for j in range(i, min(i + 5, self.count)):
            if self.lower[j] in lists.REPORT_NOUN:
                return True
            if self.lower[j] in ("that", "to", ",") or self._is_aux(j):
                return False
        return False

    def _names_plan(self, i: int) -> bool:
        lower = self.lower
        return any(
            lower[j] in lists.PLAN_NOUN and ("to" in lower[j + 1 : j + 3] or lower[j + 1] == "for")
            for j in range(i, i + 4)
        )

    def _measures_time(self, i: int) -> bool:
        """ "Not a day later …"."""
        return any(self.lower[j] in ("later", "ago", "earlier", "after", "before") for j in range(i, i + 6))

    def _is_property(self, i: int) -> bool:
        """Whether an adjective rather than a place or a distance may stand at token `i`: "far from clear"."""
        plain = self.lower[i].isalpha() and self.raw[i].islower() and self.lower[i] not in lists.DETERMINER
        return plain and self.lower[i + 1] in ("", ".", ",", "and", "but", ";", "that", "whether")

    def _may_be_verb(self, i: int) -> bool:
        before = self.lower[i - 1]
        if before.isdigit():
            return False  # "14 stops"
        noun = self.lower[i] in lists.NOUN_TAKERS
        return not (
            noun and (before in lists.DETERMINER or before in lists.PREPOSITION) and before not in lists.PRONOUN
        )

    def _is_passive(self, i: int) -> bool:
        j = self._verb_before(i)
        return j >= 0 and self.lower[j] in lists.BE and not self.lower[i].endswith("ing")

    def _is_new_subject(self, i: int) -> bool:
        """Whether a pronoun and its verb begin at token `i`: "Nobody came, it was too late"."""
        return self.lower[i] in lists.SUBJECT_PRONOUN and (self._is_finite(i + 1) or self._is_finite(i + 2))

    def _has_negation(self, start: int, end: int) -> bool:
        return any(
            self.lower[j] in ("not", "never", "no", "nobody", "none") or self.lower[j].endswith("n't")
            for j in range(start, end)
        )

    def _may_be_content(self, i: int, taker: Taker) -> bool:
        if taker.effect != "deny":
            return True
        granted = any(word in lists.GRANTABLE for word in self.lower[i : i + 3])
        return not granted and self.lower[i] not in ("him", "them", "us", "me")
