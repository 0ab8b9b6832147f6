"""Who speaks in a transcript: each label speaks up to the next one."""

import pytest

import provenance
from provenance.extraction.attribution import turns

_TUNNEL = """Interview with Mayor Paula Reyes, Radio Costa, 3 March 2025

{asks}: Mayor, the harbour tunnel is late. When will it open?

{answers}: We had hoped for June. It will open in September, after the tests. The budget is 182 million euros.

{asks}: Critics say 60 families lost their homes because of the tunnel.

{answers}: Forty-one families were moved last year. I never said that I would quit.
"""


def speakers(text: str) -> dict[str, str | None]:
    document = provenance.read(text.encode(), id="d", media_type="text/plain")
    return {c.span.quote: c.attribution.speaker if c.attribution else None for c in provenance.extract(document)}


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q", "A"), ("HOST", "REYES"), ("Host", "Paula Reyes"), ("[00:12] Q", "A")]
)
def test_a_label_speaks_up_to_the_next_one(asks: str, answers: str) -> None:
    told = speakers(_TUNNEL.format(asks=asks, answers=answers))
    assert told["The budget is 182 million euros"] == "Paula Reyes"
    assert told["It will open in September, after the tests"] == "Paula Reyes"
    assert "Reyes" not in (told.get("60 families lost their homes because of the tunnel") or "")


@pytest.mark.parametrize(
    "text",
    [
        # the parts of a paper, once each
        "Methods: We asked 48 villages in the north.\n\nResults: The pressure fell by 4.1 points there.\n\n"
        "Methods: It was a trial with 2,376 people.",
        # fields of a list
        "NAME: Ana Ruiz\nAGE: 41\nNAME: Karl Holm\nAGE: 52\n\nBoth were born in Velm in 1970.",
        # one who speaks once
        "Police: The road to Velm is closed until 3 May.\n\nThe road was closed on 1 May after 40 trees fell.",
    ],
)
def test_other_texts_have_no_turns(text: str) -> None:
    assert turns.find(text) == []


def test_a_quotation_of_a_transcript_has_its_speaker() -> None:
    source = provenance.read(
        _TUNNEL.format(asks="KERN", answers="REYES")
        .replace("Interview with Mayor Paula Reyes", "Ada Kern asks")
        .encode(),
        id="s",
        media_type="text/plain",
    )
    draft = provenance.read(
        b'"It will open in September, after the tests," Ada Kern said.', id="draft", media_type="text/plain"
    )
    assert "PV205" in {f.rule for f in provenance.check(draft, [source]).findings}


def test_at_a_number_of_months_nobody_speaks() -> None:
    text = "At 18 months, mean pressure was 4.1 points lower.\n\nMethods: We asked 48 villages."
    assert set(speakers(text).values()) == {None}


def test_reports_inside_a_turn_stay() -> None:
    text = _TUNNEL.format(asks="Q", answers="A") + '\n"It is late," said Ana Ruiz.\n'
    assert speakers(text)["60 families lost their homes because of the tunnel"] == "Critics"
