import json

from provenance.model import Comparison


def test_the_relation_and_every_slot(run):
    result = run("compare", "About 350 thousand civilians live there", "350,000 civilians live there")
    assert result.code == 0
    assert result.out.startswith("AGREEMENT")
    assert "quantity" in result.out


def test_json(run):
    out = run("compare", "Twelve men died in Lund.", "Fifteen men died in Lund.", "--format", "json").out
    assert Comparison.model_validate(json.loads(out)).relation == "conflicts"


def test_dates_resolve_what_the_texts_leave_open(run):
    sides = ("The bridge collapsed on Monday.", "The bridge collapsed on 6 May 2019.")
    same = run("compare", *sides, "--published-a", "2019-05-08", "--format", "json")
    other = run("compare", *sides, "--published-a", "2019-06-08", "--format", "json")
    assert same.out != other.out


def test_faults(run):
    nothing = run("compare", "", "Twelve men died in Lund.")
    assert (nothing.code, nothing.out) == (3, "")
    assert "nothing was compared" in nothing.err
    day = run("compare", "a", "b", "--published-a", "yesterday")
    assert (day.code, day.out) == (2, "")
    assert "YYYY-MM-DD" in day.err


def test_explain_shows_how_the_score_comes_about(run):
    out = run("compare", "Twelve men died in Lund.", "Fifteen men died in Lund.", "--explain").out
    assert "threshold" in out
    assert "both count the same kind" in out
    assert "threshold" not in run("compare", "Twelve men died in Lund.", "Fifteen men died in Lund.").out
