"""Who holds an office and how old somebody is, where two documents of one story name it otherwise.

"Judge Henrik Toll" and "Judge Helga Toll", "the mayor, Anna Berg" and "mayor Karl Holm", "energy minister Clara Venn"
and "environment minister Clara Venn", "Dorn, who is 16" and "Ilya Dorn, 15". A document that names two such people, or
both, tells nothing: they may be two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from provenance.matching.across.clashing import clash
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.signature import namekeys
from provenance.matching.signature.cues import pattern, phrases
from provenance.matching.signature.scopes import AGE
from provenance.matching.signature.signatures import Signature
from provenance.model import SlotComparison, cut
from provenance.text.quoting import quoted

_WORD = r"[^\W\d_][\w'’-]*"
_HEAD = rf"(?P<head>{pattern('office', before='', after='').pattern})"
_BEFORE = re.compile(rf"{_HEAD},?\s+$", re.I)
_KIND = re.compile(rf"({_WORD})\s+$")
_AFTER = re.compile(
    rf",\s+(?:(?:the|its|their|[\w-]+['’]s)\s+){{0,2}}(?P<kind>[a-z]+\s+)??{_HEAD}"
    r"(?=\s*(?:[,.;:)]|$|\s(?:of|for|at|in|who)\b))"
)
_NO_OFFICE, _DEPUTY = pattern("no_office"), pattern("deputy")
_UNNAMED = re.compile(
    r"\b(?P<age>\d{1,3})-year-old\s+(?:[a-z]+\s+)?(?P<sex>man|woman|boy|girl)\b"
    r"|\b(?P<sex2>man|woman|boy|girl),?\s+(?:of|aged)\s+(?P<age2>\d{1,3})\b"
)
_MALE = ("man", "boy")
_AGE_AFTER = re.compile(r"(?:,\s+|\s+\()?(?:who\s+is\s+|is\s+|was\s+|aged\s+|just\s+|only\s+|now\s+)*")
_AGE_BEFORE = re.compile(r"(?:\s+(?!(?:a|an|the|of|to|in|at|by|for|with|and)\s)[a-z]+){0,2}\s+")
_LASTING = timedelta(days=60)
"""How far apart reports are in which an office has one holder and somebody one age."""
_NEAR = 60
"""Code points before a name in which its office stands."""
_NO_KIND = frozenset(re.findall("[a-z]+", "a an and as by her his its new of our said that the their to with"))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a claim names, with the office and age that it gives."""

    signature: Signature
    name: str
    """Without titles."""
    head: str
    """The office in lower case: "minister"; empty for none."""
    kind: str
    """What tells the office from its like, in lower case: "energy"; empty for none."""
    age: str
    sex: str = ""
    """Of somebody who has no name: "man" or "woman"."""


def people(group: Sequence[Signature]) -> list[Person]:
    """The people that the claims of one document and who utters them name, in order; none without any office or age."""
    found = [p for s in group for p in (*_named_in(s), *_uttering(s), *_unnamed(s))]
    return found if any(p.head or p.age for p in found) else []


def clashes(left: Sequence[Person], right: Sequence[Person], link: Link) -> Iterator[Match]:
    """Where two documents of one story name the holder of an office, an office or an age otherwise, each once."""
    seen: set[tuple[str, ...]] = set()
    comparable = [(a, b) for a in left if a.head or a.age for b in right if _may_differ(a, b)]
    if not comparable or not _are_of_one_story(left, right, link):
        return
    for a, b in comparable:
        for slot in _differing(a, b, left, right):
            mark = (slot.slot, slot.a.lower(), slot.b.lower())
            if mark not in seen:
                seen.add(mark)
                yield clash(a.signature, b.signature, link, slot)


def untold(found: Iterable[Match], told: Sequence[Match]) -> Iterator[Match]:
    """Those found without the ages of two claims that `told` compares as figures."""
    ages = {m.claims for m in told if m.x is not None and m.x.quantity.unit == AGE}
    for m in found:
        if m.slots[-1].slot != "quantity" or m.claims not in ages:
            yield m


def undone(matches: Iterable[Match], found: Sequence[Match]) -> list[Match]:
    """The matches without agreements on the age of two who were `found` not to be one: a man and a woman of 29."""
    apart = {m.claims for m in found if m.slots[-1].slot == "actor"}
    return [m for m in matches if not _is_of_age(m) or m.claims not in apart]


