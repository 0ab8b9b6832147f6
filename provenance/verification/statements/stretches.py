"""A draft's statements and the passages of the sources that are like them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from provenance.model import Claim, Document, Quotation, Span, cut
from provenance.readers.dateline import is_dateline
from provenance.text import marks, sentences
from provenance.text.overlaps import Overlaps
from provenance.text.quoting import quoted
from provenance.values import names
from provenance.verification.comparison import readings
from provenance.verification.comparison.compared import Difference
from provenance.verification.comparison.readings import Reading
from provenance.verification.comparison.side import Range
from provenance.verification.lookup.index import Index
from provenance.verification.lookup.tokens import Token, tokenize
from provenance.verification.statements import unbacked
from provenance.verification.statements.slips import Slips

_NEAR = 0.25
"""Share of a claim's telling words in a passage from which the passage's document may speak of the same thing."""
_SAME_MATTER = 0.5
"""The same for a claim that another document backs, of a weight that surely tells the same thing, or nearly all."""
SAME_THING = 0.85
"""Share of the telling words from which a passage speaks of the same thing as another one."""
TELLING = 2.0
"""Weight of the telling words from which a passage surely speaks of the same thing."""

_HEAD, _AROUND = 300, 400
"""Code points at the head of a document, and before a passage, that tell what the passage is of."""
_ENDS = re.compile(r"(?<=[^\W_]{4}[.!?])\s")
"""Between two sentences: "Rep." and "Mr." end none."""
_BESIDE = 80
"""Code points on both sides of a name in which stands what somebody is."""
_JOINED = 3
"""Other words of a sentence that a passage has which completes what another one tells."""
_BEFORE, _SURELY = 3, 0.3
"""Words before a value that tell what it is of; weight of a word that tells of whom or what."""

Watched = Callable[[Sequence[Span]], Iterable[Span]]
"""Passes sentences on, and may tell a person how far the work has come."""

_PLAIN = frozenset({"according", "to", "said", "says", "told", "reported", "added", "as"})
"""Words of cues that take no side."""


@dataclass(frozen=True)
class Stretch:
    """A claim of a draft, or a sentence without one, and what the passages that are like it say of it, best first."""

    span: Span
    claim: Claim | None
    readings: Sequence[Reading]

    @property
    def sentence(self) -> Span:
        """The whole sentence."""
        return self.span if self.claim is None else self.claim.sentence

    @cached_property
    def decisive(self) -> Reading | None:
        """The best reading of those that are like enough.

        A passage that has everything comes before a liker one that lacks or differs in something: sources differ, and
        the draft need not follow them all. In one document it must be as like.
        """
        best = next((r for r in self.readings if r.verdict != "none"), None)
        if best is None or best.verdict == "supported":
            return best
        backing = next((r for r in self.readings if r.verdict == "supported" and _stands(r, best)), best)
        if backing is not best or best.verdict != "contradicted":
            return backing
        if not best.close and self._has_nearer(best):
            return None
        counted = next((r for r in self.readings if _counts_so(r, best)), None)
        return best if counted is None else replace(counted, home=True)

    def _has_nearer(self, best: Reading) -> bool:
        """Whether another passage holds nearly all words and differs in nothing, which the best one does not."""
        others = (r for r in self.readings if not r.passage.overlaps(best.passage))
        return any(r.close and r.share >= _SAME_MATTER and not r.found for r in others)

    @property
    def is_open(self) -> bool:
        """Whether it is a claim that no like passage backs in full: another passage may, in other words."""
        return self.claim is not None and (self.decisive is None or self.decisive.verdict != "supported")

    def may_be_told(self, reading: Reading) -> bool:
        """Whether a reading's document may tell the claim in other words, or otherwise than the one that backs it."""
        if self.claim is None or self.is_open or self.decisive is None:
            return self.is_open and reading.share >= _NEAR
        apart = reading.passage.document != self.decisive.passage.document
        alike = reading.share >= readings.CONTRADICTS or reading.shared >= TELLING
        return apart and alike and reading.share >= _SAME_MATTER


