"""What a source holds back and a draft does not: the speaker, the doubt; and a source that says otherwise."""

import pytest

import provenance
from provenance.reports import render

SOURCE = """The bridge over the Tarn is unsafe, engineer Paula Metz said on Monday. The council may close the harbour
road in June. The mine at Keld closed in 1986. The ministry plans to build 300 homes near Orvane."""
OTHER = "The mine at Keld closed in 1989 after a flood."


@pytest.fixture(scope="module")
def sources():
    return [
        provenance.read(text.encode(), id=name, media_type="text/plain")
        for name, text in (("source", SOURCE), ("other", OTHER))
    ]


def checked(draft, sources):
    report = provenance.check(draft, sources)
    return [s.state for s in report.statements], [(f.rule, f.reasons) for f in report.findings]


@pytest.mark.parametrize(
    ("draft", "modality"),
    [
        ("The council closed the harbour road in June.", "possible"),
        ("The council will close the harbour road in June.", "possible"),
        ("The ministry built 300 homes near Orvane.", "planned"),
    ],
)
def test_a_doubt_or_plan_of_the_source_is_no_full_backup_of_a_fact(draft, modality, sources):
    states, findings = checked(draft, sources)
    assert states == ["partly"]
    assert any(rule == "PV403" and f"“{modality}” in the source" in reason for rule, (reason, *_) in findings)


@pytest.mark.parametrize(
    "draft",
    [
        "The council may close the harbour road in June.",
        "The ministry plans to build 300 homes near Orvane.",
        "According to the engineer Metz, the bridge over the Tarn is unsafe.",
        "The bridge over the Tarn is unsafe, an engineer, Paula Metz, warned.",
    ],
)
def test_what_the_draft_holds_back_as_the_source_does_is_supported(draft, sources):
    assert checked(draft, sources) == (["supported"], [])


def test_a_statement_without_the_speaker_of_its_source_is_told(sources):
    report = provenance.check("The bridge over the Tarn is unsafe.", sources)
    (finding,) = report.findings
    assert (report.statements[0].state, finding.rule) == ("supported", "PV405")
    assert "the words of engineer Paula Metz" in finding.message
    assert finding.reasons == ("the draft states it as a fact",)  # the speaker stands in the message, once


def test_a_pronoun_is_no_name_of_a_speaker():
    source = provenance.read(b"She said the mill had 40 looms.", id="source", media_type="text/plain")
    (finding,) = provenance.check("The mill had 40 looms.", [source]).findings
    assert finding.rule == "PV405"
    assert "the words of somebody whom the passage does not name" in finding.message


def test_a_source_that_says_otherwise_is_told_beside_the_backup(sources):
    states, [(rule, (reason,))] = checked("The mine at Keld closed in 1986.", sources)
    assert states == ["supported"]
    assert rule == "PV406"
    assert "“1989” in the source" in reason


def test_a_source_that_names_no_speaker_drops_none():
    source = provenance.read(b"The ferry Aurora carried 340 passengers.", id="source", media_type="text/plain")
    report = provenance.check("The ferry Aurora carried 340 passengers and sank off Tallinn on 3 May 2019.", [source])
    assert "PV405" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_the_value_of_the_draft_stands_first_whatever_the_draft_is_called(name):
    words = b"The rebels attacked Orvane in the night, when most people were asleep."
    source = provenance.read(words, id="mmm", media_type="text/plain")
    said = b"The town of Orvane came under attack by rebels, the mayor said."
    draft = provenance.read(said, id=name, media_type="text/plain")
    report = provenance.check(draft, [source])
    slots = [slot for one in report.statements for slot in one.slots if slot.slot == "attribution"]
    assert [(slot.a, slot.b) for slot in slots] == [("the mayor", "")]
    assert "PV405" not in {finding.rule for finding in report.findings}


def test_a_doubt_that_stands_in_no_claim_is_the_reason_and_is_shown():
    source = provenance.read(b"Engineers said the cause may have been a worn cable.\n", id="source")
    report = provenance.check("Engineers said the cause was a worn cable.", [source])
    (finding,) = report.findings
    assert finding.reasons == (
        "modality: “may” in the source: the source tells it as a possibility, the draft as more",
    )
    assert "the source tells it as a possibility" in render(report, "text")


def test_nothing_is_held_back_of_words_that_all_stand_in_the_draft():
    source = provenance.read(b"She is assured of at least 108, while Talmir will receive 57.", id="source")
    draft = "She is assured of at least 108, while Talmir will receive 57."
    assert checked(draft, [source]) == (["supported", "supported"], [])


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The mill will not reopen before 2027.", "Nobody expects the mill to reopen before 2027."),
        (
            "Inspectors had warned the mill about its boiler.",
            "Safety inspectors warned the mill about its boiler.",
        ),
    ],
)
def test_what_nobody_says_and_a_saying_that_the_draft_tells_lack_no_speaker(draft, source):
    document = provenance.read(source.encode(), id="source", media_type="text/plain")
    states, findings = checked(draft, [document])
    assert states == ["supported"]
    assert "PV405" not in [rule for rule, _ in findings]


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_a_reason_tells_the_draft_first(name):
    sources = [
        provenance.read(text.encode(), id=f"m{n}", media_type="text/plain")
        for n, text in enumerate(
            [
                "Marta Lind was a chemist, for which she received the Hale Medal in 1967.",
                "Marta Lind changed paper. She won the Hale Medal in 1976.",
            ]
        )
    ]
    said = b"Marta Lind was a chemist. She was awarded the Hale Medal in 1967."
    report = provenance.check(provenance.read(said, id=name, media_type="text/plain"), sources)
    reasons = [reason for finding in report.findings if finding.rule == "PV406" for reason in finding.reasons]
    assert any("“1967” here, “1976” there" in reason for reason in reasons)
