"""Statements of a draft: what a minimal edit of a true sentence does to its state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance

PRINTED = st.characters(exclude_categories=["Cc", "Cs"])

SOURCE = """The mayor of Orvane, John Marek, said on Tuesday that more than 340 homes had been destroyed in the fire.

The council of Talmir rejected the plan to raise the water tax by 5 percent. Engineers did not inspect the harbour wall
before the flood of 3 March 2015. The firm paid $40 million for the old shipyard near Keld.

Inspector Lena Stolz arrested Paul Berg in Keld, the court heard. The trial of Berg lasted 125 days."""


@pytest.fixture(scope="module")
def source():
    return provenance.read(SOURCE.encode(), id="source", media_type="text/plain")


def states(draft, source):
    return [s.state for s in provenance.check(draft, [source]).statements]


def slots(draft, source):
    report = provenance.check(draft, [source])
    return {(s.slot, s.a, s.b) for one in report.statements for s in one.slots if s.verdict == "different"}


@pytest.mark.parametrize(
    "draft",
    [
        "The council of Talmir rejected the plan to raise the water tax by 5 percent.",
        "The council of Talmir rejected the plan to raise the water tax by five per cent.",
        "The plan to raise the water tax by 5 % was rejected by the council of Talmir.",
        "Before the flood of March 3, 2015, engineers did not inspect the harbour wall.",
        "Engineers didn’t inspect the  harbour wall before the flood of 3 March 2015.",
        "The firm paid 40 million dollars for the old shipyard near Keld.",
        "The trial of Berg lasted about 120 days.",
        "Paul Berg was arrested by Inspector Lena Stolz in Keld, the court heard.",
        "Inspector Stolz arrested Berg in Keld, the court heard.",
    ],
)
def test_harmless_rewording_stays_supported(draft, source):
    assert set(states(draft, source)) == {"supported"}


@pytest.mark.parametrize(
    ("draft", "slot", "here", "there"),
    [
        (
            "The council of Talmir rejected the plan to raise the water tax by 6 percent.",
            "quantity",
            "6 percent",
            "5 percent",
        ),
        ("The firm paid €40 million for the old shipyard near Keld.", "quantity", "€40 million", "$40 million"),
        ("The firm paid $40 billion for the old shipyard near Keld.", "quantity", "$40 billion", "$40 million"),
        (
            "Engineers did not inspect the harbour wall before the flood of 5 March 2015.",
            "time",
            "5 March 2015",
            "3 March 2015",
        ),
        (
            "The council of Talmir accepted the plan to raise the water tax by 5 percent.",
            "action",
            "accepted",
            "rejected",
        ),
        ("The council of Talmir rejected the plan to lower the water tax by 5 percent.", "action", "lower", "raise"),
        ("Engineers did inspect the harbour wall before the flood of 3 March 2015.", "polarity", "", "not"),
        ("Inspector Lena Stolz arrested Paul Berg in Talmir, the court heard.", "name", "Talmir", "Keld"),
        (
            "Inspector Nora Vint arrested Paul Berg in Keld, the court heard.",
            "name",
            "Inspector Nora Vint",
            "Inspector Lena Stolz",
        ),
    ],
)
def test_a_minimal_edit_is_contradicted_and_both_values_are_named(draft, slot, here, there, source):
    assert "contradicted" in states(draft, source)
    assert (slot, here, there) in slots(draft, source)


def test_bounds_are_compared(source):
    draft = "John Marek said on Tuesday that fewer than 340 homes had been destroyed in the fire."
    assert ("quantity", "fewer than 340", "more than 340") in slots(draft, source)


def test_names_in_each_others_places_are_no_rewording(source):
    assert states("Inspector Paul Berg arrested Lena Stolz in Keld, the court heard.", source) == ["contradicted"]


def test_another_telling_word_leaves_a_statement_partly_supported(source):
    assert states("The firm paid $40 million for the old brewery near Keld.", source) == ["partly"]


def test_a_condition_that_is_left_out_leaves_partial_support():
    source = provenance.read(
        b"The ministry will pay for the new bridge if the council gives up the harbour.",
        id="s",
        media_type="text/plain",
    )
    assert states("The ministry will pay for the new bridge.", source) == ["partly"]


def test_what_no_source_says_has_no_backup(source):
    assert states("Bees produced 30 tons of honey in Ulvik last year.", source) == ["unsupported"]


def test_a_question_is_not_checkable(source):
    assert states("Who would have thought so?", source) == ["not_checkable"]


def test_a_supporting_source_stands_against_a_look_alike(source):
    other = provenance.read(
        b"The council of Ulvik rejected the plan to raise the water tax by 9 percent.",
        id="other",
        media_type="text/plain",
    )
    report = provenance.check(
        "The council of Talmir rejected the plan to raise the water tax by 5 percent.", [other, source]
    )
    assert report.statements[0].state == "supported"
    assert report.statements[0].passages[0].document == "source"


def test_coverage_tells_what_has_backup(source):
    draft = "The council of Talmir rejected the plan to raise the water tax by 6 percent."
    coverage = provenance.check(draft, [source]).coverage["draft"]
    assert coverage["figures"]["backed"] == 0
    assert coverage["figures"]["unbacked"][0]["quote"] == "6 percent"
    assert coverage["names"]["unbacked"] == []


@settings(max_examples=30, deadline=None)
@given(st.text(PRINTED, max_size=120), st.text(PRINTED, max_size=120))
def test_nothing_raises_and_spans_slice(draft, text):
    document = provenance.read(f"x {text}".encode("utf-8", "replace"), id="source", media_type="text/plain")
    report = provenance.check(f"x {draft}".encode("utf-8", "replace").decode(), [document])
    texts = {d.id: d.text for d in report.documents}
    for statement in report.statements:
        for span in (statement.span, *statement.passages):
            assert texts[span.document][span.start : span.end] == span.quote


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 8), st.sampled_from(["\u00a0", "  ", "\u2009", "\u200b "]))
def test_white_space_changes_no_state(place, space):
    document = provenance.read(SOURCE.encode(), id="source", media_type="text/plain")
    words = [
        "The",
        "council",
        "of",
        "Talmir",
        "rejected",
        "the",
        "plan",
        "to",
        "raise",
        "the",
        "water",
        "tax",
        "by",
        "5",
        "percent.",
    ]
    draft = " ".join(words[: place + 1]) + space + " ".join(words[place + 1 :])
    assert states(draft, document) == ["supported"]


def test_another_figure_of_another_place_is_no_contradiction():
    told = "The monitor says more than 1,600 civilians were killed in eastern Orvane since the siege began."
    document = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert states("350,000 civilians live in eastern Talmir.", document) != ["contradicted"]


def test_a_name_in_other_words_is_not_held_against_the_draft():
    told = "Mayor Tolm has asked the council after what the port office says was a flood that hit 1,400 homes."
    document = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert states("Keld blames the rain for the flood which it says hit 1,400 homes.", document) != ["contradicted"]


def test_the_same_figure_in_other_words_is_backup():
    told = (
        "Nobody counts the people of Eastern Talmir.\n"
        "About 350 thousand civilians live in the area, many of them displaced."
    )
    document = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert states("350,000 civilians live in Eastern Talmir.", document) == ["supported"]
    assert states("900,000 civilians live in Eastern Talmir.", document) != ["supported"]


def test_the_first_word_of_a_heading_is_no_name():
    document = provenance.read(b"Norway to broker a deal in Eastern Talmir.\n", id="source", media_type="text/plain")
    assert "contradicted" not in states("Talks in Eastern Talmir", document)


def against(draft, source):
    document = provenance.read(source.encode(), id="source", media_type="text/plain")
    [one] = provenance.check(draft, [document]).statements
    return one.state, [s.reason for s in one.slots if s.verdict == "different"]


def test_a_count_is_not_backed_by_a_share():
    source = "The share of mills that failed an inspection rose from 8% in 2022 to 12% in 2024."
    assert against("In 2024, 12 mills failed an inspection.", source) == ("contradicted", ["a share is no count"])


@pytest.mark.parametrize(
    "source",
    [
        "The guild does not believe that the mill will reopen before 2027.",
        "The minister doesn't think the mill will reopen before 2027.",
    ],
)
def test_what_somebody_does_not_believe_is_denied(source):
    assert against("The mill will reopen before 2027.", source)[0] == "contradicted"
    assert against("The mill will not reopen before 2027.", source)[0] == "supported"


@pytest.mark.parametrize("id", ["a", "z"])
def test_which_side_denies_is_told_from_the_draft_whatever_the_source_is_called(id):
    document = provenance.read(b"Nobody has been arrested.", id=id, media_type="text/plain")
    [one] = provenance.check("One person has been arrested.", [document]).statements
    assert [s.reason for s in one.slots if s.verdict == "different"] == ["detention: stated here, denied there"]


@pytest.mark.parametrize("verb", ["does not believe", "doesn't think"])
def test_a_belief_denied_in_the_draft_is_backed_by_a_denial(verb):
    source = "The guild will not reopen the mill, the miller Ada Berg said on Tuesday."
    assert against(f"The miller, Ada Berg, {verb} it will reopen.", source)[0] == "supported"
    assert against("The miller, Ada Berg, believes it will reopen.", source)[0] == "contradicted"


def test_what_another_speaker_says_is_no_full_backup():
    source = b"Irene Castell, her lawyer, said her client had been treated for a gambling addiction since 2020."
    document = provenance.read(source, id="source", media_type="text/plain")
    draft = "Whitlock has been treated for a gambling addiction since 2020, said Paul Brandt."
    [one] = provenance.check(draft, [document]).statements
    assert one.state == "partly"
    assert [(s.a, s.b) for s in one.slots if s.verdict == "different"] == [("Paul Brandt", "Irene Castell")]


def test_a_bare_number_backs_no_count():
    source = provenance.read(
        b"The barley of field 19 weighed 119 tonnes, the mayor said.", id="source", media_type="text/plain"
    )
    [one] = provenance.check("The mayor said that 19 boats had been lost.", [source]).statements
    assert one.state == "unsupported"


def test_workers_are_employees_whoever_employs_them():
    source = "The employees will get 4 percent more, the employers' union said."
    assert against("The workers will get 4 percent more.", source)[0] == "supported"


def test_a_headline_without_the_figure_contradicts_no_place():
    source = provenance.read(
        b"Ferry sinks off Norland coast\n\nThe Selva Star went down 19 km from Port Selva.",
        id="s",
        media_type="text/plain",
    )
    assert states("The ferry sank 19 kilometres off Port Selva.", source) != ["contradicted"]


TRUCE = """The envoy, who declined to be named, said that the talks ended with four items that included a mutual
truce in the valley for two months from its date."""


@pytest.mark.parametrize(
    ("draft", "state"),
    [
        ("Both sides agreed on a two-month truce.", {"supported", "partly"}),
        ("Norland offered a three-month truce.", {"contradicted"}),
        ("The truce in the valley is for three months.", {"contradicted"}),
    ],
)
def test_a_truce_by_its_length_whoever_declined_to_be_named(draft, state):
    source = provenance.read(TRUCE.encode(), id="s", media_type="text/plain")
    assert set(states(draft, source)) <= state