class Draft:
    """A draft's claims and the passages of the sources that are like them."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], index: Index, watched: Watched = lambda spans: spans
    ) -> None:
        self.document = document
        self.slips = Slips(index.sentences)
        self._index = index
        self._texts = {d.id: d.text for d in index.documents}
        self._published = {d.id: d.published for d in index.documents}
        self.stretches: list[Stretch] = []
        held: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            held[claim.sentence.start].append(claim)
        told = [s for s in sentences.split(document.text, document.id) if not is_dateline(s.quote)]
        for sentence in watched(told):
            own = held.get(sentence.start, [])
            parts = _parts(document.text, sentence, own)
            read = readings.read(sentence, parts, index, document.published, speech=_speech(own))
            spans: list[tuple[Span, Claim | None]] = [(c.span, c) for c in own] or [(sentence, None)]
            self.stretches += [Stretch(*one, found) for one, found in zip(spans, read, strict=True)]
        self._places = Overlaps(stretch.span for stretch in self.stretches)

    def is_newer(self, one: str, other: str) -> bool:
        """Whether one source is known to be published after another one."""
        later, earlier = self._published.get(one), self._published.get(other)
        return later is not None and earlier is not None and later > earlier

    def elsewhere(self, sentence: Span, lacking: Difference) -> Span | None:
        """A passage with a value of a sentence of the draft, the words before it and one more of its telling words."""
        tokens = tokenize(sentence.quote, sentence.start)
        start = max(0, lacking.where[0] - _BEFORE)
        part = [t for t in tokens[start : lacking.where[1]] if t.weight > 0 or t.is_number]
        rest = {t.key for t in (*tokens[:start], *tokens[lacking.where[1] :]) if t.weight >= _SURELY}
        if not any(t.end <= tokens[lacking.where[0]].start for t in part):
            return None
        for source in self._index.like(part):
            keys = {t.key for t in source.tokens}
            if keys >= {t.key for t in part} and keys & rest:
                return source.span
        return None

    def beside(self, sentence: Span, where: Range, passage: Span) -> Span | None:
        """Another passage that has words of a draft's sentence, those around them and one more, and denies nothing.

        "The mill was destroyed by fire": one sentence tells of the fire in the mill, another that it destroys the mill.
        """
        tokens = tokenize(sentence.quote, sentence.start)
        telling = [i for i, t in enumerate(tokens) if t.weight >= _SURELY and not where[0] <= i < where[1]]
        near = {*[i for i in telling if i < where[0]][-1:], *[i for i in telling if i >= where[1]][:1]}
        own = {t.key for t in tokens[slice(*where)]}
        for source in self._index.like([*tokens[slice(*where)], *(tokens[i] for i in telling)]):
            keys = {t.key for t in source.tokens}
            met = {i for i in telling if tokens[i].key in keys}
            told = keys >= own and near <= met and len(met) >= _JOINED
            if told and not source.span.overlaps(passage) and not any(map(unbacked.is_open, source.tokens)):
                return source.span
        return None

    def like(self, tokens: Sequence[Token]) -> list[Span]:
        """The sentences of the sources that share most with a draft's words, best first."""
        return [sentence.span for sentence in self._index.like(tokens)]

    def whole(self, passage: Span) -> Span:
        """The sentence of a source in which a passage stands."""
        return self._index.sentence(passage)

    def around(self, document: str, word: str) -> list[str]:
        """The text around each place in a source where a word stands, as far as its sentence goes."""
        text = self._texts[document]
        places = (m.start() for m in re.finditer(rf"\b{re.escape(word)}\b", text))
        found = ((text[max(0, at - _BESIDE) : at], text[at : at + _BESIDE]) for at in places)
        return [_ENDS.split(before)[-1] + _ENDS.split(behind)[0] for before, behind in found]

    def are_beside(self, one: Span, other: Span) -> bool:
        """Whether two sentences are one, or stand side by side in one source."""
        first, second = sorted((one, other), key=lambda s: s.start)
        text = self._texts[one.document]
        return one.document == other.document and not text[first.end : second.start].strip(" \n\"'”’.")

    def unbacked(
        self, statement: Span, idle: Sequence[Span], passages: Sequence[Span], least: float = unbacked.TELLING
    ) -> list[Token]:
        """Words of a statement of a weight, but for `idle` stretches, that its passages and the text around lack."""
        told = list(map(self.whole, passages))
        first, text = told[0], self._texts[told[0].document]
        before = text[max(0, first.start - _AROUND) : first.end]
        around = f"{text[: min(_HEAD, first.end)]} {before}"
        return unbacked.find(
            statement, idle, [unbacked.Told(s.quote) for s in told], unbacked.Told(around), least=least
        )

    def settled(self) -> dict[str, str]:
        """The claims that a like passage backs in full, by their ids, each with the id of the passage's document."""
        return {
            s.claim.id: s.decisive.passage.document
            for s in self.stretches
            if s.claim is not None and s.decisive is not None and not s.is_open
        }

    def near(self) -> frozenset[str]:
        """Ids of the documents worth reading for some claim: with a passage that shares enough with it.

        For a claim that no passage is like, those that back what stands beside it ("Ferry disaster: six dead").
        """
        found: set[str] = set()
        for number, stretch in enumerate(self.stretches):
            own = {r.passage.document for r in stretch.readings if stretch.may_be_told(r)}
            if stretch.is_open and not own:
                around = self.stretches[max(0, number - 1) : number + 2]
                own = {s.decisive.passage.document for s in around if s.decisive is not None}
            found |= own
        return frozenset(found)

    def heard(self, quotations: Sequence[Quotation]) -> list[Quotation]:
        """The quotations, their speaker put right where the whole sentence stands in the passage, or all but a name."""
        return [self._heard(q) for q in quotations]

    def _heard(self, quotation: Quotation) -> Quotation:
        if quotation.state not in ("verbatim", "wrong_speaker") or not quotation.speaker or quotation.passage is None:
            return quotation
        for n in self._places.with_span(quotation.span):
            told = self.stretches[n].decisive
            if told is None or not told.passage.overlaps(quotation.passage):
                continue
            whole = told.verdict == "supported" and told.close and not told.unnamed
            if quotation.state == "wrong_speaker" and whole and _names(told.passage.quote, quotation.speaker):
                return quotation.model_copy(update={"state": "verbatim", "differences": ()})
            heard = (d for d in told.found if d.slot == "name" and _is_speaker(d, quotation))
            other = next((d for d in heard if _is_outside(d.b, told.passage.quote)), None)
            if quotation.state == "verbatim" and other is not None:
                reason = f"speaker: {quoted(quotation.speaker)} in the draft, {quoted(other.b)} in the source"
                return quotation.model_copy(update={"state": "wrong_speaker", "differences": (reason,)})
        return quotation


