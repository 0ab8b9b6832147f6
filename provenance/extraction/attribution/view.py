"""Tokens with what the decisions of attribution need to know of them, ready for looking at neighbours."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from provenance.extraction.attribution.tokens import Tokens

Row = tuple[object, ...]
"""The values of one candidate of a decision; the place of a value is the feature's template."""
Range = tuple[int, int]
"""Token indexes, half-open."""

QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'", "«", "»", "„"})
VERBAL = frozenset("VDZGPMX")
"""First letters of the classes of verb forms (see data/attribution_wordclasses.tsv)."""
PASSED = frozenset("XMRn")
"""First letters of the classes that stand between a verb and its subject: auxiliaries, modals, adverbs, "not"."""
STEPS = (0, 1, 2, 3, 4, 5, 6, 6, 8, 8, 8, 11, 11, 11, 11, 15, 15, 15, 15, 15)
PAD = 4
_JOINTS = str.maketrans(dict.fromkeys("tTAENSJ#s$Rn", "n") | dict.fromkeys("VDZMX", "v") | {"H": "h", "W": "w"})
"""First letter of a class → what it is between phrases; "n", words of noun phrases and adverbs, is passed over."""
_LONGEST_JOINTS = 12


class Cue(NamedTuple):
    """A cue's token range, the token that reports, and its base form."""

    first: int
    last: int
    """Past the last token."""
    head: int
    lemma: str


class View:
    """A text's tokens, word classes and meanings, padded so that neighbours need no bounds checks."""

    __slots__ = (
        "_joints", "_run", "classes", "commas", "count", "inside", "quoted", "senses", "tokens", "verbs", "words",
    )  # fmt: skip

    def __init__(self, tokens: Tokens, classes: list[str], senses: list[str]) -> None:
        self.tokens = tokens
        self.count = len(tokens)
        pad = [""] * PAD
        self.words = [*tokens.lower, *pad]
        self.classes = [*classes, *pad]
        self.senses = [*senses, *pad]
        self.inside = [q >= 0 for q in tokens.quote]
        self.commas = _running([w == "," for w in tokens.lower])
        self.verbs = _running([k[0] in VERBAL for k in classes])
        self.quoted = _running(self.inside)
        self._joints, self._run = _joints_of(classes)

    def joints(self, low: int, high: int) -> str:
        """What holds the phrases from token `low` to `high` (half-open) together: "leader of the group, who" → "I,w".

        The first letter is that of the joint before, where a noun phrase comes first.
        """
        if low >= high:
            return ""
        found = self._joints[self._run[low] : self._run[high - 1] + 1]
        return found if len(found) <= _LONGEST_JOINTS else found[:4] + "~"

    def subject(self, i: int) -> int:
        """The nearest token before `i` that is no auxiliary or adverb: by rule the last word of its subject."""
        i -= 1
        while i >= 0 and self.classes[i][0] in PASSED:
            i -= 1
        return i if i >= 0 else self.count

    def object(self, i: int) -> int:
        """The nearest token after `i` that is no auxiliary or adverb."""
        i += 1
        while i < self.count and self.classes[i][0] in PASSED:
            i += 1
        return i

    def sentence(self, token: int) -> Range:
        """The sentence that a token stands in."""
        return self.tokens.sentences[self.tokens.sentence[token]]


def _joints_of(classes: list[str]) -> tuple[str, list[int]]:
    """One letter for each joint, and the joint of each token; noun phrases and adverbs have the one before them."""
    letters = "".join([k[0] for k in classes]).translate(_JOINTS)
    found, run = [], []
    before = ""
    for letter in letters:
        if letter != before and (letter != "n" or not before):
            found.append(letter)
            before = letter
        run.append(len(found) - 1)
    return "".join(found), run


def _running(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def bucket(distance: int) -> int:
    """A distance in tokens, rounded down to a few steps."""
    return STEPS[distance] if distance < 20 else (20 if distance < 30 else 30)
