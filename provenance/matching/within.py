"""Conflicts inside one document: two of its statements tell one thing with figures, dates or a denial that clash.

Texts repeat themselves in other words, count parts and wholes, and quote sources that differ; so a clash is told only
where everything else that the two sentences name is one, and none of this explains it.
"""

import re
from collections.abc import Iterator, Sequence

from provenance.matching import addition
from provenance.matching.across import sums
from provenance.matching.across.succession import age_of
from provenance.matching.blocking import candidates
from provenance.matching.comparison import counting
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import meets, relate
from provenance.matching.relations.signals import GENERIC, size
from provenance.matching.results.observations import observe
from provenance.matching.signature import namekeys, words
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.places import containment
from provenance.matching.signature.signatures import LEAD, Signature
from provenance.model import Document, Observation, Quantity
from provenance.values import names

_TELLING = 0.45
"""Concepts lighter than this are on too many pages to show that two sentences tell one thing."""
_ANCHORS = 2
"""Concepts that two sentences share beside the thing counted and what became of it."""
_REPEATED = 0.85
"""Likeness from which two clauses without figures are one statement."""
_LONG_ENOUGH = 4
"""Telling words that such a clause has at least."""
_ONE_MEASURE = 0.6
"""Likeness of two clauses from which amounts with a unit, and counts of things, measure one thing."""
_ROUNDED = 0.05
"""How far a figure of the headline may lie from that of the text, as a share."""
_IN_PART = re.compile(r"\b(?:not|n't|never)\s+(?:\w+\s+)?(?:only|just|merely|simply|all|every|the only)\b", re.I)
_MORE = re.compile(
    r"\b(?:another|other|others|further|more|also|additional|each|every|second|separate|remaining)\b", re.I
)


def conflicts(group: Sequence[Signature]) -> list[Match]:
    """The clashes among the statements of one document, in order of place, each pair of values once."""
    if not group:
        return []
    nested = containment([s.claim for s in group], [frozenset(k.text for k in s.names if k.place) for s in group])
    link = Link(story=1.0, containment=nested)
    side = candidates.side(group)
    found: dict[object, Match] = {}
    for a, b in candidates.between(side, side):
        if a.order < b.order:
            for m in _clashes(a, b, link):
                found.setdefault(_values(m), m)
    for m in sums.exceeding(side, side, link):
        if m.a.order < m.b.order and _is_clash(m):
            found.setdefault(_values(m), m)
    return sorted(found.values(), key=lambda m: (m.a.claim.span.start, m.b.claim.span.start))


def observe_within(document: Document, figures: Sequence[Quantity], group: Sequence[Signature]) -> list[Observation]:
    """What a document says against itself, in order of place: figures that do not add up, statements that clash.

    `figures` are the quantities of its text, in order; `group` holds the signatures of its claims.
    """
    clashes = [observe(m).model_copy(update={"kind": "conflicts_within"}) for m in conflicts(group)]
    return [*addition.observe(document, figures, group), *clashes]


def _values(m: Match) -> object:
    return (m.x.mark, m.y.mark) if m.x and m.y else m.claims


def _clashes(a: Signature, b: Signature, link: Link) -> Iterator[Match]:
    if _may_clash(a, b):
        yield from (m for m in relate(a, b, link) if m.relation == "conflicts" and _is_clash(m))


def _may_clash(a: Signature, b: Signature) -> bool:
    """Whether two statements meet what is cheap to ask of the conditions of `_is_clash`."""
    if a.claim.modality != "asserted" or b.claim.modality != "asserted":
        return False
    if _are_repeated(a, b) or a.claim.polarity != b.claim.polarity:
        return True
    pairs = [(x, y) for x in (*a.figures, *a.lengths) for y in (*b.figures, *b.lengths) if meets(x, y)]
    return any(counting.quantified(x, y).verdict == "different" for x, y in pairs)


def _are_repeated(a: Signature, b: Signature) -> bool:
    """Whether the words of two clauses are of one statement."""
    return words.overlap(a.words, b.words) >= _REPEATED


