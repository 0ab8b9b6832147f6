"""The baseline: old findings pass, changed ones do not, those that are gone are told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import ConfigError
from provenance.model import Waiver
from provenance.policy.baseline import dump, mark, of, parse
from provenance.policy.exit_code import exit_code

from .makers import finding, span

ALL = frozenset({"PV301"})
OLD = finding()


def test_old_findings_pass_and_new_ones_do_not():
    baseline = of([OLD])
    (old, new), gone = mark([OLD, finding("Six died.")], baseline, judged=ALL)
    assert (old.baseline, new.baseline, gone) == ("known", "new", [])
    assert (exit_code([old]), exit_code([old, new])) == (0, 1)


@given(st.integers(0, 10**9), st.integers(0, 10), st.integers(1, 9), st.integers(0, 10**6))
def test_a_changed_digit_makes_a_finding_new_and_another_place_does_not(number: int, at: int, other: int, start: int):
    quote = f"The fire killed {number} people."
    moved = finding(quote).model_copy(update={"a": span(quote, start=start)})
    digits = str(number)
    place = at % len(digits)
    changed = digits[:place] + str((int(digits[place]) + other) % 10) + digits[place + 1 :]
    baseline = of([finding(quote)])
    marked, _ = mark([moved, finding(f"The fire killed {changed} people.")], baseline, judged=ALL)
    assert [one.baseline for one in marked] == ["known", "new"]


def test_a_finding_that_is_gone_is_told_with_its_words():
    _, (notice,) = mark([], of([OLD]), judged=ALL)
    assert notice.kind == "baseline_gone"
    assert '"Four died."' in notice.message


def test_nothing_is_gone_that_this_run_could_not_find():
    assert mark([], of([OLD]), judged=frozenset({"PV401"}))[1] == []
    assert mark([], of([OLD]), judged=ALL, whole=False)[1] == []


def test_waived_and_decided_findings_stay_out_so_that_they_come_back():
    assert of([OLD.model_copy(update={"decision": 3})]).findings == ()
    assert of([OLD.model_copy(update={"waived": Waiver(reason="r", by="b")})]).findings == ()


def test_a_file_gives_the_baseline_back_and_order_changes_nothing():
    many = [finding(f"{n} died.") for n in range(5)]
    text = dump(of(many))
    assert parse(text, "b.json") == of(reversed(many))
    assert dump(of(reversed(many))) == text
    assert len(text.splitlines()) == len(many) + 5  # one finding a line
    assert parse(dump(of([])), "b.json").findings == ()


def test_only_the_id_decides():
    data = json.loads(dump(of([OLD])))
    data["findings"][0] |= {"rule": "PV999", "quote": "other", "document": "other"}
    assert mark([OLD], parse(json.dumps(data), "b.json"), judged=ALL)[0][0].baseline == "known"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "b.json: is no baseline: it is not JSON. Write it anew with --write-baseline"),
        ("[" * 10_000, "is not JSON"),
        ("[]", "is no baseline: it holds no findings"),
        ('{"findings": [{"id": 3}]}', 'is no baseline: "findings.0.id" is missing or of another kind'),
        ('{"schema_version": "2.0", "findings": []}', 'has schema version "2.0", this program reads 1.0'),
    ],
)
def test_a_file_that_is_none(text: str, told: str):
    with pytest.raises(ConfigError) as caught:
        parse(text, "b.json")
    assert told in str(caught.value)
