"""Figures and times of two aligned sentences, each beside the one that it answers to."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from provenance.extraction import thesaurus
from provenance.extraction.clauses.words import REPORT
from provenance.extraction.lexicon import ancestors, base, kind, mentions, noun_class
from provenance.model import Quantity, TimeRef
from provenance.verification.comparison import exactness
from provenance.verification.comparison.compared import Compared, Difference, act_of
from provenance.verification.comparison.side import Range, Side
from provenance.verification.lookup.tokens import Token

_CASES = frozenset({"case", "cases"})
"""What is counted once for each of those who have it."""
_DONE = "VOTE"
"""The outcome that people bring about, and for one of several."""
_BEHIND = 2
"""Words behind a verb of saying within which a time tells when it was said: "said on Thursday"."""
V = TypeVar("V", Quantity, TimeRef)
Judge = Callable[[V, V, bool], exactness.Judgement]
"""Judges a value of the draft, which words before it may hedge, beside one of the source."""


def figures(c: Compared) -> Iterator[Difference]:
    """Quantities that differ, or that the source does not give."""

    def judge(mine: Quantity, theirs: Quantity, hedged: bool) -> exactness.Judgement:
        loose = hedged and mine.approximation == "exact"
        hedge = {"approximation": "about", "text": f"about {mine.text}"}
        return exactness.figures(mine.model_copy(update=hedge) if loose else mine, theirs)

    swapped = list(_swapped(c, judge))
    yield from swapped
    told = {d.where for d in swapped}
    yield from _counted(c)
    yield from _valued(c, "quantity", [q for q in c.draft.quantities if q[1] not in told], c.source.quantities, judge)


def _swapped(c: Compared, judge: Judge[Quantity]) -> Iterator[Difference]:
    """Figures that the source gives of another thing, and of theirs another: "seven men", "seven women, five men"."""
    by_noun: dict[str, list[Quantity]] = defaultdict(list)
    for q, _ in c.source.quantities:
        if q.noun:
            by_noun[base(q.noun)].append(q)
    for value, where in c.draft.quantities:
        noun = base(value.noun)
        own = by_noun.get(noun, []) if value.noun else []
        hedged = c.is_hedged(where)
        if not own or any(judge(value, q, hedged)[0] != "different" for q in own):
            continue
        unlisted = noun_class(value.noun) is None  # "two cases" are no other things than "two patients"
        others = (q for other, counted in by_noun.items() if other != noun for q in counted)
        if any((noun_class(q.noun) is None) == unlisted and judge(value, q, False)[0] == "same" for q in others):
            a, b = (f"{q.text} {q.noun}" for q in (value, own[0]))
            yield Difference("quantity", "different", a, b, "the source counts something else so", where)


def _counted(c: Compared) -> Iterator[Difference]:
    """People in the draft where the source counts, by the same number, what is no people: "votes"."""
    for value, where in c.draft.quantities:
        other = next((q for q, _ in c.source.quantities if q.value == value.value is not None and q.noun), None)
        if other is None or other.unit or not _are_people(value.noun) or noun_class(other.noun) is not None:
            continue
        befalls = any(kind(m.family) == "outcome" and m.family != _DONE for m in mentions([base(other.noun)]))
        if befalls or other.noun in _CASES:
            continue
        if not thesaurus.shared(base(value.noun.split()[-1]), base(other.noun.split()[-1])):
            a, b = (f"{q.text} {q.noun}" for q in (value, other))
            yield Difference("quantity", "unknown", a, b, "the source counts something else", where)


def _are_people(noun: str) -> bool:
    found = noun_class(noun) if noun else None
    return found is not None and base(noun.split()[-1]) != "other" and ancestors(found.name)[-1] == "PERSON"


def times(c: Compared) -> Iterator[Difference]:
    """Times that differ, or that the source does not give; when it was said is not when it was."""
    happened = [t for t in c.source.times if not is_of_telling(c.source, t[1])]
    for of_telling in (False, True):
        mine = [t for t in c.draft.times if is_of_telling(c.draft, t[1]) == of_telling]
        yield from _valued(c, "time", mine, c.source.times if of_telling else happened, exactness.times)


def is_of_telling(side: Side, where: Range) -> bool:
    """Whether a time stands right behind a verb of saying: "said on Thursday", not "said Thursday's fire"."""
    before = side.tokens[max(0, where[0] - _BEHIND) : where[0]]
    owns = any(t.word.lower().endswith(("'s", "’s")) for t in side.tokens[where[1] - 1 : where[1] + 1])
    return not owns and any(t.word.lower() in REPORT for t in before)


def displaced(c: Compared) -> Iterator[Difference]:
    """A time that the source tells of another act, and of the draft's another time."""
    for value, where in c.draft.times:
        others = [(o, r) for o, r in c.source.times if len(c.lost(r)) == r[1] - r[0]]
        if not others or not all(i in c.words.pairs for i in range(*where)):
            continue
        told = c.counterpart(act_of(c.draft, where[0]))
        if told < 0 or act_of(c.source, c.words.pairs[where[0]]) == told:
            continue
        other = next((o for o, r in others if act_of(c.source, r[0]) == told), None)
        if other is not None and exactness.times(value, other)[0] == "different":
            yield Difference("time", "different", value.text, other.text, "another act has this time", where)


