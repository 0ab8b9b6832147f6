"""Words that two aligned sentences share and link otherwise: to another preposition's noun, under a plan or a wish."""

from collections.abc import Iterator

from provenance.extraction.attribution_lexicon import senses
from provenance.verification import lists
from provenance.verification.compared import Compared, Difference
from provenance.verification.side import Side

_WITHIN = frozenset({"of", "in", "at", "on", "near", "outside", "inside", "around"})
"""Prepositions whose noun stands for that before it: "the town of Petrin", "a hospital in Geneva"."""
_LINKS = _WITHIN | {"by", "for", "from", "to", "with", "against", "over", "under", "behind", "since", "until", "into"}
_CLAUSES = frozenset(
    ["that", "who", "whom", "which", "whose", "when", "where", "while", "after", "before", "because", "although"]
) | frozenset(["though", "as", "if", "than", "is", "was", "are", "were", "be", "been", "has", "have", "had", "will"])
"""Words with which the noun of a preposition is surely at its end."""
_NEAR = 4
_BEING = frozenset({"is", "are", "was", "were"})
_CHANGES = frozenset({"by", "to", "from"})


def attachment(c: Compared) -> Iterator[Difference]:
    """A noun behind another preposition's: "passengers on a tram that stood behind the train", "on the train"."""
    for i, j in c.words.pairs.items():
        word = c.draft.tokens[i].word.lower()
        if word not in _LINKS or i in c.words.moved or c.source.tokens[j].word.lower() != word:
            continue
        mine = _noun(c.draft, i)
        there = c.words.pairs.get(mine, -1)
        if mine < 0 or mine in c.words.moved or there <= j:
            continue
        passed = _passed(c, j, there)
        if passed:
            a, b = c.draft.words([i, mine]), c.source.words([j, *passed])
            yield Difference("object", "unknown", a, b, "the source says so of another thing", (i, mine + 1))
            return


def _noun(side: Side, i: int) -> int:
    """The first telling word or number behind token `i`; -1 where a sentence or a clause ends before it."""
    for k in range(i + 1, min(i + 1 + _NEAR, len(side.tokens))):
        if side.is_apart(k - 1, k):
            return -1
        if side.tokens[k].weight > 0 or side.tokens[k].is_number:
            return k
    return -1


def _passed(c: Compared, j: int, there: int) -> list[int]:
    """Telling words that the source alone has between a preposition and the word at `there`, with a noun's end between.

    Empty where the two belong together.
    """
    passed: list[int] = []
    ended = False
    for k in range(j + 1, there):
        token = c.source.tokens[k]
        word = token.word.lower()
        if word in _CLAUSES or (word in _LINKS and not (word in _WITHIN and not _is_person(c.source, k - 1))):
            ended = ended or bool(passed)
        elif token.weight > 0 or token.is_number:
            if k in c.words.used:
                return []
            passed += [] if ended else [k]
    return passed if ended else []


def _is_person(side: Side, n: int) -> bool:
    return senses("n").get(side.tokens[n].word.lower()) == "n.person"


def plans(c: Compared) -> Iterator[Difference]:
    """What the source only tells as planned, asked for or proposed, and the draft as more: "is asking for a rise"."""
    wishes, intents = lists.negators("wish"), lists.negators("intent")
    own = {t.base for t in c.draft.tokens} | {t.word.lower() for t in c.draft.tokens}
    if own & wishes:
        return
    planned = bool(own & (intents | {"will", "would", "shall"})) or any(
        t.word.lower() in _BEING and c.draft.tokens[i + 1].word == "to" for i, t in enumerate(c.draft.tokens[:-1])
    )
    for j, token in enumerate(c.source.tokens[:-1]):
        if j in c.words.used and token.word.lower() not in _BEING:
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
    return side.tokens[j].word.lower() in _BEING and following[0] == "to" and bool(following[1])


def _governs(c: Compared, j: int) -> bool:
    """Whether the next words behind a token of the source, without a new clause between, are those of the draft."""
    for k in range(j + 1, min(j + 2 + 2 * _NEAR, len(c.source.tokens))):
        word = c.source.tokens[k].word.lower()
        if c.source.is_apart(k - 1, k) or (word in _CLAUSES and word not in ("that", "be")):
            return False
        if c.source.tokens[k].weight > 0 or c.source.tokens[k].is_number:
            return k in c.words.used
    return False


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
