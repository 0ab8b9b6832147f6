"""Turns of a transcript: "REYES: It will open in September.", "Q: … A: …"; each speaks up to the next one.

A text is a transcript where paragraphs begin with the labels of at least two speakers, and one of them comes back.
"""

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from provenance.extraction.attribution.model import Report
from provenance.extraction.attribution.quotes import order
from provenance.extraction.attribution.view import Cue, View
from provenance.extraction.lexicon import words_of

_TIME = r"(?:\[[\d:.,\s]+\]\s*|\(?\d{1,2}:\d{2}(?::\d{2})?\)?\s+)?"
_WORD = r"(?:[A-Z][\w.'’-]*|of|the|de|del|van|von|der|al|bin)"
_LABEL = re.compile(
    rf"^{_TIME}(?P<label>[A-Z][\w.'’-]*(?:[ \t]{_WORD}){{0,4}})(?:[ \t]\([^)\n]*\))?(?P<colon>:)(?=\s)", re.M
)
_ASKED = frozenset({"a", "answer"})
_ASKING = frozenset({"q", "question", "host", "moderator", "interviewer", "presenter", "anchor", "reporter", "speaker"})
_HEAD = 600
"""Code points of a text in which it says who is interviewed."""
_INTERVIEWED = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|[Qq]\s?&\s?[Aa]|[Qq]uestions?\s+and\s+[Aa]nswers?)\s+with\s+"
    r"(?:[a-z]+\s+){0,3}(?P<name>[A-Z][\w.'’-]*(?:\s(?!at\b|on\b|in\b)[A-Z][\w.'’-]*)*)"
)
_WORDS = 5
"""Words that a turn has in the middle: lists of fields ("NAME: … AGE: …") have fewer."""
_LEAST = 3
"""Turns that make a transcript."""


class Turn(NamedTuple):
    """What one speaker says until the next one begins: code points, half-open."""

    label: tuple[int, int]
    colon: int
    end: int


def find(text: str) -> list[Turn]:
    """The turns of a transcript, in order; none for any other text."""
    labels = [m for m in _LABEL.finditer(text) if _may_speak(m["label"])]
    told = Counter(m["label"] for m in labels)
    if len(labels) < _LEAST or len(told) < 2 or max(told.values()) < 2:
        return []
    ends = [m.start() for m in labels[1:]] + [len(text)]
    turns = [Turn(m.span("label"), m.start("colon"), end) for m, end in zip(labels, ends, strict=True)]
    lengths = sorted(len(text[turn.colon : turn.end].split()) for turn in turns)
    return turns if lengths[len(lengths) // 2] >= _WORDS else []


def _may_speak(label: str) -> bool:
    """Whether a label is that of a speaker: in capitals, of two words or more, or one that transcripts use."""
    lower = label.lower().rstrip(".")
    if lower in _ASKED | _ASKING:
        return True
    return lower not in words_of("attribution_labels.txt") and (label.isupper() or " " in label)


def complete_turns(v: View, reports: list[Report]) -> list[Report]:
    """The reports with one for each turn of a transcript, in the place of what else was read from its label."""
    turns = find(v.tokens.text)
    if not turns:
        return reports
    colons = {turn.colon for turn in turns}
    starts = v.tokens.starts
    kept = [r for r in reports if starts[r.cue.head] not in colons]
    for turn in turns:
        first, colon, last = (bisect_left(starts, at) for at in (turn.label[0], turn.colon, turn.end))
        if first < colon and last > colon + 1:
            kept.append(Report(Cue(colon, colon + 1, colon, ":"), (first, colon), (colon + 1, last), None))
    return sorted(kept, key=order)


def interviewed(text: str, name: str | None) -> str | None:
    """The speaker of a turn, by the name of who is interviewed where the label is only "A"."""
    if name is None or name.lower().rstrip(".") not in _ASKED:
        return name
    found = _INTERVIEWED.search(text[:_HEAD])
    if found is None:
        return name
    titles = words_of("attribution_titles.txt")
    words = found["name"].split()
    return " ".join(words[next((i for i, word in enumerate(words[:-1]) if word.lower() not in titles), -1) :])
