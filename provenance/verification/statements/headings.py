"""Headings and captions of a draft: those that state something are checked, those that only name a topic are not."""

from bisect import bisect_right

from provenance.extraction.lexicon import is_past
from provenance.extraction.tagging import tag
from provenance.extraction.tokens import tokenize
from provenance.model import Span
from provenance.text import sentences
from provenance.verification.statements.stretches import Stretch

_VERBS = frozenset("VXPo")
"""Tags of finite verbs and participles ("two men held"), and of the "to" of a headline's future ("to close")."""
_ASKS = "W"
"""The tag of a word that asks: such a line is a topic unless it counts something."""
_ENDS = (".", "!", "…")
_TELLING = frozenset({"figure", "event"})
"""What a headline can state without a verb: "six dead", "rents up 5 percent"."""


def states_something(words: str) -> bool:
    """Whether words tell of something: they hold a finite verb, and are no topic ("How the Aurora sank")."""
    tokens = tokenize(words)
    acts = not _VERBS.isdisjoint(tag(tokens)) or any(is_past(t.lower) for t in tokens)
    return acts and not _asks(words)


def _asks(words: str) -> bool:
    return not words.rstrip().endswith(_ENDS) and tag(tokenize(words))[:1] == _ASKS


class Headings:
    """The lines of a draft that stand alone."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = sentences.paragraphs(text)
        self._starts = [start for start, _ in self._lines]

    def names_a_topic(self, stretch: Stretch) -> bool:
        """Whether a sentence stands alone and states nothing that could be checked.

        "The ferry in Keld", "What happened on Tuesday". A line with a colon may: "Captain: Nora Vint".
        """
        words, types = stretch.sentence.quote, set(stretch.claim.types) if stretch.claim else set()
        told = types - {"event"} if _asks(words) else types
        if ":" in words or _TELLING & told or not self._is_alone(stretch.sentence):
            return False
        return not states_something(words)

    def _is_alone(self, sentence: Span) -> bool:
        """Whether a sentence is all of its line but white space and signs (a heading's "##")."""
        start, end = self._lines[bisect_right(self._starts, sentence.start) - 1]
        rest = self._text[start : sentence.start] + self._text[sentence.end : end]
        return not any(map(str.isalnum, rest))
