"""A word against another: denied, opposed, of another kind, of another rank."""

from collections.abc import Iterator

from provenance.extraction import opposites
from provenance.matching.contrasts import lists, roles
from provenance.matching.contrasts.denials import stem
from provenance.matching.contrasts.sentence import BE, Sentence
from provenance.matching.contrasts.sides import CLOSE, FIT, FIT_REVERSED, Found, Sides
from provenance.matching.signature import words
from provenance.text.quoting import quoted

_DONE = frozenset({"asserted", "planned"})
_OPEN = frozenset({"possible", "expected"})
_BARRED = _DONE | _OPEN | {"asked", "ordered"}
_MODIFIERS = frozenset("JRT#I")
"""Tags of words that are said of what follows them."""
_VERBAL = frozenset("VPBG")
_NEXT = 3
"""Tokens after a modifier in which what it is said of begins."""


def denied(s: Sides) -> Iterator[Found]:
    """A word that one states and the other denies."""
    x, y = s.x, s.y
    for i in x.stated:
        met = s.meeting(i) if i not in x.named else []
        if not met or not s.is_anchored((i,)):
            continue
        j = max(met, key=lambda k: (s.near((i,), k), -k))
        if {x.denied(i), y.denied(j)} != {True, False} or not s.fits((i,), j):
            continue
        if (y if x.denied(i) else x).has_cue:
            continue  # both deny something: it may be one thing in other words
        if _is_told(x, i) and _is_told(y, j):
            no, yes = (x.tokens[i], y.tokens[j]) if x.denied(i) else (y.tokens[j], x.tokens[i])
            reason = f"{quoted(no.text)} is denied on one side, {quoted(yes.text)} stated on the other"
            yield Found("action", x.run(i), y.run(j), reason)


def undone(s: Sides) -> Iterator[Found]:
    """What one side tells as done and the other only as what may be done: "offered to leave", "allowed to return"."""
    x, y = s.x, s.y
    for i in (i for i in x.stated if x.tags[i] in "VP"):
        if x.denied(i) is not False or x.modality(i) != "asserted" or not s.is_anchored((i,)):
            continue
        met = [(o, j) for o in s.others for j in o.content if x.word_keys(i) & o.keys[j]]
        if all(o.modality(j) in _OPEN and _is_infinitive(o, j) for o, j in met):
            for j in (j for j in s.meeting(i) if s.fits((i,), j)):
                reason = f"{quoted(x.tokens[i].text)} is told as done on one side, as only possible on the other"
                yield Found("action", x.run(i), y.run(j), reason)


def _is_infinitive(s: Sentence, i: int) -> bool:
    return "o" in s.tags[max(0, i - 2) : i]


def _is_told(s: Sentence, i: int) -> bool:
    """Whether a word is put forward as what is or can be, is not, or must not be done."""
    if not s.denied(i):
        return s.modality(i) in _DONE | _OPEN
    return s.modality(i) in (_BARRED if i in s.predicates else _DONE)


def opposed(s: Sides) -> Iterator[Found]:
    """A word in place of its opposite: neither stands on the other side."""
    x, y = s.x, s.y
    theirs = [(j, opposites.keys(y.tokens[j].base)) for j in _polar(y)]
    for i in _polar(x) if theirs else ():
        own, against = opposites.keys(x.tokens[i].base)
        for j, (also, opposing) in theirs:
            if own.isdisjoint(opposing) and also.isdisjoint(against):
                continue
            least = _fit(x, i, y, j)
            if not least or roles.may_be_converse(x, i, y, j):
                continue
            if not _said_alike(x, i, y, j) or not s.fits((i,), j, CLOSE, least):
                continue
            known = any(_stands(x, i, o) for o in s.others) or _stands(y, j, x) or _is_said_nearer(s, i, j)
            if not known and _of_one(x, i, y, j):
                yield Found("action", x.run(i), y.run(j), f"{quoted(_phrase(x, i))} against {quoted(_phrase(y, j))}")


