"""Whether two names as written can be one name, by which rules."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provenance.model import NameMatch
from provenance.text.quoting import quoted
from provenance.values.names import lexicon
from provenance.values.names.alignment import CLOSE, KNOWN, Alignment, align, likeness, one_spelling
from provenance.values.names.evidence import graphemes, unheard
from provenance.values.names.profile import Profile, Token, profile
from provenance.values.names.signals import score, signals, unlike

SAME = 0.5
"""Names with at least this score are taken for one."""
VETOED = 0.25
"""A vetoed pair keeps this part of its score."""
ACRONYM = 4
"""Letters up to which a word in capitals is an acronym, not a name in a headline."""
UNHEARD = 0.49
"""The most that names score whose letters no spelling exchanges: alike, not the same."""
MANY = 2
"""Words left over in one name that speak against a shared word, where the other has one left over too."""
_ratio = Indel.normalized_similarity


class Rule(NamedTuple):
    """A rule that applied, and what each name has for it."""

    name: str
    first: str
    second: str


class Verdict(NamedTuple):
    """A score and the rules behind it."""

    score: float
    rules: tuple[Rule, ...]


def compare(a: str, b: str) -> NameMatch:
    """Whether `a` and `b` can be one name.

    Symmetric; a name is the same as itself with score 1. Each reason names its rule and the two values.
    """
    if a == b:
        return NameMatch(score=1.0, same=True, reasons=(f"identical: {quoted(a)} / {quoted(b)}",))
    if a < b:
        verdict = _judged(a, b)
        reasons = tuple(f"{rule}: {quoted(x)} / {quoted(y)}" for rule, x, y in verdict.rules)
    else:
        verdict = _judged(b, a)
        reasons = tuple(f"{rule}: {quoted(y)} / {quoted(x)}" for rule, x, y in verdict.rules)
    return NameMatch(score=verdict.score, same=verdict.score >= SAME, reasons=reasons)


def are_same(a: str, b: str) -> bool:
    """Whether `compare` takes two names for one, without the reasons: most names of two texts are not."""
    return a == b or _judged(*sorted((a, b))).score >= SAME


@lru_cache(maxsize=65536)
def _judged(a: str, b: str) -> Verdict:
    return judge(profile(a), profile(b))


def judge(a: Profile, b: Profile) -> Verdict:
    """The verdict on two profiles: vetoes, then knowledge, then spelling."""
    if not a.tokens or not b.tokens:
        return Verdict(0.0, (Rule("no letters to compare", a.written, b.written),))
    veto = _veto(a, b)
    if veto is None:
        known = _known(a, b)
        if known is not None:
            return known
        if a.acronym and b.acronym:
            return Verdict(VETOED, (Rule("other letters in an acronym", a.written, b.written),))
    if unlike(a, b):
        return Verdict(0.02 * _ratio(a.classes, b.classes), (veto or Rule("nothing alike", a.written, b.written),))
    pairing = align(a, b)
    chance = score(signals(a, b, pairing)) * (SAME if _own_subjects(pairing) else 1.0)
    if veto is None and pairing.conflict is not None:
        veto = Rule("words known to be different", *pairing.conflict)
    if veto is not None:
        return Verdict(VETOED * chance, (veto,))
    unproven = _unproven(a, b, pairing) if chance > UNHEARD else None
    if unproven is not None:
        return Verdict(UNHEARD, (unproven,))
    return Verdict(chance, (_spelling(a, b, pairing, chance),))


def _unproven(a: Profile, b: Profile, pairing: Alignment) -> Rule | None:
    """What keeps names apart that have no name in common, only spelling; None where nothing does.

    A name in common forgives a slip in another word; letters without vowels ("alqwyn") stand for many.
    """
    if 0 < max(len(a.acronym), len(b.acronym)) <= ACRONYM and not any(_is_shared(s, t) for s, t in pairing.pairs):
        return Rule("an acronym and a name", a.written, b.written)
    if (a.given and _is_no_person(b)) or (b.given and _is_no_person(a)):
        return Rule("a person and something else", a.written, b.written)
    ordinary, settled = lexicon.words("ordinary.txt"), lexicon.settled()
    if a.unvowelled or b.unvowelled or any(_is_shared(s, t) and s.letters not in ordinary for s, t in pairing.pairs):
        return None
    changed = [(s.letters, t.letters) for s, t in pairing.pairs if not one_spelling(s.letters, t.letters)]
    if not pairing.pairs:
        if any(settled.issuperset(t.letters for t in name.tokens if t.weight >= 1.0) for name in (a, b)):
            return Rule("words of settled spelling", a.written, b.written)
        changed = [(a.letters, b.letters)]
    for x, y in changed:
        if x in settled or y in settled:
            return Rule("words of settled spelling", x, y)
        letters = unheard(graphemes(x), graphemes(y))
        if letters is not None:
            return Rule("letters that no spelling exchanges", *letters)
    return None


def _is_shared(s: Token, t: Token) -> bool:
    """Whether two words are one telling word, or known spellings of one."""
    return s.weight >= 1.0 and likeness(s, t) >= KNOWN


def _own_subjects(pairing: Alignment) -> bool:
    """Whether each name has words of its own: English ones ("Human Rights Homs", "Deir Homs"), or beside English ones.

    The latter are all that they share: "House of Lords", "House of Cards".
    """
    if min(pairing.left_over, pairing.right_over) == 0:
        return False
    if pairing.pairs and all(s.letters in lexicon.common() for s, _ in pairing.pairs):
        return _ratio(pairing.left_words, pairing.right_words) < CLOSE
    over = max((pairing.left_over, pairing.left_words), (pairing.right_over, pairing.right_words))
    return over[0] >= MANY and not lexicon.words("ordinary.txt").isdisjoint(over[1].split())


def _spelling(a: Profile, b: Profile, pairing: Alignment, chance: float) -> Rule:
    if chance >= SAME and a.words != b.words and (a.words <= b.words or b.words <= a.words):
        return Rule(f"one name within the other ({chance:.2f})", a.written, b.written)
    if chance >= SAME:
        return Rule(f"spelling variants ({chance:.2f})", a.written, b.written)
    return Rule(f"different words ({chance:.2f})", pairing.left_words or a.written, pairing.right_words or b.written)


def _veto(a: Profile, b: Profile) -> Rule | None:
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return Rule("different numbers", _listed(a.numbers), _listed(b.numbers))
    if a.poles and b.poles and a.poles != b.poles:
        opposite = _opposite(a, b)
        if opposite is not None:
            return opposite
    if a.entity and b.entity and a.entity != b.entity:
        return Rule("known to be different", a.entity[1], b.entity[1])
    if a.bodies and b.bodies and a.bodies.isdisjoint(b.bodies):
        return Rule("different kinds of body", _listed(a.bodies), _listed(b.bodies))
    if _place_and_body(a, b) or _place_and_body(b, a):
        return Rule("a place and a body", a.written, b.written)
    if (a.titled and _is_no_person(b)) or (b.titled and _is_no_person(a)):
        return Rule("a person and something else", a.written, b.written)
    return None


def _is_no_person(name: Profile) -> bool:
    """Whether type words make it a body or a place, and nothing makes it somebody."""
    return bool(name.bodies or name.sites) and not name.titled


def _place_and_body(a: Profile, b: Profile) -> bool:
    """Whether `a` is a place, as known or as its type words say ("Homs province"), and `b` another thing's body."""
    if a.bodies or not b.bodies:
        return False
    known = a.entity is not None and a.entity[0] == "place" and not b.entity
    return known or (bool(a.sites) and a.sites.isdisjoint(b.sites))


