"""What caused an accident, a fire or a flood, where two documents of one story give two causes, or one denies it.

A document that speaks of the other one's cause anywhere tells nothing by naming its own: both may have played a part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.extraction import thesaurus
from provenance.extraction.tokens import tokenize
from provenance.matching.across.clashing import clash
from provenance.matching.comparison.link import Link
from provenance.matching.contrasts.denials import stem
from provenance.matching.relations.match import Match
from provenance.matching.signature import words
from provenance.matching.signature.clauses import families
from provenance.matching.signature.signatures import LEAD, Signature
from provenance.model import SlotComparison
from provenance.text.quoting import quoted

_FILE = Path(__file__).parents[1] / "data" / "causes.tsv"
_LONGEST = 6
"""Words of a cause that are read."""
_TELLING = 0.3
"""Weight of a word from which it tells one cause from another."""
_NOT = re.compile(r"\b(?:and|but),?\s+not\s+(?:by|of|because of|due to|from)\s+(?P<cause>[^.;]*)", re.I)
_BLAMED = re.compile(r"\bblam(?:ed|es|ing)\s+(?:the\s+)?(?P<effect>[\w\s'’-]{3,40}?)\s+on\s+(?P<cause>[^.;]*)", re.I)
_OPENS = re.compile(r"^.*\b(?:that|when|after|because|as|where)\b", re.I)
"""What stands before the subject of a clause that tells a cause."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What one claim says caused something, or did not."""

    signature: Signature
    effects: frozenset[str]
    """The families of what it caused."""
    words: frozenset[str]
    text: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Account:
    """The causes that one document tells, and all that it speaks of."""

    causes: Sequence[Cause]
    words: frozenset[str]


def _phrases(kind: str) -> tuple[str, ...]:
    return wordlists.by_kind(_FILE, "|")[kind]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    longest = sorted(_phrases(kind), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.I)


def account(group: Sequence[Signature], text: str) -> Account:
    """The causes that the claims of one document with this text tell."""
    effects = frozenset(_phrases("effect"))
    story = effects.intersection(*[frozenset().union(*(s.families for s in group if s.order < LEAD))])
    found = [cause for s in group for cause in _causes(s, effects, story)]
    return Account(found, words.telling(tokenize(text)) if found else frozenset())


def clashes(left: Account, right: Account, link: Link, known: Iterable[Match]) -> Iterator[Match]:
    """Where two documents of one story give one thing two causes, or one denies that of the other."""
    if not left.causes or not right.causes or not link.is_one_story:
        return
    seen = {m.claims for m in known if m.relation == "conflicts"}
    for a in left.causes:
        for b in right.causes:
            pair = (a.signature.claim.id, b.signature.claim.id)
            if pair not in seen and a.effects & b.effects and _clash(a, b, left, right):
                seen.add(pair)
                yield _match(a, b, link)


def _clash(a: Cause, b: Cause, left: Account, right: Account) -> bool:
    """Whether one cause is denied by the other side, or neither document speaks of the other one's cause."""
    if a.denied and b.denied:
        return False
    if a.denied or b.denied:
        return _alike(a.words, b.words)
    return not (_mentions(right, a, left) or _mentions(left, b, right))


def _mentions(other: Account, cause: Cause, own: Account) -> bool:
    """Whether a document speaks of a cause that another one tells, other than to deny it."""
    denied = frozenset().union(*(c.words for c in other.causes if c.denied))
    return _alike(cause.words, other.words - denied)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of words share one, in whatever form, or a notion."""
    return not {*map(stem, a)}.isdisjoint(map(stem, b)) or any(thesaurus.shared(x, y) for x in a for y in b)


def _causes(s: Signature, effects: frozenset[str], story: frozenset[str]) -> Iterator[Cause]:
    """The causes that one claim tells, of what it names or of what its document is about."""
    quote = s.claim.span.quote
    if s.claim.modality not in ("asserted", "expected") or _pattern("joint").search(quote):
        return
    for caused, text, denied in _stated(quote):
        about = effects & families(caused)
        if not about and s.main and (_pattern("effect_word").search(caused) or not caused):
            about = story
        telling = frozenset(w for w in words.telling(tokenize(text)) if words.weight(w) >= _TELLING)
        if about and telling and (not caused or not effects & families(text)):
            yield Cause(s, about, telling, text, denied != (s.claim.polarity == "denied"))


def _stated(quote: str) -> Iterator[tuple[str, str, bool]]:
    """What a clause says was caused, by what, and whether it denies that in its own words: "and not of the rain".

    What is known for a cause by its name alone is told of nothing said.
    """
    apart = _NOT.search(quote)
    kept = quote[: apart.start()] if apart else quote
    if apart:
        yield kept, _cut(apart["cause"]), True
    if blamed := _BLAMED.search(kept):
        yield blamed["effect"], _cut(blamed["cause"]), False
    elif behind := _pattern("behind").search(kept):
        yield kept[: behind.start()], _cut(kept[behind.end() :]), False
    elif (ahead := _pattern("ahead").search(kept)) and ahead.start():
        yield kept[ahead.end() :], " ".join(_OPENS.sub("", kept[: ahead.start()]).split()[-_LONGEST:]), False
    elif named := _pattern("named").search(kept):
        yield "", named[0], False


def _cut(text: str) -> str:
    """The words of a cause, up to what is said of it."""
    held = re.split(r"[,;.]", text, maxsplit=1)[0].split()[:_LONGEST]
    end = next((i for i, word in enumerate(held) if i and word.lower() in _phrases("ends")), len(held))
    return " ".join(held[:end])


def _match(a: Cause, b: Cause, link: Link) -> Match:
    here, there = (f"{'not ' if c.denied else ''}{c.text}" for c in (a, b))
    reason = f"the cause: {quoted(here)} here, {quoted(there)} there"
    slot = SlotComparison(slot="action", verdict="different", a=here, b=there, reason=reason)
    return clash(a.signature, b.signature, link, slot)
