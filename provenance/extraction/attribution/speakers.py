"""Who a source is: pronouns, short names and "the group" taken up by the name that the document gave before."""

from dataclasses import dataclass

from provenance.extraction.attribution.features import PHRASE
from provenance.extraction.attribution.mentions import LINKS, PERSON, Mention, mentions, shortens, text_of
from provenance.extraction.attribution.model import Report
from provenance.extraction.attribution.view import Range, View
from provenance.extraction.lexicon import words_of
from provenance.text.closed_classes import ARTICLES

_SINGULAR = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she"}
_NEUTRAL = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "them", "their", "themselves"])
_MANY = frozenset(["people", "police"])
"""Nouns without a plural ending that "they" takes up."""
_OWN = frozenset(["i", "we", "my", "our", "me", "us", "myself"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
_ANY_BODY = frozenset(
    [
        "agency",
        "association",
        "body",
        "campaign",
        "charity",
        "company",
        "firm",
        "foundation",
        "group",
        "institute",
        "monitor",
        "movement",
        "network",
        "organisation",
        "organization",
        "society",
        "watchdog",
    ]
)
"""What the last body named may be called, whatever its name; "the army", "the ministry" is not the last body named."""
_ENDS_PHRASE = frozenset(["who", "whose", "which", ",", "("])
_OWNS = ("'s", "'")
_BARE = 2
"""Tokens of "the ministry"; "the interior ministry" says more."""
_BEGINS = 3
"""Tokens before a name that begins its sentence."""
MAX_PHRASE = 6
MAX_DISTANCE = 600
"""Tokens back to which a pronoun is followed."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and who passes it on (outermost first)."""

    name: str | None
    chain: tuple[str, ...] = ()


def resolve(v: View, reports: list[Report]) -> list[Speaker]:
    """The speaker of every report, in the order given (that of the text)."""
    names = _Names(v)
    found: list[Speaker] = []
    holders = _holders(reports)
    for number, report in enumerate(reports):
        outer = found[holders[number]] if holders[number] is not None else None  # type: ignore[index]
        name = names.speaker(report.source, outer.name if outer else None) if report.source else None
        if report.source is not None and name is not None:
            names.note(report.source, name)
        chain = _told(v, report)
        if outer and outer.name and outer.name != name and name is not None:
            chain = (*outer.chain, outer.name, *chain)
        found.append(Speaker(name, chain))
    return found


def _holders(reports: list[Report]) -> list[int | None]:
    """For each report the one whose content its cue stands in: an earlier one in the list, or None."""
    holders: list[int | None] = []
    open_: list[tuple[int, int]] = []
    for number, report in enumerate(reports):
        spans = [s for s in (report.left, report.right) if s is not None]
        start = min([report.cue.head, *(s[0] for s in spans)])
        while open_ and open_[-1][0] <= report.cue.head:
            open_.pop()
        holders.append(open_[-1][1] if open_ else None)
        ends = [s[1] for s in spans if s[0] >= start]
        if ends and (not open_ or max(ends) <= open_[-1][0]):
            open_.append((max(ends), number))
    return holders


def _told(v: View, report: Report) -> tuple[str, ...]:
    """The outlet that was told: the name between "told" and what was told."""
    if report.cue.lemma not in ("tell", "inform") or report.cue.last >= v.count:
        return ()
    stop = report.right[0] if report.right and report.right[0] >= report.cue.last else report.cue.last + 6
    first = report.cue.head + 1
    last = first
    while last < min(stop, v.count) and (v.tokens.shape[last] in "AC" or (last > first and v.words[last] in LINKS)):
        last += 1
    while last > first and v.words[last - 1] in LINKS:
        last -= 1
    return (text_of(v, first, last),) if last > first else ()


class _Names:
    """The names of a document in order, and who was spoken of last."""

    def __init__(self, v: View) -> None:
        self.v = v
        self.mentions = mentions(v)
        self.by_last: dict[str, list[Mention]] = {}
        self.last: dict[str, str] = {}
        self.said: dict[str, int] = {}
        """The sentences in which those of `last` spoke."""
        self.described: dict[str, str] = {}
        """Bodies without a name by their noun: "the interior ministry"."""
        self.speaking = ""
        self.at = 0
        self.recent: list[Mention] = []

    def speaker(self, source: Range, outer: str | None) -> str | None:
        """The name of the speaker that `source` stands for."""
        self._advance(source[1])
        v = self.v
        word = v.words[source[0]]
        if source[1] - source[0] == 1:
            if word in _OWN:
                return outer or text_of(v, *source)
            if word in _SINGULAR:
                found = self._person(_SINGULAR[word], source)
                # Who is quoted speaks of another: "He told me", Omar Haddad said.
                own = found == outer and v.inside[source[0]]
                return found if found and not own else text_of(v, *source)
            if word in _NEUTRAL:
                return self.last.get("it") or (not self._gender(self.speaking) and self.speaking) or text_of(v, *source)
            if word in _PLURAL:
                return self.last.get("they") or self.last.get("it") or text_of(v, *source)
            if word in _RELATIVE:
                return self._antecedent(source[0])
        inner = self._within(source)
        if not inner:
            return self._described(source)
        return self._named(source, inner)

    def note(self, source: Range, name: str) -> None:
        """Remember who spoke last."""
        v = self.v
        word = v.words[source[0]]
        gender = _SINGULAR.get(word) or self._gender(name)
        plural = v.classes[source[1] - 1][0] == "S" or v.words[source[1] - 1] in _MANY
        if word in _OWN or word in _RELATIVE:
            return
        if plural and not gender:
            self.last["they"] = name
            return
        for key in (gender,) if gender and gender != PERSON else ("he", "she"):
            self.last[key] = name
            self.said[key] = v.tokens.sentence[source[0]]
        self.speaking = name

    def _advance(self, end: int) -> None:
        while self.at < len(self.mentions) and self.mentions[self.at].start < end:
            mention = self.mentions[self.at]
            self.at += 1
            self._learn(mention)
            self.recent.append(mention)

    def _learn(self, mention: Mention) -> None:
        words = mention.full.split()
        key = words[-1].lower()
        for known in reversed(self.by_last.get(key, [])):
            if shortens(mention.full, known.full):
                mention.full, mention.gender = known.full, known.gender or mention.gender
                break
        for word in {w.lower() for w in words if not w.islower()}:
            kept = self.by_last.setdefault(word, [])
            if not kept or kept[-1].full != mention.full:
                kept.append(mention)
                del kept[:-6]
        if mention.gender == "it":
            self.last["it"] = mention.full

    def _within(self, source: Range) -> list[Mention]:
        found = []
        for mention in reversed(self.recent):
            if mention.end <= source[0] - 12:
                break
            owns = mention.end < source[1] - 1 and self.v.words[mention.end] in _OWNS  # "Rehm's lawyer" is not Rehm
            if mention.start >= source[0] and mention.end <= source[1] + 1 and not owns:
                found.append(mention)
        return found[::-1]

    def _person(self, gender: str, source: Range) -> str | None:
        """The last speaker of that gender, unless a person was named since who fits better."""
        t = self.v.tokens
        low = t.sentence[source[0]] - 1
        best = None
        for mention in reversed(self.recent):
            if mention.end > source[0] or mention.gender in ("it",):
                continue
            sentence = t.sentence[mention.start]
            if sentence < low - 3 or source[0] - mention.end > MAX_DISTANCE:
                break
            if mention.gender in (gender, PERSON):
                first = t.sentences[sentence][0]
                if mention.start - first <= _BEGINS or best is None:
                    best = mention
                if sentence < t.sentence[source[0]] and mention.start - first <= _BEGINS:
                    break
        last = self.last.get(gender)
        if best is None:
            return last
        if last is not None and last != best.full:
            sentence = t.sentence[best.start]
            spoken_of = best.start - t.sentences[sentence][0] > _BEGINS and self.said[gender] == sentence
            if sentence < low or spoken_of:  # "Brandt said two pictures by Anna Rask were gone": "she" is Brandt
                return last
        return best.full

    def _antecedent(self, at: int) -> str | None:
        for mention in reversed(self.recent):
            if mention.end <= at:
                if at - mention.end <= (1 if self.v.words[at - 1] == "," else 0):
                    return mention.full
                break
        start = at
        while start > max(0, at - MAX_PHRASE) and self.v.classes[start - 1][0] in PHRASE:
            start -= 1
        return text_of(self.v, start, at) if start < at else None

    def _described(self, source: Range) -> str | None:
        """An unnamed source stays as written, but "the group" is the last body named.

        "The ministry" is "the interior ministry" that spoke before.
        """
        v = self.v
        head = v.words[source[1] - 1]
        if v.words[source[0]] == "the" and source[1] - source[0] <= 3 and head in words_of("attribution_bodies.txt"):
            fitting = [m for m in self.by_last.get(head, []) if m.gender == "it"]
            if fitting:
                return fitting[-1].full
            bare = source[1] - source[0] == _BARE
            if bare and head in self.described:
                return self.described[head]
            if head in _ANY_BODY and "it" in self.last:
                return self.last["it"]
            if not bare:
                self.described[head] = text_of(v, *source)
        # "A source, who asked not to be named, said": who it is, without what is said of it.
        stops = (i for i in range(source[0] + 1, source[1]) if v.words[i] in _ENDS_PHRASE)
        return text_of(v, source[0], next(stops, source[1]))

    def _named(self, source: Range, inner: list[Mention]) -> str:
        """The person or body that the source names, without what describes it; else the words as written."""
        v = self.v
        start = source[0] + (v.words[source[0]] in ARTICLES)
        titles = words_of("attribution_titles.txt")
        while start < inner[0].start and (v.words[start] in titles or v.words[start] == "."):
            start += 1
        end = source[1] - (v.words[source[1] - 1] in _OWNS)
        comma = next((i for i in range(*source) if v.words[i] == ","), end)
        speaking = [m for m in inner if self._may_speak(source, m)]
        for mention in speaking:
            named = len(mention.full.split()) > 1 or mention.gender
            if start < mention.start and mention.end == comma and named and mention.gender != "it":
                return mention.full
        if inner[0].start <= start:
            return inner[0].full if inner[0].end >= comma or inner[0].gender != "it" else text_of(v, start, comma)
        for mention in speaking:
            if mention.end == comma or (mention.start == comma + 1 and mention.gender != "it"):
                return mention.full
        people = [m for m in speaking if m.gender in ("he", "she", PERSON)]
        aside = comma < end - 1 and v.tokens.shape[comma + 1] == "l" and v.words[comma + 1] != "and"
        return people[-1].full if people else text_of(v, source[0], comma if aside else source[1])

    def _may_speak(self, source: Range, mention: Mention) -> bool:
        """Not "residents of Douma", but "a report by Amnesty"; not what a verb of the source is about."""
        v = self.v
        before = mention.start - 1
        if before < source[0]:
            return True
        if before > source[0] and v.words[before] in ARTICLES:
            before -= 1
        word = v.words[before]
        joined = v.classes[before][0] in "IC" and not (
            word == "by" or (word == "from" and "n.communication" in v.senses[source[0] : before])
        )
        owning = sum(v.verbs[i + 1] - v.verbs[i] for i in range(source[0], mention.start) if v.words[i] in _OWNS)
        return not joined and v.verbs[mention.start] == v.verbs[source[0]] + owning

    def _gender(self, name: str) -> str:
        for mention in reversed(self.by_last.get(name.split()[-1].lower(), []) if name.split() else []):
            if mention.full == name:
                return mention.gender
        return ""
