"""A score says how it comes about."""

import json
from pathlib import Path

import pytest

import provenance
from provenance.matching.relations import model

PAIRS = [
    ("The Orvane cave-in killed 16 workers.", "Nine miners died when a tunnel collapsed at Orvane."),
    ("The Orvane cave-in killed 16 workers.", "At least 14 miners died when a tunnel collapsed at Orvane."),
    ("The army took the bridge at Sabel overnight.", "Insurgents repelled the assault on the Sabel bridge."),
    ("Rain fell in Lisk on Monday.", "Police in Merat bought 12 horses."),
]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_the_steps_lead_from_the_base_rate_to_the_score(a: str, b: str) -> None:
    found = provenance.compare(a, b)
    waterfall = found.waterfall
    assert waterfall is not None
    assert waterfall.contributions[-1].score == pytest.approx(found.score, abs=1e-4)
    assert 0 < waterfall.base < waterfall.threshold < 1
    assert found.relation in waterfall.verdict
    before = waterfall.base
    for step in waterfall.contributions:
        assert (step.score > before) == (step.weight > 0) or abs(step.weight) < 0.01 or step.score < 0.001
        before = step.score


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_the_waterfall_is_the_same_from_both_sides(a: str, b: str) -> None:
    assert provenance.compare(a, b).waterfall == provenance.compare(b, a).waterfall


def test_every_signal_with_a_weight_has_words() -> None:
    data = Path(model.__file__).parents[1] / "data"
    weights = json.loads((data / "weights.json").read_text(encoding="utf-8"))["weights"]
    told = {line.split("\t")[0] for line in (data / "signals.tsv").read_text(encoding="utf-8").splitlines()}
    assert {name for found in weights.values() for name in found} - told == {"bias"}


def test_findings_carry_it() -> None:
    texts = ("The fire in Lisk on Monday killed 12 people.", "Fifteen people died in the fire in Lisk on Monday.")
    documents = [provenance.read(t.encode(), id=n, media_type="text/plain") for n, t in zip("ab", texts, strict=True)]
    found = [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
    assert found
    assert all(f.waterfall and f.waterfall.contributions[-1].score == pytest.approx(f.score, abs=1e-4) for f in found)
