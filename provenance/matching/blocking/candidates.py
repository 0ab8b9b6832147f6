"""Pairs of claims worth comparing: those that share telling keys."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.extraction.opposites import opposites
from provenance.matching.comparison import kinds, rarity
from provenance.matching.signature.signatures import Signature

PER_CLAIM = 24
"""Candidates kept for a claim in one other document; the rest share less."""
CROWD = 16
"""Claims of one document that may hold a key of which another document is full too."""
PER_ROW = 2
"""The same where both documents repeat sentences of one form."""
_FORM = 3
"""Shared words that make a form of sentence."""
LEAST = 0.3
"""What candidates share at least."""
_NAME, _MEASURE, _NUMBER, _CLASH = 2.0, 1.0, 2.0, 0.5
_TELLING = 0.45
"""Words lighter than this are on too many pages to be keys."""
_HINT = 0.15
"""Words and notions lighter than this are no keys between two documents either."""
_NOTION, _DAY = 0.6, 1.0
_OF_KIND = 3
"""Claims of a document that give figures of one kind, or of one size, beyond which that alone makes no candidates."""


def keys(s: Signature) -> dict[str, float]:
    """The typed keys of a claim with what sharing each is worth."""
    found = {c: weight for c, weight in s.concepts.items() if weight >= _TELLING}
    found.update({f"name:{part}": _NAME for n in s.said_names for part in n.parts})
    for family in s.families:
        found.update({f"clash:{min(family, other)}:{max(family, other)}": _CLASH for other in opposites(family)})
    for figure in s.figures:
        found.update({f"m:{m}": _MEASURE for m in figure.measures})
        if figure.quantity.value is not None:
            # One key for "4.1 million" and "4,100,000".
            found[f"n:{figure.quantity.value.normalize()}"] = _NUMBER
    return found


def hints(s: Signature) -> dict[str, float]:
    """Keys too common to lead from one document to others, which tell what belongs together in two of them."""
    found = {c: weight for c, weight in s.concepts.items() if weight >= _HINT}
    found.update({n: _NOTION * weight for n, weight in s.notions.items() if weight >= _HINT})
    found.update({f"d:{day}": _DAY for period in s.said_days for day in period})
    return found


def counted(s: Signature) -> frozenset[str]:
    """What two claims may share that share no word: figures of one kind, or of one size; a time."""
    figures = (key for f in (*s.figures, *s.lengths) for key in (*kinds.kinds(f), *kinds.sizes(f)))
    return frozenset((*figures, *rarity.times_of(s)))


@dataclass(frozen=True, slots=True)
class Side:
    """One document's claims with their keys, ready to be paired with those of others."""

    claims: Sequence[tuple[Signature, dict[str, float]]]
    postings: dict[str, list[int]]
    """Numbers of the claims that hold each key."""
    crowds: frozenset[str]
    """Keys that more than `CROWD` claims hold: what a document says over and over, of one thing after another."""
    counted: dict[str, list[int]]
    """The same of the kinds and sizes of their figures, where few claims hold one."""


def side(group: Sequence[Signature]) -> Side:
    """The claims of one document with their keys."""
    claims = [(s, {**hints(s), **keys(s)}) for s in group]
    postings: dict[str, list[int]] = defaultdict(list)
    figures: dict[str, list[int]] = defaultdict(list)
    for number, (s, known) in enumerate(claims):
        for key in known:
            postings[key].append(number)
        for key in counted(s):
            figures[key].append(number)
    crowds = frozenset(key for key, numbers in postings.items() if len(numbers) > CROWD)
    few = {key: held for key, held in figures.items() if len(held) <= _OF_KIND}
    return Side(claims, dict(postings), crowds, few)


def uniform(sides: Mapping[str, Side]) -> list[str]:
    """The documents that repeat sentences of one form, which others of them repeat too."""
    crowded = Counter(key for one in sides.values() for key in one.crowds)
    common = frozenset(key for key, documents in crowded.items() if documents > 1)
    return [name for name, one in sides.items() if _has_rows(one, common)]


def _has_rows(one: Side, crowds: frozenset[str]) -> bool:
    """Whether many claims share several words with the crowd, not just the theme of a text: like rows of a table."""
    return len(crowds) >= _FORM and sum(len(crowds & s.concepts.keys()) >= _FORM for s, _ in one.claims) > CROWD


def pairs(groups: Sequence[Sequence[Signature]]) -> Iterator[tuple[Signature, Signature]]:
    """Candidate pairs of claims across documents; `groups` holds the claims of each."""
    for left, right in combinations([side(group) for group in groups if group], 2):
        yield from between(left, right)


def between(left: Side, right: Side) -> list[tuple[Signature, Signature]]:
    """Candidate pairs of claims of two documents: for each claim those of the other document that share most with it.

    Keys that crowd both documents lead to nothing: a claim shares them with so many that they choose none.
    Beside these, but not among rows, the claims whose figures are of a kind or size, or whose times are ones, that both
    documents seldom give. Exchanging the documents exchanges the claims of each pair.
    """
    crowds = left.crowds & right.crowds
    tabular = _has_rows(left, crowds) and _has_rows(right, crowds)
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, (_, known) in enumerate(left.claims):
        for j, score in _scores(known, right, crowds).items():
            if score >= LEAST:
                rows[i].append((-round(score, 6), j))
                columns[j].append((-round(score, 6), i))
    chosen = {(i, j) for i, j in _best(rows, left, tabular, crowds)}
    chosen |= {(i, j) for j, i in _best(columns, right, tabular, crowds)}
    if not tabular:
        shared = left.counted.keys() & right.counted.keys()
        chosen |= {(i, j) for key in shared for i in left.counted[key] for j in right.counted[key]}
    return [(left.claims[i][0], right.claims[j][0]) for i, j in sorted(chosen)]


def _best(
    scored: Mapping[int, list[tuple[float, int]]], one: Side, tabular: bool, crowds: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The claims of one document, by number, with those of the other that share most with them."""
    for i, others in scored.items():
        most = PER_ROW if tabular and not crowds.isdisjoint(one.claims[i][0].concepts) else PER_CLAIM
        yield from ((i, j) for _, j in (sorted(others)[:most] if len(others) > most else others))


def _scores(known: Mapping[str, float], right: Side, crowds: frozenset[str]) -> dict[int, float]:
    """What a claim shares with those of `right` that it shares more with than `crowds`."""
    scores: dict[int, float] = defaultdict(float)
    for key, worth in known.items():
        if key not in crowds:
            for j in right.postings.get(key, ()):
                scores[j] += min(worth, right.claims[j][1][key])
    shared = sorted(crowds & known.keys())
    if shared:
        for j, (_, held) in ((j, right.claims[j]) for j in scores):
            scores[j] += sum(min(known[key], held[key]) for key in shared if key in held)
    return scores
