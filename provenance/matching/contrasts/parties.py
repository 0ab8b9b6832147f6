"""The two sides of a predicate that goes one way: seller and buyer, winner and loser, by where their names stand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from provenance import wordlists
from provenance.extraction.lexicon import base
from provenance.extraction.opposites import norm
from provenance.matching.contrasts import agents, lists
from provenance.matching.contrasts.sentence import Run, Sentence
from provenance.text.closed_classes import PRONOUNS

_FILE = Path(__file__).parents[1] / "data" / "parties.tsv"
_REACH = 20
"""Tokens after a predicate in which the names of its sides stand."""
_LEADS = frozenset({"to", "from", "by", "against", "over", "for"})
_ENDS = frozenset("VXBGWo")
"""Tags of words with which the phrases of a predicate end."""
_SKIPPED = frozenset("XxRn")
_PHRASE = frozenset("NSEJT#")


class Parties(NamedTuple):
    """A relation, and what the names on its two sides can meet; empty where a side is not told."""

    relation: str
    first: frozenset[str]
    second: frozenset[str]

    def crosses(self, other: "Parties") -> bool:
        """Whether who is on one side here is on the other side there, and nobody is on the same side."""
        if self.relation != other.relation or self.first & other.first or self.second & other.second:
            return False
        one, another = self.first & other.second, self.second & other.first
        return bool(one and another) or (self.relation in _once() and bool(one or another))

    def meets(self, other: "Parties") -> bool:
        """Whether both tell one relation with its sides as they were."""
        if self.relation != other.relation or self.first & other.second or self.second & other.first:
            return False
        return bool(self.first & other.first or self.second & other.second)


@cache
def _once() -> frozenset[str]:
    return frozenset(name for kind, *names in wordlists.rows(_FILE) if kind == "once" for name in names)


@cache
def _sides() -> Mapping[str, tuple[str, str, str]]:
    """The relation of a predicate, and where the names of its sides stand."""
    found: dict[str, tuple[str, str, str]] = {}
    for relation, first, *rest in wordlists.rows(_FILE):
        if relation != "once":
            second, predicates = rest
            found |= {norm(base(word)): (relation, first, second) for word in predicates.split()}
    return found


def of(s: Sentence, i: int) -> Parties | None:
    """The two sides of token `i`, where it is a predicate; of one that the list does not know, doer and done."""
    word = norm(s.tokens[i].base)
    if s.tags[i] not in "VPBG" or lists.is_one_of(word, "mutual") or lists.is_one_of(word, "light"):
        return None
    relation, *where = _sides().get(word, (word, "doer", "done"))
    told = _told(s, i)
    first, second = (next((told[at] for at in places.split("|") if at in told), frozenset()) for places in where)
    return Parties(relation, first, second)


def _told(s: Sentence, i: int) -> dict[str, frozenset[str]]:
    """The names around a predicate by where they stand; who it is done to is named before a passive."""
    found: dict[str, list[Run]] = {}
    slot = "done"
    names = dict(s.names)
    for k in range(i + 1, min(len(s.tokens), i + _REACH)):
        if s.tags[k] in _ENDS or s.tags[k] in ",C":
            break
        word = s.tokens[k].lower
        if s.tags[k] == "I" and word != "of":
            slot = word if word in _LEADS else ""
        elif k in names and slot:
            found.setdefault(slot, []).append((k, names[k]))
    before = _subject(s, i)
    if agents.is_passive(s, i):
        found["doer"] = found.pop("by", [])
        found["done"] = before
    else:
        found.pop("by", None)
        found["doer"] = before
    return {slot: keys for slot, runs in found.items() if (keys := _keys(s, runs))}


def _subject(s: Sentence, i: int) -> list[Run]:
    """The names of who a predicate is said of: before it, before the insertion that ends there, or of its verb."""
    k = i - 1
    while k >= 0 and s.tags[k] in _SKIPPED:
        k -= 1
    if k < 0:
        return []
    if s.tags[k] in "oC" or s.tags[i] == "G":  # "agreed to buy", "met and beat": who does the one does the other
        earlier = [j for j in s.predicates if j < k and s.tags[j] in "VP"]
        return _subject(s, earlier[-1]) if earlier else _opening(s)
    if s.tokens[k].lower in PRONOUNS:
        return _opening(s)
    if s.tags[k] == "W":  # "Holm, who won"
        return _phrase(s, k - 1 if s.tags[k - 1] == "," else k)
    if s.tags[k] != ",":
        return _phrase(s, k + 1)
    start = next((j for j in range(k - 1, 0, -1) if s.tags[j] == ","), k)
    inserted = [r for r in _phrase(s, k) if r[0] == start + 1]  # "the mayor, Ida Holm, won"
    return inserted + _phrase(s, start)


def _phrase(s: Sentence, end: int) -> list[Run]:
    """The names in the noun phrase before token `end`; of what stands after "of" and "in" too."""
    k = end - 1
    if k < 0 or s.tags[k] == ",":
        return []
    while k >= 0 and (s.tags[k] in _PHRASE or (s.tags[k] == "I" and s.tokens[k].lower == "of")):
        k -= 1
    return [r for r in s.names if k < r[0] and r[1] <= end]


def _opening(s: Sentence) -> list[Run]:
    """The names of the subject of the sentence."""
    return [r for r in s.names if r[1] - 1 in s.subject]


def _keys(s: Sentence, runs: list[Run]) -> frozenset[str]:
    return frozenset(key for key in s.keys_of(k for run in runs for k in range(*run)) if key[0] == "n")