def _fit(x: Sentence, i: int, y: Sentence, j: int) -> float:
    """How much of the rest two opposites want to be told of one thing; 0 for words that are none.

    A noun of the shorter statement is only mentioned, and what stands before a noun may have been so before: neither
    stands against a verb. "Maternity leave varies" / "rights remain unclear"; "finds" / "undiscovered".
    """
    a, b = x.tokens[i].base, y.tokens[j].base
    if opposites.opposed(a, b):
        verbs = x.tags[i] in _VERBAL, y.tags[j] in _VERBAL
        mentioned = (verbs[1] and x.tags[i] in "NSE") or (verbs[0] and _is_before_noun(y, j))
        nouns = x.tags[i] in "NSE" and y.tags[j] in "NSE"  # two of them may well be told of in one story
        is_loose = x.tags[i] == "J" or (verbs[0] == verbs[1] and not nouns)
        return 0.0 if mentioned else FIT if is_loose else FIT_REVERSED
    return FIT_REVERSED if opposites.reversed_(a, b) and _said_together(x, i, y, j) else 0.0


def _is_before_noun(s: Sentence, i: int) -> bool:
    """Whether an adjective stands before its noun; "found alive" says what became of who was found."""
    return s.tags[i] == "J" and s.tags[i + 1 : i + 2] in tuple("NSEJ")


