"""Headings and captions: what states something is checked, a bare topic is not."""

import pytest

import provenance

SOURCE = """The ferry Aurora sank off Orvane on Tuesday night, the coast guard said. Six people died, officials said.
The ferry Aurora had lain at the quay in Orvane in May 2019 for repairs, said the owner."""
BODY = "\n\nThe ferry Aurora sank off Orvane on Tuesday night."


def first(draft, source=SOURCE):
    """The state of a draft's first statement, and the rules that it falls under."""
    report = provenance.check(draft + BODY, [provenance.read(source.encode(), id="source", media_type="text/plain")])
    one = report.statements[0]
    return one.state, [f.rule for f in report.findings if f.a == one.span]


@pytest.mark.parametrize(
    "line",
    [
        "What happened on Tuesday night",
        "How the old mill closed",
        "The accident of March 1987",
        "The Mayor of Talmir, Ana Soto, at the opening of the bridge",
        "## Ana Soto and the Talmir bridge",
    ],
)
def test_a_bare_topic_is_not_checked(line):
    assert first(line) == ("not_checkable", ["PV404"])


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Police arrest captain of the Aurora", "unsupported"),
        ("Ferry disaster: six dead", "supported"),
        ("Ferry disaster: nine dead", "contradicted"),
    ],
)
def test_a_headline_that_states_something_is_checked(line, state):
    assert first(line)[0] == state


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Aurora at the quay in Orvane in May 2019.",
        "Ferry disaster: six dead",
        "How the ferry Aurora sank",
    ],
)
def test_words_without_a_verb_state_nothing_as_a_fact(line):
    assert first(line) == ("supported", [])


def test_a_headline_with_a_verb_does():
    assert first("The ferry Aurora sank off Orvane") == ("supported", ["PV405"])
