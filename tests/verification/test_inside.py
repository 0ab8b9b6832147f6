"""One thing told twice in a draft."""

import pytest

import provenance
from provenance.errors import UsageError


def told(draft):
    source = provenance.read(b"Nothing of it.", id="source", media_type="text/plain")
    return [f for f in provenance.check(draft, [source]).findings if f.rule == "PV207"]


def test_one_thing_with_two_figures_is_told_once():
    found = told("The fire destroyed 340 homes in Talmir. In all, 350 homes in Talmir were destroyed by the fire.")
    assert len(found) == 1
    assert found[0].a.start < found[0].b.start
    assert found[0].slots[0].a == "340"


def test_the_message_names_what_is_counted():
    assert told("The mill cut its jobs from 400 to 300, a cut of 50.")[0].message.startswith(
        "the figures for jobs do not"
    )
    assert told("The bill won 50 votes: 30 from the left and 10 from the right.")[0].message == (
        "the figures for votes do not add up: 30 + 10 is 40, not 50"
    )
    twice = told("The fire destroyed 340 homes in Talmir. In all, 350 homes in Talmir were destroyed by the fire.")
    assert "340 homes here, 350 there" in twice[0].message


def test_the_same_figure_and_another_time_or_place_are_no_contradiction():
    assert told("The fire destroyed 340 homes in Talmir. In all, 340 homes in Talmir were destroyed by the fire.") == []
    assert told("The fire destroyed 340 homes in Talmir. The fire destroyed 350 homes in Keld.") == []
    assert told("In 2011 floods destroyed 340 homes in Talmir. In 2014 floods destroyed 350 homes in Talmir.") == []


def test_a_draft_that_is_too_long_is_refused_in_one_line():
    with pytest.raises(UsageError, match="characters, more than the 1,000,000 that can be checked"):
        provenance.check("word " * 200_001, [])
