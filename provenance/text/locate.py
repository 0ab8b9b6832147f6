"""Find a recorded passage again.

Exact before folded before approximate, and the answer says which. Likeness only finds the place: whatever differs there
is named word by word and makes the passage "edited", however small ("43 %" against "42 %" is 97 % alike). Two equal
places that neither context nor hint tells apart are "ambiguous"; none is taken silently.

Weights follow the client of Hypothesis (match-quote.ts: quote 50, prefix 20, suffix 20, position 2), which knows
neither a least likeness nor ambiguity.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from rapidfuzz.distance import Levenshtein

from provenance.model import Span, cut
from provenance.model.base import Model
from provenance.text import approximate
from provenance.text.fold import Folded, fold
from provenance.text.words import differences, words

PassageState = Literal["intact", "moved", "edited", "ambiguous", "gone"]
Method = Literal["position", "exact", "folded", "fuzzy", "none"]

LEAST_ALIKE = 0.6
"""Likeness below which a passage is gone."""
LEAST_ALIKE_SHORT = 0.8
"""The same for quotes of up to `SHORT` words, where two words in common are soon found."""
SHORT = 3
LEAST_LEAD = 0.02
"""Score by which the best of several like places must lead."""
CONTEXT = 32
"""Code points of prefix and suffix that count."""
LEAST_CONTEXT, SURE_CONTEXT = 0.5, 0.8
"""Likeness of context: below the first, an equal passage may be another one; from the second, a like one is meant."""
_MOST_PLACES = 2000
_MOST_TRIES = 50_000
_SHOWN = 10
_QUOTE, _SIDES, _POSITION = 50, 40, 2
_RUN = re.compile(r"[^\W_]+")
_POINTS = frozenset(".,")
_UNSPACED = "\u0e00"
"""From here on many scripts write no spaces between words."""
_ENOUGH = 8

Place = tuple[int, int]


class Located(Model):
    """Where a recorded passage stands today."""

    state: PassageState
    span: Span | None
    """The place; None when ambiguous or gone."""
    method: Method
    """How the place was found: "position" is the hint itself."""
    distance: int
    """Edits in code points between the folded quote and the folded passage; 0 unless edited."""
    differences: tuple[str, ...] = ()
    """What changed, in words: "“42” → “43”"."""
    candidates: tuple[Span, ...] = ()
    """The first places of an ambiguous passage."""


@dataclass(frozen=True, slots=True)
class _Query:
    """What is looked for, in the same form (as it is, or folded) as the text it is looked for in."""

    quote: str
    prefix: str
    suffix: str
    hint: int | None


@dataclass(frozen=True, slots=True)
class _Source:
    """The text that is searched, and the way back to the original."""

    text: str
    original: str
    folded: Folded | None = None

    def span(self, place: Place) -> Span:
        start, end = place if self.folded is None else self.folded.original(*place)
        return cut(self.original, start, end)


def locate(quote: str, text: str, prefix: str = "", suffix: str = "", hint: int | None = None) -> Located:
    """Where `quote` stands in `text`; `prefix` and `suffix` are what stood around it, `hint` where it started.

    "intact" at the hint, or at its only place when there is no hint; "moved" elsewhere; "edited" when only a like
    passage stands there; "ambiguous" when several equal ones do; "gone" when none does, or the quote is empty.
    """
    query = quoted = _Query(quote, prefix[-CONTEXT:], suffix[:CONTEXT], hint)
    source = _Source(text, text)
    if not quote.strip():
        return _gone()
    if hint is not None and hint >= 0 and text.startswith(quote, hint) and _is_whole(text, hint, query):
        return _found("intact", source.span((hint, hint + len(quote))), "position")
    method: Method = "exact"
    places = _places(query, text)
    if not places:
        (query, source), method = _folded(query, text), "folded"
        places = _places(query, source.text) if query.quote else []
    if not places:
        return _approximate(query, source)
    located = _among(places, query, source, method)
    if located.span is None or _context((located.span.start, located.span.end), quoted, text) >= LEAST_CONTEXT:
        return located
    return _edited_in_place(quoted, text, located.span) or located


_fold = lru_cache(maxsize=4)(fold)  # many quotes are looked for in one text


def _folded(query: _Query, text: str) -> tuple[_Query, _Source]:
    folded = _fold(text)
    hint = None if query.hint is None else bisect_left(folded.offsets, query.hint)
    quote = fold(query.quote).text.strip()
    return _Query(quote, fold(query.prefix).text, fold(query.suffix).text, hint), _Source(folded.text, text, folded)


def _found(
    state: PassageState, span: Span, method: Method, distance: int = 0, differences: tuple[str, ...] = ()
) -> Located:
    return Located(state=state, span=span, method=method, distance=distance, differences=differences)


def _gone(quote: str = "") -> Located:
    is_long = len(words(quote)) > approximate.LONGEST_QUOTE
    reasons = (f"longer than {approximate.LONGEST_QUOTE} words: looked for only as it is",) if is_long else ()
    return Located(state="gone", span=None, method="none", distance=0, differences=reasons)


def _places(query: _Query, text: str) -> list[Place]:
    """Where the quote stands as it is and cuts no word or number: "5" stands neither in "50" nor in "3.5"."""
    places: list[Place] = []
    at, tries = text.find(query.quote), 0
    while at >= 0 and len(places) < _MOST_PLACES and tries < _MOST_TRIES:
        following, tries = at + 1, tries + 1
        if _is_whole(text, at, query):
            places.append((at, at + len(query.quote)))
        elif _cuts(text, at) and not query.prefix[-1:].isalnum():
            run = _RUN.match(text, at)  # all of the word that the quote would cut
            following = max(following, run.end() if run is not None else 0)
        at = text.find(query.quote, following)
    return places


def _is_whole(text: str, start: int, query: _Query) -> bool:
    """Whether the quote's ends are ends of words, or the words that it cuts go on as they did."""
    end = start + len(query.quote)
    whole_head = not _cuts(text, start) or text[start - 1] == query.prefix[-1:]
    whole_tail = not _cuts(text, end) or text[end] == query.suffix[:1]
    return whole_head and whole_tail


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at `at` goes through a word or a number."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if before.isalnum() and after.isalnum():
        return before < _UNSPACED and after < _UNSPACED
    if before in _POINTS and after.isdigit():
        return text[at - 2 : at - 1].isdigit()
    return after in _POINTS and before.isdigit() and text[at + 1 : at + 2].isdigit()


