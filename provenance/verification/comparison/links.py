"""Words that two aligned sentences share and link otherwise: to another preposition's noun, under a plan or a wish."""

from collections.abc import Iterator

from provenance.extraction.lexicon import is_past
from provenance.text.closed_classes import BEING
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference, act_of
from provenance.verification.comparison.side import Side

_WITHIN = frozenset({"of", "in", "at", "on", "near", "outside", "inside", "around"})
"""Prepositions whose noun stands for that before it: "the town of Petrin", "a hospital in Geneva"."""
_LINKS = _WITHIN | {"by", "for", "from", "to", "with", "against", "over", "under", "behind", "since", "until", "into"}
_CLAUSES = frozenset(
    ["that", "who", "whom", "which", "whose", "when", "where", "while", "after", "before", "because", "although"]
) | frozenset(["though", "as", "if", "than", "is", "was", "are", "were", "be", "been", "has", "have", "had", "will"])
"""Words with which the noun of a preposition is surely at its end."""
_NEAR, _WORDS = 4, 2
_OPENING = 2
"""Words in which a participle that opens a sentence stands: "Born in Prague, she …"."""
_AUXILIARIES = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "been", "be", "being", "will", "later", "then"}
)
_DONE = frozenset(
    [
        "did",
        "do",
        "does",
        "managed",
        "able",
        "helped",
        "forced",
        "made",
        "let",
        "saw",
        "began",
        "started",
        "had",
        "used",
    ]
)
"""Words before an infinitive of what was done, or was not."""
_FUTURE = frozenset({"will", "would", "shall", "should", "must"})
_CHANGES = frozenset({"by", "to", "from"})


def attachment(c: Compared) -> Iterator[Difference]:
    """A noun behind another preposition's: "passengers on a tram that stood behind the train", "on the train"."""
    for i, j in c.words.pairs.items():
        word = c.draft.tokens[i].word.lower()
        if word not in _LINKS or c.source.tokens[j].word.lower() != word:
            continue
        mine = _noun(c.draft, i)
        there = c.words.pairs.get(mine, -1)
        if mine < 0 or there < 0:
            continue
        behind = c.words.pairs.get(i - 1, -1) + 1
        again = 0 < behind < len(c.source.tokens) and c.source.tokens[behind].word.lower() == word
        j = behind if again else j
        if _governed(c.source, there) == word and not (again and there < j):  # "cleared of X but convicted of Y"
            continue
        near = again or (there > j and i not in c.words.moved)
        passed = _passed(c, j, there, word) if near else []
        if passed:
            a, b = c.draft.words([i, mine]), c.source.words([j, *passed])
            yield Difference("object", "unknown", a, b, "the source says so of another thing", (i, mine + 1))
            return


def _governed(side: Side, n: int) -> str:
    """The preposition behind which token `n` stands, with no more than two telling words between; empty for none."""
    telling = 0
    for k in range(n - 1, max(-1, n - 2 * _NEAR), -1):
        word = side.tokens[k].word.lower()
        if word in _LINKS:
            return word
        telling += side.tokens[k].weight > 0 or side.tokens[k].is_number
        if word in _CLAUSES or telling > _WORDS or side.is_apart(k, k + 1):
            return ""
    return ""


def _noun(side: Side, i: int) -> int:
    """The first telling word or number behind token `i`; -1 where a sentence or a clause ends before it."""
    for k in range(i + 1, min(i + 1 + _NEAR, len(side.tokens))):
        if side.is_apart(k - 1, k):
            return -1
        if side.tokens[k].weight > 0 or side.tokens[k].is_number:
            return k
    return -1


def _passed(c: Compared, j: int, there: int, link: str) -> list[int]:
    """Telling words that the source alone has behind a preposition, where the word at `there` is not of its noun.

    Empty where the two belong together.
    """
    passed: list[int] = []
    ended = False
    for k in range(j + 1, there if there > j else len(c.source.tokens)):
        token = c.source.tokens[k]
        word = token.word.lower()
        inner = word == "of" or link == "since" or (word in _WITHIN and link in _WITHIN)
        if word in _CLAUSES or (
            word in _LINKS and (there < j or not inner or lists.is_person(c.source.tokens[k - 1].word))
        ):
            ended = ended or bool(passed)
            if ended and there < j:
                return passed
        elif token.weight > 0 or token.is_number:
            if k in c.words.used:
                return []
            passed += [] if ended else [k]
    return passed if ended or there < j else []


def plans(c: Compared) -> Iterator[Difference]:
    """What the source only tells as planned, asked for or proposed, and the draft as more: "is asking for a rise"."""
    wishes, intents = lists.negators("wish"), lists.negators("intent")
    own = {t.base for t in c.draft.tokens} | {t.word.lower() for t in c.draft.tokens}
    if own & wishes:
        return
    planned = bool(own & (intents | {"will", "would", "shall"})) or any(
        t.word.lower() in BEING and c.draft.tokens[i + 1].word == "to" for i, t in enumerate(c.draft.tokens[:-1])
    )
    for j, token in enumerate(c.source.tokens[:-1]):
        if j in c.words.used and token.word.lower() not in BEING:
            continue
        if token.base in wishes:
            if not _governs(c, j):
                continue
        elif planned or not (token.base in intents or _is_to_be(c.source, j)) or not _governs(c, j):
            continue
        at = max(0, min(c.words.pairs, default=0))
        reason = "the source tells it as a wish or a plan, the draft as more"
        yield Difference("modality", "unknown", "", c.source.words(range(j, j + 2)), reason, (at, at + 1))
        return


