"""Which sense of a word its text means: "strike" of aircraft, of workers, of an earthquake, of a deal.

A word keeps one sense through a text (Gale, Church and Yarowsky 1992, "One sense per discourse"), so the words of the
whole text decide; those next to it in its sentence come first.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.extraction.lexicon import Mention, base, rows
from provenance.extraction.tokens import Token
from provenance.text.memo import Memo

_WORD = re.compile(r"[A-Za-z][a-z]*+(?:-[a-z]++)*+")
_HALF = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What decides the sense of a sentence's words."""

    around: Sequence[Token]
    """The words of the sentence."""
    text: str
    """The whole text that the sentence is of."""


@dataclass(frozen=True, slots=True)
class _Sense:
    """One line of the senses: where it fits, and the families meant there."""

    where: str
    what: frozenset[str]
    families: tuple[str, ...]

    def fits(self, context: "Context") -> bool:
        if self.where == "beside":
            return any(t.base in self.what for t in context.around)
        return (field(context.text) in self.what) == (self.where == "in")


@cache
def _senses() -> dict[str, list[_Sense]]:
    found: dict[str, list[_Sense]] = {}
    for word, condition, meant in rows("senses.tsv"):
        where, *what = condition.split()
        families = () if meant == "-" else tuple(meant.split())
        found.setdefault(word, []).append(_Sense(where, frozenset(map(base, what)), families))
    return found


@cache
def _fields() -> dict[str, str]:
    return {base(word): field for field, words in rows("fields.tsv") for word in words.split()}


_FIELD_OF = Memo(lambda word: _fields().get(base(word), ""))
"""The field that a word shows, empty for most."""


@lru_cache(maxsize=4)
def field(text: str) -> str:
    """What a text is about, as far as the list of fields knows: "war", "labour"; empty for anything else.

    Kept, because one sentence of a text asks after the other.
    """
    told = Counter(filter(None, map(_FIELD_OF.__getitem__, _WORD.findall(text))))
    name, most = max(told.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if most * _HALF >= told.total() else ""


def meant(found: Sequence[Mention], bases: Sequence[str], context: Context) -> list[Mention]:
    """Family words among base forms in the sense of their text."""
    known = _senses()
    kept: list[Mention] = []
    for mention in found:
        senses = known.get("_".join(bases[mention.first : mention.last + 1]), ())
        sense = next((s for s in senses if s.fits(context)), None)
        if sense is None:
            kept.append(mention)
        elif not (kept and kept[-1].first == mention.first):
            kept += [Mention(family, mention.first, mention.last) for family in sense.families]
    return kept