def _valued(
    c: Compared,
    slot: str,
    mine: Sequence[tuple[V, Range]],
    theirs: Sequence[tuple[V, Range]],
    judge: Judge[V],
) -> Iterator[Difference]:
    """Each value of the draft beside the one of the source that it answers to; what is left beside any that fits."""
    free = set(range(len(theirs)))
    ranges = [r for _, r in theirs]
    waiting = []
    for value, where in mine:
        n = _counterpart(c, where, ranges, free)
        if n is None:
            waiting.append((value, where))
            continue
        verdict, reason = judge(value, theirs[n][0], c.is_hedged(where))
        if verdict == "different" and (same := _of_one_noun(value, theirs, free, n)) is not None:
            n = same
            verdict, reason = judge(value, theirs[n][0], c.is_hedged(where))
        if verdict == "different" and (c.added(where) or c.lost(ranges[n]) or _differ_in_unit(value, theirs[n][0])):
            equal = next(
                (
                    m
                    for m in sorted(free)
                    if _moved_here(c, m, ranges) and judge(value, theirs[m][0], False)[0] == "same"
                ),
                None,
            )
            if equal is None and any(judge(v, theirs[n][0], False)[0] == "same" for v, w in mine if w != where):
                waiting.append((value, where))  # that figure of the source is another one's of the draft
                continue
            if equal is None:
                yield Difference(slot, "different", value.text, theirs[n][0].text, reason, _place(c, where))
                free.discard(n)
                continue
            n = equal
        free.discard(n)
        open_ = verdict == "unknown" and _are_numbers(value, theirs[n][0]) and c.added(where)
        if verdict in ("same", "compatible") or open_ or not c.added(where):
            c.confirmed.update(range(*where))
        if open_:
            yield Difference(slot, "unknown", value.text, theirs[n][0].text, reason, _place(c, where))
    yield from _unmatched(c, slot, waiting, [(n, theirs[n][0]) for n in sorted(free)], judge)


def _of_one_noun(mine: V, theirs: Sequence[tuple[V, Range]], free: set[int], n: int) -> int | None:
    """The figure of the source that counts what `mine` does, where the `n`th counts something else."""
    if not isinstance(mine, Quantity) or not mine.noun:
        return None
    held = {m: base(q.noun) for m, (q, _) in enumerate(theirs) if m in free and isinstance(q, Quantity) and q.noun}
    same = [m for m, noun in sorted(held.items()) if noun == base(mine.noun)]
    return same[0] if n in held and same and n not in same else None


def _differ_in_unit(mine: V, theirs: V) -> bool:
    """Whether one number stands in two units, of which the words may have been aligned elsewhere."""
    return isinstance(mine, Quantity) and isinstance(theirs, Quantity) and mine.unit != theirs.unit


def _are_numbers(mine: V, theirs: V) -> bool:
    """Whether both are figures with one number each, a bound perhaps; no ranges, no times."""
    return all(isinstance(value, Quantity) and value.value is not None for value in (mine, theirs))


def _moved_here(c: Compared, n: int, ranges: Sequence[Range]) -> bool:
    return bool(c.lost(ranges[n]))


def _unmatched(
    c: Compared,
    slot: str,
    waiting: Sequence[tuple[V, Range]],
    left: Sequence[tuple[int, V]],
    judge: Judge[V],
) -> Iterator[Difference]:
    """Values of the draft at whose place the source has none: told elsewhere in the sentence, or not at all."""
    taken: set[int] = set()
    for value, where in waiting:
        if not c.added(where):
            continue
        told = [
            n
            for n, other in left
            if n not in taken and judge(value, other, c.is_hedged(where))[0] in ("same", "compatible")
        ]
        if told:
            taken.add(told[0])
            c.confirmed.update(range(*where))
        elif any(_is_count(c.draft.tokens[i]) for i in c.added(where)) or slot == "time":
            against = [j for i in c.added(where) for j in c.lost(c.opposite(i)) if c.source.tokens[j].is_number]
            rival = _only_rival(value, [other for n, other in left if n not in taken])
            if rival is not None:
                verdict, reason = judge(value, rival, c.is_hedged(where))
                yield Difference(slot, verdict, value.text, rival.text, reason, _place(c, where))
            elif not against:
                yield Difference(slot, "unknown", value.text, "", "the source gives none", _place(c, where))


def _only_rival(mine: V, left: Sequence[V]) -> V | None:
    """The one figure left in the source that counts what `mine` counts; None where there is none, or several."""
    if not isinstance(mine, Quantity) or not mine.noun:
        return None
    same = [
        other for other in left if isinstance(other, Quantity) and other.noun and base(other.noun) == base(mine.noun)
    ]
    return same[0] if len(same) == 1 else None


def _is_count(token: Token) -> bool:
    """Whether a word is a number: digits, or "two"; "one" may be anybody."""
    return token.is_number or (token.key.isdecimal() and token.key != "1")


def _place(c: Compared, where: Range) -> Range:
    """The whole range, from the first word that the source does not have."""
    return next(iter(c.added(where)), where[0]), where[1]


def _counterpart(c: Compared, where: Range, others: Sequence[Range], free: set[int]) -> int | None:
    """Which value of the source a draft's value answers to: that of its own words, else that of its gap."""
    own = {c.words.pairs[i] for i in range(*where) if i in c.words.pairs}
    shared = [(sum(j in own for j in range(*others[n])), -n) for n in free]
    best = max(shared, default=(0, 0))
    if best[0]:
        return -best[1]
    counted = c.words.pairs.get(where[1]) if where[1] in c.words.pairs else None
    if counted is not None and c.draft.tokens[where[1]].weight > 0:
        beside = next((n for n in sorted(free) if others[n][1] == counted and c.lost(others[n])), None)
        if beside is not None:
            return beside
    for i in c.added(where):
        low, high = c.opposite(i)
        for n in sorted(free):
            if others[n][0] < high and low < others[n][1] and c.lost(others[n]):
                return n
    return None
