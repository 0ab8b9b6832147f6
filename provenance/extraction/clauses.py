"""A sentence into clauses: stretches that say something with a predicate or a figure of their own."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.extraction.lexicon import Mention, rows
from provenance.extraction.tagging import is_function_word
from provenance.extraction.tokens import Token

Range = tuple[int, int]
"""Half-open range of token indexes."""

_MARKS = frozenset(",;:—–()")
_BREAKS = _MARKS | {"."}
_FINITE = frozenset("VX")
_SUBJECT = frozenset("NSE#HTJ")
_NOUNS = frozenset("NSE#")
_PHRASE = frozenset("NSE#HTJPRq")
_NO_CLAUSE_AFTER = frozenset("TJI")
_SENTENCE_ENDS = frozenset("NSE#PJRV")
"""Tags of words that a sentence may end with."""
_LEADING = frozenset("VPG")
"""Tags of a verb form that carries on with the subject before it: "and killed 20 people"."""
_FIRST_FIGURE = 4
"""Tokens at the start of a part among which its figure must begin to open it ("and at least 40 wounded")."""

_PADDING = [""] * 4
"""After the last token, so that looking a few tokens ahead or back needs no test."""


@cache
def words(kind: str) -> frozenset[str]:
    """One list of the clause words ("start", "phrase", "opener" …)."""
    return frozenset(word for name, line in rows("clause_words.tsv") if name == kind for word in line.split())


@cache
def joints() -> frozenset[str]:
    """The joining words that may stand before the first word of a clause."""
    return words("start") - words("verbal")


class Sentence:
    """A tokenised sentence with all that splitting looks at."""

    __slots__ = ("_figures", "idle", "joined", "lower", "mentions", "starts", "tags", "timed", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        tags: str,
        mentions: Sequence[Mention],
        values: Sequence[Range] = (),
        figures: Sequence[int] = (),
        times: Sequence[Range] = (),
        idle: frozenset[int] = frozenset(),
    ) -> None:
        """`values`, `figures` and `times` are places in the sentence, in code points: no clause begins inside a value.

        `idle` are tokens that only say who speaks; they belong to no clause.
        """
        self.tokens = tokens
        self.lower = [t.lower for t in tokens] + _PADDING
        """The tokens in lower case, with empty words past the ends."""
        self.mentions = mentions
        self.tags = tags
        self.idle = idle
        self.starts = starts = [t.start for t in tokens]
        self.joined = {i for low, high in values for i in range(bisect_right(starts, low), bisect_left(starts, high))}
        self.timed = {i for low, high in times for i in range(bisect_left(starts, low), bisect_left(starts, high))}
        self.joined |= set(_parentheses(tokens, self.tags))
        self._figures = [bisect_right(starts, low) - 1 for low in figures]

    def has_figure(self, part: Range) -> bool:
        """Whether a figure begins in the stretch."""
        return any(part[0] <= i < part[1] for i in self._figures)

    def has_predicate(self, part: Range) -> bool:
        """Whether the stretch holds a finite verb."""
        tags = self.tags[part[0] : part[1]]
        return "V" in tags or "X" in tags

    def has_mention(self, part: Range) -> bool:
        """Whether the stretch holds a word for a happening."""
        return any(part[0] <= m.first < part[1] for m in self.mentions)


def _parentheses(tokens: Sequence[Token], tags: str) -> Iterator[int]:
    """Tokens in round brackets that hold no finite verb, and the one after: "15 km (9 miles) north of the town"."""
    if "," not in tags:
        return
    opened = -1
    for i, token in enumerate(tokens):
        if token.text == "(":
            opened = i
        elif token.text == ")" and opened >= 0:
            if not any(t in _FINITE for t in tags[opened:i]):
                goes_on = i + 1 < len(tokens) and not tokens[i + 1].text[0].isupper()
                yield from range(opened, i + 1 + goes_on)
            opened = -1


def split(sentence: Sentence) -> list[Range]:
    """Clauses of a sentence as half-open token ranges, in order, without marks at their ends.

    A new clause begins only where both sides are complete, so that "20 men and 15 women were killed" stays whole and
    "22 were killed and 40 wounded" becomes two.
    """
    clauses: list[Range] = []
    for region in _regions(sentence):
        found: list[Range] = []
        for segment in _joined(sentence, _segments(sentence, region)):
            if found and not _parts(sentence, found[-1], segment, counting=len(found) > 1):
                found[-1] = (found[-1][0], segment[1])
            else:
                found.append(segment)
        clauses += found
    trimmed = (_trim(sentence, clause) for clause in clauses)
    return [clause for clause in trimmed if clause[0] < clause[1]]


def _regions(sentence: Sentence) -> Iterator[Range]:
    """The runs of tokens between those that only say who speaks."""
    start = 0
    for i in sorted(sentence.idle):
        if i > start:
            yield start, i
        start = i + 1
    if start < len(sentence.tokens):
        yield start, len(sentence.tokens)


def _segments(sentence: Sentence, region: Range) -> list[Range]:
    """The region cut at every mark and word where a clause may begin, never inside a value."""
    starts = [region[0]]
    words_ = words("start")
    tokens = sentence.tokens
    for i in range(region[0] + 1, region[1]):
        token = tokens[i]
        likely = token.lower in words_ or token.text[0].isupper() or tokens[i - 1].text in _MARKS
        if not likely or i in sentence.joined or not _may_begin(sentence, i):
            continue
        if i - starts[-1] == 1 and sentence.lower[i - 1] in words("start"):
            continue  # "and while": one boundary, not two
        starts.append(i)
    return list(zip(starts, [*starts[1:], region[1]], strict=True))


def _joined(sentence: Sentence, segments: list[Range]) -> Iterator[Range]:
    """Segments, a subject cut off from its verb put together with it: "as the army, and its allies, took the town"."""
    held: Range | None = None
    for segment in segments:
        joined = (held[0], segment[1]) if held is not None else segment
        opens = sentence.lower[joined[0]] in words("subordinator") and joined[1] - joined[0] > 1
        if opens and not sentence.has_predicate(joined) and not sentence.has_figure(joined):
            held = joined
        else:
            yield joined
            held = None
    if held is not None:
        yield held


def _may_begin(sentence: Sentence, i: int) -> bool:
    if sentence.tokens[i - 1].text in _MARKS:
        return True
    lower, before = sentence.lower[i], sentence.tags[i - 1]
    if lower == "as":
        return sentence.lower[i - 1] not in words("as") and sentence.lower[i + 1] not in words("as")
    if lower in words("verbal"):
        return sentence.tags[i] == "G" and before not in _NO_CLAUSE_AFTER
    if lower in words("relative"):
        return before != "I"  # "in which" begins before its preposition
    if lower == "where":
        return before not in "VXBR"  # "that is where they live"
    return lower in words("start") or _is_glued(sentence, i)


def _is_glued(sentence: Sentence, i: int) -> bool:
    """Whether a sentence may begin at token `i` whose full stop before was lost: "… near Homs The army said"."""
    token = sentence.tokens[i]
    return (
        token.text[0].isupper()
        and sentence.tags[i] != "E"
        and sentence.tags[i - 1] in _SENTENCE_ENDS
        and is_function_word(token.lower)
    )


def _parts(sentence: Sentence, left: Range, right: Range, *, counting: bool) -> bool:
    """Whether `right` begins a clause of its own after `left`; `counting` when `left` goes on with one before it."""
    told = sentence.has_figure(left) and (counting or sentence.has_mention(left))
    if not (told or sentence.has_predicate(left)):
        return False
    if _joins_nouns(sentence, left, right):
        return False
    opener = sentence.lower[right[0]]
    if _resumes(sentence, left, right):
        return True
    if not sentence.has_figure(right):
        return opener not in words("phrase") and opener not in words("opener") and _own_subject(sentence, right)
    if opener == "with" and sentence.tokens[right[0] - 1].is_word:  # "ended with four items", "40 died with 20 injured"
        return sentence.has_figure(left) and sentence.has_figure((right[0], min(right[1], right[0] + _FIRST_FIGURE)))
    if opener in words("opener") or _own_subject(sentence, right) or _is_relative(sentence, right):
        return True
    first = _first_word(sentence, right)
    if first < right[1] and sentence.tags[first] in _LEADING:
        return True
    return sentence.has_figure(left) and _opens_with_figure(sentence, (first, right[1]))


def _resumes(sentence: Sentence, left: Range, right: Range) -> bool:
    """Whether `right` goes on with a subject of which an aside gave a figure: "Delmar, which paid $2m, | declined"."""
    if sentence.tags[right[0]] not in _FINITE or not sentence.has_figure(left):
        return False
    aside = next((i for i in range(left[0] + 1, left[1]) if _is_relative_pronoun(sentence, i)), 0)
    return bool(aside) and sentence.tokens[aside - 1].text == "," and not sentence.has_predicate((left[0], aside))


def _joins_nouns(sentence: Sentence, left: Range, right: Range) -> bool:
    """Whether a bare "and" only joins two nouns: "cities and towns", "47,000 civilians and fighters"."""
    i = right[0]
    if sentence.lower[i] not in ("and", "or") or i + 1 >= right[1] or not sentence.tokens[i - 1].is_word:
        return False
    if sentence.tags[i - 1] not in _NOUNS or sentence.tags[i + 1] not in _SUBJECT:
        return False
    return not sentence.has_figure(right) and not _opens_clause(sentence, right)


def _opens_clause(sentence: Sentence, right: Range) -> bool:
    """Whether the noun after "and" has a finite verb at once: "… and police sealed the road"."""
    for i in range(right[0] + 1, right[1]):
        if sentence.tags[i] in _FINITE:
            return True
        if sentence.tags[i] not in _PHRASE and sentence.lower[i] != "of":
            return False
    return False


def _opens_with_figure(sentence: Sentence, part: Range) -> bool:
    """ "and 40 wounded", "10 in the capital": the figure comes at once, and is not all there is (an age)."""
    start, end = part
    counted = sentence.has_figure((start, min(end, start + _FIRST_FIGURE)))
    plain = sum(1 for i in range(start, end) if sentence.tokens[i].is_word) > 1
    return (
        counted
        and plain
        and sentence.tags[start] in "#IJRT"
        and any(t in "NSPVI" for t in sentence.tags[start + 1 : end])
    )


def _first_word(sentence: Sentence, part: Range) -> int:
    """The first token that is no joining word and no mark."""
    start = part[0]
    while start < part[1] and (sentence.lower[start] in joints() or not sentence.tokens[start].is_word):
        start += 1
    return start


def _is_relative(sentence: Sentence, part: Range) -> bool:
    """Whether the stretch is a relative clause: "which killed 20 people"."""
    opens = _is_relative_pronoun(sentence, part[0])
    return opens and sentence.has_predicate(part)


def _is_relative_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether "which", or "in which", stands at token `i`."""
    return sentence.lower[i + (sentence.tags[i] == "I")] in words("relative")


