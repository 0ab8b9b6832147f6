"""The sources as runs of words, to find the exact words of a quotation in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.model import Document, QuotationState, Span, cut
from provenance.verification.index import Sentence

_MOST_TRIES = 20_000


@dataclass(slots=True)
class Text:
    """A document's words in lower case with their places, and where its sentences begin."""

    document: Document
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    """Number of the first word of each sentence."""

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence that a word stands in, half-open."""
        n = bisect_right(self.sentences, word) - 1
        end = self.sentences[n + 1] if n + 1 < len(self.sentences) else len(self.words)
        return self.sentences[n], end

    def between(self, first: int, second: int) -> str:
        """What stands between two words: marks and white space; to the end of the text behind the last word."""
        start = self.ends[first] if first >= 0 else 0
        end = self.starts[second] if second < len(self.starts) else len(self.document.text)
        return self.document.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """The passage of words `start` to `end`, half-open."""
        return cut(self.document.text, self.starts[start], self.ends[end - 1], self.document.id)


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `start` in the text, `at` in the quotation, `length` of both."""

    text: int
    start: int
    at: int
    length: int

    @property
    def end(self) -> int:
        """Behind the last word in the text."""
        return self.start + self.length


class Place(NamedTuple):
    """One passage with the state that the quotation is in beside it."""

    state: QuotationState
    text: int
    span: Span
    differences: tuple[str, ...] = ()
    changed: int = 0
    """Words of the quotation that the passage does not have; of joined pieces, the length of the shortest."""


class Texts:
    """Every source as words, found by word."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.texts: list[Text] = []
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        numbers: dict[str, int] = {}
        for sentence in sentences:
            number = numbers.setdefault(sentence.document.id, len(numbers))
            if number == len(self.texts):
                self.texts.append(Text(sentence.document))
            self._add(number, sentence)

    def _add(self, number: int, sentence: Sentence) -> None:
        text = self.texts[number]
        text.sentences.append(len(text.words))
        for token in sentence.tokens:
            if text.starts and text.starts[-1] == token.start:
                continue  # the second half of "isn't"
            word = token.word.lower()
            self._postings[word].append((number, len(text.words)))
            text.words.append(word)
            text.starts.append(token.start)
            text.ends.append(token.end)

    def runs(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where all `words` stand in a row: text and first word."""
        if not words:
            return
        rarest = min(range(len(words)), key=lambda i: len(self._postings.get(words[i], ())))
        wanted = list(words)
        for number, at in self._postings.get(words[rarest], ())[:_MOST_TRIES]:
            start = at - rarest
            if start >= 0 and self.texts[number].words[start : start + len(wanted)] == wanted:
                yield number, start

    def longest(self, words: Sequence[str], at: int) -> list[Run]:
        """The longest runs that begin with word `at` of a quotation; all places of equal length."""
        best: list[Run] = []
        # The first two words together are rare enough.
        for number, start in self.runs(words[at : at + 2]):
            text = self.texts[number].words
            length = 2
            while words[at + length : at + length + 1] == text[start + length : start + length + 1] != []:
                length += 1
            if best and length < best[0].length:
                continue
            best = ([] if best and length > best[0].length else best) + [Run(number, start, at, length)]
        return best

    def last(self, words: Sequence[str]) -> list[Run]:
        """The longest runs that end a quotation; all places of equal length."""
        best: list[Run] = []
        for number, start in self.runs(words[-2:]):
            text = self.texts[number].words
            length = 2
            while length < len(words) and start + 1 - length >= 0 and text[start + 1 - length] == words[-length - 1]:
                length += 1
            if best and length < best[0].length:
                continue
            run = Run(number, start + 2 - length, len(words) - length, length)
            best = [run] if not best or length > best[0].length else [*best, run]
        return best

    def places(self, word: str) -> Sequence[tuple[int, int]]:
        """Every place of a word."""
        return self._postings.get(word, ())
