import pytest

from provenance.reports.listing import headline, listing, quoted, sentence


def test_the_most_severe_come_first(report):
    assert [item.finding.severity for item in listing(report)] == ["error", "warning", "note", "info", "info"]


def test_the_order_of_findings_changes_nothing(report):
    turned = report.model_copy(update={"findings": report.findings[::-1]})
    assert listing(turned) == listing(report) or [i.finding for i in listing(turned)] == [
        i.finding for i in listing(report)
    ]


def test_a_sentence_has_both_passages_and_the_place_of_the_other(report):
    assert sentence(listing(report)[0]) == (
        "Port Gazette says at least 42 dockers were hurt, Evening Mail says 24 — 24 is below the lower bound 42; "
        "both speak of dockers hurt in one fire. “At least 42 dockers were hurt”. "
        "sources/evening.txt:2:56: “24 dockers were hurt”. "
        "What to do: Find out which holds, or report both with their sources; then record the decision."
    )


def test_a_reason_that_the_message_tells_is_not_told_again(report):
    finding = report.findings[0].model_copy(update={"message": "it moved: 3 lines.", "reasons": ("3 lines", "why")})
    assert headline(finding) == "It moved: 3 lines — why"


def test_long_passages_are_cut_and_hidden_characters_shown():
    assert len(quoted("x" * 1000)) == 303
    assert quoted("a\nb‮") == "“a b⟦U+202E⟧”."
    assert quoted("Why?") == "“Why?”"
    assert quoted('"We hope,"') == '"We hope,".'
    assert quoted("“Hope” is a word") == "““Hope” is a word”."


@pytest.mark.parametrize(
    "words",
    [
        'in/a: b.txt:5:58: the passage of claim "x" (claims/x.yaml:1:3) reads differently',
        'in/a.txt: the passage of claim "x" (claims/x.yaml:1:3) reads differently',
        'the passage of claim "x" (claims/x.yaml:1:3) reads differently.',
    ],
)
def test_places_that_are_told_apart_stand_in_no_message(report, words):
    finding = report.findings[0].model_copy(update={"message": words, "place": "claims/x.yaml:1:3", "reasons": ()})
    assert headline(finding) == 'The passage of claim "x" reads differently'
