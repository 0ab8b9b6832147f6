"""Attribution of reported speech, on sentences of our own."""

from pathlib import Path

import pytest

from provenance.extraction.attribution import find
from provenance.model import Attribution

LINES = (Path(__file__).parent / "attribution_examples.tsv").read_text(encoding="utf-8").splitlines()
EXAMPLES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def parts(a: Attribution) -> tuple[str, str, str]:
    return tuple(span.quote.rstrip(".") if span else "" for span in (a.source, a.cue, a.content))  # type: ignore[return-value]


@pytest.mark.parametrize(("text", "source", "cue", "content"), EXAMPLES)
def test_examples_are_found_word_for_word(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content.rstrip(".")) in [parts(a) for a in find(text)]


def test_there_are_forty_examples() -> None:
    assert len(EXAMPLES) >= 40


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The road is closed,” the police said.", "direct"),
        ("The police said that the road is closed.", "indirect"),
        ("The police said the road is “closed for ever” to lorries.", "mixed"),
    ],
)
def test_kind_follows_the_marks(text: str, kind: str) -> None:
    assert [a.kind for a in find(text) if a.cue and a.cue.quote == "said"] == [kind]


def test_plain_narrative_reports_nothing() -> None:
    assert find("The bridge was built in 1932. It is 400 metres long and carries two lanes.") == []


def test_what_stands_on_both_sides_of_the_cue_gives_two_with_one_source() -> None:
    found = find("“We are ready,” Haddad said, “but the others are not.”")
    assert [a.content.quote for a in found if a.content] == ["“We are ready,”", "“but the others are not.”"]
    assert len({(a.source.start, a.speaker) for a in found if a.source}) == 1


def test_outlet_that_was_told_is_the_chain() -> None:
    (found,) = [a for a in find("Villagers told VOA that the soldiers had left on Tuesday.") if a.chain]
    assert (found.speaker, found.chain) == ("Villagers", ("VOA",))


def test_report_within_a_report_keeps_who_passes_it_on() -> None:
    text = "The Observatory reported that activists said the town was empty."
    (inner,) = [a for a in find(text) if a.source and a.source.quote == "activists"]
    assert inner.chain == ("Observatory",)


def test_quoted_as_saying_is_a_chain() -> None:
    found = find("In a dispatch, the Mirror quoted Rami Haddad as saying the dam had burst.")
    (inner,) = [a for a in found if a.cue and a.cue.quote == "as saying"]
    assert (inner.source and inner.source.quote, inner.chain) == ("Rami Haddad", ("Mirror",))


def test_day_of_saying_is_not_what_is_said() -> None:
    contents = [a.content.quote for a in find("Ten people died, a monitoring group said Saturday.") if a.content]
    assert contents == ["Ten people died"]


def test_quotation_belongs_to_the_words_in_its_own_sentence() -> None:
    text = "Maria Lopez said the talks had failed.\n\n“We are still ready to meet,” Rami Haddad said."
    (found,) = [a for a in find(text) if a.kind == "direct"]
    assert found.speaker == "Rami Haddad"


@pytest.mark.parametrize("after", ["she told reporters.", "Tom Reed told reporters.", ""])
def test_what_stands_before_the_cue_is_reported_though_a_quotation_follows(after: str) -> None:
    text = f"The council will not reopen the bridge, Mayor Maria Lopez said Tuesday. “We looked at the cost,” {after}"
    assert find(text)[0].content.quote == "The council will not reopen the bridge"  # type: ignore[union-attr]


def test_quotation_after_a_colon_is_said_by_what_begins_the_sentence() -> None:
    (found,) = [a for a in find("Former mayor Rami Haddad: “The old bridge must go before winter.”") if a.content]
    assert (found.source and found.source.quote, found.kind) == ("Former mayor Rami Haddad", "direct")


def test_document_is_carried_by_every_span() -> None:
    (found,) = find("Police said the road was closed.", "a1")
    assert {found.source.document, found.cue.document, found.content.document} == {"a1"}  # type: ignore[union-attr]


def test_same_text_gives_the_same_answer() -> None:
    text = "Police said the road was closed. “It is ice,” he added."
    assert find(text) == find(text)


def test_long_quotation_without_a_speaker_is_still_speech() -> None:
    (found,) = find("“The whole town was under water for three days.”")
    assert (found.speaker, found.kind) == (None, "direct")


def test_empty_text() -> None:
    assert find("") == []
