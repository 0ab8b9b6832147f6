"""The sources as runs of words, to find the exact words of a quotation in."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.model import Document, QuotationState, Span, cut
from provenance.verification.lookup.index import Sentence
from provenance.verification.lookup.tokens import placed

_MOST_TRIES = 20_000


class Text:
    """A run of a document's sentences as words in lower case; places are read where they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: list[str] = []
        self._sentences: list[Sentence] = []
        self._first: list[int] = []
        """Number of the first word of each sentence."""
        self._places: dict[int, list[tuple[int, int]]] = {}
        """Of the words of a sentence, by its number."""

    def add(self, sentence: Sentence) -> None:
        """Goes on with the next sentence."""
        self._first.append(len(self.words))
        self._sentences.append(sentence)
        self.words += sentence.words

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence comes right after the last one: what lies between two sentences is white space."""
        between = slice(self._sentences[-1].end, sentence.start)
        return self.document is sentence.document and not self.document.text[between].strip()

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence that a word stands in, half-open."""
        n = bisect_right(self._first, word) - 1
        end = self._first[n + 1] if n + 1 < len(self._first) else len(self.words)
        return self._first[n], end

    def between(self, first: int, second: int) -> str:
        """What stands between two words: marks and white space; to the end of the text behind the last word."""
        start = self._place(first)[1] if first >= 0 else 0
        end = self._place(second)[0] if second < len(self.words) else len(self.document.text)
        return self.document.text[start:end]

    def initial(self, word: int) -> str:
        """The first letter of a word as written."""
        return self.document.text[self._place(word)[0]]

    def span(self, start: int, end: int) -> Span:
        """The passage of words `start` to `end`, half-open."""
        return cut(self.document.text, self._place(start)[0], self._place(end - 1)[1], self.document.id)

    def _place(self, word: int) -> tuple[int, int]:
        n = bisect_right(self._first, word) - 1
        if n not in self._places:
            span = self._sentences[n].span
            self._places[n] = [(start, end) for _, start, end in placed(span.quote, span.start)]
        return self._places[n][word - self._first[n]]


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

    def __init__(self, sentences: Sequence[Sentence], wanted: Collection[str]) -> None:
        """Only the `wanted` words, in lower case, will be asked for."""
        self.texts: list[Text] = []
        self._postings: dict[str, list[tuple[int, int]]] = {word: [] for word in wanted}
        for sentence in sentences:
            if not self.texts or not self.texts[-1].goes_on(sentence):
                self.texts.append(Text(sentence.document))
            self._add(sentence)

    def _add(self, sentence: Sentence) -> None:
        number, text = len(self.texts) - 1, self.texts[-1]
        for at, word in enumerate(sentence.words, len(text.words)):
            if word in self._postings:
                self._postings[word].append((number, at))
        text.add(sentence)

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
