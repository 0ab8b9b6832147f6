"""Which words of a draft's sentence are those of a source's sentence, and what stands where words differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from provenance.verification.comparison import lists
from provenance.verification.lookup.tokens import Token


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of both sides between the same equal words: half-open ranges of token numbers, one may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words of the draft (a) that are words of the source (b), in order or moved."""

    a: Sequence[Token]
    b: Sequence[Token]
    pairs: dict[int, int]
    """Token of a → token of b."""
    moved: frozenset[int]
    """Tokens of a among `pairs` that stand at another place in b."""
    gaps: list[Gap]
    used: frozenset[int]
    """Tokens of b that have a partner."""

    def added(self, gap: Gap) -> list[int]:
        """Tokens of the draft in a gap that have no partner."""
        return [i for i in range(*gap.a) if i not in self.pairs]

    def lost(self, gap: Gap) -> list[int]:
        """Tokens of the source in a gap that have no partner."""
        return [j for j in range(*gap.b) if j not in self.used]

    def gap_of(self, i: int) -> Gap | None:
        """The gap that token `i` of the draft stands in."""
        return next((g for g in self.gaps if g.a[0] <= i < g.a[1]), None)


def align(a: Sequence[Token], b: Sequence[Token]) -> Alignment:
    """Longest common words in order, then what remains equal anywhere, runs together."""
    pairs: dict[int, int] = {}
    gaps: list[Gap] = []
    blocks = Indel.opcodes([t.key for t in a], [t.key for t in b])
    for op in blocks:
        if op.tag == "equal":
            pairs.update(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
        elif gaps and gaps[-1].a[1] == op.src_start and gaps[-1].b[1] == op.dest_start:
            gaps[-1] = Gap((gaps[-1].a[0], op.src_end), (gaps[-1].b[0], op.dest_end))
        else:
            gaps.append(Gap((op.src_start, op.src_end), (op.dest_start, op.dest_end)))
    moved = _moved(a, b, pairs)
    pairs.update(moved)
    for gap in gaps:
        pairs.update(_alike(a, b, gap, pairs))
    return Alignment(a, b, pairs, frozenset(moved), gaps, frozenset(pairs.values()))


def _moved(a: Sequence[Token], b: Sequence[Token], pairs: dict[int, int]) -> dict[int, int]:
    """Partners of what is left, in any order; a small word needs an equal neighbour, or it would fit anywhere."""
    used = set(pairs.values())
    places: dict[str, list[int]] = defaultdict(list)
    for j, token in enumerate(b):
        if j not in used:
            places[token.key].append(j)
    found: dict[int, int] = {}
    for i, token in enumerate(a):
        if i in pairs or not places.get(token.key):
            continue
        open_ = places[token.key]
        beside = [j for j in open_ if _beside(a, i, b, j)]
        if not beside and token.weight == 0 and not (token.is_number or token.is_capital):
            continue
        j = beside[0] if beside else open_[0]
        open_.remove(j)
        found[i] = j
    return found


def _alike(a: Sequence[Token], b: Sequence[Token], gap: Gap, pairs: Mapping[int, int]) -> dict[int, int]:
    """Partners of what is left in a gap, by words that stand for one another; not of names or two small words."""
    used = set(pairs.values())
    open_ = [j for j in range(*gap.b) if j not in used and not b[j].is_capital]
    found: dict[int, int] = {}
    for i in range(*gap.a):
        if i in pairs or a[i].is_capital:
            continue
        j = next((j for j in open_ if a[i].weight + b[j].weight and lists.are_alike(a[i], b[j])), None)
        if j is not None:
            open_.remove(j)
            found[i] = j
    return found


def _beside(a: Sequence[Token], i: int, b: Sequence[Token], j: int) -> bool:
    after = i + 1 < len(a) and j + 1 < len(b) and a[i + 1].key == b[j + 1].key
    return after or (i > 0 and j > 0 and a[i - 1].key == b[j - 1].key)