def _opposite(a: Profile, b: Profile) -> Rule | None:
    """Different poles of one axis: north and northwest go together, north and east do not."""
    for axis in sorted({axis for axis, _ in a.poles} & {axis for axis, _ in b.poles}):
        ours = {part for name, pole in a.poles if name == axis for part in _parts(axis, pole)}
        theirs = {part for name, pole in b.poles if name == axis for part in _parts(axis, pole)}
        if not (ours <= theirs or theirs <= ours):
            return Rule(f"opposite {axis}", _listed(ours), _listed(theirs))
    return None


def _parts(axis: str, pole: str) -> tuple[str, ...]:
    return tuple(pole) if axis == "compass" else (pole,)


def _listed(values: frozenset[int] | frozenset[str] | set[str]) -> str:
    return " ".join(sorted(map(str, values)))


def _known(a: Profile, b: Profile) -> Verdict | None:
    if a.folded == b.folded:
        return Verdict(0.99, (Rule("same letters", a.written, b.written),))
    if a.entity and a.entity == b.entity:
        return Verdict(0.97, (Rule(f"alias of {a.entity[1]}", a.written, b.written),))
    if (len(a.acronym) > 2 and a.acronym in b.initials) or (len(b.acronym) > 2 and b.acronym in a.initials):
        return Verdict(0.85, (Rule("acronym of the long form", a.written, b.written),))
    others = a.types and b.types and a.types.isdisjoint(b.types)
    close = _ratio(a.letters, b.letters) if a.skeletons == b.skeletons else 0.0
    if close >= CLOSE and not others and not _apart(a, b):
        return Verdict(0.9 + 0.08 * close, (Rule("same skeleton", a.written, b.written),))
    return None


def _apart(a: Profile, b: Profile) -> bool:
    """Whether two words that spelling alone would merge are known to be different ("Jon", "Joan")."""
    return any(s.skeleton == t.skeleton and likeness(s, t) <= 0 for s in a.tokens for t in b.tokens)
