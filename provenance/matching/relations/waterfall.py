"""How a score comes about, in plain words: base rate, what each signal adds, threshold, verdict."""

from functools import cache
from math import exp
from pathlib import Path

from provenance import wordlists
from provenance.matching.relations import model
from provenance.matching.relations.happenings import least_agreed
from provenance.matching.relations.match import Match
from provenance.matching.relations.model import Question
from provenance.matching.relations.relation import weighed
from provenance.model import Contribution, Waterfall

_FILE = Path(__file__).parents[1] / "data" / "signals.tsv"
_SHOWN = 8
"""Signals told one by one; what the others add is told as one."""
_QUESTIONS: dict[Question, str] = {
    "agree": "do these two figures, which can both hold, count one thing?",
    "conflict": "do these two figures, which cannot both hold, count one thing?",
    "event": "do both passages tell one happening?",
}


def waterfall(match: Match) -> Waterfall:
    """From the evidence of one match to its score, weightiest signals first."""
    question, seen = weighed(match)
    found = model.contributions(question, seen)
    ranked = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
    shown = _SHOWN if len(ranked) > _SHOWN + 1 else len(ranked)
    told = [(_words(name), weight) for name, weight in ranked[:shown]]
    if ranked[shown:]:
        told.append((f"{len(ranked) - shown} weaker signals", sum(weight for _, weight in ranked[shown:])))
    at = model.base(question)
    steps = []
    for words, weight in told:
        at += weight
        steps.append(Contribution(said=words, weight=round(weight, 2), score=_share(at)))
    return Waterfall(
        question=_QUESTIONS[question],
        base=_share(model.base(question)),
        contributions=tuple(steps),
        threshold=_threshold(match, question, seen),
        verdict=_verdict(match, _threshold(match, question, seen)),
    )


def _threshold(match: Match, question: Question, seen: dict[str, float]) -> float:
    """What the score had to reach: for an agreement of happenings more than for a conflict."""
    if question == "event" and match.relation != "conflicts":
        return least_agreed(seen, match.link)
    return model.decided(question)


def _verdict(match: Match, threshold: float) -> str:
    """What follows, and what stands above score and threshold."""
    relation, score = match.relation, match.score
    stated = relation not in ("related", "unrelated")
    if stated == (score >= threshold):
        return relation if relation != "supersedes" else "a conflict whose figures follow one another: supersedes"
    if stated:
        return f"{relation}, by the words of the text"
    return (
        f"{relation}: high enough, but a rule stands against it (other place or time, a part of a whole, a mere theme)"
    )


def _share(odds: float) -> float:
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 4)


@cache
def signals() -> dict[str, str]:
    """What each signal says, in words, by its name."""
    return {name: meaning for name, meaning, *_ in wordlists.rows(_FILE)}


def _words(signal: str) -> str:
    return signals().get(signal, signal.replace("_", " "))