def _among(places: list[Place], query: _Query, source: _Source, method: Method) -> Located:
    """The one of several equal places that context, then hint, decide for."""
    scored = [(_score(1.0, place, query, source.text, with_position=False), place) for place in places]
    best = max(score for score, _ in scored)
    leading = [place for score, place in scored if score > best - LEAST_LEAD]
    place = leading[0] if len(leading) == 1 else _nearest(leading, query.hint)
    if place is None:
        return _ambiguous(leading, source, method)
    state: PassageState = "intact" if query.hint is None or place[0] == query.hint else "moved"
    return _found(state, source.span(place), method)


def _ambiguous(places: Sequence[Place], source: _Source, method: Method) -> Located:
    candidates = tuple(source.span(place) for place in sorted(places)[:_SHOWN])
    return Located(state="ambiguous", span=None, method=method, distance=0, candidates=candidates)


def _nearest(places: list[Place], hint: int | None) -> Place | None:
    """The place nearest to the hint, when no other is less than twice as far."""
    if hint is None:
        return None
    first, second = sorted(places, key=lambda place: abs(place[0] - hint))[:2]
    return first if 2 * abs(first[0] - hint) < abs(second[0] - hint) else None


def _score(likeness: float, place: Place, query: _Query, text: str, *, with_position: bool = True) -> float:
    """Weighted likeness of quote, prefix, suffix and position, 0 to 1; what is not given counts as alike."""
    near = 1 - abs(place[0] - query.hint) / max(len(text), 1) if with_position and query.hint is not None else 1.0
    total = _QUOTE * likeness + _SIDES * _context(place, query, text) + _POSITION * max(0.0, near)
    return total / (_QUOTE + _SIDES + _POSITION)


def _approximate(query: _Query, source: _Source) -> Located:
    """The most alike passage, with its differences; never intact."""
    least = LEAST_ALIKE_SHORT if len(words(query.quote)) <= SHORT else LEAST_ALIKE
    passages = [p for p in _like(query, source.text) if p.likeness >= least]
    scored = [(_score(p.likeness, (p.start, p.end), query, source.text), (p.start, p.end)) for p in passages]
    scored.sort(key=lambda item: (-item[0], item[1]))
    if not scored:
        place = _by_context(query, source.text)
        return _edited(place, query, source) if place is not None else _gone(query.quote)
    best, place = scored[0]
    rivals = [other for score, other in scored[1:] if score > best - LEAST_LEAD and _apart(place, other)]
    chosen = _nearest([place, *rivals], query.hint) if rivals else place
    if chosen is None:
        return _ambiguous([place, *rivals], source, "fuzzy")
    return _edited(chosen, query, source)


def _context(place: Place, query: _Query, text: str) -> float:
    return approximate.context(*place, text, query.prefix, query.suffix)


def _like(query: _Query, text: str) -> list[approximate.Passage]:
    return approximate.search(query.quote, text, query.prefix, query.suffix)


def _edited_in_place(quoted: _Query, text: str, elsewhere: Span) -> Located | None:
    """The like passage between the recorded context, when the same words stand elsewhere, among strange ones."""
    start, end = elsewhere.start, elsewhere.end
    query, source = _folded(quoted, f"{text[:start]}{' ' * (end - start)}{text[end:]}")
    places = [(p.start, p.end) for p in _like(query, source.text) if LEAST_ALIKE <= p.likeness < 1]
    places = [place for place in places if _context(place, query, source.text) >= SURE_CONTEXT]
    return _edited(places[0], query, source) if len(places) == 1 else None


def _apart(a: Place, b: Place) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]


def _edited(place: Place, query: _Query, source: _Source) -> Located:
    passage = source.text[place[0] : place[1]]
    distance = Levenshtein.distance(query.quote, passage)
    return _found("edited", source.span(place), "fuzzy", distance, differences(query.quote, passage))


def _by_context(query: _Query, text: str) -> Place | None:
    """The words between prefix and suffix where both stand unchanged once: finds a short quote ("42") edited."""
    if len(words(query.quote)) > SHORT or len(query.prefix.strip()) < _ENOUGH or len(query.suffix.strip()) < _ENOUGH:
        return None
    reach = len(query.quote) + CONTEXT + len(query.suffix)
    found: list[Place] = []
    for before in islice(re.finditer(re.escape(query.prefix), text), _MOST_PLACES):
        end = text.find(query.suffix, before.end(), before.end() + reach)
        inner = words(text, before.end(), end) if end >= 0 else []
        if 0 < len(inner) <= len(words(query.quote)) + 2:
            found.append((inner[0].start, inner[-1].end))
    return found[0] if len(found) == 1 else None