def _said_alike(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two opposites are both stated, or both denied; "without" denies nothing but what follows it."""
    if x.tags[i] == "I":
        return x.has_cue == y.has_cue
    return x.denied(i) is not None and x.denied(i) == y.denied(j)


def _said_together(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two words of which one undoes the other are told alike, of one object: "left Rome", "came to Rome"."""
    after = x.keys_of(x.following(i, _NEXT)), y.keys_of(y.following(j, _NEXT))
    alike = (x.tags[i] in _VERBAL) == (y.tags[j] in _VERBAL) and x.modality(i) == y.modality(j)
    return alike and (bool(after[0] & after[1]) or not any(after))


def _polar(x: Sentence) -> list[int]:
    """The words that may have an opposite."""
    words_ = [i for i, t in enumerate(x.tokens) if t.is_word and x.tags[i] != "o"]
    return [i for i in words_ if i in x.keys or opposites.has_opposite(x.tokens[i].base)]


def _of_one(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two opposites are said of one thing: the same word follows each, where they are modifiers."""
    if x.tags[i] not in _MODIFIERS or y.tags[j] not in _MODIFIERS:
        return True
    after = x.following(i, _NEXT), y.following(j, _NEXT)
    if "I" in (x.tags[i], y.tags[j]):
        return bool(x.keys_of(after[0][:1]) & y.keys_of(after[1][:1]))
    return not (after[0] and after[1]) or bool(x.keys_of(after[0]) & y.keys_of(after[1]))


def _stands(s: Sentence, i: int, o: Sentence) -> bool:
    """Whether a word, or one of its stem, stands in a sentence; a preposition before the same word."""
    own = stem(s.tokens[i].base)
    alike = [k for k, t in enumerate(o.tokens) if t.is_word and stem(t.base) == own]
    if s.tags[i] != "I":
        return bool(alike)
    after = s.keys_of(s.following(i, _NEXT)[:1])
    return any(after & o.keys_of(o.following(k, _NEXT)[:1]) for k in alike)


def _is_said_nearer(s: Sides, i: int, j: int) -> bool:
    """Whether another word of `y` says the same as token `i` of `x`, where at least as much of the rest stands."""
    own = s.x.tokens[i].base
    alike = [k for k in _polar(s.y) if k != j and opposites.alike(own, s.y.tokens[k].base) and not _is_feared(s.y, k)]
    return any(s.near((i,), k, CLOSE) >= s.near((i,), j, CLOSE) for k in alike)


def _is_feared(s: Sentence, i: int) -> bool:
    """Whether a word is only what was thought: "feared dead"."""
    return i > 0 and lists.is_one_of(s.tokens[i - 1].base, "thought")


def _phrase(s: Sentence, i: int) -> str:
    """A word; a preposition with what follows it."""
    last = s.following(i, _NEXT)[:1] if s.tags[i] == "I" else []
    return s.cut((i, max([i, *last]) + 1))


def exclusive(s: Sides) -> Iterator[Found]:
    """One thing, of two kinds or nations that exclude each other: "the second album", "the first album"."""
    x, y = s.x, s.y
    for i in (i for i in range(len(x.tokens)) if _is_kind(x, i)):
        for j in range(len(y.tokens)):
            if not _exclude(x, i, y, j) or x.denied(i) or y.denied(j):
                continue
            if not _placed_alike(x, i, y, j) or not s.fits((i,), j):
                continue
            if not any(_same_kind(x, i, o, k) for o in s.others for k in range(len(o.tokens))):
                reason = f"{quoted(x.tokens[i].text)} against {quoted(y.tokens[j].text)}: one thing is not both"
                yield Found("wording", (i, i + 1), (j, j + 1), reason)


def _is_kind(s: Sentence, i: int) -> bool:
    return opposites.is_kind(s.tokens[i].base) or words.nation(s.tokens[i].text) is not None


def _exclude(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    nations = words.nation(x.tokens[i].text), words.nation(y.tokens[j].text)
    if all(nations):
        return nations[0] != nations[1]
    return bool(opposites.exclusive(x.tokens[i].base, y.tokens[j].base))


def _same_kind(x: Sentence, i: int, o: Sentence, k: int) -> bool:
    nation = words.nation(x.tokens[i].text)
    if nation is not None:
        return bool(x.keys_of([i]) & o.keys_of([k]))
    return opposites.same_kind(x.tokens[i].base, o.tokens[k].base)


def _placed_alike(x: Sentence, i: int, y: Sentence, j: int) -> bool:
    """Whether two words stand before one noun, or both end what follows "is a"."""
    before_one = x.keys_of(x.following(i, _NEXT)) & y.keys_of(y.following(j, _NEXT))
    return bool(before_one) or (_is_complement(x, i) and _is_complement(y, j))


def _is_complement(s: Sentence, i: int) -> bool:
    """Whether a noun is what "is a …" says of the subject: nothing but its own phrase in between."""
    if s.tags[i] not in "NS":
        return False
    for j in range(i - 1, max(-1, i - 9), -1):
        if s.tokens[j].lower in BE:
            return True
        if s.tags[j] not in "TJNERP#C,":
            return False
    return False


def ranked(s: Sides) -> Iterator[Found]:
    """Another rank of one thing: "the longest", "the second longest"; "the head", "the deputy head"; "won" a race."""
    x, y = s.x, s.y
    mine, told = _ranks(x), {r for o in s.others for r in _ranks(o).values()}
    for i, (rank, of) in mine.items():
        for j, (other, also) in _ranks(y).items():
            alike = of == also and rank != other and (rank, of) not in told and (other, also) not in mine.values()
            if alike and not (rank and rank in y.text.lower()) and s.fits((i,), j):
                here, there = (f"{r} {of}".strip() for r in (rank, other))
                yield Found("wording", (i, i + 1), (j, j + 1), f"{quoted(here)} against {quoted(there)}")


def _ranks(s: Sentence) -> dict[int, tuple[str, str]]:
    """Superlatives and offices by token, each with what lowers it: ("second", "longest"), ("", "head")."""
    found = {}
    lowering = {*lists.listed("rank"), *lists.listed("deputy")}
    for i, token in enumerate(s.tokens):
        first, _, word = token.lower.rpartition("-")
        near = [s.tokens[k].lower for k in range(max(0, i - _NEXT), i) if {*s.tags[k:i]} <= {*"NSEJ"}]
        before = first or next((word for word in near if word in lowering), "")
        if (word.endswith("est") and s.tags[i] in "JNS") or (s.tags[i] in "NE" and lists.is_one_of(token.base, "role")):
            found[i] = (before if before in lowering else "", word)
        elif s.tags[i] in _VERBAL and token.base == "win":
            found[i] = ("first", "place")
        elif s.tags[i] in _VERBAL and lists.is_one_of(token.base, "placed"):
            after = s.tokens[i + 1].lower if i + 1 < len(s.tokens) else ""
            found |= {i: (after, "place")} if after in ("first", *lists.listed("rank")) else {}
    return found


RULES = (denied, opposed, undone, exclusive, ranked)
