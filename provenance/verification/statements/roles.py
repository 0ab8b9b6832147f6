"""Who does what to whom in a statement and in the sentence that backs it: another one in a place leaves it open.

Subjects and objects are read off parts of speech, as widely as they may reach: only what shares nothing differs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.extraction import attribution
from provenance.extraction import tokens as written
from provenance.extraction.lexicon import base
from provenance.extraction.tagging import is_passive, tag
from provenance.extraction.thesaurus import synonym
from provenance.matching.signature.cues import phrases
from provenance.model import Attribution, SlotComparison
from provenance.values import names
from provenance.verification.comparison import lists
from provenance.verification.lookup.tokens import tokenize
from provenance.verification.statements import unbacked

_NOUNS = frozenset("NSE")
_REACH = 14
"""Tokens in which a subject or an object stands before or behind its verb."""
_SHORTENED = 3
"""Letters of a shortened title: "Rep."."""
_BEFORE_VERB = frozenset("XxRn")
_JOINTS = frozenset({"that", "after", "because", "when", "although", "while", "before", "since", "if", "as", "though"})
_EMPTY = frozenset({"be", "have", "do", "say", "take", "make", "get", "go", "come", "give", "hold", "put"})
"""Verbs of which what stands behind tells what is done."""
_ANYBODY = frozenset(
    [
        "official",
        "authority",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "source",
        "report",
        "medium",
        "result",
        "figure",
    ]
) | frozenset(["datum", "data", "poll", "survey", "study", "statement", "document", "letter"])
"""Speakers who may be those of another name, and papers that have a writer."""


@dataclass(frozen=True)
class Words:
    """A sentence or a part of it with its parts of speech."""

    text: str

    @cached_property
    def tokens(self) -> list[written.Token]:
        """Its words and marks."""
        return written.tokenize(self.text)

    @cached_property
    def tags(self) -> str:
        """Their parts of speech."""
        return tag(self.tokens)

    @cached_property
    def verbs(self) -> list[int]:
        """Tokens that are verbs which tell what is done, none that only goes with a noun."""
        return [i for i, t in enumerate(self.tags) if t in "VP" and self.tokens[i].base not in _EMPTY]

    def subject(self, verb: int) -> list[int]:
        """The nouns before a verb that may be its subject; those of the verb before, where the two are joined."""
        i = verb - 1
        while i >= 0 and self.tags[i] in _BEFORE_VERB:
            i -= 1
        i = self._before_aside(i)
        if i >= 0 and self.tags[i] == "W":
            i -= 1
        elif i > 0 and self.tokens[i].lower in ("and", "or", "but"):
            before = next((k for k in range(i - 1, -1, -1) if self.tags[k] in "VP"), None)
            return self.subject(before) if before is not None else []
        found = []
        for k in range(i, max(-1, i - _REACH), -1):
            if self.tags[k] in "VX" or self.tokens[k].lower in _JOINTS or self.tokens[k].text in ";:":
                break
            if self.tags[k] == "H":
                return []
            found += [k] if self.tags[k] in _NOUNS else []
        return found

    def _before_aside(self, i: int) -> int:
        """The token before what commas set apart and the second of which is token `i`: "the hall, built by X, was"."""
        if i >= 0 and self.tokens[i].text == ",":
            for k in range(i - 1, max(0, i - 2 * _REACH), -1):
                if self.tokens[k].text in ";:":
                    break
                if self.tokens[k].text == "," and self.tags[k + 1] in "PVGW":
                    return k - 1
        return i

    def behind(self, verb: int, opening: str) -> list[int]:
        """The nouns of the phrase behind a verb, or behind the word `opening` that follows it."""
        start = verb + 1
        if opening:
            near = range(start, min(start + _REACH, len(self.tokens)))
            start = next((k + 1 for k in near if self.tokens[k].lower == opening), len(self.tokens))
        found: list[int] = []
        for k in range(start, min(start + _REACH, len(self.tokens))):
            if self.tags[k] in "VXoWBGPC,IH" and not (found and (self.tokens[k].lower == "of" or self._shortens(k))):
                break
            found += [k] if self.tags[k] in _NOUNS else []
        return found

    def _shortens(self, k: int) -> bool:
        """Whether a mark only shortens a word before a name: "Sen. Bill Holt"."""
        return self.tokens[k].text == "." and self.tags[k - 1 : k] == self.tags[k + 1 : k + 2] == "E"

    def roles(self, verb: int) -> tuple[list[int], list[int]]:
        """Who does it and to whom or what it is done."""
        if is_passive(self.tokens, self.tags, verb):
            return self.behind(verb, "by"), self.subject(verb)
        return self.subject(verb), self.behind(verb, "")

    def words(self, places: Sequence[int]) -> str:
        """Tokens as written, in order."""
        return " ".join(self.tokens[k].text for k in sorted(places))


def compare(statement: str, said: Attribution | None, passage: str) -> list[SlotComparison]:
    """What a passage says of another one, or in another's words; `said` tells whose words the statement is."""
    own, told = Words(statement), Words(passage)
    return [*_speakers(statement, said, passage), *_acting(own, told)]


