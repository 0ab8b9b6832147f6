"""Which word of one name is which word of the other, and how alike they are."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, JaroWinkler

from provenance.values.names import lexicon
from provenance.values.names.evidence import bits, graphemes, own_bits
from provenance.values.names.profile import Profile, Token

MATCHED = 0.72
"""Words at least this alike are taken for one word."""
KNOWN = 0.97
"""Words at least this alike are one word, or two known spellings of one."""
CLOSE = 0.5
"""Words of one skeleton share at least this much of their letters; "Utah" and "Vt" do not."""
GLUED = 0.9
"""Letters of words taken together at least this alike are one word written apart."""
REST = 3
"""Letters that two words at least have in common after opposite poles ("port")."""
_PATRONYMIC = ("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna")
_FAMILY = frozenset(("ov", "ev", "off", "ova", "eva", "enko", "son", "sson", "sen", "ian", "yan", "dze", "shvili"))
_ratio = Indel.normalized_similarity
_jaro = JaroWinkler.similarity


class Alignment(NamedTuple):
    """How the words of two names pair up; weights are those of the words."""

    matched: float
    """Weight of the pairs times their similarity."""
    evidence: float
    """Evidence of the pairs, in bits."""
    left_over: float
    """Weight without a partner in the first name."""
    right_over: float
    """Weight without a partner in the second name."""
    weakest: float
    """Similarity of the least alike pair; 1 without any pair."""
    best: float
    """Similarity of the most alike words, matched or not; 0 at least."""
    pairs: tuple[tuple[Token, Token], ...]
    """The words that pair up, most alike first."""
    conflict: tuple[str, str] | None
    """Two words that are known to be different: given names, initials, places."""
    left_words: str = ""
    """The words without a partner in the first name."""
    right_words: str = ""
    """The words without a partner in the second name."""


@lru_cache(maxsize=262144)
def likeness(a: Token, b: Token) -> float:
    """How alike two words are, 0 to 1; -1 for words known to be different, other initials among them."""
    x, y = a.letters, b.letters
    if x == y:
        return 1.0
    if known_apart(x, y):
        return -1.0
    if _known_same(x, y):
        return KNOWN
    settled = settled_apart(x, y)
    if settled is not None:
        return settled
    if a.skeleton == b.skeleton and _ratio(x, y) >= CLOSE:
        return 0.95
    if _is_derived(x, y) or _is_derived(y, x):
        return 0.0
    if len(x) == 1 or len(y) == 1:
        return 0.75 if x[0] == y[0] else -1.0
    if x.isdigit() or y.isdigit():
        return 0.0
    return spelled_alike(a, b)


def settled_apart(x: str, y: str) -> float | None:
    """-1 for two names of settled spelling, 0 for other settled words; None where spelling may tell."""
    settled = lexicon.settled()
    if x not in settled or y not in settled or one_spelling(x, y):
        return None
    names = lexicon.words("settled.txt")
    return -1.0 if x in names and y in names else 0.0


def one_spelling(x: str, y: str) -> bool:
    """Whether words differ in doubled letters or endings alone: "Clarke" and "Clark", "Gonzales" and "Gonzalez"."""
    return _bare(x) == _bare(y) or graphemes(x) == graphemes(y)


def _bare(word: str) -> str:
    """A word without what its spellings and its plural add: "Clarke" and "Clark", "Gonzales" and "Gonzalez"."""
    return word.replace("z", "s").removesuffix("e").removesuffix("s")


def _is_derived(x: str, y: str) -> bool:
    """Whether `x` is "son of `y`" or of the family of `y`: Ivanovich and Ivanov are other words than Ivan."""
    if len(y) < 3 or len(x) < len(y) + 2 or not x.startswith(y[:-1]):
        return False
    return x.endswith(_PATRONYMIC) or (x.startswith(y) and x[len(y) :] in _FAMILY)


def spelled_alike(a: Token, b: Token) -> float:
    """Likeness of two words by their spelling alone: letters, skeleton and evidence of letters."""
    x, y = graphemes(a.letters), graphemes(b.letters)
    evidence = 2 * bits(x, y) / (own_bits(x) + own_bits(y) or 1.0)
    letters = 0.5 * _jaro(a.letters, b.letters) + 0.5 * _ratio(a.skeleton, b.skeleton)
    return 0.5 * letters + 0.5 * min(1.0, max(0.0, 0.25 + evidence))


def known_apart(x: str, y: str) -> bool:
    """Whether two folded words are known given names, or known places, that are not one, or opposite sides of one."""
    if x[-REST:] == y[-REST:] and _opposite_sides(x, y):
        return True
    given = lexicon.given_names()
    if x in given and y in given:
        return given[x].isdisjoint(given[y])
    places = lexicon.token_places()
    return x in places and y in places and places[x] != places[y]


def _opposite_sides(x: str, y: str) -> bool:
    """Whether two words differ in the pole that they begin with: "eastgate" and "westgate"."""
    poles = lexicon.poles()
    for end in range(REST, len(x) - REST + 1):
        word, rest = x[:end], x[end:]
        if word not in poles:
            continue
        other = y.removesuffix(rest)
        if other != y and other in poles and poles[other][0] == poles[word][0] and poles[other][1] != poles[word][1]:
            return True
    return False


def _known_same(x: str, y: str) -> bool:
    given = lexicon.given_names()
    if x in given and y in given:
        return not given[x].isdisjoint(given[y])
    poles = lexicon.poles()
    if x in poles and poles[x] == poles.get(y):
        return True  # "Northern" and "al-Shamali"
    places = lexicon.token_places()
    return x in places and y in places and places[x] == places[y]


def align(a: Profile, b: Profile) -> Alignment:
    """The greedy best pairing of words, most alike first; then of words that only one name writes apart."""
    pairs = [(-likeness(s, t), i, j) for i, s in enumerate(a.tokens) for j, t in enumerate(b.tokens)]
    pairs.sort()
    left, right = dict(enumerate(a.tokens)), dict(enumerate(b.tokens))
    matched, weakest, evidence = 0.0, 1.0, 0.0
    paired = []
    for minus, i, j in pairs:
        if -minus < MATCHED or not left or not right:
            break
        if i in left and j in right:
            s, t = left.pop(i), right.pop(j)
            weight = (s.weight + t.weight) / 2
            evidence -= minus * min(s.bits, t.bits) * min(1.0, 2 * weight)
            matched -= minus * weight
            weakest = -minus
            paired.append((s, t))
    best = max(0.0, -pairs[0][0]) if pairs else 0.0
    if not left and not right:
        return Alignment(matched, evidence, 0.0, 0.0, weakest, best, tuple(paired), None)
    if left and right and len(left) + len(right) > 2:
        matched += _glue(left, right) + _glue(right, left)
    return Alignment(
        matched,
        evidence,
        sum([t.weight for t in left.values()]),
        sum([t.weight for t in right.values()]),
        weakest,
        best,
        tuple(paired),
        _conflict(left, right) if left and right else None,
        " ".join([t.letters for t in left.values()]),
        " ".join([t.letters for t in right.values()]),
    )


def _glue(apart: dict[int, Token], together: dict[int, Token]) -> float:
    """Weight of the words of `together` that neighbours in `apart` spell when joined, or whose initials they are."""
    if len(apart) < 2:
        return 0.0
    gained = 0.0
    for j, whole in list(together.items()):
        for run in _runs(sorted(apart)):
            joined = "".join(apart[i].letters for i in run)
            initials = "".join(apart[i].letters[0] for i in run)
            if _ratio(joined, whole.letters) >= GLUED or initials == whole.letters:
                gained += (whole.weight + sum(apart.pop(i).weight for i in run)) / 2
                del together[j]
                break
    return gained


def _runs(places: list[int]) -> list[list[int]]:
    """Runs of two to four neighbouring places, longest first."""
    runs = [places[i : i + n] for n in (4, 3, 2) for i in range(len(places) - n + 1)]
    return [run for run in runs if run[-1] - run[0] == len(run) - 1]


def _conflict(left: dict[int, Token], right: dict[int, Token]) -> tuple[str, str] | None:
    for s in left.values():
        for t in right.values():
            if likeness(s, t) < 0:
                return s.letters, t.letters
    return None