def _is_clash(m: Match) -> bool:
    """Whether nothing explains that two statements differ."""
    if m.a.claim.modality != "asserted" or m.b.claim.modality != "asserted":
        return False
    found = {s.slot: s for s in m.slots}
    if found["attribution"].verdict == "different" or found["place"].verdict == "different":
        return False
    return _of_figures(m, m.x, m.y) if m.x and m.y else _of_happenings(m)


def _of_figures(m: Match, x: Figure, y: Figure) -> bool:
    """Whether two figures count one thing and nothing explains that they differ."""
    found = {s.slot: s for s in m.slots}
    if found["measure"].verdict != "same" or found["time"].verdict == "different":
        return False
    if {x.scope, y.scope} != {"total"}:
        return False
    if any(age_of(s, f) or _MORE.search(_near(s, f)) for s, f in ((m.a, x), (m.b, y))):
        return False
    events_a, events_b = m.a.events - {GENERIC}, m.b.events - {GENERIC}
    if events_a and events_b and not events_a & events_b:
        return False
    if m.a.order == 0 and _is_rounded(x, y):
        return False
    if (x.quantity.unit or not x.noun_class) and words.overlap(m.a.words, m.b.words) < _ONE_MEASURE:
        return False
    (inner, part), (_, whole) = sorted(((m.a, x), (m.b, y)), key=lambda side: size(side[1]))
    outer = m.b if inner is m.a else m.a
    return not _narrower(inner, part, outer, whole) and not _of_another(m) and _is_anchored(m, x, y)


def _is_anchored(m: Match, x: Figure, y: Figure) -> bool:
    """Whether both sentences share enough beside what is counted, what became of it and who says so."""
    a, b = m.a.concepts_around, m.b.concepts_around
    counted = {*x.measures, *y.measures, x.noun, y.noun, *_speaking(m.a), *_speaking(m.b)}
    shared = {k for k in a.keys() & b.keys() if a[k] >= _TELLING and k.split(":", 1)[1] not in counted}
    own = {k for k in shared if k.startswith(("name:", "word:"))}
    return bool(own) and len(own | {k for k in shared if k.startswith("family:")}) >= _ANCHORS


def _speaking(s: Signature) -> frozenset[str]:
    """Skeletons of the words that name the speaker of a claim."""
    speaker = s.claim.attribution.speaker if s.claim.attribution else None
    return frozenset(names.token_skeletons(speaker)) if speaker else frozenset()


def _of_another(m: Match) -> bool:
    """Whether the later clause names somebody or something new: below the lead it then speaks of that."""
    if m.b.order < LEAD:
        return False
    known = {x.text for x, _, _ in namekeys.shared_names(m.b.said_names, m.a.names)}
    return any(k.text not in known and not set(k.parts) <= _speaking(m.b) for k in m.b.said_names)


def _narrower(inner: Signature, part: Figure, outer: Signature, whole: Figure) -> bool:
    """Whether the smaller count is said of less: of another place, of a kind, of people further described."""
    if part.quantity.modifier and part.quantity.modifier != whole.quantity.modifier:
        return True
    named = namekeys.shared_names(inner.names, outer.names)
    known = {x.text for x, _, _ in named}
    return any(k.place and k.text not in known for k in inner.names)


def _near(s: Signature, figure: Figure) -> str:
    """The clause of a figure, and the words right around it."""
    at, _ = s.claim.sentence.where(figure.quantity.span)
    start, end = s.claim.sentence.where(s.claim.span)
    return s.claim.sentence.quote[min(start, max(0, at - 30)) : max(end, at + len(figure.quantity.text) + 30)]


def _is_rounded(x: Figure, y: Figure) -> bool:
    return abs(size(x) - size(y)) <= _ROUNDED * max(size(x), size(y))


def _of_happenings(m: Match) -> bool:
    """Whether two clauses are one statement but for a date or a denial."""
    if m.a.claim.attribution or m.b.claim.attribution or min(len(m.a.words), len(m.b.words)) < _LONG_ENOUGH:
        return False
    if any(_IN_PART.search(s.claim.sentence.quote) for s in (m.a, m.b)):
        return False
    return _are_repeated(m.a, m.b) and m.a.claim.frame.family == m.b.claim.frame.family != ""
