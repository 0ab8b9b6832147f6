"""Contrasts: two statements put side by side that fit but for one place, and cannot both hold there.

Whoever lays two statements next to each other takes them to speak of one matter; of the sentences of two documents
only two of these rules are asked. Each rule wants the rest of the shorter statement in the longer one. Statements
that part in a second place speak of two matters (`matters`), and no conflict is told.

A rule is a family of places: `wording`, `roles`, `wholes`, `counts`, `fillers`, `edits`, `persons`; `refusals` are
asked of what would agree. What they read: a `sentence`, two of them as `sides`, who acts (`agents`), the two sides of
a relation (`parties`), its `days`, its `denials`, and the word `lists`.
"""

from collections.abc import Sequence
from functools import lru_cache

from provenance.matching.comparison import counting, slots
from provenance.matching.contrasts import counts, edits, fillers, persons, refusals, roles, sentence, wholes, wording
from provenance.matching.contrasts.matters import apart, is_unmet
from provenance.matching.contrasts.sides import Found, Sides
from provenance.matching.relations.match import Match
from provenance.matching.signature import subjects
from provenance.matching.signature.figures import Figure
from provenance.model import SlotComparison

_LONGER = 2
"""Content words by which the statement looked for may be longer than the other."""
RULES = (*wording.RULES, *roles.RULES, *wholes.RULES, *counts.RULES, *fillers.RULES, *edits.RULES, *persons.RULES)


def contrasted(m: Match, a: Sequence[str], b: Sequence[str]) -> Match:
    """The match of two statements, given as their sentences, with what putting them side by side shows.

    A match that is no conflict becomes one where the two part in one place; a conflict is only related where they part
    in another place too; and so is an agreement of two things told in the same words.
    """
    ways = _ways(tuple(a), tuple(b), m.a.claim.sentence.quote, m.b.claim.sentence.quote)
    if m.relation in ("conflicts", "supersedes"):
        parted = _parted(ways, counted=m.x is not None)
        turned = roles.turned(m) if m.x is None else m
        partly = m.x is None and _is_partly_denied(m)
        if turned is m and parted is None and (partly or (not m.differs("quantity") and _is_denied_alike(m))):
            return m.with_relation("related")
        return turned if turned is not m or parted is None else m.with_relation("related", parted)
    found = _contrast(ways)
    if found is None:
        refused = refusals.refused(m)
        if refused is not m:
            return refused
        agreed = m.relation == "corroborates"
        if agreed and (_of_other_things(m) or (m.x is None and _is_unmet(ways, a, b))):
            return m.with_relation("related")
        elsewhere = m.differs("time", "place")
        return roles.turned(m) if m.relation == "related" and m.x is None and not elsewhere else m
    slot, another = found
    if not another and not _is_vetoed(m, slot.slot):
        return m.with_relation("conflicts", slot)
    return m if m.relation == "unrelated" else m.with_relation("related", slot)


def _is_partly_denied(m: Match) -> bool:
    """Whether two happenings clash by their action, where one is denied only in part: "not all houses burned"."""
    return m.differs("action") and any(sentence.read(s.claim.sentence.quote).is_partly_denied for s in (m.a, m.b))


def _is_denied_alike(m: Match) -> bool:
    """Whether both may deny what they clash about by one denying it: "refused to sit", "the refusal to sit"."""
    words, families = slots.denied_words(m.a, m.b), slots.denied_once(m.a, m.b)
    both = [sentence.read(s.claim.sentence.quote) for s in (m.a, m.b)]
    met = [[i for i in s.content if s.tokens[i].base in words or s.happenings(i) & families] for s in both]
    return all(held and all(s.denied(i) is not False for i in held) for s, held in zip(both, met, strict=True))


def _is_vetoed(m: Match, slot: str) -> bool:
    """Whether what the claims say besides stands against a contrast in a slot."""
    if slot == "action":  # words that exclude each other tell nothing where time or place is another
        return m.differs("time", "place")
    if slot in ("time", "quantity") and subjects.apart(m.a.claim, m.b.claim):
        return True
    if slot == "quantity":
        return not (m.a.figures and m.b.figures)  # another clause of the sentences holds the figure
    told_on_days = all(any(t.start for t in s.claim.times) for s in (m.a, m.b))
    if slot == "time" and told_on_days and _same_time(m):
        return True  # "two days ago" here and "three days ago" there, told on two days
    return slot == "time" and _counts_apart(m)  # another count on another day is another happening


def _same_time(m: Match) -> bool:
    return m.verdicts.get("time") in ("same", "compatible")


def _counts_apart(m: Match) -> bool:
    """Whether both count something, and no count of the one can be a count of the other."""
    pairs = [(x, y) for x in m.a.figures for y in m.b.figures if _is_counted(x) and _is_counted(y)]
    return bool(pairs) and all(counting.quantified(x, y).verdict == "different" for x, y in pairs)


def _is_counted(x: Figure) -> bool:
    """Whether a figure says of what it is: a bare number may be a year."""
    return bool(x.noun or x.quantity.unit)


def _of_other_things(m: Match) -> bool:
    """Whether two statements in the same words speak of two things: "paintings were stolen", "jewels were stolen"."""
    x, y = (sentence.read(s.claim.sentence.quote) for s in (m.a, m.b))
    return edits.other_noun(Sides(x, y, [y]))


def _is_unmet(ways: list[tuple[Sides, bool]], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two statements agree in little but names: what the shorter one says, the longer one does not."""
    words = [sum(len(text.split()) for text in side) for side in (a, b)]
    return any(is_unmet(s) for s, flipped in ways if flipped == (words[0] > words[1]))


@lru_cache(maxsize=256)
def _ways(a: tuple[str, ...], b: tuple[str, ...], x: str, y: str) -> list[tuple[Sides, bool]]:
    """The sentences `x` of statement `a` and `y` of statement `b`, the shorter one first, and whether that is `y`."""
    p, q = sentence.read(x), sentence.read(y)
    sides = [(Sides(p, q, [*map(sentence.read, b)]), False), (Sides(q, p, [*map(sentence.read, a)]), True)]
    # The same first way, whichever statement is given first.
    sides.sort(key=lambda way: (len(way[0].x.content), way[0].x.text))
    return [(s, flipped) for s, flipped in sides if len(s.x.content) <= len(s.y.content) + _LONGER]


def _parted(sides: list[tuple[Sides, bool]], *, counted: bool) -> SlotComparison | None:
    """Where two statements part besides a conflict: of figures (`counted`), or of happenings, whose time may differ."""
    found = ((apart(s, counted=counted), s, flipped) for s, flipped in sides)
    return next((_slot(f, s, flipped) for f, s, flipped in found if f and (counted or f.slot != "time")), None)


def _contrast(sides: list[tuple[Sides, bool]]) -> tuple[SlotComparison, bool] | None:
    """The first place where two statements part, and whether they part in another one too."""
    found = ((rule(s), s, flipped) for rule in RULES for s, flipped in sides)
    first = next(((f, s, flipped) for told, s, flipped in found for f in told), None)
    return first and (_slot(*first), apart(first[1], first[0].x, first[0].y) is not None)


def _slot(found: Found, s: Sides, flipped: bool) -> SlotComparison:
    said = s.x.cut(found.x), s.y.cut(found.y)
    a, b = said[::-1] if flipped else said
    return SlotComparison(slot=found.slot, verdict="different", a=a, b=b, reason=found.reason)
