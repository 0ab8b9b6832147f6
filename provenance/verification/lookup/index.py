"""The sentences of all sources, found again by the telling words that a draft shares with them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, nsmallest

from provenance.model import Document, Span, cut
from provenance.text import sentences
from provenance.verification.comparison.side import Side
from provenance.verification.lookup.known import Offsets
from provenance.verification.lookup.tokens import Token, count, lowered, tokenize
from provenance.verification.lookup.wanted import Wanted

MOST = 12
"""Sentences kept for one of the draft; the rest share less."""
TELLING = 0.03
"""Weight from which a word finds a sentence."""
MOST_HITS = 30_000
"""Hits read for one sentence of the draft, rarest words first: bounds the cost where a source repeats itself."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a source; what it holds is read at first use: of many sources a draft touches few sentences."""

    document: Document
    start: int
    end: int
    """Half-open range of the document's text."""
    words: list[str]
    """Folded, in lower case."""

    @cached_property
    def span(self) -> Span:
        """Its place with its words."""
        return cut(self.document.text, self.start, self.end, self.document.id)

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words; their places are those in the document's text."""
        return tokenize(self.span.quote, self.start)

    @cached_property
    def side(self) -> Side:
        """The sentence as one side of a comparison; its values are read once, whatever it is compared with."""
        return Side(self.span, self.tokens, self.document.published)


class Index:
    """Sentences by the words they hold."""

    def __init__(
        self,
        documents: Sequence[Document],
        asked: Iterable[Document],
        *,
        most_hits: int = MOST_HITS,
        passages: Mapping[str, Sequence[Offsets]] | None = None,
    ) -> None:
        """Of documents that `passages` names by their ids, these sentences alone; found by words of those `asked`."""
        self._most_hits = most_hits
        self.documents = documents
        self.sentences: list[Sentence] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        """Of each document its sentences in order, by number."""
        self._lengths: list[float] = []
        """By which votes are divided: of sentences that share as much, the shorter ones hold less beside it."""
        self._postings: dict[str, list[int]] = defaultdict(list)
        words = {word for d in asked for start, end in sentences.ranges(d.text) for word in lowered(d.text[start:end])}
        self._telling, self._asked = Wanted(words, TELLING), Wanted(words)
        for document in documents:
            known = None if passages is None else passages.get(document.id)
            for start, end in sentences.ranges(document.text) if known is None else known:
                self._add(Sentence(document, start, end, lowered(document.text[start:end])))

    def _add(self, sentence: Sentence) -> None:
        for key in {key for word in sentence.words for key in self._telling[word]}:
            self._postings[key].append(len(self.sentences))
        self._places[sentence.document.id].append(len(self.sentences))
        self.sentences.append(sentence)
        self._lengths.append((8 + count(sentence.words)) ** 0.25)

    def sentence(self, passage: Span) -> Span:
        """The whole sentence in which a passage begins; the passage itself where none is held."""
        places = self._places[passage.document]
        n = bisect_right(places, passage.start, key=lambda number: self.sentences[number].start) - 1
        found = self.sentences[places[n]].span if n >= 0 else passage
        return found if found.start <= passage.start < found.end else passage

    def shared(self, sentence: Sentence) -> set[str]:
        """The keys of a sentence's tokens that those have who ask."""
        return {key for word in sentence.words for key in self._asked[word]}

    def like(self, tokens: Sequence[Token]) -> list[Sentence]:
        """Up to `MOST` sentences that share most with `tokens`, best first; equal ones of a document once."""
        ranked = self._ranked(tokens)
        heapify(ranked)
        kept: dict[tuple[str, str], Sentence] = {}
        while ranked and len(kept) < MOST:
            sentence = self.sentences[heappop(ranked)[1]]
            kept.setdefault((sentence.document.id, sentence.span.quote), sentence)
        return list(kept.values())

    def like_in_each(self, tokens: Sequence[Token], documents: Container[str]) -> list[Sentence]:
        """Of each of some documents, named by their ids, up to `MOST` sentences that share most with `tokens`."""
        ranked: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for worth, number in self._ranked(tokens):
            if (name := self.sentences[number].document.id) in documents:
                ranked[name].append((worth, number))
        return [self.sentences[number] for found in ranked.values() for _, number in nsmallest(MOST, found)]

    def _ranked(self, tokens: Sequence[Token]) -> list[tuple[float, int]]:
        """The sentences that share telling words with `tokens`, by number, each behind a figure: the least is best."""
        votes: dict[int, float] = defaultdict(float)
        keys = {t.key: t.weight or 0.5 for t in tokens if t.weight >= TELLING or t.is_number}
        hits = 0
        for key in sorted(keys, key=lambda k: (len(self._postings.get(k, ())), k)):
            found = self._postings.get(key, ())
            hits += len(found)
            if hits > self._most_hits and votes:
                break
            # A word that stands everywhere says little of the place.
            worth = keys[key] / (1 + len(found)) ** 0.25
            for number in found:
                votes[number] += worth
        return [(-round(votes[n] / self._lengths[n], 6), n) for n in votes]
