"""The explainable model: a logistic sum of signals, one weight each.

Weights are fitted by benchmarks/fit_relations.py and shipped in data/weights.json with the data and scores they came
from. A probability is the share of pairs with such slots for which the answer was yes.
"""

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import Literal

_FILE = Path(__file__).parents[1] / "data" / "weights.json"

Question = Literal["agree", "conflict", "event"]
"""agree: two compatible figures speak of one thing; conflict: two incompatible ones do; event: two happenings are."""


@cache
def _loaded() -> dict[str, dict[str, dict[str, float]]]:
    found: dict[str, dict[str, dict[str, float]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def weights(question: Question) -> dict[str, float]:
    """The weight of each signal, and the constant as "bias"."""
    return _loaded()["weights"][question]


def decided(question: Question) -> float:
    """From this probability on the answer is taken for yes: where misses and false alarms balanced best when fitted."""
    return _loaded()["thresholds"][question]["stated"]


def agreed() -> float:
    """From this probability on two happenings, of all that two documents tell, are taken for one.

    It is more than `decided` asks of two statements put side by side: documents of one story share its theme, and of
    the agreements between the two that were read more than half told of no more.
    """
    return _loaded()["thresholds"]["event"]["agreed"]


def opposed() -> float:
    """From this probability on two happenings that clash are taken for one: the clash itself is evidence."""
    return _loaded()["thresholds"]["event"]["opposed"]


def close(question: Question) -> float:
    """From this probability on a pair is shown as related."""
    return _loaded()["thresholds"][question]["related"]


def probability(question: Question, signals: dict[str, float]) -> float:
    """Share of pairs with such signals for which the answer is yes, 0 to 1, rounded to four places."""
    held = weights(question)
    total = held["bias"] + sum(held.get(name, 0.0) * value for name, value in signals.items())
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 4)


def base(question: Question) -> float:
    """Log-odds of yes before anything is known of the pair."""
    return weights(question)["bias"]


def contributions(question: Question, signals: dict[str, float]) -> dict[str, float]:
    """What each signal adds to the log-odds of yes; those that add nothing are left out."""
    held = weights(question)
    found = {name: held.get(name, 0.0) * value for name, value in signals.items()}
    return {name: value for name, value in found.items() if value}