def _is_of_age(m: Match) -> bool:
    return m.relation == "corroborates" and m.x is not None and m.x.quantity.unit == AGE


def _may_differ(a: Person, b: Person) -> bool:
    """What is cheap to know: one office, two ages of somebody with a name, one age of somebody without."""
    if a.sex or b.sex:
        return bool(a.sex and b.sex) and a.sex != b.sex and a.age == b.age
    return a.head == b.head != "" or (a.age != b.age and bool(a.age and b.age))


def _are_of_one_story(left: Sequence[Person], right: Sequence[Person], link: Link) -> bool:
    """Whether two documents of about one time open alike or name somebody in common."""
    x, y = left[0].signature.published, right[0].signature.published
    if x and y and abs(x - y) > _LASTING:
        return False
    return link.is_one_story or any(a.name and _is_same(a.name, b.name) for a in left for b in right)


def _differing(a: Person, b: Person, left: Sequence[Person], right: Sequence[Person]) -> Iterator[SlotComparison]:
    if a.sex or b.sex:
        if all(_is_alone(p, left, right) for p in (a, b)):
            yield _slot("actor", a.sex, b.sex, f"a {a.sex} of {a.age} here, a {b.sex} of that age there")
    elif _is_same(a.name, b.name):
        if a.age and b.age and a.age != b.age and _one(a, left, "age") and _one(b, right, "age"):
            yield _slot("quantity", a.age, b.age, f"{quoted(a.name)} is {a.age} here, {b.age} there")
        if _has_two_offices(a, b) and _one(a, left, "kind") and _one(b, right, "kind"):
            x, y = (f"{p.kind} {p.head}".strip() for p in (a, b))
            yield _slot("actor", x, y, f"{quoted(a.name)} is {x} here, {y} there")
    elif a.head == b.head != "" and _is_one_office(a, b) and not _named(a, right) and not _named(b, left):
        office = f"{a.kind or b.kind} {a.head}".strip()
        yield _slot("actor", a.name, b.name, f"the {office} is {quoted(a.name)} here, {quoted(b.name)} there")


def _has_two_offices(a: Person, b: Person) -> bool:
    """Whether one person is called a minister of two things, or a mayor here and a deputy there."""
    if a.head != b.head or a.kind == b.kind:
        return False
    if {a.kind, b.kind} & {*phrases("deputy")}:
        return not (a.kind and b.kind)
    return a.head in phrases("portfolio") and bool(a.kind and b.kind)


def _is_one_office(a: Person, b: Person) -> bool:
    """Whether two holders with different names hold one office: one family name, or an office of which there is one."""
    x, y = a.name.split(), b.name.split()
    if len(x) < 2 or len(y) < 2 or (a.kind and b.kind and a.kind != b.kind):
        return False
    if x[-1] == y[-1]:
        return not {*x[:-1]} & {*y[:-1]} and min(len(x[0]), len(y[0])) > 2
    if a.head in phrases("portfolio"):
        return a.kind == b.kind != ""
    office = f"{a.kind} {a.head}".strip()
    return a.kind == b.kind and not {a.head, office}.isdisjoint(phrases("sole_office")) and not _DEPUTY.match(a.kind)


def _one(person: Person, others: Sequence[Person], what: str) -> bool:
    """Whether a document tells one thing of somebody wherever it tells it."""
    named = [p for p in others if _is_same(p.name, person.name) and (what == "age" or p.head == person.head)]
    told = {getattr(p, what) for p in named}
    return len(told - {""} if what == "age" else told) == 1


def _is_alone(person: Person, *documents: Sequence[Person]) -> bool:
    """Whether each document tells of nobody, or of one person only, of an age and sex."""
    return all(len({p.sex for p in others if p.age == person.age}) == 1 for others in documents)


def _named(person: Person, others: Sequence[Person]) -> bool:
    """Whether a document names somebody, or another holder of the same office beside the one who clashes."""
    return any(_is_same(person.name, p.name) for p in others) or (
        len({p.name.split()[-1] for p in others if p.head == person.head}) > 1
    )


def _is_same(a: str, b: str) -> bool:
    """Whether two names are of one person: names of two words begin with one letter, for brothers share the other."""
    x, y = a.split(), b.split()
    if min(len(x), len(y)) > 1 and x[0][0] != y[0][0]:
        return False
    return namekeys.same_name(a, b)


