"""Results that a story has one of: how a vote or a trial went, by what score and in what time somebody won, ranks."""

import re
from collections.abc import Iterator, Sequence

from provenance.matching.across.answers import Answer
from provenance.matching.signature.cues import phrases
from provenance.matching.signature.signatures import Signature
from provenance.values.quantities import lexicon

NUMBERS = {word: int(n) for word, n in lexicon.SMALL.items() if n}
"""Small numbers in words, with their values."""
_ORDINALS = phrases("ordinal")
_RANK = rf"(?P<rank>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_N = rf"(?:\d{{1,4}}|{'|'.join(NUMBERS)})"
_VOTERS = rf"(?:\s+(?:{'|'.join(phrases('voter'))}))?"
_SHARE = r"(?!\s*(?:per\s?cent|%))"
_FOR = r"(?:\s+voted)?\s+(?:in\s+favou?r|for\s+it)\b[^.;]{0,12}?\b"
_VOTES = (
    re.compile(rf"(?<!from )\b(?P<x>{_N}){_VOTERS}(?:\s+to\s+|\s+against\s+|[-–])(?P<y>{_N})\b{_SHARE}", re.I),
    re.compile(rf"\b(?P<x>{_N}){_VOTERS}{_FOR}(?P<y>{_N})(?:\s+(?:were|voted))?\s+against\b", re.I),
)
_ALL = re.compile(r"\bunanimous(?:ly)?\b", re.I)
_NOT_ALL = re.compile(
    rf"\b(?:{'|'.join(phrases('deciding'))})\b[^.;,]{{0,30}}\b(?:split|divided)\b"
    rf"|\b{_N}\b[^.;,]{{0,60}}\bvoted against\b",
    re.I,
)
_COUNTS = re.compile(
    rf"\b(?:guilty|convicted)\b[^.;,]{{0,40}}?\b(?:on|of|to)\s+(?:all\s+)?(?P<n>{_N})\b"
    r"(?:\s+of\s+(?:the\s+)?[\w-]+)?\s+(?:counts?|charges?)\b",
    re.I,
)
_SIZE = re.compile(
    rf"(?<!one of the )(?<!among the )\b(?:the|its|['’]s)\s+(?:(?P<rank>{'|'.join(_ORDINALS)})[- ])?"
    rf"(?P<by>{'|'.join(phrases('size'))})\s+(?P<of>[a-z]+(?:\s+(?!in\b|of\b|to\b)[a-z]+)?)",
    re.I,
)
_VOTED = frozenset({"VOTE", "ACCEPT", "REJECT"})
_SCORE = re.compile(r"(?<![\d-])(?P<x>\d{1,3})[-–](?P<y>\d{1,3})(?![\d-]|\s*(?:year|minute|hour|day|week|month))")
_RACE = re.compile(r"(?<![\d:])\d{1,2}:\d\d:\d\d(?:\.\d+)?(?![\d:])")
_TAKEN = r"\b(?:finished|came|placed|ranked|lies?)\s+"
_PLACE = re.compile(
    rf"\b{_RANK}\s+(?:place|position|spot|in\s+the\s+(?:table|league|standings|rankings?))\b"
    rf"|{_TAKEN}{_RANK.replace('rank', 'taken')}\b(?=\s*[,.;]|\s+(?:in|of|behind|and)\b|$)",
    re.I,
)
_ROW = re.compile(r"\s+(?:in\s+a\s+row|in\s+succession|running)\b", re.I)
_AGAIN = re.compile(
    rf"\b{_RANK}\s+(?P<streak>(?:straight|consecutive|successive)\s+)?(?:[a-z]+\s+)?(?:{'|'.join(phrases('again'))})\b",
    re.I,
)

