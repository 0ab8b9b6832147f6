"""What a document tells of lives: births, deaths and ages, marriages, degrees, prizes, posts, foundings, children."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from provenance.matching.across.tallies import NUMBERS
from provenance.matching.signature import subjects
from provenance.matching.signature.cues import pattern, phrases
from provenance.matching.signature.signatures import Signature
from provenance.model import Name
from provenance.values import names

_HE = re.compile(r"(?:he|she)\b", re.I)
_IT = re.compile(rf"(?:it|the\s+(?:{'|'.join(phrases('body'))}))\b", re.I)
_MEANT = re.compile(rf"\b(?:{_HE.pattern}|(?:his|her|its|their)\b|{_IT.pattern})", re.I)
_LONGEST = 2000
"""Code points of a sentence that is read: a longer one is a table, or meant to take long."""
_FEW = 3
"""Words before the name that a sentence is about: "The chemist Marta Lind"."""
_WITHIN = 25
"""Code points behind a place in which stand those that it lies in: "Velm, in northern Sweden"."""
_NEAR = 60
"""Code points behind a verb in which its time, place and age stand."""
_OPENING = 8
"""Code points before a time that opens a sentence: "In 1949 she married"."""
_N = rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
_GIVEN = r"\b(?:gave|awarded|handed|presented)\s+(?P<whom>him|her|them|it)\b(?:\s+with\b)?"
"""What somebody is given by another: "the king gave her the Hale Medal"."""
_EVENTS = {
    "birth": re.compile(r"\bborn\b", re.I),
    "death": re.compile(r"\b(?:died|dies)\b"),
    "founding": pattern("founded"),
    "marriage": re.compile(r"\bmarried\b"),
    "joining": re.compile(r"\bjoined\b"),
    "award": re.compile(rf"{pattern('honour').pattern}|{_GIVEN}", re.I),
    "degree": pattern("degree"),
    "post": pattern("post"),
}
"""What happens but once: the verb by which it is told."""
_OF_NAMES = frozenset({"marriage", "joining", "award"})
"""Events that there may be more of, each with another name behind its verb."""
_PRIZE = pattern("prize", after="$")
_LEADS = re.compile(r"\s+(?:(?:the|a|an|his|her|its|fellow|of)\s+)*(?:[a-z]+\s+){0,2}")
"""Between a verb and the name behind it: "married the engineer Olof Ek"."""
_TITLE = re.compile(r"\s+(?:(?:the|a|an|its|their)\s+)?(?P<post>[a-z][^.,;\d]*?)(?:\s+in)?\s*(?:[.,;\d]|$)")
_PLACED = re.compile(r"\s+(?:[^.;,]{0,30}\s)?(?:in|at|near)\s+(?:(?:a|an|the)\s[a-z ]+\s(?:in|at|near)\s+)?")
_AGED = re.compile(r"(?:\baged\s+|\bage\s+of\s+|\bat\s+)(?P<n>\d{1,3})\b(?!\s*(?:[%:.]\d|a\.?m|p\.?m|o.clock))")
_SIBLINGS = re.compile(rf"\b[a-z]+\s+of\s+(?:the\s+)?{_N}\s+(?:{'|'.join(phrases('sibling'))})\b", re.I)
_OFFSPRING = pattern("parent", after=rf"\s+{_N}\s+(?P<kind>{'|'.join(phrases('offspring'))})\b")
_LIVED = re.compile(r"\s*\(\s*(?:born|b\.)?\s*(?:[^();\d]{0,40};\s*)?")
"""Between a name and the dates of a life: "Marta Lind (1921–2009)"."""
_TOLD = re.compile(
    r"\(\s*(?:born|b\.|[^();]{0,20}\d{4}\s*[-–—])|"
    + "|".join(p.pattern for p in (*_EVENTS.values(), _SIBLINGS, _OFFSPRING))
    .replace("?P<n>", "?:")
    .replace("?P<kind>", "?:"),
    re.I,
)
"""What a sentence may tell of a life by."""
_UNTIL = re.compile(r"\s*[-–—]\s*")
_BETWEEN = re.compile(
    r"(?:\s*\([^)]*\))?(?:,[^.;]*,|,)?\s*(?:(?:who|was|were|is|had|has|been|[a-z]+ly|also|later|then|first|just)\s+)*"
)
"""Between whom something is told of and its verb: an aside at most."""
_OTHER = re.compile(rf"['’]s?\s|\b(?:who|whose|whom|that|which|than)\b|{pattern('kin').pattern}")
"""What may bring in another one between a name and a verb: "Lind's parents", "a judge whose mother"."""
_OWNS = re.compile(r"['’]")
_COUNTS = re.compile(r"\s\d")
"""Behind what is no name: "NOK 40"."""
_CLAUSE = re.compile(r"[;.]\s|,\s+(?:and|but)\s|\b(?:and|but)\s+(?:he|she|it|was|were|had|joined|won|died)\b")


@dataclass(frozen=True, slots=True)
class Milestone:
    """One thing that one claim tells of a life."""

    signature: Signature
    what: str
    """In a word for the reader: "birth", "award"."""
    detail: str
    """What sets it apart from others of its kind, the prize or the post; empty where there is but one."""
    of: str
    """Whose it is, by name."""
    slot: str
    """ "time", "place" or "quantity"."""
    text: str
    """As written."""
    value: object
    """A pair of days, half-open; a place and those it lies in, by name; a number."""


def milestones(group: Sequence[Signature], title: str = "") -> list[Milestone]:
    """What the claims of one document tell of lives, in order; who its title names is meant by the first "she"."""
    found: list[Milestone] = []
    person = body = next((n.text for n in names.find(title) if n.kind != "place"), "")
    for _, signatures in groupby(group, key=lambda s: s.claim.sentence.start):
        sentence = _Sentence(list(signatures), person, body)
        told = len(sentence.quote) <= _LONGEST and _TOLD.search(sentence.quote)
        found += sentence.read() if told else ()
        person, body = sentence.person, sentence.body
    return found


class _Sentence:
    """One sentence with what its claims hold, by places inside it, and whom "she" and "the company" mean there."""

    def __init__(self, signatures: Sequence[Signature], person: str, body: str) -> None:
        claims = [s.claim for s in signatures]
        self.claimed = signatures
        self.quote = claims[0].sentence.quote
        self.offset = claims[0].sentence.start
        self.signatures = [s for s in signatures if s.claim.polarity == "affirmed"]
        self.names: Mapping[int, Name] = {n.span.start - self.offset: n for c in claims for n in c.names}
        self.times = {t.span.start - self.offset: t for c in claims for t in c.times if t.start and t.end}
        self.places = {k.text for s in signatures for k in (*s.names, *s.said_names) if k.place}
        self.before = self.person = person
        self.body = body
        opening, owns = self._opening()
        of = self._whole(opening.text) if opening else ""
        if opening and not owns and opening.kind in ("person", "other"):
            self.person = of
        if opening and opening.kind in ("group", "other"):
            self.body = of

    @cached_property
    def subjects(self) -> set[int]:
        """Where names stand of whom something may be told."""
        claims = [s.claim for s in self.claimed]
        told = (n for c in claims for n in c.names if not subjects.only_describes(c, n))
        return {n.span.start - self.offset for n in told}

    def read(self) -> Iterator[Milestone]:
        """The milestones that it tells."""
        if not self.signatures:
            return
        yield from self._dates()
        for what, verb in _EVENTS.items():
            for m in verb.finditer(self.quote):
                yield from self._event(what, m)
        for counted, what in ((_SIBLINGS, "children in the family"), (_OFFSPRING, "children")):
            for m in counted.finditer(self.quote):
                kind = m.groupdict().get("kind", "")
                number = NUMBERS.get(m["n"].lower()) or int(m["n"])
                detail = kind.removesuffix("ren").rstrip("s")
                yield from self._found(self._subject(m.start()), m.start(), what, ("quantity", m[0], number), detail)

    def _opening(self) -> tuple[Name | None, bool]:
        """The name that the sentence is about, and whether it is about what is theirs: "Brenn's sales".

        One that opens it, not "Her husband, Olof Ek".
        """
        named = sorted((at, n) for at, n in self.names.items() if not self._is_place(n))
        at, name = next(iter(named), (0, None))
        before = self.quote[:at]
        if name is None or len(before.split()) > _FEW or before.endswith("(") or _MEANT.search(before):
            return None, False
        behind = at + len(name.text)
        return (
            (None, False) if _COUNTS.match(self.quote, behind) else (name, _OWNS.match(self.quote, behind) is not None)
        )

    def _is_place(self, name: Name) -> bool:
        return name.kind == "place" or name.text in self.places

    def _dates(self) -> Iterator[Milestone]:
        """Birth and death in brackets behind a name."""
        for start, name in self.names.items():
            opened: re.Match[str] | None = _LIVED.match(self.quote, start + len(name.text))
            for what in ("birth", "death"):
                day = self.times.get(opened.end()) if opened else None
                if opened is None or day is None:
                    break
                yield from self._found(self._whole(name.text), start, what, ("time", day.text, (day.start, day.end)))
                opened = _UNTIL.match(self.quote, opened.end() + len(day.text))

    def _event(self, what: str, verb: re.Match[str]) -> Iterator[Milestone]:
        """When and where what a verb tells happened, and at what age."""
        detail = self._detail(what, verb)
        if detail is None:
            return
        limit = self._end_of_clause(verb.end())
        if found := self._time(verb.end(), limit):
            yield from self._found(self._of_event(what, verb), verb.start(), what, ("time", *found), detail)
        if what in ("birth", "death"):
            yield from self._where(what, verb, limit)
        if what == "death" and (age := _AGED.search(self.quote, verb.end(), limit)):
            of = self._subject(verb.start())
            yield from self._found(of, verb.start(), "age at death", ("quantity", age[0], int(age["n"])))

    def _detail(self, what: str, verb: re.Match[str]) -> str | None:
        """What sets an event apart from others of its kind; None where there are others and nothing does."""
        if what == "degree":
            return _kind_of_degree(verb[0])
        if what == "post":
            title = _TITLE.match(self.quote, verb.end())
            return title["post"] if title else None
        if what not in _OF_NAMES:
            return ""
        name = self._name_behind(verb.end())
        return name.text if name and (what != "award" or _PRIZE.search(name.text)) else None

    def _of_event(self, what: str, verb: re.Match[str]) -> str:
        """Whose event it is: what "Olsen founded Halden Marine in 1968" tells is of the firm."""
        founded = self._name_behind(verb.end()) if what == "founding" else None
        if founded and not self._is_place(founded):
            return founded.text
        return self.before if verb.groupdict().get("whom") else self._subject(verb.start())

    def _where(self, what: str, verb: re.Match[str], limit: int) -> Iterator[Milestone]:
        for start, name in sorted(self.names.items()):
            if self._is_place(name) and start < limit and _PLACED.fullmatch(self.quote, verb.end(), start):
                end = start + len(name.text)
                within = {n.text for at, n in self.names.items() if end <= at <= end + _WITHIN and self._is_place(n)}
                of = self._subject(verb.start())
                yield from self._found(of, verb.start(), what, ("place", name.text, frozenset({name.text, *within})))
                return

    def _time(self, at: int, limit: int) -> tuple[str, tuple[object, object]] | None:
        """The time that stands behind a verb, else the one that opens the sentence."""
        near = [t for start, t in sorted(self.times.items()) if at <= start < limit or start <= _OPENING]
        behind = [t for t in near if t.span.start - self.offset >= at] or near
        return (behind[0].text, (behind[0].start, behind[0].end)) if behind else None

    def _name_behind(self, at: int) -> Name | None:
        leads = _LEADS.match(self.quote, at)
        return self.names.get(leads.end()) if leads else None

    def _end_of_clause(self, at: int) -> int:
        ends = _CLAUSE.search(self.quote, at)
        return min(at + _NEAR, ends.start() if ends else len(self.quote))

    def _found(
        self, of: str, at: int, what: str, told: tuple[str, str, object], detail: str = ""
    ) -> Iterator[Milestone]:
        """What is told of somebody at a place of the sentence: slot, text and value."""
        if of:
            yield Milestone(self._signature(at), what, detail, of, *told)

    def _signature(self, at: int) -> Signature:
        """The claim that holds a place of the sentence, else its first."""
        held = (s for s in self.signatures if s.claim.span.start <= self.offset + at < s.claim.span.end)
        return next(held, self.signatures[0])

    def _subject(self, at: int) -> str:
        """Of whom it is told what stands at a place: of whoever stands right before, but for an aside, or opens it all.

        "Born in Velm in 1921, she …" tells it of whom it means next.
        """
        before = [mention for mention in self._mentions() if mention[1] <= at]
        if not before:
            return self._mentions()[0][2] if self._mentions() and not self.quote[:at].strip() else ""
        for _, end, of in reversed(before):
            if _BETWEEN.fullmatch(self.quote, end, at):
                return of
        first, end, of = before[0]
        alone = len({of for _, _, of in before}) == 1 and len(self.quote[:first].split()) <= _FEW
        apart = _OTHER.search(self.quote, 0, first) or _OTHER.search(self.quote, end, at)
        return of if alone and not apart else ""

    def _mentions(self) -> list[tuple[int, int, str]]:
        """Where the sentence names or means somebody, and whom, by full name."""
        named = [
            (at, at + len(n.text), self._whole(n.text))
            for at, n in self.names.items()
            if at in self.subjects and not self._is_place(n)
        ]
        meant = [(m.start(), m.end(), self._meant(m, named)) for m in _MEANT.finditer(self.quote)]
        return sorted(named + [mention for mention in meant if mention[2]])

    def _whole(self, name: str) -> str:
        return next((whole for whole in (self.person, self.body) if whole.endswith(f" {name}")), name)

    def _meant(self, pronoun: re.Match[str], named: Sequence[tuple[int, int, str]]) -> str:
        """Whom "she" or "the company" means: the only one named before in the sentence, else who was told of last."""
        is_person = _HE.match(pronoun[0]) is not None
        if not is_person and not _IT.match(pronoun[0]):
            return ""
        last = self.person if is_person else self.body
        here = {of for _, end, of in named if end <= pronoun.start()}
        if not here or (is_person and _HE.match(self.quote)):
            return last
        return here.pop() if len(here) == 1 else ""


def _kind_of_degree(word: str) -> str:
    return {"phd": "doctorate", "graduate": "graduated"}.get(word.lower(), word.lower())
