"""Names that a draft spells in two ways, or otherwise than its sources do.

A name spelled otherwise is the same name, so nothing is contradicted; but one of the spellings may be wrong, and a
newsroom wants one. Only words are compared that are one step of spelling apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from provenance.model import Document, Name, Observation, Span
from provenance.model.span import cut
from provenance.text.quoting import quoted
from provenance.values.names import lexicon

_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{4,}")
"""Words of five letters or more: shorter ones are too often one step from another name."""
_SEPARATORS = re.compile(r"[\W\d_]+")
_MOST = 2000
"""Words of names of a draft that are compared with each other, in order of place."""


_Shapes = dict[tuple[str, int], list[str]]
"""Words by their last letter and their length: those of no other shape are one step apart."""


class _Use(NamedTuple):
    """A word of a name at its first place, how often it stands there, and the words it stands with."""

    word: str
    span: Span
    times: int
    beside: frozenset[str]


def observe(draft: Document, named: Sequence[Name], sources: Sequence[Document]) -> list[Observation]:
    """Pairs of spellings, each told once, at the spelling that stands there less often; `named` are the draft's names.

    One step apart are two words that differ in one letter, or in two that changed places (optimal string alignment),
    other than at their end, where grammar and kin differ ("Clintons", "Maria" and "Mario").
    """
    ordinary = {word for word in _SEPARATORS.split(draft.text) if word.islower()}
    uses = _uses(named, ordinary)
    found = list(_within(uses))
    told = {o.a.start for o in found}
    found += [o for o in _against(uses, sources) if o.a.start not in told]
    return found


def _uses(named: Iterable[Name], ordinary: set[str]) -> dict[str, _Use]:
    """The words of names by their letters in lower case; ordinary words are left out."""
    places: dict[str, Span] = {}
    written: dict[str, str] = {}
    times: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    for name in named:
        words = [word for word in _SEPARATORS.split(name.text) if word and not word.islower()]
        lowered = [word.lower() for word in words]
        for word, letters in zip(words, lowered, strict=True):
            if _CAPITALISED.fullmatch(word) and not _is_known(letters) and letters not in ordinary:
                places.setdefault(letters, name.span)
                written.setdefault(letters, word)
                times[letters] += 1
                beside[letters].update(set(lowered) - {letters})
    kept = list(places)[:_MOST]
    return {w: _Use(written[w], places[w], times[w], frozenset(beside[w])) for w in kept}


def _is_known(letters: str) -> bool:
    """Whether a word in lower case is one of the language's own: both spellings of it may be right."""
    return any(letters in lexicon.words(name) for name in ("ordinary.txt", "titles.txt", "demonyms.txt"))


def _within(uses: Mapping[str, _Use]) -> Iterator[Observation]:
    seen: _Shapes = defaultdict(list)
    for letters, use in uses.items():
        for near in _alike(letters, seen):
            other = uses[near]
            if _may_be_one(use, other):
                rare, common = sorted((use, other), key=lambda u: (u.times, -u.span.start))
                times = f", {common.times} times" if common.times > 1 else ""
                ways = f"{quoted(rare.word)} here, {quoted(common.word)} elsewhere"
                message = f"the draft spells one name in two ways: {ways}{times}"
                yield _observation(rare, common.span, common.word, message)
        seen[_shape(letters)].append(letters)


def _against(uses: Mapping[str, _Use], sources: Sequence[Document]) -> Iterator[Observation]:
    """Words of names that stand in no source, where one of the sources has a name one step from it."""
    known = {word.lower() for d in sources for word in set(_CAPITALISED.findall(d.text))}
    shapes: _Shapes = defaultdict(list)
    for word in known:
        shapes[_shape(word)].append(word)
    given = lexicon.given_names()
    for letters, use in uses.items():
        if letters in known:
            continue
        for near in _alike(letters, shapes):
            if near in uses or _is_known(near) or letters in given or near in given:
                continue
            place = _place(near, sources)
            if place is not None:
                message = f"the sources spell the name otherwise: {quoted(use.word)} here, {quoted(place.quote)} there"
                yield _observation(use, place, place.quote, message)
                break


def _place(letters: str, sources: Iterable[Document]) -> Span | None:
    """Where a word, given in lower case, first stands with a capital in the sources."""
    word = re.compile(rf"(?<!\w){re.escape(letters)}(?!\w)", re.IGNORECASE)
    for source in sources:
        if any(match.group().islower() for match in word.finditer(source.text)):
            return None
    for source in sources:
        for match in word.finditer(source.text):
            return cut(source.text, match.start(), match.end(), source.id)
    return None


def _shape(letters: str) -> tuple[str, int]:
    return letters[-1], len(letters)


def _alike(letters: str, others: _Shapes) -> list[str]:
    """Those of `others` that are one step of spelling from a word, all in lower case, sorted."""
    last, length = _shape(letters)
    near = (other for size in (length - 1, length, length + 1) for other in others.get((last, size), ()))
    return sorted(other for other in near if OSA.distance(letters, other, score_cutoff=1) == 1)


def _may_be_one(a: _Use, b: _Use) -> bool:
    """Whether two words can be one name by the words they stand with: not where each only stands with other ones.

    Given names are many people's: they must stand with one surname, and be known as spellings of one.
    """
    given = lexicon.given_names()
    lines = [given.get(use.word.lower(), frozenset()) for use in (a, b)]
    if any(lines):
        return not lines[0].isdisjoint(lines[1]) and not a.beside.isdisjoint(b.beside)
    return not a.beside or not b.beside or not a.beside.isdisjoint(b.beside)


def _observation(use: _Use, place: Span, other: str, message: str) -> Observation:
    return Observation(
        kind="name_spelled_otherwise",
        message=message,
        reasons=(f"{quoted(use.word)} and {quoted(other)} are one letter apart",),
        a=use.span,
        b=place,
        about=f"{use.word} {other}",
    )
