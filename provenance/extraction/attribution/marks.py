"""Pairs of quotation marks: straight, curly and doubled single ones, nested, over several paragraphs."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n")
_OPENING = {"“": "”", "«": "»", "``": "''", "„": "“"}
_CLOSING = frozenset({"”", "»"})
_STRAIGHT = frozenset({'"', "''"})
_SINGLE = {"‘": "’", "'": "'"}
_ANY = frozenset({*_OPENING, *_CLOSING, *_STRAIGHT, *_SINGLE, "’"})
MAX_DEPTH = 6
"""Quotations within quotations; deeper marks are noise."""
MAX_SINGLE = 100
"""Tokens that a pair of single marks may span; longer ones are apostrophes."""


@dataclass(frozen=True, slots=True)
class Marks:
    """One pair of quotation marks, as token indexes; `close` is the paragraph's last token where no mark closes."""

    open: int
    close: int
    depth: int
    closed: bool
    continues: bool
    """Open at its paragraph's end, or taking up such a quotation at the head of the next paragraph."""


def paragraphs_of(text: str, starts: list[int]) -> list[int]:
    """The number of the paragraph of each token."""
    numbers: list[int] = []
    for number, match in enumerate(_BREAK.finditer(text)):
        upto = bisect_left(starts, match.start(), len(numbers))
        numbers += [number] * (upto - len(numbers))
    last = numbers[-1] + 1 if numbers else 0
    return numbers + [last] * (len(starts) - len(numbers))


class _Pairing:
    """The marks of a text, read from left to right."""

    def __init__(self, text: str, words: list[str], starts: list[int], paragraph: list[int]) -> None:
        self.text = text
        self.words = words
        self.starts = starts
        self.paragraph = paragraph
        self.found: list[Marks] = []
        self.stack: list[tuple[int, str]] = []
        """Opening marks not yet closed, each with what closes it."""
        self.carried = -1
        """Paragraph that a quotation was left open in, or -1."""

    def read(self, i: int) -> None:
        """Take the mark at token `i`."""
        word, stack = self.words[i], self.stack
        self.flush(self.paragraph[i])
        heads = i == 0 or self.paragraph[i] != self.paragraph[i - 1]
        if stack and word == stack[-1][1] and not (word in _STRAIGHT and heads):
            self.close(i)
        elif word in _CLOSING or (word in _STRAIGHT and any(word == closer for _, closer in stack)):
            if any(word == closer for _, closer in stack):
                while stack[-1][1] != word:
                    stack.pop()
                self.close(i)
        elif len(stack) >= MAX_DEPTH:
            return
        elif word in _OPENING:
            stack.append((i, _OPENING[word]))
        elif word in _STRAIGHT:
            if self.opens(i) or not stack:
                stack.append((i, word))
        elif word in _SINGLE and self.opens(i):
            self.single(i)

    def flush(self, paragraph: int) -> None:
        """Leave open what an earlier paragraph did not close."""
        if self.stack and self.paragraph[self.stack[0][0]] < paragraph:
            begin = self.stack[0][0]
            self.carried = self.paragraph[begin]
            self.found.append(Marks(begin, bisect_right(self.paragraph, self.carried) - 1, 0, False, True))
            self.stack.clear()

    def close(self, i: int) -> None:
        """Pair the innermost open mark with the one at token `i`."""
        begin = self.stack.pop()[0]
        heads = begin == 0 or self.paragraph[begin] != self.paragraph[begin - 1]
        goes_on = heads and self.carried >= 0 and self.paragraph[begin] == self.carried + 1
        self.found.append(Marks(begin, i, len(self.stack), True, goes_on and not self.stack))

    def opens(self, i: int) -> bool:
        """Whether a mark that does not say so looks like an opening one."""
        a = self.starts[i]
        b = a + len(self.words[i])
        before, after = self.text[a - 1 : a], self.text[b : b + 1]
        return (not before or before.isspace() or before in "([{—–-/“‘\"'") and not (not after or after.isspace())

    def single(self, i: int) -> None:
        """Pair a single mark with its closing one nearby: after a word, before none."""
        mark = _SINGLE[self.words[i]]
        for j in range(i + 2, min(i + MAX_SINGLE, len(self.words))):
            if self.paragraph[j] != self.paragraph[i]:
                return
            at = self.starts[j]
            if self.words[j] == mark and not self.text[at - 1].isspace() and not self.text[at + 1 : at + 2].isalnum():
                self.found.append(Marks(i, j, len(self.stack), True, False))
                return


def pair_marks(text: str, words: list[str], starts: list[int], paragraph: list[int]) -> list[Marks]:
    """The pairs of quotation marks among the tokens, by opening mark; pairs never cross a paragraph."""
    pairing = _Pairing(text, words, starts, paragraph)
    for i, word in enumerate(words):
        if word in _ANY:
            pairing.read(i)
    pairing.flush(len(text))
    return sorted(pairing.found, key=lambda m: (m.open, -m.close))