_UNIT = r"(?P<unit>game|match|year|month|week|quarter|season|day)"
_IN_A_ROW = r"(?:in\s+a\s+row|in\s+succession|on\s+end|running|straight)\b"
_STREAKS = (
    re.compile(rf"\b{_RANK}\s+(?:straight|consecutive|successive)\s+{_UNIT}\b", re.I),
    re.compile(rf"\b{_RANK}\s+(?:[a-z]+\s+)?{_UNIT}\s+{_IN_A_ROW}", re.I),
    re.compile(rf"\b(?P<n>{_N})\s+(?:straight|consecutive|successive)\s+{_UNIT}(?:e?s)?\b", re.I),
    re.compile(rf"\b(?P<n>{_N})\s+(?:[a-z]+\s+)?{_UNIT}(?:e?s)?\s+{_IN_A_ROW}", re.I),
)
"""How long something went on without a break: "the fifth year in a row", "four matches running"."""


def answers(group: Sequence[Signature]) -> list[Answer]:
    """The results that the claims of one document tell, in order."""
    return [
        found for s in group if s.claim.polarity == "affirmed" for found in (*_results(s), *_ranks(s), *_streaks(s))
    ]


def _results(s: Signature) -> Iterator[Answer]:
    """How a vote went, and by what score or in what time somebody won."""
    quote, names = s.claim.span.quote, _names(s)
    rest = s.claim.sentence.quote[
        s.claim.span.start - s.claim.sentence.start :
    ]  # "five voted for it | and four against"
    for m in (m for pattern in _VOTES for m in pattern.finditer(rest)) if s.families & _VOTED else ():
        yield Answer(s, "the vote", _pair(m["x"], m["y"]), m[0], (), once=True)
    for m in _SCORE.finditer(quote) if names and not s.families & _VOTED else ():
        yield Answer(s, "the score", _pair(m["x"], m["y"]), m[0], names)
    for told, value in ((_ALL, "all"), (_NOT_ALL, "not all")):
        if agreed := told.search(quote):
            yield Answer(s, "whether all agreed", value, agreed[0], (), once=True)
    for m in _COUNTS.finditer(quote):
        yield Answer(s, "the counts of guilt", str(_number(m["n"])), m[0], (), once=True)
    for m in _RACE.finditer(quote):
        yield Answer(s, "the time taken", m[0], m[0], names)


def _ranks(s: Signature) -> Iterator[Answer]:
    """Which place somebody took, and which time it was."""
    quote, names = s.claim.span.quote, _names(s)
    for m in _PLACE.finditer(quote):
        yield Answer(s, "the place taken", _rank(m["rank"] or m["taken"]), m[0], names)
    for m in _SIZE.finditer(quote):
        by = "largest" if m["by"].lower() == "biggest" else m["by"].lower()
        yield Answer(s, f"the rank among the {by}", _rank(m["rank"] or "first"), m[0], tuple(m["of"].lower().split()))
    for m in _AGAIN.finditer(quote):
        after = quote[m.end() :]
        row = " in a row" if m["streak"] or _ROW.match(after) else ""
        since = " since then" if "since" in after else ""
        yield Answer(s, f"how often{row}{since}", _rank(m["rank"]), m[0], names)


def _streaks(s: Signature) -> Iterator[Answer]:
    """How many times, or how long, something happened in a row."""
    for m in (m for pattern in _STREAKS for m in pattern.finditer(s.claim.span.quote)):
        told = m.groupdict()
        unit = m["unit"].lower()
        what = "how often in a row" if unit in ("game", "match") else f"how many {unit}s in a row"
        yield Answer(s, what, _rank(m["rank"]) if told.get("rank") else str(_number(m["n"])), m[0], _names(s))


def _names(s: Signature) -> tuple[str, ...]:
    return tuple(n.text for n in s.claim.names)


def _pair(x: str, y: str) -> str:
    """Two numbers, the larger one first."""
    first, second = sorted(map(_number, (x, y)), reverse=True)
    return f"{first}-{second}"


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(word)


def _rank(word: str) -> str:
    known = word.lower() in _ORDINALS
    return str(_ORDINALS.index(word.lower()) + 1) if known else re.sub(r"\D", "", word)
