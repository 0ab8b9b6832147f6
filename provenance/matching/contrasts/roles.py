"""Who acts and who is acted on: one predicate with its roles exchanged, and converse predicates."""

from collections.abc import Iterator

from provenance.extraction import opposites
from provenance.matching.contrasts import agents, lists, parties, sentence
from provenance.matching.contrasts.sentence import Sentence
from provenance.matching.contrasts.sides import Found, Sides
from provenance.matching.relations.match import Match
from provenance.text.quoting import quoted

_VERBAL = frozenset("VPBJ")


def turned(m: Match) -> Match:
    """A conflict of converse predicates whose roles are exchanged too is none: "A beat B", "B lost to A"."""
    x, y = (sentence.read(s.claim.sentence.quote) for s in (m.a, m.b))
    for i in x.content:
        for j in (j for j in y.content if is_converse(x, i, y, j) or _is_one_relation(x, i, y, j)):
            if x.denied(i) == y.denied(j) is False:
                here, there = quoted(x.tokens[i].text), quoted(y.tokens[j].text)
                said = f"{here} and {there} say one thing, the roles being exchanged"
                action = next(s for s in m.slots if s.slot == "action")
                return m.with_relation("corroborates", action.model_copy(update={"verdict": "same", "reason": said}))
    return m


def is_converse(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two predicates say one thing with the roles exchanged: "A beat B", "B lost to A"."""
    return opposites.converse(x.tokens[i].base, y.tokens[j].base) and _crossed(x, i, y, j) is True


def _is_one_relation(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two other words tell one relation with its sides as they were: "A sold it to B", "B bought it"."""
    a, b = parties.of(x, i), parties.of(y, j)
    return x.tokens[i].base != y.tokens[j].base and a is not None and b is not None and a.meets(b)


def exchanged(s: Sides) -> Iterator[Found]:
    """The two sides of one relation exchanged: "A sold it to B", "B sold it to A"; "A won", "A lost"."""
    x, y = s.x, s.y
    own = [p for i in x.predicates if (p := parties.of(x, i))]
    for i, mine in ((i, parties.of(x, i)) for i in x.stated):
        told = [(o, j, p) for o in s.others for j in o.predicates if mine and (p := parties.of(o, j))]
        both = any(p.meets(mine) or any(p.meets(q) for q in own) for _, _, p in told) if mine else True
        if mine is None or both or x.denied(i) is not False:
            continue
        for j in (j for o, j, p in told if o is y and mine.crosses(p) and y.denied(j) is False):
            if s.fits((i,), j):
                reason = f"{quoted(x.tokens[i].text)} and {quoted(y.tokens[j].text)} with the sides exchanged"
                yield Found("actor", x.run(i), y.run(j), reason)


def may_be_converse(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two predicates may say one thing with the roles exchanged: converse ones, unless one does both."""
    if not opposites.converse(x.tokens[i].base, y.tokens[j].base):
        return False
    return is_converse(x, i, y, j) or not _doer(x, i) & _doer(y, j)


def _doer(s: Sentence, i: int) -> frozenset[str]:
    """What who does a predicate can meet: names beside it, and the subject of the sentence's first verb."""
    own = s.subject if s.predicates[:1] == [i] and not agents.is_passive(s, i) else range(0)
    return agents.acting(s, i)[0] | s.keys_of(own)


def swapped(s: Sides) -> Iterator[Found]:
    """One predicate with its two roles exchanged, or its converse with the roles as they are."""
    x, y = s.x, s.y
    for i in x.content:
        for j in y.content:
            same = bool({k for k in x.keys[i] if k[0] == "s"} & y.keys[j])  # "die" and "kill" have other roles
            converse = opposites.converse(x.tokens[i].base, y.tokens[j].base)
            if same == converse or (same and not _is_one_way(x, i, y, j)) or x.denied(i) or y.denied(j):
                continue
            if _crossed(x, i, y, j) is same and not _is_told(s, i):
                reason = f"{quoted(x.tokens[i].text)} and {quoted(y.tokens[j].text)} with the roles exchanged"
                yield Found("actor", x.run(i), y.run(j), reason)


def _is_told(s: Sides, i: int) -> bool:
    """Whether the longer statement tells somewhere what the shorter one says by such a predicate, of the same two."""
    same = [k for k in s.x.content if s.x.word_keys(i) & s.x.keys[k]]
    met = ((k, o, j) for k in same for o in s.others for j in o.content if s.x.word_keys(k) & o.keys[j])
    return any(_crossed(s.x, k, o, j) is False for k, o, j in met)


def _is_one_way(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two words are verbs that do not hold both ways, as "meet" does, or nouns of a relation that goes one."""
    verbs = x.tags[i] in _VERBAL and y.tags[j] in _VERBAL
    nouns = lists.is_one_of(x.tokens[i].base, "relation") and y.tags[j] in "NS"
    return nouns or (verbs and not lists.is_one_of(x.tokens[i].base, "mutual"))


def _crossed(x: Sentence, i: int, y: Sentence, j: int) -> bool | None:
    """Whether who acts on one side is acted on on the other; None where it is neither that nor the same order."""
    (a, b), (c, d) = agents.acting(x, i), agents.acting(y, j)
    straight, crossed = bool(a & c and b & d), bool(a & d and b & c)
    return crossed if straight != crossed else None


RULES = (swapped, exchanged)