def _own_subject(sentence: Sentence, part: Range) -> bool:
    """Whether the stretch has a subject and then a finite verb of its own.

    A relative clause without a figure stays with its noun.
    """
    if _is_relative_pronoun(sentence, part[0]):
        return False
    start = _first_word(sentence, part)
    if not sentence.has_predicate((start, part[1])):
        return False
    tags = sentence.tags
    verbs = (i for i in range(start, part[1]) if tags[i] in _FINITE and tags[i - 1] not in _FINITE)
    verb = next((i for i in verbs if not _in_relative(sentence, start, i)), -1)
    if verb < 0:
        return False
    joined = _is_contraction(sentence, verb)  # "it's": subject and verb in one
    return joined or any(t in _SUBJECT for t in tags[start:verb])


def _in_relative(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether the verb belongs to a noun before it: "the town that fell"."""
    i = verb - 1
    while i > start and sentence.tags[i] in "Rn":
        i -= 1
    return i > start and sentence.lower[i] in ("that", "which", "who") and sentence.tags[i - 1] in _SUBJECT


def _is_contraction(sentence: Sentence, i: int) -> bool:
    return "'" in sentence.lower[i] and not sentence.lower[i].endswith("n't")


def _trim(sentence: Sentence, part: Range) -> Range:
    """The clause without marks and joining words at its ends; quotation marks stay with their words."""
    start, end = part
    while start < end and _is_loose_start(sentence, start, end):
        start += 1
    while end > start and _is_loose_end(sentence, start, end - 1):
        end -= 1
    return start, end


def _is_loose_start(sentence: Sentence, i: int, end: int) -> bool:
    token = sentence.tokens[i]
    if token.is_word:
        if token.lower == "that":
            return i + 1 < end and sentence.tags[i + 1] in "THE#SIJ"
        return token.lower in words("joining") | words("adding")
    if sentence.tags[i] == "q":
        return i + 1 >= end or sentence.tokens[i + 1].start > token.end
    return token.text in _BREAKS


def _is_loose_end(sentence: Sentence, start: int, i: int) -> bool:
    token = sentence.tokens[i]
    if token.text == ")":
        return not any(sentence.tokens[j].text == "(" for j in range(start, i))
    if sentence.tags[i] == "q":
        return i == start or token.start > sentence.tokens[i - 1].end
    return token.text in _BREAKS or token.text == "!" or token.lower in words("joining")