def _names(words: str, speaker: str) -> bool:
    return any(names.compare(name.text, speaker).same for name in names.find(words))


def _is_speaker(found: Difference, quotation: Quotation) -> bool:
    """Whether a name that differs is that of the quotation's speaker, told outside its words."""
    told = found.verdict == "different" and found.a not in quotation.span.quote
    return told and names.compare(found.a, quotation.speaker or "").same


def _is_outside(name: str, words: str) -> bool:
    """Whether a name of the source stands outside quotation marks: one inside them is told of, and speaks not."""
    quoted = marks.pairs(words)
    places = (match.start() for match in re.finditer(re.escape(name), words))
    return any(not any(a <= at < b for a, b in quoted) for at in places)


def _parts(text: str, sentence: Span, claims: Sequence[Claim]) -> list[Span]:
    """The sentence shared out among its claims, so that no word is left unread; all of it where it holds none."""
    if len(claims) < 2:
        return [sentence]
    starts = [sentence.start, *(c.span.start for c in claims[1:])]
    return [cut(text, a, b, sentence.document) for a, b in zip(starts, [*starts[1:], sentence.end], strict=True)]


def _counts_so(reading: Reading, best: Reading) -> bool:
    """Whether a passage of another document has the very figures that the likest one has otherwise, in other words."""
    apart = reading.passage.document != best.passage.document
    figures = {d.slot for d in best.found if d.verdict == "different"} <= {"quantity", "time"}
    worded = {d.slot for d in reading.found} == {"wording"} and reading.share >= _SAME_MATTER
    return apart and figures and worded and reading.confirms and reading.shared >= TELLING


def _speech(claims: Sequence[Claim]) -> list[Span]:
    """The words of a sentence that only tell who says what its claims tell.

    "Confirmed" and "denied" tell more; so does what is said of a speaker aside: "Sand, 44", "Holm, who was arrested".
    """
    told = [c.attribution for c in claims if c.attribution and c.attribution.cue and c.attribution.kind == "indirect"]
    plain = [a for a in told if a.cue and _PLAIN.issuperset(a.cue.quote.lower().split())]
    return [span for a in plain for span in (a.source, a.cue) if span is not None and "," not in span.quote]


def _stands(reading: Reading, best: Reading) -> bool:
    """Whether a passage that backs a statement comes before a liker one: it surely is of it, or has all of a part."""
    if best.home and best.share < readings.SUPPORTS <= SAME_THING <= reading.share:
        return True
    apart = reading.passage.document != best.passage.document
    return reading.shared >= TELLING and reading.share >= (min(SAME_THING, best.share) if apart else best.share)