def called(sentence: str) -> Iterator[tuple[str, str]]:
    """Each person of a sentence whom it calls something, right before or, between commas, right behind the name."""
    for name in names.find(sentence):
        title = re.search(r"(\w+),?\s*$", sentence[: name.span.start])
        aside = re.match(r",\s([^,.;:]+)[,.]", sentence[name.span.end :])
        words = [title.group(1)] if title else []
        words += name.text.split()[:1]
        words += aside.group(1).split() if aside else []
        role = next((w for w in words if lists.is_person(w)), None)
        if role is not None and len(name.text.split()) > 1 and role != name.text.split()[-1]:
            yield name.text, role


def is_called(text: str, role: str) -> bool:
    """Whether what somebody is called, or a word of the same meaning, stands in a text."""
    one, head = synonym(base(role.lower())), role.lower()[:_SHORTENED]
    return any(synonym(t.base) == one or t.word.lower() == head for t in tokenize(text))


def _acting(own: Words, told: Words) -> Iterator[SlotComparison]:
    """The first verb of a statement whose subject or object is another one wherever the passage has the verb."""
    for verb in own.verbs:
        counterparts = [v for v in told.verbs if told.tokens[v].base == own.tokens[verb].base]
        mine = own.roles(verb)
        theirs = [told.roles(v) for v in counterparts]
        for n, (slot, who) in enumerate((("actor", "does"), ("object", "is the object of"))):
            against = [r[n] for r in theirs]
            known = all(against) or all(is_passive(told.tokens, told.tags, v) for v in counterparts)
            if mine[n] and against and known and all(_is_other(own, mine[n], told, a) for a in against):
                a, b = own.words(mine[n]), told.words(against[0])
                reason = f"another one {who} this in the source"
                yield SlotComparison(slot=slot, verdict="unknown", a=a, b=b, reason=reason)
                return


def _is_other(own: Words, mine: Sequence[int], told: Words, theirs: Sequence[int]) -> bool:
    """Whether a noun phrase is not that of the source; a name that the sentence has nowhere is not one left open."""
    if theirs:
        return _are_apart(own, mine, told, theirs)
    has = {token.base for token in told.tokens}
    open_ = "H" not in told.tags and not any(told.tokens[k].lower.endswith("'s") for k in range(len(told.tags)))
    return open_ and _has_name(own, mine) and not any(own.tokens[k].base in has for k in mine)


def _has_name(words: Words, places: Sequence[int]) -> bool:
    return any(words.tags[k] == "E" for k in places)


def _has_person(words: Words, places: Sequence[int]) -> bool:
    """Whether a common noun for a person stands in a phrase: "the treasurer"."""
    return any(words.tags[k] in "NS" and lists.is_person(words.tokens[k].text) for k in places)


def _are_apart(own: Words, mine: Sequence[int], told: Words, theirs: Sequence[int]) -> bool:
    """Whether two noun phrases have nothing in common and one is no name of what the other calls by its kind.

    A noun that the passage tells of another place is another thing, whatever the other phrase is.
    """
    a, b = unbacked.Told(own.words(mine)), unbacked.Told(told.words(theirs))
    if not any(t.weight >= unbacked.TELLING for t in a.tokens):
        return False
    elsewhere = {told.tokens[k].base for k, t in enumerate(told.tags) if t in _NOUNS and k not in theirs}
    here = {told.tokens[k].base for k in theirs}
    misplaced = any(own.tokens[k].base in elsewhere for k in mine) and not any(own.tokens[k].base in here for k in mine)
    names_ = [[k for k in places if w.tags[k] == "E"] for w, places in ((own, mine), (told, theirs))]
    if all(names_):
        return not unbacked.Told(own.words(names_[0])).shares(
            unbacked.Told(told.words(names_[1]))
        ) and not a.shares_a_word(b)
    if a.shares(b):
        return misplaced
    named = [_has_name(w, places) for w, places in ((own, mine), (told, theirs))]
    many = [any(w.tags[k] == "S" for k in places) for w, places in ((own, mine), (told, theirs))]
    if named[0] == named[1] or True in many or (_has_person(own, mine) and _has_person(told, theirs)):
        return True
    return misplaced


def _speakers(statement: str, said: Attribution | None, passage: str) -> Iterator[SlotComparison]:
    """Another speaker of the words that a statement gives to somebody."""
    if said is None or said.source is None or _is_anybody(said.source.quote):
        return
    words = {t.key for t in tokenize(statement) if t.weight > 0 or t.is_number}
    told = [a for a in attribution.find(passage) if a.source is not None and a.content is not None]
    told = [
        a
        for a in told
        if len(words & {t.key for t in tokenize(a.content.quote if a.content else "")}) * 2 >= len(words)
    ]
    sources = [a.source.quote for a in told if a.source is not None]
    if sources and all(_is_other_speaker(said.source.quote, other) for other in sources):
        reason = "the source gives this as another's words"
        yield SlotComparison(slot="attribution", verdict="unknown", a=said.source.quote, b=sources[0], reason=reason)


def _is_other_speaker(speaker: str, other: str) -> bool:
    if _is_anybody(other):
        return False
    if other.lower() == "they":
        return any(name.kind == "person" for name in names.find(speaker))
    mine, theirs = Words(speaker), Words(other)
    nouns = [[k for k, t in enumerate(w.tags) if t in _NOUNS] for w in (mine, theirs)]
    return all(nouns) and _are_apart(mine, nouns[0], theirs, nouns[1])


def _is_anybody(speaker: str) -> bool:
    """Whether a speaker may be anybody: "officials", "a spokesman", "the agency"."""
    lower = speaker.lower()
    return any(base(word) in _ANYBODY for word in lower.split()) or any(p in lower for p in phrases("generic"))