def _slot(slot: str, a: str, b: str, reason: str) -> SlotComparison:
    return SlotComparison(slot=slot, verdict="different", a=a, b=b, reason=reason)


def _named_in(s: Signature) -> Iterator[Person]:
    """The people whom a claim names in its own words."""
    span = s.claim.span
    for name in s.claim.names:
        if name.kind not in ("place", "org") and span.start <= name.span.start < span.end:
            yield _person(s, s.claim.sentence.where(name.span)[0], name.text)


def _uttering(s: Signature) -> Iterator[Person]:
    """Who utters a claim, where its sentence names them; the passage is who says it, not what is said."""
    speech = s.claim.attribution
    if speech is None or speech.source is None or not speech.speaker:
        return
    sentence = s.claim.sentence
    start = sentence.quote.find(speech.speaker)
    spans = [speech.source, *([speech.cue] if speech.cue else ())]
    first, last = (edge - sentence.start for edge in (min(p.start for p in spans), max(p.end for p in spans)))
    if start >= 0 and 0 <= first < last <= len(sentence.quote):
        person = _person(s, start, speech.speaker)
        if person.head or person.age:  # nobody else is ever shown
            told = cut(sentence.quote, first, last).within(sentence.document, sentence.start)
            person = replace(person, signature=replace(s, claim=s.claim.model_copy(update={"span": told})))
        yield person


def _unnamed(s: Signature) -> Iterator[Person]:
    """The people whom a claim tells of by sex and age: "a 34-year-old man", "a woman of 34"."""
    for m in _UNNAMED.finditer(s.claim.span.quote):
        sex = "man" if (m["sex"] or m["sex2"]) in _MALE else "woman"
        yield Person(s, "", "", "", m["age"] or m["age2"], sex)


def _person(s: Signature, start: int, name: str) -> Person:
    """The person of a name that begins at `start` in the sentence, without the titles before it."""
    words = name.split()
    titles = 0
    while titles < len(words) - 1 and _is_office(words[titles]):
        titles += 1
    text, end = s.claim.sentence.quote, start + len(name)
    start = text.index(words[titles], start)
    head, kind = _office(text, start, end)
    return Person(s, " ".join(words[titles:]), head, kind, _age(s, start, end))


@lru_cache(maxsize=16384)
def _is_office(word: str) -> bool:
    return _BEFORE.fullmatch(f"{word} ") is not None


def _office(text: str, start: int, end: int) -> tuple[str, str]:
    """The office right before or after a name, and its kind."""
    before = text[max(0, start - _NEAR) : start]
    found = _BEFORE.search(before)
    if found:
        preceding = before[: found.start()]
        if preceding[-1:].isalnum() or _NO_OFFICE.search(preceding[-20:]):
            return "", ""
        word = _KIND.search(preceding)
        kind = word[1].lower() if word else ""
        if deputy := _DEPUTY.search(preceding[-20:]):
            kind = deputy[0].lower()
        return _plain(found["head"]), "" if kind in _NO_KIND or kind.endswith(("'s", "’s", "s'")) else kind
    found = _AFTER.match(text, end)
    if found and not _NO_OFFICE.search(found[0]):
        kind = (found["kind"] or "").strip()
        return _plain(found["head"]), "" if kind in _NO_KIND else kind
    return "", ""


def _plain(head: str) -> str:
    """An office in lower case, by the one of its names that stands for the others."""
    plain = " ".join(head.lower().split())
    groups = (group.split("=") for group in phrases("one_office"))
    return next((group[0] for group in groups if plain in group), plain)


def _age(s: Signature, start: int, end: int) -> str:
    """The age right before or after a name, as a number; empty for none."""
    text = s.claim.sentence.quote
    for q in s.claim.quantities:
        if q.value is None or q.unit not in (AGE, ""):
            continue
        first, last = s.claim.sentence.where(q.span)
        between = text[end:first] if end <= first else ""
        closed = "(" not in between or text[last : last + 1] == ")"  # not "(78, 112)"
        if between and closed and _AGE_AFTER.fullmatch(between) and (q.unit or not q.noun):
            return f"{q.value.normalize():f}"
        if q.unit and last <= start and _AGE_BEFORE.fullmatch(text[last:start]):
            return f"{q.value.normalize():f}"
    return ""
