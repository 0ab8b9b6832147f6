"""Whether a stretch of a sentence says something of its own beside the stretch before it."""

from provenance.extraction.clauses import words as lists
from provenance.extraction.sentence import FINITE, Range, Sentence

_SUBJECT = frozenset("NSE#HTJ")
_NOUNS = frozenset("NSE#")
_PHRASE = frozenset("NSE#HTJPRq")
_LEADING = frozenset("VPG")
"""Tags of a verb form that carries on with the subject before it: "and killed 20 people"."""
_FIRST_FIGURE = 4
"""Tokens at the start of a part among which its figure must begin to open it ("and at least 40 wounded")."""


def parts(sentence: Sentence, left: Range, right: Range, *, counting: bool) -> bool:
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
        return opener not in lists.PHRASE and opener not in lists.OPENER and _own_subject(sentence, right)
    if opener == "with" and sentence.tokens[right[0] - 1].is_word:  # "ended with four items", "40 died with 20 injured"
        return sentence.has_figure(left) and sentence.has_figure((right[0], min(right[1], right[0] + _FIRST_FIGURE)))
    if opener in lists.OPENER or _own_subject(sentence, right) or _is_relative(sentence, right):
        return True
    first = _first_word(sentence, right)
    if first < right[1] and sentence.tags[first] in _LEADING:
        return True
    return sentence.has_figure(left) and _opens_with_figure(sentence, (first, right[1]))


def _resumes(sentence: Sentence, left: Range, right: Range) -> bool:
    """Whether `right` goes on with a subject of which an aside gave a figure: "Delmar, which paid $2m, | declined"."""
    if sentence.tags[right[0]] not in FINITE or not sentence.has_figure(left):
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
        if sentence.tags[i] in FINITE:
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
    while start < part[1] and (sentence.lower[start] in lists.JOINTS or not sentence.tokens[start].is_word):
        start += 1
    return start


def _is_relative(sentence: Sentence, part: Range) -> bool:
    """Whether the stretch is a relative clause: "which killed 20 people"."""
    opens = _is_relative_pronoun(sentence, part[0])
    return opens and sentence.has_predicate(part)


def _is_relative_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether "which", or "in which", stands at token `i`."""
    return sentence.lower[i + (sentence.tags[i] == "I")] in lists.RELATIVE


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
    verbs = (i for i in range(start, part[1]) if tags[i] in FINITE and tags[i - 1] not in FINITE)
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
