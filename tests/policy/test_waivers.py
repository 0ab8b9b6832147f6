"""Waivers: what they cover, when they end, and what is told about them."""

from datetime import date

import pytest

from provenance.config import WaiverTable
from provenance.errors import ConfigError
from provenance.model import Finding, Notice
from provenance.policy.exit_code import exit_code
from provenance.policy.waivers import waive

from .makers import document, finding

TODAY = date(2026, 5, 4)
ALL = frozenset({"PV301", "PV401"})
DOCUMENTS = [document("a", "sources/gazette.txt"), document("b", "sources/herald.txt")]


def table(**fields: object) -> WaiverTable:
    return WaiverTable.model_validate(
        {"reason": "agency corrected it", "by": "A. Editor", "place": "provenance.toml:3"} | fields
    )


def waived(*tables: WaiverTable, judged: frozenset[str] = ALL, whole: bool = True) -> tuple[Finding, list[Notice]]:
    (found,), notices = waive([FINDING], tables, documents=DOCUMENTS, today=TODAY, judged=judged, whole=whole)
    return found, notices


FINDING = finding()


@pytest.mark.parametrize(
    "named",
    [
        {"finding": FINDING.id},
        {"finding": FINDING.id[:8]},
        {"rule": "PV301", "document": "a"},
        {"rule": "conflict", "document": "sources/herald.txt"},
        {"rule": "pv301", "document": "gazette.txt"},
        {"rule": "PV301", "claim": "c2"},
        {"rule": "PV301", "claim": "c1", "document": "b", "finding": FINDING.id[:8]},
    ],
)
def test_what_covers_a_finding(named: dict[str, str]):
    found, notices = waived(table(**named))
    assert found.waived is not None
    assert (found.waived.reason, found.waived.by, found.waived.place) == (
        "agency corrected it",
        "A. Editor",
        "provenance.toml:3",
    )
    assert notices == []
    assert exit_code([found]) == 0
    assert found.model_copy(update={"waived": None}) == FINDING


@pytest.mark.parametrize(
    "named",
    [
        {"finding": "00000000"},
        {"rule": "PV401", "document": "a"},
        {"rule": "PV301", "document": "tte.txt"},
        {"rule": "PV301", "claim": "c3"},
        {"rule": "PV301", "claim": "c1", "document": "c"},
        {"finding": FINDING.id, "rule": "PV401"},
    ],
)
def test_what_covers_nothing_is_told(named: dict[str, str]):
    found, (notice,) = waived(table(**named))
    assert found == FINDING
    assert exit_code([found]) == 1
    assert (notice.kind, notice.place) == ("waiver_unused", "provenance.toml:3")


@pytest.mark.parametrize(
    ("expires", "holds"),
    [
        (date(2026, 5, 5), True),
        (date(2026, 5, 4), True),
        ("2026-05-04", True),
        (date(2026, 5, 3), False),
        ("2026-05-03", False),
    ],
)
def test_it_holds_to_the_end_of_its_last_day(expires: object, holds: bool):
    found, notices = waived(table(finding=FINDING.id, expires=expires))
    assert (found.waived is not None) is holds
    assert [notice.kind for notice in notices] == ([] if holds else ["waiver_expired"])
    assert exit_code([found]) == int(not holds)


@pytest.mark.parametrize("day", ["soon", "04.05.2026", "2026-13-01", ""])
def test_a_day_that_cannot_be_read_waives_nothing(day: str):
    found, (notice,) = waived(table(finding=FINDING.id, expires=day))
    assert found.waived is None
    assert notice.kind == "waiver_unreadable"
    assert day in notice.message


def test_an_expired_waiver_does_not_shadow_one_that_holds():
    found, notices = waived(table(finding=FINDING.id, expires="2020-01-01"), table(finding=FINDING.id, by="B. Editor"))
    assert found.waived is not None
    assert found.waived.by == "B. Editor"
    assert [notice.kind for notice in notices] == ["waiver_expired"]


def test_nothing_is_called_unused_that_this_run_could_not_find():
    elsewhere = table(rule="PV401", document="a")
    assert waived(elsewhere, judged=frozenset({"PV301"}))[1] == []
    assert waived(elsewhere, whole=False)[1] == []


def test_an_unknown_rule_is_an_error():
    with pytest.raises(ConfigError) as caught:
        waived(table(rule="conflcit", document="a"))
    assert str(caught.value).startswith('provenance.toml:3: a waiver names the rule "conflcit"')
    assert 'Did you mean "conflict"?' in str(caught.value)
