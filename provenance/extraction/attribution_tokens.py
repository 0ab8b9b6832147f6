"""Tokens, sentences and quotation marks of a text as parallel lists: what every step of attribution looks at.

Parallel lists of plain values, not objects: the finder visits every token, and its speed is decided here.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

TOKEN = re.compile(
    r"\w+n[’']t\b|\w+(?:[-.&/]\w+)*(?:[.,]\d+)*|[’'](?:s|re|ve|ll|d|m)\b|''|``|--+|\.\.+|[^\w\s]", re.IGNORECASE
)
PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n")

OPENING = {"“": "”", "«": "»", "``": "''", "„": "“"}
CLOSING = {"”", "»"}
STRAIGHT = {'"', "''"}
MAX_DEPTH = 6
"""Quotations within quotations; deeper marks are noise."""
MAX_SINGLE = 400
"""Code points that a pair of single marks may span; longer ones are apostrophes."""


@dataclass(frozen=True, slots=True)
class Marks:
    """One pair of quotation marks, as token indexes; `close` is the paragraph's last token where no mark closes."""

    open: int
    close: int
    depth: int
    closed: bool
    continues: bool
    """Opened without an end before the paragraph's end, or taking up such a one."""


class Tokens:
    """The tokens of a text; all lists have one entry a token."""

    __slots__ = (
        "ends",
        "lower",
        "marks",
        "paragraph",
        "quote",
        "sentence",
        "sentences",
        "shape",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str, sentences: list[tuple[int, int]]) -> None:
        self.text = text
        found = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        self.starts = [a for a, _ in found]
        self.ends = [b for _, b in found]
        self.words = [text[a:b] for a, b in found]
        forms = {w: (w.lower().replace("’", "'"), _shape(w)) for w in set(self.words)}
        self.lower = [forms[w][0] for w in self.words]
        self.shape = [forms[w][1] for w in self.words]
        self.paragraph = _paragraphs(text, self.starts)
        self.marks = pair_marks(text, self)
        self.quote = [-1] * len(found)
        """Index in `marks` of the outermost pair around (and including the marks themselves), or -1."""
        for number, pair in enumerate(self.marks):
            if pair.depth == 0:
                for i in range(pair.open, min(pair.close + 1, len(found))):
                    self.quote[i] = number
        self.sentences = _split_quotations(self, _token_ranges(self.starts, sentences))
        self.sentence = [0] * len(found)
        for number, (first, last) in enumerate(self.sentences):
            for i in range(first, last):
                self.sentence[i] = number

    def __len__(self) -> int:
        return len(self.starts)


def _shape(word: str) -> str:
    first = word[0]
    if first.isupper():
        return "A" if len(word) > 1 and word.isupper() else "C"
    if first.isalpha():
        return "l"
    return "d" if first.isdigit() else "p"


def _token_ranges(starts: list[int], sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences as half-open token ranges that cover every token."""
    ranges = []
    first, count = 0, len(starts)
    position = 0
    for _, end in sentences:
        while position < count and starts[position] < end:
            position += 1
        if position > first:
            ranges.append((first, position))
            first = position
    if first < count:
        ranges.append((first, count))
    return ranges


def _split_quotations(t: Tokens, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences cut once more at the full stops inside quotations: what is reported there has its own sources."""
    cut = []
    for first, last in ranges:
        begin = first
        for i in range(first + 1, last - 1):
            if t.quote[i] >= 0 and t.quote[i + 1] == t.quote[i] and _ends_sentence(t, i):
                cut.append((begin, i + 1))
                begin = i + 1
        cut.append((begin, last))
    return cut


def _ends_sentence(t: Tokens, i: int) -> bool:
    word = t.words[i]
    if word not in (".", "?", "!") or t.shape[i + 1] not in "CAd":
        return False
    before = t.words[i - 1]
    return word != "." or not (before[0].isupper() and len(before) <= 4 and t.starts[i] == t.ends[i - 1])


def _paragraphs(text: str, starts: list[int]) -> list[int]:
    breaks = [m.start() for m in PARAGRAPH.finditer(text)]
    return [bisect_right(breaks, a) for a in starts]


def _opens(text: str, a: int, b: int) -> bool:
    """Whether a straight mark at a:b looks like an opening one."""
    before = text[a - 1] if a else " "
    after = text[b] if b < len(text) else " "
    return (before.isspace() or before in "([{—–-/“‘\"'") and not after.isspace()


def pair_marks(text: str, tokens: "Tokens") -> list[Marks]:
    """The pairs of quotation marks, by opening mark; pairs never cross a paragraph."""
    words, paragraph = tokens.words, tokens.paragraph
    found: list[Marks] = []
    stack: list[tuple[int, str]] = []
    count = len(words)
    carried = False
    for i in range(count):
        if i and paragraph[i] != paragraph[i - 1] and stack:
            carried = _flush(found, stack, i)
        w = words[i]
        if len(w) > 2 or w[0].isalnum():
            continue
        fresh = i == 0 or paragraph[i] != paragraph[i - 1]
        if stack and w == stack[-1][1] and not (w in STRAIGHT and fresh):
            begin, _ = stack.pop()
            found.append(Marks(begin, i, len(stack), True, carried and not stack))
            carried = carried and bool(stack)
        elif len(stack) >= MAX_DEPTH:
            continue
        elif w in OPENING:
            stack.append((i, OPENING[w]))
        elif w in STRAIGHT and (not any(w == s for _, s in stack)):
            if _opens(text, tokens.starts[i], tokens.ends[i]) or not stack:
                stack.append((i, w))
        elif w in STRAIGHT or w in CLOSING:
            while stack and stack[-1][1] != w:
                stack.pop()
            if stack:
                begin, _ = stack.pop()
                found.append(Marks(begin, i, len(stack), True, carried and not stack))
        elif w in "‘'" and _opens(text, tokens.starts[i], tokens.ends[i]):
            end = _single_end(text, tokens, i, "’" if w == "‘" else "'")
            if end:
                found.append(Marks(i, end, len(stack), True, False))
    if stack:
        _flush(found, stack, count)
    found.sort(key=lambda m: (m.open, -m.close))
    return found


def _flush(found: list[Marks], stack: list[tuple[int, str]], i: int) -> bool:
    """Close what is open at a paragraph's end; whether a quotation goes on in the next paragraph."""
    begin, _ = stack[0]
    stack.clear()
    found.append(Marks(begin, i - 1, 0, False, True))
    return True


def _single_end(text: str, tokens: "Tokens", i: int, mark: str) -> int:
    """Token of the closing single mark, or 0."""
    limit = tokens.starts[i] + MAX_SINGLE
    j = i + 1
    words, starts, count = tokens.words, tokens.starts, len(tokens)
    while j < count and starts[j] < limit and tokens.paragraph[j] == tokens.paragraph[i]:
        if words[j] == mark and j > i + 1:
            after = text[starts[j] + 1 : starts[j] + 2]
            if not text[starts[j] - 1].isspace() and not after.isalnum():
                return j
        j += 1
    return 0