def _is_to_be(side: Side, j: int) -> bool:
    """ "Is to take place"."""
    following = side.tokens[j + 1].word.lower(), side.tokens[j + 2].word.lower() if j + 2 < len(side.tokens) else ""
    words = lists.negators("intent_to") | BEING
    return side.tokens[j].word.lower() in words and following[0] == "to" and bool(following[1])


def _governs(c: Compared, j: int) -> bool:
    """Whether one of the next two telling words behind a token of the source is the draft's, with no clause between."""
    telling = 0
    for k in range(j + 1, min(j + 2 + 2 * _NEAR, len(c.source.tokens))):
        word = c.source.tokens[k].word.lower()
        if c.source.is_apart(k - 1, k) or (word in _CLAUSES and word not in ("that", "be", "than")):
            return False
        if c.source.tokens[k].weight > 0 or c.source.tokens[k].is_number:
            telling += 1
            if k in c.words.used or telling == _WORDS:
                return k in c.words.used
    return False


def scheduled(c: Compared) -> Iterator[Difference]:
    """A past in the draft for what is yet to be in the source: "will cut 300 jobs and close", "comes on 1 July"."""
    if not c.source.span.quote.endswith("."):
        return
    dated = bool(c.draft.times) and all(k in c.words.pairs for k in range(*c.draft.times[0][1]))
    for i, j in c.words.pairs.items():
        mine, theirs = c.draft.tokens[i], c.source.tokens[j]
        if i not in c.draft.verbs or not is_past(mine.word.lower()):
            continue
        due = dated and theirs.word != theirs.base and theirs.word.endswith("s") and j in c.source.verbs
        bare = theirs.word == theirs.base and not is_past(theirs.word) and _is_ahead(c.source, j)
        if due or bare:
            reason = "the source tells it as due, the draft as done"
            yield Difference("modality", "unknown", mine.word, theirs.word, reason, (i, i + 1))
            return


def _is_ahead(side: Side, n: int) -> bool:
    """Whether an infinitive is of something yet to be done: behind "will", or "to" with no past verb before it."""
    words = [t.word.lower() for t in side.tokens[max(0, n - 2 * _NEAR) : n]]
    if not words or words[-1] not in ("to", "and", "or", *_FUTURE) or not _DONE.isdisjoint(words):
        return False
    earlier = (is_past(t.word.lower()) or t.word.endswith("ed") for t in side.tokens[:n])
    return not _FUTURE.isdisjoint(words) or (words[-1] == "to" and not any(earlier))


def acts(c: Compared) -> Iterator[Difference]:
    """What the source tells of the second of two acts, the draft of the first: "was developed and then tested in"."""
    for n, verb in enumerate(c.draft.verbs):
        told = c.counterpart(verb)
        last = c.draft.verbs[n + 1] if n + 1 < len(c.draft.verbs) else len(c.draft.tokens)
        for i in range(verb + 1, last if told >= 0 else verb):
            there = c.words.pairs.get(i, -1)
            if there < 0 or not (c.draft.tokens[i].weight > 0 or c.draft.tokens[i].is_number):
                continue
            other = act_of(c.source, there)
            earlier = 0 <= other < min(told, _OPENING) and _ends_before(c.source, there, told)
            later = other > told and _is_joined(c.source, other)
            if there > other and (earlier or later) and other not in c.words.used:
                a, b = c.draft.words([verb, i]), c.source.words([other, there])
                yield Difference("object", "unknown", a, b, "the source tells this of another act", (i, i + 1))
                return


def _ends_before(side: Side, n: int, verb: int) -> bool:
    """Whether a comma stands between a token and the verb behind it."""
    text = side.span.quote[side.tokens[n].end - side.span.start : side.tokens[verb].start - side.span.start]
    return "," in text


def _is_joined(side: Side, verb: int) -> bool:
    """Whether "and" or "but" stands right before a verb, but for its auxiliaries."""
    k = verb - 1
    while k > 0 and (side.tokens[k].word.lower() in _AUXILIARIES):
        k -= 1
    return side.tokens[k].word.lower() in ("and", "but")


def changes(c: Compared) -> Iterator[Difference]:
    """By how much and to what: "rose by 60 cents", "rose to 60 cents"."""
    for i, j in c.words.pairs.items():
        if not i or not j or not (c.draft.tokens[i].is_number or c.draft.tokens[i].key.isdecimal()):
            continue
        mine, theirs = _change(c.draft, i), _change(c.source, j)
        times = any(a <= i < b for _, (a, b) in c.draft.times)
        if mine and theirs and mine != theirs and not times:
            a, b = c.draft.words([i - 1, i]), c.source.words([j - 1, j])
            yield Difference("quantity", "different", a, b, "a change is not what it led to", (i, i + 1))
            return


def _change(side: Side, i: int) -> str:
    """ "by", "to" or "from" before a number; "by" where it stands right behind a word for a rise or a fall."""
    before = side.tokens[i - 1]
    word = before.word.lower()
    if word in _CHANGES:
        verbs = (t.base for t in side.tokens[max(0, i - 2 * _NEAR) : i])
        moves = lists.degrees("up") | lists.degrees("down") | lists.degrees("moved")
        return word if any(base in moves for base in verbs) else ""
    return "by" if before.base in lists.degrees("up") | lists.degrees("down") else ""
