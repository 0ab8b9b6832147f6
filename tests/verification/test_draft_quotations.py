"""Quotations of a draft: right, changed, cut, spliced, in another's mouth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance

SOURCE = """\
“We will rebuild every single house in the valley, but only if the ministry pays its share,” said the mayor, John Marek.

Marek told reporters: “Nobody from the capital has called me [since the flood]. I do not think that the dam was safe.”

“The pumps arrived two days late,” said Lena Stolz, a farmer, “and half of them were broken.”"""


@pytest.fixture(scope="module")
def source():
    return provenance.read(SOURCE.encode(), id="source", media_type="text/plain")


def quotation(draft, source):
    found = [q for s in provenance.check(draft, [source]).statements for q in s.quotations]
    assert found
    return found[0]


@pytest.mark.parametrize(
    "draft",
    [
        "“We will rebuild every single house in the valley, but only if the ministry pays its share,” John Marek said.",
        '"We will rebuild every single house in the valley - but only if the ministry pays its share", Marek said.',
        "“We will rebuild every … house in the valley, but only if the ministry pays its share,” Marek said.",
        "“[W]e will rebuild every single house in the valley, but only if [it] pays its share,” Marek said.",
        "“Nobody from the capital has called me [since the flood],” Marek said.",
        "“The pumps arrived two days late and half of them were broken,” Stolz said.",
    ],
)
def test_typography_ellipsis_brackets_and_interruption_are_verbatim(draft, source):
    assert quotation(draft, source).state == "verbatim"


@pytest.mark.parametrize(
    ("draft", "state"),
    [
        (
            "“We will repair every single house in the valley, but only if the ministry pays its share,” Marek said.",
            "altered",
        ),
        ("“I do think that the dam was safe,” Marek said.", "altered"),
        ("“We will rebuild every single house in the valley,” Marek said.", "truncated"),
        ("“I … think that the dam was safe,” Marek said.", "truncated"),
        ("“We will rebuild every single house and half of them were broken,” Marek said.", "spliced"),
        (
            "“We will rebuild every single house in the valley, but only if the ministry pays its share,” Stolz said.",
            "wrong_speaker",
        ),
        ("“Taxes are going to eat us all alive,” Marek said.", "not_found"),
    ],
)
def test_changes_have_their_own_state(draft, state, source):
    found = quotation(draft, source)
    assert found.state == state
    assert (found.passage is None) == (state == "not_found")


FERRY = "The ferry sank off Lisk. Rescuers saved 180 people from the water. {}, the harbour office said."


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The ferry was licensed to carry 250 passengers", "altered"),
        ("It was licensed to carry 250 passengers", "altered"),
        ("The ferry is licensed for up to 250 passengers", "altered"),
        ("The vessel was licensed for 250 passengers", "altered"),
        ("The ferry was inspected in May, two weeks before it sank", "not_found"),
        ("The harbour was built for 250 boats", "not_found"),
    ],
)
def test_a_short_quotation_with_changed_words_is_of_the_sentence_with_its_words_and_figure(words, state):
    source = provenance.read(FERRY.format(words).encode(), id="source", media_type="text/plain")
    found = quotation('"The ferry was licenced for 250 passengers," the harbour office said.', source)
    assert found.state == state
    assert state == "not_found" or found.passage.quote == words


def test_the_changed_word_is_shown(source):
    draft = "“The pumps arrived three days late,” Stolz said."
    assert quotation(draft, source).differences == ("“three” → “two”",)


def test_what_stands_outside_the_marks_of_the_source_was_not_said():
    told = b'"We have paid nothing," said medical director Clara Holm.'
    source = provenance.read(told, id="source", media_type="text/plain")
    found = quotation('"We have paid nothing at all," Holm said.', source)
    assert found.passage.quote == "We have paid nothing"
    assert found.differences == ("“at all” is not in the source",)


def test_a_condition_told_around_the_quotation_is_not_lost(source):
    draft = "Marek said “we will rebuild every single house in the valley”, but only if the ministry paid."
    assert quotation(draft, source).state == "verbatim"


def test_what_the_source_says_behind_its_closing_marks_is_no_part_of_the_quotation():
    told = "\"My mother said, 'You will go where we go,'\" said a woman who spoke on the condition of anonymity."
    document = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert quotation("“My mother said, ‘You will go where we go,’” the woman said.", document).state == "verbatim"


def test_a_restriction_left_out_behind_the_quotation_is_told():
    told = "“We looked at the cost, and at nothing else,” she told reporters."
    document = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert quotation("“We looked at the cost,” she said.", document).state == "truncated"


def test_a_negation_before_the_quotation_is_lost_unless_the_draft_tells_it(source):
    assert quotation("Marek said that “the dam was safe.”", source).state == "truncated"
    assert quotation("Marek did not think that “the dam was safe.”", source).state == "verbatim"


def test_altered_words_leave_no_full_support(source):
    draft = "“The pumps arrived three days late,” said Lena Stolz, a farmer."
    assert {s.state for s in provenance.check(draft, [source]).statements} <= {"partly", "contradicted"}


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab “”\"'.…[]n'tif ", max_size=60), st.text(alphabet="ab “”\"'.…[]n'tif ", max_size=60))
def test_nothing_raises_and_passages_slice(draft, text):
    document = provenance.read(f"x {text}".encode(), id="source", media_type="text/plain")
    for statement in provenance.check(f"x {draft}", [document]).statements:
        for found in statement.quotations:
            if found.passage is not None:
                assert document.text[found.passage.start : found.passage.end] == found.passage.quote


@pytest.mark.parametrize(("speaker", "state"), [("Michael Soman", "verbatim"), ("Lena Stolz", "wrong_speaker")])
def test_a_name_that_ends_an_aside_about_the_speaker_speaks_not(speaker, state):
    words = "prays that Ernie ends up the nominee"
    text = f"Michael Soman, who lives outside of the state capital, Orvane, said he still “{words}.” Lena Stolz left."
    source = provenance.read(text.encode(), id="source", media_type="text/plain")
    assert quotation(f"“{words},” {speaker} said.", source).state == state


SPEECH = "Ruiz said: “We are not poor. The dam will stand for years. But the town pays. Call Mr. Soto if it breaks.”"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("We are not poor. The dam will stand for years.", "verbatim"),
        ("The dam will stand for years.", "verbatim"),
        ("Call Mr. Soto.", "truncated"),
    ],
)
def test_whole_sentences_of_a_speech_leave_out_nothing(words, state):
    source = provenance.read(SPEECH.encode(), id="source", media_type="text/plain")
    assert quotation(f"Ruiz said: “{words}”", source).state == state


def test_words_that_an_ellipsis_joins_without_spaces_stay_words():
    words = "We paid for the new bridge…Farmers came from far to see it"
    source = provenance.read(f"“{words},” said Ana Ruiz.".encode(), id="source", media_type="text/plain")
    assert quotation(f"“{words},” said Ana Ruiz.", source).state == "verbatim"


def test_a_description_behind_a_name_is_no_part_of_it():
    told = (
        "But Tom Fitton, the head of Keld Watch, a group that sued the town for years, said that “the damage is done.”"
    )
    source = provenance.read(told.encode(), id="source", media_type="text/plain")
    assert quotation(told.replace("Tom ", ""), source).state == "verbatim"


@pytest.mark.parametrize(
    ("said", "draft", "state"),
    [
        ("There will be no further closures this year.", "There will be no further closures,", "truncated"),
        ("We do not plan to sell the mill at this stage.", "We do not plan to sell the mill,", "truncated"),
        ("We will open two more mills this year.", "We will open two more mills,", "verbatim"),
        ("There will be no further closures in the valley.", "There will be no further closures,", "verbatim"),
    ],
)
def test_a_denial_for_a_time_is_no_denial_for_good(said: str, draft: str, state: str):
    document = provenance.read(f"“{said}” Lena Stolz said.".encode(), id="source", media_type="text/plain")
    assert quotation(f"“{draft}” Lena Stolz said.", document).state == state


def test_a_name_inside_the_quoted_words_is_nobody_who_speaks():
    said = "“There will be no further closures in Lisk.” Lena Stolz said."
    document = provenance.read(said.encode(), id="source", media_type="text/plain")
    assert quotation("“There will be no further closures,” Lena Stolz said.", document).state == "verbatim"
