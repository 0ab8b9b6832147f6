"""A sentence into clauses: stretches that say something with a predicate or a figure of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from provenance.extraction.lexicon import is_past, mentions, rows
from provenance.extraction.tokens import Token

Range = tuple[int, int]
"""Half-open range of token indexes, or of code points where said so."""

_MARKS = frozenset(",;:—–()")


@cache
def words(kind: str) -> frozenset[str]:
    """One list of the clause words ("start", "aux", "be", "determiner", "preposition" …)."""
    return frozenset(word for name, line in rows("clause_words.tsv") if name == kind for word in line.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tokenised sentence with the places (code points in the sentence) that clause splitting looks at."""

    tokens: Sequence[Token]
    values: Sequence[Range] = ()
    """No clause ends inside one of these."""
    figures: Sequence[Range] = ()
    """A figure makes a clause as a predicate does."""
    idle: frozenset[int] = frozenset()
    """Tokens that only say who speaks; they belong to no clause."""


def split(sentence: Sentence) -> list[Range]:
    """Clauses of a sentence as half-open token ranges, in order, without marks at their ends.

    A new clause begins only where both sides are complete, so that "20 men and 15 women were killed" stays whole and
    "22 were killed and 40 wounded" becomes two.
    """
    clauses: list[Range] = []
    for region in _regions(sentence):
        found: list[Range] = []
        for segment in _segments(sentence, region):
            if found and not _parts(sentence, found[-1], segment):
                found[-1] = (found[-1][0], segment[1])
            else:
                found.append(segment)
        clauses += found
    trimmed = (_trim(sentence.tokens, clause) for clause in clauses)
    return [clause for clause in trimmed if clause[0] < clause[1]]


def _regions(sentence: Sentence) -> Iterator[Range]:
    """The runs of tokens between those that only say who speaks."""
    start = None
    for i in range(len(sentence.tokens) + 1):
        inside = i < len(sentence.tokens) and i not in sentence.idle
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            yield start, i
            start = None


def _segments(sentence: Sentence, region: Range) -> list[Range]:
    """The region cut at every mark and word where a clause may begin, never inside a value."""
    tokens = sentence.tokens
    starts = [region[0]]
    for i in range(region[0] + 1, region[1]):
        after_mark = tokens[i - 1].text in _MARKS
        if not (after_mark or tokens[i].text.lower() in words("start")) or _inside(sentence.values, tokens[i].start):
            continue
        if i - starts[-1] == 1 and tokens[i - 1].text.lower() in words("start"):
            continue  # "and while": one boundary, not two
        starts.append(i)
    return list(zip(starts, [*starts[1:], region[1]], strict=True))


def _inside(values: Sequence[Range], place: int) -> bool:
    return any(start < place < end for start, end in values)


def _parts(sentence: Sentence, left: Range, right: Range) -> bool:
    """Whether `right` begins a clause of its own after `left`."""
    tokens = sentence.tokens
    left_figure, right_figure = _has_figure(sentence, left), _has_figure(sentence, right)
    if not (has_predicate(tokens, left) or (left_figure and mentions([t.base for t in tokens[left[0] : left[1]]]))):
        return False
    if right_figure and not _joins_nouns(sentence, left, right):
        return left_figure or _own_subject(tokens, right) or _opens_with_figure(tokens, right)
    if _joins_nouns(sentence, left, right):
        return False
    opener = tokens[right[0]].text.lower()
    return opener not in words("phrase") | words("participle") and _own_subject(tokens, right)


def _joins_nouns(sentence: Sentence, left: Range, right: Range) -> bool:
    """Whether a bare "and" only joins two nouns: "cities and towns", "47,000 civilians and fighters"."""
    tokens = sentence.tokens
    i = right[0]
    if tokens[i].text.lower() not in {"and", "or"} or i + 1 >= right[1] or tokens[i - 1].text in _MARKS:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    plural = before.text.endswith("s") and after.text.endswith("s") and before.text[0].islower()
    counted = any(tokens[max(left[0], i - 3)].start <= low < before.end for low, _ in sentence.figures)
    return plural or (counted and not has_predicate(tokens, (max(left[0], i - 2), i)) and after.text[0].isalpha())


def _opens_with_figure(tokens: Sequence[Token], part: Range) -> bool:
    """ "killing 18", "including three children", "and 40 wounded": the figure comes at once."""
    return tokens[part[0]].text.lower() in words("participle") or any(
        t.text[0].isdigit() for t in tokens[part[0] : part[0] + 3]
    )


def _own_subject(tokens: Sequence[Token], part: Range) -> bool:
    """Whether the stretch has a subject and then a finite verb of its own, as far as endings and lists tell."""
    start = part[0]
    opener = tokens[start].text.lower()
    relative = opener in {"which", "who", "where", "when", "while", "because", "although", "though", "whereas"}
    while start < part[1] and (tokens[start].text.lower() in words("start") or not tokens[start].is_word):
        start += 1
    verb = next((i for i in range(start, part[1]) if is_verb(tokens, i)), None)
    if verb is None:
        return False
    if opener in {"which", "who"}:
        return False  # a relative clause without a figure stays with its noun
    return verb > start or (relative and verb == start)


def _has_figure(sentence: Sentence, part: Range) -> bool:
    start, end = sentence.tokens[part[0]].start, sentence.tokens[part[1] - 1].end
    return any(start <= low < end for low, _ in sentence.figures)


def _trim(tokens: Sequence[Token], part: Range) -> Range:
    """The clause without marks and joining words at its ends; quotation marks stay with their words."""
    start, end = part
    while start < end and (tokens[start].text in _MARKS or tokens[start].text.lower() in {"and", "but", "or", "that"}):
        start += 1
    while end > start and (tokens[end - 1].text in _MARKS or tokens[end - 1].text in {".", "!"}):
        end -= 1
    return start, end


def has_predicate(tokens: Sequence[Token], part: Range) -> bool:
    """Whether the stretch holds a finite verb, as far as endings and lists tell."""
    return any(is_verb(tokens, i) for i in range(*part))


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` looks like a finite verb.

    That is an auxiliary, or a past form that stands neither after a determiner or preposition nor before a bare noun
    ("displaced civilians").
    """
    lower = tokens[i].text.lower()
    if lower in words("aux") or lower in words("verb"):
        return True
    if not is_past(lower):
        return False
    if i > 0 and tokens[i - 1].text.lower() in words("determiner") | words("preposition"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is None or not _bare_noun(following)


def _bare_noun(token: Token) -> bool:
    lower = token.text.lower()
    known = words("determiner") | words("preposition") | words("aux") | words("pronoun") | words("start")
    return token.text[0].islower() and lower not in known and not lower.endswith("ly")
